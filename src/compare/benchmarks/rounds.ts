/**
 * Rounds on one machine to one Comparison for each benchmark and unit: statistics only.
 *
 * The unit of analysis is the round: the difference of its two sides on the metric's scale, so that
 * whatever the machine did to both of them cancels. Two one-sided paired tests against a margin share
 * the error rate: t, which is sure soonest where the machine is quiet, and Wilcoxon's signed ranks,
 * which do not mind the rounds that it disturbed. They are looked at after more and more rounds
 * (stats/spending.ts keeps the error rates). When to stop, and what fails a gate, is for others to say.
 */
import { type Comparison, undecidedAlpha } from '../../model/comparison.ts';
import { seriesKey } from '../../model/keys.ts';
import type { Round, Series } from '../../model/run.ts';
import { noncentrality } from '../../stats/noncentral.ts';
import { normalQuantile } from '../../stats/normal.ts';
import { hodgesLehmann, signedRankP, walshAverages, walshBound } from '../../stats/signedrank.ts';
import { type PlannedLook, sequentialBound, sequentialP } from '../../stats/spending.ts';
import { tUpper, tUpperQuantile } from '../../stats/student.ts';
import { mean, median, varianceAbout } from '../../stats/summary.ts';
import { isCpuTime } from './cputime.ts';
import { sameNumber, unvarying } from './exact.ts';
import {
  blank,
  exact,
  type Row,
  type RowOptions,
  scaleOf,
  sides,
  summaryOptions,
  untested,
} from './row.ts';
import { fromScale, summarise, worseUp } from './summary.ts';

export interface RoundOptions extends RowOptions {
  /** The family's error rate, for the smallest detectable change. */
  readonly alpha: number;
  /** The relative change of this metric that must not fail a gate, as a positive ratio. */
  readonly margin: (series: Series) => number;
  /** All looks that are planned, of which those up to the number of rounds were made. */
  readonly looks: readonly PlannedLook[];
}

/**
 * The margin as a part of the threshold (2 % of 5 %): the margin is what must not fail, the threshold
 * what must not be missed (docs/statistics.md).
 */
export const marginOfThreshold = 0.4;
/** No mean of rounds is surer than this on the log scale: code moves in memory between builds. */
export const roundFloor = 0.002;
/** Ranks know no standard error: their margin and their bound are further off by this many floors. */
const floorsOfRanks = 2;
/** Of the bound that rules a change out. */
const boundAlpha = 0.05;
/** So many standard errors above a bound a change is seen to be above it four times of five. */
const usualPower = normalQuantile(0.8);
/** Each of the two tests may spend half of any error rate. */
const tests = 2;

/** One benchmark and unit in the rounds that have it, oldest first. */
interface Rows extends Row {
  readonly base: Series[];
  readonly head: Series[];
  readonly pairs: Pair[];
  /** Rounds in which only one side has it. */
  alone: number;
}

interface Pair {
  /** Which round, from 0. */
  readonly round: number;
  readonly base: Series;
  readonly head: Series;
}

/**
 * In the order of the rounds, base before head. A benchmark that later rounds left out (it was
 * decided) keeps the rounds it has, and the looks that were made with them. Nothing is tested with
 * fewer rounds than the first look asks for, or with fewer than two.
 */
export function compareRounds(rounds: readonly Round[], options: RoundOptions): Comparison[] {
  const rows = collect(rounds);
  const ready = rounds.length >= (options.looks[0]?.after ?? Number.POSITIVE_INFINITY);
  const results = rows.map((row) =>
    row.base.length > 0 && row.head.length > 0 ? unvarying(row.base, row.head) : null,
  );
  const byKey = new Map(rows.map((row) => [seriesKey(row.any), row]));
  const leaders = leadersOf(byKey);
  const isTested = (row: Rows, i: number) =>
    results[i] === null && row.pairs.length > 0 && !leaders.has(row);
  const noisy = rows.filter(isTested).length;
  return rows.map((row, i) => {
    if (row.pairs.length === 0) return untested(row, options);
    const result = results[i] ?? null;
    if (result !== null && row.alone === 0 && ready) return exact(row, result, options);
    const item = paired(row, options, ready, Math.max(1, noisy));
    return { ...item, ...tellerOf(row, byKey), follows: leaders.get(row) ?? null };
  });
}

/** B/s computed from sec/op is the same number again: by row, the unit of the one it follows. */
function leadersOf(byKey: ReadonlyMap<string, Rows>): ReadonlyMap<Rows, string> {
  const leaders = new Map<Rows, string>();
  for (const row of byKey.values()) {
    if (row.any.unit !== 'B/s') continue;
    const leader = byKey.get(seriesKey({ ...row.any, unit: 'sec/op' }));
    if (leader !== undefined && isSameNumber(leader, row)) leaders.set(row, leader.any.unit);
  }
  return leaders;
}

