/**
 * What is settled of a verdict on rounds so far, benchmark by benchmark: what the loop need not
 * run again, and a line for whoever watches it. Policy only.
 *
 * Benchmarks say when to stop, and functions are tested once, with the rounds there are then. But where
 * something is slower and nobody can say yet because of which function, short rounds go on for a while:
 * the verdict stands, and its reader needs the name.
 */
import type { ComparisonVerdict, JudgedComparison } from '../model/comparison.ts';
import type { ProfileComparison } from '../model/functions.ts';
import { change, plural } from '../text/numbers.ts';
import { isJitter } from './benchmarks.ts';
import { blame } from './blame.ts';
import { cpuTime } from './functions.ts';
import type { Judged } from './gate.ts';
import { isTeller } from './told.ts';

type Rows = Pick<Judged, 'comparisons'>;

/** More rounds could still decide it: neither is it slower, nor is that ruled out. */
const isOpen = (row: JudgedComparison): boolean =>
  row.gated &&
  row.test === 'paired' &&
  !isJitter(row) &&
  row.verdict !== 'slower' &&
  row.verdict !== 'faster' &&
  !(row.worst !== null && row.worst < row.threshold);

/** Names of the benchmarks that need more rounds. */
export function openNames({ comparisons }: Rows): string[] {
  const open = comparisons.filter(isOpen);
  const waiting = open.filter((row) => !isTold(row, open) && !isAnswered(row, comparisons));
  return [...new Set(waiting.map((row) => row.benchmark))];
}

/** The row that tells of it is decided. What looks slower all the same waits for its own rounds. */
const isTold = (row: JudgedComparison, open: readonly JudgedComparison[]): boolean =>
  row.toldBy !== undefined &&
  row.verdict !== 'suspect' &&
  !open.some((other) => isTeller(other, row));

const times: readonly string[] = ['sec/op', 'cpu-sec/op'];

/** Of wall and CPU time one that is slower is enough. */
const isAnswered = (row: JudgedComparison, all: readonly JudgedComparison[]): boolean =>
  times.includes(row.unit) &&
  all.some(
    (other) =>
      other.gated &&
      other.verdict === 'slower' &&
      times.includes(other.unit) &&
      other.benchmark === row.benchmark &&
      other.package === row.package,
  );

/** Profiles with so many samples a side, 20 s at the usual 100 a second, name what can be named. */
const samplesToName = 2000;

/** Something is slower, no function is named, and the profiles are still too short to say that none did it. */
export function seeksCause({
  comparisons,
  functions,
  profiles,
}: Pick<Judged, 'comparisons' | 'functions' | 'profiles'>): boolean {
  const slower = comparisons.some((row) => row.gated && row.verdict === 'slower');
  const short = profiles.filter(isTime).some(isShort);
  return slower && short && blame({ functions, comparisons }).sure === null;
}

const isTime = ({ sampleType }: ProfileComparison): boolean => cpuTime.includes(sampleType.type);

const isShort = ({ base, head }: ProfileComparison): boolean =>
  base.samples !== null &&
  head.samples !== null &&
  Math.min(base.samples, head.samples) < samplesToName;

/** The gravest word of a benchmark's rows is the benchmark's. */
const gravest: readonly ComparisonVerdict[] = [
  'slower',
  'missing',
  'not-run',
  'suspect',
  'faster',
  'new',
  'ok',
];

/** Every benchmark of which no gated row is open, in order, with its gravest row. */
export function decided(item: Rows): { name: string; verdict: string; text: string }[] {
  const open = new Set(openNames(item));
  const rows = new Map<string, JudgedComparison>();
  for (const row of item.comparisons) {
    if (!row.gated || open.has(row.benchmark)) continue;
    const other = rows.get(row.benchmark);
    if (other === undefined || rank(row) < rank(other)) rows.set(row.benchmark, row);
  }
  return [...rows].map(([name, row]) => ({ name, verdict: row.verdict, text: sentence(row) }));
}

const rank = (row: JudgedComparison): number => gravest.indexOf(row.verdict);

function sentence(row: JudgedComparison): string {
  if (row.base === null || row.head === null) return `${row.verdict}: ${row.reason}`;
  const size = `${change(row.delta, row.ci)} ${row.unit}`;
  return `${row.verdict}: ${size} in ${plural(row.head.runs, 'round')}`;
}
