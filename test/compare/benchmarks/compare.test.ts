import { describe, expect, it } from 'vitest';
import {
  type BenchmarkOptions,
  compareBenchmarks,
} from '../../../src/compare/benchmarks/compare.ts';
import type { Comparison } from '../../../src/model/comparison.ts';
import type { Run } from '../../../src/model/run.ts';
import { around, run, series } from '../runs.ts';

const options: BenchmarkOptions = {
  test: 'welch',
  trustSingleRun: false,
  alpha: 0.01,
  suspect: 0.1,
  host: 'learned',
  machineKnown: true,
  policy: () => ({ threshold: 0.05, gated: true }),
  better: () => 'unknown',
};

const compare = (head: Run, baseline: readonly Run[], more: Partial<BenchmarkOptions> = {}) =>
  compareBenchmarks([head], baseline, { ...options, ...more }).comparisons;

function one(
  head: Run,
  baseline: readonly Run[],
  more: Partial<BenchmarkOptions> = {},
): Comparison {
  const [comparison, ...others] = compare(head, baseline, more);
  if (comparison === undefined) throw new Error('no comparison');
  expect(others).toEqual([]);
  return comparison;
}

/** Main at `centers`, one run each. */
const main = (...centers: number[]) => centers.map((c) => run([series('A', around(c))]));
const steady = main(100, 101, 99.5, 100.4, 99.8);

