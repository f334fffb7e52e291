/** Suspects of Go counted and measured by its preset, without an entry around it: real git, Go and valgrind. */
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Measurer } from '../../src/flow/gate.ts';
import { lookAt } from '../../src/flow/measure.ts';
import { type Circumstances, withSuspects } from '../../src/flow/remeasure.ts';
import { resolveConfig } from '../../src/settings/config.ts';
import { looks } from '../../src/stats/spending.ts';
import { gitEnv, type Repository, repository, temporary } from '../source/rounds/repository.ts';
import { goSource } from './gosource.ts';

const has = (program: string, ...args: string[]): boolean =>
  spawnSync(program, args, { stdio: 'ignore' }).status === 0;
const hasAll =
  has('go', 'version') &&
  has('valgrind', '--tool=callgrind', '--callgrind-out-file=/dev/null', 'true');
if (!hasAll) process.stderr.write('skipped: suspects of Go counted, go or valgrind is not there\n');

const row = { package: 'example.com/demo/slow', benchmark: 'Work', unit: 'ns/op' };
const wanted = { suspects: [row], all: [row], later: [row] };
const printed = `pkg: ${row.package}\nBenchmarkWork 100 1000 ns/op\n`;
const goTest = `package slow

import "testing"

var sink int

func BenchmarkWork(b *testing.B) {
	for i := 0; i < b.N; i++ {
		sink += Work()
	}
}
`;

/** A change of main, and what `more` commits on both sides of it. */
function changed(more: (at: Repository) => void = () => {}): Repository {
  const at = repository();
  at.write('go.mod', 'module example.com/demo\n\ngo 1.20\n');
  at.write('slow/work_test.go', goTest);
  more(at);
  at.commit('slow/work.go', goSource('slow'));
  at.git('checkout', '--quiet', '-b', 'feature');
  at.commit('slow/work.go', goSource('slow', { checks: 1000 }));
  return at;
}

function here<T>(of: Circumstances, work: (measurer: Measurer) => Promise<T>): Promise<T> {
  const file = { file: 'b.txt', bytes: Buffer.from(printed) };
  return withSuspects(of, { benchmarks: [file], commit: '' }, resolveConfig(), work);
}

const count = ({ count: asked }: Measurer, of = wanted) => asked?.(of, () => 0.01) ?? null;

const circumstances = (at: Repository, more: Partial<Circumstances>): Circumstances => ({
  directory: at.folder,
  against: 'main',
  maxSeconds: 300,
  env: {
    ...{ ...gitEnv, HOME: process.env.HOME, GOFLAGS: '-buildvcs=false' },
    GOCACHE: spawnSync('go', ['env', 'GOCACHE'], { encoding: 'utf8' }).stdout.trim(),
  },
  log: () => {},
  looks: [],
  environment: {},
  tables: {},
  redact: resolveConfig().redact,
  keep: null,
  ...more,
});

