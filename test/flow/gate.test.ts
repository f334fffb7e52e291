/** The gate with something to measure base and head with: screen, then confirm. */
import { describe, expect, it } from 'vitest';
import { gate, type Measurer } from '../../src/flow/gate.ts';
import { type LookAt, lookAt, type Measured, roundsVerdict } from '../../src/flow/measure.ts';
import type { JudgedComparison } from '../../src/model/comparison.ts';
import { InputError } from '../../src/model/error.ts';
import type { Round, Run } from '../../src/model/run.ts';
import type { Verdict } from '../../src/model/verdict.ts';
import { type ConfigLayer, resolveConfig } from '../../src/settings/config.ts';
import { looks } from '../../src/stats/spending.ts';
import { packRun } from '../../src/store/manifest.ts';
import type { BaselineStore } from '../../src/store/store.ts';
import { run, series } from '../compare/runs.ts';
import { draws } from '../stats/random.ts';
import { listed } from '../store/runs.ts';

const environment = { goos: 'linux', goarch: 'amd64', cpu: 'Test CPU' };

/** What a job of main or of the pull request printed: values in ns/op, allocs/op of Encode. */
function inputs(values: Readonly<Record<string, number>>, allocs = 5) {
  const lines = Object.entries(values).flatMap(([name, value]) =>
    [0.99, 1, 1.01].map(
      (noise) => `Benchmark${name}-2 100 ${value * noise} ns/op ${allocs} allocs/op`,
    ),
  );
  const bytes = Buffer.from(`${lines.join('\n')}\n`);
  const benchmarks = [{ file: 'bench.txt', bytes }];
  return { benchmarks, profiles: [], commit: 'c', time: '2026-11-15T10:20:30Z', environment };
}

/** Eight quiet runs of main. */
function storeOf(...centers: readonly Readonly<Record<string, number>>[]): BaselineStore {
  return {
    async *load() {
      for (const values of centers)
        yield { kind: 'run', run: listed(packRun(inputs(values))) } as const;
    },
    keep: () => Promise.reject(new Error('nothing is kept here')),
  };
}
const main = storeOf(
  ...[1000, 1001, 999, 1002, 998, 1000.5, 1001.5, 999.5].map((v) => ({
    Encode: v,
    Decode: v + 500,
  })),
);

/** Rounds in which each benchmark's head is slower by its ratio, with noise of 0.5 %. */
function measurer(effects: Readonly<Record<string, number>>) {
  const asked: (readonly string[] | null)[] = [];
  const { sample } = draws(3);
  const plan = looks(20);
  const round = (names: readonly string[]): Round => {
    const side = (slow: boolean) =>
      run(
        names.map((name) => {
          const [noise = 0] = sample(1, 0, 0.0035);
          const value = 1000 * (1 + (slow ? (effects[name] ?? 0) : 0)) * Math.exp(noise);
          return series(name, [value], 'sec/op', { package: '' });
        }),
      );
    return { base: side(false), head: side(true) };
  };
  const of = {
    looks: plan,
    measure: async (only: readonly string[] | null, look: LookAt) => {
      asked.push(only);
      const rounds: Round[] = [];
      for (const { after } of plan) {
        while (rounds.length < after) rounds.push(round(only ?? Object.keys(effects)));
        if (look(rounds).done) break;
      }
      return { ...nothing, rounds };
    },
  } satisfies Measurer;
  return { of, asked };
}
const nothing: Measured = {
  ...{ rounds: [], repeated: 1, seed: 7, base: 'b'.repeat(40), machine: ['quiet'], warnings: [] },
  baseIsHead: false,
};

