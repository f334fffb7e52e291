/**
 * The rule that shipped before: one t a benchmark, pooled over main's runs with a prior that may raise
 * the variance, its tail capped at 3 degrees of freedom up to a factor of 3; Holm at .01; the suite's
 * shift taken out from 20 benchmarks on. It fails or stays undecided, so there is no amber.
 */
import { presentLevel } from '../../src/compare/benchmarks/levels.ts';
import { tUpperQuantile } from '../../src/stats/student.ts';
import { mean, median } from '../../src/stats/summary.ts';

const alpha = 0.01;
const margin = Math.log(1.05);
const prior = { sd: 0.03, df: 6 };
const tailDf = 3;
const far = Math.log(3);
const floor = 0.003;
const suiteSize = 20;
const enoughRuns = 5;

/** What Holm asks of the smallest p of a suite, as a limit of each benchmark's deviation. */
export interface Former {
  /** Benchmarks that fail, each alone. */
  readonly red: (head: readonly number[], only?: readonly number[]) => boolean[];
}

const critical = new Map<string, number>();

function criticalValue(p: number, df: number): number {
  const key = `${p} ${df}`;
  let value = critical.get(key);
  if (value === undefined) {
    value = tUpperQuantile(p, df);
    critical.set(key, value);
  }
  return value;
}

export function former(base: readonly (readonly number[])[]): Former {
  const rows = base.map((runs) => limitOf(runs, base.length));
  const medians = rows.map((row) => row.middle);
  return {
    red: (head, only = head.map((_, b) => b)) => {
      const shift =
        base.length < suiteSize ? 0 : median(head.map((value, b) => value - (medians[b] ?? 0)));
      return only.map((b) => {
        const row = rows[b];
        return row !== undefined && (head[b] ?? 0) - shift - row.mean > row.limit;
      });
    },
  };
}

const squares = (values: readonly number[]): number => {
  const middle = mean(values);
  return values.reduce((sum, value) => sum + (value - middle) ** 2, 0);
};

function limitOf(runs: readonly number[], suite: number) {
  const level = presentLevel(runs, margin);
  const [now, older] = [runs.slice(0, level), runs.slice(level)];
  const seen = squares(now) + (older.length < 2 ? 0 : squares(older));
  const df = now.length - 1 + Math.max(0, older.length - 1);
  const assumed = (seen + prior.df * prior.sd ** 2) / (df + prior.df);
  const own = now.length < enoughRuns || df === 0 ? 0 : seen / df;
  const se = Math.sqrt(Math.max(assumed, own, floor ** 2) * (1 + 1 / now.length));
  const near = margin + criticalValue(alpha / suite, tailDf) * se;
  const whole = margin + criticalValue(alpha / suite, df + prior.df) * se;
  return {
    mean: mean(now),
    middle: median(now),
    // Beyond the factor the tail is not capped.
    limit: Math.min(near, Math.max(whole, far)),
  };
}
