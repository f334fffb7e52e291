import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  valgrindMetric
} from "./chunk-chunk-4ZNA754N.js";
import {
  lose,
  noLosses
} from "./chunk-chunk-V6FUWQX3.js";
import {
  init_define_FLAMEGATE_PAGE
} from "./chunk-chunk-OMS2RVR2.js";

// src/formats/benchmarks/gungrauntext.ts
init_define_FLAMEGATE_PAGE();
var marks = [Buffer.from("Instructions:"), Buffer.from("======="), Buffer.from("  Errors:")];
var counted = /^ {2,4}([A-Z][\w+ -]*): +(\S+)/;
var section = /^ {2,4}(?:=======|## |-{3,}|(?:Command|Details|Logfile|Baselines?): )/;
var chatter = /^(?:running \d+ tests?$|test result: |test .* \.\.\. |Gungraun result: |Iai-Callgrind result: |\s*(?:Running|Compiling|Finished|Blocking|warning|error|note)\b)/;
function readGungraunText({ bytes }) {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  if (!marks.some((mark) => whole.includes(mark))) return null;
  const found = [];
  const lost = noLosses();
  let name = [];
  let open = null;
  const lines = whole.toString("utf8").split("\n");
  for (const [i, text] of lines.entries()) {
    const line = i + 1;
    const value = counted.exec(text);
    if (value === null && !section.test(text)) {
      open = null;
      if (text.trim() === "" || text.startsWith(" ") || chatter.test(text)) name = [];
      else name.push(text.trim());
      continue;
    }
    if (open === null) {
      open = { name: name.join(" "), metrics: /* @__PURE__ */ new Map() };
      name = [];
      if (open.name !== "") found.push(open);
      else {
        const message = "what was counted has no benchmark before it, did something print between?";
        lose(lost, { name: "", line, message });
      }
    }
    if (/^ {2,4}## Total/.test(text)) open.metrics.clear();
    const metric = value === null ? null : metricOf(value);
    if (metric !== null && line === lines.length) {
      const { unit, better } = metric;
      const message = `${open.name}: ${unit} is on a line that does not end, was the file cut off?`;
      lose(lost, { name: open.name, unit, better, line, message });
    } else if (metric !== null && !open.metrics.has(metric.unit))
      open.metrics.set(metric.unit, metric);
  }
  const records = found.flatMap(
    ({ name: item, metrics }) => metrics.size === 0 ? [] : [{ name: item, metrics: [...metrics.values()] }]
  );
  if (records.length === 0 && lost.listed.size === 0) return null;
  return { records, results: records.length, environment: /* @__PURE__ */ new Map(), warnings: [], lost };
}
function metricOf([, label = "", said = ""]) {
  const [now = ""] = said.split("|", 1);
  if (now === "N/A") return null;
  const isNumber = /^\d[\d,]*(?:\.\d+)?$/.test(now);
  return valgrindMetric(label, isNumber ? Number(now.replaceAll(",", "")) : Number.NaN);
}
export {
  readGungraunText
};
