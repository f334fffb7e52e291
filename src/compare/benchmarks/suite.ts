/**
 * Is a pull request's run slower than runs of main are among themselves? The whole suite at once, one
 * number a benchmark and run, on logarithms with worse upwards: statistics only, and nothing is known
 * here of units, thresholds' meaning or words.
 *
 * Each benchmark's deviation from main is measured in a unit of its own; T is the largest over the suite.
 * How often runs of unchanged code reach T is a power law whose rate is learned from main's own runs,
 * with a prior. That gives p of the pull request, and for each benchmark the change from which it is
 * a suspect and the one from which it is evident. Formulas, constants and where each was read off:
 * docs/statistics.md, "Against stored runs"; the evaluation behind it is eval/verdict.
 */
import { median } from '../../stats/summary.ts';

/** One benchmark of the suite. */
export interface SuiteRow {
  /** The centre of each stored run, newest first; NaN where a run lacks it. At least one is a number. */
  readonly base: readonly number[];
  /** So many of the newest of them are at main's present level (levels.ts). */
  readonly level: number;
  /** The head's centre. */
  readonly head: number;
  /** A time: it moves with the machine, and so carries the suite's shift. */
  readonly isTime: boolean;
  /**
   * How far the samples within a run lie apart (a robust standard deviation), of each stored run and
   * of the head; NaN or absent where nobody knows. See `noiseOf`.
   */
  readonly within?: { readonly base: readonly number[]; readonly head: number };
  /** It is judged by the suite, and the suite not by it. */
  readonly isOnlyShown?: boolean;
}

export interface SuiteOptions {
  /** How often a clean pull request may be beyond a red limit. */
  readonly alpha: number;
  /** The same of the lower limit. */
  readonly suspect: number;
  /** Neither limit is under this, for each row: the change that matters, on the scale. */
  readonly least: (row: number) => number;
  /** `dedicated`: a quiet host of its own. `learned`: where enough of its own runs show that it is. */
  readonly host: 'shared' | 'dedicated' | 'learned';
  /** False where nobody knows which machine it was: then it may not be main's. */
  readonly machineKnown: boolean;
}

/** What is said of one benchmark; all but p on the scale. */
export interface SuiteResult {
  /** Head against main's level and against its newest runs, the less of the two, less the shift. */
  readonly deviation: number;
  /** The standard deviation of a run, smoothed. */
  readonly spread: number;
  /** How often the suite of a clean pull request has a benchmark as far out as this one. */
  readonly p: number;
  /** How often a single benchmark is. */
  readonly pAlone: number;
  /** Suspect beyond this. */
  readonly amber: number;
  /** Evident beyond this; Infinity where nothing can be. */
  readonly red: number;
}

export interface SuiteJudgement {
  /** In the order of the rows. */
  readonly rows: readonly SuiteResult[];
  /** p of the pull request: the least of the members'; 1 for an empty suite. */
  readonly p: number;
  readonly shift: SuiteShift | null;
  readonly host: 'shared' | 'dedicated';
  /** The lower limit of one row on the scale, for another probability q and so many benchmarks asked about. */
  readonly limit: (row: number, q: number, count: number) => number;
}

/** What the times of the suite have in common. */
export interface SuiteShift {
  readonly delta: number;
  /** Suspect beyond this, and evident beyond that. */
  readonly amber: number;
  readonly red: number;
  /** Benchmarks it was taken from. */
  readonly benchmarks: number;
  /** The stored runs' own shifts, newest first; runs with too few of the benchmarks have none. */
  readonly own: readonly number[];
  /**
   * Where the suite falls into two groups, and the one that stands still tells the shift: how far the
   * other moved beside it, and how many it is. It is a suspect beyond the shift's amber, and never
   * evident as a group: a machine that is busy for some seconds slows just what ran then.
   */
  readonly group: { readonly delta: number; readonly benchmarks: number } | null;
}

/** Fewer benchmarks do not tell a shift, or a bad run, from changes of their own. */
export const suiteSize = 8;
/**
 * Red asks for so much of alpha: tails are a little heavier than the law's, and more so in suites too
 * small to tell a bad run.
 */
