/** What tinybench measured: its tasks as JSON, and the table that it prints. */
import { expect, it } from 'vitest';
import { read, shown } from './read.ts';
import { recorded, recordedFile } from './recorded.ts';

recordedFile('tinybench', 'tinybench.json');
recordedFile('tinybench-table', 'tinybench.txt');

const lost = (text: string) =>
  read(text)
    .warnings.filter(({ kind }) => kind === 'lost')
    .map(({ message }) => message);

it('has the times of versions before 3 beside the name, and of any below `result`', () => {
  const old = [{ name: 'a', hz: 1000, rme: 1, mean: 1, samples: [1, 3] }];
  const nested = [{ name: 'a', result: { latency: { mean: 2 } } }];
  expect(shown(read(JSON.stringify(old)))).toEqual([' a sec/op: 0.001 0.003']);
  expect(shown(read(JSON.stringify(nested)))).toEqual([' a sec/op: 0.002']);
});

it('has the means of its table as JSON', () => {
  const table = [{ 'Task name': 'a', 'Latency avg (ns)': '1500 ± 2.00%', Samples: 9 }];
  expect(shown(read(JSON.stringify(table)))).toEqual([' a sec/op: 0.0000015']);
});

it('tells a task that has no times', () => {
  const tasks = [
    { name: 'a', latency: { mean: 1 } },
    { name: 'b', state: 'not-started' },
  ];
  expect(lost(JSON.stringify(tasks))).toEqual(['b has no times: was it run?']);
});

it('tells a row of its table that something printed broke, and an end that is not there', () => {
  const table = recorded('tinybench.txt');
  expect(lost(table.replace("'2690.7 ± 55.15%'  │", 'hello'))).toEqual([
    'reverse, slowly has no time in this row',
  ]);
  expect(lost(table.slice(0, table.indexOf('│ 1  ')))).toEqual([
    'the table has no end: the file was cut short',
  ]);
});

it.each([
  '[{"state":"completed","latency":{"aad":0.07,"mean":1}}]',
  '{"concurrency":null,"name":"sorting","timestampProvider":{"name":"performanceNow"}}',
])('says how it is written where names or results are not there: %s', (text) => {
  expect(() => read(text)).toThrow(/what tinybench prints.*write bench\.tasks\.map/);
});
