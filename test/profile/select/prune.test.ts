/** Frames that a profile wants dropped. That pprof agrees is tested live, where Go is. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readProfile } from '../../../src/formats/profiles/pprof/read.ts';
import { pruneFrames } from '../../../src/profile/select/prune.ts';
import { functionTable } from '../../../src/profile/table.ts';
import { encode, type Model } from '../model.ts';
import { asLines, EXACT, flamegateTop, hasGo, parseTop, runPprof } from '../pprof.ts';

/** Stacks from the root to the leaf, 'a;b;c'; 'b+c' is one location, c inlined into b. */
function stacks(counts: Record<string, number>, dropFrames: string, keepFrames = ''): Model {
  const locations = [...new Set(Object.keys(counts).flatMap((stack) => stack.split(';')))];
  const names = [...new Set(locations.flatMap((location) => location.split('+')))];
  return {
    types: [{ type: 'cpu', unit: 'nanoseconds' }],
    functions: names.map((name, f) => ({ id: f + 1, name, file: 'f.cc', startLine: 1 })),
    mappings: [{ id: 1, file: '/bin/app' }],
    locations: locations.map((location, l) => ({
      id: l + 1,
      mapping: 0,
      lines: location
        .split('+')
        .reverse()
        .map((name) => ({ f: names.indexOf(name), line: 2 })),
    })),
    samples: Object.entries(counts).map(([stack, count]) => ({
      stack: stack
        .split(';')
        .reverse()
        .map((location) => locations.indexOf(location)),
      values: [count],
      labels: [],
    })),
    dropFrames,
    keepFrames,
  };
}

const profileOf = (model: Model) => readProfile(encode(model), { file: 'p.pprof' });

const CASES: readonly (readonly [string, Model, readonly string[]])[] = [
  [
    'the frame and what it called go, its caller is the leaf',
    stacks({ 'main;work;malloc;mmap': 5, 'main;work': 1 }, 'malloc'),
    ['work 6 6', 'main 0 6'],
  ],
  [
    'the match nearest the root counts',
    stacks({ 'main;malloc;work;malloc': 5 }, 'malloc'),
    ['main 5 5'],
  ],
  [
    'the whole name must match, without its arguments',
    stacks(
      { 'main;malloc(unsigned long)': 1, 'main;mymalloc': 2, 'main;.malloc': 4, 'main;malloc2': 8 },
      'malloc',
    ),
    ['malloc2 8 8', 'main 5 15', 'mymalloc 2 2'],
  ],
  [
    'C++ names with parentheses of their own keep them',
    stacks(
      {
        'main;(anonymous namespace)::f(int)': 1,
        'main;g::operator()(int)': 2,
        'main;operator()': 4,
      },
      'g::operator\\(\\)|\\(anonymous namespace\\)::f',
    ),
    ['operator() 4 4', 'main 3 7'],
  ],
  [
    'what keep_frames matches stays',
    stacks({ 'main;malloc_a;x': 1, 'main;malloc_b;x': 2 }, 'malloc_.*', '.*_b'),
    ['x 2 2', 'main 1 3', 'malloc_b 0 2'],
  ],
  [
    'nothing is dropped before the first frame kept',
    stacks({ malloc: 1, 'malloc;malloc': 2, 'malloc;main;malloc': 4 }, 'malloc'),
    ['main 4 4', 'malloc 3 7'],
  ],
  [
    'of an inlined frame, what was inlined into it goes too',
    stacks({ 'main;work+malloc+mmap': 1, 'main;malloc+mmap': 2, 'main;malloc+work': 4 }, 'malloc'),
    ['main 6 7', 'work 1 1'],
  ],
  [
    'a location shortened is shortened wherever it is',
    stacks({ 'work+malloc': 1, 'main;work+malloc;x': 2 }, 'malloc'),
    ['work 3 3', 'main 0 2'],
  ],
  ['functions without a name stay', stacks({ 'main;;x': 1 }, '|x'), ['[app] 1 1', 'main 0 1']],
  [
    'an invalid expression drops nothing',
    stacks({ 'main;malloc': 1 }, 'mal(loc'),
    ['malloc 1 1', 'main 0 1'],
  ],
  [
    'nor does an invalid keep_frames',
    stacks({ 'main;malloc': 1 }, 'malloc', '(?=x)'),
    ['malloc 1 1', 'main 0 1'],
  ],
  [
    'keep_frames alone does nothing',
    stacks({ 'main;malloc': 1 }, '', 'malloc'),
    ['malloc 1 1', 'main 0 1'],
  ],
];

describe('dropped frames', () => {
  it.each(CASES)('%s', async (_, model, expected) => {
    const { functions } = functionTable(await pruneFrames(profileOf(model)));
    expect(functions.map(({ name, flat, cum }) => `${name} ${flat} ${cum}`)).toEqual(expected);
  });

  it.skipIf(!hasGo)('are the ones pprof drops', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'flamegate-prune-'));
    try {
      for (const [index, [what, model]] of CASES.entries()) {
        const file = `${index}.pb`;
        writeFileSync(join(folder, file), encode(model));
        for (const how of [[], ['-noinlines']]) {
          const args = [...EXACT, '-sample_index=cpu', '-unit=ns', ...how, file];
          const expected = parseTop(runPprof(args, folder));
          expect(asLines(await flamegateTop(args, folder)), what).toEqual(asLines(expected));
        }
      }
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('must be dropped before a table is made', () => {
    const profile = profileOf(stacks({ 'main;malloc': 1 }, 'malloc'));
    expect(() => functionTable(profile)).toThrow(/pruneFrames/);
  });

  it('are none in a profile without drop_frames, which stays the same object', async () => {
    const profile = profileOf(stacks({ main: 1 }, ''));
    expect(await pruneFrames(profile)).toBe(profile);
  });

  it('take linear time, whatever the expression', async () => {
    const model = stacks({ [`main;${'a'.repeat(5000)}`]: 1 }, '(a*)*b|(a|aa)+c|(.*)(.*)(.*)d');
    expect(functionTable(await pruneFrames(profileOf(model))).functions).toHaveLength(2);
  });

  it('are not described by more than 20,000 characters', async () => {
    const profile = profileOf(stacks({ main: 1 }, 'x|'.repeat(10_001)));
    await expect(pruneFrames(profile)).rejects.toThrow(
      /p\.pprof: byte \d+: drop_frames .* 20000 characters/,
    );
  });
});
