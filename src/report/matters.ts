/**
 * What matters to the reader of a verdict, and in which order: what failed first, what is not
 * known second, what did not change last. Every report orders and names its rows by this file;
 * how a row looks is theirs. Orders are total, so that the same verdict gives the same bytes.
 */
import type { FunctionVerdict, JudgedComparison, JudgedFunction } from '../model.ts';
import { commonScale, quantity } from './scale.ts';
import { plural } from './sentences.ts';

/** The most important first. `missing` is before `new`: a lost benchmark guards nothing. */
const VERDICTS: readonly FunctionVerdict[] = [
  'regressed',
  'inconclusive',
  'improved',
  'moved',
  'missing',
  'new',
  'unchanged',
];

const RANK = new Map(VERDICTS.map((verdict, i) => [verdict, i]));

/** What changed, then what changed in rows that the policy keeps out, then what did not change. */
function rank(row: { readonly verdict: FunctionVerdict; readonly gated: boolean }): number {
  const group = row.verdict === 'unchanged' ? 2 : row.gated ? 0 : 1;
  return group * VERDICTS.length + (RANK.get(row.verdict) ?? 0);
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** How much worse the head is, as a ratio; Infinity where it rose from zero. */
function worseBy({ better, delta, base, head }: JudgedComparison): number {
  if (delta === null) return base !== null && head !== null ? Number.POSITIVE_INFINITY : 0;
  return better === 'higher' ? -delta : better === 'lower' ? delta : Math.abs(delta);
}

/** All comparisons: by verdict, the worst first (the best first among the improved), by name. */
export function inOrder(comparisons: readonly JudgedComparison[]): JudgedComparison[] {
  return comparisons.toSorted((a, b) => {
    const first = rank(a) - rank(b);
    if (first !== 0) return first;
    const [worseA, worseB] = [worseBy(a), worseBy(b)];
    if (worseA !== worseB) return (worseA > worseB ? -1 : 1) * (a.verdict === 'improved' ? -1 : 1);
    return (
      byText(a.package, b.package) || byText(a.benchmark, b.benchmark) || byText(a.unit, b.unit)
    );
  });
}

/**
 * The rows worth a reader's time, in order: all that are not plainly unchanged, and what was
 * suspected and measured again.
 */
export function changed(ordered: readonly JudgedComparison[]): JudgedComparison[] {
  return ordered.filter(({ verdict, screened }) => verdict !== 'unchanged' || screened !== null);
}

/**
 * What got heavier: functions that regressed, and those that rose by the threshold or more
 * without enough evidence or with cost that had another name. By verdict, the largest rise first.
 */
export function heavier(functions: readonly JudgedFunction[]): JudgedFunction[] {
  return functionsInOrder(functions).filter(
    ({ verdict, adjustedDelta, threshold }) =>
      verdict === 'regressed' ||
      ((verdict === 'inconclusive' || verdict === 'moved' || verdict === 'new') &&
        adjustedDelta > 0 &&
        adjustedDelta >= threshold),
  );
}

/** The other functions that leave the gate undecided: they may have risen by the threshold unseen. */
export function undecided(functions: readonly JudgedFunction[]): JudgedFunction[] {
  const shown = new Set(heavier(functions));
  return functionsInOrder(functions).filter(
    (row) => row.gated && row.verdict === 'inconclusive' && !shown.has(row),
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

/** How many rows have each verdict, as `2 regressed, 1 new, 40 unchanged`; '' for no row. */
export function countByVerdict(rows: readonly { readonly verdict: FunctionVerdict }[]): string {
  const counts = new Map<FunctionVerdict, number>();
  for (const { verdict } of rows) counts.set(verdict, (counts.get(verdict) ?? 0) + 1);
  return VERDICTS.flatMap((verdict) => {
    const count = counts.get(verdict);
    return count === undefined ? [] : [`${count} ${verdict}`];
  }).join(', ');
}

/** The verdict of a row in words: `regressed`, or `regressed (not gated)`. */
export function verdictWords(row: {
  readonly verdict: FunctionVerdict;
  readonly gated: boolean;
}): string {
  return row.gated ? row.verdict : `${row.verdict} (not gated)`;
}

/** Why this verdict, and what else must be known of the row: one line of plain text. */
export function reasonAndNotes(row: JudgedComparison): string {
  return [row.reason, ...row.notes].filter((text) => text !== '').join('; ');
}

/** What is judged, and shown as the change, is not the difference of the shares where the whole changed. */
function rescaled({ adjustedDelta, flatDelta, base, head }: JudgedFunction): string {
  if (Math.abs(adjustedDelta - flatDelta) < 0.0005 || head.flatFraction === 0) return '';
  const factor = (adjustedDelta + base.flatFraction) / head.flatFraction;
  return `; of the base's total: the head's is ${factor.toPrecision(3)} times it`;
}

/** The same of a function, with what it costs in an operation where that is known: plain text. */
export function reasonAndCost(row: JudgedFunction): string {
  const { verdict, perOp } = row;
  const reason = `${row.reason}${rescaled(row)}`;
  if (perOp === null || verdict === 'unchanged') return reason;
  const { unit, base, head, benchmarks } = perOp;
  const scale = commonScale([base, head], unit);
  const cost = `${quantity(base, unit, scale)} to ${quantity(head, unit, scale)}`;
  const mean = benchmarks === 1 ? '' : ` (of the mean of ${plural(benchmarks, 'benchmark')})`;
  return `${reason}; ${cost}${mean}`;
}

/**
 * A function that names a benchmark, with its package in front where there is more than one, less
 * what all packages share (`codec.Encode/size=4k-2`).
 */
export function benchmarkNames(
  comparisons: readonly JudgedComparison[],
): (row: JudgedComparison) => string {
  const packages = [...new Set(comparisons.map((row) => row.package))];
  if (packages.length < 2) return (row) => row.benchmark;
  const shared = sharedDirectory(packages);
  return ({ package: name, benchmark }) => {
    const short = name.slice(shared) || name.slice(name.lastIndexOf('/') + 1);
    return short === '' ? benchmark : `${short}.${benchmark}`;
  };
}

/** The length of the longest common start of all paths that ends with a `/`. */
function sharedDirectory(paths: readonly string[]): number {
  const [first = '', ...others] = paths;
  let shared = 0;
  for (let end = first.indexOf('/') + 1; end > 0; end = first.indexOf('/', end) + 1) {
    const start = first.slice(0, end);
    if (!others.every((path) => `${path}/`.startsWith(start))) break;
    shared = end;
  }
  return shared;
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
