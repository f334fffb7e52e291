import { describe, expect, it } from 'vitest';
import { type BenchmarkOptions, compareBenchmarks } from '../../src/compare/benchmarks.ts';
import type { Comparison, Run } from '../../src/model.ts';
import { around, run, series } from './runs.ts';

const options: BenchmarkOptions = {
  test: 'welch',
  trustSingleRun: false,
  alpha: 0.01,
  margin: () => 0.05,
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

describe('run level', () => {
  it('centres are geometric means of runs, and the interval holds the delta', () => {
    const of = one(run([series('A', around(120))]), steady);
    expect(of).toMatchObject({
      test: 'run-level',
      base: { n: 50, runs: 5 },
      head: { n: 10, runs: 1 },
    });
    expect(of.delta).toBeCloseTo(0.1985, 2);
    expect(of.ci?.[0]).toBeLessThan(of.delta ?? 0);
    expect(of.ci?.[1]).toBeGreaterThan(of.delta ?? 1);
    expect(of.p).toBeLessThan(0.02);
  });

  it('the p-value is one-sided against the margin: at the margin itself it is a half', () => {
    const of = one(run([series('A', around(100.137 * 1.05))]), steady);
    expect(of.p).toBeGreaterThan(0.4);
    expect(of.p).toBeLessThan(0.6);
  });

  it('runs that differ by ten percent among themselves hide a ten percent slowdown', () => {
    const of = one(run([series('A', around(110))]), main(100, 112, 91, 105, 95));
    expect(of.p).toBeGreaterThan(0.2);
    expect(of.worst).toBeGreaterThan(0.2);
  });

  it('one run borrows a variance: five times slower is evident, 12 % is not', () => {
    const day1 = main(100);
    expect(one(run([series('A', around(500))]), day1).p).toBeLessThan(2e-4);
    const small = one(run([series('A', around(112))]), day1);
    expect(small.p).toBeGreaterThan(0.1);
    expect(small.notes).toEqual(['the variance between runs is partly assumed: 1 of 5 runs']);
    expect(small.within?.p).toBeLessThan(1e-10);
  });

  it('a few quiet runs promise nothing: five alike runs do not make +20 % evident', () => {
    const of = one(run([series('A', around(120))]), main(100, 100, 100, 100, 100));
    expect(of.p).toBeGreaterThan(0.001);
    expect(of.ci?.[0]).toBeGreaterThan(0.15);
  });

  it('beyond a threefold change the tails are no longer capped', () => {
    const p = (center: number) => one(run([series('A', around(center))]), steady).p ?? 1;
    expect(p(290)).toBeGreaterThan(1e-6);
    expect(p(310)).toBeLessThan(1e-6);
  });

  it('mirrors for a metric where more is better', () => {
    const rate = (c: number) => run([series('A', around(c), 'B/s')]);
    const base = [100, 101, 99.5, 100.4, 99.8].map(rate);
    const slower = one(rate(80), base);
    const faster = one(rate(125), base);
    expect(slower.p).toBeLessThan(0.01);
    expect(slower.worst).toBeGreaterThan(0.19);
    expect(faster.worst).toBeLessThan(0);
  });

  it('does not depend on the order of the runs or of the samples', () => {
    const head = run([series('A', around(107))]);
    const turned = run([series('A', around(107).reverse())]);
    expect(one(turned, steady.toReversed()).p).toBeCloseTo(one(head, steady).p ?? 0, 12);
  });

  it('takes the median of a run with a wild sample, and says so', () => {
    const wild = [...around(100).slice(1), 900];
    const of = one(run([series('A', wild)]), steady);
    expect(of.delta).toBeLessThan(0.02);
    expect(of.notes.join()).toContain('over 5 MAD away: the median');
  });

  it('negative and zero values are compared as they are, relative to the base', () => {
    const loss = (c: number) => run([series('A', [c - 1, c, c + 1], 'loss')]);
    const of = one(loss(-80), [loss(-100), loss(-101), loss(-99), loss(-100), loss(-100)]);
    expect(of.base?.center).toBeCloseTo(-100, 6);
    expect(of.delta).toBeCloseTo(0.2, 6);
    expect(of.ci?.every(Number.isFinite)).toBe(true);
  });

  it('a base of zero has no ratio, and the numbers stay finite or null', () => {
    const zero = (c: number) => run([series('A', [c, c + 1, c - 1], 'queue')]);
    const of = one(zero(4), [zero(0), zero(0), zero(0)]);
    expect(of.delta).toBeNull();
    for (const value of [of.p, of.worst, of.detectable, ...(of.ci ?? [])]) {
      expect(value === null || Number.isFinite(value)).toBe(true);
    }
  });

  it('what more runs would find is what they do find', () => {
    const centers = [100, 101, 99.5, 100.4, 99.8];
    const few = one(run([series('A', around(103))]), main(...centers));
    const many = one(
      run([series('A', around(103))]),
      main(...[...centers, ...centers, ...centers, ...centers]),
    );
    expect(few.reach?.stored.runs).toBe(20);
    expect(few.reach?.stored.detectable).toBeLessThan(few.detectable ?? 0);
    expect((few.reach?.stored.detectable ?? 0) / (many.detectable ?? 1)).toBeCloseTo(1, 1);
  });

  it('more samples help until the runs differ by more than the samples', () => {
    const wide = (center: number) => around(center).map((value) => center + 4 * (value - center));
    const of = (samples: (center: number) => number[]) =>
      one(
        run([series('A', samples(103))]),
        [100, 130, 80, 120, 95].map((c) => run([series('A', samples(c))])),
      );
    expect(of(around).reach?.samples).toBe(1);
    expect(of(wide).reach?.samples).toBeGreaterThanOrEqual(1);
    const quiet = [100, 100, 100, 100, 100].map((c) => run([series('A', wide(c))]));
    expect(one(run([series('A', wide(100))]), quiet).reach?.samples).toBeGreaterThan(10);
    const single = [100, 101, 99].map((c) => run([series('A', [c])]));
    expect(one(run([series('A', [100])]), single).reach).toMatchObject({
      rounds: null,
      samples: null,
    });
  });

  it('the detectable change is larger than the margin and shrinks with more runs', () => {
    const few = one(run([series('A', around(100))]), steady);
    const many = one(run([series('A', around(100))]), [...steady, ...steady, ...steady]);
    expect(few.detectable).toBeGreaterThan(0.05);
    expect(many.detectable).toBeLessThan(few.detectable ?? 0);
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
  const suite = (factor: number, n = 25) =>
    run(Array.from({ length: n }, (_, i) => series(`B${i}`, around((i + 1) * factor))));
  const history = [1, 1.01, 0.99, 1.005, 0.995].map((f) => suite(f));

  it('needs twenty benchmarks', () => {
    expect(compareBenchmarks([suite(1, 19)], [suite(1, 19)], options).shift).toBeNull();
  });

  it('within main’s own history is taken out of the single tests', () => {
    const { shift, comparisons } = compareBenchmarks([suite(1.02)], history, options);
    expect(shift).toMatchObject({ verdict: 'within-history', benchmarks: 25 });
    expect(shift?.delta).toBeCloseTo(0.02, 3);
    expect(comparisons[0]?.delta).toBeCloseTo(0.02, 2);
    expect(comparisons[0]?.worst).toBeLessThan(0.02);
  });

  it('beyond it is reported: everything got slower, or the machine did', () => {
    const { shift } = compareBenchmarks([suite(1.3)], history, options);
    expect(shift?.verdict).toBe('beyond-history');
    expect(shift?.delta).toBeCloseTo(0.3, 2);
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
    expect(of.worst).toBeLessThan(0.03);
    expect(of.notes).toEqual([
      'main itself changed by +29.9 % 6 runs ago: compared with the runs since',
    ]);
  });

  it('after a merged speed-up shows a head that undoes it', () => {
    const undone = one(run([series('A', around(1000))]), changed(100, 1000, 6));
    expect(undone.p).toBeLessThan(1e-6);
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
      verdict: 'within-history',
    });
  });
});

describe('several runs of the head', () => {
  it('are each one look: two that agree show what one could not', () => {
    const slow = (center: number) => run([series('A', around(center))]);
    const [single] = compareBenchmarks([slow(130)], steady, options).comparisons;
    const [both] = compareBenchmarks([slow(130), slow(131)], steady, options).comparisons;
    expect(both).toMatchObject({ head: { runs: 2, n: 20 }, df: 3 });
    expect(both?.p).toBeLessThan((single?.p ?? 0) * 0.8);
  });

  it('that disagree widen the interval', () => {
    const at = (center: number) => run([series('A', around(center))]);
    const [same] = compareBenchmarks([at(120), at(120)], steady, options).comparisons;
    const [apart] = compareBenchmarks([at(100), at(144)], steady, options).comparisons;
    expect(apart?.p).toBeGreaterThan(10 * (same?.p ?? 1));
  });
});
