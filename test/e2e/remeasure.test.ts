/** Suspects of Go counted and measured by its preset, without an entry around it: real git, Go and valgrind. */
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Circumstances, suspectsHere } from '../../src/flow/remeasure.ts';
import { resolveConfig } from '../../src/settings/config.ts';
import { gitEnv, type Repository, repository, temporary } from '../source/rounds/repository.ts';
import { goSource } from './gosource.ts';

const has = (program: string, ...args: string[]): boolean =>
  spawnSync(program, args, { stdio: 'ignore' }).status === 0;
const hasAll =
  has('go', 'version') &&
  has('valgrind', '--tool=callgrind', '--callgrind-out-file=/dev/null', 'true');
if (!hasAll) process.stderr.write('skipped: suspects of Go counted, go or valgrind is not there\n');

const row = { package: 'example.com/demo/slow', benchmark: 'Work', unit: 'ns/op' };
const wanted = { suspects: [row], all: [row] };
const how = { alpha: 0.01, threshold: () => 0.01 };
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

const head = () =>
  suspectsHere({ benchmarks: [{ file: 'b.txt', bytes: Buffer.from(printed) }], commit: '' });

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
    const counted = head().count(circumstances(at, { log, signal: stop.signal }), wanted, how);
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
    const counted = await head().count(circumstances(at, { log }), wanted, how);
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
    expect(await head().count(circumstances(at, {}), wanted, how)).toBeNull();
    leavesNothing(at);
  });
});
