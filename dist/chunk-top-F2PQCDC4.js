import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  profileView
} from "./chunk-chunk-VUGLSYUU.js";
import {
  emitReports,
  flagLayer,
  rowOptions
} from "./chunk-chunk-EAYZLJTF.js";
import "./chunk-chunk-JF3RMCPS.js";
import {
  readFiles,
  readProfiles,
  unmeasured
} from "./chunk-chunk-CAWJPCAF.js";
import "./chunk-chunk-J35JVOHR.js";
import "./chunk-chunk-UKHN3BIT.js";
import "./chunk-chunk-A7VDOM55.js";
import {
  mergeTables
} from "./chunk-chunk-5F4DIWO5.js";
import "./chunk-chunk-VKMI2SIL.js";
import "./chunk-chunk-HBB34D3E.js";
import "./chunk-chunk-YCAMMWL6.js";
import "./chunk-chunk-RL7XGZTW.js";
import {
  logLine
} from "./chunk-chunk-3KXZIELT.js";
import "./chunk-chunk-ZUGVML7C.js";
import "./chunk-chunk-K37PVB3B.js";
import "./chunk-chunk-UCI4WEEX.js";
import "./chunk-chunk-MVRN3XQO.js";
import "./chunk-chunk-2NZK6ZYN.js";
import "./chunk-chunk-JF755UJZ.js";
import "./chunk-chunk-Q6W4P34J.js";
import "./chunk-chunk-6BBP5BRQ.js";
import "./chunk-chunk-BANJ3GOK.js";
import "./chunk-chunk-SGSL43OP.js";
import "./chunk-chunk-C6V23FTX.js";
import "./chunk-chunk-ETXR6ESQ.js";
import "./chunk-chunk-6RNIDPFN.js";
import {
  readOptions,
  resolveConfig
} from "./chunk-chunk-OBSUUNSJ.js";
import "./chunk-chunk-JMYYPOXT.js";
import "./chunk-chunk-MQ2NSUXY.js";
import "./chunk-chunk-UO3SQAG6.js";
import "./chunk-chunk-MKYMQKPK.js";
import "./chunk-chunk-V6FUWQX3.js";
import "./chunk-chunk-3EDRWKZB.js";
import {
  InputError
} from "./chunk-chunk-6IUKT67Q.js";
import {
  init_define_FLAMEGATE_PAGE
} from "./chunk-chunk-OMS2RVR2.js";

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
    const { listReport } = await import("./chunk-list-25VOOSOU.js");
    await emitReports(flags, () => listReport(flags, [files], options, view), files);
    return 0;
  }
  if (flags.tree === true) {
    if (flags.mean === true) throw new InputError("--tree shows sums: leave out --mean");
    const { topTrees } = await import("./chunk-tree-4XNVA54U.js");
    await emitReports(flags, () => topTrees(shown, files, options, view), files);
    return 0;
  }
  const means = flags.mean === true ? await (await import("./chunk-values-ZFADN45I.js")).fileMeans(files, options) : void 0;
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
      return (await import("./chunk-json-54AC7ZF7.js")).topJson(tables);
    case "csv":
      return (await import("./chunk-csv-STK7PN5Q.js")).topCsv(tables);
    default: {
      const { topText } = await import("./chunk-toptext-XWW2LNH6.js");
      return tables.map((table) => topText(table, view, means)).join("\n");
    }
  }
}
export {
  topCommand
};
