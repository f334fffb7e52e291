/** Which function the first line names, and how. To be named is not to fail. */
import type { JudgedComparison } from '../model/comparison.ts';
import type { JudgedFunction } from '../model/functions.ts';
import { share } from '../text/numbers.ts';
import { isInterruption } from './functions.ts';

interface Naming {
  /**
   * Where everything got slower together no function did it. So its own share must have risen, by more than
   * chance makes one of all functions rise so often;
   */
  readonly chance: number;
  /**
   * or it is heavier for itself, and this part of what everything together got dearer; where nobody knows how
   * much that is, because only some benchmarks got slower, it rose so many times as much as any other.
   */
  readonly part: number;
  readonly times: number;
}

/** How often heavier for itself may be chance. */
const alone = 0.05;
const storedRuns: Naming = { chance: 0.1, part: 0.5, times: 2 };
/**
 * Shares of short profiles vary by more than is known after a few rounds: as much as above names a function
 * that did nothing in a fifth of slowdowns (eval/measure/named.ts).
 */
const rounds: Naming = { chance: 0.03, part: 0.6, times: 2.5 };

/**
 * The function that made benchmarks slower: the one that is evidently heavier, else the one whose share
 * rose most. That something got slower is known here.
 */
export function culprit(
  functions: readonly JudgedFunction[],
  comparisons: readonly JudgedComparison[],
  measured: 'rounds' | 'storedRuns',
): JudgedFunction | undefined {
  const naming = measured === 'rounds' ? rounds : storedRuns;
  const hasNew = comparisons.some((row) => row.verdict === 'new');
  const rose = risen(functions).filter(
    (row) =>
      didIt(row, functions, naming) &&
      // What only a new benchmark calls did not slow an old one.
      !(hasNew && row.base.cum === 0),
  );
  return rose.find((row) => row.verdict === 'slower') ?? rose[0];
}

function didIt(
  row: JudgedFunction,
  functions: readonly JudgedFunction[],
  { chance, part, times }: Naming,
): boolean {
  const { pShare, p, ofRise } = row;
  if (pShare !== null && pShare < chance) return true;
  if (p === null || p >= alone) return false;
  if (ofRise !== null) return ofRise >= part;
  const others = functions.filter((of) => of !== row && of.verdict !== 'moved');
  return others.every((of) => row.adjustedDelta >= times * of.adjustedDelta);
}

/** Functions that count and have this verdict, the largest rise first. */
export const heavierNow = (
  functions: readonly JudgedFunction[],
  verdict: 'slower' | 'suspect',
): JudgedFunction[] =>
  functions
    .filter((row) => row.gated && row.verdict === verdict && !isInterruption(row.name))
    .toSorted((a, b) => b.adjustedDelta - a.adjustedDelta);

const risen = (functions: readonly JudgedFunction[]): JudgedFunction[] =>
  functions
    .filter((row) => row.adjustedDelta >= row.threshold && row.verdict !== 'moved')
    .filter((row) => !isInterruption(row.name))
    .toSorted((a, b) => b.adjustedDelta - a.adjustedDelta);

/** 'codec.appendEscaped (codec/escape.go:24)' */
export const nameAndPlace = (row: JudgedFunction): string => `${nameOf(row)}${placeOf(row)}`;

/** 'codec.escape takes 13.5 % of the CPU time, 8.1 % in main (codec/escape.go:41)' */
export function takes(row: JudgedFunction, verb: 'takes' | 'seems to take'): string {
  const before = row.base.flatFraction;
  const now = `${share(before + row.adjustedDelta)} of ${whole(row.sampleType.type)}`;
  return `${nameOf(row)} ${verb} ${now}, ${share(before)} in main${placeOf(row)}`;
}

/** Without the path of its package: `codec.appendEscaped`. */
export const shortName = (name: string): string =>
  name.slice(name.lastIndexOf('/', name.search(/[([]|$/)) + 1);

function nameOf({ name, slice }: JudgedFunction): string {
  const short = shortName(name);
  return slice === undefined ? short : `${slice}: ${short}`;
}

/** The last two parts of the file's path are enough to find it. */
export function placeOf({ file, line }: Pick<JudgedFunction, 'file' | 'line'>): string {
  const short = file.split(/[\\/]/).slice(-2).join('/');
  return short === '' ? '' : ` (${short}${line > 0 ? `:${line}` : ''})`;
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
