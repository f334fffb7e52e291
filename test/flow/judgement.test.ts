/** Rows of a comparison judged together: what one row means for the others. */
import { describe, expect, it } from 'vitest';
import { judgeRows } from '../../src/flow/judgement.ts';
import { resolveConfig } from '../../src/settings/config.ts';
import { comparison, functionComparison, profile, side } from '../report/values.ts';

const config = resolveConfig({});
const heavier = profile({ functions: [functionComparison()] });
const known = comparison({ benchmark: 'Known-2', base: side(1), head: side(1) });
const functionIn = (...comparisons: (typeof known)[]) =>
  judgeRows({ comparisons, profiles: [heavier], p: null, shift: null, dedicated: false }, config)
    .functions[0];

describe('a function that got heavier', () => {
  it('fails where both sides ran the same benchmarks', () => {
    expect(functionIn(known)?.verdict).toBe('slower');
    expect(functionIn()?.verdict).toBe('slower');
  });

  it.each([
    ['is new', comparison({ benchmark: 'Other-2', base: null, head: side(1) })],
    ['is not run any more', comparison({ benchmark: 'Other-2', base: side(1), head: null })],
  ])('does not fail where a benchmark %s: its work is in the shares', (how, other) => {
    const row = functionIn(known, other);
    expect(row?.verdict).toBe('suspect');
    expect(row?.reason).toMatch(new RegExp(`^heavier by .*but the benchmark Other-2 ${how}`));
  });

  it('fails though a benchmark has a unit more', () => {
    const more = { ...known, unit: 'B/op', base: null };
    expect(functionIn(known, more)?.verdict).toBe('slower');
  });
});
