/** Stacks as a tree of calls: every number of the table can be read off it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readProfile } from '../../src/formats/profiles/pprof/read.ts';
import { InputError } from '../../src/model/error.ts';
import type { Stacks } from '../../src/model/evidence.ts';
import type { FunctionTable } from '../../src/model/run.ts';
import { pruneFrames } from '../../src/profile/select/prune.ts';
import { slicesOf } from '../../src/profile/select/slices.ts';
import { mergeStacks, stacksOf } from '../../src/profile/stacks.ts';
import { functionTable, mergeTables, sliceTables } from '../../src/profile/table.ts';
import { anyModel, encode } from './model.ts';

const inputs = join(import.meta.dirname, '../golden/pprof/in');
const golden = (file: string) =>
  pruneFrames(readProfile(readFileSync(join(inputs, file)), { file }));

/** `root;callee;leaf` and what was counted there. */
function linesOf({ functions, parent, call, self }: Stacks): string[] {
  const path = (node: number): string[] =>
    node < 0 ? [] : [...path(parent[node] ?? -1), functions[call[node] ?? -1]?.name ?? '?'];
  return [...self].flatMap((value, n) => (value === 0 ? [] : [`${path(n).join(';')} ${value}`]));
}

/** Flat and cum of each function, counted the slow way. */
function costsOf({ functions, parent, call, self }: Stacks): Map<string, [number, number]> {
  const costs = new Map(functions.map(({ name }): [string, [number, number]] => [name, [0, 0]]));
  const add = (f = -1, more: readonly [number, number]) => {
    const name = functions[f]?.name ?? '';
    const [flat, cum] = costs.get(name) ?? [0, 0];
    costs.set(name, [flat + more[0], cum + more[1]]);
  };
  self.forEach((value, leaf) => {
    const seen = new Set<number>();
    for (let n = leaf; n >= 0; n = parent[n] ?? -1) seen.add(call[n] ?? -1);
    for (const f of seen) add(f, [0, value]);
    add(call[leaf], [value, 0]);
  });
  for (const [name, [flat, cum]] of costs) if (flat === 0 && cum === 0) costs.delete(name);
  return costs;
}

const costsIn = ({ functions }: FunctionTable) =>
  new Map(functions.map(({ name, flat, cum }) => [name, [flat, cum]]));

describe('a tree', () => {
  const frame = (id: number) => ({ id, mapping: -1, lines: [{ f: id - 1, line: 10 * id }] });
  const model = {
    types: [{ type: 'cpu', unit: 'ns' }],
    functions: ['main', 'a', 'b'].map((name, i) => ({
      ...{ id: i + 1, name, file: `${name}.go`, startLine: 0 },
    })),
    mappings: [],
    locations: [frame(1), frame(2), frame(3)],
    samples: [
      // Leaf first.
      { stack: [2, 1, 0], values: [5], labels: [] },
      { stack: [1, 0], values: [3], labels: [] },
      { stack: [2, 1, 0], values: [7], labels: [] },
      { stack: [1, 1, 0], values: [2], labels: [] },
      { stack: [2], values: [0], labels: [] },
    ],
  };

  it('has each stack once, callers before callees, and the places of the table', () => {
    const [tree] = stacksOf(readProfile(encode(model), { file: 'p' }));
    expect(tree && linesOf(tree).sort()).toEqual(['main;a 3', 'main;a;a 2', 'main;a;b 12']);
    expect(tree?.functions).toEqual([
      { name: 'main', file: 'main.go', line: 10 },
      { name: 'a', file: 'a.go', line: 20 },
      { name: 'b', file: 'b.go', line: 30 },
    ]);
    expect([...(tree?.parent ?? [])].every((parent, n) => parent < n)).toBe(true);
    expect([tree?.total, tree?.samples, tree?.profiles]).toEqual([17, 5, 1]);
  });

  it('holds the table: flat and cum of any profile', () => {
    fc.assert(
      fc.property(anyModel, (any) => {
        const profile = readProfile(encode(any), { file: 'p' });
        const [tree] = stacksOf(profile);
        const table = functionTable(profile);
        expect(tree && costsOf(tree)).toEqual(costsIn(table));
        expect([tree?.total, tree?.samples]).toEqual([table.total, table.samples]);
      }),
    );
  });

  it.each(['cpu.base.pprof', 'heap.head.pprof'])('holds the table of %s', async (file) => {
    const profile = await golden(file);
    for (const options of [{}, { inlines: false }, { granularity: 'lines' } as const]) {
      const [tree] = stacksOf(profile, options);
      expect(tree && costsOf(tree)).toEqual(costsIn(functionTable(profile, options)));
    }
  });

  it('of two profiles is that of both', async () => {
    const [base, head] = [await golden('cpu.base.pprof'), await golden('cpu.head.pprof')];
    const [[a], [b]] = [stacksOf(base), stacksOf(head)];
    if (a === undefined || b === undefined) throw new TypeError('no tree');
    const both = mergeStacks([a, b]);
    const table = mergeTables([functionTable(base), functionTable(head)]);
    expect(costsOf(both)).toEqual(costsIn(table));
    expect([both.total, both.samples, both.profiles]).toEqual([table.total, table.samples, 2]);
    expect(new Set(linesOf(both)).size).toBe(linesOf(both).length);
    expect(both.self.length).toBeLessThan(a.self.length + b.self.length);
  });

  it('of a heap and a CPU profile is none', async () => {
    const [[a], [b]] = [
      stacksOf(await golden('cpu.base.pprof')),
      stacksOf(await golden('heap.head.pprof')),
    ];
    expect(() => a && b && mergeStacks([a, b])).toThrow(InputError);
  });

  it('of each slice has its samples alone', () => {
    const labelled = {
      ...model,
      samples: model.samples.map((sample, i) => ({
        ...sample,
        labels: [['endpoint', i < 2 ? '/a' : '/b'] as const],
      })),
    };
    const profile = readProfile(encode(labelled), { file: 'p' });
    const slices = slicesOf(profile, 'endpoint');
    if (slices === null) throw new TypeError('no slices');
    const trees = stacksOf(profile, {}, slices);
    expect(trees.map(({ slice, total }) => [slice, total])).toEqual([
      ['endpoint=/a', 8],
      ['endpoint=/b', 9],
    ]);
    expect(trees.map(costsOf)).toEqual(sliceTables(profile, slices).map(costsIn));
  });
});