async function decide(
  head: Readonly<Record<string, number>>,
  measured: Measurer | null,
  layer: ConfigLayer = {},
  store = main,
): Promise<Verdict> {
  const config = resolveConfig(layer);
  return (await gate(inputs(head), store, config, {}, measured)).verdict;
}
describe('a run that is stored already', () => {
  const slow = { Encode: 1500, Decode: 1600 };
  const stored = (...more: Readonly<Record<string, number>>[]) =>
    storeOf(...more, ...[1000, 1001, 999, 1002, 998].map((v) => ({ Encode: v, Decode: v + 500 })));
  const gateOn = (store: BaselineStore, commit = 'c') =>
    gate({ ...inputs(slow), commit }, store, resolveConfig({}));

  it('is not compared with itself', async () => {
    const without = (await gateOn(stored())).verdict;
    const { verdict } = await gateOn(stored(slow));
    expect([verdict.verdict, verdict.baseline.runs]).toEqual([without.verdict, 5]);
    expect(rowOf(verdict, 'Encode-2')?.delta).toBe(rowOf(without, 'Encode-2')?.delta);
    expect(verdict.baseline.setAside).toEqual([
      expect.objectContaining({ reason: 'it is this run itself' }),
    ]);
  });

  it('for another commit was not measured anew', async () => {
    await expect(gateOn(stored(slow), 'd')).rejects.toThrow(InputError);
    await expect(gateOn(stored(slow), 'd')).rejects.toThrow(
      /of the stored run of c .*not measured/,
    );
  });

  it('counts once, however often it was', async () => {
    const once = { Encode: 1000, Decode: 1500 };
    const { verdict } = await gateOn(stored(once, once, once));
    expect(verdict.baseline.runs).toBe(5);
    expect(verdict.baseline.setAside.map(({ reason }) => reason)).toEqual(
      Array(3).fill('its times are those of another stored run, to the last digit'),
    );
  });
});

const rowOf = (verdict: Verdict, name: string, unit = 'sec/op'): JudgedComparison | undefined =>
  verdict.comparisons.find((row) => row.benchmark === name && row.unit === unit);

describe('screen, then confirm', () => {
  it('fails for what rounds on this machine confirm, and says both numbers', async () => {
    const { of, asked } = measurer({ 'Encode-2': 0.126 });
    const verdict = await decide({ Encode: 1140, Decode: 1500 }, of);
    expect(verdict.verdict).toBe('fail');
    expect(asked).toEqual([['Encode-2']]);
    const row = rowOf(verdict, 'Encode-2');
    expect(row).toMatchObject({ test: 'paired', verdict: 'slower', screened: { runs: 8 } });
    expect(row?.screened?.delta).toBeCloseTo(0.14, 3);
    expect(row?.reason).toMatch(
      /^looked 14 % slower against 8 runs of main, measured again: \+1\d % \[\+1\d, \+1\d\] in 6 rounds here$/,
    );
    expect(verdict.headline).toMatch(
      /^Encode-2 is 1\d % slower, measured again in 6 rounds here \(looked 14 % slower against 8 runs of main\)\.$/,
    );
    expect(verdict.rounds).toMatchObject({ rounds: 6, repeated: 1, seed: 7, machine: ['quiet'] });
    expect(rowOf(verdict, 'Decode-2')?.test).toBe('run-level');
  });

  it('does not fail for a slower runner, whatever the stored runs say', async () => {
    const { of } = measurer({ 'Encode-2': 0 });
    const slower = { Encode: 5000, Decode: 1500 };
    expect((await decide(slower, null)).verdict).toBe('fail');
    const verdict = await decide(slower, of);
    expect(verdict.verdict).toBe('pass');
    expect(rowOf(verdict, 'Encode-2')?.reason).toMatch(
      /^looked 5\.0x slower .* measured again: .* in 6 rounds here; this runner is slower$/,
    );
  });

  it('measures nothing where nothing is suspected, or where that is asked', async () => {
    const { of, asked } = measurer({});
    expect((await decide({ Encode: 1001, Decode: 1500 }, of)).verdict).toBe('pass');
    expect((await decide({ Encode: 5000, Decode: 1500 }, of, { confirm: 'never' })).verdict).toBe(
      'fail',
    );
    expect(asked).toEqual([]);
  });

  it('measures everything where there is no baseline', async () => {
    const { of, asked } = measurer({ 'Encode-2': 0.2, 'Decode-2': 0 });
    const verdict = await decide({ Encode: 1000, Decode: 1500 }, of, {}, storeOf());
    expect(asked).toEqual([null]);
    expect(verdict.verdict).toBe('fail');
    expect(rowOf(verdict, 'Encode-2')).toMatchObject({ verdict: 'slower', screened: null });
    expect(verdict.headline).toMatch(/in 6 rounds here\.$/);
  });

  it('a metric that never varies fails without being measured again', async () => {
    const { of, asked } = measurer({});
    const config = resolveConfig();
    const head = inputs({ Encode: 1000, Decode: 1500 }, 6);
    const { verdict } = await gate(head, main, config, {}, of);
    expect([verdict.verdict, asked]).toEqual(['fail', []]);
  });
});

it('what could not be confirmed is the entries’ to fail, as bad input', async () => {
  const measure = () => Promise.reject(new InputError('setup failed'));
  const slow = inputs({ Encode: 5000, Decode: 1500 });
  const { problem } = await gate(slow, main, resolveConfig(), {}, { looks: looks(20), measure });
  expect(problem).toBe('base and head could not be measured here: setup failed');
});

