import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  holm
} from "./chunk-chunk-2QTDWZHI.js";
import {
  tQuantile,
  tUpper
} from "./chunk-chunk-EEPNWZZM.js";
import {
  emitReports,
  flagLayer,
  rowOptions
} from "./chunk-chunk-EAYZLJTF.js";
import "./chunk-chunk-JF3RMCPS.js";
import {
  readFiles,
  refuseDifferences,
  refuseTwins
} from "./chunk-chunk-CAWJPCAF.js";
import "./chunk-chunk-J35JVOHR.js";
import "./chunk-chunk-UKHN3BIT.js";
import {
  readAnyProfile
} from "./chunk-chunk-A7VDOM55.js";
import {
  cell,
  layOut
} from "./chunk-chunk-KDSKOOQQ.js";
import {
  profileValue
} from "./chunk-chunk-RKOIVFBX.js";
import {
  functionTable
} from "./chunk-chunk-5F4DIWO5.js";
import "./chunk-chunk-VKMI2SIL.js";
import "./chunk-chunk-HBB34D3E.js";
import "./chunk-chunk-YCAMMWL6.js";
import {
  pCell
} from "./chunk-chunk-F2QYVI5H.js";
import "./chunk-chunk-RL7XGZTW.js";
import {
  sourcePlace
} from "./chunk-chunk-NTMR7OSE.js";
import {
  plural
} from "./chunk-chunk-4ESYGOAJ.js";
import "./chunk-chunk-IV5T3H63.js";
import "./chunk-chunk-ZY32PDO3.js";
import {
  logLine,
  logName
} from "./chunk-chunk-3KXZIELT.js";
import "./chunk-chunk-ZUGVML7C.js";
import {
  attributeToUser,
  rootUser
} from "./chunk-chunk-AGY4ZXIW.js";
import "./chunk-chunk-EFJZRIPC.js";
import "./chunk-chunk-BMY7VOPR.js";
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
import {
  quoteAll
} from "./chunk-chunk-MQ2NSUXY.js";
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

// src/entry/cli/leaks.ts
init_define_FLAMEGATE_PAGE();

// src/compare/functions/growth.ts
init_define_FLAMEGATE_PAGE();

// src/stats/slope.ts
init_define_FLAMEGATE_PAGE();
function slopeOf(values) {
  const n = values.length;
  const middle = (n - 1) / 2;
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  let [sxx, sxy] = [0, 0];
  for (const [i, value] of values.entries()) {
    sxx += (i - middle) ** 2;
    sxy += (i - middle) * (value - mean);
  }
  const slope = sxy / sxx;
  const rss = values.reduce((sum, value, i) => sum + (value - mean - slope * (i - middle)) ** 2, 0);
  return { slope, se: Math.sqrt(rss / (n - 2) / sxx), df: n - 2 };
}

// src/compare/functions/growth.ts
var leastShare = 0.01;
var stillRising = 0.02;
var risingChance = ({ slope, se, df }) => se === 0 ? slope > 0 ? 0 : 1 : tUpper(slope / se, df);
function seriesGrowth(tables) {
  const [first] = tables;
  if (first === void 0 || tables.length < 5) throw new Error("a series has 5 profiles or more");
  const totals = tables.map((table) => table.total);
  const mean = totals.reduce((sum, total) => sum + total, 0) / totals.length;
  const grown = [...flats(tables)].filter(([, { values }]) => values.some((value, i) => value >= leastShare * (totals[i] ?? 0))).map(([name, { file, line, values }]) => ({ name, file, line, ...growthOf(values, mean) }));
  const adjusted = holm(grown.map(({ p }) => p));
  const functions = grown.map((row, i) => ({ ...row, pAdjusted: adjusted[i] ?? 1 })).toSorted((a, b) => b.slope - a.slope || (a.name < b.name ? -1 : 1));
  const whole = growthOf(totals, mean);
  return {
    sampleType: first.sampleType,
    profiles: tables.length,
    total: { name: "(total)", file: "", line: 0, ...whole, pAdjusted: whole.p },
    functions
  };
}
function flats(tables) {
  const rows = /* @__PURE__ */ new Map();
  for (const [i, table] of tables.entries()) {
    for (const { name, file, line, flat } of table.functions) {
      if (flat === 0) continue;
      const values = rows.get(name)?.values ?? new Array(tables.length).fill(0);
      values[i] = flat;
      rows.set(name, { file, line, values });
    }
  }
  return rows;
}
function growthOf(values, mean) {
  const line = slopeOf(values);
  const { slope, se, df } = line;
  const half = tQuantile(0.975, df) * se;
  const steps = values.length - 1;
  const part = (change) => mean === 0 ? 0 : change * steps / mean;
  const later = slopeOf(values.slice(-Math.max(3, Math.ceil(values.length / 2))));
  return {
    first: values[0] ?? 0,
    last: values.at(-1) ?? 0,
    slope,
    ci: [slope - half, slope + half],
    p: risingChance(line),
    growth: part(slope),
    worst: part(slope + half),
    settled: slope > 0 && later.slope < slope / 2,
    lasts: later.slope >= slope / 2 && risingChance(later) < stillRising
  };
}

