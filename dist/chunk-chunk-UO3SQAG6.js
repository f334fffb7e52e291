import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  undirected
} from "./chunk-chunk-MKYMQKPK.js";
import {
  lose,
  noLosses
} from "./chunk-chunk-V6FUWQX3.js";
import {
  jsonOf,
  numberOf,
  objectOf
} from "./chunk-chunk-3EDRWKZB.js";
import {
  init_define_FLAMEGATE_PAGE
} from "./chunk-chunk-OMS2RVR2.js";

// src/formats/benchmarks/bmf.ts
init_define_FLAMEGATE_PAGE();
var measures = {
  latency: { unit: "ns/op" },
  throughput: { unit: "ops/s" },
  "build-time": { unit: "sec" },
  "file-size": { unit: "B" },
  instructions: { unit: "instructions", better: "lower" },
  "estimated-cycles": { unit: "estimated-cycles", better: "lower" },
  "total-accesses": { unit: "total-accesses", better: "lower" },
  "l2-accesses": { unit: "l2-accesses", better: "lower" },
  "ram-accesses": { unit: "ram-accesses", better: "lower" }
};
var isValue = (path) => /\.(?:lower_value|upper_value|value)$/.test(path);
var isBmf = {
  is: ({ json }) => json !== null && json.shape === "object" && endsInValues(json.paths) ? "yes" : "no",
  lacks: ({ json }) => json === null ? { near: 0, what: "it is no JSON" } : { near: 0.1, what: 'it has no {"name": {"measure": {"value": 1}}}' }
};
function endsInValues(paths) {
  const all = [...paths];
  if (!all.some((path) => path.endsWith(".value") && path.split(".").length > 2)) return false;
  const others = all.filter((path) => !isValue(path));
  const sorted = [...all].sort();
  const ends = others.filter((path) => {
    const next = firstAfter(sorted, `${path}.`);
    return next === void 0 || !next.startsWith(`${path}.`);
  });
  return ends.length < 2 && !all.some((path) => path.includes("[]"));
}
function firstAfter(sorted, text) {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = low + high >> 1;
    if ((sorted[middle] ?? "") < text) low = middle + 1;
    else high = middle;
  }
  return sorted[low];
}
function readBmf(input) {
  const lost = noLosses();
  const records = Object.entries(objectOf(jsonOf(input))).flatMap(
    ([name, item]) => {
      const metrics = metricsOf(objectOf(item));
      if (metrics.length > 0) return [{ name, metrics }];
      lose(lost, { name, message: `${name} has no measure` });
      return [];
    }
  );
  const warnings = undirected(input.file, records);
  return { records, results: records.length, environment: /* @__PURE__ */ new Map(), warnings, lost };
}
function measureOf(name) {
  const slug = name.toLowerCase().replaceAll(/[ _]/g, "-");
  return (Object.hasOwn(measures, slug) ? measures[slug] : void 0) ?? { unit: name };
}
var metricsOf = (record) => Object.entries(record).map(([measure, told]) => ({
  ...measureOf(measure),
  samples: [numberOf(objectOf(told).value)]
}));

export {
  isBmf,
  readBmf,
  measureOf
};
