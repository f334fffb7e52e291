import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  fitInto,
  fixedBlock
} from "./chunk-chunk-Y5CQPGWT.js";
import {
  countedCells,
  countedChanges
} from "./chunk-chunk-UFDOLDCP.js";
import {
  MOST_WARNINGS,
  environmentSentence,
  mark,
  markWords,
  shiftReason,
  shiftSentence,
  sourceSentences,
  warningLines
} from "./chunk-chunk-RD7TSKAQ.js";
import {
  benchmarkNames
} from "./chunk-chunk-W6CRVKTU.js";
import {
  byChance,
  canSee,
  changed,
  countByVerdict,
  countByWeight,
  functionTitle,
  functionWords,
  functionsInOrder,
  heavier,
  inOrder,
  isExact,
  pp,
  ppInterval,
  reasonAndCost,
  reasonAndNotes,
  sourcePlace,
  verdictAndSight,
  verdictWords,
  whyOf
} from "./chunk-chunk-TVYFCF2A.js";
import {
  quantity,
  rowScale
} from "./chunk-chunk-GBNALUZ3.js";
import {
  changeCell,
  counted,
  interval,
  percent,
  plural,
  share,
  signed
} from "./chunk-chunk-3NMFHZMH.js";
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
    fixedBlock(
      `### ${mark(verdict.verdict)} ${markWords(verdict.verdict)}${markdownText(verdict.headline, 400)}
`
    ),
    changedBlock(changed(ordered), verdict, name),
    ...countedChanges(verdict).map(countedBlock),
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
var HEAVIER_HEADINGS = `${cells("", "function", "at", "profile", "base", "head", "change", "why")}|---|---|---|---|--:|--:|--:|---|
`;
var FUNCTION_HEADINGS = `${cells("", "function", "at", "profile", "base", "head", "change", "95 % interval", "by chance", "why")}|---|---|---|---|--:|--:|--:|--:|--:|---|
`;
var strong = (text, yes) => yes ? `**${text}**` : text;
var chance = (row) => byChance(row).replace("<", "&lt;");
function centers(row) {
  const sides = [row.base, row.head];
  const known = sides.flatMap((side) => side === null ? [] : [side.center]);
  const scale = rowScale(known, row.unit, isExact(row));
  const [base = "-", head = "-"] = sides.map(
    (side) => side === null ? "-" : row.test === "counted" ? counted(side.center) : markdownText(quantity(side.center, row.unit, scale), 60)
  );
  return [base, head];
}
function changeOf(row) {
  return row.base === null || row.head === null ? "-" : changeCell(row.delta, row.unit);
}
function changedBlock(rows, { shift, baseline }, name) {
  const together = shift === null || shift.verdict === "ok" ? [] : [shiftRow(shift, baseline.name)];
  const total = together.length + rows.length;
  if (total === 0) return null;
  return {
    open: `
${cells("", "benchmark", "base", "head", "change", "why")}|---|---|--:|--:|--:|---|
`,
    close: "",
    total,
    wanted: Math.min(total, MOST_CHANGED),
    row: (index) => together[index] ?? changedRow(rows[index - together.length], name),
    left: (count) => `
and ${plural(count, "row")} more, folded below
`,
    priority: 1
  };
}
function changedRow(row, name) {
  if (row === void 0) return "";
  const grave = row.verdict === "slower" && row.gated;
  return cells(
    strong(markdownText(verdictAndSight(row), 60), grave),
    markdownCode(name(row)),
    ...centers(row),
    strong(changeOf(row), grave),
    markdownText(whyOf(row), 200)
  );
}
function shiftRow(shift, base) {
  const grave = shift.verdict === "slower";
  return cells(
    strong(shift.verdict, grave),
    `all ${shift.benchmarks} benchmarks together`,
    "-",
    "-",
    strong(signed(shift.delta), grave),
    markdownText(shiftReason(shift, base), 200)
  );
}
function heavierBlock(rows) {
  if (rows.length === 0) return null;
  return {
    open: `
**What got heavier**

${HEAVIER_HEADINGS}`,
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
function countedBlock({ title, rows, rest }) {
  const headings = cells(markdownText(title, 160), "at", "base", "head", "change");
  return {
    open: `
${headings}|---|---|--:|--:|--:|
`,
    close: rest === "" ? "" : `
${rest}
`,
    total: rows.length,
    wanted: rows.length,
    row: (index) => {
      const row = rows[index];
      if (row === void 0) return "";
      const place = sourcePlace(row);
      return cells(
        markdownCode(row.name),
        place === "" ? "-" : markdownCode(place, 80),
        ...countedCells(row)
      );
    },
    left: leftOut("function"),
    priority: 2
  };
}
function functionRow(row, evidence = false) {
  if (row === void 0) return "";
  const place = sourcePlace(row);
  const grave = row.verdict === "slower" && row.gated;
  return cells(
    strong(functionWords(row), grave),
    markdownCode(functionTitle(row)),
    place === "" ? "-" : markdownCode(place, 80),
    markdownText(row.sampleType.type, 30),
    share(row.base.flatFraction),
    share(row.head.flatFraction),
    strong(pp(row.adjustedDelta), grave),
    ...evidence ? [row.ci === null ? "-" : ppInterval(row.ci), chance(row)] : [],
    markdownText(reasonAndCost(row), 200)
  );
}
function adviceBlock({ advice }) {
  return list(advice, { open: "\n", close: "", most: 20, priority: 3 });
}
function comparisonsBlock(rows, name) {
  if (rows.length === 0) return null;
  const headings = cells(
    ...["", "benchmark", "base", "runs", "head", "change", "95 % interval", "by chance"],
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
        markdownText(verdictWords(row), 60),
        markdownCode(name(row)),
        base,
        row.base === null ? "-" : String(row.base.runs),
        head,
        changeOf(row),
        row.ci === null ? "-" : interval(row.ci),
        chance(row),
        percent(row.threshold),
        canSee(row) || "-",
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
<details><summary>All functions (${countByWeight(rows)})</summary>

${FUNCTION_HEADINGS}`,
    close: "\n</details>\n",
    total: rows.length,
    wanted: Math.min(rows.length, MOST_FUNCTIONS),
    row: (index) => functionRow(rows[index], true),
    left: leftOut("function"),
    priority: 7
  };
}
function baselineBlock(verdict) {
  const { shift } = verdict;
  const where = environmentSentence(verdict);
  const lines = [
    ...sourceSentences(verdict),
    ...shift === null ? [] : [shiftSentence(shift, verdict.baseline.name)],
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
  const failed = warnings.some(({ kind }) => kind === "failed" || kind === "unmeasured");
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
function diffCommand({ source }) {
  const diff = "node flamegate/dist/cli.js diff base head";
  if (source === void 0) return `\`${diff}\` (flamegate is a checkout of the action)`;
  const { url, ref } = source;
  return `\`git clone -q ${url} flamegate && git -C flamegate checkout -q ${ref} && ${diff}\``;
}
function footer(links) {
  const { artifactUrl, runUrl } = links;
  const artifact = link("the artifact", artifactUrl) ?? "the artifact of the run";
  const run = link("This run", runUrl);
  const closer = `To look closer, unpack ${artifact} and run ${diffCommand(links)}, or \`go tool pprof -http=: -diff_base base/profiles/FILE head/profiles/FILE\`.`;
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
