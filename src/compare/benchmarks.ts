/**
 * Head runs against baseline runs, one Comparison for each benchmark and unit: statistics only.
 *
 * Three ways, by what the data allow: metrics without noise are compared exactly; stored runs are
 * compared run against runs; and where the caller says that one run can be trusted (a dedicated
 * runner, or two files put side by side) sample against sample. What counts as slower, and
 * whether that fails a gate, is the judge's business: margins come in as numbers.
 */
import type { Comparison, Run, Series, Shift } from '../model.ts';
import { median } from '../stats/summary.ts';
import { type ExactResult, exactly, presentValue } from './exact.ts';
import { presentLevel } from './levels.ts';
import {
  blank,
  centre,
  commonest,
  exact,
  keyOf,
  type RowOptions,
  relative,
  scaleOf,
  sides,
  untested,
} from './row.ts';
import { enoughRuns, runLevel } from './runlevel.ts';
import { sampleLevel } from './samples.ts';
import { suiteShift } from './shift.ts';
import { type RunSummary, type Scale, summarise } from './summary.ts';

export interface BenchmarkOptions extends RowOptions {
  /** Compare samples with samples when there is one run on each side. */
  readonly trustSingleRun: boolean;
  /** The family's error rate, for the smallest detectable change. */
  readonly alpha: number;
  /** The relative change of this metric that does not matter, as a positive ratio. */
  readonly margin: (of: Series) => number;
}

export interface BenchmarkComparisons {
  /** In the newest baseline run's order, then what only the head has. */
  readonly comparisons: readonly Comparison[];
  readonly shift: Shift | null;
}

/** The same benchmark and unit in every run that has it. */
interface Row {
  readonly any: Series;
  readonly base: (Series | undefined)[];
  readonly head: Series[];
}

/** The stored runs that have the benchmark, newest first: those at main's present level first. */
interface Levelled<T> {
  readonly now: readonly T[];
  readonly older: readonly T[];
}

/** `baseline` newest first. Only the newest run's benchmarks can be missing from the head. */
export function compareBenchmarks(
  head: readonly Run[],
  baseline: readonly Run[],
  options: BenchmarkOptions,
): BenchmarkComparisons {
  const rows = pair(head, baseline);
  const measured = rows.map((row) => measure(row, options));
  const shift = suiteShift(suiteOf(measured));
  const family = Math.max(1, measured.filter((of) => of.kind === 'noisy').length);
  const comparisons = measured.map((of) => compare(of, options, shift, options.alpha / family));
  return { comparisons, shift };
}

function pair(head: readonly Run[], baseline: readonly Run[]): Row[] {
  const rows = new Map<string, Row>();
  const rowOf = (series: Series): Row => {
    const key = keyOf(series);
    let row = rows.get(key);
    if (row === undefined) {
      row = { any: series, base: [], head: [] };
      rows.set(key, row);
    }
    return row;
  };
  const [newest, ...older] = baseline;
  for (const series of newest?.series ?? []) rowOf(series).base[0] = series;
  for (const run of head) for (const series of run.series) rowOf(series).head.push(series);
  older.forEach((run, i) => {
    for (const series of run.series) {
      const row = rows.get(keyOf(series));
      if (row !== undefined) row.base[i + 1] = series;
    }
  });
  return [...rows.values()];
}

type Measured =
  | { readonly kind: 'one-sided'; readonly row: Row }
  | {
      readonly kind: 'exact';
      readonly row: Row;
      readonly base: Levelled<Series>;
      readonly result: ExactResult;
    }
  | {
      readonly kind: 'noisy';
      readonly row: Row;
      readonly base: Levelled<Series>;
      readonly scale: Scale;
      readonly summaries: Levelled<RunSummary>;
      readonly head: readonly RunSummary[];
    };

const present = <T>(values: readonly (T | undefined)[]): T[] =>
  values.filter((value): value is T => value !== undefined);

function measure(row: Row, options: BenchmarkOptions): Measured {
  const all = present(row.base);
  if (all.length === 0 || row.head.length === 0) return { kind: 'one-sided', row };
  const scale = scaleOf([...all, ...row.head]);
  const medians = options.test === 'mann-whitney';
  const summaries = all.map((of) => summarise(of.samples, scale, medians));
  const level =
    presentValue(all) ??
    presentLevel(
      summaries.map((run) => run.center),
      leastLevel(summaries, scale, options.margin(row.any)),
    );
  const base = levelled(all, level);
  const result = exactly(base.now, row.head, asBenchstat(all, row.head, options));
  if (result !== null) return { kind: 'exact', row, base, result };
  return {
    kind: 'noisy',
    row,
    base,
    scale,
    summaries: levelled(summaries, level),
    head: row.head.map((of) => summarise(of.samples, scale, medians)),
  };
}

