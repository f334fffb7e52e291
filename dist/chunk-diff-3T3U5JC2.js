import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  profileView
} from "./chunk-chunk-FO5GTKYD.js";
import {
  unlike
} from "./chunk-chunk-HHUUPIXB.js";
import {
  terminal,
  verdictReport
} from "./chunk-chunk-OMZSGGUZ.js";
import {
  evidenceOf
} from "./chunk-chunk-P4HTG264.js";
import {
  choose,
  compare,
  judge
} from "./chunk-chunk-WW2ZOS7I.js";
import {
  normalCdf,
  normalQuantile,
  tQuantile
} from "./chunk-chunk-GVY5U77K.js";
import "./chunk-chunk-CKKVOP3Z.js";
import {
  configLayers,
  emitReports,
  flagName,
  inputsOf,
  rowOptions,
  writeOut
} from "./chunk-chunk-B4KZRSZS.js";
import "./chunk-chunk-OKBD2UVT.js";
import {
  isForeign,
  readPath,
  readRun
} from "./chunk-chunk-YGZQFM3I.js";
import "./chunk-chunk-ZJ6VFQKA.js";
import "./chunk-chunk-XCEXHBYF.js";
import "./chunk-chunk-ITUQK4R7.js";
import {
  mean,
  quantileSorted,
  sorted,
  variance
} from "./chunk-chunk-TBCRFPV5.js";
import "./chunk-chunk-5C7A5JIF.js";
import {
  warningLines
} from "./chunk-chunk-BLKZ54MK.js";
import "./chunk-chunk-2TVETMFS.js";
import "./chunk-chunk-75G2PV3O.js";
import "./chunk-chunk-LOTYZAY7.js";
import "./chunk-chunk-SQ6HGOBR.js";
import "./chunk-chunk-X52TGXCZ.js";
import "./chunk-chunk-HLZTH7MM.js";
import "./chunk-chunk-JVKRPIUM.js";
import "./chunk-chunk-RTPMQYVY.js";
import "./chunk-chunk-ZDROZ2CC.js";
import "./chunk-chunk-GE3XI5AU.js";
import {
  logLine
} from "./chunk-chunk-A5MM4BUN.js";
import "./chunk-chunk-N5QMFNMI.js";
import "./chunk-chunk-MGEZL6RU.js";
import "./chunk-chunk-MJVLSOLQ.js";
import "./chunk-chunk-E3ZYM2TM.js";
import {
  filterNames
} from "./chunk-chunk-LC64RVU4.js";
import "./chunk-chunk-DOBBJTZB.js";
import "./chunk-chunk-FJ7WFUKN.js";
import "./chunk-chunk-FN6WBWDZ.js";
import "./chunk-chunk-TK4BJ4BT.js";
import {
  readOptions,
  resolveConfig
} from "./chunk-chunk-47RXFYY7.js";
import "./chunk-chunk-WAKK6G2L.js";
import "./chunk-chunk-63FDU6EQ.js";
import "./chunk-chunk-T7IIMCDC.js";
import "./chunk-chunk-I6IDASI2.js";
import "./chunk-chunk-XFSCHGNU.js";
import {
  seriesKey
} from "./chunk-chunk-KLJRNJYE.js";
import "./chunk-chunk-KNAULORW.js";
import {
  InputError
} from "./chunk-chunk-KXCXWWAW.js";
import "./chunk-chunk-VBKSV45W.js";
import {
  init_define_FLAMEGATE_PAGE
} from "./chunk-chunk-LVQEZM7Y.js";

// src/entry/cli/diff.ts
init_define_FLAMEGATE_PAGE();

// src/compare/benchmarks/spread.ts
init_define_FLAMEGATE_PAGE();

