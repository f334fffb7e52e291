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

// src/formats/benchmarks/mitata.ts
init_define_FLAMEGATE_PAGE();
function readMitata(input) {
  const whole = objectOf(jsonOf(input));
  if (!Array.isArray(whole.benchmarks)) return null;
  const groups = listOf(whole.layout).map((item) => textOf(objectOf(item).name));
  const warnings = [];
  const records = [];
  const lost = noLosses();
  for (const { alias, group, runs } of whole.benchmarks.map(objectOf)) {
    for (const { name: own, stats, error } of listOf(runs).map(objectOf)) {
      const names = [groups[Number(group)] ?? "", textOf(own) || textOf(alias)];
      const name = names.filter(Boolean).join(" > ");
      if (stats !== void 0) records.push({ name, metrics: metricsOf(objectOf(stats)) });
      else if (error !== void 0) {
        const why = textOf(objectOf(error).message) || textOf(error) || "it has no times";
        warnings.push({ kind: "failed", file: input.file, message: `${name} failed: ${why}` });
      } else lose(lost, { name, message: `${name} has no times` });
    }
  }
  const environment = machineOf(objectOf(whole.context));
  return { records, results: records.length, environment, warnings, lost };
}
function machineOf(context) {
  const stated = /* @__PURE__ */ new Map();
  const cpu = textOf(objectOf(context.cpu).name).trim();
  if (cpu !== "") stated.set("cpu", { value: cpu });
  const toolchain = `${textOf(context.runtime)} ${textOf(context.version)}`.trim();
  if (toolchain !== "") stated.set("toolchain", { value: toolchain });
  return stated;
}
function metricsOf({ samples, avg, heap, gc, counters }) {
  const each = listOf(samples).map(numberOf);
  const metrics = [{ unit: "ns/op", samples: each.length > 0 ? each : [numberOf(avg)] }];
  const add = (unit, item) => {
    const { avg: mean } = objectOf(item);
    if (mean !== void 0) metrics.push({ unit, samples: [numberOf(mean)] });
  };
  add("heap-B/op", heap);
  add("gc-ns", gc);
  for (const [name, item] of Object.entries(objectOf(counters))) add(`${name}/op`, item);
  return metrics;
}
export {
  readMitata
};
