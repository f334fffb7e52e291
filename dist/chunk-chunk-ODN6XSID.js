import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  inputsOf,
  summaryKey,
  summaryOf
} from "./chunk-chunk-KBK62P4M.js";
import {
  readRun
} from "./chunk-chunk-CAWJPCAF.js";
import {
  packRun
} from "./chunk-chunk-HBB34D3E.js";
import {
  InputError
} from "./chunk-chunk-6IUKT67Q.js";
import {
  init_define_FLAMEGATE_PAGE
} from "./chunk-chunk-OMS2RVR2.js";

// src/flow/record.ts
init_define_FLAMEGATE_PAGE();
async function record(inputs, store, tables, tell = () => {
}) {
  const { benchmarkFormat } = tables;
  const run = await readRun(inputs, benchmarkFormat === void 0 ? {} : { benchmarkFormat });
  const failure = run.warnings.find(({ kind }) => kind === "failed");
  if (failure !== void 0) {
    throw new InputError(
      `${failure.message}; a run that failed is not stored, because a baseline must be whole`,
      {
        ...failure.file === void 0 ? {} : { file: failure.file },
        ...failure.line === void 0 ? {} : { line: failure.line }
      }
    );
  }
  for (const warning of run.warnings) if (warning.kind === "lost") tell(warning);
  const packed = packRun({ ...inputs, environment: run.environment });
  return store.keep(packed, summariesFor(tables));
}
var summariesFor = (tables) => ({
  of: (stored) => summaryOf(stored.manifest, inputsOf(stored), tables),
  isUsable: (manifest, summary) => summary.key === summaryKey(manifest, tables)
});

export {
  record,
  summariesFor
};
