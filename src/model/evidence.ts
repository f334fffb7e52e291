/**
 * What a verdict rests on, for reports that draw: the samples of each benchmark and the stacks of each kind of
 * profile, both sides. It travels beside the Verdict. Nothing is read before it is asked for, and then once.
 */
import type { Environment, FunctionRow, SampleType, Series } from './run.ts';

export interface Evidence {
  /**
   * Everything that was measured of a benchmark in one unit; both sides empty for one that nobody measured. It
   * costs nothing: the runs are in memory.
   */
  readonly samples: (row: Pick<Series, 'package' | 'benchmark' | 'unit'>) => BothSides<MeasuredIn>;
  /**
   * The kinds and slices of profiles that either side has, the head's order first. For each entry of
   * `Verdict.profiles` there is one with its sampleType and slice, of the same profiles: those of the rounds,
   * where these took the place of the stored ones.
   */
  readonly profiles: readonly ProfileEvidence[];
}

export interface BothSides<T> {
  /** Stored runs newest first, then rounds in order. */
  readonly base: readonly T[];
  /** The run of the head and its other attempts, then rounds in order. */
  readonly head: readonly T[];
}

/** What one run, or one side of a round, measured of a benchmark. */
export interface MeasuredIn {
  readonly commit: string;
  /** ISO 8601, or ''. */
  readonly time: string;
  readonly environment: Environment;
  /** From 1 where base and head were measured in turn here; null for a run. */
  readonly round: number | null;
  /** As of `Series`. */
  readonly samples: readonly number[];
  readonly passes?: readonly number[];
}

/** One kind of profile, or one slice of it. */
export interface ProfileEvidence {
  readonly sampleType: SampleType;
  /** As of the tables compared. */
  readonly slice?: string;
  /**
   * The stacks of all profiles of the base that were compared, added up, so that only shares can be compared with the
   * head's: weighed as the verdict does, so a function has the share that the verdict says. Null where it has none
   * of this kind. Whoever asks a second time gets the same. Rejects with InputError where a file is gone or damaged since it was compared.
   */
  readonly base: () => Promise<Stacks | null>;
  readonly head: () => Promise<Stacks | null>;
}

/**
 * All stacks of one kind of profile as a tree of calls, as the verdict's tables count them: with the same
 * filters, roll-up to user code and slices.
 *
 * Node n is a call of `functions[call[n]]` by node `parent[n]`, -1 at a root; a parent comes before its
 * callees, and no two callees of a node are one function. `self[n]` was counted in stacks that end there, so
 * what a node costs with its callees is the sum of `self` below it. Function names are hostile text.
 */
export interface Stacks {
  readonly sampleType: SampleType;
  readonly slice?: string;
  /** The denominator of fractions, as of FunctionTable: the sum of |value| before any filter. */
  readonly total: number;
  /** The part of it that is in stacks without user code, as of FunctionTable: functions are parts of the rest. */
  readonly background?: number;
  /** As of FunctionTable; null where one of the profiles does not tell. */
  readonly samples: number | null;
  /** How many profiles were added up. */
  readonly profiles: number;
  /** Where the stacks are put together from calls between pairs of functions; absent where stacks were recorded. */
  readonly unfolded?: UnfoldedFrom;
  /** Names each once; only those that have nodes. Files are as the profiles name them. */
  readonly functions: readonly Pick<FunctionRow, 'name' | 'file' | 'line' | 'background'>[];
  readonly parent: Int32Array;
  readonly call: Int32Array;
  readonly self: Float64Array;
}

/** What was left out when calls were unfolded (profile/unfold.ts). No cost is: it stays on the paths that are there. */
export interface UnfoldedFrom {
  /** Calls back to a function that was on its way already. */
  readonly circles: number;
  /** Calls that are no part of an operation, because most operations do not make them: stacks begin below them. */
  readonly rare: number;
  /** Calls that cost too little to be followed. */
  readonly small: number;
}
