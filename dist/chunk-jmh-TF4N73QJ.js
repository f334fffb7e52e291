import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  numberIn,
  tableOf
} from "./chunk-chunk-NM7W6OUI.js";
import {
  toldApart
} from "./chunk-chunk-DEWTSWQH.js";
import {
  inBase
} from "./chunk-chunk-J4OLNXIF.js";
import {
  lose,
  noLosses
} from "./chunk-chunk-V6FUWQX3.js";
import {
  jsonOf,
  listOf,
  numberOf,
  objectOf,
  textOf
} from "./chunk-chunk-3EDRWKZB.js";
import "./chunk-chunk-6IUKT67Q.js";
import {
  init_define_FLAMEGATE_PAGE
} from "./chunk-chunk-OMS2RVR2.js";

// src/formats/benchmarks/jmh.ts
init_define_FLAMEGATE_PAGE();
function readJmh(input) {
  const entries = listOf(jsonOf(input)).map(objectOf);
  if (!entries.some((record) => record.primaryMetric !== void 0)) return null;
  const lost = noLosses();
  const records = entries.flatMap((entry, i) => {
    const name = textOf(entry.benchmark);
    if (name === "" || entry.primaryMetric === void 0) {
      const message = `${name || `the result ${i + 1}`} has no ${name === "" ? "name" : "score"}`;
      lose(lost, { name, message });
      return [];
    }
    const params = Object.entries(objectOf(entry.params));
    return [
      {
        name: withParams(
          name,
          params.map(([key, value]) => [key, String(value)])
        ),
        settings: settingsOf(entry),
        metrics: metricsOf(entry)
      }
    ];
  });
  const environment = toolchainOf(entries);
  const { length } = records;
  return { records: toldApart(records), results: length, environment, warnings: [], lost };
}
var withParams = (name, params) => name + params.map(([key, value]) => `/${key}=${value}`).join("");
var settingsOf = (entry) => new Map(
  Object.entries({
    mode: textOf(entry.mode),
    threads: typeof entry.threads === "number" ? String(entry.threads) : "",
    jvm: jvmOf(entry),
    jvmArgs: listOf(entry.jvmArgs).map(textOf).join(" ")
  }).filter(([, value]) => value !== "")
);
var jvmOf = ({ vmName, jdkVersion }) => `${textOf(vmName)} ${textOf(jdkVersion)}`.trim();
function toolchainOf(entries) {
  const [jvm = "", ...others] = new Set(entries.map(jvmOf));
  const environment = /* @__PURE__ */ new Map();
  if (jvm !== "" && others.length === 0) environment.set("toolchain", { value: jvm });
  return environment;
}
function metricsOf({ primaryMetric, secondaryMetrics }) {
  const primary = objectOf(primaryMetric);
  const { unit, factor } = inBase(textOf(primary.scoreUnit));
  const metrics = [{ unit, ...samplesOf(primary, factor) }];
  for (const [name, value] of Object.entries(objectOf(secondaryMetrics))) {
    const secondary = objectOf(value);
    const named = secondaryUnit(name, textOf(secondary.scoreUnit));
    metrics.push({ ...named.metric, ...samplesOf(secondary, named.factor) });
  }
  return metrics;
}
function samplesOf({ rawData, rawDataHistogram, score }, factor) {
  const forks = Array.isArray(rawDataHistogram) ? rawDataHistogram.map((fork) => listOf(fork).map(meanOf)) : listOf(rawData).map((fork) => Array.isArray(fork) ? fork.map(numberOf) : [Number.NaN]);
  const samples = forks.flat().map((value) => value * factor);
  if (samples.length === 0) return { samples: [numberOf(score) * factor] };
  const passes = forks.map((fork) => fork.length).filter((length) => length > 0);
  return passes.length > 1 ? { samples, passes } : { samples };
}
function meanOf(histogram) {
  let [sum, all] = [0, 0];
  for (const bin of listOf(histogram)) {
    const [value, count] = listOf(bin).map(numberOf);
    sum += (value ?? Number.NaN) * (count ?? Number.NaN);
    all += count ?? Number.NaN;
  }
  return sum / all;
}
function secondaryUnit(told, scoreUnit) {
  const name = told.replace(/^·/, "");
  if (name === "gc.alloc.rate.norm") return { metric: { unit: "B/op" }, factor: 1 };
  if (scoreUnit === "#/op") {
    const better2 = /^[IC]PC$/.test(name) ? "unknown" : "lower";
    return { metric: { unit: `${name}/op`, better: better2 }, factor: 1 };
  }
  const { unit, factor } = inBase(scoreUnit);
  if (unit === "counts" || unit === "#")
    return { metric: { unit: name, better: "unknown" }, factor };
  const better = /^p[01]\.\d+$/.test(name) ? "lower" : "unknown";
  return { metric: { unit: `${name}-${unit}`, better }, factor };
}
function readJmhCsv(input) {
  const { columns, rows } = tableOf(input);
  const params = columns.filter((name) => name.startsWith("Param: "));
  const lost = noLosses();
  const records = rows.flatMap(({ of: map, line, broken }) => {
    const [method = "", secondary] = (map.get("Benchmark") ?? "").split(":", 2);
    if (broken !== null) {
      lose(lost, { name: method, line, message: `${method || "a result"}: this row ${broken}` });
      return [];
    }
    const given = params.flatMap((name2) => {
      const value2 = map.get(name2) ?? "";
      return value2 === "" ? [] : [[name2.slice("Param: ".length), value2]];
    });
    const unit = map.get("Unit") ?? "";
    const { metric, factor } = secondary === void 0 ? { metric: { unit: inBase(unit).unit }, factor: inBase(unit).factor } : secondaryUnit(secondary, unit);
    const settings = /* @__PURE__ */ new Map([
      ["mode", map.get("Mode") ?? ""],
      ["threads", map.get("Threads") ?? ""]
    ]);
    const name = withParams(method, given);
    const score = map.get("Score") ?? "";
    const value = numberIn(score) * factor;
    if (Number.isNaN(value)) {
      const message = `${name}: ${metric.unit} is ${JSON.stringify(score)}, no number that can be trusted`;
      lose(lost, { name, unit: metric.unit, line, message });
      return [];
    }
    return [{ name, settings, metrics: [{ ...metric, samples: [value] }] }];
  });
  const { length } = records;
  return {
    records: toldApart(records),
    results: length,
    environment: /* @__PURE__ */ new Map(),
    warnings: [],
    lost
  };
}
export {
  readJmh,
  readJmhCsv
};
