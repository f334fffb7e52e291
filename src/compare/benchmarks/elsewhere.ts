/**
 * Metrics that no hardware changes, compared where every stored run is of other hardware: exactly, or not at all.
 */
import type { Comparison } from '../../model/comparison.ts';
import { instructionsUnit } from '../../model/counts.ts';
import { seriesKey } from '../../model/keys.ts';
import type { Run, Series } from '../../model/run.ts';
import { type BenchmarkOptions, compareBenchmarks } from './compare.ts';

const sameEverywhere = new Set(['allocs/op', 'B/op', instructionsUnit]);

const isSameEverywhere = (series: Series): boolean =>
  series.exact || sameEverywhere.has(series.unit);

/** `rows` of the head alone, with those in their place that other hardware's runs can tell. */
export function withElsewhere(
  rows: readonly Comparison[],
  head: readonly Run[],
  elsewhere: readonly Run[],
  options: BenchmarkOptions,
): readonly Comparison[] {
  if (elsewhere.length === 0) return rows;
  const only = (runs: readonly Run[]) =>
    runs.map((run) => ({ ...run, series: run.series.filter(isSameEverywhere) }));
  const { comparisons } = compareBenchmarks(only(head), only(elsewhere), options);
  const told = new Map(
    comparisons.flatMap((row) => (row.test === 'exact' ? [[seriesKey(row), row] as const] : [])),
  );
  return rows.map((row) => told.get(seriesKey(row)) ?? row);
}
