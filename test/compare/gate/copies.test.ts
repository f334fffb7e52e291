import { describe, expect, it } from 'vitest';
import { timesOf } from '../../../src/compare/gate/copies.ts';
import { around, run, series } from '../runs.ts';

describe('the times of a run', () => {
  const one = run([series('A', around(1e-6)), series('B', around(2e-6))]);

  it('are the same of a copy, in any order, whatever else it holds', () => {
    const copy = run([...one.series].reverse(), { commit: 'other', time: 'later' });
    expect(timesOf(copy)).toBe(timesOf(one));
    const more = run([...one.series, series('A', [5], 'allocs/op')]);
    expect(timesOf(more)).toBe(timesOf(one));
  });

  it.each([
    ['a last digit', run([series('A', around(1e-6)), series('B', around(2.000000001e-6))])],
    ['another benchmark', run([series('A', around(1e-6)), series('C', around(2e-6))])],
    ['one benchmark more', run([...one.series, series('C', [1e-6])])],
  ])('differ by %s', (_, other) => {
    expect(timesOf(other)).not.toBe(timesOf(one));
  });

  it.each([
    ['no times', run([series('A', around(1e6), 'B/op'), series('B', [1, 2, 3, 4], 'bytes')])],
    ['three values', run([series('A', [1, 2, 3, 1, 2, 3])])],
    ['nothing', run([])],
  ])('tell nothing of %s', (_, few) => {
    expect(timesOf(few)).toBeNull();
  });
});
