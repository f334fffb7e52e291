import { describe, expect, it } from 'vitest';
import { judgeComparison } from '../../src/judge/benchmarks.ts';
import { afterRounds, toConfirm } from '../../src/judge/confirm.ts';
import type { Judged } from '../../src/judge/gate.ts';
import type { Comparison, JudgedComparison } from '../../src/model.ts';
import { comparison, judged, judgedFunction, profile, rounds } from '../report/values.ts';

const alpha = 0.01;
const screened = (more: Partial<Judged> = {}): Judged => ({
  comparisons: [],
  functions: [],
  profiles: [],
  shift: null,
  baseline: { runs: 8, commits: [], setAside: [] },
  rounds: null,
  warnings: [],
  ...more,
});
const open = (more: Partial<JudgedComparison> = {}): JudgedComparison =>
  judged({ benchmark: 'Open-2', verdict: 'inconclusive', delta: 0.03, p: 0.3, ...more });
const asks = (of: Judged, confirm: 'auto' | 'suspects' | 'never' = 'suspects') =>
  toConfirm(of, confirm, alpha)?.only;
const shift = (delta: number, verdict: 'within-history' | 'beyond-history') => ({
  ...{ delta, verdict, benchmarks: 30, history: null },
});

describe('what is measured again', () => {
  it.each([
    ['what regressed', judged({ delta: 0.01 }), true],
    ['what is undecided and worse by 2 %', open({ delta: 0.02 }), true],
    ['what is undecided and a little worse', open({ delta: 0.01 }), false],
    ['what is a little worse with some evidence', open({ delta: 0.01, p: 0.1 }), true],
    ['what is undecided and better', open({ delta: -0.3, p: 0.001 }), false],
    ['throughput that fell', open({ better: 'higher', unit: 'B/s', delta: -0.03 }), true],
    ['throughput that rose', open({ better: 'higher', unit: 'B/s', delta: 0.03 }), false],
    ['what rose from zero', open({ delta: null, unit: 'B/op' }), true],
    ['what is unchanged', judged({ verdict: 'unchanged' }), false],
    ['what never varies', judged({ test: 'exact' }), false],
    ['what the policy leaves out', judged({ gated: false }), false],
    ['what only the head has', judged({ base: null, verdict: 'new' }), false],
  ])('%s', (_, row, yes) => {
    expect(asks(screened({ comparisons: [row] }))).toEqual(yes ? [row.benchmark] : undefined);
  });

  it('less what the whole suite moved by', () => {
    const comparisons = [open({ delta: 0.03 })];
    const of = screened({ comparisons, shift: shift(0.02, 'within-history') });
    expect(asks(of)).toBeUndefined();
  });

  it('a name once, and only the rows that were asked for', () => {
    const rows = [judged(), judged({ unit: 'B/op' }), judged({ unit: 'x', verdict: 'unchanged' })];
    const asked = toConfirm(screened({ comparisons: rows }), 'suspects', alpha);
    expect(asked?.only).toEqual(['Encode/size=4k-2']);
    expect(rows.map((row) => asked?.wanted(row))).toEqual([true, true, false]);
  });

  it('with `auto` the same, with `never` nothing', () => {
    const of = screened({ comparisons: [open({ delta: -0.1 }), judged()] });
    expect(asks(of)).toEqual(['Encode/size=4k-2']);
    expect(asks(of, 'auto')).toEqual(['Encode/size=4k-2']);
    expect(asks(of, 'never')).toBeUndefined();
  });

  it.each([
    ['there is no baseline', screened({ baseline: { runs: 0, commits: [], setAside: [] } })],
    ['the suite moved as one', screened({ shift: shift(0.1, 'beyond-history') })],
    ['a function got heavier', screened({ functions: [judgedFunction()] })],
    [
      'a function got heavier in too few profiles',
      screened({ functions: [judgedFunction({ verdict: 'inconclusive' })] }),
    ],
  ])('everything where %s', (_, of) => {
    expect(asks(of)).toBeNull();
  });
});

describe('a row of rounds', () => {
  const here = (more: Partial<Comparison>) => {
    const side = { center: 1, n: 10, runs: 10 };
    const of = comparison({ test: 'paired', within: null, base: side, head: side, ...more });
    return judgeComparison(of, { threshold: 0.05, gated: true }, alpha);
  };
  it.each([
    ['regressed', 'evidence and a bound beyond the threshold', 1e-4, 0.045, 0.06],
    ['unchanged', 'evidence of a change that is under the threshold', 1e-4, 0.03, 0.049],
    ['unchanged', 'no evidence and a bound under the threshold', 0.6, 0.001, 0.02],
    ['inconclusive', 'neither', 0.2, 0.04, 0.09],
    ['improved', 'evidence on the other side', 1e-4, -0.08, -0.06],
  ])('is %s with %s', (verdict, _, pAdjusted, delta, worst) => {
    expect(here({ pAdjusted, delta, worst, p: pAdjusted }).verdict).toBe(verdict);
  });
  it('with too few rounds is inconclusive and says so', () => {
    const row = here({ p: null, pAdjusted: null, worst: null });
    expect(row).toMatchObject({ verdict: 'inconclusive' });
    expect(row.reason).toBe('undecided in 10 rounds here: too few to tell');
  });
});

