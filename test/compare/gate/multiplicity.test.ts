/** What is gated is one family, what is only shown another, and functions are a third. */
import { expect, it } from 'vitest';
import { adjust } from '../../../src/compare/gate/multiplicity.ts';
import type { Comparison } from '../../../src/model/comparison.ts';
import { holm } from '../../../src/stats/holm.ts';

const side = (center: number) => ({ center }) as Comparison['base'];
const row = (benchmark: string, p: number, worse = true): Comparison =>
  ({
    benchmark,
    p,
    better: 'lower',
    test: 'paired',
    base: side(1),
    head: side(worse ? 2 : 0.5),
  }) as Comparison;

const adjusted = (rows: readonly Comparison[]) =>
  adjust(rows, [], {
    comparison: (of) => !of.benchmark.startsWith('shown'),
    function: () => true,
  }).comparisons.map((of) => of.pAdjusted);

it('gated rows are adjusted for each other, and not for those that are only shown', () => {
  const gated = [row('a', 0.001), row('b', 0.02)];
  const shown = [row('shown 1', 0.001), row('shown 2', 0.004), row('shown 3', 0.9)];
  expect(adjusted([...gated, ...shown])).toEqual([
    ...holm([0.001, 0.02]),
    ...holm([0.001, 0.004, 0.9]),
  ]);
});

it('what got better counts in the size of the family and spends nothing of it', () => {
  expect(adjusted([row('a', 0.004), row('b', 0.003, false)])).toEqual([0.008, 0.006]);
});

it('rows against stored runs come adjusted, and are in no family', () => {
  const stored = { ...row('c', 0.5), test: 'run-level', pAdjusted: 0.7 } as Comparison;
  expect(adjusted([row('a', 0.001), row('b', 0.02), stored])).toEqual([
    ...holm([0.001, 0.02]),
    0.7,
  ]);
});
