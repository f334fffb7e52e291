/** The first line of every report, for each answer of the gate: this table is what users read. */
import { describe, expect, it } from 'vitest';
import { headline as sentence } from '../../src/judge/headline.ts';
import type { HeadlineInput } from '../../src/judge/pieces.ts';
import type { JudgedComparison } from '../../src/model/comparison.ts';
import type { JudgedFunction } from '../../src/model/functions.ts';
import type { GateVerdict } from '../../src/model/verdict.ts';
import { plainText } from '../../src/text/marked.ts';
import {
  functionComparison,
  judged,
  judgedFunction,
  ok as okRow,
  shift,
  side,
  verdict as whole,
} from '../report/values.ts';

/** As a terminal shows it. */
const headline = (verdict: GateVerdict, of: HeadlineInput) => plainText(sentence(verdict, of));

const none = { base: side(1), head: side(1), ci: null } as const;

/** A row that moved by this much, in a suite of one package. */
const row = (benchmark: string, delta: number, more: Partial<JudgedComparison> = {}) =>
  judged({ package: 'kit', benchmark, ...none, delta, own: delta, ...more });

const suspect = (benchmark: string, delta: number, more: Partial<JudgedComparison> = {}) =>
  row(benchmark, delta, { verdict: 'suspect', pAdjusted: 0.033, ...more });

const oks = (count: number, more: Partial<JudgedComparison> = {}) =>
  Array.from({ length: count }, (_, i) => okRow(`B${i}`, { package: 'kit', ...more }));

const allocs = (base: number, head: number, more: Partial<JudgedComparison> = {}) =>
  row('Render', head / base - 1, {
    ...{ unit: 'allocs/op', test: 'exact', base: side(base), head: side(head) },
    ...more,
  });

const here = (rounds: number, delta: number, runs = 12) =>
  ({
    test: 'paired',
    head: side(1, 10, rounds),
    screened: { delta, runs, verdict: 'suspect' },
  }) as const;

const escapes = (more: Partial<JudgedFunction> = {}) =>
  judgedFunction({
    ...{ name: 'example.com/kit/codec.appendEscaped', file: '/src/kit/codec/escape.go', line: 24 },
    seen: { base: 20, head: 600, baseSamples: 1000, headSamples: 1000, dispersion: 1 },
    ...more,
  });

const taking = (part: number) => ({ flat: 1, cum: 1, flatFraction: part, cumFraction: part });

const input = (more: Partial<HeadlineInput>): HeadlineInput => ({
  ...whole({ functions: [], profiles: [], shift: null, warnings: [], p: null, sight: null }),
  baseline: { runs: 12, commits: [], setAside: [], name: 'main' },
  ...more,
});

const rounds = { rounds: 8, repeated: 0, seed: 1, base: 'b', machine: [] };
const noRuns = { runs: 0, commits: [], setAside: [], name: 'main' };
const sight = { half: 0.09, most: 0.12 };

