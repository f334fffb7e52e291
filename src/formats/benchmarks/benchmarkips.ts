/**
 * The JSON of Ruby's benchmark-ips (`x.json! 'ips.json'`): the iterations a second of each report, one sample, and those of
 * every cycle where the file has them.
 */
import type { InputFile } from '../../model/run.ts';
import type { BenchmarkRecord, Reading } from './format.ts';
import { jsonOf, listOf, numberOf, objectOf, textOf } from './json.ts';
import { lose, noLosses } from './lost.ts';

export function readBenchmarkIps(input: InputFile): Reading | null {
  const lost = noLosses();
  const records = listOf(jsonOf(input)).flatMap((entry, i): BenchmarkRecord[] => {
    const { name, samples, central_tendency: central, ips } = objectOf(entry);
    if (textOf(name) === '') {
      lose(lost, { name: '', message: `the report ${i + 1} has no name` });
      return [];
    }
    const told = Array.isArray(samples) && samples.length > 0 ? samples : [ips ?? central];
    return [{ name: textOf(name), metrics: [{ unit: 'ops/s', samples: told.map(numberOf) }] }];
  });
  return { records, results: records.length, environment: new Map(), warnings: [], lost };
}
