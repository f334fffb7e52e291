import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  profileView
} from "./chunk-chunk-KSEDHIQW.js";
import {
  emitReports,
  flagLayer,
  rowOptions
} from "./chunk-chunk-V5VMAGTJ.js";
import "./chunk-chunk-WJ3GSTEA.js";
import {
  readFiles,
  readProfiles,
  unmeasured
} from "./chunk-chunk-CI4CUVNV.js";
import "./chunk-chunk-ZPTTC7RO.js";
import "./chunk-chunk-BI53RTZT.js";
import "./chunk-chunk-VQ6FWMRF.js";
import {
  mergeTables
} from "./chunk-chunk-JVKRPIUM.js";
import "./chunk-chunk-RTPMQYVY.js";
import "./chunk-chunk-N5QMFNMI.js";
import "./chunk-chunk-MGEZL6RU.js";
import "./chunk-chunk-ZDROZ2CC.js";
import {
  logLine
} from "./chunk-chunk-A5MM4BUN.js";
import "./chunk-chunk-LC64RVU4.js";
import "./chunk-chunk-ZQWF666O.js";
import "./chunk-chunk-FD5PAXGO.js";
import "./chunk-chunk-GE3XI5AU.js";
import "./chunk-chunk-DOBBJTZB.js";
import "./chunk-chunk-MJVLSOLQ.js";
import "./chunk-chunk-E3ZYM2TM.js";
import "./chunk-chunk-FJ7WFUKN.js";
import "./chunk-chunk-LXRGVO62.js";
import "./chunk-chunk-FN6WBWDZ.js";
import "./chunk-chunk-FC3O4OT5.js";
import "./chunk-chunk-KLJRNJYE.js";
import "./chunk-chunk-TK4BJ4BT.js";
import {
  readOptions,
  resolveConfig
} from "./chunk-chunk-47RXFYY7.js";
import "./chunk-chunk-WAKK6G2L.js";
import "./chunk-chunk-KNAULORW.js";
import "./chunk-chunk-5B6DBYSR.js";
import "./chunk-chunk-77VQVGUE.js";
import "./chunk-chunk-VSNVNMMO.js";
import "./chunk-chunk-T7IIMCDC.js";
import {
  InputError
} from "./chunk-chunk-KXCXWWAW.js";
import {
  init_define_FLAMEGATE_PAGE
} from "./chunk-chunk-LVQEZM7Y.js";

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
    const { listReport } = await import("./chunk-list-PTUSHAMR.js");
    await emitReports(flags, () => listReport(flags, [files], options, view), files);
    return 0;
  }
  if (flags.tree === true) {
    if (flags.mean === true) throw new InputError("--tree shows sums: leave out --mean");
    const { topTrees } = await import("./chunk-tree-4T47O4AR.js");
    await emitReports(flags, () => topTrees(shown, files, options, view), files);
    return 0;
  }
  const means = flags.mean === true ? await (await import("./chunk-values-Z7D6G6TB.js")).fileMeans(files, options) : void 0;
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
      return (await import("./chunk-json-RDBJDN5Q.js")).topJson(tables);
    case "csv":
      return (await import("./chunk-csv-T47UQF5D.js")).topCsv(tables);
    default: {
      const { topText } = await import("./chunk-toptext-SX3T575L.js");
      return tables.map((table) => topText(table, view, means)).join("\n");
    }
  }
}
export {
  topCommand
};
