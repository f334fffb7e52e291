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

// src/formats/benchmarks/pyperf.ts
init_define_FLAMEGATE_PAGE();
var units = {
  second: "sec/op",
  byte: "B/op",
  integer: "count"
};
function readPyperf(input) {
  const whole = objectOf(jsonOf(input));
  if (!Array.isArray(whole.benchmarks)) return null;
  const common = objectOf(whole.metadata);
  const records = [];
  const lost = noLosses();
  let environment = machineOf(common);
  for (const benchmark of whole.benchmarks.map(objectOf)) {
    const runs = listOf(benchmark.runs).map(objectOf);
    const metadata = { ...common, ...objectOf(runs[0]?.metadata), ...objectOf(benchmark.metadata) };
    const name = textOf(metadata.name) || "benchmark";
    const measured = runs.filter(({ values }) => values !== void 0);
    const samples = measured.flatMap(({ values }) => listOf(values).map(numberOf));
    if (environment.size === 0) environment = machineOf(metadata);
    if (samples.length === 0 || measured.some(({ values }) => listOf(values).length === 0)) {
      lose(lost, { name, message: `${name} has a run without values` });
      if (samples.length === 0) continue;
    }
    const unit = units[textOf(metadata.unit) || "second"] ?? textOf(metadata.unit);
    records.push({ name, metrics: [{ unit, samples }] });
  }
  return { records, results: records.length, environment, warnings: [], lost };
}
function machineOf(record) {
  const stated = /* @__PURE__ */ new Map();
  const python = `${textOf(record.python_implementation)} ${textOf(record.python_version).split(" ", 1)[0]}`;
  if (textOf(record.cpu_model_name) !== "")
    stated.set("cpu", { value: textOf(record.cpu_model_name) });
  if (python.trim() !== "") stated.set("toolchain", { value: python.trim() });
  return stated;
}
export {
  readPyperf
};
