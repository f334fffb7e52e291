import { describe, expect, it } from 'vitest';
import { culpritOdds, type Part } from '../../src/stats/culprit.ts';
import { draws } from './random.ts';

const part = (base: number, head: number, dispersion = 1): Part => ({ base, head, dispersion });
/** Ten parts of a tenth each, of which the first doubled: 0.2 of 1.1. */
const gain = 0.1 / 1.1;
const gained = [gain];
const doubled = (hits: number) => [
  part(hits / 10, (hits * 0.2) / 1.1),
  ...Array.from({ length: 9 }, () => part(hits / 10, (hits * 0.1) / 1.1)),
];

describe('which part grew', () => {
  it('is sure with many hits, and says what it knows with few', () => {
    const sure = (hits: number) =>
      culpritOdds(doubled(hits), { base: hits, head: hits, gained, none: 0.5 }).parts[0] ?? 0;
    expect(sure(10_000)).toBeGreaterThan(0.9999);
    expect(sure(100)).toBeLessThan(0.9);
    expect(sure(100)).toBeGreaterThan(0.1);
    expect(sure(1000)).toBeGreaterThan(sure(100));
  });
  it('is none where the shares are as they were', () => {
    const same = Array.from({ length: 10 }, () => part(1000, 1000));
    expect(
      culpritOdds(same, { base: 10_000, head: 10_000, gained, none: 0.5 }).none,
    ).toBeGreaterThan(0.99);
  });
  it('sums to one', () => {
    const { parts, none } = culpritOdds(doubled(300), { base: 300, head: 300, gained, none: 0.5 });
    expect(parts.reduce((sum, each) => sum + each, none)).toBeCloseTo(1, 12);
    expect(culpritOdds([], { base: 1, head: 1, gained, none: 0.5 })).toEqual({
      parts: [],
      none: 1,
    });
  });
  it('takes several sizes of the gain as equally likely', () => {
    const odds = (...sizes: number[]) =>
      culpritOdds(doubled(300), { base: 300, head: 300, gained: sizes, none: 0.5 });
    const [one, other, both] = [odds(gain), odds(0.3), odds(gain, 0.3)];
    const ratio = (of: ReturnType<typeof odds>) => (of.parts[0] ?? 0) / of.none;
    expect(ratio(both)).toBeCloseTo((ratio(one) + ratio(other)) / 2, 10);
    expect(odds()).toMatchObject({ none: 1 });
  });
  it('is less sure of restless counts', () => {
    const sure = (dispersion: number) =>
      culpritOdds(
        doubled(1000).map((of) => ({ ...of, dispersion })),
        { base: 1000, head: 1000, gained, none: 0.5 },
      ).parts[0] ?? 0;
    expect(sure(4)).toBeLessThan(sure(1));
  });
  it('knows a part that is new', () => {
    const parts = [part(0, 500), ...Array.from({ length: 10 }, () => part(100, 50))];
    expect(
      culpritOdds(parts, { base: 1000, head: 1000, gained: [0.5], none: 0.5 }).parts[0],
    ).toBeGreaterThan(0.999);
  });
  it('integrates as it says: one part against direct sums', () => {
    const of = part(30, 55, 1.3);
    const [n, m, w] = [500, 520, 0.06];
    const likelihood = (share: (b: number) => number) => {
      let sum = 0;
      const fine = 200_000;
      for (let i = 0; i < fine; i++) {
        const b = (i + 0.5) / fine;
        const h = share(b);
        sum += Math.exp(
          (of.base / 1.3 - 0.5) * Math.log(b) -
            (n / 1.3) * b +
            (of.head / 1.3) * Math.log(h) -
            (m / 1.3) * h +
            100,
        );
      }
      return sum;
    };
    const grown = likelihood((b) => b * (1 - w) + w) / likelihood((b) => b);
    const { parts, none } = culpritOdds([of], { base: n, head: m, gained: [w], none: 0.5 });
    expect(Math.log((parts[0] ?? 0) / none)).toBeCloseTo(Math.log(grown), 3);
  });
  it('stays so with a million hits, where the hill of old shares is narrow, and with many parts', () => {
    const odds = culpritOdds(doubled(2_000_000), {
      base: 2_000_000,
      head: 2_000_000,
      gained,
      none: 0.5,
    });
    expect(odds.parts[0]).toBeCloseTo(1, 9);
    // Not the gain that was: hits say against it as they say against none.
    const log = (hits: number) => {
      const of = [part(hits * 0.5, hits * 0.55), part(hits * 0.5, hits * 0.45)];
      const { parts, none } = culpritOdds(of, { base: hits, head: hits, gained: [0.1], none: 0.5 });
      return Math.log((parts[0] ?? 0) / none);
    };
    expect(log(4000) / log(2000)).toBeCloseTo(2, 0);
    const parts = Array.from({ length: 200_000 }, () => part(5, 5));
    const flat = culpritOdds(parts, { base: 1e6, head: 1e6, gained: [0.05], none: 0.5 });
    expect(flat.none).toBeGreaterThan(0.99);
  });
  it('is honest: of what is called 90 % or surer, nine of ten are right', () => {
    const { uniform } = draws(5);
    let [called, right] = [0, 0];
    for (let trial = 0; trial < 300; trial++) {
      const isNone = uniform() < 0.5;
      const hits = 400;
      const base = Array.from({ length: 10 }, () => 0);
      const head = [...base];
      const add = (to: number[], at: number) => {
        to[at] = (to[at] ?? 0) + 1;
      };
      for (let i = 0; i < hits; i++) add(base, Math.floor(uniform() * 10));
      for (let i = 0; i < hits; i++) {
        const at = !isNone && uniform() < gain ? 0 : Math.floor(uniform() * 10);
        add(head, at);
      }
      const parts = base.map((count, i) => part(count, head[i] ?? 0));
      const { parts: odds } = culpritOdds(parts, { base: hits, head: hits, gained, none: 0.5 });
      const most = odds.indexOf(Math.max(...odds));
      if ((odds[most] ?? 0) < 0.9) continue;
      called++;
      if (!isNone && most === 0) right++;
    }
    expect(called).toBeGreaterThan(30);
    expect(right / called).toBeGreaterThan(0.85);
  });
});
