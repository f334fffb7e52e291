import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JudgedComparison } from '../../../src/model/comparison.ts';
import type { Shift, Verdict } from '../../../src/model/verdict.ts';
import { markdownText } from '../../../src/report/escape.ts';
import { comment, summary } from '../../../src/report/markdown/comment.ts';
import { name, onlyPlain, onlyRich, phrases, strong, typed } from '../../../src/text/marked.ts';
import { runs } from '../../runs.ts';
import { html, shownText, tags } from '../html.ts';
import {
  confirmed,
  HOSTILE,
  judged,
  judgedFunction,
  ok,
  shift,
  side,
  suspect,
  verdict,
  verdictOf,
} from '../values.ts';

const links = {
  artifactUrl: 'https://github.com/o/r/actions/runs/1/artifacts/2',
  runUrl: 'https://github.com/o/r/actions/runs/1',
};

it('is two lines, one short table, what got heavier, what to do, and the rest folded', () => {
  expect(comment(verdict(), links)).toBe(
    `❌ Encode/size=4k-2 is 22 % slower because of codec.escape &#40;codec/escape.go:41&#41;.

<sub>flamegate · against 5 runs of <code>main</code>, newest <code>0123456789</code> · fewer than 1 in 200 runs without a change looks like this · [all numbers](<https://github.com/o/r/actions/runs/1>) · [files of both sides](<https://github.com/o/r/actions/runs/1/artifacts/2>)</sub>

| benchmark | change | before | now | sure? |
|---|--:|--:|--:|---|
| <code>Encode/size=4k-2</code> | **22 % slower**<br><sub>+18 % to +25 %</sub> | 1.23 µs/op | 1.50 µs/op | yes<br><sub>&lt;1 in 200 by chance</sub> |

| function | change | before | now | sure? |
|---|--:|:--|:--|---|
| <code>codec.<wbr>&#40;&#42;Encoder&#41;.<wbr>Escape&#91;go.<wbr>shape.int&#93;</code><br><sub>codec/escape.go:41</sub> | **+5.4 pp**<br><sub>+3.2 to +7.6 pp</sub> | 8.1 %<br><sub>████▊</sub> | 13.5 %<br><sub>████████</sub> | yes |

- Two more runs of main would tell more.

<details><summary>All benchmarks (1 slower, 1 ok)</summary>

| benchmark | change | before | now | verdict |
|---|--:|--:|--:|---|
| <code>Encode/size=4k-2</code> | **22 % slower**<br><sub>+18 % to +25 %</sub> | 1.23 µs/op | 1.50 µs/op | slower<br><sub>beyond +19 %, which clean runs do not reach</sub> |
| <code>Decode/size=4k-2</code> | +0.08 %<br><sub>-1 % to +1.2 %</sub> | 1.23 µs/op | 1.23 µs/op | ok<br><sub>as it was</sub> |

</details>

<details><summary>All functions (1 heavier)</summary>

| function | change | before | now | verdict |
|---|--:|:--|:--|---|
| <code>codec.<wbr>&#40;&#42;Encoder&#41;.<wbr>Escape&#91;go.<wbr>shape.int&#93;</code><br><sub>codec/escape.go:41</sub> | **+5.4 pp**<br><sub>+3.2 to +7.6 pp</sub> | 8.1 %<br><sub>████▊</sub> | 13.5 %<br><sub>████████</sub> | heavier<br><sub>heavier by more than 2 pp with 99 % confidence</sub> |

</details>

<details><summary>How it was decided</summary>

- Compared with 5 runs of main &#40;012345&#8203;6789, fedcba&#8203;9876&#41;.
- Set aside 2 runs: another CPU
- Set aside 1 run: a corrupt file
- Without a change, fewer than 1 in 200 runs of main looks like this.
- 14 benchmarks together: +1.2 % &#40;+ is slower&#41;, ok; suspect from +5 %, slower from +50 %; runs of main moved together by -2 % to +3.1 %.
- Measured on linux/amd64, AMD EPYC 7763, go1.26.8.

</details>

<details><summary>2 warnings</summary>

- warning: bench.txt:&#8203;7: no iterations
- warning: one stored run was unreadable

</details>

<details><summary>Compare the two sides yourself</summary>

\`\`\`sh
gh api repos/o/r/actions/artifacts/2/zip > flamegate-run.zip
unzip -q flamegate-run.zip -d flamegate-run
# flamegate/ is a checkout of the action
node flamegate/dist/cli.js diff flamegate-run/base flamegate-run/head
go tool pprof -http=: -diff_base flamegate-run/base/profiles/FILE flamegate-run/head/profiles/FILE
\`\`\`

</details>
`,
  );
});

