/** Base and head counted: which runs there are, what becomes of them, and what is said of it. */
import { describe, expect, it } from 'vitest';
import { type CountPlan, countSides, pairOf } from '../../src/flow/counting.ts';
import { countThresholdOf, judgeCounts } from '../../src/flow/judgement.ts';
import type { FunctionCost } from '../../src/model/counts.ts';
import { InputError } from '../../src/model/error.ts';
import type { Verdict } from '../../src/model/verdict.ts';
import { gateText } from '../../src/report/text.ts';
import { type ConfigLayer, resolveConfig } from '../../src/settings/config.ts';
import type { Bench, SideOutput } from '../../src/source/rounds/bench.ts';
import { refused, wholeCommand } from '../../src/source/rounds/presets/fixed/fixed.ts';
import { goFixed } from '../../src/source/rounds/presets/fixed/go.ts';
import type { SideName } from '../../src/source/rounds/tree.ts';

const go = goFixed({ flags: [], rest: [] });

/** What a side's program takes: a start, and so much an operation; `drift` is what varies. */
interface Program {
  readonly [benchmark: string]: number;
}

interface Fake {
  readonly base: Program;
  readonly head: Program;
  /** Added to a run's count; by the number of the run from 0. */
  readonly drift?: (side: SideName, run: number, iterations: number) => number;
  readonly functions?: (side: SideName) => Record<string, number>;
  /** Throws instead of running. */
  readonly fails?: (side: SideName, run: number) => string | null;
  /** What is printed, if it is not what was asked for. */
  readonly prints?: string;
  readonly maxSeconds?: number;
  /** Branches an operation; a tenth of them are mispredicted. */
  readonly branches?: Readonly<Record<SideName, number>>;
  readonly config?: ConfigLayer;
}

const start = 4_000_000;

/** A bench whose programs print what Go's do, and a counter that reads what they left. */
function bench(fake: Fake) {
  const runs: Record<SideName, number> = { base: 0, head: 0 };
  const texts: string[] = [];
  const runOn = async (side: SideName, text: string): Promise<SideOutput> => {
    texts.push(text);
    const isListed = !text.includes('COUNT');
    const wanted = /\^Benchmark([^$]+)\$/.exec(text)?.[1] ?? '';
    const [, times = '1'] = /benchtime=(\d+)x/.exec(text) ?? [];
    const names = isListed ? Object.keys(fake[side]) : [wanted];
    const iterations = isListed ? 1234 : Number(times);
    const failure = isListed ? null : (fake.fails?.(side, runs[side]) ?? null);
    const number = isListed ? 0 : runs[side]++;
    if (failure !== null) throw new InputError(failure);
    const line = (name: string) => `Benchmark${name} \t ${iterations} \t 10.5 ns/op\n`;
    const printed = fake.prints ?? `pkg: example.com/p\n${names.map(line).join('')}PASS\n`;
    const count =
      start +
      (fake[side][wanted] ?? 0) * iterations +
      (fake.drift?.(side, number, iterations) ?? 0);
    return {
      benchmarks: [{ file: 'stdout.txt', bytes: Buffer.from(printed) }],
      profiles: [{ file: `${side}/${iterations}`, bytes: Buffer.from(String(count)) }],
      ...{ isWritten: false, errors: [], printed: [], wallSeconds: 0, cpuSeconds: 0 },
    };
  };
  const opened = {
    ...{ baseCommit: '0'.repeat(40), maxSeconds: fake.maxSeconds ?? 600 },
    ...{ left: { base: '/t/base', head: '/t/head' }, trees: { base: '/b', head: '/h' }, runOn },
  } as unknown as Bench;
  const config = resolveConfig(...(fake.config === undefined ? [] : [fake.config]));
  const lines: string[] = [];
  const profileOf = (side: SideName, iterations: number): FunctionCost[] | null =>
    fake.functions === undefined
      ? null
      : Object.entries(fake.functions(side)).map(([name, own]) => ({
          ...{ name, file: `/src/${name.split('.')[0]}/${name.split('.')[1]}.go` },
          lines: new Map([[24, own * iterations]]),
          calls: new Map(),
        }));
  const eventsOf = (side: SideName, iterations: number) => {
    const branches = (fake.branches?.[side] ?? 0) * iterations;
    return { Bc: branches * 0.75, Bi: branches * 0.25 + 800, Bcm: branches * 0.1, Bim: 30 };
  };
  const plan = (more: Partial<CountPlan> = {}): CountPlan => ({
    counter: {
      name: 'counter 1',
      wrap: (directory) => ['COUNT', directory],
      read: ([file]) => {
        const [side = 'base', iterations = '1'] = file?.file.split('/') ?? [];
        const instructions = Number(Buffer.from(file?.bytes ?? []).toString());
        return {
          instructions,
          events: eventsOf(side as SideName, Number(iterations)),
          profile: profileOf(side as SideName, Number(iterations)),
        };
      },
    },
    ...{ work: go, alpha: config.alpha, threshold: countThresholdOf(config) },
    ...{ log: (line) => lines.push(line), ...more },
  });
  const verdict = async (more?: Partial<CountPlan>): Promise<Verdict> => {
    const { rows, warnings, costs: _, ...counts } = await countSides(opened, plan(more));
    return judgeCounts(rows, counts, { warnings, environment: {} }, config);
  };
  return { verdict, count: () => countSides(opened, plan()), texts, lines };
}

