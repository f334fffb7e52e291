/**
 * The test of one share, head against main, with the variance that runs of main really have.
 *
 * Sampled stacks of one run come in clumps and runs differ, so a share varies more than a binomial
 * proportion does. By how much (the dispersion, McCullagh and Nelder 1989) is learned from the runs
 * of main, each function's own pulled towards what is typical of the profile (docs/statistics.md).
 * Part of that is in each profile and averages out over several; the rest is the run's own, and no
 * number of its profiles averages it away. Which part it is, runs of several profiles tell.
 * A "share" may be that of several functions together.
 */
import { tQuantile, tUpper } from '../../stats/student.ts';
import { median } from '../../stats/summary.ts';

/** Where nothing is known: the median over functions of recorded profiles, as if from 6 runs. */
export const priorDispersion = 1.5;
export const priorDf = 6;
/** Profiles that were recorded one after the other are more alike than the run is like others: never all of it. */
const mostWithin = 0.75;
const mostOnArcs = 0.9;
/** A median over fewer functions says nothing of a profile. */
const enoughFunctions = 5;

/** A share in each run of both sides, and in the head's replicates. */
export interface Observed {
  readonly base: readonly Sampled[];
  readonly head: readonly Sampled[];
  /** Shares of the profiles of the head that show one program; one list for each such program. */
  readonly replicates: readonly (readonly Sampled[])[];
}

/** A share that `samples` independent samples would know as well. */
export interface Sampled {
  readonly share: number;
  readonly samples: number;
  /** How many profiles of one program the samples are from; 1 where absent. */
  readonly profiles?: number;
}

/** What is usual in the profiles of both sides, over all functions. */
export interface Usual {
  /** The typical dispersion. */
  readonly dispersion: number;
  /** The part of what is beyond the binomial that belongs to the profile and not to the run, 0 to 1. */
  readonly within: number;
}

/** How far the looks of one share are apart: Pearson's statistic, 1 for each df if binomial. */
export interface Excess {
  readonly pearson: number;
  readonly df: number;
}

export interface Tested {
  /** Head on main's scale minus main. */
  readonly delta: number;
  readonly error: number;
  readonly ci: readonly [number, number];
  /** One-sided 95 % bound of the rise. */
  readonly worst: number;
  /** One-sided 99 % bound of how little it rose. */
  readonly least: number;
  /** One-sided, in the direction of delta. */
  readonly p: number;
  readonly df: number;
  /** Standard error under no change: what the smallest change that can be seen rests on. */
  readonly nullError: number;
}

export const excessOf = (observed: Observed): Excess =>
  excessIn([observed.base, ...observed.replicates]);

/** Of each list around its own mean. */
export function excessIn(lists: readonly (readonly Sampled[])[]): Excess {
  let [pearson, df] = [0, 0];
  for (const list of lists) {
    if (list.length < 2) continue;
    const { share, samples } = meanOf(list);
    const binomial = variance(share, samples);
    for (const one of list) pearson += (one.samples * (one.share - share) ** 2) / binomial;
    df += list.length - 1;
  }
  return { pearson, df };
}

/**
 * The part of the excess variance that is in each profile: what profiles of one run differ by beyond the
 * binomial, over what runs do, summed over the functions given. 0 where no run has several profiles.
 */
export function withinPart(
  functions: readonly { readonly within: Excess; readonly between: Excess }[],
): number {
  const beyond = (which: 'within' | 'between') => {
    const pearson = functions.reduce((sum, item) => sum + item[which].pearson, 0);
    const df = functions.reduce((sum, item) => sum + item[which].df, 0);
    return df === 0 ? null : pearson / df - 1;
  };
  const [own, all] = [beyond('within'), beyond('between')];
  if (own === null || all === null) return 0;
  return all <= 0 ? mostWithin : Math.min(mostWithin, Math.max(0, own / all));
}

/**
 * What is typical of a profile: the median over its functions, pulled towards 1.5. A chi-squared
 * median is below its mean (Wilson and Hilferty 1931), which is corrected.
 */
export function typicalDispersion(all: readonly Excess[]): number {
  const df = all.reduce((most, excess) => Math.max(most, excess.df), 0);
  const known = all.filter((excess) => excess.df === df);
  if (df === 0 || known.length < enoughFunctions) return priorDispersion;
  const middle = median(known.map((excess) => excess.pearson / df)) / (1 - 2 / (9 * df)) ** 3;
  return (priorDf * priorDispersion + df * middle) / (priorDf + df);
}

/** Of a chi-squared value with one degree of freedom. */
const chiSquaredMedian = 0.4549;
/** What a median tells of a variance beside all values: the efficiency of the median absolute deviation. */
const medianEfficiency = 0.37;
/** Hits of both sides together; with fewer a difference is all chance. */
const enoughHits = 10;

/**
 * What two single profiles say themselves: most functions are as they were, so the middle one of the differences, apart
 * from what is common to all, tells how far shares of one program lie apart here. Pulled towards 1.5, and at least
 * that; 1.5 where there are too few functions.
 */
export function dispersionAcross(all: readonly Observed[]): number {
  const pairs = all
    .map((observed) => [meanOf(observed.base), meanOf(observed.head)] as const)
    .filter(([base, head]) => base.share * base.samples + head.share * head.samples >= enoughHits);
  if (pairs.length < enoughFunctions) return priorDispersion;
  const common = median(
    pairs.map(
      ([base, head]) => (head.share + 0.5 / head.samples) / (base.share + 0.5 / base.samples),
    ),
  );
  const squares = pairs.map(([base, head]) => {
    const inverse = 1 / base.samples + 1 / head.samples;
    const both =
      (base.share * base.samples + head.share * head.samples) / (base.samples + head.samples);
    return (head.share / common - base.share) ** 2 / (variance(both, 1 / inverse) * inverse);
  });
  const df = medianEfficiency * pairs.length;
  const seen = median(squares) / chiSquaredMedian;
  return Math.max(priorDispersion, (priorDf * priorDispersion + df * seen) / (priorDf + df));
}

