import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  countedCells,
  countedChanges
} from "./chunk-chunk-6IGMQXYV.js";
import {
  environmentSentence,
  shiftSentence,
  sourceSentences,
  warningLines
} from "./chunk-chunk-V4N7PZUX.js";
import {
  cell,
  layOut
} from "./chunk-chunk-SKQVCMJO.js";
import {
  pValue,
  percent,
  pp,
  ppInterval,
  scaled
} from "./chunk-chunk-6H26G7AP.js";
import {
  byChance,
  changed,
  countByVerdict,
  functionTitle,
  functionWords,
  heavier,
  inOrder,
  isExact,
  reasonAndCost,
  reasonAndNotes,
  sourcePlace,
  suspectedToo,
  verdictAndSight
} from "./chunk-chunk-OAGDU4F5.js";
import {
  benchmarkNames
} from "./chunk-chunk-7FMKEXZ4.js";
import {
  commonScale,
  fixed,
  rowScale
} from "./chunk-chunk-YDRQIAXT.js";
import {
  changeCell,
  counted,
  interval,
  plural,
  share
} from "./chunk-chunk-AAOMFOUK.js";
import {
  logLine,
  logName
} from "./chunk-chunk-D77MWFZU.js";
import {
  init_define_FLAMEGATE_PAGE
} from "./chunk-chunk-O53ZM6UU.js";

// src/report/text.ts
init_define_FLAMEGATE_PAGE();

