/**
 * What was measured: samples of benchmarks, tables of functions, and the run that has both.
 *
 * Nothing in this folder computes but keys. Units are in the names or the comments: ratios and fractions are plain
 * numbers (0.05 is 5 % or 5 pp), benchmark values are in benchstat's tidied base units (sec, B),
 * profile values in the profile's own unit.
 */
import type { Warning } from './warning.ts';

/** What must be alike for two runs to be compared. A field nobody reported is absent. */
export interface Environment {
  readonly goos?: string;
  readonly goarch?: string;
  /** The CPU model, as the benchmark output or the operating system names it. */
  readonly cpu?: string;
  /** What tells machines apart where it is said: `8 CPUs, caches 32 KiB, 1 MiB, 32 MiB`. */
  readonly machine?: string;
  /** How the benchmark library was built: `release`, `debug`. */
  readonly build?: string;
  /** The runner image, for example `ubuntu24 20261115.1`. */
  readonly runner?: string;
  readonly toolchain?: string;
}

/** Which way a metric improves. `unknown` is shown and never gated. */
export type Better = 'lower' | 'higher' | 'unknown';

/** The samples of one benchmark and unit in one run. */
export interface Series {
  /** The `pkg:` line in force, or ''. */
  readonly package: string;
  /** Without the word Benchmark, with sub-benchmarks and the GOMAXPROCS suffix. */
  readonly benchmark: string;
  /** Tidied: `sec/op`, `B/s`, `B/op`, `allocs/op`, or the custom unit. */
  readonly unit: string;
  readonly better: Better;
  /** `Unit <unit> assume=exact` was given. */
  readonly exact: boolean;
  /** Finite values in the order they were measured; at least one. */
  readonly samples: readonly number[];
  /**
   * How many of the samples each pass has, in order: a process that ran the suite is a pass. Absent
   * where there was one.
   */
  readonly passes?: readonly number[];
}

export interface SampleType {
  readonly type: string;
  readonly unit: string;
}

/** One row of `pprof -top`. */
export interface FunctionRow {
  readonly name: string;
  /** Source file as the profile names it, or ''. */
  readonly file: string;
  /** The line with the most flat in this function, else its first line, else 0. */
  readonly line: number;
  readonly flat: number;
  readonly cum: number;
  /** It stands for stacks without user code, where everything else is charged to user code. */
  readonly background?: true;
}

/** The flat/cum table of one profile, or of several merged. Rows by |flat| falling, then name. */
export interface FunctionTable {
  /** The profile file, or the files joined by ', '. */
  readonly source: string;
  /** Which program it shows, where more is known than what is in it; those of one name are of one. */
  readonly program?: string;
  /** How many profiles were added up; absent for one. */
  readonly profiles?: number;
  /** The tables that were added up here for a comparison; absent in what was read. */
  readonly parts?: readonly FunctionTable[];
  /** The part of the profile that was counted, by a label: `endpoint=/checkout`. */
  readonly slice?: string;
  readonly sampleType: SampleType;
  /** Sum of |value| over all samples, the denominator of fractions. */
  readonly total: number;
  /**
   * The part of the total in stacks without user code (collector, scheduler), where the others are charged to
   * user code: functions are parts of the rest. Absent where nothing was charged to anybody.
   */
  readonly background?: number;
  /**
   * How many stacks were sampled (a count, whatever the value's unit); null where the profile does not
   * tell, as one that a server merged.
   */
  readonly samples: number | null;
  /** Some values are below 0: the file holds a difference, and no measurement. */
  readonly isDifference?: true;
  /** Wall time that the profile covers, in seconds; absent where it does not say. */
  readonly seconds?: number;
  readonly functions: readonly FunctionRow[];
}

/** What one CI job measured at one commit. */
export interface Run {
  /** The commit's hash, or '' where nobody said. */
  readonly commit: string;
  /** ISO 8601, or ''. */
  readonly time: string;
  readonly environment: Environment;
  readonly series: readonly Series[];
  /** One table for each profile file: replicates are never merged in storage. */
  readonly tables: readonly FunctionTable[];
  readonly warnings: readonly Warning[];
}

/** Base and head measured once each, one right after the other, on this machine. */
export interface Round {
  readonly base: Run;
  readonly head: Run;
}

/** A file handed to the gate or kept in a baseline: data, never trusted text. */
export interface InputFile {
  /** What messages call it: the path as given, or the path inside a stored run. */
  readonly file: string;
  readonly bytes: Uint8Array;
}

/** How much was removed from a run's files before they were stored or uploaded; see redact/. */
export interface Redaction {
  /** File names that lost a directory: distinct ones of a profile, lines of a benchmark file. */
  readonly paths: number;
  /** Labels of samples that were dropped or hashed. */
  readonly labels: number;
  readonly comments: number;
  readonly buildIds: number;
  /** Names of functions with a private directory in them: they stay, because a table is by name. */
  readonly namesKept: number;
}
