/**
 * Head runs against baseline runs, one Comparison for each benchmark and unit: statistics only.
 *
 * Three ways, by what the data allow: metrics without noise are compared exactly; stored runs are
 * compared run against runs, the suite as a whole (storedruns.ts); and where the caller says that one run
 * can be trusted (two files put side by side) sample against sample. What counts as slower, and whether
 * that fails a gate, is the judge's business: margins come in as numbers.
 */
import type { Comparison } from '../../model/comparison.ts';
import { seriesKey } from '../../model/keys.ts';
import type { Run, Series } from '../../model/run.ts';
import { median } from '../../stats/summary.ts';
import { type ExactResult, exactly, presentValue } from './exact.ts';
import { presentLevel } from './levels.ts';
import {
  blank,
  changedInBase,
  commonest,
  exact,
  type RowOptions,
  relative,
  scaleOf,
  sides,
  summaryOptions,
  untested,
} from './row.ts';
import { sampleLevel } from './samples.ts';
import { type Against, compareStored, type StoredRow } from './storedruns.ts';
import { type Scale, summarise } from './summary.ts';

export interface BenchmarkOptions extends RowOptions {
  /** Compare samples with samples when there is one run on each side. */
  readonly trustSingleRun: boolean;
  /** How often the gate may be wrong about clean code: about what fails it, and about suspects. */
  readonly alpha: number;
  readonly suspect: number;
  /** What kind of machine measured the stored runs. */
  readonly host: 'shared' | 'dedicated' | 'learned';
  /** The stored runs are known to be of the head's kind of machine. */
  readonly machineKnown: boolean;
  /** The relative change of this metric that matters, and whether the gate judges it. */
  readonly policy: (series: Series) => { readonly threshold: number; readonly gated: boolean };
}

export interface BenchmarkComparisons extends Against {
  /** In the newest baseline run's order, then what only the head has. */
  readonly comparisons: readonly Comparison[];
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
  const commits = baseline.map(({ commit }) => commit);
  const measured = pair(head, baseline).map((row) => measure(row, commits, options));
  const stored = measured.flatMap((item) => (item.kind === 'stored' ? [item.row] : []));
  const { comparisons: tested, ...against } = compareStored(stored, options);
  let next = 0;
  const comparisons = measured.map((item) =>
    // One for each of `stored`, in order.
    item.kind === 'stored' ? (tested[next++] as Comparison) : alone(item, options),
  );
  return { comparisons, ...against };
}

/** Rows that need nothing but themselves. */
function alone(item: Exclude<Measured, { kind: 'stored' }>, options: BenchmarkOptions): Comparison {
  switch (item.kind) {
    case 'one-sided':
      return untested({ ...item.row, base: present(item.row.base) }, options);
    case 'exact':
      return unvaried(item, options);
    case 'samples':
      return sampled(item, options);
  }
}

function pair(head: readonly Run[], baseline: readonly Run[]): Row[] {
  const rows = new Map<string, Row>();
  const rowOf = (series: Series): Row => {
    const key = seriesKey(series);
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
      const row = rows.get(seriesKey(series));
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
      /** Of the oldest run at the present level. */
      readonly since: string;
    }
  | { readonly kind: 'samples'; readonly row: Row; readonly base: Series; readonly scale: Scale }
  | { readonly kind: 'stored'; readonly row: StoredRow };

const present = <T>(values: readonly (T | undefined)[]): T[] =>
  values.filter((value): value is T => value !== undefined);

/** `commits` of the stored runs, newest first. */
function measure(row: Row, commits: readonly string[], options: BenchmarkOptions): Measured {
  const all = present(row.base);
  const [newest] = all;
  if (newest === undefined || row.head.length === 0) return { kind: 'one-sided', row };
  const scale = scaleOf([...all, ...row.head]);
  const how = summaryOptions(row.any, scale, options);
  const summaries = all.map((series) => summarise(series, how));
  const centers = summaries.map((summary) => summary.center);
  const { threshold } = options.policy(row.any);
  const level = presentValue(all) ?? presentLevel(centers, leastLevel(centers, scale, threshold));
  const base = levelled(all, level);
  const since = commits[row.base.indexOf(base.now.at(-1))] ?? '';
  const result = exactly(base.now, row.head, asBenchstat(all, row.head, options));
  if (result !== null) return { kind: 'exact', row, base, result, since };
  if (isSingle(all, row.head, options)) return { kind: 'samples', row, base: newest, scale };
  let next = 0;
  return {
    kind: 'stored',
    row: {
      any: row.any,
      base: all,
      head: row.head,
      scale,
      level,
      since,
      bases: row.base.map((series) => (series === undefined ? undefined : summaries[next++])),
      heads: row.head.map((series) => summarise(series, how)),
    },
  };
}

const levelled = <T>(all: readonly T[], level: number): Levelled<T> => ({
  now: all.slice(0, level),
  older: all.slice(level),
});

/** Main moving by less than what matters is no other level. */
const leastLevel = (centers: readonly number[], scale: Scale, margin: number): number =>
  scale === 'log' ? Math.log(1 + margin) : margin * Math.abs(median(centers));

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

function unvaried(
  { row, base, result, since }: Measured & { kind: 'exact' },
  options: BenchmarkOptions,
): Comparison {
  return {
    ...exact({ any: row.any, base: base.now, head: row.head }, result, options),
    ...(base.older.length === 0
      ? { notes: [] }
      : changedInBase({
          delta: relative(commonest(base.older), commonest(base.now)),
          runs: base.now.length,
          commit: since,
        })),
  };
}

function sampled(
  { row, base, scale }: Measured & { kind: 'samples' },
  options: BenchmarkOptions,
): Comparison {
  const outline = blank(row.any, options);
  const { centers, ...level } = sampleLevel(base.samples, row.head[0]?.samples ?? [], {
    scale,
    test: options.test,
    lowerIsBetter: outline.better !== 'higher',
    alpha: options.alpha,
  });
  const both = sides([base], row.head, centers);
  // What is found must also matter.
  const least = options.policy(row.any).threshold;
  const detectable = level.detectable === null ? null : Math.max(least, level.detectable);
  return { ...outline, ...both, own: both.delta, ...level, detectable, test: options.test };
}
