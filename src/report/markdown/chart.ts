/**
 * The last runs of the base and this one as a line, for a benchmark that is slower: a Mermaid chart (xychart-beta),
 * which GitHub draws. Folded. Names come from a pull request: only plain characters of them get into the chart.
 */
import type { JudgedComparison } from '../../model/comparison.ts';
import type { Evidence, MeasuredIn } from '../../model/evidence.ts';
import type { Verdict } from '../../model/verdict.ts';
import { median } from '../../stats/summary.ts';
import { benchmarkNames } from '../../text/names.ts';
import { plural } from '../../text/numbers.ts';
import { commonScale, unitIn } from '../../text/quantity.ts';
import { type Block, fixedBlock } from '../budget.ts';
import { fenced, markdownCode, markdownText } from '../escape.ts';
import { inOrder } from '../rows/order.ts';

/** More points than these say nothing in the width of a comment. */
const mostRuns = 20;
/** With fewer there is no course to see. */
const fewestRuns = 3;
const mostCharts = 3;

/** The charts of what is slower or a suspect, the worst first; `samples` as of the verdict's evidence. */
export function chartBlocks(verdict: Verdict, samples: Evidence['samples'] | undefined): Block[] {
  if (samples === undefined) return [];
  const name = benchmarkNames(verdict.comparisons);
  return inOrder(verdict.comparisons)
    .filter(
      (row) => row.gated && row.follows === null && ['slower', 'suspect'].includes(row.verdict),
    )
    .slice(0, mostCharts)
    .flatMap((row) => chart(row, name(row), samples(row), verdict.baseline.name));
}

function chart(
  row: JudgedComparison,
  name: string,
  { base, head }: { readonly base: readonly MeasuredIn[]; readonly head: readonly MeasuredIn[] },
  text: string,
): Block[] {
  const stored = base
    .filter(({ round }) => round === null)
    .slice(0, mostRuns)
    .toReversed();
  const now = head.filter(({ round }) => round === null).slice(0, 1);
  if (stored.length < fewestRuns || now.length === 0) return [];
  const values = [...stored, ...now].map(({ samples }) => median(samples));
  if (!values.every((value) => Number.isFinite(value) && Math.abs(value) < 1e15)) return [];
  const scale = commonScale(values, row.unit);
  const points = values.map((value) => Number((value / scale.factor).toPrecision(4)));
  const top = Number((Math.max(...points) * 1.1).toPrecision(3));
  const labels = [...stored.map(({ commit }) => short(commit)), 'now'];
  const lines = [
    'xychart-beta',
    `  title "${plain(name)}"`,
    `  x-axis [${labels.map((label, i) => `"${label || i + 1}"`).join(', ')}]`,
    `  y-axis "${plain(unitIn(row.unit, scale))}" 0 --> ${top > 0 ? top : 1}`,
    `  line [${points.join(', ')}]`,
  ];
  return [
    fixedBlock(
      `\n<details><summary>${markdownCode(name)} over the last ${plural(stored.length, 'run')} of ${markdownText(text, 60)}</summary>\n\n${fenced('mermaid', lines)}\n</details>\n`,
    ),
  ];
}

const short = (commit: string): string =>
  /^[0-9a-f]{12,}$/.test(commit) ? commit.slice(0, 6) : '';

/** What Mermaid takes between quotes without a thought: not nothing. */
const plain = (text: string): string =>
  text
    .slice(0, 80)
    .replace(/[^\p{L}\p{N} ./=_,:+()-]/gu, '_')
    .trim() || '-';
