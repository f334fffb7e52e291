/**
 * Benchmarks with noise against stored runs of main: the suite is judged as a whole (suite.ts), and what
 * that says of each row becomes its Comparison. Statistics only.
 */
import type { Comparison, Limits } from '../../model/comparison.ts';
import { seriesKey } from '../../model/keys.ts';
import type { Series } from '../../model/run.ts';
import { isTimed } from '../../model/units.ts';
import type { Shift } from '../../model/verdict.ts';
import { tQuantile } from '../../stats/student.ts';
import { mean, median } from '../../stats/summary.ts';
import type { BenchmarkOptions } from './compare.ts';
import { sameNumber } from './exact.ts';
import { blank, changedInBase, relative, sides } from './row.ts';
import {
  judgeSuite,
  type SuiteJudgement,
  type SuiteResult,
  type SuiteRow,
  type SuiteShift,
} from './suite.ts';
import { fromScale, type RunSummary, type Scale, worseUp } from './summary.ts';

/** One benchmark and unit that varies, in the head and in one stored run or more. */
export interface StoredRow {
  readonly any: Series;
  /** Newest first. */
  readonly base: readonly Series[];
  readonly head: readonly Series[];
  readonly scale: Scale;
  /** So many of `base` are at main's present level. */
  readonly level: number;
  /** The commit of the oldest of these. */
  readonly since: string;
  /** On the scale, of every stored run, newest first; undefined where it lacks the benchmark. */
  readonly bases: readonly (RunSummary | undefined)[];
  /** Newest first: a job that was run again measured the commit again. */
  readonly heads: readonly RunSummary[];
}

/** What the stored runs say of the whole suite. */
export interface Against {
  /** How often a clean pull request looks like this; null where nothing was compared by its noise. */
  readonly p: number | null;
  readonly shift: Shift | null;
  /** The stored runs are of a quiet host of their own. */
  readonly dedicated: boolean;
}

/** Of a row's several runs of the head, newest first, those that are judged, by their mean. */
type Choose = (heads: readonly RunSummary[]) => readonly RunSummary[];

/** Of what looks faster: information only, so it may be wrong more often. */
const fasterAlpha = 0.05;
/** Of a second run that asks about the first one's suspects only. */
const againAlpha = 0.05;

/** One Comparison a row, in their order. */
export function compareStored(
  rows: readonly StoredRow[],
  options: BenchmarkOptions,
): Against & { readonly comparisons: readonly Comparison[] } {
  const leaders = leadersOf(rows, options);
  const asked = rows.map((row, i) => prepare(row, leaders.has(i), options));
  const look = (choose: Choose, sign: 1 | -1) =>
    judgeSuite(
      asked.map((prepared) => suiteRow(prepared, choose(prepared.row.heads), sign)),
      {
        alpha: options.alpha,
        suspect: sign > 0 ? options.suspect : fasterAlpha,
        least: (i) => (sign > 0 ? asked[i]?.step : asked[i]?.back) ?? 0,
        host: options.host,
        machineKnown: options.machineKnown,
      },
    );
  const slower = look(all, 1);
  const faster = look(all, -1);
  const again = secondLook(asked, (choose) => look(choose, 1));
  const rates = { slower: options.alpha, suspect: options.suspect };
  const faults = { slower: fasterAlpha, suspect: fasterAlpha };
  const comparisons = asked.map((prepared, i): Comparison => {
    const worse = asSeldom(slower.rows[i] as SuiteResult, rates);
    const better = asSeldom(faster.rows[i] as SuiteResult, faults);
    const comparison = comparisonOf(prepared, worse, better, options);
    const said = again.get(i);
    return said === undefined ? comparison : { ...comparison, again: said };
  });
  return {
    comparisons: comparisons.map((item, i) => following(item, comparisons[leaders.get(i) ?? -1])),
    p: pOf(asked, slower, rates),
    shift: shiftOf(slower),
    dedicated: slower.host === 'dedicated',
  };
}

/** How often a clean pull request is beyond each limit. */
interface Levels {
  readonly slower: number;
  readonly suspect: number;
}

/** Beyond a limit that is not the law's own (what clean suites never do) the law does not know how rare that is. */
function asSeldom(result: SuiteResult, levels: Levels): SuiteResult {
  const most =
    result.deviation > result.red
      ? levels.slower
      : result.deviation > result.amber
        ? levels.suspect
        : 1;
  return { ...result, p: Math.min(result.p, most), pAlone: Math.min(result.pAlone, most) };
}