describe('against stored runs', () => {
  it('centres are medians of runs, and the interval holds the delta', () => {
    const of = one(run([series('A', around(120))]), steady);
    expect(of).toMatchObject({
      test: 'run-level',
      base: { n: 50, runs: 5 },
      head: { n: 10, runs: 1 },
    });
    expect(of.delta).toBeCloseTo(0.2, 2);
    expect(of.own).toBeCloseTo(0.2, 2);
    expect(of.ci?.[0]).toBeLessThan(of.delta ?? 0);
    expect(of.ci?.[1]).toBeGreaterThan(of.delta ?? 1);
    expect(of.p).toBeLessThan(0.02);
  });

  it('the smallest change that is seen is the one from which it is a suspect', () => {
    const { limits, detectable } = one(run([series('A', around(100))]), steady);
    expect(detectable).toBe(limits?.suspect);
    expect(limits?.suspect).toBeGreaterThanOrEqual(0.05);
    expect(limits?.slower).toBeGreaterThan(limits?.suspect ?? 1);
  });

  it('runs that differ by ten percent among themselves hide a ten percent slowdown', () => {
    const of = one(run([series('A', around(110))]), main(100, 112, 91, 105, 95));
    const calm = one(run([series('A', around(110))]), steady);
    expect(of.limits?.slower).toBeGreaterThan(1.3 * (calm.limits?.slower ?? 1));
    expect(of.own).toBeLessThan(of.limits?.slower ?? 0);
    expect(of.worst).toBeGreaterThan(0.15);
  });

  it('with one run a slowdown is evident beyond 2.2x, and 12 % is not', () => {
    const day1 = main(100);
    const { limits } = one(run([series('A', around(112))]), day1);
    expect(limits?.slower).toBeCloseTo(1.2, 1);
    expect(limits?.suspect).toBeLessThan(0.12);
  });

  it('with two a doubling is', () => {
    const { limits } = one(run([series('A', around(200))]), main(100, 101));
    expect(limits?.slower).toBeGreaterThan(0.85);
    expect(limits?.slower).toBeLessThan(1);
  });

  it('one fast run does not blind it to slow ones', () => {
    const of = (...centers: number[]) =>
      one(run([series('A', around(150))]), main(...centers)).limits?.slower ?? 9;
    const calm = [100, 101, 99, 100, 102, 100, 99, 101, 100, 100, 101];
    expect(of(60, ...calm)).toBeLessThan(0.5);
    expect(of(60, ...calm)).toBeLessThan(of(140, ...calm));
  });

  it('nothing is evident by fewer than ten runs of a machine that nobody knows', () => {
    const head = run([series('A', around(900))]);
    const unknown = { machineKnown: false };
    expect(one(head, steady, unknown).limits?.slower).toBeNull();
    expect(one(head, steady, unknown).limits?.suspect).toBeLessThan(1);
    expect(one(head, [...steady, ...steady], unknown).limits?.slower).toBeGreaterThan(0);
  });

  it('what is in the newest runs already is no news', () => {
    const merged = main(130, 131, 129, 100, 101, 99, 100, 100);
    expect(one(run([series('A', around(130))]), merged).own).toBeCloseTo(0, 2);
  });

  it('mirrors for a metric where more is better', () => {
    const rate = (c: number) => run([series('A', around(c), 'B/s')]);
    const base = [100, 101, 99.5, 100.4, 99.8].map(rate);
    const slower = one(rate(80), base);
    const time = one(run([series('A', around(125))]), steady);
    expect(slower.own).toBeCloseTo(-0.2, 2);
    expect(slower.worst).toBeGreaterThan(0.19);
    expect(slower.p).toBeCloseTo(time.p ?? 0, 2);
    // 1 / 1.1 of the rate is 10 % more time.
    expect(1 / (1 - (slower.limits?.suspect ?? 0)) - 1).toBeCloseTo(time.limits?.suspect ?? 0, 2);
  });

  it('does not depend on the order of the samples, nor of the runs but for the newest three', () => {
    const head = run([series('A', around(107))]);
    const turned = run([series('A', around(107).reverse())]);
    expect(one(turned, steady.toReversed()).limits?.slower).toBeCloseTo(
      one(head, steady).limits?.slower ?? 0,
      12,
    );
  });

  it.each([1, 5, 10])('one sample in ten that is 9x moves nothing (%i other)', (at) => {
    const wild = around(100).map((value, i) => (i === at % 10 ? 9 * value : value));
    const [with_, without] = [wild, around(100)].map((samples) =>
      one(run([series('A', samples)]), steady),
    );
    expect(Math.abs((with_?.delta ?? 1) - (without?.delta ?? 0))).toBeLessThan(0.01);
    for (const limit of ['suspect', 'slower', 'faster'] as const) {
      const [now, then] = [with_?.limits?.[limit] ?? 1, without?.limits?.[limit] ?? 0];
      expect(Math.abs(now - then)).toBeLessThan(0.001);
    }
  });

  it('negative and zero values are compared as they are, relative to the base', () => {
    const loss = (c: number) => run([series('A', [c - 1, c, c + 1], 'loss')]);
    const of = one(loss(-80), [loss(-100), loss(-101), loss(-99), loss(-100), loss(-100)]);
    expect(of.base?.center).toBeCloseTo(-100, 6);
    expect(of.delta).toBeCloseTo(0.2, 6);
    expect(of.own).toBeCloseTo(0.2, 6);
    expect(of.ci?.every(Number.isFinite)).toBe(true);
  });

  it('a base of zero has no ratio, and the numbers stay finite or null', () => {
    const zero = (c: number) => run([series('A', [c, c + 1, c - 1], 'queue')]);
    const of = one(zero(4), [zero(0), zero(0), zero(0)]);
    expect(of.delta).toBeNull();
    for (const value of [of.p, of.worst, of.own, of.detectable, ...(of.ci ?? [])]) {
      expect(value === null || Number.isFinite(value)).toBe(true);
    }
  });

  it('more runs show smaller changes', () => {
    const few = one(run([series('A', around(100))]), steady);
    const many = one(run([series('A', around(100))]), [...steady, ...steady, ...steady]);
    expect(many.limits?.slower).toBeLessThan(few.limits?.slower ?? 0);
  });
});

describe('throughput that is computed from time', () => {
  const both = (seconds: number, bytes = 64) =>
    run([
      series('A', around(seconds)),
      series(
        'A',
        around(seconds).map((value) => bytes / value),
        'B/s',
      ),
    ]);
  const base = [100, 101, 99.5, 100.4, 99.8].map((of) => both(of));

  it('is the same number and no second test', () => {
    const [time, rate] = compare(both(120), base);
    expect([time?.follows, rate?.follows]).toEqual([null, 'sec/op']);
    const [alone] = compare(run([series('A', around(120))]), steady);
    expect(time?.limits).toEqual(alone?.limits);
  });

  it('is one where the work is not the same', () => {
    expect(compare(both(120, 128), base)[1]?.follows).toBeNull();
  });

  it('is one where its time is not gated', () => {
    const policy = (of: { unit: string }) => ({ threshold: 0.05, gated: of.unit !== 'sec/op' });
    expect(compare(both(120), base, { policy })[1]?.follows).toBeNull();
  });
});

