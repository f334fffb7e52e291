import { describe, expect, it } from 'vitest';
import { advice } from '../../src/judge/advice.ts';
import { judgeComparison } from '../../src/judge/benchmarks.ts';
import { judgeFunction } from '../../src/judge/functions.ts';
import { exitStatus, type Judged, judgeGate } from '../../src/judge/gate.ts';
import { headline } from '../../src/judge/headline.ts';
import type {
  Comparison,
  FunctionComparison,
  JudgedComparison,
  JudgedFunction,
  ProfileComparison,
  Shift,
} from '../../src/model.ts';

const comparison = (more: Partial<Comparison> = {}): Comparison => ({
  package: 'p',
  benchmark: 'Encode-2',
  unit: 'sec/op',
  better: 'lower',
  base: { center: 1e-6, n: 50, runs: 5 },
  head: { center: 1.2e-6, n: 10, runs: 1 },
  delta: 0.2,
  ci: [0.17, 0.23],
  worst: 0.22,
  p: 1e-5,
  pAdjusted: 1e-4,
  df: 3,
  test: 'run-level',
  within: null,
  detectable: 0.12,
  reach: null,
  notes: [],
  ...more,
});

const judged = (more: Partial<Comparison> = {}, gated = true): JudgedComparison =>
  judgeComparison(comparison(more), { threshold: 0.05, gated }, 0.01);

const rising = (more: Partial<FunctionComparison> = {}): FunctionComparison => ({
  name: 'codec.escape',
  formerName: null,
  file: 'codec/escape.go',
  line: 41,
  sampleType: { type: 'cpu', unit: 'nanoseconds' },
  base: { flat: 5, cum: 5, flatFraction: 0.05, cumFraction: 0.05 },
  head: { flat: 11, cum: 11, flatFraction: 0.11, cumFraction: 0.11 },
  headProfiles: 3,
  replicates: 3,
  baseRuns: 5,
  flatDelta: 0.06,
  adjustedDelta: more.flatDelta ?? 0.06,
  perOp: null,
  ci: [0.04, 0.08],
  worst: 0.078,
  p: 1e-6,
  pAdjusted: 1e-5,
  df: 10,
  detectable: 0.03,
  moved: null,
  ...more,
});

const functionOf = (profiles: number, more: Partial<FunctionComparison> = {}): JudgedFunction =>
  judgeFunction(
    rising({ headProfiles: profiles, replicates: profiles, ...more }),
    { threshold: 0.02, gated: true },
    0.01,
  );

const moved = (delta: number) => ({
  from: ['codec.hash'],
  to: ['codec.escape'],
  ...{ delta, least: delta - 0.01, worst: delta + 0.01 },
});

const gateOf = (more: Partial<Judged> = {}): Judged => ({
  comparisons: [],
  functions: [],
  profiles: [],
  shift: null,
  baseline: { runs: 5, commits: [], setAside: [] },
  rounds: null,
  warnings: [],
  ...more,
});

const unchanged = { delta: 0.001, worst: 0.02, p: 0.6, pAdjusted: 1, ci: [-0.01, 0.015] } as const;
const undecided = { delta: 0.04, worst: 0.09, p: 0.2, pAdjusted: 1, ci: [-0.02, 0.1] } as const;

