/**
 * The history that another tool kept: of each run its commit, its time and its values, as a file that is read as the
 * benchmarks of that run. Names and units are those that the file of its benchmark tool has when it is read here.
 */
import type { InputFile } from '../../model/run.ts';

export interface HistoryRun {
  readonly commit: string;
  /** ISO 8601. */
  readonly time: string;
  readonly benchmarks: InputFile;
}

/** What belongs together: the runs of one suite, of one branch on one machine. */
export interface Suite {
  readonly name: string;
  readonly runs: readonly HistoryRun[];
}

/** One value of a run, as flamegate's own JSON has it. */
export interface Value {
  readonly name: string;
  readonly unit: string;
  readonly values: readonly unknown[];
  readonly better?: string;
}

export const jsonFile = (benchmarks: readonly Value[]): InputFile => ({
  file: 'benchmarks.json',
  bytes: Buffer.from(`${JSON.stringify(benchmarks, null, 1)}\n`),
});
