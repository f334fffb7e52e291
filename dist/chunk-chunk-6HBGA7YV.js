import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  cell,
  layOut
} from "./chunk-chunk-KDSKOOQQ.js";
import {
  pValue,
  percent,
  scaled
} from "./chunk-chunk-F2QYVI5H.js";
import {
  commonScale,
  fixed
} from "./chunk-chunk-ZY32PDO3.js";
import {
  logLine,
  logName
} from "./chunk-chunk-3KXZIELT.js";
import {
  init_define_FLAMEGATE_PAGE
} from "./chunk-chunk-OMS2RVR2.js";

// src/report/benchtable.ts
init_define_FLAMEGATE_PAGE();
var NAME_WIDTH = 200;
var CENTER_CELLS = 3;
var DELTA_CELLS = 3;
var startOf = (column) => column === 0 ? 1 : 1 + CENTER_CELLS + (column - 1) * (CENTER_CELLS + DELTA_CELLS);
function tableLines(table, alpha) {
  const notes = footnotes();
  const { columns, rows } = table;
  const lines = layOut(
    [
      ...headings(columns),
      units(table),
      ...rows.map((row) => rowCells(row, table.unit, alpha, notes)),
      ...rows.length > 1 ? [summaryCells(table, notes)] : []
    ],
    innerCells(columns.length)
  );
  return [...lines, ...notes.lines()];
}
function innerCells(columns) {
  const inner = /* @__PURE__ */ new Set();
  for (let column = 0; column < columns; column++) {
    for (let at = startOf(column) + 1; at < startOf(column + 1); at++) inner.add(at);
  }
  return inner;
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
var bar = " \u2502 ";
var edge = (columns) => cell(startOf(columns + 1), "", { margin: " \u2502" });
function headings(columns) {
  const levels = columns[0]?.length ?? 0;
  return Array.from({ length: levels }, (_, level) => {
    const line = [];
    for (let from = 0; from < columns.length; ) {
      const isSame = (to2) => columns[to2]?.slice(0, level + 1).every((value, i) => value === columns[from]?.[i]) === true;
      let to = from + 1;
      while (to < columns.length && isSame(to)) to++;
      const span = startOf(to) - startOf(from);
      const label = logName(columns[from]?.[level] ?? "", NAME_WIDTH);
      line.push(cell(startOf(from), label, { span, align: "center", margin: bar }));
      from = to;
    }
    return [...line, edge(columns.length)];
  });
}
function units({ columns, unit }) {
  const name = logName(unit, NAME_WIDTH);
  const line = columns.flatMap((_, i) => [
    cell(startOf(i), name, { span: CENTER_CELLS, align: "center", margin: bar }),
    ...i === 0 ? [] : [cell(startOf(i) + CENTER_CELLS, "vs base", { span: DELTA_CELLS, margin: "  " })]
  ]);
  return [...line, edge(columns.length)];
}
function rowCells({ name, cells }, unit, alpha, notes) {
  const centers = cells.flatMap((tableCell) => tableCell === null ? [] : [tableCell.center]);
  const scale = commonScale(centers, unit);
  return [
    cell(0, logName(name, NAME_WIDTH)),
    ...cells.flatMap((tableCell, i) => {
      if (tableCell === null) return [];
      const at = startOf(i);
      const own = [
        cell(at, scaled(tableCell.center, scale), { align: "right" }),
        cell(at + 1, plusMinusText(tableCell.plusMinus), { align: "right", margin: " \xB1 " }),
        cell(at + 2, notes.marks(tableCell.notes))
      ];
      const { versus } = tableCell;
      if (versus === null) return own;
      return [
        ...own,
        cell(at + CENTER_CELLS, deltaText(tableCell, versus, alpha), { align: "right" }),
        cell(at + CENTER_CELLS + 1, `(${testText(tableCell, versus)})`),
        cell(at + CENTER_CELLS + 2, notes.marks(versus.notes))
      ];
    })
  ];
}
function plusMinusText(ratio) {
  if (ratio === null || Number.isNaN(ratio)) return "?";
  return Number.isFinite(ratio) ? `${fixed(ratio * 100, 0)}%` : "\u221E";
}
function deltaText({ center }, versus, alpha) {
  const { test, p } = versus;
  if (test !== "exact" && (p === null || p > alpha)) return "~";
  if (versus.center === center) return "0.00%";
  return versus.center === 0 ? "?" : percent(center / versus.center - 1);
}
function testText({ n }, { test, p, n: before }) {
  const sizes = before === n ? `n=${n}` : `n=${before}+${n}`;
  const exact = test === "exact" || p === null || test === "mann-whitney" && p === 0;
  return exact ? sizes : `${pValue(p)} ${sizes}`;
}
function summaryCells(table, notes) {
  const cells = [cell(0, "geomean")];
  for (const [i, { center, ratio, notes: said }] of summaryOf(table).entries()) {
    const at = startOf(i);
    if (center !== null) {
      cells.push(cell(at, scaled(center, commonScale([center], table.unit)), { align: "right" }));
    }
    if (i > 0) cells.push(ratioCell(at + CENTER_CELLS, ratio));
    cells.push(cell(startOf(i + 1) - 1, notes.marks(said)));
  }
  return cells;
}
var ratioCell = (at, ratio) => ratio === null ? cell(at, "?") : cell(at, percent(ratio - 1), { align: "right" });
function summaryOf({ columns, rows }) {
  const inFirst = rows.filter(({ cells }) => cells[0] !== null).length;
  return columns.map((_, i) => {
    const cells = rows.flatMap((row) => row.cells[i] ?? []);
    const ratios = cells.flatMap(
      (tableCell) => tableCell.versus === null ? [] : [ratioOf(tableCell, tableCell.versus)]
    );
    const center = geometricMean(cells.map((tableCell) => tableCell.center));
    const known = ratios.filter((ratio2) => ratio2 !== null);
    const ratio = known.length < ratios.length ? null : geometricMean(known);
    const notes = [
      ...i > 0 && ratios.length !== inFirst ? ["benchmark set differs from baseline; geomeans may not be comparable"] : [],
      ...center === null ? ["summaries must be >0 to compute geomean"] : [],
      ...i > 0 && ratio === null && known.length === ratios.length ? ["ratios must be >0 to compute geomean"] : []
    ];
    return { center, ratio, notes };
  });
}
function ratioOf({ center }, versus) {
  if (versus.center === center) return 1;
  return versus.center === 0 ? null : center / versus.center;
}
function geometricMean(values) {
  if (values.length === 0 || values.some((value) => !(value > 0))) return null;
  let mean = 0;
  values.forEach((value, i) => {
    mean += (Math.log(value) - mean) / (i + 1);
  });
  return Math.exp(mean);
}

export {
  tableLines,
  plusMinusText,
  deltaText,
  testText,
  summaryOf
};
