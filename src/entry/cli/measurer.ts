/** What `measure` and `gate --run` share: flags become a measurement on this machine. */
import { resolve } from 'node:path';
import { type CountedBenchmarks, counterHere, countHere, refuse } from '../../flow/counting.ts';
import type { SharedMeasurer } from '../../flow/gate.ts';
import { countThresholdOf } from '../../flow/judgement.ts';
import { withSuspects } from '../../flow/remeasure.ts';
import { formatOf } from '../../formats/benchmarks/read.ts';
import { type EventKind, eventKinds } from '../../model/counts.ts';
import { InputError } from '../../model/error.ts';
import type { InputFile } from '../../model/run.ts';
import { logLine } from '../../report/escape.ts';
import { type Config, maxTimeOf, parseWord, readOptions } from '../../settings/config.ts';
import { heeding } from '../../source/rounds/interrupt.ts';
import { environmentHere } from '../../source/rounds/machine.ts';
import type { FixedWork } from '../../source/rounds/presets/fixed/fixed.ts';
import { completed } from '../../source/rounds/presets/given/typed.ts';
import {
  type Look,
  type MeasuredRounds,
  measureRounds,
  type RoundsOptions,
} from '../../source/rounds/rounds.ts';
import { looks } from '../../stats/spending.ts';
import { type Flags, rowOptions } from './flags.ts';

type LookHere = (...rounds: Parameters<Parameters<typeof measureRounds>[2]>) => Look;

export interface Here {
  readonly looks: ReturnType<typeof looks>;
  /** `more` is what the command needs beside the flags. */
  readonly measure: (
    only: readonly string[] | null,
    look: LookHere,
    more?: Partial<RoundsOptions>,
  ) => Promise<MeasuredRounds>;
  /** Where nobody gave a command: the suspects, run as a preset has it, and counted before. */
  readonly suspects: SharedMeasurer['during'];
  /** Counts in place of rounds. Throws InputError where nothing counts, or the work is not fixed. */
  readonly count: (work: FixedWork, more: Partial<RoundsOptions>) => Promise<CountedBenchmarks>;
  /** 130 after Ctrl-C, 143 after SIGTERM; null when nothing stopped it. */
  readonly interrupted: () => number | null;
}

/** What the head measured, as far as measuring it again needs it. */
export interface HeadFiles {
  readonly benchmarks: readonly InputFile[];
  readonly commit: string;
}

/** Throws InputError for a seed that is none. Progress goes to standard error. */
export function measurerHere(flags: Flags, config: Config, head: HeadFiles): Here {
  const plan = looks(config.maxRounds);
  const seed = flags.seed === undefined ? undefined : parseSeed(flags.seed);
  const { run } = flags;
  let status: number | null = null;
  const options = {
    directory: process.cwd(),
    against: config.against,
    ...pullRequest(process.env),
    seed,
    pin: flags.pin,
    maxSeconds: maxTimeOf(config, run !== undefined),
    env: process.env,
    log: (line: string) => process.stderr.write(`${logLine(line)}\n`),
    looks: plan,
    environment: environmentHere(),
    tables: { ...readOptions(config), ...rowOptions(flags) },
    redact: config.redact,
    workspace: process.env.GITHUB_WORKSPACE,
    timeCommand: flags.timeCommand,
    keep: flags.keep === undefined ? null : resolve(flags.keep),
  };
  const heed = <T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> =>
    heeding(work, (found) => {
      status ??= found;
    });
  return {
    looks: plan,
    interrupted: () => status,
    measure: (only, look, more = {}) =>
      heed(async (signal) => {
        const commands = { setup: flags.setup ?? null, run: run ?? '' };
        const [first] = head.benchmarks;
        // What is run again prints what was printed before.
        const format =
          first === undefined ? null : await formatOf(first, { format: config.format });
        const asked = await completed({ ...options, ...commands, signal, format, ...more });
        return measureRounds(asked, only, look);
      }),
    count: (work, more) =>
      heed(async (signal) => {
        const all = { ...options, setup: flags.setup ?? null, run: run ?? '', signal, ...more };
        const { log } = options;
        const { alpha } = config;
        const threshold = countThresholdOf(config);
        refuse(work);
        const events = eventsOf(flags.countEvents);
        const counter = await counterHere(all, events);
        return countHere(all, { counter, work, alpha, threshold, events, log, signal });
      }),
    suspects: (work) => heed((signal) => withSuspects({ ...options, signal }, head, config, work)),
  };
}

/** In a GitHub job the checkout is a merge that GitHub made, and the base branch has a name. */
function pullRequest(env: Readonly<Record<string, string | undefined>>) {
  const merge = /^refs\/pull\/\d+\/merge$/.test(env.GITHUB_REF ?? '');
  return {
    pullMerge: merge ? env.GITHUB_SHA : undefined,
    baseBranch: env.GITHUB_BASE_REF || undefined,
  };
}

function eventsOf(list: string | undefined): EventKind[] {
  if (list === undefined) return [];
  const words = list.split(',').map((word) => word.trim());
  return words.map((word) => parseWord(word, eventKinds, '--count-events'));
}

function parseSeed(text: string): number {
  const seed = Number(text.trim() === '' ? Number.NaN : text);
  if (Number.isInteger(seed) && seed >= 0 && seed < 2 ** 32) return seed;
  throw new InputError(`--seed ${text} must be a whole number below 4294967296`);
}
