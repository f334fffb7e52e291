import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  lose,
  noLosses
} from "./chunk-chunk-V6FUWQX3.js";
import {
  init_define_FLAMEGATE_PAGE
} from "./chunk-chunk-OMS2RVR2.js";

// src/formats/benchmarks/mitatatext.ts
init_define_FLAMEGATE_PAGE();
var times = {
  ps: 1e-3,
  ns: 1,
  \u00B5s: 1e3,
  \u03BCs: 1e3,
  us: 1e3,
  ms: 1e6,
  s: 1e9,
  m: 6e10
};
var sizes = { b: 1, kb: 2 ** 10, mb: 2 ** 20, gb: 2 ** 30 };
var result = /^(\S.*?) +([\d.,]+) (ps|ns|[µμu]s|ms|s|m)\/iter(?: |$)/;
var broken = /^(\S.*?) +error: (.*)$/;
var heap = /^ *\( *[\d.,]+ +[kmg]?b … +[\d.,]+ +[kmg]?b\) +([\d.,]+) +([kmg]?b)(?: |$)/;
function readMitataText({ file, bytes }) {
  const warnings = [];
  const records = [];
  const lost = noLosses();
  const environment = /* @__PURE__ */ new Map();
  let group = "";
  let last = null;
  let above = "";
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("utf8");
  for (const [i, whole] of text.split("\n").entries()) {
    const line = i + 1;
    const row = whole.slice(0, longestLine);
    if (/^-{10}/.test(row) && !above.startsWith("\u2022")) group = "";
    above = row;
    const [, about, value = ""] = /^(cpu|runtime): (.+)$/.exec(row) ?? [];
    if (about === "cpu") environment.set("cpu", { value: value.trim(), line });
    if (about === "runtime") {
      environment.set("toolchain", { value: value.replace(/ \(.*\)$/, ""), line });
    }
    const [, entered] = /^• (.+)$/.exec(row) ?? [];
    if (entered !== void 0) group = entered.trim();
    const named = (own) => group === "" ? own : `${group} > ${own}`;
    const timed = result.exec(row);
    const failed = broken.exec(row);
    const sized = heap.exec(row);
    if (timed !== null) {
      const [, own = "", mean = "", unit = ""] = timed;
      last = [{ unit: "ns/op", samples: [numberIn(mean) * (times[unit] ?? Number.NaN)] }];
      records.push({ name: named(own), metrics: last });
    } else if (failed !== null) {
      const [, own = "", why = ""] = failed;
      warnings.push({ kind: "failed", file, line, message: `${named(own)} failed: ${why}` });
    } else if (sized !== null && last !== null) {
      const [, mean = "", unit = ""] = sized;
      last.push({ unit: "heap-B/op", samples: [numberIn(mean) * (sizes[unit] ?? Number.NaN)] });
      last = null;
    } else if (row.includes("/iter") && !/^benchmark\b/.test(row)) {
      const name = named(row.trim().split(/ {2}/, 1)[0] ?? "");
      lose(lost, {
        name,
        line,
        message: `${name}: no time of an iteration can be read on this line`
      });
    }
  }
  return { records, results: records.length, environment, warnings, lost };
}
var longestLine = 2e3;
var numberIn = (text) => Number(text.replaceAll(",", ""));
export {
  readMitataText
};
