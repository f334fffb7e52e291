/** vitest bench, whose time says nothing: what is slower runs fewer times in the time it has. */
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Ecosystem, parseUnits } from './ecosystem.ts';

const unit = 20_000;

/** Small integers however often it turns: from 2 ** 31 on V8 multiplies floating-point numbers, which takes twice as long. */
const loop = (name: string) => `
export function ${name}(n) {
  let s = 0;
  for (let i = 0; i < n; i++) s = (s + (i & 1023) * 5) % 1021;
  return s;
}
`;

const manifest = (version: number) =>
  JSON.stringify(
    {
      name: 'demo',
      private: true,
      type: 'module',
      devDependencies: { vitest: String(version) },
    },
    null,
    2,
  );

/** From 5 on a benchmark is a part of a test. */
const benchmark = (version: number) => `import { ${version < 5 ? 'bench' : 'test'} } from 'vitest';
import { total } from '../src/work.js';

${
  version < 5
    ? "bench('total', () => void total(), { time: 100, warmupTime: 50 });"
    : `test('work', async ({ bench }) => {
  await bench('total', { time: 100, warmupTime: 50 }, () => void total()).run();
});`
}
`;

const vitest = (version: number): Ecosystem => ({
  name: `vitest ${version}`,
  needs: 'npm',
  files: () => ({
    'package.json': manifest(version),
    'bench/total.bench.js': benchmark(version),
    '.gitignore': 'node_modules\n',
  }),
  source: (units, note) => ({
    'src/work.js': `// ${note}
${loop('parse')}${loop('check')}
export const total = () => parse(${parseUnits * unit}) + check(${Math.round(units * unit)});
`,
  }),
  typed: ['--', 'npx', 'vitest', 'bench'],
  // What it printed was not read then: its time was compared.
  byHand: (folder) => [
    '--setup',
    `ln -s ${join(folder, 'node_modules')} node_modules`,
    '--run',
    'npx vitest bench --run',
  ],
  prepare: (folder, cache) => {
    const home = join(cache, `vitest-${version}`);
    if (!existsSync(join(home, 'node_modules/vitest'))) {
      mkdirSync(home, { recursive: true });
      writeFileSync(join(home, 'package.json'), manifest(version));
      const flags = ['install', '--silent', '--no-audit', '--no-fund'];
      execFileSync('npm', flags, { cwd: home, stdio: ['ignore', 'ignore', 'inherit'] });
    }
    const modules = 'node_modules';
    cpSync(join(home, modules), join(folder, modules), { recursive: true, verbatimSymlinks: true });
    return {};
  },
  trap: {
    what: 'the command as it is, without a form of output that is read',
    typed: (folder) => [
      '--setup',
      `ln -s ${join(folder, 'node_modules')} node_modules`,
      '--run',
      'npx --no-install vitest bench --run',
    ],
  },
});

export const vitest3 = vitest(3);
export const vitest5 = vitest(5);
