/**
 * What the two sides of a round left behind becomes two Runs: which tool's output it is, which files
 * count, what is cut from them, where they are kept. When a round is run is rounds.ts.
 */
import { join } from 'node:path';
import type { Format } from '../../formats/benchmarks/index.ts';
import {
  type BenchmarkOptions,
  formatOf,
  isEmpty,
  readBenchmarks,
} from '../../formats/benchmarks/read.ts';
import { seenFrom } from '../../formats/benchmarks/seenfrom.ts';
import { refuseUnread, unreadTool } from '../../formats/benchmarks/unread.ts';
import { foreignReader } from '../../formats/profiles/foreign.ts';
import { InputError } from '../../model/error.ts';
import type { Environment, InputFile, Redaction, Round, Run } from '../../model/run.ts';
import type { Redact } from '../../settings/redact.ts';
import { type RunOptions, readRun, redactFiles } from '../files/collect.ts';
import type { Bench, RoundOutput, SideOutput } from './bench.ts';
import { commandName, commandTimes } from './commandtimes.ts';
import { lastLinesOf } from './failure.ts';
import { keepFiles } from './keep.ts';
import type { SideName } from './tree.ts';

export interface ReaderOptions {
  readonly run: string;
  /** The format of the output where it is known before: filters differ by tool. */
  readonly format: Format | null;
  /** The command's own times are compared, whatever it prints. */
  readonly timeCommand?: boolean | undefined;
  readonly environment: Environment;
  readonly tables: RunOptions;
  /** What is cut from files, beside the worktrees' own directories; null for nothing at all. */
  readonly redact: Redact | null;
  /** The checkout on a runner, cut as well. */
  readonly workspace?: string | undefined;
  /** Where the files of each round are kept, or null. */
  readonly keep: string | null;
  readonly log: (line: string) => void;
}

/** Everything that was read of one side. */
export interface Files {
  readonly commit: string;
  readonly benchmarks: readonly InputFile[];
  readonly profiles: readonly InputFile[];
  /** How much was removed from them. */
  readonly redaction?: Redaction | undefined;
}

export interface RoundReader {
  readonly files: Readonly<Record<SideName, Files>>;
  /** Null while it is not known, and for a command that prints no benchmarks. */
  readonly format: () => Format | null;
  /**
   * Null where a filter was set and neither side measured anything under it. Throws InputError;
   * nothing of such a round is among the files then.
   */
  readonly read: (output: RoundOutput, isFiltered: boolean) => Promise<Round | null>;
}

/** Output of rounds to Runs. What kind of output it is, the first round says for all. */
export function roundReader(bench: Bench, options: ReaderOptions): RoundReader {
  const files = { base: noFiles(bench.baseCommit), head: noFiles(bench.headCommit) };
  const { environment, tables } = options;
  const forced = options.timeCommand === true;
  let kind: Kind | null = null;
  let isShown = false;
  const runOf = (found: Found, commit: string): Promise<Run> =>
    readRun({ ...found, commit, time: new Date().toISOString(), environment }, tables);
  const cut = (found: Found, side: SideName) => {
    const tree = bench.trees[side];
    const profiles = found.profiles.map((input) => withoutTree(input, tree));
    const redact = withTree(options.redact, tree);
    const benchmarks = found.benchmarks.map((input) => seenFrom(input, tree));
    return redactFiles({ benchmarks, profiles }, redact, options.workspace);
  };
  return {
    files,
    format: () => {
      if (forced) return null;
      if (kind === null) return options.format;
      return kind.kind === 'benchmarks' ? kind.format : null;
    },
    read: async ({ number, ...output }, isFiltered) => {
      const expected = kind === null ? options.format !== null : kind.kind === 'benchmarks';
      const benchmarks = expected && !forced;
      const as = { format: tables.benchmarkFormat };
      const bare = { base: await isBare(output.base, as), head: await isBare(output.head, as) };
      // Of one side alone it is what was measured, or a failure; of both, what the tool makes of the filter.
      if (isFiltered && benchmarks && bare.base && bare.head) return null;
      kind ??= forced
        ? timesOf(output.base, output.head)
        : await kindOf(output.base, output.head, as);
      const known = kind;
      const name = (side: SideName) => `${side}/round-${number}`;
      const found = (side: SideName) =>
        foundIn(output[side], bare[side], known, options, name(side));
      const base = await cut(found('base'), 'base');
      const head = await cut(found('head'), 'head');
      if (options.keep !== null) {
        await keepFiles(
          options.keep,
          [base, head].flatMap((item) => [...item.benchmarks, ...item.profiles]),
        );
        for (const side of ['base', 'head'] as const) {
          // Beside the files, which can be compared again with `flamegate diff DIR/base DIR/head`.
          const { printed } = output[side];
          const { benchmarks } = await cut({ benchmarks: printed, profiles: [] }, side);
          await keepFiles(join(options.keep, 'printed', name(side)), benchmarks);
        }
      }
      const round = {
        base: await runOf(base, bench.baseCommit),
        head: await runOf(head, bench.headCommit),
      };
      add(files.base, base);
      add(files.head, head);
      if (!isShown && isOneSided(round)) {
        isShown = true;
        show(output.base, name('base'), options.log);
        show(output.head, name('head'), options.log);
      }
      return round;
    },
  };
}

type Found = Pick<SideOutput, 'benchmarks' | 'profiles'>;