function pOf(asked: readonly Prepared[], judgement: SuiteJudgement, levels: Levels): number | null {
  const members = judgement.rows.filter((_, i) => asked[i]?.isMember);
  if (members.length === 0) return null;
  return members.reduce((least, row) => Math.min(least, asSeldom(row, levels).p), 1);
}

const all: Choose = (heads) => heads;

interface Prepared {
  readonly row: StoredRow;
  readonly isMember: boolean;
  /** What differences are relative to on a linear scale. */
  readonly size: number;
  readonly sign: 1 | -1;
  /** The threshold on the scale, for the worse and for the better. */
  readonly step: number;
  readonly back: number;
  readonly direction: ReturnType<typeof worseUp>;
}

function prepare(row: StoredRow, isFollower: boolean, options: BenchmarkOptions): Prepared {
  const { better } = blank(row.any, options);
  const { threshold, gated } = options.policy(row.any);
  const now = centersOf(row.bases).slice(0, row.level);
  const size = row.scale === 'log' ? 1 : sizeOf(now, centersOf(row.heads));
  const lowerIsBetter = better !== 'higher';
  const direction = worseUp({ scale: row.scale, size, lowerIsBetter, margin: threshold });
  const { sign, step, back } = direction;
  const isMember = gated && better !== 'unknown' && !isFollower;
  return { row, isMember, size, sign, step: step / size, back: back / size, direction };
}

/** Of the runs that there are. */
const centersOf = (runs: readonly (RunSummary | undefined)[]): number[] =>
  runs.flatMap((run) => (run === undefined ? [] : [run.center]));

/** Values around zero are relative to what is largest, or everything would be infinite. */
function sizeOf(base: readonly number[], head: readonly number[]): number {
  const middle = Math.abs(median(base));
  if (middle > 0) return middle;
  return Math.max(...[...base, ...head].map(Math.abs), Number.MIN_VALUE);
}

function suiteRow(
  { row, isMember, size, sign }: Prepared,
  heads: readonly RunSummary[],
  side: 1 | -1,
): SuiteRow {
  const up = (value: number) => (side * sign * value) / size;
  const baseOf = (value: (run: RunSummary) => number) =>
    row.bases.map((run) => (run === undefined ? Number.NaN : value(run)));
  const headOf = (value: (run: RunSummary) => number) => mean(heads.map(value));
  return {
    base: baseOf((run) => up(run.center)),
    level: row.level,
    head: headOf((run) => up(run.center)),
    isTime: row.scale === 'log' && isTimed(row.any.unit),
    within: {
      base: baseOf((run) => run.within / size),
      head: headOf((run) => run.within / size),
    },
    ...(isMember ? {} : { isOnlyShown: true }),
  };
}

/**
 * B/s computed from sec/op is the same number again and no second test: by index of the row, the index of
 * the one it follows. It is, where their product is the same on both sides.
 */
function leadersOf(
  rows: readonly StoredRow[],
  options: BenchmarkOptions,
): ReadonlyMap<number, number> {
  const leaders = new Map<number, number>();
  const times = new Map(rows.map((row, i) => [seriesKey(row.any), i]));
  rows.forEach((row, i) => {
    if (row.any.unit !== 'B/s' || row.scale !== 'log') return;
    const at = times.get(seriesKey({ ...row.any, unit: 'sec/op' }));
    const leader = at === undefined ? undefined : rows[at];
    if (at === undefined || leader === undefined || leader.scale !== 'log') return;
    if (options.policy(leader.any).gated && isSameNumber(leader, row)) leaders.set(i, at);
  });
  return leaders;
}

function isSameNumber(time: StoredRow, rate: StoredRow): boolean {
  const bytes = (word: 'bases' | 'heads') =>
    (time[word][0]?.center ?? Number.NaN) + (rate[word][0]?.center ?? Number.NaN);
  return Math.abs(bytes('heads') - bytes('bases')) < sameNumber;
}

/** A row that follows another is judged as that one is. */
const following = (row: Comparison, leader: Comparison | undefined): Comparison =>
  leader === undefined ? row : { ...row, follows: leader.unit };

/**
 * A job that was run again looks at the first run's suspects, and at nothing else: so what it confirms has
 * been seen twice, and what it does not may have been the first machine. By index of the row, what the
 * second look said.
 */
