import { describe, expect, it } from 'vitest';
import { betterOf, tidy } from '../../../src/formats/benchmarks/unit.ts';
import { goldenRows } from './read.ts';

const rows = goldenRows<{ unit: string; tidied: string; factor: number; goBetter: number }>(
  'units.json',
);

describe('units, as benchstat tidies them', () => {
  it.each(rows)('$unit is $tidied', ({ unit, tidied, factor }) => {
    expect(tidy(unit)).toEqual({ unit: tidied, factor });
  });

  it("keeps Go's own directions", () => {
    for (const { tidied, goBetter } of rows) {
      if (goBetter !== 0) expect(betterOf(tidied)).toBe(goBetter > 0 ? 'higher' : 'lower');
    }
  });
});

describe('which way a unit improves', () => {
  it.each([
    ['sec/op', 'lower'],
    ['sec', 'lower'],
    ['p99-sec', 'lower'],
    ['p99-sec/op', 'lower'],
    ['µs/op', 'lower'],
    ['B/op', 'lower'],
    ['B', 'lower'],
    ['allocs/op', 'lower'],
    ['peak-RSS-bytes', 'lower'],
    ['B/s', 'higher'],
    ['req/s', 'higher'],
    ['events/sec', 'higher'],
    ['sec/sec', 'unknown'],
    ['gc-sec/s', 'unknown'],
    ['ratio', 'unknown'],
    ['%', 'unknown'],
    ['op', 'unknown'],
    ['x/B', 'unknown'],
    ['', 'unknown'],
  ])('%s: %s', (unit, better) => {
    expect(betterOf(unit)).toBe(better);
  });
});
