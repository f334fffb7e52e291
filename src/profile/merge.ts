/**
 * Several tables of one kind as one, for example the profiles of repeated runs.
 */
import { InputError } from '../model/error.ts';
import type { FunctionRow, FunctionTable } from '../model/run.ts';
import { quote } from '../text/quote.ts';
import { largestFirst } from './order.ts';

/**
 * Adds tables of one slice up: flat, cum and total as `pprof` has them after merging the profiles.
 *
 * A row's file and line are those of the table where it has the most flat.
 *
 * @throws {InputError} when there is none, or when sample type or unit differ: pprof would scale
 *   the values, here it is refused, because a profile with another unit is another measurement
 */
export function mergeTables(tables: readonly FunctionTable[]): FunctionTable {
  const [first] = tables;
  if (first === undefined) {
    throw new InputError('no profile to merge');
  }
  if (tables.length === 1) {
    return first;
  }
  const rows = new Map<string, MergedRow>();
  let total = 0;
  let samples: number | null = 0;
  for (const table of tables) {
    requireSameType(first, table);
    total += table.total;
    samples = samples === null || table.samples === null ? null : samples + table.samples;
    for (const row of table.functions) {
      const sum = rows.get(row.name);
      if (sum === undefined) {
        rows.set(row.name, { heaviest: row, flat: row.flat, cum: row.cum });
      } else {
        sum.heaviest = Math.abs(row.flat) > Math.abs(sum.heaviest.flat) ? row : sum.heaviest;
        sum.flat += row.flat;
        sum.cum += row.cum;
      }
    }
  }
  return {
    source: tables.map((table) => table.source).join(', '),
    sampleType: first.sampleType,
    ...(first.slice === undefined ? {} : { slice: first.slice }),
    total,
    samples,
    ...(tables.every((table) => table.seconds !== undefined)
      ? { seconds: tables.reduce((sum, table) => sum + (table.seconds ?? 0), 0) }
      : {}),
    functions: inOrder([...rows.values()].filter((row) => row.flat !== 0 || row.cum !== 0)),
  };
}

/** A row while tables are added up; the heaviest of its parts lends it file and line. */
interface MergedRow {
  heaviest: FunctionRow;
  flat: number;
  cum: number;
}

function inOrder(rows: readonly MergedRow[]): FunctionRow[] {
  const flat = Float64Array.from(rows, (row) => row.flat);
  const names = rows.map((row) => row.heaviest.name);
  return Array.from(largestFirst(flat, names), (index) => {
    const row = rows[index] as MergedRow;
    return { ...row.heaviest, flat: row.flat, cum: row.cum };
  });
}

/** @throws {InputError} unless both tables count the same thing in the same unit */
export function requireSameType(a: FunctionTable, b: FunctionTable): void {
  const [one, other] = [a.sampleType, b.sampleType];
  if (one.type !== other.type || one.unit !== other.unit) {
    throw new InputError(
      `cannot be put together with ${a.source}: it counts ${quote(other.type)} in ` +
        `${quote(other.unit)}, the other ${quote(one.type)} in ${quote(one.unit)}; ` +
        'name a type that both have with --sample-type, or collect both alike',
      { file: b.source },
    );
  }
}