const table: [GateVerdict, string, Partial<HeadlineInput>, string][] = [
  [
    'fail',
    'stored runs',
    {
      comparisons: [row('Unpack', 0.94), row('Pack', 0.4), row('Copy', 0.5), ...oks(8)],
      p: 0.002,
    },
    'Unpack is 94 % slower (+2 more), against 12 runs of main; fewer than 1 in 200 runs without a change looks like this.',
  ],
  [
    'fail',
    'stored runs, and the function that did it',
    { comparisons: [row('Unpack', 2.1), row('Pack', 0.4)], p: 0.008, functions: [escapes()] },
    'Unpack is 3.1x slower (+1 more) because of codec.appendEscaped (codec/escape.go:24), against 12 runs of main; 1 in 130 runs without a change looks like this.',
  ],
  [
    'fail',
    'stored runs, and a function that only may have done it',
    {
      comparisons: [row('Unpack', 0.94)],
      functions: [escapes({ verdict: 'suspect' })],
    },
    'Unpack is 94 % slower, most likely because of codec.appendEscaped (codec/escape.go:24), against 12 runs of main.',
  ],
  [
    'fail',
    'beside what only looks slower, and what did not run',
    {
      comparisons: [
        row('Unpack', 0.94),
        suspect('Pack', 0.18),
        suspect('Unpack', 0.3, { unit: 'user-sec/op' }),
        row('Gone', 0, { verdict: 'missing', head: null, delta: null, own: null }),
      ],
      p: 0.01,
    },
    'Unpack is 94 % slower, against 12 runs of main; 1 in 100 runs without a change looks like this. 1 more looks slower. 1 benchmark did not run.',
  ],
  [
    'fail',
    'measured again here',
    {
      comparisons: [
        row('Encode', 0.25, here(8, 0.27)),
        row('A', 0, { package: 'rank', verdict: 'ok' }),
      ],
      ...{ rounds, p: 0.02, functions: [escapes()] },
    },
    'kit.Encode is 25 % slower because of codec.appendEscaped (codec/escape.go:24), measured again in 8 rounds here (looked 27 % slower against 12 runs of main).',
  ],
  [
    'fail',
    'rounds alone',
    {
      comparisons: [row('Encode', 0.25, { ...here(8, 0), screened: null })],
      ...{ rounds, baseline: noRuns },
    },
    'Encode is 25 % slower, in 8 rounds here.',
  ],
  [
    'fail',
    'an exact metric',
    { comparisons: [allocs(3, 9), ...oks(4)], p: 0.6 },
    'Render allocates more: 3 -> 9 allocs/op, and this metric never varies.',
  ],
  [
    'fail',
    'an exact metric, from zero',
    { comparisons: [allocs(0, 2, { delta: null, own: null })] },
    'Render allocates more: 0 -> 2 allocs/op, and this metric never varies.',
  ],
  [
    'fail',
    'an exact metric of another kind',
    { comparisons: [allocs(1234, 1240, { unit: 'ratio' })] },
    'Render went from 1.23k to 1.24k ratio, and this metric never varies.',
  ],
  [
    'fail',
    'a time before an amount, however large',
    { comparisons: [allocs(1, 90), row('Unpack', 0.2)] },
    'Unpack is 20 % slower (+1 more), against 12 runs of main.',
  ],
  [
    'fail',
    'a metric that is no time',
    {
      comparisons: [row('Scan', -0.3, { unit: 'rows/s', better: 'higher' })],
    },
    'Scan has 30 % less rows/s, against 12 runs of main.',
  ],
  [
    'fail',
    'the same measurement in another unit is no second one',
    {
      comparisons: [
        row('Unpack', 0.94),
        row('Unpack', -0.48, { unit: 'B/s', better: 'higher', follows: 'sec/op' }),
        row('Pack', -0.9, { unit: 'B/s', better: 'higher', follows: 'sec/op' }),
      ],
    },
    'Unpack is 94 % slower, against 12 runs of main.',
  ],
  [
    'fail',
    'a change that the suite shares in part',
    { comparisons: [row('Unpack', 0.56, { own: 0.3 }), ...oks(9)], shift: shift({ delta: 0.2 }) },
    'Unpack is 30 % slower than the rest of the suite, against 12 runs of main.',
  ],
  [
    'fail',
    'a change that is in main in part',
    { comparisons: [row('Unpack', 0.56, { own: 0.3 })] },
    'Unpack is 30 % slower than in the newest runs of main, against 12 runs of main.',
  ],
  [
    'fail',
    'a group',
    {
      comparisons: [
        ...Array.from({ length: 9 }, (_, i) => row(`Slow${i}`, 1.0)),
        row('Merge', 1.3),
        ...oks(10),
      ],
      ...{ shift: shift({ group: { delta: 1, benchmarks: 2 }, benchmarks: 20 }), p: 0.001 },
    },
    '10 of 20 benchmarks are 2.0x slower, most of all Merge; the other 10 did not move.',
  ],
  [
    'fail',
    'a group, and others',
    {
      comparisons: [row('A', 1), row('B', 1), suspect('C', 0.2), ...oks(1)],
      shift: shift({ group: { delta: 1, benchmarks: 2 }, benchmarks: 4 }),
    },
    '2 of 4 benchmarks are 2.0x slower, most of all A; 1 of the other 2 moved, too. 1 more looks slower.',
  ],
  [
    'fail',
    'the suite',
    { comparisons: oks(48), shift: shift({ verdict: 'slower', delta: 0.61, benchmarks: 48 }) },
    'The suite of 48 benchmarks is 61 % slower: either this machine is slower, or everything is.',
  ],
  [
    'fail',
    'the suite, and one still more',
    {
      comparisons: [row('Unpack', 1.5, { own: 0.5 }), ...oks(9)],
      shift: shift({ verdict: 'slower', delta: 0.61, benchmarks: 10 }),
    },
    'The suite of 10 benchmarks is 61 % slower: either this machine is slower, or everything is. Unpack is 50 % slower than the rest of the suite, against 12 runs of main.',
  ],
  [
    'fail',
    'the program failed',
    {
      comparisons: oks(3),
      warnings: [{ kind: 'failed', file: 'bench.txt', line: 14, message: '--- FAIL: BenchmarkX' }],
    },
    'The benchmark program failed (bench.txt:14: --- FAIL: BenchmarkX): what it did not measure cannot pass.',
  ],
  [
    'fail',
    'the program failed, and what it measured is slower',
    {
      comparisons: [row('Unpack', 0.94)],
      warnings: [{ kind: 'failed', message: 'exit status 2.' }],
    },
    'The benchmark program failed (exit status 2): what it did not measure cannot pass. Unpack is 94 % slower, against 12 runs of main.',
  ],
  [
    'fail',
    'a function alone',
    { comparisons: oks(3), functions: [escapes()] },
    'codec.appendEscaped takes 13.5 % of the CPU time, 8.1 % in main (codec/escape.go:24).',
  ],
  [
    'fail',
    'a function alone that takes more than all took',
    {
      comparisons: oks(3),
      functions: [escapes({ base: taking(0.689), adjustedDelta: 0.448 })],
    },
    'codec.appendEscaped takes 65 % more of the CPU time than in main (codec/escape.go:24).',
  ],
  [
    'fail',
    'a function alone that takes several times all',
    { comparisons: oks(3), functions: [escapes({ base: taking(0.5), adjustedDelta: 1 })] },
    'codec.appendEscaped takes 3.0x the CPU time that it takes in main (codec/escape.go:24).',
  ],
  [
    'suspect',
    'stored runs',
    { comparisons: [suspect('Unpack', 0.18), ...oks(10)], p: 0.033 },
    'Unpack looks 18 % slower; 1 in 30 runs without a change looks like this. Re-run the job, or let it measure base and head (`run`).',
  ],
  [
    'suspect',
    'several',
    { comparisons: [suspect('Pack', 0.12), suspect('Unpack', 0.18), ...oks(9)], p: 0.0123 },
    'Unpack looks 18 % slower (+1 more); 1 in 81 runs without a change looks like this. Re-run the job, or let it measure base and head (`run`).',
  ],
  [
    'suspect',
    'the suite',
    {
      comparisons: oks(48),
      ...{ shift: shift({ verdict: 'suspect', delta: 0.09, benchmarks: 48 }), p: 0.4 },
    },
    'The suite of 48 benchmarks looks 9 % slower: either this machine is slower, or everything is. Re-run the job, or let it measure base and head (`run`).',
  ],
  [
    'suspect',
    'most of the suite, and one row',
    {
      comparisons: [suspect('Unpack', 0.18), ...oks(11)],
      shift: shift({ verdict: 'suspect', delta: 0.09, benchmarks: 10 }),
    },
    'The suite (10 of 12 benchmarks) looks 9 % slower: either this machine is slower, or everything is; besides, Unpack looks 18 % slower. Re-run the job, or let it measure base and head (`run`).',
  ],
  [
    'suspect',
    'a group',
    {
      comparisons: [suspect('A', 0.2), suspect('B', 0.2), ...oks(10)],
      ...{ shift: shift({ group: { delta: 1, benchmarks: 2 }, benchmarks: 12 }), p: 0.02 },
    },
    '2 of 12 benchmarks look 20 % slower, most of all A; the other 10 did not move; 1 in 50 runs without a change looks like this. Re-run the job, or let it measure base and head (`run`).',
  ],
  [
    'suspect',
    'measured again, and still open',
    { comparisons: [suspect('Unpack', 0.04, here(20, 0.18))], rounds, p: 0.05 },
    'Unpack looks 4 % slower, and 20 rounds here could not decide it (looked 18 % slower against 12 runs of main). More time (`max-time`) or a longer benchmark can.',
  ],
  [
    'suspect',
    'measured here, on a machine that had other work',
    {
      comparisons: [suspect('Unpack', 0.04, { ...here(20, 0.18), screened: null })],
      ...{ rounds: { ...rounds, taken: { by: 'other', share: 0.6 } }, baseline: noRuns },
    },
    "Unpack looks 4 % slower, and 20 rounds here could not decide it. Other work took 60 % of this machine's CPU during the measurement: measure on a quiet machine to decide it.",
  ],
  [
    'pass',
    'what rounds could not rule out, on a machine whose host took much',
    {
      comparisons: oks(3, { test: 'paired', worst: 0.3 }),
      ...{ rounds: { ...rounds, taken: { by: 'host', share: 0.4 } }, baseline: noRuns },
      sight: { half: 0.2, most: 0.3 },
    },
    "Nothing slower in 3 benchmarks, in 8 rounds here. A change of +20 % would have been detected in half of them, +30 % in nine of ten. The host took 40 % of this machine's CPU during the measurement.",
  ],
  [
    'pass',
    'what rounds ruled out all the same',
    {
      comparisons: oks(3, { test: 'paired', worst: 0.03 }),
      ...{ rounds: { ...rounds, taken: { by: 'other', share: 0.4 } }, baseline: noRuns },
    },
    'Nothing slower in 3 benchmarks, in 8 rounds here.',
  ],
  [
    'fail',
    'what was timed before the bytes and allocations that vary, by however much they rose',
    {
      comparisons: [
        row('Render', 0.9, { unit: 'B/op', ...here(8, 0.9), screened: null }),
        row('Render', 0.8, { unit: 'allocs/op', ...here(8, 0.8), screened: null }),
        row('Render', 0.12, { unit: 'sec/op', ...here(8, 0.12), screened: null }),
      ],
      rounds,
    },
    'Render is 12 % slower, in 8 rounds here.',
  ],
  [
    'fail',
    'bytes that vary, where no time got worse',
    {
      comparisons: [
        row('Render', 0.9, { unit: 'B/op', ...here(8, 0.9), screened: null }),
        okRow('Render', { package: 'kit' }),
      ],
      rounds,
    },
    'Render allocates 90 % more B/op, in 8 rounds here.',
  ],
  [
    'suspect',
    'a machine that is not known, and few runs',
    {
      comparisons: [
        suspect('Unpack', 0.94, { limits: { suspect: 0.1, slower: null, faster: 0.1 } }),
      ],
      ...{ baseline: { runs: 4, commits: [], setAside: [], name: 'main' }, p: 0.001 },
    },
    'Unpack looks 94 % slower; its CPU is not known, so 4 stored runs cannot prove it yet. Re-run the job, or let it measure base and head (`run`).',
  ],
  [
    'suspect',
    'a function alone',
    { comparisons: oks(3), functions: [escapes({ verdict: 'suspect' })] },
    'No benchmark is slower, but codec.appendEscaped seems to take 13.5 % of the CPU time, 8.1 % in main (codec/escape.go:24).',
  ],
  [
    'suspect',
    'memory that varies',
    { comparisons: [suspect('Unpack', 0.18, { unit: 'B/op' })], p: 0.033 },
    'Unpack seems to allocate 18 % more B/op; 1 in 30 runs without a change looks like this. Re-run the job, or let it measure base and head (`run`).',
  ],
  [
    'pass',
    'nothing slower',
    { comparisons: oks(11), p: 0.6, sight },
    'Nothing slower in 11 benchmarks, against 12 runs of main. A change of +9 % would have been detected in half of them, +12 % in nine of ten.',
  ],
  [
    'pass',
    'a suite too small for halves',
    { comparisons: oks(2), sight },
    'Nothing slower in 2 benchmarks, against 12 runs of main. A change of +12 % would have been detected.',
  ],
  [
    'pass',
    'all see alike',
    { comparisons: oks(20), sight: { half: 0.09, most: 0.0904 } },
    'Nothing slower in 20 benchmarks, against 12 runs of main. A change of +9 % would have been detected in nine of ten.',
  ],
  [
    'pass',
    'some are faster',
    {
      comparisons: [
        row('query.Join', -0.41, { verdict: 'faster' }),
        row('Scan', -0.1, { verdict: 'faster' }),
        row('Sort', -0.2, { verdict: 'faster' }),
        ...oks(45),
      ],
      sight,
    },
    'query.Join is 41 % faster (+2 more); nothing slower in 48 benchmarks, against 12 runs of main. A change of +9 % would have been detected in half of them, +12 % in nine of ten.',
  ],
  [
    'pass',
    'everything is faster',
    { comparisons: oks(9), shift: shift({ verdict: 'faster', delta: -0.3, benchmarks: 9 }) },
    'All 9 benchmarks are 30 % faster together: either this machine is faster, or everything is; nothing slower in 9 benchmarks, against 12 runs of main.',
  ],
  [
    'pass',
    'measured again, and not slower',
    {
      comparisons: [
        row('Unpack', 0.006, { ...here(8, 0.18), ci: [-0.01, 0.02], verdict: 'ok' }),
        row('Pack', 0.006, { ...here(8, 0.9), verdict: 'ok', unit: 'B/s', follows: 'sec/op' }),
        ...oks(10),
      ],
      ...{ rounds, p: 0.033, sight },
    },
    'Nothing slower in 11 benchmarks, against 12 runs of main; Unpack looked 18 % slower, measured again in 8 rounds: +0.6 % [-1, +2]. A change of +9 % would have been detected in half of them, +12 % in nine of ten.',
  ],
  [
    'pass',
    'rounds alone',
    { comparisons: oks(3), rounds, baseline: noRuns },
    'Nothing slower in 3 benchmarks, in 8 rounds here.',
  ],
  [
    'pass',
    'profiles alone',
    { comparisons: [], functions: [escapes({ verdict: 'ok' })] },
    'Nothing heavier in 1 function, against 12 runs of main.',
  ],
  [
    'incomplete',
    'something is missing',
    {
      comparisons: [
        row('Render', 0, { verdict: 'missing', head: null }),
        row('Draw', 0, { verdict: 'missing', head: null }),
        suspect('Unpack', 0.2),
        ...oks(3),
      ],
    },
    'Render (+1 more) did not run, but main has it: restore it, or ignore this if it was removed on purpose. Unpack looks 20 % slower.',
  ],
  [
    'incomplete',
    'something was not run here',
    {
      comparisons: [row('Unpack', 0.2, { verdict: 'not-run', reason: 'time was up.' }), ...oks(3)],
    },
    'Unpack was not measured: time was up.',
  ],
  [
    'incomplete',
    'base and head could not be measured',
    { comparisons: oks(3), warnings: [{ kind: 'unmeasured', message: 'no Go toolchain here' }] },
    'No Go toolchain here.',
  ],
  [
    'incomplete',
    'a result was lost',
    {
      comparisons: oks(3),
      warnings: [{ kind: 'lost', file: 'bench.txt', line: 2, message: 'the result of a is lost' }],
    },
    'bench.txt:2: the result of a is lost.',
  ],
  [
    'incomplete',
    'a profile is missing',
    {
      comparisons: oks(3),
      warnings: [{ kind: 'profile', file: 'cpu.pprof', message: 'nothing of main is in it' }],
    },
    'cpu.pprof: nothing of main is in it.',
  ],
  [
    'incomplete',
    'benchmarks are blind to what the team must see',
    {
      comparisons: [
        okRow('Pack', { package: 'kit', blind: true, detectable: 0.24 }),
        okRow('Unpack', { package: 'kit', blind: true, detectable: 0.31 }),
        ...oks(9),
      ],
    },
    '2 of 11 benchmarks cannot show a change as small as `see` asks for; the smallest change that Unpack shows is +31 %. More runs of main, or base and head measured here (`run`), show smaller changes.',
  ],
  [
    'incomplete',
    'nothing is in both',
    { comparisons: [row('New', 0, { verdict: 'new', base: null })] },
    'Nothing could be compared against 12 runs of main: this run and the base have no gated benchmark or profile in common.',
  ],
  [
    'incomplete',
    'nothing could be read',
    {
      comparisons: [],
      warnings: [{ kind: 'syntax', file: 'bench.txt', line: 3, message: 'no iterations' }],
    },
    'Nothing could be compared against 12 runs of main: bench.txt:3: no iterations.',
  ],
  [
    'incomplete',
    'no function is large enough',
    { comparisons: [], functions: [judgedFunction({ p: null, verdict: 'ok' })] },
    'Nothing was tested against 12 runs of main: no function reaches 2 % of the profile on either side.',
  ],
  [
    'no-baseline',
    'the first day',
    { comparisons: [], baseline: noRuns },
    'No baseline yet: nothing was compared. The first run on the default branch will store one.',
  ],
  [
    'no-baseline',
    'another machine',
    {
      comparisons: [],
      baseline: { ...noRuns, setAside: [{ commit: 'c', time: '', reason: 'another CPU' }] },
    },
    'No baseline to compare with: 1 stored run set aside (another CPU).',
  ],
];

