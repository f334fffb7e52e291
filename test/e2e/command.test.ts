/**
 * `flamegate measure -- CMD`: commands as a user types them, the bundle, real tools in repositories
 * made here. The times are said by the benchmarks themselves, so that no load matters.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { gitEnv, type Repository, repository, temporary } from '../source/rounds/repository.ts';
import { goSource } from './gosource.ts';
import { knownCpu } from './knowncpu.ts';
import { cli } from './program.ts';

let at: Repository;
beforeEach(() => {
  at = repository();
});

function measure(args: readonly string[], env: Readonly<Record<string, string>> = {}, cwd = '') {
  const temp = temporary();
  const of = spawnSync(process.execPath, [...cli, 'measure', '--threshold', '20%', ...args], {
    cwd: join(at.folder, cwd),
    encoding: 'utf8',
    env: { ...gitEnv, HOME: process.env.HOME ?? '', TMPDIR: temp, ...env },
  });
  expect(at.git('worktree', 'list', '--porcelain').match(/^worktree /gm)).toHaveLength(1);
  expect(readdirSync(temp).filter((name) => name.startsWith('flamegate'))).toEqual([]);
  return of;
}

/** Rounds that are enough to decide what is clear. */
const few = ['--max-rounds', '6'];

const goTest = (of: string) => `package ${of}_test

import (
	"os"
	"testing"
	"time"

	"example.com/demo/${of}"
)

var sink = time.Now().Nanosecond()

func TestNever(t *testing.T) { t.Fatal("tests are not measured") }

func run(b *testing.B) {
	if _, err := os.Stat("testdata/in put"); err != nil {
		b.Fatal(err)
	}
	for i := 0; i < b.N; i++ {
		sink += ${of}.Work()
	}
	b.ReportMetric(float64(${of}.Took+time.Now().Nanosecond()%17), "ns/op")
}

func BenchmarkEncode(b *testing.B) { run(b) }

func BenchmarkOther(b *testing.B) { run(b) }
`;

const hasGo = spawnSync('go', ['version']).status === 0;

describe.skipIf(!hasGo)(`go test${hasGo ? '' : ' (skipped: no go in PATH)'}`, () => {
  const env = {
    GOFLAGS: '-buildvcs=false',
    GOCACHE: hasGo ? spawnSync('go', ['env', 'GOCACHE'], { encoding: 'utf8' }).stdout.trim() : '',
  };

  beforeEach(() => {
    at.write('go.mod', 'module example.com/demo\n\ngo 1.20\n');
    for (const name of ['codec', 'index']) {
      at.write(`${name}/testdata/in put`, 'x');
      at.write(`${name}/work.go`, goSource(name));
      at.write(`${name}/work_test.go`, goTest(name));
    }
    at.write('bare/bare.go', 'package bare\n');
    at.commit('bare/bare_test.go', 'package bare\n');
    at.git('checkout', '--quiet', '-b', 'feature');
  });

  it('of two packages says which is slower, and by which function', () => {
    at.commit('codec/work.go', goSource('codec', { took: 1500, checks: 6000 }));
    const bench = ['go', 'test', '-bench=Encode', './...'];
    const { status, stdout, stderr } = measure([...few, '--', ...bench], env);
    expect(stderr).toMatch(
      /^Measuring go test -c \.\/\.\.\. once a side; in each round -bench=Encode -benchtime=100ms -count=1, /,
    );
    expect(stdout, stderr).toMatch(/^fail: .*codec\.Encode/);
    expect(stdout).toMatch(/^codec\.Encode\S* .* slower/m);
    expect(stdout).toMatch(/^index\.Encode\S* .* ok/m);
    expect(stdout).toMatch(/codec\.check/);
    expect(stdout).not.toMatch(/Other(?! work)|index\.check/);
    expect(status).toBe(1);
  });

  it('keeps the flags that were typed, in any form, and is not red where nothing changed', () => {
    at.commit('codec/work.go', `${goSource('codec')}\n// changed\n`);
    const typed = '-benchtime 20ms --bench Enc|Oth -cpu=1,2 -benchmem -tags=a,b . -v';
    const args = ['--verbose', '--', 'go', 'test', ...typed.split(' ')];
    const { status, stdout, stderr } = measure([...few, ...args], env, 'codec');
    expect(stderr).toContain('-c -tags=a,b . once a side; in each round -bench=Enc|Oth -benchtime');
    expect(stdout, stderr).toMatch(/^pass|^suspect|^incomplete/);
    for (const name of ['Encode', 'Encode-2', 'Other', 'Other-2']) {
      expect(stdout).toMatch(new RegExp(`^${name} +sec/op .* ok`, 'm'));
    }
    expect(stdout).toContain('allocs/op');
    expect(status).toBe(0);
  });

  it.each<[string[], RegExp]>([
    [['-bench=Nothing', './...'], /no benchmark in \.\/\.\.\. matches Nothing/],
    [['-coverprofile=c.out', '.'], /-coverprofile is not a flag that measuring takes/],
    [['-bench'], /-bench needs a value/],
    [['codec/work_test.go'], /is a file: name its package/],
    [['-overlay=x.json', '.'], /-overlay is not a flag/],
  ])('%j is exit status 2, and it is said why', (typed, message) => {
    at.commit('codec/work.go', `${goSource('codec')}\n// changed\n`);
    const { status, stdout, stderr } = measure(['--', 'go', 'test', ...typed], env);
    expect(stderr).toMatch(message);
    expect([status, stdout]).toEqual([2, '']);
  });

  it('--filter beside -bench would be two filters', () => {
    const args = ['--filter', 'A', '--', 'go', 'test', '-bench=B'];
    expect(measure(args, env)).toMatchObject({ status: 2, stdout: '' });
  });

  it('a package by its place in the checkout would be one and the same on both sides', () => {
    at.commit('codec/work.go', goSource('codec', { took: 9000 }));
    const { status, stderr } = measure(['--', 'go', 'test', join(at.folder, 'codec')], env);
    expect(stderr).toMatch(/is in the checkout, .*like \.\/codec/);
    expect(status).toBe(2);
  });
});

