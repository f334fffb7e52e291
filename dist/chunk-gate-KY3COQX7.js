import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  configLayers,
  emit,
  measuredInputs,
  tableOptions
} from "./chunk-chunk-MSO6OJGH.js";
import {
  directoryStore
} from "./chunk-chunk-7HQHVFLS.js";
import {
  exitStatus,
  gate
} from "./chunk-chunk-FP3S2NAK.js";
import "./chunk-chunk-LNG4WRVF.js";
import "./chunk-chunk-DRKGTISZ.js";
import "./chunk-chunk-ID4REKW5.js";
import "./chunk-chunk-ACTTXCM2.js";
import "./chunk-chunk-JVK7RXZK.js";
import "./chunk-chunk-ZVYA4AUC.js";
import {
  resolveConfig
} from "./chunk-chunk-I4G5RSAE.js";
import "./chunk-chunk-YOAMKUER.js";
import "./chunk-chunk-RPXPASOV.js";

// src/cli/format.ts
async function verdictReport(verdict, format = "text") {
  switch (format) {
    case "markdown":
      return (await import("./chunk-markdown-FAULHLNS.js")).summary(verdict);
    case "json":
      return (await import("./chunk-json-WZTP7J73.js")).gateJson(verdict);
    case "csv":
      return (await import("./chunk-csv-6AKFLONX.js")).gateCsv(verdict);
    default:
      return (await import("./chunk-text-MDCOFUEV.js")).gateText(verdict);
  }
}

// src/cli/gate.ts
async function gateCommand(flags) {
  const config = resolveConfig(...await configLayers(flags));
  const store = directoryStore(flags.baseline ?? "");
  const { verdict } = await gate(await measuredInputs(flags), store, config, tableOptions(flags));
  await emit(flags, await verdictReport(verdict, flags.format));
  return exitStatus(verdict.verdict, config.failOn);
}
export {
  gateCommand
};
