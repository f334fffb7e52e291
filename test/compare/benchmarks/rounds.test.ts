import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  compareRounds,
  type RoundOptions,
  wholeRounds,
} from '../../../src/compare/benchmarks/rounds.ts';
import type { Comparison } from '../../../src/model/comparison.ts';
import type { Round } from '../../../src/model/run.ts';
import { hodgesLehmann, walshAverages } from '../../../src/stats/signedrank.ts';
import { looks } from '../../../src/stats/spending.ts';
import { draws } from '../../stats/random.ts';
import { run, series } from '../runs.ts';

const onceAfter = (after: number) => [{ after, weight: 1 }];

const options = (more: Partial<RoundOptions> = {}): RoundOptions => ({
  test: 'welch',
  alpha: 0.01,
  margin: () => 0.02,
  better: () => 'unknown',
  looks: looks(20),
  ...more,
});

/** Rounds of one benchmark from the values of each side. */
const rounds = (base: readonly number[], head: readonly number[], unit = 'sec/op'): Round[] =>
  base.map((value, i) => ({
    base: run([series('A', [value], unit)]),
    head: run([series('A', [head[i] ?? Number.NaN], unit)]),
  }));

/** Rounds whose log ratios are given. */
const ratios = (logs: readonly number[], unit = 'sec/op'): Round[] =>
  rounds(
    logs.map((_, i) => 1e-6 * (1 + i)),
    logs.map((y, i) => 1e-6 * (1 + i) * Math.exp(y)),
    unit,
  );

const one = (of: readonly Round[], more: Partial<RoundOptions> = {}): Comparison => {
  const [row] = compareRounds(of, options({ looks: onceAfter(of.length), ...more }));
  if (row === undefined) throw new Error('no row');
  return row;
};

/** Two tests share the error rate: the p of one alone is doubled. */
const doubled = (p: number) => Math.min(1, 2 * p);

