import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mannWhitney } from '../../src/stats/mannwhitney.ts';
import { expectClose, golden } from './golden.ts';
import { criticalDistance, distanceFromUniform, draws } from './random.ts';

interface Row {
  readonly x: number[];
  readonly y: number[];
  readonly u: number;
  readonly p: number;
  readonly allEqual: boolean;
  readonly normal: boolean;
}

const rows = golden<Row>('mannwhitney.json');

describe('against the library benchstat uses', () => {
  it.each([
    [
      'exact without ties',
      (row: Row) =>
        !row.normal && new Set([...row.x, ...row.y]).size === row.x.length + row.y.length,
    ],
    [
      'exact with ties',
      (row: Row) =>
        !row.normal &&
        !row.allEqual &&
        new Set([...row.x, ...row.y]).size < row.x.length + row.y.length,
    ],
    ['all values equal', (row: Row) => row.allEqual],
    ['the normal approximation', (row: Row) => row.normal],
  ])('%s', (_, of) => {
    const chosen = rows.filter(of);
    expect(chosen.length).toBeGreaterThan(2);
    for (const row of chosen) {
      const got = mannWhitney(row.x, row.y);
      expect(got.u).toBe(row.u);
      // Go subtracts from 1 in the upper tail of the normal: there it is good to 1e-16 absolute.
      expectClose(got.p, row.p, 1e-12, row, row.normal ? 3e-16 : 0);
      expect(got.p.toFixed(3)).toBe(row.p.toFixed(3));
      expect(got.method).toBe(row.allEqual ? 'all-equal' : row.normal ? 'normal' : 'exact');
    }
  });
});

it('knows the exact limits', () => {
  const upTo = (n: number, from: number) => Array.from({ length: n }, (_, i) => i * 2 + from);
  expect(mannWhitney(upTo(50, 0), upTo(50, 1)).method).toBe('exact');
  expect(mannWhitney(upTo(51, 0), upTo(50, 1)).method).toBe('normal');
  expect(mannWhitney([...upTo(24, 0), 0], upTo(25, 1)).method).toBe('exact');
  expect(mannWhitney([...upTo(25, 0), 0], upTo(25, 1)).method).toBe('normal');
});

it('reaches the smallest p of n against n: 2 / choose(2n, n)', () => {
  for (const [n, p] of [
    [4, 0.02857142857142857],
    [5, 0.007936507936507936],
    [10, 2 / 184756],
  ] as const) {
    const low = Array.from({ length: n }, (_, i) => i);
    expectClose(
      mannWhitney(
        low,
        low.map((x) => x + 100),
      ).p,
      p,
      1e-14,
    );
  }
});

/** p by counting every choice of x among the pooled values: the definition, in 2^n steps. */
function byCounting(x: readonly number[], y: readonly number[]): number {
  const all = [...x, ...y];
  const uOf = (chosen: number) => {
    let u = 0;
    for (let i = 0; i < all.length; i++) {
      if (((chosen >> i) & 1) === 0) continue;
      for (let j = 0; j < all.length; j++) {
        if (((chosen >> j) & 1) === 1) continue;
        u += Math.sign((all[i] ?? 0) - (all[j] ?? 0)) / 2 + 0.5;
      }
    }
    return u;
  };
  const u = uOf(2 ** x.length - 1);
  if (new Set(all).size === 1 || 2 * u === x.length * y.length) return 1;
  const limit = Math.min(u, x.length * y.length - u);
  let below = 0;
  let count = 0;
  for (let chosen = 0; chosen < 2 ** all.length; chosen++) {
    let size = 0;
    for (let i = 0; i < all.length; i++) size += (chosen >> i) & 1;
    if (size !== x.length) continue;
    count++;
    if (uOf(chosen) <= limit) below++;
  }
  return (2 * below) / count;
}