const ofAlpha = { suite: 0.85, small: 0.5 };
/** Stored runs from which main's own runs tell how far clean runs jump. */
const runsToLearn = 3;
/** Stored runs of an unknown machine from which a row may be evident. */
const runsOfUnknown = 10;
/** Weight of the slow side in a spread: how fast a benchmark may be tells little of how slow. */
const slowSide = 0.7;
/** Degrees of freedom of the spread's prior. */
const priorDf = 3;
/** Quantile of the absolute scores that makes a run a bad one, and its value for a normal. */
const badQuantile = 0.7;
const badNormal = 1.04;
/** A run whose benchmarks differ by less is no bad one. */
const badFloor = 0.01;
/** The law of a clean suite's largest score: rate = (1 + young / K) m^many T^-tail. */
const tail = 2.4;
const many = 0.87;
const young = 4;
/** The rate's Gamma prior: shape, and mean rate. */
const rateShape = 2;
const rateMean = 0.03;
/** Own runs this usual tell no more than that: they are censored there. */
const usual = 0.3;
/** Clean suites of a hundred hardly ever jump further; more for larger suites and young baselines. */
const cap = Math.log(1.85);
const capMany = 0.25;
const capYoung = 0.282;
/** ... and for noisy runs: by so many times their noise beyond what is everyday. */
const capNoise = { free: 0.03, times: 5 };
/** Shifts: what is everyday, what is evident, and in the spread of main's own. */
const shiftAmber = { least: Math.log(1.05), spreads: 3 };
const shiftRed = { least: Math.log(1.5), spreads: 5 };
const shiftFloor = 0.01;
/** The spread of shifts while there are too few runs to tell. */
const shiftPrior = 0.02;

interface Host {
  /** What is added to a spread to make a unit: how little a quiet benchmark promises. */
  readonly floor: number;
  /** The prior of a spread. */
  readonly prior: number;
  /** The part of what matters from which a change may be a suspect. */
  readonly least: number;
}

const hosts: Readonly<Record<'shared' | 'dedicated', Host>> = {
  shared: { floor: 0.05, prior: 0.03, least: 1 },
  dedicated: {
    floor: 0.0075,
    prior: 0.005,
    least: 0.6,
  },
};

/** A row, centred. */
interface Centred {
  readonly isTime: boolean;
  readonly isMember: boolean;
  /** Stored runs that have it. */
  readonly runs: number;
  readonly level: number;
  readonly newest: number;
  readonly head: number;
  /** By stored run: from its own level's median, less that run's shift; NaN where it lacks it. */
  readonly deviations: readonly number[];
  readonly noise: Noise;
}

/** What the samples within runs say of how far a run may be off, as a standard deviation. */
interface Noise {
  /** Of a run as usual. */
  readonly usual: number;
  /** What is added to that (as variances are) in each stored run, and in the head. */
  readonly runs: readonly number[];
  readonly head: number;
}

/** Rows may be empty; then nothing is evident. */
export function judgeSuite(rows: readonly SuiteRow[], options: SuiteOptions): SuiteJudgement {
  const { rows: centred, own } = withoutOwnShifts(rows.map(centre));
  const members = centred.filter((row) => row.isMember);
  const runs = centred.reduce((most, row) => Math.max(most, row.runs), 0);
  const times = members.filter((row) => row.isTime);
  const shift = times.length < suiteSize ? null : shiftOf(times, own);
  const shared = (row: Centred) => (row.isTime ? (shift?.delta ?? 0) : 0);
  // A suite that got faster by more than a machine does may be the pull request's work: who only did not
  // take part has not become slower.
  const taken = (row: Centred) => (shift !== null && shift.delta < -shift.amber ? 0 : shared(row));
  const host = hostOf(members, own.length, options.host);
  const { floor, prior } = hosts[host];
  const law = lawOf(members, own.length, { runs, floor, prior });
  const spread = (row: Centred) => {
    const between = spreadOf(row.deviations, row.runs, Math.max(prior, row.noise.usual));
    return Math.hypot(between, row.noise.head);
  };
  const bad = badness(
    times.map((row) => ({ moved: row.head - row.level - shared(row), spread: spread(row) })),
  );
  const suspect = law.score(options.suspect, law.count);
  const alpha = (law.count < suiteSize ? ofAlpha.small : ofAlpha.suite) * options.alpha;
  const evident = Math.max(law.score(alpha, law.count), law.own.score);
  const units = centred.map(
    (row) => (floor + spread(row)) * (row.isTime ? bad : 1) * youngerBy(row.runs, runs),
  );
  const results = centred.map((row, i): SuiteResult => {
    const unit = units[i] as number;
    const deviation = row.head - Math.max(row.level, row.newest) - taken(row);
    const limit = redLimit(row, evident * unit, law);
    const canTell = options.machineKnown || row.runs >= runsOfUnknown;
    const least = options.least(i);
    const amber = Math.max(hosts[host].least * least, Math.min(suspect * unit, limit));
    return {
      deviation,
      spread: spread(row),
      p: law.p(deviation / unit, law.count),
      pAlone: law.p(deviation / unit, 1),
      amber,
      red: canTell ? Math.max(least, limit) : Number.POSITIVE_INFINITY,
    };
  });
  const p = results.reduce(
    (least, result, i) => (centred[i]?.isMember ? Math.min(least, result.p) : least),
    1,
  );
  const limit = (row: number, q: number, asked: number) =>
    Math.max(hosts[host].least * options.least(row), law.score(q, asked) * (units[row] as number));
  return { rows: results, p, shift, host, limit };
}

