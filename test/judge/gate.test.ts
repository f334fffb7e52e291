import { describe, expect, it } from 'vitest';
import { judgeComparison } from '../../src/judge/benchmarks.ts';
import { judgeFunction } from '../../src/judge/functions.ts';
import { exitStatus, type Judged, judgeGate, sightOf } from '../../src/judge/gate.ts';
import type { Comparison, JudgedComparison } from '../../src/model/comparison.ts';
import type { FunctionComparison, JudgedFunction } from '../../src/model/functions.ts';
import type { FailOn, Shift } from '../../src/model/verdict.ts';

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
  own: 0.2,
  limits: { suspect: 0.08, slower: 0.15, faster: 0.1 },
  detectable: 0.08,
  follows: null,
  notes: [],
  ...more,
});

const rates = { alpha: 0.01, suspect: 0.1 };
const judged = (
  more: Partial<Comparison> = {},
  gated = true,
  see: number | undefined = undefined,
): JudgedComparison =>
  judgeComparison(
    comparison({ ...(more.delta === undefined ? {} : { own: more.delta }), ...more }),
    { threshold: 0.05, gated, see },
    rates,
  );

const rising = (more: Partial<FunctionComparison> = {}): FunctionComparison => ({
  name: 'codec.escape',
  formerName: null,
  background: false,
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
  seen: null,
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
  p: null,
  shift: null,
  dedicated: false,
  baseline: { runs: 5, commits: [], setAside: [], name: 'main' },
  rounds: null,
  warnings: [],
  ...more,
});

const calm = { delta: 0.001, worst: 0.02, p: 0.6, pAdjusted: 1, ci: [-0.01, 0.015] } as const;
const suspicious = { delta: 0.12 } as const;

describe('a comparison with stored runs', () => {
  it.each<[string, Partial<Comparison>, string, string]>([
    ['beyond the upper limit', {}, 'slower', 'larger than any normal difference'],
    ['beyond the lower limit', suspicious, 'suspect', 'more than 15 % would be certain'],
    ['within it', { delta: 0.07 }, 'ok', 'smallest detectable change: +8 %'],
    ['just as before', calm, 'ok', 'smallest detectable change: +8 %'],
    [
      'beyond the limit on the other side',
      { delta: -0.12 },
      'faster',
      'seldom differ by as much as 10 %',
    ],
    ['within the limit on the other side', { delta: -0.08 }, 'ok', 'smallest detectable change'],
    [
      'that nothing can prove yet',
      { delta: 3, limits: { suspect: 0.08, slower: null, faster: 0.1 } },
      'suspect',
      'not known whether the base ran on this machine',
    ],
    ['that moved as the suite did', { delta: 0.3, own: 0.02 }, 'moved-with-suite', '+2 %'],
    ['that moved apart from it', { delta: 0.3, own: 0.2 }, 'slower', 'larger than'],
    ['that stands still where all moved', { delta: 0.01, own: -0.2 }, 'faster', 'seldom differ'],
    ['absent in the head', { head: null }, 'missing', 'this run did not'],
    ['absent in the base', { base: null }, 'new', 'does not have it yet'],
    [
      'a suspect that a second run confirms',
      { ...suspicious, again: 'confirmed' },
      'slower',
      'and again in this one',
    ],
    [
      'a suspect that a second run does not show',
      { again: 'refuted' },
      'suspect',
      'one run of this job shows it, and another does not',
    ],
    [
      'a small suspect that a second run does not show',
      { ...suspicious, again: 'refuted' },
      'ok',
      'looked slower in one run of this job, and not in another',
    ],
    ['a time of nothing', { head: { center: 0, n: 1, runs: 1 } }, 'not-run', 'no measurement'],
    ['whose direction nobody knows', { better: 'unknown' }, 'ok', 'moved +20 %'],
  ])('%s', (_, more, verdict, reason) => {
    const of = judged(more);
    expect([of.verdict, of.reason]).toEqual([verdict, expect.stringContaining(reason)]);
  });

  it('at exactly a limit is within it', () => {
    expect(judged({ delta: 0.08 }).verdict).toBe('ok');
    expect(judged({ delta: 0.15 }).verdict).toBe('suspect');
  });

  it('of throughput is slower downwards', () => {
    expect(judged({ better: 'higher', delta: -0.2 }).verdict).toBe('slower');
    expect(judged({ better: 'higher', delta: 0.2 }).verdict).toBe('faster');
    expect(judged({ better: 'higher', delta: -0.01 }).reason).toContain(
      'smallest detectable change: -8 %',
    );
  });

  it('a few bytes of allocations that vary are nobody’s', () => {
    const bytes = (base: number, head: number) => ({
      unit: 'B/op',
      base: { center: base, n: 10, runs: 1 },
      head: { center: head, n: 10, runs: 1 },
      delta: head / base - 1,
    });
    expect(judged(bytes(3, 4)).verdict).toBe('ok');
    expect(judged(bytes(1000, 1300)).verdict).toBe('slower');
    const exact = { ...bytes(3, 4), test: 'exact', p: 0, pAdjusted: 0 } as const;
    expect(judged(exact).verdict).toBe('slower');
  });
});

