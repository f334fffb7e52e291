/**
 * The verdict as workflow annotations: the benchmarks that are slower, one annotation a package, and
 * each function that got heavier at its source line. Plain text in plain values; writing the workflow
 * command, and escaping it, is the action's business.
 */
import type { JudgedComparison } from '../model/comparison.ts';
import type { JudgedFunction } from '../model/functions.ts';
import type { Verdict } from '../model/verdict.ts';
import { countBenchmarks, packageNames } from '../text/names.ts';
import { changeCell, oneIn, plural, share, signed } from '../text/numbers.ts';
import { type CountedChange, countedCells, countedChanges } from './counted.ts';
import { annotationText } from './escape.ts';
import { functionTitle, heavier, inOrder } from './rows/order.ts';
import { pp } from './scale.ts';

export interface Annotation {
  readonly level: 'error' | 'warning' | 'notice';
  readonly title: string;
  readonly message: string;
  /** Path in the repository. */
  readonly file?: string;
  /** From 1; only with `file`. */
  readonly line?: number;
}

export interface AnnotationOptions {
  /** The path in the repository of a file as a profile names it, or null where it is not there. */
  readonly resolve: (file: string) => string | null;
}

/** GitHub shows ten of a level a step: nine, and one that says how many more there are. */
const MOST = 9;
const MOST_NAMED = 10;

/**
 * What to annotate, the gravest first: at most ten, errors for what fails the gate, warnings for
 * what is suspected; none where the gate passed or nothing is stored yet. What failed or is
 * incomplete without a row of its own is the headline, and so are stored runs that could not be used.
 */
export function annotations(verdict: Verdict, options: AnnotationOptions): Annotation[] {
  if (verdict.verdict === 'pass') return [];
  if (verdict.verdict === 'no-baseline')
    return isFirst(verdict) ? [] : [headlineOf(verdict, false)];
  const failed = verdict.verdict === 'fail';
  const rows = [
    ...sets(verdict, 'slower', failed ? 'error' : 'warning'),
    ...sets(verdict, 'suspect', 'warning'),
    ...countedChanges(verdict).flatMap((change) =>
      countedAnnotation(change, failed ? 'error' : 'warning', options),
    ),
    ...heavier(verdict.functions)
      .filter(({ gated, verdict: own }) => gated && own !== 'moved')
      .map((row) =>
        functionAnnotation(row, failed && row.verdict === 'slower' ? 'error' : 'warning', options),
      ),
  ];
  const explained = failed ? rows.some((row) => row.level === 'error') : rows.length > 0;
  const all =
    explained && verdict.verdict !== 'incomplete' ? rows : [headlineOf(verdict, failed), ...rows];
  const ordered = all.toSorted((a, b) => Number(b.level === 'error') - Number(a.level === 'error'));
  return ordered.length <= MOST ? ordered : atMost(ordered);
}

const isFirst = ({ baseline, warnings }: Verdict): boolean =>
  baseline.setAside.length === 0 && !warnings.some(({ kind }) => kind === 'baseline');

const headlineOf = (verdict: Verdict, failed: boolean): Annotation => ({
  level: failed ? 'error' : 'warning',
  title: `flamegate: ${verdict.verdict}`,
  message: annotationText(verdict.headline),
});

function atMost(ordered: readonly Annotation[]): Annotation[] {
  const left = ordered.length - MOST;
  return [
    ...ordered.slice(0, MOST),
    {
      level: ordered[0]?.level ?? 'warning',
      title: `flamegate: and ${left} more`,
      message: `${left} more annotations are left out; the job summary has them all.`,
    },
  ];
}

function sets(
  { comparisons, baseline }: Verdict,
  verdict: 'slower' | 'suspect',
  level: Annotation['level'],
): Annotation[] {
  const packages = new Map<string, JudgedComparison[]>();
  for (const row of inOrder(comparisons)) {
    if (row.verdict !== verdict || !row.gated || row.follows !== null) continue;
    const set = packages.get(row.package);
    if (set === undefined) packages.set(row.package, [row]);
    else set.push(row);
  }
  const short = packageNames(comparisons);
  return [...packages].map(([path, rows]) => {
    const where = path === '' ? '' : ` in ${short(path)}`;
    const count = countBenchmarks(rows);
    const what = verdict === 'slower' ? 'slower' : count === 1 ? 'looks slower' : 'look slower';
    const named = rows.slice(0, MOST_NAMED).map((row) => comparisonText(row, baseline.name));
    const left = rows.length - named.length;
    if (left > 0) named.push(`and ${left} more`);
    return {
      level,
      title: annotationText(`flamegate: ${plural(count, 'benchmark')} ${what}${where}`, 200),
      message: annotationText(named.join('; '), 3000),
    };
  });
}

function comparisonText(row: JudgedComparison, base: string): string {
  const name = annotationText(row.benchmark, 120);
  const seldom =
    row.test !== 'run-level' || row.pAdjusted === null
      ? []
      : [`${oneIn(row.pAdjusted)} runs without a change has a benchmark as slow`];
  const rounds = row.test === 'paired' ? [`in ${plural(row.head?.runs ?? 0, 'round')} here`] : [];
  const looked =
    row.screened === null
      ? []
      : [
          `looked ${signed(row.screened.delta)} against ${plural(row.screened.runs, 'run')} of ${annotationText(base, 120)}`,
        ];
  const counted = row.test === 'counted' ? ['counted here'] : [];
  const evidence = [...seldom, ...rounds, ...counted, ...looked];
  const said = evidence.length === 0 ? '' : ` (${evidence.join(', ')})`;
  const change = annotationText(changeCell(row.delta, row.unit), 60);
  return `${name} ${annotationText(row.unit, 40)} ${change}${said}`;
}

function functionAnnotation(
  row: JudgedFunction,
  level: Annotation['level'],
  { resolve }: AnnotationOptions,
): Annotation {
  const name = annotationText(functionTitle(row), 120);
  const shares = `${share(row.base.flatFraction)} to ${share(row.head.flatFraction)}`;
  const profile = annotationText(row.sampleType.type, 40);
  const change = `${name}: flat ${profile} from ${shares}, ${pp(row.adjustedDelta)}.`;
  const verb = row.verdict === 'slower' ? 'got' : 'looks';
  return {
    level,
    title: annotationText(`flamegate: ${name} ${verb} heavier, ${pp(row.adjustedDelta)}`, 200),
    message: annotationText(`${change} ${row.reason}`, 3000),
    ...place(row, resolve),
  };
}

/** The function that took most of what a benchmark takes more. */
function countedAnnotation(
  { title, rows, isWorse }: CountedChange,
  level: Annotation['level'],
  { resolve }: AnnotationOptions,
): Annotation[] {
  const most = rows.find((row) => row.head > row.base);
  if (!isWorse || most === undefined) return [];
  const name = annotationText(most.name, 120);
  const [base, head, change] = countedCells(most);
  return [
    {
      level,
      title: annotationText(`flamegate: ${name} takes ${change} instructions`, 200),
      message: annotationText(`${name}: ${base} to ${head} instructions, of ${title}.`, 3000),
      ...place(most, resolve),
    },
  ];
}

/** A path that would not survive the escaping cannot be written in a workflow command. */
function place(
  { file, line }: Pick<JudgedFunction, 'file' | 'line'>,
  resolve: AnnotationOptions['resolve'],
): { file?: string; line?: number } {
  const path = file === '' ? null : resolve(file);
  if (path === null || path === '' || annotationText(path) !== path) return {};
  return line > 0 ? { file: path, line } : { file: path };
}