/** A worktree is ours and gone afterwards: files in it are named as in the repository. */
const withTree = (redact: Redact | null, tree: string): Redact | null =>
  redact === null ? null : { ...redact, paths: [...redact.paths, tree] };

/** Other tools put paths into names of functions, and one with the worktree in it has no other side. */
function withoutTree(input: InputFile, tree: string): InputFile {
  const bytes = Buffer.from(input.bytes.buffer, input.bytes.byteOffset, input.bytes.length);
  if (!bytes.includes(`${tree}/`) || foreignReader(bytes) === null) return input;
  // One character a byte: what is not UTF-8 comes out as it went in.
  const prefix = Buffer.from(`${tree}/`).toString('latin1');
  const text = bytes.toString('latin1').replaceAll(prefix, '');
  return { ...input, bytes: Buffer.from(text, 'latin1') };
}

interface Growing extends Files {
  readonly benchmarks: InputFile[];
  readonly profiles: InputFile[];
  redaction: { -readonly [K in keyof Redaction]: number } | undefined;
}

const noFiles = (commit: string): Growing => ({
  commit,
  benchmarks: [],
  profiles: [],
  redaction: undefined,
});

function add(files: Growing, found: Awaited<ReturnType<typeof redactFiles>>): void {
  files.benchmarks.push(...found.benchmarks);
  files.profiles.push(...found.profiles);
  if (found.redaction === undefined) return;
  if (files.redaction === undefined) files.redaction = { ...found.redaction };
  else {
    for (const what of Object.keys(found.redaction) as (keyof Redaction)[]) {
      files.redaction[what] += found.redaction[what];
    }
  }
}

/** What a command's output is: benchmarks, or nothing that is read, and then its times are. */
type Kind =
  | { readonly kind: 'benchmarks'; readonly format: Format }
  | { readonly kind: 'command'; readonly cpu: boolean };

/** Shells tell CPU time in milliseconds: below this a step of one is 5 %. */
const leastCpuSeconds = 0.02;

/** Whether nothing that a side wrote is a result. */
async function isBare({ benchmarks }: SideOutput, as: BenchmarkOptions): Promise<boolean> {
  return (await Promise.all(benchmarks.map((file) => isEmpty(file, as)))).every(Boolean);
}

async function kindOf(base: SideOutput, head: SideOutput, as: BenchmarkOptions): Promise<Kind> {
  const all = [...base.benchmarks, ...head.benchmarks];
  const formats = await Promise.all(all.map((file) => formatOf(file, as)));
  const format = formats.find((word) => word !== null);
  if (format !== undefined && format !== null) {
    if ((base.times?.length ?? 0) < 2) return { kind: 'benchmarks', format };
    throw new InputError(
      'the command prints benchmarks, which have names of their own: --vary is for commands whose time is measured',
    );
  }
  // What was meant to be read, or is another tool's, must not end as the time of the command.
  if (base.isWritten || head.isWritten) await readBenchmarks(all, as);
  for (const side of [base, head]) refuseResults(side);
  return timesOf(base, head);
}

const timesOf = (base: SideOutput, head: SideOutput): Kind => ({
  kind: 'command',
  cpu: [base, head].every(hasCpuTime),
});

function refuseResults({ benchmarks, errors }: SideOutput): void {
  for (const input of benchmarks) refuseUnread(input, errors);
}

const hasCpuTime = (output: SideOutput): boolean =>
  (output.times ?? [output]).every(
    (one: { readonly cpuSeconds: number }) => one.cpuSeconds >= leastCpuSeconds,
  );

function foundIn(
  output: SideOutput,
  isBare: boolean,
  kind: Kind,
  options: ReaderOptions,
  name: string,
): Found {
  const { profiles } = output;
  if (kind.kind === 'command') {
    if (options.timeCommand !== true) {
      if (output.isWritten || !isBare) {
        throw new InputError(`${name}: benchmark output, where the first round had none`);
      }
      refuseResults(output);
    }
    const times = output.times ?? [{ ...output, name: commandName(options.run) }];
    return { benchmarks: [commandTimes(times, kind.cpu, `${name}/times.txt`)], profiles };
  }
  if (!isBare) return output;
  show(output, name, options.log);
  const told = output.benchmarks.map(unreadTool).find((tool) => tool !== null);
  throw new InputError(
    `${name}: ${told ?? 'no benchmark result where another run had some; the log has what it printed'}`,
  );
}

/** What explains itself in the output: a benchmark that one side lacks, a test that failed. */
function isOneSided({ base, head }: Round): boolean {
  const failed = [base, head].some((run) => run.warnings.some(({ kind }) => kind === 'failed'));
  return failed || lacks(base, head) || lacks(head, base);
}

function lacks(run: Run, other: Run): boolean {
  const names = new Set(run.series.map(({ benchmark }) => benchmark));
  return other.series.some(({ benchmark }) => !names.has(benchmark));
}

function show(output: SideOutput, name: string, log: (line: string) => void): void {
  const printed = output.benchmarks.flatMap(({ bytes }) => lastLinesOf(bytes));
  log(`${name} printed${printed.length === 0 ? ' nothing' : ':'}`);
  for (const line of printed) log(`    ${line}`);
  if (output.errors.length > 0) log(`${name} printed to standard error:`);
  for (const line of output.errors) log(`    ${line}`);
}
