/**
 * Everyday set-ups in which base and head are not two, or what is measured is not the code: the bundle,
 * real git and real tools, and a clock that each program makes up, so that no load matters. What got
 * slower is never a pass, and what did not is never a fail.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { gitEnv, type Repository, repository, temporary } from '../source/rounds/repository.ts';
import { cli } from './program.ts';

const root = resolve(import.meta.dirname, '../..');
const samples = join(root, 'test/formats/benchmarks/testdata/unread');

let at: Repository;
let env: Record<string, string>;

beforeEach(() => {
  at = repository();
  env = { ...gitEnv };
});

afterEach(() => {
  expect(at.git('worktree', 'list', '--porcelain').match(/^worktree /gm)).toHaveLength(1);
});

/** Files of the base, and what the head has of them otherwise. */
function change(base: Readonly<Record<string, string>>, head: Readonly<Record<string, string>>) {
  for (const [file, text] of Object.entries(base)) at.write(file, text);
  at.git('add', '--all');
  at.git('commit', '--quiet', '--message', 'base');
  at.git('checkout', '--quiet', '-b', 'feature');
  for (const [file, text] of Object.entries(head)) at.write(file, text);
  at.git('add', '--all');
  at.git('commit', '--quiet', '--message', 'head');
}

function measure(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [...cli, 'measure', ...args], {
    cwd: at.folder,
    encoding: 'utf8',
    env,
  });
  return { status, stdout, stderr, verdict: stdout.split(':', 1)[0] };
}

/** A script that says how long it took: so many nanoseconds, and some more by chance. */
const says = (nanoseconds: number) =>
  `echo "BenchmarkWork 1 $((${nanoseconds} + RANDOM % 10)) ns/op"\n`;
const [fast, slow] = [says(1000), says(2000)];

const works = (program: string, ...args: string[]) => spawnSync(program, args).status === 0;
const skipped = (tool: string, isThere: boolean) =>
  isThere ? tool : `${tool} (skipped: it is not installed)`;

describe('results that are not read', () => {
  /** What is slower runs less often in the time it has, and so it may end sooner. */
  const adaptive = { 'time.txt': '0.1\n' };

  it.each([
    ['vitest', 'vitest bench', 'add --outputJson=$FLAMEGATE_OUTPUT'],
    ['benchmark-ips', 'benchmark-ips', 'add x.json!'],
    ['nanobench', 'nanobench', 'render ankerl::nanobench::templates::json()'],
    ['deno', 'deno bench', 'add --json'],
    ['dotnet', 'BenchmarkDotNet', 'add --exporters fullJson'],
    ['hyperfine', 'hyperfine', 'add --export-json $FLAMEGATE_OUTPUT'],
    ['jmh', 'JMH', 'add -rf json -rff $FLAMEGATE_OUTPUT'],
  ])('%s: never the time of a command', (sample, tool, advice) => {
    change(adaptive, { 'time.txt': '0.01\n' });
    const { status, stdout, stderr } = measure(
      '--run',
      `sleep $(cat time.txt); cat ${join(samples, sample)}.txt`,
    );
    expect(stderr).toContain(`this is what ${tool} prints`);
    expect(stderr).toContain(advice);
    expect([status, stdout]).toEqual([2, '']);
  });

  it('of a tool that nobody knows are refused too', () => {
    change(adaptive, { 'time.txt': '0.01\n' });
    const { status, stderr } = measure('--run', 'sleep $(cat time.txt); echo "parse: 12.3 µs"');
    expect(stderr).toContain('add --time-command');
    expect(status).toBe(2);
  });

  it('do not hinder --time-command, which finds the slower one', () => {
    change({ 'time.txt': '0.01\n' }, { 'time.txt': '0.2\n' });
    const run = `sleep $(cat time.txt); echo "parse: 12.3 µs"; ${fast}`;
    const { verdict, stdout, status } = measure('--time-command', '--run', run);
    expect(stdout).toMatch(/^Command\/sleep\S*\s+sec\/op .* slower/m);
    expect([verdict, status]).toEqual(['fail', 1]);
  });

  it('a command that says how long it took is timed as before', () => {
    change({ 'time.txt': '0.01\n' }, { 'time.txt': '0.2\n' });
    const { verdict } = measure('--run', 'sleep $(cat time.txt); echo "Done in 0.1 s."');
    expect(verdict).toBe('fail');
  });

  it('--time-command without --run is a mistake', () => {
    at.commit('bench.txt', 'BenchmarkA 1 2 ns/op\n');
    const gate = ['gate', '--baseline', temporary(), '--benchmarks', 'bench.txt', '--time-command'];
    const { status, stderr } = spawnSync(process.execPath, [...cli, ...gate], {
      cwd: at.folder,
      encoding: 'utf8',
      env,
    });
    expect(stderr).toContain('--time-command says how to measure');
    expect(status).toBe(2);
  });
});

