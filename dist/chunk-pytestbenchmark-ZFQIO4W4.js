import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  fingerprint
} from "./chunk-chunk-DGXOTV7A.js";
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

// src/formats/benchmarks/pytestbenchmark.ts
init_define_FLAMEGATE_PAGE();
function readPytestBenchmark(input) {
  const whole = objectOf(jsonOf(input));
  if (!Array.isArray(whole.benchmarks)) return null;
  const records = whole.benchmarks.map(objectOf).map((entry) => {
    const name = textOf(entry.fullname) || textOf(entry.name);
    const samples = samplesOf(objectOf(entry.stats));
    return { name, metrics: [{ unit: "sec/op", samples }] };
  });
  const environment = machineOf(objectOf(whole.machine_info));
  return { records, results: records.length, environment, warnings: [] };
}
function machineOf(machine) {
  const cpu = textOf(objectOf(machine.cpu).brand_raw);
  const python = `${textOf(machine.python_implementation)} ${textOf(machine.python_version)}`.trim();
  const settings = /* @__PURE__ */ new Map();
  if (cpu !== "") settings.set("cpu", { value: cpu });
  const { count, l2_cache_size: l2, l3_cache_size: l3 } = objectOf(machine.cpu);
  const print = fingerprint(count, [l2, l3]);
  if (print !== "") settings.set("machine", { value: print });
  if (python !== "") settings.set("toolchain", { value: python });
  return settings;
}
function samplesOf(stats) {
  const data = listOf(stats.data);
  return (data.length > 0 ? data : [stats.median]).map(numberOf);
}
export {
  readPytestBenchmark
};
