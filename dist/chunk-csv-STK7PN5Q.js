import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  logLine
} from "./chunk-chunk-3KXZIELT.js";
import {
  init_define_FLAMEGATE_PAGE
} from "./chunk-chunk-OMS2RVR2.js";

// src/report/csv.ts
init_define_FLAMEGATE_PAGE();
function gateCsv(verdict) {
  const { comparisons, functions, warnings } = verdict;
  return [
    comparisonsCsv(comparisons),
    ...functions.length === 0 ? [] : [functionsCsv(functions)],
    ...warnings.length === 0 ? [] : [warningsCsv(warnings)]
  ].join("\r\n");
}
function warningsCsv(warnings) {
  const records = warnings.map(({ kind, file, line, message }) => [kind, file, line, message]);
  return print(["warning", "file", "line", "message"], records);
}
function comparisonsCsv(comparisons) {
  const columns = "package,benchmark,unit,better,base_center,base_n,base_runs,head_center,head_n,head_runs,delta,ci_low,ci_high,worst,p,p_adjusted,df,test,detectable,threshold,gated,verdict,reason,notes,screened_delta,screened_runs,own,suspect_from,slower_from,faster_from,follows,blind,screened_verdict";
  const records = comparisons.map((row) => [
    ...[row.package, row.benchmark, row.unit, row.better],
    ...[row.base?.center, row.base?.n, row.base?.runs],
    ...[row.head?.center, row.head?.n, row.head?.runs],
    ...[row.delta, row.ci?.[0], row.ci?.[1], row.worst, row.p, row.pAdjusted, row.df, row.test],
    ...[row.detectable, row.threshold, row.gated, row.verdict, row.reason, row.notes.join("; ")],
    ...[row.screened?.delta, row.screened?.runs],
    ...[row.own, row.limits?.suspect, row.limits?.slower, row.limits?.faster],
    ...[row.follows, row.blind, row.screened?.verdict]
  ]);
  return print(columns.split(","), records);
}
function functionsCsv(functions) {
  const columns = "sample_type,sample_unit,name,file,line,base_flat,base_cum,base_flat_fraction,base_cum_fraction,head_flat,head_cum,head_flat_fraction,head_cum_fraction,flat_delta,ci_low,ci_high,worst,p,p_adjusted,df,detectable,threshold,gated,verdict,reason,slice,adjusted_delta,former_name,head_profiles,replicates,base_runs,moved_from,moved_to,moved_delta,per_op_unit,base_per_op,head_per_op";
  const records = functions.map((row) => [
    ...[row.sampleType.type, row.sampleType.unit, row.name, row.file, row.line],
    ...[row.base.flat, row.base.cum, row.base.flatFraction, row.base.cumFraction],
    ...[row.head.flat, row.head.cum, row.head.flatFraction, row.head.cumFraction],
    ...[row.flatDelta, row.ci?.[0], row.ci?.[1], row.worst, row.p, row.pAdjusted, row.df],
    ...[row.detectable, row.threshold, row.gated, row.verdict, row.reason, row.slice],
    ...[row.adjustedDelta, row.formerName, row.headProfiles, row.replicates, row.baseRuns],
    ...[row.moved?.from.join("; "), row.moved?.to.join("; "), row.moved?.delta],
    ...[row.perOp?.unit, row.perOp?.base, row.perOp?.head]
  ]);
  return print(columns.split(","), records);
}
function topCsv(tables) {
  const records = tables.flatMap(({ sampleType, total, functions, slice }) => {
    const part = (value) => total === 0 ? 0 : value / total;
    return functions.map(({ name, file, line, flat, cum }) => [
      ...[sampleType.type, sampleType.unit, name, file, line, flat, cum, part(flat), part(cum)],
      slice
    ]);
  });
  const columns = "sample_type,sample_unit,name,file,line,flat,cum,flat_fraction,cum_fraction,slice";
  return print(columns.split(","), records);
}
function print(columns, records) {
  return [columns, ...records].map((record) => `${record.map(field).join(",")}\r
`).join("");
}
function field(value) {
  if (value === null || value === void 0) return "";
  if (typeof value === "number") return Number.isFinite(value) ? String(value) : "";
  if (typeof value === "boolean") return String(value);
  const line = logLine(value, Number.POSITIVE_INFINITY);
  const text = /^\s*[=+\-@]/.test(line) ? `'${line}` : line;
  return /[",]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
export {
  comparisonsCsv,
  functionsCsv,
  gateCsv,
  topCsv
};
