/**
 * The second stage: some benchmarks run again, base and head in turn on one runner.
 *
 * The unit is the round: the log ratio of its two sides, a paired t against a margin, one-sided,
 * Holm over what is measured. It stands in for `src/measure/`, whose statistics it states.
 */
import { holm } from '../../src/stats/holm.ts';
import { tQuantile } from '../../src/stats/student.ts';
import { mean, variance } from '../../src/stats/summary.ts';
import { tTest } from '../../src/stats/ttest.ts';
import { welch } from '../../src/stats/welch.ts';
import type { PullRequest } from './pullrequest.ts';

export interface ConfirmRule {
  /** Rounds after which it looks; what is decided is not measured further. */
  readonly looks: readonly number[];
  /** The slowdown that does not matter, as a ratio. */
  readonly margin: number;
  /** The slowdown the team cares about, as a ratio. */
  readonly threshold: number;
  /** Besides the evidence: nothing, the estimate, or only that the interval reaches it. */
  readonly reaches: 'anything' | 'estimate' | 'bound';
  readonly test: 'paired' | 'welch';
  /** Split evenly over the looks (Bonferroni). */
  readonly alpha: number;
}

export type Outcome = 'regressed' | 'unchanged' | 'undecided';

export interface Confirmed {
  readonly outcomes: ReadonlyMap<number, Outcome>;
  /** On both sides. */
  readonly samples: number;
}

/** Runs of both sides of a round never weigh less than this apart (log scale). */
const floor = 0.002;

export function confirm(
  of: PullRequest,
  suspects: readonly number[],
  rule: ConfirmRule,
): Confirmed {
  const outcomes = new Map<number, Outcome>(suspects.map((b) => [b, 'undecided']));
  const alpha = rule.alpha / rule.looks.length;
  const limit = Math.log(1 + rule.threshold);
  let samples = 0;
  let before = 0;
  for (const rounds of rule.looks) {
    const open = suspects.filter((b) => outcomes.get(b) === 'undecided');
    samples += 2 * (rounds - before) * open.length;
    before = rounds;
    const tests = open.map((b) => look(of, b, rounds, rule));
    // Holm over all suspects, those decided before too: a family does not shrink by looking.
    const rest = suspects.length - open.length;
    const adjusted = holm([...tests.map((test) => test.p), ...Array<number>(rest).fill(1)]);
    open.forEach((b, i) => {
      const test = tests[i];
      if (test === undefined) return;
      const upper = test.difference + tQuantile(0.95, test.df) * test.se;
      const evident = (adjusted[i] ?? 1) < alpha;
      const big =
        rule.reaches === 'anything' ||
        (rule.reaches === 'estimate' ? test.difference >= limit : upper >= limit);
      if (evident && big) outcomes.set(b, 'regressed');
      else if (upper < limit) outcomes.set(b, 'unchanged');
    });
  }
  return { outcomes, samples };
}

function look(of: PullRequest, benchmark: number, count: number, rule: ConfirmRule) {
  const { base, head } = of.rounds(benchmark, count);
  const margin = Math.log(1 + rule.margin);
  if (rule.test === 'welch') {
    const test = welch(head, base, { margin, alternative: 'greater' });
    if (test === null) throw new Error('a look needs two rounds');
    return test;
  }
  const differences = head.map((value, i) => value - (base[i] ?? 0));
  const se = Math.max(Math.sqrt(variance(differences) / count), floor);
  return tTest(mean(differences), se, count - 1, { margin, alternative: 'greater' });
}