describe('a comparison of two files', () => {
  const samples = { test: 'welch', limits: null } as const;
  it.each<[string, Partial<Comparison>, string]>([
    ['large and evident', {}, 'slower'],
    ['large and less so', { pAdjusted: 0.02 }, 'suspect'],
    ['large and not', { pAdjusted: 0.3 }, 'ok'],
    ['evident and small', { delta: 0.03 }, 'ok'],
    ['evident on the other side', { delta: -0.2, ci: [-0.3, -0.1] }, 'faster'],
    ['beside a loss that is possible', { delta: -0.2, ci: [-0.4, 0.001] }, 'ok'],
    ['of one sample', { p: null, pAdjusted: null, worst: null }, 'not-run'],
  ])('%s', (_, more, verdict) => {
    expect(judged({ ...samples, ...more }).verdict).toBe(verdict);
  });
  it('at exactly alpha is not evidence, at exactly the threshold is large enough', () => {
    expect(judged({ ...samples, pAdjusted: 0.01 }).verdict).toBe('suspect');
    expect(judged({ ...samples, delta: 0.05 }).verdict).toBe('slower');
  });
});

describe('an exact comparison', () => {
  it.each<[string, Partial<Comparison>, string, string]>([
    ['worse under the threshold', { delta: 1e-3 }, 'ok', 'less than the threshold'],
    ['from zero', { delta: null }, 'slower', 'from zero'],
    [
      'among the values',
      { p: 1, pAdjusted: 1, worst: 0.2 },
      'ok',
      'the base has these values, too',
    ],
    ['the same', { p: 1, pAdjusted: 1, delta: 0, worst: 0 }, 'ok', 'the same in every run'],
  ])('%s', (_, more, verdict, reason) => {
    const of = judged({ test: 'exact', p: 0, pAdjusted: 0, ...more });
    expect([of.verdict, of.reason]).toEqual([verdict, expect.stringContaining(reason)]);
  });

  it('exact metrics with a threshold of zero are worse by any step', () => {
    const exact = { test: 'exact', p: 0, pAdjusted: 0, delta: 0.001, worst: 0.001 } as const;
    const policy = { threshold: 0, gated: true };
    expect(judgeComparison(comparison(exact), policy, rates).verdict).toBe('slower');
    const same = { ...exact, p: 1, pAdjusted: 1, delta: 0, worst: 0 };
    expect(judgeComparison(comparison(same), policy, rates).verdict).toBe('ok');
  });
});

describe('a row', () => {
  it('whose direction nothing says is not gated', () => {
    expect(judged({ better: 'unknown' })).toMatchObject({ gated: false });
  });

  it('that is another in another unit is not gated', () => {
    expect(judged({ unit: 'B/s', better: 'higher', follows: 'sec/op' })).toMatchObject({
      gated: false,
      reason: expect.stringContaining('it is the same measurement as sec/op'),
    });
  });

  it('is blind where it cannot show what the team asks to see', () => {
    expect(judged(calm, true, 0.05)).toMatchObject({ verdict: 'ok', blind: true });
    expect(judged(calm, true, 0.08).blind).toBe(false);
    expect(judged({ ...calm, detectable: null }, true, 0.5).blind).toBe(true);
    expect(judged({ ...calm, test: 'exact' }, true, 0.01).blind).toBe(false);
    expect(judged(calm, false, 0.05).blind).toBe(false);
    expect(judged(calm).blind).toBe(false);
  });

  it.each<[string, Partial<Comparison>, boolean]>([
    ['the time was open, and twice of it', {}, true],
    ['the time was open, but not twice of it', { detectable: 1 }, false],
    ['twice the time was open at first, and was ruled out', { worst: 0.04 }, false],
    ['it got faster', { delta: -0.8, ci: [-0.9, -0.2], pAdjusted: 0.01 }, false],
    ['of a rate half was open', { unit: 'B/s', better: 'higher', detectable: 0.6 }, true],
    ['of a rate less than half was', { unit: 'B/s', better: 'higher', detectable: 0.5 }, false],
    ['what is counted was open', { unit: 'allocs/op' }, false],
    ['stored runs left it open', { test: 'run-level' }, false],
  ])('that rounds left open: %s', (_, more, blind) => {
    const open = { test: 'paired', worst: 8, detectable: 1.01 } as const;
    expect(judged({ ...calm, ...open, ...more }).blind).toBe(blind);
  });
});

