import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  geometricMean,
  mad,
  mean,
  median,
  quantile,
  quantileSorted,
  sorted,
  variance,
} from '../../src/stats/summary.ts';
import { expectClose, golden } from './golden.ts';

const values = fc.double({ min: -1e9, max: 1e9, noNaN: true });
const positive = fc.double({ min: 1e-12, max: 1e12, noNaN: true });
const many = fc.array(values, { minLength: 1, maxLength: 60 });

describe('centres', () => {
  it('computes them', () => {
    expect(mean([1, 2, 6])).toBe(3);
    expect(geometricMean([1, 10, 100])).toBeCloseTo(10, 12);
    expect(median([3, 1, 2])).toBe(2);
    expect(median([4, 1, 2, 3])).toBe(2.5);
    expect(mad([1, 1, 2, 2, 4, 6, 9])).toBe(1);
    expect(variance([2, 4, 4, 4, 5, 5, 7, 9])).toBeCloseTo(32 / 7, 14);
  });

  it('has none for an empty sample', () => {
    for (const of of [mean, geometricMean, median, mad, variance]) expect(of([])).toBeNaN();
  });

  it('does not overflow or underflow the geometric mean', () => {
    expectClose(geometricMean(new Array(60).fill(1e-9)), 1e-9, 1e-14);
    expectClose(geometricMean([1e-200, 1e-250, 1e200]), 10 ** (-250 / 3), 1e-12);
    expect(geometricMean([0, 5])).toBe(0);
    expect(geometricMean([-1, 5])).toBeNaN();
  });

  it('gives equal values back exactly, with no variance', () => {
    fc.assert(
      fc.property(positive, fc.integer({ min: 2, max: 40 }), (x, n) => {
        const xs = new Array<number>(n).fill(x);
        expect(mean(xs)).toBe(x);
        expect(geometricMean(xs)).toBe(x);
        expect(median(xs)).toBe(x);
        expect(variance(xs)).toBe(0);
      }),
    );
  });

  it('does not depend on the order', () => {
    fc.assert(
      fc.property(fc.array(positive, { minLength: 2, maxLength: 60 }), (xs) => {
        const turned = [...xs].reverse();
        expect(median(turned)).toBe(median(xs));
        expect(mad(turned)).toBe(mad(xs));
        expectClose(mean(turned), mean(xs), 1e-14);
        expectClose(geometricMean(turned), geometricMean(xs), 1e-12);
        expectClose(variance(turned), variance(xs), 1e-9, xs, 1e-300);
      }),
    );
  });

  it('scales with the values', () => {
    fc.assert(
      fc.property(
        fc.array(positive, { minLength: 2, maxLength: 30 }),
        fc.double({ min: 1e-3, max: 1e3, noNaN: true }),
        (xs, k) => {
          const scaled = xs.map((x) => k * x);
          expectClose(mean(scaled), k * mean(xs), 1e-13);
          expectClose(geometricMean(scaled), k * geometricMean(xs), 1e-12);
          expectClose(median(scaled), k * median(xs), 1e-13);
        },
      ),
    );
  });
});

describe('quantiles', () => {
  it('are those of the library benchstat uses, to the bit', () => {
    for (const { x, q, values: want } of golden<{ x: number[]; q: number[]; values: number[] }>(
      'median.json',
    )) {
      expect(q.map((at) => quantile(x, at))).toEqual(want);
    }
  });

  it('rise with q and stay in the sample', () => {
    fc.assert(
      fc.property(many, fc.double({ min: 0, max: 1, noNaN: true }), (xs, q) => {
        const ys = sorted(xs);
        const at = quantileSorted(ys, q);
        expect(at).toBeGreaterThanOrEqual(ys[0] ?? Number.NaN);
        expect(at).toBeLessThanOrEqual(ys.at(-1) ?? Number.NaN);
        expect(quantileSorted(ys, Math.min(1, q + 0.1))).toBeGreaterThanOrEqual(at);
      }),
    );
  });

  it('sorts as Array.prototype.sort does and leaves its argument alone', () => {
    fc.assert(
      fc.property(many, (xs) => {
        const before = [...xs];
        expect([...sorted(xs)].map((x) => x + 0)).toEqual(
          [...xs].sort((a, b) => a - b).map((x) => x + 0),
        );
        expect(xs).toEqual(before);
      }),
    );
  });
});
