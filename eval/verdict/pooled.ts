/**
 * The pooled two-sample t test, for a few values a side: run means against run means.
 *
 * One variance for both sides, n_x + n_y - 2 degrees of freedom. Unlike Welch's it works with a
 * single value on a side (then it asks whether that value is a further draw from the other side:
 * the prediction interval). Two guards for small numbers: a floor under the variance, and a prior.
 */
import { mean } from '../../src/stats/summary.ts';
import { type TTest, type TTestOptions, tTest } from '../../src/stats/ttest.ts';

export interface PooledOptions extends TTestOptions {
  /** The variance is never taken below this. Default 0. */
  readonly varianceFloor?: number;
  /**
   * What is known of the standard deviation beforehand, worth `df` degrees of freedom:
   * s^2 = (df_0 sd_0^2 + df s^2) / (df_0 + df), with df_0 + df degrees of freedom. The
   * conjugate (scaled inverse chi-squared) update; Smyth (2004) uses it as the moderated t.
   */
  readonly prior?: { readonly sd: number; readonly df: number };
}

export interface PooledTest extends TTest {
  /** The variance of one value that was used, after prior and floor. */
  readonly variance: number;
}

/**
 * Tests mean(x) - mean(y). Null where a side is empty, or where neither the values nor a prior
 * leave a degree of freedom.
 */
export function pooled(
  x: readonly number[],
  y: readonly number[],
  options: PooledOptions = {},
): PooledTest | null {
  if (x.length === 0 || y.length === 0) return null;
  const { varianceFloor = 0, prior } = options;
  const observed = x.length + y.length - 2;
  const df = observed + (prior?.df ?? 0);
  if (!(df > 0)) return null;
  const meanX = mean(x);
  const meanY = mean(y);
  const known = prior === undefined ? 0 : prior.df * prior.sd * prior.sd;
  const spread = (squares(x, meanX) + squares(y, meanY) + known) / df;
  const variance = Math.max(spread, varianceFloor);
  const se = Math.sqrt(variance * (1 / x.length + 1 / y.length));
  return { ...tTest(meanX - meanY, se, df, options), variance };
}

function squares(xs: readonly number[], center: number): number {
  let sum = 0;
  for (const x of xs) sum += (x - center) * (x - center);
  return sum;
}
