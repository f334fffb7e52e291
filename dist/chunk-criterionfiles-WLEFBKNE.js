import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  criterionSet
} from "./chunk-chunk-BANJ3GOK.js";
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

// src/formats/benchmarks/criterionfiles.ts
init_define_FLAMEGATE_PAGE();
function readCriterionFiles(input, more) {
  const all = [input, ...more].map((file) => objectOf(jsonOf(file)));
  const benchmark = all.find((record) => typeof record.full_id === "string");
  const sample = all.find((record) => record.iters !== void 0 && record.times !== void 0);
  const estimates = all.find((record) => record.mean !== void 0);
  if (benchmark === void 0 && sample === void 0 && estimates === void 0) return null;
  const directory = criterionSet(input.file.replaceAll("\\", "/")) ?? "";
  const name = textOf(benchmark?.full_id);
  const lost = noLosses();
  const records = [];
  if (name === "") {
    const message = `the name of a benchmark is not there: give its benchmark.json as well (target/criterion/**/new/*.json)`;
    lose(lost, { name: directory, message });
  } else if (sample === void 0 && estimates === void 0) {
    const message = `${name} has neither sample.json nor estimates.json beside its benchmark.json`;
    lose(lost, { name, message });
  } else {
    const times = sample === void 0 ? [printed(estimates)] : timesOf(sample);
    records.push({ name, metrics: metricsOf(times, benchmark?.throughput) });
  }
  return { records, results: records.length, environment: /* @__PURE__ */ new Map(), warnings: [], lost };
}
function timesOf({ iters, times }) {
  const counts = listOf(iters);
  const values = listOf(times);
  if (counts.length !== values.length) return [Number.NaN];
  return values.map((time, i) => numberOf(time) / numberOf(counts[i]));
}
var printed = (estimates) => numberOf(objectOf(estimates?.slope).point_estimate ?? objectOf(estimates?.mean).point_estimate);
function metricsOf(times, throughput) {
  const { Bytes, BytesDecimal, Elements, Bits, ElementsAndBytes } = objectOf(throughput);
  const both = objectOf(ElementsAndBytes);
  const amounts = [
    ["B/s", Bytes ?? BytesDecimal ?? both.bytes],
    ["elem/s", Elements ?? both.elements],
    ["bits/s", Bits]
  ];
  const rates = amounts.flatMap(
    ([unit, amount]) => amount === void 0 ? [] : [{ unit, samples: times.map((time) => numberOf(amount) / (time / 1e9)) }]
  );
  return [{ unit: "ns/op", samples: times }, ...rates];
}
export {
  readCriterionFiles
};
