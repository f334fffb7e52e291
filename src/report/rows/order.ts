/**
 * What matters to the reader of a verdict, and in which order: what is slower first, what only looks
 * so second, what is as it was last. Every report orders and names its rows by this file; how a row
 * looks is theirs. Orders are total, so that the same verdict gives the same bytes.
 */
import type { JudgedComparison } from '../../model/comparison.ts';
import type { FunctionVerdict, JudgedFunction } from '../../model/functions.ts';
import { isOther, oneIn, plural, signed } from '../../text/numbers.ts';
import { commonScale, quantity } from '../../text/quantity.ts';

/** The most important first. `missing` is before `new`: a lost benchmark guards nothing. */
const VERDICTS: readonly FunctionVerdict[] = [
  'slower',
  'suspect',
  'faster',
  'missing',
  'not-run',
  'moved-with-suite',
  'moved',
  'new',
  'ok',
];

const RANK = new Map(VERDICTS.map((verdict, i) => [verdict, i]));

/** What changed, then what changed in rows that the policy keeps out, then what is as it was. */
function rank(row: { readonly verdict: FunctionVerdict; readonly gated: boolean }): number {
  const group = row.verdict === 'ok' ? 2 : row.gated ? 0 : 1;
  return group * VERDICTS.length + (RANK.get(row.verdict) ?? 0);
}

/** What only says the same in another unit is last. */
const rankOf = (row: JudgedComparison): number =>
  row.follows === null ? rank(row) : 3 * VERDICTS.length;

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** How much worse the head is, as a ratio; Infinity where it rose from zero. */
function worseBy({ better, delta, base, head }: JudgedComparison): number {
  if (delta === null) return base !== null && head !== null ? Number.POSITIVE_INFINITY : 0;
  return better === 'higher' ? -delta : better === 'lower' ? delta : Math.abs(delta);
}

/** All comparisons: by verdict, the worst first (the best first among the faster), by name. */
export function inOrder(comparisons: readonly JudgedComparison[]): JudgedComparison[] {
  return comparisons.toSorted((a, b) => {
    const first = rankOf(a) - rankOf(b);
    if (first !== 0) return first;
    const [worseA, worseB] = [worseBy(a), worseBy(b)];
    if (worseA !== worseB) return (worseA > worseB ? -1 : 1) * (a.verdict === 'faster' ? -1 : 1);
    return (
      byText(a.package, b.package) || byText(a.benchmark, b.benchmark) || byText(a.unit, b.unit)
    );
  });
}

/**
 * The rows worth a reader's time, in order: all that are not plainly as they were, what was suspected
 * and measured again, and what cannot show what it should. Not a second time what follows another row.
 */
export function changed(ordered: readonly JudgedComparison[]): JudgedComparison[] {
  return ordered.filter(
    ({ verdict, screened, blind, follows }) =>
      follows === null && (verdict !== 'ok' || screened !== null || blind),
  );
}

/**
 * What got heavier: functions that evidently did, and those that rose by the threshold or more
 * without enough evidence or with cost that had another name. By verdict, the largest rise first.
 */
export function heavier(functions: readonly JudgedFunction[]): JudgedFunction[] {
  return functionsInOrder(functions).filter(
    ({ verdict, adjustedDelta, threshold }) =>
      verdict === 'slower' ||
      ((verdict === 'suspect' || verdict === 'moved' || verdict === 'new') &&
        adjustedDelta > 0 &&
        adjustedDelta >= threshold),
  );
}

/** Other functions that are suspected: they may have risen by the threshold. */
export function suspectedToo(functions: readonly JudgedFunction[]): JudgedFunction[] {
  const shown = new Set(heavier(functions));
  return functionsInOrder(functions).filter(
    (row) => row.gated && row.verdict === 'suspect' && !shown.has(row),
  );
}

/** All functions: by verdict, the largest rise first, by name. */
export function functionsInOrder(functions: readonly JudgedFunction[]): JudgedFunction[] {
  return functions.toSorted(
    (a, b) =>
      rank(a) - rank(b) ||
      b.adjustedDelta - a.adjustedDelta ||
      byText(a.sampleType.type, b.sampleType.type) ||
      byText(a.slice ?? '', b.slice ?? '') ||
      byText(a.name, b.name) ||
      byText(a.file, b.file) ||
      a.line - b.line,
  );
}

type Word = (verdict: FunctionVerdict) => string;

/** What a verdict on a benchmark is called in a report. */
const word: Word = (verdict) =>
  verdict === 'moved-with-suite'
    ? 'moved with the suite'
    : verdict === 'not-run'
      ? 'not run'
      : verdict;

/** A function has no speed. */
const weight: Word = (verdict) =>
  verdict === 'slower' ? 'heavier' : verdict === 'faster' ? 'lighter' : word(verdict);

/** Whether two values of a row that look the same are the same: then they have the digits to tell. */
export const isExact = ({ test }: Pick<JudgedComparison, 'test'>): boolean =>
  test === 'exact' || test === 'counted';

