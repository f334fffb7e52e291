import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wilson } from '../../src/stats/wilson.ts';
import { draws } from './random.ts';

describe('Wilson’s interval', () => {
  // Wilson's formula in Python's own arithmetic.
  it.each([
    [0, 10, 0, 0.2775327998628892],
    [5, 10, 0.23659309051256394, 0.7634069094874361],
    [10, 10, 0.7224672001371107, 1],
    [1, 1500, 0.00011769273167436404, 0.0037666654142135486],
  ])('%d of %d', (count, trials, low, high) => {
    expect(wilson(count, trials)[0]).toBeCloseTo(low, 7);
    expect(wilson(count, trials)[1]).toBeCloseTo(high, 7);
  });

  const counts = fc
    .integer({ min: 1, max: 10_000 })
    .chain((trials) => fc.tuple(fc.integer({ min: 0, max: trials }), fc.constant(trials)));

  it('holds the observed rate, within 0 and 1, and mirrors', () => {
    fc.assert(
      fc.property(counts, ([count, trials]) => {
        const [low, high] = wilson(count, trials);
        const [mirrorLow, mirrorHigh] = wilson(trials - count, trials);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(1);
        expect(low).toBeLessThanOrEqual(count / trials + 1e-12);
        expect(high).toBeGreaterThanOrEqual(count / trials - 1e-12);
        expect(mirrorLow).toBeCloseTo(1 - high, 10);
        expect(mirrorHigh).toBeCloseTo(1 - low, 10);
      }),
    );
  });

  it('shrinks with the number of trials at the same rate', () => {
    fc.assert(
      fc.property(counts, ([count, trials]) => {
        const width = ([low, high]: readonly [number, number]) => high - low;
        expect(width(wilson(3 * count, 3 * trials))).toBeLessThan(width(wilson(count, trials)));
      }),
    );
  });

  it('covers the true rate in about 95 of 100 trials', () => {
    const { uniform } = draws(20261121);
    let covered = 0;
    for (let i = 0; i < 4000; i++) {
      let count = 0;
      for (let k = 0; k < 60; k++) if (uniform() < 0.2) count++;
      const [low, high] = wilson(count, 60);
      if (low <= 0.2 && 0.2 <= high) covered++;
    }
    expect(covered / 4000).toBeGreaterThan(0.93);
    expect(covered / 4000).toBeLessThan(0.97);
  });
});
