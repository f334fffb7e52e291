import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  commonProfileUnit,
  profilePercent,
  profileValue
} from "./chunk-chunk-HFX55VD5.js";
import {
  cell,
  layOut
} from "./chunk-chunk-MORECE4B.js";
import {
  sourcePlace
} from "./chunk-chunk-T6422WOP.js";
import {
  fraction,
  pCell,
  plural,
  pp
} from "./chunk-chunk-YWGPFSAG.js";
import {
  logLine,
  logName
} from "./chunk-chunk-RFZJ2M3E.js";

// src/report/toptext.ts
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
function functionDiffText(profile) {
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
  const headings = ["base flat", "head flat", "delta", "base cum", "head cum", "p"];
  const right = (text, column) => cell(column, text, { align: "right", margin: column === 0 ? "" : "  " });
  const body = rows.map((row) => [
    ...[
      fraction(row.base.flatFraction),
      fraction(row.head.flatFraction),
      pp(row.flatDelta),
      fraction(row.base.cumFraction),
      fraction(row.head.cumFraction),
      pCell(row.p)
    ].map(right),
    cell(6, withPlace(row), { margin: "  " })
  ]);
  lines.push(...layOut([[...headings.map(right), cell(6, "function", { margin: "  " })], ...body]));
  return `${lines.join("\n")}
`;
}
function withPlace(row) {
  const place = sourcePlace(row);
  return logName(row.name, NAME_WIDTH) + (place === "" ? "" : ` (${logName(place, 80)})`);
}
function sideText(side, sampleType) {
  const files = side.profiles === 1 ? "1 profile" : `${side.profiles} profiles`;
  const total = profileValue(side.total, sampleType.unit);
  return `${total} in ${plural(side.samples, "sample")}, ${files}`;
}

export {
  topText,
  functionDiffText
};
