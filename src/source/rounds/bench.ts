/**
 * The bench: base and head in two worktrees on this machine, and rounds that run both once each. It
 * gives raw output, profiles and times; it reads no benchmark and knows no statistics. How many
 * rounds there are, and of what, is rounds.ts.
 */
import { randomInt } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { everything } from '../../formats/benchmarks/filter.ts';
import { InputError } from '../../model/error.ts';
import type { Warning } from '../../model/warning.ts';
import { type Apart, keepApart } from './apart/index.ts';
import { merged, type SideCommands } from './commands.ts';
import { type Seen, watchRounds } from './disturbed.ts';
import { gitIn, outsideGit } from './git.ts';
import { endAllGroups, endGroup } from './group.ts';
import { lackingFiles, pointersIn, pointerWarnings } from './lfs.ts';
import {
  cpuToPin,
  lookAtMachine,
  type MachineReport,
  type MachineState,
  machineReport,
  otherWork,
  secondsOfGroups,
  stolen,
} from './machine.ts';
import { type Order, orderOf } from './order.ts';
import {
  type Against,
  baseCommit,
  baseName,
  headCommit,
  isImplied,
  namedCommit,
} from './revision.ts';
import { leftIn, runSide, type Side, type SideOutput, setUp } from './side.ts';
import { isSparse } from './sparse.ts';
import { unseenSubmodules } from './submodules.ts';
import { checkOut, type SideName, sameFiles, snapshot } from './tree.ts';

export type { MachineReport } from './machine.ts';
export type { Side, SideOutput } from './side.ts';

export interface MeasureOptions extends Against {
  /** A directory of the repository; commands run in the same one of each worktree. */
  readonly directory: string;
  /** Runs once in each tree; null for nothing. */
  readonly setup: string | null;
  readonly run: string;
  /** In place of `run`: run one after the other in each round, both sides of each in turn. */
  readonly commands?: readonly SideCommands[] | undefined;
  /** A revision to measure as the head, as it is committed; absent for the working tree. */
  readonly head?: string | undefined;
  /** $FLAMEGATE_FILTER where no round asks for less than everything; absent for everything. */
  readonly filter?: string | undefined;
  /** Draws the order of each round; drawn itself where absent. */
  readonly seed?: number | undefined;
  /** Everything on one CPU. */
  readonly pin?: boolean | undefined;
  /** What commands print is in each round's output, for whoever keeps it. */
  readonly keepsPrinted?: boolean | undefined;
  /** What each tree needs before `setup`; throws InputError where it cannot be given. */
  readonly prepare?: ((side: Side) => Promise<void>) | undefined;
  /** The first run of a side may not take longer. */
  readonly maxSeconds: number;
  /** `maxSeconds` is for everything, checking out and `setup` too, and not for rounds alone. */
  readonly setupCounts?: boolean | undefined;
  /** What the commands see, besides what flamegate adds. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Gets raw text: whoever prints it escapes it. */
  readonly log: (line: string) => void;
  /** Stops everything; its reason is what is thrown then. */
  readonly signal?: AbortSignal | undefined;
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
  /** What the base is called: `main`, `v1.2`, `HEAD~1`; '' where it has no name. */
  readonly baseName: string;
  readonly headCommit: string;
  /** HEAD is the base: what differs was not committed. */
  readonly ofOneCommit: boolean;
  /** Both sides hold the same files. */
  readonly identical: boolean;
  /** Files of the working tree that are not as committed; they are measured with the head. */
  readonly changed: number;
  readonly seed: number;
  /** What rounds may take. */
  readonly maxSeconds: number;
  /** Where the worktrees are: names of files in profiles begin with it. */
  readonly trees: Readonly<Record<SideName, string>>;
  /** $FLAMEGATE_PROFILES of each side, for `runOn`. */
  readonly left: Readonly<Record<SideName, string>>;
  /**
   * `filter` for $FLAMEGATE_FILTER; null runs everything. `mayRepeat`, where there is one, is asked
   * before a disturbed round is measured again. Throws InputError when a side fails.
   */
  runRound(filter: string | null, mayRepeat?: () => boolean): Promise<RoundOutput>;
  /**
   * One side alone, once, with a command of its own. What it writes into $FLAMEGATE_PROFILES is among
   * its profiles. Throws InputError when it fails.
   */
  runOn(side: SideName, text: string, how: RunOn): Promise<SideOutput>;
  /** Why the sides may not be two, after what was run so far. */
  doubts(): Promise<readonly Warning[]>;
  /** What was seen of the machine so far. */
  machine(): MachineReport;
  /** Ends what runs, and takes the worktrees away. Never throws. */
  close(): Promise<void>;
}

