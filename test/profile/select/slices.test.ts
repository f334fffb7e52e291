/** Slices by label: each is what pprof shows of that label alone. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readTables } from '../../../src/formats/profiles/readtable.ts';
import { fillSlices, idleOptions } from '../../../src/formats/profiles/runtables.ts';
import { InputError } from '../../../src/model/error.ts';
import { mergeTables } from '../../../src/profile/merge.ts';
import { encode, type Model } from '../model.ts';
import { asLines, parseTop } from '../pprof.ts';

const golden = join(import.meta.dirname, '../../golden/pprof');
const shop = (kind: string) => {
  const file = `shop.${kind}.pprof`;
  return { file, bytes: readFileSync(join(golden, 'in', file)) };
};

describe('a slice of a real profile', () => {
  it.each(['base', 'head'])('has the table that pprof gives of it: %s', async (kind) => {
    const { tables, idle } = await readTables(shop(kind), { groupBy: 'endpoint' });
    expect(idle).toEqual([]);
    const slices = ['checkout', 'cart', 'search'].map((name) => `endpoint=/${name}`);
    expect(tables.map(({ slice }) => slice).sort()).toEqual([...slices, 'no endpoint'].sort());
    for (const { slice = '', functions, total } of tables) {
      const name = slice === 'no endpoint' ? 'none' : slice.slice('endpoint=/'.length);
      const recorded = readFileSync(join(golden, 'out', `shop.cpu.${kind}-${name}.txt`), 'utf8');
      expect(asLines({ total, rows: functions }), slice).toEqual(asLines(parseTop(recorded)));
    }
  });

  it('adds up to the whole with the others', async () => {
    const sliced = (await readTables(shop('base'), { groupBy: 'endpoint' })).tables;
    const [whole] = (await readTables(shop('base'))).tables;
    if (whole === undefined) throw new Error('no table');
    const sum = mergeTables(sliced);
    expect([sum.total, sum.samples]).toEqual([whole.total, whole.samples]);
    expect(asLines({ total: 0, rows: sum.functions })).toEqual(
      asLines({ total: 0, rows: whole.functions }),
    );
  });

  it('keeps its total under a filter', async () => {
    const all = (await readTables(shop('base'), { groupBy: 'endpoint' })).tables;
    const some = await readTables(shop('base'), {
      groupBy: 'endpoint',
      filters: { focus: 'main[.]encode' },
    });
    const totals = (tables: typeof all) => tables.map(({ slice, total }) => [slice, total]);
    expect(totals(some.tables)).toEqual(totals(all));
    const search = some.tables.find(({ slice }) => slice === 'endpoint=/search');
    expect(search?.functions).toEqual([]);
  });
});

describe('a label that names single requests', () => {
  it('is refused, with examples and the reason', async () => {
    const read = readTables(shop('requests'), { groupBy: 'request' });
    await expect(read).rejects.toThrow(InputError);
    await expect(read).rejects.toThrow(
      /^shop\.requests\.pprof: the label "request" has more than 50 values \(".*#\d+", .*\): it names single requests/,
    );
  });

  it('does not hinder grouping by another', async () => {
    const { tables } = await readTables(shop('requests'), { groupBy: 'endpoint' });
    expect(tables).toHaveLength(4);
  });
});

/** One function, a sample for each list of labels. */
const labelled = (...labels: Model['samples'][number]['labels'][]): Model => ({
  types: [{ type: 'cpu', unit: 'nanoseconds' }],
  functions: [{ id: 1, name: 'f', file: '', startLine: 0 }],
  mappings: [],
  locations: [{ id: 1, mapping: -1, lines: [{ f: 0, line: 1 }] }],
  samples: labels.map((own, index) => ({ stack: [0], values: [10 ** index], labels: own })),
});
const read = (model: Model, groupBy: string) =>
  readTables({ file: 'p', bytes: encode(model) }, { groupBy });

describe('values of a label', () => {
  it('are texts, numbers with their unit, or several at once', async () => {
    const model = labelled(
      [['a', 'x']],
      [['a', 2048n]],
      [
        ['a', 7n],
        ['a', 'x'],
        ['a', 'y'],
      ],
      [['b', 'x']],
    );
    const { tables } = await read(model, 'a');
    expect(tables.map(({ slice, total }) => [slice, total])).toEqual([
      ['a=x', 1],
      ['a=2048', 10],
      ['a=x,y,7', 100],
      ['no a', 1000],
    ]);
  });

  it('may be 50, not 51', async () => {
    const values = (count: number) =>
      labelled(...Array.from({ length: count }, (_, i) => [['a', `v${i}`]] as const));
    const of = (count: number) => ({
      ...values(count),
      samples: values(count).samples.map((sample) => ({ ...sample, values: [1] })),
    });
    expect((await read(of(50), 'a')).tables).toHaveLength(50);
    await expect(read(of(51), 'a')).rejects.toThrow('more than 50 values');
  });
});

describe('a run of several profiles', () => {
  it('has every slice in each profile that has slices', async () => {
    const profiles = [
      await read(labelled([['a', 'x']]), 'a'),
      await read(labelled([['a', 'y']]), 'a'),
      await read(labelled([]), 'a'),
    ];
    const tables = fillSlices(profiles);
    expect(tables.map(({ slice, total, samples }) => [slice, total, samples])).toEqual([
      ...[
        ['a=x', 1, 1],
        ['a=y', 0, 0],
      ],
      ...[
        ['a=y', 1, 1],
        ['a=x', 0, 0],
      ],
      [undefined, 1, 1],
    ]);
  });

  it('warns of a label that no profile has, and only then', async () => {
    const [none, some] = [await read(labelled([]), 'a'), await read(labelled([['a', 'x']]), 'a')];
    expect(idleOptions([none, some], { groupBy: 'a' })).toEqual([]);
    expect(idleOptions([none, none], { groupBy: 'a' })).toEqual([
      { kind: 'profile', message: 'group-by "a" matches nothing in the profiles of this run' },
    ]);
  });
});
