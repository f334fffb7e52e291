import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  lose,
  noLosses
} from "./chunk-chunk-V6FUWQX3.js";
import {
  jsonLinesOf,
  objectOf,
  textOf
} from "./chunk-chunk-3EDRWKZB.js";
import "./chunk-chunk-6IUKT67Q.js";
import {
  init_define_FLAMEGATE_PAGE
} from "./chunk-chunk-OMS2RVR2.js";

// src/formats/benchmarks/perfstat.ts
init_define_FLAMEGATE_PAGE();
var costs = /^(?:instructions|cycles|cpu-cycles|page-faults|.*-misses)(?::|$)/;
function readPerfCsv(input) {
  const text = Buffer.from(input.bytes.buffer, input.bytes.byteOffset, input.bytes.length);
  const all = text.toString("utf8").split("\n");
  const rows = all.flatMap((row, i) => {
    const [value = "", unit = "", event = ""] = row.slice(0, 1e3).split(",");
    const isCount = /^(?:[\d.]+|<not (?:counted|supported)>)$/.test(value);
    const isOurs = row.split(",").length >= 5 && event !== "";
    if (!isOurs && !isCount) return [];
    return [{ line: i + 1, value, unit, event: isOurs && i + 1 < all.length ? event : "" }];
  });
  return readingOf(input, rows);
}
function readPerfJson(input) {
  const rows = [];
  const broken = (line, text) => {
    if (text.startsWith("{")) rows.push({ line, value: "", unit: "", event: "" });
  };
  for (const { line, value } of jsonLinesOf(input, broken)) {
    const record = objectOf(value);
    if (record["counter-value"] === void 0) continue;
    const said = { value: String(record["counter-value"]), unit: textOf(record.unit) };
    rows.push({ line, ...said, event: textOf(record.event) });
  }
  return rows.some(({ event }) => event !== "") ? readingOf(input, rows) : null;
}
function readingOf({ file }, rows) {
  if (rows.length === 0) return null;
  const name = (file.split(/[\\/]/).at(-1) ?? file).replace(/\.[^.]*$/, "");
  const warnings = [];
  const lost = noLosses();
  const metrics = [];
  for (const { line, value, unit, event } of rows) {
    if (event === "") {
      lose(lost, { name, line, message: `${name}: a count is not whole on this line` });
    } else if (/^<not /.test(value)) {
      const message = `${event} was ${value.slice(1, -1)} on this machine`;
      warnings.push({ kind: "syntax", file, line, message });
    } else {
      metrics.push(
        metricOf(event, unit, /^\d+(?:\.\d+)?$/.test(value) ? Number(value) : Number.NaN)
      );
    }
  }
  const records = metrics.length === 0 ? [] : [{ name, metrics }];
  return { records, results: records.length, environment: /* @__PURE__ */ new Map(), warnings, lost };
}
function metricOf(event, unit, value) {
  if (unit === "msec") return { unit: `${event}-sec`, samples: [value / 1e3] };
  if (unit === "ns") return { unit: `${event}-sec`, samples: [value / 1e9] };
  const named = unit === "" ? event : `${event}-${unit}`;
  return { unit: named, samples: [value], ...costs.test(event) ? { better: "lower" } : {} };
}
export {
  readPerfCsv,
  readPerfJson
};