function secondLook(
  asked: readonly Prepared[],
  look: (choose: Choose) => SuiteJudgement,
): ReadonlyMap<number, 'confirmed' | 'refuted'> {
  const said = new Map<number, 'confirmed' | 'refuted'>();
  const isTwice = (i: number) => (asked[i]?.row.heads.length ?? 0) > 1;
  if (!asked.some((_, i) => isTwice(i))) return said;
  const first = look((heads) => heads.slice(-1));
  const suspects = first.rows.flatMap((result, i) =>
    result.deviation > result.amber && isTwice(i) ? [i] : [],
  );
  const second = look((heads) => (heads.length > 1 ? heads.slice(0, -1) : heads));
  // Seen in the second look alone: whatever it was, one of two did not show it.
  second.rows.forEach((result, i) => {
    if (isTwice(i) && result.deviation > result.amber) said.set(i, 'refuted');
  });
  for (const i of suspects) {
    const { deviation } = second.rows[i] as SuiteResult;
    const isBeyond = deviation > second.limit(i, againAlpha, suspects.length);
    said.set(i, isBeyond ? 'confirmed' : 'refuted');
  }
  return said;
}

function comparisonOf(
  { row, size, sign, direction }: Prepared,
  worse: SuiteResult,
  better: SuiteResult,
  options: BenchmarkOptions,
): Comparison {
  const { ratio, asWorse } = direction;
  const centers = centersOf(row.bases);
  const now = centers.slice(0, row.level);
  const older = centers.slice(row.level);
  const [base, head] = [median(now), mean(centersOf(row.heads))];
  // The interval of a further run: what runs differ by, smoothed.
  const df = Math.max(1, now.length - 1 + priorDf);
  const error = worse.spread * size * Math.sqrt(1 / now.length + 1 / row.heads.length);
  const half = tQuantile(0.975, df) * error;
  // Beyond main's level and its newest runs, or between the two.
  const own = worse.deviation > 0 ? worse.deviation : Math.min(0, -better.deviation);
  const onScale = (value: number | null) => (value === null ? null : asWorse(value * size));
  const limits: Limits = {
    suspect: onScale(worse.amber) ?? Number.POSITIVE_INFINITY,
    slower: Number.isFinite(worse.red) ? onScale(worse.red) : null,
    faster: Math.abs(ratio(-sign * better.amber * size)),
  };
  return {
    ...blank(row.any, options),
    ...sides(row.base.slice(0, row.level), row.head, [
      fromScale(base, row.scale),
      fromScale(head, row.scale),
    ]),
    own: ratio(sign * own * size),
    ci: [ratio(head - base - half), ratio(head - base + half)],
    worst: asWorse(sign * (head - base) + tQuantile(0.95, df) * error),
    p: own > 0 ? worse.pAlone : better.pAlone,
    pAdjusted: own > 0 ? worse.p : better.p,
    test: 'run-level',
    limits,
    detectable: limits.suspect,
    ...changeBefore(now, older, row),
  };
}

/** Degrees of freedom of the spread's prior (suite.ts). */
const priorDf = 3;

/** That main was elsewhere before, and how many runs ago it went where it is. */
function changeBefore(
  now: readonly number[],
  older: readonly number[],
  { scale, since }: StoredRow,
): Pick<Comparison, 'changedInBase' | 'notes'> {
  if (older.length === 0) return { notes: [] };
  const delta = relative(fromScale(median(older), scale), fromScale(median(now), scale));
  return changedInBase({ delta, runs: now.length, commit: since });
}

function shiftOf({ shift, rows }: SuiteJudgement): Shift | null {
  if (shift === null) return null;
  const asRatio = (value: number) => Math.exp(value) - 1;
  const isProvable = rows.some((row) => Number.isFinite(row.red));
  const { group } = shift;
  return {
    delta: asRatio(shift.delta),
    verdict: wordOf(shift, isProvable),
    benchmarks: shift.benchmarks,
    limits: { suspect: asRatio(shift.amber), slower: asRatio(shift.red) },
    history:
      shift.own.length < 3
        ? null
        : [asRatio(Math.min(...shift.own)), asRatio(Math.max(...shift.own))],
    group: group === null ? null : { ...group, delta: asRatio(group.delta) },
  };
}

/** A group that moved beside a suite that stands still is a suspect, and no evidence as a group. */
function wordOf({ delta, amber, red, group }: SuiteShift, isProvable: boolean): Shift['verdict'] {
  if (delta > red && isProvable) return 'slower';
  if (delta > amber || (group?.delta ?? 0) > amber) return 'suspect';
  return delta < -amber ? 'faster' : 'ok';
}
