import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  tableLines
} from "./chunk-chunk-6HBGA7YV.js";
import {
  warningLines
} from "./chunk-chunk-6OBLDVWQ.js";
import {
  logLine
} from "./chunk-chunk-3KXZIELT.js";
import {
  init_define_FLAMEGATE_PAGE
} from "./chunk-chunk-OMS2RVR2.js";

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
