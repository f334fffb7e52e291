/**
 * What every rule is asked about: the runs of main, the run of a pull request, and what the same
 * runner would show if base and head were run on it in turn.
 */

/** What one CI job measured. */
export interface Job {
  readonly cpu: string;
  /** Values of each benchmark (seconds, or any positive unit), at least one. */
  readonly samples: readonly (readonly number[])[];
}

/** Rounds on one runner: logarithms of what base and head took, one of each a round. */
export interface Rounds {
  readonly base: readonly number[];
  readonly head: readonly number[];
}

export interface PullRequest {
  /** Runs of main on whatever machine they got, newest first. */
  readonly history: readonly Job[];
  readonly head: Job;
  /** The same commit measured once more by a job of its own, on a machine of the same kind. */
  readonly again?: Job;
  /** The first `count` rounds of one benchmark on one runner. */
  readonly rounds: (benchmark: number, count: number) => Rounds;
}

/** Stored runs of the head's CPU model, newest first. */
export const sameCpu = (of: PullRequest, most: number): Job[] =>
  of.history.filter((job) => job.cpu === of.head.cpu).slice(0, most);
