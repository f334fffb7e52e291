/** Suspects of stored runs counted before their rounds (`confirm: auto`): every sentence, with made-up counts. */
import { describe, expect, it } from 'vitest';
import { countedRow } from '../../src/compare/counts/compare.ts';
import { spreadOf, toleranceOf } from '../../src/compare/counts/tolerance.ts';
import { gate, type Measurer } from '../../src/flow/gate.ts';
import type { LookAt } from '../../src/flow/measure.ts';
import { countable } from '../../src/judge/instructions.ts';
import type { CountedBenchmark } from '../../src/model/counts.ts';
import { instructionsUnit as unit } from '../../src/model/counts.ts';
import { InputError } from '../../src/model/error.ts';
import type { Round } from '../../src/model/run.ts';
import type { Verdict } from '../../src/model/verdict.ts';
import { gateText } from '../../src/report/text.ts';
import { type ConfigLayer, resolveConfig } from '../../src/settings/config.ts';
import { looks } from '../../src/stats/spending.ts';
import { packRun } from '../../src/store/manifest.ts';
import type { BaselineStore } from '../../src/store/store.ts';
import { run, series } from '../compare/runs.ts';
import { draws } from '../stats/random.ts';
import { listed } from '../store/runs.ts';

type Values = Readonly<Record<string, number>>;

function inputs(values: Values) {
  const lines = Object.entries(values).flatMap(([name, value]) =>
    [0.99, 1, 1.01].map((noise) => `Benchmark${name}-2 100 ${value * noise} ns/op`),
  );
  const benchmarks = [{ file: 'bench.txt', bytes: Buffer.from(`${lines.join('\n')}\n`) }];
  const environment = { goos: 'linux', goarch: 'amd64', cpu: 'Test CPU' };
  return { benchmarks, profiles: [], commit: 'c', time: '2026-11-15T10:20:30Z', environment };
}

/** Runs of main that differ by some percent, so that there is room for suspects. */
const main: BaselineStore = {
  async *load() {
    const sizes = [1000, 1060, 945, 1040, 960, 1010, 1055, 950];
    for (const [i, v] of sizes.entries()) {
      const other = sizes[(i + 3) % sizes.length] ?? v;
      yield {
        kind: 'run',
        run: listed(packRun(inputs({ Encode: v, Decode: other + 500 }))),
      } as const;
    }
  },
  keep: () => Promise.reject(new Error('nothing is kept here')),
};

interface World {
  /** How much slower each benchmark's head is in rounds; null: no round can be run. */
  readonly rounds: Values | null;
  /** How many more instructions each takes; null: nothing counts here. */
  readonly counts: Values | null;
  /** How far runs of one side are apart. */
  readonly spread?: number;
  readonly failed?: boolean;
}

