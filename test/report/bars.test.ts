import { describe, expect, it } from 'vitest';
import { bar, coloredBar } from '../../src/report/bars.ts';
import { functionDiffText } from '../../src/report/toptext.ts';
import { commandsIn, functionComparison, HOSTILE, profile } from './values.ts';

describe('a bar', () => {
  it.each([
    [0, '    │    '],
    [8, '    │████'],
    [4, '    │██  '],
    [3, '    │█▌  '],
    [0.001, '    │▏   '],
    [-8, '████│    '],
    [-3, '  ▐█│    '],
    [-0.001, '   ▐│    '],
    [80, '    │████'],
  ])('of %s among at most 8', (value, expected) => {
    expect(bar(value, 8, 4)).toBe(expected);
    expect([...bar(value, 8, 4)]).toHaveLength(9);
  });

  it('where nothing changed is empty', () => {
    expect(bar(0, 0, 2)).toBe('  │  ');
  });

  it('is red to the right and green to the left', () => {
    expect(coloredBar(' 5% ██│   f')).toBe(' 5% \x1b[32m██\x1b[39m│   f');
    expect(coloredBar(' 5%   │█▌ f│█')).toBe(' 5%   │\x1b[31m█▌\x1b[39m f│█');
    expect(coloredBar('base flat')).toBe('base flat');
  });
});

describe('the difference of two profiles on a terminal', () => {
  const rows = [
    functionComparison({ name: 'a', file: 'a.go', line: 1, flatDelta: 0.08 }),
    functionComparison({ name: 'b'.repeat(200), flatDelta: -0.04 }),
  ];
  it('has bars, and no line is wider than the terminal', () => {
    for (const columns of [60, 80, 119, 120, 200]) {
      const text = functionDiffText(profile({ functions: rows }), { columns, color: false });
      const table = text.split('\n').slice(3);
      expect(Math.max(...table.map((line) => [...line].length))).toBeLessThanOrEqual(columns);
      expect(table[1]).toMatch(/│█+ +a \(a.go:1\)$/);
      expect(table[2]).toMatch(/█+│ +b+…b+$/);
    }
  });

  it('is narrower by columns: the cum numbers go first', () => {
    const at = (columns: number) =>
      functionDiffText(profile({ functions: rows }), { columns, color: false });
    expect(at(119)).not.toContain('base cum');
    expect(at(120)).toContain('base cum');
  });

  it.each(Object.entries(HOSTILE))('hostile %s brings no escape of its own', (_, text) => {
    const functions = [functionComparison({ name: text, file: text })];
    const out = functionDiffText(profile({ functions }), { columns: 100, color: true });
    expect(commandsIn(out)).toEqual([]);
    const codes = out.split('\x1b').slice(1);
    expect(
      codes.map((code) => code.slice(0, 4)).filter((code) => !/^\[3[129]m$/.test(code)),
    ).toEqual([]);
  });
});
