/** The work of each tool, fixed: what is run, what its output says was there, and that it was this alone. */
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cargoFixed } from '../../../src/source/rounds/presets/fixed/cargo.ts';
import { wholeCommand, wholeText } from '../../../src/source/rounds/presets/fixed/fixed.ts';
import { goFixed } from '../../../src/source/rounds/presets/fixed/go.ts';
import {
  googleBenchmarkFixed,
  isGoogleBenchmark,
} from '../../../src/source/rounds/presets/fixed/googlebenchmark.ts';
import { pytestFixed } from '../../../src/source/rounds/presets/fixed/pytest.ts';
import { temporary } from './repository.ts';

const googleSource = `#include <benchmark/benchmark.h>
static void Sum(benchmark::State& state) { int n = 0; for (auto _ : state) benchmark::DoNotOptimize(n++); }
BENCHMARK(Sum);
BENCHMARK_MAIN();
`;
const libbenchmark =
  spawnSync('c++', ['-E', '-x', 'c++', '-'], { input: '#include <benchmark/export.h>' }).status ===
  0;
if (!libbenchmark) process.stderr.write('skipped: Google Benchmark, which is not here\n');

const one = (benchmark: string, of = '') => ({ package: of, benchmark, iterations: 1 });

describe('Go', () => {
  const go = goFixed({ flags: ["'-test.run=^$'"], rest: ['-n=3'] });

  it('runs one benchmark of one package on one thread so often, and nothing else', () => {
    const text = go.run(one('Encode/size=4k', 'example.com/it'), 500, 'COUNT -x');
    expect(text).toContain('[ "$package" = example.com/it ] || continue');
    expect(text).toContain(
      `GOMAXPROCS=1 GODEBUG="asyncpreemptoff=1,gcstoptheworld=2\${GODEBUG:+,$GODEBUG}" COUNT -x "$FLAMEGATE_BIN/$name.test" -test.bench='^BenchmarkEncode$/^size=4k$' -test.benchtime=500x -test.cpu=1 -test.count=1 '-test.run=^$' -n=3 `,
    );
  });

  it('reads what was there from the output of go test', () => {
    const printed = `Unit ratio better=lower
goos: linux
pkg: example.com/ledger/codec
BenchmarkEncode/small         \t   20000\t       491.0 ns/op\t         0.7928 ratio
BenchmarkChecksum             \t    1234\t      8102 ns/op\t8088.87 MB/s
PASS
pkg: example.com/ledger/parse
BenchmarkLine \t 7 \t 1 ns/op
`;
    expect(go.listed(printed)).toEqual([
      { package: 'example.com/ledger/codec', benchmark: 'Encode/small', iterations: 20000 },
      { package: 'example.com/ledger/codec', benchmark: 'Checksum', iterations: 1234 },
      { package: 'example.com/ledger/parse', benchmark: 'Line', iterations: 7 },
    ]);
    const ran = 'pkg: a/b\nBenchmarkLine \t 500 \t 1 ns/op\nPASS\n';
    expect(go.ran(ran, one('Line', 'a/b'), 500)).toBe(500);
    expect(go.ran(ran, one('Line', 'a/c'), 500)).toBeNull();
    expect(go.ran(printed, one('Encode/small', 'example.com/ledger/codec'), 1)).toBeNull();
    expect(go.ran('PASS\n', one('Line', 'a/b'), 500)).toBeNull();
  });
});

