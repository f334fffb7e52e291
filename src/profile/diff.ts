/**
 * Two tables side by side, function by function. Whether a difference means anything is for others.
 */
import type { FunctionComparison, FunctionSide } from '../model/functions.ts';
import type { FunctionRow, FunctionTable } from '../model/run.ts';
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
  const { names, baseRow, headRow } = pairRows(base, head);
  const deltas = new Float64Array(names.length);
  for (let i = 0; i < deltas.length; i++) {
    const before = flatFraction(base, baseRow[i] as number);
    deltas[i] = flatFraction(head, headRow[i] as number) - before;
  }
  const differences: FunctionDifference[] = [];
  for (const i of largestFirst(deltas, names)) {
    const before = base.functions[baseRow[i] as number];
    const after = head.functions[headRow[i] as number];
    const shown = after ?? before;
    differences.push({
      name: names[i] as string,
      file: shown?.file ?? '',
      line: shown?.line ?? 0,
      base: side(before, base.total),
      head: side(after, head.total),
      flatDelta: deltas[i] as number,
    });
  }
  return differences;
}

/** Every name once, with its row on each side, or -1. */
interface Pairs {
  readonly names: readonly string[];
  readonly baseRow: Int32Array;
  readonly headRow: Int32Array;
}

function pairRows(base: FunctionTable, head: FunctionTable): Pairs {
  const byName = new Map<string, number>();
  for (let row = 0; row < base.functions.length; row++) {
    byName.set((base.functions[row] as FunctionRow).name, row);
  }
  const most = base.functions.length + head.functions.length;
  const names: string[] = [];
  const baseRow = new Int32Array(most).fill(-1);
  const headRow = new Int32Array(most).fill(-1);
  const isPaired = new Uint8Array(base.functions.length);
  for (let row = 0; row < head.functions.length; row++) {
    const { name } = head.functions[row] as FunctionRow;
    const found = byName.get(name) ?? -1;
    if (found >= 0) {
      isPaired[found] = 1;
    }
    baseRow[names.length] = found;
    headRow[names.length] = row;
    names.push(name);
  }
  for (let row = 0; row < base.functions.length; row++) {
    if (isPaired[row] === 0) {
      baseRow[names.length] = row;
      names.push((base.functions[row] as FunctionRow).name);
    }
  }
  return { names, baseRow, headRow };
}

function flatFraction({ functions, total }: FunctionTable, row: number): number {
  const flat = functions[row]?.flat ?? 0;
  return total === 0 ? 0 : flat / total;
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
