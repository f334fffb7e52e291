/** Output of benchmark tools that is not read must not end as the time of a command. */
import { expect, it } from 'vitest';
import { refuseUnread } from '../../src/bench/unread.ts';
import { InputError } from '../../src/model.ts';

const refuse = (text: string) => () => refuseUnread({ file: 'out', bytes: Buffer.from(text) });

it.each([
  [
    'go test -json',
    '{"Time":"2026-11-21T10:00:00Z","Action":"start","Package":"p"}\n{"Action":"output"}\n',
  ],
  [
    'pytest-benchmark',
    `..\n\n${'-'.repeat(40)} benchmark: 2 tests ${'-'.repeat(40)}\nName (time in us)\n`,
  ],
  ['pytest-benchmark', `${'-'.repeat(9)} benchmark 'group': 1 tests ${'-'.repeat(9)}\n`],
  ['criterion', 'fib 20                  time:   [26.029 µs 26.251 µs 26.505 µs]\n'],
  ['Google Benchmark', 'name,iterations,real_time,cpu_time,time_unit,bytes_per_second\n'],
  ['Google Benchmark', '{\n  "context": {\n    "date": "2026-11-21T10:00'],
  [
    'vitest bench',
    '     name                 hz     min     max    mean     p75\n   · small  1.0\n',
  ],
  ['JMH', 'Benchmark            Mode  Cnt   Score   Error  Units\n'],
  ['benchmark.js', 'RegExp#test x 4,161,532 ops/sec ±0.99% (59 cycles)\n'],
  ['BenchmarkDotNet', '| Method |     Mean |   Error |\n'],
  ['hyperfine', 'Benchmark 1: sleep 0.1\n  Time (mean ± σ):     101.2 ms ±   0.2 ms\n'],
])('%s', (tool, text) => {
  expect(refuse(text)).toThrow(InputError);
  expect(refuse(text)).toThrow(new RegExp(`^out: this is what ${tool} prints.*not read`));
  expect(refuse(`${'x'.repeat(2_000_000)}\n${text}`)).toThrow(tool);
});

it.each([
  ['a Rust test program', '\nrunning 0 tests\n\ntest result: ok. 0 passed; 0 failed\n'],
  ['criterion', 'Testing fib 20\nSuccess\n'],
  ['pytest', '============ 5 deselected in 0.01s ============\n'],
  ['pytest', '==== no tests ran in 0.00s ====\n'],
])('%s that ran nothing', (tool, text) => {
  expect(refuse(text)).toThrow(new RegExp(`^out: ${tool} ran no benchmark`));
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

it.each(['', 'hello\n', '{"a": 1}\n', 'time: 12:00\n', 'Benchmark done\n', '| Method | a |\n'])(
  'what a command may print: %j',
  (text) => {
    expect(refuse(text)).not.toThrow();
  },
);
