import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  completed,
  countHere,
  counterHere,
  environmentHere,
  measureRounds,
  refuse,
  withSuspects
} from "./chunk-chunk-CLAFKVEC.js";
import {
  heeding
} from "./chunk-chunk-MCH7A6PU.js";
import {
  countThresholdOf,
  looks
} from "./chunk-chunk-GWC6IANW.js";
import {
  rowOptions
} from "./chunk-chunk-EAYZLJTF.js";
import {
  formatOf
} from "./chunk-chunk-J35JVOHR.js";
import {
  eventKinds
} from "./chunk-chunk-UIZSM77V.js";
import {
  logLine
} from "./chunk-chunk-3KXZIELT.js";
import {
  maxTimeOf,
  parseWord,
  readOptions
} from "./chunk-chunk-OBSUUNSJ.js";
import {
  InputError
} from "./chunk-chunk-6IUKT67Q.js";
import {
  init_define_FLAMEGATE_PAGE
} from "./chunk-chunk-OMS2RVR2.js";

// src/entry/cli/measurer.ts
init_define_FLAMEGATE_PAGE();
import { resolve } from "node:path";
function measurerHere(flags, config, head) {
  const plan = looks(config.maxRounds);
  const seed = flags.seed === void 0 ? void 0 : parseSeed(flags.seed);
  const { run } = flags;
  let status = null;
  const options = {
    directory: process.cwd(),
    against: config.against,
    ...pullRequest(process.env),
    seed,
    pin: flags.pin,
    maxSeconds: maxTimeOf(config, run !== void 0),
    env: process.env,
    log: (line) => process.stderr.write(`${logLine(line)}
`),
    looks: plan,
    environment: environmentHere(),
    tables: { ...readOptions(config), ...rowOptions(flags) },
    redact: config.redact,
    workspace: process.env.GITHUB_WORKSPACE,
    timeCommand: flags.timeCommand,
    keep: flags.keep === void 0 ? null : resolve(flags.keep)
  };
  const heed = (work) => heeding(work, (found) => {
    status ??= found;
  });
  return {
    looks: plan,
    interrupted: () => status,
    measure: (only, look, more = {}) => heed(async (signal) => {
      const commands = { setup: flags.setup ?? null, run: run ?? "" };
      const [first] = head.benchmarks;
      const format = first === void 0 ? null : await formatOf(first, { format: config.format });
      const asked = await completed({ ...options, ...commands, signal, format, ...more });
      return measureRounds(asked, only, look);
    }),
    count: (work, more) => heed(async (signal) => {
      const all = { ...options, setup: flags.setup ?? null, run: run ?? "", signal, ...more };
      const { log } = options;
      const { alpha } = config;
      const threshold = countThresholdOf(config);
      refuse(work);
      const events = eventsOf(flags.countEvents);
      const counter = await counterHere(all, events);
      return countHere(all, { counter, work, alpha, threshold, events, log, signal });
    }),
    suspects: (work) => heed((signal) => withSuspects({ ...options, signal }, head, config, work))
  };
}
function pullRequest(env) {
  const merge = /^refs\/pull\/\d+\/merge$/.test(env.GITHUB_REF ?? "");
  return {
    pullMerge: merge ? env.GITHUB_SHA : void 0,
    baseBranch: env.GITHUB_BASE_REF || void 0
  };
}
function eventsOf(list) {
  if (list === void 0) return [];
  const words = list.split(",").map((word) => word.trim());
  return words.map((word) => parseWord(word, eventKinds, "--count-events"));
}
function parseSeed(text) {
  const seed = Number(text.trim() === "" ? Number.NaN : text);
  if (Number.isInteger(seed) && seed >= 0 && seed < 2 ** 32) return seed;
  throw new InputError(`--seed ${text} must be a whole number below 4294967296`);
}

export {
  measurerHere
};