// src/formats/profiles/series.ts
init_define_FLAMEGATE_PAGE();
var leastProfiles = 5;
var LIVE = ["inuse_space", "goroutine", "heap-space", "heap_live_size"];
async function readSeries(inputs, options = {}) {
  if (inputs.length < leastProfiles) {
    throw new InputError(
      `growth takes at least ${leastProfiles} profiles of one process, here are ${inputs.length}; eight show more`
    );
  }
  const read = [];
  for (const input of inputs) {
    const whole = await readAnyProfile(input);
    const types = whole.sampleTypes.map(({ type }) => type);
    const sampleType = options.sampleType ?? LIVE.find((type) => types.includes(type));
    if (sampleType === void 0) {
      throw new InputError(
        `counts ${quoteAll(types)}, and nothing that is kept: growth is of heap (inuse_space) and goroutine profiles; --sample-type names another`,
        { file: input.file }
      );
    }
    let profile = whole;
    if (sampleType === "goroutine") profile = rootUser(whole);
    else if (options.attribute === "user") profile = attributeToUser(whole);
    read.push({ time: whole.timeNanos, table: functionTable(profile, { ...options, sampleType }) });
  }
  if (read.every(({ time }) => time > 0n)) {
    read.sort((a, b) => a.time < b.time ? -1 : a.time > b.time ? 1 : 0);
  }
  const tables = read.map(({ table }) => table);
  requireAlike(tables);
  refuseDifferences(tables);
  requireSamples(tables);
  return tables;
}
function requireSamples(tables) {
  const [first] = tables;
  if (first === void 0 || tables.some(({ total }) => total > 0)) return;
  throw new InputError(
    `counts no ${first.sampleType.type}, and none of the ${tables.length} profiles does: nothing was measured. Is it the process that does the work, and is its profiler on (in Go, runtime.MemProfileRate)?`,
    { file: first.source }
  );
}
function requireAlike(tables) {
  const [first] = tables;
  for (const { sampleType, source } of tables) {
    if (sampleType.type === first?.sampleType.type && sampleType.unit === first.sampleType.unit)
      continue;
    throw new InputError(
      `counts ${sampleType.type} in ${sampleType.unit}, ${first?.source} ${first?.sampleType.type} in ${first?.sampleType.unit}: a series is of one kind`,
      { file: source }
    );
  }
}

// src/judge/growth.ts
init_define_FLAMEGATE_PAGE();
function judgeGrowth(growth, policy) {
  const judged = (row) => ({ ...row, verdict: decide(row, policy) });
  return { ...growth, total: judged(growth.total), functions: growth.functions.map(judged) };
}
function decide(growth, { threshold, alpha }) {
  if (growth.pAdjusted < alpha && growth.growth >= threshold && growth.lasts) return "growing";
  if (growth.worst < threshold) return "steady";
  return growth.settled ? "settled" : "inconclusive";
}
var isLeaking = ({ total, functions }) => [total, ...functions].some(({ verdict }) => verdict === "growing");

// src/report/growthtext.ts
init_define_FLAMEGATE_PAGE();
var MOST_ROWS = 30;
function growthText({
  sampleType,
  profiles,
  total,
  functions
}) {
  const growing = functions.filter(({ verdict }) => verdict === "growing");
  const what = growing.length > 0 ? `${plural(growing.length, "function")} growing` : total.verdict === "growing" ? "the total is growing, but no single function clearly is" : "nothing is clearly growing";
  const value = (amount) => profileValue(amount, sampleType.unit);
  const signed = (amount) => `${amount > 0 ? "+" : ""}${value(Math.round(amount))}`;
  const headings = [
    "first",
    "last",
    "per profile",
    "95% interval",
    "p (Holm)",
    "verdict",
    "function"
  ];
  const right = (text, column) => cell(column, text, { align: "right", margin: column === 0 ? "" : "  " });
  const left = (text, column) => cell(column, text, { margin: "  " });
  const line = (cells) => [
    ...cells.slice(0, 5).map(right),
    ...cells.slice(5).map((text, i) => left(text, i + 5))
  ];
  const row = (growth) => {
    const place = sourcePlace(growth);
    const name = logName(growth.name, 200) + (place === "" ? "" : ` (${logName(place, 80)})`);
    const interval = `${signed(growth.ci[0])} to ${signed(growth.ci[1])}`;
    const numbers = [
      value(growth.first),
      value(growth.last),
      signed(growth.slope),
      interval,
      pCell(growth.pAdjusted)
    ];
    return line([...numbers, growth.verdict, name]);
  };
  const shown = functions.slice(0, MOST_ROWS);
  const more = functions.length - shown.length;
  const lines = [
    logLine(`${what}: ${sampleType.type} over ${plural(profiles, "profile")}`),
    "",
    ...layOut([line(headings), ...[total, ...shown].map(row)]),
    ...more > 0 ? [`and ${plural(more, "function")} more (all in the JSON report)`] : []
  ];
  return `${lines.join("\n")}
`;
}

// src/entry/cli/leaks.ts
var defaults = { threshold: 0.1, attribute: "raw" };
async function leaksCommand(flags, paths) {
  const config = resolveConfig(flagLayer(flags), defaults);
  const options = { ...readOptions(config), ...rowOptions(flags) };
  const files = await readFiles(paths, "leaks");
  refuseTwins(files);
  const tables = await readSeries(files, options);
  const growth = judgeGrowth(seriesGrowth(tables), config);
  await emitReports(
    flags,
    async ({ format }) => format === "json" ? (await import("./chunk-json-54AC7ZF7.js")).leaksJson(growth) : growthText(growth)
  );
  return isLeaking(growth) ? 1 : 0;
}
export {
  leaksCommand
};
