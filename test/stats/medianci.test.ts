import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { medianInterval, medianRanks, relativeReach } from '../../src/stats/medianci.ts';
import { expectClose, golden } from './golden.ts';
import { draws } from './random.ts';

describe('against the library benchstat uses', () => {
  it('chooses the same order statistics for every size and confidence', () => {
    const rows = golden<{ n: number; asked: number; low: number; high: number; held: number }>(
      'medianci.json',
    );
    for (const { n, asked, low, high, held } of rows) {
      const got = medianRanks(n, asked);
      expect({ n, asked, low: got.low, high: got.high }).toEqual({ n, asked, low, high });
      expectClose(got.confidence, held, 1e-12, { n, asked });
    }
  });
});

describe('interval', () => {
  it('is infinite under six values', () => {
    const five = medianInterval([5, 1, 2, 4, 3]);
    expect(five).toMatchObject({ median: 3, low: Number.NEGATIVE_INFINITY, high: 5 });
    expect(relativeReach(five)).toBe(Number.POSITIVE_INFINITY);
    expect(medianInterval([7])).toMatchObject({ low: -Infinity, high: Infinity, confidence: 1 });
    expect(medianInterval([6, 5, 1, 2, 4, 3])).toMatchObject({ median: 3.5, low: 1, high: 6 });
  });

  it.each([
    [[100, 100, 100, 100, 100, 103], 0.03],
    [[90, 100, 100, 100, 100, 103], 0.1],
    [[0, 0, 0, 0, 0, 0], 0],
    [[-1, 1, 1, 1, 1, 1], null],
    [[0, 1, 1, 1, 1, 1], null],
    [[-100, -100, -100, -100, -100, -90], 0],
    // Below zero benchstat's formula turns its sign: it prints -10%.
    [[-110, -100, -100, -100, -100, -90], -0.1],
  ])('reaches as far as benchstat prints: %j', (xs, reach) => {
    const got = relativeReach(medianInterval(xs));
    if (reach === null || got === null) expect(got).toBe(reach);
    else expect(got).toBeCloseTo(reach, 12);
  });

  it('holds the median, and moves with the values', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 1, maxLength: 80 }),
        (xs) => {
          const at = medianInterval(xs);
          expect(at.low).toBeLessThanOrEqual(at.median);
          expect(at.high).toBeGreaterThanOrEqual(at.median);
          expect(medianInterval([...xs].reverse())).toEqual(at);
          const moved = medianInterval(xs.map((x) => x + 7));
          expect(moved.low).toBe(at.low + 7);
          expect(moved.high).toBe(at.high + 7);
          expect(at.confidence).toBeGreaterThan(0);
        },
      ),
    );
  });

  it.each([10, 31])('with %d values it covers the true median in 95 of 100 cases or more', (n) => {
    const source = draws(5);
    let covered = 0;
    for (let i = 0; i < 4000; i++) {
      const at = medianInterval(source.sample(n));
      if (at.low <= 0 && at.high >= 0) covered++;
    }
    expect(covered / 4000).toBeGreaterThan(0.95);
    expect(covered / 4000).toBeLessThan(0.985);
  });
});
