import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  emit,
  tableOptions
} from "./chunk-chunk-QFZQXRBR.js";
import {
  mergeTables,
  readFiles,
  readTable
} from "./chunk-chunk-K6DAJTUT.js";
import "./chunk-chunk-ID4REKW5.js";
import "./chunk-chunk-OBQS3SYR.js";
import "./chunk-chunk-JVK7RXZK.js";
import "./chunk-chunk-S472EWUA.js";
import "./chunk-chunk-YOAMKUER.js";
import "./chunk-chunk-RPXPASOV.js";

// src/cli/top.ts
async function topCommand(flags, paths) {
  const files = await readFiles(paths, "top");
  const tables = [];
  for (const file of files) {
    tables.push(await readTable(file, tableOptions(flags)));
  }
  const table = mergeTables(tables);
  await emit(flags, await report(table, flags.format));
  return 0;
}
async function report(table, format = "text") {
  switch (format) {
    case "json":
      return (await import("./chunk-json-WZTP7J73.js")).topJson(table);
    case "csv":
      return (await import("./chunk-csv-6AKFLONX.js")).topCsv(table);
    default:
      return (await import("./chunk-text-MDCOFUEV.js")).topText(table);
  }
}
export {
  topCommand
};
