/**
 * Who calls whom among chosen functions, with what each call costs: the edges of pprof's graph. A call by way of
 * functions that were not chosen is one of the nearest chosen caller.
 *
 * Source of the rules: newGraph in internal/graph of github.com/google/pprof.
 */
import type { Stacks } from '../model/evidence.ts';
import type { Calls } from './peek.ts';
import { costWithCallees } from './peek.ts';

/** All calls between functions that `isChosen`, in no order; of a function by itself there is none. */
export function callsAmong(stacks: Stacks, isChosen: (name: string) => boolean): Calls[] {
  const { functions, parent, call } = stacks;
  const chosen = functions.map(({ name }) => isChosen(name));
  const below = costWithCallees(stacks);
  /** The nearest chosen node at a node or above it; -1 where there is none. */
  const nearest = new Int32Array(call.length);
  const above = (node: number): number => {
    const up = parent[node] as number;
    return up < 0 ? -1 : (nearest[up] as number);
  };
  const functionOf = (node: number): number => call[node] as number;
  const found = new Map<number, number>();
  for (let n = 0; n < call.length; n++) {
    const callee = functionOf(n);
    const from = above(n);
    nearest[n] = chosen[callee] === true ? n : from;
    if (chosen[callee] !== true || from < 0 || functionOf(from) === callee) continue;
    const caller = functionOf(from);
    // Below another call of the same kind it is in the cost of that one.
    let is = from;
    while (is >= 0) {
      const up = above(is);
      if (functionOf(is) === callee && up >= 0 && functionOf(up) === caller) break;
      is = up;
    }
    const key = caller * functions.length + callee;
    found.set(key, (found.get(key) ?? 0) + (is >= 0 ? 0 : (below[n] as number)));
  }
  const name = (number: number) => functions[number]?.name ?? '';
  return Array.from(found, ([key, value]) => ({
    caller: name(Math.floor(key / functions.length)),
    callee: name(key % functions.length),
    value,
  }));
}
