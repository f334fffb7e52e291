/**
 * Benchmark output to series: finds out each file's format, reads all files of one run in order,
 * and refuses what would silently compare as nothing.
 *
 * One file a format, in a list of importers to try; an importer returns null for a file that is
 * not in its format. What the samples mean is left to compare/.
 */
import { InputError } from '../../model/error.ts';
import type { Environment, InputFile, Series } from '../../model/run.ts';
import type { Warning } from '../../model/warning.ts';
import { type Collection, emptyCollection, environmentOf, finishSeries } from './collection.ts';
import { readGo } from './go.ts';
import { readGoogleBenchmark } from './googlebenchmark.ts';
import { looksLike } from './guess.ts';
import { readBencher } from './libtest.ts';
import { readPytestBenchmark } from './pytestbenchmark.ts';
import { unreadTool } from './unread.ts';
import { readVitest } from './vitest.ts';

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

/**
 * Adds a file's results to the collection and says how many there were; null, with the collection
 * as it was, where the file is not in this format.
 */
type Importer = (
  input: InputFile,
  into: Collection,
) => { readonly results: number; readonly warnings: readonly Warning[] } | null;

const importers = [
  ['google-benchmark', readGoogleBenchmark],
  ['pytest-benchmark', readPytestBenchmark],
  ['vitest', readVitest],
  ['go', readGo],
  ['bencher', readBencher],
] as const satisfies readonly (readonly [string, Importer])[];

export type Format = (typeof importers)[number][0];

/** In which format a file is, and what is in it: null where only its format is known, by a mistake. */
function probe(input: InputFile) {
  for (const [format, importer] of importers) {
    try {
      const found = importer(input, emptyCollection());
      if (found !== null) return { format, found };
    } catch (error) {
      // Only who knows the format can find a mistake in it.
      if (error instanceof InputError) return { format, found: null };
      throw error;
    }
  }
  return null;
}

/** The format of a file's results; null for anything else, and for an empty file. */
export const formatOf = (input: InputFile): Format | null => probe(input)?.format ?? null;

/**
 * Whether nothing was measured: the file is empty, in none of the formats, or what a tool prints that
 * ran no benchmark. One that cannot be read, or says that something failed, is not empty.
 */
export function isEmpty(input: InputFile): boolean {
  const probed = probe(input);
  if (probed === null) return true;
  const { found } = probed;
  return found?.results === 0 && !found.warnings.some((of) => of.kind === 'failed');
}

const lookedFor =
  'looked for lines such as "BenchmarkName-8  100  1234 ns/op" (go test -bench) or "test name ... bench: 1234 ns/iter" (Rust), and for the JSON of Google Benchmark, pytest-benchmark and vitest bench';

/**
 * Reads the files of one run, in order: samples of a benchmark in several files follow each other,
 * `Unit` lines carry over, configuration lines do not.
 *
 * Throws an InputError for a file without a single result, for one above the limit, for a value
 * that is not finite, and for files measured on different machines.
 */
export function readBenchmarks(
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
    warnings.push(...readFile(input, collection));
  }
  return { environment: environmentOf(collection), series: finishSeries(collection), warnings };
}

function readFile(input: InputFile, into: Collection): readonly Warning[] {
  into.last = null;
  for (const [, importer] of importers) {
    const read = importer(input, into);
    if (read === null) continue;
    if (read.results > 0) return read.warnings;
    refuseTool(input);
    const [problem] = [...read.warnings].sort(failuresFirst);
    const place = problem?.line === undefined ? '' : `line ${problem.line}: `;
    const cause = problem
      ? `${place}${problem.message}`
      : 'the output of a benchmark tool without a benchmark: does its filter match one?';
    throw new InputError(`no benchmark result: ${cause}`, { file: input.file });
  }
  refuseTool(input);
  throw new InputError(`no benchmark result: ${lookedFor}; the file ${looksLike(input.bytes)}`, {
    file: input.file,
  });
}

/** A tool that is known has better advice than what one of the formats misses in it. */
function refuseTool(input: InputFile): void {
  const told = unreadTool(input);
  if (told !== null) throw new InputError(`no benchmark result: ${told}`, { file: input.file });
}

function failuresFirst(a: Warning, b: Warning): number {
  return Number(b.kind === 'failed') - Number(a.kind === 'failed');
}