describe('one program for both sides', () => {
  /** A cache that asks no one whether the source is another one. */
  const cached =
    'p=$CACHE/p; [ -f $p ] || install -m 755 <(cat header bench.sh) $p; cp $p $FLAMEGATE_BIN/p';
  const built = 'install -m 755 <(cat header bench.sh) $FLAMEGATE_BIN/p';
  const run = 'bash $FLAMEGATE_BIN/p';

  beforeEach(() => {
    env = { ...env, CACHE: temporary() };
  });

  it('is never a pass where the code differs', () => {
    change({ header: '#!/bin/bash\n', 'bench.sh': fast }, { 'bench.sh': slow });
    const { verdict, stdout, status } = measure('--setup', cached, '--run', run);
    expect(stdout).toContain('both sides built the same program, although bench.sh differs');
    expect([verdict, status]).toEqual(['incomplete', 0]);
    expect(measure('--setup', cached, '--run', run, '--fail-on', 'incomplete').status).toBe(3);
    expect(measure('--setup', built, '--run', run).verdict).toBe('fail');
  });

  it.each([
    ['README.md'],
    ['docs/page.html'],
    ['.github/workflows/ci.yml'],
    ['tests/test_x.py'],
    ['src/x.test.ts'],
    ['LICENSE'],
  ])('is right where only %s differs', (file) => {
    change({ header: '#!/bin/bash\n', 'bench.sh': fast, [file]: 'old\n' }, { [file]: 'new\n' });
    const { verdict, stdout } = measure('--setup', built, '--run', run);
    expect([verdict, stdout.includes('same program')]).toEqual(['pass', false]);
  });

  it('is a doubt, and no failure, where the change is of another program', () => {
    change(
      { header: '#!/bin/bash\n', 'bench.sh': fast, 'web/page.ts': 'old\n' },
      { 'web/page.ts': 'new\n' },
    );
    const { verdict, status } = measure('--setup', built, '--run', run);
    expect([verdict, status]).toEqual(['incomplete', 0]);
    // Each side has built its own, and it came to the same.
    const own = 'install -m 755 <(cat header bench.sh) out; cp out $FLAMEGATE_BIN/p';
    expect(measure('--setup', own, '--run', run).verdict).toBe('pass');
  });

  it('clears no suspicion of the gate', () => {
    change({ header: '#!/bin/bash\n', 'bench.sh': fast }, { 'bench.sh': slow });
    at.write('bench.txt', 'BenchmarkWork 1 2005 ns/op\n');
    const gate = ['gate', '--baseline', temporary(), '--benchmarks', 'bench.txt'];
    const { stdout, stderr } = spawnSync(
      process.execPath,
      [...cli, ...gate, '--setup', cached, '--run', run],
      { cwd: at.folder, encoding: 'utf8', env },
    );
    expect(stdout, stderr).toMatch(/^incomplete: /);
  });

  it('is no question where there are data alone', () => {
    change({ 'bench.sh': fast }, { 'bench.sh': slow });
    const setup = 'seq 1000 > $FLAMEGATE_BIN/data';
    const { verdict, stdout } = measure('--setup', setup, '--run', 'bash bench.sh');
    expect([verdict, stdout.includes('same program')]).toEqual(['fail', false]);
  });
});

const cargo = works('cargo', '--version');

