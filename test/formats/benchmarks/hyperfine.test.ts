/** The JSON and the CSV of hyperfine. */
import { expect, it } from 'vitest';
import { read, shown, told } from './read.ts';
import { recorded, recordedFile } from './recorded.ts';

recordedFile('hyperfine', 'hyperfine.json');
recordedFile('hyperfine-csv', 'hyperfine.csv');

const results = (...all: object[]) =>
  read(JSON.stringify({ results: all.map((of) => ({ command: 'a', times: [1, 2], ...of })) }));

it('has each run, the CPU time and the memory', () => {
  const { series } = results({ mean: 9, user: 0.5, system: 0.1, memory_usage_byte: [7, 8] });
  expect(series.map((of) => [of.unit, of.better, of.samples])).toEqual([
    ['sec/op', 'lower', [1, 2]],
    ['user-sec/op', 'lower', [0.5]],
    ['sys-sec/op', 'lower', [0.1]],
    ['peak-RSS-bytes', 'lower', [7, 8]],
  ]);
  expect(shown(results({ times: [], median: 3, mean: 4 }))).toEqual([' a sec/op: 3']);
});

it.each([
  [[0, 0], ' a sec/op: 1 2', []],
  [[3, 3], ' a /exit=3 sec/op: 1 2', []],
  [[0, 3], ' a sec/op: 1 2', ['failed undefined: a failed: 1 of 2 runs ended with 3']],
  [[null, null], ' a sec/op: 1 2', ['failed undefined: a failed: 2 of 2 runs ended with a signal']],
])('does not take a command that fails for one that is fast: %j', (codes, series, warnings) => {
  const got = results({ exit_codes: codes });
  expect(shown(got)).toEqual([series]);
  expect(told(got.warnings)).toEqual(warnings);
});

it('tells runs of one name apart by their parameters', () => {
  const got = results({ parameters: { n: '1' } }, { parameters: { n: '2' } }, { command: 'b' });
  expect(shown(got)).toEqual([' a /n=1 sec/op: 1 2', ' a /n=2 sec/op: 1 2', ' b sec/op: 1 2']);
});

it('tells what it loses', () => {
  const got = results({ command: 7 }, { times: [1, 'x'] }, { command: 'b' });
  expect(shown(got)).toEqual([' b sec/op: 1 2']);
  expect(told(got.warnings)).toEqual([
    'lost undefined: the result 1 has no command',
    'lost undefined: a: sec/op is no number, and left out',
  ]);
});

it.each([
  ['a cut row', 'seq 9,0.1,0.', /^seq 9: this row has 3 fields, and the first line names 9$/],
  ['a cut line', 'seq 9,1,1,1,1,1,1,1,1', /^seq 9: this row has no end/],
  ['a decimal comma', 'seq 9,1,1,"1,5",1,1,1,1,1\n', /^seq 9: sec\/op is no number/],
])('of CSV tells the loss of a row with %s', (_, row, message) => {
  const { warnings } = read(recorded('hyperfine.csv') + row);
  expect(warnings.map((of) => of.kind)).toEqual(['lost']);
  expect(warnings[0]?.message).toMatch(message);
});
