import { describe, expect, it } from 'vitest';
import { areRepeated } from '../../../src/source/rounds/repeated.ts';
import { run, series } from '../../compare/runs.ts';

describe('rounds', () => {
  const round = (base: number, head: number, allocs = 5) => ({
    base: run([series('A', [base]), series('A', [allocs], 'allocs/op')]),
    head: run([series('A', [head]), series('A', [allocs], 'allocs/op')]),
  });
  it.each([
    ['the same on both sides', [round(1, 1), round(1, 1)], true],
    ['the same on each side', [round(1, 2), round(1, 2)], false],
    ['one that differs', [round(1, 1), round(1, 1), round(1, 1.1)], false],
    ['a single one', [round(1, 1)], false],
    ['none', [], false],
  ])('are repeated or not: %s', (_, rounds, yes) => {
    expect(areRepeated(rounds)).toBe(yes);
  });

  it('without times are not', () => {
    const exact = () => run([series('A', [5], 'allocs/op')]);
    const rounds = [1, 2].map(() => ({ base: exact(), head: exact() }));
    expect(areRepeated(rounds)).toBe(false);
  });
});
