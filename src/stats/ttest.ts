/**
 * From a difference, its standard error and its degrees of freedom to t, p and an interval: what
 * Welch's and the pooled test share.
 */
import { tCdf, tQuantile, tTwoSided, tUpper } from './student.ts';

/** What is claimed of the difference against the margin. */
export type Alternative = 'two-sided' | 'greater' | 'less';

export interface TTestOptions {
  /** Default `two-sided`. */
  readonly alternative?: Alternative;
  /** The difference under the null hypothesis (R's `mu`). Default 0. */
  readonly margin?: number;
  /** Of the two-sided interval. Default 0.95. */
  readonly confidence?: number;
}

export interface TTest {
  /** Mean of x minus mean of y. */
  readonly difference: number;
  /** Standard error of the difference; 0 where neither side varies. */
  readonly se: number;
  readonly df: number;
  /** (difference - margin) / se; infinite where se is 0 and the difference is not the margin. */
  readonly t: number;
  readonly p: number;
  /** Two-sided interval of the difference, whatever the alternative. */
  readonly ci: readonly [number, number];
}

/**
 * `se` >= 0, `df` > 0.
 *
 * Where se is 0 nothing is uncertain and the answer is exact: p is 0 where the alternative holds
 * of the difference, 1 where it does not, and the interval is the difference itself.
 */
export function tTest(
  difference: number,
  se: number,
  df: number,
  options: TTestOptions = {},
): TTest {
  const { alternative = 'two-sided', margin = 0, confidence = 0.95 } = options;
  if (se === 0) return certain(difference, df, alternative, margin);
  const t = (difference - margin) / se;
  const half = -tQuantile((1 - confidence) / 2, df) * se;
  return {
    difference,
    se,
    df,
    t,
    p: tail(t, df, alternative),
    ci: [difference - half, difference + half],
  };
}

function tail(t: number, df: number, alternative: Alternative): number {
  switch (alternative) {
    case 'two-sided':
      return tTwoSided(t, df);
    case 'greater':
      return tUpper(t, df);
    case 'less':
      return tCdf(t, df);
  }
}

function certain(difference: number, df: number, alternative: Alternative, margin: number): TTest {
  const t = difference === margin ? 0 : (difference - margin) * Number.POSITIVE_INFINITY;
  const holds = alternative === 'two-sided' ? t !== 0 : alternative === 'greater' ? t > 0 : t < 0;
  return { difference, se: 0, df, t, p: holds ? 0 : 1, ci: [difference, difference] };
}
