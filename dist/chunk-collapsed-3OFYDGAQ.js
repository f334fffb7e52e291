import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  addStack,
  built,
  locationOf,
  newBuild
} from "./chunk-chunk-MCPEDWP6.js";
import "./chunk-chunk-6BBP5BRQ.js";
import {
  quote
} from "./chunk-chunk-MQ2NSUXY.js";
import {
  InputError
} from "./chunk-chunk-6IUKT67Q.js";
import {
  init_define_FLAMEGATE_PAGE
} from "./chunk-chunk-OMS2RVR2.js";

// src/formats/profiles/collapsed.ts
init_define_FLAMEGATE_PAGE();
var openEnd = (content) => content[content.length - 1] === 10 ? null : "the last line has no end, so that stacks may be missing: where the file is whole, end it with a newline (`echo >> FILE`)";
function readCollapsed(content, file) {
  const build = newBuild(file, [{ type: "samples", unit: "count" }]);
  const known = /* @__PURE__ */ new Map();
  let line = 0;
  for (let start = 0; start < content.length; ) {
    const newline = content.indexOf(10, start);
    const end = newline < 0 ? content.length : newline;
    const text = content.toString("utf8", start, end).replace(/\r$/, "");
    line++;
    if (text.trim() !== "") addLine(build, text, line, known);
    start = end + 1;
  }
  return built(build);
}
function addLine(build, text, line, known) {
  const space = text.trimEnd().lastIndexOf(" ");
  const digits = text.slice(space + 1).trim();
  const count = Number(digits);
  if (!/^\d+$/.test(digits) || !Number.isSafeInteger(count)) {
    throw new InputError(
      `expected a stack and a whole number, like main;work;leaf 12, found ${quote(text)}`,
      { file: build.file, line }
    );
  }
  const stack = text.slice(0, Math.max(0, space));
  const locations = stack.trim() === "" ? [] : stack.split(";").map((frame) => place(build, frame, known));
  addStack(build, locations.reverse(), [count]);
}
function place(build, frame, known) {
  let location = known.get(frame);
  if (location === void 0) {
    location = locationOf(build, frameOf(frame));
    known.set(frame, location);
  }
  return location;
}
function frameOf(text) {
  const open = text.lastIndexOf(" (");
  const colon = text.lastIndexOf(":");
  const line = text.slice(colon + 1, -1);
  if (open <= 0 || colon <= open + 2 || !text.endsWith(")") || !/^\d{1,9}$/.test(line)) {
    return { name: text.trim() || "(empty)" };
  }
  const file = text.slice(open + 2, colon);
  return { name: `${text.slice(0, open)} (${file})`, file, line: Number(line) };
}
export {
  openEnd,
  readCollapsed
};
