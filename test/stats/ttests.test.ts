import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pooled } from '../../eval/verdict/pooled.ts';
import type { TTest } from '../../src/stats/ttest.ts';
import { moments, welch, welchFromMoments } from '../../src/stats/welch.ts';
import { expectClose, golden } from './golden.ts';
import { criticalDistance, distanceFromUniform, draws } from './random.ts';

interface Expected {
  readonly x: number[];
  readonly y: number[];
  readonly margin: number;
  readonly confidence: number;
  readonly difference: number;
  readonly se: number;
  readonly df: number;
  readonly t: number;
  readonly twoSided: number;
  readonly greater: number;
  readonly less: number;
  readonly ci: [number, number];
}

/** A refusal fails the test here, so that the tests can speak of the result. */
function made<T extends TTest>(test: T | null): T {
  if (test === null) throw new Error('the test was refused');
  return test;
}

function expectTest(
  got: (alternative: TTest['p'] extends number ? Alt : never) => TTest,
  row: Expected,
): void {
  const two = got('two-sided');
  expectClose(two.difference, row.difference, 1e-9, row, 1e-15);
  expectClose(two.se, row.se, 1e-9, row);
  expectClose(two.df, row.df, 1e-9, row);
  expectClose(two.t, row.t, 1e-9, row, 1e-12);
  expectClose(two.p, row.twoSided, 1e-9, row);
  expectClose(got('greater').p, row.greater, 1e-9, row);
  expectClose(got('less').p, row.less, 1e-9, row);
  expectClose(two.ci[0], row.ci[0], 1e-9, row, 1e-12);
  expectClose(two.ci[1], row.ci[1], 1e-9, row, 1e-12);
}

type Alt = 'two-sided' | 'greater' | 'less';

describe('welch', () => {
  const rows = golden<Expected & { log: boolean }>('welch.json');

  it('equals 50-digit arithmetic to 1e-9 relative, down to 1e-75', () => {
    for (const row of rows) {
      const to = row.log ? Math.log : (x: number) => x;
      const x = row.x.map(to);
      const y = row.y.map(to);
      const { margin, confidence } = row;
      expectTest((alternative) => made(welch(x, y, { alternative, margin, confidence })), row);
      expectTest(
        (alternative) =>
          made(welchFromMoments(moments(x), moments(y), { alternative, margin, confidence })),
        row,
      );
    }
    expect(Math.min(...rows.map((row) => row.twoSided))).toBeLessThan(1e-70);
  });

  it('takes the standard textbook case', () => {
    const test = made(welch([2, 1, 3, 4], [6, 5, 7, 9]));
    expect(test.t).toBeCloseTo(-3.9703446152237674, 13);
    expect(test.df).toBeCloseTo(5.584615384615385, 13);
    expect(test.p).toBeCloseTo(0.0085128631313781695, 14);
  });

  it('refuses a single value on a side', () => {
    expect(welch([1], [1, 2, 3])).toBeNull();
    expect(welch([1, 2, 3], [])).toBeNull();
  });

  it('lets one side carry the error where the other does not vary', () => {
    const test = made(welch([5, 5, 5, 5], [1, 2, 3]));
    expect(test.df).toBeCloseTo(2, 14);
    expect(test.se).toBeCloseTo(1 / Math.sqrt(3), 14);
  });

  it.each<[number, number, Alt, number, number]>([
    // x, y, alternative, margin, p
    [0.1, 0.1, 'two-sided', 0, 1],
    [0.1, 0.3, 'two-sided', 0, 0],
    [0.3, 0.1, 'greater', 0, 0],
    [0.1, 0.3, 'greater', 0, 1],
    [0.1, 0.1, 'greater', 0, 1],
    [0.1, 0.3, 'less', 0, 0],
    [8, 7, 'greater', 2, 1],
    [8, 7, 'greater', 1, 1],
    [8, 7, 'two-sided', 1, 1],
    [8, 7, 'greater', 0.5, 0],
  ])(
    'answers exactly where neither side varies: %d, %d, %s, %d',
    (x, y, alternative, margin, p) => {
      const test = made(welch([x, x, x], [y, y], { alternative, margin }));
      expect(test.p).toBe(p);
      expect(test).toMatchObject({ se: 0, df: 3, ci: [x - y, x - y] });
    },
  );

  it('takes differences in the last bit for no difference in kind', () => {
    const x = [1, 1 + Number.EPSILON, 1];
    expect(made(welch(x, [2, 2])).p).toBe(0);
    expect(made(welch(x, [2, 2])).se).toBe(0);
  });

  it('does not underflow on tiny variances', () => {
    const test = made(welch([1e-170, 2e-170, 4e-170], [1e-170, 9e-170]));
    expect(test.df).toBeGreaterThan(1);
    expect(test.p).toBeLessThan(1);
  });
});

