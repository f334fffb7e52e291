/**
 * The confidence interval of a median by order statistics, which assumes nothing of the
 * distribution: the number of values below the true median is binomial(n, 1/2). The choice of
 * order statistics is benchstat's, so that its `± N%` is reproduced.
 */
import { choose } from './choose.ts';
import { normalCdf, normalQuantile } from './normal.ts';
import { quantileSorted, sorted } from './summary.ts';

/** Above this size the binomial is approximated by the normal, as benchstat does. */
const exactLimit = 30;

export interface MedianInterval {
  readonly median: number;
  /** -Infinity where the sample is too small for the confidence: under 6 values for 95 %. */
  readonly low: number;
  /** Infinity likewise, though one end of the interval may be finite. */
  readonly high: number;
  /** What the interval really holds, at least what was asked for. */
  readonly confidence: number;
}

/** `xs` in any order, at least one value; `confidence` in 0..1, exclusive. */
export function medianInterval(xs: ArrayLike<number>, confidence = 0.95): MedianInterval {
  const values = sorted(xs);
  const n = values.length;
  const ranks = medianRanks(n, confidence);
  return {
    median: quantileSorted(values, 0.5),
    low: ranks.low < 1 ? Number.NEGATIVE_INFINITY : (values[ranks.low - 1] as number),
    high: ranks.high > n ? Number.POSITIVE_INFINITY : (values[ranks.high - 1] as number),
    confidence: ranks.confidence,
  };
}

/**
 * How far the interval reaches from the median, as a ratio of it: benchstat's `± N%`. Infinity
 * where an end is infinite; null where its ends and the median differ in sign, so that a
 * ratio says nothing (benchstat prints `?`). A negative median turns the sign, as in benchstat.
 */
export function relativeReach(interval: MedianInterval): number | null {
  const { median, low, high } = interval;
  if (!Number.isFinite(low) || !Number.isFinite(high)) return Number.POSITIVE_INFINITY;
  if (Math.sign(median) !== Math.sign(low) || Math.sign(median) !== Math.sign(high)) return null;
  return median === 0 ? 0 : Math.max(high / median - 1, 1 - low / median);
}

interface Ranks {
  /** Order statistics from 1; 0 and n + 1 lie beyond the sample. */
  readonly low: number;
  readonly high: number;
  readonly confidence: number;
}

const known = new Map<number, Map<number, Ranks>>();

/** The order statistics that bound the median. They depend on n and the confidence alone. */
export function medianRanks(n: number, confidence: number): Ranks {
  let sizes = known.get(confidence);
  if (sizes === undefined) {
    sizes = new Map();
    known.set(confidence, sizes);
  }
  let ranks = sizes.get(n);
  if (ranks === undefined) {
    ranks = n <= exactLimit ? exactRanks(n, confidence) : normalRanks(n, confidence);
    sizes.set(n, ranks);
  }
  return ranks;
}

/** Adds the likeliest ranks until there is enough; of two equally likely ones mostly the lower. */
function exactRanks(n: number, confidence: number): Ranks {
  const mass = (k: number) => (k < 0 || k > n ? 0 : choose(n, k) * 0.5 ** n);
  let low = Math.ceil((n + 1) / 2) - 1;
  let high = low + 1;
  let held = mass(low);
  while (held < confidence && (low > 0 || high <= n)) {
    const below = mass(low - 1);
    const above = mass(high);
    if (below > above || (below === above && !upwards.get(n)?.includes(low - 1))) {
      held += below;
      low--;
    } else {
      held += above;
      high++;
    }
  }
  return { low, high, confidence: held };
}

/**
 * Above 20 values benchstat takes coefficients from logarithms of gamma, and its rounding prefers
 * n - k to an equally likely k for these k. At 95 % only n = 24 shows it.
 */
const upwards: ReadonlyMap<number, readonly number[]> = new Map([
  [21, [2, 4, 7]],
  [22, [2, 4, 7, 10]],
  [23, [2, 4, 7]],
  [24, [2, 4, 7, 11]],
  [25, [2, 4, 7, 10]],
  [26, [2, 4, 7, 10]],
  [27, [2, 4, 7, 10, 11, 13]],
  [28, [2, 4, 7, 10, 12, 13]],
  [29, [2, 4, 5, 6, 7, 10, 13]],
  [30, [2, 4, 5, 6, 7, 8, 10, 13, 14]],
]);

/**
 * The normal with the binomial's mean and variance, continuity corrected: the interval is rounded
 * outwards to whole ranks, then shortened on the right where that still holds enough.
 */
function normalRanks(n: number, confidence: number): Ranks {
  const center = n / 2;
  const sd = Math.sqrt(n) / 2;
  const held = (low: number, high: number) =>
    normalCdf((high - 0.5 - center) / sd) - normalCdf((low - 0.5 - center) / sd);
  const left = center + sd * normalQuantile((1 - confidence) / 2);
  const right = 2 * center - left;
  const low = Math.floor(left - 0.5) + 1;
  let high = Math.ceil(right - 0.5) + 1;
  if (held(low, high - 1) >= confidence) high--;
  if (low <= 0 && high >= n + 1) return { low: 0, high: n + 1, confidence: 1 };
  return { low: Math.max(low, 0), high: Math.min(high, n + 1), confidence: held(low, high) };
}
