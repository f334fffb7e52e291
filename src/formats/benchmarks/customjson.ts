/**
 * The files that github-action-benchmark calls customBiggerIsBetter and customSmallerIsBetter: an array of
 * `{ name, unit, value, range?, extra? }`. Which of the two a file is says the workflow and not the file: here the unit
 * says it, else `units:` of the configuration. A value is one sample, and its range is none.
 */
import type { InputFile } from '../../model/run.ts';
import type { BenchmarkRecord, Reading } from './format.ts';
import { inBase } from './inbase.ts';
import { jsonOf, listOf, numberOf, objectOf, textOf } from './json.ts';
import { lose, noLosses } from './lost.ts';
import { undirected } from './undirected.ts';

export function readCustomJson(input: InputFile): Reading | null {
  const lost = noLosses();
  const records = listOf(jsonOf(input)).flatMap((entry, i): BenchmarkRecord[] => {
    const { name, unit, value } = objectOf(entry);
    if (textOf(name) === '' || typeof unit !== 'string') {
      const what =
        textOf(name) === '' ? `the benchmark ${i + 1} has no name` : `${name} has no unit`;
      lose(lost, { name: textOf(name), message: what });
      return [];
    }
    const base = inBase(unit || 'value');
    const samples = [numberOf(value) * base.factor];
    return [{ name: textOf(name), metrics: [{ unit: base.unit, samples }] }];
  });
  const warnings = undirected(input.file, records);
  return { records, results: records.length, environment: new Map(), warnings, lost };
}