describe('few rounds are tested by the paired t', () => {
  // Student's distribution in closed form: P(T > t) is 1/2 - atan(t)/pi with one degree of
  // freedom and 1/2 - t / (2 sqrt(2 + t^2)) with two.
  it('two rounds', () => {
    const row = one(ratios([0.1, 0.16]));
    const t = (0.13 - Math.log(1.02)) / 0.03;
    expect(row.p).toBeCloseTo(doubled(0.5 - Math.atan(t) / Math.PI), 9);
    expect(row).toMatchObject({
      test: 'paired',
      df: 1,
      base: { runs: 2, n: 2 },
      head: { runs: 2 },
    });
    expect(row.delta).toBeCloseTo(Math.exp(0.13) - 1, 12);
  });
  it('three rounds, for the better', () => {
    const row = one(ratios([-0.1, -0.14, -0.12]));
    const t = (0.12 + Math.log(0.98)) / (0.02 / Math.sqrt(3));
    expect(row.p).toBeCloseTo(doubled(0.5 - t / (2 * Math.sqrt(2 + t * t))), 9);
    expect(row.worst).toBeCloseTo(Math.exp(-0.12 + 4.30265273 * (0.02 / Math.sqrt(3))) - 1, 7);
    expect(row.ci?.[0]).toBeCloseTo(Math.exp(-0.12 - 4.30265273 * (0.02 / Math.sqrt(3))) - 1, 7);
  });
  it('p of the last look alone, times the number of benchmarks', () => {
    const logs = [0.1, 0.14, 0.12];
    const t = (0.12 - Math.log(1.02)) / (0.02 / Math.sqrt(3));
    const p = 0.5 - t / (2 * Math.sqrt(2 + t * t));
    expect(one(ratios(logs)).pLast).toBeCloseTo(p, 9);
    const two = ratios(logs).map(({ base, head }) => ({
      base: run([...base.series, series('B', [1e-6])]),
      head: run([...head.series, series('B', [(base.series[0]?.samples[0] ?? 0) * 1.01])]),
    }));
    expect(compareRounds(two, options({ looks: onceAfter(3) }))[0]?.pLast).toBeCloseTo(2 * p, 9);
  });
  it('takes no mean to be surer than 0.2 %', () => {
    const row = one(ratios([0.05, 0.05, 0.05]));
    const t = (0.05 - Math.log(1.02)) / 0.002;
    expect(row.p).toBeCloseTo(doubled(0.5 - t / (2 * Math.sqrt(2 + t * t))), 9);
  });
  it('is on the linear scale where a value is not positive', () => {
    const row = one(rounds([0, 10, 20], [2, 12, 23], 'lag'), { better: () => 'lower' });
    // Walsh averages 2, 2, 2, 2.5, 2.5, 3: their median, over the mean of the base.
    expect(row.delta).toBeCloseTo(2.25 / 10, 12);
    const t = (7 / 3 - 0.02 * 10) / (1 / 3);
    expect(row).toMatchObject({ test: 'paired', df: 2 });
    expect(row.p).toBeCloseTo(doubled(0.5 - t / (2 * Math.sqrt(2 + t * t))), 9);
  });
  it('gives no p for one round, nor before the first look', () => {
    expect(one(ratios([0.1]))).toMatchObject({ p: null, worst: null, ci: null, test: 'paired' });
    expect(compareRounds(ratios([0.1, 0.2, 0.1, 0.1, 0.2]), options())[0]).toMatchObject({
      ...{ p: null, worst: null, base: { runs: 5 } },
    });
  });
  it('knows the smallest change it would find: it is found with 80 % power at the least', () => {
    const { sample } = draws(11);
    let found = 0;
    // Normal scores of twelve, with a standard deviation of 2 %.
    const scores = [1.63, 1.12, 0.79, 0.54, 0.31, 0.1].flatMap((z) => [0.0217 * z, -0.0217 * z]);
    const size = one(ratios(scores)).detectable ?? 0;
    for (let i = 0; i < 2000; i++) {
      const row = one(ratios(sample(12, Math.log(1 + size), 0.02)));
      if ((row.p ?? 1) < 0.01 && (row.delta ?? 0) > 0) found++;
    }
    expect(found / 2000).toBeGreaterThan(0.75);
    expect(found / 2000).toBeLessThan(0.93);
  });
  it('or it is a suspect with 80 % power, where noise is too large for more', () => {
    const { sample } = draws(12);
    const noise = 0.3;
    const normal = [0, 1.67, 1.16, 0.85, 0.6, 0.39, 0.19].flatMap((z) => (z === 0 ? [0] : [z, -z]));
    const scores = normal.map((z) => 1.08 * noise * z);
    const planned = { ...options(), looks: looks(200) };
    const rowOf = (logs: readonly number[]) => compareRounds(ratios(logs), planned)[0];
    const size = rowOf(scores)?.detectable ?? 0;
    let found = 0;
    for (let i = 0; i < 2000; i++) {
      const row = rowOf(sample(13, Math.log(1 + size), noise));
      if ((row?.pLast ?? 1) < 0.05 && (row?.delta ?? 0) > 0.05) found++;
    }
    expect(found / 2000).toBeGreaterThan(0.75);
    expect(found / 2000).toBeLessThan(0.9);
  });
  it.each([3, 12])(
    'p is no smaller than it may be where the effect is the margin: %i rounds',
    (n) => {
      const { sample, normal } = draws(5);
      const tails = () => 0.02 * normal() * Math.exp(normal());
      for (const draw of [
        () => sample(n, Math.log(1.02), 0.05),
        () => Array.from({ length: n }, () => Math.log(1.02) + tails()),
      ]) {
        const ps = Array.from({ length: 4000 }, () => {
          const row = one(ratios(draw()));
          return (row.delta ?? 0) > 0.02 ? (row.p ?? 1) : 1;
        });
        for (const alpha of [0.2, 0.05, 0.01]) {
          const below = ps.filter((p) => p <= alpha).length / 4000;
          expect(below).toBeLessThan(alpha + 3 * Math.sqrt(alpha / 4000));
        }
      }
    },
  );
  it('rounds that the machine disturbed take nothing from the others', () => {
    const { sample } = draws(3);
    const quiet = sample(16, 0.08, 0.01);
    const disturbed = quiet.map((y, i) => (i % 5 === 4 ? y + (i % 2 === 0 ? 0.6 : -0.6) : y));
    const [before, after] = [one(ratios(quiet)), one(ratios(disturbed))];
    expect(after.p).toBeLessThan(0.005);
    expect(after.worst).toBeGreaterThan(0.08);
    expect(Math.abs((after.delta ?? 0) - (before.delta ?? 0))).toBeLessThan(0.02);
  });
});

