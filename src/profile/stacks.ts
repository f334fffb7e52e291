/**
 * The stacks of a profile as a tree of calls, which is what flame graphs and lists of callers are made of.
 * Which samples and frames count is decided before (select/); rows and totals are the table's.
 */
import { randomInt } from 'node:crypto';
import type { Stacks } from '../model/evidence.ts';
import type { FunctionTable } from '../model/run.ts';
import {
  appendFloat64,
  appendInt32,
  type Float64Column,
  filled,
  filledFloat64,
  float64Column,
  type Int32Column,
  int32Column,
} from './columns.ts';
import { framesOf } from './frames.ts';
import { requireSameType } from './merge.ts';
import type { Profile } from './profile.ts';
import { chooseSampleType } from './sampletype.ts';
import type { Slices } from './select/slices.ts';
import { functionTable, sliceTables, type TableOptions } from './table.ts';

/**
 * The stacks of a profile: one tree, or one for each slice. Their flat and cum are those of functionTable and
 * sliceTables with the same options.
 *
 * @throws as functionTable
 */
export function stacksOf(
  profile: Profile,
  options: TableOptions = {},
  slices: Slices | null = null,
): Stacks[] {
  const tables =
    slices === null ? [functionTable(profile, options)] : sliceTables(profile, slices, options);
  const frames = framesOf(profile, options.inlines ?? true, options.granularity ?? 'functions');
  const { start, site, siteRow, rowNames } = frames;
  const type = chooseSampleType(profile, options.sampleType);
  const types = profile.sampleTypes.length;
  const { count, locationStart, locations, values } = profile.samples;
  const trees = tables.map(newTree);
  for (let s = 0; s < count; s++) {
    const value = values[s * types + type] as number;
    const tree = trees[slices === null ? 0 : (slices.ofSample[s] as number)] as Tree;
    if (value === 0) continue;
    let node = -1;
    // From the root to the leaf; of a location, from the outermost function to the innermost.
    for (let i = (locationStart[s + 1] as number) - 1; i >= (locationStart[s] as number); i--) {
      const location = locations[i] as number;
      for (let k = (start[location + 1] as number) - 1; k >= (start[location] as number); k--) {
        node = callee(tree, node, siteRow[site[k] as number] as number);
      }
    }
    if (node >= 0) tree.self.values[node] = (tree.self.values[node] as number) + value;
  }
  return trees.map((tree, i) => finished(tree, tables[i] as FunctionTable, rowNames));
}

/**
 * Adds stacks of one kind and slice up, as if their profiles had been merged. A function's file and line are
 * those where it stands first.
 *
 * @throws {InputError} as mergeTables
 */
export function mergeStacks(all: readonly [Stacks, ...Stacks[]]): Stacks {
  const [first, ...others] = all;
  if (others.length === 0) return first;
  const tree = newTree();
  const functions: Stacks['functions'][number][] = [];
  const byName = new Map<string, number>();
  for (const stacks of all) {
    requireSameType(sourceOf(first), sourceOf(stacks));
    const rows = stacks.functions.map((row) => {
      const known = byName.get(row.name) ?? functions.push(row) - 1;
      byName.set(row.name, known);
      return known;
    });
    const nodes = new Int32Array(stacks.parent.length);
    for (let n = 0; n < nodes.length; n++) {
      const parent = stacks.parent[n] as number;
      const above = parent < 0 ? -1 : (nodes[parent] as number);
      const node = callee(tree, above, rows[stacks.call[n] as number] as number);
      nodes[n] = node;
      tree.self.values[node] = (tree.self.values[node] as number) + (stacks.self[n] as number);
    }
  }
  const sum = (item: (stacks: Stacks) => number) =>
    all.reduce((total, one) => total + item(one), 0);
  return {
    ...first,
    total: sum(({ total }) => total),
    ...(first.background === undefined ? {} : { background: sum((one) => one.background ?? 0) }),
    samples: all.some(({ samples }) => samples === null) ? null : sum((one) => one.samples ?? 0),
    profiles: sum(({ profiles }) => profiles),
    functions,
    ...columnsOf(tree),
  };
}

