/**
 * Suspects measured again where nobody gave a command (`confirm: auto`): the tool's preset and the
 * bench's rounds, for both entries. Whatever is in the way of rounds is an InputError whose message says
 * so; counts, which are only tried before them, say it to the log. What it means for the verdict is gate.ts.
 */
import { formatOf } from '../formats/benchmarks/read.ts';
import { InputError } from '../model/error.ts';
import { benchmarkKey } from '../model/keys.ts';
import type { InputFile } from '../model/run.ts';
import { openBench } from '../source/rounds/bench.ts';
import { gitIn, outsideGit } from '../source/rounds/git.ts';
import { checkoutAt, prepareTree, presetFor, type Wanted } from '../source/rounds/presets/index.ts';
import { baseCommit, headCommit } from '../source/rounds/revision.ts';
import {
  type Look,
  type MeasuredRounds,
  measureRounds,
  type RoundsOptions,
} from '../source/rounds/rounds.ts';
import { duration, plural } from '../text/numbers.ts';
import {
  type CountedBenchmarks,
  type CountPlan,
  counterHere,
  countSides,
  rowsOf,
} from './counting.ts';

export type Circumstances = Omit<
  RoundsOptions,
  'setup' | 'run' | 'format' | 'prepare' | 'setupCounts'
>;

interface AskedHere {
  readonly only: readonly string[] | null;
  readonly wanted: Wanted;
  readonly look: (rounds: RoundsArgument) => Look;
}

interface HeadFiles {
  readonly benchmarks: readonly InputFile[];
  readonly commit: string;
}

/** Suspects of these files on this machine: rounds get the time that counting left. */
export function suspectsHere(of: HeadFiles) {
  let spent = 0;
  const left = (options: Circumstances): Circumstances => ({
    ...options,
    maxSeconds: Math.max(1, options.maxSeconds - spent),
  });
  return {
    count: async (
      options: Circumstances,
      ...how: [Wanted, Pick<CountPlan, 'alpha' | 'threshold'>]
    ) => {
      const start = performance.now();
      try {
        return await countWanted(options, of, ...how);
      } finally {
        spent += (performance.now() - start) / 1000;
      }
    },
    measure: (options: Circumstances, asked: AskedHere) => measureWanted(left(options), of, asked),
  };
}

/**
 * Rounds of what is wanted, by the tool whose output `benchmarks` are. `maxSeconds` is for all of it.
 * `commit` is what was measured, '' where nobody said. Null outside of a repository, and where base and head
 * are one commit. Throws InputError.
 */
async function measureWanted(
  options: Circumstances,
  of: HeadFiles,
  asked: AskedHere,
): Promise<MeasuredRounds | null> {
  const start = performance.now();
  const checkout = await checkoutAt(options);
  if (checkout === null) return null;
  const commits = await commitsOf(options, of.commit);
  if (commits === null) return null;
  const format = await formatIn(of.benchmarks);
  const seconds = options.maxSeconds;
  const preset = await presetFor(format, asked.wanted, checkout, seconds);
  if ('cannot' in preset) throw new InputError(preset.cannot);
  const count = new Set(asked.wanted.suspects.map((row) => benchmarkKey(row))).size;
  options.log(
    `Measuring ${count} ${count === 1 ? 'suspect' : 'suspects'} again, base ${commits.base.slice(0, 12)} and head ${commits.head.slice(0, 12)} on this machine, for at most ${duration(seconds).replace(/m00s$/, 'm')}: ${preset.says}`,
  );
  return measureRounds(
    {
      ...options,
      // The top: a preset's paths are of the repository.
      directory: checkout.top,
      against: commits.base,
      setup: preset.setup,
      run: preset.run,
      prepare: (side) => prepareTree(preset, checkout.top, side),
      env: { ...options.env, ...preset.env },
      maxSeconds: Math.max(1, seconds - (performance.now() - start) / 1000),
      setupCounts: true,
      format,
    },
    asked.only,
    asked.look,
  );
}

/** Node takes no longer one. */
const longestTimer = 2 ** 31 - 1;

/** Of the time that there is; the rest is for rounds. */
const shareOfCounts = 1 / 3;

/**
 * The instructions of what is wanted, by the same tool, with the names of its output. Null where nothing counts,
 * the work cannot be fixed, the two sides may be one, or anything fails: the rounds that follow say why.
 */
