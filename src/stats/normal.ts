/**
 * The standard normal distribution, over @stdlib (FreeBSD's erfc and Boost's inverse).
 *
 * Upper tails are computed as lower tails of -z, never as 1 - cdf, which has no digits left
 * beyond z = 8.
 */
import cdf from '@stdlib/stats-base-dists-normal-cdf';
import inverse from '@stdlib/stats-base-dists-normal-quantile';

/** P(Z <= z). */
export function normalCdf(z: number): number {
  return cdf(z, 0, 1);
}

/** P(Z > z), with full relative precision in the far tail. */
export function normalUpper(z: number): number {
  return cdf(-z, 0, 1);
}

/**
 * The z with P(Z <= z) = p, for p in 0..1. The library goes through 2 p - 1, which loses the digits
 * of a small p (and answers -Infinity at 1e-20), so its answer is polished on the cdf: Newton's
 * method on log p.
 */
export function normalQuantile(p: number): number {
  if (p > 0.5) return -normalQuantile(1 - p);
  if (!(p > 0)) return inverse(p, 0, 1);
  let z = inverse(p, 0, 1);
  if (z === Number.NEGATIVE_INFINITY) z = -Math.sqrt(-2 * Math.log(p));
  for (let i = 0; i < 10; i++) {
    const at = cdf(z, 0, 1);
    const density = Math.exp(-0.5 * z * z) / Math.sqrt(2 * Math.PI);
    const step = (Math.log(at / p) * at) / density;
    z -= step;
    if (Math.abs(step) < 1e-9) break;
  }
  return z;
}
