/**
 * `flamegate gate` without --run (`confirm: auto`), the bundle as a user calls it: suspects of stored
 * runs are measured again by the tool that printed them, in real repositories. The stored runs are
 * made up, and so are times where a machine under load must not matter. Nothing is counted before rounds
 * here (countfirst.test.ts).
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { directoryStore } from '../../src/store/directory.ts';
import { packRun } from '../../src/store/manifest.ts';
import { gitEnv, type Repository, repository, temporary } from '../source/rounds/repository.ts';
import { goSource } from './gosource.ts';
import { knownCpu } from './knowncpu.ts';
import { cli } from './program.ts';

let at: Repository;
let baseline: string;
beforeEach(() => {
  at = repository();
  baseline = temporary();
  at.write('.github/flamegate.yml', 'count: false\n');
});

/** Eight runs of main and the head's file: what a tool would print for these times in ns. */
async function stored(print: (nanoseconds: number, noise: () => number) => string, head: number) {
  let step = 0;
  const noise = () => 1 + ((step++ * 7) % 11) / 1000;
  for (let i = 1; i <= 8; i++) {
    const bytes = Buffer.from(print(1000, noise));
    await directoryStore(baseline).keep(
      packRun({
        benchmarks: [{ file: 'bench.txt', bytes }],
        profiles: [],
        commit: String(i).repeat(40),
        time: `2026-11-0${i}T10:00:00Z`,
        environment: {},
      }),
    );
  }
  const file = join(temporary(), 'head.txt');
  writeFileSync(file, print(head, noise));
  return file;
}

/** Enough for a machine under load; what is said to take time takes little of it. */
const usual = ['--threshold', '20%', '--max-time', '2m', '--max-rounds', '6'];
/** Go's benchtime comes from the time there is. */
const short = ['--threshold', '20%', '--max-time', '40s', '--max-rounds', '6'];

function gate(file: string, { args = [], settings = usual, ...of }: GateOptions = {}) {
  const all = ['--baseline', baseline, '--benchmarks', file, ...settings, ...args];
  const { status, stdout, stderr } = spawnSync(process.execPath, [...cli, 'gate', ...all], {
    cwd: of.cwd ?? at.folder,
    encoding: 'utf8',
    env: { ...gitEnv, HOME: process.env.HOME ?? '', ...of.env },
  });
  expect(at.git('worktree', 'list', '--porcelain').match(/^worktree /gm)).toHaveLength(1);
  return { status, stdout, stderr };
}