function world({ rounds, counts, spread = 0, failed = false }: World) {
  const asked: { counted: string[][]; measured: (readonly string[] | null)[] } = {
    counted: [],
    measured: [],
  };
  const { sample } = draws(3);
  const round = (names: readonly string[]): Round => {
    const side = (isHead: boolean) =>
      run(
        names.map((name) => {
          const [noise = 0] = sample(1, 0, 0.0035);
          const change = isHead ? (rounds?.[name] ?? 0) : 0;
          return series(name, [1000 * (1 + change) * Math.exp(noise)], 'sec/op', { package: '' });
        }),
      );
    const warnings = failed ? [{ kind: 'failed', message: 'FAIL example.com/p' } as const] : [];
    return { base: side(false), head: { ...side(true), warnings } };
  };
  const plan = looks(20);
  const measurer: Measurer = {
    looks: plan,
    isUnasked: true,
    measure: async (only: readonly string[] | null, look: LookAt) => {
      asked.measured.push(only);
      if (rounds === null) throw new InputError('go is not on the PATH');
      const done: Round[] = [];
      for (const { after } of plan) {
        while (done.length < after) done.push(round(only ?? Object.keys(rounds)));
        if (look(done).done) break;
      }
      const use = { repeated: 0, seed: 7, base: 'b'.repeat(40), machine: [], warnings: [] };
      return { ...use, rounds: done, baseIsHead: false };
    },
    count: async ({ suspects }, threshold) => {
      asked.counted.push(suspects.map((of) => `${of.benchmark} ${of.unit}`));
      if (counts === null) return null;
      const benchmarks = suspects.flatMap((of): CountedBenchmark[] => {
        const change = counts[of.benchmark];
        if (change === undefined) return [];
        const runs = [1 - spread / 2, 1, 1 + spread / 2];
        const [base, head] = [runs.map((r) => 5000 * r), runs.map((r) => 5000 * r * (1 + change))];
        return [
          {
            ...{
              package: of.package,
              benchmark: of.benchmark,
              iterations: [100, 1000],
              base,
              head,
            },
            spread: spreadOf(base, head),
            tolerance: toleranceOf(base, head, 0.01),
            functions: {
              moved: [
                {
                  ...{ name: 'example.com/codec.escape', file: '/src/codec/escape.go', line: 30 },
                  ...{ base: 1000, head: 1000 + 5000 * change },
                },
              ],
              ...{ rest: 0.5, all: 40 },
            },
          },
        ];
      });
      const rows = benchmarks.map((of) => countedRow(of, threshold({ ...of, unit })));
      return {
        counter: 'counter 1',
        base: 'b'.repeat(40),
        benchmarks,
        rows,
        warnings: [],
        costs: [],
      };
    },
  };
  return { measurer, asked };
}

async function decide(head: Values, of: World, layer: ConfigLayer = {}) {
  const { measurer, asked } = world(of);
  const { verdict } = await gate(inputs(head), main, resolveConfig(layer), {}, measurer);
  return { verdict, ...asked };
}
const rowOf = (verdict: Verdict, name: string, of = 'sec/op') =>
  verdict.comparisons.find((row) => row.benchmark === name && row.unit === of);

const suspicious = { Encode: 1170, Decode: 1500 };
const far = { Encode: 1300, Decode: 1500 };
const evident = { Encode: 5000, Decode: 1500 };

describe('the stored runs alone', () => {
  it.each([
    ['suspect', suspicious, 0.16],
    ['suspect', far, 0.29],
    ['slower', evident, 4],
  ] as const)('make it a %s', async (word, head, delta) => {
    const { verdict } = await gate(inputs(head), main, resolveConfig());
    const row = rowOf(verdict, 'Encode-2');
    expect(row?.verdict).toBe(word);
    expect(row?.delta).toBeCloseTo(delta, 1);
  });
});