const cpuUnit = 'cpu-sec/op';

/** Of a wall time that the CPU time beside it tells as well, with less of what others do on the machine. */
function tellerOf(wall: Rows, byKey: ReadonlyMap<string, Rows>): Pick<Comparison, 'toldBy'> {
  if (wall.any.unit !== 'sec/op' || wall.alone > 0) return {};
  const cpu = byKey.get(seriesKey({ ...wall.any, unit: cpuUnit }));
  if (cpu === undefined || cpu.alone > 0 || cpu.pairs.length !== wall.pairs.length) return {};
  const times = (side: 'base' | 'head') =>
    wall.pairs.map((pair, i) => ({
      wall: median(pair[side].samples),
      cpu: median(cpu.pairs[i]?.[side].samples ?? []),
    }));
  return isCpuTime(times('base'), times('head')) ? { toldBy: cpuUnit } : {};
}

function isSameNumber(time: Rows, rate: Rows): boolean {
  const [a, b] = [time.pairs[0], rate.pairs[0]];
  if (a === undefined || b === undefined || a.round !== b.round) return false;
  const bytes = (side: 'base' | 'head') => median(a[side].samples) * median(b[side].samples);
  return Math.abs(Math.log(bytes('head') / bytes('base'))) < sameNumber;
}

/**
 * The rounds that ran all of what the first ran. Where a filter left benchmarks out, a profile is
 * of something else, and its shares are not comparable with those before.
 */
export function wholeRounds(rounds: readonly Round[]): readonly Round[] {
  const size = (round: Round) => Math.min(round.base.series.length, round.head.series.length);
  return rounds.filter((round) => size(round) >= (rounds[0] === undefined ? 0 : size(rounds[0])));
}

function collect(rounds: readonly Round[]): Rows[] {
  const rows = new Map<string, Rows>();
  rounds.forEach(({ base, head }, round) => {
    const heads = new Map(head.series.map((series) => [seriesKey(series), series]));
    const bases = new Map(base.series.map((series) => [seriesKey(series), series]));
    for (const [key, any] of [...bases, ...heads]) {
      const row = rows.get(key) ?? { any, base: [], head: [], pairs: [], alone: 0 };
      rows.set(key, row);
      if (row.pairs.at(-1)?.round === round) continue; // the head's turn of a pair
      const [series, against] = [bases.get(key), heads.get(key)];
      if (series !== undefined) row.base.push(series);
      if (against !== undefined) row.head.push(against);
      if (series !== undefined && against !== undefined)
        row.pairs.push({ round, base: series, head: against });
      else row.alone++;
    }
  });
  return [...rows.values()];
}

function paired(row: Rows, options: RoundOptions, ready: boolean, family: number): Comparison {
  const outline = blank(row.any, options);
  const both = [...row.pairs.map((pair) => pair.base), ...row.pairs.map((pair) => pair.head)];
  const scale = scaleOf(both);
  const how = summaryOptions(row.any, scale, options);
  const summaries = both.map((series) => summarise(series, how));
  const bases = summaries.slice(0, row.pairs.length);
  const heads = summaries.slice(row.pairs.length);
  const size = scale === 'log' ? 1 : Math.abs(mean(bases.map((summary) => summary.center)));
  const margin = options.margin(row.any);
  const lowerIsBetter = outline.better !== 'higher';
  const direction = worseUp({ scale, size, lowerIsBetter, margin });
  const threshold = worseUp({ scale, size, lowerIsBetter, margin: margin / marginOfThreshold });
  const differences = heads.map((summary, i) => summary.center - (bases[i]?.center ?? 0));
  // Of the rounds that the machine disturbed a median knows nothing, as the change does not. On the
  // linear scale a change is relative to the mean.
  const middle = (scale === 'log' ? median : mean)(bases.map((summary) => summary.center));
  // A side that lacks it in some rounds may lack just those that would tell.
  const whole = ready && row.alone === 0;
  const estimates = whole ? seenAt(row.pairs, differences, options, roundFloor * size) : [];
  const last = estimates.at(-1);
  const guard = floorsOfRanks * roundFloor * size;
  return {
    ...outline,
    // Medians of the sides would not divide to the change, which is of pairs: the head is shown beside
    // the base's centre.
    ...sides(both.slice(0, row.pairs.length), both.slice(row.pairs.length), [
      fromScale(middle, scale),
      fromScale(middle + hodgesLehmann(walshAverages(differences)), scale),
    ]),
    ...(last === undefined
      ? {}
      : tested(estimates, last, direction, {
          ...{ size, guard, alpha: options.alpha, family },
          threshold: threshold.step,
        })),
    test: 'paired',
    notes:
      row.alone === 0
        ? []
        : [`one side only in ${row.alone} ${row.alone === 1 ? 'round' : 'rounds'}`],
  };
}

