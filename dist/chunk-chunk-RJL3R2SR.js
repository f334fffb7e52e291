import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  cell,
  layOut
} from "./chunk-chunk-KDSKOOQQ.js";
import {
  LEAST_FRACTION,
  firstOf,
  printer
} from "./chunk-chunk-SXPVU2JQ.js";
import {
  profilePercent,
  profileValue
} from "./chunk-chunk-RKOIVFBX.js";
import {
  bar,
  coloredBar
} from "./chunk-chunk-WQKUTA3A.js";
import {
  fraction,
  pCell,
  pp
} from "./chunk-chunk-F2QYVI5H.js";
import {
  sourcePlace
} from "./chunk-chunk-NTMR7OSE.js";
import {
  plural
} from "./chunk-chunk-4ESYGOAJ.js";
import {
  logLine,
  logName
} from "./chunk-chunk-3KXZIELT.js";
import {
  init_define_FLAMEGATE_PAGE
} from "./chunk-chunk-OMS2RVR2.js";

// src/report/toptext.ts
init_define_FLAMEGATE_PAGE();
var NAME_WIDTH = 200;
function topText(table, view = {}, means) {
  const { rows, value, heading, total } = chosenRows(table, view, means);
  const lines = [...heading, "      flat  flat%   sum%        cum   cum%"];
  let sum = 0;
  for (const { name, flat, cum } of rows) {
    sum += flat;
    const columns = [
      value(flat).padStart(10),
      profilePercent(flat, total),
      profilePercent(sum, total),
      value(cum).padStart(10),
      profilePercent(cum, total)
    ];
    lines.push(logLine(`${columns.join(" ")}  ${logName(name, NAME_WIDTH)}`));
  }
  return `${lines.join("\n")}
`;
}
function chosenRows(table, view, means) {
  const { sampleType } = table;
  const { total } = means ?? table;
  const { nodeFraction = LEAST_FRACTION } = view;
  const flatSum = sumOfFlat(table.functions);
  const least = Math.abs(Math.trunc(flatSum * nodeFraction));
  const kept = inOrder(table.functions, view).filter(({ cum }) => Math.abs(cum) >= least);
  const rows = firstOf(kept, view).map((row) => ({ ...row, ...means?.of.get(row.name) }));
  const value = printer(view, rows, total, sampleType.unit);
  const shown = sumOfFlat(rows);
  const part = profilePercent(shown, total).trim();
  const heading = [
    logLine(`Type: ${means === void 0 ? "" : "mean_"}${sampleType.type}`),
    ...sliceLine(table),
    logLine(`Showing nodes accounting for ${value(shown)}, ${part} of ${value(total)} total`)
  ];
  const dropped = table.functions.length - kept.length;
  if (dropped > 0 && total !== 0) {
    const limit = value(Math.trunc(total * nodeFraction));
    heading.push(logLine(`Dropped ${plural(dropped, "node")} (cum <= ${limit})`));
  }
  if (rows.length < kept.length && total !== 0) {
    heading.push(`Showing top ${rows.length} nodes out of ${kept.length}`);
  }
  return { rows, value, heading, total, flatSum };
}
var sliceLine = ({ slice }) => slice === void 0 ? [] : [logLine(`Slice: ${slice}`)];
function sumOfFlat(rows) {
  return rows.reduce((sum, { flat }) => sum + flat, 0);
}
function inOrder(rows, view) {
  if (view.cum !== true) return rows;
  return rows.toSorted(
    (a, b) => Math.abs(b.cum) - Math.abs(a.cum) || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0)
  );
}
function functionDiffText(profile, room, view = {}) {
  const { sampleType, base, head } = profile;
  const { nodeFraction = LEAST_FRACTION } = view;
  const kept = largeEnough(profile, nodeFraction);
  const shown = shownDifferences(profile, kept, view);
  const rows = firstOf(shown.rows, view);
  const lines = [
    logLine(`Type: ${sampleType.type}`),
    ...sliceLine(profile),
    logLine(`base: ${sideText(base, sampleType)}`),
    logLine(`head: ${sideText(head, sampleType)}`)
  ];
  const dropped = profile.functions.length - kept.length;
  if (dropped > 0) {
    const limit = `${Number((nodeFraction * 100).toPrecision(12))}%`;
    lines.push(`Dropped ${plural(dropped, "function")} (cum < ${limit} on both sides)`);
  }
  if (rows.length < kept.length) {
    lines.push(`Showing top ${rows.length} functions out of ${kept.length}`);
  }
  lines.push(...differenceLines(rows, shown, room));
  return `${lines.join("\n")}
`;
}
var largeEnough = ({ functions }, nodeFraction) => functions.filter(
  (row) => Math.max(Math.abs(row.base.cumFraction), Math.abs(row.head.cumFraction)) >= nodeFraction
);
function shownFunctions(profile, view) {
  const kept = largeEnough(profile, view.nodeFraction ?? LEAST_FRACTION);
  return firstOf(shownDifferences(profile, kept, view).rows, view);
}
var NUMBERS_WIDTH = 10;
var WIDE = 120;
function shownDifferences({ sampleType, base, head }, kept, view) {
  const word = view.cum === true ? "cum" : "flat";
  if (view.values !== true) {
    const change2 = word === "flat" ? (row) => row.flatDelta : (row) => row.head.cumFraction - row.base.cumFraction;
    const numbers2 = (row) => [
      fraction(row.base.flatFraction),
      fraction(row.head.flatFraction),
      pp(change2(row)),
      fraction(row.base.cumFraction),
      fraction(row.head.cumFraction),
      pCell(row.p)
    ];
    return { rows: word === "flat" ? kept : byChange(kept, change2), change: change2, numbers: numbers2 };
  }
  const sides = kept.flatMap((row) => [row.base, row.head]);
  const value = printer(view, sides, Math.max(base.total, head.total), sampleType.unit);
  const change = (row) => row.head[word] - row.base[word];
  const numbers = (row) => [
    value(row.base.flat),
    value(row.head.flat),
    change(row) > 0 ? `+${value(change(row))}` : value(change(row)),
    value(row.base.cum),
    value(row.head.cum),
    pCell(row.p)
  ];
  return { rows: byChange(kept, change), change, numbers };
}
var byChange = (rows, change) => rows.toSorted((a, b) => Math.abs(change(b)) - Math.abs(change(a)) || (a.name < b.name ? -1 : 1));
function differenceLines(rows, { change, numbers: numbersOf }, room) {
  const isWide = room === void 0 || room.columns >= WIDE;
  const headings = ["base flat", "head flat", "delta", "base cum", "head cum", "p"];
  const shown = isWide ? headings : headings.slice(0, 3);
  const left = (room?.columns ?? 0) - NUMBERS_WIDTH * shown.length;
  const half = Math.max(0, Math.min(20, Math.floor(left / 8)));
  const nameWidth = room === void 0 ? NAME_WIDTH : Math.max(20, left - 2 * half - 5);
  const most = rows.reduce((size, row) => Math.max(size, Math.abs(change(row))), 0);
  const line = (numbers, middle, name) => [
    ...numbers.slice(0, shown.length).map(right),
    ...room === void 0 ? [] : [cell(shown.length, middle, { margin: "  " })],
    cell(shown.length + (room === void 0 ? 0 : 1), name, { margin: "  " })
  ];
  const body = rows.map(
    (row) => line(numbersOf(row), bar(change(row), most, half), withPlace(row, nameWidth))
  );
  const laid = layOut([line(shown, "", "function"), ...body]);
  return room?.color === true ? laid.map(coloredBar) : laid;
}
var right = (text, column) => cell(column, text, { align: "right", margin: column === 0 ? "" : "  " });
function withPlace(row, width) {
  const place = sourcePlace(row);
  const name = logName(row.name, width);
  const both = name + (place === "" ? "" : ` (${logName(place, 80)})`);
  return width < NAME_WIDTH && [...both].length > width ? name : both;
}
function sideText(side, sampleType) {
  const files = side.profiles === 1 ? "1 profile" : `${side.profiles} profiles`;
  const total = profileValue(side.total, sampleType.unit);
  const samples = side.samples === null ? "an unknown number of samples" : plural(side.samples, "sample");
  return `${total} in ${samples}, ${files}`;
}

export {
  topText,
  chosenRows,
  functionDiffText,
  shownFunctions
};
