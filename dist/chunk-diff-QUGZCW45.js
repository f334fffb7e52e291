import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  difference
} from "./chunk-chunk-XLWZYMP4.js";
import {
  choose,
  compare,
  judge,
  mean,
  quantileSorted,
  sorted,
  variance
} from "./chunk-chunk-7LDPB7W5.js";
import {
  normalCdf,
  normalQuantile,
  tQuantile
} from "./chunk-chunk-6UTRTK75.js";
import {
  configLayers,
  emitReports,
  flagName,
  inputsOf,
  rowOptions,
  writeOut
} from "./chunk-chunk-MHUTJSGY.js";
import "./chunk-chunk-4SJ6T732.js";
import {
  isForeign,
  readPath,
  readRun,
  readWholeProfile
} from "./chunk-chunk-MS7BYKXI.js";
import "./chunk-chunk-7W66SIQ6.js";
import {
  readOptions,
  resolveConfig
} from "./chunk-chunk-27ILUWF2.js";
import "./chunk-chunk-DUZFCSRP.js";
import "./chunk-chunk-W2JAEFIT.js";
import "./chunk-chunk-HRIU57NH.js";
import {
  warningLines
} from "./chunk-chunk-RD7TSKAQ.js";
import "./chunk-chunk-W6CRVKTU.js";
import "./chunk-chunk-GBNALUZ3.js";
import "./chunk-chunk-3NMFHZMH.js";
import {
  logLine
} from "./chunk-chunk-RFZJ2M3E.js";
import "./chunk-chunk-4ODYDUX2.js";
import "./chunk-chunk-D3CAN4GM.js";
import {
  filterNames
} from "./chunk-chunk-PUWUD367.js";
import "./chunk-chunk-JVK7RXZK.js";
import "./chunk-chunk-Z4IIDTO4.js";
import {
  seriesKey
} from "./chunk-chunk-YJK4OIZJ.js";
import "./chunk-chunk-A2HC4SX2.js";
import "./chunk-chunk-ODMQVEPZ.js";
import {
  InputError
} from "./chunk-chunk-TNIRC7FT.js";
import "./chunk-chunk-RPXPASOV.js";

// src/stats/medianci.ts
var exactLimit = 30;
function medianInterval(xs, confidence = 0.95) {
  const values = sorted(xs);
  const n = values.length;
  const ranks = medianRanks(n, confidence);
  return {
    median: quantileSorted(values, 0.5),
    low: ranks.low < 1 ? Number.NEGATIVE_INFINITY : values[ranks.low - 1],
    high: ranks.high > n ? Number.POSITIVE_INFINITY : values[ranks.high - 1],
    confidence: ranks.confidence
  };
}
function relativeReach(interval) {
  const { median, low, high } = interval;
  if (!Number.isFinite(low) || !Number.isFinite(high)) return Number.POSITIVE_INFINITY;
  if (Math.sign(median) !== Math.sign(low) || Math.sign(median) !== Math.sign(high)) return null;
  return median === 0 ? 0 : Math.max(high / median - 1, 1 - low / median);
}
var known = /* @__PURE__ */ new Map();
function medianRanks(n, confidence) {
  let sizes = known.get(confidence);
  if (sizes === void 0) {
    sizes = /* @__PURE__ */ new Map();
    known.set(confidence, sizes);
  }
  let ranks = sizes.get(n);
  if (ranks === void 0) {
    ranks = n <= exactLimit ? exactRanks(n, confidence) : normalRanks(n, confidence);
    sizes.set(n, ranks);
  }
  return ranks;
}
function exactRanks(n, confidence) {
  const mass = (k) => k < 0 || k > n ? 0 : choose(n, k) * 0.5 ** n;
  let low = Math.ceil((n + 1) / 2) - 1;
  let high = low + 1;
  let held = mass(low);
  while (held < confidence && (low > 0 || high <= n)) {
    const below = mass(low - 1);
    const above = mass(high);
    if (below > above || below === above && !upwards.get(n)?.includes(low - 1)) {
      held += below;
      low--;
    } else {
      held += above;
      high++;
    }
  }
  return { low, high, confidence: held };
}
var upwards = /* @__PURE__ */ new Map([
  [21, [2, 4, 7]],
  [22, [2, 4, 7, 10]],
  [23, [2, 4, 7]],
  [24, [2, 4, 7, 11]],
  [25, [2, 4, 7, 10]],
  [26, [2, 4, 7, 10]],
  [27, [2, 4, 7, 10, 11, 13]],
  [28, [2, 4, 7, 10, 12, 13]],
  [29, [2, 4, 5, 6, 7, 10, 13]],
  [30, [2, 4, 5, 6, 7, 8, 10, 13, 14]]
]);
function normalRanks(n, confidence) {
  const center = n / 2;
  const sd = Math.sqrt(n) / 2;
  const held = (low2, high2) => normalCdf((high2 - 0.5 - center) / sd) - normalCdf((low2 - 0.5 - center) / sd);
  const left = center + sd * normalQuantile((1 - confidence) / 2);
  const right = 2 * center - left;
  const low = Math.floor(left - 0.5) + 1;
  let high = Math.ceil(right - 0.5) + 1;
  if (held(low, high - 1) >= confidence) high--;
  if (low <= 0 && high >= n + 1) return { low: 0, high: n + 1, confidence: 1 };
  return { low: Math.max(low, 0), high: Math.min(high, n + 1), confidence: held(low, high) };
}

