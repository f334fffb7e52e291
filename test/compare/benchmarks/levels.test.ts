import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { presentLevel } from '../../../src/compare/benchmarks/levels.ts';
import { draws } from '../../stats/random.ts';

const least = Math.log(1.05);
const centers = fc.array(fc.double({ min: -1, max: 1, noNaN: true }), {
  minLength: 1,
  maxLength: 30,
});

describe('main’s present level', () => {
  it('holds at least five runs, or all', () => {
    fc.assert(
      fc.property(centers, (values) => {
        const level = presentLevel(values, least);
        expect(level === values.length || (level >= 5 && level < values.length)).toBe(true);
      }),
    );
  });

  it('does not depend on the unit of the metric, nor on the direction of better', () => {
    const at = (values: readonly number[]) => presentLevel(values, least);
    fc.assert(
      fc.property(centers, fc.integer({ min: -20, max: 20 }), (values, shift) => {
        // Multiples of 2^-20, so that shifting and mirroring lose no bit.
        const exact = values.map((value) => Math.round(value * 2 ** 20) / 2 ** 20);
        expect(at(exact.map((value) => value + shift))).toBe(at(exact));
        expect(at(exact.map((value) => -value))).toBe(at(exact));
      }),
    );
  });

  it('is found at the run where it changed, in noise', () => {
    const { normal } = draws(7);
    let right = 0;
    for (let trial = 0; trial < 300; trial++) {
      const values = Array.from({ length: 20 }, (_, i) => 0.01 * normal() + (i < 8 ? 0.2 : 0));
      if (presentLevel(values, least) === 8) right++;
    }
    expect(right).toBeGreaterThan(290);
  });

  it('is hardly ever found where nothing changed, even with the tails of t with 2 df', () => {
    const { normal } = draws(8);
    let found = 0;
    for (let trial = 0; trial < 2000; trial++) {
      const values = Array.from(
        { length: 20 },
        () => (0.02 * normal()) / Math.sqrt((normal() ** 2 + normal() ** 2) / 2),
      );
      if (presentLevel(values, least) < 20) found++;
    }
    expect(found / 2000).toBeLessThan(0.005);
  });
});