describe('rows that are not gated', () => {
  it('neither widen the limits of the others nor are they left out', () => {
    const wild = [100, 300, 20, 150, 80];
    const noisy = main(100, 101, 99.5, 100.4, 99.8).map((of, i) =>
      run([...of.series, series('Wild', around(wild[i] ?? 1))]),
    );
    const head = run([series('A', around(120)), series('Wild', around(900))]);
    const policy = (of: { benchmark: string }) => ({
      threshold: 0.05,
      gated: of.benchmark === 'A',
    });
    const [gated, shown] = compare(head, noisy, { policy });
    expect(gated?.limits).toEqual(one(run([series('A', around(120))]), steady).limits);
    expect(shown?.own).toBeCloseTo(8, 0);
    expect(shown?.limits).not.toBeNull();
  });
});

describe('passes', () => {
  const twice = (first: number, second: number) =>
    run([series('A', [...around(first), ...around(second)], 'sec/op', { passes: [10, 10] })]);

  it('the better one counts: a process that was slow is not the code', () => {
    expect(one(twice(100, 180), steady).delta).toBeCloseTo(0, 2);
    expect(one(twice(180, 100), steady).delta).toBeCloseTo(0, 2);
    expect(one(twice(180, 181), steady).delta).toBeCloseTo(0.8, 2);
  });

  it('of more than two the middle one', () => {
    const of = (...centers: number[]) =>
      one(run([series('A', centers, 'sec/op', { passes: centers.map(() => 1) })]), steady).delta;
    expect(of(90, 100, 180)).toBeCloseTo(0, 2);
    expect(of(90, 100, 180, 190)).toBeCloseTo(0, 2);
  });

  it('of throughput the larger', () => {
    const rate = (...centers: number[]) =>
      run([series('A', centers.flatMap(around), 'B/s', { passes: centers.map(() => 10) })]);
    expect(one(rate(100, 60), [rate(100), rate(101), rate(99)]).delta).toBeCloseTo(0, 2);
  });
});

describe('a single trusted run', () => {
  it('is Welch on the logarithms, two-sided, with R’s degrees of freedom', () => {
    const of = one(run([series('A', [2, 1, 3, 4])]), [run([series('A', [6, 5, 7, 9])])], {
      trustSingleRun: true,
    });
    // scipy.stats.ttest_ind(np.log([2,1,3,4]), np.log([6,5,7,9]), equal_var=False)
    expect(of.test).toBe('welch');
    expect(of.p).toBeCloseTo(0.02843879588286772, 12);
    expect(of.df).toBeCloseTo(3.998972074391761, 9);
  });

  it('has no p-value for one sample a side', () => {
    const of = one(run([series('A', [2])]), [run([series('A', [3])])], { trustSingleRun: true });
    expect(of).toMatchObject({ p: null, ci: null, worst: null, test: 'welch' });
    expect(of.delta).toBeCloseTo(-1 / 3, 12);
  });

  it('is not used when there are more runs', () => {
    expect(one(run([series('A', around(100))]), steady, { trustSingleRun: true }).test).toBe(
      'run-level',
    );
  });
});

describe('exact metrics', () => {
  const allocs = (...samples: number[]) => run([series('A', samples, 'allocs/op')]);

  it.each([
    ['the same', [7, 7], [7, 7], 1, 0],
    ['one more', [7, 7], [8, 8], 0, 1 / 7],
    ['one fewer', [7, 7], [6, 6], 0, -1 / 7],
    ['from zero', [0, 0], [3, 3], 0, null],
    ['zero as before', [0, 0], [0, 0], 1, 0],
  ])('%s', (_, base, head, p, delta) => {
    const of = one(allocs(...head), [allocs(...base), allocs(...base)]);
    expect(of.test).toBe('exact');
    expect(of.p).toBe(p);
    if (delta === null) expect(of.delta).toBeNull();
    else expect(of.delta).toBeCloseTo(delta, 12);
  });

  it('a metric that varied in any run is tested instead', () => {
    expect(one(allocs(7, 7), [allocs(7, 7), allocs(7, 8)]).test).toBe('run-level');
    expect(one(allocs(7, 8), [allocs(7, 7), allocs(7, 7)]).test).toBe('run-level');
  });

  it('one sample in all is not known to be exact, unless the benchmark says so', () => {
    expect(one(allocs(8), [allocs(7)]).test).toBe('run-level');
    const said = (n: number) => run([series('A', [n], 'size', { exact: true })]);
    expect(one(said(8), [said(7)])).toMatchObject({ test: 'exact', p: 0 });
  });

  it('time is never exact, however coarse the clock', () => {
    expect(one(run([series('A', [1, 1])]), [run([series('A', [1, 1])])]).test).toBe('run-level');
  });

  it('bytes must be separated from every stored run', () => {
    const bytes = (...samples: number[]) => run([series('A', samples, 'B/op')]);
    const base = [bytes(100, 101), bytes(101, 103), bytes(99, 100)];
    expect(one(bytes(104, 105), base)).toMatchObject({ test: 'exact', p: 0 });
    expect(one(bytes(102, 105), base)).toMatchObject({ test: 'exact', p: 1 });
    expect(one(bytes(104, 105), base.slice(0, 2)).test).toBe('run-level');
  });
});

