import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  lose,
  noLosses
} from "./chunk-chunk-V6FUWQX3.js";
import {
  init_define_FLAMEGATE_PAGE
} from "./chunk-chunk-OMS2RVR2.js";

// src/formats/benchmarks/divan.ts
init_define_FLAMEGATE_PAGE();
var header = /^fastest +│ slowest +│ median +│ mean +│ samples +│ iters/;
var branch = /^([│ ]*)[├╰]─ (.*)$/;
var columns = 6;
function readDivan({ bytes }) {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("utf8");
  const records = [];
  const lost = noLosses();
  let path = null;
  let row = null;
  let label = "";
  for (const [i, text] of whole.split("\n").entries()) {
    const line = i + 1;
    const root = rootOf(text);
    if (root !== null) {
      path = [root];
      row = null;
      continue;
    }
    if (path === null) continue;
    const [, indent = "", branched = ""] = branch.exec(text) ?? [];
    const isBranch = branched !== "";
    const cells = (isBranch ? branched : text.replace(/^[│ ]*/, "")).split("\u2502");
    const [first = "", , median = ""] = cells.map((item) => item.trim());
    const isWhole = cells.length === columns;
    if (isBranch) {
      const isResult = cells.slice(1).some((item) => item.trim() !== "");
      path = [...path.slice(0, 1 + Math.floor(indent.length / 3)), nameIn(first, isResult)];
      row = null;
      label = "";
      if (first.endsWith("  (ignored)")) continue;
      const name = path.join("::");
      if (!isWhole) {
        lose(lost, { name, line, message: `${name} has no whole row, did it print something?` });
      } else if (isResult) {
        row = { name, metrics: [{ unit: "ns/op", samples: [timeOf(median)] }] };
        records.push(row);
      }
    } else if (row !== null && (isWhole || text.startsWith("\u2502"))) {
      if (!isWhole) {
        lose(lost, { name: row.name, line, message: `${row.name}: a row below it is not whole` });
      } else if (/^[a-z ]+:$/.test(first)) label = first.slice(0, -1);
      else row.metrics.push(countedOf(label, median));
    } else if (text.trim() === "") {
      row = null;
    }
  }
  if (records.length === 0 && lost.listed.size === 0) return null;
  return { records, results: records.length, environment: /* @__PURE__ */ new Map(), warnings: [], lost };
}
function rootOf(text) {
  const at = text.indexOf("fastest");
  return at > 0 && header.test(text.slice(at)) ? text.slice(0, at).trim() : null;
}
function nameIn(cell, isResult) {
  const end = isResult ? cell.lastIndexOf("  ") : cell.indexOf("  ");
  return (end < 0 ? cell : cell.slice(0, end)).trim();
}
var nanoseconds = {
  ...{ ps: 1e-3, ns: 1, \u00B5s: 1e3, us: 1e3, ms: 1e6, s: 1e9 }
};
var prefixes = {
  ...{ "": 1, K: 1e3, M: 1e6, G: 1e9, T: 1e12, P: 1e15 },
  ...{ Ki: 2 ** 10, Mi: 2 ** 20, Gi: 2 ** 30, Ti: 2 ** 40, Pi: 2 ** 50 }
};
function timeOf(text) {
  const [, value = "", unit = ""] = /^(\d[\d.]*) (\S+)$/.exec(text) ?? [];
  return Number(value || "NaN") * (nanoseconds[unit] ?? Number.NaN);
}
function countedOf(label, text) {
  const [, value = "", prefix = "", unit = ""] = /^(\d[\d.]*)(?: ([KMGTP]i?)?(\S+))?$/.exec(text) ?? [];
  const amount = value === "" ? Number.NaN : Number(value) * (prefixes[prefix] ?? Number.NaN);
  if (label === "") return { unit: unit || "B/s", samples: [amount] };
  const size = unit === "B" ? "B" : "allocs";
  if (label === "alloc") return { unit: `${size}/op`, samples: [amount] };
  const named = `${label.replaceAll(" ", "-")}-${size}`;
  return { unit: named, samples: [amount], better: label === "max alloc" ? "lower" : "unknown" };
}
export {
  readDivan
};
