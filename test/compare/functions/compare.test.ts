import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareFunctions } from '../../../src/compare/functions/compare.ts';
import { profileGaps } from '../../../src/compare/functions/gaps.ts';
import { adjust } from '../../../src/compare/gate/multiplicity.ts';
import { judgeFunction } from '../../../src/judge/functions.ts';
import type { JudgedFunction, ProfileComparison } from '../../../src/model/functions.ts';
import type { FunctionTable, Run } from '../../../src/model/run.ts';
import { series } from '../runs.ts';
import { even, profiled, type Rows, table } from '../tables.ts';

const options = { alpha: 0.01, floor: 0.02 };

function only(head: readonly Run[], base: readonly Run[]): ProfileComparison {
  const [first] = compareFunctions(head, base, options);
  if (first === undefined) throw new Error('nothing was compared');
  return first;
}

function judge(head: readonly Run[], base: readonly Run[]): Map<string, JudgedFunction> {
  const all = { comparison: () => true, function: () => true };
  const { profiles } = adjust([], compareFunctions(head, base, options), all);
  return new Map(
    profiles
      .flatMap(({ functions }) => functions)
      .map((of) => [of.name, judgeFunction(of, { threshold: 0.02, gated: true }, 0.01)]),
  );
}

/** As many runs of one such profile each. */
const runs = (count: number, of: FunctionTable): Run[] =>
  Array.from({ length: count }, () => profiled(of));
/** One run with as many replicates. */
const head = (of: FunctionTable, count = 3): Run[] => [profiled(...Array(count).fill(of))];

const doubled = { 'p.f3': 100 };

describe('stacks without user code', () => {
  /** A thousand samples of user code and so many of the collector. */
  const beside = (collected: number, changes: Rows = {}): FunctionTable => {
    const user = even(changes);
    const flat = collected * 1e7;
    const row = { name: 'runtime.gcBgMarkWorker', file: 'mgc.go', line: 1, flat, cum: flat };
    return {
      ...user,
      total: user.total + flat,
      samples: (user.samples ?? 0) + collected,
      background: flat,
      functions: [...user.functions, { ...row, background: true }],
    };
  };

  it('are no part of what functions are shares of', () => {
    const rows = judge(head(beside(3000)), runs(8, beside(200)));
    const own = rows.get('p.f3');
    expect(own?.base.flatFraction).toBeCloseTo(0.05, 12);
    expect(own?.head.flatFraction).toBeCloseTo(0.05, 12);
    expect(own?.verdict).toBe('ok');
    const apart = rows.get('runtime.gcBgMarkWorker');
    expect(apart?.base.flatFraction).toBeCloseTo(200 / 1200, 12);
    expect(apart?.head.flatFraction).toBeCloseTo(0.75, 12);
    // However much it rose it is shown and fails nothing.
    expect([apart?.background, apart?.gated]).toEqual([true, false]);
    expect(apart?.seen).toBeNull();
  });

  it('hide no function that doubled', () => {
    const rows = judge(head(beside(3000, doubled)), runs(8, beside(200)));
    expect(rows.get('p.f3')?.verdict).toBe('slower');
  });

  it('leave user code fewer samples, and it is tested with these', () => {
    const [few, all] = [beside(3000, doubled), even(doubled)].map((of) =>
      judge(head(of), runs(8, even())).get('p.f3'),
    );
    expect(few?.seen?.headSamples).toBeCloseTo(all?.seen?.headSamples ?? 0, 6);
  });
});
const noGaps = { open: [], told: [] };

it('a kind of profile that only the head has is told', () => {
  const heap = table({ 'p.a': 1 }, { sampleType: { type: 'alloc_space', unit: 'bytes' } });
  const both = [profiled(even(), heap)];
  expect(profileGaps(both, [profiled(even())])).toEqual({
    open: [],
    told: ['this run has alloc_space profiles, the base has none: its functions were not compared'],
  });
  expect(profileGaps(both, both)).toEqual(noGaps);
  expect(profileGaps(both, [])).toEqual(noGaps);
});

