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
  idleOptions,
  readFiles,
  readMergedProfile,
  unmeasured
} from "./chunk-chunk-CAWJPCAF.js";
import "./chunk-chunk-J35JVOHR.js";
import "./chunk-chunk-UKHN3BIT.js";
import {
  asSeen
} from "./chunk-chunk-A7VDOM55.js";
import {
  valuePrinter
} from "./chunk-chunk-SXPVU2JQ.js";
import {
  profilePercent,
  profileValue
} from "./chunk-chunk-RKOIVFBX.js";
import {
  functionTable
} from "./chunk-chunk-5F4DIWO5.js";
import "./chunk-chunk-VKMI2SIL.js";
import "./chunk-chunk-HBB34D3E.js";
import "./chunk-chunk-YCAMMWL6.js";
import {
  tagsOf
} from "./chunk-chunk-FHBJEKKJ.js";
import "./chunk-chunk-RL7XGZTW.js";
import "./chunk-chunk-ZY32PDO3.js";
import {
  logLine,
  logName
} from "./chunk-chunk-3KXZIELT.js";
import "./chunk-chunk-ZUGVML7C.js";
import "./chunk-chunk-VWHO4UYV.js";
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

// src/entry/cli/tags.ts
init_define_FLAMEGATE_PAGE();

// src/report/tagstext.ts
init_define_FLAMEGATE_PAGE();
var NAME_WIDTH = 200;
function tagsText(tags, total, unit, view = {}) {
  if (tags.length === 0) return "No sample has a label.\n";
  const { unit: to = "minimum" } = view;
  const value = valuePrinter(view, total, unit);
  const percent = (amount) => total > 0 ? ` (${profilePercent(amount, total)})` : "";
  const blocks = tags.map((tag) => {
    const values = byValue(tag, to === "minimum" ? "auto" : to);
    const sum = values.reduce((all, [, cost]) => all + cost, 0);
    const key = `${logName(tag.key, NAME_WIDTH)}:`;
    const costs = values.map(([, cost]) => `${value(cost)}${percent(cost)}:`);
    const width = costs.reduce((most, cost) => Math.max(most, cost.length), 0) + 1;
    const margin = " ".repeat([...key].length + 1);
    return [
      ` ${key} Total ${value(sum)} of ${value(total)}${percent(sum)}`,
      ...values.map(
        ([name], i) => `${margin}${costs[i]?.padStart(width)} ${logName(name, NAME_WIDTH)}`
      ),
      "\n"
    ].join("\n");
  });
  return blocks.join("");
}
function byValue({ texts, numbers, unit }, to) {
  const sums = new Map(texts);
  for (const [number, cost] of numbers) {
    const name = profileValue(number, unit, to);
    sums.set(name, (sums.get(name) ?? 0) + cost);
  }
  return [...sums].toSorted(
    ([a, one], [b, other]) => Math.abs(other) - Math.abs(one) || (a < b ? -1 : 1)
  );
}

// src/entry/cli/tags.ts
async function tagsCommand(flags, paths) {
  const view = profileView(flags);
  const options = {
    ...readOptions(resolveConfig(flagLayer(flags), { attribute: "raw" })),
    ...rowOptions(flags)
  };
  const files = await readFiles(paths, "tags");
  const { profile, idle } = await asSeen(await readMergedProfile(files), options);
  for (const { message } of idleOptions([{ tables: [], idle }], options)) {
    process.stderr.write(`${logLine(`flamegate: ${message}`)}
`);
  }
  const table = functionTable(profile, options);
  const empty = unmeasured([table]);
  if (empty !== null) throw new InputError(empty.message);
  const isFiltered = Object.values(options.filters ?? {}).some((filter) => filter !== "");
  const tags = tagsOf(profile, { ...options, isFiltered });
  await emitReports(flags, () => tagsText(tags, table.total, table.sampleType.unit, view), files);
  return 0;
}
export {
  tagsCommand
};
