/** Which function the first line names, and how. To be named is not to fail. */
import type { JudgedComparison } from '../model/comparison.ts';
import type { JudgedFunction, Seen } from '../model/functions.ts';
import { benchmarkKey } from '../model/keys.ts';
import { isTime } from '../model/units.ts';
import { culpritOdds } from '../stats/culprit.ts';
import { name as marked, onlyRich } from '../text/marked.ts';
import { shortName } from '../text/names.ts';
import { percent, share } from '../text/numbers.ts';
import { cpuTime, isInterruption } from './functions.ts';

/** So sure one function is named alone; of what is called that sure 98 % were right (docs/evidence.md). */
const surely = 0.97;
/** Of one that is heavier for itself, evidently or as a suspect. */
const likely = 0.5;
/**
 * How likely it is, before the profiles are seen, that no function did it: where everything is slower, the
 * machine or a compiler may have; where some benchmarks are as they were, hardly.
 */
const noneOfAll = 0.5;
const noneOfSome = 0.2;
/** So sure that no function did it, none is named: everything got slower alike. */
const none = 0.99;
/** A smaller rise is not worth a name. */
const leastRise = 0.005;
const mostNamed = 3;

export interface Blame {
  /** It made the benchmarks slower; null where nobody can say. */
  readonly sure: JudgedFunction | null;
  /** Else the functions whose shares rose most, one of which it may be. */
  readonly perhaps: readonly JudgedFunction[];
}

/**
 * The function that made benchmarks slower: the one that is evidently heavier, else the one that most likely
 * gained what they lost. That something got slower is known here; by how much says what was gained.
 */
export function blame({
  functions,
  comparisons,
}: {
  readonly functions: readonly JudgedFunction[];
  readonly comparisons: readonly JudgedComparison[];
}): Blame {
  const hasNew = comparisons.some((row) => row.verdict === 'new');
  const candidates = ofTheSlower(functions, comparisons)
    .filter((row) => row.verdict !== 'moved' && !row.background && !isInterruption(row.name))
    // What only a new benchmark calls did not slow an old one.
    .filter((row) => !(hasNew && row.base.cum === 0));
  const rose = candidates
    .filter((row) => row.adjustedDelta >= leastRise)
    .toSorted((a, b) => b.adjustedDelta - a.adjustedDelta);
  // Where everything got dearer alike, each is evidently heavier, and none did it: the odds say so.
  const evident = rose.find((row) => row.gated && row.verdict === 'slower');
  const odds = oddsOf(candidates, gainOf(comparisons));
  if (odds === null) return { sure: evident ?? null, perhaps: [] };
  const { row, most } = odds;
  const enough = row.gated && ['slower', 'suspect'].includes(row.verdict) ? likely : surely;
  if (most >= enough && row.flatDelta > 0) return { sure: row, perhaps: [] };
  return { sure: null, perhaps: odds.none >= none ? [] : rose.slice(0, mostNamed) };
}

/** Where profiles are told apart by a label that names the slower benchmarks, those of these alone. */
function ofTheSlower(
  functions: readonly JudgedFunction[],
  comparisons: readonly JudgedComparison[],
): readonly JudgedFunction[] {
  const timed = functions.filter(({ sampleType }) => cpuTime.includes(sampleType.type));
  const slower = new Set(
    comparisons.filter((row) => row.gated && row.verdict === 'slower').map((row) => row.benchmark),
  );
  const own = timed.filter(({ slice }) => slower.has(slice?.slice(slice.indexOf('=') + 1) ?? ''));
  return own.length > 0 ? own : timed;
}

interface Gain {
  readonly gained: readonly number[];
  readonly none: number;
}

/**
 * How much of a profile was gained, where all benchmarks have like parts of it and where the worst has all of it.
 * Where only some are slower, a function that is mostly of these gains less of the whole: it had much of them before.
 */