it('a kind of profile that main gave up is told, one that it has is a gap', () => {
  const base = [profiled(), profiled(even())];
  expect(profileGaps([profiled()], base)).toEqual({
    open: [],
    told: [expect.stringContaining('older runs of the base have cpu profiles')],
  });
  expect(profileGaps([profiled()], base.toReversed()).open).toHaveLength(1);
});

describe('what was merged', () => {
  const of = (commit: string, table: FunctionTable): Run => ({ ...profiled(table), commit });
  const older = Array.from({ length: 22 }, (_, i) => of(`old${i}`, even()));

  it('is in main’s newest commit, and not held against the next head', () => {
    const merged = [of('new', even(doubled)), ...older];
    expect(judge(head(even(doubled)), merged).get('p.f3')?.verdict).toBe('ok');
    const nearly = [of('new', even({ 'p.f3': 95 })), ...older];
    expect(judge(head(even(doubled)), nearly).get('p.f3')?.verdict).toBe('ok');
    // As runs of one commit, like rounds, they are one sample of it.
    const one = merged.map((run) => ({ ...run, commit: 'c' }));
    expect(judge(head(even(doubled)), one).get('p.f3')?.verdict).toBe('slower');
  });

  it('is asked about only where main’s newest commit is above the ones before', () => {
    // Short profiles: against the newest alone nothing would be evident.
    const short = Array.from({ length: 22 }, (_, i) => of(`old${i}`, even({}, 0.25)));
    const now = head(even({ 'p.f3': 24 }, 0.25), 3);
    expect(judge(now, [of('new', even({}, 0.25)), ...short]).get('p.f3')?.verdict).toBe('slower');
    const above = of('new', even({ 'p.f3': 20 }, 0.25));
    expect(judge(now, [above, ...short]).get('p.f3')?.verdict).toBe('ok');
  });

  it('does not hide what comes on top of it', () => {
    const merged = [of('new', even(doubled)), ...older];
    const more = judge(head(even({ ...doubled, 'p.f7': 100 })), merged);
    expect(more.get('p.f7')?.verdict).toBe('slower');
    expect(judge(head(even({ 'p.f3': 200 })), merged).get('p.f3')?.verdict).toBe('slower');
  });
});

describe('evidence', () => {
  it.each<[string, number, number, Rows, string]>([
    ['twice the work, three profiles against five runs', 3, 5, doubled, 'slower'],
    ['two profiles of the head', 2, 5, doubled, 'suspect'],
    ['two runs of main', 3, 2, doubled, 'suspect'],
    ['one profile a side', 1, 1, doubled, 'ok'],
    ['nothing changed', 3, 5, {}, 'ok'],
    ['new in the head', 3, 5, { 'p.new': 60 }, 'slower'],
    ['half the work', 3, 5, { 'p.f3': 20 }, 'faster'],
  ])('%s', (_, profiles, stored, changes, verdict) => {
    const name = 'p.new' in changes ? 'p.new' : 'p.f3';
    const rows = judge(head(even(changes), profiles), runs(stored, even()));
    expect(rows.get(name)?.verdict).toBe(verdict);
    const others = [...rows.values()].filter((row) => row.name !== name);
    expect(others.filter((row) => row.verdict === 'slower')).toEqual([]);
  });

  it('is that of the count of samples, not of nanoseconds', () => {
    const slow = (of: FunctionTable): FunctionTable => ({
      ...of,
      total: of.total * 1000,
      functions: of.functions.map((row) => ({
        ...row,
        flat: row.flat * 1000,
        cum: row.cum * 1000,
      })),
    });
    const [few, scaled] = [
      judge(head(even(doubled)), runs(5, even())),
      judge(head(slow(even(doubled))), runs(5, slow(even()))),
    ];
    expect(scaled.get('p.f3')?.p).toBeCloseTo(few.get('p.f3')?.p ?? 0, 12);
  });

  it('is less where runs of main differ by as much', () => {
    const restless = [30, 70, 100, 20, 40, 90].map((samples) =>
      profiled(even({ 'p.f3': samples })),
    );
    const of = judge(head(even(doubled)), restless).get('p.f3');
    expect(of?.verdict).toBe('ok');
    expect(of?.detectable).toBeGreaterThan(0.05);
  });

  it('is less where the replicates of the head differ by as much', () => {
    const replicates = [10, 250, 40].map((samples) => even({ 'p.f3': samples }));
    expect(judge([profiled(...replicates)], runs(5, even())).get('p.f3')?.verdict).toBe('ok');
  });

  it('is the same whatever the order of profiles, runs and functions', () => {
    const base = [40, 50, 60, 45, 55].map((samples) => profiled(even({ 'p.f3': samples })));
    const now = [90, 110, 100].map((samples) => even({ 'p.f3': samples }));
    const expected = only([profiled(...now)], base).functions.find(({ name }) => name === 'p.f3');
    fc.assert(
      fc.property(
        fc.shuffledSubarray(base, { minLength: 5 }),
        fc.shuffledSubarray(now, { minLength: 3 }),
        (b, h) => {
          const mixed = h.map((of) => ({ ...of, functions: of.functions.toReversed() }));
          const got = only([profiled(...mixed)], b).functions.find(({ name }) => name === 'p.f3');
          expect(got?.p).toBeCloseTo(expected?.p ?? 0, 12);
          expect(got?.adjustedDelta).toBeCloseTo(expected?.adjustedDelta ?? 0, 12);
        },
      ),
    );
  });

  it('tells the smallest rise it would have seen, less with more samples', () => {
    const seen = (times: number) =>
      only(head(even({}, times)), runs(5, even({}, times))).functions[0]?.detectable ?? 0;
    expect(seen(4)).toBeLessThan(seen(1) * 0.55);
  });

  it('is none where a side has no samples', () => {
    const empty = table({});
    expect(only(head(empty), runs(5, even())).functions.every(({ p }) => p === null)).toBe(true);
  });
});

