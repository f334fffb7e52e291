import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  cell,
  layOut
} from "./chunk-chunk-KDSKOOQQ.js";
import {
  profilePercent,
  profileValue
} from "./chunk-chunk-RKOIVFBX.js";
import {
  pp
} from "./chunk-chunk-F2QYVI5H.js";
import {
  sourcePlace
} from "./chunk-chunk-NTMR7OSE.js";
import {
  logName
} from "./chunk-chunk-3KXZIELT.js";
import {
  init_define_FLAMEGATE_PAGE
} from "./chunk-chunk-OMS2RVR2.js";

// src/report/peektext.ts
init_define_FLAMEGATE_PAGE();
var NAME_WIDTH = 200;
var HEADINGS = ["base", "base%", "head", "head%", "delta"];
function peekText(functions, sampleType) {
  return functions.map((peekedFunction) => `${block(peekedFunction, sampleType).join("\n")}
`).join("\n");
}
function block({ function: own, base, head }, type) {
  const value = (amount) => profileValue(amount, type.unit);
  const row = (before, after, word, context) => {
    const shares = [before / (base.total || 1), after / (head.total || 1)];
    const numbers = [
      value(before),
      profilePercent(before, base[word]).trim(),
      value(after),
      profilePercent(after, head[word]).trim(),
      pp(shares[1] - shares[0])
    ];
    return [...numbers.map(right), cell(5, context, { margin: " | " })];
  };
  const calls = (which) => heaviestFirst(base[which], head[which]).map(
    (name2) => row(
      base[which].get(name2) ?? 0,
      head[which].get(name2) ?? 0,
      "cum",
      `  ${logName(name2, NAME_WIDTH)}`
    )
  );
  const place = sourcePlace(own);
  const name = logName(own.name, NAME_WIDTH) + (place === "" ? "" : ` (${logName(place, 80)})`);
  return layOut([
    [...HEADINGS.map(right), cell(5, "callers, the function, callees", { margin: " | " })],
    ...calls("callers"),
    row(base.flat, head.flat, "total", `${name} flat`),
    row(base.cum, head.cum, "total", `${name} cum`),
    ...calls("callees")
  ]);
}
var right = (text, column) => cell(column, text, { align: "right", margin: column === 0 ? "" : "  " });
function heaviestFirst(base, head) {
  const weight = (name) => Math.max(Math.abs(base.get(name) ?? 0), Math.abs(head.get(name) ?? 0));
  return [.../* @__PURE__ */ new Set([...head.keys(), ...base.keys()])].toSorted(
    (a, b) => weight(b) - weight(a) || (a < b ? -1 : 1)
  );
}

export {
  peekText
};
