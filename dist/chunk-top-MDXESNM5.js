import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  profileView
} from "./chunk-chunk-HH27Z5BE.js";
import {
  emitReports,
  flagLayer,
  rowOptions
} from "./chunk-chunk-3LN6AAPK.js";
import "./chunk-chunk-X5JHQNT3.js";
import {
  readFiles,
  readProfiles,
  unmeasured
} from "./chunk-chunk-QJMLYR2D.js";
import "./chunk-chunk-DSXPYKV7.js";
import "./chunk-chunk-EW36L4FF.js";
import "./chunk-chunk-BKPFZD3P.js";
import "./chunk-chunk-MCTQHFLZ.js";
import {
  mergeTables
} from "./chunk-chunk-X2CCCSRL.js";
import "./chunk-chunk-7AL6N6TP.js";
import "./chunk-chunk-QGDJS24Q.js";
import "./chunk-chunk-K3FRKKEY.js";
import {
  logLine
} from "./chunk-chunk-4EYZ7PQE.js";
import "./chunk-chunk-QDTPVPHV.js";
import "./chunk-chunk-IIMA2IPC.js";
import "./chunk-chunk-GJNG4AA4.js";
import "./chunk-chunk-QYZIAM3F.js";
import "./chunk-chunk-QYFRXBAM.js";
import "./chunk-chunk-XFFPISN2.js";
import "./chunk-chunk-ANAGSCI4.js";
import "./chunk-chunk-C43Z3M2N.js";
import {
  readOptions,
  resolveConfig
} from "./chunk-chunk-ASTUYRMT.js";
import "./chunk-chunk-NGLJ2YUT.js";
import "./chunk-chunk-Q3ESHJPJ.js";
import "./chunk-chunk-RFSHZW7V.js";
import "./chunk-chunk-EXNVJHAL.js";
import {
  InputError
} from "./chunk-chunk-ET5KLPX2.js";
import "./chunk-chunk-UOYNN62N.js";
import {
  init_define_FLAMEGATE_PAGE
} from "./chunk-chunk-OPJI6KHM.js";

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
    const { listReport } = await import("./chunk-list-6PRCO4IS.js");
    await emitReports(flags, () => listReport(flags, [files], options, view), files);
    return 0;
  }
  if (flags.tree === true) {
    if (flags.mean === true) throw new InputError("--tree shows sums: leave out --mean");
    const { topTrees } = await import("./chunk-tree-Z5MTAL7I.js");
    await emitReports(flags, () => topTrees(shown, files, options, view), files);
    return 0;
  }
  const means = flags.mean === true ? await (await import("./chunk-values-EMRGF7MG.js")).fileMeans(files, options) : void 0;
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
      return (await import("./chunk-json-U4FUKJBV.js")).topJson(tables);
    case "csv":
      return (await import("./chunk-csv-6QD4KQNC.js")).topCsv(tables);
    default: {
      const { topText } = await import("./chunk-toptext-BZTUFREW.js");
      return tables.map((table) => topText(table, view, means)).join("\n");
    }
  }
}
export {
  topCommand
};
