/**
 * The time and memory of whole processes on 32 MB of benchmark output, ours against benchstat's
 * on the same files in the same run. Ours, bundled as it ships, reads both files and computes
 * medians, their intervals, Mann-Whitney and Welch for every benchmark and unit; benchstat prints
 * its CSV. The processes take turns; the table gives medians over the rounds.
 *
 *     node eval/bench/speed.ts [ROUNDS]
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { median } from '../../src/stats/summary.ts';
import { generate } from './generate.ts';

/** A process in the race, and what its rounds measured. */
interface Contestant {
  readonly name: string;
  readonly command: readonly string[];
  readonly rounds: { readonly seconds: number; readonly cpu: number; readonly megabytes: number }[];
  output: string;
}

const contestant = (name: string, ...command: string[]): Contestant => ({
  name,
  command,
  rounds: [],
  output: '',
});

/** compare.ts as one JavaScript file: what node makes of types on the fly is not what ships. */
async function bundle(folder: string): Promise<string> {
  const outfile = join(folder, 'compare.mjs');
  await build({
    entryPoints: [join(import.meta.dirname, 'compare.ts')],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    banner: {
      js: 'import { createRequire as make } from "node:module"; const require = make(import.meta.url);',
    },
  });
  return outfile;
}

function measure(of: Contestant): void {
  const started = performance.now();
  // GNU time adds the CPU seconds and the peak memory of the process as its last line.
  const run = spawnSync('/usr/bin/time', ['-f', '%U %S %M', ...of.command], {
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
  });
  const seconds = (performance.now() - started) / 1000;
  if (run.status !== 0) throw new Error(`${of.name} failed: ${run.error ?? run.stderr}`);
  const [user = 0, system = 0, kilobytes = 0] =
    run.stderr.trim().split('\n').at(-1)?.split(' ').map(Number) ?? [];
  of.rounds.push({ seconds, cpu: user + system, megabytes: kilobytes / 1024 });
  of.output = run.stdout;
}

function print(contestants: readonly Contestant[]): void {
  const middle = (of: Contestant, what: 'seconds' | 'cpu' | 'megabytes') =>
    median(of.rounds.map((round) => round[what]));
  const [own] = contestants;
  console.log('                          wall  ratio      CPU  ratio  peak memory');
  for (const of of contestants) {
    const columns = (['seconds', 'cpu'] as const).map((what) => {
      const ratio = own === undefined ? 1 : middle(of, what) / middle(own, what);
      return `${middle(of, what).toFixed(2).padStart(6)} s ${ratio.toFixed(1).padStart(5)}x`;
    });
    const memory = `${middle(of, 'megabytes').toFixed(0)} MB`;
    console.log(`${of.name.padEnd(20)} ${columns.join(' ')} ${memory.padStart(10)}`);
  }
}

const folder = mkdtempSync(join(tmpdir(), 'flamegate-speed-'));
try {
  const files = generate(folder);
  const megabytes = (statSync(files.old).size + statSync(files.new).size) / 1e6;
  const contestants = [
    contestant('flamegate', process.execPath, await bundle(folder), files.old, files.new),
  ];
  const benchstat = [...(process.env.PATH ?? '').split(':'), join(homedir(), 'go/bin')]
    .map((path) => join(path, 'benchstat'))
    .find((path) => existsSync(path));
  if (benchstat === undefined) {
    console.log('benchstat is not installed: only flamegate is measured');
  } else {
    const args = [benchstat, '-format', 'csv', files.old, files.new];
    contestants.push(contestant('benchstat', ...args));
    contestants.push(contestant('benchstat, one CPU', 'env', 'GOMAXPROCS=1', ...args));
  }
  const rounds = Number(process.argv[2] ?? 5);
  for (let round = 0; round < rounds; round++) contestants.forEach(measure);
  console.log(
    `${megabytes.toFixed(1)} MB: 20,000 benchmarks x 10, old and new; median of ${rounds} rounds\n`,
  );
  print(contestants);
  console.log(`\nflamegate: ${contestants[0]?.output.trim()}`);
} finally {
  rmSync(folder, { recursive: true });
}