describe('more instructions', () => {
  const more = { rounds: { 'Encode-2': 0 }, counts: { 'Encode-2': 0.3 } };

  it.each([
    [suspicious, '16 % slower'],
    [evident, '5.0x slower'],
  ] as const)('are red with the function, and no round is run (%o)', async (head, looked) => {
    const { verdict, counted, measured } = await decide(head, more);
    expect([verdict.verdict, counted, measured]).toEqual(['fail', [['Encode-2 sec/op']], []]);
    expect(verdict.headline).toBe(
      `Encode-2 takes 30 % more instructions (5,000 -> 6,500 an operation): codec.escape +1,500 of +1,500 (codec/escape.go:30), nothing else above 1; looked ${looked} against 8 runs of main.`,
    );
    expect(rowOf(verdict, 'Encode-2', unit)).toMatchObject({ verdict: 'slower', test: 'counted' });
    const text = gateText(verdict);
    expect(text).toMatch(/^example\.com\/codec\.escape +src\/codec\/escape\.go:30 +1,000 +2,500/m);
    expect(text).toMatch(/^Encode-2 +sec\/op .*; it takes 30 % more instructions$/m);
    expect(text).toContain('Compared with 8 runs of main');
    expect(text).toContain('with counter 1: 3 runs of each side');
    expect(verdict.rounds).toBeNull();
    // Nobody is told to re-run what is decided.
    expect(verdict.advice).toEqual([]);
  });

  it('leave other suspects to the rounds, which decide both ways', async () => {
    const both = { Encode: 1170, Decode: 1760 };
    const counts = { 'Encode-2': 0.3, 'Decode-2': 0 };
    const cleared = await decide(both, { rounds: { 'Decode-2': 0 }, counts });
    expect(cleared.measured).toEqual([['Decode-2']]);
    expect(cleared.verdict.verdict).toBe('fail');
    expect(cleared.verdict.headline).toMatch(/^Encode-2 takes 30 % more instructions/);
    expect(rowOf(cleared.verdict, 'Decode-2')).toMatchObject({ verdict: 'ok', test: 'paired' });
    const confirmed = await decide(both, { rounds: { 'Decode-2': 0.2 }, counts });
    expect(confirmed.verdict.headline).toMatch(
      /^Encode-2 takes 30 % more instructions .*\(\+1 more\)/,
    );
    expect(rowOf(confirmed.verdict, 'Decode-2')?.verdict).toBe('slower');
  });

  it.each([
    [0.025, {}, 'fail'],
    // 2 % of time would not be red either: the margin of the threshold.
    [0.015, {}, 'pass'],
    [0.025, { threshold: 0.1 }, 'pass'],
    [0.045, { threshold: 0.1 }, 'fail'],
    [0.025, { countThreshold: 0.03 }, 'pass'],
    [0.025, { rules: [{ unit, gate: false }] }, 'pass'],
  ] as const)('by %d with %o: %s', async (change, layer, answer) => {
    const world = { rounds: { 'Encode-2': 0 }, counts: { 'Encode-2': change } };
    const { verdict, measured } = await decide(suspicious, world, layer);
    expect([verdict.verdict, measured.length]).toEqual([answer, answer === 'fail' ? 0 : 1]);
  });

  it('that are under the threshold are shown, and rounds decide', async () => {
    const counts = { 'Encode-2': 0.015 };
    const { verdict } = await decide(suspicious, { rounds: { 'Encode-2': 0 }, counts });
    expect(verdict.headline).toMatch(
      /looked 16 % slower, measured again in 6 rounds: .*, although it takes 1\.5 % more instructions\./,
    );
    const red = await decide(suspicious, { rounds: { 'Encode-2': 0.15 }, counts });
    expect(red.verdict.headline).toMatch(
      /^Encode-2 is 15 % slower, .*, with 1\.5 % more instructions\.$/,
    );
  });
});

