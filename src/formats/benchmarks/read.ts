/**
 * Benchmark output to series: finds out each file's format, reads all files of one run in order,
 * and refuses what would silently compare as nothing.
 *
 * Which formats there are says index.ts. What the samples mean is left to compare/.
 */
import { closest } from 'fastest-levenshtein';
import { InputError } from '../../model/error.ts';
import type { Environment, InputFile, Series } from '../../model/run.ts';
import type { Warning } from '../../model/warning.ts';
import { beginningOf } from './beginning.ts';
import { both } from './both.ts';
import { clean } from './clean.ts';
import { addReading, emptyCollection, environmentOf, finishSeries } from './collection.ts';
import type { Read, Reading } from './format.ts';
import { looksLike } from './guess.ts';
import { benchmarkFormats, type Format, type ListedFormat } from './index.ts';
import { lossWarnings } from './lost.ts';
import { nearest } from './nearest.ts';
import { soundOf } from './sound.ts';
import { unreadTool } from './unread.ts';

/** What the benchmark files of one run say. */
export interface Benchmarks {
  /** goos, goarch, cpu and toolchain, where the files name them. */
  readonly environment: Environment;
  readonly series: readonly Series[];
  readonly warnings: readonly Warning[];
}

export interface BenchmarkLimits {
  /** Bytes a file may have. Default 256 MiB. */
  readonly fileBytes?: number;
}

export interface BenchmarkOptions {
  /** The format that every file has, whatever it looks like. */
  readonly format?: string | undefined;
  /** Those that may be; the whole list unless said. */
  readonly formats?: readonly ListedFormat[];
}

/** The formats that a file may have: those that are sure, or all that cannot say yet. */
function candidates(
  input: InputFile,
  { format, formats = benchmarkFormats }: BenchmarkOptions,
): readonly ListedFormat[] {
  if (format !== undefined) return [named(format)];
  const beginning = beginningOf(input);
  const answers = formats.map(({ detect }) => detect.is(beginning));
  const wanted = answers.includes('yes') ? 'yes' : 'perhaps';
  return formats.filter((_, i) => answers[i] === wanted);
}

function named(format: string): ListedFormat {
  const found = benchmarkFormats.find(({ name }) => name === format);
  if (found !== undefined) return found;
  const names = benchmarkFormats.map(({ name }) => name);
  throw new InputError(
    `format ${JSON.stringify(format)} is not known, did you mean ${closest(format, names)}? \`flamegate formats\` lists all`,
  );
}

/** The readers of formats, loaded once. */
export type Readers = ReadonlyMap<Format, Read>;

/** What reads these files; readers of other formats are not loaded. */
export async function readersFor(
  inputs: readonly InputFile[],
  options: BenchmarkOptions = {},
): Promise<Readers> {
  const wanted = new Set(inputs.flatMap((input) => candidates(input, options)));
  return new Map(
    await Promise.all(
      [...wanted].map(async (format) => [format.name, await format.load()] as const),
    ),
  );
}

interface FormatRead {
  readonly format: Format;
  readonly reading: Reading;
}

/** In which format a file is, and what is in it; null for a file of none. `more`: the rest of its set. */
function readAs(
  input: InputFile,
  more: readonly InputFile[],
  readers: Readers,
  formats: readonly ListedFormat[],
): FormatRead | null {
  let found: FormatRead | null = null;
  for (const { name: format } of formats) {
    const reading = readers.get(format)?.(input, more) ?? null;
    if (reading === null) continue;
    const sound = soundOf(reading);
    if (isJson(input)) return { format, reading: sound };
    // Programs of several tools may print into one file: `cargo bench` runs libtest's and criterion's.
    found =
      found === null
        ? { format, reading: sound }
        : { format: found.format, reading: both(found.reading, sound) };
  }
  return found;
}

