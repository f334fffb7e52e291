/**
 * The data sets, each as clean pull requests of a suite of some size. Life draws the stored runs: those
 * of the head's machine that came just before it. Nothing is shuffled but which benchmarks make a suite.
 */
import { centre } from './centre.ts';
import { asClean, type Clean, cleanOf, measured } from './clean.ts';
import { gofiberFile, type Replay, readGofiber, replays, type StoredRun } from './gofiber.ts';
import type { Job } from './pullrequest.ts';
import { type Random, random } from './random.ts';
import { type Passes, type Recorded, readRecorded } from './recorded.ts';
import { parameters, quietHost, roundsOf, simulate } from './simulate.ts';

export const seed = 20261121;

/** The most stored runs that any table asks for. */
const mostRuns = 31;

export type DataName = 'gofiber' | 'simulator' | 'quiet host' | 'quiet' | 'loaded' | 'two passes';

/** A part of the work, for one worker. */
export interface Part {
  readonly part: number;
  readonly of: number;
  /** A smoke run: a few pull requests of each. */
  readonly quick: boolean;
}

/** A suite of all the benchmarks that there are. */
export const all = 400;

export const dataNames: readonly DataName[] = [
  'gofiber',
  'simulator',
  'quiet',
  'loaded',
  'two passes',
];

/** Sizes of suite that the data have. */
export const suites = (data: DataName): readonly number[] =>
  data === 'quiet host'
    ? [5, 12, 100]
    : data === 'gofiber' || data === 'simulator'
      ? [5, 12, 100, all]
      : [5, 12, all];

export const suiteName = (data: DataName, suite: number): string =>
  suite === all && data !== 'simulator' ? 'all' : String(suite);

export function cleans(data: DataName, suite: number, part: Part): Iterable<Clean> {
  switch (data) {
    case 'gofiber':
      return real(suite, part);
    case 'simulator':
      return simulated(suite, part, parameters);
    case 'quiet host':
      return simulated(suite, part, quietHost);
    case 'quiet':
    case 'loaded':
      return recorded(data, suite, part, (of) => of.passes.map((pass) => [pass]));
    case 'two passes':
      return recorded('loaded', suite, part, (of) => [of.passes]);
  }
}

/** How many suites of one head run: more of the small ones tell more, though less and less. */
const mostSuites = 15;

function* real(suite: number, part: Part): Generator<Clean> {
  for (const [i, replay] of gofiber().entries()) {
    if (i % part.of !== part.part || (part.quick && i % 16 > 0)) continue;
    const still = new Set(replay.unchanged);
    // What changed is left out of its suite, which is so much smaller then: a sixth of it.
    for (const [s, dealt] of deal(replay.names, suite, random(seed, i)).entries()) {
      const chosen = dealt.filter((b) => still.has(b));
      if (chosen.length > 0) yield fromReplay(replay, chosen, s);
    }
  }
}

export function fromReplay(replay: Replay, chosen: readonly number[], s: number): Clean {
  const job = (run: StoredRun): Job => ({
    cpu: run.cpu,
    samples: chosen.map((b) => [run.values[b] ?? Number.NaN]),
  });
  const stored = replay.history.slice(0, mostRuns).map(job);
  return cleanOf(stored, job(replay.head), replay.run, {
    again: measured(job(replay.again)),
    // The data hold nothing measured on one runner: simulated.
    rounds: (b, count) => roundsOf(random(seed + s, replay.run * 1009 + b), count),
  });
}

let replayed: Replay[] | undefined;

/** None where the data are not beside the repository. */
function gofiber(): Replay[] {
  const file = gofiberFile();
  replayed ??= file === null ? [] : replays(readGofiber(file));
  return replayed;
}

const simulations = (suite: number): number => (suite === all ? 800 : 2000);

/** Runs of main on any machine: enough for most of them to have thirty of their own. */
const simulatedRuns = 90;

function* simulated(
  suite: number,
  { part, of, quick }: Part,
  machine: typeof quietHost,
): Generator<Clean> {
  const count = quick ? 60 : simulations(suite);
  const runs = machine === parameters ? simulatedRuns : mostRuns;
  for (let i = part; i < count; i += of) {
    yield asClean(simulate(seed + suite, i, suite, runs, machine), i, mostRuns);
  }
}

let recording: Recorded | undefined;

export function recordings(): Recorded {
  recording ??= readRecorded();
  return recording;
}

/** `cut` makes runs of a job: each a list of passes, of which the better one counts. */
function* recorded(
  kind: 'quiet' | 'loaded',
  suite: number,
  part: Part,
  cut: (of: Passes) => (readonly (readonly (readonly number[])[])[])[],
): Generator<Clean> {
  const runs = recordings()
    .jobs.filter((job) => job.kind === kind)
    .flatMap(cut);
  const benchmarks = recordings().names.map((_, b) => b);
  for (let i = 1 + part.part; i < runs.length; i += part.of) {
    if (part.quick && i % 8 !== 1) continue;
    for (const chosen of deal(benchmarks, suite, random(seed, i))) {
      const job = (run: readonly (readonly (readonly number[])[])[]): Job => ({
        cpu: '',
        samples: chosen.map((b) => better(run.map((pass) => pass[b] ?? []))),
      });
      const stored = runs.slice(Math.max(0, i - mostRuns), i).reverse();
      yield cleanOf(stored.map(job), job(runs[i] ?? []), i);
    }
  }
}

/** The pass with the lower centre. */
export function better(passes: readonly (readonly number[])[]): readonly number[] {
  return passes.reduce((best, pass) => (centre(pass) < centre(best) ? pass : best));
}

/** Disjoint suites, dealt at random; one of all where there are fewer benchmarks. */
export function deal(from: readonly number[], size: number, r: Random): number[][] {
  const order = shuffled(from, r);
  if (size === all || size >= order.length) return [order];
  const count = Math.min(mostSuites, Math.floor(order.length / size));
  return Array.from({ length: count }, (_, g) => order.slice(g * size, (g + 1) * size));
}

function shuffled(from: readonly number[], r: Random): number[] {
  const order = [...from];
  for (let i = order.length - 1; i > 0; i--) {
    const j = r.index(i + 1);
    [order[i], order[j]] = [order[j] ?? 0, order[i] ?? 0];
  }
  return order;
}

/** Different benchmarks of a suite; all of them, in turn, where so many are asked for. */
export function draw(suite: number, count: number, r: Random): number[] {
  const each = Array.from({ length: suite }, (_, b) => b);
  return count >= suite ? each : shuffled(each, r).slice(0, count);
}

/** Clean heads of gofiber against the newest ten runs of another CPU model of the same runner. */
export function* otherMachines(suite: number, part: Part): Generator<Clean> {
  const file = gofiberFile();
  if (file === null) return;
  const { runs } = readGofiber(file);
  for (const [i, replay] of gofiber().entries()) {
    if (i % part.of !== part.part || (part.quick && i % 16 > 0)) continue;
    const before = runs
      .slice(0, replay.run)
      .filter((run) => run.runner === replay.head.runner && run.cpu !== replay.head.cpu)
      .reverse();
    const stored = before.filter((run) => run.cpu === before[0]?.cpu).slice(0, 10);
    if (stored.length < 10) continue;
    for (const [s, chosen] of deal(replay.unchanged, suite, random(seed, i)).entries()) {
      yield fromReplay({ ...replay, history: stored }, chosen, s);
    }
  }
}
