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
  /** Benchmarks that really changed, in real data: to flag these is not false. */
  readonly changed?: readonly boolean[];
  /** The first `count` rounds of one benchmark on one runner. */
  readonly rounds: (benchmark: number, count: number) => Rounds;
}

/** The pull request with some benchmarks slower by a ratio (0.05 is +5 %). */
export function slowed(of: PullRequest, benchmarks: readonly number[], by: number): PullRequest {
  const chosen = new Set(benchmarks);
  const shift = Math.log(1 + by);
  return {
    ...of,
    head: {
      cpu: of.head.cpu,
      samples: of.head.samples.map((values, b) =>
        chosen.has(b) ? values.map((value) => value * (1 + by)) : values,
      ),
    },
    rounds: (benchmark, count) => {
      const rounds = of.rounds(benchmark, count);
      if (!chosen.has(benchmark)) return rounds;
      return { base: rounds.base, head: rounds.head.map((value) => value + shift) };
    },
  };
}

/** Stored runs of the head's CPU model, newest first. */
export const sameCpu = (of: PullRequest, most: number): Job[] =>
  of.history.filter((job) => job.cpu === of.head.cpu).slice(0, most);

/** What a rule says of one pull request. */
export interface Decision {
  /** Benchmarks it calls slower: one fails the gate. */
  readonly flagged: readonly boolean[];
  /** Benchmarks it says are not slower by the threshold; absent for rules that never say so. */
  readonly unchanged?: readonly boolean[];
  /** Share of benchmarks it leaves undecided; 0 for rules that know two answers. */
  readonly undecided: number;
  /** Samples measured for this pull request, on either side. */
  readonly samples: number;
}

export interface Rule {
  readonly name: string;
  /** Needs several samples a run (or rounds on one runner), not one value. */
  readonly needsSamples: boolean;
  readonly decide: (of: PullRequest) => Decision;
}
