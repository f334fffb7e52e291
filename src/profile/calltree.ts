/** The stacks of both sides as one call tree, for reports that draw. Linear in the nodes. */
import type { Stacks } from '../model/evidence.ts';
import { isRuntimeCode } from './select/attribute.ts';
import { type CallTree, childOf, finishTree, newTree, type TreeDraft } from './tree.ts';

export interface TreeFunction {
  readonly name: string;
  /** The head's, where the head has the function. */
  readonly file: string;
  readonly line: number;
  /** Nobody's own code: the runtime's, libc's. */
  readonly isRuntime: boolean;
}

export interface TwoSidedTree {
  readonly tree: CallTree;
  /** By the number that nodes have, in the order of their names. */
  readonly functions: readonly TreeFunction[];
}

/** A side that has no stacks of the kind is null. */
export function callTree(base: Stacks | null, head: Stacks | null): TwoSidedTree {
  const draft = newTree((base?.parent.length ?? 0) + (head?.parent.length ?? 0));
  const functions: TreeFunction[] = [];
  const known = new Map<string, number>();
  // The head first: its places and lines are those that a reader can open.
  for (const [side, stacks] of [['head', head] as const, ['base', base] as const]) {
    if (stacks === null) continue;
    const numbers = Int32Array.from(stacks.functions, ({ name, file, line }) => {
      const found = known.get(name);
      if (found !== undefined) return found;
      known.set(name, functions.length);
      return functions.push({ name, file, line, isRuntime: isRuntimeCode(name, file) }) - 1;
    });
    addSide(draft, side, stacks, numbers);
  }
  const order = functions.map((_, f) => f);
  const name = (f: number): string => functions[f]?.name ?? '';
  order.sort((a, b) => (name(a) < name(b) ? -1 : 1));
  const rank = new Int32Array(order.length);
  for (const [at, f] of order.entries()) rank[f] = at;
  const tree = finishTree(draft, rank);
  return {
    tree: { ...tree, frame: tree.frame.map((f) => (f < 0 ? f : (rank[f] as number))) },
    functions: order.map((f) => functions[f] as TreeFunction),
  };
}

function addSide(
  draft: TreeDraft,
  side: 'base' | 'head',
  { parent, call, self }: Stacks,
  numbers: Int32Array,
): void {
  const nodes = new Int32Array(parent.length);
  for (let n = 0; n < nodes.length; n++) {
    const above = parent[n] as number;
    const under = above < 0 ? 0 : (nodes[above] as number);
    const node = childOf(draft, under, numbers[call[n] as number] as number);
    nodes[n] = node;
    // Read again each time: the columns grow.
    const column = draft[side];
    column[node] = (column[node] as number) + (self[n] as number);
  }
}
