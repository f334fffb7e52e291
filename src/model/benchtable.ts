/**
 * Benchmarks in a grid: rows of benchmarks, columns of what is compared (most often files), a table for each
 * configuration and unit. The first column is what all others are compared with.
 */
import type { TestName } from './comparison.ts';

/** A cell against the first column of its row. */
export interface Versus {
  readonly test: TestName;
  readonly p: number | null;
  /** Of the first column. */
  readonly center: number;
  readonly n: number;
  readonly notes: readonly string[];
}

export interface TableCell {
  readonly center: number;
  readonly n: number;
  /** How far the 95 % interval reaches, as a ratio of the centre; null where a ratio says nothing. */
  readonly plusMinus: number | null;
  readonly notes: readonly string[];
  /** Null in the first column, and where that has no such cell. */
  readonly versus: Versus | null;
}

export interface TableRow {
  readonly name: string;
  /** One for each column; null where nothing was measured. */
  readonly cells: readonly (TableCell | null)[];
}

export interface BenchmarkTable {
  /** What all of its results have in common. */
  readonly settings: readonly { readonly name: string; readonly value: string }[];
  readonly unit: string;
  /** The values of a column, from the outermost heading to the innermost; all columns have as many. */
  readonly columns: readonly (readonly string[])[];
  readonly rows: readonly TableRow[];
}
