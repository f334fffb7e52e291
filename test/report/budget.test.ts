import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Block, fitInto, fixedBlock } from '../../src/report/budget.ts';

const block = (name: string, total: number, priority: number): Block => ({
  open: `<${name}>`,
  close: `</${name}>`,
  total,
  wanted: total,
  row: (index) => `${name}${index};`,
  left: (count) => `-${count}`,
  priority,
});
const length = (text: string): number => text.length;

it('everything is there where there is room', () => {
  const text = fitInto([fixedBlock('top'), block('a', 2, 1), block('b', 1, 2)], 100, length);
  expect(text).toBe('top<a>a0;a1;</a><b>b0;</b>');
});

it('whole rows of the least important block go first, and are counted', () => {
  const blocks = [block('b', 10, 2), block('a', 3, 1)];
  expect(fitInto(blocks, 38, length)).toBe('<b>b0;b1;b2;-7</b><a>a0;a1;a2;</a>');
  expect(fitInto(blocks, 28, length)).toBe('<b>-10</b><a>a0;a1;a2;</a>');
  expect(fitInto(blocks, 25, length)).toBe('<b>-10</b><a>a0;a1;-1</a>');
});

it('rows that are not wanted are counted too, and never made', () => {
  const few = { ...block('a', 1000, 1), wanted: 1 };
  expect(fitInto([few], 1000, length)).toBe('<a>a0;-999</a>');
});

it('a limit under the frame is an error, not a broken report', () => {
  expect(() => fitInto([block('a', 3, 1)], 8, length)).toThrow(RangeError);
});

it('never exceeds its limit', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat(30), fc.nat(3)), { maxLength: 5 }),
      fc.integer({ min: 100, max: 300 }),
      (sizes, limit) => {
        const blocks = sizes.map(([total, priority], i) => block(`b${i}`, total, priority));
        expect(fitInto(blocks, limit, length).length).toBeLessThanOrEqual(limit);
      },
    ),
  );
});
