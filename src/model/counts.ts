/** What was counted of base and head here, in place of measuring time. */

/** Runs of one side that are further apart, as a ratio, do not do the same work: counting it tells nothing. */
export const mostSpread = 0.02;

export const instructionsUnit = 'instructions/op';

/** What may be counted beside instructions, where somebody asks for it (compare/counts/events.ts). */
export const eventKinds = ['branches', 'cache', 'cycles'] as const;
export type EventKind = (typeof eventKinds)[number];

export interface CountsUse {
  /** What counted: `valgrind-3.19.0 (callgrind)`. */
  readonly counter: string;
  /** The base's commit, or ''. */
  readonly base: string;
  /** What the base was asked for by: a branch, a tag, `HEAD~1`; '' or absent where nothing was. */
  readonly name?: string | undefined;
  readonly benchmarks: readonly CountedBenchmark[];
}

export interface CountedBenchmark {
  readonly package: string;
  readonly benchmark: string;
  /** The two numbers of iterations whose difference is counted; null for a command, run whole. */
  readonly iterations: readonly [number, number] | null;
  /** Instructions an operation in each run of a side; empty where the side does not have it. */
  readonly base: readonly number[];
  readonly head: readonly number[];
  /** How far runs of one side are apart, as a ratio; null where a side has no second run. */
  readonly spread: number | null;
  /** A change up to this may be chance, as a ratio; null where that is not known. */
  readonly tolerance: number | null;
  /** What was counted beside instructions; absent where nothing was asked for. */
  readonly metrics?: readonly CountedMetric[];
  /** Null where the counter tells nothing of functions. */
  readonly functions: CountedFunctions | null;
}

/** Branches, misses or estimated cycles an operation, in each run of a side. */
export interface CountedMetric {
  readonly unit: string;
  readonly base: readonly number[];
  readonly head: readonly number[];
  readonly spread: number | null;
  readonly tolerance: number | null;
}

/** Which functions moved, by their own instructions an operation, on average over the runs. */
export interface CountedFunctions {
  /** Those that moved most, the largest change first. */
  readonly moved: readonly CountedFunction[];
  /** No other function moved by more than this, in instructions an operation. */
  readonly rest: number;
  /** How many functions ran on either side. */
  readonly all: number;
}

export interface CountedFunction {
  readonly name: string;
  /** Source file as the program's debug information names it, or ''. */
  readonly file: string;
  /** The line that most of the change is in, else 0. */
  readonly line: number;
  /** Instructions an operation in the function itself. */
  readonly base: number;
  readonly head: number;
}

/** What a function took itself in one run, and what it called. */
export interface FunctionCost {
  readonly name: string;
  readonly file: string;
  /** Of the function's own instructions, by line; 0 is a line that nobody knows. */
  readonly lines: ReadonlyMap<number, number>;
  /** Its calls by the called function's name. */
  readonly calls: ReadonlyMap<string, CallCost>;
}

/** The calls of one function by another. */
export interface CallCost {
  readonly times: number;
  /** Instructions with all that is called there. */
  readonly instructions: number;
}
