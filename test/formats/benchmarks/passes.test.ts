/** Which samples are of one pass over the suite: a benchmark that comes again after others is of another. */
import { expect, it } from 'vitest';
import { read } from './read.ts';

const line = (name: string, ns: number, more = '') => `Benchmark${name}-2 100 ${ns} ns/op${more}\n`;
const passesOf = (...texts: string[]) =>
  read(...texts).series.map((of) => [of.benchmark, of.unit, of.samples.length, of.passes]);

it('-count repeats a benchmark in a row: one pass', () => {
  expect(passesOf(line('A', 1) + line('A', 2) + line('B', 3) + line('B', 4))).toEqual([
    ['A-2', 'sec/op', 2, undefined],
    ['B-2', 'sec/op', 2, undefined],
  ]);
});

it('a suite that is printed twice has two, also of unlike sizes', () => {
  const first = line('A', 1) + line('A', 2) + line('B', 3);
  const second = line('A', 4) + line('B', 5) + line('B', 6);
  expect(passesOf(first + second)).toEqual([
    ['A-2', 'sec/op', 3, [2, 1]],
    ['B-2', 'sec/op', 3, [1, 2]],
  ]);
});

it('a second file is another pass, of one benchmark too', () => {
  expect(passesOf(line('A', 1) + line('A', 2), line('A', 3))).toEqual([
    ['A-2', 'sec/op', 3, [2, 1]],
  ]);
});

it('shards are no passes', () => {
  expect(passesOf(line('A', 1), line('B', 2))).toEqual([
    ['A-2', 'sec/op', 1, undefined],
    ['B-2', 'sec/op', 1, undefined],
  ]);
});

it('a unit that only a later pass has was measured once', () => {
  const text = line('A', 1) + line('B', 1) + line('A', 2, ' 7 B/op') + line('A', 3, ' 7 B/op');
  expect(passesOf(text)).toEqual([
    ['A-2', 'sec/op', 3, [1, 2]],
    ['A-2', 'B/op', 2, undefined],
    ['B-2', 'sec/op', 1, undefined],
  ]);
});
