import { expect, it } from 'vitest';
import { type LiveState, liveLines } from '../../src/report/live.ts';
import { judged, verdict } from './values.ts';

const size = { columns: 80, rows: 24 };
const state = (of: Partial<LiveState> = {}): LiveState => ({
  ...{
    verdict: null,
    open: [],
    seeksCause: false,
    count: 3,
    most: 20,
    firstLook: 6,
    left: 545,
    keys: 'heard',
  },
  ...of,
});
const row = (benchmark: string, of: object = {}) =>
  judged({ package: '', benchmark, unit: 'sec/op', delta: 0.5, ci: [0.25, 0.75], ...of });

it('before the first look says when it will be, and what a key does', () => {
  expect(liveLines(state(), size)).toEqual([
    'round 3 of at most 20; first look after 6; 9m05s left; q stops and judges',
  ]);
});

it('has a line a benchmark, what is still measured first, and its interval', () => {
  const comparisons = [
    row('Done', { verdict: 'ok' }),
    row('Slow', { verdict: 'slower' }),
    row('Open', { unit: 'B/op', delta: 9 }),
    row('Open', { verdict: 'ok' }),
  ];
  const lines = liveLines(
    state({ verdict: verdict({ comparisons }), open: ['Open'], keys: 'none' }),
    size,
  );
  expect(lines).toEqual([
    'Open  measuring  +50 % [+25, +75]',
    'Slow  slower     +50 % [+25, +75]',
    'Done  ok         +50 % [+25, +75]',
    'round 3 of at most 20; 2 of 3 decided; 9m05s left',
  ]);
});

it('never has more lines or columns than the terminal', () => {
  const comparisons = Array.from({ length: 100 }, (_, i) =>
    row(`${'long'.repeat(40)}${i}`, { verdict: 'ok' }),
  );
  for (const columns of [20, 40, 200]) {
    const lines = liveLines(state({ verdict: verdict({ comparisons }) }), { columns, rows: 10 });
    expect(lines).toHaveLength(9);
    expect(lines.at(-2)).toBe('and 93 more');
    for (const line of lines) expect(line.length).toBeLessThan(columns);
  }
});

it('shows names from outside without what a terminal would obey', () => {
  const comparisons = [row('a\x1b[2Jb\u202e\nc', { verdict: 'ok' })];
  const [line = ''] = liveLines(state({ verdict: verdict({ comparisons }) }), size);
  expect(line).not.toMatch(/[\p{Cc}\p{Cf}]/u);
});