/** What may differ between commands on the same two sides. */
export type Use = Pick<MeasureOptions, 'run' | 'filter' | 'keepsPrinted' | 'maxSeconds' | 'signal'>;

/** Two sides that may have several commands, one after the other. */
export interface Sides extends Bench {
  /** The same sides for another command: its rounds, and what they show of the machine, are its own. Closed with them. */
  readonly using: (use: Use) => Bench;
}

export interface RunOn {
  /** $FLAMEGATE_ROUND. */
  readonly number: number;
  readonly limitSeconds: number;
}

/** A run may take this many times the longest of its side so far, and never less than a minute. */
const slackFactor = 5;
const slackSeconds = 60;

/** Both sides checked out and set up. Throws InputError; leaves nothing behind then. */
export async function openBench(options: MeasureOptions): Promise<Sides> {
  const { directory, log, signal } = options;
  const start = performance.now();
  const left = () => Math.max(1, options.maxSeconds - (performance.now() - start) / 1000);
  const limit = options.setupCounts === true ? left : () => undefined;
  const env = outsideGit(options.env);
  const git = gitIn(directory, env, signal);
  const pinned = options.pin === true ? cpuToPin(env) : null;
  const checkedOut = await headCommit(git);
  const head = options.head === undefined ? checkedOut : await namedCommit(git, options.head);
  const base = await baseCommit(git, head, options);
  const { commit, changed } =
    options.head === undefined ? await snapshot(git, head) : { commit: head, changed: 0 };
  if (isImplied(options) && base === head) {
    throw new InputError(
      `base and head are the same commit, ${head.slice(0, 12)}: say what to measure against, like HEAD~1; HEAD for what is not committed yet`,
    );
  }
  const identical = await sameFiles(git, base, commit);
  if (await isSparse(git)) log('The checkout is sparse: each side has the directories that it has');
  const trees = await checkOut(git, gitIn(directory, env), { base, head: commit });
  const abandon = () => {
    endAllGroups();
    trees.removeNow();
  };
  process.once('exit', abandon);
  const services: number[] = [];
  const close = async () => {
    for (const group of services) endGroup(group);
    await trees.remove();
    process.removeListener('exit', abandon);
  };
  const side = (name: SideName, apart: Apart): Side => ({
    name,
    place: trees[name],
    env: apart.env(name),
    log,
    signal,
  });
  let apart: Apart;
  let lacks: readonly Warning[];
  try {
    apart = await keepApart(git, {
      places: trees,
      commits: { base, head: commit },
      setup: options.setup,
      run: options.run,
      env,
      signal,
      isProven: options.prepare !== undefined,
    });
    for (const name of ['base', 'head'] as const) await options.prepare?.(side(name, apart));
    const pointers = () => pointersIn(git, trees, env, signal);
    const early = options.setup === null ? null : lackingFiles(await pointers(), env);
    if (early !== null) log(`${early.file}: unless setup fetches it, ${early.message}`);
    for (const name of options.setup === null ? [] : (['base', 'head'] as const)) {
      const item = side(name, apart);
      await setUp(item, options.setup ?? '', (group) => services.push(group), limit());
    }
    await apart.built();
    lacks = [
      ...pointerWarnings(await pointers(), env),
      ...(await unseenSubmodules(git, trees, env, signal)),
    ];
  } catch (error) {
    await close();
    throw error;
  }
  const sides = { base: side('base', apart), head: side('head', apart) };
  const seed = options.seed ?? randomInt(2 ** 32);
  const maxSeconds = limit() ?? options.maxSeconds;
  const shared = {
    baseCommit: base,
    baseName: await baseName(git, options),
    headCommit: head,
    ofOneCommit: base === head,
    identical,
    changed,
    trees: { base: trees.base.tree, head: trees.head.tree },
    close,
    doubts: async () => [...lacks, ...(await apart.doubts())],
  };
  const using = (use: Use): Bench => {
    const { signal } = use;
    const both = { base: { ...sides.base, signal }, head: { ...sides.head, signal } };
    const running = { ...options, ...use, watch: apart.watch, services };
    return { ...shared, maxSeconds: use.maxSeconds, ...rounds(both, running, pinned, seed) };
  };
  return { ...using({ ...options, maxSeconds }), using };
}

