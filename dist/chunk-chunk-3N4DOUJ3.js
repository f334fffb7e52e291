import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  readConfigFile
} from "./chunk-chunk-43EVLGKD.js";
import {
  readFiles,
  redactFiles
} from "./chunk-chunk-7NIWKHJD.js";
import {
  attributeNames,
  parseConfirm,
  parseDuration,
  parseFailOn,
  parsePercent,
  parsePoints,
  parseRate,
  parseRounds,
  parseWord,
  runnerNames,
  testNames
} from "./chunk-chunk-27ILUWF2.js";
import {
  normalTime
} from "./chunk-chunk-W2JAEFIT.js";
import {
  filterNames
} from "./chunk-chunk-PUWUD367.js";
import {
  InputError
} from "./chunk-chunk-TNIRC7FT.js";

// src/entry/cli/flags.ts
import { stat, writeFile } from "node:fs/promises";
var flagName = (flag) => `--${flag.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
async function configLayers(flags) {
  return [flagLayer(flags), await readConfigFile(flags.config)];
}
function flagLayer(flags) {
  return {
    threshold: set(flags.threshold, (text) => parsePercent(text, "threshold")),
    countThreshold: set(flags.countThreshold, (text) => parsePercent(text, "count-threshold")),
    profileThreshold: set(flags.profileThreshold, (text) => parsePoints(text, "profile-threshold")),
    alpha: set(flags.alpha, (text) => parseRate(text, "alpha")),
    suspect: set(flags.suspect, (text) => parseRate(text, "suspect")),
    see: set(flags.see, (text) => parsePercent(text, "see")),
    runner: set(flags.runner, (text) => parseWord(text, runnerNames, "runner")),
    test: set(flags.test, (text) => parseWord(text, testNames, "test")),
    failOn: set(flags.failOn, (text) => parseFailOn(text)),
    confirm: set(flags.confirm, (text) => parseConfirm(text)),
    count: flags.count === void 0 ? void 0 : flags.count ? "true" : "false",
    against: flags.against,
    maxTime: set(flags.maxTime, (text) => parseDuration(text)),
    maxRounds: set(flags.maxRounds, (text) => parseRounds(text)),
    sampleType: flags.sampleType,
    profileFilters: filters(flags),
    profileGroupBy: flags.groupBy,
    attribute: set(flags.attribute, (text) => parseWord(text, attributeNames, "attribute"))
  };
}
var set = (text, parse) => text === void 0 ? void 0 : parse(text);
function filters(flags) {
  const names = Object.keys(filterNames);
  const given = names.filter((name) => flags[name] !== void 0);
  if (given.length === 0) return void 0;
  return Object.fromEntries(given.map((name) => [name, flags[name]]));
}
function rowOptions(flags) {
  return {
    ...flags.inlines === void 0 ? {} : { inlines: flags.inlines },
    ...flags.granularity === void 0 ? {} : { granularity: flags.granularity }
  };
}
async function measuredInputs(flags, config) {
  const files = {
    benchmarks: await readFiles(flags.benchmarks ?? [], "--benchmarks"),
    profiles: await readFiles(flags.profiles ?? [], "--profiles")
  };
  return {
    ...await redactFiles(files, config.redact, process.env.GITHUB_WORKSPACE),
    commit: flags.commit ?? await commitOfHead(),
    time: timeOf(flags),
    environment: {}
  };
}
var commitOfHead = async () => (await import("./chunk-commit-YH22EXKR.js")).commitHere(process.cwd(), process.env);
var day = 24 * 60 * 60 * 1e3;
function timeOf({ time }) {
  if (time === void 0) return (/* @__PURE__ */ new Date()).toISOString();
  const normal = normalTime(time);
  if (Date.parse(normal) > Date.now() + day) {
    throw new InputError(`--time ${time} is in the future: give the time of the measurement`);
  }
  return normal;
}
async function emit(flags, report, inputs = []) {
  if (flags.output === void 0) {
    process.stdout.write(report);
    return;
  }
  await writeOut(flags.output, report, inputs);
}
async function emitReports({ format = "text", output: file, reports = [{ format, output: file }] }, make, inputs = []) {
  const made = [];
  for (const report of reports) made.push(await make(report));
  for (const [at, { output }] of reports.entries()) {
    await emit(output === void 0 ? {} : { output }, made[at] ?? "", inputs);
  }
}
var inputsOf = (inputs) => inputs === null ? [] : [...inputs.benchmarks, ...inputs.profiles];
async function writeOut(file, content, inputs) {
  const there = await stat(file).catch(() => null);
  if (there?.isFile()) {
    for (const input of inputs) {
      const read = await stat(input.file).catch(() => null);
      if (read?.ino === there.ino && read.dev === there.dev) {
        throw new InputError(
          `is an input (${input.file}) and would be overwritten: write to another file`,
          { file }
        );
      }
    }
  }
  await writeFile(file, content).catch((error) => {
    throw new InputError(`cannot be written: ${error.message}`, { file });
  });
}

export {
  flagName,
  configLayers,
  flagLayer,
  rowOptions,
  measuredInputs,
  emit,
  emitReports,
  inputsOf,
  writeOut
};