describe.skipIf(!cargo)(skipped('cargo', cargo), () => {
  const manifest = '[package]\nname = "work"\nversion = "0.1.0"\nedition = "2021"\n';
  const source = (nanoseconds: number, note: string) => `// ${note}
fn main() {
    let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap();
    println!("BenchmarkWork 1 {} ns/op", ${nanoseconds} + now.as_nanos() % 10);
}
`;
  const setup =
    'cargo build --release --offline -q && cp $CARGO_TARGET_DIR/release/work $FLAMEGATE_BIN/';
  const run = '$FLAMEGATE_BIN/work';
  const base = { 'Cargo.toml': manifest, 'src/main.rs': source(1000, 'old') };
  const slower = { 'src/main.rs': source(12_000, 'old') };

  beforeEach(() => {
    const { CARGO_HOME, RUSTUP_HOME, HOME = '' } = process.env;
    env = {
      ...env,
      CARGO_HOME: CARGO_HOME ?? join(HOME, '.cargo'),
      RUSTUP_HOME: RUSTUP_HOME ?? join(HOME, '.rustup'),
    };
  });

  it('with CARGO_TARGET_DIR in the environment builds each side', { timeout: 120_000 }, () => {
    env = { ...env, CARGO_TARGET_DIR: temporary() };
    change(base, slower);
    const { verdict, stdout, stderr } = measure('--setup', setup, '--run', run);
    expect(verdict, stdout + stderr).toBe('fail');
    expect(stdout).toMatch(/^Work\s.* slower/m);
  });

  it('that builds in every run does too, and is no alarm without a change', {
    timeout: 120_000,
  }, () => {
    env = { ...env, CARGO_TARGET_DIR: temporary() };
    change(base, { 'src/main.rs': source(1000, 'new') });
    const { verdict, stdout, stderr } = measure('--run', 'cargo run --release --offline -q');
    expect(verdict, stdout + stderr).toBe('pass');
  });

  it('with a target-dir in its configuration builds each side', { timeout: 120_000 }, () => {
    const shared = temporary();
    const config = `[build]\ntarget-dir = "${shared}"\n`;
    change({ ...base, '.cargo/config.toml': config }, slower);
    const { verdict, stdout, stderr } = measure('--run', 'cargo run --release --offline -q');
    expect(verdict, stdout + stderr).toBe('fail');
  });

  it('that comes to the same program is a pass: each side has built it', {
    timeout: 120_000,
  }, () => {
    env = { ...env, CARGO_TARGET_DIR: temporary() };
    change(base, { 'src/main.rs': source(1000, 'new') });
    const { verdict, stdout, stderr } = measure('--setup', setup, '--run', run);
    expect(verdict, stdout + stderr).toBe('pass');
  });

  it('with one that is named in a command is refused', () => {
    const shared = temporary();
    change(base, slower);
    const named = `cargo build --release --target-dir ${shared}`;
    const { status, stderr } = measure('--setup', named, '--run', `${shared}/release/work`);
    expect(stderr).toContain('which both sides would share');
    expect(status).toBe(2);
    env = { ...env, CARGO_TARGET_DIR: shared };
    const stale = measure('--setup', setup, '--run', `${shared}/release/work`);
    expect(stale.stderr).toContain('write $CARGO_TARGET_DIR');
    expect(stale.status).toBe(2);
  });

  it('with a target directory in the tree is left alone', { timeout: 120_000 }, () => {
    env = { ...env, CARGO_TARGET_DIR: 'out/target' };
    change(base, slower);
    const run =
      'cargo run --release --offline -q; test -d out/target && [ $CARGO_TARGET_DIR = out/target ]';
    expect(measure('--run', run).verdict).toBe('fail');
  });
});

describe('ccache', () => {
  it('that compares dates is a doubt by name; other settings are told', () => {
    change({ 'bench.sh': fast }, { 'README.md': 'new\n' });
    env = { ...env, CCACHE_BASEDIR: '/src' };
    const told = measure('--run', 'bash bench.sh');
    expect(told.stdout).toContain('CCACHE_BASEDIR is set');
    expect(told.verdict).toBe('pass');
    env = { ...env, CCACHE_SLOPPINESS: 'time_macros,file_stat_matches' };
    const doubt = measure('--run', 'bash bench.sh');
    expect(doubt.stdout).toContain('CCACHE_SLOPPINESS has file_stat_matches');
    expect(doubt.verdict).toBe('incomplete');
  });
});

const python = spawnSync('python3', ['-c', 'import sys, venv, pytest; print(sys.executable)'], {
  encoding: 'utf8',
});
const hasPython = python.status === 0;