/** The differences of the rounds that a look had: as t sees them, and as ranks do. */
interface Estimate {
  readonly weight: number;
  readonly differences: readonly number[];
  readonly mean: number;
  readonly se: number;
  readonly df: number;
  readonly walsh: Float64Array;
}

/**
 * What each look saw of this row. A look without a new round of it is not made: the row had been
 * left out because of what was seen, and to look again with more to spend would be cheating.
 */
function seenAt(
  pairs: readonly Pair[],
  differences: readonly number[],
  { looks }: RoundOptions,
  least: number,
): Estimate[] {
  const estimates: Estimate[] = [];
  let n = 0;
  for (const { after, weight } of looks) {
    const before = n;
    while ((pairs[n]?.round ?? Number.POSITIVE_INFINITY) < after) n++;
    if (n > before && n >= 2) {
      const part = differences.slice(0, n);
      const center = mean(part);
      const se = Math.max(Math.sqrt(varianceAbout(center, part) / n), least);
      const walsh = walshAverages(part);
      estimates.push({ weight, differences: part, mean: center, se, df: n - 1, walsh });
    }
  }
  return estimates;
}

const criticals = new Map<string, number>();

/** tUpperQuantile, remembered: a suite shares a few numbers of rounds and a few looks. */
function critical(alpha: number, df: number): number {
  const key = `${alpha} ${df}`;
  let t = criticals.get(key);
  if (t === undefined) {
    t = tUpperQuantile(alpha, df);
    criticals.set(key, t);
  }
  return t;
}

interface Limits {
  readonly size: number;
  /** On the scale. */
  readonly guard: number;
  readonly threshold: number;
  readonly alpha: number;
  /** Benchmarks that are tested. */
  readonly family: number;
}

function tested(
  estimates: readonly Estimate[],
  last: Estimate,
  { sign, step, back, ratio, asWorse }: ReturnType<typeof worseUp>,
  { size, guard, threshold, alpha, family }: Limits,
): Partial<Comparison> {
  const center = hodgesLehmann(last.walsh);
  const isWorse = sign * center >= 0;
  const towards = isWorse ? sign : -sign;
  const limit = isWorse ? step : back;
  const seen = estimates.map((estimate) => ({
    weight: estimate.weight,
    p: pOf(estimate, towards, limit, guard),
  }));
  const bound = sequentialBound(estimates, boundAlpha, (estimate, share) => {
    const byT = sign * estimate.mean + critical(share / tests, estimate.df) * estimate.se;
    const edge = walshBound(
      estimate.walsh,
      estimate.df + 1,
      share / tests,
      sign > 0 ? 'upper' : 'lower',
    );
    return Math.min(byT, sign * edge + guard);
  });
  const interval = intervalOf(last);
  const se = (interval[1] - interval[0]) / (2 * critical(0.025, last.df));
  const found = (alpha: number) => noncentrality(last.df, alpha / family) * Math.max(se, guard / 2);
  const asSlower = step + found((alpha * last.weight) / tests);
  // A suspect must look as large as the threshold, too.
  const asSuspect = Math.max(step + found(undecidedAlpha), threshold + usualPower * se);
  return {
    ...(size === 0 ? {} : { delta: ratio(center), own: ratio(center) }),
    p: sequentialP(seen),
    pLast: Math.min(1, family * tBeyond(last, sign, step)),
    df: last.df,
    ci: size === 0 ? null : [ratio(interval[0]), ratio(interval[1])],
    worst: asWorse(bound),
    detectable: asWorse(Math.min(asSlower, asSuspect)),
  };
}

/** One-sided p of one look, that the differences lie beyond `limit` on the side of `towards`. */
function pOf(estimate: Estimate, towards: number, limit: number, guard: number): number {
  const byT = tBeyond(estimate, towards, limit);
  const onSide = towards > 0 ? estimate.differences : estimate.differences.map((value) => -value);
  const byRanks = signedRankP(onSide, limit + guard);
  return Math.min(1, tests * Math.min(byT, byRanks));
}

function tBeyond(estimate: Estimate, towards: number, limit: number): number {
  const beyond = towards * estimate.mean - limit;
  return estimate.se > 0 ? tUpper(beyond / estimate.se, estimate.df) : beyond > 0 ? 0 : 1;
}

/** The two-sided 95 % interval by ranks; by t where so few rounds have none. */
function intervalOf({ walsh, df, mean: center, se }: Estimate): readonly [number, number] {
  const [low, high] = (['lower', 'upper'] as const).map((side) =>
    walshBound(walsh, df + 1, 0.025, side),
  ) as [number, number];
  if (Number.isFinite(low) && Number.isFinite(high)) return [low, high];
  const half = critical(0.025, df) * se;
  return [center - half, center + half];
}
