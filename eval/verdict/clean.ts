/**
 * A clean pull request, whose code did not change, as every rule is asked about it: a suite's runs of
 * main on the head's machine, in the order they were measured, and the head.
 */
import { centre, within } from './centre.ts';
import type { Job, PullRequest, Rounds } from './pullrequest.ts';

export interface Within {
  readonly base: readonly (readonly number[])[];
  readonly head: readonly number[];
}

export interface Clean {
  /** The logarithm of each stored run's centre, by benchmark, newest first. */
  readonly base: readonly (readonly number[])[];
  readonly head: readonly number[];
  /** How far the samples lie apart within each run; NaN where one value is all there is. */
  readonly within: Within;
  /** Which head run: suites cut out of one run are no independent trials. */
  readonly group: number;
  /** What was measured, by the same indices, for rules that do not begin with a centre. */
  readonly samples: {
    readonly base: readonly (readonly (readonly number[])[])[];
    readonly head: readonly (readonly number[])[];
  };
  /** The same commit measured once more by another job, where the data have that. */
  readonly again?: { readonly head: readonly number[]; readonly within: readonly number[] };
  /** Base and head in turn on one machine. */
  readonly rounds?: (benchmark: number, count: number) => Rounds;
}

/** Of stored runs of the head's machine, newest first. */
export function cleanOf(
  jobs: readonly Job[],
  head: Job,
  group: number,
  more: Pick<Clean, 'again' | 'rounds'> = {},
): Clean {
  const base = head.samples.map((_, b) => jobs.map((job) => job.samples[b] ?? []));
  return {
    base: base.map((runs) => runs.map(centre)),
    head: head.samples.map(centre),
    within: { base: base.map((runs) => runs.map(within)), head: head.samples.map(within) },
    group,
    samples: { base, head: head.samples },
    ...more,
  };
}

export const asClean = (of: PullRequest, group: number, runs: number): Clean =>
  cleanOf(
    of.history.filter((job) => job.cpu === of.head.cpu).slice(0, runs),
    of.head,
    group,
    of.again === undefined
      ? { rounds: of.rounds }
      : { rounds: of.rounds, again: measured(of.again) },
  );

/** A job, as `Clean.again` has it. */
export const measured = (job: Job) => ({
  head: job.samples.map(centre),
  within: job.samples.map(within),
});

/** Only the newest runs of it. */
export const newest = (of: Clean, runs: number): Clean => ({
  ...of,
  base: of.base.map((row) => row.slice(0, runs)),
  within: { ...of.within, base: of.within.base.map((row) => row.slice(0, runs)) },
  samples: { ...of.samples, base: of.samples.base.map((row) => row.slice(0, runs)) },
});

/** How many stored runs it has. */
export const runsOf = (of: Clean): number => of.base[0]?.length ?? 0;

/** Some benchmarks slower by a ratio, on the scale. */
export function slower(
  head: readonly number[],
  benchmarks: readonly number[],
  by: number,
): number[] {
  const slow = [...head];
  for (const b of benchmarks) slow[b] = (slow[b] ?? 0) + Math.log(1 + by);
  return slow;
}