describe('a benchmark', () => {
  it('that takes fewer names first what lost, though a caller gained more by what was inlined into it', async () => {
    const { verdict } = bench({
      base: { Encode: 10_000 },
      head: { Encode: 8000 },
      functions: (side) =>
        side === 'base'
          ? { parse: 1000, next: 3000, peek: 3000, skip: 3000 }
          : { parse: 4500, next: 500, peek: 1500, skip: 1500 },
    });
    expect((await verdict()).headline).toMatch(
      /^Encode takes 20 % fewer instructions \(10,000 -> 8,000 an operation\): next -2,500 of -2,000 \(.*?\), parse \+3,500, peek -1,500, nothing else above 1,500; /,
    );
  });

  it('that takes more instructions fails, with its functions and their part of the change', async () => {
    const { verdict, texts, lines } = bench({
      base: { Encode: 5723 },
      head: { Encode: 11286 },
      functions: (side) =>
        side === 'base'
          ? { 'codec.appendEscaped': 3774, 'runtime.memmove': 180, 'codec.Encode': 1769 }
          : { 'codec.appendEscaped': 9516, 'runtime.memmove': 28, 'codec.Encode': 1742 },
    });
    const found = await verdict();
    expect(found.verdict).toBe('fail');
    expect(found.headline).toBe(
      'Encode takes 97 % more instructions (5,723 -> 11,286 an operation): codec.appendEscaped +5,742 of +5,563 (codec/appendEscaped.go:24), runtime.memmove -152, nothing else above 27.',
    );
    // Listed once a side, then 100 and 1,000 iterations twice a side.
    expect(texts).toHaveLength(2 + 2 * 2 * 2);
    expect(texts.filter((text) => text.includes('-test.benchtime=1000x'))).toHaveLength(4);
    expect(texts.filter((text) => text.includes('COUNT /t/head'))).toHaveLength(4);
    expect(lines).toEqual([
      expect.stringMatching(
        /^1 of 1: Encode 5,723 -> 11,286 instructions\/op \(\+97 %\), 2 runs a side, /,
      ),
    ]);
    expect(gateText(found)).toMatch(
      /^codec\.appendEscaped +src\/codec\/appendEscaped\.go:24 +3,774 +9,516 +\+5,742$/m,
    );
  });

  it('that takes as many passes, and what would have been seen is said', async () => {
    const { verdict } = bench({ base: { A: 500, B: 70 }, head: { A: 500.2, B: 70 } });
    const found = await verdict();
    expect(found.verdict).toBe('pass');
    expect(found.headline).toBe(
      'Nothing takes more instructions in 2 benchmarks, counted here with counter 1; +1 % would have been detected in each.',
    );
  });

  it.each([
    [1.004, 'pass', 'ok'],
    [1.012, 'fail', 'slower'],
    [0.5, 'pass', 'faster'],
  ])('with %d times the instructions is %s', async (factor, gate, row) => {
    const found = await bench({ base: { A: 1000 }, head: { A: 1000 * factor } }).verdict();
    expect([found.verdict, found.comparisons[0]?.verdict]).toEqual([gate, row]);
  });

  it.each(['base', 'head'])(
    'of which two runs of the %s differ at all is run a third time',
    async (of) => {
      const drift = (side: SideName, run: number) => (side === of && run === 3 ? 1 : 0);
      const { count } = bench({ base: { A: 5000 }, head: { A: 5000 }, drift });
      const { benchmarks } = await count();
      expect(benchmarks[0]?.base).toHaveLength(3);
      expect(benchmarks[0]?.head).toHaveLength(3);
    },
  );

  it('that varies a little is run more often; what is within its tolerance is no change', async () => {
    // 1 % from run to run, by turns, in all of an operation.
    const drift = (_: SideName, run: number, n: number) => n * 5 * ((run >> 1) % 3);
    const { count } = bench({ base: { A: 1000 }, head: { A: 1000 }, drift });
    const { benchmarks, rows } = await count();
    expect(benchmarks[0]?.base.length).toBeGreaterThan(3);
    expect(benchmarks[0]?.spread).toBeCloseTo(0.01, 3);
    expect(rows[0]?.p).toBe(1);
  });

  it('is told with what else was asked for, which fails nothing but by a rule', async () => {
    const fake = { base: { A: 1000 }, head: { A: 1001 }, branches: { base: 50, head: 90 } };
    const found = await bench(fake).verdict({ events: ['branches'] });
    const rows = found.comparisons.map((of) => [of.unit, of.verdict, of.gated]);
    expect(rows).toEqual([
      ['instructions/op', 'ok', true],
      ['branches/op', 'slower', false],
      ['mispredicts/op', 'slower', false],
    ]);
    expect(found.comparisons[1]).toMatchObject({ base: { center: 50 }, head: { center: 90 } });
    expect(found.verdict).toBe('pass');
    expect(found.headline).toMatch(/^Nothing takes more instructions in 1 benchmark,/);
    expect(gateText(found)).toMatch(/^A .*branches\/op .* 50 \(2\) +90 +\+80 %/m);
    const rules = [{ unit: 'branches/op' }];
    const ruled = await bench({ ...fake, config: { rules } }).verdict({ events: ['branches'] });
    expect(ruled.verdict).toBe('fail');
    const unasked = await bench(fake).verdict();
    expect(unasked.comparisons).toHaveLength(1);
  });

  it('of which one run is odd is run more often, and that run is left out', async () => {
    const drift = (side: SideName, run: number, n: number) =>
      side === 'base' && run === 3 ? n * 500 : 0;
    const found = await bench({ base: { A: 1000 }, head: { A: 1015 }, drift }).verdict();
    expect(found.comparisons[0]).toMatchObject({ base: { center: 1000, runs: 5 } });
    expect(found.verdict).toBe('fail');
  });

  it('whose runs differ by more than 2 % is told that counting does not suit it, and never passes', async () => {
    const drift = (_: SideName, run: number, n: number) => n * 15 * ((run >> 1) % 3);
    const { verdict, lines } = bench({ base: { A: 1000 }, head: { A: 1000 }, drift });
    const found = await verdict();
    expect(found.verdict).toBe('incomplete');
    expect(found.headline).toMatch(
      /^A was not measured: its count is not stable: .* differ by 3 %; counting does not suit a program that waits or has several threads: measure its time/,
    );
    expect(lines).toContainEqual(
      expect.stringMatching(/ runs a side, 3 % apart: counting does not suit it, /),
    );
  });

  it('of one side only is counted once, and is new or missing', async () => {
    const { verdict, texts } = bench({ base: { A: 10, Old: 5 }, head: { A: 10, New: 7 } });
    const found = await verdict();
    const rows = found.comparisons.map((of) => [of.benchmark, of.verdict]);
    expect(rows).toEqual([
      ['A', 'ok'],
      ['Old', 'missing'],
      ['New', 'new'],
    ]);
    expect(texts.filter((text) => text.includes('^BenchmarkNew$'))).toHaveLength(2);
    expect(found.verdict).toBe('incomplete');
  });
});

