import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  seriesKey
} from "./chunk-chunk-ETXR6ESQ.js";
import {
  quote
} from "./chunk-chunk-MQ2NSUXY.js";
import {
  betterOf,
  tidy
} from "./chunk-chunk-V6FUWQX3.js";
import {
  InputError
} from "./chunk-chunk-6IUKT67Q.js";
import {
  init_define_FLAMEGATE_PAGE
} from "./chunk-chunk-OMS2RVR2.js";

// src/formats/benchmarks/collection.ts
init_define_FLAMEGATE_PAGE();
function emptyCollection() {
  return { groups: /* @__PURE__ */ new Map(), units: /* @__PURE__ */ new Map(), metadata: /* @__PURE__ */ new Map(), environment: /* @__PURE__ */ new Map() };
}
function addReading(into, file, reading) {
  for (const [key, stated] of reading.environment) sameEnvironment(into, key, { ...stated, file });
  const warnings = [];
  for (const { unit, key, value, line } of reading.units ?? []) {
    const at = `${unit}\0${key}`;
    const has = into.metadata.get(at);
    if (has === void 0) into.metadata.set(at, value);
    else if (has !== value) {
      const message = `metadata ${key} of unit ${unit} already set to ${quote(has)}`;
      warnings.push({ kind: "syntax", file, line, message });
    }
  }
  let last = null;
  for (const record of reading.records) last = addRecord(into, record, last);
  return warnings;
}
function sameEnvironment(into, key, stated) {
  const first = into.environment.get(key);
  if (first === void 0) {
    into.environment.set(key, stated);
  } else if (first.value !== stated.value) {
    throw new InputError(otherEnvironment(key, stated.value, first, first.file), {
      file: stated.file,
      ...stated.line === void 0 ? {} : { line: stated.line }
    });
  }
}
function otherEnvironment(key, value, first, file) {
  const one = key === "toolchain" ? "one toolchain" : "one machine";
  const place = first.line === void 0 ? file : `${file}:${first.line}`;
  return `${key} is ${quote(value)} here and ${quote(first.value)} at ${place}: one run is ${one}; give the other's output to another run`;
}
function addRecord(into, record, last) {
  const group = groupOf(into, record);
  let benchmark = group.benchmarks.get(record.name);
  if (benchmark === void 0) {
    benchmark = { series: /* @__PURE__ */ new Map(), pass: 0 };
    group.benchmarks.set(record.name, benchmark);
  }
  if (benchmark !== last && benchmark.series.size > 0) benchmark.pass++;
  for (const metric of record.metrics) {
    const { unit, factor } = unitOf(into, metric.unit);
    let series = benchmark.series.get(unit);
    if (series === void 0) {
      series = newSeries(group.package, record.name, unit, metric);
      benchmark.series.set(unit, series);
    }
    addSamples(series, metric, factor, benchmark.pass);
  }
  return benchmark;
}
var newSeries = (from, benchmark, unit, stated) => ({
  package: from,
  benchmark,
  unit,
  better: "unknown",
  exact: false,
  samples: [],
  passes: [],
  pass: -1,
  stated
});
function addSamples(to, metric, factor, pass) {
  const { samples } = metric;
  for (const sample of samples) to.samples.push(sample * factor);
  const [first = samples.length, ...more] = metric.passes ?? [];
  if (to.pass === pass) to.passes[to.passes.length - 1] = (to.passes.at(-1) ?? 0) + first;
  else to.passes.push(first);
  for (const size of more) to.passes.push(size);
  to.pass = pass;
}
var noSettings = /* @__PURE__ */ new Map();
function groupOf(into, record) {
  const { package: from = "", settings = noSettings } = record;
  const sorted = [...settings].sort(([a], [b]) => a < b ? -1 : 1);
  const identity = JSON.stringify([from, sorted]);
  let group = into.groups.get(identity);
  if (group === void 0) {
    group = { package: from, settings: new Map(sorted), benchmarks: /* @__PURE__ */ new Map() };
    into.groups.set(identity, group);
  }
  return group;
}
function unitOf(into, name) {
  let unit = into.units.get(name);
  if (unit === void 0) {
    unit = tidy(name);
    into.units.set(name, unit);
  }
  return unit;
}
function environmentOf(from) {
  return Object.fromEntries([...from.environment].map(([key, setting]) => [key, setting.value]));
}
function finishSeries(from) {
  const groups = [...from.groups.values()];
  const varying = varyingKeys(groups);
  const described = /* @__PURE__ */ new Map();
  const finished = [];
  for (const group of groups) {
    for (const { series } of group.benchmarks.values()) {
      for (const growing of series.values()) {
        const keys = varying.size > 0 ? varying.get(seriesKey(growing)) : void 0;
        if (keys !== void 0) growing.benchmark += settingSuffix(group, keys);
        let known = described.get(growing.unit);
        if (known === void 0) {
          known = describe(from, growing.unit);
          described.set(growing.unit, known);
        }
        growing.better = growing.stated.better ?? known.better;
        growing.exact = growing.stated.exact ?? known.exact;
        finished.push(finish(growing));
      }
    }
  }
  return finished;
}
function finish({ pass: _, stated: _stated, passes, ...item }) {
  return passes.length < 2 ? item : { ...item, passes };
}
function describe(from, unit) {
  const said = from.metadata.get(`${unit}\0better`);
  const meant = said === "higher" || said === "lower" ? said : "unknown";
  return {
    better: said === void 0 ? betterOf(unit) : meant,
    exact: from.metadata.get(`${unit}\0assume`) === "exact"
  };
}
function varyingKeys(groups) {
  const varying = /* @__PURE__ */ new Map();
  for (const [key, [first, ...others]] of sharers(groups)) {
    if (first === void 0 || others.length === 0) continue;
    const keys = new Set([first, ...others].flatMap((group) => [...group.settings.keys()]));
    const differs = (text) => others.some((group) => group.settings.get(text) !== first.settings.get(text));
    varying.set(key, [...keys].filter(differs).sort());
  }
  return varying;
}
function sharers(groups) {
  const packages = /* @__PURE__ */ new Map();
  for (const { package: text } of groups) packages.set(text, (packages.get(text) ?? 0) + 1);
  const sharing = /* @__PURE__ */ new Map();
  for (const group of groups) {
    if (packages.get(group.package) === 1) continue;
    for (const { series } of group.benchmarks.values()) {
      for (const growing of series.values()) {
        const key = seriesKey(growing);
        const others = sharing.get(key);
        if (others === void 0) sharing.set(key, [group]);
        else others.push(group);
      }
    }
  }
  return sharing;
}
function settingSuffix(group, keys) {
  let suffix = "";
  for (const key of keys) {
    const value = group.settings.get(key) ?? "";
    const ambiguous = value.includes(" /") || value.startsWith('"');
    suffix += ` /${key}=${ambiguous ? JSON.stringify(value) : value}`;
  }
  return suffix;
}

export {
  emptyCollection,
  addReading,
  otherEnvironment,
  environmentOf,
  finishSeries
};