describe.skipIf(!hasPython)(skipped('Python and pytest', hasPython), () => {
  const words = (nanoseconds: number) => `TIME = ${nanoseconds}\n`;
  const test = `import os, random, words
def test_work():
    with open(os.environ["FLAMEGATE_OUTPUT"], "w") as out:
        out.write("BenchmarkWork 1 %f ns/op\\n" % (words.TIME + random.randrange(1000) / 100))
`;
  /**
   * Finds modules as pytest does (the directory of a test first, the current one with -m), in a
   * twentieth of its time, which each of some 150 runs here would take. The real one runs in both ways of
   * starting it.
   */
  const standIn = `import importlib, os, sys
def main():
    sys.path.insert(0, os.path.join(os.getcwd(), "tests"))
    importlib.import_module("test_work").test_work()
if __name__ == "__main__":
    main()
`;
  const quick = () => writeFileSync(join(packages, 'pytest.py'), standIn);
  const project = '[project]\nname = "words"\nversion = "1"\n';
  let packages: string;
  let empty: string;
  let packagesOfIt: string;

  /** A Python of our own, in which packages can be installed; each test has a copy. */
  beforeAll(() => {
    empty = mkdtempSync(join(tmpdir(), 'measure-test-'));
    expect(works(python.stdout.trim(), '-m', 'venv', '--without-pip', empty)).toBe(true);
    const inside = ['-c', 'import sysconfig; print(sysconfig.get_path("purelib"))'];
    const of = (program: string) => spawnSync(program, inside, { encoding: 'utf8' }).stdout.trim();
    packagesOfIt = relative(empty, of(join(empty, 'bin/python')));
    // What is installed outside, pytest for one, is seen from here.
    writeFileSync(join(empty, packagesOfIt, 'outer.pth'), `${of(python.stdout.trim())}\n`);
  });
  afterAll(() => rmSync(empty, { recursive: true, force: true }));

  beforeEach(() => {
    const venv = temporary();
    cpSync(empty, venv, { recursive: true, verbatimSymlinks: true });
    packages = join(venv, packagesOfIt);
    const script = `#!${join(venv, 'bin/python')}\nimport pytest\nraise SystemExit(pytest.main())\n`;
    writeFileSync(join(venv, 'bin/pytest'), script, { mode: 0o755 });
    env = {
      ...env,
      PATH: `${join(venv, 'bin')}:${process.env.PATH}`,
      PYTHONDONTWRITEBYTECODE: '1',
    };
  });

  const files = (folder: string, nanoseconds: number) => ({
    'pyproject.toml': project,
    [`${folder}/words/__init__.py`]: words(nanoseconds),
    'tests/test_work.py': test,
  });
  const direct = (editable: boolean) => {
    const info = join(packages, 'words-1.dist-info');
    mkdirSync(info);
    writeFileSync(join(info, 'METADATA'), 'Metadata-Version: 2.1\nName: words\nVersion: 1\n');
    writeFileSync(join(info, 'top_level.txt'), 'words\n');
    const url = { url: `file://${at.folder}`, dir_info: { editable } };
    writeFileSync(join(info, 'direct_url.json'), JSON.stringify(url));
  };
  const finder = (place: number, folder: string) => {
    writeFileSync(join(packages, '__editable__.words.pth'), 'import __editable___words_finder\n');
    writeFileSync(
      join(packages, '__editable___words_finder.py'),
      `import sys, importlib.util
MAPPING = {"words": "${at.folder}/${folder}/words"}
class Finder:
    @classmethod
    def find_spec(cls, name, path=None, target=None):
        if name == "words":
            return importlib.util.spec_from_file_location(name, MAPPING[name] + "/__init__.py", submodule_search_locations=[MAPPING[name]])
sys.meta_path.insert(${place}, Finder)
`,
    );
  };
  const aPath = 'a path (setup.py develop, hatch, poetry)';
  const installed: Readonly<Record<string, (folder: string) => void>> = {
    [aPath]: (folder) => {
      direct(true);
      writeFileSync(join(packages, 'words.pth'), `${at.folder}/${folder}\n`);
    },
    'a finder (setuptools)': (folder) => {
      direct(true);
      finder(100, folder);
    },
    'a copy (pip install .)': () => {
      direct(false);
      mkdirSync(join(packages, 'words'));
      writeFileSync(join(packages, 'words/__init__.py'), words(1000));
    },
  };

  it.each(Object.keys(installed))('installed as %s runs each side', (how) => {
    change(files('src', 1000), files('src', 5690));
    installed[how]?.('src');
    if (how !== aPath) quick();
    // In turn: were either the same on both sides, six rounds would not tell them apart.
    const run = 'if (( FLAMEGATE_ROUND % 2 )); then pytest -q; else python -m pytest -q; fi';
    const { verdict, stdout, stderr } = measure('--run', run, '--max-rounds', '6');
    expect(verdict, stdout + stderr).toBe('fail');
  });

  it('installed by pip itself runs each side', (context) => {
    const setuptools =
      '[build-system]\nrequires = ["setuptools"]\nbuild-backend = "setuptools.build_meta"\n';
    const base = { ...files('src', 1000), 'pyproject.toml': `${project}${setuptools}` };
    change({ ...base, '.gitignore': '*.egg-info\n' }, files('src', 5690));
    const flags = '--no-build-isolation --no-index --no-deps --disable-pip-version-check';
    const pip = spawnSync('python', `-m pip install -q ${flags} -e .`.split(' '), {
      cwd: at.folder,
      encoding: 'utf8',
      env: { ...env, PYTHONPATH: process.env.PYTHONPATH ?? '' },
    });
    context.skip(pip.status !== 0, 'there is no pip with setuptools and wheel');
    quick();
    const { verdict, stdout, stderr } = measure('--run', 'pytest -q');
    expect(verdict, stdout + stderr).toBe('fail');
  });

  it('installed from an unusual folder runs each side', () => {
    change(files('lib/py', 1000), files('lib/py', 5690));
    installed['a finder (setuptools)']?.('lib/py');
    quick();
    expect(measure('--run', 'python -m pytest -q').verdict).toBe('fail');
  });

  it('without a change is a pass, with a module that only the head has', () => {
    change(files('src', 1000), { 'src/more.py': 'X = 1\n', 'src/words/more.py': 'X = 1\n' });
    installed[aPath]?.('src');
    quick();
    const { verdict, stdout, stderr } = measure('--run', 'pytest -q');
    expect(verdict, stdout + stderr).toBe('pass');
  });

  it('that is imported from the checkout all the same is refused', () => {
    change(files('src', 1000), files('src', 5690));
    direct(true);
    finder(0, 'src');
    const { status, stderr } = measure('--run', 'pytest -q');
    expect(stderr).toContain('Python imports words from the checkout (src/words/__init__.py)');
    expect(stderr).toContain('python -m venv $FLAMEGATE_BIN/venv');
    expect(status).toBe(2);
  });

  it('that setup installs for both is each side’s own', () => {
    change(files('src', 1000), files('src', 5690));
    quick();
    const setup = `echo "$PWD/src" > ${join(packages, 'words.pth')}`;
    const { verdict, stdout, stderr } = measure('--setup', setup, '--run', 'pytest -q');
    expect(verdict, stdout + stderr).toBe('fail');
  });

  it('without an installed package sees the variables that the user set, and no other', () => {
    change({ ...files('src', 1000), 'bench.sh': fast }, { 'README.md': 'x\n' });
    env = { ...env, PYTHONPATH: '/somewhere' };
    const run = '[ "$PYTHONPATH" = /somewhere ] || exit 7; bash bench.sh # python';
    const { verdict, stderr } = measure('--run', run);
    expect(verdict, stderr).toBe('pass');
  });
});

