import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  fitInto,
  fixedBlock
} from "./chunk-chunk-4CYSBL3R.js";
import {
  fraction,
  pCell,
  percent,
  percentInterval,
  pp
} from "./chunk-chunk-F2QYVI5H.js";
import {
  warningLines
} from "./chunk-chunk-6OBLDVWQ.js";
import {
  benchmarkNames
} from "./chunk-chunk-XDSCW632.js";
import {
  inOrder,
  sourcePlace
} from "./chunk-chunk-NTMR7OSE.js";
import {
  plural
} from "./chunk-chunk-4ESYGOAJ.js";
import "./chunk-chunk-IV5T3H63.js";
import {
  commonScale,
  quantity
} from "./chunk-chunk-ZY32PDO3.js";
import {
  markdownCode,
  markdownText
} from "./chunk-chunk-3KXZIELT.js";
import "./chunk-chunk-ETXR6ESQ.js";
import {
  init_define_FLAMEGATE_PAGE
} from "./chunk-chunk-OMS2RVR2.js";

// src/report/markdown/diff.ts
init_define_FLAMEGATE_PAGE();
var cells = (...texts) => `| ${texts.join(" | ")} |
`;
var p = (value) => pCell(value).replace("<", "&lt;");
var LEAST_FRACTION = 5e-3;
function diffMarkdown(verdict, { old, now, maxChars = 65536 }) {
  const title = `### ${markdownText(old, 200)} \u2192 ${markdownText(now, 200)}
`;
  return fitInto(
    [
      fixedBlock(title),
      comparisonsBlock(inOrder(verdict.comparisons)),
      ...verdict.profiles.map(
        ({ functions, sampleType }) => functionsBlock(
          functions.filter(
            ({ base, head }) => Math.max(Math.abs(base.cumFraction), Math.abs(head.cumFraction)) >= LEAST_FRACTION
          ),
          sampleType.type
        )
      ),
      warningsBlock(verdict)
    ].filter((block) => block !== null),
    maxChars,
    (text) => text.length
  );
}
function comparisonsBlock(rows) {
  if (rows.length === 0) return null;
  const name = benchmarkNames(rows);
  return {
    open: `
${cells("benchmark", "old", "new", "change", "95% interval", "p")}|---|--:|--:|--:|--:|--:|
`,
    close: "",
    total: rows.length,
    wanted: rows.length,
    row: (index) => {
      const row = rows[index];
      if (row === void 0) return "";
      const sides = [row.base, row.head];
      const known = sides.flatMap((side) => side === null ? [] : [side.center]);
      const scale = commonScale(known, row.unit);
      return cells(
        markdownCode(name(row)),
        ...sides.map(
          (side) => side === null ? "-" : markdownText(quantity(side.center, row.unit, scale), 60)
        ),
        known.length < 2 ? "-" : percent(row.delta),
        row.ci === null ? "-" : percentInterval(row.ci),
        p(row.p)
      );
    },
    left: leftOut("row"),
    priority: 1
  };
}
function functionsBlock(rows, type) {
  if (rows.length === 0) return null;
  const headings = cells("function", "at", "old", "new", "change", "old cum", "new cum", "p");
  return {
    open: `
**${markdownText(type, 30)}**

${headings}|---|---|--:|--:|--:|--:|--:|--:|
`,
    close: "",
    total: rows.length,
    wanted: rows.length,
    row: (index) => {
      const row = rows[index];
      if (row === void 0) return "";
      const place = sourcePlace(row);
      return cells(
        markdownCode(row.name),
        place === "" ? "-" : markdownCode(place, 80),
        fraction(row.base.flatFraction),
        fraction(row.head.flatFraction),
        pp(row.flatDelta),
        fraction(row.base.cumFraction),
        fraction(row.head.cumFraction),
        p(row.p)
      );
    },
    left: leftOut("function"),
    priority: 2
  };
}
function warningsBlock({ warnings }) {
  const lines = warningLines(warnings);
  if (lines.length === 0) return null;
  return {
    open: "\n",
    close: "",
    total: lines.length,
    wanted: lines.length,
    row: (index) => `- ${markdownText(lines[index] ?? "", 400)}
`,
    left: leftOut("warning"),
    priority: 0
  };
}
function leftOut(noun) {
  return (count) => `
${plural(count, noun)} left out here; --format json has them all.
`;
}
export {
  diffMarkdown
};
