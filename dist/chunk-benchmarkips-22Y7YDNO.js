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

// src/formats/benchmarks/benchmarkips.ts
init_define_FLAMEGATE_PAGE();
function readBenchmarkIps(input) {
  const lost = noLosses();
  const records = listOf(jsonOf(input)).flatMap((entry, i) => {
    const { name, samples, central_tendency: central, ips } = objectOf(entry);
    if (textOf(name) === "") {
      lose(lost, { name: "", message: `the report ${i + 1} has no name` });
      return [];
    }
    const told = Array.isArray(samples) && samples.length > 0 ? samples : [ips ?? central];
    return [{ name: textOf(name), metrics: [{ unit: "ops/s", samples: told.map(numberOf) }] }];
  });
  return { records, results: records.length, environment: /* @__PURE__ */ new Map(), warnings: [], lost };
}
export {
  readBenchmarkIps
};
