import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  profileView
} from "./chunk-chunk-FFSNK5G7.js";
import {
  emitReports,
  flagLayer,
  rowOptions
} from "./chunk-chunk-2WIXKDTD.js";
import "./chunk-chunk-HYH4N3AD.js";
import {
  readFiles,
  readProfiles,
  unmeasured
} from "./chunk-chunk-UQYCOHJB.js";
import "./chunk-chunk-CFQE5HFI.js";
import "./chunk-chunk-GNUXMM7U.js";
import "./chunk-chunk-5PDSYCPL.js";
import {
  mergeTables
} from "./chunk-chunk-LHA6YONK.js";
import "./chunk-chunk-4O2KQTR3.js";
import "./chunk-chunk-7GE2WMSZ.js";
import "./chunk-chunk-LXBOSWHC.js";
import {
  logLine
} from "./chunk-chunk-JJTX6MYV.js";
import "./chunk-chunk-4M7XMVOR.js";
import "./chunk-chunk-7AJGRJQQ.js";
import "./chunk-chunk-FX3FCOYG.js";
import "./chunk-chunk-Z7ZNAURW.js";
import "./chunk-chunk-SMMYSTQO.js";
import "./chunk-chunk-PSWHF7MZ.js";
import "./chunk-chunk-3CENERFY.js";
import {
  readOptions,
  resolveConfig
} from "./chunk-chunk-6JB4N6AN.js";
import "./chunk-chunk-N64AVE2V.js";
import "./chunk-chunk-VU3MZHWS.js";
import "./chunk-chunk-YAJUDV3V.js";
import "./chunk-chunk-TDBKQMBW.js";
import {
  InputError
} from "./chunk-chunk-PZOHENPX.js";
import {
  init_define_FLAMEGATE_PAGE
} from "./chunk-chunk-O53ZM6UU.js";

// src/entry/cli/top.ts
init_define_FLAMEGATE_PAGE();
async function topCommand(flags, paths) {
  const view = profileView(flags);
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
  if (flags.list !== void 0) {
    const { listReport } = await import("./chunk-list-T65OGA4V.js");
    await emitReports(flags, () => listReport(flags, [files], options, view), files);
    return 0;
  }
  if (flags.tree === true) {
    if (flags.mean === true) throw new InputError("--tree shows sums: leave out --mean");
    const { topTrees } = await import("./chunk-tree-N4WRJ27C.js");
    await emitReports(flags, () => topTrees(shown, files, options, view), files);
    return 0;
  }
  const means = flags.mean === true ? await (await import("./chunk-values-7N6IEJS4.js")).fileMeans(files, options) : void 0;
  await emitReports(flags, ({ format }) => report(shown, format, view, means), files);
  return 0;
}
function merged(tables) {
  const slices = /* @__PURE__ */ new Map();
  for (const table of tables) {
    slices.set(table.slice, [...slices.get(table.slice) ?? [], table]);
  }
  return [...slices.values()].map(mergeTables).toSorted((a, b) => b.total - a.total);
}
async function report(tables, format, view, means) {
  switch (format) {
    case "json":
      return (await import("./chunk-json-CCWIHPTJ.js")).topJson(tables);
    case "csv":
      return (await import("./chunk-csv-IAUDIOJR.js")).topCsv(tables);
    default: {
      const { topText } = await import("./chunk-toptext-3P7XEF6Z.js");
      return tables.map((table) => topText(table, view, means)).join("\n");
    }
  }
}
export {
  topCommand
};
