/** Output of benchmark tools that is not read must not end as the time of a command. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { unreadTools } from '../../../src/formats/benchmarks/index.ts';
import { formatOf } from '../../../src/formats/benchmarks/read.ts';
import { refuseUnread } from '../../../src/formats/benchmarks/unread.ts';
import { InputError } from '../../../src/model/error.ts';
import { readBenchmarks } from './read.ts';

const refuse = (text: string) => () => refuseUnread({ file: 'out', bytes: Buffer.from(text) });

it.each([
  [
    'pytest-benchmark',
    `..\n\n${'-'.repeat(40)} benchmark: 2 tests ${'-'.repeat(40)}\nName (time in us)\n`,
  ],
  ['pytest-benchmark', `${'-'.repeat(9)} benchmark 'group': 1 tests ${'-'.repeat(9)}\n`],
  ['Google Benchmark', '{\n  "context": {\n    "date": "2026-11-21T10:00'],
  [
    'vitest bench',
    '     name                 hz     min     max    mean     p75\n   · small  1.0\n',
  ],
  ['JMH', 'Benchmark            Mode  Cnt   Score   Error  Units\n'],
  ['BenchmarkDotNet', '| Method |     Mean |   Error |\n'],
  ['benchstat', 'name        old time/op    new time/op    delta\nGobEncode     13.6ms ± 1%\n'],
  ['benchstat', 'name,old time/op (ns/op),±,new time/op (ns/op),±,delta,±\n'],
  ['gobenchdata', '[{"Version":"a","Suites":[{"Goos":"linux","Pkg":"p"}]}]\n'],
  ['hyperfine', 'Benchmark 1: sleep 0.1\n  Time (mean ± σ):     101.2 ms ±   0.2 ms\n'],
])('%s', (tool, text) => {
  expect(refuse(text)).toThrow(InputError);
  expect(refuse(text)).toThrow(new RegExp(`^out: this is what ${tool} prints.*not read`));
  expect(refuse(`${'x'.repeat(2_000_000)}\n${text}`)).toThrow(tool);
});

/** Typed from what each tool's documentation shows, or printed by it. */
const samples: Readonly<Record<string, string>> = {
  'benchmark-ips': 'benchmark-ips',
  deno: 'deno bench',
  dotnet: 'BenchmarkDotNet',
  hyperfine: 'hyperfine',
  jmh: 'JMH',
  nanobench: 'nanobench',
  vitest: 'vitest bench',
};

describe('the samples', () => {
  const folder = join(import.meta.dirname, 'testdata/unread');
  const read = (name: string) => readFileSync(join(folder, `${name}.txt`), 'utf8');

  it('are all named here', () => {
    const names = readdirSync(folder).map((file) => file.replace('.txt', ''));
    expect(names.sort()).toEqual(Object.keys(samples).sort());
  });

  it.each(Object.entries(samples))('%s: %s', async (name, tool) => {
    const text = read(name);
    const input = { file: 'out', bytes: Buffer.from(text) };
    expect(await formatOf(input)).toBeNull();
    expect(refuse(text)).toThrow(`out: this is what ${tool} prints, in a form that is not read: `);
    expect(() => readBenchmarks([input])).toThrow(`no benchmark result: this is what ${tool} `);
    // As tools print it where CI is set, and behind a shell's redirection to standard error.
    const coloured = text.replaceAll(
      /^(\s*)(\S+)/gm,
      '$1\u001b[1m\u001b[36m$2\u001b[39m\u001b[22m',
    );
    expect(refuse(coloured)).toThrow(tool);
    const empty = { file: 'out', bytes: new Uint8Array() };
    expect(() => refuseUnread(empty, text.split('\n'))).toThrow(tool);
  });

  it.each(Object.keys(samples))('%s is of one tool alone', (name) => {
    const tools = unreadTools.filter(({ prints }) => prints.test(read(name)));
    expect(tools.map(({ tool }) => tool)).toEqual([samples[name]]);
  });

  it('have a way out each: a flag that is read, or the time of the command', () => {
    expect(refuse(read('vitest'))).toThrow(
      'add --outputJson=$FLAMEGATE_OUTPUT, from vitest 5 on --reporter=json --outputFile=$FLAMEGATE_OUTPUT. The time of',
    );
    expect(refuse('       user     system      total        real\n')).toThrow(
      'have it print lines like "BenchmarkName 1 1234 ns/op", or add --time-command (in the action `time-command: true`) to compare the time of the whole command',
    );
    const file = { file: 'f', bytes: Buffer.from(read('vitest')) };
    expect(() => readBenchmarks([file])).toThrow(
      /add --outputJson=FILE, from vitest 5 on --reporter=json --outputFile=FILE$/,
    );
  });
});

