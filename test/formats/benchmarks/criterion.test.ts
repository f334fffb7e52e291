/** What Rust's criterion prints, leaves in files, and tells by cargo-criterion. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { criterionSet } from '../../../src/formats/benchmarks/criterionset.ts';
import { file, read, readBenchmarks, shown, told } from './read.ts';
import { recorded, recordedFile, testdata } from './recorded.ts';

const fib = ['benchmark', 'estimates', 'sample', 'tukey'].map(
  (name) => `criterion/fib 12/new/${name}.json`,
) as [string, ...string[]];
const sum = ['benchmark', 'estimates', 'sample'].map(
  (name) => `criterion/sum/bytes/64/new/${name}.json`,
);
const files = (names: readonly string[]) =>
  names.map((name) => file(readFileSync(join(testdata, name)), name));

recordedFile('criterion-text', 'criterion-text.txt');
recordedFile('criterion', ...fib, ...sum);

/** The slope or mean that criterion made of its samples, as it prints it. */
const printed = (name: string): number | undefined =>
  read(recorded('criterion-text.txt')).series.find((of) => of.benchmark === name)?.samples[0];

it('of files without samples has what criterion prints', () => {
  const of = [...fib, ...sum].filter((name) => !name.includes('sample'));
  const { series } = readBenchmarks(files(of));
  for (const { benchmark, samples } of series.filter(({ unit }) => unit === 'sec/op')) {
    expect(samples).toEqual([expect.closeTo(printed(benchmark) ?? 0, 11)]);
  }
  expect(series.map(({ benchmark, unit }) => `${benchmark} ${unit}`)).toEqual([
    'fib 12 sec/op',
    'sum/bytes/64 sec/op',
    'sum/bytes/64 B/s',
  ]);
});

it('of files has samples whose mean is criterion’s', () => {
  const { series } = readBenchmarks(files(fib));
  const { mean } = JSON.parse(recorded(fib[1] ?? '')) as { mean: { point_estimate: number } };
  const samples = series[0]?.samples ?? [];
  expect(samples).toHaveLength(100);
  const own = samples.reduce((sum, of) => sum + of, 0) / samples.length;
  expect(own / (mean.point_estimate * 1e-9)).toBeCloseTo(1, 6);
});

it('passes over files of earlier runs, of changes and of outliers', () => {
  expect(
    ['a/new/x.json', 'a/base/x.json', 'a/change/x.json', 'a/new/tukey.json', 'x.json'].map(
      criterionSet,
    ),
  ).toEqual(['a/new', null, null, null, '']);
});

it('loses a benchmark whose files are not all there', () => {
  const [, ...nameless] = sum;
  const { warnings } = readBenchmarks(files([...fib, ...nameless]));
  expect(told(warnings)).toEqual([
    'lost undefined: the name of a benchmark is not there: give its benchmark.json as well (target/criterion/**/new/*.json)',
  ]);
  expect(told(readBenchmarks(files([...fib, ...sum.slice(0, 1)])).warnings)).toEqual([
    'lost undefined: sum/bytes/64 has neither sample.json nor estimates.json beside its benchmark.json',
  ]);
});

it.each([
  ['a: b   time:   [1.0 ns 2.0 ns 3.0 ns]', [' a: b sec/op: 2e-9']],
  ['a time\n            time:   [1.0 ms 2.5 ms 3.0 ms]\n', [' a time sec/op: 0.0025']],
  [
    'a   time:   [1.0 ps 2.0 ps 3.0 ps]\n    thrpt:  [1.0 Melem/s 2.5 Melem/s 3.0 Melem/s]\n',
    [' a sec/op: 2e-12', ' a elem/s: 2500000'],
  ],
  [
    'a   time:   [1.0 s 2.0 s 3.0 s]\n    change: [-2.0% -0.2% +1.6%] (p = 0.79 > 0.05)\n',
    [' a sec/op: 2'],
  ],
  [
    'a   time:   [1.0 s 2.0 s 3.0 s]\n   change:\n    time:   [-2.0% -0.2% +1.6%] (p = 0.79 > 0.05)\n    thrpt:  [-2.0% -0.2% +1.6%]\n',
    [' a sec/op: 2'],
  ],
])('reads %j', (text, want) => {
  const { series, warnings } = read(text);
  expect(
    series.map((of) => ` ${of.benchmark} ${of.unit}: ${Number(of.samples[0]?.toPrecision(12))}`),
  ).toEqual(want);
  expect(warnings).toEqual([]);
});

it('tells benchmarks that were begun and have no time', () => {
  const text =
    'Benchmarking a\nBenchmarking a: Warming up for 1 s\nBenchmarking a: Analyzing\na  time:   [1.0 ns 2.0 ns 3.0 ns]\nBenchmarking b\nBenchmarking b: Warming up for 3.0000 s\nthread panicked\nc  time:   [1.0 ns 2.\n';
  expect(told(read(text).warnings)).toEqual([
    'lost 5: b was begun and has no time, did it fail?',
    'lost 8: c has no time on this line',
  ]);
});

it('reads what libtest’s and criterion’s programs print into one file', () => {
  const text = 'test x ... bench: 1 ns/iter (+/- 0)\n\na  time:   [1.0 ns 2.0 ns 3.0 ns]\n';
  expect(shown(read(text)).map((of) => of.slice(0, 12))).toEqual([' x sec/op: 1', ' a sec/op: 2']);
});

const message = (of: object) =>
  JSON.stringify({ reason: 'benchmark-complete', id: 'a', unit: 'ns', throughput: [], ...of });

it('of cargo-criterion has the samples', () => {
  const text = [
    '{"reason":"compiler-artifact"}',
    message({
      iteration_count: [2, 4],
      measured_values: [10, 40],
      throughput: [{ per_iteration: 8, unit: 'elements' }],
    }),
    message({ id: 'b', unit: 'cycles', iteration_count: [1], measured_values: [3] }),
    message({ id: 'c', iteration_count: [1, 2], measured_values: [3] }),
    '{"reason":"group-complete","group_name":"a","benchmarks":["a"]}',
    '{"reason":"benchmark-co',
  ].join('\n');
  const { series, warnings } = read(text);
  expect(
    series.map((of) => [of.benchmark, of.unit, ...of.samples.map((at) => at.toPrecision(3))]),
  ).toEqual([
    ['a', 'sec/op', '5.00e-9', '1.00e-8'],
    ['a', 'elem/s', '1.60e+9', '8.00e+8'],
    ['b', 'cycles/op', '3.00'],
  ]);
  expect(told(warnings)).toEqual([
    'lost 6: a message of cargo-criterion that is no JSON, was it cut off?',
    'lost undefined: c: ns/op is no number, and left out',
  ]);
});
