import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  commonProfileUnit,
  profilePercent,
  profileValue
} from "./chunk-chunk-E6J4KWGK.js";
import {
  cell,
  layOut
} from "./chunk-chunk-SKQVCMJO.js";
import {
  bar,
  coloredBar
} from "./chunk-chunk-5PEXN6YS.js";
import {
  fraction,
  pCell,
  pp
} from "./chunk-chunk-6H26G7AP.js";
import {
  sourcePlace
} from "./chunk-chunk-OAGDU4F5.js";
import {
  plural
} from "./chunk-chunk-AAOMFOUK.js";
import {
  logLine,
  logName
} from "./chunk-chunk-D77MWFZU.js";
import {
  init_define_FLAMEGATE_PAGE
} from "./chunk-chunk-O53ZM6UU.js";

// src/report/toptext.ts
init_define_FLAMEGATE_PAGE();
var LEAST_FRACTION = 5e-3;
var NAME_WIDTH = 200;
function topText(table) {
  const { sampleType, total } = table;
  const least = Math.abs(Math.trunc(sumOfFlat(table.functions) * LEAST_FRACTION));
  const rows = table.functions.filter(({ cum }) => Math.abs(cum) >= least);
  const unit = commonProfileUnit(rows, total, sampleType.unit);
  const value = (amount) => profileValue(amount, sampleType.unit, unit);
  const shown = sumOfFlat(rows);
  const part = profilePercent(shown, total).trim();
  const lines = [
    logLine(`Type: ${sampleType.type}`),
    ...sliceLine(table),
    logLine(`Showing nodes accounting for ${value(shown)}, ${part} of ${value(total)} total`)
  ];
  const dropped = table.functions.length - rows.length;
  if (dropped > 0 && total !== 0) {
    const limit = value(Math.trunc(total * LEAST_FRACTION));
    lines.push(logLine(`Dropped ${plural(dropped, "node")} (cum <= ${limit})`));
  }
  lines.push("      flat  flat%   sum%        cum   cum%");
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
var sliceLine = ({ slice }) => slice === void 0 ? [] : [logLine(`Slice: ${slice}`)];
function sumOfFlat(rows) {
  return rows.reduce((sum, { flat }) => sum + flat, 0);
}
function functionDiffText(profile, room) {
  const { sampleType, base, head } = profile;
  const rows = profile.functions.filter(
    (row) => Math.max(Math.abs(row.base.cumFraction), Math.abs(row.head.cumFraction)) >= LEAST_FRACTION
  );
  const lines = [
    logLine(`Type: ${sampleType.type}`),
    ...sliceLine(profile),
    logLine(`base: ${sideText(base, sampleType)}`),
    logLine(`head: ${sideText(head, sampleType)}`)
  ];
  const dropped = profile.functions.length - rows.length;
  if (dropped > 0) {
    lines.push(`Dropped ${plural(dropped, "function")} (cum < 0.5% on both sides)`);
  }
  lines.push(...differenceLines(rows, room));
  return `${lines.join("\n")}
`;
}
var NUMBERS_WIDTH = 10;
var WIDE = 120;
function differenceLines(rows, room) {
  const isWide = room === void 0 || room.columns >= WIDE;
  const headings = ["base flat", "head flat", "delta", "base cum", "head cum", "p"];
  const shown = isWide ? headings : headings.slice(0, 3);
  const left = (room?.columns ?? 0) - NUMBERS_WIDTH * shown.length;
  const half = Math.max(0, Math.min(20, Math.floor(left / 8)));
  const nameWidth = room === void 0 ? NAME_WIDTH : Math.max(20, left - 2 * half - 5);
  const most = Math.max(0, ...rows.map((row) => Math.abs(row.flatDelta)));
  const line = (numbers, middle, name) => [
    ...numbers.slice(0, shown.length).map(right),
    ...room === void 0 ? [] : [cell(shown.length, middle, { margin: "  " })],
    cell(shown.length + (room === void 0 ? 0 : 1), name, { margin: "  " })
  ];
  const body = rows.map(
    (row) => line(differenceNumbers(row), bar(row.flatDelta, most, half), withPlace(row, nameWidth))
  );
  const laid = layOut([line(shown, "", "function"), ...body]);
  return room?.color === true ? laid.map(coloredBar) : laid;
}
var right = (text, column) => cell(column, text, { align: "right", margin: column === 0 ? "" : "  " });
var differenceNumbers = (row) => [
  fraction(row.base.flatFraction),
  fraction(row.head.flatFraction),
  pp(row.flatDelta),
  fraction(row.base.cumFraction),
  fraction(row.head.cumFraction),
  pCell(row.p)
];
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
  functionDiffText
};