/** `services`: process groups that `setup` left running. */
type Running = MeasureOptions &
  Partial<Pick<Apart, 'watch'>> & { readonly services: readonly number[] };

/** Rounds of two sides, however they were opened. */
export function rounds(
  sides: Readonly<Record<SideName, Side>>,
  options: Running,
  pinned: number | null,
  seed: number,
): Pick<Bench, 'seed' | 'left' | 'runRound' | 'runOn' | 'machine'> {
  const run = runner(sides, options, pinned);
  const seen = new Set<SideName>();
  const runOn: Bench['runOn'] = (name, text, { number, limitSeconds }) => {
    const { watch, filter = everything } = options;
    const isFirst = !seen.has(name);
    seen.add(name);
    return runSide(sides[name], {
      text,
      round: number,
      filter,
      pin: pinned,
      limitSeconds,
      watch: isFirst && watch !== undefined ? (group) => watch(name, group) : undefined,
      keepsPrinted: false,
    });
  };
  let number = 0;
  const disturbances = watchRounds(options.log);
  const runRound: Bench['runRound'] = async (filter, mayRepeat) => {
    number++;
    const order = orderOf(seed, number);
    let disturbed: string | null = null;
    for (;;) {
      const { base, head } = await run.both(order, number, filter ?? options.filter ?? everything);
      const found = disturbances.look(number, [base, head], () => mayRepeat?.() !== false);
      disturbed = found.disturbed ?? disturbed;
      if (!found.again) return { number, base: base.output, head: head.output, order, disturbed };
    }
  };
  const machine = () => machineReport(run.looks, { pinned, ...disturbances.so() });
  const left = {
    base: leftIn(sides.base.place).profiles,
    head: leftIn(sides.head.place).profiles,
  };
  return { seed, left, runRound, runOn, machine };
}

export interface Watched extends Seen {
  readonly output: SideOutput;
}

/** Runs sides, watching the machine. */
function runner(
  sides: Readonly<Record<SideName, Side>>,
  { run, commands, maxSeconds, keepsPrinted = false, watch, services }: Running,
  pin: number | null,
) {
  const looks: MachineState[] = [];
  const all = commands ?? [{ name: null, base: run, head: run }];
  const longest = all.map((): Record<SideName, number> => ({ base: 0, head: 0 }));
  const one = async (name: SideName, at: number, round: number, filter: string) => {
    const [text, times] = [all[at]?.[name] ?? run, longest[at] ?? { base: 0, head: 0 }];
    const limitSeconds =
      times[name] === 0 ? maxSeconds : Math.max(slackSeconds, slackFactor * times[name]);
    const isFirst = times[name] === 0;
    const served = secondsOfGroups(services);
    const before = lookAtMachine(pin);
    const output = await runSide(sides[name], {
      text,
      round,
      filter,
      pin,
      limitSeconds,
      watch: isFirst && watch !== undefined ? (group) => watch(name, group) : undefined,
      keepsPrinted,
    });
    const after = lookAtMachine(pin);
    looks.push(before, after);
    times[name] = Math.max(times[name], output.wallSeconds);
    const cpus = pin === null ? availableParallelism() : 1;
    const own = output.cpuSeconds + secondsOfGroups(services) - served;
    const other = otherWork(before, after, own, cpus);
    return { name: all[at]?.name ?? null, output, steal: stolen(before, after), other };
  };
  const both = async (order: Order, round: number, filter: string) => {
    const found: Record<SideName, (Watched & { name: string | null })[]> = { base: [], head: [] };
    const names: readonly SideName[] = order === 'base-first' ? ['base', 'head'] : ['head', 'base'];
    for (const at of all.keys()) {
      for (const name of names) found[name].push(await one(name, at, round, filter));
    }
    return { base: merged(found.base), head: merged(found.head) };
  };
  return { looks, both };
}
