import { expect, it } from 'vitest';
import { type Column, fitted, wrapped } from '../../src/report/fit.ts';

const columns: Column[] = [
  { heading: 'name', align: 'left' },
  { heading: 'value', align: 'right' },
  { heading: 'interval', align: 'right', spare: 1 },
  { heading: 'chance', align: 'right', spare: 2 },
];
const rows = [
  { cells: ['Encode/size=4k', '1.23', '+1 to +2', '1 in 40'], note: 'why it is', isNoted: true },
  { cells: ['B', '2', '-', '-'], note: 'as it was', isNoted: false },
];
const lines = (width: number) =>
  fitted(columns, 'reason', rows, width).flatMap((row) => [...row.lines, ...row.notes]);

it('all in one line where there is room', () => {
  expect(lines(54)).toEqual([
    'name            value  interval   chance  reason',
    'Encode/size=4k   1.23  +1 to +2  1 in 40  why it is',
    'B                   2         -        -  as it was',
  ]);
});

it('then the notes go below their rows, where they say something', () => {
  expect(lines(50)).toEqual([
    'name            value  interval   chance',
    'Encode/size=4k   1.23  +1 to +2  1 in 40',
    '    why it is',
    'B                   2         -        -',
  ]);
});

it('then columns that can be spared go, the highest number first', () => {
  expect(lines(39)[1]).toBe('Encode/size=4k   1.23  +1 to +2');
  expect(lines(30)[1]).toBe('Encode/size=4k   1.23');
});

it('then a name has a line of its own, and is never cut', () => {
  expect(lines(18)).toEqual([
    ...['name  value', 'Encode/size=4k', '       1.23', '    why it is', 'B         2'],
  ]);
  expect(lines(10).slice(0, 5)).toEqual(['name', '   value', 'Encode/siz', 'e=4k', '    1.23']);
});

it('sentences are broken between words, and words only where they are too long', () => {
  expect(wrapped('one two three four', 9)).toEqual(['one two', '  three', '  four']);
  expect(wrapped('one abcdefghijkl two', 8)).toEqual(['one', '  abcdef', '  ghijkl', '  two']);
  expect(wrapped('short', 9)).toEqual(['short']);
});
