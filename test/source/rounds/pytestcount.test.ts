/**
 * The plugin that calls a benchmark of pytest so often, as `setup` writes it, with real Python and, where it is
 * there, real callgrind. pytest-benchmark itself is a class of its own name here.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { callgrindSelf } from '../../../src/formats/profiles/callgrind/self.ts';
import { callgrindHere } from '../../../src/source/counts/valgrind.ts';
import { countPlugin } from '../../../src/source/rounds/presets/fixed/pytest.ts';
import { temporary } from './repository.ts';

const answer = (program: string, ...args: string[]) => {
  const { status, stdout } = spawnSync(program, args, { encoding: 'utf8' });
  return status === 0 ? stdout.trim() : null;
};
const python = answer('python3', '-c', 'import sys; print(sys.executable)');
const hasValgrind =
  answer('valgrind', '--tool=callgrind', '--callgrind-out-file=/dev/null', 'true') !== null;
if (python === null) process.stderr.write('skipped: the plugin of pytest, python3 is not there\n');
if (!hasValgrind) process.stderr.write('skipped: counting with valgrind, which is not there\n');

/** Starts a program and works before the benchmark, which starts another one each time. */
const script = `import os, subprocess, sys
import flamegate_count
from pytest_benchmark.fixture import BenchmarkFixture
subprocess.run(["true"])
sum(range(100000))
calls = []
def work(n):
    calls.append(n)
    subprocess.run([sys.argv[1]])
    return sum(range(n))
fixture = BenchmarkFixture()
fixture.fullname = "t.py::test_a"
if sys.argv[2] == "pedantic":
    setup = lambda: ((500,), {})
    fixture.pedantic(work, setup=setup, teardown=lambda n: calls.append(-n), rounds=99)
else:
    assert fixture(work, 500) == sum(range(500))
print(sum(calls), len(calls), os.environ["VALGRIND_OPTS"])
`;

let bin: string;
let later: string;

beforeEach(() => {
  if (python === null) return;
  bin = temporary();
  mkdirSync(join(bin, 'pytest_benchmark'));
  writeFileSync(join(bin, 'pytest_benchmark/__init__.py'), '');
  writeFileSync(join(bin, 'pytest_benchmark/fixture.py'), 'class BenchmarkFixture: pass\n');
  writeFileSync(join(bin, 'script.py'), script);
  const env = { ...process.env, FLAMEGATE_BIN: bin };
  const { status, stderr } = spawnSync('sh', ['-e', '-c', countPlugin(python)], { env });
  expect(status, String(stderr)).toBe(0);
  later = readFileSync(join(bin, 'later'), 'utf8').trim();
});

function run(times: number, how: string, ...counter: string[]) {
  const output = join(temporary(), 'output');
  const [program = '', ...args] = [...counter, python ?? '', join(bin, 'script.py'), 'true', how];
  const { status, stdout, stderr } = spawnSync(program, args, {
    encoding: 'utf8',
    env: {
      ...{ PATH: process.env.PATH ?? '', PYTHONPATH: bin, PYTHONHASHSEED: '0' },
      ...{ PYTHONDONTWRITEBYTECODE: '1', VALGRIND_OPTS: `--num-callers=5 ${later}` },
      ...{ FLAMEGATE_ITERATIONS: String(times), FLAMEGATE_OUTPUT: output },
    },
  });
  expect(status, stderr).toBe(0);
  return { said: stdout.trim(), counted: readFileSync(output, 'utf8') };
}

describe.runIf(python !== null)('the plugin', () => {
  it.each([
    ['call', 'sum 4 calls', 4 * 500, 4],
    ['pedantic', 'with a teardown each', 0, 8],
  ])('calls the function so often (%s), and says so', (how, _, sum, calls) => {
    const { said, counted } = run(4, how);
    expect(counted).toBe('counted 4 t.py::test_a\n');
    expect(said).toBe(`${sum} ${calls} --num-callers=5 ${later}`.trim());
  });
});

describe.runIf(python !== null && hasValgrind)('under callgrind', { timeout: 300_000 }, () => {
  it.runIf(process.arch === 'x64')(
    'the benchmark and what it starts are counted, and no start',
    async () => {
      expect(later).toBe('--instr-atstart=no');
      const counter = await callgrindHere(callgrindSelf)(async () => 'valgrind-3');
      const count = (times: number) => {
        const directory = temporary();
        run(times, 'call', ...(counter?.wrap(directory) ?? []));
        const files = readdirSync(directory).map((name) => ({
          file: `p/${name}`,
          bytes: readFileSync(join(directory, name)),
        }));
        // The plugin's own end may have a sum below zero: nobody reads it.
        const all = files.map(({ bytes }) => Number(/^totals: (\d+)$/m.exec(String(bytes))?.[1]));
        return { found: counter?.read(files), children: all.filter((n) => n > 100_000).length };
      };
      const [two, five] = [count(2), count(5)];
      // What the plugin wrote is one of them, and each `true` of the benchmark.
      expect([two.children, five.children]).toEqual([3, 6]);
      const [less, more] = [two, five].map(({ found }) => found?.instructions ?? 0);
      const each = ((more ?? 0) - (less ?? 0)) / 3;
      // `true` alone takes 120,000.
      expect(each).toBeGreaterThan(100_000);
      // Python's own start takes tens of millions.
      expect((less ?? 0) - 2 * each).toBeLessThan(2_000_000);
    },
  );
});
