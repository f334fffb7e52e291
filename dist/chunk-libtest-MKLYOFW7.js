import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  lose,
  noLosses
} from "./chunk-chunk-V6FUWQX3.js";
import {
  init_define_FLAMEGATE_PAGE
} from "./chunk-chunk-OMS2RVR2.js";

// src/formats/benchmarks/libtest.ts
init_define_FLAMEGATE_PAGE();
var result = /^bench: +([\d,]+(?:\.\d+)?) (?:([^\s/]+)\/iter|([^\s/]+\/s))(?= |$)(.*)$/;
var rate = /= ([\d,]+(?:\.\d+)?) MB\/s/;
var tested = /^(?:ok|ignored)\b/;
var nanoseconds = { ns: 1, us: 1e3, \u00B5s: 1e3, ms: 1e6, s: 1e9 };
var mark = Buffer.from("bench:");
function readBencher({ file, bytes }) {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  if (!whole.includes(mark)) return null;
  const warnings = [];
  const records = [];
  const lost = noLosses();
  let open = null;
  let isOurs = false;
  for (const [i, text] of whole.toString("utf8").split("\n").entries()) {
    const line = i + 1;
    const { name, rest = "" } = begun(text) ?? {};
    if (name === void 0) {
      if (!isTime(text)) continue;
      isOurs = true;
      loseOpen(lost, open ?? { name: "", line });
      open = null;
      continue;
    }
    open = null;
    const found = result.exec(rest);
    isOurs ||= found !== null || rest.startsWith("bench:");
    if (found !== null) records.push({ name, metrics: metricsOf(found) });
    else if (rest === "FAILED") {
      warnings.push({ kind: "failed", file, line, message: `${name} failed` });
    } else if (rest.startsWith("bench:")) {
      lose(lost, { name, line, message: `${name} has no time an iteration on this line` });
    } else if (isTime(rest)) {
      isOurs = true;
      loseOpen(lost, { name, line });
    } else if (!tested.test(rest)) {
      open = { name, line };
    }
  }
  if (open !== null && isOurs) loseOpen(lost, open);
  return isOurs ? { records, results: records.length, environment: /* @__PURE__ */ new Map(), warnings, lost } : null;
}
function begun(text) {
  const dots = text.startsWith("test ") ? text.indexOf(" ...", 6) : -1;
  if (dots < 0) return null;
  return { name: text.slice(5, dots).trimEnd(), rest: text.slice(dots + 4).replace(/^ /, "") };
}
var isTime = (text) => /bench: +[\d,]+(?:\.\d+)? [^\s/]+\/(?:iter|s)(?: |$)/.test(text);
function loseOpen(lost, { name, line }) {
  const what = name === "" ? "a result has no name" : `the result of ${name} is lost`;
  const message = `${what}: probably the benchmark printed something between its name and its time; let it print nothing, or to a file`;
  lose(lost, { name, line, message });
}
function metricsOf([, value = "", unit = "", speed, rest = ""]) {
  const main = speed === void 0 ? costOf(unit, plain(value)) : rateOf(speed, plain(value));
  const [, bytes] = rate.exec(rest) ?? [];
  return bytes === void 0 ? [main] : [main, rateOf("MB/s", plain(bytes))];
}
function costOf(unit, value) {
  const factor = nanoseconds[unit];
  if (factor !== void 0) return { unit: "ns/op", samples: [value * factor] };
  const isCost = /^(?:cycles|instructions|instrs)$/.test(unit);
  return { unit: `${unit}/op`, samples: [value], ...isCost ? { better: "lower" } : {} };
}
var rateOf = (unit, value) => ({ unit, samples: [value] });
var plain = (text) => Number(text.replaceAll(",", ""));
export {
  readBencher
};