describe('the first line', () => {
  it.each(table)('%s, %s', (verdict, _, more, line) => {
    expect(headline(verdict, input(more))).toBe(line);
  });

  it('speaks for itself: no jargon, no word of schema 1, one line', () => {
    for (const [verdict, , more] of table) {
      const line = headline(verdict, input(more));
      expect(line).not.toMatch(/Holm|\bpp\b|sec\/op|95 ?%|inconclusive|regressed|unchanged|\n/);
      expect(line).toMatch(/^[^.].*\.$/);
    }
  });

  it('keeps its end however long a name or a message is', () => {
    const long = 'x'.repeat(10_000);
    const slow = headline('fail', input({ comparisons: [row(long, 0.94)] }));
    expect(slow.length).toBeLessThan(300);
    expect(slow).toContain(' is 94 % slower');
    const failed = [{ kind: 'failed', file: long, message: long }] as const;
    expect(headline('fail', input({ warnings: failed })).length).toBeLessThan(300);
  });

  it('never is empty, whatever a verdict has no row for', () => {
    for (const verdict of ['fail', 'suspect', 'pass', 'incomplete', 'no-baseline'] as const) {
      expect(headline(verdict, input({ comparisons: [] })).length).toBeGreaterThan(20);
    }
  });
});

describe('the function that is named', () => {
  const slow = [row('Unpack', 0.25)];
  const line = (functions: JudgedFunction[], comparisons = slow) =>
    headline('fail', input({ comparisons, functions }));
  const named = (functions: JudgedFunction[], comparisons = slow) =>
    /(?<!perhaps )because of (\S+)/.exec(line(functions, comparisons))?.[1];
  /** Shares of 1,000 samples a side; what is left is in ten others. */
  const seen = (name: string, base: number, head: number, more: Partial<JudgedFunction> = {}) =>
    judgedFunction({
      ...{ verdict: 'ok', pAdjusted: 1, name, file: `${name}.go`, line: 7 },
      ...{ flatDelta: (head - base) / 1000, adjustedDelta: (head - base) / 1000 },
      seen: { base, head, baseSamples: 1000, headSamples: 1000, dispersion: 1 },
      ...more,
    });
  const others = (base: number, head: number) =>
    Array.from({ length: 10 }, (_, i) => seen(`o.f${i}`, base / 10, head / 10));

  it('gained what the benchmark lost: 25 % slower is a fifth of the new whole', () => {
    const functions = [seen('a.grew', 100, 280), ...others(900, 720)];
    expect(line(functions)).toContain(', most likely because of a.grew (a.grew.go:7), against');
  });

  it('is three that rose most where nobody can say', () => {
    const few = (name: string, base: number, head: number) =>
      seen(name, base, head, {
        seen: { base, head, baseSamples: 60, headSamples: 60, dispersion: 1 },
        ...{ flatDelta: (head - base) / 60, adjustedDelta: (head - base) / 60 },
      });
    const functions = [few('a.a', 5, 12), few('a.b', 6, 12), few('a.c', 6, 10), few('a.d', 9, 10)];
    expect(line([...functions, few('a.e', 34, 16)])).toContain(
      ', perhaps because of a.a (a.a.go:7), a.b (a.b.go:7) or a.c (a.c.go:7), against',
    );
  });

  it('is none where everything got slower alike', () => {
    const functions = [seen('a.first', 100, 106), ...others(900, 894)];
    expect(line(functions)).not.toContain('because of');
    // However evidently heavier each is by what the benchmarks say.
    const heavier = functions.map((of) => ({ ...of, verdict: 'slower' as const }));
    expect(line(heavier)).not.toContain('because of');
  });

  it('is evidently heavier, where that is likelier than not', () => {
    const functions = [seen('a.grew', 30, 60, { verdict: 'slower' }), ...others(970, 940)];
    const by = (delta: number) => line(functions, [row('Unpack', delta)]);
    expect(by(0.03)).toContain(' because of a.grew (a.grew.go:7), against');
    expect(by(0.03)).not.toContain('likely');
  });

  it('is of the slower benchmark, where a label tells profiles apart', () => {
    const slice = (of: JudgedFunction, benchmark: string) => ({
      ...of,
      slice: `benchmark=${benchmark}`,
    });
    const own = [seen('a.grew', 100, 280), ...others(900, 720)].map((of) => slice(of, 'Unpack'));
    const other = [seen('b.grew', 100, 380), ...others(900, 620)].map((of) => slice(of, 'Pack'));
    expect(line([...other, ...own])).toContain('because of benchmark=Unpack: a.grew');
  });

  it('is no interruption of the scheduler, and nothing that only moved', () => {
    expect(named([judgedFunction({ name: 'runtime.asyncPreempt' })])).toBeUndefined();
    expect(named([judgedFunction({ verdict: 'moved' })])).toBeUndefined();
  });

  it('is nothing that only a new benchmark calls', () => {
    const fresh = { flat: 0, cum: 0, flatFraction: 0, cumFraction: 0 };
    const added = [...slow, row('New', 0, { verdict: 'new', base: null })];
    const only = judgedFunction({
      ...functionComparison({ base: fresh, flatDelta: 0.2 }),
      seen: { base: 0, head: 200, baseSamples: 1000, headSamples: 1000, dispersion: 1 },
    });
    expect(named([only], added)).toBeUndefined();
    expect(named([only])).toBe('codec.(*Encoder).Escape[go.shape.int]');
  });
});