// src/report/benchstat.ts
init_define_FLAMEGATE_PAGE();
var NAME_WIDTH = 200;
var NAME = 0;
var FIRST = 1;
var SECOND = 4;
var DELTA = 7;
var EDGE_OF_ONE = 10;
var EDGE_OF_TWO = 16;
function diffText(input) {
  const blocks = [];
  let previous;
  for (const { packageName, rows } of tablesOf(input.rows)) {
    const lines = header(input, packageName, previous);
    previous = packageName;
    blocks.push([...lines, ...table(input, rows)].join("\n"));
  }
  if (input.warnings.length > 0) {
    blocks.push(
      warningLines(input.warnings).map((line2) => logLine(line2)).join("\n")
    );
  }
  return `${blocks.join("\n\n")}
`;
}
function tablesOf(rows) {
  const packages = /* @__PURE__ */ new Map();
  const units = /* @__PURE__ */ new Set();
  for (const row of rows) {
    const { package: name, unit } = row.comparison;
    units.add(unit);
    const byUnit = packages.get(name) ?? /* @__PURE__ */ new Map();
    packages.set(name, byUnit);
    const group = byUnit.get(unit);
    if (group === void 0) byUnit.set(unit, [row]);
    else group.push(row);
  }
  return [...packages].flatMap(
    ([packageName, byUnit]) => [...units].flatMap((unit) => {
      const group = byUnit.get(unit);
      return group === void 0 ? [] : [{ packageName, rows: group }];
    })
  );
}
function header(input, name, previous) {
  const { goos, goarch, cpu } = input.environment;
  const first = previous === void 0;
  const named = input.rows.some((row) => row.comparison.package !== "");
  const lines = first ? [line("goos", goos), line("goarch", goarch)] : [];
  if (named && name !== previous) lines.push(line("pkg", name));
  if (first) lines.push(line("cpu", cpu));
  return lines.filter((text) => text !== void 0);
}
function line(key, value) {
  return value === void 0 ? void 0 : logLine(`${key}: ${value}`);
}
function footnotes() {
  const numbers = /* @__PURE__ */ new Map();
  return {
    marks: (notes) => notes.map((note) => {
      const number = numbers.get(note) ?? numbers.size + 1;
      numbers.set(note, number);
      return superscript(number);
    }).join(" "),
    lines: () => [...numbers].map(([note, number]) => logLine(`${superscript(number)} ${note}`))
  };
}
function superscript(number) {
  return String(number).replace(/\d/g, (digit) => "\u2070\xB9\xB2\xB3\u2074\u2075\u2076\u2077\u2078\u2079".charAt(Number(digit)));
}
function table(input, rows) {
  const notes = footnotes();
  const labels = [
    ...rows.some((row) => row.comparison.base !== null) ? [input.base] : [],
    ...rows.some((row) => row.comparison.head !== null) ? [input.head] : []
  ];
  const both = labels.length === 2;
  const unit = logName(rows[0]?.comparison.unit ?? "", NAME_WIDTH);
  const lines = layOut(
    [
      ...headings(labels, unit),
      ...rows.map((row) => rowCells(row, input.alpha, both, notes)),
      ...rows.length > 1 ? [summaryCells(rows, both, notes)] : []
    ],
    // Only the first column of a side grows when a heading is wider than the numbers under it.
    /* @__PURE__ */ new Set([2, 3, 5, 6, 7, 8, 9])
  );
  return [...lines, ...notes.lines()];
}
function headings(labels, unit) {
  const bar = " \u2502 ";
  const edge = cell(labels.length === 2 ? EDGE_OF_TWO : EDGE_OF_ONE, "", { margin: " \u2502" });
  const top = labels.map(
    (label, i) => cell(i === 0 ? FIRST : SECOND, logName(label, NAME_WIDTH), {
      span: i === 0 ? 3 : 6,
      align: "center",
      margin: bar
    })
  );
  const units = labels.flatMap((_, i) => [
    cell(i === 0 ? FIRST : SECOND, unit, { span: 3, align: "center", margin: bar }),
    ...i === 0 ? [] : [cell(DELTA, "vs base", { span: 3, margin: "  " })]
  ]);
  return [
    [...top, edge],
    [...units, edge]
  ];
}
function rowCells(row, alpha, both, notes) {
  const { comparison } = row;
  const { base, head } = comparison;
  const centers = [base, head].flatMap((side2) => side2 === null ? [] : [side2.center]);
  const scale = commonScale(centers, comparison.unit);
  const side = (value, at, plusMinus, said) => [
    cell(at, scaled(value.center, scale), { align: "right" }),
    cell(at + 1, plusMinusText(plusMinus), { align: "right", margin: " \xB1 " }),
    cell(at + 2, notes.marks(said))
  ];
  const cells = [cell(NAME, logName(comparison.benchmark, NAME_WIDTH))];
  if (base !== null) cells.push(...side(base, FIRST, row.basePlusMinus, row.footnotes.base));
  if (head !== null) {
    const at = both ? SECOND : FIRST;
    cells.push(...side(head, at, row.headPlusMinus, row.footnotes.head));
  }
  if (base !== null && head !== null) {
    cells.push(
      cell(DELTA, deltaText(comparison, base, head, alpha), { align: "right" }),
      cell(DELTA + 1, `(${testText(comparison, base, head)})`),
      cell(DELTA + 2, notes.marks(row.footnotes.comparison))
    );
  }
  return cells;
}
function plusMinusText(ratio) {
  if (ratio === null || Number.isNaN(ratio)) return "?";
  return Number.isFinite(ratio) ? `${fixed(ratio * 100, 0)}%` : "\u221E";
}
function deltaText(comparison, base, head, alpha) {
  const { test, p } = comparison;
  if (test !== "exact" && (p === null || p > alpha)) return "~";
  if (base.center === head.center) return "0.00%";
  return base.center === 0 ? "?" : percent(head.center / base.center - 1);
}
function testText({ test, p }, base, head) {
  const n = base.n === head.n ? `n=${base.n}` : `n=${base.n}+${head.n}`;
  const exact = test === "exact" || p === null || test === "mann-whitney" && p === 0;
  return exact ? n : `${pValue(p)} ${n}`;
}
function summaryCells(rows, both, notes) {
  const bases = rows.flatMap(({ comparison: { base } }) => base === null ? [] : [base.center]);
  const heads = rows.flatMap(({ comparison: { head } }) => head === null ? [] : [head.center]);
  const unit = rows[0]?.comparison.unit ?? "";
  const cells = [cell(NAME, "geomean")];
  const center = (values, at, said) => {
    const mean = geometricMean(values);
    if (mean === null) said.push("summaries must be >0 to compute geomean");
    else cells.push(cell(at, scaled(mean, commonScale([mean], unit)), { align: "right" }));
  };
  const firstNotes = [];
  center(bases.length > 0 ? bases : heads, FIRST, firstNotes);
  cells.push(cell(FIRST + 2, notes.marks(firstNotes)));
  if (!both) return cells;
  const secondNotes = [];
  const ratios = ratiosOf(rows);
  if (ratios.length !== bases.length) {
    secondNotes.push("benchmark set differs from baseline; geomeans may not be comparable");
  }
  center(heads, SECOND, secondNotes);
  if (ratios.includes(null)) {
    cells.push(cell(DELTA, "?"));
  } else {
    const mean = geometricMean(ratios.filter((ratio) => ratio !== null));
    if (mean === null) secondNotes.push("ratios must be >0 to compute geomean");
    cells.push(
      mean === null ? cell(DELTA, "?") : cell(DELTA, percent(mean - 1), { align: "right" })
    );
  }
  cells.push(cell(DELTA + 2, notes.marks(secondNotes)));
  return cells;
}
function ratiosOf(rows) {
  return rows.flatMap(({ comparison: { base, head } }) => {
    if (base === null || head === null) return [];
    if (base.center === head.center) return [1];
    return [base.center === 0 ? null : head.center / base.center];
  });
}
function geometricMean(values) {
  if (values.length === 0 || values.some((value) => !(value > 0))) return null;
  let mean = 0;
  values.forEach((value, i) => {
    mean += (Math.log(value) - mean) / (i + 1);
  });
  return Math.exp(mean);
}