describe('pooled', () => {
  const rows = golden<
    Expected & { floor: number; prior: { sd: number; df: number } | null; variance: number }
  >('pooled.json');

  it('equals 50-digit arithmetic to 1e-9 relative, with floors and priors', () => {
    for (const row of rows) {
      const { margin, confidence, floor: varianceFloor } = row;
      const options = {
        margin,
        confidence,
        varianceFloor,
        ...(row.prior === null ? {} : { prior: row.prior }),
      };
      expectTest((alternative) => made(pooled(row.x, row.y, { ...options, alternative })), row);
      expectClose(made(pooled(row.x, row.y, options)).variance, row.variance, 1e-9, row);
    }
  });

  it('needs a degree of freedom from somewhere', () => {
    expect(pooled([1], [2])).toBeNull();
    expect(pooled([], [1, 2, 3])).toBeNull();
    expect(pooled([1], [2], { prior: { sd: 0.04, df: 3 } })?.df).toBe(3);
  });

  it('lets a five-fold slowdown show on the first day, and not twelve per cent', () => {
    const prior = { sd: 0.04, df: 3 };
    const first = (ratio: number) =>
      made(
        pooled([Math.log(ratio)], [0], { prior, margin: Math.log(1.05), alternative: 'greater' }),
      );
    expect(first(5).p).toBeLessThan(0.001);
    expect(first(1.12).p).toBeGreaterThan(0.1);
  });
});

describe('laws of both', () => {
  const value = fc.integer({ min: -1000, max: 1000 }).map((x) => x / 8);
  const side = fc.array(value, { minLength: 2, maxLength: 12 });
  const both = [welch, (x: number[], y: number[]) => pooled(x, y)] as const;

  it('does not depend on the order of samples', () => {
    fc.assert(
      fc.property(side, side, (x, y) => {
        for (const test of both) {
          expectClose(made(test([...x].reverse(), [...y].sort())).p, made(test(x, y)).p, 1e-9, {
            x,
            y,
          });
        }
      }),
    );
  });

  it('mirrors when the sides are exchanged', () => {
    fc.assert(
      fc.property(side, side, (x, y) => {
        for (const test of both) {
          const one = made(test(x, y));
          const other = made(test(y, x));
          expect(other.difference).toBe(-one.difference);
          expectClose(other.p, one.p, 1e-12);
          expectClose(other.ci[0], -one.ci[1], 1e-12, { x, y }, 1e-12);
        }
      }),
    );
  });

  it('does not depend on the unit', () => {
    fc.assert(
      fc.property(side, side, fc.constantFrom(1e-9, 1 / 3, 1e6), (x, y, k) => {
        for (const test of both) {
          const one = made(test(x, y));
          if (one.se === 0) return;
          const other = made(
            test(
              x.map((v) => k * v),
              y.map((v) => k * v),
            ),
          );
          expectClose(other.p, one.p, 1e-9, { x, y, k });
        }
      }),
    );
  });

  it('finds more in a larger difference and less beyond a larger margin', () => {
    fc.assert(
      fc.property(side, side, fc.double({ min: 0.1, max: 50, noNaN: true }), (x, y, more) => {
        const p = (shift: number, margin: number) =>
          made(
            welch(
              x.map((v) => v + shift),
              y,
              { alternative: 'greater', margin },
            ),
          ).p;
        expect(p(more, 0)).toBeLessThanOrEqual(p(0, 0));
        expect(p(0, more)).toBeGreaterThanOrEqual(p(0, 0));
      }),
    );
  });

  it('excludes 0 from the 95 % interval exactly where p < 0.05', () => {
    fc.assert(
      fc.property(side, side, (x, y) => {
        const test = made(welch(x, y));
        if (test.se === 0 || Math.abs(test.p - 0.05) < 1e-9) return;
        expect(test.ci[0] > 0 || test.ci[1] < 0).toBe(test.p < 0.05);
      }),
    );
  });
});

describe('calibration: p is uniform where nothing differs (Kolmogorov-Smirnov, 10,000 draws)', () => {
  const rounds = 10_000;
  const under = (test: (draw: ReturnType<typeof draws>) => number, seed: number) => {
    const source = draws(seed);
    return distanceFromUniform(Array.from({ length: rounds }, () => test(source)));
  };

  it.each<[string, (draw: ReturnType<typeof draws>) => number]>([
    ['welch, 10 v 10', (draw) => made(welch(draw.sample(10), draw.sample(10))).p],
    [
      'welch, one-sided at its margin',
      (draw) =>
        made(welch(draw.sample(8, 0.05), draw.sample(8), { alternative: 'greater', margin: 0.05 }))
          .p,
    ],
    ['pooled, 10 v 1', (draw) => made(pooled(draw.sample(1), draw.sample(10))).p],
    [
      'pooled, 5 v 3, one-sided',
      (draw) => made(pooled(draw.sample(3), draw.sample(5), { alternative: 'greater' })).p,
    ],
  ])('%s', (_, test) => {
    expect(under(test, 7)).toBeLessThan(criticalDistance(rounds));
  });

  it('a prior keeps p uniform when the variances are drawn from it', () => {
    const prior = { sd: 0.04, df: 4 };
    const test = (draw: ReturnType<typeof draws>) => {
      const chi2 = draw.sample(prior.df).reduce((sum, z) => sum + z * z, 0);
      const sd = prior.sd * Math.sqrt(prior.df / chi2);
      return made(pooled(draw.sample(1, 0, sd), draw.sample(2, 0, sd), { prior })).p;
    };
    expect(under(test, 8)).toBeLessThan(criticalDistance(rounds));
  });

  it('would notice a test with one degree of freedom too many', () => {
    const wrong = (draw: ReturnType<typeof draws>) => {
      const test = made(pooled(draw.sample(1), draw.sample(3)));
      return made(pooled([test.difference], [0], { prior: { sd: test.se / Math.SQRT2, df: 9 } })).p;
    };
    expect(under(wrong, 9)).toBeGreaterThan(criticalDistance(rounds));
  });
});