describe('what one side lacks', () => {
  const both = run([series('A', around(1)), series('B', around(2))]);
  const only = run([series('A', around(1))]);
  it('is missing when the newest stored run has it, new when none has', () => {
    const byName = (list: readonly Comparison[]) =>
      list.map((of) => [of.benchmark, of.base !== null, of.head !== null]);
    expect(byName(compare(only, [both]))).toEqual([
      ['A', true, true],
      ['B', true, false],
    ]);
    expect(byName(compare(both, [only]))).toEqual([
      ['A', true, true],
      ['B', false, true],
    ]);
  });
  it('is not missed when main itself has dropped it', () => {
    expect(compare(only, [only, both]).map((of) => of.benchmark)).toEqual(['A']);
  });
  it('a benchmark that only an older run has is compared with that run', () => {
    const of = compare(both, [only, both]).find(({ benchmark }) => benchmark === 'B');
    expect(of?.base?.runs).toBe(1);
  });
});

describe('the shift of a suite', () => {
  const suite = (factor: number | ((i: number) => number), n = 25) =>
    run(
      Array.from({ length: n }, (_, i) =>
        series(`B${i}`, around((i + 1) * (typeof factor === 'number' ? factor : factor(i)))),
      ),
    );
  const history = [1, 1.01, 0.99, 1.005, 0.995].map((f) => suite(f));

  it('needs eight benchmarks', () => {
    expect(compareBenchmarks([suite(1, 7)], [suite(1, 7)], options).shift).toBeNull();
    expect(compareBenchmarks([suite(1, 8)], [suite(1, 8)], options).shift).not.toBeNull();
  });

  it('is taken out of the single rows', () => {
    const { shift, comparisons } = compareBenchmarks([suite(1.04)], history, options);
    expect(shift).toMatchObject({ verdict: 'ok', benchmarks: 25, group: null });
    expect(shift?.delta).toBeCloseTo(0.04, 3);
    expect(comparisons[0]?.delta).toBeCloseTo(0.04, 2);
    expect(comparisons[0]?.own).toBeCloseTo(0, 2);
  });

  it.each([
    [1.12, 'suspect'],
    [1.8, 'slower'],
    [0.7, 'faster'],
  ])('everything at %f is %s', (factor, verdict) => {
    expect(compareBenchmarks([suite(factor)], history, options).shift?.verdict).toBe(verdict);
  });

  it.each([0.3, 0.5, 0.6])('of a suite of which %f got slower is that of the others', (part) => {
    const half = suite((i) => (i < 25 * part ? 2 : 1));
    const { shift, comparisons } = compareBenchmarks([half], history, options);
    expect(shift).toMatchObject({ verdict: 'suspect', group: { delta: expect.closeTo(1, 1) } });
    expect(shift?.delta).toBeCloseTo(0, 2);
    comparisons.forEach((of, i) => {
      const isSlow = i < 25 * part;
      expect((of.own ?? 0) > (of.limits?.slower ?? 9)).toBe(isSlow);
      expect((of.own ?? 0) > (of.limits?.suspect ?? 9)).toBe(isSlow);
    });
  });

  it.each([1, 3, 5])('%i benchmarks that got faster do not hide one that got slower', (fast) => {
    const mixed = suite((i) => (i < fast ? 0.6 : i === 11 ? 1.8 : 1), 12);
    const before = history.map((of) => run(of.series.slice(0, 12)));
    const { comparisons } = compareBenchmarks([mixed], before, options);
    const slower = comparisons.filter((of) => (of.own ?? 0) > (of.limits?.slower ?? 9));
    expect(slower.map((of) => of.benchmark)).toEqual(['B11']);
  });

  it('that got faster as a whole makes nobody slower who did not take part', () => {
    const { shift, comparisons } = compareBenchmarks(
      [suite((i) => (i < 22 ? 0.6 : 1))],
      history,
      options,
    );
    expect(shift?.verdict).toBe('faster');
    for (const of of comparisons) expect(of.own ?? 1).toBeLessThan(of.limits?.suspect ?? 0);
  });

  it('of two groups that both moved is their shared one', () => {
    const { shift } = compareBenchmarks([suite((i) => (i % 2 ? 2.4 : 1.6))], history, options);
    expect(shift).toMatchObject({ group: null, verdict: 'slower' });
  });
});

