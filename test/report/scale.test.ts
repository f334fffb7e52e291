import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  fraction,
  pCell,
  percent,
  percentInterval,
  pp,
  ppInterval,
  pValue,
  scaled,
} from '../../src/report/scale.ts';
import { commonScale, countsBytes, fixed, quantity } from '../../src/text/quantity.ts';

const one = (value: number, unit: string): string => scaled(value, commonScale([value], unit));

describe('a value alone has at least three digits and the prefix of its size', () => {
  it.each([
    [0, 'sec/op', '0.000'],
    [1.23e-6, 'sec/op', '1.230µ'],
    [12.3e-6, 'sec/op', '12.30µ'],
    [123e-6, 'sec/op', '123.0µ'],
    [99.9949e-9, 'sec/op', '99.99n'],
    [99.995e-9, 'sec/op', '100.0n'],
    [999.949e-9, 'sec/op', '999.9n'],
    [999.95e-9, 'sec/op', '1.000µ'],
    [1e12, 'x', '1.000T'],
    [5e15, 'x', '5000.0T'],
    [1.234e-10, 'x', '0.1234n'],
    [1.234e-12, 'x', '0.001234n'],
    [1e-25, 'x', '0.0000000000n'],
    [-1500, 'x', '-1.500k'],
    [512, 'B/op', '512.0'],
    [1020, 'B/op', '1020.0'],
    [1024, 'B/op', '1.000Ki'],
    [1088, 'B/op', '1.062Ki'],
    [0.5, 'B/s', '0.5000'],
    [2 ** 30, 'B/s', '1.000Gi'],
  ])('%d %s is %s', (value, unit, text) => {
    expect(one(value, unit)).toBe(text);
  });
});

it('a row has the scale of its value closest to zero', () => {
  const scale = commonScale([1500e-9, 0, -12.3e-9], 'sec/op');
  expect([1500e-9, 0, 12.3e-9].map((value) => scaled(value, scale))).toEqual([
    '1500.00n',
    '0.00n',
    '12.30n',
  ]);
});

it.each([
  ['B/op', true],
  ['B/s', true],
  ['text-bytes', true],
  ['MB', true],
  ['ns/B', false],
  ['ns/B*B', true],
  ['allocs/op', false],
  ['Bx/op', false],
  ['', false],
])('%j counts bytes: %s', (unit, bytes) => {
  expect(countsBytes(unit)).toBe(bytes);
});

it.each([
  [1.23e-6, 'sec/op', '1.230 µs/op'],
  [2.5, 'sec', '2.500 s'],
  [2048, 'B/op', '2.000 KiB/op'],
  [250 * 2 ** 20, 'B/s', '250.0 MiB/s'],
  [3, 'allocs/op', '3.000 allocs/op'],
  [12_300, 'rows/s', '12.30k rows/s'],
  [1, 'second', '1.000 second'],
  [1, 'Bogus/op', '1.000 Bogus/op'],
])('%d %s reads %s', (value, unit, text) => {
  expect(quantity(value, unit, commonScale([value], unit))).toBe(text);
});

describe('fixed', () => {
  it.each([
    [0.125, 2, '0.12'],
    [0.375, 2, '0.38'],
    [2.5, 0, '2'],
    [3.5, 0, '4'],
    [-2.5, 0, '-2'],
    [1.0625, 3, '1.062'],
    [1.005, 2, '1.00'],
    [9.9995, 3, '9.999'],
  ])('%d with %d decimals is %s: a tie goes to even', (value, digits, text) => {
    expect(fixed(value, digits)).toBe(text);
  });

  it('is toFixed wherever there is no tie', () => {
    fc.assert(
      fc.property(fc.double({ min: -1e9, max: 1e9, noNaN: true }), (value) => {
        const tie = /\.\d\d50*$/.test(value.toFixed(100));
        fc.pre(!tie);
        expect(fixed(value, 2)).toBe(value.toFixed(2));
      }),
    );
  });
});

it('changes are signed and have their unit', () => {
  expect(percent(0.2195)).toBe('+21.95%');
  expect(percent(-0.05)).toBe('-5.00%');
  expect(percent(0)).toBe('+0.00%');
  expect(percentInterval([0.181, 0.2524])).toBe('+18.1% to +25.2%');
  expect(pp(0.054)).toBe('+5.4 pp');
  expect(pp(-0.0035)).toBe('-0.35 pp');
  expect(ppInterval([0.0032, 0.076])).toBe('+0.32 to +7.6 pp');
  expect(fraction(0.135)).toBe('13.5%');
  expect(fraction(0.0042)).toBe('0.42%');
  expect(fraction(0)).toBe('0%');
  expect(pValue(0.00012)).toBe('p=0.000');
  expect(pCell(0.00012)).toBe('<0.001');
  expect(pCell(0.0123)).toBe('0.012');
});

it.each([null, Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])(
  '%s is never printed',
  (value) => {
    const scale = { digits: 2, factor: 1, prefix: '' };
    expect(percent(value)).toBe('?');
    expect(pp(value)).toBe('?');
    expect(fraction(value)).toBe('?');
    expect(pValue(value)).toBe('p=?');
    expect(pCell(value)).toBe('-');
    expect(percentInterval(null)).toBe('?');
    expect(ppInterval(null)).toBe('?');
    if (value !== null) {
      expect(scaled(value, scale)).toBe('?');
      expect(quantity(value, 'B', scale)).toBe('?');
      expect(percentInterval([value, 0.1])).toBe('? to +10.0%');
      expect(commonScale([value, 12], 'x')).toEqual({ digits: 2, factor: 1, prefix: '' });
    }
  },
);
