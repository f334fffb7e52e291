import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  withoutEnding
} from "./chunk-chunk-RJWU2CVS.js";
import "./chunk-chunk-V6FUWQX3.js";
import {
  isNumber,
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

// src/formats/benchmarks/serverjson.ts
init_define_FLAMEGATE_PAGE();
var one = (name, metrics) => ({
  records: [{ name, metrics }],
  results: 1,
  environment: /* @__PURE__ */ new Map(),
  warnings: []
});
function metricsOf(values) {
  return values.flatMap(
    ([unit, value, factor = 1]) => value === void 0 ? [] : [{ unit, samples: [numberOf(value) * factor] }]
  );
}
var share = (value) => value === void 0 ? [] : [{ unit: "success-share", samples: [numberOf(value)], better: "higher" }];
function countOf(counts, isWanted) {
  const others = Object.entries(counts).filter(([key]) => !isWanted(key));
  return others.reduce((sum, [, count]) => sum + numberOf(count), 0);
}
var errors = (unit, count) => ({
  unit,
  samples: [count],
  better: "lower"
});
function readVegeta(input) {
  const whole = objectOf(jsonOf(input));
  const record = objectOf(whole.latencies);
  if (whole.latencies === void 0) return null;
  return one(withoutEnding(input.file), [
    ...metricsOf([
      ["mean-ns", record.mean],
      ["p50-ns", record["50th"]],
      ["p90-ns", record["90th"]],
      ["p95-ns", record["95th"]],
      ["p99-ns", record["99th"]],
      ["req/s", whole.throughput]
    ]),
    ...share(whole.success)
  ]);
}
function readOha(input) {
  const whole = objectOf(jsonOf(input));
  const summary = objectOf(whole.summary);
  const percentiles = objectOf(whole.latencyPercentiles);
  if (whole.summary === void 0) return null;
  return one(withoutEnding(input.file), [
    ...metricsOf([
      ["mean-sec", summary.average],
      ["p50-sec", percentiles.p50],
      ["p90-sec", percentiles.p90],
      ["p95-sec", percentiles.p95],
      ["p99-sec", percentiles.p99],
      ["req/s", summary.requestsPerSec],
      ["B/s", summary.sizePerSec]
    ]),
    ...share(summary.successRate),
    errors(
      "non-2xx",
      countOf(objectOf(whole.statusCodeDistribution), (key) => key.startsWith("2"))
    )
  ]);
}
function readGhz(input) {
  const whole = objectOf(jsonOf(input));
  if (whole.rps === void 0) return null;
  const call = textOf(objectOf(whole.options).call);
  const name = textOf(whole.name) || call || withoutEnding(input.file);
  const latencies = listOf(whole.details).map((item) => numberOf(objectOf(item).latency));
  const percentiles = listOf(whole.latencyDistribution).map(objectOf);
  return one(name, [
    { unit: "ns/op", samples: latencies.length > 0 ? latencies : [numberOf(whole.average)] },
    ...metricsOf([["req/s", whole.rps]]),
    ...percentiles.flatMap(({ percentage, latency }) => {
      if (!isNumber(percentage)) return [{ unit: "p-ns", samples: [Number.NaN] }];
      return [{ unit: `p${percentage}-ns`, samples: [numberOf(latency)] }];
    }),
    errors(
      "errors",
      countOf(objectOf(whole.statusCodeDistribution), (key) => key === "OK")
    )
  ]);
}
export {
  readGhz,
  readOha,
  readVegeta
};
