import { describe, expect, it } from 'vitest';
import { gateText, type TextView } from '../../src/report/text.ts';
import {
  commandsIn,
  confirmed,
  HOSTILE,
  judged,
  judgedFunction,
  ok,
  rounds,
  shift,
  side,
  suspect,
  UNSEEN,
  verdict,
  verdictOf,
} from './values.ts';

it('says it in the order of a tired reviewer', () => {
  expect(gateText(verdict())).toBe(
    `fail: Encode/size=4k-2 is 22 % slower because of codec.escape (codec/escape.go:41).

benchmark         unit    base (runs)   head   change   95 % interval  by chance  verdict           reason
Encode/size=4k-2  sec/op    1.23µ (5)  1.50µ    +22 %  +18 % to +25 %  <1 in 200  slower            beyond +19 %, which clean runs do not reach
Decode/size=4k-2  sec/op    1.23µ (5)  1.23µ  +0.08 %  -1 % to +1.2 %      usual  ok, detects +8 %  as it was

got heavier                            at                      profile  base flat  head flat   change    95 % interval  by chance  verdict  reason
codec.(*Encoder).Escape[go.shape.int]  kit/codec/escape.go:41  cpu          8.1 %     13.5 %  +5.4 pp  +3.2 to +7.6 pp  <1 in 200  heavier  heavier by more than 2 pp with 99 % confidence

14 benchmarks together: +1.2 % (+ is slower), ok; suspect from +5 %, slower from +50 %; runs of main moved together by -2 % to +3.1 %.
Compared with 5 runs of main (0123456789, fedcba9876).
Set aside 2 runs: another CPU
Set aside 1 run: a corrupt file
Without a change, fewer than 1 in 200 runs of main looks like this.
linux/amd64, AMD EPYC 7763, go1.26.8

Two more runs of main would tell more.

warning: bench.txt:7: no iterations
warning: one stored run was unreadable
`,
  );
});

it('rounds on one machine are said to be that', () => {
  const baseline = { runs: 0, commits: [], setAside: [], name: 'main' };
  const text = gateText(verdict({ comparisons: [confirmed()], baseline, rounds: rounds() }));
  expect(text).toContain('base (rounds)');
  expect(text).toContain('confirmed +13 % [+11, +14] in 10 rounds here');
  expect(text).toContain(
    'Measured base 0123456789 and head in turn on this machine: 10 rounds (1 more were disturbed and repeated), order seeded with 42.\nload average 0.8 to 1.3\n',
  );
  expect(text).not.toContain('No stored run');
});