it('one measurement given as two runs is refused', async () => {
  const run = inputs({ Encode: 1000, Decode: 1500 });
  const twice = gate({ ...run, others: [run] }, main, resolveConfig());
  await expect(twice).rejects.toThrow('name each measurement once');
});

it('a unit may be called anything', async () => {
  const named = (value: number) => ({
    ...inputs({ Encode: 1000 }),
    benchmarks: [
      {
        file: 'b.txt',
        bytes: Buffer.from(`BenchmarkX-2 1 ${value} constructor ${value} __proto__\n`),
      },
    ],
  });
  const { verdict } = await gate(named(5), main, resolveConfig());
  expect(verdict.comparisons.filter(({ gated }) => gated).map(({ unit }) => unit)).not.toContain(
    'constructor',
  );
  expect(verdict.comparisons.every(({ better }) => typeof better === 'string')).toBe(true);
});

describe('never a pass', () => {
  const suspicious = { Encode: 1090, Decode: 1500 };
  const failing = (measure: Measurer['measure']): Measurer => ({ looks: looks(20), measure });

  it('where measuring fails', async () => {
    const verdict = await decide(
      { Encode: 5000, Decode: 1500 },
      failing(() => Promise.reject(new InputError('setup failed'))),
    );
    expect(verdict.verdict).toBe('fail');
    expect(verdict.warnings.map(({ message }) => message)).toEqual([
      'base and head could not be measured here: setup failed',
    ]);
    expect(rowOf(verdict, 'Encode-2')).toMatchObject({ verdict: 'slower' });
  });

  it('where time runs out before the first look', async () => {
    const { of } = measurer({ 'Encode-2': 0 });
    const cut = failing(async (only, look) => {
      const all = await of.measure(only, look);
      return { ...all, rounds: all.rounds.slice(0, 5) };
    });
    const verdict = await decide(suspicious, cut);
    expect(verdict.verdict).toBe('suspect');
    expect(verdict.warnings[0]?.message).toContain('5 of at least 6 rounds');
    expect(rowOf(verdict, 'Encode-2')?.verdict).toBe('suspect');
  });

  it('where base and head are one commit, whatever was not committed', async () => {
    const { of } = measurer({ 'Encode-2': 0 });
    const itself = failing(async (only, look) => ({
      ...(await of.measure(only, look)),
      baseIsHead: true,
    }));
    const { verdict, problem } = await gate(inputs(suspicious), main, resolveConfig(), {}, itself);
    expect(problem).toMatch(/base and head are the same commit, so nothing can be confirmed/);
    expect(verdict.verdict).toBe('suspect');
  });

  it('where the rounds did not run the suspect', async () => {
    const { of } = measurer({ Other: 0 });
    const other = failing((_only, look) => of.measure(['Other'], look));
    const { problem } = await gate(inputs(suspicious), main, resolveConfig(), {}, other);
    expect(problem).toContain('did not measure Encode-2');
    const verdict = await decide(suspicious, other);
    expect(verdict.verdict).toBe('suspect');
    expect(rowOf(verdict, 'Encode-2')?.reason).toContain('did not measure it');
  });

  it.each<[string, (of: Run['series'][number]) => Run['series'][number]]>([
    ['package', (of) => ({ ...of, package: 'elsewhere' })],
    ['unit', (of) => ({ ...of, unit: 'B/op' })],
  ])('where the rounds have another %s', async (_, changed) => {
    const { of } = measurer({ 'Encode-2': 0, 'Decode-2': 0 });
    const other = failing(async (only, look) => {
      const all = await of.measure(only, look);
      const side = (run: Run) => ({ ...run, series: run.series.map(changed) });
      const rounds = all.rounds.map(({ base, head }) => ({ base: side(base), head: side(head) }));
      return { ...all, rounds };
    });
    const { problem } = await gate(inputs(suspicious), main, resolveConfig(), {}, other);
    expect(problem).toMatch(/did not measure Encode-2 sec\/op: .*package and unit/);
  });

  it('and a defect of ours is not swallowed', async () => {
    const broken = failing(() => Promise.reject(new TypeError('ours')));
    await expect(decide(suspicious, broken)).rejects.toThrow('ours');
  });

  it('where a round shows that the program failed', async () => {
    const { of } = measurer({ 'Encode-2': 0 });
    const warning = { kind: 'failed', message: 'FAIL example.com/p' } as const;
    const failed = failing(async (only, look) => {
      const all = await of.measure(only, look);
      const rounds = all.rounds.map((round) => ({
        ...round,
        head: { ...round.head, warnings: [warning] },
      }));
      return { ...all, rounds };
    });
    const verdict = await decide(suspicious, failed);
    expect(verdict.verdict).toBe('fail');
    expect(verdict.warnings.filter((of) => of.message === warning.message)).toHaveLength(1);
  });
});

