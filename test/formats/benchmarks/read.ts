/** Text to benchmarks, for the tests of this folder. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { benchmarkFormats } from '../../../src/formats/benchmarks/index.ts';
import {
  type BenchmarkLimits,
  type BenchmarkOptions,
  type Benchmarks,
  readWith,
} from '../../../src/formats/benchmarks/read.ts';
import type { InputFile } from '../../../src/model/run.ts';
import type { Warning } from '../../../src/model/warning.ts';

/** All readers; commands load those of the files they are given. */
const readers = new Map(
  await Promise.all(benchmarkFormats.map(async (of) => [of.name, await of.load()] as const)),
);

export const readBenchmarks = (
  inputs: readonly InputFile[],
  limits?: BenchmarkLimits & BenchmarkOptions,
) => readWith(readers, inputs, limits);

export function file(text: string | Uint8Array, name = 'bench.txt'): InputFile {
  return { file: name, bytes: typeof text === 'string' ? Buffer.from(text) : text };
}

/** One file for each text: `bench.txt`, `bench2.txt`, ... */
export function read(...texts: (string | Uint8Array)[]): Benchmarks {
  return readBenchmarks(
    texts.map((text, i) => file(text, i === 0 ? 'bench.txt' : `bench${i + 1}.txt`)),
  );
}

/** Each series as `package benchmark unit: samples`. */
export function shown(benchmarks: Benchmarks): string[] {
  return benchmarks.series.map(
    (of) => `${of.package} ${of.benchmark} ${of.unit}: ${of.samples.join(' ')}`,
  );
}

/** Each warning as `kind line: message`. */
export function told(warnings: readonly Warning[]): string[] {
  return warnings.map((of) => `${of.kind} ${of.line}: ${of.message}`);
}

export function goldenFile(name: string): Buffer {
  return readFileSync(join(import.meta.dirname, 'golden', name));
}

export function goldenRows<Row>(name: string): Row[] {
  return JSON.parse(goldenFile(name).toString()) as Row[];
}
