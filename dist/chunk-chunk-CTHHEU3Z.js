import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  inputsOf,
  summaryKey,
  summaryOf
} from "./chunk-chunk-IAVBQ6WZ.js";
import {
  readRun
} from "./chunk-chunk-DZRIX3TP.js";
import {
  packRun
} from "./chunk-chunk-N5QMFNMI.js";
import {
  InputError
} from "./chunk-chunk-KXCXWWAW.js";
import {
  init_define_FLAMEGATE_PAGE
} from "./chunk-chunk-LVQEZM7Y.js";

// src/flow/record.ts
init_define_FLAMEGATE_PAGE();
async function record(inputs, store, tables) {
  const { benchmarkFormat } = tables;
  const run = await readRun(inputs, benchmarkFormat === void 0 ? {} : { benchmarkFormat });
  const failure = run.warnings.find(({ kind }) => kind === "failed" || kind === "lost");
  if (failure !== void 0) {
    const what = failure.kind === "lost" ? "that lost a result" : "that failed";
    throw new InputError(
      `${failure.message}; a run ${what} is not stored, because a baseline must be whole`,
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