describe('a comparison', () => {
  it.each<[string, Partial<Comparison>, string, string]>([
    ['large and evident', {}, 'slower', 'more than runs of main differ by'],
    ['evident but under the threshold', { delta: 0.03, worst: 0.045 }, 'ok', 'ruled out'],
    ['large but not evident', { pAdjusted: 0.02 }, 'inconclusive', 'not beyond what runs of main'],
    ['small, and a bound under the threshold', unchanged, 'ok', 'ruled out'],
    ['small, and a bound over the threshold', undecided, 'inconclusive', 'worse by up to 9 %'],
    [
      'much smaller and evident',
      { delta: -0.2, worst: -0.17 },
      'faster',
      'more than runs of main differ by',
    ],
    ['not tested', { p: null, pAdjusted: null, worst: null }, 'inconclusive', 'one sample'],
    [
      'exact and worse',
      { test: 'exact', p: 0, pAdjusted: 0, delta: 1e-3 },
      'ok',
      'under the threshold',
    ],
    ['exact from zero', { test: 'exact', p: 0, pAdjusted: 0, delta: null }, 'slower', 'from zero'],
    ['absent in the head', { head: null }, 'missing', 'this run did not'],
    ['absent in the base', { base: null }, 'new', 'does not have it yet'],
  ])('%s', (_, more, verdict, reason) => {
    const of = judged(more);
    expect([of.verdict, of.reason]).toEqual([verdict, expect.stringContaining(reason)]);
  });

  it('at exactly alpha is not evidence, at exactly the threshold is large enough', () => {
    expect(judged({ pAdjusted: 0.01 }).verdict).toBe('inconclusive');
    expect(judged({ delta: 0.05 }).verdict).toBe('slower');
  });

  it('of throughput regresses downwards', () => {
    expect(judged({ better: 'higher', delta: -0.2 }).verdict).toBe('slower');
    expect(judged({ better: 'higher', delta: 0.2, worst: -0.1 }).verdict).toBe('faster');
  });

  it('exact metrics with a threshold of zero regress by any step', () => {
    const exact = { test: 'exact', p: 0, pAdjusted: 0, delta: 0.001, worst: 0.001 } as const;
    const policy = { threshold: 0, gated: true };
    expect(judgeComparison(comparison(exact), policy, 0.01).verdict).toBe('slower');
    const same = { ...exact, p: 1, pAdjusted: 1, delta: 0, worst: 0 };
    expect(judgeComparison(comparison(same), policy, 0.01).verdict).toBe('ok');
  });

  it('whose direction nothing says is not gated', () => {
    expect(judged({ better: 'unknown' })).toMatchObject({ gated: false });
  });

  it('names a single run for what it is', () => {
    const of = judged({
      pAdjusted: 0.3,
      base: { center: 1, n: 10, runs: 1 },
      within: { test: 'welch', p: 1e-9, df: 18 },
    });
    expect(of.reason).toContain('one baseline run cannot tell a slower machine from slower code');
  });
});

describe('a function', () => {
  it('fails with three profiles, warns with fewer', () => {
    expect(functionOf(3).verdict).toBe('slower');
    expect(functionOf(2)).toMatchObject({
      verdict: 'inconclusive',
      reason: expect.stringContaining('in 2 profiles; 3 are needed to fail for it'),
    });
  });
  it('fails against three runs of the base, warns against fewer', () => {
    expect(functionOf(3, { baseRuns: 3 }).verdict).toBe('slower');
    expect(functionOf(3, { baseRuns: 2 })).toMatchObject({
      verdict: 'inconclusive',
      reason: 'heavier by 6 pp against 2 runs of the base; 3 are needed to fail for it',
    });
  });

  it.each<[string, Partial<FunctionComparison>, string, string]>([
    [
      'moved',
      { moved: moved(0) },
      'moved',
      'moved from codec.hash to codec.escape: their sum is unchanged',
    ],
    ['moved, and less', { moved: moved(-0.03) }, 'moved', 'their sum is 3 pp lighter'],
    ['moved, and perhaps more', { moved: moved(0.02) }, 'inconclusive', 'but may have moved from'],
    ['moved, and more for sure', { moved: moved(0.05) }, 'slower', 'more than runs of the base'],
    [
      'gone elsewhere',
      { flatDelta: -0.06, worst: -0.05, moved: moved(0) },
      'moved',
      'moved from codec.hash to codec.escape',
    ],
    [
      'gone elsewhere in part',
      { flatDelta: -0.06, worst: -0.05, moved: moved(-0.04) },
      'faster',
      'more than runs of the base',
    ],
    ['small', { flatDelta: 0.01, worst: 0.015, moved: moved(0) }, 'ok', 'ruled out'],
  ])('whose cost %s', (_, more, verdict, reason) => {
    expect(functionOf(3, more)).toMatchObject({
      verdict,
      reason: expect.stringContaining(reason),
    });
  });

  it('is judged on the scale of main', () => {
    expect(functionOf(3, { flatDelta: 0.06, adjustedDelta: 0.01, worst: 0.015 }).verdict).toBe(
      'ok',
    );
    expect(functionOf(3, { flatDelta: 0.01, adjustedDelta: 0.06 }).verdict).toBe('slower');
  });

  it('names what the base calls it', () => {
    expect(functionOf(3, { formerName: 'codec.F.func1' }).reason).toMatch(
      /; the base calls it codec\.F\.func1$/,
    );
  });

  it('too small to be tested is not gated', () => {
    expect(functionOf(3, { p: null, pAdjusted: null, worst: null }).gated).toBe(false);
  });
  it('of anything but CPU time is shown and not gated', () => {
    expect(functionOf(3, { sampleType: { type: 'delay', unit: 'nanoseconds' } }).gated).toBe(false);
  });
});