describe('profiles of one run', () => {
  const codec = table({ 'codec.a': 400, 'codec.b': 300, 'codec.c': 200, 'runtime.gc': 100 });
  const parse = table({ 'parse.a': 500, 'parse.b': 400, 'runtime.gc': 100 });
  const index = table({ 'index.a': 800, 'index.b': 100, 'runtime.gc': 100 });
  const slower = table({ 'codec.a': 400, 'codec.b': 600, 'codec.c': 200, 'runtime.gc': 100 });

  it('of one program are replicates: their number does not shift shares', () => {
    const rows = judge(
      [profiled(slower, slower, slower, parse)],
      runs(5, codec).map((run) => profiled(...run.tables, parse)),
    );
    expect(rows.get('codec.b')).toMatchObject({ verdict: 'slower', replicates: 3 });
    // Half of main is codec, half parse.
    expect(rows.get('parse.a')?.base.flatFraction).toBeCloseTo(0.25, 9);
    expect(rows.get('parse.a')?.flatDelta).toBeCloseTo(0, 9);
    expect(rows.get('parse.a')?.replicates).toBe(1);
  });

  it('of three packages against one are compared where they show the same', () => {
    const rows = judge([profiled(parse, codec, index)], runs(5, codec));
    expect([...rows.values()].map(({ flatDelta, replicates }) => [flatDelta, replicates])).toEqual(
      Array(4).fill([0, 1]),
    );
    expect(rows.has('parse.a')).toBe(false);
    expect(profileGaps([profiled(parse, codec, index)], runs(5, codec))).toEqual({
      open: [],
      told: [
        expect.stringContaining('the base has no cpu profile like cpu.pprof'),
        expect.stringContaining('its functions were not compared'),
      ],
    });
  });

  it('of three packages do not confirm each other', () => {
    const now = [codec, parse, index].map((of) => ({
      ...of,
      functions: [...of.functions, { name: 'runtime.new', file: '', line: 0, flat: 2e9, cum: 2e9 }],
      total: of.total + 2e9,
      samples: (of.samples ?? 0) + 200,
    }));
    const base = runs(5, codec).map((run) => profiled(...run.tables, parse, index));
    expect(judge([profiled(...now)], base).get('runtime.new')).toMatchObject({
      verdict: 'suspect',
      headProfiles: 3,
      replicates: 1,
    });
  });

  it('that main has and this run lacks are a gap', () => {
    expect(profileGaps([profiled(codec)], [profiled(codec, parse)]).open).toEqual([
      expect.stringContaining('this run has none: its functions were not tested'),
    ]);
    expect(profileGaps([profiled(index)], [profiled(codec)]).open).toEqual([
      expect.stringContaining('no function was tested'),
    ]);
    expect(profileGaps([profiled()], [profiled(codec)]).open).toEqual([
      expect.stringContaining('this run has none: nothing says'),
    ]);
  });

  it('of one program are that though most of main has other names than its newest run', () => {
    const renamed = (count: number, more: Rows = {}) => {
      const names = Array.from({ length: 20 }, (_, i) => (i < count ? `p.new${i}` : `p.f${i}`));
      return table({ ...Object.fromEntries(names.map((name) => [name, 50])), ...more });
    };
    const base = [profiled(renamed(9)), ...runs(15, renamed(0))];
    const slower = head(renamed(13, { 'p.f15': 150 }));
    expect(judge(slower, base).get('p.f15')?.verdict).toBe('slower');
    expect(profileGaps(slower, base)).toEqual(noGaps);
  });

  it('of shards that are runs of their own are one measurement together', () => {
    const shards = [codec, slower].map((of) => profiled(of, of, of));
    const base = runs(5, codec).map((run) => profiled(...run.tables, parse));
    const both = [...shards.slice(1), profiled(parse, parse, parse)];
    expect(judge(both, base).get('codec.b')?.verdict).toBe('slower');
    expect(profileGaps(both, base)).toEqual(noGaps);
  });

  it('of a function of most of the samples that is new are of the program it is in', () => {
    const most = head(even({ 'p.new': 2500 }));
    expect(judge(most, runs(5, even())).get('p.new')?.verdict).toBe('slower');
    expect(profileGaps(most, runs(5, even()))).toEqual(noGaps);
  });

  it('of a program that main has few of do not take the history of the others', () => {
    const base = [profiled(codec, parse), ...runs(9, codec)];
    const now = [profiled(slower, slower, slower, parse)];
    expect(judge(now, base).get('codec.b')).toMatchObject({ verdict: 'slower', baseRuns: 10 });
    expect(profileGaps(now, base)).toEqual({
      open: [expect.stringContaining('few runs of the base have a cpu profile like cpu.pprof')],
      told: [],
    });
    const old = runs(3, codec).map((run) => profiled(...run.tables, parse));
    expect(profileGaps(now, [...old, ...runs(9, codec)])).toEqual(noGaps);
  });

  it('that filters leave nothing of are a gap', () => {
    const nothing = { ...even(), functions: [] };
    expect(profileGaps([profiled(nothing)], [profiled(nothing)])).toEqual({
      open: ['the filters leave nothing of the cpu profiles: no function was tested'],
      told: [],
    });
  });

  it('without samples are like each other, and a gap where main has some', () => {
    const empty = table({});
    expect(profileGaps([profiled(empty)], [profiled(empty)])).toEqual(noGaps);
    expect(profileGaps([profiled(codec)], [profiled(empty), profiled(codec)])).toEqual(noGaps);
    expect(profileGaps([profiled(empty)], [profiled(codec)]).open).toHaveLength(1);
  });

  it('of nothing in common are shown and not tested', () => {
    const { functions } = only([profiled(index, index, index)], runs(5, codec));
    expect(functions.length).toBeGreaterThan(4);
    expect(functions.every(({ p }) => p === null)).toBe(true);
  });

  it('stay of one program when one function takes over', () => {
    const runaway = even({ 'p.f3': 2000 });
    expect(judge(head(runaway), runs(5, even())).get('p.f3')?.verdict).toBe('slower');
  });
});

