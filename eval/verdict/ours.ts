/**
 * flamegate's own gate, by the functions it ships: the stored runs of the head's environment, the
 * comparison, the adjustment and the verdicts are called as `src/gate.ts` calls them.
 */
import { compareBenchmarks } from '../../src/compare/benchmarks.ts';
import { difference } from '../../src/compare/environment.ts';
import { adjust } from '../../src/compare/multiplicity.ts';
import { resolveConfig } from '../../src/config.ts';
import { judgeComparison } from '../../src/judge/benchmarks.ts';
import { toConfirm } from '../../src/judge/confirm.ts';
import { judgeGate } from '../../src/judge/gate.ts';
import type { GateVerdict, JudgedComparison, Run, Shift } from '../../src/model.ts';
import { policyFor } from '../../src/policy.ts';
import { type ConfirmRule, confirm } from './confirm.ts';
import type { Job, PullRequest, Rule } from './pullrequest.ts';

export const config = resolveConfig();

/** The first stage: stored runs alone. */
export interface Screened {
  readonly comparisons: readonly JudgedComparison[];
  readonly verdict: GateVerdict;
  readonly shift: Shift | null;
}

const screened = new WeakMap<PullRequest, Screened>();

/** Judges a pull request against the stored runs. Remembered: two rules ask. */
export function screen(of: PullRequest): Screened {
  let answer = screened.get(of);
  if (answer === undefined) {
    answer = judge(of);
    screened.set(of, answer);
  }
  return answer;
}

function judge(of: PullRequest): Screened {
  const head = asRun(of.head);
  const base = of.history
    .map(asRun)
    .filter((run) => difference(head.environment, run.environment, config.match) === null)
    .slice(0, config.baselineRuns);
  const policy = policyFor(config);
  const { comparisons, shift } = compareBenchmarks([head], base, {
    test: config.test,
    trustSingleRun: config.trustSingleRun,
    alpha: config.alpha,
    margin: (series) => policy({ ...series, exact: false }).threshold,
    better: () => 'unknown',
  });
  const adjusted = adjust(comparisons, [], { comparison: () => true, function: () => true });
  const judged = adjusted.comparisons.map((row) =>
    judgeComparison(row, policy({ ...row, exact: row.test === 'exact' }), config.alpha),
  );
  const verdict = judgeGate({
    comparisons: judged,
    functions: [],
    profiles: [],
    shift,
    baseline: { runs: base.length, commits: [], setAside: [] },
    rounds: null,
    warnings: [],
  });
  return { comparisons: judged, verdict, shift };
}

const runs = new WeakMap<Job, Run>();

function asRun(job: Job): Run {
  let run = runs.get(job);
  if (run === undefined) {
    run = {
      commit: '',
      time: '',
      environment: { cpu: job.cpu },
      series: job.samples.map((samples, b) => ({
        package: 'eval',
        benchmark: `B${b}`,
        unit: 'sec/op',
        better: 'lower',
        exact: false,
        samples,
      })),
      tables: [],
      warnings: [],
    };
    runs.set(job, run);
  }
  return run;
}

const measured = (of: PullRequest): number =>
  of.head.samples.reduce((sum, values) => sum + values.length, 0);

export const storedOnly: Rule = {
  name: 'flamegate, stored runs only',
  needsSamples: false,
  decide: (of) => {
    const { comparisons } = screen(of);
    const open = comparisons.filter((row) => row.verdict === 'inconclusive' || row.base === null);
    return {
      flagged: comparisons.map((row) => row.verdict === 'regressed'),
      unchanged: comparisons.map((row) => row.verdict === 'unchanged'),
      undecided: open.length / comparisons.length,
      samples: measured(of),
    };
  },
};

/** What the first stage hands to the second. */
export interface ScreenRule {
  readonly p: number;
  readonly delta: number;
}

/** The benchmarks to measure again, by the policy that ships. */
export function suspects(first: Screened): number[] {
  const rounds = null;
  const judged = {
    ...first,
    functions: [],
    profiles: [],
    baseline: used(first),
    rounds,
    warnings: [],
  };
  const asked = toConfirm(judged, 'suspects', config.alpha);
  if (asked === null) return [];
  return first.comparisons.flatMap((row, b) => (asked.wanted(row) ? [b] : []));
}

const used = ({ comparisons }: Screened) => ({
  runs: Math.max(0, ...comparisons.map((row) => row.base?.runs ?? 0)),
  commits: [],
  setAside: [],
});

/** The same with other limits, to see what they do. */
export const suspectsBy =
  (rule: ScreenRule) =>
  ({ comparisons, shift }: Screened): number[] => {
    const suite = 1 + (shift?.delta ?? 0);
    const all = shift?.verdict === 'beyond-history';
    return comparisons.flatMap((row, b) => {
      const worse = (1 + (row.delta ?? 0)) / suite - 1;
      const open = row.verdict === 'regressed' || row.verdict === 'inconclusive';
      const looks = worse >= rule.delta || (worse > 0 && row.p !== null && row.p < rule.p);
      return all || row.base === null || (open && looks) ? [b] : [];
    });
  };

export function confirmed(
  name: string,
  screenBy: (first: Screened) => number[],
  rule: ConfirmRule,
): Rule {
  return {
    name,
    needsSamples: false,
    decide: (of) => {
      const first = screen(of);
      const again = new Set(screenBy(first));
      const { outcomes, samples } = confirm(of, [...again], rule);
      const open = first.comparisons.filter((row, b) =>
        again.has(b) ? outcomes.get(b) === 'undecided' : row.verdict === 'inconclusive',
      );
      return {
        flagged: first.comparisons.map((_, b) => outcomes.get(b) === 'regressed'),
        unchanged: first.comparisons.map((row, b) =>
          again.has(b) ? outcomes.get(b) === 'unchanged' : row.verdict === 'unchanged',
        ),
        undecided: open.length / first.comparisons.length,
        samples: measured(of) + samples,
      };
    },
  };
}

export function sameRunner(name: string, rule: ConfirmRule): Rule {
  return {
    name,
    needsSamples: false,
    decide: (of) => {
      const all = of.head.samples.map((_, b) => b);
      const { outcomes, samples } = confirm(of, all, rule);
      const open = all.filter((b) => outcomes.get(b) === 'undecided');
      return {
        flagged: all.map((b) => outcomes.get(b) === 'regressed'),
        unchanged: all.map((b) => outcomes.get(b) === 'unchanged'),
        undecided: open.length / all.length,
        samples,
      };
    },
  };
}
