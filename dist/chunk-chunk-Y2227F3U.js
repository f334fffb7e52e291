import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  readRun
} from "./chunk-chunk-MS7BYKXI.js";
import {
  packRun
} from "./chunk-chunk-W2JAEFIT.js";
import {
  InputError
} from "./chunk-chunk-TNIRC7FT.js";

// src/flow/record.ts
async function record(inputs, store) {
  const run = await readRun(inputs, {});
  const failure = run.warnings.find((warning) => warning.kind === "failed");
  if (failure !== void 0) {
    throw new InputError(
      `${failure.message}; a run that failed is not stored, because a baseline must be whole`,
      {
        ...failure.file === void 0 ? {} : { file: failure.file },
        ...failure.line === void 0 ? {} : { line: failure.line }
      }
    );
  }
  return store.keep(packRun({ ...inputs, environment: run.environment }));
}

export {
  record
};
