import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  pp
} from "./chunk-chunk-F2QYVI5H.js";
import {
  environmentSentence,
  sourceSentences,
  warningLines
} from "./chunk-chunk-6OBLDVWQ.js";
import "./chunk-chunk-XDSCW632.js";
import {
  byChance,
  functionTitle,
  functionsInOrder,
  inOrder,
  reasonAndCost,
  reasonAndNotes,
  sourcePlace,
  verdictAndSight
} from "./chunk-chunk-NTMR7OSE.js";
import {
  changeCell,
  interval,
  plural,
  share
} from "./chunk-chunk-4ESYGOAJ.js";
import "./chunk-chunk-IV5T3H63.js";
import {
  commonScale,
  quantity
} from "./chunk-chunk-ZY32PDO3.js";
import {
  logName,
  xmlText
} from "./chunk-chunk-3KXZIELT.js";
import "./chunk-chunk-ETXR6ESQ.js";
import {
  init_define_FLAMEGATE_PAGE
} from "./chunk-chunk-OMS2RVR2.js";

// src/report/junit.ts
init_define_FLAMEGATE_PAGE();
var passed = { kind: "passed" };
var NAME = 500;
function gateJunit(verdict, options) {
  const suites = [
    suite("flamegate", gateCase(verdict, options)),
    suite(
      "benchmarks",
      inOrder(verdict.comparisons).filter((row) => row.follows === null).map((row) => benchmarkCase(row, options))
    ),
    suite(
      "functions",
      functionsInOrder(verdict.functions).filter((row) => row.gated && (row.verdict === "slower" || row.verdict === "suspect")).map((row) => functionCase(row, options))
    )
  ].filter(({ cases }) => cases.length > 0);
  const all = suites.flatMap(({ cases }) => cases);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="flamegate" ${counts(all)}>`,
    ...suites.flatMap(({ lines }) => lines),
    "</testsuites>",
    ""
  ].join("\n");
}
var has = (cases, kind) => cases.filter(({ outcome }) => outcome.kind === kind).length;
var counts = (cases) => `tests="${cases.length}" failures="${has(cases, "failure")}" errors="${has(cases, "error")}" time="0"`;
function suite(name, cases) {
  const lines = [
    `  <testsuite name="${name}" ${counts(cases)} skipped="${has(cases, "skipped")}">`,
    ...distinct(cases).flatMap(caseLines),
    "  </testsuite>"
  ];
  return { cases, lines };
}
function distinct(cases) {
  const seen = /* @__PURE__ */ new Map();
  return cases.map((testCase) => {
    const shown = { ...testCase, group: shownName(testCase.group), name: shownName(testCase.name) };
    const key = JSON.stringify([shown.group, shown.name]);
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    return count === 1 ? shown : { ...shown, name: `${shown.name} (${count})` };
  });
}
var shownName = (name) => xmlText(logName(name, NAME)) || "?";
function caseLines({ group, name, outcome, lines }) {
  const text = lines.map((line) => xmlText(line, 2e3)).join("\n");
  return [
    `    <testcase classname="${group}" name="${name}" time="0">`,
    ...outcomeLines(outcome, text),
    ...text === "" ? [] : [`      <system-out>${text}</system-out>`],
    "    </testcase>"
  ];
}
function outcomeLines(outcome, text) {
  if (outcome.kind === "passed") return [];
  const { kind, type, message } = outcome;
  const start = `      <${kind} type="${xmlText(type)}" message="${xmlText(message)}"`;
  return [kind === "skipped" ? `${start}/>` : `${start}>${text}</${kind}>`];
}
function gateCase(verdict, { status }) {
  if (status === null) return [];
  const about = [
    ...sourceSentences(verdict),
    environmentSentence(verdict),
    ...verdict.advice,
    ...warningLines(verdict.warnings)
  ].filter((line) => line !== "");
  return [
    {
      group: "flamegate",
      name: "gate",
      outcome: gateOutcome(verdict, status),
      lines: [`${verdict.verdict}: ${verdict.headline}`, ...about]
    }
  ];
}
function gateOutcome({ verdict, headline }, status) {
  const said = { type: verdict, message: headline };
  if (status === 0) return verdict === "pass" ? passed : { kind: "skipped", ...said };
  if (status === 1 || status === 3 && verdict === "suspect") return { kind: "failure", ...said };
  if (status === 3) return { kind: "error", ...said };
  const message = `exit status ${status}: the work was not done; ${headline}`;
  return { kind: "error", type: "unfinished", message };
}
function benchmarkCase(row, { failOn }) {
  const words = verdictAndSight(row);
  const why = reasonAndNotes(row);
  return {
    group: row.package === "" ? "benchmarks" : row.package,
    name: `${row.benchmark} ${row.unit}`,
    outcome: benchmarkOutcome(row, failOn, `${changeOf(row)}${why}`),
    lines: [`${words}: ${changeOf(row)}${why}`, ...numbers(row)]
  };
}
function benchmarkOutcome(row, failOn, message) {
  const { verdict, gated, blind } = row;
  const because = (kind, blocks, type = verdict) => ({
    kind: blocks && gated ? kind : "skipped",
    type: gated ? type : `${type}, not gated`,
    message
  });
  switch (verdict) {
    case "slower":
      return because("failure", failOn.includes("regression"));
    case "suspect":
      return because("failure", failOn.includes("suspect"));
    case "missing":
    case "not-run":
      return because("error", failOn.includes("incomplete"));
    case "new":
      return because("error", false);
    case "ok":
    case "faster":
    case "moved-with-suite":
      return blind ? because("error", failOn.includes("incomplete"), "blind") : passed;
  }
}
var changeOf = ({ base, head, delta, unit }) => base === null || head === null ? "" : `${changeCell(delta, unit)}, `;
function numbers(row) {
  const { base, head, unit, ci } = row;
  const sides = [base, head].flatMap((side) => side === null ? [] : [side.center]);
  const scale = commonScale(sides, unit);
  const value = (center) => quantity(center, unit, scale);
  const chance = byChance(row);
  return [
    ...base === null ? [] : [`base: ${value(base.center)}, of ${plural(base.runs, "run")}`],
    ...head === null ? [] : [`head: ${value(head.center)}`],
    ...ci === null ? [] : [`95 % interval of the change: ${interval(ci)}`],
    ...chance === "-" ? [] : [`by chance: ${chance}`]
  ];
}
function functionCase(row, { failOn }) {
  const isSlower = row.verdict === "slower";
  const change = `${pp(row.adjustedDelta)}, ${reasonAndCost(row)}`;
  const shares = `flat: ${share(row.base.flatFraction)} to ${share(row.head.flatFraction)}`;
  const blocks = failOn.includes(isSlower ? "regression" : "suspect");
  return {
    group: `profile ${row.sampleType.type}`,
    name: functionTitle(row),
    outcome: {
      kind: blocks ? "failure" : "skipped",
      type: isSlower ? "heavier" : "suspect",
      message: change
    },
    lines: [change, [shares, sourcePlace(row)].filter((text) => text !== "").join(", at ")]
  };
}
export {
  gateJunit
};
