import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  commonScale,
  plural,
  quantity
} from "./chunk-chunk-W4RCAHBX.js";

// src/report/matters.ts
var VERDICTS = [
  "regressed",
  "inconclusive",
  "improved",
  "moved",
  "missing",
  "new",
  "unchanged"
];
var RANK = new Map(VERDICTS.map((verdict, i) => [verdict, i]));
function rank(row) {
  const group = row.verdict === "unchanged" ? 2 : row.gated ? 0 : 1;
  return group * VERDICTS.length + (RANK.get(row.verdict) ?? 0);
}
var byText = (a, b) => a < b ? -1 : a > b ? 1 : 0;
function worseBy({ better, delta, base, head }) {
  if (delta === null) return base !== null && head !== null ? Number.POSITIVE_INFINITY : 0;
  return better === "higher" ? -delta : better === "lower" ? delta : Math.abs(delta);
}
function inOrder(comparisons) {
  return comparisons.toSorted((a, b) => {
    const first = rank(a) - rank(b);
    if (first !== 0) return first;
    const [worseA, worseB] = [worseBy(a), worseBy(b)];
    if (worseA !== worseB) return (worseA > worseB ? -1 : 1) * (a.verdict === "improved" ? -1 : 1);
    return byText(a.package, b.package) || byText(a.benchmark, b.benchmark) || byText(a.unit, b.unit);
  });
}
function changed(ordered) {
  return ordered.filter(({ verdict, screened }) => verdict !== "unchanged" || screened !== null);
}
function heavier(functions) {
  return functionsInOrder(functions).filter(
    ({ verdict, adjustedDelta, threshold }) => verdict === "regressed" || (verdict === "inconclusive" || verdict === "moved" || verdict === "new") && adjustedDelta > 0 && adjustedDelta >= threshold
  );
}
function undecided(functions) {
  const shown = new Set(heavier(functions));
  return functionsInOrder(functions).filter(
    (row) => row.gated && row.verdict === "inconclusive" && !shown.has(row)
  );
}
function functionsInOrder(functions) {
  return functions.toSorted(
    (a, b) => rank(a) - rank(b) || b.adjustedDelta - a.adjustedDelta || byText(a.sampleType.type, b.sampleType.type) || byText(a.slice ?? "", b.slice ?? "") || byText(a.name, b.name) || byText(a.file, b.file) || a.line - b.line
  );
}
function countByVerdict(rows) {
  const counts = /* @__PURE__ */ new Map();
  for (const { verdict } of rows) counts.set(verdict, (counts.get(verdict) ?? 0) + 1);
  return VERDICTS.flatMap((verdict) => {
    const count = counts.get(verdict);
    return count === void 0 ? [] : [`${count} ${verdict}`];
  }).join(", ");
}
function verdictWords(row) {
  return row.gated ? row.verdict : `${row.verdict} (not gated)`;
}
function reasonAndNotes(row) {
  return [row.reason, ...row.notes].filter((text) => text !== "").join("; ");
}
function rescaled({ adjustedDelta, flatDelta, base, head }) {
  if (Math.abs(adjustedDelta - flatDelta) < 5e-4 || head.flatFraction === 0) return "";
  const factor = (adjustedDelta + base.flatFraction) / head.flatFraction;
  return `; of the base's total: the head's is ${factor.toPrecision(3)} times it`;
}
function reasonAndCost(row) {
  const { verdict, perOp } = row;
  const reason = `${row.reason}${rescaled(row)}`;
  if (perOp === null || verdict === "unchanged") return reason;
  const { unit, base, head, benchmarks } = perOp;
  const scale = commonScale([base, head], unit);
  const cost = `${quantity(base, unit, scale)} to ${quantity(head, unit, scale)}`;
  const mean = benchmarks === 1 ? "" : ` (of the mean of ${plural(benchmarks, "benchmark")})`;
  return `${reason}; ${cost}${mean}`;
}
function benchmarkNames(comparisons) {
  const packages = [...new Set(comparisons.map((row) => row.package))];
  if (packages.length < 2) return (row) => row.benchmark;
  const shared = sharedDirectory(packages);
  return ({ package: name, benchmark }) => {
    const short = name.slice(shared) || name.slice(name.lastIndexOf("/") + 1);
    return short === "" ? benchmark : `${short}.${benchmark}`;
  };
}
function sharedDirectory(paths) {
  const [first = "", ...others] = paths;
  let shared = 0;
  for (let end = first.indexOf("/") + 1; end > 0; end = first.indexOf("/", end) + 1) {
    const start = first.slice(0, end);
    if (!others.every((path) => `${path}/`.startsWith(start))) break;
    shared = end;
  }
  return shared;
}
function functionTitle({
  name,
  slice
}) {
  return slice === void 0 ? name : `${slice}: ${name}`;
}
function sourcePlace({ file, line }, parts = 3) {
  if (file === "") return "";
  const path = file.split("/").slice(-parts).join("/");
  return line > 0 ? `${path}:${line}` : path;
}

export {
  inOrder,
  changed,
  heavier,
  undecided,
  functionsInOrder,
  countByVerdict,
  verdictWords,
  reasonAndNotes,
  reasonAndCost,
  benchmarkNames,
  functionTitle,
  sourcePlace
};
