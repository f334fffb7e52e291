/**
 * Looking at data while they come, without paying for it in error rate: when to look, what each
 * look may spend, and one p-value and one bound for the whole sequence.
 *
 * The shape is the O'Brien-Fleming-type spending function of Lan and DeMets (1983), "Discrete
 * sequential boundaries for clinical trials": next to nothing early, most of it at the end. What a
 * look spends is spent by Bonferroni: p = min p_k / w_k over looks with fixed weights that sum to 1.
 * Boundaries from the joint distribution of the looks would spend slightly less (docs/decisions/
 * looks.md has the numbers), but need that distribution, with its variance known and its draws
 * independent; this needs only that each look's own p-value is one. So it holds for t statistics,
 * under any dependence, for any rule of stopping, and its p-values go into Holm like any others.
 */
import { normalQuantile, normalUpper } from './normal.ts';

/** One look at the data: after how many observations, and its share of the error rate. */
export interface Look {
  readonly after: number;
  /** In (0, 1]; those of all looks sum to 1. */
  readonly weight: number;
}

/** Fewer observations than this leave a t with tails that no slowdown of interest gets over. */
const firstLook = 6;
/** Each look has a quarter more data than the last: closer looks find little that is new. */
const growth = 1.25;
/** The error rate whose O'Brien-Fleming shape is used, for p-values and bounds of any size alike. */
const shape = 0.05;

/** A smaller share of the error rate is left to the next look. */
const leastShare = 1e-4;

/**
 * The part of its error rate that a test may have spent when it has seen `fraction` (0..1) of its
 * data: 2 - 2 Phi(z_{alpha/2} / sqrt(fraction)), over alpha.
 */
export function spent(fraction: number, alpha = shape): number {
  if (fraction <= 0) return 0;
  if (fraction >= 1) return 1;
  return (2 * normalUpper(-normalQuantile(alpha / 2) / Math.sqrt(fraction))) / alpha;
}

/**
 * When to look at up to `most` observations (a whole number, at least 1), and what each look may
 * spend. Up to 20: after 6, 8, 10, 13, 16 and 20. Fewer than 6 are looked at once, at the end.
 */
export function looks(most: number): readonly Look[] {
  const after: number[] = [];
  // A look within a tenth of the last one is not worth its share, nor one that has next to none.
  for (let n = firstLook; n * 1.1 < most; n = Math.round(n * growth)) {
    if (spent(n / most) > leastShare) after.push(n);
  }
  after.push(most);
  return after.map((n, k) => ({
    after: n,
    weight: spent(n / most) - spent((after[k - 1] ?? 0) / most),
  }));
}

/** What was seen at a look that was really made. */
export interface Seen {
  readonly weight: number;
  /** One-sided p of this look's data alone. */
  readonly p: number;
}

/**
 * A p-value for everything seen, whichever looks were made and why it was stopped: the smallest
 * p_k / w_k, at most 1. One where nothing was seen.
 */
export function sequentialP(seen: readonly Seen[]): number {
  return seen.reduce((least, { p, weight }) => Math.min(least, p / weight), 1);
}

/**
 * Upper bound of a value that holds at all looks together with probability 1 - alpha: the lowest of
 * the looks' bounds, each of which `boundAt` computes for its own share of alpha. Infinity where
 * nothing was seen.
 */
export function sequentialBound<T extends { readonly weight: number }>(
  seen: readonly T[],
  alpha: number,
  boundAt: (look: T, alpha: number) => number,
): number {
  return seen.reduce(
    (least, look) => Math.min(least, boundAt(look, alpha * look.weight)),
    Number.POSITIVE_INFINITY,
  );
}