describe('node_modules', () => {
  const bench = `const { time } = require('words');
console.log('BenchmarkWork 1 ' + (time + Math.random() * 10) + ' ns/op');
`;
  const words = (time: number) => `exports.time = ${time};\n`;
  const run = 'node bench.js';

  it('with a link to code of the checkout is never a pass', () => {
    const base = {
      'bench.js': bench,
      'packages/words/index.js': words(1000),
      '.gitignore': 'node_modules\n',
    };
    change(base, { 'packages/words/index.js': words(2000) });
    mkdirSync(join(at.folder, 'node_modules'));
    symlinkSync('../packages/words', join(at.folder, 'node_modules/words'));
    const shared = measure('--setup', `ln -s ${at.folder}/node_modules node_modules`, '--run', run);
    expect(shared.stdout).toContain(
      'node_modules/words of the base is a link into the checkout (packages/words)',
    );
    expect(shared.verdict).toBe('incomplete');
    const own = 'mkdir node_modules && ln -s ../packages/words node_modules/words';
    expect(measure('--setup', own, '--run', run).verdict).toBe('fail');
  });

  it('of packages alone is shared on purpose', () => {
    change({ 'bench.js': bench, '.gitignore': 'node_modules\n' }, { 'other.js': '\n' });
    const store = join(at.folder, 'node_modules/.pnpm/words/node_modules/words');
    mkdirSync(store, { recursive: true });
    writeFileSync(join(store, 'index.js'), words(1000));
    symlinkSync('.pnpm/words/node_modules/words', join(at.folder, 'node_modules/words'));
    const setup = `ln -s ${at.folder}/node_modules node_modules`;
    const { verdict, stdout, stderr } = measure('--setup', setup, '--run', run);
    expect(verdict, stdout + stderr).toBe('pass');
  });
});

