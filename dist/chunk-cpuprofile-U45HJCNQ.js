import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  MAX_DEPTH,
  countIn,
  expected,
  field,
  items,
  numberIn,
  numbersIn,
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

// src/formats/profiles/cpuprofile.ts
init_define_FLAMEGATE_PAGE();
function readCpuProfile(content, file) {
  const whole = parseJson(content, file);
  const { nodes, byId } = readNodes(whole);
  countSamples(whole, nodes, byId);
  leaveOutAdded(nodes);
  const build = newBuild(file, [
    { type: "samples", unit: "count" },
    { type: "cpu", unit: "nanoseconds" }
  ]);
  const locations = nodes.map(({ frame }) => locationOf(build, frame));
  for (const [at, node] of nodes.entries()) {
    if (node.samples === 0 || node.frame.name === "(idle)") continue;
    const stack = [];
    for (let n = at; n >= 0; n = nodes[n]?.parent ?? -1) {
      if (nodes[n]?.frame.name !== "(root)") stack.push(locations[n]);
      if (stack.length > MAX_DEPTH) {
        throw new InputError(
          `${node.part.path} is more than ${MAX_DEPTH} calls deep, or its own caller`,
          {
            file
          }
        );
      }
    }
    addStack(build, stack, [node.samples, Math.round(node.micros * 1e3)]);
  }
  return built(build);
}
function readNodes(whole) {
  const parts = items(field(whole, "nodes"));
  const byId = /* @__PURE__ */ new Map();
  const nodes = parts.map((part, at) => {
    const id = field(part, "id");
    if (byId.has(countIn(id))) throw expected(id, "an id that no other node has");
    byId.set(countIn(id), at);
    const frame = v8Frame(field(part, "callFrame"));
    const count = field(part, "hitCount");
    const hits = count.value === void 0 ? null : countIn(count);
    return { frame, part, hits, parent: -1, samples: 0, micros: 0 };
  });
  for (const [at, part] of parts.entries()) {
    const children = field(part, "children");
    if (children.value === void 0) continue;
    for (const child of items(children)) {
      const node = nodes[byId.get(countIn(child)) ?? -1];
      if (node === void 0 || node.parent >= 0) {
        throw expected(child, "the id of a node that has no other caller");
      }
      node.parent = at;
    }
  }
  return { nodes, byId };
}
function countSamples(whole, nodes, byId) {
  const [sampleList, deltaList] = [field(whole, "samples"), field(whole, "timeDeltas")];
  const samples = numbersIn(sampleList, countIn);
  const deltas = numbersIn(deltaList, numberIn);
  if (samples.length !== deltas.length) {
    throw expected(deltaList, `${samples.length} entries, as in ${sampleList.path}`);
  }
  const startTime = numberIn(field(whole, "startTime"));
  const endTime = numberIn(field(whole, "endTime"));
  const times = new Float64Array(deltas.length + 1);
  let time = startTime;
  for (const [i, delta] of deltas.entries()) {
    time += delta;
    times[i] = Math.max(time, i === 0 ? time : times[i - 1]);
  }
  times[times.length - 1] = Math.max(endTime, times[times.length - 2] ?? endTime);
  for (const [i, sample] of samples.entries()) {
    const node = nodes[byId.get(sample) ?? -1];
    if (node === void 0) {
      throw expected({ ...sampleList, value: sample }, "ids of nodes");
    }
    node.samples++;
    node.micros += times[i + 1] - times[i];
  }
}
function leaveOutAdded(nodes) {
  if (!nodes.some(({ hits }) => hits !== null && hits > 0)) return;
  const ofClock = ({ samples, hits }) => Math.min(samples, hits ?? samples);
  const sum = (item) => nodes.reduce((total, node) => total + item(node), 0);
  const clock = sum(ofClock);
  if (clock === 0 || clock === sum(({ samples }) => samples)) return;
  const time = sum(({ micros }) => micros);
  let [seen, shared] = [0, 0];
  for (const node of nodes) {
    node.samples = ofClock(node);
    seen += node.samples;
    node.micros = Math.round(time * seen / clock) - shared;
    shared += node.micros;
  }
}
export {
  readCpuProfile
};