it('gives the command of the action that wrote it, and no name of a registry', () => {
  const source = { url: 'https://github.com/o/flamegate', ref: 'v1' };
  expect(comment(verdict(), { source })).toContain(
    'git clone -q https://github.com/o/flamegate flamegate && git -C flamegate checkout -q v1\nnode flamegate/dist/cli.js diff flamegate-run/base flamegate-run/head\n',
  );
  for (const text of [comment(verdict()), comment(verdict(), { source })]) {
    expect(text).not.toMatch(/\bnpx\b/);
  }
});

it('names what is a name as code, and has the answer bold; what the second line says is not said twice', () => {
  const of = verdict({
    sentence: phrases(
      `${strong(`${name('a|b')} is 22 % slower`)} because of ${name('f`g')} (${typed('run')})${onlyPlain(', against 5 runs of main')}${onlyRich(' (<b>)')}.`,
    ),
  });
  expect(comment(of).split('\n')[0]).toBe(
    '❌ <b><code>a&#124;b</code> is 22 % slower</b> because of <code>f&#96;g</code> &#40;<code>run</code>&#41; &#40;&lt;b&gt;&#41;.',
  );
});

describe('with an address of the repository', () => {
  const commit = 'c'.repeat(40);
  const about = {
    ...{ gate: 'micro', commit, repositoryUrl: 'https://github.com/o/r' },
    inRepository: (file: string) =>
      file.endsWith('/codec/escape.go') ? 'codec/escape #1.go' : null,
  };

  it('names the gate, the commit it judges and the newest run of main, linked', () => {
    expect(comment(verdict(), about).split('\n')[2]).toMatch(
      /^<sub>flamegate micro · \[<code>cccccccccc<\/code>\]\(<https:\/\/github\.com\/o\/r\/commit\/c{40}>\) against 5 runs of <code>main<\/code>, newest \[<code>0123456789<\/code>\]\(</,
    );
  });

  it('says how far the base is ahead of the newest stored run, where it is', () => {
    const line = (behind: number) => comment(verdict(), { ...about, behind }).split('\n')[2];
    expect(line(2)).toContain('>) (2 commits behind) · ');
    expect(line(1)).toContain('(1 commit behind)');
    expect(line(0)).not.toContain('behind');
  });

  it('links the line of a function at that commit', () => {
    expect(comment(verdict(), about)).toContain(
      `[codec/escape.go:41](<https://github.com/o/r/blob/${commit}/codec/escape%20%231.go#L41>)`,
    );
  });

  it('and none of a file that the checkout does not have', () => {
    const away = comment(verdict(), { ...about, inRepository: () => null });
    expect(away).toContain('<sub>codec/escape.go:41</sub>');
    expect(away).not.toContain('/blob/');
  });
});

/** What stands before the first fold. */
const openPart = (of: Verdict): string => comment(of).split('<details>')[0] ?? '';

it('is short where nothing is slower: the headline, and the rest folded', () => {
  const quiet = verdict({
    verdict: 'pass',
    headline: 'Nothing slower in 11 benchmarks, against 12 runs of main.',
    comparisons: Array.from({ length: 11 }, (_, i) => ok(`B${i}`)),
    ...{ functions: [], advice: [], p: 0.6 },
  });
  expect(openPart(quiet)).toMatch(
    /^✅ Nothing slower in 11 benchmarks, against 12 runs of main\.\n\n<sub>.*<\/sub>\n\n$/,
  );
  expect(comment(quiet)).toContain('All benchmarks (11 ok)');
});

describe('is two lines where nothing changed and the run has a summary', () => {
  const quiet = {
    verdict: 'pass',
    headline: 'Nothing slower.',
    comparisons: [ok('A')],
    ...{ functions: [], advice: ['More would be seen.'], warnings: [] },
  } as const;
  const lines = (of: Partial<Verdict>) => comment(verdict({ ...quiet, ...of }), links).split('\n');

  it('all of it', () => {
    expect(lines({})).toEqual([
      '✅ Nothing slower.',
      '',
      expect.stringMatching(/^<sub>.*all numbers.*<\/sub>$/),
      '',
    ]);
  });

  it.each<[string, Partial<Verdict>]>([
    ['a row that changed', { comparisons: [judged({ verdict: 'faster', delta: -0.3 })] }],
    ['one that was measured again', { comparisons: [confirmed({ verdict: 'ok' })] }],
    ['a heavier function', { functions: [judgedFunction()] }],
    ['the suite', { shift: shift({ verdict: 'faster', delta: -0.4 }) }],
    ['a failure', { warnings: [{ kind: 'failed', message: 'panic' }] }],
    ['another verdict', { verdict: 'no-baseline' }],
  ])('but not with %s', (_, of) => {
    expect(lines(of).length).toBeGreaterThan(8);
  });
});

it('a red gate shows its suspects too, how sure each is, and no row that is as it was', () => {
  const text = openPart(verdict({ comparisons: [suspect('Unpack'), judged(), ok('A')] }));
  expect(text.match(/^\| <code>.*$/gm)?.slice(0, 2)).toEqual([
    '| <code>Encode/size=4k-2</code> | **22 % slower**<br><sub>+18 % to +25 %</sub> | 1.23 µs/op | 1.50 µs/op | yes<br><sub>&lt;1 in 200 by chance</sub> |',
    '| <code>Unpack</code> | 18 % slower<br><sub>+15 % to +21 %</sub> | 1.23 µs/op | 1.45 µs/op | maybe<br><sub>1 in 30 by chance</sub> |',
  ]);
  expect(text).not.toContain('<code>A</code>');
});

it.each<[string, Partial<JudgedComparison>, string]>([
  ['exact', { test: 'exact', pAdjusted: null }, 'yes<br><sub>never varies</sub>'],
  ['counted', { test: 'counted' }, 'yes<br><sub>counted</sub>'],
  ['in rounds', { test: 'paired', head: side(1.5e-6, 10, 8) }, 'yes<br><sub>8 rounds here</sub>'],
  ['not gated', { gated: false }, 'yes (not gated)<br><sub>&lt;1 in 200 by chance</sub>'],
  [
    'open',
    { test: 'paired', verdict: 'suspect', head: side(1.5e-6, 10, 60) },
    'maybe<br><sub>open after 60 rounds</sub>',
  ],
  [
    'with the suite',
    { verdict: 'moved-with-suite', delta: 0.2, own: -0.004 },
    'with the suite<br><sub>own change -0.4 %</sub>',
  ],
  ['missing', { verdict: 'missing', head: null }, 'did not run'],
])('how sure a row is: %s', (_, of, sure) => {
  const text = openPart(verdict({ comparisons: [judged(of)], functions: [] }));
  expect(text).toContain(`| ${sure} |`);
});

it('a benchmark that one side does not have is one row, by its time', () => {
  const gone = (unit: string) => judged({ unit, verdict: 'missing', head: null });
  const text = openPart(
    verdict({ comparisons: [gone('B/op'), gone('sec/op'), gone('allocs/op')], functions: [] }),
  );
  expect(text.match(/^\| <code>.*$/gm)).toEqual([
    '| <code>Encode/size=4k-2</code> | - | 1.23 µs/op | - | did not run |',
  ]);
});

it('what is the same in every run, or said by another row, is counted and not listed', () => {
  const same = (unit: string) =>
    ok('A', { unit, test: 'exact', head: side(1.23e-6), ci: [0, 0], delta: 0 });
  const speed = ok('A', { unit: 'B/s', follows: 'sec/op' });
  const all = comment(
    verdict({
      comparisons: [ok('A'), same('B/op'), same('allocs/op'), speed],
      functions: [],
    }),
  );
  expect(all).toContain('2 rows (B/op, allocs/op): the same in every run.');
  expect(all).toContain('1 row (B/s): the same measurement as a row above.');
  expect(all.match(/^\| <code>A<\/code>/gm)).toHaveLength(1);
});

it('has no second row for the same measurement in another unit, but the folded one', () => {
  const speed = judged({ unit: 'B/s', better: 'higher', follows: 'sec/op' });
  const of = verdict({ comparisons: [judged(), speed], functions: [] });
  expect(openPart(of).match(/^\| <code>/gm)).toHaveLength(1);
  expect(comment(of)).toContain('All benchmarks (1 slower)');
});

it('a row that was measured again and is as it was keeps its place before the fold', () => {
  const again = confirmed({ verdict: 'ok', delta: 0.006, own: 0.006, detectable: 0.02 });
  expect(openPart(verdict({ comparisons: [again] }))).toContain(
    '| <code>Confirmed-2</code> | +0.6 %<br><sub>+11 % to +14 %</sub> | 1.00 µs/op | 1.13 µs/op | no, as before<br><sub>in 10 rounds here</sub> |',
  );
});

describe('the first line has one mark', () => {
  it.each([
    ['pass', '✅ Encode'],
    ['fail', '❌ Encode'],
    ['suspect', '⚠️ Encode'],
    ['incomplete', '🚧 Encode'],
    ['no-baseline', '⚪ Encode'],
  ] as const)('%s', (kind, start) => {
    expect(comment(verdict({ verdict: kind })).startsWith(start)).toBe(true);
  });
});

it('nothing changed: no table but the folded one', () => {
  const quiet = verdict({ comparisons: [ok('A')], functions: [] });
  expect(comment(quiet).split('<details>')[0]).not.toContain('|');
});

it('the same verdict gives the same bytes, in whatever order its rows come', () => {
  const rows = Array.from({ length: 40 }, (_, i) =>
    judged({ benchmark: `B${i % 20}`, unit: i < 20 ? 'sec/op' : 'B/op', delta: 0.1 }),
  );
  const functions = Array.from({ length: 20 }, (_, i) => judgedFunction({ name: `f${i}` }));
  const one = comment(verdict({ comparisons: rows, functions }));
  const other = verdict({ comparisons: rows.toReversed(), functions: functions.toReversed() });
  expect(comment(other)).toBe(one);
});

it('names stay readable', () => {
  const text = shownText(html(comment(verdict())));
  expect(text).toContain('codec.(*Encoder).Escape[go.shape.int]');
  expect(text).toContain('Encode/size=4k-2');
});

it('a failed program is said in the open', () => {
  const warnings = [{ kind: 'failed', file: 'bench.txt', message: 'panic' }] as const;
  expect(comment(verdict({ warnings }))).toContain('<details open><summary>1 warning');
});

it('what was not measured is said in the open, too', () => {
  const warnings = [{ kind: 'unmeasured', message: 'no toolchain' }] as const;
  expect(comment(verdict({ warnings }))).toContain('<details open><summary>1 warning');
});

describe('what the whole suite did', () => {
  const rowOf = (changes: Partial<Shift>) =>
    openPart(verdict({ comparisons: [], functions: [], shift: shift(changes) })).match(
      /^\|.*together.*$/m,
    )?.[0];

  it('is a row of its own, the first, with its verdict', () => {
    expect(rowOf({ verdict: 'slower', delta: 0.61 })).toMatch(
      /^\| all 14 benchmarks together \| \*\*61 % slower\*\* \| - \| - \| yes<br><sub>either this machine is slower, or everything is/,
    );
    expect(rowOf({ verdict: 'suspect', delta: 0.09 })).toMatch(
      /^\| all 14 benchmarks together \| 9 % slower \| - \| - \| maybe/,
    );
    expect(rowOf({ verdict: 'faster', delta: -0.4 })).toMatch(/ \| 40 % faster \| - \| - \| yes/);
  });

  it('has no row where it is what main does, too', () => {
    expect(rowOf({ verdict: 'ok' })).toBeUndefined();
  });

  it('does not hide the rows', () => {
    const text = openPart(
      verdict({ comparisons: [judged()], shift: shift({ verdict: 'slower', delta: 0.6 }) }),
    );
    expect(text.match(/^\| (?:all 14|<code>)/gm)).toHaveLength(3);
  });
});

describe('links', () => {
  it.each(['javascript:alert(1)', 'no address', `https://x.example/${'x'.repeat(3000)}`, ''])(
    '%.30s is left out',
    (url) => {
      const page = html(comment(verdict(), { artifactUrl: url, runUrl: url }));
      expect(tags(page).filter((tag) => tag.startsWith('<a'))).toEqual([]);
    },
  );

  it('cannot be left by characters in the address', () => {
    const artifactUrl = 'https://x.example/a)>b"|<i>c?d=1&e=2';
    const page = html(comment(verdict(), { artifactUrl }));
    expect(tags(page).filter((tag) => /^<[ai]\b/.test(tag))).toEqual([
      '<a href="https://x.example/a%29%3Eb%22%7c%3Ci%3Ec?d=1&amp;e=2">',
    ]);
  });
});

/** The tags of a verdict with harmless names everywhere: what every verdictOf() must have. */
const template = tags(html(comment(verdictOf('name'), links)));

function expectInert(text: string): void {
  for (const report of [comment(verdictOf(text), links), summary(verdictOf(text), links)]) {
    expect(report).not.toContain('<!--');
    const page = html(report);
    expect(tags(page)).toEqual(template);
    const shown = shownText(page);
    expect(shown).not.toMatch(/@\w/);
    expect(shown).not.toMatch(/https?:\/\/|ftp:\/\/|www\./i);
    // GitHub's own references: its filters do not look into <code>.
    const outside = shownText(page.replace(/<code>.*?<\/code>/gs, ' '));
    expect(outside).not.toMatch(/#\d|\bGH-\d|[0-9a-f]{7,}|:\w+:/i);
  }
}

describe('hostile names', () => {
  it('have a template to be compared with', () => {
    const count = (tag: string): number => template.filter((t) => t.startsWith(tag)).length;
    expect([count('<table'), count('<tr'), count('<a '), count('<code'), count('<img')]).toEqual([
      4, 14, 2, 13, 0,
    ]);
  });

  // A report leaves out what is empty, so an empty text has fewer tags: no danger, no template.
  it.each(Object.entries(HOSTILE).filter(([, text]) => text !== ''))('%s is inert', (_, text) => {
    expectInert(text);
  });

  it('any text is inert', () => {
    const some = hostile.filter((text) => markdownText(text) !== '');
    fc.assert(fc.property(some, expectInert), { numRuns: runs(100, 300) });
  });
});

describe('limits', () => {
  const many = (name: string) =>
    verdict({
      headline: name,
      comparisons: Array.from({ length: 20_000 }, (_, i) =>
        judged({ benchmark: `${i}${name}`, package: name, unit: name, reason: name }),
      ),
      functions: Array.from({ length: 20_000 }, (_, i) =>
        judgedFunction({ name: `${i}${name}`, file: name, reason: name }),
      ),
      advice: Array.from({ length: 500 }, () => name),
      baseline: {
        name,
        runs: 1000,
        commits: Array.from({ length: 1000 }, () => name),
        setAside: Array.from({ length: 1000 }, (_, i) => ({
          ...{ commit: name, time: name },
          reason: `${i}${name}`,
        })),
      },
      warnings: Array.from({ length: 500 }, (_, i) => ({
        ...{ kind: 'syntax' as const, file: name },
        message: `${i}${name}`,
      })),
    });

  it.each([
    ['plain', 'x'.repeat(10_000)],
    ['special', '@$'.repeat(5000)],
    ['four bytes each', '😀'.repeat(5000)],
  ])('20,000 rows of 10,000 characters fit and say what was left out: %s', (_, name) => {
    const big = many(name);
    const body = comment(big, links);
    expect(body.length).toBeLessThanOrEqual(65_536);
    expect(body.length).toBeGreaterThan(60_000);
    expect(body).toMatch(/\n(?:\d+) rows left out here; the JSON report has them all\.\n/);
    expect(tags(html(body)).filter((tag) => tag === '</table>')).toHaveLength(4);
    expect(body.endsWith('</details>\n')).toBe(true);
    expect(Buffer.byteLength(summary(big, links))).toBeLessThanOrEqual(1_048_576);
  });

  it('what is said to be left out is what is left out', () => {
    const body = comment(many('x'), links);
    const [, left = ''] = /\n(\d+) rows left out here/.exec(body) ?? [];
    const folded = body.split('All benchmarks')[1]?.split('</details>')[0] ?? '';
    expect(folded.match(/^\| <code>/gm)?.length).toBe(20_000 - Number(left));
  });

  it('what matters stays when the room is small', () => {
    const body = comment(many('x'), { maxChars: 8000 });
    expect(body.length).toBeLessThanOrEqual(8000);
    expect(body.split('<details>')[0]?.match(/^\| <code>/gm)?.length).toBe(20);
  });

  it('a limit that cannot hold the frame is refused', () => {
    expect(() => comment(verdict(), { maxChars: 100 })).toThrow(RangeError);
  });
});

const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc
    .array(
      fc.constantFrom(
        ...['@', 'user', '#', '1', '|', '`', '*', '_', '~', '[', ']', '(', ')', '!', '<', '>'],
        ...['\\', '\n', ' ', 'www.', 'http://', ':', '/', '-', '&', ';', '$', '{', '}', '="', 'x'],
        ...['code>', 'script', '&#64;', '&lt;', '<!--', '-->', '+', '=', '.', '1.', '\u200b', '^'],
        ...['mailto:', 'a@b.co', 'GH-1', 'abcdef0123456789', '\r\n\r\n', '    ', '\t', '😀'],
      ),
      { maxLength: 25 },
    )
    .map((parts) => parts.join('')),
);
