/** What a file of callgrind says, exactly: costs of functions, source lines and calls, for each event. */
import type { CallgrindEvent } from './events.ts';

/** A function of one object and one source file. Costs are one number an event, in the order of `events`. */
export interface CallgrindFunction {
  /** As in the file: each level of recursion that was kept apart has a name of its own, `fib'2`. */
  readonly name: string;
  /** The source file that it was defined in; `???` where nobody says. */
  readonly file: string;
  readonly object: string;
  /** Where calls enter it; of one that nothing calls the first line that cost something; or 0. */
  readonly line: number;
  readonly self: readonly number[];
  /**
   * As callgrind_annotate counts: what all calls of it cost, or, where there are none, itself and its
   * own calls. Recursion counts again with each call. Beyond 2^53 - 1 it is rounded.
   */
  readonly inclusive: readonly number[];
}

/** What one source line costs in a function; another file than the function's own is inlined code. */
export interface CallgrindLine {
  /** Index in `functions`. */
  readonly function: number;
  readonly file: string;
  readonly line: number;
  readonly self: readonly number[];
}

/** The calls from one source line of a function to another function. */
export interface CallgrindCall {
  /** Indices in `functions`. */
  readonly caller: number;
  readonly callee: number;
  readonly file: string;
  readonly line: number;
  readonly calls: number;
  readonly inclusive: readonly number[];
}

/** What one dump counted: of a thread, of a process, or up to a point of time. `''` where not said. */
export interface CallgrindPart {
  readonly pid: string;
  readonly part: string;
  readonly thread: string;
  readonly command: string;
  readonly totals: readonly number[];
}

/** All parts of a file, added up. */
export interface CallgrindProfile {
  readonly file: string;
  /** Like `callgrind-3.19.0`, or ''. */
  readonly creator: string;
  readonly events: readonly CallgrindEvent[];
  readonly functions: readonly CallgrindFunction[];
  readonly lines: readonly CallgrindLine[];
  readonly calls: readonly CallgrindCall[];
  readonly parts: readonly CallgrindPart[];
  /** The sum of all self costs, which the file confirms where it has a total. */
  readonly totals: readonly number[];
}
