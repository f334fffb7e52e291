/**
 * Benchmark output result by result, for tables whose rows and columns the reader of a report chooses: nothing is
 * put together, and nothing about the machine is refused. Of Go's format in the order of the file; other formats
 * give the results of one benchmark at once.
 */
import type { BenchmarkResult } from '../../model/result.ts';
import type { InputFile } from '../../model/run.ts';
import type { Warning } from '../../model/warning.ts';
import type { BenchmarkRecord, Reading, UnitNote } from './format.ts';
import { readGoResults } from './go.ts';
import { type BenchmarkOptions, type Readers, readersFor, readSets } from './read.ts';
import { tidy } from './unit.ts';

export interface Results {
  readonly results: readonly BenchmarkResult[];
  /** What `Unit` lines say. */
  readonly units: readonly UnitNote[];
  /** Units that the tool counts and does not time. */
  readonly exact: ReadonlySet<string>;
  readonly warnings: readonly Warning[];
}

/** Reads files in order. Throws an InputError for one without a single result. */
export async function readResults(
  inputs: readonly InputFile[],
  options: BenchmarkOptions = {},
): Promise<Results> {
  const results: BenchmarkResult[] = [];
  const units: UnitNote[] = [];
  const exact = new Set<string>();
  const readers: Readers = new Map([
    ...(await readersFor(inputs, options)),
    ['go', (input: InputFile) => readGoResults(input, (result) => results.push(result))],
  ]);
  const warnings = readSets(readers, inputs, options, (_, reading) => {
    units.push(...(reading.units ?? []));
    for (const record of reading.records) {
      results.push(resultOf(record, reading.environment));
      for (const { unit, exact: isExact } of record.metrics) {
        if (isExact === true) exact.add(tidy(unit).unit);
      }
    }
    return [];
  });
  return { results, units, exact, warnings };
}

function resultOf(record: BenchmarkRecord, environment: Reading['environment']): BenchmarkResult {
  return {
    name: record.name,
    settings: new Map([
      ...[...environment].map(([key, { value }]) => [key, value] as const),
      ...(record.package === undefined || record.package === ''
        ? []
        : ([['pkg', record.package]] as const)),
      ...(record.settings ?? []),
    ]),
    values: record.metrics.flatMap(({ unit: given, samples }) => {
      const { unit, factor } = tidy(given);
      return samples.map((sample) => ({ unit, given, value: sample * factor }));
    }),
  };
}