describe('the columns divide to the change', () => {
  const base = [100, 100, 100, 200, 200, 200, 150, 150];
  it('where the medians of the sides do not', () => {
    const row = one(rounds(base, [112, 112, 112, 130, 224, 224, 168, 130]));
    // Base 150, head 130, and yet slower: in most rounds by 12 %.
    expect(row.base?.center).toBeCloseTo(150, 9);
    expect((row.head?.center ?? 0) / (row.base?.center ?? 0) - 1).toBeCloseTo(row.delta ?? 0, 12);
    expect(row.delta).toBeGreaterThan(0);
  });
  it('on the linear scale', () => {
    const row = one(rounds([-1, ...base], [0, ...base.map((value) => value + 12)], 'lag'));
    const [before = 0, after = 0] = [row.base?.center, row.head?.center];
    expect((after - before) / before).toBeCloseTo(row.delta ?? 0, 12);
    expect(row.delta).toBeGreaterThan(0);
  });
});

describe('B/s beside sec/op', () => {
  const both = (rate: (seconds: number) => number) =>
    compareRounds(
      Array.from({ length: 6 }, (_, i) => {
        const side = (seconds: number) =>
          run([series('A', [seconds]), series('A', [rate(seconds)], 'B/s')]);
        return { base: side(1e-6 * (1 + i)), head: side(1.2e-6 * (1 + i) * (1 + i / 1000)) };
      }),
      options(),
    ).map(({ unit, follows }) => [unit, follows]);
  it('is the same number again, and follows it', () => {
    // Printed with four digits.
    const rate = (seconds: number) => Number((4096 / seconds).toPrecision(4));
    expect(both(rate)).toEqual([
      ['sec/op', null],
      ['B/s', 'sec/op'],
    ]);
  });
  it('is a row of its own where it says something else', () => {
    expect(both((seconds) => (seconds > 1.1e-6 ? 9e9 : 1e9))).toContainEqual(['B/s', null]);
  });
});

describe('looks', () => {
  const logs = [0.1, 0.12, 0.09, 0.11, 0.1, 0.12, 0.1, 0.11, 0.09, 0.1];
  it('make one p of all, each paid for from its own share', () => {
    const plan = looks(20);
    const paid = [6, 8, 10].map((n, k) => {
      const p = one(ratios(logs.slice(0, n))).p ?? 1;
      return p / (plan[k]?.weight ?? 1);
    });
    expect(compareRounds(ratios(logs), options())[0]?.p).toBeCloseTo(Math.min(...paid), 15);
  });
  it('are not made of a benchmark that had been left out', () => {
    const early = ratios(logs.slice(0, 6));
    const other = series('B', [1]);
    const more = ratios(logs).map(({ base, head }, i) =>
      i < 6 ? { base, head } : { base: run([other]), head: run([other]) },
    );
    const [alone] = compareRounds(early, options({ looks: looks(20).slice(0, 1) }));
    const [kept] = compareRounds(more, options());
    expect(kept).toMatchObject({ p: alone?.p, worst: alone?.worst, base: { runs: 6 } });
  });
  it('count a last look that time cut short', () => {
    const row = compareRounds(ratios(logs.slice(0, 9)), options())[0];
    expect(row?.df).toBe(8);
  });
});

describe('a benchmark that one side has in some rounds only', () => {
  it.each(['sec/op', 'allocs/op'])('is not decided by the others: %s', (unit) => {
    const both = rounds([1, 1, 1, 1, 1, 1], [1, 1, 1, 1, 1, 1], unit);
    expect(one(both).worst).not.toBeNull();
    const lost = both.map((of, i) => (i < 4 ? of : { base: of.base, head: run([]) }));
    expect(one(lost)).toMatchObject({ p: null, worst: null, test: 'paired' });
    expect(one(lost).notes.join()).toContain('one side only in 2 rounds');
  });
});

