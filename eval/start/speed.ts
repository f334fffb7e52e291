/**
 * How long the command line takes to start, and a whole gate on the example: medians of whole
 * processes, run in turn with `node -e 0` so that a slow machine slows both.
 *
 *   node eval/start/speed.ts [runs]
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { median } from '../../src/stats/summary.ts';

const root = join(import.meta.dirname, '../..');
const runs = Number(process.argv[2] ?? 21);
const cli = join(root, 'dist/cli.js');

const commands: Record<string, readonly string[]> = {
  'node -e 0': ['-e', '0'],
  'flamegate --version': [cli, '--version'],
  'flamegate gate, the example': [
    cli,
    'gate',
    '--baseline',
    'examples/baseline',
    '--benchmarks',
    'examples/clean/bench.txt',
    '--profiles',
    'examples/clean/*.pprof',
  ],
};

const times = new Map(Object.keys(commands).map((name) => [name, [] as number[]]));
for (let i = -1; i < runs; i++) {
  for (const [name, args] of Object.entries(commands)) {
    const start = process.hrtime.bigint();
    const { status, stderr } = spawnSync(process.execPath, args, { cwd: root });
    const milliseconds = Number(process.hrtime.bigint() - start) / 1e6;
    if (status !== 0) throw new Error(`${name}: exit status ${status}\n${stderr}`);
    if (i >= 0) times.get(name)?.push(milliseconds); // the first round warms the disk cache
  }
}

const base = median(times.get('node -e 0') ?? []);
console.log('| command | median ms | least ms | to `node -e 0` |\n|---|---|---|---|');
for (const [name, list] of times) {
  const middle = median(list);
  console.log(
    `| \`${name}\` | ${middle.toFixed(0)} | ${Math.min(...list).toFixed(0)} | ${(middle / base).toFixed(2)} |`,
  );
}
