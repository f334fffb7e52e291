/** Keys of results and their order, as golang.org/x/perf/benchproc has them. */
import { describe, expect, it } from 'vitest';
import { baseOf, nameWithout, partOf } from '../../../src/compare/tables/name.ts';
import { alpha, num } from '../../../src/compare/tables/order.ts';
import { type Labelled, projections, textOfKey } from '../../../src/compare/tables/project.ts';

const none = { table: '', row: '', col: '', ignore: '' };

const result = (name: string, settings: Record<string, string> = {}): Labelled => ({
  file: 'old.txt',
  result: {
    name,
    settings: new Map(Object.entries(settings)),
    values: [{ unit: 'sec/op', given: 'ns/op', value: 1 }],
  },
});

/** The rows that a projection makes of results, in its order. */
function rows(row: string, results: readonly Labelled[], others: Partial<typeof none> = {}) {
  const by = projections({ ...none, ...others, row });
  const keys = new Set(results.filter(by.isListed).map((of) => by.row.keyOf(of)));
  return [...keys].sort(by.row.compare).map((key) => textOfKey(key, by.row));
}

describe('the parts of a name', () => {
  it.each([
    ['Encode', 'Encode', '', ''],
    ['Encode-8', 'Encode', '', '8'],
    ['Encode/size=4k/deep-16', 'Encode', '4k', '16'],
    ['Encode/size=a=b', 'Encode', 'a=b', ''],
    ['Encode/gomaxprocs=3', 'Encode', '', '3'],
    ['Encode/a-b', 'Encode', '', ''],
    ['Encode-', 'Encode-', '', ''],
  ])('of %s', (name, base, size, processors) => {
    expect([baseOf(name), partOf(name, '/size'), partOf(name, '/gomaxprocs')]).toEqual([
      base,
      size,
      processors,
    ]);
  });

  it('leave a name', () => {
    const name = 'Encode/size=4k/deep-16';
    expect(nameWithout(name, new Set(['/size']))).toBe('Encode/deep-16');
    expect(nameWithout(name, new Set(['/gomaxprocs', '.name']))).toBe('*/size=4k/deep');
    expect(nameWithout(name, new Set(['/deep']))).toBe(name);
  });
});

describe('orders', () => {
  it('num knows prefixes, and puts numbers first', () => {
    const values = ['x', '1Mi', '2k', '1024', '-3', 'NaN', '1.5k', '10B'];
    expect(values.toSorted((a, b) => num(a, b) || alpha(a, b))).toEqual([
      '-3',
      '10B',
      '1024',
      '1.5k',
      '2k',
      '1Mi',
      'NaN',
      'x',
    ]);
  });

  it('alpha is by bytes', () => {
    expect(['é', 'z', 'a', 'B'].toSorted(alpha)).toEqual(['B', 'a', 'z', 'é']);
  });
});

describe('projections', () => {
  const all = [result('B/size=2k-8'), result('A/size=512-8'), result('B/size=512-8')];

  it('keep the order of appearance', () => {
    expect(rows('.fullname', all)).toEqual(['B/size=2k-8', 'A/size=512-8', 'B/size=512-8']);
    expect(rows('/size .name', all)).toEqual(['2k B', '512 B', '512 A']);
  });

  it('have the orders that are asked for', () => {
    expect(rows('/size@num,.name@alpha', all)).toEqual(['512 A', '512 B', '2k B']);
    expect(rows('.name@(B) /size@(512 2k)', all)).toEqual(['B 512', 'B 2k']);
    expect(rows('".name"@("A" C)', all)).toEqual(['A']);
  });

  it('take what another one names out of .fullname and .config', () => {
    expect(rows('.fullname', all, { col: '/size' })).toEqual(['B-8', 'A-8']);
    const set = [result('A', { goos: 'linux', note: 'x' }), result('A', { note: 'y' })];
    expect(rows('.config', set)).toEqual(['y', 'linux x']);
    expect(rows('.config', set, { ignore: 'note' })).toEqual(['', 'linux']);
  });

  it.each([
    ['/size@', 'expected alpha, num or values in parentheses after @ at the end'],
    ['/size@size', 'an order is alpha, num or a list of values at "size"'],
    ['.config@(a)', '.config is several keys and has no list of values'],
    ['.unit', '.unit is only for --filter at ".unit"'],
    ['a@()', 'expected a value'],
    ['a@(b', 'missing ) at the end'],
    [',a', 'expected a key at ",a"'],
    ['a:b', 'expected a key at ":b"'],
    ['"a', 'missing quote at the end of a word'],
    ['"\\q"', 'no Go string'],
    ['""', 'a key is not empty'],
  ])('%s is none', (row, said) => {
    expect(() => projections({ ...none, row })).toThrow(`--row ${JSON.stringify(row)}: ${said}`);
  });
});
