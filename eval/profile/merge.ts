/**
 * Measures `flamegate merge` of 100 CPU profiles against `go tool pprof -proto` of the same files, in
 * time and in memory, turn and turn about on the same machine; needs Go, GNU time and dist/.
 *
 *   node eval/profile/merge.ts [--profiles 100] [--rounds 3]
 *
 * The profiles are of one service on 100 hosts: the same 12,000 functions, other stacks and other
 * counts on each, 4,000 samples. Both tools get the files by name and write one gzipped profile; the
 * ratios are of the peer's medians to ours, from start to end of the process.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { readProfile } from '../../src/formats/profiles/pprof/read.ts';
import { functionTable } from '../../src/profile/table.ts';
import { profile, program } from './generate.ts';

const { values } = parseArgs({
  options: {
    profiles: { type: 'string', default: '100' },
    rounds: { type: 'string', default: '3' },
  },
});
const directory = join(tmpdir(), 'flamegate-eval-merge');
const cli = join(import.meta.dirname, '../../dist/cli.js');

function files(count: number): string[] {
  mkdirSync(directory, { recursive: true });
  const code = program(12_000);
  return Array.from({ length: count }, (_, i) => {
    const file = join(directory, `host${i}.pb.gz`);
    if (!existsSync(file)) writeFileSync(file, gzipSync(profile(code, 100 + i, [13], 4_000)));
    return file;
  });
}

interface Measurement {
  readonly seconds: number;
  /** On all processors together. */
  readonly cpu: number;
  readonly megabytes: number;
}

function measured(command: string, args: readonly string[]): Measurement {
  const start = performance.now();
  const run = spawnSync('/usr/bin/time', ['-v', command, ...args], { encoding: 'utf8' });
  const seconds = (performance.now() - start) / 1000;
  if (run.status !== 0) throw new Error(`${command} ${args[0]}: ${run.stderr}`);
  const peak = /Maximum resident set size \(kbytes\): (\d+)/.exec(run.stderr)?.[1];
  const [user, system] = ['User', 'System'].map((of) =>
    Number(new RegExp(`${of} time \\(seconds\\): ([\\d.]+)`).exec(run.stderr)?.[1]),
  );
  const cpu = (user ?? Number.NaN) + (system ?? Number.NaN);
  return { seconds, cpu, megabytes: Number(peak) / 1024 };
}

const median = (numbers: readonly number[]): number =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;

const inputs = files(Number(values.profiles));
const ours = join(directory, 'ours.pgo');
const theirs = join(directory, 'theirs.pb.gz');
const ways = {
  'flamegate merge': () => measured(process.execPath, [cli, 'merge', '-o', ours, ...inputs]),
  'go tool pprof -proto': () =>
    measured('go', ['tool', 'pprof', '-proto', '-symbolize=none', `-output=${theirs}`, ...inputs]),
};
const results = new Map<string, Measurement[]>(Object.keys(ways).map((way) => [way, []]));
for (let round = 0; round < Number(values.rounds); round++) {
  for (const [way, run] of Object.entries(ways)) results.get(way)?.push(run());
}

const table = (file: string) => {
  const { functions, total } = functionTable(readProfile(readFileSync(file), { file }));
  return JSON.stringify([total, functions.map(({ name, flat, cum }) => [name, flat, cum])]);
};
if (table(ours) !== table(theirs)) throw new Error('the two merged profiles have other tables');

const peer = 'go tool pprof -proto';
/** The peer's median over this way's. */
const ratio = (way: string, of: (one: Measurement) => number): string => {
  const middle = (which: string) => median(results.get(which)?.map(of) ?? []);
  return `${(middle(peer) / middle(way)).toFixed(2)}x`;
};
console.table(
  [...results].map(([way, all]) => ({
    what: way,
    seconds: all.map((one) => one.seconds.toFixed(2)).join(', '),
    ratio: ratio(way, (one) => one.seconds),
    CPU: all.map((one) => one.cpu.toFixed(2)).join(', '),
    'CPU ratio': ratio(way, (one) => one.cpu),
    'peak MB': Math.max(...all.map((one) => one.megabytes)).toFixed(0),
  })),
);
