/** What the other tools really printed (testdata/record.sh), and what is refused of them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { formatOf } from '../../../src/formats/benchmarks/read.ts';
import { seenFrom } from '../../../src/formats/benchmarks/seenfrom.ts';
import { read } from './read.ts';

const recorded = (name: string) =>
  readFileSync(join(import.meta.dirname, 'testdata', name), 'utf8');

const table = (text: string) =>
  read(text).series.map((of) => [of.benchmark, of.unit, of.better, of.samples.length]);

interface Entry {
  readonly run_type: string;
  readonly run_name: string;
  readonly aggregate_name?: string;
  readonly real_time: number;
  readonly bytes_per_second: number;
}

describe('Google Benchmark', () => {
  const text = recorded('google.json');
  const entries = (JSON.parse(text) as { benchmarks: Entry[] }).benchmarks;

  it('has a sample for each repetition, of both times, rates and counters', () => {
    expect(table(text)).toEqual([
      ['BM_Sum/64', 'sec/op', 'lower', 3],
      ['BM_Sum/64', 'cpu-sec/op', 'lower', 3],
      ['BM_Sum/64', 'B/s', 'higher', 3],
      ['BM_Sum/64', 'widgets', 'unknown', 3],
      ['BM_Sum/4096', 'sec/op', 'lower', 3],
      ['BM_Sum/4096', 'cpu-sec/op', 'lower', 3],
      ['BM_Sum/4096', 'B/s', 'higher', 3],
      ['BM_Sum/4096', 'widgets', 'unknown', 3],
      ['BM_Wait/real_time', 'sec/op', 'lower', 3],
      ['BM_Wait/real_time', 'cpu-sec/op', 'lower', 3],
    ]);
  });

  it('is read in base units, whatever the benchmark’s own', () => {
    const { series } = read(text);
    const times = (name: string) =>
      entries.filter((of) => of.run_type === 'iteration' && of.run_name === name);
    const [sum, wait] = [times('BM_Sum/64'), times('BM_Wait/real_time')];
    expect(series[0]?.samples).toEqual(sum.map((of) => of.real_time * 1e-9));
    expect(series[2]?.samples).toEqual(sum.map((of) => of.bytes_per_second));
    expect(series[8]?.samples).toEqual(wait.map((of) => of.real_time * 1e-6));
  });

  it('says of a benchmark that failed that it failed', () => {
    expect(read(text).warnings.map((of) => [of.kind, of.message])).toContainEqual([
      'failed',
      'BM_Broken failed: no file',
    ]);
  });

  it('leaves out counters that are no numbers, and names them', () => {
    const odd = JSON.stringify({ x: 'a "NaN", -Infinity \\' }).slice(1, -1);
    const counters = ['NaN', '-NaN', 'Infinity', '-Infinity'].map(
      (value, i) => `"c${i}": ${value}`,
    );
    const entry = `{"name": "BM_A: NaN", "run_type": "iteration", "real_time": 5, "cpu_time": 4, "time_unit": "ns", "hits": 3, ${odd}, ${counters}}`;
    const whole = `{"context": {"num_cpus": 2}, "benchmarks": [${entry}]}`;
    const { series, warnings } = read(whole);
    expect(series.map((of) => `${of.benchmark} ${of.unit}`)).toEqual([
      'BM_A: NaN sec/op',
      'BM_A: NaN cpu-sec/op',
      'BM_A: NaN hits',
    ]);
    expect(warnings.map(({ message }) => message)).toEqual(
      ['c0', 'c1', 'c2', 'c3'].map((name) => `BM_A: NaN: ${name} is no number, and left out`),
    );
    const timeless = read(whole.replace('"real_time": 5', '"real_time": NaN')).warnings;
    expect(timeless.map(({ kind, message }) => `${kind}: ${message}`)[0]).toBe(
      'lost: BM_A: NaN: sec/op is no number, and left out',
    );
    expect(timeless.slice(1).map(({ kind }) => kind)).toEqual(Array(4).fill('syntax'));
    for (const cut of [1, 30, 60]) {
      expect(() => read(whole.slice(0, -cut))).toThrow('is not whole JSON, was it cut off?');
    }
  });

  it.each([
    [/"real_time": [^,]+/, '"real_time": "fast"', ['BM_Sum/64: sec/op']],
    ['"time_unit": "ns"', '"time_unit": "h"', ['BM_Sum/64: sec/op', 'BM_Sum/64: cpu-sec/op']],
  ])('loses only what is damaged (%s)', (from, to, want) => {
    const { series, warnings } = read(text.replace(from, to));
    expect(series).toHaveLength(10);
    expect(warnings.filter(({ kind }) => kind === 'lost').map(({ message }) => message)).toEqual(
      want.map((what) => `${what} is no number, and left out`),
    );
  });

  it('that gives aggregates only is read by its median', () => {
    const aggregates = recorded('google-aggregates.json');
    const all = (JSON.parse(aggregates) as { benchmarks: Entry[] }).benchmarks;
    const median = all.find((of) => of.aggregate_name === 'median')?.real_time ?? 0;
    expect(read(aggregates).series[0]?.samples).toEqual([median * 1e-9]);
  });

  it.each([
    [text.slice(0, -40), /is not whole JSON, was it cut off/],
    ['{"context": {}, "benchmarks": []}', /no benchmark result/],
    ['{"context": {}}', /what Google Benchmark prints, .* use --benchmark_format=json, whole/],
  ])('is refused where it is damaged (%#)', (damaged, message) => {
    expect(() => read(damaged)).toThrow(message);
  });
});

describe('pytest-benchmark', () => {
  const text = recorded('pytest.json');
  const { benchmarks } = JSON.parse(text) as {
    benchmarks: { stats: { data: number[]; median: number } }[];
  };

  it('has a sample for each round', () => {
    expect(table(text)).toEqual([
      ['test_example.py::test_fib[5]', 'sec/op', 'lower', 5],
      ['test_example.py::test_fib[8]', 'sec/op', 'lower', 5],
      ['test_example.py::test_sort', 'sec/op', 'lower', 3],
    ]);
    expect(read(text).series[0]?.samples).toEqual(benchmarks[0]?.stats.data);
    expect(read(text).environment).toEqual({
      cpu: 'Intel(R) Xeon(R) Processor @ 2.50GHz',
      machine: '2 CPUs, caches 2 MiB, 36608 KiB',
      toolchain: 'CPython 3.11.7',
    });
  });

  it('loses only what is damaged', () => {
    const { series, warnings } = read(text.replace(/"data": \[\s*[\d.e-]+/, '"data": [null'));
    expect(series).toHaveLength(2);
    expect(warnings).toEqual([
      {
        kind: 'lost',
        file: 'bench.txt',
        message: 'test_example.py::test_fib[5]: sec/op is no number, and left out',
      },
    ]);
  });

  it('without its rounds is read by its median', () => {
    const short = JSON.parse(text) as { benchmarks: { stats: { data?: number[] } }[] };
    for (const { stats } of short.benchmarks) delete stats.data;
    expect(read(JSON.stringify(short)).series[0]?.samples).toEqual([benchmarks[0]?.stats.median]);
  });

  it.each([
    [text.slice(0, -40), /is not whole JSON, was it cut off/],
    ['{"machine_info": {}, "benchmarks": []}', /no benchmark result/],
  ])('is refused where it is damaged (%#)', (damaged, message) => {
    expect(() => read(damaged)).toThrow(message);
  });
});

describe('vitest bench', () => {
  const text = recorded('vitest.json');
  const { files } = JSON.parse(text) as {
    files: { groups: { benchmarks: { mean: number; hz: number }[] }[] }[];
  };
  const means = files.flatMap(({ groups }) => groups.flatMap(({ benchmarks }) => benchmarks));

  it('has the mean of each, under the name that vitest prints', () => {
    expect(table(text)).toEqual([
      ['sum.bench.js > alone', 'sec/op', 'lower', 1],
      ['sum.bench.js > sum > small', 'sec/op', 'lower', 1],
      ['sum.bench.js > sum > of many > large > 9,999', 'sec/op', 'lower', 1],
    ]);
    expect(read(text).series.map(({ samples }) => samples[0])).toEqual(
      means.map(({ mean }) => mean * 1e-3),
    );
    expect(means.map(({ hz }) => 1 / hz)).toEqual(
      means.map(({ mean }) => expect.closeTo(mean * 1e-3, 12)),
    );
  });

  it('with the times of iterations has each of them', () => {
    const more = text.replace('"samples": []', '"samples": [2, 3]');
    expect(read(more).series[0]?.samples).toEqual([2e-3, 3e-3]);
  });

  it.each([
    [/"mean": [\d.e-]+/, '"mean": "fast"'],
    [/"mean": [\d.e-]+/, '"mean": null'],
    ['"samples": []', '"samples": [null]'],
  ])('loses only what is damaged (%s, %s)', (from, to) => {
    const { series, warnings } = read(text.replace(from, to));
    expect(series).toHaveLength(2);
    expect(warnings.map(({ kind, message }) => `${kind}: ${message}`)).toEqual([
      'lost: sum.bench.js > alone: sec/op is no number, and left out',
    ]);
  });

  it('says of a benchmark that threw that it failed', () => {
    const { series, warnings } = read(recorded('vitest-broken.json'));
    expect(series.map((of) => of.benchmark)).toEqual(['broken.bench.js > fine']);
    expect(warnings.map((of) => [of.kind, of.message])).toEqual([
      ['failed', 'broken.bench.js > broken failed: it has no times'],
    ]);
  });

  it.each([
    [text.slice(0, -40), /is not whole JSON, was it cut off/],
    ['{"files": [{"groups": [{"fullName": "x", "benchmarks": []}]}]}', /no benchmark result/],
    ['{"files": []}', /looks like JSON/],
    ['{"files": [{"path": "x"}]}', /looks like JSON/],
  ])('is refused where it is damaged (%#)', (damaged, message) => {
    expect(() => read(damaged)).toThrow(message);
  });
});

describe('vitest bench from version 5 on', () => {
  const text = recorded('vitest5.json');
  interface Task {
    readonly name: string;
    readonly latency: { readonly mean: number };
  }
  const { testResults } = JSON.parse(text) as {
    testResults: { assertionResults: { benchmarks?: { tasks: Task[] }[] }[] }[];
  };
  const means = testResults
    .flatMap((of) => of.assertionResults)
    .flatMap((of) => of.benchmarks ?? [])
    .flatMap(({ tasks }) => tasks.map(({ latency }) => latency.mean));

  it('has the mean of each, under its file, groups, test and own name', () => {
    expect(table(text)).toEqual([
      ['sum.bench.js > alone > whole', 'sec/op', 'lower', 1],
      ['sum.bench.js > sum > of many > sizes > small', 'sec/op', 'lower', 1],
      ['sum.bench.js > sum > of many > sizes > large > 9,999', 'sec/op', 'lower', 1],
    ]);
    expect(read(text).series.map(({ samples }) => samples[0])).toEqual(
      means.map((mean) => mean * 1e-3),
    );
  });

  it('with the times of iterations has each of them', () => {
    const more = text.replace('"latency": {', '"latency": { "samples": [2, 3],');
    expect(read(more).series[0]?.samples).toEqual([2e-3, 3e-3]);
  });

  it('loses only what is damaged', () => {
    const { series, warnings } = read(text.replace(/"mean": [\d.e-]+/, '"mean": "fast"'));
    expect(series).toHaveLength(2);
    expect(warnings.map(({ kind }) => kind)).toEqual(['lost']);
  });

  it('leaves out what `bench.from` tells of another run', () => {
    const more = text.replace('"name": "small",', '"name": "small", "fromStore": true,');
    expect(table(more)).toHaveLength(2);
  });

  it('says of a test that failed that it failed, and reads what it measured before', () => {
    const { series, warnings } = read(recorded('vitest5-broken.json'));
    expect(series.map((of) => of.benchmark)).toEqual([
      'broken.bench.js > fine > one',
      'broken.bench.js > half > three',
    ]);
    expect(warnings.map((of) => [of.kind, of.message])).toEqual([
      ['failed', 'broken.bench.js > broken failed: Error: broken'],
      [
        'failed',
        'broken.bench.js > half failed: AssertionError: not fast enough: expected 1 to be 2 // Object.is equality',
      ],
    ]);
  });

  it('says of a file that cannot be run why', () => {
    const file = { assertionResults: [], message: 'bench is not a function', name: 'a.bench.js' };
    const broken = JSON.stringify({ numTotalTestSuites: 1, testResults: [file] });
    expect(() => read(broken)).toThrow(/a\.bench\.js failed: bench is not a function/);
  });

  it('has files as they are seen from a directory, and no others', () => {
    const at = (file: string) => text.replace('"name": "sum.bench.js"', `"name": "${file}"`);
    const seen = (of: string) =>
      seenFrom({ file: 'f', bytes: Buffer.from(of) }, '/w/the repo').bytes;
    const compact = (file: string) => JSON.stringify(JSON.parse(at(file)));
    expect(read(seen(compact('/w/the repo/web/sum.bench.js'))).series[0]?.benchmark).toBe(
      'web/sum.bench.js > alone > whole',
    );
    for (const other of ['/w/the repository/sum.bench.js', '/x/w/the repo/sum.bench.js']) {
      expect(read(seen(compact(other))).series[0]?.benchmark).toBe(`${other} > alone > whole`);
    }
    const go = { file: 'f', bytes: Buffer.from('"name":"/w/the repo/x"') };
    expect(seenFrom(go, '/w/the repo')).toBe(go);
  });

  it.each([
    [text.slice(0, -40), /is not whole JSON, was it cut off/],
    ['{"numTotalTestSuites": 0, "testResults": []}', /no benchmark result/],
    ['{"numTotalTestSuites": 1, "testResults": [{"assertionResults": [{}]}]}', /looks like JSON/],
  ])('is refused where it is damaged (%#)', (damaged, message) => {
    expect(() => read(damaged)).toThrow(message);
  });
});

describe('criterion and libtest', () => {
  it('have a sample a line', () => {
    const { series, warnings } = read(recorded('criterion.txt'));
    expect(series.map((of) => [of.benchmark, of.unit, of.better, of.samples])).toEqual([
      ['fib 12', 'sec/op', 'lower', [517e-9]],
      ['sum/bytes/64', 'sec/op', 'lower', [29e-9]],
      ['sum/bytes/4096', 'sec/op', 'lower', [1933e-9].map((of) => expect.closeTo(of, 15))],
    ]);
    expect(warnings).toEqual([]);
  });

  it('may tell fractions, rates and failures', () => {
    const { series, warnings } = read(
      'running 3 tests\ntest a ... bench:       1,234.50 ns/iter (+/- 9) = 8192 MB/s\r\ntest b ... FAILED\ntest c ... bench:   quick\n\ntest result: FAILED. 0 passed\n',
    );
    expect(series.map((of) => [of.benchmark, of.unit, of.better])).toEqual([
      ['a', 'sec/op', 'lower'],
      ['a', 'B/s', 'higher'],
    ]);
    expect(series[1]?.samples).toEqual([8192e6]);
    expect(warnings.map((of) => [of.kind, of.line, of.message])).toEqual([
      ['failed', 3, 'b failed'],
      ['lost', 4, 'c has no time an iteration on this line'],
    ]);
  });

  it.each<[string, string[]]>([
    [
      'test a ... loaded 3 rows\nbench:   271,193 ns/iter (+/- 5)\n',
      ['lost 2: the result of a is lost'],
    ],
    ['test a ... loadedbench:  271193 ns/iter (+/- 5)\n', ['lost 2: the result of a is lost']],
    ['bench:  271193 ns/iter (+/- 5)\n', ['lost 2: a result has no name']],
    ['test a ... ', ['lost 2: the result of a is lost']],
    ['test a ... hello\nok\ntest b ... ok\ntest c ... ignored\n', []],
  ])('tell what a print took: %j', (text, want) => {
    const { series, warnings } = read(`test x ... bench:  1 ns/iter (+/- 0)\n${text}`);
    expect(series.map((of) => of.benchmark)).toEqual(['x']);
    expect(warnings.map((of) => `${of.kind} ${of.line}: ${of.message}`)).toEqual(
      want.map((of) => expect.stringContaining(of)),
    );
  });
});

it.each([
  ['google.json', 'google-benchmark'],
  ['pytest.json', 'pytest-benchmark'],
  ['criterion.txt', 'bencher'],
  ['vitest.json', 'vitest'],
  ['vitest-broken.json', 'vitest'],
  ['vitest5.json', 'vitest'],
  ['vitest5-broken.json', 'vitest'],
])('%s is in the format %s', async (name, format) => {
  expect(await formatOf({ file: name, bytes: Buffer.from(recorded(name)) })).toBe(format);
});

it.each(['', 'hello\n', '{"a": 1}', '[1]', 'test a ... ok\n', '{'])(
  '%j is in none',
  async (text) => {
    expect(await formatOf({ file: 'f', bytes: Buffer.from(text) })).toBeNull();
  },
);

it('a file in a format that has a mistake is still in that format', async () => {
  const bytes = Buffer.from('{"context": {"date": ');
  expect(await formatOf({ file: 'f', bytes })).toBe('google-benchmark');
  expect(await formatOf({ file: 'f', bytes: Buffer.from('BenchmarkA 1 NaN ns/op\n') })).toBe('go');
});
