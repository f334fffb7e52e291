import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { looks, sequentialBound, sequentialP, spent } from '../../src/stats/spending.ts';
import { tUpper, tUpperQuantile } from '../../src/stats/student.ts';
import { mean, variance } from '../../src/stats/summary.ts';
import { wilson } from '../../src/stats/wilson.ts';
import { draws } from './random.ts';

describe('what may be spent', () => {
  // Python: n = NormalDist(); (2 - 2 * n.cdf(n.inv_cdf(1 - a / 2) / t ** .5)) / a
  it.each([
    [0.05, 0.25, 8.857543832130332e-5 / 0.05],
    [0.05, 0.3, 0.000345719580169046 / 0.05],
    [0.05, 0.5, 0.005574596680784527 / 0.05],
    [0.05, 0.75, 0.023625121317601305 / 0.05],
    [0.01, 0.5, 0.00026971695663147166 / 0.01],
    [0.01, 0.9, 0.006624325996987146 / 0.01],
  ])('of %d, with %d of the data', (alpha, fraction, share) => {
    expect(spent(fraction, alpha)).toBeCloseTo(share, 10);
  });
  it('is nothing before and all after', () => {
    expect([spent(0), spent(-1), spent(1), spent(2)]).toEqual([0, 0, 1, 1]);
  });
});

describe('when to look', () => {
  it.each([
    [20, [6, 8, 10, 13, 16, 20]],
    [40, [8, 10, 13, 16, 20, 25, 31, 40]],
    [12, [6, 8, 10, 12]],
    [7, [6, 7]],
    [6, [6]],
    [3, [3]],
  ])('at up to %d rounds', (most, after) => {
    expect(looks(most).map((look) => look.after)).toEqual(after);
  });

  it('ends at the last round, rises, and spends everything, whatever the number', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5000 }), (most) => {
        const plan = looks(most);
        expect(plan.at(-1)?.after).toBe(most);
        plan.forEach((look, k) => {
          expect(look.after).toBeGreaterThan(plan[k - 1]?.after ?? 0);
          expect(look.weight).toBeGreaterThan(1e-6);
        });
        expect(plan.reduce((sum, look) => sum + look.weight, 0)).toBeCloseTo(1, 12);
      }),
    );
  });
});

describe('one p-value for all looks', () => {
  it('is one before anything was seen, and never more', () => {
    expect(sequentialP([])).toBe(1);
    expect(sequentialP([{ weight: 0.1, p: 0.5 }])).toBe(1);
  });
  it('is the least of what each look would pay', () => {
    const seen = [
      { weight: 0.1, p: 0.01 },
      { weight: 0.4, p: 0.002 },
      { weight: 0.5, p: 0.3 },
    ];
    expect(sequentialP(seen)).toBeCloseTo(0.005, 12);
  });
  it('only falls as more is seen', () => {
    const look = fc.record({
      weight: fc.double({ min: 1e-4, max: 1, noNaN: true }),
      p: fc.double({ min: 0, max: 1, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(look), look, (seen, more) => {
        expect(sequentialP([...seen, more])).toBeLessThanOrEqual(sequentialP(seen));
      }),
    );
  });
});

describe('calibration over all looks, without an effect', () => {
  const plan = looks(20);
  const tails = [0.01, 0.05, 0.2];
  const trials = 10_000;
  const { sample } = draws(4);
  const counts = tails.map(() => 0);
  const naive = tails.map(() => 0);
  let covered = 0;
  for (let i = 0; i < trials; i++) {
    const values = sample(20);
    const seen = plan.map(({ after, weight }) => {
      const part = values.slice(0, after);
      const [center, se] = [mean(part), Math.sqrt(variance(part) / after)];
      return { weight, center, se, df: after - 1, p: tUpper(center / se, after - 1) };
    });
    const p = sequentialP(seen);
    const least = Math.min(...seen.map((look) => look.p));
    tails.forEach((tail, k) => {
      if (p <= tail) counts[k] = (counts[k] ?? 0) + 1;
      if (least <= tail) naive[k] = (naive[k] ?? 0) + 1;
    });
    const bound = sequentialBound(
      seen,
      0.05,
      (look, alpha) => look.center + tUpperQuantile(alpha, look.df) * look.se,
    );
    if (bound >= 0) covered++;
  }

  it.each(tails)('p is at most %d no more often than that', (tail) => {
    const count = counts[tails.indexOf(tail)] ?? 0;
    expect(wilson(count, trials)[0]).toBeLessThanOrEqual(tail);
    // It is no formality: somebody who looks six times without paying is wrong far more often.
    expect(wilson(naive[tails.indexOf(tail)] ?? 0, trials)[0]).toBeGreaterThan(1.5 * tail);
    // And what is paid buys something: not less than half of the rate is used.
    expect(count / trials).toBeGreaterThan(tail / 2);
  });
  it('the bound holds at all looks together', () => {
    expect(wilson(covered, trials)[1]).toBeGreaterThanOrEqual(0.95);
    expect(covered).toBeLessThan(trials);
  });
});
