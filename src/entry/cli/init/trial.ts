/** One run of the benchmarks in the checkout: how long it takes, and whether what it prints is read. */
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readBenchmarks } from '../../../formats/benchmarks/read.ts';
import { InputError } from '../../../model/error.ts';
import type { Job } from '../../../recipe/job.ts';
import { type Ended, runCommand } from '../../../source/rounds/command.ts';
import { lastLines } from '../../../source/rounds/failure.ts';
import { heeding } from '../../../source/rounds/interrupt.ts';

interface Tried {
  readonly benchmarks: number;
  /** Seconds. */
  readonly took: number;
}

/** A suite that takes longer is no suite for every pull request. */
const limitSeconds = 600;

/** `cannot`: why nothing is known of it, as the end of a sentence. */
export async function tried(job: Job, top: string): Promise<Tried | { readonly cannot: string }> {
  const place = await mkdtemp(join(tmpdir(), 'flamegate-init-'));
  try {
    return await triedIn(place, job, top);
  } finally {
    await rm(place, { recursive: true, force: true });
  }
}

async function triedIn(place: string, { trial, directory }: Job, top: string) {
  const at = (name: string) => join(place, name);
  const files = { stdout: at('stdout'), stderr: at('stderr'), times: at('times') };
  await mkdir(at('bin'));
  const env = {
    ...process.env,
    FLAMEGATE_OUTPUT: at('output'),
    FLAMEGATE_BIN: at('bin'),
    FLAMEGATE_FILTER: '.',
  };
  const run = async (text: string) => {
    const command = { text, directory: join(top, directory), env, files, pin: null, limitSeconds };
    const ended = await heeding(
      (signal) => runCommand({ ...command, signal }),
      () => {},
    );
    if (ended.how.kind === 'cancelled') throw new InputError('stopped; nothing was written');
    return ended;
  };
  if (trial.build !== null) {
    const built = await run(trial.build);
    if (!worked(built)) return { cannot: await failure(trial.build, built, files.stderr) };
  }
  const ended = await run(trial.run);
  if (!worked(ended)) return { cannot: await failure(trial.run, ended, files.stderr) };
  const written = await readFile(at('output')).catch(() => null);
  return readIn(written ?? (await readFile(files.stdout)), ended.wallSeconds);
}

const worked = ({ how }: Ended): boolean => how.kind === 'exit' && how.status === 0;

async function failure(text: string, { how }: Ended, stderr: string): Promise<string> {
  const [last] = (await lastLines(stderr)).slice(-1);
  const ending =
    how.kind === 'exit'
      ? `ended with status ${how.status}`
      : how.kind === 'limit'
        ? `took over ${limitSeconds} s`
        : `could not be run (${how.kind})`;
  return `\`${text.split('\n').at(-1)}\` ${ending}${last === undefined ? '' : `: ${last}`}`;
}

async function readIn(bytes: Uint8Array, took: number) {
  try {
    const { series } = await readBenchmarks([{ file: 'what it printed', bytes }]);
    const benchmarks = new Set(series.map((item) => `${item.package} ${item.benchmark}`)).size;
    return { benchmarks, took };
  } catch (error) {
    if (error instanceof InputError) return { cannot: error.message };
    throw error;
  }
}
