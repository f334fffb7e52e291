import { describe, expect, it } from 'vitest';
import { comparisonsCsv, functionsCsv, gateCsv, topCsv } from '../../src/report/csv.ts';
import {
  commandsIn,
  confirmed,
  HOSTILE,
  judged,
  judgedFunction,
  UNSEEN,
  verdict,
  verdictOf,
} from './values.ts';

/** RFC 4180, written against the grammar: records of fields. */
function parse(csv: string): string[][] {
  const records: string[][] = [];
  const record: string[] = [];
  for (const [, quoted, plain = '', end] of csv.matchAll(
    /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g,
  )) {
    record.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === '\r\n') records.push(record.splice(0));
  }
  expect(record).toEqual([]);
  return records;
}

it('comparisons: a header, then a record each, numbers unscaled', () => {
  expect(parse(comparisonsCsv([judged(), judged({ base: null, delta: null, ci: null })]))).toEqual([
    [
      ...['package', 'benchmark', 'unit', 'better', 'base_center', 'base_n', 'base_runs'],
      ...['head_center', 'head_n', 'head_runs', 'delta', 'ci_low', 'ci_high', 'worst', 'p'],
      ...['p_adjusted', 'df', 'test', 'detectable', 'threshold', 'gated', 'verdict', 'reason'],
      ...['notes', 'screened_delta', 'screened_runs', 'own', 'suspect_from', 'slower_from'],
      ...['faster_from', 'follows', 'blind', 'screened_verdict'],
    ],
    [
      ...['example.com/kit/codec', 'Encode/size=4k-2', 'sec/op', 'lower', '0.00000123', '50', '5'],
      ...['0.0000015', '10', '1', String(1.5e-6 / 1.23e-6 - 1), '0.181', '0.252', '0.248'],
      ...['0.00002', '0.00012', '5.2', 'run-level', '0.08', '0.05', 'true', 'slower'],
      ...['beyond +19 %, which clean runs do not reach', '', '', ''],
      ...[String(1.5e-6 / 1.23e-6 - 1), '0.08', '0.19', '0.1', '', 'false', ''],
    ],
    [
      ...['example.com/kit/codec', 'Encode/size=4k-2', 'sec/op', 'lower', '', '', ''],
      ...['0.0000015', '10', '1', '', '', '', '0.248'],
      ...['0.00002', '0.00012', '5.2', 'run-level', '0.08', '0.05', 'true', 'slower'],
      ...['beyond +19 %, which clean runs do not reach', '', '', ''],
      ...['', '0.08', '0.19', '0.1', '', 'false', ''],
    ],
  ]);
});

it('a row that was measured again says what the stored runs had shown', () => {
  const [header, row] = parse(comparisonsCsv([confirmed()]));
  const cells = Object.fromEntries((header ?? []).map((name, i) => [name, row?.[i]]));
  expect(cells).toMatchObject({
    ...{ test: 'paired', screened_delta: '0.14', screened_runs: '8' },
    ...{ screened_verdict: 'suspect', slower_from: '' },
  });
});

it('functions and tables have as many fields as their header', () => {
  const table = {
    ...{ source: 'x', sampleType: { type: 'cpu', unit: 'ns' }, total: 4, samples: 1 },
    functions: [{ name: 'f', file: 'f.go', line: 3, flat: 1, cum: 2 }],
  };
  expect(parse(topCsv([table]))[1]).toEqual([
    ...['cpu', 'ns', 'f', 'f.go', '3', '1', '2', '0.25', '0.5', ''],
  ]);
  for (const csv of [functionsCsv([judgedFunction()]), topCsv([table])]) {
    const [header, row] = parse(csv);
    expect(row).toHaveLength(header?.length ?? 0);
  }
});

it('a verdict is its tables, and keeps every warning', () => {
  const tables = gateCsv(verdict()).split('\r\n\r\n');
  expect(tables.map((table) => table.split(',')[0])).toEqual(['package', 'sample_type', 'warning']);
  expect(tables[2]).toContain('syntax,bench.txt,7,no iterations');
  expect(gateCsv(verdict({ functions: [], warnings: [] }))).not.toContain('\r\n\r\n');
});

describe('a cell', () => {
  const cellOf = (benchmark: string): string | undefined =>
    parse(comparisonsCsv([judged({ benchmark })]))[1]?.[1];

  it.each([
    ['=1+1', "'=1+1"],
    ['+1', "'+1"],
    ['-1', "'-1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    [' =1', "' =1"],
    ['\t=1', "' =1"],
    ['a=1', 'a=1'],
    ['a,"b"', 'a,"b"'],
    ['a\nb', 'a⏎b'],
    ['x'.repeat(10_000), 'x'.repeat(10_000)],
  ])('%.20j is read as %.20j', (text, read) => {
    expect(cellOf(text)).toBe(read);
  });

  it('never holds NaN or Infinity', () => {
    const csv = comparisonsCsv([judged({ delta: Number.NaN, p: Number.POSITIVE_INFINITY })]);
    expect(csv).not.toMatch(/NaN|Infinity/);
  });
});

it.each(Object.entries(HOSTILE))('hostile %s is one cell and no command', (_, text) => {
  const csv = gateCsv(verdictOf(text));
  expect(commandsIn(csv)).toEqual([]);
  expect(csv).not.toMatch(UNSEEN);
  for (const table of csv.split('\r\n\r\n')) {
    const [header, ...rows] = parse(table.endsWith('\r\n') ? table : `${table}\r\n`);
    for (const row of rows) {
      expect(row).toHaveLength(header?.length ?? 0);
      // A number may be negative; no other cell may start as a formula does.
      for (const cell of row) expect(cell).not.toMatch(/^\s*(?:[=+@]|-(?![\d.]))/);
    }
  }
});
