import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  emit,
  flagLayer,
  rowOptions
} from "./chunk-chunk-3RPH4RHZ.js";
import "./chunk-chunk-ZXE3ZYX7.js";
import "./chunk-chunk-RFHQA4VV.js";
import {
  mergeTables,
  readFiles,
  readProfiles
} from "./chunk-chunk-2TEFKGE7.js";
import "./chunk-chunk-PUWUD367.js";
import "./chunk-chunk-GFXZ33DM.js";
import "./chunk-chunk-JVK7RXZK.js";
import {
  readOptions,
  resolveConfig
} from "./chunk-chunk-VOR46SOH.js";
import "./chunk-chunk-HRIU57NH.js";
import "./chunk-chunk-DUZFCSRP.js";
import "./chunk-chunk-YJK4OIZJ.js";
import {
  logLine
} from "./chunk-chunk-RFZJ2M3E.js";
import "./chunk-chunk-D3CAN4GM.js";
import "./chunk-chunk-A2HC4SX2.js";
import "./chunk-chunk-ODMQVEPZ.js";
import "./chunk-chunk-MDC75YKU.js";
import "./chunk-chunk-RPXPASOV.js";

// src/entry/cli/top.ts
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
      const { topText } = await import("./chunk-toptext-JUCDLCZ6.js");
      return tables.map(topText).join("\n");
    }
  }
}
export {
  topCommand
};
