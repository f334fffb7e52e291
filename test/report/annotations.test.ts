import { describe, expect, it } from 'vitest';
import { annotations } from '../../src/report/annotations.ts';
import {
  commandsIn,
  confirmed,
  HOSTILE,
  judged,
  judgedFunction,
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
      title: 'flamegate: 1 benchmark metric regressed in example.com/kit/codec',
      message: 'Encode/size=4k-2 sec/op +21.95% (95% interval +18.1% to +25.2%, p <0.001)',
    },
    {
      level: 'error',
      title: 'flamegate: codec.(*Encoder).Escape[go.shape.int] got heavier, +5.4 pp',
      message:
        'codec.(*Encoder).Escape[go.shape.int]: flat cpu from 8.1% to 13.5%, +5.4 pp (95% interval +3.2 to +7.6 pp). heavier by more than 2 pp with 99 % confidence',
      file: 'codec/escape.go',
      line: 41,
    },
  ]);
});

it('what rounds confirmed has both numbers', () => {
  const of = verdict({ comparisons: [confirmed()], functions: [] });
  const [first] = annotations(of, { resolve: () => null });
  expect(first?.message).toContain(
    '+12.60% (95% interval +11.1% to +14.0%, p <0.001, in 10 rounds here, screened +14.00% against 8 runs of main)',
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
  const suspected = judgedFunction({ name: 'suspected', verdict: 'inconclusive' });

  it('is a warning for what is only suspected', () => {
    const levels = annotations(verdict({ functions: [suspected, judgedFunction()] }), { resolve });
    expect(levels.map(({ level }) => level)).toEqual(['error', 'error', 'warning']);
  });

  it('is a warning for everything where the gate is inconclusive', () => {
    const unsure = verdict({ verdict: 'inconclusive', functions: [suspected] });
    expect(annotations(unsure, { resolve }).map(({ level }) => level)).toEqual([
      'warning',
      'warning',
    ]);
  });

  it.each(['pass', 'no-baseline'] as const)('%s has none', (kind) => {
    expect(annotations(verdict({ verdict: kind }), { resolve })).toEqual([]);
  });
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
    { level: 'error', title: 'flamegate', message: out.headline },
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
  expect(all[0]?.title).toBe('flamegate: 15 benchmark metrics regressed in p0');
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
