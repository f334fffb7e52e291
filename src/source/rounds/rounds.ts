/**
 * Base and head measured in turn on this machine, on one page: a bench is opened, rounds are run
 * and read, and after some of them somebody looks whether it is decided. What a look sees is the
 * gate's business; how a round is run is measure/'s, and what its output is, output.ts's.
 */
import { type Format, filterFor } from '../../formats/benchmarks/index.ts';
import { InputError } from '../../model/error.ts';
import type { Round } from '../../model/run.ts';
import type { Taken } from '../../model/verdict.ts';
import type { Warning } from '../../model/warning.ts';
import { type Bench, type MeasureOptions, openBench, type RoundOutput } from './bench.ts';
import { type Clock, clockOf } from './clock.ts';
import { openInPlace } from './inplace.ts';
import { refuseUsed } from './keep.ts';
import { type Files, type ReaderOptions, type RoundReader, roundReader } from './output.ts';
import { type Live, news, progress } from './progress.ts';
import { areRepeated } from './repeated.ts';

export interface RoundsOptions extends MeasureOptions, ReaderOptions {
  /** Two commands, not two commits: everything is run where the user stands. */
  readonly inPlace?: boolean | undefined;
  /** In place of a line for each round and each benchmark that is decided. */
  readonly live?: Live | undefined;
  /** After how many rounds to look, rising; the last is the most rounds there may be. */
  readonly looks: readonly { readonly after: number }[];
}

/** What is known after some rounds. */
export interface Look {
  /** Benchmarks that need more rounds. */
  readonly open: readonly string[];
  /** Benchmarks that need no more. */
  readonly decided: readonly Decided[];
  /** Nothing is open any more, and no name of a function is looked for. */
  readonly done: boolean;
}

export interface Decided {
  readonly name: string;
  readonly verdict: string;
  readonly text: string;
}

export interface MeasuredRounds {
  readonly rounds: readonly Round[];
  /** Rounds that were thrown away and repeated. */
  readonly repeated: number;
  readonly seed: number;
  /** The base's commit. */
  readonly base: string;
  /** What the base is called, or ''. */
  readonly name: string;
  /** The head is the same commit: what differs was not committed. */
  readonly baseIsHead: boolean;
  /** What was seen of the machine, a sentence each. */
  readonly machine: readonly string[];
  /** What had the machine's CPU in most rounds, or null. */
  readonly taken: Taken | null;
  /** `failed`: a side failed after some rounds, or it was stopped from outside. */
  readonly warnings: readonly Warning[];
  /** Why base and head may not have been two (source/rounds/apart/); no failure, and never a pass. */
  readonly doubts: readonly Warning[];
  readonly stopped: Stopped;
  /** Everything that was read, by side. */
  readonly files: Readonly<Record<'base' | 'head', Files>>;
}

type Stopped = 'decided' | 'enough' | 'max-rounds' | 'max-time' | 'cancelled' | 'failed';

/**
 * Rounds until a look says it is done, the last look was made, or another round would not end within
 * `maxSeconds` (the first is always run; setup does not count but with `setupCounts`). `only` names the benchmarks that are
 * wanted, null all. Stopped by `signal` or by a side that fails after some rounds, it gives what
 * there is, with a warning. Throws InputError when a side cannot be checked out, built, run or
 * read, and the signal's reason, before there is a whole round. No worktree and no process is left
 * in any case.
 */
export async function measureRounds(
  options: RoundsOptions,
  only: readonly string[] | null,
  look: (rounds: readonly Round[]) => Look,
): Promise<MeasuredRounds> {
  if (options.keep !== null) await refuseUsed(options.keep);
  const kept = { ...options, keepsPrinted: options.keep !== null };
  const bench = await (options.inPlace === true ? openInPlace(kept) : openBench(kept));
  try {
    return await roundsOn(bench, options, only ?? [], look);
  } finally {
    await bench.close();
  }
}

type Judging = ReaderOptions & Pick<RoundsOptions, 'looks' | 'live' | 'signal'>;

