import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  lose,
  noLosses
} from "./chunk-chunk-V6FUWQX3.js";
import {
  init_define_FLAMEGATE_PAGE
} from "./chunk-chunk-OMS2RVR2.js";

// src/formats/benchmarks/tinybenchtable.ts
init_define_FLAMEGATE_PAGE();
var time = /^(?:Latency av(?:era)?g(?:e)?|Average Time) \(ns\)$/;
function readTinybenchTable({ file, bytes }) {
  const warnings = [];
  const records = [];
  const lost = noLosses();
  let columns = [];
  let isOpen = false;
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("utf8");
  for (const [i, row] of text.split("\n").entries()) {
    if (/^\s*└/.test(row)) {
      columns = [];
      isOpen = false;
    }
    if (!/^\s*[│|]/.test(row)) continue;
    const cells = row.trim().slice(1, -1).split(/[│|]/).map(plain);
    if (cells.some((item) => item === "Task name" || item === "Task Name")) {
      columns = cells;
      isOpen = true;
      continue;
    }
    if (columns.length === 0) continue;
    const cell = (at) => cells[at] ?? "";
    const name = cell(columns.findIndex((item) => item === "Task name" || item === "Task Name"));
    if (name === "") continue;
    const line = i + 1;
    const value = cell(columns.findIndex((item) => time.test(item)));
    const error = cell(columns.indexOf("Error"));
    if (error !== "") {
      warnings.push({ kind: "failed", file, line, message: `${name} failed: ${error}` });
    } else if (cells.length !== columns.length || !/^[\d.]+(?:$| )/.test(value)) {
      lose(lost, { name, line, message: `${name} has no time in this row` });
    } else
      records.push({ name, metrics: [{ unit: "ns/op", samples: [Number.parseFloat(value)] }] });
  }
  if (isOpen) {
    lose(lost, { name: "", message: "the table has no end: the file was cut short" });
  }
  if (records.length === 0 && warnings.length === 0 && lost.listed.size === 0) return null;
  return { records, results: records.length, environment: /* @__PURE__ */ new Map(), warnings, lost };
}
var plain = (cell) => cell.trim().replace(/^'(.*)'$/, "$1");
export {
  readTinybenchTable
};