function gainOf(comparisons: readonly JudgedComparison[]): Gain {
  const timed = comparisons.filter(
    (row) => isTime(row.unit) && row.base !== null && row.head !== null && row.follows === null,
  );
  const gains = timed
    .filter((row) => row.gated && row.verdict === 'slower')
    .map((row) => row.own ?? row.delta ?? 0)
    .filter((delta) => delta > 0)
    .map((delta) => delta / (1 + delta));
  if (gains.length === 0) return { gained: [], none: 1 };
  const all = new Set(timed.map(benchmarkKey)).size;
  const mean = gains.reduce((sum, gain) => sum + gain, 0) / all;
  const most = Math.max(...gains);
  return gains.length === all
    ? { gained: [mean, most], none: noneOfAll }
    : { gained: [mean / 3, mean, most], none: noneOfSome };
}

function oddsOf(candidates: readonly JudgedFunction[], gain: Gain) {
  const known = candidates.flatMap((row) => (row.seen === null ? [] : [{ row, seen: row.seen }]));
  const first = known[0]?.seen;
  if (first === undefined || gain.gained.length === 0) return null;
  const parts = known.map(({ seen }: { readonly seen: Seen }) => seen);
  const whole = { base: first.baseSamples, head: first.headSamples, ...gain };
  const odds = culpritOdds(parts, whole);
  const best = odds.parts.reduce((at, odd, i) => (odd > (odds.parts[at] ?? 0) ? i : at), 0);
  const { row } = known[best] as { readonly row: JudgedFunction };
  return { row, most: odds.parts[best] ?? 0, none: odds.none };
}

/** Functions that count and have this verdict, the largest rise first. */
export const heavierNow = (
  functions: readonly JudgedFunction[],
  verdict: 'slower' | 'suspect',
): JudgedFunction[] =>
  functions
    .filter((row) => row.gated && row.verdict === verdict && !isInterruption(row.name))
    .toSorted((a, b) => b.adjustedDelta - a.adjustedDelta);

/** 'codec.appendEscaped (codec/escape.go:24)' */
export const nameAndPlace = (row: JudgedFunction): string => `${nameOf(row)}${placeOf(row)}`;

/** The same with what it takes where there is room: ' (codec/escape.go:24: 9.6 % -> 13.9 % of the CPU time)'. */
export function placeAndShares(row: JudgedFunction): string {
  const [before, now] = [row.base.flatFraction, row.base.flatFraction + row.adjustedDelta];
  const shares = `${share(before)} -> ${share(now)} of ${whole(row.sampleType.type)}`;
  const place = placeOf(row);
  return place === ''
    ? `${nameOf(row)}${onlyRich(` (${shares})`)}`
    : `${nameOf(row)}${place.slice(0, -1)}${onlyRich(`: ${shares}`)})`;
}

/** 'codec.escape takes 13.5 % of the CPU time, 8.1 % in main (codec/escape.go:41)' */
export function takes(row: JudgedFunction, verb: 'takes' | 'seems to take', base: string): string {
  const [before, after] = [row.base.flatFraction, row.base.flatFraction + row.adjustedDelta];
  const all = whole(row.sampleType.type);
  const said =
    after > 1 ? aboveAll(before, after, all) : `${share(after)} of ${all}, ${share(before)}`;
  return `${nameOf(row)} ${verb} ${said} in ${base}${placeOf(row)}`;
}

/** On the scale of the base it takes more than all of it, which is no share. */
function aboveAll(before: number, after: number, all: string): string {
  if (before === 0) return `more than all of ${all}`;
  const more = percent(after / before - 1);
  return more.endsWith('x') ? `${more} ${all} that it takes` : `${more} more of ${all} than`;
}

export function nameOf({ name, slice }: JudgedFunction): string {
  const short = marked(shortName(name));
  return slice === undefined ? short : `${marked(slice)}: ${short}`;
}

/** The last two parts of the file's path are enough to find it. */
export function placeOf({ file, line }: Pick<JudgedFunction, 'file' | 'line'>): string {
  const short = file.split(/[\\/]/).slice(-2).join('/');
  return short === '' ? '' : ` (${marked(`${short}${line > 0 ? `:${line}` : ''}`)})`;
}

function whole(type: string): string {
  switch (type) {
    case 'cpu':
    case 'cpu-time':
    case 'cpu_time':
    case 'samples':
      return 'the CPU time';
    case 'alloc_space':
      return 'the memory allocated';
    default:
      return type;
  }
}