describe('the same instructions', () => {
  const counts = { 'Encode-2': 0 };

  it('and rounds that agree: a pass that says both', async () => {
    const { verdict, measured } = await decide(suspicious, { rounds: { 'Encode-2': 0 }, counts });
    expect([verdict.verdict, measured]).toEqual(['pass', [['Encode-2']]]);
    expect(verdict.headline).toMatch(
      /^Nothing slower in 2 benchmarks, against 8 runs of main; Encode-2 looked 16 % slower, measured again in 6 rounds: .*, and takes the same instructions\. /,
    );
    expect(verdict.warnings).toEqual([]);
  });

  it('and rounds that cannot run: a small suspicion passes, and why is said', async () => {
    const { verdict } = await decide(suspicious, { rounds: null, counts });
    expect(verdict.verdict).toBe('pass');
    expect(verdict.headline).toMatch(
      /^Nothing slower in 2 benchmarks, against 8 runs of main; Encode-2 looked 16 % slower, but takes the same instructions and could not be measured again here: most likely this machine\. /,
    );
    expect(rowOf(verdict, 'Encode-2')).toMatchObject({
      verdict: 'ok',
      screened: { runs: 8, verdict: 'suspect' },
    });
    expect(verdict.warnings[0]?.message).toMatch(
      /go is not on the PATH; so the verdict of the stored runs stands, but for what equal instructions clear/,
    );
  });

  it('and rounds that cannot run: a suspicion above 20 % stays', async () => {
    const { verdict } = await decide(far, { rounds: null, counts });
    expect(verdict.verdict).toBe('suspect');
    expect(verdict.headline).toMatch(
      /^Encode-2 looks 29 % slower; 1 in \d+ runs without a change looks like this\. It takes the same instructions, which alone clears nothing above 20 %\. Re-run the job/,
    );
    expect(verdict.warnings[0]?.message).toContain(
      'the verdict of the stored runs stands (see the log',
    );
  });

  it('and rounds that cannot run: what is evident stays red', async () => {
    const { verdict } = await decide(evident, { rounds: null, counts });
    expect(verdict.verdict).toBe('fail');
    expect(verdict.headline).toMatch(
      /^Encode-2 is 5\.0x slower, .*, although it takes the same instructions\.$/,
    );
  });

  it('clear nothing where the program failed', async () => {
    const world = { rounds: { 'Encode-2': 0 }, counts, failed: true };
    expect((await decide(suspicious, world)).verdict.verdict).toBe('suspect');
  });

  it('and rounds that disagree: both are said, and the rounds decide', async () => {
    for (const [change, words] of [
      [0, 'the same'],
      [-0.15, '15 % fewer'],
    ] as const) {
      const world = { rounds: { 'Encode-2': 0.15 }, counts: { 'Encode-2': change } };
      const { verdict } = await decide(suspicious, world);
      expect(verdict.verdict).toBe('fail');
      expect(verdict.headline).toMatch(
        new RegExp(
          `^Encode-2 is 15 % slower, measured again in 6 rounds here \\(looked 16 % slower against 8 runs of main\\), although it takes ${words} instructions: look at memory, locks and I/O\\.$`,
        ),
      );
      expect(rowOf(verdict, 'Encode-2')?.reason).toContain(`; it takes ${words} instructions`);
    }
  });

  it('say nothing where runs of one side differ', async () => {
    const world = { rounds: null, counts, spread: 0.05 };
    const { verdict } = await decide(suspicious, world);
    expect(verdict.verdict).toBe('suspect');
    expect(verdict.headline).not.toContain('instructions');
  });

  it('say nothing where a change that matters would not have been seen', async () => {
    const { verdict } = await decide(suspicious, { rounds: null, counts, spread: 0.018 });
    expect(verdict.verdict).toBe('suspect');
    expect(rowOf(verdict, 'Encode-2')?.instructions).toBeUndefined();
  });
});

describe('without counts', () => {
  it.each<[string, Partial<World>, ConfigLayer]>([
    ['nothing counts here', { counts: null }, {}],
    ['nothing could be counted', { counts: {} }, {}],
  ])('all is as before where %s', async (_, more, layer) => {
    for (const rounds of [{ 'Encode-2': 0 }, { 'Encode-2': 0.15 }, null]) {
      const { verdict } = await decide(suspicious, { rounds, counts: null, ...more }, layer);
      const { measurer } = world({ rounds, counts: null });
      const without = { ...measurer, count: undefined };
      const before = await gate(inputs(suspicious), main, resolveConfig(layer), {}, without);
      expect(verdict).toEqual(before.verdict);
    }
  });

  it('nothing is counted where nothing is suspected, or everything is asked for', async () => {
    const of = { rounds: { 'Encode-2': 0 }, counts: { 'Encode-2': 0.3 } };
    expect(await decide({ Encode: 1040, Decode: 1500 }, of)).toMatchObject({ counted: [] });
    const { verdict } = await gate(inputs(suspicious), main, resolveConfig());
    const asked = { only: ['Encode-2'], wanted: () => true };
    expect(countable(verdict, asked).map(({ benchmark }) => benchmark)).toEqual(['Encode-2']);
    expect(countable(verdict, { ...asked, only: null })).toEqual([]);
    const memory = verdict.comparisons.map((row) => ({ ...row, unit: 'B/op' }));
    expect(countable({ ...verdict, comparisons: memory }, asked)).toEqual([]);
  });
});
