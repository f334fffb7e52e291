/**
 * How far two sides of counts may be apart by chance. Counts of a program that does the same every
 * time are equal to the digit; what is left (a collector, the order of a map, a thread that sleeps) shows
 * in runs of one and the same side, and bounds what may be called a change.
 */
import { tUpperQuantile } from '../../stats/student.ts';

/** Less is nobody's change: the length of a path, the hour in a string. */
export const leastTolerance = 0.001;

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** With as many runs one of them may be odd (a collection more, a thread that woke up) and is left out. */
const enoughToLeaveOut = 5;

/** Without the run that is farthest from the middle one, where there are enough. */
function kept(runs: readonly number[]): readonly number[] {
  if (runs.length < enoughToLeaveOut) return runs;
  const middle = runs.toSorted((a, b) => a - b)[Math.floor(runs.length / 2)] ?? 0;
  const away = runs.map((value) => Math.abs(value - middle));
  const odd = away.indexOf(Math.max(...away));
  return runs.filter((_, i) => i !== odd);
}

/**
 * By how much the runs that are left are closer together than all would be: of normal runs, the ratio of
 * the quantiles of the statistic with and without its farthest runs is 1.65 for 5 runs a side, 1.49 for 7 and
 * 1.40 for 9, whatever the rate (400,000 draws; the test draws again).
 */
const widening = (runs: number): number => (runs < enoughToLeaveOut ? 1 : 1 + 3.6 / runs);

/** What a side's runs come to. */
export const centre = (runs: readonly number[]): number => mean(kept(runs));

/** How far runs of one side are apart: largest less smallest, over the mean; the worse side's. */
export function spreadOf(base: readonly number[], head: readonly number[]): number | null {
  if (base.length < 2 || head.length < 2) return null;
  const [one, other] = [base, head].map((all) => {
    const runs = kept(all);
    return (Math.max(...runs) - Math.min(...runs)) / Math.abs(mean(runs));
  });
  return Math.max(one ?? 0, other ?? 0);
}

/** The standard error of the difference of the two means, as a ratio, and its degrees of freedom. */
function errorOf(base: readonly number[], head: readonly number[]) {
  const sides = [kept(base), kept(head)];
  const df = sides.reduce((sum, runs) => sum + runs.length - 1, 0);
  const squares = sides.flatMap((runs) => runs.map((value) => (value / mean(runs) - 1) ** 2));
  const variance = squares.reduce((sum, value) => sum + value, 0) / df;
  const parts = sides.reduce((sum, runs) => sum + 1 / runs.length, 0);
  return { df, error: Math.sqrt(variance * parts) * widening(Math.min(base.length, head.length)) };
}

/**
 * The change that identical code exceeds with probability `rate`, by Student's t of the runs' pooled
 * spread; 0.1 % at least. Null with fewer than two runs on a side.
 */
export function toleranceOf(
  base: readonly number[],
  head: readonly number[],
  rate: number,
): number | null {
  if (base.length < 2 || head.length < 2) return null;
  const { df, error } = errorOf(base, head);
  return Math.max(leastTolerance, tUpperQuantile(rate, df) * error);
}

/** The two-sided 95 % interval of head / base - 1, and the one-sided bound of how much more it may be. */
export function boundsOf(
  base: readonly number[],
  head: readonly number[],
): { readonly ci: readonly [number, number]; readonly worst: number } {
  const { df, error } = errorOf(base, head);
  const ratio = centre(head) / centre(base);
  const reach = (p: number) => tUpperQuantile(p, df) * error * ratio;
  return {
    ci: [ratio - 1 - reach(0.025), ratio - 1 + reach(0.025)],
    worst: ratio - 1 + reach(0.05),
  };
}