describe('the gate', () => {
  const beyond: Shift = { delta: 0.3, verdict: 'beyond-history', benchmarks: 25, history: null };
  it.each<[string, Partial<Judged>, string]>([
    ['one regressed among unchanged', { comparisons: [judged(), judged(unchanged)] }, 'fail'],
    ['all decided, none worse', { comparisons: [judged(unchanged)] }, 'pass'],
    ['one undecided', { comparisons: [judged(unchanged), judged(undecided)] }, 'inconclusive'],
    ['one missing', { comparisons: [judged(unchanged), judged({ head: null })] }, 'inconclusive'],
    ['one new', { comparisons: [judged(unchanged), judged({ base: null })] }, 'pass'],
    ['only new ones', { comparisons: [judged({ base: null })] }, 'inconclusive'],
    ['nothing at all', {}, 'inconclusive'],
    [
      'a regression that is not gated',
      { comparisons: [judged({}, false), judged(unchanged)] },
      'pass',
    ],
    ['nothing gated', { comparisons: [judged(unchanged, false)] }, 'inconclusive'],
    ['no stored run', { baseline: { runs: 0, commits: [], setAside: [] } }, 'no-baseline'],
    ['a function with three profiles', { functions: [functionOf(3)] }, 'fail'],
    ['a function that moved', { functions: [functionOf(3, { moved: moved(0) })] }, 'pass'],
    [
      'a function with one profile',
      { comparisons: [judged(unchanged)], functions: [functionOf(1)] },
      'inconclusive',
    ],
    [
      'a measured program that failed',
      { comparisons: [judged(unchanged)], warnings: [{ kind: 'failed', message: 'FAIL' }] },
      'inconclusive',
    ],
    ['a shift beyond history', { comparisons: [judged(unchanged)], shift: beyond }, 'inconclusive'],
    ['a regression beyond the shift', { comparisons: [judged()], shift: beyond }, 'fail'],
  ])('%s: %s', (_, more, verdict) => {
    expect(judgeGate(gateOf(more))).toBe(verdict);
  });

  it.each([
    ['pass', 'regression', 0],
    ['fail', 'regression', 1],
    ['inconclusive', 'regression', 0],
    ['no-baseline', 'regression', 0],
    ['inconclusive', 'inconclusive', 3],
    ['no-baseline', 'inconclusive', 3],
    ['fail', 'inconclusive', 1],
    ['fail', 'never', 0],
    ['inconclusive', 'never', 0],
  ] as const)('%s under fail-on %s exits %d', (verdict, failOn, status) => {
    expect(exitStatus(verdict, failOn)).toBe(status);
  });
});

