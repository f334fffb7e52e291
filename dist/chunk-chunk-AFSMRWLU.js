import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  tableLines
} from "./chunk-chunk-KXPXNFR5.js";
import {
  warningLines
} from "./chunk-chunk-ZUGBPIWR.js";
import {
  logLine
} from "./chunk-chunk-A5MM4BUN.js";
import {
  init_define_FLAMEGATE_PAGE
} from "./chunk-chunk-LVQEZM7Y.js";

// src/report/benchtables.ts
init_define_FLAMEGATE_PAGE();
function tablesText(tables, alpha, warnings) {
  const blocks = tables.map((table, i) => [
    ...changedSettings(table, tables[i - 1]).map((line) => logLine(line)),
    ...tableLines(table, alpha)
  ]);
  if (warnings.length > 0) blocks.push(warningLines(warnings).map((line) => logLine(line)));
  return `${blocks.map((lines) => lines.join("\n")).join("\n\n")}
`;
}
function changedSettings(table, before) {
  return table.settings.flatMap(
    ({ name, value }, i) => before?.settings[i]?.value === value ? [] : [`${name}: ${value}`]
  );
}

export {
  tablesText,
  changedSettings
};