const go = works('go', 'version');

describe.skipIf(!go)(skipped('go', go), () => {
  const main = `package main

import (
	"fmt"
	"time"

	"example.com/words"
)

func main() { fmt.Printf("BenchmarkWork 1 %d ns/op\\n", words.Time+time.Now().UnixNano()%10) }
`;
  const words = (time: number) => `package words\n\nconst Time = ${time}\n`;
  const setup =
    'go build -buildvcs=false -o $FLAMEGATE_BIN/work . && echo $PWD > $FLAMEGATE_BIN/differs';
  const run = '$FLAMEGATE_BIN/work';
  const mod = (to: string) =>
    `module example.com/work\n\ngo 1.21\n\nrequire example.com/words v0.0.0\n\nreplace example.com/words => ${to}\n`;
  const files = (to: string, time: number) => ({
    'go.mod': mod(to),
    'main.go': main,
    'words/go.mod': 'module example.com/words\n\ngo 1.21\n',
    'words/words.go': words(time),
  });

  beforeEach(() => {
    const cache = spawnSync('go', ['env', 'GOCACHE'], { encoding: 'utf8' }).stdout.trim();
    env = { ...env, GOCACHE: cache, GOPROXY: 'off', GOFLAGS: '-mod=mod', GOPATH: temporary() };
  });

  it('that replaces a module by the checkout’s own is never a pass', { timeout: 120_000 }, () => {
    const to = join(at.folder, 'words');
    change(files(to, 1000), { 'words/words.go': words(2000) });
    const { verdict, stdout, stderr } = measure('--setup', setup, '--run', run);
    expect(stdout, stderr).toContain(`go.mod of the base takes code from ${to}`);
    expect(verdict).toBe('incomplete');
  });

  it('that replaces it inside the repository is measured', { timeout: 120_000 }, () => {
    change(files('./words', 1000), { 'words/words.go': words(2000) });
    const { verdict, stdout, stderr } = measure('--setup', setup, '--run', run);
    expect(verdict, stdout + stderr).toBe('fail');
    expect(stdout).not.toContain('takes code from');
  });

  it.each([
    ['slower code', 2000],
    ['a comment alone', 1000],
  ])('with -modfile for both is a doubt by name: %s', { timeout: 120_000 }, (_, time) => {
    const changed = `${words(time)}\n// changed\n`;
    change(files('./words', 1000), { 'words/words.go': changed });
    const file = join(temporary(), 'other.mod');
    writeFileSync(file, mod(join(at.folder, 'words')));
    env = { ...env, GOFLAGS: `-mod=mod -modfile=${file}` };
    const { verdict, stdout, stderr } = measure('--setup', setup, '--run', run);
    expect(stdout, stderr).toContain(`-modfile names ${file} for both sides`);
    expect(verdict).toBe('incomplete');
  });

  it('with a workspace for both is a doubt by name', { timeout: 120_000 }, () => {
    change(files('./words', 1000), { 'words/words.go': words(2000) });
    const work = join(temporary(), 'go.work');
    writeFileSync(work, `go 1.21\n\nuse (\n\t${at.folder}\n\t${at.folder}/words\n)\n`);
    env = { ...env, GOWORK: work, GOFLAGS: '' };
    const { verdict, stdout } = measure(
      '--setup',
      setup.replace(' . ', ' example.com/work '),
      '--run',
      run,
    );
    expect(stdout).toContain(`GOWORK is ${work}`);
    expect(verdict).toBe('incomplete');
  });
});

