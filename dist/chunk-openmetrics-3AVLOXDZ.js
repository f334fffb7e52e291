import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  inBase
} from "./chunk-chunk-J4OLNXIF.js";
import {
  undirected
} from "./chunk-chunk-MKYMQKPK.js";
import {
  lose,
  noLosses
} from "./chunk-chunk-V6FUWQX3.js";
import {
  init_define_FLAMEGATE_PAGE
} from "./chunk-chunk-OMS2RVR2.js";

// src/formats/benchmarks/openmetrics.ts
init_define_FLAMEGATE_PAGE();
var sample = /^([A-Za-z_:][\w:]*)(?:\{((?:[^"{}]|"(?:[^"\\]|\\.)*")*)\})? ([^\s#]+)(?: [^\s#]+)?(?: #.*)?$/;
var label = /([A-Za-z_]\w*)="((?:[^"\\]|\\.)*)"/g;
var endings = ["", "_total", "_sum", "_count", "_bucket", "_created", "_info"];
var passedOver = /* @__PURE__ */ new Set(["info", "stateset", "gaugehistogram"]);
var longestLine = 4e3;
function readOpenMetrics({ file, bytes }) {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("utf8");
  const families = /* @__PURE__ */ new Map();
  const records = [];
  const lost = noLosses();
  const sums = /* @__PURE__ */ new Map();
  const rows = text.split("\n");
  for (const [i, whole] of rows.entries()) {
    const line = i + 1;
    const row = whole.slice(0, longestLine).trimEnd();
    const [, keyword, family = "", said = ""] = /^# (TYPE|UNIT) (\S+)(?: (\S+))?/.exec(row) ?? [];
    if (keyword === "TYPE") families.set(family, { type: said, unit: unitOfName(family) });
    const known = families.get(family);
    if (keyword === "UNIT" && known !== void 0) known.unit = said;
    if (row === "# EOF") break;
    if (row === "" || row.startsWith("#")) continue;
    const [, name, labels = "", value = ""] = sample.exec(row) ?? [];
    if (name === void 0 || i === rows.length - 1) {
      const what = /^[\w:]+/.exec(row)?.[0] ?? "";
      const why = name === void 0 ? "this line is no sample" : "the last line has no end";
      lose(lost, {
        name: what,
        line,
        message: `${what || "a result"}: ${why}: was the file cut off?`
      });
      continue;
    }
    const ending = endings.find((item2) => name.endsWith(item2) && families.has(base(name, item2)));
    const item = families.get(base(name, ending ?? ""));
    if (item !== void 0 && passedOver.has(item.type)) continue;
    if (ending === "_bucket" || ending === "_created") continue;
    const named = base(name, ending ?? "") + labelled(labels);
    const number = numberOf(value);
    if (ending === "_sum") sums.set(named, number);
    else if (ending === "_count") {
      const sum = sums.get(named);
      if (sum !== void 0 && number > 0) records.push(recordOf(named, item, sum / number));
    } else records.push(recordOf(named, item, number));
  }
  const warnings = undirected(file, records);
  return { records, results: records.length, environment: /* @__PURE__ */ new Map(), warnings, lost };
}
var base = (name, ending) => ending === "" ? name : name.slice(0, -ending.length);
var unitOfName = (name) => /_(seconds|milliseconds|bytes|ratio)(?:_total)?$/.exec(name)?.[1] ?? "";
var labelled = (labels) => [...labels.matchAll(label)].map(([, key, value = ""]) => `/${key}=${value.replace(/\\(.)/g, "$1")}`).join("");
var numberOf = (text) => /^[+-]?Inf$/i.test(text) ? text.startsWith("-") ? -Infinity : Infinity : Number(text);
function recordOf(name, family, value) {
  const { unit, factor } = inBase(family?.unit || (/^[\w:]+/.exec(name)?.[0] ?? name));
  const metric = { unit, samples: [value * factor] };
  return { name, metrics: [metric] };
}
export {
  readOpenMetrics
};
