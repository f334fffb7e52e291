import { describe, expect, it } from 'vitest';
import { judgeComparison } from '../../src/judge/benchmarks.ts';
import { afterRounds, toConfirm } from '../../src/judge/confirm.ts';
import type { Judged } from '../../src/judge/gate.ts';
import type { Comparison, JudgedComparison } from '../../src/model/comparison.ts';
import type { Shift } from '../../src/model/verdict.ts';
import { comparison, judged, judgedFunction, profile, rounds } from '../report/values.ts';

const screened = (more: Partial<Judged> = {}): Judged => ({
  comparisons: [],
  functions: [],
  profiles: [],
  p: 0.5,
  shift: null,
  dedicated: false,
  baseline: { runs: 8, commits: [], setAside: [], name: 'main' },
  rounds: null,
  warnings: [],
  ...more,
});
const open = (more: Partial<JudgedComparison> = {}): JudgedComparison =>
  judged({ benchmark: 'Open-2', verdict: 'ok', delta: 0.03, p: 0.3, ...more });
const asks = (of: Judged) => toConfirm(of)?.only;
const shift = (verdict: Shift['verdict']): Shift => ({
  delta: 0.1,
  verdict,
  benchmarks: 30,
  limits: { suspect: 0.05, slower: 0.5 },
  history: null,
  group: null,
});

describe('what is measured again', () => {
  it.each([
    ['what is slower', judged({ delta: 0.01 }), true],
    ['what is suspect', judged({ verdict: 'suspect', delta: 0.01 }), true],
    ['what is worse by 1 %', open({ delta: 0.01 }), true],
    ['what is a little worse', open({ delta: 0.005 }), false],
    ['what is a little worse with some evidence', open({ delta: 0.005, p: 0.1 }), true],
    ['what is better', open({ delta: -0.3, p: 0.001 }), false],
    ['throughput that fell', open({ better: 'higher', unit: 'B/s', delta: -0.03 }), true],
    ['throughput that rose', open({ better: 'higher', unit: 'B/s', delta: 0.03 }), false],
    ['what rose from zero', open({ delta: null, unit: 'B/op' }), true],
    ['what moved with the suite', open({ delta: 0.2, own: 0.005 }), false],
    ['what never varies', judged({ test: 'exact' }), false],
    ['what the policy leaves out', judged({ gated: false }), false],
    ['what only the head has', judged({ base: null, verdict: 'new' }), false],
  ])('%s', (_, row, yes) => {
    expect(asks(screened({ comparisons: [row] }))).toEqual(yes ? [row.benchmark] : undefined);
  });

  it('a name once, and only the rows that were asked for', () => {
    const rows = [
      judged(),
      judged({ unit: 'B/op' }),
      judged({ unit: 'x', verdict: 'ok', delta: 0 }),
    ];
    const asked = toConfirm(screened({ comparisons: rows }));
    expect(asked?.only).toEqual(['Encode/size=4k-2']);
    expect(rows.map((row) => asked?.wanted(row))).toEqual([true, true, false]);
  });

  it.each([
    [
      'there is no baseline',
      screened({ baseline: { runs: 0, commits: [], setAside: [], name: 'main' } }),
    ],
    ['the suite looks slower', screened({ shift: shift('suspect') })],
    ['the suite is slower', screened({ shift: shift('slower') })],
    ['a function got heavier', screened({ functions: [judgedFunction()] })],
    [
      'a function got heavier in too few profiles',
      screened({ functions: [judgedFunction({ verdict: 'suspect' })] }),
    ],
  ])('everything where %s', (_, of) => {
    expect(asks(of)).toBeNull();
  });
});

