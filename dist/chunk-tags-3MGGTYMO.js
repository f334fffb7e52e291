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
  idleOptions,
  readFiles,
  readMergedProfile,
  unmeasured
} from "./chunk-chunk-CI4CUVNV.js";
import "./chunk-chunk-ZPTTC7RO.js";
import "./chunk-chunk-BI53RTZT.js";
import {
  asSeen
} from "./chunk-chunk-VQ6FWMRF.js";
import {
  valuePrinter
} from "./chunk-chunk-SLRUDBD2.js";
import {
  profilePercent,
  profileValue
} from "./chunk-chunk-37ERSHW7.js";
import {
  functionTable
} from "./chunk-chunk-JVKRPIUM.js";
import "./chunk-chunk-RTPMQYVY.js";
import "./chunk-chunk-N5QMFNMI.js";
import "./chunk-chunk-MGEZL6RU.js";
import {
  tagsOf
} from "./chunk-chunk-4LKK5F6T.js";
import "./chunk-chunk-ZDROZ2CC.js";
import "./chunk-chunk-SQ6HGOBR.js";
import {
  logLine,
  logName
} from "./chunk-chunk-A5MM4BUN.js";
import "./chunk-chunk-LC64RVU4.js";
import "./chunk-chunk-6PDOFKXQ.js";
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
