import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  changedSettings
} from "./chunk-chunk-CFFCGSR3.js";
import {
  goNumber
} from "./chunk-chunk-OQXXZOGH.js";
import {
  deltaText,
  plusMinusText,
  summaryOf,
  testText
} from "./chunk-chunk-6HBGA7YV.js";
import "./chunk-chunk-KDSKOOQQ.js";
import {
  percent
} from "./chunk-chunk-F2QYVI5H.js";
import "./chunk-chunk-6OBLDVWQ.js";
import "./chunk-chunk-XDSCW632.js";
import "./chunk-chunk-NTMR7OSE.js";
import "./chunk-chunk-4ESYGOAJ.js";
import "./chunk-chunk-IV5T3H63.js";
import "./chunk-chunk-ZY32PDO3.js";
import {
  logLine
} from "./chunk-chunk-3KXZIELT.js";
import "./chunk-chunk-ETXR6ESQ.js";
import {
  init_define_FLAMEGATE_PAGE
} from "./chunk-chunk-OMS2RVR2.js";

// src/report/benchcsv.ts
init_define_FLAMEGATE_PAGE();
function tablesCsv(tables, alpha) {
  const lines = [];
  const notes = [];
  for (const [i, table] of tables.entries()) {
    if (i > 0) lines.push([""]);
    for (const setting of changedSettings(table, tables[i - 1])) lines.push([text(setting)]);
    addTable(table, alpha, lines, notes);
  }
  return { csv: lines.map((line) => `${line.map(quoted).join(",")}
`).join(""), notes };
}
var startOf = (column) => column === 0 ? 1 : 3 + (column - 1) * 4;
function addTable(table, alpha, lines, notes) {
  const { columns, rows, unit } = table;
  const end = startOf(columns.length);
  const note = (at, said) => {
    for (const item of said) notes.push(logLine(`${cellName(at)}${lines.length + 1}: ${item}`));
  };
  for (const [level] of (columns[0] ?? []).entries()) {
    lines.push(
      padded(
        columns.flatMap((column, i) => [
          text(column[level] ?? ""),
          ...Array(startOf(i + 1) - startOf(i) - 1).fill("")
        ]),
        end
      )
    );
  }
  const heading = columns.flatMap((_, i) => [
    text(unit),
    "CI",
    ...i === 0 ? [] : ["vs base", "P"]
  ]);
  lines.push(["", ...heading]);
  for (const { name, cells } of rows) {
    const line = [text(name)];
    for (const [i, cell] of cells.entries()) {
      if (cell === null) continue;
      fill(line, startOf(i));
      note(line.length, cell.notes);
      line.push(goNumber(cell.center), plusMinusText(cell.plusMinus));
      const { versus } = cell;
      if (versus === null) continue;
      note(line.length, versus.notes);
      line.push(deltaText(cell, versus, alpha), testText(cell, versus));
    }
    lines.push(line);
  }
  const last = ["geomean"];
  for (const [i, { center, ratio, notes: said }] of summaryOf(table).entries()) {
    fill(last, startOf(i));
    note(last.length, said);
    if (center !== null) last.push(goNumber(center));
    if (i === 0) continue;
    fill(last, startOf(i) + 2);
    last.push(ratio === null ? "?" : percent(ratio - 1));
  }
  fill(last, end);
  lines.push(last);
}
function fill(line, to) {
  while (line.length < to) line.push("");
}
function padded(headings, end) {
  const line = ["", ...headings];
  fill(line, end);
  return line.slice(0, end);
}
function cellName(at) {
  let name = "";
  for (let left = at; left > 0; left = Math.floor(left / 26)) {
    name = String.fromCharCode(65 + left % 26) + name;
  }
  return name === "" ? "A" : name;
}
function text(said) {
  const line = logLine(said, Number.POSITIVE_INFINITY);
  return /^\s*(?:[=@]|[+-](?!\d+$).)/.test(line) ? `'${line}` : line;
}
var quoted = (field) => /[",\r\n]|^\s|^\\\.$/u.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
export {
  tablesCsv
};
