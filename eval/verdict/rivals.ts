/**
 * The rules other tools gate with. Written from their documentation; each says where. All look at one
 * benchmark at a time, for slower only, and answer slower or not. They are given the runs of the
 * head's own machine, which the tools themselves do not choose: kinder than life.
 */
import { mannWhitney } from '../../src/stats/mannwhitney.ts';
import { tQuantile } from '../../src/stats/student.ts';
import { mean, median, variance } from '../../src/stats/summary.ts';
import { welch } from '../../src/stats/welch.ts';

export interface Rival {
  readonly name: string;
  /** Needs several samples a run, not one value. */
  readonly needsSamples: boolean;
  /** One benchmark: the head's samples against the stored runs', newest first. */
  readonly slower: (head: readonly number[], history: readonly (readonly number[])[]) => boolean;
}

/** github-action-benchmark: `alert-threshold` (default 200 %) on one value against the last one. */
const ratio = (limit: number): Rival => ({
  name: `github-action-benchmark, ${limit * 100} %`,
  needsSamples: false,
  slower: (head, [last = []]) => mean(head) > limit * mean(last),
});

/** Bencher's `t_test`, upper boundary .99: the prediction interval of one more of at most 64 values. */
const bencher: Rival = {
  name: 'Bencher t-test, .99',
  needsSamples: false,
  slower: (head, history) => {
    const values = history.slice(0, 64).map((samples) => mean(samples));
    if (values.length < 2) return false;
    const reach = tQuantile(0.99, values.length - 1) * Math.sqrt(1 + 1 / values.length);
    return mean(head) > mean(values) + reach * Math.sqrt(variance(values));
  },
};

/** benchstat: Mann-Whitney at .05 against the last run; a script then greps for the delta. */
const benchstat: Rival = {
  name: 'benchstat and +5 %',
  needsSamples: true,
  slower: (head, [last = []]) =>
    median(head) >= 1.05 * median(last) && mannWhitney(last, head).p < 0.05,
};

const log = (values: readonly number[]): number[] => values.map((value) => Math.log(value));

const welchFive: Rival = {
  name: 'Welch p < .05 and +5 %',
  needsSamples: true,
  slower: (head, [last = []]) => {
    const test = welch(log(head), log(last));
    return test !== null && test.p < 0.05 && test.difference >= Math.log(1.05);
  },
};

export const rivals: readonly Rival[] = [ratio(1.5), ratio(2), bencher, benchstat, welchFive];
