import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  emitReports,
  flagLayer,
  rowOptions
} from "./chunk-chunk-U4N2AZX3.js";
import "./chunk-chunk-BND6GVGO.js";
import {
  readFiles,
  readProfiles,
  unmeasured
} from "./chunk-chunk-LL3MJMTY.js";
import "./chunk-chunk-WZM3LQV6.js";
import {
  mergeTables
} from "./chunk-chunk-3BVXIR3B.js";
import "./chunk-chunk-4O2KQTR3.js";
import "./chunk-chunk-HUNTVSA6.js";
import "./chunk-chunk-LXBOSWHC.js";
import {
  logLine
} from "./chunk-chunk-D77MWFZU.js";
import "./chunk-chunk-NWFIJ5NX.js";
import "./chunk-chunk-Z43TE2JO.js";
import "./chunk-chunk-DHK4SDK4.js";
import "./chunk-chunk-FX3FCOYG.js";
import "./chunk-chunk-Z7ZNAURW.js";
import "./chunk-chunk-SMMYSTQO.js";
import "./chunk-chunk-PSWHF7MZ.js";
import "./chunk-chunk-6RYV25LT.js";
import {
  readOptions,
  resolveConfig
} from "./chunk-chunk-R6BEZD7Z.js";
import "./chunk-chunk-N64AVE2V.js";
import "./chunk-chunk-FZZ2ZYFP.js";
import "./chunk-chunk-YAJUDV3V.js";
import "./chunk-chunk-TDBKQMBW.js";
import {
  InputError
} from "./chunk-chunk-FO6TTW33.js";
import {
  init_define_FLAMEGATE_PAGE
} from "./chunk-chunk-O53ZM6UU.js";

// src/entry/cli/top.ts
init_define_FLAMEGATE_PAGE();
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
      return (await import("./chunk-json-U2BV2OJG.js")).topJson(tables);
    case "csv":
      return (await import("./chunk-csv-FWSBZTCZ.js")).topCsv(tables);
    default: {
      const { topText } = await import("./chunk-toptext-JV27TZZD.js");
      return tables.map(topText).join("\n");
    }
  }
}
export {
  topCommand
};