describe.runIf(hasAll)('suspects of Go', { timeout: 120_000 }, () => {
  let temp: string;
  const before = process.env.TMPDIR;
  beforeEach(() => {
    temp = temporary();
    process.env.TMPDIR = temp;
  });
  afterEach(() => {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  });
  const leavesNothing = (at: Repository) => {
    expect(at.git('worktree', 'list', '--porcelain').match(/^worktree /gm)).toHaveLength(1);
    expect(readdirSync(temp).filter((name) => name.startsWith('flamegate'))).toEqual([]);
  };

  it('a stop after all of them were counted is a stop: no counts, and its reason', async () => {
    const at = changed();
    const stop = new AbortController();
    const log = (line: string) => {
      if (line.startsWith('1 of 1: ')) stop.abort(new Error('stopped by a test'));
    };
    const counted = here(circumstances(at, { log, signal: stop.signal }), async (of) => count(of));
    await expect(counted).rejects.toThrow('stopped by a test');
    leavesNothing(at);
  });

  it('are counted where a doubt is only told, which it is', async () => {
    const pointer = `version https://git-lfs.github.com/spec/v1\noid sha256:${'1'.repeat(64)}\nsize 1\n`;
    const at = changed((both) => {
      both.write('.gitattributes', '*.bin filter=lfs -text\n');
      both.write('data.bin', pointer);
    });
    const lines: string[] = [];
    const log = (line: string) => void lines.push(line);
    const counted = await here(circumstances(at, { log }), async (of) => count(of));
    expect(
      counted?.rows.map((of) => of.benchmark),
      lines.join('\n'),
    ).toEqual(['Work']);
    expect(lines).toContainEqual(expect.stringMatching(/pointer of Git LFS in place of data\.bin/));
    leavesNothing(at);
  });

  it('are not counted where the sides may not be the two commits', async () => {
    const pointer = (of: string) =>
      `version https://git-lfs.github.com/spec/v1\noid sha256:${of.repeat(64)}\nsize 1\n`;
    const at = changed((both) => {
      both.write('.gitattributes', '*.bin filter=lfs -text\n');
      both.write('data.bin', pointer('1'));
    });
    at.commit('data.bin', pointer('2'));
    expect(await here(circumstances(at, {}), async (of) => count(of))).toBeNull();
    leavesNothing(at);
  });

  /** A `go` that writes a line for each build; one of `fails` fails. */
  function watchedGo({ fails = '' } = {}) {
    const [bin, real] = [
      temporary(),
      spawnSync('sh', ['-c', 'command -v go'], { encoding: 'utf8' }),
    ];
    const builds = join(bin, 'builds');
    const fail =
      fails === '' ? '' : `case "$*" in *${fails}*) echo no such thing >&2; exit 1 ;; esac\n`;
    writeFileSync(
      join(bin, 'go'),
      `#!/bin/sh\ncase "$*" in "test -c"*) echo "$FLAMEGATE_SIDE" >>'${builds}' ;; esac\n${fail}exec '${real.stdout.trim()}' "$@"\n`,
    );
    chmodSync(join(bin, 'go'), 0o755);
    const lines = () => (existsSync(builds) ? readFileSync(builds, 'utf8').trim().split('\n') : []);
    return { path: `${bin}:${process.env.PATH}`, lines };
  }

  const other = { ...row, package: 'example.com/demo/also' };
  const twoPackages = () =>
    changed((both) => {
      both.write('also/work.go', goSource('also'));
      both.write('also/work_test.go', goTest.replace('package slow', 'package also'));
    });

  it('are built once a side for counts and rounds, whichever of them are left for the rounds', async () => {
    const [at, go] = [twoPackages(), watchedGo()];
    const all = { suspects: [row, other], all: [row, other], later: [row, other] };
    const of = circumstances(at, { looks: looks(1) });
    const found = await here({ ...of, env: { ...of.env, PATH: go.path } }, async (measurer) => {
      const counts = await count(measurer, { ...all, suspects: [other] });
      expect(go.lines()).toHaveLength(4);
      const rounds = await measurer.measure(['Work'], lookAt(resolveConfig(), looks(1)), {
        suspects: [row],
        all: all.all,
      });
      return { counts, rounds };
    });
    expect(found.counts?.rows.map((of) => of.package)).toEqual([other.package]);
    const [round] = found.rounds?.rounds ?? [];
    expect(round?.head.series.map((of) => `${of.package} ${of.benchmark}`)).toEqual([
      `${row.package} Work`,
    ]);
    expect(go.lines().sort()).toEqual(['base', 'base', 'head', 'head']);
    leavesNothing(at);
  });

  it('that cannot be built are not built again for the rounds, which say why', async () => {
    const [at, go] = [changed(), watchedGo({ fails: 'test -c' })];
    const lines: string[] = [];
    const of = circumstances(at, { log: (line) => void lines.push(line) });
    const measured = here({ ...of, env: { ...of.env, PATH: go.path } }, async (measurer) => {
      expect(await count(measurer)).toBeNull();
      return measurer.measure(['Work'], lookAt(resolveConfig(), looks(1)), wanted);
    });
    await expect(measured).rejects.toThrow(/base: setup/);
    expect(lines).toContainEqual(expect.stringMatching(/^No instructions counted: base: setup/));
    expect(go.lines()).toEqual(['base']);
    leavesNothing(at);
  });

  it('leave nothing where what asked for them fails after they were counted', async () => {
    const at = changed();
    const failing = here(circumstances(at, {}), async (measurer) => {
      expect(await count(measurer)).not.toBeNull();
      expect(at.git('worktree', 'list', '--porcelain').match(/^worktree /gm)).toHaveLength(3);
      throw new TypeError('broken');
    });
    await expect(failing).rejects.toThrow('broken');
    leavesNothing(at);
  });
});
