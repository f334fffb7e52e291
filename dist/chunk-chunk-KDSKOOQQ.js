import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  init_define_FLAMEGATE_PAGE
} from "./chunk-chunk-OMS2RVR2.js";

// src/report/texttable.ts
init_define_FLAMEGATE_PAGE();
function cell(column, text, options = {}) {
  const margin = options.margin ?? (column === 0 || text === "" ? "" : " ");
  return { column, span: options.span ?? 1, text, align: options.align ?? "left", margin };
}
var width = (text) => {
  let points = 0;
  for (const _ of text) points++;
  return points;
};
function layOut(rows, fixedColumns = /* @__PURE__ */ new Set()) {
  const columns = rows.flat().reduce((most, c) => Math.max(most, c.column + c.span), 0);
  const margins = new Array(columns).fill(0);
  for (const c of rows.flat()) {
    margins[c.column] = Math.max(margins[c.column] ?? 0, width(c.margin));
  }
  const starts = columnStarts(rows, margins, fixedColumns);
  return rows.map((row) => layOutRow(row, margins, starts));
}
function columnStarts(rows, margins, fixedColumns) {
  const widths = new Array(margins.length).fill(0);
  const narrowFirst = rows.flat().sort((a, b) => a.span - b.span);
  for (const c of narrowFirst) {
    const needed = width(c.text) + (margins[c.column] ?? 0);
    const covered = Array.from({ length: c.span }, (_, i) => c.column + i);
    if (needed <= covered.reduce((sum, value) => sum + (widths[value] ?? 0), 0)) continue;
    if (c.span === 1) widths[c.column] = needed;
    else widen(covered, needed, widths, fixedColumns);
  }
  const starts = [0];
  for (const w of widths) starts.push((starts.at(-1) ?? 0) + w);
  return starts;
}
function widen(columns, needed, widths, fixedColumns) {
  const widthOf = (column) => widths[column] ?? 0;
  const growing = columns.filter((value) => !fixedColumns.has(value));
  let left = columns.filter((value) => fixedColumns.has(value)).reduce((room, value) => room - widthOf(value), needed);
  growing.sort((a, b) => widthOf(b) - widthOf(a));
  for (const [i, column] of growing.entries()) {
    const share = Math.ceil(left / (growing.length - i));
    widths[column] = Math.max(widthOf(column), share);
    left -= widthOf(column);
  }
}
function layOutRow(row, margins, starts) {
  let line = "";
  let at = 0;
  for (const c of row) {
    if (c.text.trim() === "" && c.margin.trim() === "") continue;
    const start = starts[c.column] ?? 0;
    const margin = margins[c.column] ?? 0;
    const gap = Math.abs(start - at);
    const room = (starts[c.column + c.span] ?? start) - start - margin;
    const text = aligned(c.text, room, c.align);
    line += " ".repeat(gap) + c.margin.padStart(margin) + text;
    at += start - at + margin + width(text);
  }
  return line;
}
function aligned(text, room, align) {
  const free = Math.max(0, room - width(text));
  if (align === "right") return " ".repeat(free) + text;
  return align === "center" ? " ".repeat(Math.floor(free / 2)) + text : text;
}

export {
  cell,
  layOut
};
