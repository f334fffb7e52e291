import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  configLayers,
  emit,
  measuredInputs,
  rowOptions
} from "./chunk-chunk-R4GVRTKF.js";
import {
  exitStatus,
  gate
} from "./chunk-chunk-BDURAB7H.js";
import {
  readPath
} from "./chunk-chunk-5W4RCZRM.js";
import {
  directoryStore
} from "./chunk-chunk-IGAAXVWO.js";
import "./chunk-chunk-2RON3TQY.js";
import "./chunk-chunk-OBQS3SYR.js";
import "./chunk-chunk-QM4W6GCR.js";
import "./chunk-chunk-ID4REKW5.js";
import "./chunk-chunk-JVK7RXZK.js";
import {
  readOptions,
  resolveConfig
} from "./chunk-chunk-N5B7YTNC.js";
import "./chunk-chunk-MZGAVEGS.js";
import "./chunk-chunk-YOAMKUER.js";
import "./chunk-chunk-RPXPASOV.js";

// src/cli/format.ts
async function verdictReport(verdict, format = "text") {
  switch (format) {
    case "markdown":
      return (await import("./chunk-markdown-DSIFP572.js")).summary(verdict);
    case "json":
      return (await import("./chunk-json-SRX6JZNQ.js")).gateJson(verdict);
    case "csv":
      return (await import("./chunk-csv-XPAUPN42.js")).gateCsv(verdict);
    default:
      return (await import("./chunk-text-XEMIP2PT.js")).gateText(verdict);
  }
}

// src/cli/gate.ts
async function gateCommand(flags) {
  const config = resolveConfig(...await configLayers(flags));
  const store = directoryStore(flags.baseline ?? "");
  const head = { ...await measuredInputs(flags), others: await otherRuns(flags.attempts ?? []) };
  const { verdict } = await gate(head, store, config, {
    ...readOptions(config),
    ...rowOptions(flags)
  });
  await emit(flags, await verdictReport(verdict, flags.format));
  return exitStatus(verdict.verdict, config.failOn);
}
async function otherRuns(directories) {
  const runs = [];
  for (const directory of directories) {
    runs.push({ ...await readPath(directory), commit: "", time: "", environment: {} });
  }
  return runs;
}
export {
  gateCommand
};
