import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  fitInto,
  fixedBlock
} from "./chunk-chunk-Y5CQPGWT.js";
import {
  benchmarkNames,
  changed,
  countByVerdict,
  functionTitle,
  functionsInOrder,
  heavier,
  inOrder,
  reasonAndCost,
  reasonAndNotes,
  sourcePlace,
  verdictWords
} from "./chunk-chunk-JC5OIT7B.js";
import {
  MOST_WARNINGS,
  commonScale,
  environmentSentence,
  fraction,
  mark,
  pCell,
  percent,
  percentInterval,
  plural,
  pp,
  ppInterval,
  quantity,
  shiftSentence,
  sourceSentences,
  warningLines
} from "./chunk-chunk-W4RCAHBX.js";
import {
  markdownCode,
  markdownText
} from "./chunk-chunk-RFZJ2M3E.js";

// src/report/markdown.ts
var MOST_CHANGED = 10;
var MOST_HEAVIER = 10;
var MOST_FUNCTIONS = 100;
function comment(verdict, { maxChars = 65536, ...links } = {}) {
  return fitInto(blocks(verdict, links), maxChars, (text) => text.length);
}
function summary(verdict, { maxBytes = 1048576, ...links } = {}) {
  return fitInto(blocks(verdict, links), maxBytes, (text) => Buffer.byteLength(text));
}
function blocks(verdict, links) {
  const ordered = inOrder(verdict.comparisons);
  const name = benchmarkNames(verdict.comparisons);
  return [
    fixedBlock(`### ${mark(verdict.verdict)} ${markdownText(verdict.headline, 300)}
`),
    changedBlock(changed(ordered), name),
    heavierBlock(heavier(verdict.functions)),
    adviceBlock(verdict),
    comparisonsBlock(ordered, name),
    functionsBlock(functionsInOrder(verdict.functions)),
    baselineBlock(verdict),
    warningsBlock(verdict),
    fixedBlock(footer(links))
  ].filter((block) => block !== null);
}
var cells = (...texts) => `| ${texts.join(" | ")} |
`;
var FUNCTION_HEADINGS = `${cells("", "function", "at", "profile", "base", "head", "change", "95% interval", "why")}|---|---|---|---|--:|--:|--:|--:|---|
`;
var strong = (text, yes) => yes ? `**${text}**` : text;
var p = (value) => pCell(value).replace("<", "&lt;");
function centers(row) {
  const sides = [row.base, row.head];
  const known = sides.flatMap((side) => side === null ? [] : [side.center]);
  const scale = commonScale(known, row.unit);
  const [base = "-", head = "-"] = sides.map(
    (side) => side === null ? "-" : markdownText(quantity(side.center, row.unit, scale), 60)
  );
  return [base, head];
}
function changeOf(row) {
  return row.base === null || row.head === null ? "-" : percent(row.delta);
}
function changedBlock(rows, name) {
  if (rows.length === 0) return null;
  return {
    open: `
${cells("", "benchmark", "base", "head", "change", "95% interval", "why")}|---|---|--:|--:|--:|--:|---|
`,
    close: "",
    total: rows.length,
    wanted: Math.min(rows.length, MOST_CHANGED),
    row: (index) => {
      const row = rows[index];
      if (row === void 0) return "";
      const grave = row.verdict === "regressed" && row.gated;
      return cells(
        strong(verdictWords(row), grave),
        markdownCode(name(row)),
        ...centers(row),
        strong(changeOf(row), grave),
        row.ci === null ? "-" : percentInterval(row.ci),
        markdownText(row.reason, 200)
      );
    },
    left: (count) => `
and ${plural(count, "row")} more, folded below
`,
    priority: 1
  };
}
function heavierBlock(rows) {
  if (rows.length === 0) return null;
  return {
    open: `
**What got heavier**

${FUNCTION_HEADINGS}`,
    close: "",
    total: rows.length,
    wanted: Math.min(rows.length, MOST_HEAVIER),
    row: (index) => functionRow(rows[index]),
    left: (count) => `
and ${plural(count, "function")} more, folded below
`,
    priority: 2
  };
}
function functionRow(row) {
  if (row === void 0) return "";
  const place = sourcePlace(row);
  const grave = row.verdict === "regressed" && row.gated;
  return cells(
    strong(verdictWords(row), grave),
    markdownCode(functionTitle(row)),
    place === "" ? "-" : markdownCode(place, 80),
    markdownText(row.sampleType.type, 30),
    fraction(row.base.flatFraction),
    fraction(row.head.flatFraction),
    strong(pp(row.adjustedDelta), grave),
    row.ci === null ? "-" : ppInterval(row.ci),
    markdownText(reasonAndCost(row), 200)
  );
}
function adviceBlock({ advice, shift }) {
  const beyond = shift?.verdict === "beyond-history" ? [shiftSentence(shift)] : [];
  return list([...beyond, ...advice], { open: "\n", close: "", most: 20, priority: 3 });
}
function comparisonsBlock(rows, name) {
  if (rows.length === 0) return null;
  const headings = cells(
    ...["", "benchmark", "base", "runs", "head", "change", "95% interval", "p (Holm)"],
    ...["threshold", "can see", "why"]
  );
  return {
    open: `
<details><summary>All comparisons (${countByVerdict(rows)})</summary>

${headings}|---|---|--:|--:|--:|--:|--:|--:|--:|--:|---|
`,
    close: "\n</details>\n",
    total: rows.length,
    wanted: rows.length,
    row: (index) => {
      const row = rows[index];
      if (row === void 0) return "";
      const [base, head] = centers(row);
      return cells(
        verdictWords(row),
        markdownCode(name(row)),
        base,
        row.base === null ? "-" : String(row.base.runs),
        head,
        changeOf(row),
        row.ci === null ? "-" : percentInterval(row.ci),
        p(row.pAdjusted),
        fraction(row.threshold),
        row.detectable === null ? "-" : fraction(row.detectable),
        markdownText(reasonAndNotes(row), 200)
      );
    },
    left: leftOut("row"),
    priority: 6
  };
}
function functionsBlock(rows) {
  if (rows.length === 0) return null;
  return {
    open: `
<details><summary>All functions (${countByVerdict(rows)})</summary>

${FUNCTION_HEADINGS}`,
    close: "\n</details>\n",
    total: rows.length,
    wanted: Math.min(rows.length, MOST_FUNCTIONS),
    row: (index) => functionRow(rows[index]),
    left: leftOut("function"),
    priority: 7
  };
}
function baselineBlock(verdict) {
  const { shift, environment } = verdict;
  const where = environmentSentence(environment);
  const lines = [
    ...sourceSentences(verdict),
    ...shift === null ? [] : [shiftSentence(shift)],
    ...where === "" ? [] : [`Measured on ${where}.`]
  ];
  return list(lines, {
    open: "\n<details><summary>Baseline and environment</summary>\n\n",
    close: "\n</details>\n",
    most: lines.length,
    priority: 5
  });
}
function warningsBlock({ warnings }) {
  const failed = warnings.some(({ kind }) => kind === "failed");
  return list(warningLines(warnings, Number.POSITIVE_INFINITY), {
    open: `
<details${failed ? " open" : ""}><summary>${plural(warnings.length, "warning")}</summary>

`,
    close: "\n</details>\n",
    most: MOST_WARNINGS,
    priority: 4
  });
}
function list(lines, { most, ...block }) {
  if (lines.length === 0) return null;
  return {
    ...block,
    total: lines.length,
    wanted: Math.min(lines.length, most),
    row: (index) => `- ${markdownText(lines[index] ?? "", 400)}
`,
    left: (count) => `- and ${count} more, in the JSON report
`
  };
}
function leftOut(noun) {
  return (count) => `
${plural(count, noun)} left out here; the JSON report has them all.
`;
}
function footer({ artifactUrl, runUrl }) {
  const artifact = link("the artifact", artifactUrl) ?? "the artifact of the run";
  const run = link("This run", runUrl);
  const closer = `To look closer, unpack ${artifact} and run \`npx flamegate diff base head\`, or \`go tool pprof -http=: -diff_base base/profiles/FILE head/profiles/FILE\`.`;
  return `
${closer}${run === null ? "" : ` ${run}.`}
`;
}
function artifactLine(artifactUrl) {
  const artifact = link("The artifact of this run", artifactUrl);
  return artifact === null ? "" : `
${artifact} has the files of both sides.
`;
}
function link(text, url) {
  if (url === void 0 || url.length > 2e3 || !URL.canParse(url)) return null;
  const { protocol, href } = new URL(url);
  if (protocol !== "https:" && protocol !== "http:") return null;
  const safe = href.replace(
    /[^\w./:?=&%#~-]/g,
    (char) => `%${char.charCodeAt(0).toString(16).padStart(2, "0")}`
  );
  return `[${text}](<${safe}>)`;
}

export {
  comment,
  summary,
  artifactLine
};
