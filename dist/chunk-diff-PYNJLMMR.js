import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  configLayers,
  emit,
  rowOptions,
  writeOut
} from "./chunk-chunk-OYJ5VHNI.js";
import {
  choose,
  diff,
  mean,
  quantileSorted,
  sorted,
  variance
} from "./chunk-chunk-Q7GFBY4O.js";
import {
  tQuantile
} from "./chunk-chunk-V5B7NZXV.js";
import "./chunk-chunk-63NIWOG2.js";
import "./chunk-chunk-6NQ4DPV5.js";
import {
  normalCdf,
  normalQuantile
} from "./chunk-chunk-UZCBEQND.js";
import {
  readPath,
  readRun,
  readWholeProfile
} from "./chunk-chunk-QEHVSVOT.js";
import "./chunk-chunk-QM4W6GCR.js";
import "./chunk-chunk-JVK7RXZK.js";
import "./chunk-chunk-MZGAVEGS.js";
import {
  readOptions,
  resolveConfig
} from "./chunk-chunk-TA3OENHH.js";
import {
  warningLines
} from "./chunk-chunk-YWGPFSAG.js";
import {
  logLine
} from "./chunk-chunk-RFZJ2M3E.js";
import "./chunk-chunk-2Q632MTP.js";
import "./chunk-chunk-ID4REKW5.js";
import "./chunk-chunk-A2HC4SX2.js";
import {
  InputError
} from "./chunk-chunk-YOAMKUER.js";
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

// src/compare/spread.ts
var keyOf = (of) => `${of.package}\0${of.benchmark}\0${of.unit}`;
function spreads(comparisons, base, head, options) {
  const bases = new Map(base.series.map((of) => [keyOf(of), of]));
  const heads = new Map(head.series.map((of) => [keyOf(of), of]));
  return comparisons.map((comparison) => {
    const [before, after] = [bases.get(keyOf(comparison)), heads.get(keyOf(comparison))];
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

// src/cli/diff.ts
var defaults = { alpha: 0.05 };
async function diffCommand(flags, paths) {
  const [old = "", now = ""] = paths;
  const config = resolveConfig(...await configLayers(flags), defaults);
  const [before, after] = [await readPath(old), await readPath(now)];
  refuseUnlike(before, after, old, now);
  const tables = { ...readOptions(config), ...rowOptions(flags) };
  const [base, head] = [await side(before, tables), await side(after, tables)];
  const verdict = diff(base, head, config);
  if (flags.pprof !== void 0) await writeDifference(flags.pprof, before, after);
  const report = await diffReport(verdict, { base, head, old, now }, config, flags.format);
  await emit(flags, report);
  return 0;
}
var side = (files, tables) => readRun({ ...files, commit: "", time: "", environment: {} }, tables);
function refuseUnlike(before, after, old, now) {
  const shared = before.benchmarks.length > 0 && after.benchmarks.length > 0 || before.profiles.length > 0 && after.profiles.length > 0;
  if (shared) return;
  const [first, second] = before.benchmarks.length > 0 ? [old, now] : [now, old];
  throw new InputError(
    `${first} holds benchmark output and ${second} profiles: compare like with like`
  );
}
async function writeDifference(file, before, after) {
  const [base, head, ...more] = [...before.profiles, ...after.profiles];
  if (base === void 0 || head === void 0 || more.length > 0) {
    throw new InputError("--pprof takes one profile on each side");
  }
  const { writeDiff } = await import("./chunk-write-SOR7BSXV.js");
  const profile = await writeDiff(await readWholeProfile(base), await readWholeProfile(head));
  await writeOut(file, profile);
}
async function diffReport(verdict, sides, config, format = "text") {
  switch (format) {
    case "json":
      return json(verdict, sides);
    case "csv":
      return (await import("./chunk-csv-XPAUPN42.js")).gateCsv(verdict);
    case "markdown":
      return (await import("./chunk-markdown-SKFC5WRC.js")).summary(verdict);
    default:
      return text(verdict, sides, config);
  }
}
async function json(verdict, { base, head }) {
  const { diffJson } = await import("./chunk-json-4J5RZZDA.js");
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
async function text(verdict, sides, config) {
  const { diffText, functionDiffText } = await import("./chunk-text-ILWFMRN6.js");
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
  parts.push(...verdict.profiles.map(functionDiffText));
  if (verdict.profiles.length > 0) parts.push(next(sides));
  return parts.join("\n");
}
function next({ base, head }) {
  const [old, now] = [base.tables[0]?.source ?? "", head.tables[0]?.source ?? ""];
  return `${logLine(`next: go tool pprof -http=: -diff_base=${quoted(old)} ${quoted(now)}`)}
`;
}
var quoted = (path) => /^[\w./@%+=:,-]+$/.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`;
export {
  diffCommand
};
