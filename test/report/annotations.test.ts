import { describe, expect, it } from 'vitest';
import type { Verdict } from '../../src/model/verdict.ts';
import { annotations } from '../../src/report/annotations.ts';
import {
  commandsIn,
  confirmed,
  HOSTILE,
  judged,
  judgedFunction,
  suspect,
  UNSEEN,
  verdict,
  verdictOf,
} from './values.ts';

const prefix = '/home/runner/work/kit/kit/';
const resolve = (file: string): string | null =>
  file.startsWith(prefix) ? file.slice(prefix.length) : null;

it('a failing verdict names its benchmarks and its functions at their lines', () => {
  expect(annotations(verdict(), { resolve })).toEqual([
    {
      level: 'error',
      title: 'flamegate: 1 benchmark slower in codec',
      message:
        'Encode/size=4k-2 sec/op +22 % (fewer than 1 in 200 runs without a change has a benchmark as slow)',
    },
    {
      level: 'error',
      title: 'flamegate: codec.(*Encoder).Escape[go.shape.int] got heavier, +5.4 pp',
      message:
        'codec.(*Encoder).Escape[go.shape.int]: flat cpu from 8.1 % to 13.5 %, +5.4 pp. heavier by more than 2 pp with 99 % confidence',
      file: 'codec/escape.go',
      line: 41,
    },
  ]);
});

it('what rounds confirmed has both numbers', () => {
  const of = verdict({ comparisons: [confirmed()], functions: [] });
  const [first] = annotations(of, { resolve: () => null });
  expect(first?.message).toContain(
    '+13 % (in 10 rounds here, looked +14 % against 8 runs of main)',
  );
});

describe('the place of a function', () => {
  const placeOf = (changes: object, find = resolve) => {
    const functions = [judgedFunction(changes)];
    const [only] = annotations(verdict({ comparisons: [], functions }), { resolve: find });
    return { file: only?.file, line: only?.line };
  };

  it('is left out where the file is not in the repository', () => {
    expect(placeOf({ file: '/usr/local/go/src/sort/sort.go' })).toEqual({});
    expect(placeOf({ file: '' }, () => 'never asked')).toEqual({});
  });

  it('has no line where the profile has none', () => {
    expect(placeOf({ line: 0 })).toEqual({ file: 'codec/escape.go' });
  });

  it('is left out where the path could not be written as it is', () => {
    expect(placeOf({}, () => 'a\n::error::b.go')).toEqual({});
  });
});

describe('the level', () => {
  const suspected = judgedFunction({ name: 'suspected', verdict: 'suspect' });
  const levels = (of: Verdict) =>
    annotations(of, { resolve }).map(({ level, title }) => [level, title]);

  it('is an error for what is slower, a warning for what is only suspected', () => {
    const of = verdict({
      comparisons: [suspect('Unpack'), judged()],
      functions: [suspected, judgedFunction()],
    });
    expect(levels(of)).toEqual([
      ['error', 'flamegate: 1 benchmark slower in codec'],
      ['error', 'flamegate: codec.(*Encoder).Escape[go.shape.int] got heavier, +5.4 pp'],
      ['warning', 'flamegate: 1 benchmark looks slower in codec'],
      ['warning', 'flamegate: suspected looks heavier, +5.4 pp'],
    ]);
  });

  it('is a warning for everything where the gate is amber', () => {
    const rows = [suspect('A'), suspect('B'), suspect('A', { unit: 'allocs/op' })];
    const of = verdict({ verdict: 'suspect', comparisons: rows, functions: [suspected] });
    expect(levels(of)).toEqual([
      ['warning', 'flamegate: 2 benchmarks look slower in codec'],
      ['warning', 'flamegate: suspected looks heavier, +5.4 pp'],
    ]);
  });

  it('is a warning with the headline where the gate is incomplete, beside what is suspected', () => {
    const of = verdict({
      ...{ verdict: 'incomplete', headline: 'Render-2 did not run.' },
      ...{ comparisons: [suspect('A')], functions: [] },
    } as const);
    expect(annotations(of, { resolve })[0]).toEqual({
      level: 'warning',
      title: 'flamegate: incomplete',
      message: 'Render-2 did not run.',
    });
    expect(levels(of)).toHaveLength(2);
  });

  it('is an error with the headline where no row says why the gate fails', () => {
    const of = verdict({ comparisons: [suspect('A')], functions: [] });
    expect(levels(of)).toEqual([
      ['error', 'flamegate: fail'],
      ['warning', 'flamegate: 1 benchmark looks slower in codec'],
    ]);
  });

  it('none where it passes', () => {
    const rows = [judged({ verdict: 'faster', delta: -0.4 })];
    expect(annotations(verdict({ verdict: 'pass', comparisons: rows }), { resolve })).toEqual([]);
  });

  it('of no baseline: none on the first run, a warning where stored runs could not be used', () => {
    const { baseline, ...rest } = verdict({ verdict: 'no-baseline', headline: 'No baseline' });
    const first = { ...rest, warnings: [], baseline: { ...baseline, setAside: [] } };
    expect(annotations(first, { resolve })).toEqual([]);
    const unread = { kind: 'baseline', message: 'GitHub would not' } as const;
    const warned = [{ level: 'warning', title: 'flamegate: no-baseline', message: 'No baseline' }];
    expect(annotations({ ...first, warnings: [unread] }, { resolve })).toEqual(warned);
    const setAside = [{ commit: 'c', time: '', reason: 'expired' }];
    const used = { ...rest, warnings: [], baseline: { ...baseline, setAside } };
    expect(annotations(used, { resolve })).toEqual(warned);
  });
});