describe('the advice for a profile', () => {
  const profile = (seconds: number | null): ProfileComparison => ({
    sampleType: { type: 'cpu', unit: 'nanoseconds' },
    base: { total: 1, samples: 750, profiles: 3, runs: 3, seconds: 9 },
    head: { total: 1, samples: 250, profiles: 1, runs: 1, seconds },
    scale: { factor: 1, error: 0, source: 'none' },
    dispersion: 1.5,
    functions: [],
  });
  const said = (seconds: number | null, more: Partial<FunctionComparison>, profiles = 1) =>
    advice(
      gateOf({ functions: [functionOf(profiles, more)], profiles: [profile(seconds)] }),
      'cpu',
    );
  const open = { pAdjusted: 1, detectable: 0.067 };

  it('tells what it cannot see, and how long a profile sees the threshold', () => {
    // (6.7 / 2)^2 is 11.2 times the samples.
    expect(said(2.5, open)).toEqual([
      '250 cpu samples: rises under 6.7 pp are invisible; profile 29 s on both sides for 2 pp; 3 profiles of one program let a function fail the gate.',
    ]);
  });
  it('gives no time where the profile has none, it would be too long, or all is decided', () => {
    const seen = '250 cpu samples: rises under 6.7 pp are invisible.';
    expect(said(null, open, 3)).toEqual([seen]);
    expect(said(100, open, 3)[0]).toContain('more than 10 minutes of profile would be needed');
    expect(said(2.5, { ...open, worst: 0.01, adjustedDelta: 0 })).toEqual([seen]);
    expect(said(2.5, { ...open, detectable: null })).toEqual([]);
  });
  it('is of its own slice, which it names, and only where something is open', () => {
    const sliced = (slice: string) => ({ ...profile(null), slice });
    const functions = [
      { ...functionOf(3, { ...open, slice: 'k=a' }) },
      { ...functionOf(3, { ...open, slice: 'k=a', detectable: 0.02 }) },
      { ...functionOf(3, { ...open, slice: 'k=b', worst: 0.01, adjustedDelta: 0 }) },
    ];
    const profiles = [sliced('k=a'), sliced('k=b')];
    expect(advice(gateOf({ functions, profiles }), 'cpu')).toEqual([
      'k=a: 250 cpu samples: rises under 2 pp are invisible, 6.7 pp is seen in every function tested.',
    ]);
  });
});

