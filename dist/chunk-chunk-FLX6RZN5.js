import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  environmentHere,
  listenForInterruption,
  measureRounds
} from "./chunk-chunk-N4O2MYYV.js";
import {
  looks
} from "./chunk-chunk-HIWL34EI.js";
import {
  rowOptions
} from "./chunk-chunk-GLTTVNZY.js";
import {
  readOptions
} from "./chunk-chunk-HG4VGEBS.js";
import {
  logLine
} from "./chunk-chunk-RFZJ2M3E.js";
import {
  InputError
} from "./chunk-chunk-YOAMKUER.js";

// src/cli/here.ts
import { resolve } from "node:path";
function measurerHere(flags, config, format) {
  const plan = looks(config.maxRounds);
  const seed = flags.seed === void 0 ? void 0 : parseSeed(flags.seed);
  let status = null;
  return {
    looks: plan,
    interrupted: () => status,
    measure: async (only, look) => {
      const interruption = listenForInterruption();
      try {
        return await measureRounds(
          {
            directory: process.cwd(),
            against: config.against,
            ...pullRequest(process.env),
            setup: flags.setup ?? null,
            run: flags.run ?? "",
            seed,
            pin: flags.pin,
            maxSeconds: config.maxTime,
            env: process.env,
            log: (line) => process.stderr.write(`${logLine(line)}
`),
            signal: interruption.signal,
            looks: plan,
            format,
            environment: environmentHere(),
            tables: { ...readOptions(config), ...rowOptions(flags) },
            redact: config.redact,
            workspace: process.env.GITHUB_WORKSPACE,
            keep: flags.keep === void 0 ? null : resolve(flags.keep)
          },
          only,
          look
        );
      } finally {
        status = interruption.status();
        interruption.release();
      }
    }
  };
}
function pullRequest(env) {
  const merge = /^refs\/pull\/\d+\/merge$/.test(env.GITHUB_REF ?? "");
  return {
    pullMerge: merge ? env.GITHUB_SHA : void 0,
    baseBranch: env.GITHUB_BASE_REF || void 0
  };
}
function parseSeed(text) {
  const seed = Number(text.trim() === "" ? Number.NaN : text);
  if (Number.isInteger(seed) && seed >= 0 && seed < 2 ** 32) return seed;
  throw new InputError(`--seed ${text} must be a whole number below 4294967296`);
}

export {
  measurerHere
};