function centre(row: SuiteRow): Centred {
  const known = row.base.filter((value) => !Number.isNaN(value));
  const level = median(known.slice(0, row.level));
  const before = row.level < known.length ? median(known.slice(row.level)) : 0;
  let seen = 0;
  return {
    isTime: row.isTime,
    isMember: row.isOnlyShown !== true,
    runs: known.length,
    level,
    newest: median(known.slice(0, 3)),
    head: row.head,
    deviations: row.base.map((value) =>
      Number.isNaN(value) ? value : value - (seen++ < row.level ? level : before),
    ),
    noise: noiseOf(row),
  };
}

/** A run is off by this part of what its samples lie apart: they are slow together, not one by one. */
const ofWithin = 0.5;

/**
 * Runs whose samples lie far apart are far off far more often: beside other work a benchmark jumps by a
 * fifth in one run of ten or of a thousand, by the spread of its samples. The stored runs' spread cannot
 * know that of the head, and of a young baseline knows it not at all.
 */
function noiseOf({ within }: SuiteRow): Noise {
  const base = (within?.base ?? []).map((value) => ofWithin * value);
  const measured = base.filter((value) => !Number.isNaN(value));
  const usual = measured.length === 0 ? 0 : median(measured);
  const more = (value: number) => (value > usual ? Math.sqrt(value ** 2 - usual ** 2) : 0);
  return { usual, runs: base.map(more), head: more(ofWithin * (within?.head ?? 0)) };
}

/**
 * Each stored run's own shift is the machine's, and tells nothing of a benchmark. NaN where a run has
 * too few of them to tell.
 */
function withoutOwnShifts(rows: readonly Centred[]): {
  readonly rows: readonly Centred[];
  readonly own: readonly number[];
} {
  const times = rows.filter((row) => row.isTime && row.isMember);
  const stored = rows.reduce((most, row) => Math.max(most, row.deviations.length), 0);
  const own = Array.from({ length: stored }, (_, run) => {
    const at = times.flatMap(({ deviations }) => known(deviations[run]));
    return at.length < suiteSize ? Number.NaN : median(at);
  });
  const less = (row: Centred): Centred =>
    row.isTime
      ? { ...row, deviations: row.deviations.map((value, run) => value - (own[run] || 0)) }
      : row;
  return { rows: rows.map(less), own };
}

const known = (value: number | undefined): number[] =>
  value === undefined || Number.isNaN(value) ? [] : [value];

function shiftOf(times: readonly Centred[], all: readonly number[]): SuiteShift {
  const own = all.filter((value) => !Number.isNaN(value));
  const spread =
    own.length < runsToLearn
      ? shiftPrior
      : Math.sqrt(own.reduce((sum, value) => sum + value * value, 0) / own.length);
  const reach = (item: typeof shiftRed) =>
    Math.max(item.least, item.spreads * (shiftFloor + spread));
  const moved = times.map((row) => row.head - row.level);
  const groups = groupsOf(moved, shiftAmber.spreads * (shiftFloor + spread));
  const delta = median(groups?.[0] ?? moved);
  return {
    delta,
    amber: reach(shiftAmber),
    red: reach(shiftRed),
    benchmarks: times.length,
    own,
    group:
      groups === null ? null : { delta: median(groups[1]) - delta, benchmarks: groups[1].length },
  };
}

/** A group is this part of a suite at least, and this many; so many of its members may be astray. */
const leastGroup = { part: 1 / 4, size: 4, astray: 0.15 };

/**
 * Where a suite falls into two groups far from each other, and one of them at nothing (within `still`):
 * that group first. The other did not move with the machine, it moved alone. Null where all moved, or
 * none.
 */
