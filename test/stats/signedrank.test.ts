import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  hodgesLehmann,
  signedRankP,
  walshAverages,
  walshBound,
} from '../../src/stats/signedrank.ts';
import { expectClose, golden } from './golden.ts';
import { criticalDistance, distanceFromUniform, draws } from './random.ts';

describe('the signed-rank test', () => {
  it.each(golden<Case>('signedrank.json'))('is scipy’s: case %$', (of) => {
    expectClose(signedRankP(of.differences, of.shift), of.p, of.relative, of);
  });

  it('counts every way the signs can fall', () => {
    // Of 2^4 ways, the sums of ranks 10, 9, 8 and twice 7 are the largest.
    expect(signedRankP([1, 2, 3, 4])).toBe(1 / 16);
    expect(signedRankP([-1, 2, 3, 4])).toBe(2 / 16);
    expect(signedRankP([1, 2, -3, 4])).toBe(5 / 16);
    expect(signedRankP([-1, -2, -3, -4])).toBe(1);
  });

  it('leaves out what equals the shift, and has nothing to say of nothing', () => {
    expect(signedRankP([0, 1, 2, 3], 0)).toBe(1 / 8);
    expect(signedRankP([0.3, 0.1 + 0.2], 0.3)).toBe(1);
    expect(signedRankP([])).toBe(1);
  });

  it('both sides together have every way but the ties of the middle', () => {
    const values = fc.array(
      fc.integer({ min: -50, max: 50 }).filter((v) => v !== 0),
      {
        minLength: 1,
        maxLength: 30,
      },
    );
    fc.assert(
      fc.property(values, (xs) => {
        const sum = signedRankP(xs) + signedRankP(xs.map((x) => -x));
        expect(sum).toBeGreaterThanOrEqual(1 - 1e-12);
        expect(sum).toBeLessThan(2);
      }),
    );
  });

  it('depends neither on order nor on scale', () => {
    const values = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(values, fc.double({ min: 1e-6, max: 1e6, noNaN: true }), (xs, factor) => {
        expect(signedRankP(xs.toReversed())).toBeCloseTo(signedRankP(xs), 12);
        expect(signedRankP(xs.map((x) => x * factor))).toBeCloseTo(signedRankP(xs), 12);
      }),
    );
  });

  it('p is uniform where nothing differs, whatever the tails (Kolmogorov-Smirnov, 10,000 draws)', () => {
    const { normal } = draws(12);
    const ps = Array.from({ length: 10_000 }, () =>
      signedRankP(Array.from({ length: 40 }, () => normal() / Math.abs(normal()))),
    );
    // p is a step function: its steps of 40 differences are under 0.003 wide.
    expect(distanceFromUniform(ps)).toBeLessThan(criticalDistance(10_000) + 0.003);
  });
});

interface Case {
  readonly differences: readonly number[];
  readonly shift: number;
  readonly p: number;
  readonly relative: number;
}

describe('Walsh averages', () => {
  it('have the centre for their median, and its bounds by rank', () => {
    const walsh = walshAverages([1, 2, 4]);
    expect([...walsh]).toEqual([1, 1.5, 2, 2.5, 3, 4]);
    expect(hodgesLehmann(walsh)).toBe(2.25);
    expect(hodgesLehmann(walshAverages([5]))).toBe(5);
    // P(W <= 0) = 1/8 and P(W <= 1) = 1/4 for three.
    expect(walshBound(walsh, 3, 0.124, 'upper')).toBe(Number.POSITIVE_INFINITY);
    expect(walshBound(walsh, 3, 0.125, 'upper')).toBe(4);
    expect(walshBound(walsh, 3, 0.25, 'upper')).toBe(3);
    expect(walshBound(walsh, 3, 0.25, 'lower')).toBe(1.5);
  });

  it('bound what the test does not reject, no more', () => {
    const values = fc.uniqueArray(fc.integer({ min: -400, max: 400 }), {
      minLength: 6,
      maxLength: 20,
    });
    fc.assert(
      fc.property(values, (xs) => {
        const bound = walshBound(walshAverages(xs), xs.length, 0.05, 'upper');
        const less = (at: number) =>
          signedRankP(
            xs.map((x) => -x),
            -at,
          );
        expect(less(bound - 0.01)).toBeGreaterThan(0.05);
        expect(less(bound + 0.01)).toBeLessThanOrEqual(0.05);
      }),
    );
  });

  it('cover the true centre as often as promised', () => {
    const { normal } = draws(13);
    for (const n of [8, 20, 120]) {
      let covered = 0;
      for (let i = 0; i < 1000; i++) {
        const walsh = walshAverages(Array.from({ length: n }, () => normal() * Math.exp(normal())));
        if (walshBound(walsh, n, 0.05, 'upper') >= 0) covered++;
      }
      expect(covered / 1000).toBeGreaterThan(0.93);
    }
  });
});
