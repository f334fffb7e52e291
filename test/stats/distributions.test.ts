import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalCdf, normalQuantile, normalUpper } from '../../src/stats/normal.ts';
import { tCdf, tQuantile, tTwoSided, tUpper, tUpperQuantile } from '../../src/stats/student.ts';
import { expectClose, golden } from './golden.ts';

describe('Student t against 50-digit arithmetic', () => {
  const rows = golden<{ t: number; df: number; upper: number; lower: number }>('student.json');
  // The library takes an arc sine of 1 - t^2 for one degree of freedom.
  const tolerance = (row: { t: number; df: number }) =>
    row.df === 1 && row.t < 1e-6 ? 1e-8 : 1e-9;

  it('gives the upper tail to 1e-9 relative, down to 1e-79', () => {
    for (const row of rows) expectClose(tUpper(row.t, row.df), row.upper, tolerance(row), row);
    expect(Math.min(...rows.map((row) => row.upper))).toBeLessThan(1e-78);
  });

  it('gives the lower tail and both tails', () => {
    for (const row of rows) {
      expectClose(tCdf(-row.t, row.df), row.upper, tolerance(row), row);
      expectClose(tCdf(row.t, row.df), row.lower, tolerance(row), row);
      expectClose(tTwoSided(row.t, row.df), 2 * row.upper, tolerance(row), row);
      expectClose(tTwoSided(-row.t, row.df), 2 * row.upper, tolerance(row), row);
    }
  });

  it('inverts to 1e-9 relative, to p = 1e-40', () => {
    for (const row of golden<{ p: number; df: number; t: number }>('student-quantile.json')) {
      expectClose(tQuantile(row.p, row.df), row.t, 1e-9, row, 1e-12);
      if (row.p < 0.5) expectClose(tUpperQuantile(row.p, row.df), -row.t, 1e-9, row);
    }
  });

  it('is the normal for infinite degrees of freedom', () => {
    expect(tUpper(3, Number.POSITIVE_INFINITY)).toBe(normalUpper(3));
    expect(tQuantile(0.9, Number.POSITIVE_INFINITY)).toBe(normalQuantile(0.9));
    expectClose(tUpper(3, 1e9), normalUpper(3), 1e-7);
  });
});

describe('the normal against 50-digit arithmetic', () => {
  it('gives both tails to 1e-12 relative, down to 1e-80', () => {
    for (const row of golden<{ z: number; upper: number; lower: number }>('normal.json')) {
      expectClose(normalUpper(row.z), row.upper, 1e-12, row);
      expectClose(normalCdf(-row.z), row.upper, 1e-12, row);
      expectClose(normalCdf(row.z), row.lower, 1e-15, row);
    }
  });

  it('inverts', () => {
    for (const row of golden<{ p: number; z: number }>('normal-quantile.json')) {
      expectClose(normalQuantile(row.p), row.z, 1e-12, row, 1e-15);
    }
  });
});

describe('laws', () => {
  const dfs = fc.double({ min: 1, max: 1e4, noNaN: true });

  it('tails fall with t and quantiles undo them', () => {
    fc.assert(
      fc.property(
        dfs,
        fc.double({ min: 0.01, max: 30, noNaN: true }),
        fc.double({ min: 0.01, max: 5, noNaN: true }),
        (df, t, more) => {
          const p = tUpper(t, df);
          expect(tUpper(t + more, df)).toBeLessThan(p);
          if (p > 1e-200) expectClose(tUpperQuantile(p, df), t, 1e-7, { df, t });
        },
      ),
    );
  });

  it('more degrees of freedom make lighter tails', () => {
    fc.assert(
      fc.property(dfs, fc.double({ min: 0.5, max: 20, noNaN: true }), (df, t) => {
        expect(tUpper(t, df * 1.5)).toBeLessThan(tUpper(t, df));
      }),
    );
  });
});
