import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  inputsOf,
  summaryKey,
  summaryOf
} from "./chunk-chunk-KXS2CKJR.js";
import {
  readRun
} from "./chunk-chunk-UQYCOHJB.js";
import {
  packRun
} from "./chunk-chunk-GNUXMM7U.js";
import {
  InputError
} from "./chunk-chunk-PZOHENPX.js";
import {
  init_define_FLAMEGATE_PAGE
} from "./chunk-chunk-O53ZM6UU.js";

// src/flow/record.ts
init_define_FLAMEGATE_PAGE();
async function record(inputs, store, tables) {
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
  const packed = packRun({ ...inputs, environment: run.environment });
  return store.keep(packed, {
    of: (stored) => summaryOf(stored.manifest, inputsOf(stored), tables),
    isUsable: (manifest, summary) => summary.key === summaryKey(manifest, tables)
  });
}

export {
  record
};
