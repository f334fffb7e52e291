import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  readConfigFile,
  readFiles
} from "./chunk-chunk-K6DAJTUT.js";
import {
  failOnNames,
  parseAlpha,
  parsePercent,
  parsePoints,
  parseWord,
  testNames
} from "./chunk-chunk-S472EWUA.js";
import {
  InputError
} from "./chunk-chunk-YOAMKUER.js";

// src/cli/flags.ts
import { writeFile } from "node:fs/promises";
async function configLayers(flags) {
  const own = {
    threshold: set(flags.threshold, (text) => parsePercent(text, "threshold")),
    profileThreshold: set(flags.profileThreshold, (text) => parsePoints(text, "profile-threshold")),
    alpha: set(flags.alpha, (text) => parseAlpha(text)),
    test: set(flags.test, (text) => parseWord(text, testNames, "test")),
    failOn: set(flags.failOn, (text) => parseWord(text, failOnNames, "fail-on")),
    sampleType: flags.sampleType
  };
  return [own, await readConfigFile(flags.config)];
}
var set = (text, parse) => text === void 0 ? void 0 : parse(text);
function tableOptions(flags) {
  return {
    ...flags.sampleType === void 0 ? {} : { sampleType: flags.sampleType },
    ...flags.inlines === void 0 ? {} : { inlines: flags.inlines },
    ...flags.granularity === void 0 ? {} : { granularity: flags.granularity }
  };
}
async function measuredInputs(flags) {
  return {
    benchmarks: await readFiles(flags.benchmarks ?? [], "--benchmarks"),
    profiles: await readFiles(flags.profiles ?? [], "--profiles"),
    commit: flags.commit ?? "",
    time: flags.time ?? (/* @__PURE__ */ new Date()).toISOString(),
    environment: {}
  };
}
async function emit(flags, report) {
  if (flags.output === void 0) {
    process.stdout.write(report);
    return;
  }
  await writeOut(flags.output, report);
}
async function writeOut(file, content) {
  await writeFile(file, content).catch((error) => {
    throw new InputError(`cannot be written: ${error.message}`, { file });
  });
}

export {
  configLayers,
  tableOptions,
  measuredInputs,
  emit,
  writeOut
};