// src/compare/benchmarks/spread.ts
function spreads(comparisons, base, head, options) {
  const bases = new Map(base.series.map((of) => [seriesKey(of), of]));
  const heads = new Map(head.series.map((of) => [seriesKey(of), of]));
  return comparisons.map((comparison) => {
    const [before, after] = [bases.get(seriesKey(comparison)), heads.get(seriesKey(comparison))];
    const exact = comparison.test === "exact";
    return {
      comparison,
      basePlusMinus: plusMinus(before, options.test, exact),
      headPlusMinus: plusMinus(after, options.test, exact),
      footnotes: {
        base: aboutSide(before, options.test, exact),
        head: aboutSide(after, options.test, exact),
        comparison: exact ? [] : aboutTest(comparison, before, after, options)
      }
    };
  });
}
function plusMinus(side2, test, exact) {
  if (side2 === void 0) return null;
  const { samples } = side2;
  if (exact) {
    const [low, high] = [Math.min(...samples), Math.max(...samples)];
    return relativeReach({ median: samples[0] ?? 0, low, high, confidence: 1 });
  }
  if (test === "mann-whitney") return relativeReach(medianInterval(samples));
  if (samples.length < 2) return Number.POSITIVE_INFINITY;
  const positive = samples.every((value) => value > 0);
  const values = positive ? samples.map(Math.log) : samples;
  const half = tQuantile(0.975, samples.length - 1) * Math.sqrt(variance(values) / samples.length);
  if (positive) return Math.exp(half) - 1;
  const center = mean(samples);
  return relativeReach({
    median: center,
    low: center - half,
    high: center + half,
    confidence: 0.95
  });
}
var samplesForMedian = 6;
function aboutSide(side2, test, exact) {
  if (side2 === void 0) return [];
  const { samples } = side2;
  if (exact) {
    const [low, high] = [Math.min(...samples), Math.max(...samples)];
    return low === high ? [] : [`exact distribution expected, but values range from ${low} to ${high}`];
  }
  const needed = test === "mann-whitney" ? samplesForMedian : 2;
  return samples.length < needed ? [`need >= ${needed} samples for confidence interval at level 0.95`] : [];
}
function fewestForTest(alpha) {
  let [n, p] = [1, 1];
  while (p > alpha && n < 10) {
    n++;
    p *= n / (2 * (2 * n - 1));
  }
  return n;
}
function aboutTest(comparison, base, head, { test, alpha }) {
  if (base === void 0 || head === void 0) return [];
  if (test === "welch") {
    return comparison.p === null ? ["need >= 2 samples to detect a difference"] : [];
  }
  const first = base.samples[0];
  if ([...base.samples, ...head.samples].every((value) => value === first)) {
    return ["all samples are equal"];
  }
  const needed = fewestForTest(alpha);
  const few = base.samples.length < needed && head.samples.length < needed;
  return few && (comparison.p ?? 1) > alpha ? [`need >= ${needed} samples to detect a difference at alpha level ${alpha}`] : [];
}

