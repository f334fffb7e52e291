/** Formats of C and C++ beside Google Benchmark's JSON. */
import { expect, it } from 'vitest';
import { read, shown, told } from './read.ts';
import { recorded, recordedFile } from './recorded.ts';

recordedFile('google-benchmark-text', 'google.txt');
recordedFile('google-benchmark-csv', 'google.csv');
recordedFile('catch2', 'catch2.txt');
recordedFile('catch2-xml', 'catch2.xml');
recordedFile('nanobench', 'nanobench.json');
recordedFile('perf-stat', 'perf-stat.csv');
recordedFile('perf-stat-json', 'perf-stat.json');

it('Google’s aggregates are read by their median where there is nothing else', () => {
  const only = recorded('google.csv').replace(/^"BM_(?:Sum\/\d+|Wait\/real_time)",.*\n/gm, '');
  const samples = (text: string) =>
    read(text).series.map((of) => [of.benchmark, of.unit, of.samples.length]);
  expect(samples(only).slice(0, 2)).toEqual([
    ['BM_Sum/64', 'sec/op', 1],
    ['BM_Sum/64', 'cpu-sec/op', 1],
  ]);
});

it('Google’s console loses a line that a print broke', () => {
  const text = recorded('google.txt').replace(
    '12484 ns          990 ns',
    '12484 ns          990 n',
  );
  expect(told(read(text).warnings).filter((of) => of.startsWith('lost'))).toEqual([
    'lost 11: BM_Sum/4096 has no whole result on this line',
    ...['0.006', '0.000'].map(
      (time) =>
        `lost 18: BM_Wait/real_time: ${time} us has too few digits to be compared, use --benchmark_format=json (3 times)`,
    ),
  ]);
});

it('Google’s console says bytes as its times do, in powers of 1024', () => {
  const { series } = read(recorded('google.txt'));
  const of = (unit: string) => series.find((at) => at.unit === unit)?.samples[0] ?? 0;
  expect((of('B/s') * of('cpu-sec/op')) / (64 * 4)).toBeCloseTo(1, 2);
});

it('Catch2’s name that is folded is one', () => {
  expect(read(recorded('catch2.txt')).series.map((of) => of.benchmark)).toEqual(
    read(recorded('catch2.xml')).series.map((of) => of.benchmark),
  );
});

it('perf’s events that a machine cannot count are told', () => {
  const text =
    '<not supported>,,instructions:u,0,100.00,,\n1.5,msec,task-clock,10,100.00,0.1,CPUs utilized\n7,,cycles,10,100.00,,\n';
  const { series, warnings } = read(text);
  expect(shown({ series, warnings, environment: {} })).toEqual([
    ' bench task-clock-sec: 0.0015',
    ' bench cycles: 7',
  ]);
  expect(series.map((of) => of.better)).toEqual(['lower', 'lower']);
  expect(told(warnings)).toEqual(['syntax 1: instructions:u was not supported on this machine']);
});