describe('composition', () => {
  it('one function that got cheaper makes no other regress', () => {
    const heavy = { 'p.big': 1000, 'p.f0': 200 };
    const base = runs(10, even(heavy, 4));
    const now = head(even({ ...heavy, 'p.big': 10 }, 4));
    const profile = only(now, base);
    expect(profile.scale).toMatchObject({ source: 'functions' });
    expect(profile.scale.factor).toBeCloseTo(
      now[0]?.tables[0] && base[0]?.tables[0]
        ? (now[0].tables[0].samples ?? 0) / (base[0].tables[0].samples ?? 0)
        : 0,
      6,
    );
    const rows = judge(now, base);
    expect(rows.get('p.f0')?.flatDelta).toBeGreaterThan(0.008);
    expect(rows.get('p.f0')?.adjustedDelta).toBeCloseTo(0, 9);
    expect([...rows.values()].filter(({ verdict }) => verdict === 'slower')).toEqual([]);
  });

  it('more than half of the profile getting dearer is not the scale', () => {
    const profile = only(head(even({ 'p.big': 3000 })), runs(10, even({ 'p.big': 1500 })));
    expect(profile.scale.factor).toBeCloseTo(4000 / 2500, 6);
    const big = profile.functions.find(({ name }) => name === 'p.big');
    expect(big?.adjustedDelta).toBeCloseTo(0.6, 6);
  });

  it('is time per operation where the benchmarks are the more exact', () => {
    const timed = (run: Run, seconds: number): Run => ({
      ...run,
      series: [series('B', [seconds])],
    });
    const few = (changes: Rows) => table({ 'p.a': 600, 'p.b': 400, ...changes });
    const base = runs(20, few({})).map((run, i) => timed(run, 1 + i / 1e4));
    const now = head(few({ 'p.a': 1200 })).map((run) => timed(run, 1.6));
    const profile = only(now, base);
    expect(profile.scale.source).toBe('benchmarks');
    expect(profile.functions.find(({ name }) => name === 'p.b')?.adjustedDelta).toBeCloseTo(0, 3);
    expect(profile.functions.find(({ name }) => name === 'p.a')?.adjustedDelta).toBeCloseTo(0.6, 2);
    const cost = profile.functions.find(({ name }) => name === 'p.a')?.perOp;
    expect(cost).toMatchObject({ unit: 'sec/op', benchmarks: 1 });
    expect(cost?.base).toBeCloseTo(0.6, 2);
    expect(cost?.head).toBeCloseTo(0.75 * 1.6, 6);
  });

  it('is told for allocations by B/op, and of nothing where no benchmark counts that', () => {
    const perOp = (type: string) => {
      const sampleType = { type, unit: 'bytes' };
      const allocating = (bytes: number): Run => ({
        ...profiled(table({ 'p.a': 600, 'p.b': 400 }, { sampleType })),
        series: [{ ...series('B', [bytes]), unit: 'B/op' }],
      });
      const { functions } = only([allocating(2000)], [allocating(1000)]);
      return functions.find(({ name }) => name === 'p.a')?.perOp;
    };
    const found = perOp('alloc_space');
    expect(found).toMatchObject({ unit: 'B/op', benchmarks: 1 });
    expect([found?.base, found?.head]).toEqual([expect.closeTo(600, 6), expect.closeTo(1200, 6)]);
    expect(perOp('inuse_space')).toBeNull();
    expect(perOp('alloc_objects')).toBeNull();
  });

  it('is left alone within the noise', () => {
    expect(only(head(even({ 'p.f1': 52 })), runs(5, even())).scale).toEqual({
      factor: 1,
      error: 0,
      source: 'none',
    });
  });

  it('does not change with the length of the head', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 50 }), (times) => {
        const row = (by: number) =>
          only(head(even({ 'p.f3': 100 * by }, by)), runs(5, even())).functions.find(
            ({ name }) => name === 'p.f3',
          );
        expect(row(times)?.flatDelta).toBeCloseTo(row(1)?.flatDelta ?? 0, 9);
      }),
    );
  });
});