const levelled = <T>(all: readonly T[], level: number): Levelled<T> => ({
  now: all.slice(0, level),
  older: all.slice(level),
});

/** Main moving by less than what matters is no other level. */
function leastLevel(runs: readonly RunSummary[], scale: Scale, margin: number): number {
  return scale === 'log'
    ? Math.log(1 + margin)
    : margin * Math.abs(median(runs.map((run) => run.center)));
}

const inSuite = (of: { readonly scale: Scale; readonly row: Row }): boolean =>
  of.scale === 'log' && of.row.any.unit === 'sec/op';

/** Two trusted runs under Mann-Whitney: every number is then benchstat's, exact ones included. */
const asBenchstat = (
  base: readonly Series[],
  head: readonly Series[],
  options: BenchmarkOptions,
): boolean => options.test === 'mann-whitney' && isSingle(base, head, options);

const isSingle = (
  base: readonly unknown[],
  head: readonly unknown[],
  options: BenchmarkOptions,
): boolean => options.trustSingleRun && base.length === 1 && head.length === 1;

/** The rows that carry the shift: times on the log scale (throughput is time again). */
function suiteOf(measured: readonly Measured[]): { base: number[]; head: number }[] {
  const suite: { base: number[]; head: number }[] = [];
  for (const of of measured) {
    if (of.kind !== 'noisy' || !inSuite(of)) continue;
    const level = of.summaries.now.map((run) => run.center);
    suite.push({
      // Run for run; what was before main's present level is not the machine's doing.
      base: Array.from(of.row.base, (run) =>
        run === undefined ? Number.NaN : (level.shift() ?? Number.NaN),
      ),
      head: median(of.head.map((run) => run.center)),
    });
  }
  return suite;
}

function compare(
  of: Measured,
  options: BenchmarkOptions,
  shift: Shift | null,
  alpha: number,
): Comparison {
  switch (of.kind) {
    case 'one-sided':
      return untested({ ...of.row, base: present(of.row.base) }, options);
    case 'exact':
      return unvaried(of, options);
    case 'noisy':
      return noisy(of, options, shift, alpha);
  }
}

function unvaried(
  { row, base, result }: Measured & { kind: 'exact' },
  options: BenchmarkOptions,
): Comparison {
  return {
    ...exact({ any: row.any, base: base.now, head: row.head }, result, options),
    notes: levelNote(base, commonest),
  };
}

function noisy(
  of: Measured & { kind: 'noisy' },
  options: BenchmarkOptions,
  shift: Shift | null,
  alpha: number,
): Comparison {
  const { row, scale, base, summaries } = of;
  const outline = blank(row.any, options);
  const lowerIsBetter = outline.better !== 'higher';
  const samples = sampleLevel(base.now[0]?.samples ?? [], row.head[0]?.samples ?? [], {
    scale,
    test: options.test,
    lowerIsBetter,
    alpha,
  });
  if (isSingle(base.now, of.head, options)) {
    return {
      ...outline,
      ...sides(base.now, row.head, samples.centers),
      ...samples,
      test: options.test,
    };
  }
  const level = runLevel(summaries.now, of.head, summaries.older, {
    scale,
    lowerIsBetter,
    margin: options.margin(row.any),
    shift: shift !== null && inSuite(of) ? Math.log(1 + shift.delta) : 0,
    alpha,
  });
  return {
    ...outline,
    ...sides(base.now, row.head, [centre(summaries.now, scale), centre(of.head, scale)]),
    ci: level.ci,
    worst: level.worst,
    p: level.p,
    df: level.df,
    test: 'run-level',
    within: samples.p === null ? null : { test: options.test, p: samples.p, df: samples.df },
    detectable: level.detectable,
    reach: level.reach,
    notes: [
      ...notes([...summaries.now, ...of.head], level.borrowed ? base.now.length : null),
      ...levelNote(summaries, (runs) => centre(runs, scale)),
    ],
  };
}

/** That main was elsewhere before, and how many runs ago it went where it is. */
function levelNote<T>({ now, older }: Levelled<T>, center: (runs: readonly T[]) => number) {
  if (older.length === 0) return [];
  const moved = relative(center(older), center(now));
  const size = moved === null ? '' : ` by ${moved < 0 ? '' : '+'}${(moved * 100).toFixed(1)} %`;
  return [`main itself changed${size} ${now.length} runs ago: compared with the runs since`];
}

/** What the reader must know of the row; `borrowed` is the number of runs when too few. */
function notes(runs: readonly RunSummary[], borrowed: number | null): string[] {
  const said: string[] = [];
  if (runs.some((run) => run.wild)) {
    said.push('a sample over 5 MAD away: the median of its run is used');
  }
  if (borrowed !== null) {
    said.push(`the variance between runs is partly assumed: ${borrowed} of ${enoughRuns} runs`);
  }
  return said;
}
