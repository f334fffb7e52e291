import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pooled } from '../../eval/verdict/pooled.ts';
import { noncentrality, smallestDetectable, tPower } from '../../src/stats/noncentral.ts';
import { normalQuantile } from '../../src/stats/normal.ts';
import { tUpperQuantile } from '../../src/stats/student.ts';
import { expectClose, golden } from './golden.ts';
import { draws } from './random.ts';

describe('power', () => {
  const rows = golden<{ effect: number; df: number; alpha: number; power: number }>(
    'noncentral.json',
  );

  it('equals the noncentral t in 30-digit arithmetic', () => {
    for (const row of rows) {
      expectClose(tPower(row.effect, row.df, row.alpha), row.power, 1e-8, row, 1e-9);
    }
  });

  it('is alpha where there is no effect', () => {
    for (const df of [1, 2.5, 9, 100, Number.POSITIVE_INFINITY]) {
      for (const alpha of [0.2, 0.05, 1e-4]) expectClose(tPower(0, df, alpha), alpha, 1e-6);
    }
  });

  it('rises with the effect and with the degrees of freedom', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1, max: 200, noNaN: true }),
        fc.double({ min: 0, max: 8, noNaN: true }),
        fc.constantFrom(0.05, 0.01, 1e-4),
        (df, effect, alpha) => {
          const power = tPower(effect, df, alpha);
          expect(power).toBeGreaterThan(0);
          expect(power).toBeLessThanOrEqual(1);
          expect(tPower(effect + 0.5, df, alpha)).toBeGreaterThanOrEqual(power);
          if (effect > 0.5) expect(tPower(effect, df * 2, alpha)).toBeGreaterThanOrEqual(power);
        },
      ),
    );
  });
});

describe('smallest detectable', () => {
  it('is found with the power asked for', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1, max: 300, noNaN: true }),
        fc.constantFrom(0.05, 0.01, 1e-4, 1e-6),
        fc.constantFrom(0.5, 0.8, 0.95),
        (df, alpha, power) => {
          expectClose(tPower(noncentrality(df, alpha, power), df, alpha), power, 1e-6, {
            df,
            alpha,
            power,
          });
        },
      ),
    );
  });

  it('is the sum of two quantiles for infinitely many degrees of freedom', () => {
    expect(noncentrality(Number.POSITIVE_INFINITY, 0.05)).toBe(
      -normalQuantile(0.05) + normalQuantile(0.8),
    );
    expectClose(noncentrality(1e7, 0.01), -normalQuantile(0.01) + normalQuantile(0.8), 1e-5);
  });

  it('is near, and not, the usual sum of two t quantiles', () => {
    const usual = tUpperQuantile(0.05, 8) + tUpperQuantile(0.2, 8);
    expect(noncentrality(8, 0.05)).toBeGreaterThan(0.95 * usual);
    expect(noncentrality(8, 0.05)).not.toBe(usual);
  });

  it('adds the margin and scales with the standard error', () => {
    expect(smallestDetectable(0, 8, 0.01, 0.8, 0.05)).toBe(0.05);
    expect(smallestDetectable(0.02, 8, 0.01, 0.8, 0.05)).toBe(0.05 + 0.02 * noncentrality(8, 0.01));
    expect(smallestDetectable(1, 8, 0.01)).toBe(noncentrality(8, 0.01, 0.8));
  });

  it('comes to an end for tests that can find nothing', () => {
    expect(noncentrality(1, 1e-20)).toBeGreaterThan(1e19);
    expect(noncentrality(0.5, 1e-9)).toBeGreaterThan(1e15);
    expect(tPower(5, 1, 1e-20)).toBeLessThan(1e-17);
  });

  it('is what simulation finds in 80 of 100 cases', () => {
    const source = draws(3);
    const sd = 0.02;
    const margin = Math.log(1.05);
    const effect = smallestDetectable(sd * Math.sqrt(1 / 10 + 1 / 3), 11, 0.01, 0.8, margin);
    let found = 0;
    for (let i = 0; i < 4000; i++) {
      const test = pooled(source.sample(3, effect, sd), source.sample(10, 0, sd), {
        alternative: 'greater',
        margin,
      });
      if (test !== null && test.p <= 0.01) found++;
    }
    expect(Math.abs(found / 4000 - 0.8)).toBeLessThan(0.02);
  });
});