// src/report/text.ts
var SHOW_ALL = 30;
var MOST_ROWS = 100;
var MOST_FUNCTIONS = 20;
var MOST_SUSPECTED = 10;
var NAME_WIDTH2 = 80;
function gateText(verdict) {
  const about = [
    ...verdict.shift === null ? [] : [shiftSentence(verdict.shift, verdict.baseline.name)],
    ...sourceSentences(verdict),
    environmentSentence(verdict)
  ].filter((line2) => line2 !== "");
  const blocks = [
    [`${verdict.verdict}: ${verdict.headline}`],
    comparisonLines(verdict.comparisons, baseName(verdict)),
    ...countedChanges(verdict).map(countedLines),
    functionLines("got heavier", heavier(verdict.functions), MOST_FUNCTIONS),
    functionLines("suspected", suspectedToo(verdict.functions), MOST_SUSPECTED),
    about,
    verdict.advice,
    warningLines(verdict.warnings)
  ];
  const lines = blocks.filter((block) => block.length > 0).map((block) => block.map(longLine));
  return `${lines.map((block) => block.join("\n")).join("\n\n")}
`;
}
var longLine = (line2) => logLine(line2, 2e3);
var baseName = ({ baseline, rounds }) => baseline.runs === 0 && rounds !== null ? "base (rounds)" : "base (runs)";
function comparisonLines(comparisons, base) {
  const ordered = inOrder(comparisons);
  const name = benchmarkNames(comparisons);
  const matter = ordered.length <= SHOW_ALL ? ordered : changed(ordered);
  const shown = matter.slice(0, MOST_ROWS);
  const headings2 = [
    "benchmark",
    "unit",
    base,
    "head",
    "change",
    "95 % interval",
    "by chance",
    "verdict",
    "reason"
  ];
  const rows = shown.map((row) => {
    const centers = [row.base, row.head].flatMap((side) => side === null ? [] : [side.center]);
    const scale = rowScale(centers, row.unit, isExact(row));
    const value = (center) => row.test === "counted" ? counted(center) : scaled(center, scale);
    return [
      logName(name(row), NAME_WIDTH2),
      logName(row.unit, 30),
      row.base === null ? "-" : `${value(row.base.center)} (${row.base.runs})`,
      row.head === null ? "-" : value(row.head.center),
      row.base === null || row.head === null ? "-" : changeCell(row.delta, row.unit),
      row.ci === null ? "-" : interval(row.ci),
      byChance(row),
      logName(verdictAndSight(row), 60),
      logLine(reasonAndNotes(row), 300)
    ];
  });
  const notShown = countByVerdict(matter.slice(MOST_ROWS));
  const listed = new Set(matter);
  const asBefore = countByVerdict(ordered.filter((row) => !listed.has(row)));
  return [
    ...rows.length === 0 ? [] : columns(headings2, rows, "llrrrrrll"),
    ...notShown === "" ? [] : [`and ${notShown} more (all in the JSON report)`],
    ...asBefore === "" ? [] : [`${asBefore} (all in the JSON report)`]
  ];
}
function functionLines(title, matter, most) {
  if (matter.length === 0) return [];
  const headings2 = [
    title,
    "at",
    "profile",
    "base flat",
    "head flat",
    "change",
    "95 % interval",
    "by chance",
    "verdict",
    "reason"
  ];
  const rows = matter.slice(0, most).map((row) => [
    logName(functionTitle(row), NAME_WIDTH2),
    logName(sourcePlace(row) || "-", 60),
    logName(row.sampleType.type, 20),
    share(row.base.flatFraction),
    share(row.head.flatFraction),
    pp(row.adjustedDelta),
    row.ci === null ? "-" : ppInterval(row.ci),
    byChance(row),
    functionWords(row),
    logLine(reasonAndCost(row), 300)
  ]);
  const left = matter.length - rows.length;
  return [
    ...columns(headings2, rows, "lllrrrrrll"),
    ...left === 0 ? [] : [`and ${plural(left, "function")} more (all in the JSON report)`]
  ];
}
function countedLines({ title, rows, rest }) {
  const headings2 = [title, "at", "base", "head", "change"];
  const cells = rows.map((row) => [
    logName(row.name, NAME_WIDTH2),
    logName(sourcePlace(row) || "-", 60),
    ...countedCells(row)
  ]);
  return [
    ...columns(
      headings2.map((text) => logName(text, NAME_WIDTH2 + 40)),
      cells,
      "llrrr"
    ),
    ...rest === "" ? [] : [rest]
  ];
}
function columns(headings2, rows, aligns) {
  return layOut(
    [headings2, ...rows].map(
      (row) => row.map((text, column) => {
        const align = aligns[column] === "r" ? "right" : "left";
        return cell(column, text, { align, margin: column === 0 ? "" : "  " });
      })
    )
  );
}

export {
  diffText,
  gateText
};
