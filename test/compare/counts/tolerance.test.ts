/** How far counts may be apart by chance. */
import { describe, expect, it } from 'vitest';
import { countedRow } from '../../../src/compare/counts/compare.ts';
import { boundsOf, spreadOf, toleranceOf } from '../../../src/compare/counts/tolerance.ts';
import { draws } from '../../stats/random.ts';

describe('the tolerance', () => {
  it('is 0.1 % where all runs are equal, and nothing is known of one run', () => {
    expect(toleranceOf([100, 100, 100], [250, 250, 250], 0.01)).toBe(0.001);
    expect(toleranceOf([100], [100, 100], 0.01)).toBeNull();
    expect(spreadOf([100], [100])).toBeNull();
  });

  it('is t times the standard error of the difference of means', () => {
    // 1 % on each side: s = 0.01, t(0.99; 4) = 3.746947, over sqrt(2 / 3).
    const tolerance = toleranceOf([99, 100, 101], [198, 200, 202], 0.01);
    expect(tolerance).toBeCloseTo(3.746947 * 0.01 * Math.sqrt(2 / 3), 6);
    expect(spreadOf([99, 100, 101], [200, 200, 200])).toBeCloseTo(0.02, 12);
    const { ci, worst } = boundsOf([99, 100, 101], [198, 200, 202]);
    expect(ci[0]).toBeCloseTo(1 - 2 * 2.776445 * 0.01 * Math.sqrt(2 / 3), 6);
    expect(worst).toBeCloseTo(1 + 2 * 2.131847 * 0.01 * Math.sqrt(2 / 3), 6);
  });

  it.each([3, 5, 7, 9])('holds its rate for %d runs a side that vary', (runs) => {
    const { sample } = draws(7);
    let over = 0;
    for (let i = 0; i < 4000; i++) {
      const [base, head] = [sample(runs, 1e6, 4000), sample(runs, 1e6, 4000)];
      const delta = countedRow(counted(base, head), 0.01).delta ?? 0;
      if (delta > (toleranceOf(base, head, 0.05) ?? 1)) over++;
    }
    // 5 % of 4,000 is 200, with a standard error of 14.
    expect(over).toBeGreaterThan(150);
    expect(over).toBeLessThan(250);
  });

  it('leaves the oddest run of a side out from five runs on', () => {
    const odd = [100, 100.1, 104, 99.9, 100];
    expect(spreadOf(odd.slice(0, 3), odd.slice(0, 3))).toBeGreaterThan(0.03);
    expect(spreadOf(odd, odd)).toBeCloseTo(0.002, 6);
    const row = countedRow(
      counted(
        odd,
        odd.map((of) => of * 1.015),
      ),
      0.01,
    );
    expect([row.base?.center, row.base?.n]).toEqual([100, 5]);
    expect(row.p).toBe(0);
  });
});

const counted = (base: readonly number[], head: readonly number[], rate = 0.01) => ({
  package: 'p',
  benchmark: 'B',
  iterations: [100, 1000] as const,
  base,
  head,
  spread: spreadOf(base, head),
  tolerance: toleranceOf(base, head, rate),
});

describe('a row', () => {
  it('is changed for sure beyond the tolerance, and no smaller change than the threshold is said to be seen', () => {
    const row = countedRow(counted([5723, 5723, 5723], [11286, 11286, 11286]), 0.01);
    expect(row).toMatchObject({ unit: 'instructions/op', better: 'lower', test: 'counted', p: 0 });
    expect(row).toMatchObject({ base: { center: 5723, n: 3, runs: 3 }, head: { center: 11286 } });
    expect(row.delta).toBeCloseTo(0.972, 3);
    expect([row.detectable, row.spread]).toEqual([0.01, 0]);
    expect(countedRow(counted([1000, 1000, 1000], [1000.9, 1000.9, 1000.9]), 0.01).p).toBe(1);
    const loose = countedRow(counted([100, 101, 102], [100, 101, 102]), 0.001);
    expect(loose.detectable).toBe(toleranceOf([100, 101, 102], [100, 101, 102], 0.01));
  });

  it('of one side only is compared with nothing', () => {
    const row = countedRow(counted([], [77]), 0.01);
    expect(row).toMatchObject({ base: null, head: { center: 77, runs: 1 }, delta: null });
    expect(row.test).toBe('none');
  });
});