describe('the first line', () => {
  const line = (more: Partial<Judged>) => {
    const of = gateOf(more);
    return headline(judgeGate(of), of);
  };
  it.each<[string, Partial<Judged>, RegExp]>([
    [
      'names the worst benchmark, its interval and the function at its line',
      {
        comparisons: [judged(), judged({ benchmark: 'Hash-2', delta: 0.5, ci: [0.4, 0.6] })],
        functions: [functionOf(1)],
      },
      /^2 benchmarks got worse against 5 runs of main, most of all Hash-2 \+50\.0 % \[\+40\.0 %, \+60\.0 %\] sec\/op; codec\.escape \+6 pp of cpu \(codec\/escape\.go:41\)\.$/,
    ],
    [
      'names a function whose rise is no evidence by itself, the largest that is hardly chance',
      {
        comparisons: [judged()],
        functions: [
          functionOf(1, { name: 'a.chance', adjustedDelta: 0.09, p: 0.06, pAdjusted: 1 }),
          functionOf(1, { name: 'a.likely', adjustedDelta: 0.05, p: 0.04, pAdjusted: 1 }),
          functionOf(1, { name: 'a.less', adjustedDelta: 0.03, p: 0.001, pAdjusted: 1 }),
        ],
      },
      /; a\.likely \+5 pp of cpu/,
    ],
    [
      'names no function where everything got slower together',
      {
        comparisons: [judged()],
        functions: [functionOf(3, { flatDelta: 0.002, adjustedDelta: 0.12 })],
      },
      /% \[\+17\.0 %, \+23\.0 %\] sec\/op against 5 runs of main\.$/,
    ],
    [
      'names one all the same where only functions fail',
      { functions: [functionOf(3, { flatDelta: 0.002, adjustedDelta: 0.12 })] },
      /^codec\.escape \+12 pp of cpu/,
    ],
    [
      'blames no interruption of the scheduler',
      { comparisons: [judged()], functions: [functionOf(3, { name: 'runtime.asyncPreempt' })] },
      /sec\/op against 5 runs of main\.$/,
    ],
    [
      'blames nothing that only a new benchmark calls',
      {
        comparisons: [judged(), judged({ benchmark: 'New-2', base: null })],
        functions: [
          functionOf(3, {
            base: { flat: 0, cum: 0, flatFraction: 0, cumFraction: 0 },
            flatDelta: 0.11,
          }),
        ],
      },
      /sec\/op against 5 runs of main\.$/,
    ],
    [
      'says what passed',
      { comparisons: [judged(unchanged)] },
      /^1 benchmark compared, nothing got worse, against 5 runs of main\.$/,
    ],
    [
      'names the suspect when nothing is decided',
      { comparisons: [judged({ pAdjusted: 0.5 })] },
      /Encode-2 looks worse by 20\.0 %\.$/,
    ],
    [
      'names what is missing',
      { comparisons: [judged({ head: null })] },
      /1 benchmark that the base measures did not run here, first Encode-2/,
    ],
    [
      'says why there is no baseline',
      {
        baseline: {
          runs: 0,
          commits: [],
          setAside: [{ commit: 'c', time: '', reason: 'other CPU' }],
        },
      },
      /1 stored run set aside \(other CPU\)/,
    ],
    [
      'points at the failed run',
      { warnings: [{ kind: 'failed', file: 'b.txt', line: 7, message: 'FAIL' }] },
      /failed \(b\.txt:7\)/,
    ],
  ])('%s', (_, more, pattern) => {
    expect(line(more)).toMatch(pattern);
  });
});

describe('advice', () => {
  const reach = {
    stored: { runs: 20, detectable: 0.396 },
    rounds: { rounds: 20, detectable: 0.021 },
    samples: 6,
  };
  const open = (more: Partial<Comparison> = {}) => judged({ ...undecided, reach, ...more });
  const said = (more: Partial<Judged>) => advice(gateOf(more), 'Test CPU');

  it('says what would find the change, with the numbers of the typical undecided benchmark', () => {
    const rows = [0.9, 0.12, 0.3].map((detectable, i) => open({ detectable, benchmark: `B${i}` }));
    expect(said({ comparisons: rows })).toEqual([
      'A typical undecided benchmark (B2) is seen to regress from 30.0 % on: 20 runs of main reach 39.6 %; -count above 6 hardly helps; base and head measured in 20 rounds on one runner (`run`) reach 2.1 %.',
    ]);
  });

  it('does not ask for runs that are there, nor for what is not known', () => {
    const baseline = { runs: 20, commits: [], setAside: [] };
    const [all] = said({ comparisons: [open()], baseline });
    expect(all).not.toContain('runs of main');
    const bare = { ...reach, rounds: null, samples: null };
    expect(said({ comparisons: [open({ reach: bare })], baseline })).toEqual([
      'A typical undecided benchmark (Encode-2) is seen to regress from 12.0 % on.',
    ]);
  });

  it('counts the runs that are missing', () => {
    const baseline = { runs: 3, commits: [], setAside: [] };
    expect(said({ baseline })[0]).toMatch(/^2 more runs of main on this CPU \(Test CPU\)/);
  });

  it('has nothing to say of what is decided', () => {
    expect(said({ comparisons: [judged(unchanged)] })).toEqual([]);
  });
});
