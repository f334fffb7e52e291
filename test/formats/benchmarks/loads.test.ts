/** Tools that load a server or a database, or time one run of a command. */
import { expect, it } from 'vitest';
import { file, read, readBenchmarks, shown, told } from './read.ts';
import { recorded, recordedFile } from './recorded.ts';

recordedFile('wrk', 'wrk.txt');
recordedFile('hey', 'hey.txt');
recordedFile('ab', 'ab.txt');
recordedFile('vegeta', 'vegeta.json');
recordedFile('oha', 'oha.json');
recordedFile('ghz', 'ghz.json');
recordedFile('gnu-time', 'time.txt');
recordedFile('sysbench', 'sysbench.txt');
recordedFile('pgbench', 'pgbench.txt');

/** The value of one metric in text with a part of it replaced or a line put before another. */
const measured = (name: string, unit: string, from: string, to: string) =>
  read(recorded(name).replace(from, to)).series.find((of) => of.unit === unit)?.samples[0];

it.each([
  ['wrk.txt', 'non-2xx', 'Requests/sec:', '  Non-2xx or 3xx responses: 7\nRequests/sec:', 7],
  [
    'wrk.txt',
    'errors',
    'Requests/sec:',
    '  Socket errors: connect 1, read 2, write 0, timeout 4\nRequests/sec:',
    7,
  ],
  ['hey.txt', 'non-2xx', '[200]\t200 responses', '[200]\t150 responses\n  [503]\t50 responses', 50],
  [
    'hey.txt',
    'errors',
    '[200]\t200 responses',
    '[200]\t150 responses\n\nError distribution:\n  [50]\tGet "http://x": EOF',
    50,
  ],
  ['ab.txt', 'errors', 'Failed requests:        0', 'Failed requests:        3', 3],
  ['ab.txt', 'non-2xx', 'Total transferred', 'Non-2xx responses:      9\nTotal transferred', 9],
  ['wrk.txt', 'mean-sec', '46.05ms', '1.50s', 1.5],
  ['wrk.txt', 'B/s', '26.66KB', '2.00MB', 2 * 2 ** 20],
  ['time.txt', 'sec/op', '0:00.00', '1:02:03', 3723],
])('%s: %s counts what fails, which is fast (%#)', (name, unit, from, to, value) => {
  expect(measured(name, unit, from, to)).toBe(value);
});

it('GNU time: a command that failed is told', () => {
  const { warnings } = read(recorded('time.txt').replace('Exit status: 0', 'Exit status: 3'));
  expect(told(warnings)).toEqual(['failed 1: seq 1000 failed: Exit status: 3']);
});

it('several reports in one file are several samples', () => {
  const text = recorded('time.txt');
  expect(read(text.repeat(3)).series[0]?.samples).toHaveLength(3);
  const cut = read(text + text.slice(0, 400));
  expect(cut.series[0]?.samples).toHaveLength(1);
  expect(told(cut.warnings)).toEqual([
    'lost 24: seq 1000: this report has no end: was the file cut off?',
  ]);
});

it('a report without a name is named by its file', () => {
  const got = readBenchmarks([file(recorded('hey.txt'), 'out/home page.txt')]);
  expect(shown(got)[0]).toMatch(/^ home page /);
});
