/**
 * The verdict of the gate as text, for a log or a file: the headline, what changed in a table, the
 * functions that got heavier and those that are suspected, what was compared, what to do, every warning.
 * The other texts are in benchstat.ts and toptext.ts and can be had from here, so that callers know one
 * module.
 */
import type { JudgedComparison } from '../model/comparison.ts';
import type { JudgedFunction } from '../model/functions.ts';
import type { Verdict } from '../model/verdict.ts';
import { benchmarkNames } from '../text/names.ts';
import { changeCell, counted, interval, plural, share } from '../text/numbers.ts';
import { rowScale } from '../text/quantity.ts';
import { type CountedChange, countedCells, countedChanges } from './counted.ts';
import { logLine, logName } from './escape.ts';
import {
  byChance,
  changed,
  countByVerdict,
  functionTitle,
  functionWords,
  heavier,
  inOrder,
  isExact,
  reasonAndCost,
  reasonAndNotes,
  sourcePlace,
  suspectedToo,
  verdictAndSight,
} from './rows/order.ts';
import {
  environmentSentence,
  shiftSentence,
  sourceSentences,
  warningLines,
} from './rows/sentences.ts';
import { pp, ppInterval, scaled } from './scale.ts';
import { type Align, cell, layOut } from './texttable.ts';

export type { Spread } from '../model/comparison.ts';
export { type DiffInput, diffText } from './benchstat.ts';
export { functionDiffText, topText } from './toptext.ts';

/** Up to this many comparisons, all are shown; beyond, what is as it was is only counted. */
const SHOW_ALL = 30;
const MOST_ROWS = 100;
const MOST_FUNCTIONS = 20;
const MOST_SUSPECTED = 10;
const NAME_WIDTH = 80;

/** The whole report; the headline is its first line, and it ends in a line break. */
export function gateText(verdict: Verdict): string {
  const about = [
    ...(verdict.shift === null ? [] : [shiftSentence(verdict.shift, verdict.baseline.name)]),
    ...sourceSentences(verdict),
    environmentSentence(verdict),
  ].filter((line) => line !== '');
  const blocks = [
    [`${verdict.verdict}: ${verdict.headline}`],
    comparisonLines(verdict.comparisons, baseName(verdict)),
    ...countedChanges(verdict).map(countedLines),
    functionLines('got heavier', heavier(verdict.functions), MOST_FUNCTIONS),
    functionLines('suspected', suspectedToo(verdict.functions), MOST_SUSPECTED),
    about,
    verdict.advice,
    warningLines(verdict.warnings),
  ];
  const lines = blocks.filter((block) => block.length > 0).map((block) => block.map(longLine));
  return `${lines.map((block) => block.join('\n')).join('\n\n')}\n`;
}

/** A last guard: cells are escaped and cut where they are made, sentences only here. */
const longLine = (line: string): string => logLine(line, 2000);

/** What the base's column counts: stored runs of main, or rounds. */
const baseName = ({ baseline, rounds }: Verdict): string =>
  baseline.runs === 0 && rounds !== null ? 'base (rounds)' : 'base (runs)';

function comparisonLines(comparisons: readonly JudgedComparison[], base: string): string[] {
  const ordered = inOrder(comparisons);
  const name = benchmarkNames(comparisons);
  const matter = ordered.length <= SHOW_ALL ? ordered : changed(ordered);
  const shown = matter.slice(0, MOST_ROWS);
  const headings = [
    'benchmark',
    'unit',
    base,
    'head',
    'change',
    '95 % interval',
    'by chance',
    'verdict',
    'reason',
  ];
  const rows = shown.map((row) => {
    const centers = [row.base, row.head].flatMap((side) => (side === null ? [] : [side.center]));
    const scale = rowScale(centers, row.unit, isExact(row));
    const value = (center: number): string =>
      row.test === 'counted' ? counted(center) : scaled(center, scale);
    return [
      logName(name(row), NAME_WIDTH),
      logName(row.unit, 30),
      row.base === null ? '-' : `${value(row.base.center)} (${row.base.runs})`,
      row.head === null ? '-' : value(row.head.center),
      row.base === null || row.head === null ? '-' : changeCell(row.delta, row.unit),
      row.ci === null ? '-' : interval(row.ci),
      byChance(row),
      logName(verdictAndSight(row), 60),
      logLine(reasonAndNotes(row), 300),
    ];
  });
  const notShown = countByVerdict(matter.slice(MOST_ROWS));
  const listed = new Set(matter);
  const asBefore = countByVerdict(ordered.filter((row) => !listed.has(row)));
  return [
    ...(rows.length === 0 ? [] : columns(headings, rows, 'llrrrrrll')),
    ...(notShown === '' ? [] : [`and ${notShown} more (all in the JSON report)`]),
    ...(asBefore === '' ? [] : [`${asBefore} (all in the JSON report)`]),
  ];
}

function functionLines(title: string, matter: readonly JudgedFunction[], most: number): string[] {
  if (matter.length === 0) return [];
  const headings = [
    title,
    'at',
    'profile',
    'base flat',
    'head flat',
    'change',
    '95 % interval',
    'by chance',
    'verdict',
    'reason',
  ];
  const rows = matter
    .slice(0, most)
    .map((row) => [
      logName(functionTitle(row), NAME_WIDTH),
      logName(sourcePlace(row) || '-', 60),
      logName(row.sampleType.type, 20),
      share(row.base.flatFraction),
      share(row.head.flatFraction),
      pp(row.adjustedDelta),
      row.ci === null ? '-' : ppInterval(row.ci),
      byChance(row),
      functionWords(row),
      logLine(reasonAndCost(row), 300),
    ]);
  const left = matter.length - rows.length;
  return [
    ...columns(headings, rows, 'lllrrrrrll'),
    ...(left === 0 ? [] : [`and ${plural(left, 'function')} more (all in the JSON report)`]),
  ];
}

function countedLines({ title, rows, rest }: CountedChange): string[] {
  const headings = [title, 'at', 'base', 'head', 'change'];
  const cells = rows.map((row) => [
    logName(row.name, NAME_WIDTH),
    logName(sourcePlace(row) || '-', 60),
    ...countedCells(row),
  ]);
  return [
    ...columns(
      headings.map((text) => logName(text, NAME_WIDTH + 40)),
      cells,
      'llrrr',
    ),
    ...(rest === '' ? [] : [rest]),
  ];
}

/** A table with two spaces between columns; `aligns` has l or r for each. */
function columns(
  headings: readonly string[],
  rows: readonly (readonly string[])[],
  aligns: string,
): string[] {
  return layOut(
    [headings, ...rows].map((row) =>
      row.map((text, column) => {
        const align: Align = aligns[column] === 'r' ? 'right' : 'left';
        return cell(column, text, { align, margin: column === 0 ? '' : '  ' });
      }),
    ),
  );
}