it('what is faster, or only says the same in another unit, is not annotated', () => {
  const rows = [
    judged({ verdict: 'faster', delta: -0.4 }),
    judged({ unit: 'B/s', better: 'higher', follows: 'sec/op' }),
    judged(),
  ];
  const all = annotations(verdict({ comparisons: rows, functions: [] }), { resolve });
  expect(all.map(({ message }) => message)).toEqual([expect.stringMatching(/^[^;]*sec\/op[^;]*$/)]);
});

it('packages with one last part keep what tells them apart', () => {
  const rows = ['x.org/a/codec', 'x.org/b/codec'].map((name) => judged({ package: name }));
  const all = annotations(verdict({ comparisons: rows, functions: [] }), { resolve });
  expect(all.map(({ title }) => title)).toEqual([
    'flamegate: 1 benchmark slower in a/codec',
    'flamegate: 1 benchmark slower in b/codec',
  ]);
});

it('cost that only moved is not annotated', () => {
  const moved = verdict({
    comparisons: [judged()],
    functions: [judgedFunction({ verdict: 'moved' }), judgedFunction({ name: 'other.f' })],
  });
  expect(annotations(moved, { resolve }).filter(({ file }) => file !== undefined)).toHaveLength(1);
});

it('what the policy keeps out is not annotated', () => {
  const out = verdict({
    comparisons: [judged({ gated: false })],
    functions: [judgedFunction({ gated: false })],
  });
  expect(annotations(out, { resolve })).toEqual([
    { level: 'error', title: 'flamegate: fail', message: out.headline },
  ]);
});

it('at most nine, and one that counts the others; one for each package of benchmarks', () => {
  const many = verdict({
    comparisons: Array.from({ length: 30 }, (_, i) =>
      judged({ package: `p${i % 2}`, benchmark: `B${i}` }),
    ),
    functions: Array.from({ length: 20 }, (_, i) => judgedFunction({ name: `f${i}` })),
  });
  const all = annotations(many, { resolve });
  expect(all).toHaveLength(10);
  expect(all[0]?.title).toBe('flamegate: 15 benchmarks slower in p0');
  expect(all[0]?.message).toMatch(/; and 5 more$/);
  expect(all[9]?.title).toBe('flamegate: and 13 more');
});

it.each(Object.entries(HOSTILE))('hostile %s is plain text on one line', (_, text) => {
  for (const { title, message, file } of annotations(verdictOf(text), { resolve: (x) => x })) {
    expect(commandsIn([title, message, file ?? ''].join('\n'))).toEqual([]);
    expect(`${title}${message}${file ?? ''}`).not.toMatch(UNSEEN);
    expect(`${title}${message}${file ?? ''}`).not.toMatch(/[\r\n]/);
    expect(message.length).toBeLessThanOrEqual(4000);
  }
});