describe('after the rounds', () => {
  const heavy = judgedFunction();
  it('a function that the rounds have no profile of does not fail', () => {
    const before = screened({ functions: [heavy], profiles: [profile()] });
    const asked = toConfirm(before, 'suspects', alpha);
    if (asked === null) throw new Error('nothing was asked');
    const after = afterRounds(before, screened({ rounds: rounds() }), asked);
    expect(after.functions[0]).toMatchObject({ verdict: 'inconclusive' });
    expect(after.functions[0]?.reason).toContain('the rounds here have no profile of it');
  });
  it('or keeps its verdict, and so does a row, where nobody asked for rounds', () => {
    const row = judged({ verdict: 'regressed' });
    const before = screened({ comparisons: [row], functions: [heavy], profiles: [profile()] });
    const asked = toConfirm(before, 'auto', alpha);
    if (asked === null) throw new Error('nothing was asked');
    const after = afterRounds(before, screened({ rounds: rounds() }), {
      ...asked,
      keepsRest: true,
    });
    expect([after.comparisons, after.functions]).toEqual([[row], [heavy]]);
  });
  it('profiles of the rounds take the place of the stored ones', () => {
    const before = screened({ functions: [heavy], profiles: [profile()] });
    const asked = toConfirm(before, 'suspects', alpha);
    if (asked === null) throw new Error('nothing was asked');
    const mine = judgedFunction({ verdict: 'unchanged', reason: 'here' });
    const here = screened({ functions: [mine], profiles: [profile()], rounds: rounds() });
    expect(afterRounds(before, here, asked).functions).toEqual([mine]);
  });
  it.each(['regressed', 'inconclusive'] as const)(
    'profiles of another program do not clear what is %s',
    (verdict) => {
      const suspect = judgedFunction({ verdict, pAdjusted: 1e-6 });
      const before = screened({ functions: [suspect], profiles: [profile()] });
      const asked = toConfirm(before, 'suspects', alpha);
      if (asked === null) throw new Error('nothing was asked');
      const other = judgedFunction({ name: 'other.work', verdict: 'unchanged' });
      const here = screened({ functions: [other], profiles: [profile()], rounds: rounds() });
      const after = afterRounds(before, here, asked).functions;
      expect(after.map(({ name, verdict }) => [name, verdict])).toEqual([
        ['other.work', 'unchanged'],
        [suspect.name, 'inconclusive'],
      ]);
    },
  );
  it.each([
    // stored base, screened, base here
    [2, 0.3, 2.01, "main's runs differ for another reason"],
    [2, 0.3, 2.5, 'this runner is slower'],
    [2, 0.3, 1.5, "main's runs differ for another reason"],
    [2, 0.0007, 2.5, null],
  ])('says that the runner is slower only where it is: %j', (stored, delta, here, why) => {
    const row = open({ delta, verdict: delta > 0.1 ? 'regressed' : 'inconclusive' });
    const side = (center: number) => ({ ...row.base, center }) as JudgedComparison['base'];
    const before = screened({ comparisons: [{ ...row, base: side(stored) }] });
    const asked = { only: null, wanted: () => true };
    const again = { ...row, base: side(here), verdict: 'unchanged', reason: 'r' } as const;
    const after = afterRounds(before, screened({ comparisons: [again] }), asked);
    const said = /not confirmed: (.*?);/.exec(after.comparisons[0]?.reason ?? '')?.[1] ?? null;
    expect(said).toBe(why);
  });
  it('profiles of a few benchmarks only add what regressed', () => {
    const before = screened({
      comparisons: [judged()],
      functions: [judgedFunction({ name: 'f', verdict: 'unchanged' })],
    });
    const asked = toConfirm(before, 'suspects', alpha);
    if (asked === null) throw new Error('nothing was asked');
    const here = screened({
      functions: [
        judgedFunction({ name: 'g' }),
        judgedFunction({ name: 'h', verdict: 'unchanged' }),
      ],
      rounds: rounds(),
    });
    const { functions } = afterRounds(before, here, asked);
    expect(functions.map(({ name }) => name)).toEqual(['g', 'f']);
  });
});
