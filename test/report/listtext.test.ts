/** Source lines with costs; one side is compared with pprof's own text in test/entry/cli/views.test.ts. */
import { expect, it } from 'vitest';
import { listText, type Routine } from '../../src/report/listtext.ts';
import { commandsIn, HOSTILE, UNSEEN } from './values.ts';

const source = ['a', 'b', 'c', 'func f() {', '\tx()', '}', 'g', 'h', 'i', 'j', 'k', 'l'];
const side = (startLine: number, ...lines: [number, number, number][]) => ({
  startLine,
  lines: new Map(lines.map(([line, flat, cum]) => [line, { flat, cum }])),
});
const routine = (...sides: Routine['sides']): Routine => ({
  name: 'f',
  file: 'f.go',
  sides,
  source,
});

it('a function that began at another line is put beside the one of now', () => {
  const text = listText([routine(side(1, [2, 1, 3]), side(4, [5, 4, 5]))], [10, 10], 'count');
  expect(text.split('\n').slice(0, 7)).toEqual([
    'Total: 10 -> 10',
    'ROUTINE ======================== f in f.go',
    '                 base                   head',
    '         1          3           4          5 (flat, cum) 30.00% -> 50.00% of Total',
    '         .          .           .          .      4:func f() {',
    '         1          3           4          5      5:\tx()',
    '         .          .           .          .      6:}',
  ]);
});

it('a function of one side only has nothing on the other', () => {
  const text = listText([routine(null, side(4, [5, 4, 5]))], [10, 10], 'count');
  expect(text).toContain('0          0           4          5 (flat, cum) 0% -> 50.00% of Total');
});

it('of a file that is not there costs are summed, and it is said', () => {
  const text = listText([{ ...routine(side(4, [5, 4, 5])), source: null }], [10], 'count');
  expect(text.split('\n')[3]).toContain('not in this checkout');
});

it.each(Object.entries(HOSTILE))('hostile %s stays in its line', (_, text) => {
  const one = { name: text, file: text, sides: [side(1, [1, 1, 1])], source: [text] };
  const printed = listText([one], [1], text);
  expect(commandsIn(printed)).toEqual([]);
  expect(printed.replaceAll('\t', '')).not.toMatch(UNSEEN);
  expect(printed.split('\n')).toHaveLength(text === '' ? 3 : 5);
});