function groupsOf(moved: readonly number[], still: number): [number[], number[]] | null {
  const order = moved.toSorted((a, b) => a - b);
  const split = splitOf(
    order,
    Math.max(leastGroup.size, Math.ceil(leastGroup.part * order.length)),
  );
  if (split === null) return null;
  const [low, high] = [order.slice(0, split), order.slice(split)];
  const [below, above] = [median(low), median(high)];
  // What is between the groups is more than their own widths, but for those astray.
  const edge = (group: readonly number[]) => Math.floor(leastGroup.astray * group.length);
  const gap = (high[edge(high)] as number) - (low[low.length - 1 - edge(low)] as number);
  if (above - below < 2 * still || gap < (above - below) / 2) return null;
  const groups: [number[], number[]] =
    Math.abs(below) <= Math.abs(above) ? [low, high] : [high, low];
  return Math.abs(median(groups[0])) > still ? null : groups;
}

/** The split of ordered values into two groups that lie closest about their medians. */
function splitOf(order: readonly number[], fewest: number): number | null {
  const sums = [0];
  for (const value of order) sums.push((sums.at(-1) as number) + value);
  const sum = (from: number, to: number) => (sums[to] as number) - (sums[from] as number);
  /** Of absolute deviations from the median: the upper half less the lower. */
  const width = (from: number, to: number) => {
    const half = Math.floor((to - from) / 2);
    return sum(to - half, to) - sum(from, from + half);
  };
  let best: number | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (let split = fewest; split <= order.length - fewest; split++) {
    const both = width(0, split) + width(split, order.length);
    if (both < least) [least, best] = [both, split];
  }
  return best;
}

/** Slow deviations count for more than fast ones; a prior stands in for runs that are not there. */
function spreadOf(
  deviations: readonly number[],
  runs: number,
  prior: number,
  without = -1,
): number {
  let [slow, fast] = [0, 0];
  for (let run = 0; run < deviations.length; run++) {
    const value = deviations[run] as number;
    if (run === without) continue;
    if (value > 0) slow += value * value;
    else if (value < 0) fast += value * value;
  }
  return smoothed(slow, fast, runs, prior);
}

function smoothed(slow: number, fast: number, runs: number, prior: number): number {
  const df = Math.max(0, runs - 1);
  const half = df === 0 ? 0 : 2 / df;
  const mix = slowSide * Math.sqrt(half * slow) + (1 - slowSide) * Math.sqrt(half * fast);
  return Math.sqrt((df * mix * mix + priorDf * prior * prior) / (df + priorDf));
}

/**
 * How much wider this run is than a run is, 1 at least; of times alone. Both sides are asked: a third of
 * the suite getting slower is no bad run, nor is a third getting faster, and must not widen the limits.
 */
function badness(times: readonly { readonly moved: number; readonly spread: number }[]): number {
  if (times.length < suiteSize) return 1;
  const scores = times.map(({ moved, spread }) => moved / (badFloor + spread));
  const both = quantile(scores.map(Math.abs), badQuantile);
  const fast = -quantile(scores, (1 - badQuantile) / 2);
  const slow = quantile(scores, (1 + badQuantile) / 2);
  return Math.max(1, Math.min(both, fast, slow) / badNormal);
}

/** Linear interpolation (type 7 of Hyndman and Fan), as in the evaluation. */
function quantile(values: readonly number[], q: number): number {
  const order = Float64Array.from(values).sort();
  const at = (order.length - 1) * q;
  const below = order[Math.floor(at)] as number;
  const above = order[Math.min(Math.floor(at) + 1, order.length - 1)] as number;
  return below + (at - Math.floor(at)) * (above - below);
}

/** How much wider the unit of a benchmark with fewer runs than the suite's is. */
const youngerBy = (runs: number, most: number): number =>
  ((1 + young / runs) / (1 + young / most)) ** (1 / tail);

/** How far the largest score of a clean suite goes, as main's own runs have it. */
interface Law {
  /** Benchmarks of the suite, 1 at least. */
  readonly count: number;
  /** How often a clean suite of `count` benchmarks reaches this score. */
  readonly p: (score: number, count: number) => number;
  /** The score that one reaches with probability q. */
  readonly score: (q: number, count: number) => number;
  /** The second largest score, and jump, of main's own runs: what two of them did is no evidence. */
  readonly own: { readonly score: number; readonly jump: number };
}

