/**
 * What a benchmark format is: how a file of it is known from its beginning, and what reading one gives.
 * A format returns plain records and knows nothing of other files; collection.ts puts files together.
 */
import type { Better, Environment, InputFile } from '../../model/run.ts';
import type { Warning } from '../../model/warning.ts';

/** The samples of one metric, in the order they were measured. */
export interface Metric {
  /** As the tool names it (`ns/op`, `MB/s`); base units (`sec/op`, `B/s`) stay as they are. */
  readonly unit: string;
  readonly samples: readonly number[];
  /** How many samples each pass has; absent where they are of one. */
  readonly passes?: readonly number[];
  /** Where the tool says which way it improves; otherwise the unit tells. */
  readonly better?: Better;
  /** The tool counts it and does not time it. */
  readonly exact?: boolean;
}

/** Results of one benchmark that follow each other. One that comes again later was run by another pass. */
export interface BenchmarkRecord {
  readonly name: string;
  readonly package?: string;
  /** Takes part in the name where its values differ for one and the same benchmark. */
  readonly settings?: ReadonlyMap<string, string>;
  readonly metrics: readonly Metric[];
}

/** What a file says of the machine or the toolchain, and on which line where lines are read. */
export interface Stated {
  readonly value: string;
  readonly line?: number;
}

/** What a file says of a unit, for all files of the run: `better` is `lower`. */
export interface UnitNote {
  readonly unit: string;
  readonly key: string;
  readonly value: string;
  readonly line: number;
}

/** What was read of one file. */
export interface Reading {
  readonly records: readonly BenchmarkRecord[];
  /** How many results were read; a record may hold several. */
  readonly results: number;
  readonly environment: ReadonlyMap<keyof Environment, Stated>;
  readonly warnings: readonly Warning[];
  readonly units?: readonly UnitNote[];
}

/** Null for a file of another format. Throws InputError for one that is of this format and broken. */
export type Read = (input: InputFile) => Reading | null;

export interface BenchmarkFormat {
  readonly name: string;
  /** What is looked for, as a part of a list: `the JSON of vitest bench`. */
  readonly help: string;
  /**
   * Asked with the beginning of the file as text. `perhaps`: the first line that tells may come
   * later, and only reading the file decides.
   */
  readonly detect: (beginning: string, file: string) => 'yes' | 'perhaps' | 'no';
  /** What $FLAMEGATE_FILTER holds so that the tool runs these benchmarks. */
  readonly filter: (names: readonly string[]) => string;
  /** The reader is loaded when a file is of its format. */
  readonly load: () => Promise<Read>;
}
