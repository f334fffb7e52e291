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

// src/formats/benchmarks/deno.ts
init_define_FLAMEGATE_PAGE();
function readDeno(input) {
  const whole = objectOf(jsonOf(input));
  if (!Array.isArray(whole.benches)) return null;
  const warnings = [];
  const records = [];
  const lost = noLosses();
  for (const bench of whole.benches.map(objectOf)) {
    const file = textOf(bench.origin).replace(/^file:\/\//, "");
    const name = [file, textOf(bench.group), textOf(bench.name)].filter(Boolean).join(" > ");
    const results = listOf(bench.results).map(objectOf);
    if (results.length === 0) lose(lost, { name, message: `${name} has no result` });
    for (const { ok, failed } of results) {
      if (failed !== void 0) {
        const why = textOf(objectOf(failed).message) || "no reason was given";
        warnings.push({ kind: "failed", file: input.file, message: `${name} failed: ${why}` });
        continue;
      }
      records.push({ name, metrics: [{ unit: "ns/op", samples: [numberOf(objectOf(ok).avg)] }] });
    }
  }
  return { records, results: records.length, environment: machineOf(whole), warnings, lost };
}
function machineOf({ cpu, runtime }) {
  const stated = /* @__PURE__ */ new Map();
  if (textOf(cpu) !== "") stated.set("cpu", { value: textOf(cpu) });
  if (textOf(runtime) !== "") stated.set("toolchain", { value: textOf(runtime) });
  return stated;
}
export {
  readDeno
};
