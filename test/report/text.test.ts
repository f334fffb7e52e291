import { describe, expect, it } from 'vitest';
import { gateText } from '../../src/report/text.ts';
import {
  commandsIn,
  confirmed,
  HOSTILE,
  judged,
  judgedFunction,
  rounds,
  side,
  UNSEEN,
  unchanged,
  verdict,
  verdictOf,
} from './values.ts';

it('says it in the order of a tired reviewer', () => {
  expect(gateText(verdict())).toBe(
    `fail: Encode/size=4k-2 got 21.95% slower; codec.escape got heavier by 5.4 pp.

benchmark         unit    base (runs)    head    delta      95% interval  p (Holm)  verdict    reason
Encode/size=4k-2  sec/op   1.230µ (5)  1.500µ  +21.95%  +18.1% to +25.2%    <0.001  regressed  slower by more than 5 % with 99 % confidence
Decode/size=4k-2  sec/op   1.230µ (5)  1.231µ   +0.08%    -1.0% to +1.2%     1.000  unchanged  a change of 5 % is excluded

got heavier                            at                      profile  base flat  head flat    delta     95% interval  p (Holm)  verdict    reason
codec.(*Encoder).Escape[go.shape.int]  kit/codec/escape.go:41  cpu           8.1%      13.5%  +5.4 pp  +3.2 to +7.6 pp     0.002  regressed  heavier by more than 2 pp with 99 % confidence

Shared by the suite: +1.20% (median of 14 benchmarks, + is worse), within what main's own runs show (-2.0% to +3.1%).
Compared with 5 runs of main (0123456789, fedcba9876).
Set aside 2 runs: another CPU
Set aside 1 run: a corrupt file
linux/amd64, AMD EPYC 7763, go1.26.8

Measure base and head on one runner to find changes under 8 %.

warning: bench.txt:7: no iterations
warning: one stored run was unreadable
`,
  );
});

it('rounds on one machine are said to be that', () => {
  const baseline = { runs: 0, commits: [], setAside: [] };
  const text = gateText(verdict({ comparisons: [confirmed()], baseline, rounds: rounds() }));
  expect(text).toContain('base (rounds)');
  expect(text).toContain('confirmed +12.6 % [+11.1 %, +14.0 %] in 10 rounds here');
  expect(text).toContain(
    'Measured base 0123456789 and head in turn on this machine: 10 rounds (1 more were disturbed and repeated), order seeded with 42.\nload average 0.8 to 1.3\n',
  );
  expect(text).not.toContain('No stored run');
});

describe('the table of benchmarks', () => {
  const many = (count: number) => Array.from({ length: count }, (_, i) => unchanged(`B${i}`));

  it('shows all of a few rows and only counts what is unchanged in many', () => {
    expect(gateText(verdict({ comparisons: many(30) }))).toContain('B29');
    const text = gateText(verdict({ comparisons: [...many(30), judged()] }));
    expect(text).not.toContain('B29');
    expect(text).toContain('30 unchanged (all in the JSON report)');
  });

  it('orders regressed, inconclusive, improved, missing, new, and not gated rows last', () => {
    const rows = [
      judged({ benchmark: 'New', verdict: 'new', base: null }),
      judged({ benchmark: 'Missing', verdict: 'missing', head: null }),
      judged({ benchmark: 'Faster', verdict: 'improved', delta: -0.1 }),
      judged({ benchmark: 'MuchFaster', verdict: 'improved', delta: -0.5 }),
      judged({ benchmark: 'Unsure', verdict: 'inconclusive' }),
      judged({ benchmark: 'Ungated', gated: false, delta: 9 }),
      judged({ benchmark: 'Slow', delta: 0.1 }),
      judged({ benchmark: 'LessThroughput', better: 'higher', delta: -0.2 }),
      judged({ benchmark: 'FromZero', base: side(0), delta: null }),
    ];
    const names = gateText(verdict({ comparisons: rows }))
      .split('\n')
      .slice(3, 12)
      .map((line) => line.split(' ')[0]);
    expect(names).toEqual([
      ...['FromZero', 'LessThroughput', 'Slow', 'Unsure', 'MuchFaster', 'Faster', 'Missing'],
      ...['New', 'Ungated'],
    ]);
  });

  it('takes the direction of better from the metric', () => {
    const rows = [
      judged({ benchmark: 'MoreThroughput', better: 'higher', delta: 0.3 }),
      judged({ benchmark: 'Slower', delta: 0.1 }),
    ].map((row) => ({ ...row, verdict: 'inconclusive' as const }));
    const text = gateText(verdict({ comparisons: rows }));
    expect(text.indexOf('Slower')).toBeLessThan(text.indexOf('MoreThroughput'));
  });

  it('counts what does not fit in 100 rows', () => {
    const rows = Array.from({ length: 120 }, (_, i) => judged({ benchmark: `B${i}` }));
    expect(gateText(verdict({ comparisons: rows }))).toContain(
      'and 20 regressed more (all in the JSON report)',
    );
  });

  it('says what it does not know', () => {
    const row = judged({
      ...{ base: null, verdict: 'new', delta: null, ci: null, pAdjusted: null, reason: 'new' },
      notes: ['a median in place of a mean'],
    });
    expect(gateText(verdict({ comparisons: [row] })).split('\n')[3]).toMatch(
      /^Encode\/size=4k-2 +sec\/op +- +1\.500µ +- +- +- +new +new; a median in place of a mean$/,
    );
  });

  it('puts the package in front where there is more than one', () => {
    const rows = ['example.com/kit/codec', 'example.com/kit/rank/top', 'example.com/kit'].map(
      (name) => judged({ package: name }),
    );
    const text = gateText(verdict({ comparisons: rows }));
    expect(text).toMatch(/^codec\.Encode/m);
    expect(text).toMatch(/^rank\/top\.Encode/m);
    expect(text).toMatch(/^kit\.Encode/m);
  });
});