// src/stats/medianci.ts
init_define_FLAMEGATE_PAGE();
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
function plusMinus(side, test, exact) {
  if (side === void 0) return null;
  const { samples } = side;
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
function aboutSide(side, test, exact) {
  if (side === void 0) return [];
  const { samples } = side;
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
init_define_FLAMEGATE_PAGE();
async function diffFiles(before, after, config, tables, name) {
  const read = (files) => readRun({ ...files, commit: "", time: "", environment: {}, purpose: "show" }, tables);
  const [base, head] = [await read(before), await read(after)];
  const evidence = evidenceOf(
    {
      base: [{ run: base, profiles: async () => before.profiles }],
      head: [{ run: head, profiles: async () => after.profiles }]
    },
    tables
  );
  return { verdict: diff(base, head, config, name), base, head, evidence };
}
function diff(base, head, config, name) {
  const single = { ...config, trustSingleRun: true };
  refuseApart(base, head);
  const doubt = machineDoubt(base, head, config);
  const warnings = [...base.warnings, ...doubt === null ? [] : [doubt.warning]];
  const baseline = { name, runs: [base], newest: null, setAside: [], warnings };
  const compared = compare([head], [base], single);
  return judge([head], baseline, compared, single, doubt?.reason ?? null);
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
function machineDoubt(base, head, config) {
  const differs = unlike(head, base, config.match);
  if (differs !== null) {
    return {
      warning: warningOf(`the two sides were measured on different machines (${differs})`),
      reason: "the two sides ran on different machines"
    };
  }
  const hasTimes = base.series.length > 0 && head.series.length > 0;
  if (!hasTimes || config.runner === "dedicated" || !config.match.includes("cpu")) return null;
  const unknown = [namesMachine(base) ? "" : "old", namesMachine(head) ? "" : "new"].filter(
    (side) => side !== ""
  );
  if (unknown.length === 0) return null;
  const sides = unknown.length === 2 ? "neither side names" : `the ${unknown[0]} side does not name`;
  return {
    warning: warningOf(
      `${sides} the machine that measured it (one machine? --runner dedicated says so)`,
      "machine"
    ),
    reason: "the machine is unknown"
  };
}
var namesMachine = ({ environment }) => Boolean(environment.cpu || environment.machine);
var warningOf = (said, kind = "policy") => ({
  kind,
  message: `${said}: a difference may come from the machine`
});

// src/entry/cli/next.ts
init_define_FLAMEGATE_PAGE();
import { statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
function nextCommand(base, head, filters = {}, foreign = /* @__PURE__ */ new Set(), others2 = []) {
  const kind = head.find((table) => base.some((other) => isSameKind(other, table)));
  if (kind === void 0) return "";
  const files = (tables) => [
    ...new Set(tables.filter((table) => isSameKind(table, kind)).map(({ source }) => source))
  ];
  const [old, now] = [files(base), files(head)];
  if (![...old, ...now].every((file) => isReadAgain(file) && !foreign.has(file))) return "";
  const type = [
    `-sample_index=${quoted(kind.sampleType.type)}`,
    ...filterFlags(filters),
    ...others2
  ].join(" ");
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
init_define_FLAMEGATE_PAGE();
var chooses = [
  ...Object.keys(filterNames).map(
    (name) => [name, "which stacks and frames of a profile count"]
  ),
  ["sampleType", "which value of a profile is compared"],
  ["groupBy", "the label by which a profile is divided"],
  ["attribute", "which function of a profile is charged"],
  ["granularity", "what a row of a profile is"],
  ["tree", "callers and callees of the functions of a profile"],
  ["list", "functions of a profile whose source is shown"],
  ["sourcePath", "where the source of a profile is looked for"],
  ["trimPath", "where the source of a profile is looked for"],
  ["cum", "the order of the functions of a profile"],
  ["nodecount", "how many functions of a profile are shown"],
  ["nodefraction", "which functions of a profile are shown"],
  ["unit", "the unit of the values of a profile"],
  ["divideBy", "what the values of a profile are divided by"],
  ["mean", "whether the values of a profile are means"],
  ["normalize", "the scale of the values of a profile"],
  ["relativePercentages", "what the shares of a profile are of"]
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

// src/entry/cli/sides.ts
init_define_FLAMEGATE_PAGE();
import { existsSync } from "node:fs";
function labelled(argument) {
  const at = argument.indexOf("=");
  if (at < 1 || at === argument.length - 1 || existsSync(argument)) {
    return { label: argument, path: argument };
  }
  return { label: argument.slice(0, at), path: argument.slice(at + 1) };
}

// src/entry/cli/diff.ts
var defaults = { alpha: 0.05, attribute: "raw" };
async function diffCommand(flags, paths) {
  const [first, second] = [labelled(paths[0] ?? ""), labelled(paths[1] ?? "")];
  const [old, now] = [first.label, second.label];
  const config = resolveConfig(...await configLayers(flags), defaults);
  const [before, after] = [await readPath(first.path), await readPath(second.path)];
  refuseUnlike(before, after, old, now);
  if (before.profiles.length + after.profiles.length === 0) refuseIdleProfileFlags(flags);
  const view = profileView(flags);
  const tables = { ...readOptions(config), ...rowOptions(flags) };
  const { verdict, base, head, evidence } = await diffFiles(before, after, config, tables, old);
  const files = { base: before.profiles, head: after.profiles };
  const profiles = flags.mean === void 0 && flags.normalize === void 0 ? verdict.profiles : await (await import("./chunk-values-3PB3IOT3.js")).withValues(verdict.profiles, files, tables, flags);
  if (flags.pprof !== void 0) await writeDifference(flags, evidence, files, tables);
  const foreign = new Set(
    [...before.profiles, ...after.profiles].filter(isForeign).map(({ file }) => file)
  );
  const sides = {
    base,
    head,
    old,
    now,
    filters: tables.filters,
    foreign,
    view,
    others: others(flags)
  };
  await emitReports(
    flags,
    async (asked) => {
      if (flags.list !== void 0) {
        const both = [before.profiles, after.profiles];
        return (await import("./chunk-list-QNNRNFON.js")).listReport(flags, both, tables, view);
      }
      if (flags.peek !== void 0) {
        return peek(evidence, { peek: flags.peek, format: asked.format }, sides, tables);
      }
      if (flags.tree === true) return tree(verdict, evidence, sides);
      if (asked.format === "html") return htmlDiff(verdict, evidence, sides, tables);
      return diffReport({ ...verdict, profiles }, sides, config, asked);
    },
    [...inputsOf(before), ...inputsOf(after)]
  );
  return 0;
}
async function peek(evidence, asked, sides, tables) {
  if (asked.format !== "text") {
    throw new InputError(`--peek prints text only, not ${asked.format}`);
  }
  if (evidence.profiles.length === 0) throw new InputError("--peek is for profiles");
  if (sides.view.values !== void 0) {
    throw new InputError(
      "--peek shows all calls of a function, in the profile's unit: leave out --cum, --unit and what else changes the table"
    );
  }
  if (tables.groupBy !== void 0 || tables.attribute !== void 0) {
    throw new InputError("--peek shows calls as they are: leave out slices and attribution");
  }
  const { peekReport } = await import("./chunk-peek-OMHESNAC.js");
  const report = await peekReport(evidence, asked.peek);
  const next = nextOf(sides);
  return next === "" ? report : `${report}
${next}`;
}
async function tree(verdict, evidence, { view }) {
  if (view.values === true) {
    throw new InputError(
      "--tree of a difference is in the profile's unit: leave out --unit, --divide-by, --mean and --normalize"
    );
  }
  return (await import("./chunk-tree-557B3BEN.js")).diffTrees(verdict, evidence, view);
}
function refuseUnlike(before, after, old, now) {
  const shared = before.benchmarks.length > 0 && after.benchmarks.length > 0 || before.profiles.length > 0 && after.profiles.length > 0;
  if (shared) return;
  const [first, second] = before.benchmarks.length > 0 ? [old, now] : [now, old];
  throw new InputError(
    `${first} holds benchmark output and ${second} profiles: compare like with like`
  );
}
var others = ({ normalize, mean: mean2, relativePercentages }) => [
  ...normalize === true ? ["-normalize"] : [],
  ...mean2 === true ? ["-mean"] : [],
  ...relativePercentages === true ? ["-relative_percentages"] : []
];
async function writeDifference({ pprof: file = "", normalize }, { whole }, files, tables) {
  if (whole === null) throw new InputError("--pprof takes one profile on each side");
  const { writeDiff } = await import("./chunk-write-WMCT4BME.js");
  const { base, head } = await whole();
  const now = normalize === true ? await (await import("./chunk-values-3PB3IOT3.js")).normalizedHead(files.base, files.head, tables) : head;
  await writeOut(file, writeDiff(base, now), [...files.base, ...files.head]);
}
async function diffReport(verdict, sides, config, { format, output }) {
  switch (format) {
    case "json":
      return json(verdict, sides);
    case "csv":
      return (await import("./chunk-csv-T47UQF5D.js")).gateCsv(verdict);
    case "junit":
    case "openmetrics":
      return verdictReport(verdict, { format }, { failOn: config.failOn, status: null }, {});
    case "markdown":
      return (await import("./chunk-diff-LZEAVTNF.js")).diffMarkdown(verdict, sides);
    default:
      return text(verdict, sides, config, output === void 0);
  }
}
async function htmlDiff(verdict, evidence, { old, now }, tables) {
  const { diffHtml } = await import("./chunk-htmlreport-KCDAS2XE.js");
  return diffHtml(verdict, evidence, { base: old, head: now }, tables);
}
async function json(verdict, { base, head }) {
  const { diffJson } = await import("./chunk-json-RDBJDN5Q.js");
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
var nextOf = ({ base, head, filters, foreign, others: others2 }) => nextCommand(base.tables, head.tables, filters, foreign, others2);
async function text(verdict, sides, config, toTerminal) {
  const { diffText, functionDiffText } = await import("./chunk-text-YFTBYBKG.js");
  const parts = [];
  if (verdict.comparisons.length > 0) {
    const { base, head, old, now } = sides;
    const { comparisons, environment } = verdict;
    const isUnknown = ({ kind }) => kind === "machine";
    for (const line of warningLines(verdict.warnings.filter(isUnknown))) {
      process.stderr.write(`${logLine(line)}
`);
    }
    const warnings = verdict.warnings.filter((of) => !isUnknown(of));
    const rows = spreads(comparisons, base, head, config);
    parts.push(
      diffText({ base: old, head: now, environment, rows, alpha: config.alpha, warnings })
    );
  } else {
    parts.push(...warningLines(verdict.warnings).map((line) => `${logLine(line)}
`));
  }
  const room = toTerminal ? terminal(process.env) ?? void 0 : void 0;
  parts.push(...verdict.profiles.map((profile) => functionDiffText(profile, room, sides.view)));
  const next = nextOf(sides);
  return [...parts, ...next === "" ? [] : [next]].join("\n");
}
export {
  diffCommand
};
