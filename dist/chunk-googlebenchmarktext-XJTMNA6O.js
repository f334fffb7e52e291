import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  googleMetrics
} from "./chunk-chunk-TXE4XWVS.js";
import "./chunk-chunk-DGXOTV7A.js";
import {
  lose,
  noLosses
} from "./chunk-chunk-V6FUWQX3.js";
import "./chunk-chunk-3EDRWKZB.js";
import "./chunk-chunk-6IUKT67Q.js";
import {
  init_define_FLAMEGATE_PAGE
} from "./chunk-chunk-OMS2RVR2.js";

// src/formats/benchmarks/googlebenchmarktext.ts
init_define_FLAMEGATE_PAGE();

// src/formats/benchmarks/csvline.ts
init_define_FLAMEGATE_PAGE();
function csvLine(row) {
  const cells = [];
  const cell = /(?:"((?:[^"]|"")*)"|([^",]*))(,|$)/y;
  const line = row.replace(/\r$/, "");
  for (; ; ) {
    const found = cell.exec(line);
    if (found === null) return null;
    cells.push(found[1]?.replaceAll('""', '"') ?? found[2] ?? "");
    if (found[3] === "") return cells;
  }
}

// src/formats/benchmarks/googlebenchmarktext.ts
var result = /^(\S.*?) +(\S+) (ns|us|ms|s|%) +(\S+) (ns|us|ms|s|%) +(\d+)(?: (.*))?$/;
var failed = /^(\S.*?) +ERROR OCCURRED: '(.*)'$/;
var head = /^Benchmark +Time +CPU +Iterations/;
var aggregate = /_(?:mean|median|stddev|cv)$/;
var longest = 2e3;
function readGoogleConsole({ file, bytes }) {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("utf8");
  const warnings = [];
  const lost = noLosses();
  const found = [];
  let isOurs = false;
  const all = text.split("\n");
  for (const [i, full] of all.entries()) {
    const line = i + 1;
    const row = full.slice(0, longest).trimEnd();
    if (head.test(row)) isOurs = true;
    if (!isOurs || row === "" || head.test(row) || /^-+$/.test(row)) continue;
    const [, broken, why] = failed.exec(row) ?? [];
    if (broken !== void 0) {
      warnings.push({ kind: "failed", file, line, message: `${broken} failed: ${why}` });
      continue;
    }
    const [, name = "", real = "", unit = "", cpu = "", , , counters = ""] = result.exec(row) ?? [];
    if (name !== "" && line < all.length) {
      if (aggregate.test(name) && !name.endsWith("_median")) continue;
      const more = counters.split(" ").filter((item) => item.includes("="));
      const values = more.map((item) => {
        const at = item.lastIndexOf("=");
        return [item.slice(0, at), counted(item.slice(0, at), item.slice(at + 1))];
      });
      const times = [
        ["real", "sec/op", real],
        ["cpu", "cpu-sec/op", cpu]
      ];
      const whole = times.flatMap(([key, metric, said]) => {
        if (!isCoarse(said)) return [[key, number(said)]];
        if (aggregate.test(name)) return [[key, Number.NaN]];
        const message = `${name}: ${said} ${unit} has too few digits to be compared, use --benchmark_format=json`;
        lose(lost, { name, unit: metric, line, message });
        return [];
      });
      found.push({ name, unit, values: [...whole, ...values] });
    } else if (/ (?:ns|us|ms|s)(?: |$)/.test(row) || line === all.length) {
      const own = row.split(/ {2,}/, 1)[0] ?? "";
      lose(lost, { name: own, line, message: `${own} has no whole result on this line` });
    }
  }
  return isOurs ? readingOf(found, warnings, lost) : null;
}
function readGoogleCsv({ file, bytes }) {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("utf8");
  const warnings = [];
  const lost = noLosses();
  const found = [];
  let columns = null;
  const all = text.split("\n");
  for (const [i, row] of all.entries()) {
    const line = i + 1;
    if (row.startsWith("name,iterations,real_time,cpu_time")) columns = csvLine(row) ?? [];
    else if (columns !== null && row.trim() !== "") {
      const cells = csvLine(row);
      const name = cells?.[0] ?? "";
      if (cells?.[columns.indexOf("error_occurred")] === "true") {
        const message = `${name} failed: ${cells[columns.indexOf("error_message")] ?? ""}`;
        warnings.push({ kind: "failed", file, line, message });
        continue;
      }
      if (cells === null || cells.length !== columns.length || name === "" || line === all.length) {
        const message = `${name || "a benchmark"} has no whole row on this line`;
        lose(lost, { name, line, message });
        continue;
      }
      const map = new Map(columns.map((column, at) => [column, cells[at] ?? ""]));
      const counters = [...map].filter(([column, value]) => !told.has(column) && value !== "");
      found.push({
        name,
        unit: map.get("time_unit") ?? "",
        values: [
          ["real", number(map.get("real_time") ?? "")],
          ["cpu", number(map.get("cpu_time") ?? "")],
          ...counters.map(([column, value]) => [column, number(value)])
        ]
      });
    }
  }
  return columns === null ? null : readingOf(found, warnings, lost);
}
var told = /* @__PURE__ */ new Set([
  ...["name", "iterations", "real_time", "cpu_time", "time_unit", "label"],
  ...["error_occurred", "error_message"]
]);
function readingOf(found, warnings, lost) {
  const own = new Set(found.filter(({ name }) => !aggregate.test(name)).map(({ name }) => name));
  const records = found.flatMap(({ name, unit, values }) => {
    const base = name.replace(aggregate, "");
    if (base !== name && (own.has(base) || !name.endsWith("_median"))) return [];
    const metrics = googleMetrics(values, unit);
    return [{ name: base, metrics }];
  });
  return { records, results: records.length, environment: /* @__PURE__ */ new Map(), warnings, lost };
}
var number = (text) => /^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i.test(text) ? Number(text) : Number.NaN;
var prefixes = {
  ...{ "": 1, m: 1e-3, u: 1e-6, n: 1e-9, p: 1e-12, k: 1e3, K: 1e3, M: 1e6, G: 1e9, T: 1e12 },
  ...{ Ki: 2 ** 10, Mi: 2 ** 20, Gi: 2 ** 30, Ti: 2 ** 40 }
};
function counted(name, text) {
  const [, value = "", prefix = ""] = /^(-?\d+(?:\.\d+)?(?:e[+-]?\d+)?)([munpkKMGT]i?)?(?:\/s)?$/i.exec(text) ?? [];
  const factor = prefixes[prefix] ?? Number.NaN;
  const isBinary = name === "bytes_per_second" && prefix.length === 1;
  return number(value) * (isBinary ? 1024 ** Math.round(Math.log10(factor) / 3) : factor);
}
var isCoarse = (text) => /^0?\.\d+$|^0$/.test(text) && text.replace(/^[0.]+/, "").length < 3;
export {
  readGoogleConsole,
  readGoogleCsv
};