/** A function's own dispersion, at least 1. */
export function dispersionOf({ pearson, df }: Excess, typical: number): number {
  return Math.max(1, (priorDf * typical + pearson) / (priorDf + df));
}

/**
 * `scale` multiplies the head's share; its relative standard error widens the answer. Null where a
 * side has no samples.
 *
 * What of the dispersion belongs to the run a longer head does not average away, hence the lesser of the
 * numbers of samples; what belongs to a profile averages out over several. `excess` is learned from
 * `observed` itself unless more is known.
 */
export function testShare(
  observed: Observed,
  usual: Usual,
  scale: { readonly factor: number; readonly error: number },
  excess: Excess = excessOf(observed),
): Tested | null {
  const [base, head] = [meanOf(observed.base), meanOf(observed.head)];
  if (base.samples === 0 || head.samples === 0) return null;
  const { baseInverse, headInverse } = inverses(observed, usual, excess);
  const scaled = head.share * scale.factor;
  const both =
    (Math.min(scaled, 1) * head.samples + base.share * base.samples) /
    (head.samples + base.samples);
  const ofScale = (scaled * scale.error) ** 2;
  // Without a change it is a share of main, which is at most everything: what is twenty times that must
  // not be lost in the error of the twenty.
  const ofScaleAtMost = (Math.min(scaled, 1) * scale.error) ** 2;
  const same =
    variance(both, head.samples + base.samples) * (headInverse + baseInverse) + ofScaleAtMost;
  const apart =
    scale.factor ** 2 * variance(head.share, head.samples) * headInverse +
    variance(base.share, base.samples) * baseInverse;
  const df = priorDf + excess.df;
  const delta = scaled - base.share;
  const nullError = Math.sqrt(same);
  const error = Math.sqrt(Math.max(same, apart + ofScale));
  const half = tQuantile(0.975, df) * error;
  // Where a share grows its variance grows: on the scale of arcs it does not (Anscombe 1948). A share that
  // nearly is everything, or on main's scale more, has no arc.
  const isArc = scaled < mostOnArcs;
  const ofArc = ofScaleAtMost / variance(scaled, head.samples);
  const distance = isArc
    ? (arc(scaled, head.samples) - arc(base.share, base.samples)) /
      Math.sqrt(headInverse + baseInverse + ofArc)
    : delta / Math.sqrt(Math.max(same, apart + ofScaleAtMost));
  return {
    delta,
    error,
    ci: [delta - half, delta + half],
    worst: delta + tQuantile(0.95, df) * error,
    least: delta - tQuantile(0.99, df) * error,
    p: tUpper(Math.abs(distance), df),
    df,
    nullError,
  };
}

/** What the binomial variance of one sample is multiplied by to be that of a side's mean. */
function inverses(observed: Observed, usual: Usual, excess: Excess) {
  const dispersion = dispersionOf(excess, usual.dispersion);
  const usualSize =
    observed.base.length / observed.base.reduce((sum, { samples }) => sum + 1 / samples, 0);
  const headInverse =
    observed.head.reduce((sum, { samples, profiles = 1 }) => {
      const ofProfile = usual.within / samples;
      const ofRun = (1 - usual.within) / Math.min(samples / profiles, usualSize);
      return sum + 1 / samples + (dispersion - 1) * (ofProfile + ofRun);
    }, 0) /
    observed.head.length ** 2;
  return { headInverse, baseInverse: dispersion / meanOf(observed.base).samples };
}

/**
 * What is left of both sides without these functions, base over head, with the standard error of its
 * logarithm: the factor that brings the head's other shares to the base's. Null where a side has no samples.
 */
export function restRatio(
  observed: Observed,
  usual: Usual,
): { readonly factor: number; readonly error: number; readonly least: number } | null {
  const [base, head] = [meanOf(observed.base), meanOf(observed.head)];
  if (base.samples === 0 || head.samples === 0) return null;
  const { baseInverse, headInverse } = inverses(observed, usual, excessOf(observed));
  const [before, after] = [1 - base.share, 1 - head.share];
  const error = Math.sqrt(
    (variance(base.share, base.samples) * baseInverse) / before ** 2 +
      (variance(head.share, head.samples) * headInverse) / after ** 2,
  );
  return { factor: before / after, error, least: Math.min(before, after) };
}

/** Runs count alike: a longer one does not weigh more. */
export function meanOf(list: readonly Sampled[]): Sampled {
  if (list.length === 0 || list.some(({ samples }) => samples === 0)) {
    return { share: 0, samples: 0 };
  }
  let [share, inverse] = [0, 0];
  for (const look of list) {
    share += look.share / list.length;
    inverse += 1 / look.samples;
  }
  return { share, samples: list.length ** 2 / inverse };
}

/** The angle whose variance is 1/n, whatever the share (Anscombe 1948). */
const arc = (share: number, samples: number): number =>
  2 * Math.asin(Math.sqrt((Math.max(share, 0) * samples + 3 / 8) / (samples + 3 / 4)));

/** Of one binomial draw, the share kept half a sample away from 0 and 1. */
function variance(share: number, samples: number): number {
  const inside = (Math.min(Math.max(share, 0), 1) * samples + 0.5) / (samples + 1);
  return inside * (1 - inside);
}