describe('what cannot be counted', () => {
  it('is tried once more where the counter failed, and then a warning by name', async () => {
    const once = bench({
      base: { A: 10 },
      head: { A: 10 },
      fails: (side, run) => (side === 'head' && run === 1 ? 'head, round 1: run failed' : null),
    });
    expect((await once.verdict()).verdict).toBe('pass');
    expect(once.lines[0]).toBe('A: head, round 1: run failed; once more');
    const always = bench({
      base: { A: 10, B: 20 },
      head: { A: 10, B: 20 },
      fails: (side, run) => (side === 'head' && run < 2 ? 'head, round 1: run failed' : null),
    });
    const found = await always.verdict();
    expect(found.verdict).toBe('incomplete');
    expect(found.headline).toBe('A could not be counted: head, round 1: run failed.');
    expect(found.comparisons.map((of) => of.benchmark)).toEqual(['B']);
  });

  it('is a run that did something else than it was asked for', async () => {
    const work = { ...go, ran: () => 7 };
    const found = await bench({ base: { A: 10 }, head: { A: 10 } }).verdict({ work });
    expect(found.verdict).toBe('incomplete');
    expect(found.headline).toMatch(/asked for 100 iterations of it alone, it printed 7/);
  });

  it('is a benchmark whose iterations take nothing: most likely it does its work once', async () => {
    const found = await bench({ base: { A: 0 }, head: { A: 0 } }).verdict();
    expect(found.headline).toMatch(/1000 iterations took no more instructions than 100/);
    expect(found.verdict).toBe('incomplete');
  });

  it('is what there was no time for, or what somebody stopped', async () => {
    const late = await bench({ base: { A: 1 }, head: { A: 1 }, maxSeconds: -1 }).verdict();
    expect(late.headline).toBe('1 benchmark not counted: `max-time` is over.');
    const stop = new AbortController();
    const { verdict } = bench({ base: { A: 1, B: 1 }, head: { A: 1, B: 1 } });
    const log = () => stop.abort(new InputError('stopped by SIGINT'));
    const found = await verdict({ signal: stop.signal, log });
    expect(found.headline).toBe('1 benchmark not counted: stopped by SIGINT.');
    expect(found.comparisons).toHaveLength(1);
  });

  it('is a tool that runs for a time, by name', async () => {
    const { verdict } = bench({ base: {}, head: {} });
    const work = refused('vitest bench runs for a time');
    await expect(verdict({ work })).rejects.toThrow(
      'instructions cannot be counted: vitest bench runs for a time',
    );
    await expect(verdict()).rejects.toThrow('no benchmark was run');
  });

  it('is a whole command that prints benchmark results: it runs what is fast more often', async () => {
    const work = wholeCommand('./bench');
    const timed = bench({ base: {}, head: {}, prints: 'BenchmarkA 5000 12.5 ns/op\n' });
    await expect(timed.verdict({ work })).rejects.toThrow(
      /whole command cannot be compared .*output of go/,
    );
    const plain = bench({ base: {}, head: {}, prints: 'took 12 ms\n' });
    const found = await plain.verdict({ work });
    expect(found.verdict).toBe('pass');
    expect(found.comparisons[0]).toMatchObject({
      benchmark: 'Command/bench',
      unit: 'instructions/op',
    });
    expect(plain.texts[0]).toBe('COUNT /t/base ./bench');
  });
});

it.each([
  [1, [1, 2]],
  [3, [1, 2]],
  [19, [1, 10]],
  [1234, [100, 1000]],
  [2000, [200, 2000]],
  [99_999, [5000, 50_000]],
])('%d iterations in a moment are counted as the difference of %j', (iterations, pair) => {
  expect(pairOf(iterations)).toEqual(pair);
});
