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
  undirected
} from "./chunk-chunk-MKYMQKPK.js";
import {
  lose,
  noLosses
} from "./chunk-chunk-V6FUWQX3.js";
import {
  jsonLinesOf,
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

// src/formats/benchmarks/generic.ts
init_define_FLAMEGATE_PAGE();
function readGenericJson(input) {
  const whole = jsonOf(input);
  const entries = Array.isArray(whole) ? whole : listOf(objectOf(whole).benchmarks);
  const lost = noLosses();
  const records = entries.flatMap(
    (entry, i) => recordOf(objectOf(entry), lost, { place: `the benchmark ${i + 1}` })
  );
  return readingOf(input, records, lost, objectOf(objectOf(whole).environment));
}
function readGenericLines(input) {
  const lost = noLosses();
  const records = [];
  const broken = (line) => {
    lose(lost, { name: "", line, message: "this line is no JSON: was the file cut off?" });
  };
  for (const { line, value } of jsonLinesOf(input, broken)) {
    records.push(...recordOf(objectOf(value), lost, { place: "this line", line }));
  }
  return readingOf(input, records, lost, {});
}
function recordOf(entry, lost, { place, ...at }) {
  const { name, unit, values, better, exact, labels } = entry;
  const missing = [
    ...textOf(name) === "" ? ['"name", a text'] : [],
    ...textOf(unit) === "" ? ['"unit", a text'] : [],
    ...Array.isArray(values) && values.length > 0 ? [] : ['"values", a list of numbers'],
    ...better === void 0 || isBetter(better) ? [] : ['"better", either lower or higher']
  ];
  if (missing.length > 0) {
    const message = `${textOf(name) || place} has no ${missing.join(" and no ")}`;
    lose(lost, { name: textOf(name), ...at, message });
    return [];
  }
  const settings = new Map(
    Object.entries(objectOf(labels)).map(([key, value]) => [key, String(value)])
  );
  const metric = metricOf(textOf(unit), listOf(values).map(numberOf), better, exact === true);
  return [{ name: textOf(name), settings, metrics: [metric] }];
}
var isBetter = (value) => value === "lower" || value === "higher";
function metricOf(told, values, better, isExact) {
  const { unit, factor } = inBase(told);
  return {
    unit,
    samples: values.map((value) => value * factor),
    ...isBetter(better) ? { better } : {},
    ...isExact ? { exact: true } : {}
  };
}
var environmentKeys = ["goos", "goarch", "cpu", "machine", "build", "toolchain"];
function readingOf({ file }, records, lost, stated, more = []) {
  const environment = /* @__PURE__ */ new Map();
  for (const key of environmentKeys) {
    const value = textOf(stated[key]);
    if (value !== "") environment.set(key, { value });
  }
  const warnings = [...more, ...undirected(file, records)];
  return { records: toldApart(records), results: records.length, environment, warnings, lost };
}
var known = /* @__PURE__ */ new Set(["name", "unit", "value", "better"]);
function readGenericCsv(input) {
  const { columns, rows } = tableOf(input);
  const labels = columns.filter((name) => name !== "" && !known.has(name));
  const lost = noLosses();
  const warnings = [];
  const records = rows.flatMap(({ of: map, line, broken, isOpen }) => {
    const name = map.get("name") ?? "";
    const unit = map.get("unit") ?? "";
    const value = map.get("value") ?? "";
    const better = map.get("better") || void 0;
    const problem = problemOf(isOpen ? null : broken, { name, unit, value, better });
    if (problem !== null) {
      lose(lost, { name, line, message: `${name || "a result"}: this row ${problem}` });
      return [];
    }
    if (isOpen) {
      const message = `${name}: the last row has no line end: was the file cut off?`;
      warnings.push({ kind: "syntax", file: input.file, line, message });
    }
    const settings = new Map(
      labels.flatMap((key) => {
        const label = map.get(key) ?? "";
        return label === "" ? [] : [[key, label]];
      })
    );
    return [{ name, settings, metrics: [metricOf(unit, [numberIn(value)], better, false)] }];
  });
  return readingOf(input, records, lost, {}, warnings);
}
function problemOf(broken, {
  name,
  unit,
  value,
  better
}) {
  if (broken !== null) return broken;
  if (name === "" || unit === "") return `has no ${name === "" ? "name" : "unit"}`;
  if (Number.isNaN(numberIn(value))) return `has ${JSON.stringify(value)} for a value, no number`;
  if (better === void 0 || isBetter(better)) return null;
  return `has ${JSON.stringify(better)} for better, which is lower or higher`;
}
export {
  readGenericCsv,
  readGenericJson,
  readGenericLines
};