describe('a row of rounds', () => {
  const here = (more: Partial<Comparison>) => {
    const side = { center: 1, n: 10, runs: 10 };
    const of = comparison({ test: 'paired', base: side, head: side, ...more });
    return judgeComparison(of, { threshold: 0.05, gated: true }, { alpha: 0.01, suspect: 0.1 });
  };
  it.each([
    ['slower', 'evidence and a bound beyond the threshold', 1e-4, 0.045, 0.06],
    ['ok', 'evidence of a change that is under the threshold', 1e-4, 0.03, 0.049],
    ['ok', 'no evidence and a bound under the threshold', 0.6, 0.001, 0.02],
    ['suspect', 'less evidence and a bound beyond the threshold', 0.05, 0.045, 0.06],
    ['ok', 'neither', 0.2, 0.04, 0.09],
    ['faster', 'evidence on the other side', 1e-4, -0.08, -0.06],
  ])('is %s with %s', (verdict, _, pAdjusted, delta, worst) => {
    const ci = [delta - 0.02, delta + 0.02] as const;
    expect(here({ pAdjusted, delta, worst, ci, p: pAdjusted }).verdict).toBe(verdict);
  });
  it('is not faster beside an interval that a loss is part of', () => {
    const wide = { pAdjusted: 0.04, p: 0.04, delta: -0.28, worst: -0.01 };
    expect(here({ ...wide, ci: [-0.45, 0.0075] }).verdict).toBe('ok');
    expect(here({ ...wide, ci: [-0.45, -0.0075] }).verdict).toBe('faster');
  });
  it('with too few rounds was not compared, and says so', () => {
    const row = here({ p: null, pAdjusted: null, worst: null });
    expect(row).toMatchObject({ verdict: 'not-run', reason: '10 rounds are not enough' });
    const one = { center: 1, n: 1, runs: 1 };
    const { reason } = here({ p: null, pAdjusted: null, worst: null, head: one });
    expect(reason).toBe('1 round is not enough');
  });
});

