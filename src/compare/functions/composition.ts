/**
 * The head's shares on main's scale.
 *
 * Shares sum to one, so that one function that gets dearer makes all others look cheaper, and the
 * other way round. Two things know by how much: what is left of both sides without the functions that
 * moved; and, where both sides ran benchmarks, the geometric mean ratio of what the profile counts, by
 * operation (sec/op of CPU time, B/op of allocated bytes), which is that of the whole. Each has an error,
 * and the more exact one is used, but only if it is beyond two of its errors from 1: before that,
 * correcting adds more noise than it takes away (docs/statistics.md).
 *
 * Which functions moved is asked on a scale, and so it begins with one: the median of the functions' ratios
 * (as DESeq's median of ratios, Anders and Huber 2010).
 */
import type { Scale } from '../../model/functions.ts';
import type { Run, SampleType } from '../../model/run.ts';
import { geometricMean, mad } from '../../stats/summary.ts';
import {
  dispersionOf,
  type Excess,
  meanOf,
  type Observed,
  restRatio,
  testShare,
  type Usual,
} from './dispersion.ts';

/**
 * With fewer hits a ratio of shares is too rough to count: those that main has, and those that its share lets expect in
 * the head. What the head really has must not choose: the lucky ones alone would be in.
 */
const enoughHits = 10;
/** A median over fewer functions is one function's say. */
const enoughFunctions = 5;
/** Geometric means of main's runs differ by this (log sd) where nothing else is known. */
const priorSpread = 0.03;
const priorDf = 6;
const leastSpread = 0.003;

const none: Scale = { factor: 1, error: 0, source: 'none' };

/** Smaller functions do not move the others. */
const leastMover = 0.01;
/** A function moved if chance alone would show that in one of a hundred. */
const evident = 0.01;
/** Of less than this nothing can be told: nearly everything moved. */
const leastRest = 0.25;
const mostTurns = 4;

export interface Candidate {
  /** Number of the function. */
  readonly at: number;
  readonly observed: Observed;
  readonly excess: Excess;
}

/** The benchmarks' metric of which a profile shows the parts. */
const metrics: Readonly<Record<string, string>> = {
  cpu: 'sec/op',
  'cpu-time': 'sec/op',
  cpu_time: 'sec/op',
  samples: 'sec/op',
  alloc_space: 'B/op',
  alloc_objects: 'allocs/op',
};

/** The metric of a kind of profile, or null: live memory and delays are of no operation. */
export const metricOf = ({ type }: SampleType): string | null =>
  Object.hasOwn(metrics, type) ? (metrics[type] as string) : null;

/**
 * `metric`: what metricOf says; null leaves the benchmarks out. `together` observes several functions as one.
 */
export function scaleOf(
  functions: readonly Candidate[],
  usual: Usual,
  together: (functions: readonly number[]) => Observed,
  { metric, base, head }: Measured,
): Scale {
  const timed = metric === null ? null : scaleOfBenchmarks(metric, base, head);
  const found = [scaleOfFunctions(functions, usual, together), timed]
    .filter((scale) => scale !== null)
    .toSorted((a, b) => a.error - b.error)[0];
  return found !== undefined && isBeyond(found) ? found : none;
}

/** What the profiles' runs measured of the metric, if there is one. */
export interface Measured {
  readonly metric: string | null;
  readonly base: readonly Run[];
  readonly head: readonly Run[];
}

const isBeyond = ({ factor, error }: Scale): boolean => Math.abs(Math.log(factor)) > 2 * error;

/**
 * What is left without the functions that moved; 1 where none did; the median where nearly everything
 * did. Null where too few functions could tell.
 */
export function scaleOfFunctions(
  functions: readonly Candidate[],
  usual: Usual,
  together: (functions: readonly number[]) => Observed,
): Scale | null {
  const middle = medianRatio(functions, usual.dispersion);
  if (middle === null) return null;
  let scale: Scale = isBeyond(middle) ? middle : { ...middle, factor: 1 };
  let before = '';
  for (let turn = 0; turn < mostTurns; turn++) {
    const movers = moversAt(scale, functions, usual);
    if (movers.length === 0) return { ...middle, factor: 1 };
    if (movers.join() === before) break;
    before = movers.join();
    const rest = restRatio(together(movers), usual);
    if (rest === null || rest.least < leastRest) return middle;
    scale = { factor: rest.factor, error: rest.error, source: 'functions' };
  }
  return scale;
}

/** Numbers of the functions that evidently changed, with the head on this scale. */
function moversAt(scale: Scale, functions: readonly Candidate[], usual: Usual): number[] {
  return functions
    .filter(({ observed, excess }) => {
      const [base, head] = [meanOf(observed.base).share, meanOf(observed.head).share];
      if (Math.max(base, head * scale.factor) < leastMover) return false;
      const found = testShare(observed, usual, scale, excess);
      return found !== null && found.p < evident;
    })
    .map(({ at }) => at);
}

