import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  lose,
  noLosses
} from "./chunk-chunk-V6FUWQX3.js";
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

// src/formats/benchmarks/julia.ts
init_define_FLAMEGATE_PAGE();
var deepest = 50;
function readJulia(input) {
  const [about, values] = listOf(jsonOf(input));
  if (objectOf(about).BenchmarkTools === void 0) return null;
  const lost = noLosses();
  const roots = listOf(values);
  const records = roots.flatMap(
    (value, i) => recordsOf(value, roots.length > 1 ? [String(i + 1)] : [], lost)
  );
  const environment = /* @__PURE__ */ new Map();
  const version = textOf(objectOf(about).Julia);
  if (version !== "") environment.set("toolchain", { value: `Julia ${version}` });
  return { records, results: records.length, environment, warnings: [], lost };
}
function recordsOf(value, path, lost) {
  const [type, fields] = listOf(value);
  const record = objectOf(fields);
  const name = path.join("/") || "benchmark";
  if (type === "BenchmarkGroup" && path.length < deepest) {
    return Object.entries(objectOf(record.data)).flatMap(
      ([key, inner]) => recordsOf(inner, [...path, key.replace(/^"(.*)"$/, "$1")], lost)
    );
  }
  if (type === "Trial" || type === "TrialEstimate") return [{ name, metrics: metricsOf(record) }];
  lose(lost, { name, message: `${name} is neither a group nor a trial nor an estimate` });
  return [];
}
function metricsOf({ times, time, gctimes, gctime, memory, allocs }) {
  const all = (many, one) => (Array.isArray(many) ? many : [one]).map(numberOf);
  return [
    { unit: "ns/op", samples: all(times, time) },
    { unit: "gc-ns/op", samples: all(gctimes, gctime) },
    { unit: "B/op", samples: [numberOf(memory)] },
    { unit: "allocs/op", samples: [numberOf(allocs)] }
  ];
}
export {
  readJulia
};
