import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  secondsOf
} from "./chunk-chunk-YCZMJHPL.js";
import {
  lose,
  noLosses
} from "./chunk-chunk-V6FUWQX3.js";
import {
  isNumber,
  jsonOf,
  listOf,
  objectOf,
  textOf
} from "./chunk-chunk-3EDRWKZB.js";
import "./chunk-chunk-6IUKT67Q.js";
import {
  init_define_FLAMEGATE_PAGE
} from "./chunk-chunk-OMS2RVR2.js";

// src/formats/benchmarks/tinybench.ts
init_define_FLAMEGATE_PAGE();
function readTinybench(input) {
  const warnings = [];
  const records = [];
  const lost = noLosses();
  let isOurs = false;
  for (const task of listOf(jsonOf(input)).map(objectOf)) {
    const name = textOf(task.name) || textOf(task["Task name"]) || textOf(task["Task Name"]);
    if (name === "") continue;
    isOurs = true;
    const result = { ...task, ...objectOf(task.result) };
    const error = errorOf(result);
    const samples = samplesOf(result);
    if (error !== null) {
      warnings.push({ kind: "failed", file: input.file, message: `${name} failed: ${error}` });
    } else if (samples === null) {
      lose(lost, { name, message: `${name} has no times: was it run?` });
    } else records.push({ name, metrics: [{ unit: "sec/op", samples }] });
  }
  if (!isOurs) return null;
  return { records, results: records.length, environment: /* @__PURE__ */ new Map(), warnings, lost };
}
function errorOf({ state, error, Error: tabled }) {
  if (textOf(tabled) !== "") return textOf(tabled);
  if (error === void 0 && state !== "errored") return null;
  return textOf(objectOf(error).message) || textOf(error) || "no reason was given";
}
function samplesOf(record) {
  const latency = record.latency === void 0 ? record : objectOf(record.latency);
  if (latency.mean !== void 0 || listOf(latency.samples).length > 0) return secondsOf(latency);
  const heading = ["Latency avg (ns)", "Latency average (ns)", "Average Time (ns)"].find(
    (of_) => record[of_] !== void 0
  );
  return heading === void 0 ? null : [leading(record[heading]) * 1e-9];
}
var leading = (value) => isNumber(value) ? value : Number(/^[\d.]+(?:e[+-]?\d+)?(?=$| )/.exec(textOf(value))?.[0]);
export {
  readTinybench
};
