/**
 * What every comparison of one benchmark and unit is made of, however it is tested: its name, its
 * two sides, and the rows that need no test because a side is absent or the metric never varies.
 */
import type { ChangeInBase, Comparison, Side } from '../../model/comparison.ts';
import type { Better, Series } from '../../model/run.ts';
import type { ExactResult } from './exact.ts';
import {
  fromScale,
  type RunSummary,
  type Scale,
  type SummaryOptions,
  summarise,
} from './summary.ts';

/** One benchmark and unit: the runs that have it. */
export interface Row {
  readonly any: Series;
  readonly base: readonly Series[];
  readonly head: readonly Series[];
}

export interface RowOptions {
  readonly test: 'welch' | 'mann-whitney';
  /** The direction of a unit that carries none itself. */
  readonly better: (unit: string) => Better;
}

/** Logarithms where every value has one. */
export const scaleOf = (runs: readonly Series[]): Scale =>
  runs.every((series) => series.samples.every((value) => value > 0)) ? 'log' : 'linear';

/** The direction of a metric: its own, else the configuration's. */
export const directionOf = (any: Series, options: RowOptions): Better =>
  any.better === 'unknown' ? options.better(any.unit) : any.better;

export const summaryOptions = (any: Series, scale: Scale, options: RowOptions): SummaryOptions => ({
  scale,
  medians: options.test === 'mann-whitney',
  moreIsBetter: directionOf(any, options) === 'higher',
});

/** All of a comparison that a test would fill in. */
export const unfilled = {
  base: null,
  head: null,
  delta: null,
  own: null,
  ci: null,
  worst: null,
  p: null,
  pAdjusted: null,
  df: null,
  test: 'none',
  limits: null,
  detectable: null,
  follows: null,
  notes: [],
} as const;

/** A comparison in which nothing is filled in but its name. */
export function blank(any: Series, options: RowOptions): Comparison {
  const { package: from, benchmark, unit } = any;
  return { package: from, benchmark, unit, better: directionOf(any, options), ...unfilled };
}

const count = (runs: readonly Series[]): number =>
  runs.reduce((sum, series) => sum + series.samples.length, 0);

/** Only one side has it, or the two sides cannot be tested against each other. */
export function untested(row: Row, options: RowOptions): Comparison {
  const side = (runs: readonly Series[]): Side | null => {
    if (runs.length === 0) return null;
    const scale = scaleOf(runs);
    const how = summaryOptions(row.any, scale, options);
    // Nothing is compared: every sample counts.
    const summaries = runs.map(({ samples }) => summarise({ samples }, how));
    return { center: centre(summaries, scale), n: count(runs), runs: runs.length };
  };
  return { ...blank(row.any, options), base: side(row.base), head: side(row.head) };
}

/** A metric without noise. */
export function exact(row: Row, result: ExactResult, options: RowOptions): Comparison {
  const outline = blank(row.any, options);
  const away = outline.better === 'higher' ? result.range && -result.range[0] : result.range?.[1];
  return {
    ...outline,
    ...sides(row.base, row.head, [commonest(row.base), commonest(row.head)]),
    own: relative(commonest(row.base), commonest(row.head)),
    ci: result.range,
    worst: away ?? null,
    p: result.differs ? 0 : 1,
    test: 'exact',
  };
}

/** Both sides and the change from one to the other. */
export function sides(
  base: readonly Series[],
  head: readonly Series[],
  [baseCenter, headCenter]: readonly [number, number],
): { readonly base: Side; readonly head: Side; readonly delta: number | null } {
  return {
    base: { center: baseCenter, n: count(base), runs: base.length },
    head: { center: headCenter, n: count(head), runs: head.length },
    delta: relative(baseCenter, headCenter),
  };
}

/** The most frequent value, the smallest of several: what benchstat calls an exact value. */
export function commonest(runs: readonly Series[]): number {
  const values = runs.flatMap((series) => [...series.samples]);
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  let best = Number.POSITIVE_INFINITY;
  for (const [value, times] of counts) {
    const most = counts.get(best) ?? 0;
    if (times > most || (times === most && value < best)) best = value;
  }
  return best;
}

/** The mean of runs' summaries, off the scale again. */
const centre = (runs: readonly RunSummary[], scale: Scale): number =>
  fromScale(runs.reduce((sum, run) => sum + run.center, 0) / runs.length, scale);

/** head / base - 1; null where that has no value. Relative to the size of a negative base. */
export function relative(base: number, head: number): number | null {
  if (base === head) return 0;
  return base === 0 ? null : (head - base) / Math.abs(base);
}

/** That the base itself changed, and the note of it; `delta` as from `relative`. */
export function changedInBase(change: ChangeInBase): Pick<Comparison, 'changedInBase' | 'notes'> {
  const { delta, runs } = change;
  const size = delta === null ? '' : ` by ${delta < 0 ? '' : '+'}${(delta * 100).toFixed(1)} %`;
  const note = `the base itself changed${size} ${runs} runs ago: compared with the runs since`;
  return { changedInBase: change, notes: [note] };
}
