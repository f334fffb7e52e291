import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  MAX_DEPTH,
  countIn,
  expected,
  field,
  items,
  lineIn,
  numberIn,
  numbersIn,
  parseJson,
  sizeIn,
  textOf
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

// src/formats/profiles/speedscope.ts
init_define_FLAMEGATE_PAGE();

// src/formats/profiles/evented.ts
init_define_FLAMEGATE_PAGE();
var synthetic = /* @__PURE__ */ new Set(["CPU_TIME", "UNMANAGED_CODE_TIME", "[self]"]);
function addEvents(build, profile, names, locations, scale) {
  const nodes = timed(profile, names);
  for (const { parent, frame, stretches, time } of nodes) {
    if (stretches === 0) continue;
    const stack = [];
    if (frame >= 0) stack.push(locations[frame]);
    for (let n = parent; n > 0; n = nodes[n].parent) {
      stack.push(locations[nodes[n].frame]);
    }
    addStack(
      build,
      stack,
      [stretches, Math.round(time * scale)].slice(0, build.sampleTypes.length)
    );
  }
}
function timed(profile, names) {
  const nodes = [{ parent: -1, frame: -1, stretches: 0, time: 0 }];
  const children = /* @__PURE__ */ new Map();
  const open = [];
  let last = Number.NEGATIVE_INFINITY;
  for (const event of items(field(profile, "events"))) {
    const at = numberIn(field(event, "at"));
    if (at < last) throw expected(field(event, "at"), `a time that is not before ${last}`);
    const top = open.at(-1);
    if (top !== void 0 && at > last) {
      const node = nodes[top.node];
      node.stretches++;
      node.time += at - last;
    }
    last = at;
    const frame = frameIn(event, names);
    switch (textOf(field(event, "type"))) {
      case "O":
        if (open.length === MAX_DEPTH) throw tooDeep(event);
        open.push({ frame, node: called(nodes, children, top?.node ?? 0, frame, names) });
        break;
      case "C":
        if (top?.frame !== frame) {
          throw expected(field(event, "frame"), `${top?.frame ?? "none"}, the frame opened last`);
        }
        open.pop();
        break;
      default:
        throw expected(field(event, "type"), '"O" (open) or "C" (close)');
    }
  }
  if (open.length === 0) return nodes;
  throw new InputError(
    `${field(profile, "events").path} ends with ${open.length} frames open: was the profiler stopped before it was done?`,
    { file: profile.file }
  );
}
function called(nodes, children, parent, frame, names) {
  if (synthetic.has(names[frame])) return parent;
  const key = `${parent} ${frame}`;
  let node = children.get(key);
  if (node === void 0) {
    node = nodes.length;
    children.set(key, node);
    nodes.push({ parent, frame, stretches: 0, time: 0 });
  }
  return node;
}
function frameIn(event, names) {
  const part = field(event, "frame");
  const frame = countIn(part);
  if (frame < names.length) return frame;
  throw expected(part, `the number of one of ${names.length} frames`);
}
var tooDeep = ({ path, file }) => new InputError(`${path} is more than ${MAX_DEPTH} calls deep`, { file });

// src/formats/profiles/speedscope.ts
var NANOSECONDS = {
  nanoseconds: 1,
  microseconds: 1e3,
  milliseconds: 1e6,
  seconds: 1e9
};
function readSpeedscope(content, file) {
  const whole = parseJson(content, file);
  const profiles = items(field(whole, "profiles"));
  const unit = profiles[0] === void 0 ? "none" : textOf(field(profiles[0], "unit"));
  const nanoseconds = NANOSECONDS[unit];
  const build = newBuild(file, [
    { type: "samples", unit: "count" },
    ...nanoseconds !== void 0 ? [{ type: "cpu", unit: "nanoseconds" }] : unit === "bytes" ? [{ type: "space", unit: "bytes" }] : []
  ]);
  const parts = items(field(field(whole, "shared"), "frames"));
  const locations = parts.map((part) => locationOf(build, frameOf(part)));
  const names = parts.map((part) => textOf(field(part, "name")));
  for (const profile of profiles) {
    if (textOf(field(profile, "unit")) !== unit) throw expected(field(profile, "unit"), unit);
    const type = field(profile, "type");
    if (type.value === "evented") addEvents(build, profile, names, locations, nanoseconds ?? 1);
    else if (type.value === "sampled") addSamples(build, profile, locations, nanoseconds ?? 1);
    else throw expected(type, '"sampled" or "evented"');
  }
  return built(build);
}
function addSamples(build, profile, locations, scale) {
  const weights = numbersIn(field(profile, "weights"), sizeIn);
  const samples = items(field(profile, "samples"));
  if (samples.length !== weights.length) {
    throw expected(field(profile, "weights"), `a list of ${samples.length}, one for each sample`);
  }
  for (const [i, sample] of samples.entries()) {
    const weight = Math.round(weights[i] * scale);
    addStack(build, stackOf(sample, locations), [1, weight].slice(0, build.sampleTypes.length));
  }
}
function stackOf(sample, locations) {
  const stack = Array.from(numbersIn(sample, countIn), (frame) => {
    const location = locations[frame];
    if (location === void 0) throw expected({ ...sample, value: frame }, "numbers of frames");
    return location;
  });
  return stack.reverse();
}
function frameOf(part) {
  const [fileIn, line] = [field(part, "file"), field(part, "line")];
  const file = isGiven(fileIn) ? textOf(fileIn) : "";
  const name = textOf(field(part, "name")) || "(anonymous)";
  if (file === "") return { name };
  return {
    name: `${name} (${file.slice(Math.max(file.lastIndexOf("/"), file.lastIndexOf("\\")) + 1)})`,
    file,
    line: isGiven(line) ? Math.max(0, lineIn(line)) : 0
  };
}
var isGiven = ({ value }) => value !== void 0 && value !== null;
export {
  readSpeedscope
};