// src/flow/diff.ts
function diff(base, head, config, name) {
  const single = { ...config, trustSingleRun: true };
  refuseApart(base, head);
  const unlike = unlikeMachines(base, head, config);
  const warnings = [...base.warnings, ...warningOf(unlike)];
  const baseline = { name, runs: [base], newest: null, setAside: [], warnings };
  return judge([head], baseline, compare([head], [base], single), single, unlike);
}
function refuseApart(base, head) {
  const types = (run) => [...new Set(run.tables.map((table) => table.sampleType.type))];
  const [before, after] = [types(base), types(head)];
  const shared = before.some((type) => after.includes(type));
  const benchmarks = base.series.length > 0 && head.series.length > 0;
  if (shared || benchmarks || before.length + after.length === 0) return;
  throw new InputError(
    `nothing to compare: the old side has ${before.join(", ") || "no"} profiles, the new side ${after.join(", ") || "no"}`
  );
}
var unlikeMachines = (base, head, config) => difference(head.environment, base.environment, config.match);
function warningOf(unlike) {
  if (unlike === null) return [];
  const message = `the two sides were measured on different machines (${unlike}): a difference may come from the machine`;
  return [{ kind: "policy", message }];
}

// src/entry/cli/next.ts
import { statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
function nextCommand(base, head, filters = {}, foreign = /* @__PURE__ */ new Set()) {
  const kind = head.find((table) => base.some((other) => isSameKind(other, table)));
  if (kind === void 0) return "";
  const files = (tables) => [
    ...new Set(tables.filter((table) => isSameKind(table, kind)).map(({ source }) => source))
  ];
  const [old, now] = [files(base), files(head)];
  if (![...old, ...now].every((file) => isReadAgain(file) && !foreign.has(file))) return "";
  const type = [`-sample_index=${quoted(kind.sampleType.type)}`, ...filterFlags(filters)].join(" ");
  const merged = quoted(join(tmpdir(), "flamegate-base.pb.gz"));
  const heads = now.map(quoted).join(" ");
  const command = old.length === 1 ? `go tool pprof -http=: ${type} -diff_base=${quoted(old[0] ?? "")} ${heads}` : `go tool pprof -proto -output=${merged} ${old.map(quoted).join(" ")} && go tool pprof -http=: ${type} -diff_base=${merged} ${heads}`;
  return `${logLine(`next: ${command}`, 1e4)}
`;
}
var filterFlags = (filters) => Object.entries(filters).filter(([, value]) => value !== "").map(([name, value]) => `-${filterNames[name].replace("-", "_")}=${quoted(value)}`);
var isSameKind = (a, b) => a.sampleType.type === b.sampleType.type && a.sampleType.unit === b.sampleType.unit;
function isReadAgain(path) {
  return !/^\/(?:dev|proc)\//.test(path) && (statSync(path, { throwIfNoEntry: false })?.isFile() ?? false);
}
function quoted(path) {
  const plain = path.startsWith("-") ? `./${path}` : path;
  return /^[\w./@%+=:,-]+$/.test(plain) ? plain : `'${plain.replaceAll("'", "'\\''")}'`;
}

// src/entry/cli/profileflags.ts
var chooses = [
  ...Object.keys(filterNames).map(
    (name) => [name, "which stacks and frames of a profile count"]
  ),
  ["sampleType", "which value of a profile is compared"],
  ["groupBy", "the label by which a profile is divided"],
  ["attribute", "which function of a profile is charged"],
  ["granularity", "what a row of a profile is"]
];
function refuseIdleProfileFlags(flags) {
  const refuse = (flag, what) => {
    throw new InputError(
      `${flag} chooses ${what}, and no profile is compared here: leave it out, or give profiles`
    );
  };
  const idle = chooses.find(([name]) => flags[name] !== void 0);
  if (idle !== void 0) refuse(flagName(idle[0]), idle[1]);
  if (flags.inlines === false) refuse("--no-inlines", "which frames of a profile are seen");
}

// src/entry/cli/terminal.ts
function terminal(env, stream = process.stdout) {
  if (stream.isTTY !== true) return null;
  const color = (env.NO_COLOR ?? "") === "" && env.TERM !== "dumb";
  return { columns: stream.columns || 80, color };
}

// src/entry/cli/diff.ts
var defaults = { alpha: 0.05, attribute: "raw" };
async function diffCommand(flags, paths) {
  const [old = "", now = ""] = paths;
  const config = resolveConfig(...await configLayers(flags), defaults);
  const [before, after] = [await readPath(old), await readPath(now)];
  refuseUnlike(before, after, old, now);
  if (before.profiles.length + after.profiles.length === 0) refuseIdleProfileFlags(flags);
  const tables = { ...readOptions(config), ...rowOptions(flags) };
  const [base, head] = [await side(before, tables), await side(after, tables)];
  const verdict = diff(base, head, config, old);
  if (flags.pprof !== void 0) await writeDifference(flags.pprof, before, after, tables);
  const foreign = new Set(
    [...before.profiles, ...after.profiles].filter(isForeign).map(({ file }) => file)
  );
  const sides = { base, head, old, now, filters: tables.filters, foreign };
  await emitReports(
    flags,
    (asked) => flags.peek === void 0 ? diffReport(verdict, sides, config, asked) : peek(before, after, { peek: flags.peek, format: asked.format }, sides, tables),
    [...inputsOf(before), ...inputsOf(after)]
  );
  return 0;
}
async function peek(before, after, asked, sides, tables) {
  if (asked.format !== "text") {
    throw new InputError(`--peek prints text only, not ${asked.format}`);
  }
  if (before.profiles.length === 0) throw new InputError("--peek is for profiles");
  if (tables.groupBy !== void 0 || tables.attribute !== void 0) {
    throw new InputError("--peek shows calls as they are: leave out slices and attribution");
  }
  const { peekReport } = await import("./chunk-peek-APBMLCD6.js");
  const report = await peekReport(before.profiles, after.profiles, asked.peek, tables);
  const next = nextCommand(sides.base.tables, sides.head.tables, sides.filters, sides.foreign);
  return next === "" ? report : `${report}
${next}`;
}
var side = (files, tables) => readRun({ ...files, commit: "", time: "", environment: {}, purpose: "show" }, tables);
function refuseUnlike(before, after, old, now) {
  const shared = before.benchmarks.length > 0 && after.benchmarks.length > 0 || before.profiles.length > 0 && after.profiles.length > 0;
  if (shared) return;
  const [first, second] = before.benchmarks.length > 0 ? [old, now] : [now, old];
  throw new InputError(
    `${first} holds benchmark output and ${second} profiles: compare like with like`
  );
}
async function writeDifference(file, before, after, tables) {
  const [base, head, ...more] = [...before.profiles, ...after.profiles];
  if (base === void 0 || head === void 0 || more.length > 0) {
    throw new InputError("--pprof takes one profile on each side");
  }
  const { writeDiff } = await import("./chunk-write-Y5RUIXB7.js");
  const profile = writeDiff(
    await readWholeProfile(base, tables),
    await readWholeProfile(head, tables)
  );
  await writeOut(file, profile, [base, head]);
}
async function diffReport(verdict, sides, config, { format, output }) {
  switch (format) {
    case "json":
      return json(verdict, sides);
    case "csv":
      return (await import("./chunk-csv-OLAZGIVE.js")).gateCsv(verdict);
    case "markdown":
      return (await import("./chunk-diffmarkdown-VXOCX527.js")).diffMarkdown(verdict, sides);
    default:
      return text(verdict, sides, config, output === void 0);
  }
}
async function json(verdict, { base, head }) {
  const { diffJson } = await import("./chunk-json-SWK7LIEE.js");
  const profiles = verdict.profiles.map((profile) => ({
    profile,
    functions: verdict.functions.filter(
      (row) => row.sampleType === profile.sampleType && row.slice === profile.slice
    )
  }));
  return diffJson({
    ...base.series.length + head.series.length > 0 ? { comparisons: verdict.comparisons } : {},
    ...base.tables.length + head.tables.length > 0 ? { profiles } : {},
    environment: verdict.environment,
    warnings: verdict.warnings
  });
}
async function text(verdict, sides, config, toTerminal) {
  const { diffText, functionDiffText } = await import("./chunk-text-UFJHV744.js");
  const parts = [];
  if (verdict.comparisons.length > 0) {
    const { base, head, old, now } = sides;
    const { comparisons, environment, warnings } = verdict;
    const rows = spreads(comparisons, base, head, config);
    parts.push(
      diffText({ base: old, head: now, environment, rows, alpha: config.alpha, warnings })
    );
  } else {
    parts.push(...warningLines(verdict.warnings).map((line) => `${logLine(line)}
`));
  }
  const room = toTerminal ? terminal(process.env) ?? void 0 : void 0;
  parts.push(...verdict.profiles.map((profile) => functionDiffText(profile, room)));
  const next = nextCommand(sides.base.tables, sides.head.tables, sides.filters, sides.foreign);
  return [...parts, ...next === "" ? [] : [next]].join("\n");
}
export {
  diffCommand
};
