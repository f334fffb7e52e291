/**
 * `flamegate gate` without --run (`confirm: auto`) where something counts: suspects of made-up stored runs are
 * counted first, with the real Go and the real valgrind.
 */
import { spawnSync } from 'node:child_process';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { directoryStore } from '../../src/store/directory.ts';
import { packRun } from '../../src/store/manifest.ts';
import { gitEnv, repository, temporary } from '../source/rounds/repository.ts';
import { goSource } from './gosource.ts';
import { cli } from './program.ts';

const has = (program: string, ...args: string[]): boolean =>
  spawnSync(program, args, { stdio: 'ignore' }).status === 0;
const hasValgrind = has('valgrind', '--tool=callgrind', '--callgrind-out-file=/dev/null', 'true');
const hasGo = has('go', 'version');
if (!hasValgrind) process.stderr.write('skipped: counting with valgrind, which is not there\n');
if (!hasGo) process.stderr.write('skipped: counting Go benchmarks, go is not there\n');

const printed = (time: number, spread: number) =>
  [
    'goos: linux\ngoarch: amd64\ncpu: Test CPU\npkg: example.com/demo/slow',
    ...[0.999, 1, 1.001].map((n) => `BenchmarkWork/a|b(1)-2 100 ${time * n * spread} ns/op`),
    '',
  ].join('\n');

const goTest = `package slow

import "testing"

var sink int

func BenchmarkWork(b *testing.B) {
	b.Run("a|b(1)", func(b *testing.B) {
		for i := 0; i < b.N; i++ {
			sink += Work()
		}
	})
}
`;

/** `time`: what the head's file says, against 1,000 of main; `source`: the head's code. */
async function gate(time: number, source: string) {
  const [at, baseline, temp] = [repository(), temporary(), temporary()];
  at.write('go.mod', 'module example.com/demo\n\ngo 1.20\n');
  at.write('slow/work_test.go', goTest);
  at.commit('slow/work.go', goSource('slow'));
  at.git('checkout', '--quiet', '-b', 'feature');
  at.commit('slow/work.go', source);
  for (const [i, spread] of [1, 1.06, 0.945, 1.04, 0.96, 1.01, 1.055, 0.95].entries()) {
    const file = { file: 'bench.txt', bytes: Buffer.from(printed(1000, spread)) };
    await directoryStore(baseline).keep(
      packRun({
        ...{ benchmarks: [file], profiles: [], environment: {} },
        ...{ commit: String(i + 1).repeat(40), time: `2026-11-0${i + 1}T10:00:00Z` },
      }),
    );
  }
  const file = join(temporary(), 'head.txt');
  writeFileSync(file, printed(time, 1));
  const all = ['--baseline', baseline, '--benchmarks', file, '--max-rounds', '6'];
  const found = spawnSync(process.execPath, [...cli, 'gate', ...all], {
    cwd: at.folder,
    encoding: 'utf8',
    env: {
      ...{ ...gitEnv, HOME: process.env.HOME ?? '', TMPDIR: temp, GOFLAGS: '-buildvcs=false' },
      GOCACHE: spawnSync('go', ['env', 'GOCACHE'], { encoding: 'utf8' }).stdout.trim(),
    },
  });
  expect(at.git('worktree', 'list', '--porcelain').match(/^worktree /gm)).toHaveLength(1);
  expect(readdirSync(temp).filter((name) => name.startsWith('flamegate'))).toEqual([]);
  return found;
}

describe.runIf(hasGo && hasValgrind)('a suspect', { timeout: 120_000 }, () => {
  it('that takes more instructions is red with its function, and no round is run', async () => {
    const { status, stdout, stderr } = await gate(1200, goSource('slow', { checks: 1000 }));
    expect(stderr).toMatch(
      /^Counting the instructions of 1 suspect with valgrind-\S+ \(callgrind\), for at most 1m40s$/m,
    );
    expect(stderr).not.toContain('Measuring');
    expect(stdout, stderr).toMatch(
      /^fail: Work\/a\|b\(1\)-2 takes \d+ % more instructions \(.*\): slow\.check \+[\d,]+ of \+[\d,]+ \(slow\/work\.go:\d+\).*; looked \d+ % slower against 8 runs of main\.$/m,
    );
    expect(status).toBe(1);
  });
});
