/**
 * Suspects measured again where nobody gave a command (`confirm: auto`): the tool's preset and the
 * bench's rounds, for both entries. Whatever is in the way of rounds is an InputError whose message says
 * so; counts, which are only tried before them, say it to the log. What it means for the verdict is gate.ts.
 */
import { formatOf } from '../formats/benchmarks/read.ts';
import { InputError } from '../model/error.ts';
import { benchmarkKey } from '../model/keys.ts';
import type { InputFile } from '../model/run.ts';
import type { Config } from '../settings/config.ts';
import { openBench, type Sides } from '../source/rounds/bench.ts';
import { gitIn, outsideGit } from '../source/rounds/git.ts';
import { refuseUsed } from '../source/rounds/keep.ts';
import {
  type Checkout,
  checkoutAt,
  type Preset,
  prepareTree,
  presetFor,
} from '../source/rounds/presets/index.ts';
import { baseCommit, headCommit } from '../source/rounds/revision.ts';
import { type MeasuredRounds, type RoundsOptions, roundsOn } from '../source/rounds/rounds.ts';
import type { PlannedLook } from '../stats/spending.ts';
import { duration, plural } from '../text/numbers.ts';
import {
  type CountedBenchmarks,
  type CountPlan,
  counterHere,
  countSides,
  rowsOf,
} from './counting.ts';
import type { Measurer, ToCount, Wanted } from './gate.ts';
import type { LookAt } from './measure.ts';

export interface Circumstances
  extends Omit<RoundsOptions, 'setup' | 'run' | 'format' | 'prepare' | 'setupCounts'> {
  readonly looks: readonly PlannedLook[];
}

interface HeadFiles {
  readonly benchmarks: readonly InputFile[];
  /** What was measured; '' where nobody said. */
  readonly commit: string;
}

/** Of the gate's settings: how sure counts must be, and whether there are to be any. */
type Counts = Pick<Config, 'alpha' | 'count'>;

/**
 * Suspects of the head's files measured on this machine as `work` asks, by the tool whose output the files are.
 * Base and head are built once, when they are first needed, for counts and rounds; they are gone when `work` ends,
 * and `maxSeconds` is for everything. `measure` gives null outside of a repository and where base and head are one
 * commit. `count` gives null where nothing counts, the work cannot be fixed, the two sides may be one, or anything
 * fails: the rounds that follow say why.
 */
export async function withSuspects<T>(
  options: Circumstances,
  files: HeadFiles,
  { alpha, count }: Counts,
  work: (measurer: Measurer) => Promise<T>,
): Promise<T> {
  const sides = openOnce(options, files);
  try {
    return await work({
      looks: options.looks,
      isUnasked: true,
      measure: (only, look, wanted) => measureWanted(sides, { only, look, wanted }),
      count:
        count === 'false'
          ? undefined
          : (wanted, threshold) => countWanted(sides, wanted, { alpha, threshold }),
    });
  } finally {
    await sides.close();
  }
}

interface AskedHere {
  readonly only: readonly string[] | null;
  readonly wanted: Wanted;
  readonly look: LookAt;
}

type CountHow = Pick<CountPlan, 'alpha' | 'threshold'>;

type Here = ReturnType<typeof openOnce>;

/** Where things are, and the two sides; what failed once is not tried again. */
function openOnce(options: Circumstances, files: HeadFiles) {
  const start = performance.now();
  const left = () => Math.max(1, options.maxSeconds - (performance.now() - start) / 1000);
  let found: ReturnType<typeof placeOf> | null = null;
  let opened: Promise<Sides> | null = null;
  const place = () => {
    found ??= placeOf(options, files);
    return found;
  };
  const open = ({ checkout, commits }: Place, preset: Preset) => {
    opened ??= openBench({
      ...options,
      // The top: a preset's paths are of the repository.
      directory: checkout.top,
      against: commits.base,
      setup: preset.counts?.setup ?? preset.setup,
      run: preset.run,
      prepare: (side) => prepareTree(preset, checkout.top, side),
      env: { ...options.env, ...preset.env },
      maxSeconds: left(),
      setupCounts: true,
    });
    return opened;
  };
  const close = async () => {
    const sides = await opened?.catch(() => null);
    opened = null;
    await sides?.close();
  };
  return { options, left, place, open, close };
}

interface Place {
  readonly checkout: Checkout;
  readonly commits: { readonly base: string; readonly head: string };
  readonly format: string | null;
}

