/** The answer of the gate, and everything that a report needs. */
import type { JudgedComparison } from './comparison.ts';
import type { CountsUse } from './counts.ts';
import type { JudgedFunction, ProfileComparison } from './functions.ts';
import type { Phrase } from './phrase.ts';
import type { Environment } from './run.ts';
import type { Warning } from './warning.ts';

/** The change that most benchmarks share: a slower machine, a new compiler, or everything. */
export interface Shift {
  /** Relative change that the suite shares, worse is positive. */
  readonly delta: number;
  readonly verdict: 'ok' | 'suspect' | 'slower' | 'faster';
  /** Benchmarks that carry the estimate. */
  readonly benchmarks: number;
  /** From which shared change on it is a suspect, and evident, as positive ratios. */
  readonly limits: { readonly suspect: number; readonly slower: number };
  /** The range of main's own shifts; null with under 3 runs. */
  readonly history: readonly [number, number] | null;
  /**
   * Where the suite fell into two groups far apart, and the one that stands still tells the shift: how far
   * the other moved beside it, worse is positive, and how many benchmarks it has.
   */
  readonly group: { readonly delta: number; readonly benchmarks: number } | null;
}

/** A stored run that was not used, and why. */
export interface SetAside {
  readonly commit: string;
  readonly time: string;
  readonly reason: string;
  /** It is there, but could not be had: nobody knows what it would have shown. */
  readonly unreachable?: true;
}

export interface BaselineUse {
  /** What the base is called: a branch, a version, a revision or a file. Not ours: it may hold anything. */
  readonly name: string;
  /** Runs compared with. */
  readonly runs: number;
  readonly commits: readonly string[];
  readonly setAside: readonly SetAside[];
  /** Runs of other hardware that exact metrics were compared with, because no other run could be used. */
  readonly elsewhere?: number;
}

/** How base and head were measured in turn on this machine. */
export interface RoundsUse {
  /** Rounds that count. */
  readonly rounds: number;
  /** Rounds that were thrown away and repeated, because the machine was disturbed. */
  readonly repeated: number;
  /** Of the random order of the two sides. */
  readonly seed: number;
  /** The base's commit, or ''. */
  readonly base: string;
  /** What the base was asked for by: a branch, a tag, `HEAD~1`; '' or absent where nothing was. */
  readonly name?: string | undefined;
  /** What was seen of the machine, a sentence each. */
  readonly machine: readonly string[];
  /** What had the machine's CPU in most rounds; null or absent where it was the benchmark's. */
  readonly taken?: Taken | null;
}

/** CPU time that base and head did not get. */
export interface Taken {
  /** The host of a virtual machine (steal), or other work on this one. */
  readonly by: 'host' | 'other';
  /** Of the machine's CPU, on average. */
  readonly share: number;
}

/**
 * `fail`: something is evidently slower, or the benchmark program failed. `suspect`: something looks slower.
 * `pass`: nothing does. `incomplete`: something is missing, unreadable or was not run.
 */
export type GateVerdict = 'pass' | 'fail' | 'suspect' | 'incomplete' | 'no-baseline';

/** What fails the job besides a regression, which always does; empty: nothing at all. */
export type FailOn = readonly ('regression' | 'suspect' | 'incomplete')[];

/** What the comparisons of a gate would have seen, over its benchmarks, as ratios. */
export interface Sight {
  /** From this change on, half of the benchmarks would have been suspects. */
  readonly half: number;
  /** From this change on, nine of ten. */
  readonly most: number;
}

/** The answer of the gate, and everything a report needs. */
export interface Verdict {
  readonly verdict: GateVerdict;
  /** The first line of every report. Plain text: each report escapes it. */
  readonly headline: string;
  /** The same with its roles, for reports that can show them. */
  readonly sentence: readonly Phrase[];
  /** How often a clean pull request looks like this against the stored runs; null without them. */
  readonly p: number | null;
  /** Null where no benchmark was compared by its noise. */
  readonly sight: Sight | null;
  readonly comparisons: readonly JudgedComparison[];
  readonly functions: readonly JudgedFunction[];
  readonly profiles: readonly ProfileComparison[];
  readonly shift: Shift | null;
  /** The stored runs are of a quiet host of their own, and limits are narrow. */
  readonly dedicated: boolean;
  readonly baseline: BaselineUse;
  /** Null where nothing was measured base against head here. */
  readonly rounds: RoundsUse | null;
  /** Absent where nothing was counted. */
  readonly counts?: CountsUse | undefined;
  readonly environment: Environment;
  readonly advice: readonly string[];
  readonly warnings: readonly Warning[];
}