describe('the functions', () => {
  it('are those that got heavier, the surest first', () => {
    const functions = [
      judgedFunction({ name: 'unsure', verdict: 'inconclusive', flatDelta: 0.09 }),
      judgedFunction({ name: 'underThreshold', verdict: 'inconclusive', flatDelta: 0.019 }),
      judgedFunction({ name: 'lighter', verdict: 'improved', flatDelta: -0.05 }),
      judgedFunction({ name: 'newName', verdict: 'moved', flatDelta: 0.07 }),
      judgedFunction({ name: 'oldName', verdict: 'moved', flatDelta: -0.07 }),
      judgedFunction({
        name: 'byScale',
        verdict: 'inconclusive',
        flatDelta: 0.09,
        adjustedDelta: 0,
      }),
      judgedFunction({ name: 'same', verdict: 'unchanged', flatDelta: 0.03 }),
      judgedFunction({ name: 'blamed' }),
    ];
    const text = gateText(verdict({ comparisons: [], functions }));
    const [heavier = '', undecided = ''] = text.split('not decided');
    const names = /^(?:unsure|underThreshold|lighter|\w+Name|byScale|same|blamed)/gm;
    expect(heavier.match(names)).toEqual(['blamed', 'unsure', 'newName']);
    // Whatever the headline counts as not decided has a name.
    expect(undecided.match(names)).toEqual(['underThreshold', 'byScale']);
  });

  it('that could not be decided are named with the reason, those that are not gated left out', () => {
    const open = { verdict: 'inconclusive', flatDelta: 0.001 } as const;
    const reason = 'may be up to 2.3 pp heavier';
    const functions = [
      judgedFunction({ ...open, name: 'small', reason }),
      judgedFunction({ ...open, name: 'ungated', gated: false }),
    ];
    const text = gateText(verdict({ verdict: 'inconclusive', comparisons: [], functions }));
    expect(text).toMatch(
      /\n\nnot decided +at .*\nsmall .*0\.10 pp.*may be up to 2\.3 pp heavier\n\n/,
    );
    expect(text).not.toContain('got heavier  ');
    expect(text).not.toContain('ungated');
  });

  it('that could not be decided are counted beyond ten', () => {
    const functions = Array.from({ length: 13 }, (_, i) =>
      judgedFunction({ name: `open${i}.`, verdict: 'inconclusive', flatDelta: i / 1e4 }),
    );
    const text = gateText(verdict({ comparisons: [], functions }));
    expect(text.match(/^open\d+/gm)).toEqual(
      [12, 11, 10, 9, 8, 7, 6, 5, 4, 3].map((i) => `open${i}`),
    );
    expect(text).toContain('and 3 functions more (all in the JSON report)');
  });

  it('beyond twenty are counted', () => {
    const functions = Array.from({ length: 23 }, (_, i) => judgedFunction({ name: `f${i}` }));
    expect(gateText(verdict({ functions }))).toContain('and 3 functions more');
  });
});

describe('warnings', () => {
  it('equal ones are one line with their number, failures come first', () => {
    const bad = { kind: 'syntax', file: 'a', line: 1, message: 'bad' } as const;
    const failed = { kind: 'failed', file: 'a', message: 'panic' } as const;
    const text = gateText(verdict({ warnings: [bad, failed, bad] }));
    expect(text).toMatch(/\n\nFAILED: a: panic\nwarning: a:1: bad \(2 times\)\n$/);
  });

  it('beyond fifty are counted', () => {
    const warnings = Array.from({ length: 57 }, (_, i) => ({
      kind: 'syntax' as const,
      message: `m${i}`,
    }));
    expect(gateText(verdict({ warnings }))).toMatch(
      /m49\nand 7 more \(all in the JSON report\)\n$/,
    );
  });
});

it.each([
  ['beyond-history', "more than main's own runs show (-2.0% to +3.1%)."],
  ['unknown', 'too few runs of main to say whether that is usual'],
] as const)('a shift that is %s', (kind, said) => {
  const { shift } = verdict();
  expect(gateText(verdict({ shift: shift && { ...shift, verdict: kind } }))).toContain(said);
});

it('a verdict with nothing in it is its headline and its baseline', () => {
  const empty = verdict({
    ...{ verdict: 'no-baseline', headline: 'No baseline yet.', comparisons: [], functions: [] },
    ...{ shift: null, environment: {}, advice: [], warnings: [] },
    baseline: { runs: 0, commits: [], setAside: [] },
  });
  expect(gateText(empty)).toBe(
    'no-baseline: No baseline yet.\n\nNo stored run of main was used.\n',
  );
});

it.each(Object.entries(HOSTILE))(
  'hostile %s gives no command and no unseen character',
  (_, text) => {
    const output = gateText(verdictOf(text));
    expect(commandsIn(output)).toEqual([]);
    expect(output).not.toMatch(UNSEEN);
    expect(Math.max(...output.split('\n').map((line) => line.length))).toBeLessThanOrEqual(2000);
  },
);
