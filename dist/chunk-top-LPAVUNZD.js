import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  emitReports,
  flagLayer,
  rowOptions
} from "./chunk-chunk-MHUTJSGY.js";
import "./chunk-chunk-4SJ6T732.js";
import {
  mergeTables,
  readFiles,
  readProfiles,
  unmeasured
} from "./chunk-chunk-MS7BYKXI.js";
import "./chunk-chunk-7W66SIQ6.js";
import {
  readOptions,
  resolveConfig
} from "./chunk-chunk-27ILUWF2.js";
import "./chunk-chunk-DUZFCSRP.js";
import "./chunk-chunk-W2JAEFIT.js";
import "./chunk-chunk-HRIU57NH.js";
import {
  logLine
} from "./chunk-chunk-RFZJ2M3E.js";
import "./chunk-chunk-4ODYDUX2.js";
import "./chunk-chunk-D3CAN4GM.js";
import "./chunk-chunk-PUWUD367.js";
import "./chunk-chunk-JVK7RXZK.js";
import "./chunk-chunk-Z4IIDTO4.js";
import "./chunk-chunk-YJK4OIZJ.js";
import "./chunk-chunk-A2HC4SX2.js";
import "./chunk-chunk-ODMQVEPZ.js";
import {
  InputError
} from "./chunk-chunk-TNIRC7FT.js";
import "./chunk-chunk-RPXPASOV.js";

// src/entry/cli/top.ts
async function topCommand(flags, paths) {
  const files = await readFiles(paths, "top");
  const options = {
    ...readOptions(resolveConfig(flagLayer(flags), { attribute: "raw" })),
    ...rowOptions(flags)
  };
  const { tables, warnings } = await readProfiles(files, options);
  const empty = unmeasured(tables);
  if (empty !== null) throw new InputError(empty.message);
  for (const { message } of warnings) process.stderr.write(`${logLine(`flamegate: ${message}`)}
`);
  const shown = merged(tables);
  await emitReports(flags, ({ format }) => report(shown, format), files);
  return 0;
}
function merged(tables) {
  const slices = /* @__PURE__ */ new Map();
  for (const table of tables) {
    slices.set(table.slice, [...slices.get(table.slice) ?? [], table]);
  }
  return [...slices.values()].map(mergeTables).toSorted((a, b) => b.total - a.total);
}
async function report(tables, format) {
  switch (format) {
    case "json":
      return (await import("./chunk-json-SWK7LIEE.js")).topJson(tables);
    case "csv":
      return (await import("./chunk-csv-OLAZGIVE.js")).topCsv(tables);
    default: {
      const { topText } = await import("./chunk-toptext-ZAEAYX3N.js");
      return tables.map(topText).join("\n");
    }
  }
}
export {
  topCommand
};
