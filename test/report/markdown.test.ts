import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Shift, Verdict } from '../../src/model/verdict.ts';
import { comment, summary } from '../../src/report/markdown.ts';
import { html, shownText, tags } from './html.ts';
import {
  confirmed,
  HOSTILE,
  judged,
  judgedFunction,
  ok,
  shift,
  suspect,
  verdict,
  verdictOf,
} from './values.ts';

const links = {
  artifactUrl: 'https://github.com/o/r/actions/runs/1/artifacts/2',
  runUrl: 'https://github.com/o/r/actions/runs/1',
};

it('is the headline, one short table, what got heavier, what to do, and the rest folded', () => {
  expect(comment(verdict(), links)).toBe(
    `### ❌ Fail: Encode/size=4k-2 is 22 % slower because of codec.escape &#40;codec/escape.go:41&#41;.

|  | benchmark | base | head | change | why |
|---|---|--:|--:|--:|---|
| **slower** | <code>Encode/size=4k-2</code> | 1.23 µs/op | 1.50 µs/op | **+22 %** | beyond +19 %, which clean runs do not reach |

**What got heavier**

|  | function | at | profile | base | head | change | why |
|---|---|---|---|--:|--:|--:|---|
| **heavier** | <code>codec.&#40;&#42;Encoder&#41;.Escape&#91;go.shape.int&#93;</code> | <code>kit/codec/escape.go:41</code> | cpu | 8.1 % | 13.5 % | **+5.4 pp** | heavier by more than 2 pp with 99 % confidence |

- Two more runs of main would tell more.

<details><summary>All comparisons (1 slower, 1 ok)</summary>

|  | benchmark | base | runs | head | change | 95 % interval | by chance | threshold | can see | why |
|---|---|--:|--:|--:|--:|--:|--:|--:|--:|---|
| slower | <code>Encode/size=4k-2</code> | 1.23 µs/op | 5 | 1.50 µs/op | +22 % | +18 % to +25 % | &lt;1 in 200 | 5 % | +8 % | beyond +19 %, which clean runs do not reach |
| ok | <code>Decode/size=4k-2</code> | 1.23 µs/op | 5 | 1.23 µs/op | +0.08 % | -1 % to +1.2 % | usual | 5 % | +8 % | as it was |

</details>

<details><summary>All functions (1 heavier)</summary>

|  | function | at | profile | base | head | change | 95 % interval | by chance | why |
|---|---|---|---|--:|--:|--:|--:|--:|---|
| **heavier** | <code>codec.&#40;&#42;Encoder&#41;.Escape&#91;go.shape.int&#93;</code> | <code>kit/codec/escape.go:41</code> | cpu | 8.1 % | 13.5 % | **+5.4 pp** | +3.2 to +7.6 pp | &lt;1 in 200 | heavier by more than 2 pp with 99 % confidence |

</details>

<details><summary>Baseline and environment</summary>

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

To look closer, unpack [the artifact](<https://github.com/o/r/actions/runs/1/artifacts/2>) and run \`node flamegate/dist/cli.js diff base head\` (flamegate is a checkout of the action), or \`go tool pprof -http=: -diff_base base/profiles/FILE head/profiles/FILE\`. [This run](<https://github.com/o/r/actions/runs/1>).
`,
  );
});

it('gives the command of the action that wrote it, and no name of a registry', () => {
  const source = { url: 'https://github.com/o/flamegate', ref: 'v1' };
  expect(comment(verdict(), { source })).toContain(
    'run `git clone -q https://github.com/o/flamegate flamegate && git -C flamegate checkout -q v1 && node flamegate/dist/cli.js diff base head`',
  );
  for (const text of [comment(verdict()), comment(verdict(), { source })]) {
    expect(text).not.toMatch(/\bnpx\b/);
  }
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
  expect(openPart(quiet)).toBe(
    '### ✅ Pass: Nothing slower in 11 benchmarks, against 12 runs of main.\n\n',
  );
  expect(comment(quiet)).toContain('All comparisons (11 ok)');
});

