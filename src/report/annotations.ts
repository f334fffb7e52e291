/**
 * The verdict as workflow annotations: each function that got heavier at its source line, and the
 * benchmarks that regressed, one annotation a package. Plain text in plain values; writing the
 * workflow command, and escaping it, is the action's business.
 */
import type { JudgedComparison, JudgedFunction, Verdict } from '../model.ts';
import { annotationText } from './escape.ts';
import { functionTitle, heavier, inOrder } from './matters.ts';
import { fraction, pCell, percent, percentInterval, pp, ppInterval } from './scale.ts';
import { plural } from './sentences.ts';

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
 * What to annotate, the gravest first: at most ten, errors where the gate failed, warnings for
 * what is suspected; none where the gate passed or had nothing to compare with.
 */
export function annotations(verdict: Verdict, options: AnnotationOptions): Annotation[] {
  if (verdict.verdict === 'pass' || verdict.verdict === 'no-baseline') return [];
  const blamed = verdict.verdict === 'fail' ? 'error' : 'warning';
  const all = [
    ...regressedSets(verdict.comparisons, blamed),
    ...heavier(verdict.functions)
      .filter(({ gated, verdict: own }) => gated && own !== 'moved')
      .map((row) =>
        functionAnnotation(row, row.verdict === 'regressed' ? blamed : 'warning', options),
      ),
  ];
  if (all.length === 0) {
    return [{ level: blamed, title: 'flamegate', message: annotationText(verdict.headline) }];
  }
  const ordered = all.toSorted((a, b) => Number(b.level === 'error') - Number(a.level === 'error'));
  if (ordered.length <= MOST) return ordered;
  const left = ordered.length - MOST;
  return [
    ...ordered.slice(0, MOST),
    {
      level: blamed,
      title: `flamegate: and ${left} more`,
      message: `${left} more annotations are left out; the job summary has them all.`,
    },
  ];
}

function regressedSets(
  comparisons: readonly JudgedComparison[],
  level: Annotation['level'],
): Annotation[] {
  const sets = new Map<string, JudgedComparison[]>();
  for (const row of inOrder(comparisons)) {
    if (row.verdict !== 'regressed' || !row.gated) continue;
    const set = sets.get(row.package);
    if (set === undefined) sets.set(row.package, [row]);
    else set.push(row);
  }
  return [...sets].map(([name, rows]) => {
    const where = name === '' ? '' : ` in ${name}`;
    const named = rows.slice(0, MOST_NAMED).map(comparisonText);
    const left = rows.length - named.length;
    if (left > 0) named.push(`and ${left} more`);
    return {
      level,
      title: annotationText(
        `flamegate: ${plural(rows.length, 'benchmark metric')} regressed${where}`,
        200,
      ),
      message: annotationText(named.join('; '), 3000),
    };
  });
}

function comparisonText(row: JudgedComparison): string {
  const name = annotationText(row.benchmark, 120);
  const interval = row.ci === null ? '' : `95% interval ${percentInterval(row.ci)}, `;
  const rounds = row.test === 'paired' ? `, in ${plural(row.head?.runs ?? 0, 'round')} here` : '';
  const screened =
    row.screened === null
      ? ''
      : `, screened ${percent(row.screened.delta)} against ${plural(row.screened.runs, 'run')} of main`;
  const evidence = `${interval}p ${pCell(row.pAdjusted)}${rounds}${screened}`;
  return `${name} ${annotationText(row.unit, 40)} ${percent(row.delta)} (${evidence})`;
}

function functionAnnotation(
  row: JudgedFunction,
  level: Annotation['level'],
  { resolve }: AnnotationOptions,
): Annotation {
  const name = annotationText(functionTitle(row), 120);
  const interval = row.ci === null ? '' : ` (95% interval ${ppInterval(row.ci)})`;
  const shares = `${fraction(row.base.flatFraction)} to ${fraction(row.head.flatFraction)}`;
  const profile = annotationText(row.sampleType.type, 40);
  const change = `${name}: flat ${profile} from ${shares}, ${pp(row.adjustedDelta)}${interval}.`;
  return {
    level,
    title: annotationText(`flamegate: ${name} got heavier, ${pp(row.adjustedDelta)}`, 200),
    message: annotationText(`${change} ${row.reason}`, 3000),
    ...place(row, resolve),
  };
}

/** A path that would not survive the escaping cannot be written in a workflow command. */
function place(
  { file, line }: JudgedFunction,
  resolve: AnnotationOptions['resolve'],
): { file?: string; line?: number } {
  const path = file === '' ? null : resolve(file);
  if (path === null || path === '' || annotationText(path) !== path) return {};
  return line > 0 ? { file: path, line } : { file: path };
}
