/**
 * One side: its `setup`, and one run of its command with what that left behind. Which side goes
 * when, and what a disturbed run means, is bench.ts.
 */
import { mkdir, readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { InputError } from '../../model/error.ts';
import type { InputFile } from '../../model/run.ts';
import { type Ended, runCommand } from './command.ts';
import { failureOf, lastLines } from './failure.ts';
import { withLeftOut } from './sparse.ts';
import type { SideName, SidePlace } from './tree.ts';

/** What one command left. Times cover the whole command, shell and all. */
export interface SideOutput {
  /** What was written to $FLAMEGATE_OUTPUT, else standard output; one file. */
  readonly benchmarks: readonly InputFile[];
  /** $FLAMEGATE_OUTPUT was written, be it with nothing. */
  readonly isWritten: boolean;
  /** What was written to $FLAMEGATE_PROFILE and into $FLAMEGATE_PROFILES. */
  readonly profiles: readonly InputFile[];
  /** The last lines of standard error. */
  readonly errors: readonly string[];
  /** Standard output and error, where they are kept. */
  readonly printed: readonly InputFile[];
  readonly wallSeconds: number;
  /** User and system time of the command's processes; NaN where the shell cannot tell. */
  readonly cpuSeconds: number;
  /** Where there are several commands (commands.ts), the times of each. */
  readonly times?: readonly CommandTime[] | undefined;
}

export interface CommandTime {
  readonly name: string;
  readonly wallSeconds: number;
  readonly cpuSeconds: number;
}

export interface Side {
  readonly name: SideName;
  readonly place: SidePlace;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly log: (line: string) => void;
  readonly signal?: AbortSignal | undefined;
}

/** Building one tree may take this long, where nobody says otherwise. */
const usualSetupSeconds = 30 * 60;

const runTooLong =
  'if it does not hang, give --max-time more (6 rounds are 12 runs, the fewest that decide), or measure fewer benchmarks';

/**
 * Runs the `setup` command. `started` gets its process group: what it leaves running (a server to
 * measure against) is meant to stay. Throws InputError.
 */
export async function setUp(
  side: Side,
  text: string,
  started: (group: number) => void,
  limitSeconds = usualSetupSeconds,
): Promise<void> {
  const { name, place, env, log, signal } = side;
  const files = filesOf(place);
  const ended = await runCommand({
    text,
    directory: place.directory,
    env: { ...env, FLAMEGATE_BIN: place.bin, FLAMEGATE_SIDE: name },
    files,
    pin: null,
    limitSeconds,
    keepGroup: true,
    signal,
  });
  if (ended.pid !== undefined) started(ended.pid);
  signal?.throwIfAborted();
  const failure = await failureOf(ended, `${name}: setup`, files, log);
  if (failure !== null) throw await withLeftOut(failure, place, env, await said(text, place));
  log(`${name}: setup took ${ended.wallSeconds.toFixed(1)} s`);
}

export interface RunOptions {
  readonly text: string;
  readonly round: number;
  readonly filter: string;
  readonly pin: number | null;
  readonly limitSeconds: number;
  readonly watch?: ((group: number) => () => void) | undefined;
  readonly keepsPrinted: boolean;
}

/** Runs the `run` command once. Throws InputError where it fails, its output shown before. */
export async function runSide(side: Side, options: RunOptions): Promise<SideOutput> {
  const { name, place, env, log, signal } = side;
  const [files, left] = [filesOf(place), leftIn(place)];
  await rm(place.out, { recursive: true, force: true });
  await mkdir(left.profiles, { recursive: true });
  const ended = await runCommand({
    ...options,
    directory: place.directory,
    env: {
      ...env,
      FLAMEGATE_BIN: place.bin,
      FLAMEGATE_FILTER: options.filter,
      FLAMEGATE_OUTPUT: left.output,
      FLAMEGATE_PROFILE: left.profile,
      FLAMEGATE_PROFILES: left.profiles,
      FLAMEGATE_ROUND: String(options.round),
      FLAMEGATE_SIDE: name,
    },
    files,
    signal,
  });
  signal?.throwIfAborted();
  const what = `${name}, round ${options.round}: run`;
  const failure = await failureOf(ended, what, files, log, runTooLong);
  if (failure !== null)
    throw await withLeftOut(failure, place, env, await said(options.text, place));
  const found = await outputOf(ended, place, `${name}/round-${options.round}`);
  return options.keepsPrinted ? { ...found, printed: await printedBy(place) } : found;
}

const said = async (text: string, place: SidePlace): Promise<string> =>
  [text, ...(await lastLines(filesOf(place).stderr))].join('\n');

const filesOf = ({ out }: SidePlace) => ({
  stdout: join(out, 'stdout.txt'),
  stderr: join(out, 'stderr.txt'),
  times: join(out, 'times.txt'),
});

/** The same paths in every round: the size of the environment moves stacks. */
export const leftIn = ({ out }: SidePlace) => ({
  output: join(out, 'output'),
  profile: join(out, 'cpu.pprof'),
  profiles: join(out, 'profiles'),
});

async function outputOf(ended: Ended, place: SidePlace, name: string): Promise<SideOutput> {
  const left = leftIn(place);
  const written = await contents(left.output);
  const benchmarks =
    written === null
      ? { file: `${name}/stdout.txt`, bytes: (await contents(filesOf(place).stdout)) ?? nothing }
      : { file: `${name}/output`, bytes: written };
  const profiles: InputFile[] = [];
  const single = await contents(left.profile);
  if (single !== null) profiles.push({ file: `${name}/cpu.pprof`, bytes: single });
  for (const entry of await filesBelow(left.profiles)) {
    const profile = await contents(join(left.profiles, entry));
    if (profile !== null) profiles.push({ file: `${name}/profiles/${entry}`, bytes: profile });
  }
  const { wallSeconds, cpuSeconds } = ended;
  return {
    benchmarks: [benchmarks],
    isWritten: written !== null,
    profiles,
    errors: await lastLines(filesOf(place).stderr),
    printed: [],
    wallSeconds,
    cpuSeconds,
  };
}

async function printedBy(place: SidePlace): Promise<InputFile[]> {
  const { stdout, stderr } = filesOf(place);
  return [
    { file: 'stdout.txt', bytes: (await contents(stdout)) ?? nothing },
    { file: 'stderr.txt', bytes: (await contents(stderr)) ?? nothing },
  ];
}

/** Sorted, with `/` between directories. The command may have taken the directory away. */
async function filesBelow(directory: string): Promise<string[]> {
  const entries = await readdir(directory, { recursive: true }).catch((error: Error) => {
    throw new InputError(`the profiles cannot be read: ${error.message}`, { file: directory });
  });
  return entries.map((entry) => entry.replaceAll('\\', '/')).sort();
}

const nothing = new Uint8Array();
const fileLimit = 256 * 2 ** 20;

/** Null where there is no such file, or a directory is in its place. */
async function contents(file: string): Promise<Uint8Array | null> {
  const info = await stat(file).catch(() => null);
  if (info === null || !info.isFile()) return null;
  if (info.size > fileLimit) {
    throw new InputError(`${info.size} bytes were written; the limit is ${fileLimit}`, { file });
  }
  return readFile(file);
}