describe('main’s level', () => {
  /** Newest first: main changed so many runs ago. */
  const changed = (now: number, before: number, since: number) =>
    main(
      ...Array.from(
        { length: 12 },
        (_, i) => (i < since ? now : before) * (1 + ((i * 7) % 5) / 500),
      ),
    );

  it('after a merged slowdown is what the head is held against, with the noise of all runs', () => {
    const of = one(run([series('A', around(131))]), changed(130, 100, 6));
    expect(of).toMatchObject({ base: { runs: 6, n: 60 }, test: 'run-level' });
    expect(of.delta).toBeCloseTo(0.004, 2);
    expect(of.notes).toEqual([
      'the base itself changed by +29.9 % 6 runs ago: compared with the runs since',
    ]);
  });

  it('after a merged speed-up shows a head that undoes it', () => {
    const undone = one(run([series('A', around(1000))]), changed(100, 1000, 6));
    expect(undone.own).toBeGreaterThan(undone.limits?.slower ?? 99);
    expect(undone.delta).toBeCloseTo(9, 0);
  });

  it('takes five runs: fewer are bad runs or too young to tell', () => {
    expect(one(run([series('A', around(131))]), changed(130, 100, 4)).base?.runs).toBe(12);
    expect(one(run([series('A', around(131))]), changed(130, 100, 5)).base?.runs).toBe(5);
  });

  it('is not a change under the margin, nor one within what runs differ by', () => {
    expect(one(run([series('A', around(104))]), changed(104, 100, 6)).base?.runs).toBe(12);
    const noisy = main(120, 104, 131, 117, 125, 95, 108, 99, 118, 92);
    expect(one(run([series('A', around(120))]), noisy).base?.runs).toBe(10);
  });

  it('is the newest of several', () => {
    const runs = main(...[5, 5, 5].flatMap((n, k) => Array(n).fill([200, 140, 100][k])));
    expect(one(run([series('A', around(200))]), runs).base?.runs).toBe(5);
  });

  it('of an exact metric is its value in the three newest runs, if it never came back', () => {
    const allocs = (...values: number[]) =>
      values.map((value) => run([series('A', [value, value], 'allocs/op')]));
    const head = run([series('A', [5, 5], 'allocs/op')]);
    const merged = one(head, allocs(6, 6, 6, 5, 5, 5));
    expect(merged).toMatchObject({ test: 'exact', p: 0, base: { center: 6, runs: 3 } });
    expect(merged.notes[0]).toContain('changed by +20.0 % 3 runs ago');
    expect(one(head, allocs(6, 6, 5, 5, 5)).test).toBe('run-level');
    expect(one(head, allocs(6, 6, 6, 5, 6, 5)).test).toBe('run-level');
  });

  it('of a whole suite is no shift of the machine', () => {
    const names = Array.from({ length: 25 }, (_, i) => `B${i}`);
    const at = (center: number) => run(names.map((name) => series(name, around(center))));
    const history = [130, 131, 129.5, 130.2, 130.6, 100, 100.4, 99.8, 100.2].map(at);
    expect(compareBenchmarks([at(130)], history, options).shift).toMatchObject({
      verdict: 'ok',
    });
  });
});

describe('a job that was run again', () => {
  const at = (center: number) => run([series('A', around(center))]);
  const again = (newest: number, first: number) => {
    const [of] = compareBenchmarks([at(newest), at(first)], steady, options).comparisons;
    return of;
  };

  it('confirms what the first run made a suspect', () => {
    expect(again(118, 119)).toMatchObject({ again: 'confirmed', head: { runs: 2, n: 20 } });
  });

  it('and refutes what it does not show again', () => {
    expect(again(101, 119)?.again).toBe('refuted');
  });

  it('refutes as well what only the second run shows: the order of two runs tells nothing', () => {
    expect(again(119, 101)?.again).toBe('refuted');
    expect(again(119, 101)?.own).toBeCloseTo(again(101, 119)?.own ?? 0, 9);
  });

  it('asks about nothing else', () => {
    expect(again(101, 100)?.again).toBeUndefined();
  });
});