it('a benchmark of Google’s that has the name of one of Go’s is not told as Go’s mistake', () => {
  const text = readFileSync(join(import.meta.dirname, 'testdata/google.txt'), 'utf8');
  const bytes = Buffer.from(text.replaceAll('BM_', 'Benchmark'));
  const { series } = readBenchmarks([{ file: 'out', bytes }]);
  expect(series[0]).toMatchObject({ benchmark: 'BenchmarkSum/64', unit: 'sec/op' });
});

it.each([
  'parse: 12.3 ms\n',
  'encode   1.2 µs   3.4 µs\n',
  'x took 812 ns\n',
  'a  1,234,567 ops/s\n',
  'a  12.3 ns/iter\n',
  'sorted 1000 items: 4.2 seconds per iteration\n',
])('results of a tool that nobody knows: %j', (text) => {
  expect(refuse(text)).toThrow(
    /^out: ".*" looks like a result, .* add --time-command .* if this program has no benchmark output/,
  );
});

it.each([
  ['a Rust test program', '\nrunning 0 tests\n\ntest result: ok. 0 passed; 0 failed\n'],
  ['criterion', 'Testing fib 20\nSuccess\n'],
  ['pytest', '============ 5 deselected in 0.01s ============\n'],
  ['pytest', '==== no tests ran in 0.00s ====\n'],
  [
    'go test -json',
    '{"Time":"2026-11-21T10:00:00Z","Action":"start","Package":"p"}\n{"Action":"output"}\n',
  ],
])('%s that ran nothing', (tool, text) => {
  expect(refuse(text)).toThrow(new RegExp(`^out: ${tool} ran no benchmark`));
});

it('a file of a tool that ran nothing says so', () => {
  const bytes = Buffer.from('\nrunning 0 tests\n\ntest result: ok. 0 passed; 0 failed\n');
  expect(() => readBenchmarks([{ file: 'out', bytes }])).toThrow(
    'no benchmark result: a Rust test program ran no benchmark: add --bench',
  );
});

it.each(['\n', '{\n', '- ', '=', ' \t', 'Benchmark Mode ', 'time: [1 a '])(
  'takes time by the length of the output, whatever is in it: %j',
  { timeout: 5000 },
  (part) => {
    expect(refuse(part.repeat(1_000_000 / part.length))).not.toThrow();
  },
);

it('is known by what it says to standard error', () => {
  const said = ['Failed to match any benchmarks against regex: Typo'];
  const empty = { file: 'out', bytes: new Uint8Array() };
  expect(() => refuseUnread(empty, said)).toThrow(/^out: Google Benchmark ran no benchmark/);
  expect(() => refuseUnread(empty, ['careful'])).not.toThrow();
});

it.each([
  'running 0 tests\n\nrunning 3 tests\ntest result: ok. 3 passed\n',
  '==== 3 passed, 5 deselected in 0.01s ====\n',
])('a part that ran nothing: %j', (text) => {
  expect(refuse(text)).not.toThrow();
});

it.each([
  '',
  'hello\n',
  '{"a": 1}\n',
  'time: 12:00\n',
  'Benchmark done\n',
  '| Method | a |\n',
  'Done in 1.23s.\n',
  'Finished `release` profile [optimized] target(s) in 0.52s\n',
  'built after 310 ms\n',
  '3 files, 12 lines, v1.2.3, 2026-11-28T03:00:00Z, 10:05:01\n',
  'music of the 1990s and 10s/s\n',
  '\u0000\u00015 ms',
])('what a command may print: %j', (text) => {
  expect(refuse(text)).not.toThrow();
});