describe('pytest-benchmark', () => {
  const pytest = pytestFixed({ path: '"$PWD"', python: '/usr/bin/python3', args: 'bench' });

  it('calls one function so often by the plugin, with the hash seed fixed', () => {
    const text = pytest.run(one('bench/test_a.py::test_x[1-2]'), 40, 'COUNT');
    expect(text).toContain(
      "FLAMEGATE_FILTER='^bench/test_a\\.py::test_x\\[1-2\\]$' FLAMEGATE_ITERATIONS=40 ",
    );
    expect(text).toContain('PYTHONHASHSEED=0');
    expect(text).toContain('COUNT /usr/bin/python3 -m pytest');
  });

  it('reads means of its JSON as numbers of calls, and what the plugin says it called', () => {
    const json = {
      benchmarks: [
        { fullname: 't.py::test_x', stats: { mean: 2 ** -20 } },
        { fullname: 't.py::test_y', stats: { mean: 3 } },
      ],
    };
    expect(pytest.listed(JSON.stringify(json))).toEqual([
      { ...one('t.py::test_x'), iterations: 10485 },
      { ...one('t.py::test_y'), iterations: 1 },
    ]);
    expect(pytest.ran('counted 40 t.py::test_x\n', one('t.py::test_x'), 40)).toBe(40);
    expect(pytest.ran('counted 40 t.py::test_x\n', one('t.py::test_y'), 40)).toBeNull();
    expect(pytest.ran('', one('t.py::test_x'), 40)).toBeNull();
  });
});

describe('cargo bench', () => {
  const cargo = cargoFixed('CARGO_TARGET_DIR=t', ['sum'], true);
  // divan 0.1.21: `words --bench --color never`.
  const printed = `kind divan
Timer precision: 20 ns
words        fastest       │ slowest       │ median        │ mean          │ samples │ iters
├─ sum                     │               │               │               │         │
│  ├─ 100    75.47 ns      │ 76.75 ns      │ 76.13 ns      │ 76.12 ns      │ 100     │ 3200
│  ╰─ 1000   763.2 ns      │ 851 ns        │ 773.2 ns      │ 1.25 ms       │ 100     │ 400
╰─ inner                   │               │               │               │         │
   ╰─ plain  38.55 ns      │ 562.3 ns      │ 39.19 ns      │ 40 ns         │ 100     │ 6400

`;

  it('reads the tree that divan prints', () => {
    expect(cargo.listed(printed)).toEqual([
      { ...one('words::sum::100'), iterations: 131371 },
      { ...one('words::sum::1000'), iterations: 8 },
      { ...one('words::inner::plain'), iterations: 250000 },
    ]);
    const ran = `words      fastest       │ slowest       │ median        │ mean          │ samples │ iters
╰─ sum                   │               │               │               │         │
   ╰─ 100  86.09 ns      │ 86.09 ns      │ 86.09 ns      │ 86.09 ns      │ 1       │ 50
`;
    expect(cargo.ran(ran, one('words::sum::100'), 50)).toBe(50);
    expect(cargo.ran(ran, one('words::sum::1000'), 50)).toBeNull();
    expect(cargo.ran(printed, one('words::sum::100'), 50)).toBeNull();
  });

  it('lists what was asked for', () => {
    expect(cargo.list).toContain('"$program" --bench --color never sum </dev/null');
    const all = cargoFixed('CARGO_TARGET_DIR=t', [], false);
    expect(all.list).toContain('--color never "$FLAMEGATE_FILTER" </dev/null');
  });

  it('runs one of them in its own program only, so often', () => {
    const text = cargo.run(one('words::sum::100'), 50, 'COUNT');
    expect(text).toContain('in divan:words-*) ;; *) continue ;;');
    expect(text).toContain(
      `COUNT "$program" --bench --color never --exact 'words::sum::100' --sample-count 1 --sample-size 50 `,
    );
  });

  it('refuses criterion and libtest by name, with what to use instead', () => {
    expect(cargo.refuses?.(printed)).toBeNull();
    expect(cargo.refuses?.('kind criterion\nkind divan\nkind libtest\n')).toMatch(
      /^criterion and libtest run for a time .* or use divan$/,
    );
  });
});

