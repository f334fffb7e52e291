/** Formats of no tool in particular: JSON, NDJSON, CSV, OpenMetrics, github-action-benchmark's own, Bencher's. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { file, read, shown, told } from './read.ts';
import { claims, recorded, recordedFile } from './recorded.ts';

recordedFile('json', 'generic.json');
recordedFile('ndjson', 'generic.ndjson');
recordedFile('csv', 'generic.csv');
recordedFile('openmetrics', 'openmetrics.txt');
recordedFile('custom', 'custom.json');
recordedFile('bmf', 'bmf.json');

describe('the JSON', () => {
  const schema = JSON.parse(
    readFileSync(join(import.meta.dirname, '../../../schema/benchmarks.schema.json'), 'utf8'),
  ) as object;
  const isValid = new Ajv2020({ allowUnionTypes: true }).compile(schema);

  it('is as its schema says', () => {
    expect(isValid(JSON.parse(recorded('generic.json')))).toBe(true);
    const lines = recorded('generic.ndjson').trim().split('\n');
    expect(isValid(lines.map((line) => JSON.parse(line) as unknown))).toBe(true);
  });

  it('may be a list alone', () => {
    const { benchmarks } = JSON.parse(recorded('generic.json')) as { benchmarks: unknown[] };
    const list = JSON.stringify(benchmarks);
    expect(isValid(JSON.parse(list))).toBe(true);
    expect(shown(read(list))).toEqual(shown(read(recorded('generic.json'))));
  });

  it.each([
    [{ unit: 'ms', values: [1] }, 'the benchmark 2 has no "name", a text'],
    [{ name: 'a', values: [1] }, 'a has no "unit", a text'],
    [{ name: 'a', unit: 'ms', values: [] }, 'a has no "values", a list of numbers'],
    [{ name: 'a', unit: 'ms', values: 3 }, 'a has no "values", a list of numbers'],
    [
      { name: 'a', unit: 'ms', values: [1], better: 'less' },
      'a has no "better", either lower or higher',
    ],
    [{ name: 'a', unit: 'ms', values: [1, '2'] }, 'a: sec is no number, and left out'],
  ])('tells what it loses, and its schema forbids it: %j', (entry, message) => {
    const list = [{ name: 'b', unit: 'ms', values: [2] }, entry];
    expect(isValid(list)).toBe(false);
    const got = read(JSON.stringify(list));
    expect(shown(got)).toEqual([' b sec: 0.002']);
    expect(told(got.warnings)).toEqual([`lost undefined: ${message}`]);
  });

  it('says once which units have no direction, and what to do', () => {
    const { warnings } = read(recorded('generic.json'));
    expect(told(warnings)).toEqual([
      'syntax undefined: nothing here says which way "frames" improves, so that it is shown and gated only where the configuration says it: `units: { "frames": lower }` (or higher)',
    ]);
  });
});

it('NDJSON of one line is no JSON of another format, and a broken line is lost', () => {
  const [first = '', second = ''] = recorded('generic.ndjson').split('\n');
  expect(claims(file(`${first}\n`))).toEqual(['ndjson']);
  expect(told(read(`${first}\n${second.slice(0, 30)}`).warnings)).toEqual([
    'lost 2: this line is no JSON: was the file cut off?',
  ]);
});

describe('the table', () => {
  it.each([
    ['x,1,"1,5",ms,\n', 'lost 3: x: this row has "1,5" for a value, no number'],
    ['x,1,1,,\n', 'lost 3: x: this row has no unit'],
    [',1,1,ms,\n', 'lost 3: a result: this row has no name'],
    ['x,1,1,ms,less\n', 'lost 3: x: this row has "less" for better, which is lower or higher'],
    ['x,1,1\n', 'lost 3: x: this row has 3 fields, and the first line names 5'],
    ['y,1,1,ms,lower', 'syntax 3: y: the last row has no line end: was the file cut off?'],
  ])('tells what it loses: %j', (row, message) => {
    const head = 'name,size,value,unit,better\n';
    const { warnings } = read(`${head}z,1,1,ms,\n${row}`);
    expect(told(warnings)).toEqual([message]);
  });
});

describe('OpenMetrics', () => {
  it('reads nothing behind its end', () => {
    const text = recorded('openmetrics.txt');
    expect(shown(read(`${text}codec_encode_seconds 7\n`))).toEqual(shown(read(text)));
  });

  it('tells lines that are no samples', () => {
    const text = '# TYPE a_seconds gauge\na_seconds 1\na_seconds{x="1} 2\nc_seconds 3';
    const got = read(text);
    expect(shown(got)).toEqual([' a_seconds sec: 1']);
    expect(told(got.warnings)).toEqual([
      'lost 3: a_seconds: this line is no sample: was the file cut off?',
      'lost 4: c_seconds: the last line has no end: was the file cut off?',
    ]);
  });
});

describe('customBiggerIsBetter and customSmallerIsBetter', () => {
  it('say no direction: the unit does, else nothing', () => {
    const { series, warnings } = read(recorded('custom.json'));
    expect(series.map((of) => [of.unit, of.better, of.samples[0]])).toEqual([
      ['req/s', 'higher', 1434],
      ['B', 'lower', 150.5e6],
      ['sec', 'lower', 0.312],
      ['Percent', 'unknown', 50],
    ]);
    expect(warnings[0]?.message).toContain('`units: { "Percent": lower }` (or higher)');
  });

  it('tell what they lose', () => {
    const entries = [
      { name: 'a', unit: 'ms', value: 1 },
      { unit: 'ms', value: 2 },
      { name: 'c', value: 3 },
      { name: 'd', unit: 'ms', value: '4' },
    ];
    expect(told(read(JSON.stringify(entries)).warnings)).toEqual([
      'lost undefined: the benchmark 2 has no name',
      'lost undefined: c has no unit',
      'lost undefined: d: sec is no number, and left out',
    ]);
  });
});

describe('Bencher Metric Format', () => {
  it('has the unit of each measure that it knows', () => {
    const { series } = read(recorded('bmf.json'));
    expect(series.map((of) => [of.benchmark, of.unit, of.better])).toEqual([
      ['codec::encode', 'sec/op', 'lower'],
      ['codec::encode', 'ops/s', 'higher'],
      ['codec.v2::decode', 'sec/op', 'lower'],
      ['codec.v2::decode', 'B', 'lower'],
      ['codec.v2::decode', 'cache hits', 'unknown'],
    ]);
  });

  it.each([
    '{"a": {"b": {"value": 1}, "c": 3}, "d": 4}',
    '{"a": {"value": 1}}',
    '{"a": [{"b": {"value": 1}}]}',
    '{"metrics": {"x": {"values": {"avg": 1}}}}',
  ])('is not other JSON: %s', (text) => {
    expect(claims(file(text))).not.toContain('bmf');
  });

  it('tells a benchmark without a measure', () => {
    const { warnings } = read('{"a": {"latency": {"value": 1}}, "b": {}}');
    expect(told(warnings)).toEqual(['lost undefined: b has no measure']);
  });
});