describe('moved cost', () => {
  /** f0 calls f1, f2 calls f3. */
  const calls = { 'p.f0': [200, 400], 'p.f1': 200, 'p.f2': [100, 200], 'p.f3': 100 } as const;
  const base = runs(10, even(calls));
  const verdicts = (changes: Rows, of: Rows = calls) =>
    judge(head(even({ ...of, ...changes })), base);

  it('into the caller', () => {
    const rows = verdicts({ 'p.f0': [400, 400], 'p.f1': 0 });
    expect(rows.get('p.f0')).toMatchObject({
      verdict: 'moved',
      reason: 'moved from p.f1 to p.f0: their sum is unchanged',
    });
    expect(rows.get('p.f1')?.verdict).toBe('moved');
  });

  it('out of the caller', () => {
    const rows = verdicts({ 'p.f0': [50, 400], 'p.cut': 150 });
    expect(rows.get('p.cut')).toMatchObject({
      verdict: 'moved',
      moved: { from: ['p.f0'], to: ['p.cut'] },
    });
  });

  it('is not tested where a profile does not tell how many samples it has', () => {
    const uncounted = (runs: readonly Run[]): Run[] =>
      runs.map((run) => ({
        ...run,
        tables: run.tables.map((table) => ({ ...table, samples: null })),
      }));
    const heavier = head(even({ ...calls, 'p.f3': 9 * (calls['p.f3'] ?? 0) }));
    expect(judge(heavier, base).get('p.f3')?.p).not.toBeNull();
    for (const rows of [judge(uncounted(heavier), base), judge(heavier, uncounted(base))]) {
      expect(rows.get('p.f3')?.p).toBeNull();
      expect([...rows.values()].every(({ p }) => p === null)).toBe(true);
    }
  });

  it('to another name in the same package', () => {
    const { 'p.f3': _, ...others } = calls;
    const { functions, ...about } = even(others);
    const renamed = {
      ...about,
      functions: functions.map((row) =>
        row.name === 'p.f3' ? { ...row, name: 'p.better', flat: 1e9, cum: 1e9 } : row,
      ),
      total: about.total + 5e8,
      samples: (about.samples ?? 0) + 50,
    };
    expect(judge(head(renamed), base).get('p.better')).toMatchObject({
      verdict: 'moved',
      moved: { from: ['p.f3'], to: ['p.better'] },
    });
  });

  it('to a generated name is the same function', () => {
    const named = (name: string) => {
      const of = even(calls);
      return {
        ...of,
        functions: of.functions.map((row) => (row.name === 'p.f3' ? { ...row, name } : row)),
      };
    };
    const rows = judge(head(named('p.F.func2')), runs(10, named('p.F.func1')));
    expect(rows.get('p.F.func2')).toMatchObject({
      formerName: 'p.F.func1',
      flatDelta: expect.closeTo(0, 12),
      verdict: 'ok',
    });
    expect(rows.has('p.F.func1')).toBe(false);
  });

  it.each<[string, Rows]>([
    ['something unrelated fell as much', { 'p.f0': [400, 600], 'p.f9': 0 }],
    ['a callee fell, but by less', { 'p.f0': [500, 620], 'p.f1': 120 }],
    [
      'a callee fell as much, and the callers dearer by twice that',
      { 'p.f0': [600, 600], 'p.f1': 0 },
    ],
  ])('is no excuse where %s', (_, changes) => {
    expect(verdicts(changes).get('p.f0')?.verdict).toBe('slower');
  });

  it('excuses one rise for one fall', () => {
    const rows = verdicts({ 'p.f0': [400, 400], 'p.f1': 0, 'p.f2': [300, 300], 'p.f3': 100 });
    expect([...rows.values()].filter(({ verdict }) => verdict === 'slower')).not.toEqual([]);
  });

  it('never passes on a guess: too few samples leave it open', () => {
    const scarce = (of: Rows) =>
      even(
        Object.fromEntries(
          Object.entries(of).map(([name, value]) => [
            name,
            typeof value === 'number' ? value / 5 : [value[0] / 5, value[1] / 5],
          ]),
        ),
        0.2,
      );
    const rows = judge(
      head(scarce({ ...calls, 'p.f0': [80 * 5, 400], 'p.f1': 0 })),
      runs(5, scarce(calls)),
    );
    expect(['moved', 'suspect']).toContain(rows.get('p.f0')?.verdict);
  });
});
