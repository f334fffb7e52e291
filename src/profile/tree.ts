/**
 * Call trees of two sides in one: a node for each stack that begins alike, with what each side spent in
 * exactly that stack. Numbers only, no Node.js: the page of the HTML report builds its views with it, too.
 */

export interface CallTree {
  /** Nodes in the order of a walk, each before its children; siblings by the order of their frames. Node 0 is the root. */
  readonly parent: Int32Array;
  /** Which function a node is of; -1 for the root. */
  readonly frame: Int32Array;
  /** What each side spent in the node itself, without what it calls. */
  readonly base: Float64Array;
  readonly head: Float64Array;
}

/** A tree while stacks are added to it. */
export interface TreeDraft {
  count: number;
  parent: Int32Array;
  frame: Int32Array;
  base: Float64Array;
  head: Float64Array;
  /** Node by hash of its parent and frame, 0 where free; twice as large as the columns. */
  table: Int32Array;
}

/** Other factors each time: no file can be made of collisions. */
const odd = (): number => 2 * Math.floor(Math.random() * 2 ** 30) + 1;
const [OF_PARENT, OF_FRAME] = [odd(), odd()];

/** `capacity` is a guess at the number of nodes. */
export function newTree(capacity = 1024): TreeDraft {
  const size = 2 ** Math.ceil(Math.log2(Math.max(capacity, 16)));
  const frame = new Int32Array(size);
  frame[0] = -1;
  return {
    count: 1,
    parent: new Int32Array(size),
    frame,
    base: new Float64Array(size),
    head: new Float64Array(size),
    table: new Int32Array(2 * size),
  };
}

/** The child of a node for a frame; made where there is none. */
export function childOf(tree: TreeDraft, node: number, frame: number): number {
  let at = slotOf(tree, node, frame);
  const found = tree.table[at] as number;
  if (found > 0) return found;
  if (tree.count === tree.parent.length) {
    grow(tree);
    at = slotOf(tree, node, frame);
  }
  const made = tree.count++;
  tree.parent[made] = node;
  tree.frame[made] = frame;
  tree.table[at] = made;
  return made;
}

function slotOf({ table, parent, frame: frames }: TreeDraft, node: number, frame: number): number {
  const mask = table.length - 1;
  const mixed = Math.imul(node, OF_PARENT) ^ Math.imul(frame + 1, OF_FRAME);
  let at = (mixed ^ (mixed >>> 15)) & mask;
  for (;;) {
    const found = table[at] as number;
    if (found === 0 || (parent[found] === node && frames[found] === frame)) return at;
    at = (at + 1) & mask;
  }
}

function grow(tree: TreeDraft): void {
  const size = 2 * tree.parent.length;
  tree.parent = larger(tree.parent, new Int32Array(size));
  tree.frame = larger(tree.frame, new Int32Array(size));
  tree.base = larger(tree.base, new Float64Array(size));
  tree.head = larger(tree.head, new Float64Array(size));
  tree.table = new Int32Array(2 * size);
  for (let node = 1; node < tree.count; node++) {
    const at = slotOf(tree, tree.parent[node] as number, tree.frame[node] as number);
    tree.table[at] = node;
  }
}

function larger<Column extends Int32Array | Float64Array>(old: Column, room: Column): Column {
  room.set(old);
  return room;
}

/** The tree in the order of a walk; siblings by `rank` of their frames. Linear. */
export function finishTree(draft: TreeDraft, rank: Int32Array): CallTree {
  const { count } = draft;
  const next = new Int32Array(count).fill(-1);
  const first = new Int32Array(count).fill(-1);
  // Put in front of their siblings from the last rank to the first, they end up in order.
  for (const node of byRankFalling(draft, rank)) {
    const parent = draft.parent[node] as number;
    next[node] = first[parent] as number;
    first[parent] = node;
  }
  const tree: CallTree = {
    parent: new Int32Array(count),
    frame: new Int32Array(count),
    base: new Float64Array(count),
    head: new Float64Array(count),
  };
  const placed = new Int32Array(count);
  let at = 0;
  let node = 0;
  while (node >= 0) {
    placed[node] = at;
    tree.parent[at] = node === 0 ? -1 : (placed[draft.parent[node] as number] as number);
    tree.frame[at] = draft.frame[node] as number;
    tree.base[at] = draft.base[node] as number;
    tree.head[at] = draft.head[node] as number;
    at++;
    if ((first[node] as number) >= 0) {
      node = first[node] as number;
      continue;
    }
    while (node > 0 && (next[node] as number) < 0) node = draft.parent[node] as number;
    node = node === 0 ? -1 : (next[node] as number);
  }
  return tree;
}

/** All nodes but the root, by a counting sort. */
function byRankFalling({ count, frame }: TreeDraft, rank: Int32Array): Int32Array {
  const starts = new Int32Array(rank.length + 1);
  const rankOf = (node: number): number => rank[frame[node] as number] as number;
  for (let node = 1; node < count; node++) {
    const place = rank.length - 1 - rankOf(node);
    starts[place + 1] = (starts[place + 1] as number) + 1;
  }
  for (let i = 0; i < rank.length; i++) {
    starts[i + 1] = (starts[i + 1] as number) + (starts[i] as number);
  }
  const sorted = new Int32Array(count - 1);
  for (let node = 1; node < count; node++) {
    const place = rank.length - 1 - rankOf(node);
    const at = starts[place] as number;
    sorted[at] = node;
    starts[place] = at + 1;
  }
  return sorted;
}

/** A column of self values with what each node's children have added: from self to total. */
export function totals(tree: Pick<CallTree, 'parent'>, self: Float64Array): Float64Array {
  const sum = Float64Array.from(self);
  for (let node = sum.length - 1; node > 0; node--) {
    const parent = tree.parent[node] as number;
    sum[parent] = (sum[parent] as number) + (sum[node] as number);
  }
  return sum;
}

/** What each function has of a column: flat is its own, cum what is anywhere under it, once a stack. */
export function flatAndCum(
  tree: CallTree,
  self: Float64Array,
  functions: number,
): { readonly flat: Float64Array; readonly cum: Float64Array } {
  const flat = new Float64Array(functions);
  const cum = new Float64Array(functions);
  const total = totals(tree, self);
  // How often each function is on the way to the node walked; nodes that were left are taken back.
  const open = new Int32Array(functions);
  let way = 0;
  for (let node = 1; node < tree.parent.length; node++) {
    const parent = tree.parent[node] as number;
    for (; way !== parent; way = tree.parent[way] as number) {
      const left = tree.frame[way] as number;
      open[left] = (open[left] as number) - 1;
    }
    const f = tree.frame[node] as number;
    flat[f] = (flat[f] as number) + (self[node] as number);
    if (open[f] === 0) cum[f] = (cum[f] as number) + (total[node] as number);
    open[f] = (open[f] as number) + 1;
    way = node;
  }
  return { flat, cum };
}