describe('Google Benchmark', () => {
  it('is known by a flag of its own', () => {
    expect(isGoogleBenchmark(['./bench', '--benchmark_filter=Sum'])).toBe(true);
    expect(isGoogleBenchmark(['./bench', '-n', '3'])).toBe(false);
  });

  const google = googleBenchmarkFixed([
    './bench',
    '--benchmark_filter=Sum',
    '--benchmark_min_time=2s',
    '--all',
  ]);

  it('runs one benchmark Nx; what decides that is not the user’s', () => {
    expect(google.run(one('Sum/100'), 500, 'COUNT')).toBe(
      "COUNT ./bench --benchmark_filter=Sum --all --benchmark_format=json --benchmark_repetitions=1 --benchmark_filter='^Sum/100$' --benchmark_min_time=500x",
    );
    expect(google.list).toMatch(
      /^\.\/bench --benchmark_filter=Sum --all .* --benchmark_min_time=0\.01s \|\|/,
    );
  });

  const listedBy = (script: string) => {
    const program = join(temporary(), 'bench');
    writeFileSync(program, `#!/bin/sh\n${script}\n`, { mode: 0o755 });
    const { list, refuses, listed } = googleBenchmarkFixed([program, '--benchmark_color=false']);
    const env = { ...process.env, FLAMEGATE_FILTER: '.' };
    const { status, stdout } = spawnSync('sh', ['-e', '-c', list], { env, encoding: 'utf8' });
    const names = listed(stdout).map((of) => of.benchmark);
    return { status, why: refuses?.(stdout), names };
  };

  it('before 1.8 is refused by name, with what to do', () => {
    // As 1.7.1 does: it wants a plain number, and says so on standard error.
    const old = 'case "$*" in *min_time=*[sx]) echo expected to be a double >&2; exit 1 ;; esac';
    expect(listedBy(old)).toMatchObject({
      status: 0,
      why: expect.stringMatching(/Google Benchmark before 1\.8, .*: build it with 1\.8 or later/),
    });
  });

  it.runIf(libbenchmark)(
    'of this machine lists its benchmarks, or is refused',
    { timeout: 120_000 },
    () => {
      const folder = temporary();
      const [source, program] = [join(folder, 'b.cc'), join(folder, 'bench')];
      writeFileSync(source, googleSource);
      const libraries = ['-lbenchmark', '-lpthread'];
      const built = spawnSync('c++', [source, '-o', program, ...libraries], { encoding: 'utf8' });
      expect(built.status, built.stderr).toBe(0);
      const { status, why, names } = listedBy(`exec ${program} "$@"`);
      expect(status).toBe(0);
      if (why === null) expect(names).toEqual(['Sum']);
      else expect(why).toContain('Google Benchmark before 1.8');
    },
  );

  it('that fails for a reason of its own is not taken for an old one', () => {
    const crashes = 'case "$*" in *list_tests*) ;; *) exit 3 ;; esac';
    expect(listedBy(crashes)).toMatchObject({ status: 3, why: null });
    expect(listedBy('exit 4')).toMatchObject({ status: 4, why: null });
    expect(listedBy('exit 0')).toMatchObject({ status: 0, why: null });
  });

  it('lists what `--filter` says, where the command has no filter of its own', () => {
    const { list } = googleBenchmarkFixed(['./bench', '--benchmark_counters_tabular=true']);
    expect(list).toContain('--benchmark_filter="$FLAMEGATE_FILTER"');
    expect(google.list).not.toContain('FLAMEGATE_FILTER');
  });

  it('reads its JSON, without aggregates and errors, behind whatever stands before', () => {
    const json = JSON.stringify({
      context: {},
      benchmarks: [
        { name: 'Sum/100', run_type: 'iteration', iterations: 500 },
        { name: 'Sum/100_mean', run_type: 'aggregate', iterations: 3 },
        { name: 'Bad', run_type: 'iteration', iterations: 0, error_occurred: true },
      ],
    });
    expect(google.listed(`loading\n${json}`)).toEqual([{ ...one('Sum/100'), iterations: 500 }]);
    expect(google.ran(json, one('Sum/100'), 500)).toBe(500);
    expect(google.ran(json, one('Sum/10'), 500)).toBeNull();
    expect(google.ran('', one('Sum/100'), 500)).toBeNull();
  });
});

describe('a command', () => {
  it('is counted whole: the program alone, or all that a shell starts', () => {
    expect(wholeCommand('./tool in.txt').run('COUNT', 'head')).toBe('COUNT ./tool in.txt');
    expect(wholeText("a | b 'c'").run('COUNT', 'base')).toBe(
      `COUNT "\${BASH:-sh}" -e \${BASH:+-o pipefail} -c 'a | b '\\''c'\\'''`,
    );
    expect(wholeText('a | b').benchmark).toBe('Command/a_|_b');
  });
});
