/**
 * A whole gate against few and many stored runs: time and peak memory of the command, medians of whole
 * processes. The runs are those of the example again and again, each with times of its own, as a copy would
 * be set aside.
 *
 *   node eval/start/stored.ts [repetitions] [dist/cli.js ...]
 */
import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { median } from '../../src/stats/summary.ts';

const root = join(import.meta.dirname, '../..');
const repetitions = Number(process.argv[2] ?? 9);
const clis =
  process.argv.length > 3
    ? process.argv.slice(3).map((path) => resolve(path))
    : [join(root, 'dist/cli.js')];
const example = join(root, 'examples/baseline');
const sources = readdirSync(example).filter((name) => !name.startsWith('.'));
const temp = mkdtempSync(join(tmpdir(), 'flamegate-stored-'));
const clean = join(root, 'examples/clean');
const profiles = readdirSync(clean).filter((name) => name.endsWith('.pprof'));

/** The k-th run: the times of one of the example's, a little off. */
function record(cli: string, baseline: string, k: number): void {
  const from = join(example, sources[k % sources.length] ?? '');
  const job = join(temp, 'job');
  mkdirSync(job, { recursive: true });
  const text = readFileSync(join(from, 'benchmarks/bench.txt'), 'utf8');
  const moved = text.replace(
    /([\d.]+) ns\/op/g,
    (_, ns) => `${(Number(ns) * (1 + k / 1e4)).toFixed(3)} ns/op`,
  );
  writeFileSync(join(job, 'bench.txt'), moved);
  for (const name of profiles) copyFileSync(join(from, 'profiles', name), join(job, name));
  const time = new Date(Date.UTC(2026, 9, 1) + k * 3_600_000).toISOString();
  const commit = k.toString(16).padStart(40, 'a');
  run(cli, [
    'record',
    '--baseline',
    baseline,
    '--benchmarks',
    join(job, 'bench.txt'),
    '--profiles',
    join(job, '*.pprof'),
    '--commit',
    commit,
    '--time',
    time,
  ]);
}

interface Measured {
  readonly wall: number;
  readonly processor: number;
  readonly megabytes: number;
}

function run(cli: string, args: readonly string[]): Measured {
  const start = process.hrtime.bigint();
  const meter = join(temp, 'meter.mjs');
  writeFileSync(
    meter,
    `process.on('exit', () => {
      const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
      process.stderr.write('\\npeak ' + maxRSS + ' ' + (userCPUTime + systemCPUTime) + '\\n');
    });`,
  );
  const { status, stderr } = spawnSync(process.execPath, ['--import', meter, cli, ...args], {
    cwd: root,
    encoding: 'utf8',
  });
  const wall = Number(process.hrtime.bigint() - start) / 1e6;
  if (status !== 0) throw new Error(`exit status ${status}\n${stderr}`);
  const [, peak, micros] = /peak (\d+) (\d+)/.exec(stderr) ?? [];
  return { wall, processor: Number(micros) / 1000, megabytes: Number(peak) / 1024 };
}

try {
  console.log(
    '| stored runs | command | ms | of processor time | peak MB |\n|---|---|---|---|---|',
  );
  for (const stored of [5, 30]) {
    const found = clis.map((): Measured[] => []);
    const baselines = clis.map((_, i) => join(temp, `baseline-${stored}-${i}`));
    clis.forEach((cli, i) => {
      for (let k = 0; k < stored; k++) record(cli, baselines[i] ?? '', k);
    });
    for (let round = -1; round < repetitions; round++) {
      clis.forEach((cli, i) => {
        const args = [
          'gate',
          '--confirm',
          'never',
          '--baseline',
          baselines[i] ?? '',
          '--benchmarks',
          join(clean, 'bench.txt'),
          '--profiles',
          join(clean, '*.pprof'),
        ];
        const measured = run(cli, args);
        if (round >= 0) found[i]?.push(measured); // the first warms the disk cache
      });
    }
    clis.forEach((cli, i) => {
      const of = (what: keyof Measured) =>
        median((found[i] ?? []).map((one) => one[what])).toFixed(0);
      console.log(
        `| ${stored} | \`${cli.replace(`${root}/`, '')}\` | ${of('wall')} | ${of('processor')} | ${of('megabytes')} |`,
      );
    });
  }
} finally {
  rmSync(temp, { recursive: true });
}
