/** Two tables side by side. That the values are pprof's is in golden.test.ts. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FunctionTable } from '../../src/model/run.ts';
import { diffTables } from '../../src/profile/diff.ts';

type Row = readonly [name: string, flat: number, cum: number];

function table(source: string, total: number, rows: readonly Row[]): FunctionTable {
  return {
    source,
    sampleType: { type: 'cpu', unit: 'nanoseconds' },
    total,
    samples: 1,
    functions: rows.map(([name, flat, cum]) => ({
      name,
      flat,
      cum,
      file: `${source}.go`,
      line: 7,
    })),
  };
}

describe('a difference', () => {
  it('has each side in its own fractions, the largest change first', () => {
    const base = table('base', 8, [
      ['a', 4, 8],
      ['b', 3, 3],
      ['gone', 1, 1],
    ]);
    const head = table('head', 16, [
      ['b', 9, 12],
      ['a', 6, 16],
      ['new', 1, 1],
    ]);
    const rows = diffTables(base, head);
    expect(rows.map(({ name, flatDelta }) => [name, flatDelta])).toEqual([
      ['b', 0.1875],
      ['a', -0.125],
      ['gone', -0.125],
      ['new', 0.0625],
    ]);
    expect(rows[0]).toEqual({
      name: 'b',
      file: 'head.go',
      line: 7,
      base: { flat: 3, cum: 3, flatFraction: 0.375, cumFraction: 0.375 },
      head: { flat: 9, cum: 12, flatFraction: 0.5625, cumFraction: 0.75 },
      flatDelta: 0.1875,
    });
    const zeros = { flat: 0, cum: 0, flatFraction: 0, cumFraction: 0 };
    expect(rows[2]).toMatchObject({ file: 'base.go', head: zeros, base: { flat: 1 } });
    expect(rows[3]).toMatchObject({ file: 'head.go', base: zeros, head: { flat: 1 } });
  });

  it('with a side that sampled nothing has fractions of 0, not NaN', () => {
    const [row] = diffTables(table('base', 0, []), table('head', 4, [['a', 4, 4]]));
    expect(row).toMatchObject({ flatDelta: 1, base: { flatFraction: 0, cumFraction: 0 } });
    expect(diffTables(table('base', 0, []), table('head', 0, []))).toEqual([]);
  });

  it('of hostile names is a difference like any other', () => {
    const rows: Row[] = [
      ['__proto__', 3, 3],
      ['constructor', 2, 2],
      ['x'.repeat(10_000), 1, 1],
      ['a\nb', 0, 6],
    ];
    const found = diffTables(table('base', 6, rows), table('head', 6, rows));
    expect(found.map(({ name, head }) => [name, head.flat]).sort()).toEqual(
      rows.map(([name, flat]) => [name, flat]).sort(),
    );
    expect(found.every(({ flatDelta }) => flatDelta === 0)).toBe(true);
  });

  it('needs the same sample type and unit on both sides', () => {
    const other = { ...table('head', 1, []), sampleType: { type: 'cpu', unit: 'ms' } };
    expect(() => diffTables(table('base', 1, []), other)).toThrow(/^head: .*"cpu" in "ms"/);
  });

  it('holds every function of either side once, sorted', () => {
    const functionRows = fc.uniqueArray(
      fc.tuple(fc.constantFrom(...'abcdefghij'), fc.integer(), fc.integer()),
      { selector: ([name]) => name },
    );
    fc.assert(
      fc.property(functionRows, functionRows, fc.nat(), fc.nat(), (before, after, one, other) => {
        const [base, head] = [table('base', one, before), table('head', other, after)];
        const found = diffTables(base, head);
        const names = new Set([...before, ...after].map(([name]) => name));
        expect(new Set(found.map(({ name }) => name))).toEqual(names);
        expect(found).toHaveLength(names.size);
        for (const [index, row] of found.entries()) {
          expect(row.base.flat).toBe(before.find(([name]) => name === row.name)?.[1] ?? 0);
          expect(row.head.cum).toBe(after.find(([name]) => name === row.name)?.[2] ?? 0);
          const next = found[index + 1];
          const [larger, smaller] = [Math.abs(row.flatDelta), Math.abs(next?.flatDelta ?? 0)];
          expect(larger > smaller || next === undefined || row.name < next.name).toBe(true);
        }
      }),
    );
  });
});
