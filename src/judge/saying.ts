/** One row of benchmarks in words: 'codec.Encode is 25 % slower', 'Render allocates more: 3 -> 9 allocs/op'. */
import type { JudgedComparison } from '../model/comparison.ts';
import { isTime } from '../model/units.ts';
import type { BaselineUse, Shift } from '../model/verdict.ts';
import { name } from '../text/marked.ts';
import { benchmarkNames } from '../text/names.ts';
import { changeWords, isOther } from '../text/numbers.ts';
import { fromTo } from '../text/quantity.ts';

/** What is judged of a row: its change apart from what the suite shares; as its table says where that is the same. */
const judgedChange = ({ own, delta }: JudgedComparison): number | null =>
  own === null || (delta !== null && !isOther(own, delta)) ? delta : own;

/** How much worse the row got, as a ratio; from zero it is more than any other. */
export function worse(row: JudgedComparison): number {
  const delta = judgedChange(row);
  if (delta !== null) return row.better === 'higher' ? -delta : delta;
  const { base, head } = row;
  return base === null || head === null
    ? 0
    : Math.sign(head.center - base.center) * Number.MAX_VALUE;
}

/** A change of this row in words, by its unit: '94 % slower', '18 % less B/s'. */
export const size = (row: JudgedComparison, delta: number): string =>
  `${changeWords(delta, row.unit)}${isTime(row.unit) ? '' : ` ${row.unit}`}`;

export type Tense = 'is' | 'looks';

const verbs = {
  is: { time: 'is', amount: 'has', memory: 'allocates' },
  looks: { time: 'looks', amount: 'seems to have', memory: 'seems to allocate' },
} as const;

interface Known {
  readonly comparisons: readonly JudgedComparison[];
  readonly shift: Shift | null;
  readonly baseline: Pick<BaselineUse, 'name'>;
}

/** What a row's benchmark is called among all rows. */
export const nameIn = (
  { comparisons }: Pick<Known, 'comparisons'>,
  row: JudgedComparison,
): string => name(middleCut(benchmarkNames(comparisons)(row)));

/** 'codec.Encode is 25 % slower' */
export function says(known: Known, row: JudgedComparison, tense: Tense): string {
  const benchmark = nameIn(known, row);
  const delta = judgedChange(row);
  const verb = verbs[tense];
  if (row.test === 'exact' || delta === null) return `${benchmark} ${amounts(row, tense)}`;
  const said = isTime(row.unit) ? verb.time : isMemory(row.unit) ? verb.memory : verb.amount;
  return `${benchmark} ${said} ${size(row, delta)}${apart(row, known)}`;
}

const isMemory = (unit: string): boolean => unit === 'B/op' || unit === 'allocs/op';

/** 'allocates more: 3 -> 9 allocs/op', of a metric that never varies. */
function amounts({ unit, base, head }: JudgedComparison, tense: Tense): string {
  const values = fromTo(base?.center ?? 0, head?.center ?? 0, unit);
  const more = (head?.center ?? 0) > (base?.center ?? 0) ? 'more' : 'less';
  if (isMemory(unit)) return `${verbs[tense].memory} ${more}: ${values}`;
  return `went from ${values.replace(' -> ', ' to ')}`;
}

/** Where what is judged is not what the tables show as the change, the sentence says against what. */
function apart(row: JudgedComparison, { shift, baseline }: Known): string {
  if (row.own === null || row.delta === null) return '';
  if (!isOther(row.own, row.delta)) return '';
  return shift !== null && Math.abs(shift.delta) >= 0.005
    ? ' than the rest of the suite'
    : ` than in the newest runs of ${baseline.name}`;
}

/** A name of ten thousand characters would leave no room for the verdict. */
const middleCut = (text: string): string =>
  text.length <= 100 ? text : `${text.slice(0, 49)}…${text.slice(-50)}`;
