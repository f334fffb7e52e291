import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  isOther,
  oneIn,
  plural,
  signed
} from "./chunk-chunk-4ESYGOAJ.js";
import {
  commonScale,
  quantity
} from "./chunk-chunk-ZY32PDO3.js";
import {
  init_define_FLAMEGATE_PAGE
} from "./chunk-chunk-OMS2RVR2.js";

// src/report/rows/order.ts
init_define_FLAMEGATE_PAGE();
var VERDICTS = [
  "slower",
  "suspect",
  "faster",
  "missing",
  "not-run",
  "moved-with-suite",
  "moved",
  "new",
  "ok"
];
var RANK = new Map(VERDICTS.map((verdict, i) => [verdict, i]));
function rank(row) {
  const group = row.verdict === "ok" ? 2 : row.gated ? 0 : 1;
  return group * VERDICTS.length + (RANK.get(row.verdict) ?? 0);
}
var rankOf = (row) => row.follows === null ? rank(row) : 3 * VERDICTS.length;
var byText = (a, b) => a < b ? -1 : a > b ? 1 : 0;
function worseBy({ better, delta, base, head }) {
  if (delta === null) return base !== null && head !== null ? Number.POSITIVE_INFINITY : 0;
  return better === "higher" ? -delta : better === "lower" ? delta : Math.abs(delta);
}
function inOrder(comparisons) {
  return comparisons.toSorted((a, b) => {
    const first = rankOf(a) - rankOf(b);
    if (first !== 0) return first;
    const [worseA, worseB] = [worseBy(a), worseBy(b)];
    if (worseA !== worseB) return (worseA > worseB ? -1 : 1) * (a.verdict === "faster" ? -1 : 1);
    return byText(a.package, b.package) || byText(a.benchmark, b.benchmark) || byText(a.unit, b.unit);
  });
}
function changed(ordered) {
  return ordered.filter(
    ({ verdict, screened, blind, follows }) => follows === null && (verdict !== "ok" || screened !== null || blind)
  );
}
function heavier(functions) {
  return functionsInOrder(functions).filter(
    ({ verdict, adjustedDelta, threshold }) => verdict === "slower" || (verdict === "suspect" || verdict === "moved" || verdict === "new") && adjustedDelta > 0 && adjustedDelta >= threshold
  );
}
function suspectedToo(functions) {
  const shown = new Set(heavier(functions));
  return functionsInOrder(functions).filter(
    (row) => row.gated && row.verdict === "suspect" && !shown.has(row)
  );
}
function functionsInOrder(functions) {
  return functions.toSorted(
    (a, b) => rank(a) - rank(b) || b.adjustedDelta - a.adjustedDelta || byText(a.sampleType.type, b.sampleType.type) || byText(a.slice ?? "", b.slice ?? "") || byText(a.name, b.name) || byText(a.file, b.file) || a.line - b.line
  );
}
var word = (verdict) => verdict === "moved-with-suite" ? "moved with the suite" : verdict === "not-run" ? "not run" : verdict;
var weight = (verdict) => verdict === "slower" ? "heavier" : verdict === "faster" ? "lighter" : word(verdict);
var isExact = ({ test }) => test === "exact" || test === "counted";
function countByVerdict(comparisons) {
  return counted(
    comparisons.filter((row) => row.follows === null),
    word
  );
}
var countByWeight = (functions) => counted(functions, weight);
function counted(rows, name) {
  const counts = /* @__PURE__ */ new Map();
  for (const { verdict } of rows) counts.set(verdict, (counts.get(verdict) ?? 0) + 1);
  return VERDICTS.flatMap((verdict) => {
    const count = counts.get(verdict);
    return count === void 0 ? [] : [`${count} ${name(verdict)}`];
  }).join(", ");
}
var gatedOrNot = (text, gated) => gated ? text : `${text} (not gated)`;
function verdictWords(row) {
  if (row.follows !== null) return `same as ${row.follows}`;
  const { verdict, blind, gated, waived } = row;
  if (waived !== void 0) return `${word(verdict)} (accepted until ${waived.until})`;
  return gatedOrNot(blind && verdict === "ok" ? "blind" : word(verdict), gated);
}
function verdictAndSight(row) {
  const sees = row.verdict === "ok" && row.follows === null ? canSee(row) : "";
  return sees === "" ? verdictWords(row) : `${verdictWords(row)}, detects ${sees}`;
}
var canSee = ({ detectable }) => detectable === null || detectable === 0 ? "" : signed(detectable);
var functionWords = ({ verdict, gated, waived }) => waived === void 0 ? gatedOrNot(weight(verdict), gated) : `${weight(verdict)} (accepted until ${waived.until})`;
function byChance({ pAdjusted, test }) {
  if (pAdjusted === null || !Number.isFinite(pAdjusted) || test === "exact") return "-";
  return pAdjusted > 0.5 ? "usual" : oneIn(pAdjusted).replace("fewer than ", "<");
}
function reasonAndNotes(row) {
  if (row.follows !== null) return "";
  return [row.reason, ...ownPart(row), ...row.notes].filter((text) => text !== "").join("; ");
}
var whyOf = (row) => [row.reason, ...ownPart(row)].join("; ");
function ownPart({ own, delta, verdict }) {
  const isSaid = verdict === "ok" || verdict === "moved-with-suite";
  if (own === null || delta === null || isSaid || !isOther(own, delta)) return [];
  return [
    `${signed(own)} of this is its own; the rest is shared by the suite or is in the base's newest runs`
  ];
}
function rescaled({ adjustedDelta, flatDelta, base, head }) {
  if (Math.abs(adjustedDelta - flatDelta) < 5e-4 || head.flatFraction === 0) return "";
  const factor = (adjustedDelta + base.flatFraction) / head.flatFraction;
  return `; shares are of the base's total, and the head's total is ${factor.toPrecision(3)} times as large`;
}
function reasonAndCost(row) {
  const { verdict, perOp } = row;
  const reason = `${row.reason}${rescaled(row)}`;
  if (perOp === null || verdict === "ok") return reason;
  const { unit, base, head, benchmarks } = perOp;
  const scale = commonScale([base, head], unit);
  const cost = `${quantity(base, unit, scale)} to ${quantity(head, unit, scale)}`;
  const mean = benchmarks === 1 ? "" : ` (of the mean of ${plural(benchmarks, "benchmark")})`;
  return `${reason}; ${cost}${mean}`;
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
  suspectedToo,
  functionsInOrder,
  isExact,
  countByVerdict,
  countByWeight,
  verdictWords,
  verdictAndSight,
  canSee,
  functionWords,
  byChance,
  reasonAndNotes,
  whyOf,
  reasonAndCost,
  functionTitle,
  sourcePlace
};
