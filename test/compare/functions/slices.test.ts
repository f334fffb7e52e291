/** Slices are compared each with its own of main; what only one side has is said. */
import { describe, expect, it } from 'vitest';
import { compareSlices, refuseUnshared, sliceGaps } from '../../../src/compare/functions/slices.ts';
import { InputError } from '../../../src/model/error.ts';
import type { FunctionTable, Run } from '../../../src/model/run.ts';

const table = (slice: string | undefined, shares: Record<string, number>): FunctionTable => ({
  ...{ source: 'p', sampleType: { type: 'cpu', unit: 'nanoseconds' }, total: 1000, samples: 1000 },
  ...(slice === undefined ? {} : { slice }),
  functions: Object.entries(shares).map(([name, flat]) => ({
    ...{ name, file: 'f.go', line: 1, flat, cum: flat },
  })),
});
const run = (...tables: FunctionTable[]): Run => ({
  ...{ commit: '', time: '', environment: {}, series: [], warnings: [] },
  tables,
});
const options = { alpha: 0.01, floor: 0.01 };
const slices = (...names: string[]) => run(...names.map((name) => table(name, { f: 500 })));

describe('compareSlices', () => {
  it('compares each slice with its own', () => {
    const base = run(
      table('endpoint=/a', { encode: 100, decode: 900 }),
      table('endpoint=/b', { encode: 500, decode: 500 }),
    );
    const head = run(
      table('endpoint=/b', { encode: 500, decode: 500 }),
      table('endpoint=/a', { encode: 160, decode: 840 }),
    );
    const found = compareSlices([head], [base], options);
    expect(found.map(({ slice }) => slice)).toEqual(['endpoint=/b', 'endpoint=/a']);
    const delta = (slice: string) =>
      found
        .find((profile) => profile.slice === slice)
        ?.functions.find(({ name }) => name === 'encode');
    expect(delta('endpoint=/a')?.flatDelta).toBeCloseTo(0.06);
    expect(delta('endpoint=/a')?.slice).toBe('endpoint=/a');
    expect(delta('endpoint=/b')?.flatDelta).toBe(0);
  });

  it('leaves profiles without slices as they were', () => {
    const [profile] = compareSlices(
      [run(table(undefined, { f: 1 }))],
      [run(table(undefined, { f: 2 }))],
      options,
    );
    expect(profile).not.toHaveProperty('slice');
    expect(profile?.functions[0]).not.toHaveProperty('slice');
  });
});

describe('sliceGaps', () => {
  it('names a slice that this run has not, unless main hardly had it', () => {
    const small = { ...table('k=c', { f: 1 }), total: 5 };
    const base = run(table('k=a', { f: 1 }), table('k=b', { f: 1 }), small);
    const head = slices('k=a', 'k=new');
    expect(sliceGaps([head], [base])).toEqual({
      open: [
        'k=b: the base has a cpu profile, this run has none: nothing says which functions got heavier',
      ],
      told: [expect.stringMatching(/^k=new is new, 50 % of this run's profile/)],
    });
    expect(sliceGaps([slices('k=a')], [base, head]).told).toEqual([]);
    expect(sliceGaps([slices('k=a', 'k=c')], [base]).told).toEqual([]);
    expect(sliceGaps([head], [])).toEqual({ open: [], told: [] });
  });

  it('tells that main gave its profiles up', () => {
    const older = run(table(undefined, { f: 1 }));
    expect(sliceGaps([run()], [run(), older]).told).toEqual([
      expect.stringContaining('older runs of the base have cpu profiles'),
    ]);
  });

  it('says of whole profiles what it always said', () => {
    expect(sliceGaps([run()], [run(table(undefined, { f: 1 }))]).open).toEqual([
      'the base has a cpu profile, this run has none: nothing says which functions got heavier',
    ]);
  });
});

describe('refuseUnshared', () => {
  const ids = (from: number) =>
    slices(...Array.from({ length: 8 }, (_, i) => `id=${from + i}`), 'no id');
  it('refuses a label that each run has other values of', () => {
    expect(() => refuseUnshared('id', [ids(0)], [ids(5)])).toThrow(InputError);
    expect(() => refuseUnshared('id', [ids(0)], [ids(5)])).toThrow(
      'the label "id" has 8 values in this run and 8 in the base\'s newest, and only 3 in both',
    );
  });

  it.each([
    ['half are shared', ids(0), ids(4)],
    ['there are few', slices('id=1', 'id=2'), slices('id=3', 'id=4')],
    ['main has none', ids(0), run()],
  ])('lets it be where %s', (_, head, base) => {
    refuseUnshared('id', [head], [base]);
  });
});