describe.skipIf(process.platform !== 'linux')('what a command reads', () => {
  // Only the first run of each side is looked at.
  const wait = '[ $FLAMEGATE_ROUND != 1 ] || sleep 0.3\n';

  it.each<[string, (folder: string) => string, string]>([
    ['its directory', (folder) => `cd ${folder} && bash bench.sh`, 'the directory of the checkout'],
    ['a program', (folder) => `bash ${folder}/bench.sh`, 'bench.sh of the checkout itself'],
    ['a file', (folder) => `exec 3<${folder}/data; ${wait}${fast}`, 'data of the checkout itself'],
    ['a script', (folder) => `node ${folder}/bench.js`, 'bench.js of the checkout itself'],
  ])('from the checkout itself, %s, is never a pass', (_, run, told) => {
    const script = `const wait = process.env.FLAMEGATE_ROUND === '1' ? 300 : 0;
setTimeout(() => console.log("BenchmarkWork 1 " + (1000 + Math.random()) + " ns/op"), wait);
`;
    const base = { 'bench.sh': wait + fast, 'bench.js': script, data: '1\n' };
    change(base, { 'bench.sh': wait + slow });
    const { verdict, stdout, stderr } = measure('--run', run(at.folder));
    expect(stdout, stderr).toMatch(new RegExp(`the base read ${told}`));
    expect(verdict).toBe('incomplete');
  });

  it('from the other side is never a pass', () => {
    change({ 'bench.sh': wait + fast }, { 'bench.sh': wait + slow });
    const run = 'bash $FLAMEGATE_BIN/../../base/tree/bench.sh';
    const { verdict, stdout } = measure('--run', `cd $FLAMEGATE_BIN/../../base/tree; ${run}`);
    expect(stdout).toContain('the head read tree of the base');
    expect(verdict).toBe('incomplete');
  });

  it('of packages that git does not track is shared on purpose', () => {
    change({ 'bench.sh': fast, '.gitignore': 'node_modules\n.venv\n' }, { 'x.sh': slow });
    for (const file of ['node_modules/a/index.js', '.venv/lib/a.so']) at.write(file, 'x\n');
    const { folder } = at;
    const run = `exec 3<${folder}/node_modules/a/index.js 4<${folder}/.venv/lib/a.so; ${wait}bash bench.sh`;
    const { verdict, stdout, stderr } = measure('--run', run);
    expect(verdict, stdout + stderr).toBe('pass');
  });

  it('of packages that git tracks is not', () => {
    change({ 'bench.sh': fast, 'node_modules/a/index.js': 'x\n' }, { 'x.sh': slow });
    const run = `exec 3<${at.folder}/node_modules/a/index.js; ${wait}bash bench.sh`;
    const { verdict, stdout } = measure('--run', run);
    expect(stdout).toContain('the base read node_modules/a/index.js of the checkout itself');
    expect(verdict).toBe('incomplete');
  });

  it('is not what it writes', () => {
    change({ 'bench.sh': wait + fast, '.gitignore': 'log\n' }, { 'x.sh': slow });
    const { verdict, stdout, stderr } = measure(
      '--run',
      `exec 3>>${at.folder}/log; bash bench.sh --output ${at.folder}/log`,
    );
    expect(verdict, stdout + stderr).toBe('pass');
  });

  it('of its own tree is a pass where the trees are inside the checkout', () => {
    change({ 'bench.sh': wait + fast, '.gitignore': 'tmp\n' }, { 'x.sh': slow });
    mkdirSync(join(at.folder, 'tmp'));
    env = { ...env, TMPDIR: join(at.folder, 'tmp') };
    const { verdict, stdout, stderr } = measure('--run', 'exec 3<bench.sh; bash bench.sh');
    expect(verdict, stdout + stderr).toBe('pass');
  });

  it('of its own tree alone is a pass', () => {
    change({ 'bench.sh': wait + fast }, { 'x.sh': slow });
    const { verdict, stdout, stderr } = measure('--run', 'bash bench.sh');
    expect(verdict, stdout + stderr).toBe('pass');
  });
});
