/** The repository's own vitest, run as the presets run it: what it writes is read, by names in the repository. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, realpathSync, symlinkSync, writeFileSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { readBenchmarks } from '../../../src/formats/benchmarks/read.ts';
import { seenFrom } from '../../../src/formats/benchmarks/seenfrom.ts';
import { vitestBench } from '../../../src/source/rounds/presets/vitest.ts';
import { temporary } from './repository.ts';

const modules = resolve(import.meta.dirname, '../../../node_modules');

/** vitest 5 needs Node 22.12: this one, or the development dependency. */
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
const own = join(modules, '.bin');
const isNew = major > 22 || (major === 22 && minor >= 12);
const why = isNew || existsSync(join(own, 'node')) ? '' : ' (skipped: no Node 22.12)';

it.skipIf(why !== '')(`the own vitest is run and read${why}`, { timeout: 60_000 }, async () => {
  const folder = realpathSync(temporary());
  symlinkSync(modules, join(folder, 'node_modules'));
  writeFileSync(join(folder, 'package.json'), '{ "type": "module", "private": true }');
  writeFileSync(
    join(folder, 'own.bench.js'),
    `import { describe, test } from 'vitest';
describe('sums', () => {
  test('of few', async ({ bench }) => {
    await bench('small', () => void Math.sqrt(2)).run({ time: 5, warmupTime: 1 });
  });
});
`,
  );
  const output = join(folder, 'out put.json');
  const { VITEST: _, ...env } = process.env;
  const { status, stderr } = spawnSync('sh', ['-ec', vitestBench('own.bench.js')], {
    cwd: folder,
    encoding: 'utf8',
    env: {
      ...env,
      PATH: isNew ? env.PATH : `${own}${delimiter}${env.PATH}`,
      FLAMEGATE_OUTPUT: output,
    },
  });
  expect(status, stderr).toBe(0);
  const input = seenFrom({ file: 'out put.json', bytes: readFileSync(output) }, folder);
  const { series, warnings } = await readBenchmarks([input]);
  expect(series).toMatchObject([
    { benchmark: 'own.bench.js > sums > of few > small', unit: 'sec/op', better: 'lower' },
  ]);
  expect(series[0]?.samples[0]).toBeGreaterThan(0);
  expect(warnings).toEqual([]);
});