const pythonTest = `import pytest

def clock():
    import demo
    demo.now += 1e-9
    return demo.now

@pytest.mark.parametrize("name", ["a b", "c"])
@pytest.mark.benchmark(timer=clock)
def test_work(benchmark, name):
    from demo import work
    benchmark.pedantic(work, rounds=5, iterations=1)

def test_other():
    raise Exception("tests are not measured")
`;

const pythonSource = (took: number) => `import time
now = 0.0

def work():
    global now
    now += (${took} + time.time_ns() % 17) * 1e-6
`;

const python = ['python', 'python3'].find(
  (name) => spawnSync(name, ['-c', 'import pytest, pytest_benchmark']).status === 0,
);

describe.skipIf(python === undefined)(
  `pytest${python ? '' : ' (skipped: python cannot import pytest_benchmark)'}`,
  () => {
    let env: Readonly<Record<string, string>>;

    beforeEach(() => {
      env = { PYENV_VERSION: process.env.PYENV_VERSION ?? '', PYTHONPATH: knownCpu() };
      at.write('.gitignore', '__pycache__\n');
      at.write('src/demo/__init__.py', pythonSource(1000));
      at.commit('tests/test_demo.py', pythonTest);
      at.git('checkout', '--quiet', '-b', 'feature');
    });

    it.each([[['pytest']], [[python ?? '', '-m', 'pytest']]])(
      '%j finds what is slower',
      (typed) => {
        at.commit('src/demo/__init__.py', pythonSource(1500));
        const args = [...few, '--', ...typed, 'tests', '-k', 'work or other'];
        const { status, stdout, stderr } = measure(args, env);
        expect(stderr).toMatch(
          /^Measuring \/\S+ -m pytest --benchmark-only --benchmark-max-time=0\.2 /,
        );
        expect(stdout, stderr).toMatch(/^fail: /);
        expect(stdout).toMatch(/test_work\[a b\].* slower/);
        expect(status).toBe(1);
      },
    );

    it.each([
      ['fail', pythonSource(2500)],
      ['pass', `${pythonSource(1000)}\n# changed\n`],
    ])('of a checkout that is installed as editable is a %s', (verdict, source) => {
      at.commit('src/demo/__init__.py', source);
      const site = env.PYTHONPATH ?? '';
      const custom = `import site\nsite.addsitedir(${JSON.stringify(join(site, 'packages'))})\n`;
      writeFileSync(join(site, 'sitecustomize.py'), custom);
      mkdirSync(join(site, 'packages'));
      writeFileSync(join(site, 'packages/demo.pth'), `${join(at.folder, 'src')}\n`);
      const args = [...few, '--', 'pytest', 'tests'];
      const { stdout, stderr } = measure(args, env);
      expect(stdout, stderr).toMatch(new RegExp(`^${verdict}: `));
    });

    it('runs what --filter names, and is not red where nothing changed', () => {
      at.commit('src/demo/__init__.py', `${pythonSource(1000)}\n# changed\n`);
      const args = [...few, '--filter', 'test_work\\[a', '--', 'pytest'];
      const { status, stdout, stderr } = measure(args, env);
      expect(stdout, stderr).toMatch(/^pass/);
      expect(stdout).toMatch(/test_work\[a b\].* ok/);
      expect(stdout).not.toMatch(/test_work\[c\]/);
      expect(status).toBe(0);
    });
  },
);

