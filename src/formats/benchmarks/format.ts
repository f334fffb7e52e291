/**
 * What a benchmark format is: how a file of it is known from its beginning, and what reading one gives.
 * A format returns plain records and knows nothing of other files; collection.ts puts files together.
 *
 * To add one:
 * 1. `<tool>.ts` beside this file: `export const read<Tool>: Read`. It gets text without byte order mark, colours and
 *    carriage returns (clean.ts), and returns records, in units that unit.ts tidies (`ns/op`, `MB/s`, `sec/op`).
 * 2. A value that is no number is given as NaN (`numberOf` of json.ts): its metric is left out and told (sound.ts). What is
 *    named and has no result at all goes to `lost` (lost.ts); what threw is a warning `failed`. Nothing is passed over silently.
 * 3. An entry in `list/<language>.ts`: what it is, its usual files, what makes the tool write it, how it is known (detect.ts),
 *    its filter, and `unread`: what else the tool prints, with the flag that makes it write this. The reader is imported lazily.
 * 4. `test/formats/benchmarks/<tool>.test.ts` calls `recordedFile` (recorded.ts): a file in testdata/ that the tool really wrote,
 *    `<file>.about` beside it with version and command, `<file>.read` with what was read of it, and the table of hostile variants.
 * 5. `UPDATE_READ=1 npx vitest run test/formats/benchmarks` writes the goldens and the table of docs/formats.md: look them through.
 */
import type { Better, Environment, InputFile } from '../../model/run.ts';
import type { Warning } from '../../model/warning.ts';
import type { Detect } from './detect.ts';
import type { Losses } from './lost.ts';

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
  /** Results that the file names and that could not be read. */
  readonly lost?: Losses;
}

/**
 * Null for a file of another format. Throws InputError for one that is of this format and broken. `more`: the other
 * files of its set, of a format that has sets.
 */
export type Read = (input: InputFile, more: readonly InputFile[]) => Reading | null;

/** What a tool prints that is known and not read. */
export interface Unread {
  readonly tool: string;
  readonly prints: RegExp;
  /** What makes it print something that is read; null where nothing does. */
  readonly instead: string | null;
}

/** What a tool says that ran no benchmark. */
export interface Idle {
  readonly tool: string;
  readonly prints: RegExp;
  /** One part of it ran nothing, another did. */
  readonly unless?: RegExp;
  readonly instead: string;
}

export interface BenchmarkFormat {
  readonly name: string;
  /** What is looked for, as a part of a list: `the JSON of vitest bench`. */
  readonly help: string;
  /** Where such files usually are, as globs; a file of another name is read as well. */
  readonly files: readonly string[];
  /** The command or the flag that makes the tool write it. */
  readonly writes: string;
  readonly detect: Detect;
  /**
   * Of a tool that spreads one result over several files: which set a file belongs to, by its path. Files of one set
   * are read at once; null for one that holds no result and is passed over.
   */
  readonly set?: (file: string) => string | null;
  /** What $FLAMEGATE_FILTER holds so that the tool runs these benchmarks. */
  readonly filter: (names: readonly string[]) => string;
  /** The reader is loaded when a file is of its format. */
  readonly load: () => Promise<Read>;
  readonly unread?: readonly Unread[];
  readonly idle?: readonly Idle[];
}
