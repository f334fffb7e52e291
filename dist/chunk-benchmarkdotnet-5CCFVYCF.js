import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  toldApart
} from "./chunk-chunk-DEWTSWQH.js";
import {
  inBase
} from "./chunk-chunk-J4OLNXIF.js";
import {
  fingerprint
} from "./chunk-chunk-DGXOTV7A.js";
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

// src/formats/benchmarks/benchmarkdotnet.ts
init_define_FLAMEGATE_PAGE();
function readBenchmarkDotNet(input) {
  const whole = objectOf(jsonOf(input));
  if (!Array.isArray(whole.Benchmarks)) return null;
  const lost = noLosses();
  const warnings = [];
  const records = whole.Benchmarks.map(objectOf).flatMap((entry, i) => {
    const name = nameOf(entry);
    if (name === "") {
      lose(lost, { name, message: `the benchmark ${i + 1} has no name` });
      return [];
    }
    if (entry.Statistics === null) {
      const message = `${name} failed: it has no statistics`;
      warnings.push({ kind: "failed", file: input.file, message });
      return [];
    }
    const settings = /* @__PURE__ */ new Map([["job", jobOf(textOf(entry.DisplayInfo))]]);
    return [{ name, settings, metrics: metricsOf(entry) }];
  });
  const environment = machineOf(objectOf(whole.HostEnvironmentInfo));
  return { records: toldApart(records), results: records.length, environment, warnings, lost };
}
function nameOf({ FullName, Namespace, Type, Method, Parameters }) {
  if (textOf(FullName) !== "") return textOf(FullName);
  const parts = [Namespace, Type, Method].map(textOf).filter(Boolean);
  const parameters = textOf(Parameters) === "" ? "" : `(${textOf(Parameters)})`;
  return parts.length === 0 ? "" : parts.join(".") + parameters;
}
function jobOf(display) {
  const begin = display.indexOf(": ");
  if (begin < 0) return "";
  const parameters = display.endsWith("]") ? display.lastIndexOf(" [") : -1;
  const job = parameters < begin ? display.slice(begin + 2) : display.slice(begin + 2, parameters);
  return job.replace(/^Job-\w+/, "Job");
}
function machineOf(host) {
  const stated = /* @__PURE__ */ new Map();
  const values = {
    cpu: textOf(host.ProcessorName) || textOf(objectOf(host.ProcessorName).Value),
    machine: fingerprint(host.LogicalCoreCount ?? host.ProcessorCount, []),
    toolchain: textOf(host.RuntimeVersion),
    build: textOf(host.Configuration).toLowerCase()
  };
  for (const key of ["cpu", "machine", "toolchain", "build"]) {
    if (values[key] !== "") stated.set(key, { value: values[key] });
  }
  return stated;
}
function metricsOf({ Measurements, Statistics, Memory, Metrics }) {
  const metrics = [{ unit: "ns/op", ...timesOf(listOf(Measurements), Statistics) }];
  const { BytesAllocatedPerOperation: bytes } = objectOf(Memory);
  if (bytes !== void 0 && bytes !== null) {
    metrics.push({ unit: "B/op", samples: [numberOf(bytes)] });
  }
  for (const { Value, Descriptor } of listOf(Metrics).map(objectOf)) {
    const { Id, Unit, TheGreaterIsBetter: greater } = objectOf(Descriptor);
    const name = textOf(Id);
    if (name === "" || /^(?:Allocated Memory|Gen\dCollects)$/.test(name)) continue;
    const { unit, factor } = inBase(textOf(Unit));
    const better = greater === true ? "higher" : greater === false ? "lower" : "unknown";
    const samples = [numberOf(Value) * factor];
    metrics.push({
      unit: unit === "" || unit === "Count" ? name : `${name}-${unit}`,
      samples,
      better
    });
  }
  return metrics;
}
function timesOf(measurements, statistics) {
  const launches = /* @__PURE__ */ new Map();
  for (const record of measurements.map(objectOf)) {
    if (!isResult(record)) continue;
    const samples2 = launches.get(record.LaunchIndex) ?? [];
    launches.set(record.LaunchIndex, samples2);
    samples2.push(numberOf(record.Nanoseconds) / numberOf(record.Operations));
  }
  const passes = [...launches.values()].map((list) => list.length);
  const samples = [...launches.values()].flat();
  if (samples.length > 0) return passes.length > 1 ? { samples, passes } : { samples };
  const { OriginalValues: values, Mean: mean } = objectOf(statistics);
  const told = listOf(values).map(numberOf);
  return { samples: told.length > 0 ? told : [numberOf(mean)] };
}
var isResult = ({ IterationMode: mode, IterationStage: stage }) => stage === void 0 ? mode === "Result" : mode === "Workload" && stage === "Result";
export {
  readBenchmarkDotNet
};