/** How many rows have each verdict, as `2 slower, 1 new, 40 ok`; '' for no row. */
export function countByVerdict(comparisons: readonly JudgedComparison[]): string {
  return counted(
    comparisons.filter((row) => row.follows === null),
    word,
  );
}

/** The same of functions: `1 heavier, 40 ok`. */
export const countByWeight = (functions: readonly JudgedFunction[]): string =>
  counted(functions, weight);

function counted(rows: readonly { readonly verdict: FunctionVerdict }[], name: Word): string {
  const counts = new Map<FunctionVerdict, number>();
  for (const { verdict } of rows) counts.set(verdict, (counts.get(verdict) ?? 0) + 1);
  return VERDICTS.flatMap((verdict) => {
    const count = counts.get(verdict);
    return count === undefined ? [] : [`${count} ${name(verdict)}`];
  }).join(', ');
}

const gatedOrNot = (text: string, gated: boolean): string => (gated ? text : `${text} (not gated)`);

/** The verdict of a row in words: `slower`, `moved with the suite`, `blind`, `new (not gated)`. */
export function verdictWords(row: JudgedComparison): string {
  if (row.follows !== null) return `same as ${row.follows}`;
  const { verdict, blind, gated, waived } = row;
  if (waived !== undefined) return `${word(verdict)} (accepted until ${waived.until})`;
  return gatedOrNot(blind && verdict === 'ok' ? 'blind' : word(verdict), gated);
}

/** The same with what would have been seen: `ok, seen from +9 %`. */
export function verdictAndSight(row: JudgedComparison): string {
  const sees = row.verdict === 'ok' && row.follows === null ? canSee(row) : '';
  return sees === '' ? verdictWords(row) : `${verdictWords(row)}, detects ${sees}`;
}

/** The smallest change a row shows: `+9 %`; '' where that is not known, or any is seen. */
export const canSee = ({ detectable }: JudgedComparison): string =>
  detectable === null || detectable === 0 ? '' : signed(detectable);

export const functionWords = ({ verdict, gated, waived }: JudgedFunction): string =>
  waived === undefined
    ? gatedOrNot(weight(verdict), gated)
    : `${weight(verdict)} (accepted until ${waived.until})`;

/** How often chance does this, in a cell: `1 in 30`, `<1 in 200`; `-` where nothing was tested. */
export function byChance({ pAdjusted, test }: { pAdjusted: number | null; test?: string }): string {
  if (pAdjusted === null || !Number.isFinite(pAdjusted) || test === 'exact') return '-';
  return pAdjusted > 0.5 ? 'usual' : oneIn(pAdjusted).replace('fewer than ', '<');
}

/** Why this verdict, and what else must be known of the row: one line of plain text. */
export function reasonAndNotes(row: JudgedComparison): string {
  if (row.follows !== null) return '';
  return [row.reason, ...ownPart(row), ...row.notes].filter((text) => text !== '').join('; ');
}

/** Why this verdict: one line of plain text. */
export const whyOf = (row: JudgedComparison): string => [row.reason, ...ownPart(row)].join('; ');

/** What is judged, where it is not the change that is shown. */
function ownPart({ own, delta, verdict }: JudgedComparison): string[] {
  const isSaid = verdict === 'ok' || verdict === 'moved-with-suite';
  if (own === null || delta === null || isSaid || !isOther(own, delta)) return [];
  return [
    `${signed(own)} of this is its own; the rest is shared by the suite or is in the base's newest runs`,
  ];
}

/** What is judged, and shown as the change, is not the difference of the shares where the whole changed. */
function rescaled({ adjustedDelta, flatDelta, base, head }: JudgedFunction): string {
  if (Math.abs(adjustedDelta - flatDelta) < 0.0005 || head.flatFraction === 0) return '';
  const factor = (adjustedDelta + base.flatFraction) / head.flatFraction;
  return `; shares are of the base's total, and the head's total is ${factor.toPrecision(3)} times as large`;
}

/** The same of a function, with what it costs in an operation where that is known: plain text. */
export function reasonAndCost(row: JudgedFunction): string {
  const { verdict, perOp } = row;
  const reason = `${row.reason}${rescaled(row)}`;
  if (perOp === null || verdict === 'ok') return reason;
  const { unit, base, head, benchmarks } = perOp;
  const scale = commonScale([base, head], unit);
  const cost = `${quantity(base, unit, scale)} to ${quantity(head, unit, scale)}`;
  const mean = benchmarks === 1 ? '' : ` (of the mean of ${plural(benchmarks, 'benchmark')})`;
  return `${reason}; ${cost}${mean}`;
}

/** A function with the slice of the profile it was counted in: `endpoint=/cart: codec.Encode`. */
export function functionTitle({
  name,
  slice,
}: {
  readonly name: string;
  readonly slice?: string;
}): string {
  return slice === undefined ? name : `${slice}: ${name}`;
}

/** `file:line`, the last `parts` parts of the path; '' where the profile names no file. */
export function sourcePlace(
  { file, line }: { readonly file: string; readonly line: number },
  parts = 3,
): string {
  if (file === '') return '';
  const path = file.split('/').slice(-parts).join('/');
  return line > 0 ? `${path}:${line}` : path;
}