/** One value is of one tool, whoever else has its keys. */
const isJson = ({ bytes }: InputFile): boolean =>
  /^\s*[[{]/.test(
    Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(64, bytes.length)).toString(),
  );

/** In which format a file is, and what is in it: null where only its format is known, by a mistake. */
function probe(input: InputFile, readers: Readers, options: BenchmarkOptions) {
  const formats = candidates(input, options);
  try {
    return readAs(clean(input), [], readers, formats);
  } catch (error) {
    // Only who knows the format can find a mistake in it.
    const [format] = formats;
    if (error instanceof InputError && format !== undefined)
      return { format: format.name, reading: null };
    throw error;
  }
}

/** The format of a file's results; null for anything else, and for an empty file. */
export async function formatOf(
  input: InputFile,
  options: BenchmarkOptions = {},
): Promise<Format | null> {
  return probe(input, await readersFor([input], options), options)?.format ?? null;
}

/**
 * Whether nothing was measured: the file is empty, in none of the formats, or what a tool prints that
 * ran no benchmark. One that cannot be read, or says that something failed or was lost, is not empty.
 */
export async function isEmpty(input: InputFile, options: BenchmarkOptions = {}): Promise<boolean> {
  const probed = probe(input, await readersFor([input], options), options);
  if (probed === null) return true;
  const { reading } = probed;
  if (reading === null || reading.results > 0) return false;
  const hasLost = (reading.lost?.listed.size ?? 0) > 0;
  return !hasLost && !reading.warnings.some((warning) => warning.kind === 'failed');
}

/**
 * Reads the files of one run, in order: samples of a benchmark in several files follow each other,
 * `Unit` lines carry over, configuration lines do not.
 *
 * Throws an InputError for a file without a single result, for one above the limit, and for files
 * measured on different machines.
 */
export async function readBenchmarks(
  inputs: readonly InputFile[],
  limits: BenchmarkLimits & BenchmarkOptions = {},
): Promise<Benchmarks> {
  return readWith(await readersFor(inputs, limits), inputs, limits);
}

/** The same with readers that are loaded. */
export function readWith(
  readers: Readers,
  inputs: readonly InputFile[],
  limits: BenchmarkLimits & BenchmarkOptions = {},
): Benchmarks {
  const collection = emptyCollection();
  const warnings = readSets(readers, inputs, limits, (file, reading) =>
    addReading(collection, file, reading),
  );
  return { environment: environmentOf(collection), series: finishSeries(collection), warnings };
}

/** Takes what was read of a file; the warnings are of what contradicts the files before. */
type Add = (file: string, reading: Reading) => readonly Warning[];

/** Every file in its turn, each that has a result given to `add`. Throws as `readBenchmarks` does. */
export function readSets(
  readers: Readers,
  inputs: readonly InputFile[],
  limits: BenchmarkLimits & BenchmarkOptions,
  add: Add,
): Warning[] {
  const { fileBytes = 256 * 2 ** 20 } = limits;
  const warnings: Warning[] = [];
  let added = 0;
  const adding: Add = (file, reading) => {
    added++;
    return add(file, reading);
  };
  for (const { bytes, file } of inputs) {
    if (bytes.length > fileBytes) {
      const size = `${bytes.length} bytes, above the limit of ${fileBytes}`;
      throw new InputError(`${size}: is it benchmark output?`, { file });
    }
  }
  for (const set of setsOf(inputs, limits)) warnings.push(...readSet(set, readers, adding));
  const [lost] = warnings;
  if (added === 0 && lost !== undefined) throw noResult(lost);
  return warnings;
}

/** Files that are read at once, and the formats they may have. */
interface FileSet {
  readonly formats: readonly ListedFormat[];
  readonly files: InputFile[];
}

/** Most files are read alone; those of one set where the first of them stands. */
function setsOf(inputs: readonly InputFile[], options: BenchmarkOptions): FileSet[] {
  const sets: FileSet[] = [];
  const open = new Map<string, FileSet>();
  let passedOver: InputFile | undefined;
  for (const input of inputs) {
    const formats = candidates(input, options);
    const [first] = formats;
    if (first?.set === undefined) {
      sets.push({ formats, files: [input] });
      continue;
    }
    const name = first.set(input.file.replaceAll('\\', '/'));
    if (name === null) {
      passedOver ??= input;
      continue;
    }
    const key = `${first.name}\0${name}`;
    const known = open.get(key);
    if (known !== undefined) known.files.push(input);
    else {
      const set = { formats: [first], files: [input] };
      open.set(key, set);
      sets.push(set);
    }
  }
  if (sets.length > 0 || passedOver === undefined) return sets;
  const message = 'no benchmark result: of its tool these are files that hold none';
  throw new InputError(message, { file: passedOver.file });
}

function readSet({ formats, files }: FileSet, readers: Readers, add: Add): Warning[] {
  const [input, ...more] = files.map(clean);
  if (input === undefined) return [];
  const { file } = input;
  const read = readAs(input, more, readers, formats);
  if (read === null) {
    refuseTool(input);
    throw new InputError(
      `no benchmark result: the file ${looksLike(input.bytes)}${nearest(beginningOf(input))}`,
      { file },
    );
  }
  const { reading } = read;
  const warnings = [...reading.warnings];
  if (reading.lost !== undefined) {
    warnings.push(...lossWarnings(file, reading.lost));
    warnings.sort((a, b) => (a.line ?? Infinity) - (b.line ?? Infinity));
  }
  if (reading.results > 0) return [...warnings, ...add(file, reading)];
  // A set is one benchmark of many, where a file is what a tool printed of all.
  if (formats[0]?.set !== undefined && warnings.length > 0) return warnings;
  refuseTool(input);
  const [problem] = [...warnings].sort(failuresFirst);
  if (problem !== undefined) throw noResult({ ...problem, file });
  const none = 'the output of a benchmark tool without a benchmark: does its filter match one?';
  throw new InputError(`no benchmark result: ${none}`, { file });
}

function noResult({ file, line, message }: Warning): InputError {
  const place = line === undefined ? '' : `line ${line}: `;
  return new InputError(
    `no benchmark result: ${place}${message}`,
    file === undefined ? {} : { file },
  );
}

/** A tool that is known has better advice than what one of the formats misses in it. */
function refuseTool(input: InputFile): void {
  const told = unreadTool(input);
  if (told !== null) throw new InputError(`no benchmark result: ${told}`, { file: input.file });
}

function failuresFirst(a: Warning, b: Warning): number {
  return Number(b.kind === 'failed') - Number(a.kind === 'failed');
}