const hasCargo = spawnSync('cargo', ['--version']).status === 0;

/** libtest's and criterion's output, as far as flamegate looks: neither can be downloaded here. */
const rustBench = (help: string) => `use std::time::{SystemTime, UNIX_EPOCH};
fn main() {
    let args: Vec<String> = std::env::args().skip(1).collect();
    if ${help !== 'refused'} && args.iter().any(|of| of == "--help") { return println!("${help}"); }
    let has = |flag: &str| args.iter().any(|of| of == flag);
    // As criterion 0.5, which has no --help, and as libtest, which knows no --output-format.
    if ${help === 'refused'} && has("--help") { std::process::exit(2); }
    if ${help === 'refused'} && has("--list") { return println!("terse: benchmark"); }
    if ${help === 'refused'} && !has("--output-format") { return println!("time: [1.0 ns 1.1 ns 1.2 ns]"); }
    if ${help === ''} && has("--output-format") { std::process::exit(2); }
    assert_eq!(std::env::current_dir().unwrap().join("Cargo.toml").exists(), true);
    let noise = SystemTime::now().duration_since(UNIX_EPOCH).unwrap().subsec_nanos() % 17;
    println!("test ${help === '' ? 'plain' : help === 'refused' ? 'ptext' : 'parse'} ... bench: {} ns/iter (+/- 3)", demo::TIME + noise);
    eprintln!("{:?}", args);
}
`;

describe.skipIf(!hasCargo)(`cargo bench${hasCargo ? '' : ' (skipped: no cargo in PATH)'}`, () => {
  const env = {
    CARGO_HOME: process.env.CARGO_HOME ?? join(process.env.HOME ?? '', '.cargo'),
    CARGO_NET_OFFLINE: 'true',
  };

  it('builds each side in a directory of its own, and knows the programs that want a format', () => {
    const bench = (name: string) => `\n[[bench]]\nname = "${name}"\nharness = false\n`;
    at.write('.gitignore', 'target\n');
    at.write(
      'Cargo.toml',
      `[package]\nname = "demo"\nversion = "0.1.0"\nedition = "2021"\n${bench('parse')}${bench('plain')}${bench('terse')}`,
    );
    at.write('benches/parse.rs', rustBench('--output-format <FORMAT>'));
    at.write('benches/plain.rs', rustBench(''));
    at.write('benches/terse.rs', rustBench('refused'));
    at.commit('src/lib.rs', 'pub const TIME: u32 = 1000;\n');
    at.git('checkout', '--quiet', '-b', 'feature');
    at.commit('src/lib.rs', 'pub const TIME: u32 = 1500;\n');
    const keep = join(temporary(), 'keep');
    const shared = { ...env, CARGO_TARGET_DIR: join(at.folder, 'target') };
    const args = [...few, '--keep', keep, '--', 'cargo', 'bench', '--', '--sample-size', '10', 'p'];
    const { status, stdout, stderr } = measure(args, shared);
    expect(stderr).toMatch(/^Measuring cargo bench --no-run once a side, /);
    expect(stdout, stderr).toMatch(/^fail: /);
    expect(stdout).toMatch(/^parse .* slower/m);
    expect(stdout).toMatch(/^plain .* slower/m);
    expect(stdout).toMatch(/^ptext .* slower/m);
    expect(readFileSync(join(keep, 'head/round-1/stdout.txt'), 'utf8')).toMatch(/^test parse/m);
    expect(status).toBe(1);
  });

  it('is not red where nothing changed, whatever directory is shared', () => {
    at.write('.gitignore', 'target\n');
    at.write(
      'Cargo.toml',
      '[package]\nname = "demo"\nversion = "0.1.0"\nedition = "2021"\n\n[[bench]]\nname = "plain"\nharness = false\n',
    );
    at.write('benches/plain.rs', rustBench(''));
    at.commit('src/lib.rs', 'pub const TIME: u32 = 1000;\n');
    at.git('checkout', '--quiet', '-b', 'feature');
    at.commit('src/lib.rs', '// changed\npub const TIME: u32 = 1000;\n');
    const shared = { ...env, CARGO_TARGET_DIR: temporary() };
    const { status, stdout, stderr } = measure([...few, '--', 'cargo', 'bench'], shared);
    expect(stdout, stderr).toMatch(/^pass: /);
    expect(status).toBe(0);
  });
});

