import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  choose
} from "./chunk-chunk-XWVWMC43.js";
import {
  normalCdf,
  normalQuantile,
  tQuantile
} from "./chunk-chunk-EEPNWZZM.js";
import {
  goNumber
} from "./chunk-chunk-OQXXZOGH.js";
import {
  mean,
  quantileSorted,
  sorted,
  variance
} from "./chunk-chunk-PDMOKRKF.js";
import {
  seriesKey
} from "./chunk-chunk-ETXR6ESQ.js";
import {
  init_define_FLAMEGATE_PAGE
} from "./chunk-chunk-OMS2RVR2.js";

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
  const bases = new Map(base.series.map((series) => [seriesKey(series), series]));
  const heads = new Map(head.series.map((series) => [seriesKey(series), series]));
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
    return low === high ? [] : [
      `exact distribution expected, but values range from ${goNumber(low)} to ${goNumber(high)}`
    ];
  }
  const needed = test === "mann-whitney" ? samplesForMedian : 2;
  return samples.length < needed ? [`need >= ${needed} samples for confidence interval at level 0.95`] : [];
}
var mostNeeded = 10;
function fewestForTest(alpha) {
  let [n, p] = [1, 1];
  while (p > alpha && n < mostNeeded) {
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
  return few && (comparison.p ?? 1) > alpha ? [
    `need ${needed < mostNeeded ? ">=" : ">"} ${needed} samples to detect a difference at alpha level ${goNumber(alpha)}`
  ] : [];
}

export {
  spreads,
  plusMinus,
  aboutSide,
  aboutTest
};
