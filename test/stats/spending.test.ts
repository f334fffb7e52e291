import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { looks, sequentialBound, sequentialP } from '../../src/stats/spending.ts';
import { tUpper, tUpperQuantile } from '../../src/stats/student.ts';
import { mean, variance } from '../../src/stats/summary.ts';
import { wilson } from '../../src/stats/wilson.ts';
import { draws } from './random.ts';

describe('when to look', () => {
  it.each([
    [20, [6, 8, 10, 13, 16, 20]],
    [40, [6, 8, 10, 13, 16, 20, 25, 31, 40]],
    [200, [6, 8, 10, 13, 16, 20, 25, 31, 39, 49, 61, 76, 95, 119, 149, 200]],
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
          expect(look.weight).toBeGreaterThan(0.001);
        });
        expect(plan.reduce((sum, look) => sum + look.weight, 0)).toBeCloseTo(1, 12);
      }),
    );
  });

  it('spends no more nor less before the end because there may be more rounds', () => {
    const most = fc.integer({ min: 6, max: 5000 });
    fc.assert(
      fc.property(most, most, (one, other) => {
        const [less, more] = [looks(Math.min(one, other)), looks(Math.max(one, other))];
        expect(more.slice(0, less.length - 1)).toEqual(less.slice(0, -1));
        // Who is stopped by time has spent less than everything.
        expect(more.slice(0, -1).reduce((sum, { weight }) => sum + weight, 0)).toBeLessThan(1);
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

describe.each([20, 200])('calibration over all looks at %d rounds, without an effect', (most) => {
  const plan = looks(most);
  const tails = [0.01, 0.05, 0.2];
  const trials = most === 20 ? 10_000 : 4000;
  const { sample } = draws(4);
  const counts = tails.map(() => 0);
  const naive = tails.map(() => 0);
  let covered = 0;
  for (let i = 0; i < trials; i++) {
    const values = sample(most);
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
    // It is no formality: somebody who looks as often without paying is wrong far more often.
    expect(wilson(naive[tails.indexOf(tail)] ?? 0, trials)[0]).toBeGreaterThan(1.5 * tail);
    // And what is paid buys something: not less than a third of the rate is used.
    expect(count / trials).toBeGreaterThan(tail / 3);
  });
  it('the bound holds at all looks together', () => {
    expect(wilson(covered, trials)[1]).toBeGreaterThanOrEqual(0.95);
    expect(covered).toBeLessThan(trials);
  });
});
