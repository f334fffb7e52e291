/** The full JSON of BenchmarkDotNet. */
import { expect, it } from 'vitest';
import { read, shown, told } from './read.ts';
import { recordedFile } from './recorded.ts';

recordedFile('benchmarkdotnet', 'benchmarkdotnet.json');

const report = (...Benchmarks: object[]) =>
  read(JSON.stringify({ HostEnvironmentInfo: {}, Benchmarks }));
const OriginalValues = [1, 2];

it('without measurements has the values of its statistics, else the mean', () => {
  expect(
    shown(report({ FullName: 'a', Statistics: { OriginalValues, Mean: 4 }, Measurements: [] })),
  ).toEqual([' a sec/op: 1e-9 2e-9']);
  expect(shown(report({ FullName: 'a', Statistics: { Mean: 4 } }))).toEqual([' a sec/op: 4e-9']);
});

it('of older versions has the measurements too', () => {
  const measured = (IterationMode: string, Nanoseconds: number) => ({
    ...{ IterationMode, LaunchIndex: 1, Operations: 2, Nanoseconds },
  });
  const Measurements = [measured('MainTarget', 9), measured('Result', 8), measured('Result', 4)];
  expect(shown(report({ FullName: 'a', Statistics: { OriginalValues }, Measurements }))).toEqual([
    ' a sec/op: 4e-9 2e-9',
  ]);
});

it('of versions before 0.10 is named by its parts', () => {
  const entry = {
    Namespace: 'N',
    Type: 'T',
    Method: 'M',
    Parameters: 'n=1',
    Statistics: { Mean: 4 },
  };
  expect(shown(report(entry))).toEqual([' N.T.M(n=1) sec/op: 4e-9']);
  expect(shown(report({ Namespace: null, Method: 'M', Statistics: { Mean: 4 } }))).toEqual([
    ' M sec/op: 4e-9',
  ]);
});

it('tells one method of several runtimes apart, without the ids of jobs', () => {
  const of = (DisplayInfo: string) => ({
    ...{ FullName: 'E.A.b(n: 1)', DisplayInfo, Statistics: { OriginalValues } },
  });
  const got = report(
    of('A.b: Job-ABCDEF(Runtime=.NET 8.0) [n=1]'),
    of('A.b: Job-GHIJKL(Runtime=.NET 9.0) [n=1]'),
  );
  expect(got.series.map(({ benchmark }) => benchmark)).toEqual([
    'E.A.b(n: 1) /job=Job(Runtime=.NET 8.0)',
    'E.A.b(n: 1) /job=Job(Runtime=.NET 9.0)',
  ]);
});

it('tells what failed and what is lost', () => {
  const got = report(
    { FullName: 'a', Statistics: { OriginalValues: [1, 'x'] } },
    { FullName: 'b', Statistics: null },
    { Statistics: { OriginalValues } },
    { FullName: 'c', Statistics: { OriginalValues } },
  );
  expect(shown(got)).toEqual([' c sec/op: 1e-9 2e-9']);
  expect(told(got.warnings)).toEqual([
    'failed undefined: b failed: it has no statistics',
    'lost undefined: the benchmark 3 has no name',
    'lost undefined: a: ns/op is no number, and left out',
  ]);
});
