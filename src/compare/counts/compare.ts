/** Counted sides become a row like any other: its centres, its change, and whether that is beyond chance. */
import type { Comparison, Side } from '../../model/comparison.ts';
import type { CountedBenchmark } from '../../model/counts.ts';
import { unfilled } from '../benchmarks/row.ts';
import { boundsOf, centre } from './tolerance.ts';

export const unit = 'instructions/op';

/** `threshold`: the change that the team cares about; no smaller one is said to be seen. */
export function countedRow(of: Omit<CountedBenchmark, 'functions'>, threshold: number): Comparison {
  const side = (runs: readonly number[]): Side | null =>
    runs.length === 0 ? null : { center: centre(runs), n: runs.length, runs: runs.length };
  const [base, head] = [side(of.base), side(of.head)];
  const { package: from, benchmark, tolerance, spread } = of;
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
    ...boundsOf(of.base, of.head),
    // As for a metric that never varies: changed for sure, or not.
    p: Math.abs(delta) > tolerance ? 0 : 1,
    test: 'counted',
    detectable: Math.max(tolerance, threshold),
    spread,
  };
}
