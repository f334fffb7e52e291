import { describe, expect, it } from 'vitest';
import { likenessOf, programsOf } from '../../src/compare/programs.ts';
import { table } from './tables.ts';

const codec = table({ 'codec.a': 600, 'codec.b': 400 });
const part = table({ 'codec.a': 200, 'codec.b': 200, 'parse.a': 600 });

describe('which profiles show one program', () => {
  it('is the lesser of the two parts they share: a program is not what it is a part of', () => {
    expect(likenessOf(codec, part)).toBeCloseTo(0.4, 12);
    expect(likenessOf(part, codec)).toBeCloseTo(0.4, 12);
    expect(programsOf([codec, part])).toEqual([0, 1]);
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
