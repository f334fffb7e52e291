/**
 * Who calls a function and what it calls, with what each call costs: the numbers of `pprof -peek`.
 * One profile at a time; the sides of a difference are put together by the caller.
 *
 * Source of the rules: internal/graph (newGraph, AddToEdgeDiv) and printTree in internal/report of
 * github.com/google/pprof.
 */
import type { FunctionTable } from '../model/run.ts';
import { framesOf } from './frames.ts';
import { mergeTables } from './merge.ts';
import type { Profile } from './profile.ts';
import { chooseSampleType } from './sampletype.ts';
import { functionTable, type TableOptions } from './table.ts';

/** What the samples cost in which one function was called straight by another. */
export interface Calls {
  readonly caller: string;
  readonly callee: string;
  /** In the profile's unit; each sample once, however often the call stands in its stack. */
  readonly value: number;
}

export interface Peek {
  readonly table: FunctionTable;
  /** All calls of which one end matches, in no order. Calls of a function to itself are none. */
  readonly calls: readonly Calls[];
}

/**
 * The table of a profile, and the calls from and to the functions whose names match.
 *
 * @throws {InputError} and {Error} as functionTable
 */
export function peekProfile(
  profile: Profile,
  matches: (name: string) => boolean,
  options: TableOptions = {},
): Peek {
  const table = functionTable(profile, options);
  const type = chooseSampleType(profile, options.sampleType);
  const frames = framesOf(profile, options.inlines ?? true, options.granularity ?? 'functions');
  const { start, site, siteRow, rowNames } = frames;
  const isMatch = Uint8Array.from(rowNames, (name) => (matches(name) ? 1 : 0));
  const { count, locationStart, locations, values } = profile.samples;
  const types = profile.sampleTypes.length;
  const found = new Map<number, { value: number; last: number }>();
  for (let s = 0; s < count; s++) {
    const value = values[s * types + type] as number;
    if (value === 0) continue;
    let caller = -1;
    // From the root to the leaf; of a location, from the outermost function to the innermost.
    for (let i = (locationStart[s + 1] as number) - 1; i >= (locationStart[s] as number); i--) {
      const location = locations[i] as number;
      for (let k = (start[location + 1] as number) - 1; k >= (start[location] as number); k--) {
        const callee = siteRow[site[k] as number] as number;
        if (caller >= 0 && caller !== callee && (isMatch[caller] || isMatch[callee])) {
          const key = caller * rowNames.length + callee;
          const calls = found.get(key) ?? { value: 0, last: -1 };
          if (calls.last !== s) calls.value += value;
          calls.last = s;
          found.set(key, calls);
        }
        caller = callee;
      }
    }
  }
  const calls = Array.from(found, ([key, { value }]) => ({
    caller: rowNames[Math.floor(key / rowNames.length)] as string,
    callee: rowNames[key % rowNames.length] as string,
    value,
  }));
  return { table, calls };
}

/** Adds peeks of one kind up, as if their profiles had been merged. Throws as mergeTables. */
export function mergePeeks(peeks: readonly Peek[]): Peek {
  const table = mergeTables(peeks.map((peek) => peek.table));
  const sums = new Map<string, Calls>();
  for (const { calls } of peeks) {
    for (const call of calls) {
      const key = JSON.stringify([call.caller, call.callee]);
      const sum = sums.get(key);
      sums.set(key, sum === undefined ? call : { ...sum, value: sum.value + call.value });
    }
  }
  return { table, calls: [...sums.values()] };
}
