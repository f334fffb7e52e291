/**
 * The bench: base and head in two worktrees on this machine, and rounds that run both once each. It
 * gives raw output, profiles and times; it reads no benchmark and knows no statistics. How many
 * rounds there are, and of what, is rounds.ts.
 */
import { randomInt } from 'node:crypto';
import { mkdir, open, readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { InputError, type InputFile } from '../model.ts';
import { type Ended, endAllGroups, endGroup, runCommand } from './command.ts';
import { everything } from './filter.ts';
import { gitIn } from './git.ts';
import {
  cpuToPin,
  type Look,
  lookAtMachine,
  type MachineReport,
  machineReport,
  percent,
  stolen,
} from './machine.ts';
import { type Order, orderOf } from './order.ts';
import { type Against, baseCommit, headCommit } from './revision.ts';
import { checkOut, type SideName, type SidePlace, snapshot, type Trees } from './tree.ts';

export type { MachineReport } from './machine.ts';

export interface MeasureOptions extends Against {
  /** A directory of the repository; commands run in the same one of each worktree. */
  readonly directory: string;
  /** Runs once in each tree; null for nothing. */
  readonly setup: string | null;
  readonly run: string;
  /** Draws the order of each round; drawn itself where absent. */
  readonly seed?: number | undefined;
  /** Everything on one CPU. */
  readonly pin?: boolean | undefined;
  /** A single run may not take longer. */
  readonly maxSeconds: number;
  /** What the commands see, besides what flamegate adds. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Gets raw text: whoever prints it escapes it. */
  readonly log: (line: string) => void;
  readonly signal?: AbortSignal | undefined;
}

/** What one command left. Times cover the whole command, shell and all. */
export interface SideOutput {
  /** What was written to $FLAMEGATE_OUTPUT, else standard output; one file. */
  readonly benchmarks: readonly InputFile[];
  /** What was written to $FLAMEGATE_PROFILE and into $FLAMEGATE_PROFILES. */
  readonly profiles: readonly InputFile[];
  readonly wallSeconds: number;
  /** User and system time of the command's processes; NaN where the shell cannot tell. */
  readonly cpuSeconds: number;
}

export interface RoundOutput {
  /** From 1. */
  readonly number: number;
  readonly base: SideOutput;
  readonly head: SideOutput;
  readonly order: Order;
  /** What disturbed an earlier try of this round, or this one when no tries were left. */
  readonly disturbed: string | null;
}

export interface Bench {
  readonly baseCommit: string;
  readonly headCommit: string;
  /** Files of the working tree that are not as committed; they are measured with the head. */
  readonly changed: number;
  readonly seed: number;
  /** `filter` for $FLAMEGATE_FILTER; null runs everything. Throws InputError when a side fails. */
  runRound(filter: string | null): Promise<RoundOutput>;
  /** What was seen of the machine so far. */
  machine(): MachineReport;
  /** Ends what runs, and takes the worktrees away. Never throws. */
  close(): Promise<void>;
}

/** The measurement was stopped from outside: the reason that `signal` is aborted with. */
export class Cancelled extends Error {
  override readonly name = 'Cancelled';
}

/** A round in which the host took more of either side's CPU time than this is repeated. */
const heavySteal = 0.1;
/** In all, not for each round: a machine that is always disturbed is measured as it is. */
const mostRepeats = 5;
/** Building one tree may take this long. */
const setupSeconds = 30 * 60;
/** A run may take this many times the longest of its side so far, and never less than a minute. */
const slackFactor = 5;
const slackSeconds = 60;

/** Both sides checked out and set up. Throws InputError; leaves nothing behind then. */
export async function openBench(options: MeasureOptions): Promise<Bench> {
  const git = gitIn(options.directory, options.env, options.signal);
  const pinned = options.pin === true ? cpuToPin(options.env) : null;
  const head = await headCommit(git);
  const base = await baseCommit(git, head, options);
  const { commit, changed } = await snapshot(git, head);
  const implied = ['merge-base', 'base branch', 'base-branch'].includes(options.against.trim());
  if (implied && base === commit) {
    throw new InputError(
      `base and head are the same commit, ${head.slice(0, 12)}: name the base, like HEAD~1`,
    );
  }
  const trees = await checkOut(git, options.directory, { base, head: commit });
  const state: State = { options, trees, pinned, looks: [], services: [], longest: new Map() };
  const abandon = () => {
    endAllGroups();
    trees.removeNow();
  };
  process.once('exit', abandon);
  const close = async () => {
    for (const pid of state.services) endGroup(pid);
    await trees.remove();
    process.removeListener('exit', abandon);
  };
  try {
    await setUp(state);
  } catch (error) {
    await close();
    throw error;
  }
  return benchOf(state, {
    baseCommit: base,
    headCommit: head,
    changed,
    seed: options.seed ?? randomInt(2 ** 32),
    close,
  });
}

interface State {
  readonly options: MeasureOptions;
  readonly trees: Trees;
  readonly pinned: number | null;
  readonly looks: Look[];
  /** Process groups that `setup` may have left running on purpose. */
  readonly services: number[];
  readonly longest: Map<SideName, number>;
}

function benchOf(
  state: State,
  of: Pick<Bench, 'baseCommit' | 'headCommit' | 'changed' | 'seed' | 'close'>,
): Bench {
  let number = 0;
  let repeated = 0;
  let steal: number | null = null;
  const runRound = async (filter: string | null): Promise<RoundOutput> => {
    number++;
    const order = orderOf(of.seed, number);
    let disturbed: string | null = null;
    for (;;) {
      const sides = await bothSides(state, { number, filter: filter ?? everything, order });
      const worst = Math.max(sides.base.steal ?? 0, sides.head.steal ?? 0);
      const heavy = worst > heavySteal;
      if (heavy) {
        disturbed = `the host took ${percent(worst)} of the CPU time during a run of round ${number}`;
      }
      if (!heavy || repeated === mostRepeats) {
        if (sides.base.steal !== null) steal = Math.max(steal ?? 0, worst);
        return { number, base: sides.base.output, head: sides.head.output, order, disturbed };
      }
      repeated++;
      state.options.log(`${disturbed}: measured again`);
    }
  };
  const machine = () => machineReport(state.looks, { pinned: state.pinned, steal, repeated });
  return { ...of, runRound, machine };
}

async function setUp(state: State): Promise<void> {
  const { options, trees } = state;
  if (options.setup === null) return;
  for (const side of ['base', 'head'] as const) {
    const where = trees[side];
    const files = filesOf(where);
    const ended = await runCommand({
      text: options.setup,
      directory: where.directory,
      env: { ...options.env, FLAMEGATE_BIN: where.bin, FLAMEGATE_SIDE: side },
      files,
      pin: null,
      limitSeconds: setupSeconds,
      keepGroup: true,
      signal: options.signal,
    });
    if (ended.pid !== undefined) state.services.push(ended.pid);
    await settle(state, ended, `${side}: setup`, files);
    options.log(`${side}: setup took ${ended.wallSeconds.toFixed(1)} s`);
  }
}

interface Ask {
  readonly number: number;
  readonly filter: string;
  readonly order: Order;
}

interface Measured {
  readonly output: SideOutput;
  readonly steal: number | null;
}

async function bothSides(state: State, ask: Ask): Promise<Record<SideName, Measured>> {
  if (ask.order === 'base-first') {
    const base = await oneSide(state, 'base', ask);
    return { base, head: await oneSide(state, 'head', ask) };
  }
  const head = await oneSide(state, 'head', ask);
  return { base: await oneSide(state, 'base', ask), head };
}

async function oneSide(state: State, side: SideName, ask: Ask): Promise<Measured> {
  const { options, pinned, longest } = state;
  const where = state.trees[side];
  const [files, left] = [filesOf(where), leftIn(where)];
  await rm(where.out, { recursive: true, force: true });
  await mkdir(left.profiles, { recursive: true });
  const before = lookAtMachine(pinned);
  const ended = await runCommand({
    text: options.run,
    directory: where.directory,
    env: {
      ...options.env,
      FLAMEGATE_BIN: where.bin,
      FLAMEGATE_FILTER: ask.filter,
      FLAMEGATE_OUTPUT: left.output,
      FLAMEGATE_PROFILE: left.profile,
      FLAMEGATE_PROFILES: left.profiles,
      FLAMEGATE_ROUND: String(ask.number),
      FLAMEGATE_SIDE: side,
    },
    files,
    pin: pinned,
    limitSeconds: limitOf(longest.get(side), options.maxSeconds),
    signal: options.signal,
  });
  const after = lookAtMachine(pinned);
  state.looks.push(before, after);
  await settle(state, ended, `${side}, round ${ask.number}: run`, files);
  longest.set(side, Math.max(longest.get(side) ?? 0, ended.wallSeconds));
  const output = await outputOf(ended, where, `${side}/round-${ask.number}`);
  return { output, steal: stolen(before, after) };
}

const limitOf = (longest: number | undefined, maxSeconds: number): number =>
  longest === undefined ? maxSeconds : Math.max(slackSeconds, slackFactor * longest);

const filesOf = ({ out }: SidePlace) => ({
  stdout: join(out, 'stdout.txt'),
  stderr: join(out, 'stderr.txt'),
  times: join(out, 'times.txt'),
});

const leftIn = ({ out }: SidePlace) => ({
  output: join(out, 'output'),
  profile: join(out, 'cpu.pprof'),
  profiles: join(out, 'profiles'),
});

async function outputOf(ended: Ended, where: SidePlace, name: string): Promise<SideOutput> {
  const left = leftIn(where);
  const written = await contents(left.output);
  const [file, bytes] =
    written === null
      ? [`${name}/stdout.txt`, await contents(filesOf(where).stdout)]
      : [`${name}/output`, written];
  const profiles: InputFile[] = [];
  const single = await contents(left.profile);
  if (single !== null) profiles.push({ file: `${name}/cpu.pprof`, bytes: single });
  for (const entry of (await readdir(left.profiles)).sort()) {
    const profile = await contents(join(left.profiles, entry));
    if (profile !== null) profiles.push({ file: `${name}/profiles/${entry}`, bytes: profile });
  }
  return {
    benchmarks: [{ file, bytes: bytes ?? new Uint8Array() }],
    profiles,
    wallSeconds: ended.wallSeconds,
    cpuSeconds: ended.cpuSeconds,
  };
}

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

/** Shown of a command that failed, from each stream. */
const shownLines = 30;
const shownBytes = 16 * 1024;

async function lastLines(file: string): Promise<string[]> {
  const handle = await open(file).catch(() => null);
  if (handle === null) return [];
  try {
    const { size } = await handle.stat();
    const bytes = Buffer.alloc(Math.min(size, shownBytes));
    await handle.read(bytes, 0, bytes.length, size - bytes.length);
    const lines = bytes.toString('utf8').split(/\r?\n/);
    return lines.filter((line) => line.trim() !== '').slice(-shownLines);
  } finally {
    await handle.close();
  }
}

/** Throws where the command did not end well, its output shown before. */
async function settle(
  { options }: State,
  ended: Ended,
  what: string,
  files: { readonly stdout: string; readonly stderr: string },
): Promise<void> {
  options.signal?.throwIfAborted();
  const { how } = ended;
  if (how.kind === 'exit' && how.status === 0) return;
  for (const [name, file] of Object.entries({ stdout: files.stdout, stderr: files.stderr })) {
    const lines = await lastLines(file);
    if (lines.length === 0) continue;
    options.log(`${what}: the end of its ${name}:`);
    for (const line of lines) options.log(`    ${line}`);
  }
  throw new InputError(
    `${what} ${failure(ended)}; nothing can be said about a side that does not run`,
  );
}

function failure({ how, wallSeconds }: Ended): string {
  switch (how.kind) {
    case 'exit':
      // What a shell says of a command that a signal ended.
      return how.status > 128 && how.status < 160
        ? `failed with exit status ${how.status} (signal ${how.status - 128})`
        : `failed with exit status ${how.status}`;
    case 'signal':
      return `was ended by ${how.signal}`;
    case 'limit':
      return `was still running after ${wallSeconds.toFixed(0)} s and was ended`;
    case 'output':
      return 'printed more than 256 MiB and was ended';
    case 'cancelled':
      return 'was stopped';
    case 'unstarted':
      return `could not be started: ${how.reason}`;
  }
}
