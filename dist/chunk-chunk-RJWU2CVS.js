import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  lose,
  noLosses
} from "./chunk-chunk-V6FUWQX3.js";
import {
  init_define_FLAMEGATE_PAGE
} from "./chunk-chunk-OMS2RVR2.js";

// src/formats/benchmarks/textreport.ts
init_define_FLAMEGATE_PAGE();
var longestLine = 500;
var readTextReport = (textReport) => ({ file, bytes }) => {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("utf8");
  const rows = text.split("\n").map((row) => row.slice(0, longestLine));
  const begins = rows.flatMap((row, i) => textReport.begins.test(row) ? [i] : []);
  if (begins.length === 0) return null;
  const warnings = [];
  const records = [];
  const lost = noLosses();
  for (const [i, begin] of begins.entries()) {
    const report = rows.slice(begin, begins[i + 1] ?? rows.length - 1);
    const name = nameOf(textReport, report) || withoutEnding(file);
    const line = begin + 1;
    const failure = report.map((row) => textReport.fails?.exec(row)).find((found) => found != null);
    if (failure !== void 0) {
      const message = `${name} failed: ${failure?.[1] ?? ""}`;
      warnings.push({ kind: "failed", file, line, message });
    }
    if (report.some((row) => textReport.ends.test(row))) {
      records.push({ name, metrics: metricsOf(textReport, report) });
    } else {
      const message = `${name}: this report has no end: was the file cut off?`;
      lose(lost, { name, line, message });
    }
  }
  return { records, results: records.length, environment: /* @__PURE__ */ new Map(), warnings, lost };
};
function nameOf({ names = [] }, report) {
  const parts = names.flatMap((named) => {
    const found = report.map((row) => named.exec(row)?.[1]).find((part) => part !== void 0);
    return found === void 0 ? [] : [found.trim()];
  });
  return parts.join("");
}
var withoutEnding = (file) => (file.split(/[\\/]/).at(-1) ?? file).replace(/\.[^.]*$/, "");
function metricsOf({ lines }, report) {
  const sums = /* @__PURE__ */ new Map();
  const metrics = [];
  for (const line of lines) if (line.sums) sums.set(line, 0);
  for (const row of report) {
    for (const line of lines) {
      const [, ...groups] = line.prints.exec(row) ?? [];
      if (groups.length === 0) continue;
      const value = line.value(...groups);
      if (line.sums) sums.set(line, (sums.get(line) ?? 0) + value);
      else metrics.push(metricOf(line, groups, value));
      break;
    }
  }
  return [...metrics, ...[...sums].map(([line, value]) => metricOf(line, [], value))];
}
var metricOf = ({ unit, better }, groups, value) => ({
  unit: typeof unit === "string" ? unit : unit(...groups),
  samples: [value],
  ...better === void 0 ? {} : { better }
});

export {
  readTextReport,
  withoutEnding
};