describe('after the rounds', () => {
  const heavy = judgedFunction();
  it('a function that the rounds have no profile of does not fail', () => {
    const before = screened({ functions: [heavy], profiles: [profile()] });
    const asked = toConfirm(before);
    if (asked === null) throw new Error('nothing was asked');
    const after = afterRounds(before, screened({ rounds: rounds() }), asked);
    expect(after.functions[0]).toMatchObject({ verdict: 'suspect' });
    expect(after.functions[0]?.reason).toContain('the rounds here have no profile of it');
  });
  it('or keeps its verdict, and so does a row, where nobody asked for rounds', () => {
    const row = judged();
    const before = screened({ comparisons: [row], functions: [heavy], profiles: [profile()] });
    const asked = toConfirm(before);
    if (asked === null) throw new Error('nothing was asked');
    const after = afterRounds(before, screened({ rounds: rounds() }), {
      ...asked,
      keepsRest: true,
    });
    expect([after.comparisons, after.functions]).toEqual([[row], [heavy]]);
  });
  it('profiles of the rounds take the place of the stored ones', () => {
    const before = screened({ functions: [heavy], profiles: [profile()] });
    const asked = toConfirm(before);
    if (asked === null) throw new Error('nothing was asked');
    const mine = judgedFunction({ verdict: 'ok', reason: 'here' });
    const here = screened({ functions: [mine], profiles: [profile()], rounds: rounds() });
    expect(afterRounds(before, here, asked).functions).toEqual([mine]);
  });
  it.each(['slower', 'suspect'] as const)(
    'profiles of another program do not clear what is %s',
    (verdict) => {
      const suspect = judgedFunction({ verdict, pAdjusted: 1e-6 });
      const before = screened({ functions: [suspect], profiles: [profile()] });
      const asked = toConfirm(before);
      if (asked === null) throw new Error('nothing was asked');
      const other = judgedFunction({ name: 'other.work', verdict: 'ok' });
      const here = screened({ functions: [other], profiles: [profile()], rounds: rounds() });
      const after = afterRounds(before, here, asked).functions;
      expect(after.map(({ name, verdict }) => [name, verdict])).toEqual([
        ['other.work', 'ok'],
        [suspect.name, 'suspect'],
      ]);
    },
  );
  it.each([
    // stored base, screened, base here
    [2, 0.3, 2.01, 'another reason than the code'],
    [2, 0.3, 2.5, 'this runner is slower'],
    [2, 0.3, 1.5, 'another reason than the code'],
    [2, 0.0007, 2.5, null],
  ])('says that the runner is slower only where it is: %j', (stored, delta, here, why) => {
    const row = open({ delta, verdict: delta > 0.1 ? 'slower' : 'ok' });
    const side = (center: number) => ({ ...row.base, center }) as JudgedComparison['base'];
    const before = screened({ comparisons: [{ ...row, base: side(stored) }] });
    const asked = { only: null, wanted: () => true };
    const again = { ...row, base: side(here), verdict: 'ok', worst: 0.02, reason: 'r' } as const;
    const after = afterRounds(before, screened({ comparisons: [again] }), asked);
    const reason = after.comparisons[0]?.reason ?? '';
    if (why === null) expect(reason).toMatch(/measured again: r$/);
    else expect(reason).toContain(why);
  });
  const confirm = (row: JudgedComparison, here: JudgedComparison) => {
    const asked = { only: [row.benchmark], wanted: () => true };
    const before = screened({ comparisons: [row] });
    return afterRounds(before, screened({ comparisons: [here], rounds: rounds() }), asked)
      .comparisons[0];
  };
  const paired = (more: Partial<JudgedComparison>) =>
    judged({ test: 'paired', limits: null, verdict: 'ok', delta: 0.01, worst: 0.03, ...more });

  it.each([
    ['slower', 'slower'],
    ['suspect', 'slower'],
    ['slower', 'suspect'],
    ['slower', 'ok'],
    ['suspect', 'faster'],
  ] as const)('the rounds have the last word: %s here is %s', (verdict, word) => {
    const row = confirm(judged({ verdict, delta: 0.18 }), paired({ verdict: word }));
    expect(row).toMatchObject({ verdict: word, test: 'paired', screened: { verdict } });
  });

  it('rounds too wide to exclude what was suspected leave a suspect', () => {
    const wide = paired({ delta: 0.1, worst: 0.3, reason: '+10 % in 8 rounds here' });
    const row = confirm(judged({ verdict: 'suspect', delta: 0.18 }), wide);
    expect(row).toMatchObject({ verdict: 'suspect', screened: { verdict: 'suspect' } });
    expect(row?.reason).toContain('neither confirms it nor rules it out');
  });

  it.each([
    ['the base does not have', paired({ verdict: 'new', base: null })],
    ['too few rounds measured', paired({ verdict: 'not-run' })],
  ])('what %s stays what it was', (_, here) => {
    expect(confirm(judged({ verdict: 'suspect' }), here)?.verdict).toBe('suspect');
    expect(confirm(judged(), here)?.verdict).toBe('slower');
  });

  it('rounds that would have missed twice the time leave ok what stored runs did not suspect', () => {
    const blind = paired({ blind: true, worst: 3, detectable: 2, reason: '6 rounds here' });
    const row = confirm(judged({ verdict: 'ok', delta: 0.02, detectable: 0.1 }), blind);
    expect(row).toMatchObject({ verdict: 'ok', blind: false, detectable: 0.1 });
    expect(confirm(judged({ verdict: 'suspect', delta: 4 }), blind)?.blind).toBe(true);
  });

  it('profiles of a few benchmarks only add what got heavier', () => {
    const before = screened({
      comparisons: [judged()],
      functions: [judgedFunction({ name: 'f', verdict: 'ok' })],
    });
    const asked = toConfirm(before);
    if (asked === null) throw new Error('nothing was asked');
    const here = screened({
      functions: [judgedFunction({ name: 'g' }), judgedFunction({ name: 'h', verdict: 'ok' })],
      rounds: rounds(),
    });
    const { functions } = afterRounds(before, here, asked);
    expect(functions.map(({ name }) => name)).toEqual(['g', 'f']);
  });
});
