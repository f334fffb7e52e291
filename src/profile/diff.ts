/**
 * Two tables side by side, function by function. Whether a difference means anything is for others.
 */
import type { FunctionComparison, FunctionRow, FunctionSide, FunctionTable } from '../model.ts';
import { requireSameType } from './merge.ts';
import { largestFirst } from './order.ts';

/** One function on both sides; a side without it has zeros. */
export type FunctionDifference = Pick<
  FunctionComparison,
  'name' | 'file' | 'line' | 'base' | 'head' | 'flatDelta'
>;

/**
 * All functions of either table, by |flatDelta| falling, then name. head.flat - base.flat is what
 * `pprof -top -diff_base` prints. Fractions are of each side's own total (0 where that is 0), which
 * pprof does not do: it divides both sides by the base's total.
 *
 * File and line are the head's, where the head has the function.
 *
 * @throws {InputError} when the tables count different things
 */
export function diffTables(base: FunctionTable, head: FunctionTable): FunctionDifference[] {
  requireSameType(base, head);
  const baseRows = new Map<string, FunctionRow>();
  for (const row of base.functions) {
    baseRows.set(row.name, row);
  }
  const headNames = new Set<string>();
  const names: string[] = [];
  const differences: FunctionDifference[] = [];
  for (const row of head.functions) {
    headNames.add(row.name);
    names.push(row.name);
    differences.push(difference(row, baseRows.get(row.name), base.total, row, head.total));
  }
  for (const row of base.functions) {
    if (!headNames.has(row.name)) {
      names.push(row.name);
      differences.push(difference(row, row, base.total, undefined, head.total));
    }
  }
  const deltas = Float64Array.from(differences, (row) => row.flatDelta);
  return Array.from(largestFirst(deltas, names), (at) => differences[at] as FunctionDifference);
}

function difference(
  shown: FunctionRow,
  baseRow: FunctionRow | undefined,
  baseTotal: number,
  headRow: FunctionRow | undefined,
  headTotal: number,
): FunctionDifference {
  const base = side(baseRow, baseTotal);
  const head = side(headRow, headTotal);
  return {
    name: shown.name,
    file: shown.file,
    line: shown.line,
    base,
    head,
    flatDelta: head.flatFraction - base.flatFraction,
  };
}

function side(row: FunctionRow | undefined, total: number): FunctionSide {
  const flat = row?.flat ?? 0;
  const cum = row?.cum ?? 0;
  return {
    flat,
    cum,
    flatFraction: total === 0 ? 0 : flat / total,
    cumFraction: total === 0 ? 0 : cum / total,
  };
}
