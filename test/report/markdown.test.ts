import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { comment, summary } from '../../src/report/markdown.ts';
import { html, shownText, tags } from './html.ts';
import { HOSTILE, judged, judgedFunction, unchanged, verdict, verdictOf } from './values.ts';

const links = {
  artifactUrl: 'https://github.com/o/r/actions/runs/1/artifacts/2',
  runUrl: 'https://github.com/o/r/actions/runs/1',
};

it('is the headline, one short table, what got heavier, what to do, and the rest folded', () => {
  expect(comment(verdict(), links)).toBe(
    `### ❌ Encode/size=4k-2 got 21.95% slower; codec.escape got heavier by 5.4 pp.

|  | benchmark | base | head | change | 95% interval | why |
|---|---|--:|--:|--:|--:|---|
| **regressed** | <code>Encode/size=4k-2</code> | 1.230 µs/op | 1.500 µs/op | **+21.95%** | +18.1% to +25.2% | slower by more than 5 % with 99 % confidence |

**What got heavier**

|  | function | at | profile | base | head | change | 95% interval | why |
|---|---|---|---|--:|--:|--:|--:|---|
| **regressed** | <code>codec.&#40;&#42;Encoder&#41;.Escape&#91;go.shape.int&#93;</code> | <code>kit/codec/escape.go:41</code> | cpu | 8.1% | 13.5% | **+5.4 pp** | +3.2 to +7.6 pp | heavier by more than 2 pp with 99 % confidence |

- Measure base and head on one runner to find changes under 8 %.

<details><summary>All comparisons (1 regressed, 1 unchanged)</summary>

|  | benchmark | base | runs | head | change | 95% interval | p (Holm) | threshold | can see | why |
|---|---|--:|--:|--:|--:|--:|--:|--:|--:|---|
| regressed | <code>Encode/size=4k-2</code> | 1.230 µs/op | 5 | 1.500 µs/op | +21.95% | +18.1% to +25.2% | &lt;0.001 | 5.0% | 8.0% | slower by more than 5 % with 99 % confidence |
| unchanged | <code>Decode/size=4k-2</code> | 1.230 µs/op | 5 | 1.231 µs/op | +0.08% | -1.0% to +1.2% | 1.000 | 5.0% | 8.0% | a change of 5 % is excluded |

</details>

<details><summary>All functions (1 regressed)</summary>

|  | function | at | profile | base | head | change | 95% interval | why |
|---|---|---|---|--:|--:|--:|--:|---|
| **regressed** | <code>codec.&#40;&#42;Encoder&#41;.Escape&#91;go.shape.int&#93;</code> | <code>kit/codec/escape.go:41</code> | cpu | 8.1% | 13.5% | **+5.4 pp** | +3.2 to +7.6 pp | heavier by more than 2 pp with 99 % confidence |

</details>

<details><summary>Baseline and environment</summary>

- Compared with 5 runs of main &#40;012345&#8203;6789, fedcba&#8203;9876&#41;.
- Set aside 2 runs: another CPU
- Set aside 1 run: a corrupt file
- Shared by the suite: +1.20% &#40;median of 14 benchmarks, + is worse&#41;, within what main&#39;s own runs show &#40;-2.0% to +3.1%&#41;.
- Measured on linux/amd64, AMD EPYC 7763, go1.26.8.

</details>

<details><summary>2 warnings</summary>

- warning: bench.txt:&#8203;7: no iterations
- warning: one stored run was unreadable

</details>

To look closer, unpack [the artifact](<https://github.com/o/r/actions/runs/1/artifacts/2>) and run \`npx flamegate diff base head\`, or \`go tool pprof -http=: -diff_base base/profiles/FILE head/profiles/FILE\`. [This run](<https://github.com/o/r/actions/runs/1>).
`,
  );
});

describe('the headline has one mark', () => {
  it.each([
    ['pass', '### ✅ '],
    ['fail', '### ❌ '],
    ['inconclusive', '### ⚠️ '],
    ['no-baseline', '### ⚪ '],
  ] as const)('%s', (kind, start) => {
    expect(comment(verdict({ verdict: kind })).startsWith(start)).toBe(true);
  });
});

it('nothing changed: no table but the folded one', () => {
  const quiet = verdict({ comparisons: [unchanged('A')], functions: [] });
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

it('a shift beyond history is said in the open', () => {
  const { shift } = verdict();
  const text = comment(verdict({ shift: shift && { ...shift, verdict: 'beyond-history' } }));
  expect(text.split('<details>')[0]).toContain('more than main&#39;s own runs show');
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
      4, 13, 2, 13, 0,
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
    expect(folded.match(/^\| regressed/gm)?.length).toBe(20_000 - Number(left));
  });

  it('what matters stays when the room is small', () => {
    const body = comment(many('x'), { maxChars: 8000 });
    expect(body.length).toBeLessThanOrEqual(8000);
    expect(body.match(/^\| \*\*regressed/gm)?.length).toBe(20);
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
