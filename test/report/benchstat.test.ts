import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Spread } from '../../src/model/comparison.ts';
import { diffText } from '../../src/report/benchstat.ts';
import { commandsIn, comparison, HOSTILE, side, UNSEEN } from './values.ts';

const recorded = (name: string): string =>
  readFileSync(new URL(`testdata/benchstat/${name}`, import.meta.url), 'utf8');

/**
 * The rows of a recorded comparison, from benchstat's own CSV (the same cells with their full
 * centres) and its notes (`B5: text`: which cell has which footnote). See testdata/benchstat.
 */
function recordedRows(name: string): { rows: Spread[]; config: Map<string, string> } {
  const notes = new Map<string, string[]>();
  for (const line of recorded(`${name}.notes`).split('\n')) {
    const [, at = '', note = ''] = /^([A-Z]\d+): (.*)$/.exec(line) ?? [];
    notes.set(at, [...(notes.get(at) ?? []), note]);
  }
  const rows: Spread[] = [];
  const config = new Map<string, string>();
  let unit = '';
  let columns: string[] = [];
  recorded(`${name}.csv`)
    .split('\n')
    .forEach((line, i) => {
      const cells = line.split(',');
      const setting = /^"?(\w+): (.*?)"?$/.exec(line);
      if (setting !== null) {
        config.set(setting[1] ?? '', setting[2] ?? '');
      } else if (cells[0] === '' && cells[2] === 'CI') {
        unit = cells[1] ?? '';
      } else if (cells[0] === '') {
        columns = cells;
      } else if (cells[0] !== 'geomean' && cells.length > 1) {
        const at = (column: string): string[] => notes.get(`${column}${i + 1}`) ?? [];
        const packageName = config.get('pkg') ?? '';
        rows.push(recordedRow(cells, { unit, packageName, onlyHead: columns[1] === 'head', at }));
      }
    });
  return { rows, config };
}

function recordedRow(
  cells: readonly string[],
  table: {
    unit: string;
    packageName: string;
    onlyHead: boolean;
    at: (column: string) => string[];
  },
): Spread {
  const { unit, at } = table;
  const shifted = table.onlyHead ? [cells[0], '', '', cells[1], cells[2]] : cells;
  const [benchmark = '', base = '', basePm = '', head = '', headPm = '', , test = ''] = shifted;
  const [, p, n = '0', m = n] = /^(?:p=([\d.]+) )?n=(\d+)(?:\+(\d+))?$/.exec(test) ?? [];
  // A negative centre gives a small negative range, which benchstat prints as -0%.
  const pm = (text: string): number | null => {
    if (text === '?') return null;
    if (text === '∞') return Number.POSITIVE_INFINITY;
    return text === '-0%' ? -0.0001 : Number.parseFloat(text) / 100;
  };
  return {
    comparison: comparison({
      package: table.packageName,
      benchmark,
      unit,
      base: base === '' ? null : side(Number(base), Number(n)),
      head: head === '' ? null : side(Number(head), Number(m)),
      // The CSV rounds p; one that rounds to 0 was not 0, or it would not have been printed.
      p: p === undefined ? null : Math.max(Number(p), 1e-9),
      test: p === undefined ? 'exact' : 'mann-whitney',
    }),
    basePlusMinus: pm(basePm),
    headPlusMinus: pm(headPm),
    footnotes: table.onlyHead
      ? { base: [], head: at('B'), comparison: [] }
      : { base: at('B'), head: at('D'), comparison: at('F') },
  };
}

it.each(['suite', 'edge'])('%s: the layout is benchstat’s, byte for byte', (name) => {
  const { rows, config } = recordedRows(name);
  const text = diffText({
    base: 'main',
    head: 'head',
    environment: Object.fromEntries([...config].filter(([key]) => key !== 'pkg')),
    rows,
    alpha: 0.05,
    warnings: [],
  });
  expect(text).toBe(recorded(`${name}.txt`));
});

const row = (changes: Parameters<typeof comparison>[0] = {}): Spread => ({
  comparison: comparison({ test: 'welch', ...changes }),
  basePlusMinus: 0.02,
  headPlusMinus: 0.03,
  footnotes: { base: [], head: [], comparison: [] },
});
const diff = (rows: Spread[], changes: Partial<Parameters<typeof diffText>[0]> = {}): string =>
  diffText({
    ...{ base: 'old', head: 'new', environment: {}, rows, alpha: 0.01, warnings: [] },
    ...changes,
  });

describe('what is shown for a comparison', () => {
  it.each([
    ['p under alpha', { p: 0.009 }, '+21.95% (p=0.009 n=50+10)'],
    ['p over alpha', { p: 0.011 }, '~ (p=0.011 n=50+10)'],
    ['a Welch p that underflows', { p: 0 }, '+21.95% (p=0.000 n=50+10)'],
    ['nothing tested', { p: null, test: 'none' as const }, '~ (n=50+10)'],
    ['an exact metric', { p: null, test: 'exact' as const }, '+21.95% (n=50+10)'],
    ['from zero', { p: 0, base: side(0, 10) }, '? (p=0.000 n=10)'],
    ['equal centres', { p: 0, base: side(1, 10), head: side(1, 10) }, '0.00% (p=0.000 n=10)'],
  ])('%s', (_, changes, shown) => {
    expect(
      diff([row(changes)])
        .trimEnd()
        .endsWith(` ${shown}`),
    ).toBe(true);
  });

  it('equal footnotes share a number', () => {
    const noted = {
      ...row(),
      footnotes: { base: ['few samples'], head: ['few samples'], comparison: ['other'] },
    };
    expect(diff([noted])).toMatch(/2% ¹ .*3% ¹ .*\) ²\n¹ few samples\n² other\n$/s);
  });

  it('warnings follow the tables', () => {
    const warnings = [{ kind: 'syntax', file: 'a.txt', line: 3, message: 'bad' }] as const;
    expect(diff([row()], { warnings })).toMatch(/\n\nwarning: a\.txt:3: bad\n$/);
  });
});

it.each(Object.entries(HOSTILE))('hostile %s changes nothing but its cell', (_, text) => {
  const output = diff(
    [
      {
        ...row({ benchmark: text, package: text, unit: text }),
        footnotes: { base: [text], head: [], comparison: [] },
      },
    ],
    {
      base: text,
      head: text,
      environment: { goos: text, goarch: text, cpu: text },
      warnings: [{ kind: 'syntax', file: text, message: text }],
    },
  );
  expect(commandsIn(output)).toEqual([]);
  expect(output).not.toMatch(UNSEEN);
  // 3 configuration lines, pkg where there is one, 2 headings, 1 row, 1 footnote, 1 warning.
  expect(output.split('\n')).toHaveLength(text === '' ? 10 : 11);
});

it('20,000 rows of 10,000 characters stay a table', () => {
  const name = 'x'.repeat(10_000);
  const output = diff(Array.from({ length: 20_000 }, (_, i) => row({ benchmark: `${i}${name}` })));
  expect(output.split('\n')).toHaveLength(20_000 + 5);
  expect(Math.max(...output.split('\n').map((line) => line.length))).toBeLessThan(300);
});
