import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  jsonOf,
  numberOf,
  objectOf,
  textOf
} from "./chunk-chunk-3EDRWKZB.js";
import "./chunk-chunk-6IUKT67Q.js";
import {
  init_define_FLAMEGATE_PAGE
} from "./chunk-chunk-OMS2RVR2.js";

// src/formats/benchmarks/autocannon.ts
init_define_FLAMEGATE_PAGE();
function readAutocannon(input) {
  const whole = objectOf(jsonOf(input));
  if (whole.requests === void 0 || whole.latency === void 0) return null;
  const name = textOf(whole.title) || textOf(whole.url) || "autocannon";
  const record = { name, metrics: metricsOf(whole) };
  return { records: [record], results: 1, environment: /* @__PURE__ */ new Map(), warnings: [] };
}
function metricsOf({ requests, latency, throughput, errors, non2xx }) {
  const record = objectOf(latency);
  const times = [
    ["mean-sec", record.mean ?? record.average],
    ["p50-sec", record.p50],
    ["p97.5-sec", record.p97_5],
    ["p99-sec", record.p99]
  ];
  const metrics = [
    { unit: "req/s", samples: [meanOf(requests)] },
    { unit: "B/s", samples: [meanOf(throughput)] }
  ];
  for (const [unit, value] of times) {
    if (value !== 0) metrics.push({ unit, samples: [numberOf(value) * 1e-3] });
  }
  for (const [unit, value] of [
    ["errors", errors],
    ["non-2xx", non2xx]
  ]) {
    if (value !== void 0) metrics.push({ unit, samples: [numberOf(value)], better: "lower" });
  }
  return metrics;
}
function meanOf(item) {
  const { mean, average } = objectOf(item);
  return numberOf(mean ?? average);
}
export {
  readAutocannon
};