describe('where nobody said how to measure', () => {
  const slow = { Encode: 5000, Decode: 1500 };
  const unasked = (measure: Measurer['measure']): Measurer => ({
    ...{ looks: looks(20), isUnasked: true },
    measure,
  });
  const decideBy = (measure: Measurer['measure'], store = main) =>
    gate(inputs(slow), store, resolveConfig(), {}, unasked(measure));

  it('is asked for rows with package and unit', async () => {
    const { of } = measurer({ 'Encode-2': 0 });
    const seen: unknown[] = [];
    const { verdict } = await decideBy((only, look, wanted) => {
      seen.push(wanted.suspects.map(keyOf), wanted.all.map(keyOf));
      return of.measure(only, look);
    });
    expect(seen).toEqual([
      ['Encode-2 sec/op'],
      ['Encode-2 sec/op', 'Encode-2 allocs/op', 'Decode-2 sec/op', 'Decode-2 allocs/op'],
    ]);
    expect(verdict.verdict).toBe('pass');
    expect(rowOf(verdict, 'Encode-2')?.reason).toMatch(/measured again: .* this runner is slower$/);
  });
  const keyOf = (of: JudgedComparison | Pick<JudgedComparison, 'benchmark' | 'unit'>) =>
    `${of.benchmark} ${of.unit}`;

  const some = (change: (all: Measured) => Partial<Measured>): Measurer['measure'] => {
    const { of } = measurer({ 'Encode-2': 0 });
    return async (only, look) => {
      const all = await of.measure(only, look);
      return { ...all, ...change(all) };
    };
  };
  const failed = { kind: 'failed', message: 'head: round 3: run failed' } as const;
  it.each<[string, Measurer['measure'], RegExp]>([
    [
      'it cannot be measured',
      () => Promise.reject(new InputError('go is not on the PATH')),
      /^base and head could not be measured here: go is not on the PATH; so the verdict/,
    ],
    ['a side fails', some(() => ({ warnings: [failed] })), /^head: round 3: run failed; so the/],
    [
      'a measured program fails',
      some(({ rounds }) => ({
        rounds: rounds.map((round) => ({ ...round, head: { ...round.head, warnings: [failed] } })),
      })),
      /^head: round 3: run failed; so the/,
    ],
    [
      'time runs out',
      some(({ rounds }) => ({ rounds: rounds.slice(0, 5) })),
      /^only 5 of at least 6 rounds could be measured/,
    ],
    ['both are one commit', some(() => ({ baseIsHead: true })), /are the same commit/],
    [
      'the rounds lack the suspect',
      (_only, look) => measurer({ Other: 0 }).of.measure(['Other'], look),
      /^the rounds here did not measure Encode-2 sec\/op; so the verdict of the stored runs stands/,
    ],
  ])('the stored runs have the last word where %s', async (_, measure, why) => {
    const without = (await gate(inputs(slow), main, resolveConfig())).verdict;
    const { verdict, problem } = await decideBy(measure);
    expect([verdict.verdict, problem]).toEqual([without.verdict, null]);
    expect(verdict.verdict).toBe('fail');
    const named = ({ benchmark }: JudgedComparison) => benchmark.startsWith('Encode');
    expect(verdict.comparisons.filter(named)).toEqual(without.comparisons.filter(named));
    const [warning, ...others] = verdict.warnings.slice(without.warnings.length);
    expect([warning?.kind, others.filter(({ kind }) => kind === 'failed')]).toEqual(['policy', []]);
    expect(warning?.message).toMatch(why);
    expect(warning?.message).toMatch(/: say in `run` how to measure, or set `confirm: never`$/);
  });

  it('nothing is said where there is no repository, or no stored run to suspect anything', async () => {
    const without = (await gate(inputs(slow), main, resolveConfig())).verdict;
    expect((await decideBy(() => Promise.resolve(null))).verdict).toEqual(without);
    const never = () => Promise.reject(new Error('nobody asked'));
    expect((await decideBy(never, storeOf())).verdict.verdict).toBe('no-baseline');
  });
});

