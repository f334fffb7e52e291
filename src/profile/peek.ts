/**
 * Who calls a function and what it calls, with what each call costs: the numbers of `pprof -peek`, of one
 * side; the sides of a difference are put together by the caller.
 *
 * Source of the rules: internal/graph (newGraph, AddToEdgeDiv) and printTree in internal/report of
 * github.com/google/pprof.
 */
import type { Stacks } from '../model/evidence.ts';
import type { FunctionRow } from '../model/run.ts';
import { largestFirst } from './order.ts';

/** What the samples cost in which one function was called straight by another. */
export interface Calls {
  readonly caller: string;
  readonly callee: string;
  /** In the profile's unit; each sample once, however often the call stands in its stack. */
  readonly value: number;
}

export interface Peek {
  readonly total: number;
  /** The functions that match, by |flat| falling, then name; those that come to nothing are left out. */
  readonly functions: readonly FunctionRow[];
  /** All calls of which one end matches, in no order. Calls of a function to itself are none. */
  readonly calls: readonly Calls[];
}

/** The functions whose names match, and the calls from and to them. */
export function peek(stacks: Stacks, matches: (name: string) => boolean): Peek {
  const { functions, parent, call, self, total } = stacks;
  const isMatch = Uint8Array.from(functions, ({ name }) => (matches(name) ? 1 : 0));
  const below = costWithCallees(stacks);
  const flat = new Float64Array(functions.length);
  const cum = new Float64Array(functions.length);
  const found = new Map<number, number>();
  const isAmong = (node: number, is: (node: number) => boolean): boolean => {
    let number = node;
    while (number >= 0 && !is(number)) number = at(parent, number);
    return number >= 0;
  };
  for (let n = 0; n < call.length; n++) {
    const callee = at(call, n);
    const above = at(parent, n);
    if (isMatch[callee] === 1) {
      flat[callee] = at(flat, callee) + at(self, n);
      // Below another call of the same function it is in the cum of that one.
      const isCounted = isAmong(above, (number) => call[number] === callee);
      if (!isCounted) cum[callee] = at(cum, callee) + at(below, n);
    }
    const caller = above < 0 ? callee : at(call, above);
    if (caller === callee || (isMatch[caller] !== 1 && isMatch[callee] !== 1)) continue;
    const key = caller * functions.length + callee;
    const isCounted = isAmong(
      above,
      (number) =>
        call[number] === callee && at(parent, number) >= 0 && call[at(parent, number)] === caller,
    );
    found.set(key, (found.get(key) ?? 0) + (isCounted ? 0 : at(below, n)));
  }
  const name = (number: number) => functions[number]?.name ?? '';
  const names = functions.map((row) => row.name);
  return {
    total,
    functions: Array.from(largestFirst(flat, names)).flatMap((number) => {
      const row = {
        ...(functions[number] as Stacks['functions'][number]),
        flat: at(flat, number),
        cum: at(cum, number),
      };
      return isMatch[number] === 1 && (row.flat !== 0 || row.cum !== 0) ? [row] : [];
    }),
    calls: Array.from(found, ([key, value]) => ({
      caller: name(Math.floor(key / functions.length)),
      callee: name(key % functions.length),
      value,
    })),
  };
}

const at = (column: Float64Array | Int32Array, index: number): number => column[index] as number;

/** What each node costs with everything below it. */
export function costWithCallees({ parent, self }: Pick<Stacks, 'parent' | 'self'>): Float64Array {
  const below = Float64Array.from(self);
  // Callees come behind their callers.
  for (let n = below.length - 1; n >= 0; n--) {
    const above = at(parent, n);
    if (above >= 0) below[above] = at(below, above) + at(below, n);
  }
  return below;
}
