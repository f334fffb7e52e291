/**
 * Two sides of a diff as GitHub Markdown: what changed in tables, old and new, and the warnings. It
 * gives no verdict and speaks of no runs of main; those are in comment.ts.
 */
import type { JudgedComparison } from '../../model/comparison.ts';
import type { FunctionComparison } from '../../model/functions.ts';
import type { Verdict } from '../../model/verdict.ts';
import { benchmarkNames } from '../../text/names.ts';
import { plural } from '../../text/numbers.ts';
import { commonScale, quantity } from '../../text/quantity.ts';
import { type Block, fitInto, fixedBlock } from '../budget.ts';
import { markdownCode, markdownText } from '../escape.ts';
import { inOrder, sourcePlace } from '../rows/order.ts';
import { warningLines } from '../rows/sentences.ts';
import { fraction, pCell, percent, percentInterval, pp } from '../scale.ts';

const cells = (...texts: readonly string[]): string => `| ${texts.join(' | ')} |\n`;
const p = (value: number | null): string => pCell(value).replace('<', '&lt;');

/** Functions under this part of the total (by cum) on both sides are left out, as in the text. */
const LEAST_FRACTION = 0.005;

/** At most `maxChars` UTF-16 units: a comment's limit. `old` and `now` are the paths compared. */
export function diffMarkdown(
  verdict: Verdict,
  { old, now, maxChars = 65_536 }: { old: string; now: string; maxChars?: number },
): string {
  const title = `### ${markdownText(old, 200)} → ${markdownText(now, 200)}\n`;
  return fitInto(
    [
      fixedBlock(title),
      comparisonsBlock(inOrder(verdict.comparisons)),
      ...verdict.profiles.map(({ functions, sampleType }) =>
        functionsBlock(
          functions.filter(
            ({ base, head }) =>
              Math.max(Math.abs(base.cumFraction), Math.abs(head.cumFraction)) >= LEAST_FRACTION,
          ),
          sampleType.type,
        ),
      ),
      warningsBlock(verdict),
    ].filter((block) => block !== null),
    maxChars,
    (text) => text.length,
  );
}

function comparisonsBlock(rows: readonly JudgedComparison[]): Block | null {
  if (rows.length === 0) return null;
  const name = benchmarkNames(rows);
  return {
    open: `\n${cells('benchmark', 'old', 'new', 'change', '95% interval', 'p')}|---|--:|--:|--:|--:|--:|\n`,
    close: '',
    total: rows.length,
    wanted: rows.length,
    row: (index) => {
      const row = rows[index];
      if (row === undefined) return '';
      const sides = [row.base, row.head];
      const known = sides.flatMap((side) => (side === null ? [] : [side.center]));
      const scale = commonScale(known, row.unit);
      return cells(
        markdownCode(name(row)),
        ...sides.map((side) =>
          side === null ? '-' : markdownText(quantity(side.center, row.unit, scale), 60),
        ),
        known.length < 2 ? '-' : percent(row.delta),
        row.ci === null ? '-' : percentInterval(row.ci),
        p(row.p),
      );
    },
    left: leftOut('row'),
    priority: 1,
  };
}

function functionsBlock(rows: readonly FunctionComparison[], type: string): Block | null {
  if (rows.length === 0) return null;
  const headings = cells('function', 'at', 'old', 'new', 'change', 'old cum', 'new cum', 'p');
  return {
    open: `\n**${markdownText(type, 30)}**\n\n${headings}|---|---|--:|--:|--:|--:|--:|--:|\n`,
    close: '',
    total: rows.length,
    wanted: rows.length,
    row: (index) => {
      const row = rows[index];
      if (row === undefined) return '';
      const place = sourcePlace(row);
      return cells(
        markdownCode(row.name),
        place === '' ? '-' : markdownCode(place, 80),
        fraction(row.base.flatFraction),
        fraction(row.head.flatFraction),
        pp(row.flatDelta),
        fraction(row.base.cumFraction),
        fraction(row.head.cumFraction),
        p(row.p),
      );
    },
    left: leftOut('function'),
    priority: 2,
  };
}

function warningsBlock({ warnings }: Verdict): Block | null {
  const lines = warningLines(warnings);
  if (lines.length === 0) return null;
  return {
    open: '\n',
    close: '',
    total: lines.length,
    wanted: lines.length,
    row: (index) => `- ${markdownText(lines[index] ?? '', 400)}\n`,
    left: leftOut('warning'),
    priority: 0,
  };
}

function leftOut(noun: string): (count: number) => string {
  return (count) => `\n${plural(count, noun)} left out here; --format json has them all.\n`;
}
