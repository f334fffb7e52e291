import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  jsonOf,
  listOf,
  numberOf,
  objectOf,
  textOf
} from "./chunk-chunk-3EDRWKZB.js";
import "./chunk-chunk-6IUKT67Q.js";
import {
  init_define_FLAMEGATE_PAGE
} from "./chunk-chunk-OMS2RVR2.js";

// src/formats/benchmarks/nanobench.ts
init_define_FLAMEGATE_PAGE();
var counters = [
  ["instructions", "instructions/op"],
  ["cpucycles", "cycles/op"],
  ["branchmisses", "branch-misses/op"],
  ["pagefaults", "page-faults/op"],
  ["contextswitches", "context-switches/op"]
];
function readNanobench(input) {
  const whole = objectOf(jsonOf(input));
  if (!Array.isArray(whole.results)) return null;
  const records = whole.results.map(objectOf).map((result) => {
    const epochs = listOf(result.measurements).map(objectOf);
    const time = {
      unit: "sec/op",
      samples: epochs.length > 0 ? epochs.map((record) => numberOf(record.elapsed)) : [numberOf(result["median(elapsed)"])]
    };
    const counted = counters.flatMap(([key, unit]) => {
      const samples = epochs.filter((record) => record[key] !== void 0).map((record) => numberOf(record[key]));
      const isCounted = samples.some((value) => value !== 0);
      return isCounted ? [{ unit, samples, better: "lower" }] : [];
    });
    const name = [textOf(result.title), textOf(result.name)].filter(Boolean).join(" > ");
    return { name, metrics: [time, ...counted] };
  });
  return { records, results: records.length, environment: /* @__PURE__ */ new Map(), warnings: [] };
}
export {
  readNanobench
};
