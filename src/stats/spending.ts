/**
 * Looking at data while they come, without paying for it in error rate: when to look, what each
 * look may spend, and one p-value and one bound for the whole sequence.
 *
 * A look may spend a fixed part of what those before it left, so that its share does not depend on
 * how many follow: going on takes nothing from who is decided early, and time may end it anywhere.
 * It is spent by Bonferroni: p = min p_k / w_k over looks with fixed weights that sum to at most 1.
 * Boundaries from the joint distribution of the looks would spend slightly less (docs/decisions/
 * looks.md has the numbers), but need that distribution, with its variance known and its draws
 * independent; this needs only that each look's own p-value is one. So it holds for t statistics,
 * under any dependence, for any rule of stopping, and its p-values go into Holm like any others.
 */

/** One look at the data: after how many observations, and its share of the error rate. */
export interface PlannedLook {
  readonly after: number;
  /** In (0, 1]; those of all looks sum to 1 at most. */
  readonly weight: number;
}

/** Fewer observations than this leave a t with tails that no slowdown of interest gets over. */
const firstLook = 6;
/** Each look has a quarter more data than the last: closer looks find little that is new. */
const growth = 1.25;
/** The part of what is left of the error rate that each look may spend. */
const part = 1 / 8;

/**
 * When to look at up to `most` observations (a whole number, at least 1), and what each look may
 * spend: after 6, 8, 10, 13, 16, 20, 25, 31, 39, 49, 61, 76, 95, 119, 149 and so on, and at the end, which has
 * what is left. But for the end, no look knows how many there may be. Fewer than 6 are looked at once.
 */
export function looks(most: number): readonly PlannedLook[] {
  const plan: PlannedLook[] = [];
  let left = 1;
  // A look within a tenth of the end is not worth its share.
  for (let after = firstLook; after * 1.1 < most; after = Math.round(after * growth)) {
    plan.push({ after, weight: left * part });
    left -= left * part;
  }
  return [...plan, { after: most, weight: left }];
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
