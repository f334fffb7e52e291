/** Counted sides become a row like any other: its centres, its change, and whether that is beyond chance. */
import type { Comparison, Side } from '../../model/comparison.ts';
import { type CountedBenchmark, type CountedMetric, instructionsUnit } from '../../model/counts.ts';
import { unfilled } from '../benchmarks/row.ts';
import { boundsOf, centre } from './tolerance.ts';

/** `threshold`: the change that the team cares about; no smaller one is said to be seen. */
export function countedRow(
  item: Omit<CountedBenchmark, 'functions' | 'metrics'> & { readonly unit?: string },
  threshold: number,
): Comparison {
  const side = (runs: readonly number[]): Side | null =>
    runs.length === 0 ? null : { center: centre(runs), n: runs.length, runs: runs.length };
  const [base, head] = [side(item.base), side(item.head)];
  const { package: from, benchmark, tolerance, spread, unit = instructionsUnit } = item;
  const row: Comparison = {
    ...{ package: from, benchmark, unit, better: 'lower' },
    ...unfilled,
    ...{ base, head },
  };
  if (base === null || head === null || tolerance === null || spread === null) return row;
  const delta = head.center / base.center - 1;
  return {
    ...row,
    delta,
    own: delta,
    ...boundsOf(item.base, item.head),
    // As for a metric that never varies: changed for sure, or not.
    p: Math.abs(delta) > tolerance ? 0 : 1,
    test: 'counted',
    detectable: Math.max(tolerance, threshold),
    spread,
  };
}

/** What was counted beside instructions, a row each. Without a single one on a side there is no ratio. */
export function metricRow(
  benchmark: Omit<CountedBenchmark, 'functions' | 'metrics'>,
  metric: CountedMetric,
  threshold: number,
): Comparison {
  const row = countedRow({ ...benchmark, ...metric }, threshold);
  const isSome = [row.base, row.head].every((side) => side === null || side.center > 0);
  if (isSome) return row;
  const nothing = { delta: null, own: null, ci: null, worst: null, p: null, detectable: null };
  return { ...row, ...nothing, better: 'unknown', spread: 0 };
}
