/** The tree of both sides: what `go tool pprof -top` printed of each, and how it is built. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readAnyProfile, readTable } from '../../src/formats/profiles/readtable.ts';
import type { Stacks } from '../../src/model/evidence.ts';
import { callTree, type TwoSidedTree } from '../../src/profile/calltree.ts';
import type { Profile } from '../../src/profile/profile.ts';
import { mergeStacks, stacksOf } from '../../src/profile/stacks.ts';
import { tagTotals } from '../../src/profile/tags.ts';
import { childOf, finishTree, flatAndCum, newTree, totals } from '../../src/profile/tree.ts';
import { parseTop } from './pprof.ts';

const golden = join(import.meta.dirname, '../golden/pprof');
const bytesOf = (name: string) => readFileSync(join(golden, 'in', `${name}.pprof`));
const profileOf = (name: string): Promise<Profile> =>
  readAnyProfile({ file: name, bytes: bytesOf(name) });

const stacks = (profile: Profile, sampleType?: string): Stacks =>
  stacksOf(profile, sampleType === undefined ? {} : { sampleType })[0] as Stacks;

const cases = [
  ['cpu', 'cpu'],
  ['cpu', 'samples'],
  ['heap', 'alloc_space'],
  ['mutex', 'delay'],
  ['block', 'delay'],
  ['goroutine', 'goroutine'],
] as const;

/** Rows as pprof prints them: those where both are 0 are left out. */
function rowsOf({ tree, functions }: TwoSidedTree, side: 'base' | 'head'): string[] {
  const { flat, cum } = flatAndCum(tree, tree[side], functions.length);
  return functions
    .map(({ name }, f) => ({ name, flat: flat[f] ?? 0, cum: cum[f] ?? 0 }))
    .filter((row) => row.flat !== 0 || row.cum !== 0)
    .map((row) => `${row.name} ${row.flat} ${row.cum}`)
    .sort();
}

describe('flat and cum of both sides', () => {
  it.each(cases)('of %s, %s are what pprof -top printed', async (kind, sampleType) => {
    const [base, head] = [await profileOf(`${kind}.base`), await profileOf(`${kind}.head`)];
    const both = callTree(stacks(base, sampleType), stacks(head, sampleType));
    for (const side of ['base', 'head'] as const) {
      const printed = readFileSync(
        join(golden, 'out', `${kind}.${sampleType}.${side}.txt`),
        'utf8',
      );
      const expected = parseTop(printed).rows.map(
        ({ name, flat, cum }) => `${name} ${flat} ${cum}`,
      );
      expect(rowsOf(both, side)).toEqual(expected.sort());
    }
  });

  it('add up over several profiles of a side', async () => {
    const [base, head] = [await profileOf('cpu.base'), await profileOf('cpu.head')];
    const both = callTree(null, mergeStacks([stacks(base, 'cpu'), stacks(head, 'cpu')]));
    const printed = readFileSync(join(golden, 'out', 'cpu.cpu.merge.txt'), 'utf8');
    const expected = parseTop(printed).rows.map(({ name, flat, cum }) => `${name} ${flat} ${cum}`);
    expect(rowsOf(both, 'head')).toEqual(expected.sort());
    expect(rowsOf(both, 'base')).toEqual([]);
  });
});

describe('functions', () => {
  it('have the place that the table of the head has', async () => {
    const [base, head] = [await profileOf('cpu.base'), await profileOf('cpu.head')];
    const both = callTree(stacks(base), stacks(head));
    const table = await readTable({ file: 'cpu.head', bytes: bytesOf('cpu.head') });
    const places = new Map(both.functions.map((of) => [of.name, `${of.file}:${of.line}`]));
    const running = table.functions.filter(({ flat }) => flat !== 0);
    expect(running.length).toBeGreaterThan(10);
    for (const { name, file, line } of running) expect(places.get(name)).toBe(`${file}:${line}`);
  });

  it('of the runtime are marked', async () => {
    const head = await profileOf('cpu.head');
    const { functions } = callTree(null, stacks(head));
    const isRuntime = (name: RegExp) =>
      functions.filter((of) => name.test(of.name)).map((of) => of.isRuntime);
    expect(new Set(isRuntime(/^runtime\./))).toEqual(new Set([true]));
    expect(new Set(isRuntime(/^example\.com\/ledger/))).toEqual(new Set([false]));
  });
});

describe('labels', () => {
  it('are added up by value', async () => {
    const profile = await profileOf('shop.head');
    const { total } = stacks(profile);
    const endpoints = tagTotals(profile).get('endpoint');
    expect(endpoints?.size).toBeGreaterThan(1);
    const sum = [...(endpoints?.values() ?? [])].reduce((all, value) => all + value, 0);
    expect(sum).toBeGreaterThan(0.5 * total);
    expect(sum).toBeLessThanOrEqual(total);
    expect([...(await tagTotals(await profileOf('cpu.head'))).keys()]).toEqual([]);
  });
});

describe('the tree', () => {
  it('is in the order of a walk, siblings by rank, however it was built and grown', () => {
    const draft = newTree(16);
    const stacks: number[][] = [];
    for (let i = 0; i < 3000; i++) stacks.push([i % 7, (i * 5) % 11, (i * 3) % 13]);
    for (const stack of stacks.toReversed()) {
      let node = 0;
      for (const frame of stack) node = childOf(draft, node, frame);
      draft.head[node] = (draft.head[node] ?? 0) + 1;
    }
    const rank = Int32Array.from({ length: 13 }, (_, i) => 12 - i);
    const tree = finishTree(draft, rank);
    const paths: string[] = [];
    for (let node = 1; node < tree.parent.length; node++) {
      expect(tree.parent[node]).toBeLessThan(node);
      const up = tree.parent[node] as number;
      const own = String.fromCharCode(97 + (rank[tree.frame[node] as number] as number));
      paths.push((up === 0 ? '' : (paths[up - 1] as string)) + own);
    }
    expect(paths).toEqual([...paths].sort());
    expect(new Set(paths).size).toBe(paths.length);
    expect(totals(tree, tree.head)[0]).toBe(3000);
  });

  it('counts a recursive function once in each stack', () => {
    const draft = newTree();
    const [a, b] = [0, 1];
    const inner = childOf(draft, childOf(draft, childOf(draft, 0, a), b), a);
    draft.head[inner] = 5;
    const tree = finishTree(draft, Int32Array.of(0, 1));
    const { flat, cum } = flatAndCum(tree, tree.head, 2);
    expect([...flat]).toEqual([5, 0]);
    expect([...cum]).toEqual([5, 5]);
  });
});