/** For the message that two are of different kinds. */
const sourceOf = ({ sampleType, total, samples }: Stacks): FunctionTable => ({
  ...{ source: 'a profile', sampleType, total, samples, functions: [] },
});

/** With other values, the totals as they are: `background` is for those of functions that are background. */
export function weighted(
  stacks: Stacks,
  factors: { readonly user: number; readonly background: number },
): Stacks {
  if (factors.user === 1 && factors.background === 1) return stacks;
  const self = stacks.self.map((value, n) => {
    const row = stacks.functions[stacks.call[n] as number];
    return value * (row?.background ? factors.background : factors.user);
  });
  return { ...stacks, self };
}

/** A tree while stacks are added, with an open-addressing hash table of its nodes. */
interface Tree {
  readonly parent: Int32Column;
  readonly call: Int32Column;
  readonly self: Float64Column;
  /** Node + 1 by hash of its parent and its function, 0 where free; at most half of it is used. */
  table: Int32Array;
}

const smallest = 1024;

const newTree = (): Tree => ({
  parent: int32Column(smallest),
  call: int32Column(smallest),
  self: float64Column(smallest),
  table: new Int32Array(2 * smallest),
});

/** Other factors in each process: no file can be made of collisions. */
const [PARENT, ROW] = [0, 0].map(() => 2 * randomInt(2 ** 30) + 1) as [number, number];

/** The node of function `row` called by node `parent`; made where there is none. */
function callee(tree: Tree, parent: number, row: number): number {
  const mask = tree.table.length - 1;
  let at = placeOf(tree.table, parent, row);
  for (;;) {
    const found = (tree.table[at] as number) - 1;
    if (found < 0) break;
    if (tree.parent.values[found] === parent && tree.call.values[found] === row) return found;
    at = (at + 1) & mask;
  }
  const node = tree.parent.length;
  tree.table[at] = node + 1;
  appendInt32(tree.parent, parent);
  appendInt32(tree.call, row);
  appendFloat64(tree.self, 0);
  if (2 * tree.parent.length > tree.table.length) grow(tree);
  return node;
}

function placeOf(table: Int32Array, parent: number, row: number): number {
  const mixed = Math.imul(parent, PARENT) + Math.imul(row, ROW);
  // The high bits of a product are the well mixed ones.
  return (mixed | 0) >>> (Math.clz32(table.length) + 1);
}

function grow(tree: Tree): void {
  const table = new Int32Array(2 * tree.table.length);
  const mask = table.length - 1;
  for (let node = 0; node < tree.parent.length; node++) {
    let at = placeOf(table, tree.parent.values[node] as number, tree.call.values[node] as number);
    while (table[at] !== 0) at = (at + 1) & mask;
    table[at] = node + 1;
  }
  tree.table = table;
}

const columnsOf = ({ parent, call, self }: Tree): Pick<Stacks, 'parent' | 'call' | 'self'> => ({
  parent: filled(parent),
  call: filled(call),
  self: filledFloat64(self),
});

/** With the functions that have nodes, and where the table places them. */
function finished(tree: Tree, table: FunctionTable, rowNames: readonly string[]): Stacks {
  const places = new Map(table.functions.map((row) => [row.name, row]));
  const functions: Stacks['functions'][number][] = [];
  const numbers = new Int32Array(rowNames.length).fill(-1);
  const columns = columnsOf(tree);
  for (let n = 0; n < columns.call.length; n++) {
    const row = columns.call[n] as number;
    if (numbers[row] === -1) {
      const name = rowNames[row] as string;
      // What comes to nothing, as in a difference, has no row in the table.
      const { file = '', line = 0, background } = places.get(name) ?? {};
      numbers[row] = functions.push({ name, file, line, ...(background && { background }) }) - 1;
    }
    columns.call[n] = numbers[row] as number;
  }
  return {
    sampleType: table.sampleType,
    ...(table.slice === undefined ? {} : { slice: table.slice }),
    total: table.total,
    ...(table.background === undefined ? {} : { background: table.background }),
    samples: table.samples,
    profiles: 1,
    functions,
    ...columns,
  };
}
