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

// src/formats/benchmarks/asv.ts
init_define_FLAMEGATE_PAGE();
var kinds = [
  [/^time/i, "sec/op"],
  [/^(?:peakmem|mem)/i, "B"],
  [/^timeraw/i, "sec/op"]
];
function readAsv(input) {
  const whole = objectOf(jsonOf(input));
  const columns = listOf(whole.result_columns).map(textOf);
  const results = Object.entries(objectOf(whole.results));
  const records = [];
  const warnings = [];
  for (const [benchmark, row] of results) {
    const item = Object.fromEntries(columns.map((name, i) => [name, listOf(row)[i]]));
    const unit = unitOf(benchmark);
    const values = listOf(item.result);
    const names = combinations(listOf(item.params).map(listOf));
    for (const [i, arguments_] of names.entries()) {
      const name = arguments_ === "" ? benchmark : `${benchmark}(${arguments_})`;
      const samples = listOf(listOf(item.samples)[i]);
      const value = values[i];
      if (value === null || value === void 0) {
        warnings.push({
          kind: "failed",
          file: input.file,
          message: `${name} failed: asv has no result of it`
        });
        continue;
      }
      const all = samples.length > 0 ? samples : [value];
      records.push({ name, metrics: [{ unit, samples: all.map(numberOf) }] });
    }
  }
  return { records, results: records.length, environment: machineOf(whole), warnings };
}
function unitOf(benchmark) {
  const own = benchmark.slice(benchmark.lastIndexOf(".") + 1);
  return kinds.find(([is]) => is.test(own))?.[1] ?? "value";
}
var most = 1e5;
function combinations(params) {
  let all = [""];
  for (const values of params) {
    if (all.length * values.length > most) return [];
    all = all.flatMap(
      (before) => values.map((item) => before === "" ? String(item) : `${before}, ${String(item)}`)
    );
  }
  return all;
}
function machineOf({ params }) {
  const { cpu, python } = objectOf(params);
  const stated = /* @__PURE__ */ new Map();
  if (textOf(cpu) !== "") stated.set("cpu", { value: textOf(cpu) });
  if (/^\d/.test(textOf(python))) stated.set("toolchain", { value: `Python ${textOf(python)}` });
  return stated;
}
export {
  readAsv
};
