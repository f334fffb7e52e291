/**
 * Repositories of several Go modules: each side is built with its own, be it through go.work or from vendor. Real
 * Go, the bundle, and times that the benchmarks say themselves.
 */
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { gitEnv, type Repository, repository, temporary } from '../source/rounds/repository.ts';
import { cli } from './program.ts';

const hasGo = spawnSync('go', ['version']).status === 0;

const library = (took: number) => `package words\n\nconst Took = ${took}\n`;

const benchmark = (name: string) => `package app

import (
	"testing"
	"time"

	"example.com/words"
)

func Benchmark${name}(b *testing.B) {
	for i := 0; i < b.N; i++ {
	}
	b.ReportMetric(float64(words.Took+time.Now().Nanosecond()%17), "ns/op")
}
`;

const modOf = (path: string, more = '') => `module example.com/${path}\n\ngo 1.21\n${more}`;
const needsWords = '\nrequire example.com/words v1.0.0\n';
const workspace = 'go 1.21\n\nuse (\n\t./app\n\t./words\n)\n';

/** Two builds, beside whatever else works here. */
const time = { timeout: 120_000 };

describe.skipIf(!hasGo)(`go${hasGo ? '' : ' (skipped: no go in PATH)'}`, () => {
  let at: Repository;
  beforeEach(() => {
    at = repository();
    at.write('app/go.mod', modOf('app', needsWords));
    at.write('app/app.go', 'package app\n');
    at.write('app/app_test.go', benchmark('Work'));
  });

  function measure(...args: string[]) {
    const temp = temporary();
    const cache = spawnSync('go', ['env', 'GOCACHE'], { encoding: 'utf8' }).stdout.trim();
    const of = spawnSync(
      process.execPath,
      [
        ...cli,
        'measure',
        '--threshold',
        '20%',
        '--max-rounds',
        '6',
        '--against',
        'HEAD~1',
        ...args,
      ],
      {
        cwd: join(at.folder, 'app'),
        encoding: 'utf8',
        // Nothing is downloaded: what is not in the tree is not there.
        env: { ...gitEnv, TMPDIR: temp, GOCACHE: cache, GOPATH: temp, GOPROXY: 'off', GOFLAGS: '' },
      },
    );
    expect(at.git('worktree', 'list', '--porcelain').match(/^worktree /gm)).toHaveLength(1);
    expect(readdirSync(temp).filter((name) => name.startsWith('flamegate'))).toEqual([]);
    return of;
  }

  /** The benchmark says its time: one operation is enough. */
  const goTest = ['--', 'go', 'test', '-bench=.', '-benchtime=1x', '.'];

  it.each([
    ['through go.work', 'words', { 'words/go.mod': modOf('words'), 'go.work': workspace }],
    [
      'from vendor',
      'app/vendor/example.com/words',
      {
        'app/vendor/modules.txt':
          '# example.com/words v1.0.0\n## explicit; go 1.21\nexample.com/words\n',
      },
    ],
  ])(
    'a module %s that the head makes slower is slower in the head alone',
    time,
    (_, place, files) => {
      for (const [file, text] of Object.entries(files)) at.write(file, text);
      at.commit(`${place}/words.go`, library(1000));
      at.commit(`${place}/words.go`, library(2000));
      const { status, stdout, stderr } = measure(...goTest);
      expect(stdout, stderr).toMatch(/^fail: .*Work/);
      expect(stdout).toMatch(/^(?:app\.)?Work\S* +sec\/op +1\.0\S* \(6\) +2\.0\S* .*slower/m);
      expect(stdout).not.toMatch(/takes code from|is not in git/);
      expect(status).toBe(1);
    },
  );

  it('a go.work that git ignores, which neither side has, is never a pass', time, () => {
    at.write('.gitignore', 'go.work\n');
    at.write('go.work', workspace);
    at.write('words/go.mod', modOf('words'));
    at.write('words/words.go', library(1000));
    // Without the workspace Go takes what is released, as the module cache has it.
    at.write('released/go.mod', modOf('words'));
    at.write('released/words.go', library(1000));
    const replaced = `${needsWords}\nreplace example.com/words => ../released\n`;
    at.commit('app/go.mod', modOf('app', replaced));
    at.commit('words/words.go', library(2000));
    const unseen = measure(...goTest);
    // Of a short profile one in twenty looks heavier by chance, and is said first.
    expect(unseen.stdout, unseen.stderr).toMatch(/^(?:incomplete|suspect): /);
    expect(unseen.stdout).toContain('go.work of the checkout is not in git');
  });
});
