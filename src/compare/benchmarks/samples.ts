/**
 * Sample against sample, one run on each side: what benchstat and R's t.test compute.
 *
 * It tells whether two sets of samples differ, never why: two jobs on two machines differ with
 * the same p-value as two versions of the code. So it decides only where the caller trusts a
 * single run (a dedicated runner, or two files side by side); everywhere else it is shown.
 */
import { mannWhitney } from '../../stats/mannwhitney.ts';
import { noncentrality } from '../../stats/noncentral.ts';
import { tQuantile } from '../../stats/student.ts';
import { geometricMean, mean, median } from '../../stats/summary.ts';
import { welch } from '../../stats/welch.ts';
import { type Scale, toScale } from './summary.ts';

export interface SampleLevel {
  readonly centers: readonly [number, number];
  readonly p: number | null;
  readonly df: number | null;
  /** From Welch's t in both tests: Mann-Whitney has no interval for a ratio. */
  readonly ci: readonly [number, number] | null;
  readonly worst: number | null;
  readonly detectable: number | null;
}

/**
 * Two-sided p of `test`; interval and detectable change from Welch's t on the scale. All null
 * where a side has a single sample.
 */
export function sampleLevel(
  base: readonly number[],
  head: readonly number[],
  options: {
    readonly scale: Scale;
    readonly test: 'welch' | 'mann-whitney';
    readonly lowerIsBetter: boolean;
    readonly alpha: number;
  },
): SampleLevel {
  const { scale, test } = options;
  const center = test === 'mann-whitney' ? median : scale === 'log' ? geometricMean : mean;
  const centers = [center(base), center(head)] as const;
  const t = welch(
    head.map((value) => toScale(value, scale)),
    base.map((value) => toScale(value, scale)),
  );
  const p = test === 'mann-whitney' ? mannWhitney(base, head).p : (t?.p ?? null);
  const df = test === 'mann-whitney' ? null : (t?.df ?? null);
  const size = scale === 'log' ? 1 : Math.abs(mean(base));
  if (t === null || size === 0) return { centers, p, df, ci: null, worst: null, detectable: null };

  const sign = options.lowerIsBetter ? 1 : -1;
  const ratio = (change: number) => (scale === 'log' ? Math.exp(change) - 1 : change / size);
  const bound = sign * t.difference + tQuantile(0.95, t.df) * t.se;
  return {
    centers,
    p,
    df,
    ci: [ratio(t.ci[0]), ratio(t.ci[1])],
    worst: sign * ratio(sign * bound),
    // Whole degrees of freedom: a suite shares a few values, and they promise too little if anything.
    detectable:
      sign * ratio(sign * noncentrality(Math.max(1, Math.floor(t.df)), options.alpha) * t.se),
  };
}
