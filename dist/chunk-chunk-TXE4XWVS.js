import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  fingerprint
} from "./chunk-chunk-DGXOTV7A.js";
import {
  jsonOf,
  listOf,
  numberOf,
  objectOf,
  textOf,
  withoutNonFinite
} from "./chunk-chunk-3EDRWKZB.js";
import {
  init_define_FLAMEGATE_PAGE
} from "./chunk-chunk-OMS2RVR2.js";

// src/formats/benchmarks/googlebenchmark.ts
init_define_FLAMEGATE_PAGE();
var seconds = { ns: 1e-9, us: 1e-6, ms: 1e-3, s: 1 };
var described = /* @__PURE__ */ new Set([
  ...["family_index", "per_family_instance_index", "repetitions", "repetition_index", "threads"],
  ...["iterations", "real_time", "cpu_time", "total_iterations"]
]);
var renamed = {
  bytes_per_second: "B/s",
  items_per_second: "items/s",
  allocs_per_iter: "allocs/op",
  max_bytes_used: "max-bytes"
};
function readGoogleBenchmark(input) {
  const whole = objectOf(jsonOf(input, withoutNonFinite));
  if (!Array.isArray(whole.benchmarks)) return null;
  const warnings = [];
  const records = [];
  for (const entry of samplesOf(listOf(whole.benchmarks).map(objectOf))) {
    const name = nameOf(entry);
    const failure = failureOf(entry);
    if (failure !== null) {
      const message = `${name} failed: ${failure}`;
      warnings.push({ kind: "failed", file: input.file, message });
      continue;
    }
    const metrics = metricsOf(entry).map(([unit, value]) => ({ unit, samples: [value] }));
    records.push({ name, metrics });
  }
  const environment = machineOf(objectOf(whole.context));
  return { records, results: records.length, environment, warnings };
}
function machineOf(context) {
  const sizes = listOf(context.caches).map((item) => objectOf(item).size);
  const stated = /* @__PURE__ */ new Map();
  const machine = fingerprint(context.num_cpus, sizes);
  if (machine !== "") stated.set("machine", { value: machine });
  const build = textOf(context.library_build_type);
  if (build !== "") stated.set("build", { value: build });
  return stated;
}
var nameOf = (entry) => textOf(entry.run_name) || textOf(entry.name);
function googleMetrics(values, unit) {
  const factor = seconds[unit] ?? Number.NaN;
  return values.map(([name, value]) => {
    if (name === "real") return { unit: "sec/op", samples: [value * factor] };
    if (name === "cpu") return { unit: "cpu-sec/op", samples: [value * factor] };
    return { unit: renamed[name] ?? name, samples: [value] };
  });
}
function samplesOf(entries) {
  const single = entries.filter(
    (entry) => entry.run_type !== "aggregate" && entry.skipped !== true
  );
  const have = new Set(single.map(nameOf));
  const medians = entries.filter(
    (entry) => entry.run_type === "aggregate" && entry.aggregate_name === "median" && !have.has(nameOf(entry))
  );
  return [...single, ...medians];
}
function failureOf(entry) {
  if (entry.error_occurred !== true) return null;
  return textOf(entry.error_message) || "no reason was given";
}
function metricsOf(entry) {
  const factor = seconds[textOf(entry.time_unit)] ?? Number.NaN;
  const counters = Object.entries(entry).flatMap(
    ([key, value]) => (typeof value === "number" || value === null) && !described.has(key) ? [[renamed[key] ?? key, numberOf(value)]] : []
  );
  return [
    ["sec/op", numberOf(entry.real_time) * factor],
    ["cpu-sec/op", numberOf(entry.cpu_time) * factor],
    ...counters
  ];
}

export {
  readGoogleBenchmark,
  googleMetrics
};
