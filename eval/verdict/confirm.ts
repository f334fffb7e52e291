/**
 * The second stage: some benchmarks run again, base and head in turn on one runner, by the
 * comparison, the adjustment and the verdicts that ship, looked at as the loop of rounds does.
 */
import { compareRounds } from '../../src/compare/benchmarks/rounds.ts';
import { adjust } from '../../src/compare/gate/multiplicity.ts';
import { judgeComparison } from '../../src/judge/benchmarks.ts';
import type { JudgedComparison } from '../../src/model/comparison.ts';
import type { Round, Run, Series } from '../../src/model/run.ts';
import type { PlannedLook } from '../../src/stats/spending.ts';
import type { Rounds } from './pullrequest.ts';

export interface ConfirmRule {
  /** When it looks; what is decided is not measured further. */
  readonly looks: readonly PlannedLook[];
  /** The slowdown that must not fail, as a ratio. */
  readonly margin: number;
  /** The slowdown the team cares about, as a ratio. */
  readonly threshold: number;
  readonly alpha: number;
}

/** The first rounds of a benchmark. */
export type RoundsOf = (benchmark: number, count: number) => Rounds;

export type Outcome = 'regressed' | 'unchanged' | 'undecided';

export interface Confirmed {
  readonly outcomes: ReadonlyMap<number, Outcome>;
  /** On both sides. */
  readonly samples: number;
}

export function confirm(
  roundsOf: RoundsOf,
  suspects: readonly number[],
  rule: ConfirmRule,
): Confirmed {
  const outcomes = new Map<number, Outcome>(suspects.map((b) => [b, 'undecided']));
  const rounds: Round[] = [];
  let samples = 0;
  for (const { after } of rule.looks) {
    const open = suspects.filter((b) => outcomes.get(b) === 'undecided');
    if (open.length === 0) break;
    samples += 2 * (after - rounds.length) * open.length;
    rounds.push(...between(roundsOf, open, rounds.length, after));
    for (const row of judged(rounds, rule)) outcomes.set(Number(row.benchmark), outcome(row));
  }
  return { outcomes, samples };
}

/** Rounds `from` to `to` of some benchmarks, as the reader of their output would give them. */
function between(
  roundsOf: RoundsOf,
  benchmarks: readonly number[],
  from: number,
  to: number,
): Round[] {
  const all = benchmarks.map((b) => ({ b, sides: roundsOf(b, to) }));
  return Array.from({ length: to - from }, (_, i): Round => {
    const run = (side: 'base' | 'head'): Run => ({
      commit: '',
      time: '',
      environment: {},
      series: all.map(({ b, sides }) => series(b, sides[side][from + i] ?? 0)),
      tables: [],
      warnings: [],
    });
    return { base: run('base'), head: run('head') };
  });
}

const series = (b: number, log: number): Series => ({
  package: 'eval',
  benchmark: String(b),
  unit: 'sec/op',
  better: 'lower',
  exact: false,
  samples: [Math.exp(log)],
});

function judged(rounds: readonly Round[], rule: ConfirmRule): JudgedComparison[] {
  const comparisons = compareRounds(rounds, {
    test: 'welch',
    alpha: rule.alpha,
    margin: () => rule.margin,
    better: () => 'unknown',
    looks: rule.looks,
  });
  const policy = { threshold: rule.threshold, gated: true };
  return adjust(comparisons, [], {
    comparison: () => true,
    function: () => true,
  }).comparisons.map((row) => judgeComparison(row, policy, { alpha: rule.alpha, suspect: 0.08 }));
}

function outcome(row: JudgedComparison): Outcome {
  if (row.verdict === 'slower') return 'regressed';
  const excluded = row.worst !== null && row.worst < row.threshold;
  return excluded || row.verdict === 'faster' ? 'unchanged' : 'undecided';
}