/** Every stored run judged as if it were the head, against the others. */
function lawOf(
  members: readonly Centred[],
  stored: number,
  { runs, floor, prior }: { readonly runs: number; readonly floor: number; readonly prior: number },
): Law {
  const count = Math.max(1, members.length);
  const age = 1 + young / Math.max(1, runs);
  const rate = (score: number, value: number) =>
    age * value ** many * Math.max(score, 1e-3) ** -tail;
  const commonplace = -Math.log(1 - usual) / rateMean;
  let shape = rateShape;
  let exposure = rateShape / rateMean;
  const scores: number[] = [];
  const jumps: number[] = [];
  const old = members.filter((row) => row.runs >= runsToLearn);
  for (let run = 0; run < stored; run++) {
    const list = old.flatMap((row) => {
      const deviation = row.deviations[run] ?? Number.NaN;
      if (Number.isNaN(deviation)) return [];
      // Against the others: a median of K runs is nearer to each of them than to a further one.
      const moved = (deviation * row.runs) / (row.runs - 1);
      const { usual, runs: more } = row.noise;
      const between = spreadOf(row.deviations, row.runs - 1, Math.max(prior, usual), run);
      return [{ row, moved, spread: Math.hypot(between, more[run] ?? 0) }];
    });
    if (list.length === 0) continue;
    const bad = badness(list.filter(({ row }) => row.isTime));
    let [score, jump] = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
    for (const { row, moved, spread } of list) {
      const unit = (floor + spread) * (row.isTime ? bad : 1) * youngerBy(row.runs, runs);
      score = Math.max(score, moved / unit);
      jump = Math.max(jump, moved);
    }
    scores.push(score);
    jumps.push(jump);
    const seen = rate(score, list.length);
    if (seen < commonplace) shape++;
    exposure += Math.min(seen, commonplace);
  }
  return {
    count,
    p: (score, value) => 1 - (exposure / (exposure + rate(score, value))) ** shape,
    score: (q, value) =>
      ((age * value ** many) / (exposure * ((1 - q) ** (-1 / shape) - 1))) ** (1 / tail),
    own: { score: secondLargest(scores), jump: secondLargest(jumps) },
  };
}

const secondLargest = (values: readonly number[]): number =>
  values.length < runsToLearn
    ? Number.NEGATIVE_INFINITY
    : (values.toSorted((a, b) => b - a)[1] as number);

/**
 * What is evident: beyond what the law and main's own runs allow, or beyond what clean suites ever do.
 * Fewer than three stored runs do not learn, and on a loaded machine the law alone is too bold: two must
 * be exceeded by the cap, and one by both.
 */
function redLimit({ runs, deviations, noise }: Centred, byLaw: number, law: Law): number {
  const noisy = Math.max(0, Math.hypot(noise.usual, noise.head) - capNoise.free);
  const ceiling =
    cap * (1 + capYoung / runs ** 3) * Math.max(1, (law.count / 100) ** capMany) +
    capNoise.times * noisy;
  if (runs === 1) return Math.max(byLaw, ceiling);
  if (runs < runsToLearn) return ceiling;
  const slowest = deviations.reduce((most, value) => (value > most ? value : most), 0);
  return Math.min(byLaw, Math.max(ceiling, law.own.jump, 2 * slowest));
}

/** Own runs that show a quiet host, and that confirm one where it is said to be. */
const runsOfHost = { learned: 15, dedicated: 5 };

/** What main's own runs must show, too: many a host of its own is loud, and its first days would be red. */
function hostOf(
  rows: readonly Centred[],
  stored: number,
  asked: SuiteOptions['host'],
): 'shared' | 'dedicated' {
  if (asked === 'shared' || stored < runsOfHost[asked]) return 'shared';
  return isQuiet(rows) ? 'dedicated' : 'shared';
}

/** Of a quiet host's deviations one, and so many in a hundred, may be beyond this; none far beyond. */
const quiet = { jump: Math.log(1.03), part: 0.02, most: Math.log(1.1) };

function isQuiet(rows: readonly Centred[]): boolean {
  let [all, beyond] = [0, 0];
  for (const { deviations } of rows) {
    for (const value of deviations) {
      if (Number.isNaN(value)) continue;
      if (Math.abs(value) > quiet.most) return false;
      all++;
      if (Math.abs(value) > quiet.jump) beyond++;
    }
  }
  return all > 0 && beyond <= 1 + quiet.part * all;
}
