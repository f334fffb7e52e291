/** The recipes of a workflow, as they are printed, run by GitHub's `shell: bash` with the real Go on examples/module. */
import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readFiles, readRun } from '../../src/source/files/collect.ts';
import { temporary } from '../source/rounds/repository.ts';

const root = resolve(import.meta.dirname, '../..');
const hasGo = spawnSync('go', ['version']).status === 0;
if (!hasGo) console.log('skipped: Go is not installed, the recipes are not run');

/** The first `run: |` of the page that has a benchmark, and the glob that the step after it gives. */
function recipeIn(page: string): { readonly script: string; readonly glob: string } {
  const text = readFileSync(join(root, page), 'utf8');
  const [, indent = '', block = ''] = /^( +)run: \|\n((?:\1 {2}.*\n)+)/m.exec(text) ?? [];
  // The workflow of this project runs in the module's directory.
  const [, glob = ''] = /^ +profiles: (\S+)$/m.exec(text.slice(text.indexOf(block))) ?? [];
  return {
    glob: glob.replace('examples/module/', ''),
    script: block.replaceAll(new RegExp(`^${indent} {2}`, 'gm'), ''),
  };
}

describe.skipIf(!hasGo || process.platform === 'win32')('the recipe of', () => {
  it.each(['README.md', 'docs/pgo.md', '.github/workflows/self-test.yml'])(
    '%s gives three profiles, and three passes of the suite',
    async (page) => {
      const { script, glob } = recipeIn(page);
      expect(script).toContain('go test');
      const work = temporary();
      cpSync(join(root, 'examples/module'), work, { recursive: true });
      // What is asked is which files there are, not how long it took.
      const quick = script.replace(' -benchtime=100ms', '');
      const env = { ...process.env, GOFLAGS: '-benchtime=5ms', GOPROXY: 'off', GOWORK: 'off' };
      const shell = spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', quick], {
        ...{ cwd: work, env, encoding: 'utf8' },
      });
      expect([shell.status, shell.stderr]).toEqual([0, '']);
      const run = await readRun(
        {
          benchmarks: await readFiles(['bench.txt'], 'benchmarks', work),
          profiles: await readFiles([glob], 'profiles', work),
          ...{ commit: '', time: '', environment: {}, purpose: 'store' },
        },
        {},
      );
      expect(run.tables.map(({ source }) => source)).toEqual(
        [1, 2, 3].map((pass) => `cpu-${pass}.pprof`),
      );
      expect(run.series.length).toBeGreaterThan(4);
      for (const { passes } of run.series) expect(passes).toEqual([4, 4, 4]);
    },
    120_000,
  );
});
