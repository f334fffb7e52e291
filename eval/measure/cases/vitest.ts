/** vitest bench, whose time says nothing: what is slower runs fewer times in the time it has. */
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Ecosystem, parseUnits } from './ecosystem.ts';

const unit = 20_000;

const loop = (name: string) => `
export function ${name}(n) {
  let s = 0;
  for (let i = 0; i < n; i++) s += (i * i) % 7;
  return s;
}
`;

const manifest = JSON.stringify(
  { name: 'demo', private: true, type: 'module', devDependencies: { vitest: '3' } },
  null,
  2,
);

export const vitest: Ecosystem = {
  name: 'vitest bench',
  needs: 'npm',
  files: () => ({
    'package.json': manifest,
    'bench/total.bench.js': `import { bench } from 'vitest';
import { total } from '../src/work.js';

bench('total', () => void total(), { time: 100, warmupTime: 50 });
`,
    '.gitignore': 'node_modules\n',
  }),
  source: (units, note) => ({
    'src/work.js': `// ${note}
${loop('parse')}${loop('check')}
export const total = () => parse(${parseUnits * unit}) + check(${Math.round(units * unit)});
`,
  }),
  typed: ['--', 'npx', 'vitest', 'bench'],
  prepare: (folder, cache) => {
    const home = join(cache, 'vitest');
    if (!existsSync(join(home, 'node_modules/vitest'))) {
      mkdirSync(home, { recursive: true });
      writeFileSync(join(home, 'package.json'), manifest);
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
};