describe('a function', () => {
  it('fails with three profiles, warns with fewer', () => {
    expect(functionOf(3).verdict).toBe('slower');
    expect(functionOf(2)).toMatchObject({
      verdict: 'suspect',
      reason: expect.stringContaining('in 2 profiles; 3 are needed before it can fail'),
    });
  });
  it('fails against three runs of the base, warns against fewer', () => {
    expect(functionOf(3, { baseRuns: 3 }).verdict).toBe('slower');
    expect(functionOf(3, { baseRuns: 2 })).toMatchObject({
      verdict: 'suspect',
      reason: 'heavier by 6 pp against 2 runs of the base; 3 are needed before it can fail',
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
    ['moved, and perhaps more', { moved: moved(0.02) }, 'suspect', 'but may have moved from'],
    [
      'moved, and more for sure',
      { moved: moved(0.05) },
      'slower',
      'larger than the normal difference',
    ],
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
      'larger than the normal difference',
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

  it('is a suspect where chance shows that in one of 20 to 100 unchanged runs', () => {
    expect(functionOf(3, { pAdjusted: 0.0099 }).verdict).toBe('slower');
    expect(functionOf(3, { pAdjusted: 0.04 })).toMatchObject({
      verdict: 'suspect',
      gated: true,
      reason: expect.stringMatching(/^looks heavier by 6(?:\.0)? pp; 1 in 25 /),
    });
    expect(functionOf(3, { pAdjusted: 0.051 }).verdict).toBe('ok');
    expect(functionOf(3, { pAdjusted: 0.04, flatDelta: 0.019 }).verdict).toBe('ok');
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
  const shift = (verdict: Shift['verdict']): Shift => ({
    delta: 0.3,
    verdict,
    benchmarks: 25,
    limits: { suspect: 0.05, slower: 0.5 },
    history: null,
    group: null,
  });
  const ok = judged(calm);
  it.each<[string, Partial<Judged>, string]>([
    ['one slower among others', { comparisons: [judged(), ok] }, 'fail'],
    ['none slower', { comparisons: [ok] }, 'pass'],
    ['one suspect', { comparisons: [ok, judged(suspicious)] }, 'suspect'],
    ['one missing', { comparisons: [ok, judged({ head: null })] }, 'incomplete'],
    ['one that no round measured', { comparisons: [ok, judged({ test: 'none' })] }, 'incomplete'],
    ['one blind', { comparisons: [ok, judged(calm, true, 0.05)] }, 'incomplete'],
    ['one new', { comparisons: [ok, judged({ base: null })] }, 'pass'],
    ['only new ones', { comparisons: [judged({ base: null })] }, 'incomplete'],
    ['nothing at all', {}, 'incomplete'],
    [
      'a suspect and one missing',
      {
        comparisons: [judged(suspicious), judged({ head: null })],
      },
      'suspect',
    ],
    ['a slowdown that is not gated', { comparisons: [judged({}, false), ok] }, 'pass'],
    ['nothing gated', { comparisons: [judged(calm, false)] }, 'incomplete'],
    [
      'no stored run',
      { baseline: { runs: 0, commits: [], setAside: [], name: 'main' } },
      'no-baseline',
    ],
    ['a function with three profiles', { functions: [functionOf(3)] }, 'fail'],
    ['a function that moved', { functions: [functionOf(3, { moved: moved(0) })] }, 'pass'],
    ['a function with one profile', { comparisons: [ok], functions: [functionOf(1)] }, 'suspect'],
    [
      'a function that merely cannot be excluded',
      { comparisons: [ok], functions: [functionOf(3, { pAdjusted: 0.5 })] },
      'pass',
    ],
    [
      'a measured program that failed',
      { comparisons: [ok], warnings: [{ kind: 'failed', message: 'FAIL' }] },
      'fail',
    ],
    [
      'rounds that could not be measured',
      { comparisons: [ok], warnings: [{ kind: 'unmeasured', message: 'setup failed' }] },
      'incomplete',
    ],
    [
      'a benchmark that is named and could not be read',
      { comparisons: [ok], warnings: [{ kind: 'lost', message: 'the result of A is lost' }] },
      'incomplete',
    ],
    ['a suite that looks slower', { comparisons: [ok], shift: shift('suspect') }, 'suspect'],
    ['a suite that is slower', { comparisons: [ok], shift: shift('slower') }, 'fail'],
    ['a suite that is faster', { comparisons: [ok], shift: shift('faster') }, 'pass'],
    ['a slowdown beyond the shift', { comparisons: [judged()], shift: shift('suspect') }, 'fail'],
  ])('%s: %s', (_, more, verdict) => {
    expect(judgeGate(gateOf(more))).toBe(verdict);
  });

  it('knows what half and nine of ten of its benchmarks would have shown', () => {
    const rows = [0.05, 0.06, 0.07, 0.3].map((detectable) => judged({ detectable }));
    const exact = judged({ test: 'exact', detectable: null });
    const sight = sightOf({ comparisons: [...rows, exact, judged({ detectable: 9 }, false)] });
    expect(sight?.half).toBeCloseTo(0.065, 6);
    expect(sight?.most).toBeGreaterThan(0.2);
    expect(sightOf({ comparisons: [exact] })).toBeNull();
    const bytes = judged({ unit: 'B/op', detectable: 146 });
    expect(sightOf({ comparisons: [...rows, bytes] })).toEqual(sightOf({ comparisons: rows }));
    expect(sightOf({ comparisons: [bytes] })?.half).toBe(146);
  });

  const [fine, lost] = [judged(calm), judged({ head: null })];
  it.each<[string, Partial<Judged>, readonly string[], number]>([
    ['pass', { comparisons: [fine] }, ['regression', 'suspect', 'incomplete'], 0],
    ['fail', { comparisons: [judged()] }, ['regression'], 1],
    ['fail', { comparisons: [judged()] }, [], 0],
    ['suspect', { comparisons: [judged(suspicious)] }, ['regression'], 0],
    ['suspect', { comparisons: [judged(suspicious)] }, ['regression', 'suspect'], 3],
    ['suspect', { comparisons: [judged(suspicious)] }, ['regression', 'incomplete'], 0],
    ['suspect', { comparisons: [judged(suspicious), lost] }, ['regression', 'incomplete'], 3],
    ['incomplete', { comparisons: [fine, lost] }, ['regression', 'suspect'], 0],
    ['incomplete', { comparisons: [fine, lost] }, ['regression', 'incomplete'], 3],
    [
      'no-baseline',
      { baseline: { runs: 0, commits: [], setAside: [], name: 'main' } },
      ['regression'],
      0,
    ],
    [
      'no-baseline',
      { baseline: { runs: 0, commits: [], setAside: [], name: 'main' } },
      ['regression', 'incomplete'],
      3,
    ],
    ['incomplete', { comparisons: [fine, lost] }, [], 0],
  ])('%s of %j under fail-on %j exits %d', (verdict, more, failOn, status) => {
    const of = gateOf(more);
    expect(judgeGate(of)).toBe(verdict);
    expect(exitStatus({ ...of, verdict: judgeGate(of) }, failOn as FailOn)).toBe(status);
  });
});

describe('what rounds did not decide', () => {
  const open = { test: 'paired', delta: 0.2, ci: [-0.02, 0.5], worst: 0.6, p: 0.4 } as const;
  const verdict = (more: Partial<Comparison>) =>
    judged({ ...open, pAdjusted: 0.4, pLast: 0.04, ...more });
  it('is a suspect where the last look alone is evidence', () => {
    expect(verdict({}).verdict).toBe('suspect');
    expect(verdict({}).reason).toContain('could not be decided');
  });
  it('is ok with less evidence, a smaller estimate, or a CPU time that tells of it', () => {
    expect(verdict({ pLast: 0.06 }).verdict).toBe('ok');
    expect(verdict({ delta: 0.04 }).verdict).toBe('ok');
    expect(verdict({ toldBy: 'cpu-sec/op' }).verdict).toBe('ok');
  });
  it('is never slower by it', () => {
    expect(verdict({ pLast: 1e-9 }).verdict).toBe('suspect');
  });
});
