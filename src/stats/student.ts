/**
 * Student's t distribution, over @stdlib (Boost's incomplete beta function).
 *
 * Upper tails are computed as lower tails of -t, never as 1 - cdf, which has no digits left where
 * p is below 1e-16. Checked to 1e-9 relative against 50-digit arithmetic down to p = 1e-80
 * (test/stats/golden). Degrees of freedom may be fractional; Infinity is the normal distribution.
 */
import cdf from '@stdlib/stats-base-dists-t-cdf';
import inverse from '@stdlib/stats-base-dists-t-quantile';
import { normalCdf, normalQuantile } from './normal.ts';

/** P(T <= t) for df > 0. */
export function tCdf(t: number, df: number): number {
  return df === Number.POSITIVE_INFINITY ? normalCdf(t) : cdf(t, df);
}

/** P(T > t), with full relative precision in the far tail. */
export function tUpper(t: number, df: number): number {
  return tCdf(-t, df);
}

/** P(|T| > |t|), with full relative precision in the far tail. */
export function tTwoSided(t: number, df: number): number {
  return 2 * tCdf(-Math.abs(t), df);
}

/** The t with P(T <= t) = p, for p in 0..1. */
export function tQuantile(p: number, df: number): number {
  return df === Number.POSITIVE_INFINITY ? normalQuantile(p) : inverse(p, df);
}

/** The t with P(T > t) = p: for small p more exact than `tQuantile(1 - p, df)`. */
export function tUpperQuantile(p: number, df: number): number {
  return -tQuantile(p, df);
}