describe('the table of benchmarks', () => {
  const many = (count: number) => Array.from({ length: count }, (_, i) => ok(`B${i}`));

  it('shows all of a few rows and only counts what is as it was in many', () => {
    expect(gateText(verdict({ comparisons: many(10) }))).toContain('B9');
    const text = gateText(verdict({ comparisons: [...many(30), judged()] }));
    expect(text).not.toContain('B29');
    expect(text).toContain('30 ok (all in the JSON report)');
  });

  it('orders slower, suspect, faster, missing, not run, moved, new, and not gated rows last', () => {
    const rows = [
      judged({ benchmark: 'New', verdict: 'new', base: null }),
      judged({ benchmark: 'Missing', verdict: 'missing', head: null }),
      judged({ benchmark: 'Faster', verdict: 'faster', delta: -0.1 }),
      judged({ benchmark: 'MuchFaster', verdict: 'faster', delta: -0.5 }),
      judged({ benchmark: 'Unsure', verdict: 'suspect' }),
      judged({ benchmark: 'Suite', verdict: 'moved-with-suite', delta: 0.2 }),
      judged({ benchmark: 'NotRun', verdict: 'not-run', head: null }),
      judged({ benchmark: 'Ungated', gated: false, delta: 9 }),
      judged({ benchmark: 'Slow', delta: 0.1 }),
      judged({ benchmark: 'LessThroughput', better: 'higher', delta: -0.2 }),
      judged({ benchmark: 'FromZero', base: side(0), delta: null }),
    ];
    const names = gateText(verdict({ comparisons: rows }))
      .split('\n')
      .slice(3, 14)
      .map((line) => line.split(' ')[0]);
    expect(names).toEqual([
      ...['FromZero', 'LessThroughput', 'Slow', 'Unsure', 'MuchFaster', 'Faster', 'Missing'],
      ...['NotRun', 'Suite', 'New', 'Ungated'],
    ]);
  });

  it('takes the direction of better from the metric', () => {
    const rows = [
      judged({ benchmark: 'MoreThroughput', better: 'higher', delta: 0.3 }),
      judged({ benchmark: 'Slower', delta: 0.1 }),
    ].map((row) => ({ ...row, verdict: 'suspect' as const }));
    const text = gateText(verdict({ comparisons: rows }));
    expect(text.indexOf('Slower')).toBeLessThan(text.indexOf('MoreThroughput'));
  });

  it('counts what does not fit in 100 rows', () => {
    const rows = Array.from({ length: 120 }, (_, i) => judged({ benchmark: `B${i}` }));
    expect(gateText(verdict({ comparisons: rows }))).toContain(
      'and 20 slower more (all in the JSON report)',
    );
  });

  it('says what a row that is as it was would have shown', () => {
    const rows = [ok('A'), ok('Exact', { detectable: 0 }), ok('Unknown', { detectable: null })];
    const text = gateText(verdict({ comparisons: rows }));
    expect(text).toMatch(/^A .* ok, detects \+8 % +as it was$/m);
    expect(text).toMatch(/^Exact .* ok +as it was$/m);
    expect(text).toMatch(/^Unknown .* ok +as it was$/m);
  });

  it('has the same measurement in another unit as that, last, and does not count it', () => {
    const speed = judged({ benchmark: 'A', unit: 'B/s', better: 'higher', follows: 'sec/op' });
    const rows = [speed, ok('B'), judged({ benchmark: 'A' })];
    const text = gateText(verdict({ comparisons: rows }));
    expect(text).toMatch(/^A +B\/s .* same as sec\/op\n\n/m);
    const all = gateText(verdict({ comparisons: [...rows, ...many(30)] }));
    expect(all).not.toContain('B/s');
    expect(all).toContain('\n31 ok (all in the JSON report)\n');
  });

  it('keeps its columns however long a unit is', () => {
    const text = gateText(verdict({ comparisons: [ok('A', { follows: 'x\n'.repeat(9000) })] }));
    expect(/^A .*$/m.exec(text)?.[0].length).toBeLessThan(300);
  });

  it('has what cannot show a change as small as `see` asks for among what matters', () => {
    const rows = [...many(31), ok('Blind', { blind: true, detectable: 0.31 })];
    expect(gateText(verdict({ comparisons: rows }))).toMatch(/^Blind .* blind, detects \+31 %/m);
  });

  it('says which part of a change is judged', () => {
    const shared = gateText(verdict({ comparisons: [suspect('A', { own: 0.1 })] }));
    expect(shared).toContain(
      '; +10 % of this is its own; the rest is shared by the suite or is in',
    );
    expect(gateText(verdict({ comparisons: [suspect('A')] }))).not.toContain('its own;');
  });

  it('says what it does not know', () => {
    const row = judged({
      ...{ base: null, verdict: 'new', delta: null, ci: null, pAdjusted: null, reason: 'new' },
      notes: ['a median in place of a mean'],
    });
    expect(gateText(verdict({ comparisons: [row] })).split('\n')[3]).toMatch(
      /^Encode\/size=4k-2 +sec\/op +- +1\.50µ +- +- +- +new +new; a median in place of a mean$/,
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

describe('on a screen', () => {
  const view = (columns: number, changes: Partial<TextView> = {}): TextView => ({
    ...{ columns, wraps: true, color: false, detail: 'usual', elsewhere: '(-v)' },
    ...changes,
  });
  const rows = [
    ...[
      judged(),
      suspect('Unsure'),
      judged({ benchmark: 'Quick', verdict: 'faster', delta: -0.3 }),
    ],
    ...Array.from({ length: 38 }, (_, i) => ok(`B${i}`)),
  ];
  const many = verdict({ comparisons: rows });
  /** Codes of colours, as they can be read. */
  const marked = (text: string): string => text.replaceAll('\x1b[', '<');
  const width = (text: string) => Math.max(...text.split('\n').map((line) => [...line].length));

  it.each([80, 100, 120, 140, 200])('of %i columns everything fits', (columns) => {
    const long = verdict({
      comparisons: [...rows, judged({ benchmark: 'x'.repeat(300), reason: 'y'.repeat(250) })],
      functions: [judgedFunction({ name: 'a.'.repeat(200) })],
      warnings: [{ kind: 'syntax', file: 'z'.repeat(200), message: 'no iterations' }],
    });
    for (const detail of ['usual', 'all'] as const) {
      for (const of of [many, long]) {
        expect(width(gateText(of, view(columns, { detail })))).toBeLessThanOrEqual(columns);
      }
    }
    expect(gateText(long, view(columns)).replaceAll(/\n */g, '')).toContain('y'.repeat(250));
  });

  it('what changed comes first, with its reason below it, and the rest is one line', () => {
    expect(gateText(many, view(80)).split('\n').slice(0, 12)).toEqual([
      'fail: Encode/size=4k-2 is 22 % slower because of codec.escape',
      '  (codec/escape.go:41).',
      '',
      'benchmark         unit    base (runs)   head  change   95 % interval  verdict',
      'Encode/size=4k-2  sec/op    1.23µ (5)  1.50µ   +22 %  +18 % to +25 %  slower',
      '    beyond +19 %, which clean runs do not reach',
      'Unsure            sec/op    1.23µ (5)  1.45µ   +18 %  +15 % to +21 %  suspect',
      '    beyond +8 %, and evident from +19 %',
      'Quick             sec/op    1.23µ (5)  1.50µ   -30 %  +18 % to +25 %  faster',
      '    beyond +19 %, which clean runs do not reach',
      '38 ok (-v)',
      '',
    ]);
  });

  it('a log has tables that fit, and sentences that can be searched', () => {
    const log = gateText(many, view(120, { wraps: false }));
    expect(log).toContain(
      '\n14 benchmarks together: +1.2 % (+ is slower), ok; suspect from +5 %, slower',
    );
    expect(log).toMatch(/^\w.* runs of main moved together by -2 % to \+3\.1 %\.$/m);
    expect(log).toMatch(/^Encode\S+ .* \+18 % to \+25 % +<1 in 200 +slower$/m);
  });

  it('all rows with their reasons are shown on request, and the first line alone', () => {
    const all = gateText(many, view(80, { detail: 'all' }));
    expect(all).toMatch(/^B37 .* ok, detects \+8 %\n {4}as it was\n/m);
    expect(all).not.toContain('(-v)');
    expect(gateText(many, view(40, { detail: 'first line' }))).toBe(
      'fail: Encode/size=4k-2 is 22 % slower because of codec.escape (codec/escape.go:41).\n',
    );
  });

  it('colours are the verdict’s word and the rows that changed, and nothing else', () => {
    const plain = gateText(many, view(140));
    const colored = marked(gateText(many, view(140, { color: true })));
    expect(colored.replaceAll(/<\d+m/g, '')).toBe(plain);
    const lines = colored.split('\n').filter((line) => /<\d+m/.test(line));
    expect(lines.map((line) => line.replace(/(\S+).*(<\d+m)$/, '$1 $2'))).toEqual([
      expect.stringMatching(/^<1m<31mfail<39m<22m: Encode/),
      ...['<31mEncode/size=4k-2 <39m', '<33mUnsure <39m', '<32mQuick <39m'],
      '<31mcodec.(*Encoder).Escape[go.shape.int] <39m',
    ]);
    const ungated = verdict({ comparisons: [judged({ gated: false })], functions: [] });
    expect(marked(gateText(ungated, view(140, { color: true })))).not.toMatch(/<31mEncode/);
  });

  it.each(Object.entries(HOSTILE))('hostile %s has no colour of its own', (_, text) => {
    const output = marked(gateText(verdictOf(text), view(80, { color: true, detail: 'all' })));
    const own = output.replaceAll(/<(?:1|22|3[1239])m/g, '');
    expect(own).not.toMatch(UNSEEN);
    expect(commandsIn(own)).toEqual([]);
  });
});

describe('the functions', () => {
  it('are those that got heavier, the surest first', () => {
    const functions = [
      judgedFunction({ name: 'unsure', verdict: 'suspect', flatDelta: 0.09 }),
      judgedFunction({ name: 'underThreshold', verdict: 'suspect', flatDelta: 0.019 }),
      judgedFunction({ name: 'lighter', verdict: 'faster', flatDelta: -0.05 }),
      judgedFunction({ name: 'newName', verdict: 'moved', flatDelta: 0.07 }),
      judgedFunction({ name: 'oldName', verdict: 'moved', flatDelta: -0.07 }),
      judgedFunction({
        name: 'byScale',
        verdict: 'suspect',
        flatDelta: 0.09,
        adjustedDelta: 0,
      }),
      judgedFunction({ name: 'same', verdict: 'ok', flatDelta: 0.03 }),
      judgedFunction({ name: 'blamed' }),
    ];
    const text = gateText(verdict({ comparisons: [], functions }));
    const [heavier = '', suspected = ''] = text.split('\nsuspected');
    const names = /^(?:unsure|underThreshold|lighter|\w+Name|byScale|same|blamed)/gm;
    expect(heavier.match(names)).toEqual(['blamed', 'unsure', 'newName']);
    // Whatever may be the reason of an amber gate has a name.
    expect(suspected.match(names)).toEqual(['underThreshold', 'byScale']);
  });

  it('that are only suspected are named with the reason, those that are not gated left out', () => {
    const open = { verdict: 'suspect', flatDelta: 0.001 } as const;
    const reason = 'may be up to 2.3 pp heavier';
    const functions = [
      judgedFunction({ ...open, name: 'small', reason }),
      judgedFunction({ ...open, name: 'ungated', gated: false }),
    ];
    const text = gateText(verdict({ verdict: 'suspect', comparisons: [], functions }));
    expect(text).toMatch(
      /\n\nsuspected +at .*\nsmall .*0\.10 pp.*may be up to 2\.3 pp heavier\n\n/,
    );
    expect(text).not.toContain('got heavier  ');
    expect(text).not.toContain('ungated');
  });

  it('that are only suspected are counted beyond ten', () => {
    const functions = Array.from({ length: 13 }, (_, i) =>
      judgedFunction({ name: `open${i}.`, verdict: 'suspect', flatDelta: i / 1e4 }),
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
  [
    'slower',
    0.61,
    '14 benchmarks together: +61 % (+ is slower), slower; either this machine is slower',
  ],
  [
    'suspect',
    0.09,
    'together: +9 % (+ is slower), suspect; either this machine is slower, or everything',
  ],
  [
    'faster',
    -0.3,
    'together: -30 % (+ is slower), faster; either this machine is faster, or everything',
  ],
] as const)('a suite that is %s has a line with its verdict', (kind, delta, said) => {
  const text = gateText(verdict({ shift: shift({ verdict: kind, delta }) }));
  expect(text).toContain(said);
  expect(text).toContain('runs of main moved together by -2 % to +3.1 %.');
});

it('a suite of two groups says which one tells the shift', () => {
  const text = gateText(
    verdict({ shift: shift({ group: { delta: 1, benchmarks: 10 }, history: null }) }),
  );
  expect(text).toContain('without the 10 benchmarks that moved by 2.0x apart from the others.\n');
});

it('runs of a machine of its own, and how often clean runs look like this, are said', () => {
  expect(gateText(verdict({ dedicated: true, p: 0.033 }))).toContain(
    'The runs of main come from a quiet machine that does nothing else, so small changes count.\n',
  );
  expect(gateText(verdict({ p: 0.033 }))).toContain(
    'Without a change, 1 in 30 runs of main looks like this.',
  );
  expect(gateText(verdict({ p: 0.8 }))).toContain(
    'Without a change, most runs of main look like this.',
  );
  expect(gateText(verdict({ p: null }))).not.toContain('clean runs of main');
});

it('a verdict with nothing in it is its headline and its baseline', () => {
  const empty = verdict({
    ...{ verdict: 'no-baseline', headline: 'No baseline yet.', comparisons: [], functions: [] },
    ...{ shift: null, p: null, sight: null, environment: {}, advice: [], warnings: [] },
    baseline: { runs: 0, commits: [], setAside: [], name: 'main' },
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
