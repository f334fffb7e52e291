/** Other trees out of a call tree: without the runtime's frames, and the two of a function: its callers and what it calls. */
import { type CallTree, childOf, finishTree, newTree } from '../../profile/tree.ts';

/** Functions are numbered in the order of their names. */
const byName = (functions: number): Int32Array =>
  Int32Array.from({ length: functions }, (_, f) => f);

/** Each frame of nobody's own code belongs to whoever called it; without a caller it stays. */
export function withoutFrames(tree: CallTree, hidden: ArrayLike<number>): CallTree {
  const count = tree.parent.length;
  const draft = newTree(count);
  const place = new Int32Array(count);
  for (let node = 1; node < count; node++) {
    const up = place[tree.parent[node] as number] as number;
    const frame = tree.frame[node] as number;
    const at = hidden[frame] === 1 && up !== 0 ? up : childOf(draft, up, frame);
    place[node] = at;
    draft.base[at] = (draft.base[at] as number) + (tree.base[node] as number);
    draft.head[at] = (draft.head[at] as number) + (tree.head[node] as number);
  }
  return finishTree(draft, byName(hidden.length));
}

export interface Sandwich {
  /** The function at the top, below it who calls it, and who calls them. */
  readonly callers: CallTree;
  /** The function at the top, below it what it calls. */
  readonly callees: CallTree;
}

/** What all stacks with a function in them have above it and below it; of a recursive one the outermost counts. */
export function sandwich(tree: CallTree, f: number, functions: number): Sandwich {
  const count = tree.parent.length;
  const down = newTree(1024);
  const up = newTree(1024);
  // Place in `down` of nodes under the function; 0 elsewhere.
  const place = new Int32Array(count);
  const caller = new Int32Array(count);
  for (let node = 1; node < count; node++) {
    const parent = tree.parent[node] as number;
    const above = place[parent] as number;
    const frame = tree.frame[node] as number;
    if (above === 0 && frame !== f) continue;
    const at = childOf(down, above, frame);
    place[node] = at;
    if (above === 0) caller[node] = way(up, tree, node);
    else caller[node] = caller[parent] as number;
    const [base, head] = [tree.base[node] as number, tree.head[node] as number];
    down.base[at] = (down.base[at] as number) + base;
    down.head[at] = (down.head[at] as number) + head;
    const end = caller[node] as number;
    up.base[end] = (up.base[end] as number) + base;
    up.head[end] = (up.head[end] as number) + head;
  }
  const order = byName(functions);
  return { callers: finishTree(up, order), callees: finishTree(down, order) };
}

/** The way from a node to the root as a way down from the root of the other tree. */
function way(up: ReturnType<typeof newTree>, tree: CallTree, node: number): number {
  let at = 0;
  for (let value = node; value > 0; value = tree.parent[value] as number) {
    at = childOf(up, at, tree.frame[value] as number);
  }
  return at;
}

/** One call in all stacks: what was spent in the callee and below, when this one called it. */
export interface Call {
  readonly frame: number;
  readonly base: number;
  readonly head: number;
}

/** Who calls a function directly, from the tree of its callers; what it calls, from that of callees. */
export function directCalls(tree: CallTree): Call[] {
  const calls = new Map<number, { frame: number; base: number; head: number }>();
  let open: { frame: number; base: number; head: number } | null = null;
  for (let node = 1; node < tree.parent.length; node++) {
    const parent = tree.parent[node] as number;
    if (parent === 0) {
      open = null;
      continue;
    }
    // The root has one child, the function: its children are the calls, and what follows is below them.
    if (tree.parent[parent] === 0) {
      const frame = tree.frame[node] as number;
      open = calls.get(frame) ?? { frame, base: 0, head: 0 };
      calls.set(frame, open);
    }
    if (open === null) continue;
    open.base += tree.base[node] as number;
    open.head += tree.head[node] as number;
  }
  return [...calls.values()].sort((a, b) => Math.max(b.base, b.head) - Math.max(a.base, a.head));
}
