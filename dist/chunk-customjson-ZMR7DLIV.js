import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  inBase
} from "./chunk-chunk-J4OLNXIF.js";
import {
  undirected
} from "./chunk-chunk-MKYMQKPK.js";
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

// src/formats/benchmarks/customjson.ts
init_define_FLAMEGATE_PAGE();
function readCustomJson(input) {
  const lost = noLosses();
  const records = listOf(jsonOf(input)).flatMap((entry, i) => {
    const { name, unit, value } = objectOf(entry);
    if (textOf(name) === "" || typeof unit !== "string") {
      const what = textOf(name) === "" ? `the benchmark ${i + 1} has no name` : `${name} has no unit`;
      lose(lost, { name: textOf(name), message: what });
      return [];
    }
    const base = inBase(unit || "value");
    const samples = [numberOf(value) * base.factor];
    return [{ name: textOf(name), metrics: [{ unit: base.unit, samples }] }];
  });
  const warnings = undirected(input.file, records);
  return { records, results: records.length, environment: /* @__PURE__ */ new Map(), warnings, lost };
}
export {
  readCustomJson
};
