/** Which functions moved: absolute costs, which add up to the benchmark's change. */
import { describe, expect, it } from 'vitest';
import { costsOf, meanCosts, movedFunctions } from '../../../src/compare/counts/functions.ts';
import type { FunctionCost } from '../../../src/model/counts.ts';

const cost = (
  name: string,
  lines: Record<number, number>,
  calls: Record<string, number> = {},
): FunctionCost => ({
  name,
  file: `${name}.go`,
  lines: new Map(Object.entries(lines).map(([line, count]) => [Number(line), count])),
  calls: new Map(
    Object.entries(calls).map(([of, instructions]) => [
      of,
      { times: instructions / 3, instructions },
    ]),
  ),
});

describe('functions', () => {
  it('cost what the longer run has more, an operation; start-up cancels', () => {
    const start = cost('init', { 3: 40_000 });
    const costs = costsOf(
      [start, cost('work', { 10: 9000, 12: 1000 })],
      [start, cost('work', { 10: 900, 12: 100 })],
      900,
    );
    expect(costs.get('work')).toMatchObject({ own: 10, file: 'work.go' });
    expect(costs.get('init')?.own).toBe(0);
  });

  it('call what the longer run called more, by the names that the functions have', () => {
    const callee = '/t/base/tree/a.js:f::h0123456789abcdef';
    const one = (count: number) => cost('main', { 1: 5 }, { [callee]: count });
    const costs = costsOf([one(9000)], [one(900)], 900, '/t/base/tree');
    expect([...(costs.get('main')?.calls ?? [])]).toEqual([
      ['a.js:f', { times: 3, instructions: 9 }],
    ]);
  });

  it('are named as in the repository, and without what a build makes up', () => {
    const rust = {
      ...cost('words::count::h0123456789abcdef', { 3: 7 }),
      file: '/t/base/tree/src/lib.rs',
    };
    const costs = costsOf([rust, cost('/t/base/tree/a.js:main', { 1: 1 })], [], 1, '/t/base/tree');
    expect([...costs.keys()]).toEqual(['words::count', 'a.js:main']);
    expect(costs.get('words::count')?.file).toBe('src/lib.rs');
  });

  it('are means over runs, and one that a run lacks counts as nothing there', () => {
    const runs = [10, 20].map((n) => costsOf([cost('work', { 1: n })], [], 1));
    const rare = costsOf([cost('work', { 1: 30 }), cost('gc', { 1: 9 })], [], 1);
    const mean = meanCosts([...runs, rare]);
    expect([mean.get('work')?.own, mean.get('gc')?.own]).toEqual([20, 3]);
  });

  it('are named by how far they moved, new and gone ones too, with the heaviest line', () => {
    const side = (...costs: FunctionCost[]) => costsOf(costs, [], 1);
    const found = movedFunctions(
      side(
        cost('a', { 5: 100 }),
        cost('gone', { 7: 152 }),
        cost('same', { 1: 9999 }),
        cost('b', { 1: 3 }),
      ),
      side(
        cost('a', { 5: 100, 8: 900 }),
        cost('new', { 2: 40 }),
        cost('same', { 1: 9999 }),
        cost('b', { 1: 5 }),
      ),
    );
    expect(found.moved.map(({ name, line, base, head }) => [name, line, head - base])).toEqual([
      ['a', 8, 900],
      ['gone', 7, -152],
      ['new', 2, 40],
    ]);
    expect([found.rest, found.all]).toEqual([2, 5]);
  });

  it('that are equal to the digit are none', () => {
    const side = costsOf([cost('a', { 5: 100 })], [], 1);
    expect(movedFunctions(side, side)).toEqual({ moved: [], rest: 0, all: 1 });
  });
});