/**
 * The weighted median of main's share over the head's. The weights are the inverse standard errors
 * of the logarithms, for which the median is the likeliest value under Laplace's law; inverse
 * variances would let one function of half the profile outvote all others. Null of too few functions.
 */
export function medianRatio(functions: readonly Candidate[], typical: number): Scale | null {
  const ratios: { log: number; error: number }[] = [];
  for (const { observed, excess } of functions) {
    const [before, after] = [meanOf(observed.base), meanOf(observed.head)];
    const hits = [before.share * before.samples, before.share * after.samples] as const;
    if (!hits.every((count) => count >= enoughHits)) continue;
    const dispersion = dispersionOf(excess, typical);
    // Half a sample where the head has none.
    const share = Math.max(after.share, 0.5 / after.samples);
    ratios.push({
      log: Math.log(before.share / share),
      error: Math.sqrt(dispersion * (1 / hits[0] + 1 / hits[1])),
    });
  }
  if (ratios.length < enoughFunctions) return null;
  ratios.sort((a, b) => a.log - b.log);
  const half = ratios.reduce((sum, { error }) => sum + 1 / error, 0) / 2;
  let sum = 0;
  const middle = ratios.find(({ error }) => {
    sum += 1 / error;
    return sum >= half;
  })?.log;
  if (middle === undefined) return null;
  // Of a median of normal values; wider where the ratios spread more than their errors say.
  const information = ratios.reduce((sum, { error }) => sum + 1 / error ** 2, 0);
  const spread = 1.4826 * mad(ratios.map(({ log, error }) => (log - middle) / error));
  const error = Math.sqrt(Math.PI / 2 / information) * Math.max(1, spread);
  return { factor: Math.exp(middle), error, source: 'functions' };
}

/**
 * Head over main of the geometric mean of a metric. `go test` gives every benchmark about the same
 * time, so a profile is the mean of its benchmarks' profiles and no benchmark outweighs another.
 * The error has what runs of main differ by, and, because a function belongs to some benchmarks
 * only, by how much the benchmarks' ratios differ among each other.
 */
export function scaleOfBenchmarks(
  metric: string,
  base: readonly Run[],
  head: readonly Run[],
): Scale | null {
  const { before, after, common } = logsOf(metric, base, head);
  if (common.length === 0) return null;
  const item = (runs: typeof before, key: string) =>
    average(runs.map((run) => run.get(key) ?? Number.NaN));
  const ratios = common.map((key) => item(after, key) - item(before, key));
  const ratio = average(ratios);
  const unlike = average(ratios.map((own) => (own - ratio) ** 2));
  const levels = before.map((run) => average(common.map((key) => run.get(key) ?? Number.NaN)));
  const level = average(levels);
  const squares = levels.reduce((sum, own) => sum + (own - level) ** 2, 0);
  const between = Math.max(
    leastSpread ** 2,
    (priorDf * priorSpread ** 2 + squares) / (priorDf + before.length - 1),
  );
  const error = Math.sqrt(between * (1 / before.length + 1 / after.length) + unlike);
  return Number.isFinite(ratio + error)
    ? { factor: Math.exp(ratio), error, source: 'benchmarks' }
    : null;
}

/** What one operation costs on both sides: geometric means over the benchmarks that all runs have. */
export function perOperation(
  metric: string,
  base: readonly Run[],
  head: readonly Run[],
): { readonly base: number; readonly head: number; readonly benchmarks: number } | null {
  const { before, after, common } = logsOf(metric, base, head);
  if (common.length === 0) return null;
  const level = (runs: readonly ReadonlyMap<string, number>[]) =>
    Math.exp(average(runs.flatMap((run) => common.map((key) => run.get(key) ?? Number.NaN))));
  return { base: level(before), head: level(after), benchmarks: common.length };
}

/** The logarithms of each run, and the benchmarks that all have; none where a side has no run. */
function logsOf(metric: string, base: readonly Run[], head: readonly Run[]) {
  const logs = (run: Run) => logsIn(run, metric);
  const [before, after] = [base.map(logs), head.map(logs)];
  const all = [...before, ...after];
  const both = before.length > 0 && after.length > 0;
  const common = both
    ? [...(all[0]?.keys() ?? [])].filter((key) => all.every((run) => run.has(key)))
    : [];
  return { before, after, common };
}

const average = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** The logarithm of each benchmark's value; one that is zero has none. */
function logsIn(run: Run, metric: string): Map<string, number> {
  const values = new Map<string, number>();
  for (const { package: pkg, benchmark, unit, samples } of run.series) {
    if (unit !== metric) continue;
    const log = Math.log(geometricMean(samples));
    if (Number.isFinite(log)) values.set(`${pkg}\0${benchmark}`, log);
  }
  return values;
}