it('a red gate shows its suspects too, and neither an interval nor a p before the fold', () => {
  const text = openPart(verdict({ comparisons: [suspect('Unpack'), judged(), ok('A')] }));
  expect(text.match(/^\| .*? \|/gm)?.slice(1, 3)).toEqual(['| **slower** |', '| suspect |']);
  expect(text).not.toMatch(/interval|chance|1 in 30/);
});

it('has no second row for the same measurement in another unit, but the folded one', () => {
  const speed = judged({ unit: 'B/s', better: 'higher', follows: 'sec/op' });
  const of = verdict({ comparisons: [judged(), speed], functions: [] });
  expect(openPart(of).match(/<code>/g)).toHaveLength(1);
  expect(comment(of)).toContain('All comparisons (1 slower)');
  expect(comment(of)).toContain('| same as sec/op |');
});

it('a row that was measured again and is as it was keeps its place before the fold', () => {
  const again = confirmed({ verdict: 'ok', delta: 0.006, own: 0.006, detectable: 0.02 });
  expect(openPart(verdict({ comparisons: [again] }))).toContain(
    '| ok, detects +2 % | <code>Confirmed-2</code> | 1.00 µs/op | 1.13 µs/op | +0.6 % |',
  );
});

describe('the headline has one mark, and says what it means', () => {
  it.each([
    ['pass', '### ✅ Pass: '],
    ['fail', '### ❌ Fail: '],
    ['suspect', '### ⚠️ Suspect: '],
    ['incomplete', '### 🚧 Incomplete: '],
    ['no-baseline', '### ⚪ Encode'],
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
      /^\| \*\*slower\*\* \| all 14 benchmarks together \| - \| - \| \*\*\+61 %\*\* \| either this machine is slower, or everything is/,
    );
    expect(rowOf({ verdict: 'suspect', delta: 0.09 })).toMatch(
      /^\| suspect \| all 14 benchmarks together \| - \| - \| \+9 % \|/,
    );
    expect(rowOf({ verdict: 'faster', delta: -0.4 })).toMatch(/^\| faster .* \| -40 % \|/);
  });

  it('has no row where it is what main does, too', () => {
    expect(rowOf({ verdict: 'ok' })).toBeUndefined();
  });

  it('does not hide the rows', () => {
    const text = openPart(
      verdict({ comparisons: [judged()], shift: shift({ verdict: 'slower', delta: 0.6 }) }),
    );
    expect(text.match(/^\| \*\*(?:slower|heavier)/gm)).toHaveLength(3);
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
      4, 15, 2, 15, 0,
    ]);
  });

  // A report leaves out what is empty, so an empty text has fewer tags: no danger, no template.
  it.each(Object.entries(HOSTILE).filter(([, text]) => text !== ''))('%s is inert', (_, text) => {
    expectInert(text);
  });

  it('any text is inert', () => {
    const some = hostile.filter((text) => text !== '');
    fc.assert(fc.property(some, expectInert), { numRuns: 300 });
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
    expect(body.endsWith('.\n')).toBe(true);
    expect(Buffer.byteLength(summary(big, links))).toBeLessThanOrEqual(1_048_576);
  });

  it('what is said to be left out is what is left out', () => {
    const body = comment(many('x'), links);
    const [, left = ''] = /\n(\d+) rows left out here/.exec(body) ?? [];
    const folded = body.split('All comparisons')[1]?.split('</details>')[0] ?? '';
    expect(folded.match(/^\| slower/gm)?.length).toBe(20_000 - Number(left));
  });

  it('what matters stays when the room is small', () => {
    const body = comment(many('x'), { maxChars: 8000 });
    expect(body.length).toBeLessThanOrEqual(8000);
    expect(body.match(/^\| \*\*(?:slower|heavier)/gm)?.length).toBe(20);
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
