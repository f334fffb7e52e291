import { expect, it } from 'vitest';
import { news, progress } from '../../../src/source/rounds/progress.ts';
import { duration } from '../../../src/text/numbers.ts';

const side = (wallSeconds: number) => ({
  benchmarks: [],
  isWritten: false,
  profiles: [],
  errors: [],
  printed: [],
  wallSeconds,
  cpuSeconds: 0,
});
const output = { number: 3, base: side(1), head: side(2), disturbed: null } as const;
const row = (name: string, verdict = 'ok') => ({ name, verdict, text: `${verdict}: 1 %` });

it('is a line a round, in the order of the round', () => {
  const now = { count: 3, most: 20, last: { open: [], decided: [] }, left: 125 };
  expect(progress({ ...output, order: 'base-first' }, now)).toBe(
    'round 3 of at most 20: base 1.00 s, head 2.00 s; 2m05s left',
  );
  const later = { ...now, last: { open: ['a'], decided: [row('b')] } };
  expect(progress({ ...output, order: 'head-first' }, later)).toBe(
    'round 3 of at most 20: head 2.00 s, base 1.00 s; 1 of 2 decided; 2m05s left',
  );
});

it('tells each benchmark once, and again when its verdict is another', () => {
  expect(news([row('a')], [row('a'), row('b'), row('c', 'slower')])).toEqual([
    'b: ok: 1 %',
    'c: slower: 1 %',
  ]);
  expect(news([row('a')], [row('a', 'slower')])).toEqual(['a: slower: 1 %']);
});

it.each([
  [-3, '0s'],
  [59.4, '59s'],
  [59.6, '1m00s'],
  [600, '10m00s'],
])('%d seconds are %s', (time, text) => {
  expect(duration(time)).toBe(text);
});
