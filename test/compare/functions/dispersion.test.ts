import { describe, expect, it } from 'vitest';
import {
  dispersionAcross,
  dispersionOf,
  excessOf,
  type Observed,
  type Sampled,
  testShare,
  typicalDispersion,
  withinPart,
} from '../../../src/compare/functions/dispersion.ts';
import { tUpper } from '../../../src/stats/student.ts';

const looks = (samples: number, ...shares: number[]): Sampled[] =>
  shares.map((share) => ({ share, samples }));
const of = (base: Sampled[], head: Sampled[], ...replicates: Sampled[][]): Observed => ({
  base,
  head,
  replicates,
});
const one = { factor: 1, error: 0 };
/** Nothing is known of what profiles of one run differ by: all excess is the run's. */
const usual = { dispersion: 1.5, within: 0 };

describe('the dispersion', () => {
  it("is Pearson's statistic over base and each program's replicates", () => {
    const { pearson, df } = excessOf(
      of(looks(999, 0.1, 0.12, 0.08), looks(999, 0.5), looks(99, 0.5, 0.4), looks(99, 0.2)),
    );
    // Shares half a sample away from 0 and 1: 0.1 of 3 x 999 is (299.7 + 0.5) / 2998.
    const inside = (299.7 + 0.5) / 2998;
    const base = (999 * 2 * 0.02 ** 2) / (inside * (1 - inside));
    const pair = (0.45 * 198 + 0.5) / 199;
    expect(pearson).toBeCloseTo(base + (99 * 2 * 0.05 ** 2) / (pair * (1 - pair)), 10);
    expect(df).toBe(3);
  });

  it('starts at 1.5 and is at least 1', () => {
    expect(typicalDispersion([])).toBe(1.5);
    expect(dispersionOf({ pearson: 0, df: 0 }, 1.5)).toBe(1.5);
    expect(dispersionOf({ pearson: 0, df: 100 }, 1.5)).toBe(1);
    expect(dispersionOf({ pearson: 140, df: 14 }, 1.5)).toBeCloseTo((9 + 140) / 20, 12);
  });

  it('is typically the median of the functions, pulled towards 1.5', () => {
    const functions = [3, 3.1, 2.9, 3, 500].map((each) => ({ pearson: each * 24, df: 24 }));
    expect(typicalDispersion(functions)).toBeCloseTo((9 + 24 * (3 / (1 - 2 / 216) ** 3)) / 30, 12);
    expect(typicalDispersion(functions.slice(1))).toBe(1.5);
  });
});

describe('the dispersion that two single profiles show', () => {
  /** Functions of a tenth each, apart by so many standard errors of the binomial, on sides of 1,000 samples. */
  const apart = (...errors: number[]) =>
    errors.map((z) => {
      const [base, head] = [0.1, 0.1 + z * Math.sqrt((0.1 * 0.9 * 2) / 1000)];
      return of(looks(1000, base), looks(1000, head));
    });
  const binomial = Math.sqrt(0.4549);

  it('is 1.5 where the differences are those of chance, or of few functions', () => {
    const usual = apart(0, 0, binomial, -binomial, binomial, -2, 2);
    expect(dispersionAcross(usual)).toBe(1.5);
    expect(dispersionAcross(apart(9, -9, 9, -9))).toBe(1.5);
  });

  it('is what the middle difference says, pulled towards 1.5', () => {
    const wide = apart(0, 0, 0, 3 * binomial, -3 * binomial, 3 * binomial, -3 * binomial, 9, -9);
    // Nine functions tell as much as 9 x 0.37 degrees of freedom.
    const df = 9 * 0.37;
    expect(dispersionAcross(wide)).toBeCloseTo((6 * 1.5 + df * 9) / (6 + df), 0);
  });

  it('does not take what all functions lost alike for it', () => {
    const lost = [0.1, 0.08, 0.06, 0.05, 0.04, 0.03].map((share) =>
      of(looks(1000, share), looks(1000, share * 0.7)),
    );
    expect(dispersionAcross(lost)).toBe(1.5);
  });

  it('needs functions that were hit', () => {
    const rare = Array.from({ length: 9 }, () => of(looks(1000, 0.001), looks(1000, 0.004)));
    expect(dispersionAcross(rare)).toBe(1.5);
  });
});

