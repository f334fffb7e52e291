import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  valgrindMetric
} from "./chunk-chunk-4ZNA754N.js";
import {
  lose,
  noLosses
} from "./chunk-chunk-V6FUWQX3.js";
import {
  listOf,
  numberOf,
  objectOf,
  textOf
} from "./chunk-chunk-3EDRWKZB.js";
import "./chunk-chunk-6IUKT67Q.js";
import {
  init_define_FLAMEGATE_PAGE
} from "./chunk-chunk-OMS2RVR2.js";

// src/formats/benchmarks/gungraun.ts
init_define_FLAMEGATE_PAGE();
function readGungraun({ bytes }) {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("utf8");
  const records = [];
  const lost = noLosses();
  let isOurs = false;
  for (const { line, value } of documents(text)) {
    if (value === void 0) {
      const message = "a summary that is not whole JSON, was it cut off?";
      lose(lost, { name: "", line, message });
      continue;
    }
    const summary = objectOf(value);
    if (typeof summary.module_path !== "string") continue;
    isOurs = true;
    const name = nameOf(summary);
    const metrics = metricsOf(listOf(summary.profiles).map(objectOf));
    if (metrics.length > 0) records.push({ name, metrics });
    else lose(lost, { name, line, message: `${name}: ${whyNothing(summary)}` });
  }
  if (!isOurs) return null;
  return { records, results: records.length, environment: /* @__PURE__ */ new Map(), warnings: [], lost };
}
function nameOf({ module_path: path, id, details: old, description }) {
  const details = description ?? old;
  const text = textOf(id) === "" ? "" : ` ${textOf(id)}${details == null ? "" : ":"}`;
  return `${textOf(path)}${text}${textOf(details)}`;
}
var whyNothing = ({ profiles, version }) => Array.isArray(profiles) ? "no tool counted anything that is of this run" : `a summary of version ${textOf(version) || "?"} is not read, that of gungraun is`;
function metricsOf(profiles) {
  const metrics = /* @__PURE__ */ new Map();
  for (const [name, said] of profiles.flatMap(totalOf)) {
    const value = countOf(objectOf(said));
    if (value === null) continue;
    const metric = valgrindMetric(name, value);
    if (!metrics.has(metric.unit)) metrics.set(metric.unit, metric);
  }
  return [...metrics.values()];
}
function totalOf({ data, summaries }) {
  const { metrics } = objectOf(objectOf(data).total);
  if (metrics !== void 0) return Object.entries(objectOf(metrics));
  const byTool = objectOf(objectOf(objectOf(summaries).total).summary);
  return Object.values(byTool).flatMap((item) => Object.entries(objectOf(item)));
}
function countOf({ values, metrics }) {
  if (values !== void 0) {
    const { new: now, old } = objectOf(values);
    return now === void 0 && old !== void 0 ? null : numberOf(now);
  }
  const { Left, Both, Right } = objectOf(metrics);
  if (Right !== void 0) return null;
  const { Int, Float } = objectOf(Left ?? listOf(Both)[0]);
  return numberOf(Int ?? Float);
}
function* documents(text) {
  const all = text.split("\n");
  for (let i = 0; i < all.length; ) {
    const start = i++;
    const first = all[start] ?? "";
    if (!first.trimStart().startsWith("{")) continue;
    const indent = first.indexOf("{");
    if (first.trim() === "{") {
      const closes = `${" ".repeat(indent)}}`;
      while (i < all.length && all[i - 1]?.trimEnd() !== closes && all[i]?.indexOf("{") !== indent)
        i++;
    }
    yield { line: start + 1, value: parsed(all.slice(start, i).join("\n")) };
  }
}
function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return void 0;
  }
}
export {
  readGungraun
};
