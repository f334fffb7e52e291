import fc from 'fast-check';
import { expect, it } from 'vitest';
import { orderOf } from '../../../src/source/rounds/order.ts';

const orders = (seed: number, rounds: number) =>
  Array.from({ length: rounds }, (_, i) => orderOf(seed, i + 1));

it('is the same for the same seed, and another for others', () => {
  expect(orders(7, 20)).toEqual(orders(7, 20));
  const all = new Set(Array.from({ length: 30 }, (_, seed) => orders(seed, 10).join()));
  expect(all.size).toBeGreaterThan(15);
});

it('has both orders once in each pair of rounds', () => {
  fc.assert(
    fc.property(fc.nat(2 ** 32 - 1), fc.integer({ min: 0, max: 50 }), (seed, block) => {
      const pair = [orderOf(seed, 2 * block + 1), orderOf(seed, 2 * block + 2)];
      expect(pair.sort()).toEqual(['base-first', 'head-first']);
    }),
  );
});

it('draws which comes first: about half of the blocks begin with either', () => {
  const first = Array.from({ length: 1000 }, (_, block) => orderOf(1, 2 * block + 1));
  const base = first.filter((order) => order === 'base-first').length;
  // 1000 fair draws are within 440 and 560 with a probability of 0.9999.
  expect(base).toBeGreaterThan(440);
  expect(base).toBeLessThan(560);
});