describe('rows', () => {
  const pair = (base: ReturnType<typeof series>[], head: ReturnType<typeof series>[]) => ({
    base: run(base),
    head: run(head),
  });
  it('only one side has are new or missing', () => {
    const round = pair([series('Old', [1])], [series('New', [2])]);
    const rows = compareRounds([round, round], options());
    expect(
      rows.map(({ benchmark, base, head, test }) => [benchmark, base?.runs, head?.runs, test]),
    ).toEqual([
      ['Old', 2, undefined, 'none'],
      ['New', undefined, 2, 'none'],
    ]);
  });
  it('that no round has on both sides are not tested', () => {
    const rows = compareRounds(
      [pair([series('A', [1])], []), pair([], [series('A', [2])])],
      options({ looks: onceAfter(2) }),
    );
    expect(rows[0]).toMatchObject({ test: 'none', base: { runs: 1 }, head: { runs: 1 }, p: null });
  });
  it('with a side missing in some rounds say so', () => {
    const full = pair([series('A', [1])], [series('A', [1.1])]);
    const rows = compareRounds([full, pair([series('A', [1])], []), full], options());
    expect(rows[0]?.notes).toEqual(['one side only in 1 round']);
    expect(rows[0]?.base?.runs).toBe(2);
  });
  it('that never vary are compared exactly', () => {
    expect(one(rounds([3, 3], [4, 4], 'allocs/op'))).toMatchObject({ test: 'exact', p: 0 });
  });
  it('but not before the first look: two sides may be two values by chance', () => {
    const few = rounds([10, 10], [11, 11], 'B/op');
    expect(one(few, { looks: looks(20) })).toMatchObject({ test: 'paired', p: null });
    const enough = rounds(Array(6).fill(10), Array(6).fill(11), 'B/op');
    expect(one(enough, { looks: looks(20) })).toMatchObject({ test: 'exact' });
  });
  it('of bytes that vary are tested, not merely separated', () => {
    const row = one(rounds([100, 101, 100], [100, 101, 101], 'B/op'));
    expect(row.test).toBe('paired');
  });
});

describe('whatever the rounds are', () => {
  // Thousandths, and not centred at nothing: there rounding would choose the direction.
  const logs = fc
    .array(fc.integer({ min: -500, max: 500 }), { minLength: 6, maxLength: 20 })
    .filter((ys) => hodgesLehmann(walshAverages(ys)) !== 0)
    .map((ys) => ys.map((y) => y / 1000));
  const numbers = (row: Comparison) => [row.p, row.delta, row.worst, row.ci?.[0], row.ci?.[1]];
  const close = (got: Comparison, wanted: Comparison) => {
    numbers(got).forEach((value, i) => {
      const other = numbers(wanted)[i] ?? 0;
      expect(Math.abs((value ?? 0) - other)).toBeLessThan(1e-6 * (1 + Math.abs(other)));
    });
  };

  it('their order within a look does not matter', () => {
    fc.assert(
      fc.property(logs, (ys) => {
        close(one(ratios(ys.toReversed())), one(ratios(ys)));
      }),
    );
  });
  it('the unit of measurement does not matter', () => {
    fc.assert(
      fc.property(logs, fc.double({ min: 1e-6, max: 1e6, noNaN: true }), (ys, factor) => {
        const base = ys.map((_, i) => 1 + i);
        const head = ys.map((y, i) => (1 + i) * Math.exp(y));
        const scaled = (of: number[]) => of.map((value) => value * factor);
        close(one(rounds(scaled(base), scaled(head))), one(rounds(base, head)));
      }),
    );
  });
  it('exchanging the sides turns the change around and leaves the evidence', () => {
    fc.assert(
      fc.property(logs, (ys) => {
        const there = one(ratios(ys), { margin: () => 0 });
        const back = one(ratios(ys.map((y) => -y)), { margin: () => 0 });
        expect(back.p ?? 1).toBeCloseTo(there.p ?? 1, 8);
        expect((1 + (back.delta ?? 0)) * (1 + (there.delta ?? 0))).toBeCloseTo(1, 8);
        expect((1 + (back.ci?.[0] ?? 0)) * (1 + (there.ci?.[1] ?? 0))).toBeCloseTo(1, 8);
      }),
    );
  });
  it('throughput down is time up', () => {
    fc.assert(
      fc.property(logs, (ys) => {
        const time = one(ratios(ys), { margin: () => 0 });
        const rate = one(
          ratios(
            ys.map((y) => -y),
            'B/s',
          ),
          { margin: () => 0 },
        );
        expect(rate.p ?? 1).toBeCloseTo(time.p ?? 1, 8);
        expect((1 - (rate.worst ?? 0)) * (1 + (time.worst ?? 0))).toBeCloseTo(1, 8);
      }),
    );
  });
});

it('rounds that ran less than the first are not whole', () => {
  const full = {
    base: run([series('A', [1]), series('B', [1])]),
    head: run([series('A', [1]), series('B', [1])]),
  };
  const part = { base: run([series('A', [1])]), head: run([series('A', [1])]) };
  expect(wholeRounds([full, part, full, part])).toEqual([full, full]);
  expect(wholeRounds([])).toEqual([]);
});
