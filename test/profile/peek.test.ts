/** Callers and callees against `go tool pprof -peek`, recorded and, where Go is, now. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readProfile } from '../../src/formats/profiles/pprof/read.ts';
import { type Peek, peek } from '../../src/profile/peek.ts';
import type { Profile } from '../../src/profile/profile.ts';
import { pruneFrames } from '../../src/profile/select/prune.ts';
import { mergeStacks, stacksOf } from '../../src/profile/stacks.ts';
import type { TableOptions } from '../../src/profile/table.ts';
import { anyModel, encode } from './model.ts';
import { hasGo, runPprof } from './pprof.ts';

const golden = join(import.meta.dirname, '../golden/pprof');
const inputs = join(golden, 'in');

const commands = readFileSync(join(golden, 'peek.tsv'), 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => {
    const [output = '', args = ''] = line.split('\t');
    return { output, args: args.split(' ') };
  });

const inline = / \((?:partial-)?inline\)$/;

/** One line for each number of the text: `caller -> callee: value`, `name flat value cum value`. */
function linesOf(text: string): string[] {
  // The heading, the column titles, the functions, and nothing behind the last line.
  const blocks = text.split(/^-+\+-+\n/m).slice(2, -1);
  return blocks.flatMap((block) => {
    const callers: [string, string][] = [];
    const callees: [string, string][] = [];
    let own = '';
    let numbers = '';
    for (const line of block
      .trimEnd()
      .split('\n')
      .filter((one) => one !== '')) {
      const [, left = '', name = ''] = /^(.*?) +\| (.*)$/.exec(line) ?? [];
      const [value = ''] = /-?\d+/.exec(left) ?? [];
      if (!name.startsWith('  ')) {
        const [flat, , , cum] = left.trim().split(/ +/);
        own = name;
        numbers = `${name} flat ${Number.parseInt(flat ?? '', 10)} cum ${Number.parseInt(cum ?? '', 10)}`;
      } else {
        (own === '' ? callers : callees).push([name.trim().replace(inline, ''), value]);
      }
    }
    return [
      numbers,
      ...callers.map(([name, value]) => `${name} -> ${own}: ${value}`),
      ...callees.map(([name, value]) => `${own} -> ${name}: ${value}`),
    ];
  });
}

function treeOf(profile: Profile, options?: TableOptions) {
  const [tree] = stacksOf(profile, options);
  if (tree === undefined) throw new TypeError('no tree');
  return tree;
}

async function found(args: readonly string[]): Promise<string[]> {
  const value = (flag: string) =>
    args.find((arg) => arg.startsWith(`-${flag}=`))?.slice(flag.length + 2) ?? '';
  const expression = new RegExp(value('peek'));
  const file = args.at(-1) ?? '';
  const profile = await pruneFrames(readProfile(readFileSync(join(inputs, file)), { file }));
  const matches = (name: string) => expression.test(name);
  const seen = peek(treeOf(profile, { sampleType: value('sample_index') }), matches);
  return [
    ...seen.functions.map(({ name, flat, cum }) => `${name} flat ${flat} cum ${cum}`),
    // A call between two that match stands in the text twice.
    ...seen.calls.flatMap(({ caller, callee, value: cost }) =>
      [caller, callee].filter(matches).map(() => `${caller} -> ${callee}: ${cost}`),
    ),
  ];
}

describe('pprof -peek as recorded', () => {
  it('is there for both sides', () => {
    expect(commands.length).toBe(8);
  });

  it.each(commands)('$output', async ({ output, args }) => {
    const expected = linesOf(readFileSync(join(golden, 'out', output), 'utf8'));
    expect(expected.filter((line) => line.includes(' -> ')).length).toBeGreaterThan(0);
    expect((await found(args)).toSorted()).toEqual(expected.toSorted());
  });

  it.skipIf(!hasGo).each(commands)('$output, by the tool itself', async ({ args }) => {
    const expected = linesOf(runPprof(args, inputs));
    expect((await found(args)).toSorted()).toEqual(expected.toSorted());
  });
});

const peekOf = (bytes: Uint8Array): Peek =>
  peek(treeOf(readProfile(bytes, { file: 'p' })), () => true);

describe('calls', () => {
  it('of a sample count once, and a function that calls itself is no call', () => {
    const frame = (id: number) => ({ id, mapping: -1, lines: [{ f: id - 1, line: 1 }] });
    const model = {
      types: [{ type: 'cpu', unit: 'ns' }],
      functions: ['main', 'a', 'b'].map((name, i) => ({ id: i + 1, name, file: '', startLine: 0 })),
      mappings: [],
      locations: [frame(1), frame(2), frame(3)],
      samples: [
        // Leaf first: main calls a, which calls itself, then b, a and b again.
        { stack: [2, 1, 2, 1, 1, 0], values: [5], labels: [] },
        { stack: [2, 0], values: [0], labels: [] },
      ],
    };
    expect(peekOf(encode(model)).calls.toSorted((a, b) => (a.caller < b.caller ? -1 : 1))).toEqual([
      { caller: 'a', callee: 'b', value: 5 },
      { caller: 'b', callee: 'a', value: 5 },
      { caller: 'main', callee: 'a', value: 5 },
    ]);
  });

  it('of a peek are those of the whole graph that touch a match', () => {
    fc.assert(
      fc.property(anyModel, (model) => {
        const tree = treeOf(readProfile(encode(model), { file: 'p' }));
        const all = peek(tree, () => true).calls;
        const some = peek(tree, (name) => name.startsWith('main')).calls;
        const touches = all.filter(({ caller, callee }) =>
          [caller, callee].some((name) => name.startsWith('main')),
        );
        expect(new Set(some)).toEqual(new Set(touches));
      }),
    );
  });

  it('of two profiles add up', () => {
    const tree = treeOf(readProfile(readFileSync(join(inputs, 'cpu.base.pprof')), { file: 'p' }));
    const [once, twice] = [tree, mergeStacks([tree, tree])].map((of) => peek(of, () => true));
    expect(new Set(twice?.calls)).toEqual(
      new Set(once?.calls.map((call) => ({ ...call, value: 2 * call.value }))),
    );
    expect(twice?.total).toBe(2 * (once?.total ?? 0));
  });
});
