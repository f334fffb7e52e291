/** The rows of benchmarks as the page shows them: printed numbers, words, and every sample of both sides. */
import type { ComparisonVerdict, JudgedComparison } from '../../model/comparison.ts';
import type { Evidence, MeasuredIn } from '../../model/evidence.ts';
import type { FunctionVerdict } from '../../model/functions.ts';
import type { PageData, PageRow, PageRun, Tone } from '../../page/data.ts';
import { benchmarkNames } from '../../text/names.ts';
import { change } from '../../text/numbers.ts';
import { quantity, rowScale } from '../../text/quantity.ts';
import { pageText } from '../escape.ts';
import { inOrder, isExact, reasonAndNotes, verdictAndSight } from '../rows/order.ts';
import { shortCommit } from '../rows/sentences.ts';

/** In the order of all reports. `sides` is what a run without a commit is called. */
export function pageRows(
  comparisons: readonly JudgedComparison[],
  evidence: Pick<Evidence, 'samples'>,
  sides: BothNames,
): PageRow[] {
  const name = benchmarkNames(comparisons);
  const ids = new Set<string>();
  return inOrder(comparisons).map((row) => {
    const { base, head } = evidence.samples(row);
    return pageRow(row, unused(ids, `${name(row)} ${row.unit}`), name(row), {
      base: pageRuns(base, sides.base),
      head: pageRuns(head, sides.head),
    });
  });
}

type BothNames = PageData['names'];

/** The oldest first: stored runs come the newest first, rounds as they were run. */
function pageRuns(runs: readonly MeasuredIn[], side: string): PageRun[] {
  const stored = runs.filter(({ round }) => round === null).toReversed();
  const rounds = runs.filter(({ round }) => round !== null);
  return [...stored, ...rounds].map(({ commit, round, samples }) => ({
    name: pageText(
      round !== null ? `round ${round}` : commit === '' ? side : shortCommit(commit),
      60,
    ),
    samples,
    ...(round === null ? {} : { round }),
  }));
}

/** Names that only differ in what nobody sees get a number. */
function unused(ids: Set<string>, wanted: string): string {
  const short = pageText(wanted, 300);
  let id = short;
  for (let n = 2; ids.has(id); n++) id = `${short} (${n})`;
  ids.add(id);
  return id;
}

function pageRow(
  row: JudgedComparison,
  id: string,
  name: string,
  runs: Pick<PageRow, 'base' | 'head'>,
): PageRow {
  const { unit, base, head, delta, ci, better } = row;
  const centers = [base, head].flatMap((side) => (side === null ? [] : [side.center]));
  const scale = rowScale(centers, unit, isExact(row));
  const text = (side: JudgedComparison['base']): string =>
    side === null ? '-' : quantity(side.center, unit, scale);
  return {
    id,
    name: pageText(name),
    package: pageText(row.package),
    unit: pageText(unit, 60),
    isHigherBetter: better === 'higher',
    before: base?.center ?? null,
    now: head?.center ?? null,
    beforeText: pageText(text(base), 80),
    nowText: pageText(text(head), 80),
    change: delta,
    interval: ci?.every(Number.isFinite) ? ci : null,
    changeText: base === null || head === null ? '-' : change(delta, ci),
    threshold: row.threshold,
    word: pageText(verdictAndSight(row), 120),
    tone: row.follows === null ? toneOf(row.verdict, row.blind) : 'plain',
    reason: pageText(reasonAndNotes(row), 1000),
    ...runs,
  };
}

/** What a verdict is to the reader. */
export function toneOf(verdict: ComparisonVerdict | FunctionVerdict, blind = false): Tone {
  switch (verdict) {
    case 'slower':
      return 'worse';
    case 'suspect':
      return 'maybe';
    case 'faster':
      return 'better';
    case 'missing':
    case 'not-run':
      return 'gone';
    default:
      return blind ? 'maybe' : 'plain';
  }
}
