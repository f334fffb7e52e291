import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  parseFloat64,
  parseInteger,
  plainDecimal,
  plainInteger,
} from '../../../src/formats/benchmarks/number.ts';
import { goldenRows } from './read.ts';

type Answer = { readonly error: string } | { readonly value: string; readonly iterations: number };

const rows = goldenRows<{ text: string; value: Answer; iterations: Answer }>('numbers.json');

describe('numbers, as the reader of benchstat takes them', () => {
  it.each(rows.map((row) => [row.text, row.value] as const))('measurement %j', (text, want) => {
    const got = parseFloat64(text);
    if ('error' in want) {
      expect(`parsing measurement: ${got}`).toBe(want.error);
      return;
    }
    // Infinities print as Go prints them.
    const value = Number(want.value.replace('Inf', 'Infinity'));
    expect(got).toBe(value);
    const bytes = Buffer.from(text);
    const plain = plainDecimal(bytes, 0, bytes.length, { end: 0 });
    if (plain !== -1) expect(plain).toBe(value);
  });

  it.each(rows.map((row) => [row.text, row.iterations] as const))('iterations %j', (text, want) => {
    const got = parseInteger(text);
    const bytes = Buffer.from(text);
    const plain = plainInteger(bytes, 0, bytes.length, { end: 0 });
    if ('error' in want) {
      expect(`parsing iteration count: ${got}`).toBe(want.error);
      expect(plain).toBe(-1);
      return;
    }
    expect(Number(got)).toBe(want.iterations);
    if (plain !== -1) expect(plain).toBe(want.iterations);
  });
});

it('refuses a long number that is none without trying every way to cut it', () => {
  expect(parseFloat64(`${'1'.repeat(1_000_000)}x`)).toBe('invalid syntax');
  expect(parseFloat64(`0x${'f'.repeat(1_000_000)}`)).toBe('invalid syntax');
  expect(parseFloat64(`${'1_'.repeat(500_000)}x`)).toBe('invalid syntax');
  expect(parseInteger('9'.repeat(1_000_000))).toBe('value out of range');
});

describe('the fast path', () => {
  it('takes what JavaScript reads, and the same value', () => {
    const decimal = fc
      .tuple(fc.stringMatching(/^\d{0,9}$/), fc.stringMatching(/^\d{0,9}$/), fc.boolean())
      .map(([whole, fraction, point]) => (point ? `${whole}.${fraction}` : whole + fraction));
    fc.assert(
      fc.property(decimal, fc.constantFrom('', ' ', '\t'), (text, after) => {
        const bytes = Buffer.from(`<${text}${after}7`);
        const scan = { end: 0 };
        const got = plainDecimal(bytes, 1, bytes.length - (after === '' ? 1 : 0), scan);
        const digits = text.replace('.', '').length;
        if (got === -1) expect(digits === 0 || digits > 15).toBe(true);
        else expect([got, scan.end]).toEqual([Number(text), 1 + text.length]);
      }),
      { numRuns: 2000 },
    );
  });

  it('leaves every double that is printed shortest to itself', () => {
    fc.assert(
      fc.property(fc.double({ noDefaultInfinity: true, noNaN: true }), (x) => {
        // String(-0) is '0'.
        expect(parseFloat64(String(x))).toBe(x + 0);
      }),
    );
  });
});
