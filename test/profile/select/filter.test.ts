/** Filters: what golden.test.ts cannot show, because no real profile there has it. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readProfile } from '../../../src/formats/profiles/pprof/read.ts';
import { readTables } from '../../../src/formats/profiles/readtable.ts';
import { idleOptions } from '../../../src/formats/profiles/runtables.ts';
import { InputError } from '../../../src/model/error.ts';
import type { Filters } from '../../../src/model/filters.ts';
import { filterProfile } from '../../../src/profile/select/filter.ts';
import { functionTable } from '../../../src/profile/table.ts';
import { anyModel, encode, type Model } from '../model.ts';
import { asLines, EXACT, flamegateTop, hasGo, parseTop, runPprof } from '../pprof.ts';

const MODEL: Model = {
  types: [{ type: 'cpu', unit: 'nanoseconds' }],
  functions: ['main', 'work', 'inner', 'leaf'].map((name, f) => ({
    ...{ id: f + 1, name, file: `${name}.go`, startLine: 1 },
  })),
  mappings: [
    { id: 1, file: '/bin/app' },
    { id: 2, file: '/lib/libz.so' },
  ],
  locations: [
    { id: 1, mapping: 0, lines: [{ f: 0, line: 1 }] },
    {
      ...{ id: 2, mapping: 0 },
      lines: [
        { f: 2, line: 3 },
        { f: 1, line: 2 },
      ],
    },
    { id: 3, mapping: 0, lines: [{ f: 3, line: 4 }] },
    { id: 4, mapping: 1, lines: [] },
  ],
  samples: [
    { stack: [2, 1, 0], values: [1], labels: [['kind', 'a']] },
    { stack: [3, 1, 0], values: [10], labels: [['bytes', 4096n]] },
    {
      ...{ stack: [0], values: [100] },
      labels: [
        ['kind', 'b'],
        ['kind', 'c'],
        ['bytes', 65_536n],
      ],
    },
    { stack: [], values: [1000], labels: [] },
  ],
};

const filtered = async (filters: Filters) =>
  filterProfile(readProfile(encode(MODEL), { file: 'p' }), filters);
const rows = async (filters: Filters): Promise<string[]> => {
  const { functions, total } = functionTable((await filtered(filters)).profile);
  expect(total).toBe(1111);
  return functions.map(({ name, flat, cum }) => `${name} ${flat} ${cum}`);
};

const CASES: readonly (readonly [Filters, readonly string[]])[] = [
  [{ focus: 'leaf' }, ['leaf 1 1', 'inner 0 1', 'main 0 1', 'work 0 1']],
  [
    { focus: 'inner[.]go' },
    ['[libz.so] 10 10', 'leaf 1 1', 'inner 0 11', 'main 0 11', 'work 0 11'],
  ],
  [{ focus: 'libz' }, ['[libz.so] 10 10', 'inner 0 10', 'main 0 10', 'work 0 10']],
  [{ ignore: 'work' }, ['main 100 100']],
  [{ hide: 'libz|leaf' }, ['main 100 111', 'inner 11 11', 'work 0 11']],
  [{ hide: 'inner' }, ['main 100 111', '[libz.so] 10 10', 'leaf 1 1', 'work 0 11']],
  [{ show: 'work' }, ['work 11 11']],
  [{ show: 'libz' }, []],
  [{ showFrom: 'inner' }, ['[libz.so] 10 10', 'leaf 1 1', 'inner 0 11']],
  [{ showFrom: 'libz' }, ['[libz.so] 10 10']],
  [{ tagfocus: 'kind=a,c' }, ['main 100 101', 'leaf 1 1', 'inner 0 1', 'work 0 1']],
  [{ tagfocus: 'kind:b,kind:c' }, ['main 100 100']],
  [{ tagfocus: 'bytes=:4kb' }, ['[libz.so] 10 10', 'inner 0 10', 'main 0 10', 'work 0 10']],
  [{ tagfocus: '5kb:1mb' }, ['main 100 100']],
  [{ tagignore: 'bytes=1b:' }, ['leaf 1 1', 'inner 0 1', 'main 0 1', 'work 0 1']],
  [{ tagroot: 'kind', focus: '^b,c$' }, ['main 100 100', 'b,c 0 100']],
  [{ tagleaf: 'bytes', focus: '65536' }, ['65536 100 100', 'main 0 100']],
  [{ focus: '' }, ['main 100 111', '[libz.so] 10 10', 'leaf 1 1', 'inner 0 11', 'work 0 11']],
];

describe('a filter', () => {
  it.each(CASES)('%j', async (filters, expected) => {
    expect(await rows(filters)).toEqual(expected);
  });

  it.skipIf(!hasGo)(
    'says what pprof says, now',
    async () => {
      const folder = mkdtempSync(join(tmpdir(), 'flamegate-'));
      try {
        writeFileSync(join(folder, 'p.pprof'), encode(MODEL));
        for (const [filters] of CASES) {
          const flags = Object.entries(filters).map(
            ([name, value]) => `-${name === 'showFrom' ? 'show_from' : name}=${value}`,
          );
          const args = [...EXACT, '-sample_index=cpu', '-unit=ns', ...flags, 'p.pprof'];
          const expected = asLines(parseTop(runPprof(args, folder)));
          expect(asLines(await flamegateTop(args, folder)), flags.join(' ')).toEqual(expected);
        }
      } finally {
        rmSync(folder, { recursive: true });
      }
    },
    60_000,
  );
});

describe('an expression', () => {
  it.each([
    ['focus', '(', /focus "\(" is not a regular expression .*missing closing/],
    ['showFrom', 'a(?=b)', /show-from .* is not a regular expression/],
    ['tagfocus', 'a=[', /tagfocus "\[" is not/],
    ['hide', 'x'.repeat(20_001), /hide has 20001 characters/],
    ['tagfocus', '99999999999999999999', /tagfocus: "9+" is beyond/],
  ])('of %s that is not one is refused', async (name, expression, message) => {
    const read = filtered({ [name]: expression });
    await expect(read).rejects.toThrow(InputError);
    await expect(read).rejects.toThrow(message);
  });

  it('that backtracking engines hang on takes no time', async () => {
    expect(await rows({ ignore: '(a+)+$|(m|a|i|n|ma|in)*x' })).toHaveLength(5);
  });
});

describe('a filter that matches nothing', () => {
  it('is named', async () => {
    const names = ['focus', 'ignore', 'hide', 'show', 'showFrom', 'tagfocus', 'tagignore'] as const;
    for (const name of names) {
      expect((await filtered({ [name]: 'zzz' })).idle, name).toEqual([name]);
      const some = name.startsWith('tag') ? 'kind' : 'main';
      expect((await filtered({ [name]: some })).idle, name).toEqual([]);
    }
    expect((await filtered({ tagroot: 'kind', tagleaf: 'zzz' })).idle).toEqual(['tagleaf']);
  });

  it('makes the gate inconclusive where nothing is left to compare', async () => {
    const read = await readTables(
      { file: 'p', bytes: encode(MODEL) },
      { filters: { focus: 'zzz' } },
    );
    expect(idleOptions([read], { filters: { focus: 'zzz' } })).toEqual([
      { kind: 'profile', message: 'focus "zzz" matches nothing in the profiles of this run' },
    ]);
    expect(idleOptions([{ tables: [], idle: ['hide'] }], { filters: { hide: 'z' } })).toEqual([
      { kind: 'policy', message: 'hide "z" matches nothing in the profiles of this run' },
    ]);
  });
});

describe('any profile', () => {
  const anyFilters = fc.record(
    {
      focus: fc.constantFrom('main', '^$', '.', 'a.go'),
      ignore: fc.constantFrom('work', 'zzz', 'c.go'),
      hide: fc.constantFrom('o', 'proto', 'app'),
      show: fc.constantFrom('main', '[a-z]'),
      showFrom: fc.constantFrom('main', 'x'),
      tagfocus: fc.constantFrom('shard=a', 'bytes=0:', 'true'),
      tagignore: fc.constantFrom('shard:', '1b:'),
      tagroot: fc.constantFrom('shard', 'bytes,shard'),
      tagleaf: fc.constantFrom('bytes'),
    },
    { requiredKeys: [] },
  );

  it('keeps its total, and never gains cost, whatever the filters', async () => {
    await fc.assert(
      fc.asyncProperty(anyModel, anyFilters, async (model, filters) => {
        const profile = readProfile(encode(model), { file: 'p' });
        const before = functionTable(profile);
        const after = functionTable((await filterProfile(profile, filters)).profile);
        expect([after.total, after.samples]).toEqual([before.total, before.samples]);
        const flat = after.functions.reduce((sum, row) => sum + Math.abs(row.flat), 0);
        expect(flat).toBeLessThanOrEqual(sumOfAll(model, after.sampleType.type));
      }),
      { numRuns: 300 },
    );
  });

  const sumOfAll = (model: Model, type: string): number => {
    const index = model.types.findIndex((own) => own.type === type);
    return model.samples.reduce((sum, { values }) => sum + Math.abs(values[index] ?? 0), 0);
  };
});
