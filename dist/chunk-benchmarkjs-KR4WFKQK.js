import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  lose,
  noLosses
} from "./chunk-chunk-V6FUWQX3.js";
import {
  init_define_FLAMEGATE_PAGE
} from "./chunk-chunk-OMS2RVR2.js";

// src/formats/benchmarks/benchmarkjs.ts
init_define_FLAMEGATE_PAGE();
var result = /^\s*(\S.*?) x ([\d,]+(?:\.\d+)?) ops\/sec (?:±|\+\/-)/;
var broken = /^(\S.*): (?:(\w*Error\b.*))?$/;
function readBenchmarkJs({ file, bytes }) {
  const warnings = [];
  const records = [];
  const lost = noLosses();
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("utf8");
  for (const [i, row] of text.split("\n").entries()) {
    const line = i + 1;
    const [, name, rate = ""] = result.exec(row) ?? [];
    if (name !== void 0) {
      records.push({
        name,
        metrics: [{ unit: "ops/s", samples: [Number(rate.replaceAll(",", ""))] }]
      });
      continue;
    }
    const [, failed, why = ""] = broken.exec(row) ?? [];
    if (failed !== void 0) {
      const message = `${failed} failed${why === "" ? "" : `: ${why}`}`;
      warnings.push({ kind: "failed", file, line, message });
    } else if (row.includes(" x ") && (row.includes(" ops/sec") || / x [\d,.]*$/.test(row))) {
      const item = row.slice(0, row.lastIndexOf(" x ")).trim();
      lose(lost, { name: item, line, message: `${item} has no number of operations a second` });
    }
  }
  if (records.length === 0 && lost.listed.size === 0) return null;
  return { records, results: records.length, environment: /* @__PURE__ */ new Map(), warnings, lost };
}
export {
  readBenchmarkJs
};
