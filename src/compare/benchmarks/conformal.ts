/**
 * A second opinion that assumes nothing of the distribution: how unusual is the head among the
 * stored runs, judged by its worst benchmark?
 *
 * Every run in turn is taken out and compared with the others; T is the largest standardised
 * worsening over the suite. If the head is like the stored runs (exchangeable with them), its T
 * is as likely to have any rank as another, whatever the tails and whatever the benchmarks have in
 * common. So p = #{T_j >= T_head} / (K + 1), at least 1 / (K + 1): conformal prediction (Vovk,
 * Gammerman and Shafer, 2005) with the maximum as the nonconformity score (Westfall and Young,
 * 1993, for the maximum of tests).
 */
import type { Run } from '../../model/run.ts';
import type { Conformal } from '../../model/selfcheck.ts';
import { mean, variance } from '../../stats/summary.ts';
import { summarise } from './summary.ts';

/** The spread of a benchmark's runs is never taken below this (log scale), as in the gate. */
const runFloor = 0.003;

/** Null with fewer than three stored runs, or without a benchmark that all runs share. */
export function conformal(head: Run, baseline: readonly Run[]): Conformal | null {
  if (baseline.length < 3) return null;
  const rows = shared([head, ...baseline]);
  if (rows.length === 0) return null;
  const scores = [head, ...baseline].map((_, i) => worstOf(rows, i));
  const own = scores[0] ?? 0;
  const atLeast = scores.filter((score) => score >= own).length;
  return { p: atLeast / scores.length, runs: baseline.length, benchmarks: rows.length };
}

/** The log centres of each benchmark that all runs have, worse upwards. */
function shared(runs: readonly Run[]): number[][] {
  const rows = new Map<string, number[]>();
  for (const run of runs) {
    for (const series of run.series) {
      const { package: from, benchmark, unit, better, samples } = series;
      if (better === 'unknown' || samples.some((value) => value <= 0)) continue;
      const moreIsBetter = better === 'higher';
      const { center } = summarise(series, { scale: 'log', medians: false, moreIsBetter });
      const key = `${from}\0${benchmark}\0${unit}`;
      const row = rows.get(key) ?? [];
      row.push(moreIsBetter ? -center : center);
      rows.set(key, row);
    }
  }
  return [...rows.values()].filter((row) => row.length === runs.length);
}

/** The largest standardised worsening of run i against the others. */
function worstOf(rows: readonly (readonly number[])[], i: number): number {
  let worst = Number.NEGATIVE_INFINITY;
  for (const row of rows) {
    const others = row.filter((_, j) => j !== i);
    const spread = Math.sqrt(Math.max(variance(others), runFloor ** 2));
    worst = Math.max(worst, ((row[i] ?? 0) - mean(others)) / spread);
  }
  return worst;
}