interface GateOptions {
  readonly cwd?: string;
  readonly settings?: readonly string[];
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

const goFile =
  (...packages: string[]) =>
  (time: number, noise: () => number) =>
    [
      'goos: linux\ngoarch: amd64\ncpu: Test CPU',
      ...packages.flatMap((name) => [
        `pkg: example.com/demo/${name}`,
        ...[1, 2, 3].map(() => `BenchmarkWork/a|b(1)-2 100 ${time * noise()} ns/op 0 B/op`),
      ]),
      '',
    ].join('\n');

const goTest = (of: string) => `package ${of}

import (
	"os"
	"testing"
	"time"
)

var sink = time.Now().Nanosecond()

func BenchmarkWork(b *testing.B) {
	if _, err := os.Stat("testdata/input"); err != nil {
		b.Fatal(err)
	}
	b.Run("a|b(1)", func(b *testing.B) {
		for i := 0; i < b.N; i++ {
			sink += Work()
		}
		b.ReportMetric(float64(Took+time.Now().Nanosecond()%17), "ns/op")
	})
}
`;

function goRepository() {
  at.write('go.mod', 'module example.com/demo // the word of a comment\n\ngo 1.20\n');
  at.write('slow/testdata/input', 'x');
  at.write('same/testdata/input', 'x');
  at.write('slow/work.go', goSource('slow'));
  at.write('same/work.go', goSource('same'));
  at.write('slow/work_test.go', goTest('slow'));
  at.commit('same/work_test.go', goTest('same'));
  at.git('checkout', '--quiet', '-b', 'feature');
}

const goEnv = () => ({
  GOFLAGS: '-buildvcs=false',
  GOCACHE: spawnSync('go', ['env', 'GOCACHE'], { encoding: 'utf8' }).stdout.trim(),
  GOMODCACHE: join(temporary(), 'none'),
});

const hasGo = spawnSync('go', ['version']).status === 0;

describe.skipIf(!hasGo)(`Go${hasGo ? '' : ' (skipped: no go in PATH)'}`, () => {
  beforeEach(goRepository);

  it('what is slower is red and its function named, what only looked so is cleared', async () => {
    at.commit('slow/work.go', goSource('slow', { took: 1500, checks: 6000 }));
    const file = await stored(goFile('slow', 'same'), 2000);
    const { status, stdout, stderr } = gate(file, { settings: short, env: goEnv() });
    expect(stderr).toMatch(
      /^Measuring 2 suspects again, base [0-9a-f]{12} and head [0-9a-f]{12} on this machine, for at most 40s: go test -c \.\/same \.\/slow; /m,
    );
    expect(stdout, stderr).toMatch(
      /^slow\.Work\/a\|b\(1\)\S* .*\n +looked .*measured again: \+\d+/m,
    );
    expect(stdout).toMatch(
      /^same\.Work\/a\|b\(1\)\S* .*\n +looked .*measured again: [\s\S]{0,120}\bfor another reason than the\s+code|^same\.Work.*\n[\s\S]{0,200}this runner is slower/m,
    );
    expect(stdout).toMatch(/slow\.check/);
    expect(stdout).not.toMatch(/same\.check/);
    expect(status).toBe(1);
  });

  it('where it does not build, the stored runs have the last word, and it is said why', async () => {
    at.commit('slow/work.go', 'package slow\n\nfunc work() int { return missing }\n');
    const file = await stored(goFile('slow'), 5000);
    const { status, stdout, stderr } = gate(file, { env: goEnv() });
    expect(stderr).toContain('undefined: missing');
    expect(stdout).toMatch(
      /could not be measured here: head: setup failed.*the verdict of the stored runs stands.*`run`/,
    );
    expect(status).toBe(1);
  });

  it.each(['never', 'suspects'])('with `confirm: %s` nothing is measured', async (word) => {
    at.commit('slow/work.go', `${goSource('slow')}\n// changed\n`);
    const file = await stored(goFile('slow'), 5000);
    at.write('.github/flamegate.yml', `confirm: ${word}\nmax-time: 30s\n`);
    const { status, stdout, stderr } = gate(file, { settings: [], env: goEnv() });
    expect([status, stderr]).toEqual([1, '']);
    expect(stdout).not.toContain('not measured');
  });

  it('where base and head are one commit, nothing is built, and nothing is said of it', async () => {
    const file = await stored(goFile('slow'), 5000);
    const { status, stdout, stderr } = gate(file, { env: goEnv() });
    expect(stdout).not.toContain('measured here');
    expect([status, stderr]).toEqual([1, '']);
  });

  it('outside of a repository nothing is said of it', async () => {
    const file = await stored(goFile('slow'), 5000);
    const cwd = temporary();
    const { status, stdout, stderr } = gate(file, { cwd, env: goEnv() });
    expect([status, stderr]).toEqual([1, '']);
    expect(stdout).not.toContain('measured here');
  });

  it('where another commit is checked out, that one does not clear what was measured', async () => {
    at.commit('slow/work.go', `${goSource('slow')}\n// changed\n`);
    const file = await stored(goFile('slow'), 5000);
    const args = ['--commit', 'a'.repeat(40)];
    const { status, stdout } = gate(file, { args, env: goEnv() });
    expect(stdout).toMatch(/aaaaaaaaaaaa was measured, and [0-9a-f]{12} is checked out here/);
    expect(status).toBe(1);
  });
});

const pytestFile = (time: number, noise: () => number) =>
  JSON.stringify({
    machine_info: {
      cpu: { brand_raw: 'Test CPU' },
      python_implementation: 'CPython',
      python_version: '3',
    },
    benchmarks: [
      {
        fullname: 'tests/test_demo.py::test_work[a b]',
        stats: { data: [1, 2, 3].map(() => time * 1e-9 * noise()) },
      },
    ],
  });

/** The clock is the package's own, to be sure of the times under any load. */
const pythonTest = `import pytest

def clock():
    import demo
    demo.now += 1e-9
    return demo.now

@pytest.mark.parametrize("name", ["a b"])
@pytest.mark.benchmark(timer=clock)
def test_work(benchmark, name):
    from demo import work
    benchmark.pedantic(work, rounds=5, iterations=1)
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
  `pytest-benchmark${python ? '' : ' (skipped: python cannot import it)'}`,
  () => {
    /** A package in `folder`, which is installed from the checkout by what `site` is given. */
    const pythonRepository = (folder: string) => {
      at.write('.gitignore', '__pycache__\n');
      at.write(`${folder}/demo/__init__.py`, pythonSource(1000));
      at.commit('tests/test_demo.py', pythonTest);
      at.git('checkout', '--quiet', '-b', 'feature');
    };

    /** A directory on Python's path whose .pth files count, as those of site-packages do. */
    const sitePackages = (files: Readonly<Record<string, string>>) => {
      const path = knownCpu();
      const custom =
        'import os, site\nsite.addsitedir(os.path.join(os.path.dirname(__file__), "site-packages"))\n';
      writeFileSync(join(path, 'sitecustomize.py'), custom);
      mkdirSync(join(path, 'site-packages'));
      for (const [name, text] of Object.entries(files)) {
        writeFileSync(join(path, 'site-packages', name), text);
      }
      return { PYTHONPATH: path };
    };

    it('what is slower is red, with an editable install of the checkout too', async () => {
      pythonRepository('src');
      at.commit('src/demo/__init__.py', pythonSource(1500));
      const file = await stored(pytestFile, 2000);
      const env = sitePackages({ 'demo.pth': `${join(at.folder, 'src')}\n` });
      const { status, stdout, stderr } = gate(file, { env });
      expect(stderr).toMatch(/^Measuring 1 suspect again, .*: python -m pytest /m);
      expect(stdout, stderr).toMatch(
        /test_work\[a b\].*\n +looked .*measured again: (\+\d{2,}|\d+\.\dx)/,
      );
      expect(status).toBe(1);
    });

    it('an install that both sides would import is found and refused', async () => {
      pythonRepository('lib');
      at.commit('lib/demo/__init__.py', pythonSource(1500));
      const file = await stored(pytestFile, 5000);
      const finder = `
import importlib.util, sys
class Finder:
    @staticmethod
    def find_spec(name, path=None, target=None):
        if name == "demo":
            file = ${JSON.stringify(join(at.folder, 'lib/demo/__init__.py'))}
            return importlib.util.spec_from_file_location(name, file)
sys.meta_path.append(Finder)
`;
      const env = sitePackages({
        '__editable___demo_finder.py': finder,
        'demo.pth': 'import __editable___demo_finder\n',
      });
      const { status, stdout, stderr } = gate(file, { env });
      expect(stdout, stderr).toMatch(
        /could not be measured here: base: demo is imported from the checkout \(lib\/demo\/__init__\.py\) on both sides/,
      );
      expect(stderr).not.toMatch(/^round 1/m);
      expect(status).toBe(1);
    });
  },
);

const cargoFile = (time: number, noise: () => number) =>
  [1, 2, 3]
    .map(() => `test parse::long ... bench:  ${Math.round(time * noise())} ns/iter (+/- 3)\n`)
    .join('');

const rustBench = `use std::time::{SystemTime, UNIX_EPOCH};
fn main() {
    let noise = SystemTime::now().duration_since(UNIX_EPOCH).unwrap().subsec_nanos() % 17;
    println!("test parse::long ... bench: {} ns/iter (+/- 3)", demo::TIME + noise);
    eprintln!("{:?}", std::env::args().collect::<Vec<_>>());
}
`;

const hasCargo = spawnSync('cargo', ['--version']).status === 0;

describe.skipIf(!hasCargo)(`cargo${hasCargo ? '' : ' (skipped: no cargo in PATH)'}`, () => {
  beforeEach(() => {
    at.write('.gitignore', 'target\n');
    at.write(
      'Cargo.toml',
      '[package]\nname = "demo"\nversion = "0.1.0"\nedition = "2021"\n\n[[bench]]\nname = "parse"\nharness = false\n',
    );
    at.write('Cargo.lock', 'version = 3\n\n[[package]]\nname = "demo"\nversion = "0.1.0"\n');
    at.write('benches/parse.rs', rustBench);
    at.commit('src/lib.rs', 'pub const TIME: u32 = 1000;\n');
    at.git('checkout', '--quiet', '-b', 'feature');
  });

  const shared = () => ({
    CARGO_TARGET_DIR: temporary(),
    CARGO_HOME: process.env.CARGO_HOME ?? join(process.env.HOME ?? '', '.cargo'),
    RUSTUP_HOME: process.env.RUSTUP_HOME ?? join(process.env.HOME ?? '', '.rustup'),
  });

  it('what is slower is red, whatever target directory is shared', async () => {
    at.commit('src/lib.rs', 'pub const TIME: u32 = 2000;\n');
    const { status, stdout, stderr } = gate(await stored(cargoFile, 2000), { env: shared() });
    expect(stderr).toMatch(/: cargo bench --offline --locked -p demo --lib --bench parse, with/);
    expect(stdout, stderr).toMatch(/^parse::long.*\n +looked .*measured again: (\+\d+|2\.0x)/m);
    expect(status).toBe(1);
  });

  it('what only looked slower is cleared', async () => {
    at.commit('README', 'nothing of it is in the program\n');
    const { status, stdout, stderr } = gate(await stored(cargoFile, 2000), { env: shared() });
    expect(stdout, stderr).toMatch(/^pass: /);
    expect(stdout).toMatch(
      /^parse::long.*\n +looked .*measured again: [\s\S]{0,120}(than\s+the\s+code|this\s+runner\s+is\s+slower)/m,
    );
    expect(status).toBe(0);
  });
});

it('a tool that is not on the PATH is the reason', async () => {
  at.commit('go.mod', 'module example.com/demo\n');
  at.commit('other', '');
  const path = temporary();
  for (const name of ['git', 'sh']) {
    const [, found = ''] =
      /(\S+)/.exec(spawnSync('which', [name], { encoding: 'utf8' }).stdout) ?? [];
    symlinkSync(found, join(path, name));
  }
  const args = ['--against', 'HEAD~1'];
  for (const [print, reason] of [
    [goFile('slow'), 'go is not on the PATH'],
    [pytestFile, 'neither python nor python3 is on the PATH'],
    [cargoFile, 'cargo is not on the PATH'],
  ] as const) {
    baseline = temporary();
    const { status, stdout } = gate(await stored(print, 5000), { args, env: { PATH: path } });
    expect(stdout).toContain(`could not be measured here: ${reason}; so the verdict`);
    // Of cargo's output nobody knows the machine: it is a suspect as before.
    expect(status).toBe(print === cargoFile ? 0 : 1);
  }
});
