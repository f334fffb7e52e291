import { expect, it } from 'vitest';
import { cell, layOut } from '../../src/report/texttable.ts';

it('aligns by code points and leaves no trailing space', () => {
  const lines = layOut([
    [cell(0, 'name'), cell(1, 'value', { align: 'right' }), cell(2, 'note')],
    [cell(0, 'α'), cell(1, '1.0µ', { align: 'right' }), cell(2, '')],
    [cell(0, '😀longer'), cell(1, '12', { align: 'right' }), cell(2, 'x')],
  ]);
  expect(lines).toEqual(['name    value note', 'α        1.0µ', '😀longer    12 x']);
});

it('a wide spanning cell grows the first of its columns', () => {
  const lines = layOut(
    [
      [cell(1, 'a wide heading', { span: 2, align: 'center', margin: '|' })],
      [cell(0, 'r'), cell(1, '1', { margin: '|' }), cell(2, '2')],
    ],
    new Set([2]),
  );
  expect(lines).toEqual([' |a wide heading', 'r|1            2']);
});

it('a row that has only its first cell ends there', () => {
  expect(layOut([[cell(0, 'a'), cell(1, 'b')], [cell(0, 'c')], []])).toEqual(['a b', 'c', '']);
});
