/**
 * Packs what `record.sh` left in a directory into recorded.json.gz:
 *
 *   node eval/verdict/pack.ts DIRECTORY LOADED
 *
 * Jobs from number LOADED on ran beside other work. Jobs that lack a pass or a benchmark are left out.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { constants, gzipSync } from 'node:zlib';
import { readBenchmarks } from '../../src/formats/benchmarks/read.ts';
import { type Passes, type Recorded, recordedFile } from './recorded.ts';

const [directory = '', loaded = ''] = process.argv.slice(2);
if (!(Number(loaded) > 0)) throw new Error('usage: pack.ts DIRECTORY LOADED (a number of a job)');

const log = new Map(
  readFileSync(join(directory, 'log'), 'utf8')
    .split('\n')
    .flatMap((line) => {
      const [, job, time = '', load] = /^job(\d+) (\S+) load (\S+)/.exec(line) ?? [];
      return job === undefined ? [] : [[Number(job), { time, load: Number(load) }] as const];
    }),
);

async function readPass(name: string) {
  const file = join(directory, name);
  const { series, environment } = await readBenchmarks([{ file, bytes: readFileSync(file) }]);
  const times = series.filter((of) => of.unit === 'sec/op');
  const samples = new Map(
    times.map((of) => [
      `${of.package}.${of.benchmark}`,
      of.samples.map((value) => Number(value.toPrecision(5))),
    ]),
  );
  return { samples, cpu: environment.cpu ?? '' };
}

const files = new Set(readdirSync(directory));
const fileOf = (job: number, pass: number) => `job${String(job).padStart(3, '0')}-pass${pass}.txt`;
let names: string[] = [];
let cpu = '';
const jobs: Passes[] = [];
for (const [job, { time, load }] of log) {
  const own = [fileOf(job, 1), fileOf(job, 2)];
  if (!own.every((name) => files.has(name))) continue;
  const passes = await Promise.all(own.map(readPass));
  if (names.length === 0) {
    names = [...(passes[0]?.samples.keys() ?? [])];
    cpu = passes[0]?.cpu ?? '';
  }
  const values = passes.map((pass) => names.map((name) => pass.samples.get(name) ?? []));
  if (values.some((pass) => pass.some((samples) => samples.length < 10))) continue;
  const kind = job < Number(loaded) ? 'quiet' : 'loaded';
  jobs.push({ job, time, load, kind, passes: values });
}
const recorded: Recorded = { cpu, names, jobs };
writeFileSync(
  recordedFile,
  gzipSync(JSON.stringify(recorded), { level: constants.Z_BEST_COMPRESSION }),
);
console.log(`${jobs.length} jobs of ${names.length} benchmarks written to ${recordedFile}`);
