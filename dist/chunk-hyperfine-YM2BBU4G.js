import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  numberIn,
  tableOf
} from "./chunk-chunk-NM7W6OUI.js";
import {
  toldApart
} from "./chunk-chunk-DEWTSWQH.js";
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

// src/formats/benchmarks/hyperfine.ts
init_define_FLAMEGATE_PAGE();
function readHyperfine(input) {
  const { results } = objectOf(jsonOf(input));
  if (!Array.isArray(results)) return null;
  const lost = noLosses();
  const warnings = [];
  const records = results.map(objectOf).flatMap((result, i) => {
    const command = textOf(result.command);
    if (command === "") {
      lose(lost, { name: "", message: `the result ${i + 1} has no command` });
      return [];
    }
    const failure = failureOf(listOf(result.exit_codes));
    if (failure.message !== null) {
      const message = `${command} failed: ${failure.message}`;
      warnings.push({ kind: "failed", file: input.file, message });
    }
    const given = Object.entries(objectOf(result.parameters));
    const settings = new Map(given.map(([name, value]) => [name, String(value)]));
    return [{ name: command + failure.suffix, settings, metrics: metricsOf(result) }];
  });
  return {
    records: toldApart(records),
    results: records.length,
    environment: /* @__PURE__ */ new Map(),
    warnings,
    lost
  };
}
function failureOf(codes) {
  const [first = 0, ...others] = new Set(codes);
  if (others.length === 0 && first !== null) {
    return { message: null, suffix: first === 0 ? "" : ` /exit=${String(first)}` };
  }
  const failed = codes.filter((code) => code !== 0);
  const with_ = [...new Set(failed)].map((code) => code === null ? "a signal" : String(code));
  const message = `${failed.length} of ${codes.length} runs ended with ${with_.join(", ")}`;
  return { message, suffix: "" };
}
function metricsOf(result) {
  const { times, median, mean, user, system, memory_usage_byte: memory } = result;
  const samples = Array.isArray(times) && times.length > 0 ? times : [median ?? mean];
  const metrics = [{ unit: "sec/op", samples: samples.map(numberOf) }];
  for (const [unit, value] of [
    ["user-sec/op", user],
    ["sys-sec/op", system]
  ]) {
    if (value !== void 0) metrics.push({ unit, samples: [numberOf(value)] });
  }
  if (Array.isArray(memory) && memory.length > 0) {
    metrics.push({ unit: "peak-RSS-bytes", samples: memory.map(numberOf) });
  }
  return metrics;
}
var columnUnits = [
  ["median", "sec/op"],
  ["user", "user-sec/op"],
  ["system", "sys-sec/op"]
];
function readHyperfineCsv(input) {
  const { columns, rows } = tableOf(input);
  const parameters = columns.filter((name) => name.startsWith("parameter_"));
  const lost = noLosses();
  const records = rows.flatMap(({ of: map, line, broken }) => {
    const name = map.get("command") ?? "";
    if (broken !== null) {
      lose(lost, { name, line, message: `${name || "a result"}: this row ${broken}` });
      return [];
    }
    const settings = new Map(
      parameters.map((key) => [key.slice("parameter_".length), map.get(key) ?? ""])
    );
    const metrics = columnUnits.map(([column, unit]) => ({
      unit,
      samples: [numberIn(map.get(column) ?? "")]
    }));
    return [{ name, settings, metrics }];
  });
  return {
    records: toldApart(records),
    results: records.length,
    environment: /* @__PURE__ */ new Map(),
    warnings: [],
    lost
  };
}
export {
  readHyperfine,
  readHyperfineCsv
};
