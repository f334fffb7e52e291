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
  idleOptions,
  readFiles,
  readMergedProfile,
  unmeasured
} from "./chunk-chunk-UQYCOHJB.js";
import {
  asSeen
} from "./chunk-chunk-CFQE5HFI.js";
import "./chunk-chunk-GNUXMM7U.js";
import {
  tagsOf
} from "./chunk-chunk-5TWEJUNS.js";
import {
  valuePrinter
} from "./chunk-chunk-GEEQQQSZ.js";
import {
  profilePercent,
  profileValue
} from "./chunk-chunk-P5KAQ5OI.js";
import "./chunk-chunk-YDRQIAXT.js";
import "./chunk-chunk-5PDSYCPL.js";
import {
  functionTable
} from "./chunk-chunk-LHA6YONK.js";
import "./chunk-chunk-4O2KQTR3.js";
import "./chunk-chunk-7GE2WMSZ.js";
import "./chunk-chunk-LXBOSWHC.js";
import {
  logLine,
  logName
} from "./chunk-chunk-JJTX6MYV.js";
import "./chunk-chunk-4M7XMVOR.js";
import "./chunk-chunk-7AJGRJQQ.js";
import "./chunk-chunk-FX3FCOYG.js";
import "./chunk-chunk-Z7ZNAURW.js";
import "./chunk-chunk-SMMYSTQO.js";
import "./chunk-chunk-UF4XOZ3J.js";
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
