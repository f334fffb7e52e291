/**
 * Welch's t test: two samples whose variances may differ.
 *
 * B. L. Welch (1947), "The generalization of Student's problem when several different population
 * variances are involved", with Satterthwaite's degrees of freedom: what R's `t.test(x, y)` does.
 */
import { mean, varianceAbout } from './summary.ts';
import { type TTest, type TTestOptions, tTest } from './ttest.ts';

/** All the test needs of a sample. The variance has n - 1 below. */
export interface Moments {
  readonly mean: number;
  readonly variance: number;
  readonly n: number;
}

/** Variance 0 for a single value, which no test here accepts. */
export function moments(xs: readonly number[]): Moments {
  const center = mean(xs);
  return { mean: center, variance: xs.length < 2 ? 0 : varianceAbout(center, xs), n: xs.length };
}

/** Tests mean(x) - mean(y). Null where a side has fewer than two values. */
export function welch(
  x: readonly number[],
  y: readonly number[],
  options: TTestOptions = {},
): TTest | null {
  return welchFromMoments(moments(x), moments(y), options);
}

/**
 * {@link welch} of two samples known by their moments.
 *
 * Where one side does not vary, the other carries the error and the degrees of freedom. Where
 * neither does, the comparison is exact (p is 0 or 1, see tTest) with n_x + n_y - 2 degrees of
 * freedom, because Satterthwaite's formula is 0/0 there. "Does not vary" is R's "data are
 * essentially constant": a standard error under ten roundings of the means.
 */
export function welchFromMoments(x: Moments, y: Moments, options: TTestOptions = {}): TTest | null {
  if (x.n < 2 || y.n < 2) return null;
  const difference = x.mean - y.mean;
  const ofX = x.variance / x.n;
  const ofY = y.variance / y.n;
  const se = Math.sqrt(ofX + ofY);
  if (se <= 10 * Number.EPSILON * Math.max(Math.abs(x.mean), Math.abs(y.mean))) {
    return tTest(difference, 0, x.n + y.n - 2, options);
  }
  // Each part over the whole, so that tiny variances do not underflow when squared.
  const shareX = ofX / (ofX + ofY);
  const shareY = ofY / (ofX + ofY);
  const df = 1 / ((shareX * shareX) / (x.n - 1) + (shareY * shareY) / (y.n - 1));
  return tTest(difference, se, df, options);
}