async function countWanted(
  options: Circumstances,
  of: HeadFiles,
  wanted: Wanted,
  how: Pick<CountPlan, 'alpha' | 'threshold'>,
): Promise<CountedBenchmarks | null> {
  const seconds = options.maxSeconds * shareOfCounts;
  const time = AbortSignal.timeout(Math.min(longestTimer, Math.ceil(seconds * 1000)));
  const signal = options.signal === undefined ? time : AbortSignal.any([options.signal, time]);
  try {
    const found = await countSuspects({ ...options, signal, maxSeconds: seconds }, of, wanted, how);
    // What was counted before it was stopped is no reason to go on with rounds.
    options.signal?.throwIfAborted();
    return found;
  } catch (error) {
    options.signal?.throwIfAborted();
    if (!time.aborted && !(error instanceof InputError)) throw error;
    const why = time.aborted ? `${duration(seconds)} were too short` : (error as Error).message;
    options.log(`No instructions counted: ${why}`);
    return null;
  }
}

async function countSuspects(
  options: Circumstances & { readonly signal: AbortSignal },
  of: HeadFiles,
  wanted: Wanted,
  how: Pick<CountPlan, 'alpha' | 'threshold'>,
): Promise<CountedBenchmarks | null> {
  // Nobody asked for counts: that nothing counts here is no news.
  const counter = await counterHere(options).catch(nothingCounts);
  const checkout = counter === null ? null : await checkoutAt(options);
  const commits = checkout === null ? null : await commitsOf(options, of.commit);
  if (counter === null || checkout === null || commits === null) return null;
  const preset = await presetFor(
    await formatIn(of.benchmarks),
    wanted,
    checkout,
    options.maxSeconds,
  );
  if ('cannot' in preset || preset.counts === undefined) return null;
  const { setup, work, filter, nameOf } = preset.counts;
  const names = new Map(wanted.suspects.map((row) => [benchmarkKey(row), row]));
  options.log(
    `Counting the instructions of ${plural(names.size, 'suspect')} with ${counter.name}, for at most ${duration(options.maxSeconds)}`,
  );
  const bench = await openBench({
    ...options,
    directory: checkout.top,
    against: commits.base,
    setup,
    run: '',
    filter,
    prepare: (side) => prepareTree(preset, checkout.top, side),
    env: { ...options.env, ...preset.env },
    setupCounts: true,
  });
  try {
    const { log, signal } = options;
    const found = await countSides(bench, { counter, work, ...how, log, signal });
    const doubts = await bench.doubts();
    // As in rounds: what is only told forbids no pass.
    if (bench.identical || doubts.some(({ kind }) => kind === 'unmeasured')) return null;
    const named = [...names.values()].flatMap((row) => {
      const name = nameOf(row);
      const at = found.benchmarks.findIndex(
        ({ package: path, benchmark }) => path === row.package && benchmark === name,
      );
      const counted = found.benchmarks[at];
      return counted === undefined
        ? []
        : [{ counted: { ...counted, benchmark: row.benchmark }, costs: found.costs[at] ?? null }];
    });
    const benchmarks = named.map(({ counted }) => counted);
    const costs = named.map((of) => of.costs);
    for (const { message } of [...found.warnings, ...doubts]) log(message);
    return { ...found, benchmarks, costs, rows: rowsOf(benchmarks, how.threshold) };
  } finally {
    await bench.close();
  }
}

function nothingCounts(error: unknown): null {
  if (!(error instanceof InputError)) throw error;
  return null;
}

type RoundsArgument = Parameters<Parameters<typeof measureRounds>[2]>[0];

/**
 * Which commits will be measured; refused before anything is checked out or built. Null where they are the
 * same: the files may be anybody's, and nobody asked.
 */
async function commitsOf(options: Circumstances, measured: string) {
  const git = gitIn(options.directory, outsideGit(options.env), options.signal);
  const head = await headCommit(git);
  if (/^[0-9a-f]{7,64}$/.test(measured) && !head.startsWith(measured)) {
    throw new InputError(
      `${measured.slice(0, 12)} was measured, and ${head.slice(0, 12)} is checked out here`,
    );
  }
  const base = await baseCommit(git, head, options);
  return base === head ? null : { base, head };
}

/** The one format of all files, or null. Two tools would need two commands. */
async function formatIn(files: readonly InputFile[]) {
  const formats = new Set(await Promise.all(files.map(formatOf)));
  if (formats.size > 1) throw new InputError('the benchmark files are of several tools');
  return [...formats][0] ?? null;
}