describe('a look at rounds', () => {
  const config = resolveConfig();
  const plan = looks(20);
  const { sample } = draws(9);
  const rounds = Array.from({ length: 20 }, (_, i): Round => {
    const [a = 0] = sample(1);
    const b = i % 2 === 0 ? 1 : -1;
    const of = (ratio: number, wild: number) =>
      run(
        [
          series('Slow', [100 * ratio]),
          series('Slow', [ratio > 1 ? 6 : 5], 'allocs/op'),
          series('Wild', [100 * wild]),
        ],
        { commit: i === 0 ? 'base' : '' },
      );
    return { base: of(1, 1), head: of(1.2 * Math.exp(a / 100), Math.exp(b / 5)) };
  });

  it('tells what is open, what is decided, and goes on', () => {
    const looked = lookAt(config, plan)(rounds.slice(0, 6));
    expect(looked.open).toEqual(['Wild']);
    expect(looked.decided).toEqual([
      { name: 'Slow', verdict: 'slower', text: expect.stringMatching(/^slower: \+\d/) },
    ]);
    expect([looked.done, looked.verdict.verdict]).toEqual([false, 'fail']);
  });

  it('is done at the last, whatever is open', () => {
    const looked = lookAt(config, plan)(rounds);
    expect([looked.open, looked.done]).toEqual([['Wild'], true]);
  });

  it('does not wait for a few bytes that come and go, nor fails for them', () => {
    const value = (of: readonly number[], i: number) => of[(i + 1) % 4] ?? 0;
    const jittery = Array.from({ length: 20 }, (_, i): Round => {
      const of = (bytes: number) =>
        run([series('X', sample(1, 1000, 5)), series('X', [bytes], 'B/op')]);
      return { base: of(value([2, 3, 3, 3], i)), head: of(value([4, 3, 3, 5], i)) };
    });
    const looked = lookAt(config, plan)(jittery);
    expect(looked.verdict.verdict).toBe('pass');
    expect([looked.open, looked.done]).toEqual([[], true]);
    expect(looked.verdict.comparisons.map(({ unit, verdict }) => [unit, verdict])).toEqual([
      ['sec/op', 'ok'],
      ['B/op', 'ok'],
    ]);
  });

  it('calls faster what is faster by more than the threshold, though its size varies', () => {
    const wide = [-0.3, -0.7, -0.45, -0.6, -0.35, -0.55, -0.4, -0.65, -0.5, -0.5];
    const faster = wide.map((log): Round => {
      const of = (seconds: number) => run([series('Fast', [seconds])]);
      return { base: of(1), head: of(Math.exp(log)) };
    });
    const verdict = roundsVerdict({ ...nothing, rounds: faster }, plan, config);
    expect(rowOf(verdict, 'Fast')?.verdict).toBe('faster');
    expect(verdict.headline).toMatch(/^Fast is 39 % faster/);
  });

  it('does not pass what would have been missed at twice the time', () => {
    const logs = [1.5, -1.2, 0.9, -1.1, 0.2, -0.4];
    const wild = logs.map((log): Round => {
      const of = (seconds: number) =>
        run([series('Wild', [seconds]), series('Calm', sample(1, 1000, 5))]);
      return { base: of(1), head: of(Math.exp(log)) };
    });
    const verdict = roundsVerdict({ ...nothing, rounds: wild }, plan, config);
    expect(verdict.verdict).toBe('incomplete');
    expect(verdict.headline).toMatch(
      /^Wild could not be decided in 6 rounds here: a change of less than [\d.]+x would not have been detected\. More time \(`max-time`\) or a longer benchmark can\.$/,
    );
    expect(verdict.advice).toEqual([]);
    const taken = { by: 'other', share: 0.9 } as const;
    const busy = roundsVerdict({ ...nothing, rounds: wild, taken }, plan, config);
    expect(busy.headline).toMatch(/: measure on a quiet machine to decide it\.$/);
  });

  it('goes on after 20 rounds with what is open alone', () => {
    const long = looks(200);
    const more = Array.from({ length: 25 }, (_, i) => rounds[i % 20] as Round);
    expect(lookAt(config, long)(more.slice(0, 20))).toMatchObject({ open: ['Wild'], done: false });
    expect(lookAt(config, long)(more)).toMatchObject({ open: ['Wild'], done: false });
  });

  it('gives the verdict of flamegate measure, with its smallest visible change', () => {
    const verdict = roundsVerdict({ ...nothing, rounds }, plan, config);
    expect(rowOf(verdict, 'Wild')?.reason).toMatch(
      /^[-+]?\d.* in 20 rounds here; smallest detectable change: \d+ %$/,
    );
  });
});
