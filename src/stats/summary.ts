/**
 * Centres and spreads of one sample.
 *
 * Sums come from simple-statistics (Neumaier's compensated sum). Its quantiles are type 7 and its
 * geometric mean is a product, which underflows for forty values in seconds: those are ours.
 */
import { mean as compensatedMean, logAverage } from 'simple-statistics';

/** Samples up to this size are sorted by insertion: faster than a library call. */
const insertionLimit = 40;

/** Arithmetic mean; NaN for an empty sample. Never outside the sample's range by rounding. */
export function mean(xs: readonly number[]): number {
  return xs.length === 0 ? Number.NaN : withinRange(compensatedMean(xs), xs);
}

/**
 * Geometric mean, as the exponential of the mean logarithm; NaN for an empty sample or a negative
 * value, 0 where a value is 0. Never outside the sample's range by rounding.
 */
export function geometricMean(xs: readonly number[]): number {
  if (xs.length === 0 || xs.some((x) => !(x >= 0))) return Number.NaN;
  return withinRange(logAverage(xs), xs);
}

/**
 * Rounding may push the mean of equal values beside them (0.1 + 0.1 + 0.1 is not 3 * 0.1), and a
 * constant sample would seem to vary. A mean lies within its sample.
 */
function withinRange(center: number, xs: readonly number[]): number {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < xs.length; i++) {
    const x = xs[i] as number;
    if (x < low) low = x;
    if (x > high) high = x;
  }
  return Math.min(Math.max(center, low), high);
}

/** Sample variance with n - 1; exactly 0 for equal values, NaN under two values. */
export function variance(xs: readonly number[]): number {
  return varianceAbout(mean(xs), xs);
}

/** {@link variance} for callers that have the mean. */
export function varianceAbout(center: number, xs: readonly number[]): number {
  if (xs.length < 2) return Number.NaN;
  let squares = 0;
  for (let i = 0; i < xs.length; i++) {
    const away = (xs[i] as number) - center;
    squares += away * away;
  }
  return squares / (xs.length - 1);
}

/** A sorted copy, ascending. Cheap where the sample is small or sorted already. */
export function sorted(xs: ArrayLike<number>): readonly number[] {
  if (xs.length > insertionLimit) return Array.from(Float64Array.from(xs).sort());
  // Plain arrays, because a typed array of more than 64 bytes is allocated outside the heap.
  const copy = new Array<number>(xs.length);
  for (let i = 0; i < xs.length; i++) {
    const x = xs[i] as number;
    let j = i - 1;
    while (j >= 0 && (copy[j] as number) > x) {
      copy[j + 1] = copy[j] as number;
      j--;
    }
    copy[j + 1] = x;
  }
  return copy;
}

/**
 * The q-quantile (0..1) of a sorted sample, interpolated by method R8 of Hyndman and Fan (1996),
 * "Sample quantiles in statistical packages", with the same arithmetic as benchstat's, so that
 * medians agree to the last bit. NaN for an empty sample.
 */
export function quantileSorted(xs: ArrayLike<number>, q: number): number {
  const n = xs.length;
  if (n === 0) return Number.NaN;
  const position = 1 / 3 + q * (n + 1 / 3);
  const k = Math.floor(position);
  if (q <= 0 || k <= 0) return xs[0] as number;
  if (q >= 1 || k >= n) return xs[n - 1] as number;
  const below = xs[k - 1] as number;
  return below + (position - k) * ((xs[k] as number) - below);
}

/** {@link quantileSorted} of a sample in any order. */
export function quantile(xs: ArrayLike<number>, q: number): number {
  return quantileSorted(sorted(xs), q);
}

/** The median; NaN for an empty sample. */
export function median(xs: ArrayLike<number>): number {
  return quantileSorted(sorted(xs), 0.5);
}

/** Median absolute deviation from the median, unscaled (1.4826 of it estimates a normal sd). */
export function mad(xs: readonly number[]): number {
  const middle = median(xs);
  return median(xs.map((x) => Math.abs(x - middle)));
}
