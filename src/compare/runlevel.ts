/**
 * Is the head slower than runs of main are among themselves? Run against runs, not sample against
 * sample: between two jobs the machine changes too, and ten samples of one job are one look at it.
 *
 * The pooled two-sample t of run means, K + R - 2 degrees of freedom, one-sided against a margin
 * (docs/statistics.md has the formulas and where the constants come from).
 */

import type { Reach } from '../model.ts';
import { noncentrality } from '../stats/noncentral.ts';
import { type PooledTest, pooled } from '../stats/pooled.ts';
import { looks } from '../stats/spending.ts';
import { tQuantile, tUpper } from '../stats/student.ts';
import { mean, variance } from '../stats/summary.ts';
import { marginOfThreshold, roundFloor } from './rounds.ts';
import { type RunSummary, type Scale, worseUp } from './summary.ts';

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
  readonly reach: Reach | null;
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
  const tested = pooledTest({ base, head, older }, size, borrowed);
  const { difference, shown, se, df } = tested;

  const of = { scale, size, lowerIsBetter };
  const { sign, step, back, ratio, asWorse } = worseUp({ ...of, margin });
  const onRounds = worseUp({ ...of, margin: marginOfThreshold * margin });
  const worse = sign * (difference - options.shift);
  const beyond = worse >= 0 ? worse - step : -worse - back;

  const limit = scale === 'log' ? Math.log(1 + far) : far * size;
  const tails = Math.abs(worse) > limit ? df : tailDf;
  const found = (se: number, df: number) => {
    const capped = step + noncentrality(tailDf, options.alpha) * se;
    const whole = step + noncentrality(df, options.alpha) * se;
    return asWorse(Math.min(capped, Math.max(whole, limit + tQuantile(0.8, df) * se)));
  };
  return {
    difference,
    p: se > 0 ? tUpper(beyond / se, tails) : beyond > 0 ? 0 : 1,
    df: tails,
    ci: size === 0 ? null : [ratio(shown.ci[0]), ratio(shown.ci[1])],
    worst: asWorse(worse + tQuantile(0.95, shown.df) * shown.se),
    detectable: found(se, df),
    reach: reach(base, head, { ...tested, size }, found, (rounds, alone) =>
      asWorse(onRounds.step + noncentrality(rounds - 1, options.alpha * lastLook) * alone),
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
  /** The variance of one run that the runs themselves show; null where they are too few. */
  readonly ownVariance: number | null;
}

/** Stored runs, and rounds on one machine, that advice speaks of. */
const manyRuns = 20;
const manyRounds = 20;
/** The share of alpha that is left for the last of them. */
const lastLook = looks(manyRounds).at(-1)?.weight ?? 1;
/** Samples that take less than this off the variance of a run tell hardly more. */
const hardly = 0.1;

/** The same comparison measured otherwise: more stored runs, more samples, or one machine. */
function reach(
  base: readonly RunSummary[],
  head: readonly RunSummary[],
  seen: PooledRuns & { readonly size: number },
  byRuns: (se: number, df: number) => number | null,
  byRounds: (rounds: number, se: number) => number | null,
): Reach | null {
  const [k, r] = [base.length, head.length];
  const variance = seen.se ** 2 / (1 / k + 1 / r);
  // With more runs the prior weighs less, and raises the variance less.
  const df = manyRuns + r - 2;
  const own = seen.ownVariance ?? variance;
  const fading = (own * df + priorDf * (priorSd * seen.size) ** 2) / (df + priorDf);
  const then = Math.max(own, fading) * (1 / manyRuns + 1 / r);
  const stored = byRuns(Math.sqrt(then), df + priorDf);
  if (stored === null) return null;
  const spreads = [...base, ...head].filter((run) => run.n > 1).map((run) => run.variance);
  const within = spreads.length === 0 ? null : mean(spreads);
  const found =
    within === null
      ? null
      : byRounds(
          manyRounds,
          Math.max(Math.sqrt((2 * within) / manyRounds), roundFloor * seen.size),
        );
  return {
    stored: { runs: manyRuns, detectable: stored },
    rounds: found === null ? null : { rounds: manyRounds, detectable: found },
    samples: within === null ? null : Math.max(1, Math.ceil(within / (hardly * variance))),
  };
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
  const se = Math.max(blended.se, own?.se ?? 0);
  return { difference, shown: own ?? blended, se, df, ownVariance: own?.variance ?? null };
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
