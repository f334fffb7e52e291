/**
 * Measures the diff of two large profiles (generate.ts) against the time zlib needs for inflating
 * the same files, and on demand against `go tool pprof`.
 *
 *   node eval/profile/speed.ts [--rounds N] [--pprof]
 *
 * Each measurement is a process of its own, cold, and the two kinds take turns, so that a busy
 * machine slows both; the table shows the median round. Time is from the first byte read to the
 * last row, memory the peak resident set of the process. `zlib` is node's gunzipSync as anyone would
 * call it; `zlib, one buffer` is told the size beforehand, as flamegate does.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { readTable } from '../../src/formats/profiles/readtable.ts';
import { diffTables } from '../../src/profile/diff.ts';
import { generate } from './generate.ts';

interface Measurement {
  readonly seconds: number;
  readonly peakMegabytes: number;
  readonly result: string;
}

const WAYS = ['zlib', 'zlib, one buffer', 'flamegate diff'] as const;
type Way = (typeof WAYS)[number];

/** One measurement, in a process that does nothing else. */
async function measure(way: Way, files: readonly string[]): Promise<Measurement> {
  const start = performance.now();
  const result = way === 'flamegate diff' ? await diff(files) : inflate(files, way);
  return {
    seconds: (performance.now() - start) / 1000,
    peakMegabytes: process.resourceUsage().maxRSS / 1024,
    result,
  };
}

function inflate(files: readonly string[], way: Way): string {
  let size = 0;
  for (const file of files) {
    const bytes = readFileSync(file);
    const chunkSize = bytes.readUInt32LE(bytes.length - 4) + 1;
    size += gunzipSync(bytes, way === 'zlib' ? {} : { chunkSize }).length;
  }
  return `${(size / 1e6).toFixed(1)} MB`;
}

async function diff(files: readonly string[]): Promise<string> {
  const [base, head] = files;
  // Each profile is let go before the next is read.
  const table = (file = '') => readTable({ file, bytes: readFileSync(file) });
  const rows = diffTables(await table(base), await table(head));
  return `${rows.length} functions`;
}

function pprof(base: string, head: string): Measurement {
  const start = performance.now();
  const args = ['-v', 'go', 'tool', 'pprof', '-top', '-nodecount=0', '-nodefraction=0'];
  const run = spawnSync('/usr/bin/time', [...args, '-edgefraction=0', '-diff_base', base, head], {
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
  });
  const peak = /Maximum resident set size \(kbytes\): (\d+)/.exec(run.stderr)?.[1];
  return {
    seconds: (performance.now() - start) / 1000,
    peakMegabytes: Number(peak ?? Number.NaN) / 1024,
    result: `${run.stdout.trim().split('\n').length} lines`,
  };
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

function compare(rounds: number, withPprof: boolean): void {
  const directory = join(tmpdir(), 'flamegate-eval-profile');
  const [base, head] = ['base', 'head'].map((name) => join(directory, `${name}.pb.gz`)) as [
    string,
    string,
  ];
  if (!existsSync(head)) {
    generate(directory);
  }
  const measured = new Map<string, Measurement[]>(WAYS.map((way) => [way, []]));
  for (let round = 0; round < rounds; round++) {
    for (const way of WAYS) {
      const script = fileURLToPath(import.meta.url);
      const output = execFileSync(process.execPath, [script, '--measure', way, base, head]);
      measured.get(way)?.push(JSON.parse(output.toString()));
    }
  }
  if (withPprof) {
    measured.set('go tool pprof', [pprof(base, head)]);
  }
  const seconds = (way: string) => median(measured.get(way)?.map((one) => one.seconds) ?? []);
  const zlib = seconds('zlib');
  const rows = [...measured].map(([way, all]) => ({
    what: way,
    'median s': seconds(way).toFixed(2),
    'least s': Math.min(...all.map((one) => one.seconds)).toFixed(2),
    'of zlib': `${(seconds(way) / zlib).toFixed(2)}x`,
    'peak MB': Math.max(...all.map((one) => one.peakMegabytes)).toFixed(0),
    result: all[0]?.result ?? '',
  }));
  console.table(rows);
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rounds: { type: 'string', default: '7' },
    pprof: { type: 'boolean', default: false },
    measure: { type: 'string' },
  },
});
if (values.measure === undefined) {
  compare(Number(values.rounds), values.pprof);
} else {
  process.stdout.write(JSON.stringify(await measure(values.measure as Way, positionals)));
}
