import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isTime } from '../../src/model/units.ts';
import { countBenchmarks, packageNames } from '../../src/text/names.ts';
import {
  change,
  changeCell,
  changeWords,
  interval,
  oneIn,
  percent,
  plural,
  points,
  share,
  signed,
} from '../../src/text/numbers.ts';
import { fromTo, quantity, rowScale } from '../../src/text/quantity.ts';

describe('a change has two digits, and is a factor from a doubling on', () => {
  it.each([
    [0, '0 %', '0 %'],
    [0.000001, 'under 0.001 %', '0 %'],
    [0.00081, '0.08 %', '+0.08 %'],
    [0.0512, '5.1 %', '+5.1 %'],
    [0.126, '13 %', '+13 %'],
    [0.94, '94 %', '+94 %'],
    [0.9949, '99 %', '+99 %'],
    [0.995, '2.0x', '2.0x'],
    [2.1, '3.1x', '3.1x'],
    [9.04, '10x', '10x'],
    [122.4, '123x', '123x'],
    [5000, 'over 1000x', 'over 1000x'],
    [-0.02, '2 %', '-2 %'],
    [-0.68, '68 %', '-68 %'],
    [-0.9991, '99.9 %', '-99.9 %'],
    [-1, '100 %', '-100 %'],
    [Number.NaN, '?', '?'],
    [Number.POSITIVE_INFINITY, '?', '?'],
  ])('%d is %s, signed %s', (ratio, plain, withSign) => {
    expect([percent(ratio), signed(ratio)]).toEqual([plain, withSign]);
  });

  it('with its interval, whose ends need no unit of their own where all are percentages', () => {
    expect(change(0.006, [-0.01, 0.02])).toBe('+0.6 % [-1, +2]');
    expect(change(2.1, [1.9, 2.4])).toBe('3.1x [2.9x, 3.4x]');
    expect(change(0.9, [0.7, 1.1])).toBe('+90 % [+70 %, 2.1x]');
    expect(change(0.2, [0.2, 0.2])).toBe('+20 %');
    expect(change(0.2, [0.1, Number.POSITIVE_INFINITY])).toBe('+20 %');
    expect(change(0.2, null)).toBe('+20 %');
    expect(change(null, null)).toBe('from zero');
    expect(interval([-0.012, 1.4])).toBe('-1.2 % to 2.4x');
  });

  it.each([
    [0.94, 'sec/op', '94 % slower', '+94 %'],
    [1.06, 'sec/op', '2.1x slower', '2.1x slower'],
    [-0.41, 'sec/op', '41 % faster', '-41 %'],
    [-0.5, 'sec/op', '2.0x faster', '2.0x faster'],
    [-0.68, 'user-sec/op', '3.1x faster', '3.1x faster'],
    [-1, 'sec/op', '100 % faster', '-100 %'],
    [0.18, 'B/op', '18 % more', '+18 %'],
    [2, 'allocs/op', '3.0x more', '3.0x more'],
    [-0.75, 'B/s', '4.0x less', '4.0x less'],
  ])('%d of %s in words is %s, in a cell %s', (delta, unit, words, cell) => {
    expect([changeWords(delta, unit), changeCell(delta, unit)]).toEqual([words, cell]);
  });

  it('in a cell is ? where it is not known', () => {
    expect([null, Number.NaN].map((delta) => changeCell(delta, 'sec/op'))).toEqual(['?', '?']);
  });

  it('never more than three digits', () => {
    fc.assert(
      fc.property(fc.double({ min: -1, max: 1e4, noNaN: true }), (ratio) => {
        const digits = /\d[\d.]*/.exec(signed(ratio).replace('1000', '1'))?.[0] ?? '';
        expect(digits.replace('.', '').replace(/^0+/, '').length).toBeLessThanOrEqual(3);
      }),
    );
  });
});

it.each([
  ['sec/op', true],
  ['sec', true],
  ['user-sec/op', true],
  ['p99-ns', true],
  ['B/s', false],
  ['rows/sec', false],
  ['seconds-left', false],
  ['allocs/op', false],
])('%s is a time: %s', (unit, time) => {
  expect(isTime(unit)).toBe(time);
});

it('what chance does is one in so many, never rarer than the prior promises', () => {
  expect([0.033, 0.0101, 0.005, 0.0049, 0, 1].map(oneIn)).toEqual([
    ...['1 in 30', '1 in 99', '1 in 200', 'fewer than 1 in 200', 'fewer than 1 in 200', '1 in 1'],
  ]);
});

it('parts of a profile have one decimal, and two where that shows too little', () => {
  expect([0, 0.0042, 0.081, 0.135, 1, Number.NaN].map(share)).toEqual([
    ...['0 %', '0.42 %', '8.1 %', '13.5 %', '100.0 %', '?'],
  ]);
  expect([points(0.054), points(-0.02)]).toEqual(['5.4 pp', '2 pp']);
});

it('nouns', () => {
  expect([plural(1, 'run'), plural(0, 'run')]).toEqual(['1 run', '0 runs']);
});

describe('values of a row', () => {
  const row = (values: number[], unit: string, exact = false) =>
    values.map((value) => quantity(value, unit, rowScale(values, unit, exact)));

  it('have three digits, and none after the point where all are whole', () => {
    expect(row([1.2304e-6, 1.5e-6], 'sec/op')).toEqual(['1.23 µs/op', '1.50 µs/op']);
    expect(row([3, 9], 'allocs/op')).toEqual(['3 allocs/op', '9 allocs/op']);
    expect(row([0, 9], 'allocs/op')).toEqual(['0 allocs/op', '9 allocs/op']);
    expect(row([123.4e-6, 1.5e-3], 'sec/op')).toEqual(['123 µs/op', '1500 µs/op']);
    expect(row([1024, 2048], 'B/op')).toEqual(['1 KiB/op', '2 KiB/op']);
    expect(row([], 'sec/op')).toEqual([]);
    expect(row([Number.NaN], 'sec/op')).toEqual(['?']);
  });

  it('that never vary differ to the eye as well', () => {
    expect(row([123_456, 123_457], 'allocs/op', true)).toEqual([
      '123.456k allocs/op',
      '123.457k allocs/op',
    ]);
    expect(row([123_456, 123_457], 'allocs/op')).toEqual(['123k allocs/op', '123k allocs/op']);
  });

  it('from one to the other have the unit once', () => {
    expect(fromTo(3, 9, 'allocs/op')).toBe('3 -> 9 allocs/op');
    expect(fromTo(1234, 1536, 'B/op')).toBe('1.21 -> 1.50 KiB/op');
    expect(fromTo(0, 9, 'allocs/op')).toBe('0 -> 9 allocs/op');
    expect(fromTo(Number.NaN, 9, 'allocs/op')).toBe('? allocs/op');
  });
});

describe('names', () => {
  const rows = (...packages: string[]) => packages.map((p) => ({ package: p, benchmark: 'A' }));
  it('of packages are without what they share', () => {
    const short = packageNames(rows('x.org/kit/codec', 'x.org/kit/rank/top', 'x.org/kit'));
    expect(['x.org/kit/codec', 'x.org/kit/rank/top', 'x.org/kit'].map(short)).toEqual([
      ...['codec', 'rank/top', 'kit'],
    ]);
    expect(packageNames(rows('x.org/kit/codec'))('x.org/kit/codec')).toBe('codec');
    expect(packageNames(rows(''))('')).toBe('');
  });
  it('of benchmarks count once, whatever their units', () => {
    expect(countBenchmarks(rows('a', 'a', 'b'))).toBe(2);
  });
});
