/** The JSON and the CSV of JMH. */
import { expect, it } from 'vitest';
import { filterFor } from '../../../src/formats/benchmarks/index.ts';
import { file, read, readBenchmarks, shown } from './read.ts';
import { recorded, recordedFile } from './recorded.ts';

recordedFile('jmh', 'jmh.json');
recordedFile('jmh', 'kotlinx.json');
recordedFile('jmh-csv', 'jmh.csv');

/** A result as short as JMH would write it. */
const result = (more: object, metric: object) => ({
  benchmark: 'a.B.c',
  primaryMetric: { score: 2, ...metric },
  ...more,
});

it('takes what a score is from its unit, whatever the mode says', () => {
  const entry = (mode: string, scoreUnit: string) =>
    result({ benchmark: scoreUnit, mode }, { scoreUnit });
  const { series } = read(
    JSON.stringify([entry('thrpt', 's/op'), entry('avgt', 'ops/min'), entry('thrpt', 'pieces')]),
  );
  expect(series.map((of) => [of.unit, of.better, of.samples[0]])).toEqual([
    ['sec/op', 'lower', 2],
    ['pieces', 'unknown', 2],
    ['ops/s', 'higher', 2 / 60],
  ]);
});

it('has a pass for each fork, and the score where nothing else is told', () => {
  const { series } = read(
    JSON.stringify([
      result({ params: { n: '1' } }, { scoreUnit: 'ms/op', rawData: [[1, 2, 3], [], [4, 5]] }),
      result({ params: { n: '2' } }, { scoreUnit: 'ms/op', rawData: [] }),
    ]),
  );
  expect(series.map((of) => [of.benchmark, of.passes, of.samples.length])).toEqual([
    ['a.B.c/n=1', [3, 2], 5],
    ['a.B.c/n=2', undefined, 1],
  ]);
});

it('does not mix what one method took in several modes, on several machines', () => {
  const metric = { scoreUnit: 'ns/op' };
  const jvm = { vmName: 'OpenJDK', jdkVersion: '21' };
  const entries = [
    result({ mode: 'avgt', ...jvm }, metric),
    result({ mode: 'sample', ...jvm }, metric),
    result({ mode: 'ss', ...jvm, jdkVersion: '25' }, metric),
  ];
  const got = read(JSON.stringify(entries));
  expect(got.environment).toEqual({});
  expect(got.series.map((of) => of.benchmark)).toEqual([
    'a.B.c /mode=avgt /jvm=OpenJDK 21',
    'a.B.c /mode=sample /jvm=OpenJDK 21',
    'a.B.c /mode=ss /jvm=OpenJDK 25',
  ]);
  expect(read(JSON.stringify(entries.slice(0, 1))).environment).toEqual({
    toolchain: 'OpenJDK 21',
  });
});

it('knows the direction of what profilers counted for each operation, and no other', () => {
  const secondaryMetrics = {
    'gc.alloc.rate.norm': { score: 1, scoreUnit: 'B/op' },
    '·gc.alloc.rate': { score: 1, scoreUnit: 'MB/sec' },
    instructions: { score: 1, scoreUnit: '#/op' },
    IPC: { score: 1, scoreUnit: '#/op' },
    'p0.99': { score: 1, scoreUnit: 'ms/op' },
    hits: { score: 1, scoreUnit: 'ops/s' },
  };
  const { series } = read(JSON.stringify([result({ secondaryMetrics }, { scoreUnit: 's/op' })]));
  expect(series.slice(1).map((of) => [of.unit, of.better, of.samples[0]])).toEqual([
    ['B/op', 'lower', 1],
    ['gc.alloc.rate-B/s', 'unknown', 1e6],
    ['instructions/op', 'lower', 1],
    ['IPC/op', 'unknown', 1],
    ['p0.99-sec/op', 'lower', 1e-3],
    ['hits-ops/s', 'unknown', 1],
  ]);
});

it.each([
  [[{ benchmark: 'a.B.c' }], 'a.B.c has no score'],
  [[{ primaryMetric: { score: 1, scoreUnit: 's' } }], 'the result 2 has no name'],
  [[result({}, { score: 'NaN', scoreUnit: 's/op' })], 'a.B.c: sec/op is no number, and left out'],
  [
    [result({}, { scoreUnit: 's/op', rawData: [[1, 'x'], 3] })],
    'a.B.c: sec/op is no number, and left out',
  ],
])('tells what it loses: %j', (entries, message) => {
  const whole = result({ benchmark: 'a.B.d' }, { scoreUnit: 's/op' });
  const { series, warnings } = read(JSON.stringify([whole, ...entries]));
  expect(series.map((of) => of.benchmark)).toEqual(['a.B.d']);
  expect(warnings.map((of) => [of.kind, of.message])).toEqual([['lost', message]]);
});

const head =
  '"Benchmark","Mode","Threads","Samples","Score","Score Error (99.9%)","Unit","Param: n"\n';
const whole = '"a.B.c","avgt",1,5,2.000000,0.1,"us/op",1\n';

it.each([
  [
    'a decimal comma',
    '"a.B.d","avgt",1,5,"2,5",0.1,"us/op",1\n',
    /^a\.B\.d\/n=1: sec\/op is "2,5", no number/,
  ],
  [
    'a comma without quotes',
    '"a.B.d","avgt",1,5,2,5,0,1,"us/op",1\n',
    /^a\.B\.d: this row has 10 /,
  ],
  ['a cut row', '"a.B.d","avgt",1,5,2.0', /^a\.B\.d: this row has 5 fields, .* names 8$/],
  ['a cut line', '"a.B.d","avgt",1,5,2.0,0,"us/op",1', /^a\.B\.d: this row has no end/],
  ['an open quote', '"a.B.d","avgt",1,5,2.0,0,"us/op,1\n', /^a\.B\.d: this row has an open quote/],
])('of CSV tells the loss of a row with %s', (_, row, message) => {
  const got = readBenchmarks([file(head + whole + row)]);
  expect(shown(got)).toEqual([' a.B.c/n=1 sec/op: 0.000002']);
  expect(got.warnings.map((of) => [of.kind, of.line])).toEqual([['lost', 3]]);
  expect(got.warnings[0]?.message).toMatch(message);
});

it('runs methods again, without their parameters', () => {
  expect(filterFor('jmh', ['a.B.c/n=1', 'a.B.c/n=2 /mode=avgt', 'a.B.d'])).toBe(
    '^a\\.B\\.c$|^a\\.B\\.d$',
  );
  expect(recorded('jmh.json')).toContain('"example.Codec.encode"');
});
