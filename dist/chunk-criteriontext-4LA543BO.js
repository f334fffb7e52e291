import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  lose,
  noLosses
} from "./chunk-chunk-V6FUWQX3.js";
import {
  init_define_FLAMEGATE_PAGE
} from "./chunk-chunk-OMS2RVR2.js";

// src/formats/benchmarks/criteriontext.ts
init_define_FLAMEGATE_PAGE();
var mark = Buffer.from("time:");
var nanoseconds = {
  ...{ ps: 1e-3, ns: 1, us: 1e3, \u00B5s: 1e3, \u03BCs: 1e3, ms: 1e6, s: 1e9 }
};
var prefixes = {
  ...{ "": 1, K: 1e3, M: 1e6, G: 1e9, T: 1e12, Ki: 2 ** 10, Mi: 2 ** 20, Gi: 2 ** 30, Ti: 2 ** 40 }
};
var estimates = /^\[\S+ \S+ (\d+(?:\.\d+)?) (\S+) \S+ \S+\]$/;
var change = /^\[[-+−]?(?:\d[\d.]*|NaN|inf)%/;
function readCriterionText({ file: _, bytes }) {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  if (!whole.includes(mark)) return null;
  const records = [];
  const lost = noLosses();
  let started = null;
  let before = "";
  let metrics = null;
  let isOurs = false;
  const settle = () => {
    if (started === null) return;
    const { name, line } = started;
    lose(lost, { name, line, message: `${name} was begun and has no time, did it fail?` });
    started = null;
  };
  for (const [i, text] of whole.toString("utf8").split("\n").entries()) {
    const line = i + 1;
    const [at, found] = labelled(text);
    if (found === null) {
      const begun = /^Benchmarking (.+?)(?:: (?:Warming up|Collecting|Analyzing)\b.*)?$/.exec(text);
      if (begun?.[1] !== void 0 && begun[1] !== started?.name) {
        settle();
        started = { name: begun[1], line };
      }
      if (text.trim() !== "") before = text.startsWith(" ") ? "" : text.trimEnd();
      continue;
    }
    const said = text.slice(at + "time: ".length).trim();
    if (change.test(said)) continue;
    if (found === "thrpt") {
      const rate = rateOf(estimates.exec(said));
      if (metrics !== null) metrics.push(rate ?? { unit: "B/s", samples: [Number.NaN] });
      metrics = null;
      continue;
    }
    const name = text.slice(0, at).trim() || before;
    const time = timeOf(estimates.exec(said));
    if (time === null && !said.startsWith("[")) continue;
    isOurs = true;
    before = "";
    metrics = null;
    if (name === started?.name) started = null;
    if (time === null) lose(lost, { name, line, message: `${name} has no time on this line` });
    else if (name === "") lose(lost, { name, line, message: "a time has no name before it" });
    else {
      metrics = [time];
      records.push({ name, metrics });
    }
  }
  settle();
  if (!isOurs && lost.listed.size === 0) return null;
  return { records, results: records.length, environment: /* @__PURE__ */ new Map(), warnings: [], lost };
}
function labelled(text) {
  const time = text.lastIndexOf("time: ");
  if (time >= 0) return [time, "time"];
  const rate = text.indexOf("thrpt: ");
  return rate >= 0 && text.slice(0, rate).trim() === "" ? [rate, "thrpt"] : [-1, null];
}
function timeOf(found) {
  const factor = nanoseconds[found?.[2] ?? ""];
  if (factor === void 0) return null;
  return { unit: "ns/op", samples: [Number(found?.[1]) * factor] };
}
function rateOf(found) {
  const [, prefix = "", unit = ""] = /^([KMGT]i?)?(\S+)\/s$/.exec(found?.[2] ?? "") ?? [];
  const factor = prefixes[prefix];
  if (unit === "" || factor === void 0) return null;
  return { unit: `${unit}/s`, samples: [Number(found?.[1]) * factor] };
}
export {
  readCriterionText
};
