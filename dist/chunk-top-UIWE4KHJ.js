import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  emit,
  flagLayer,
  rowOptions
} from "./chunk-chunk-CTK2CQ3H.js";
import "./chunk-chunk-COFPAZ5K.js";
import "./chunk-chunk-EP2JPQBW.js";
import {
  mergeTables,
  readFiles,
  readProfiles
} from "./chunk-chunk-DRD5DY45.js";
import "./chunk-chunk-QM4W6GCR.js";
import "./chunk-chunk-E6V7FVA2.js";
import "./chunk-chunk-JVK7RXZK.js";
import {
  readOptions,
  resolveConfig
} from "./chunk-chunk-IQN46H7T.js";
import "./chunk-chunk-HRIU57NH.js";
import "./chunk-chunk-OT5DCEEM.js";
import {
  logLine
} from "./chunk-chunk-RFZJ2M3E.js";
import "./chunk-chunk-2Q632MTP.js";
import "./chunk-chunk-ID4REKW5.js";
import "./chunk-chunk-A2HC4SX2.js";
import "./chunk-chunk-YOAMKUER.js";
import "./chunk-chunk-RPXPASOV.js";

// src/cli/top.ts
async function topCommand(flags, paths) {
  const files = await readFiles(paths, "top");
  const options = { ...readOptions(resolveConfig(flagLayer(flags))), ...rowOptions(flags) };
  const { tables, warnings } = await readProfiles(files, options);
  for (const { message } of warnings) process.stderr.write(`${logLine(`flamegate: ${message}`)}
`);
  await emit(flags, await report(merged(tables), flags.format), files);
  return 0;
}
function merged(tables) {
  const slices = /* @__PURE__ */ new Map();
  for (const table of tables) {
    slices.set(table.slice, [...slices.get(table.slice) ?? [], table]);
  }
  return [...slices.values()].map(mergeTables).toSorted((a, b) => b.total - a.total);
}
async function report(tables, format = "text") {
  switch (format) {
    case "json":
      return (await import("./chunk-json-B7NKJDTW.js")).topJson(tables);
    case "csv":
      return (await import("./chunk-csv-OLAZGIVE.js")).topCsv(tables);
    default: {
      const { topText } = await import("./chunk-toptext-G4GERC5U.js");
      return tables.map(topText).join("\n");
    }
  }
}
export {
  topCommand
};
