import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { holm } from '../../src/stats/holm.ts';
import { expectClose, golden } from './golden.ts';

describe('holm', () => {
  it('equals statsmodels', () => {
    for (const { p, adjusted } of golden<{ p: number[]; adjusted: number[] }>('holm.json')) {
      holm(p).forEach((got, i) => {
        expectClose(got ?? Number.NaN, adjusted[i] ?? Number.NaN, 1e-12, p);
      });
    }
  });

  it('multiplies, steps down, never falls and stops at 1', () => {
    const adjusted = holm([0.01, 0.02, 0.03, 0.04, 0.05]).map((p) => p?.toFixed(4));
    expect(adjusted).toEqual(['0.0500', '0.0800', '0.0900', '0.0900', '0.0900']);
    expect(holm([0.6, 0.7])).toEqual([1, 1]);
    expect(holm([])).toEqual([]);
  });

  it('passes over tests that were not made', () => {
    expect(holm([null, 0.01, null, 0.5])).toEqual([null, 0.02, null, 0.5]);
    expect(holm([null])).toEqual([null]);
  });

  const family = fc.array(fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { nil: null }), {
    maxLength: 40,
  });

  it('keeps to its laws', () => {
    fc.assert(
      fc.property(family, (ps) => {
        const made = ps.filter((p) => p !== null).length;
        const adjusted = holm(ps);
        expect(adjusted.map((p) => p === null)).toEqual(ps.map((p) => p === null));
        ps.forEach((p, i) => {
          const got = adjusted[i];
          if (p === null || got === null || got === undefined) return;
          expect(got).toBeGreaterThanOrEqual(p);
          expect(got).toBeLessThanOrEqual(Math.min(1, made * p));
          ps.forEach((other, j) => {
            // The order of the tests survives.
            if (other !== null && other < p) expect(adjusted[j]).toBeLessThanOrEqual(got);
          });
        });
      }),
    );
  });

  it('does not depend on the order, and another test never helps', () => {
    fc.assert(
      fc.property(family, fc.double({ min: 0, max: 1, noNaN: true }), (ps, more) => {
        expect(holm([...ps].reverse()).reverse()).toEqual(holm(ps));
        const before = holm(ps);
        holm([...ps, more])
          .slice(0, ps.length)
          .forEach((p, i) => {
            if (p !== null) expect(p).toBeGreaterThanOrEqual(before[i] ?? 0);
          });
      }),
    );
  });

  it('takes a large family quickly enough to be used on every comparison', () => {
    const ps = Array.from({ length: 100_000 }, (_, i) => ((i * 7919) % 100_003) / 100_003);
    expect(holm(ps)).toHaveLength(100_000);
  });
});
