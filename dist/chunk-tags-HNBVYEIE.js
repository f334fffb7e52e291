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
  idleOptions,
  readFiles,
  readMergedProfile,
  unmeasured
} from "./chunk-chunk-QJMLYR2D.js";
import "./chunk-chunk-DSXPYKV7.js";
import {
  asSeen
} from "./chunk-chunk-EW36L4FF.js";
import {
  tagsOf
} from "./chunk-chunk-6NBG7E2M.js";
import {
  valuePrinter
} from "./chunk-chunk-L7XBGQNV.js";
import {
  profilePercent,
  profileValue
} from "./chunk-chunk-CPDMNKEZ.js";
import "./chunk-chunk-4DRKC26T.js";
import "./chunk-chunk-BKPFZD3P.js";
import "./chunk-chunk-MCTQHFLZ.js";
import {
  functionTable
} from "./chunk-chunk-X2CCCSRL.js";
import "./chunk-chunk-7AL6N6TP.js";
import "./chunk-chunk-QGDJS24Q.js";
import "./chunk-chunk-K3FRKKEY.js";
import {
  logLine,
  logName
} from "./chunk-chunk-4EYZ7PQE.js";
import "./chunk-chunk-QDTPVPHV.js";
import "./chunk-chunk-IIMA2IPC.js";
import "./chunk-chunk-GJNG4AA4.js";
import "./chunk-chunk-QYZIAM3F.js";
import "./chunk-chunk-QYFRXBAM.js";
import "./chunk-chunk-LYEVVWNJ.js";
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
