/**
 * The rules other tools gate with, on the data they gate with. Written from their documentation;
 * each says where. All look for slower only, and answer slower or not.
 */
import { mannWhitney } from '../../src/stats/mannwhitney.ts';
import { normalQuantile } from '../../src/stats/normal.ts';
import { tQuantile } from '../../src/stats/student.ts';
import { mean, median, quantile, variance } from '../../src/stats/summary.ts';
import { welch } from '../../src/stats/welch.ts';
import type { Job, PullRequest, Rule } from './pullrequest.ts';

/** A rule that looks at one benchmark at a time. */
function rule(
  name: string,
  needsSamples: boolean,
  slower: (head: readonly number[], history: readonly (readonly number[])[]) => boolean,
  jobs: (of: PullRequest) => readonly Job[] = (of) => of.history,
): Rule {
  return {
    name,
    needsSamples,
    decide: (of) => {
      const chosen = jobs(of);
      const flagged = of.head.samples.map((head, b) => {
        const history = chosen.map((job) => job.samples[b] ?? []);
        return history.length > 0 && slower(head, history);
      });
      const samples = of.head.samples.reduce((sum, values) => sum + values.length, 0);
      return { flagged, undecided: 0, samples };
    },
  };
}

const newestOfCpu = (of: PullRequest): Job[] =>
  of.history.filter((job) => job.cpu === of.head.cpu).slice(0, 1);

/** github-action-benchmark: `alert-threshold` (default 200 %) on one value against the last one. */
const ratio = (limit: number) =>
  rule(
    `ratio > ${Math.round(limit * 100)} % of the last run`,
    false,
    (head, [last = []]) => mean(head) > limit * mean(last),
  );

/** benchstat: Mann-Whitney at .05 against the last run; a script then greps for the delta. */
const benchstat = (name: string, least: number, jobs?: (of: PullRequest) => readonly Job[]) =>
  rule(
    name,
    true,
    (head, [last = []]) => {
      const delta = median(head) / median(last) - 1;
      return delta > 0 && delta >= least && mannWhitney(last, head).p < 0.05;
    },
    jobs,
  );

const log = (values: readonly number[]): number[] => values.map((value) => Math.log(value));

const welchFive = rule('Welch p < .05 and +5 %', true, (head, [last = []]) => {
  const test = welch(log(head), log(last));
  return test !== null && test.p < 0.05 && test.difference >= Math.log(1.05);
});

/** What a tool keeps of past runs: one value each, at most 64 (Bencher's examples). */
const past = (history: readonly (readonly number[])[]): number[] =>
  history.slice(0, 64).map((samples) => mean(samples));

/** Bencher's `t_test`, upper boundary .99: the prediction interval of one more value. */
const bencherT = rule('Bencher t-test, boundary .99', false, (head, history) => {
  const values = past(history);
  if (values.length < 2) return false;
  const reach = tQuantile(0.99, values.length - 1) * Math.sqrt(1 + 1 / values.length);
  return mean(head) > mean(values) + reach * Math.sqrt(variance(values));
});

/** Bencher's `z_score`, upper boundary .977: two standard deviations. */
const bencherZ = rule('Bencher z-score, boundary .977', false, (head, history) => {
  const values = past(history);
  if (values.length < 2) return false;
  return mean(head) > mean(values) + normalQuantile(0.977) * Math.sqrt(variance(values));
});

/** Bencher's `percentage`: above the mean of the past by so much. */
const bencherPercentage = rule('Bencher percentage, +10 %', false, (head, history) => {
  const values = past(history);
  return mean(head) > 1.1 * mean(values);
});

/**
 * rustc-perf: a change is significant beyond Q3 + 3 IQR of the sizes of past changes between
 * one run and the next (at most 100).
 */
const rustcPerf = rule('rustc-perf, Q3 + 3 IQR of past changes', false, (head, history) => {
  const values = history.slice(0, 101).map((samples) => mean(samples));
  const [last = 0] = values;
  const sizes = values.slice(0, -1).map((value, i) => {
    const before = values[i + 1] ?? value;
    return Math.abs(value - before) / before;
  });
  if (sizes.length < 4) return false;
  const [q1, q3] = [quantile(sizes, 0.25), quantile(sizes, 0.75)];
  return (mean(head) - last) / last > q3 + 3 * (q3 - q1);
});

export const rivals: readonly Rule[] = [
  ratio(2),
  ratio(1.1),
  benchstat('benchstat, any delta', 0),
  benchstat('benchstat, any delta, last run of the same CPU', 0, newestOfCpu),
  benchstat('benchstat and +5 %', 0.05),
  welchFive,
  bencherT,
  bencherZ,
  bencherPercentage,
  rustcPerf,
];
