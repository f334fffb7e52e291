import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  MAX_DEPTH,
  countIn,
  field,
  items,
  parseJson,
  v8Frame
} from "./chunk-chunk-PL7RKQKK.js";
import {
  addStack,
  built,
  locationOf,
  newBuild
} from "./chunk-chunk-MCPEDWP6.js";
import "./chunk-chunk-6BBP5BRQ.js";
import "./chunk-chunk-MQ2NSUXY.js";
import {
  InputError
} from "./chunk-chunk-6IUKT67Q.js";
import {
  init_define_FLAMEGATE_PAGE
} from "./chunk-chunk-OMS2RVR2.js";

// src/formats/profiles/heapprofile.ts
init_define_FLAMEGATE_PAGE();
function readHeapProfile(content, file) {
  const build = newBuild(file, [{ type: "inuse_space", unit: "bytes" }]);
  const waiting = [
    { part: field(parseJson(content, file), "head"), callers: [] }
  ];
  for (let next = waiting.pop(); next !== void 0; next = waiting.pop()) {
    const { part, callers } = next;
    const stack = addNode(build, part, callers);
    for (const child of items(field(part, "children")))
      waiting.push({ part: child, callers: stack });
  }
  return built(build);
}
function addNode(build, part, callers) {
  const frame = v8Frame(field(part, "callFrame"));
  const bytes = countIn(field(part, "selfSize"));
  if (callers.length >= MAX_DEPTH) {
    throw new InputError(`the tree is more than ${MAX_DEPTH} calls deep`, { file: build.file });
  }
  const stack = frame.name === "(root)" ? callers : [locationOf(build, frame), ...callers];
  if (bytes > 0) addStack(build, stack, [bytes]);
  return stack;
}
export {
  readHeapProfile
};
