/**
 * The CSV of Haskell's benchmarks, which have the mean of each alone: criterion and gauge (`--csv`) in seconds, tasty-bench in
 * picoseconds, with bytes where the program runs with `+RTS -T`.
 */
import type { InputFile } from '../../model/run.ts';
import { numberIn, tableOf } from './csv.ts';
import type { BenchmarkRecord, Reading } from './format.ts';
import { lose, noLosses } from './lost.ts';

const columns = [
  ['Mean', 'sec/op', 1],
  ['Mean (ps)', 'sec/op', 1e-12],
  ['Allocated', 'B/op', 1],
  ['Copied', 'copied-B/op', 1],
  ['Peak Memory', 'peak-B', 1],
] as const;

export function readHaskell(input: InputFile): Reading | null {
  const table = tableOf(input);
  const known = columns.filter(([column]) => table.columns.includes(column));
  const lost = noLosses();
  const records = table.rows.flatMap(({ of: map, line, broken }): BenchmarkRecord[] => {
    const name = map.get('Name') ?? '';
    // Several programs append to one file, each with its first line.
    if (name === 'Name') return [];
    if (broken !== null || name === '') {
      const message = `${name || 'a result'}: this row ${broken ?? 'has no name'}`;
      lose(lost, { name, line, message });
      return [];
    }
    const metrics = known.map(([column, unit, factor]) => ({
      unit,
      samples: [numberIn(map.get(column) ?? '') * factor],
    }));
    return [{ name, metrics }];
  });
  return { records, results: records.length, environment: new Map(), warnings: [], lost };
}
