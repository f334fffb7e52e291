import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  lose,
  noLosses
} from "./chunk-chunk-V6FUWQX3.js";
import {
  init_define_FLAMEGATE_PAGE
} from "./chunk-chunk-OMS2RVR2.js";

// src/formats/benchmarks/catch2.ts
init_define_FLAMEGATE_PAGE();
var nanoseconds = {
  ...{ ns: 1, us: 1e3, \u00B5s: 1e3, ms: 1e6, s: 1e9, m: 6e10, h: 36e11 }
};
var time = "(\\S+) (ns|us|\xB5s|ms|s|m|h)";
var means = new RegExp(`^ +${time} +${time} +${time} *$`);
var begun = new RegExp(`^(\\S.*?)? +(\\d+) +(\\d+) +${time} *$`);
function readCatch2Console({ file, bytes }) {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("utf8");
  if (!/^benchmark name +samples/m.test(text)) return null;
  const warnings = [];
  const records = [];
  const lost = noLosses();
  const all = text.split("\n");
  let title = [];
  let isTitle = false;
  let folded = [];
  let isTable = false;
  let open = null;
  for (const [i, full] of all.entries()) {
    const row = full.slice(0, 2e3).trimEnd();
    if (/^[~=.]{20,}$/.test(row) || /^benchmark name +samples/.test(row)) isTitle = false;
    if (/^-{20,}$/.test(row)) {
      const isHead = /std dev/.test(all[i - 1] ?? "");
      if (!isHead && !isTitle && !/^-{20,}/.test(all[i - 2] ?? "")) title = [];
      isTitle = !isHead && title.length === 0;
      isTable = isHead;
      folded = [];
      continue;
    }
    if (isTitle) title.push(row.trim());
    if (!isTable) continue;
    const [, broken, why] = /^(\S.*?) +Benchmark failed \((.*)\)$/.exec(row) ?? [];
    if (broken !== void 0) {
      const message = `${named(title, [...folded, broken])} failed: ${why}`;
      warnings.push({ kind: "failed", file, line: i + 1, message });
      folded = [];
      continue;
    }
    const start = begun.exec(row);
    const mean = means.exec(row);
    if (start !== null && mean === null) {
      open = losingOpen(lost, open);
      open = { name: named(title, [...folded, start[1] ?? ""]), line: i + 1 };
      folded = [];
    } else if (mean !== null && open !== null) {
      records.push({ name: open.name, metrics: [{ unit: "ns/op", samples: [timeOf(mean)] }] });
      open = null;
    } else if (/^\S/.test(row)) {
      folded.push(row.trim());
    }
  }
  losingOpen(lost, open);
  return { records, results: records.length, environment: /* @__PURE__ */ new Map(), warnings, lost };
}
function losingOpen(lost, open) {
  if (open === null) return null;
  const { name, line } = open;
  lose(lost, { name, line, message: `${name} has no mean below its name, was the file cut off?` });
  return null;
}
var named = (title, parts) => [...title, parts.filter(Boolean).join(" ")].filter(Boolean).join(" > ");
var timeOf = ([, value = "", unit = ""]) => (/^\d[\d.]*(?:e[+-]?\d+)?$/.test(value) ? Number(value) : Number.NaN) * (nanoseconds[unit] ?? Number.NaN);
var tag = /<(\/?)(TestCase|Section|BenchmarkResults|mean|failed|Catch2?|Catch2TestRun)\b([^<>]*)>/g;
function readCatch2Xml({ file, bytes }) {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("utf8");
  const warnings = [];
  const records = [];
  const lost = noLosses();
  const path = [];
  let name = null;
  let isClosed = false;
  const line = (at) => text.slice(0, at).split("\n").length;
  const missing = (item, at) => lose(lost, { name: item, line: line(at), message: `${item} has no mean` });
  for (const found of text.matchAll(tag)) {
    const [, ends = "", element = "", attributes = ""] = found;
    if (element.startsWith("Catch")) isClosed = ends === "/";
    else if (element === "TestCase" || element === "Section") {
      if (ends === "/") path.pop();
      else if (!attributes.endsWith("/")) path.push(attribute(attributes, "name").trim());
    } else if (element === "BenchmarkResults") {
      if (name !== null) missing(name, found.index);
      name = ends === "/" ? null : [...path, attribute(attributes, "name")].join(" > ");
    } else if (name !== null && element === "failed") {
      const message = `${name} failed: ${attribute(attributes, "message")}`;
      warnings.push({ kind: "failed", file, line: line(found.index), message });
      name = null;
    } else if (name !== null && element === "mean") {
      const value = attribute(attributes, "value");
      const mean = /^\d[\d.]*(?:e[+-]?\d+)?$/i.test(value) ? Number(value) : Number.NaN;
      records.push({ name, metrics: [{ unit: "ns/op", samples: [mean] }] });
      name = null;
    }
  }
  if (name !== null) missing(name, text.length);
  if (!isClosed) {
    lose(lost, { name: "", message: "the XML has no end, was the file cut off?" });
  }
  return { records, results: records.length, environment: /* @__PURE__ */ new Map(), warnings, lost };
}
var entities = {
  ...{ "&lt;": "<", "&gt;": ">", "&quot;": '"', "&apos;": "'", "&amp;": "&" }
};
function attribute(all, name) {
  const start = all.indexOf(` ${name}="`);
  if (start < 0) return "";
  const from = start + name.length + 3;
  const end = all.indexOf('"', from);
  const raw = end < 0 ? "" : all.slice(from, end);
  return raw.replace(/&(?:lt|gt|quot|apos|amp);/g, (text) => entities[text] ?? text);
}
export {
  readCatch2Console,
  readCatch2Xml
};
