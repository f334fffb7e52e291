/**
 * Benchmark output to series: finds out each file's format, reads all files of one run in order,
 * and refuses what would silently compare as nothing.
 *
 * Which formats there are says index.ts. What the samples mean is left to compare/.
 */
import { InputError } from '../../model/error.ts';
import type { Environment, InputFile, Series } from '../../model/run.ts';
import type { Warning } from '../../model/warning.ts';
import {
  addReading,
  type Collection,
  emptyCollection,
  environmentOf,
  finishSeries,
} from './collection.ts';
import type { Read, Reading } from './format.ts';
import { looksLike } from './guess.ts';
import { benchmarkFormats, type Format } from './index.ts';
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

/** Enough for what tools and builds print before the first result. */
const beginningBytes = 64 * 1024;

/** The formats that a file may have: the first that is sure, or all that cannot say yet. */
function candidates({ file, bytes }: InputFile): typeof benchmarkFormats {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, beginningBytes));
  const beginning = head.toString('utf8');
  const answers = benchmarkFormats.map((format) => format.detect(beginning, file));
  const sure = answers.indexOf('yes');
  return benchmarkFormats.filter((_, i) => (sure < 0 ? answers[i] === 'perhaps' : i === sure));
}

/** The readers of formats, loaded once. */
export type Readers = ReadonlyMap<Format, Read>;

/** What reads these files; readers of other formats are not loaded. */
export async function readersFor(inputs: readonly InputFile[]): Promise<Readers> {
  const wanted = new Set(inputs.flatMap(candidates));
  return new Map(
    await Promise.all([...wanted].map(async (of) => [of.name, await of.load()] as const)),
  );
}

/** In which format a file is, and what is in it; null for a file of none. */
function readAs(
  input: InputFile,
  readers: Readers,
): { readonly format: Format; readonly reading: Reading } | null {
  for (const { name: format } of candidates(input)) {
    const reading = readers.get(format)?.(input) ?? null;
    if (reading !== null) return { format, reading };
  }
  return null;
}

/** In which format a file is, and what is in it: null where only its format is known, by a mistake. */
function probe(input: InputFile, readers: Readers) {
  try {
    return readAs(input, readers);
  } catch (error) {
    // Only who knows the format can find a mistake in it.
    const [of] = candidates(input);
    if (error instanceof InputError && of !== undefined) return { format: of.name, reading: null };
    throw error;
  }
}

/** The format of a file's results; null for anything else, and for an empty file. */
export async function formatOf(input: InputFile): Promise<Format | null> {
  return probe(input, await readersFor([input]))?.format ?? null;
}

/**
 * Whether nothing was measured: the file is empty, in none of the formats, or what a tool prints that
 * ran no benchmark. One that cannot be read, or says that something failed, is not empty.
 */
export async function isEmpty(input: InputFile): Promise<boolean> {
  const probed = probe(input, await readersFor([input]));
  if (probed === null) return true;
  const { reading } = probed;
  return reading?.results === 0 && !reading.warnings.some((of) => of.kind === 'failed');
}

function lookedFor(): string {
  const helps = benchmarkFormats.map(({ help }) => help);
  return `looked for ${helps.slice(0, -1).join(', ')}, and ${helps.at(-1)}`;
}

/**
 * Reads the files of one run, in order: samples of a benchmark in several files follow each other,
 * `Unit` lines carry over, configuration lines do not.
 *
 * Throws an InputError for a file without a single result, for one above the limit, for a value
 * that is not finite, and for files measured on different machines.
 */
export async function readBenchmarks(
  inputs: readonly InputFile[],
  limits: BenchmarkLimits = {},
): Promise<Benchmarks> {
  return readWith(await readersFor(inputs), inputs, limits);
}

/** The same with readers that are loaded. */
export function readWith(
  readers: Readers,
  inputs: readonly InputFile[],
  limits: BenchmarkLimits = {},
): Benchmarks {
  const { fileBytes = 256 * 2 ** 20 } = limits;
  const collection = emptyCollection();
  const warnings: Warning[] = [];
  for (const input of inputs) {
    if (input.bytes.length > fileBytes) {
      const size = `${input.bytes.length} bytes, above the limit of ${fileBytes}`;
      throw new InputError(`${size}: is it benchmark output?`, { file: input.file });
    }
    warnings.push(...readFile(input, readers, collection));
  }
  return { environment: environmentOf(collection), series: finishSeries(collection), warnings };
}

function readFile(input: InputFile, readers: Readers, into: Collection): readonly Warning[] {
  const read = readAs(input, readers);
  if (read === null) {
    refuseTool(input);
    throw new InputError(
      `no benchmark result: ${lookedFor()}; the file ${looksLike(input.bytes)}`,
      {
        file: input.file,
      },
    );
  }
  const { results, warnings } = read.reading;
  if (results > 0) return [...warnings, ...addReading(into, input.file, read.reading)];
  refuseTool(input);
  const [problem] = [...warnings].sort(failuresFirst);
  const place = problem?.line === undefined ? '' : `line ${problem.line}: `;
  const cause = problem
    ? `${place}${problem.message}`
    : 'the output of a benchmark tool without a benchmark: does its filter match one?';
  throw new InputError(`no benchmark result: ${cause}`, { file: input.file });
}

/** A tool that is known has better advice than what one of the formats misses in it. */
function refuseTool(input: InputFile): void {
  const told = unreadTool(input);
  if (told !== null) throw new InputError(`no benchmark result: ${told}`, { file: input.file });
}

function failuresFirst(a: Warning, b: Warning): number {
  return Number(b.kind === 'failed') - Number(a.kind === 'failed');
}