describe('laws', () => {
  const side = (least: number) =>
    fc.array(fc.integer({ min: 0, max: 6 }), { minLength: least, maxLength: 5 });
  const long = fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 30 });

  it('is the definition, counted out', () => {
    fc.assert(
      fc.property(side(1), side(1), (x, y) => {
        // Two values in unequal samples: benchstat's rounding, held by the golden table.
        fc.pre(x.length === y.length || new Set([...x, ...y]).size !== 2);
        expectClose(mannWhitney(x, y).p, byCounting(x, y), 1e-13, { x, y });
      }),
    );
  });

  it('does not depend on the order, the unit, or on any rising transformation', () => {
    fc.assert(
      fc.property(long, long, (x, y) => {
        const { p } = mannWhitney(x, y);
        expect(mannWhitney([...x].reverse(), [...y].sort()).p).toBe(p);
        expect(
          mannWhitney(
            x.map((v) => Math.exp(v / 9)),
            y.map((v) => Math.exp(v / 9)),
          ).p,
        ).toBe(p);
      }),
    );
  });

  it('is the same with the sides exchanged where they are of one size', () => {
    const pairs = fc
      .integer({ min: 1, max: 30 })
      .chain((n) =>
        fc.tuple(
          fc.array(fc.integer({ min: 0, max: 20 }), { minLength: n, maxLength: n }),
          fc.array(fc.integer({ min: 0, max: 20 }), { minLength: n, maxLength: n }),
        ),
      );
    fc.assert(
      fc.property(pairs, ([x, y]) => {
        const one = mannWhitney(x, y);
        const other = mannWhitney(y, x);
        expectClose(other.p, one.p, 1e-12);
        expect(one.u + other.u).toBe(x.length * y.length);
      }),
    );
  });

  it('refuses NaN, which has no rank', () => {
    expect(() => mannWhitney([1, Number.NaN], [1, 2])).toThrow(RangeError);
    expect(() => mannWhitney([1, 2], [Number.NaN])).toThrow(RangeError);
    expect(mannWhitney([Number.NEGATIVE_INFINITY, 1], [2, Number.POSITIVE_INFINITY]).u).toBe(0);
  });

  it('takes typed arrays and leaves its arguments alone', () => {
    const x = Float64Array.of(3, 1, 2);
    expect(mannWhitney(x, [5, 4]).p).toBe(mannWhitney([1, 2, 3], [4, 5]).p);
    expect([...x]).toEqual([3, 1, 2]);
  });
});

describe('calibration where nothing differs (10,000 draws)', () => {
  it('rejects no more often than p says, and as often as a discrete p can', () => {
    const source = draws(11);
    const ps = Array.from(
      { length: 10_000 },
      () => mannWhitney(source.sample(10), source.sample(10)).p,
    );
    for (const alpha of [0.01, 0.05, 0.1, 0.5]) {
      const rate = ps.filter((p) => p <= alpha).length / ps.length;
      expect(rate).toBeLessThan(alpha + 3 * Math.sqrt((alpha * (1 - alpha)) / ps.length));
      expect(rate).toBeGreaterThan(0.8 * alpha);
    }
  });

  it('is uniform once its steps are spread out', () => {
    const source = draws(12);
    const ps = Array.from({ length: 10_000 }, () => {
      const { p, u } = mannWhitney(source.sample(10), source.sample(10));
      const smaller = Math.min(u, 100 - u);
      // p of the next smaller U: p is spread over the step below it.
      const next = smaller === 0 ? 0 : mannWhitney(withU(smaller - 1), withU(null)).p;
      return p - source.uniform() * (p - next);
    });
    expect(distanceFromUniform(ps)).toBeLessThan(criticalDistance(ps.length));
  });
});

/** Ten untied values with this U against withU(null), the even numbers 0..18. */
function withU(u: number | null): number[] {
  if (u === null) return Array.from({ length: 10 }, (_, i) => 2 * i);
  let left = u;
  return Array.from({ length: 10 }, (_, i) => {
    const over = Math.min(10, left);
    left -= over;
    return 2 * over - 1 + i / 20 - 0.5;
  });
}
