import { describe, expect, it } from 'vitest';
import { likenessOf, programsOf } from '../../../src/compare/functions/programs.ts';
import { table } from '../tables.ts';

const codec = table({ 'codec.a': 600, 'codec.b': 400 });
const parse = { 'parse.a': 150, 'parse.b': 150, 'parse.c': 150, 'parse.d': 150 };
const part = table({ 'codec.a': 200, 'codec.b': 200, ...parse });

describe('which profiles show one program', () => {
  it('is the lesser of the two parts they share: a program is not what it is a part of', () => {
    // 400 of 1000, without the largest of what is only in the one.
    expect(likenessOf(codec, part)).toBeCloseTo(400 / 850, 12);
    expect(likenessOf(part, codec)).toBeCloseTo(400 / 850, 12);
    expect(programsOf([codec, part])).toEqual([0, 1]);
  });

  it('leaves out one function that is new, or gone, unless it is the program', () => {
    const grown = (share: number) => table({ 'codec.a': 600, 'codec.b': 400, 'codec.new': share });
    expect(likenessOf(codec, grown(2000))).toBeCloseTo(1, 12);
    expect(likenessOf(grown(2000), codec)).toBeCloseTo(1, 12);
    expect(likenessOf(codec, grown(3010))).toBeCloseTo(1000 / 4010, 12);
    // One function of each side is two.
    const other = table({ 'x.hot': 700, 'runtime.gc': 300 });
    expect(likenessOf(other, table({ 'y.hot': 700, 'runtime.gc': 300 }))).toBeCloseTo(0.3, 12);
  });

  it('asks the newest profile too, which is first', () => {
    const renamed = (from: number, to: number) =>
      table(Object.fromEntries(Array.from({ length: to - from }, (_, i) => [`f${from + i}`, 50])));
    const old = Array(5).fill(renamed(0, 20));
    expect(programsOf([renamed(9, 29), ...old, renamed(13, 33)])).toEqual(Array(7).fill(0));
    expect(programsOf([...old, renamed(13, 33)])).toEqual([...Array(5).fill(0), 1]);
  });

  it('does not depend on shares, lengths, file names or generated names', () => {
    const other = table({ 'codec.a': 1, 'codec.b': 99 }, { source: 'else.pprof' });
    const v2 = table({ 'x/codec.a': 60, 'x/codec.b': 40 });
    const v3 = table({ 'x/v2/codec.a': 60, 'x/v2/codec.b': 40 });
    expect(programsOf([codec, other])).toEqual([0, 0]);
    expect(programsOf([v2, v3])).toEqual([0, 0]);
  });

  it('does not depend on how much a filter left', () => {
    const focused = { ...codec, total: codec.total * 50 };
    expect(programsOf([focused, focused, codec])).toEqual([0, 0, 0]);
  });

  it('numbers them in the order met, an empty profile on its own', () => {
    expect(programsOf([part, codec, table({}), part, codec])).toEqual([0, 1, 2, 0, 1]);
  });
});