/** The rounds of `measureRounds` on sides that are open already, and stay so. */
export async function roundsOn(
  bench: Bench,
  options: Judging,
  only: readonly string[],
  look: (rounds: readonly Round[]) => Look,
): Promise<MeasuredRounds> {
  const { log } = options;
  log(opening(bench));
  const reader = roundReader(bench, options);
  const clock = clockOf(bench.maxSeconds);
  const least = options.looks[0]?.after ?? 1;
  const rounds: Round[] = [];
  let last: Look = { open: only, decided: [], done: false };
  let narrow = true;
  let stopped: Stopped | null = null;
  let problem: Error | null = null;
  while (stopped === null) {
    const open = narrow ? last.open : [];
    const filter = filterOf(open, reader.format());
    const mayRepeat = () => {
      clock.lap();
      return clock.fitsAgain(rounds.length, least);
    };
    const found = await nextRound(bench, reader, { filter, signal: options.signal, mayRepeat });
    clock.lap();
    if (found.kind === 'stopped') {
      if (rounds.length === 0) throw found.reason;
      problem = found.reason;
      stopped = options.signal?.aborted ? 'cancelled' : 'failed';
      break;
    }
    if (found.kind === 'nothing' || leftOut(open, found.round)) {
      log('the filter left out benchmarks that it should run: from now on everything is measured');
      narrow = false;
    }
    if (found.kind === 'round') {
      rounds.push(found.round);
      const most = options.looks.at(-1)?.after ?? 0;
      const now = { count: rounds.length, most, last, left: clock.left() };
      if (options.live === undefined) log(progress(found.output, now));
      else options.live.round(now);
      const before: Look = last;
      if (options.looks.some(({ after }) => after === rounds.length)) last = look(rounds);
      const told = options.live === undefined ? news(before.decided, last.decided) : [];
      for (const line of told) log(line);
    }
    stopped = reason(rounds.length, last, options, clock);
  }
  if (stopped === 'cancelled') problem = options.signal?.reason as Error;
  const { repeated, sentences, taken } = bench.machine();
  const { seed, baseCommit: base, baseName: name } = bench;
  return {
    rounds,
    repeated,
    seed,
    base,
    name,
    baseIsHead: bench.ofOneCommit,
    machine: sentences,
    taken,
    warnings: [
      ...(problem === null ? [] : [endedBy(problem, rounds.length)]),
      ...(bench.identical ? [withItself] : []),
      ...(areRepeated(rounds) ? [sameTimes] : []),
    ],
    doubts: bench.identical ? [] : await bench.doubts(),
    stopped,
    files: reader.files,
  };
}

/** A trial of the machine; never the clearing of a suspicion. */
const withItself: Warning = {
  kind: 'unmeasured',
  message: 'base and head are the same code: this compares the machine with itself',
};

const sameTimes: Warning = {
  kind: 'unmeasured',
  message:
    'every round printed the same times on both sides, to the last digit: nothing was measured; is it the output of a cache or of an old file?',
};

const endedBy = (problem: Error, count: number): Warning => ({
  kind: 'unmeasured',
  message: `${problem.message} (after ${count} ${count === 1 ? 'round' : 'rounds'})`,
});

type Outcome =
  | { readonly kind: 'round'; readonly round: Round; readonly output: RoundOutput }
  /** A filter left both sides without a single result. */
  | { readonly kind: 'nothing' }
  | { readonly kind: 'stopped'; readonly reason: Error };

/** Half a round is no round. */
async function nextRound(
  bench: Bench,
  reader: RoundReader,
  {
    filter,
    signal,
    mayRepeat,
  }: { filter: string | null; signal?: AbortSignal | undefined; mayRepeat: () => boolean },
): Promise<Outcome> {
  try {
    signal?.throwIfAborted();
    const output = await bench.runRound(filter, mayRepeat);
    const round = await reader.read(output, filter !== null);
    return round === null ? { kind: 'nothing' } : { kind: 'round', round, output };
  } catch (error) {
    const expected = signal?.aborted || error instanceof InputError;
    if (expected && error instanceof Error) return { kind: 'stopped', reason: error };
    throw error;
  }
}

/** Only what is open is run again, where the tool takes a filter; null for everything. */
function filterOf(open: readonly string[], format: Format | null): string | null {
  if (open.length === 0 || format === null) return null;
  return filterFor(format, open);
}

/** A tool may read the filter differently from us; a benchmark that waits for it would wait forever. */
function leftOut(open: readonly string[], { base, head }: Round): boolean {
  const ran = new Set([...base.series, ...head.series].map((series) => series.benchmark));
  return open.some((name) => !ran.has(name));
}

function reason(
  count: number,
  last: Look,
  { looks, signal, live }: Judging,
  clock: Clock,
): Stopped | null {
  if (last.done && last.open.length === 0) return 'decided';
  if (signal?.aborted) return 'cancelled';
  if (last.done || count >= (looks.at(-1)?.after ?? 0)) return 'max-rounds';
  if (live?.enough() === true && count > 0) return 'enough';
  return clock.fits() ? null : 'max-time';
}

function opening({ baseCommit, headCommit, changed, seed }: Bench): string {
  if (baseCommit === '') return `two commands in turn, in this directory; seed ${seed}`;
  const files = changed === 1 ? 'one file' : `${changed} files`;
  const also = changed === 0 ? '' : ` with ${files} not as committed`;
  return `base ${baseCommit.slice(0, 12)}, head ${headCommit.slice(0, 12)}${also}; seed ${seed}`;
}
