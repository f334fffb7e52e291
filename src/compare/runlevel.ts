/**
 * Is the head slower than runs of main are among themselves? Run against runs, not sample against
 * sample: between two jobs the machine changes too, and ten samples of one job are one look at it.
 *
 * The pooled two-sample t of run means, K + R - 2 degrees of freedom, one-sided against a margin
 * (docs/statistics.md has the formulas and where the constants come from).
 */

import { noncentrality } from '../stats/noncentral.ts';
import { type PooledTest, pooled } from '../stats/pooled.ts';
import { tQuantile, tUpper } from '../stats/student.ts';
import { mean, variance } from '../stats/summary.ts';
import type { RunSummary, Scale } from './summary.ts';

/** Fewer stored runs than this borrow the prior below. */
export const enoughRuns = 5;
/**
 * Between-run sd within one CPU model, log scale, over public projects on shared runners: the
 * lower end of 3 to 5 %. Once there are enough runs it may raise the variance they show, because a
 * few quiet runs promise nothing of the next, and never lower it.
 */
const priorSd = 0.03;
const priorDf = 6;
/** Runs differ by at least this much (log scale), whatever a few of them happen to show. */
const runFloor = 0.003;
/**
 * Run effects are heavy-tailed (fitted t with 1 to 2 degrees of freedom) and come in bad runs, so
 * a p-value from K + R - 2 normal degrees of freedom is far too small. Tails are capped here...
 */
const tailDf = 3;
/** ... up to this change, a ratio: between neighbouring runs no machine did more (gofiber). */
const far = 2;

export interface RunLevel {
  /** Head minus base on the scale, in the metric's own direction. */
  readonly difference: number;
  readonly p: number;
  readonly df: number;
  /** Two-sided 95 % interval of the relative change; null against a base of zero, as below. */
  readonly ci: readonly [number, number] | null;
  /** One-sided 95 % bound of the change for the worse, as a positive ratio. */
  readonly worst: number | null;
  /** Smallest change for the worse found with 80 % power. */
  readonly detectable: number | null;
  /** The prior had a say. */
  readonly borrowed: boolean;
}

export interface RunLevelOptions {
  readonly scale: Scale;
  readonly lowerIsBetter: boolean;
  /** The relative change that does not matter, as a positive ratio. */
  readonly margin: number;
  /** Shared by the whole suite and taken out of the test, on the scale. */
  readonly shift: number;
  /** Error rate of this one test, for the detectable change. */
  readonly alpha: number;
}

/**
 * K >= 1 baseline runs at main's present level, R >= 1 head runs. `older` are runs from before that
 * level: they tell how much runs differ, and nothing of where main is.
 */
export function runLevel(
  base: readonly RunSummary[],
  head: readonly RunSummary[],
  older: readonly RunSummary[],
  options: RunLevelOptions,
): RunLevel {
  const { scale, lowerIsBetter, margin } = options;
  const size = scale === 'log' ? 1 : Math.abs(mean(base.map((run) => run.center)));
  const borrowed = base.length < enoughRuns;
  const { difference, shown, se, df } = pooledTest({ base, head, older }, size, borrowed);

  const sign = lowerIsBetter ? 1 : -1;
  const worse = sign * (difference - options.shift);
  // The margin on the scale: away from the base when worse, towards the other side when better.
  const onScale = (ratio: number) =>
    scale === 'log' ? Math.log(1 + Math.max(ratio, -0.99)) : ratio * size;
  const step = sign * onScale(sign * margin);
  const back = -sign * onScale(-sign * margin);
  const beyond = worse >= 0 ? worse - step : -worse - back;

  const limit = scale === 'log' ? Math.log(1 + far) : far * size;
  const tails = Math.abs(worse) > limit ? df : tailDf;
  const ratio = (change: number) => (scale === 'log' ? Math.exp(change) - 1 : change / size);
  const found = (of: number) => step + noncentrality(of, options.alpha) * se;
  const asWorse = (change: number) => (size === 0 ? null : sign * ratio(sign * change));
  return {
    difference,
    p: se > 0 ? tUpper(beyond / se, tails) : beyond > 0 ? 0 : 1,
    df: tails,
    ci: size === 0 ? null : [ratio(shown.ci[0]), ratio(shown.ci[1])],
    worst: asWorse(worse + tQuantile(0.95, shown.df) * shown.se),
    detectable: asWorse(
      Math.min(found(tailDf), Math.max(found(df), limit + tQuantile(0.8, df) * se)),
    ),
    borrowed,
  };
}

/** What is shown (interval, bound), and the standard error and degrees of freedom to fail by. */
interface PooledRuns {
  readonly difference: number;
  readonly shown: PooledTest;
  readonly se: number;
  readonly df: number;
}

interface Groups {
  readonly base: readonly RunSummary[];
  readonly head: readonly RunSummary[];
  readonly older: readonly RunSummary[];
}

/** The pooled t of run centres. A run's centre is never taken to be surer than its samples say. */
function pooledTest({ base, head, older }: Groups, size: number, borrowed: boolean): PooledRuns {
  const runs = [...base, ...head, ...older];
  const within = mean(runs.map((run) => run.variance / run.n));
  const varianceFloor = Math.max(within, (runFloor * size) ** 2);
  const heads = head.map((run) => run.center);
  const bases = base.map((run) => run.center);
  const seen = spreadOf(older.map((run) => run.center));
  const assumed = { squares: priorDf * (priorSd * size) ** 2, df: priorDf };
  const blended = pooled(heads, bases, { varianceFloor, prior: asPrior(seen, assumed) });
  if (blended === null) throw new Error('runLevel needs a run on each side');
  const { difference, df } = blended;
  const own = borrowed
    ? null
    : pooled(heads, bases, { varianceFloor, ...(seen.df > 0 ? { prior: asPrior(seen) } : {}) });
  return { difference, shown: own ?? blended, se: Math.max(blended.se, own?.se ?? 0), df };
}

/** Squares about a mean, and the degrees of freedom they are worth. */
interface Spread {
  readonly squares: number;
  readonly df: number;
}

const spreadOf = (centers: readonly number[]): Spread =>
  centers.length < 2
    ? { squares: 0, df: 0 }
    : { squares: variance(centers) * (centers.length - 1), df: centers.length - 1 };

/** What is known of the variance beforehand, from one source or several. */
function asPrior(...sources: readonly Spread[]): { readonly sd: number; readonly df: number } {
  const df = sources.reduce((sum, of) => sum + of.df, 0);
  return { sd: Math.sqrt(sources.reduce((sum, of) => sum + of.squares, 0) / df), df };
}