/** Refused before anything is checked out or built. */
async function placeOf(options: Circumstances, files: HeadFiles) {
  const checkout = await checkoutAt(options);
  const commits = checkout === null ? null : await commitsOf(options, files.commit);
  if (checkout === null || commits === null) return null;
  return {
    checkout,
    commits,
    format: await formatIn(files.benchmarks, options.tables.benchmarkFormat),
  };
}

async function measureWanted(
  { options, left, place, open }: Here,
  { only, wanted, look }: AskedHere,
): Promise<MeasuredRounds | null> {
  const { log, keep } = options;
  const seconds = left();
  const at = await place();
  if (at === null) return null;
  const { checkout, commits, format } = at;
  const preset = await presetFor(format, wanted, checkout, seconds);
  if ('cannot' in preset) throw new InputError(preset.cannot);
  if (keep !== null) await refuseUsed(keep);
  const count = new Set(wanted.suspects.map((row) => benchmarkKey(row))).size;
  log(
    `Measuring ${count} ${count === 1 ? 'suspect' : 'suspects'} again, base ${commits.base.slice(0, 12)} and head ${commits.head.slice(0, 12)} on this machine, for at most ${duration(seconds).replace(/m00s$/, 'm')}: ${preset.says}`,
  );
  const sides = await open(at, preset);
  const { run } = preset;
  const use = { run, keepsPrinted: keep !== null, signal: options.signal };
  const bench = sides.using({ ...use, maxSeconds: left() });
  return roundsOn(bench, { ...options, run, format }, only ?? [], look);
}

/** Node takes no longer one. */
const longestTimer = 2 ** 31 - 1;

/** Of the time that there is; the rest is for rounds. */
const shareOfCounts = 1 / 3;

async function countWanted(
  opened: Here,
  wanted: ToCount,
  how: CountHow,
): Promise<CountedBenchmarks | null> {
  const { options } = opened;
  const seconds = options.maxSeconds * shareOfCounts;
  const time = AbortSignal.timeout(Math.min(longestTimer, Math.ceil(seconds * 1000)));
  const signal = options.signal === undefined ? time : AbortSignal.any([options.signal, time]);
  try {
    const found = await countSuspects(opened, { wanted, how, signal, seconds });
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

interface Counting {
  readonly wanted: ToCount;
  readonly how: CountHow;
  readonly signal: AbortSignal;
  readonly seconds: number;
}

async function countSuspects(
  { options, left, place, open, close }: Here,
  { wanted, how, signal, seconds }: Counting,
): Promise<CountedBenchmarks | null> {
  const { log } = options;
  // Nobody asked for counts: that nothing counts here is no news.
  const counter = await counterHere(options).catch(nothingCounts);
  const at = counter === null ? null : await place();
  if (counter === null || at === null) return null;
  const preset = await presetFor(at.format, wanted, at.checkout, seconds);
  if ('cannot' in preset || preset.counts === undefined) return null;
  const { work, filter, nameOf } = preset.counts;
  const names = new Map(wanted.suspects.map((row) => [benchmarkKey(row), row]));
  log(
    `Counting the instructions of ${plural(names.size, 'suspect')} with ${counter.name}, for at most ${duration(seconds)}`,
  );
  const later = { ...wanted, suspects: wanted.later };
  const isAll = wanted.later.length === wanted.suspects.length;
  const all = isAll ? preset : await presetFor(at.format, later, at.checkout, left());
  // Building is in the time of counting, but is not stopped for it: rounds need it, too.
  const sides = await open(at, 'cannot' in all ? preset : all);
  signal.throwIfAborted();
  const maxSeconds = Math.max(1, left() + seconds - options.maxSeconds);
  const bench = sides.using({ run: preset.run, filter, signal, maxSeconds });
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
  const costs = named.map((item) => item.costs);
  for (const { message } of [...found.warnings, ...doubts]) log(message);
  // Rounds of fewer may be possible all the same, and of others than these.
  if ('cannot' in all) await close();
  return { ...found, benchmarks, costs, rows: rowsOf(benchmarks, how.threshold) };
}

function nothingCounts(error: unknown): null {
  if (!(error instanceof InputError)) throw error;
  return null;
}

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
async function formatIn(files: readonly InputFile[], format: string | undefined) {
  const formats = new Set(await Promise.all(files.map((file) => formatOf(file, { format }))));
  if (formats.size > 1) throw new InputError('the benchmark files are of several tools');
  return [...formats][0] ?? null;
}