describe('the test of a share', () => {
  it('has the errors of docs/statistics.md', () => {
    const tested = testShare(of(looks(1000, 0.1, 0.1, 0.1), looks(500, 0.16)), usual, one);
    const dispersion = 9 / 8;
    const share = (x: number, n: number) => (x * n + 0.5) / (n + 1);
    const binomial = (p: number) => p * (1 - p);
    const [h, b] = [1 / 500 + (dispersion - 1) / 500, dispersion / 3000];
    const apart = binomial(share(0.16, 500)) * h + binomial(share(0.1, 3000)) * b;
    const same = binomial(share(380 / 3500, 3500)) * (h + b);
    expect(tested?.error).toBeCloseTo(Math.sqrt(apart), 12);
    expect(tested?.nullError).toBeCloseTo(Math.sqrt(same), 12);
    expect(tested?.df).toBe(8);
    const arc = (x: number, n: number) => 2 * Math.asin(Math.sqrt((x * n + 3 / 8) / (n + 3 / 4)));
    const distance = (arc(0.16, 500) - arc(0.1, 3000)) / Math.sqrt(h + b);
    expect(tested?.p).toBeCloseTo(tUpper(distance, 8), 12);
  });

  it('is not made surer than runs are alike by a longer head', () => {
    const restless = looks(1000, 0.05, 0.15, 0.1, 0.12, 0.06, 0.13);
    const error = (samples: number) =>
      testShare(of(restless, looks(samples, 0.1)), usual, one)?.nullError ?? 0;
    expect(error(1e9)).toBeGreaterThan(error(1000) * 0.9);
  });

  it('counts the error of the scale, in proportion to the share', () => {
    const base = looks(1000, 0.3, 0.3, 0.3);
    const variance = (error: number) =>
      (testShare(of(base, looks(1000, 0.3)), usual, { factor: 1.1, error })?.nullError ?? 0) ** 2;
    expect(variance(0.05) - variance(0)).toBeCloseTo((0.3 * 1.1 * 0.05) ** 2, 12);
  });

  it('is the mirror of itself', () => {
    const [a, b] = [looks(1000, 0.1, 0.1, 0.1), looks(1000, 0.2, 0.2, 0.2)];
    const [up, down] = [testShare(of(a, b), usual, one), testShare(of(b, a), usual, one)];
    expect(up?.delta).toBeCloseTo(-(down?.delta ?? 0), 12);
    expect(up?.least).toBeGreaterThan(0);
    expect(down?.worst).toBeLessThan(0);
  });

  it('averages out over profiles what is each profile’s own of the excess, and no more', () => {
    const restless = looks(1000, 0.05, 0.15, 0.1, 0.12, 0.06, 0.13);
    const error = (within: number, profiles: number) => {
      const head = [{ share: 0.1, samples: 1000 * profiles, profiles }];
      const found = testShare(of(restless, head), { ...usual, within }, one);
      return found?.nullError ?? 0;
    };
    // With none of it the profile's own ten profiles are hardly better than one.
    expect(error(0, 10)).toBeGreaterThan(error(0, 1) * 0.9);
    expect(error(0.75, 10)).toBeLessThan(error(0, 10) * 0.8);
    expect(error(0.75, 10)).toBeGreaterThan(error(1, 10));
  });
});

describe('the part of the excess that is the profile’s own', () => {
  const one = (within: number, between: number) => ({
    within: { pearson: within * 10, df: 10 },
    between: { pearson: between * 20, df: 20 },
  });
  it('is what profiles of a run differ by over what runs do, over all functions together', () => {
    expect(withinPart([one(1.5, 2)])).toBeCloseTo(0.5, 12);
    // (1.2 + 2.4) / 2 - 1 = 0.8 over (3 + 3) / 2 - 1 = 2.
    expect(withinPart([one(1.2, 3), one(2.4, 3)])).toBeCloseTo(0.4, 12);
  });
  it('is at most three quarters, and none where no run has several', () => {
    expect(withinPart([one(5, 2)])).toBe(0.75);
    expect(withinPart([one(0.5, 2)])).toBe(0);
    expect(withinPart([one(1.2, 0.9)])).toBe(0.75);
    expect(withinPart([{ ...one(1, 2), within: { pearson: 0, df: 0 } }])).toBe(0);
  });
});
