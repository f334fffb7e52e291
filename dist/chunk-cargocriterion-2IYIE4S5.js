import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  lose,
  noLosses
} from "./chunk-chunk-V6FUWQX3.js";
import {
  jsonLinesOf,
  listOf,
  numberOf,
  objectOf,
  textOf
} from "./chunk-chunk-3EDRWKZB.js";
import "./chunk-chunk-6IUKT67Q.js";
import {
  init_define_FLAMEGATE_PAGE
} from "./chunk-chunk-OMS2RVR2.js";

// src/formats/benchmarks/cargocriterion.ts
init_define_FLAMEGATE_PAGE();
var rates = {
  bytes: "B/s",
  elements: "elem/s",
  bits: "bits/s"
};
function readCargoCriterion(input) {
  const records = [];
  const lost = noLosses();
  let isOurs = false;
  const broken = (line, text) => {
    if (text.trimStart().startsWith("{")) {
      const message = "a message of cargo-criterion that is no JSON, was it cut off?";
      lose(lost, { name: "", line, message });
    }
  };
  for (const { line, value } of jsonLinesOf(input, broken)) {
    const message = objectOf(value);
    const isEnd = message.reason === "group-complete";
    isOurs ||= isEnd || message.reason === "benchmark-complete";
    if (isEnd || typeof message.reason !== "string") continue;
    const name = textOf(message.id);
    if (message.reason !== "benchmark-complete") continue;
    if (name === "") lose(lost, { name, line, message: "a benchmark without a name" });
    else records.push({ name, metrics: metricsOf(message) });
  }
  if (!isOurs) return null;
  return { records, results: records.length, environment: /* @__PURE__ */ new Map(), warnings: [], lost };
}
function metricsOf(message) {
  const counts = listOf(message.iteration_count);
  const values = listOf(message.measured_values);
  const unit = textOf(message.unit) || "ns";
  const samples = counts.length === values.length ? values.map((item, i) => numberOf(item) / numberOf(counts[i])) : [Number.NaN];
  const amounts = unit === "ns" ? listOf(message.throughput).map(objectOf) : [];
  const throughput = amounts.map(({ per_iteration: amount, unit: item }) => ({
    unit: rates[textOf(item)] ?? `${textOf(item)}/s`,
    samples: samples.map((ns) => numberOf(amount) / (ns / 1e9))
  }));
  return [{ unit: `${unit}/op`, samples }, ...throughput];
}
export {
  readCargoCriterion
};