describe('any command', () => {
  const told = [
    'a b',
    '',
    "it's",
    '"$(touch made)"',
    '`id`',
    'two\nlines',
    '*',
    '~',
    '-e',
    '$HOME',
  ];
  const script = `
    require('node:fs').appendFileSync(process.env.TOLD, JSON.stringify(process.argv.slice(2)) + '\\n');
    const took = Number(require('node:fs').readFileSync('took', 'utf8'));
    console.log('BenchmarkWork 1 ' + (took + Date.now() % 17) + ' ns/op');`;

  beforeEach(() => {
    at.write('bench.cjs', script);
    at.commit('took', '1000');
    at.git('checkout', '--quiet', '-b', 'feature');
    at.commit('took', '1500');
  });

  it('gets its arguments as they are, and nothing else is run', () => {
    const TOLD = join(temporary(), 'told');
    const keep = join(temporary(), 'keep');
    const args = [...few, '--keep', keep, '--', 'node', 'bench.cjs', ...told];
    const { status, stdout, stderr } = measure(args, { TOLD });
    expect(stdout, stderr).toMatch(/^fail: Work is (49|50) % slower/);
    const lines = readFileSync(TOLD, 'utf8').trim().split('\n');
    // Twelve runs, and more where other work on the machine had a round repeated.
    expect(lines.length).toBeGreaterThanOrEqual(12);
    for (const line of lines) expect(JSON.parse(line)).toEqual(told);
    expect(readdirSync(at.folder)).not.toContain('made');
    expect(status).toBe(1);
  });

  it('is a program, whatever a shell would make of its name', () => {
    for (const name of ['A=b', 'if', '$(echo true)', '-e']) {
      const { status, stderr } = measure([...few, '--', name, 'x']);
      expect(stderr).toMatch(/not found/);
      expect(status).toBe(2);
    }
  });

  it.each<[string[], RegExp]>([
    [['--'], /the command behind -- is empty/],
    [['--', ''], /the command behind -- is empty/],
    [[], /no command to measure: write it after --/],
    [['--', 'make bench'], /"make bench" is one word/],
    [['--run', 'true', '--', 'true'], /both say what to measure/],
    [['--', 'node', '/etc/../nonexistent.js'], /could not be found|exit status 1/],
  ])('%j is exit status 2', (args, message) => {
    const { status, stdout, stderr } = measure(args);
    expect(stderr).toMatch(message);
    expect([status, stdout]).toEqual([2, '']);
  });

  it('of Node finds the packages of the checkout, and leaves them as they were', () => {
    at.write('.gitignore', 'node_modules\n');
    at.write('node_modules/fast/index.js', 'module.exports = 1000;');
    at.write('bench.cjs', `require('fast'); process.env.TOLD = '/dev/null';${script}`);
    at.commit('took', '1501');
    const { stdout, stderr } = measure([...few, '--', 'node', 'bench.cjs'], { TOLD: '/dev/null' });
    expect(stderr).toContain('node_modules of the checkout serves both sides');
    expect(stdout).toMatch(/^fail: Work is (49|50) % slower/);
    expect(readdirSync(join(at.folder, 'node_modules'))).toEqual(['fast']);
  });
});
