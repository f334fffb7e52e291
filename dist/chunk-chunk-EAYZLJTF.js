import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  readConfigFile
} from "./chunk-chunk-JF3RMCPS.js";
import {
  readFiles,
  redactFiles,
  seenFrom
} from "./chunk-chunk-CAWJPCAF.js";
import {
  normalTime
} from "./chunk-chunk-HBB34D3E.js";
import {
  filterNames
} from "./chunk-chunk-ZUGVML7C.js";
import {
  flagKey,
  layerOf
} from "./chunk-chunk-6RNIDPFN.js";
import {
  InputError
} from "./chunk-chunk-6IUKT67Q.js";
import {
  init_define_FLAMEGATE_PAGE
} from "./chunk-chunk-OMS2RVR2.js";

// src/entry/cli/repositorytop.ts
init_define_FLAMEGATE_PAGE();
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
function topHere(directory = process.cwd(), env = process.env) {
  if (env.GITHUB_WORKSPACE) return env.GITHUB_WORKSPACE;
  if (existsSync(join(directory, ".git"))) return directory;
  const above = dirname(directory);
  return above === directory ? null : topHere(above, env);
}

// src/entry/cli/flags.ts
init_define_FLAMEGATE_PAGE();
import { stat, writeFile } from "node:fs/promises";
var flagName = (flag) => `--${flag.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
async function configLayers(flags) {
  return [flagLayer(flags), await readConfigFile(flags.config)];
}
function flagLayer(flags) {
  const layer = layerOf((entry) => {
    const value = flags[flagKey(entry)];
    return typeof value === "boolean" ? String(value) : typeof value === "string" ? value : void 0;
  });
  return { ...layer, profileFilters: filters(flags) };
}
function filters(flags) {
  const names = Object.keys(filterNames);
  const given = names.filter((name) => flags[name] !== void 0);
  if (given.length === 0) return void 0;
  return Object.fromEntries(given.map((name) => [name, flags[name]]));
}
function rowOptions(flags) {
  return {
    ...flags.relativePercentages === void 0 ? {} : { relative: flags.relativePercentages },
    ...flags.inlines === void 0 ? {} : { inlines: flags.inlines },
    ...flags.granularity === void 0 ? {} : { granularity: flags.granularity }
  };
}
async function measuredInputs(flags, config) {
  const top = topHere();
  const benchmarks = await readFiles(flags.benchmarks ?? [], "--benchmarks");
  const files = {
    benchmarks: top === null ? benchmarks : benchmarks.map((file) => seenFrom(file, top)),
    profiles: await readFiles(flags.profiles ?? [], "--profiles")
  };
  return {
    ...await redactFiles(files, config.redact, process.env.GITHUB_WORKSPACE),
    commit: flags.commit ?? await commitOfHead(),
    time: timeOf(flags),
    environment: {}
  };
}
var commitOfHead = async () => (await import("./chunk-commit-DGO6MIWD.js")).commitHere(process.cwd(), process.env);
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
  topHere,
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
