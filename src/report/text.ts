/**
 * The verdict of the gate as text, for a log or a file: the headline, what changed in a table, the
 * functions that got heavier and those that are suspected, what was compared, what to do, every warning; as
 * wide as the place where it is shown, with colours where they are wanted.
 * The other texts are in benchstat.ts and toptext.ts and can be had from here, so that callers know one
 * module.
 */
import type { JudgedComparison } from '../model/comparison.ts';
import type { JudgedFunction } from '../model/functions.ts';
import type { Verdict } from '../model/verdict.ts';
import { benchmarkNames } from '../text/names.ts';
import { changeCell, counted, interval, plural, share } from '../text/numbers.ts';
import { rowScale } from '../text/quantity.ts';
import { type Tone, toned, tonedWord, toneOf } from './colors.ts';
import { type CountedChange, countedCells, countedChanges } from './counted.ts';
import { logLine, logName } from './escape.ts';
import { type Column, fitted, type Row, wrapped } from './fit.ts';
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

export type { Spread } from '../model/comparison.ts';
export { type DiffInput, diffText } from './benchstat.ts';
export { functionDiffText, topText } from './toptext.ts';

/** Up to this many comparisons, all are shown; beyond, what is as it was is only counted. */
const SHOW_ALL = 10;
const MOST_ROWS = 100;
const MOST_FUNCTIONS = 20;
const MOST_SUSPECTED = 10;
const NAME_WIDTH = 80;

/** Where the text is shown. */
export interface TextView {
  /** Characters of a line: tables fit it. */
  readonly columns: number;
  /** Whether sentences are broken between words there, too: in a terminal, which would break words. */
  readonly wraps: boolean;
  readonly color: boolean;
  readonly detail: 'first line' | 'usual' | 'all';
  /** Where rows are that were left out, in parentheses. */
  readonly elsewhere: string;
}

/** As wide as it comes. */
const plainView: TextView = {
  ...{ columns: Number.POSITIVE_INFINITY, wraps: false, color: false, detail: 'usual' },
  elsewhere: '(all in the JSON report)',
};

/** A line and its colour. */
interface Line {
  readonly text: string;
  readonly tone: Tone;
}

const plain = (text: string): Line => ({ text, tone: 'plain' });

/** The whole report; the headline is its first line, and it ends in a line break. */
export function gateText(verdict: Verdict, view: TextView = plainView): string {
  const headline = longLine(`${verdict.verdict}: ${verdict.headline}`);
  if (view.detail === 'first line') return `${withVerdict(headline, verdict, view)}\n`;
  const about = [
    ...(verdict.shift === null ? [] : [shiftSentence(verdict.shift, verdict.baseline.name)]),
    ...sourceSentences(verdict),
    environmentSentence(verdict),
  ].filter((line) => line !== '');
  const blocks: readonly (readonly Line[])[] = [
    comparisonLines(verdict.comparisons, baseName(verdict), view),
    ...countedChanges(verdict).map((change) => countedLines(change, view)),
    functionLines('got heavier', heavier(verdict.functions), MOST_FUNCTIONS, view),
    functionLines('suspected', suspectedToo(verdict.functions), MOST_SUSPECTED, view),
    ...[about, verdict.advice, warningLines(verdict.warnings)].map((block) =>
      block.flatMap((line) => sentence(longLine(line), view)).map(plain),
    ),
  ];
  const [first = '', ...next] = sentence(headline, view);
  const begin = [withVerdict(first, verdict, view), ...next].join('\n');
  const shown = blocks
    .filter((block) => block.length > 0)
    .map((block) => block.map((line) => shownLine(line, view)).join('\n'));
  return `${[begin, ...shown].join('\n\n')}\n`;
}

/** A last guard: cells are escaped and cut where they are made, sentences only here. */
const longLine = (line: string): string => logLine(line, 2000);

const sentence = (text: string, { wraps, columns }: TextView): string[] =>
  wraps ? wrapped(text, columns) : [text];

/** Colours are not part of what is escaped. */
const shownLine = ({ text, tone }: Line, { color }: TextView): string =>
  color ? toned(longLine(text), tone) : longLine(text);

/** The first line with its first word, the verdict, coloured. */
function withVerdict(line: string, { verdict }: Verdict, { color }: TextView): string {
  return color ? tonedWord(verdict, toneOf(verdict)) + line.slice(verdict.length) : line;
}

/** What the base's column counts: stored runs of main, or rounds. */
const baseName = ({ baseline, rounds }: Verdict): string =>
  baseline.runs === 0 && rounds !== null ? 'base (rounds)' : 'base (runs)';

function comparisonLines(
  comparisons: readonly JudgedComparison[],
  base: string,
  view: TextView,
): Line[] {
  const ordered = inOrder(comparisons);
  const name = benchmarkNames(comparisons);
  const important = changed(ordered);
  const isAll = ordered.length <= SHOW_ALL || view.detail === 'all';
  const matter = isAll ? ordered : important;
  const shown = view.detail === 'all' ? matter : matter.slice(0, MOST_ROWS);
  const columns: Column[] = [
    { heading: 'benchmark', align: 'left' },
    { heading: 'unit', align: 'left' },
    { heading: base, align: 'right' },
    { heading: 'head', align: 'right' },
    { heading: 'change', align: 'right' },
    { heading: '95 % interval', align: 'right', spare: 1 },
    { heading: 'by chance', align: 'right', spare: 2 },
    { heading: 'verdict', align: 'left' },
  ];
  const noted = new Set(view.detail === 'all' ? ordered : important);
  const rows = shown.map((row): Row => {
    const centers = [row.base, row.head].flatMap((side) => (side === null ? [] : [side.center]));
    const scale = rowScale(centers, row.unit, isExact(row));
    const value = (center: number): string =>
      row.test === 'counted' ? counted(center) : scaled(center, scale);
    const cells = [
      logName(name(row), NAME_WIDTH),
      logName(row.unit, 30),
      row.base === null ? '-' : `${value(row.base.center)} (${row.base.runs})`,
      row.head === null ? '-' : value(row.head.center),
      row.base === null || row.head === null ? '-' : changeCell(row.delta, row.unit),
      row.ci === null ? '-' : interval(row.ci),
      byChance(row),
      logName(verdictAndSight(row), 60),
    ];
    return { cells, note: logLine(reasonAndNotes(row), 300), isNoted: noted.has(row) };
  });
  const notShown = countByVerdict(matter.slice(shown.length));
  const listed = new Set(matter);
  const asBefore = countByVerdict(ordered.filter((row) => !listed.has(row)));
  const tones = shown.map(({ verdict, gated }) => (gated ? toneOf(verdict) : 'plain'));
  return [
    ...(rows.length === 0 ? [] : tableLines(columns, rows, tones, view)),
    ...(notShown === '' ? [] : [plain(`and ${notShown} more ${view.elsewhere}`)]),
    ...(asBefore === '' ? [] : [plain(`${asBefore} ${view.elsewhere}`)]),
  ];
}

function functionLines(
  title: string,
  matter: readonly JudgedFunction[],
  most: number,
  view: TextView,
): Line[] {
  if (matter.length === 0) return [];
  const columns: Column[] = [
    { heading: title, align: 'left' },
    { heading: 'at', align: 'left' },
    { heading: 'profile', align: 'left', spare: 1 },
    { heading: 'base flat', align: 'right' },
    { heading: 'head flat', align: 'right' },
    { heading: 'change', align: 'right' },
    { heading: '95 % interval', align: 'right', spare: 2 },
    { heading: 'by chance', align: 'right', spare: 3 },
    { heading: 'verdict', align: 'left' },
  ];
  const shown = view.detail === 'all' ? matter : matter.slice(0, most);
  const rows = shown.map((row): Row => {
    const cells = [
      logName(functionTitle(row), NAME_WIDTH),
      logName(sourcePlace(row) || '-', 60),
      logName(row.sampleType.type, 20),
      share(row.base.flatFraction),
      share(row.head.flatFraction),
      pp(row.adjustedDelta),
      row.ci === null ? '-' : ppInterval(row.ci),
      byChance(row),
      functionWords(row),
    ];
    return { cells, note: logLine(reasonAndCost(row), 300), isNoted: true };
  });
  const left = matter.length - rows.length;
  const tones = shown.map(({ verdict, gated }) => (gated ? toneOf(verdict) : 'plain'));
  return [
    ...tableLines(columns, rows, tones, view),
    ...(left === 0 ? [] : [plain(`and ${plural(left, 'function')} more ${view.elsewhere}`)]),
  ];
}

function countedLines({ title, rows, rest }: CountedChange, view: TextView): Line[] {
  const columns: Column[] = [
    { heading: logName(title, NAME_WIDTH + 40), align: 'left' },
    { heading: 'at', align: 'left' },
    { heading: 'base', align: 'right' },
    { heading: 'head', align: 'right' },
    { heading: 'change', align: 'right' },
  ];
  const cells = rows.map((row) => [
    logName(row.name, NAME_WIDTH),
    logName(sourcePlace(row) || '-', 60),
    ...countedCells(row),
  ]);
  return [
    ...tableLines(
      columns,
      cells.map((texts) => ({ cells: texts, note: '', isNoted: false })),
      [],
      view,
    ),
    ...(rest === '' ? [] : sentence(longLine(rest), view).map(plain)),
  ];
}

/** A table as wide as the view; `tones` are those of its rows. */
function tableLines(
  columns: readonly Column[],
  rows: readonly Row[],
  tones: readonly Tone[],
  { columns: width }: TextView,
): Line[] {
  const note = rows.some((row) => row.note !== '') ? 'reason' : '';
  return fitted(columns, note, rows, width).flatMap(({ lines, notes }, i) => {
    const tone = tones[i - 1] ?? 'plain'; // the first are the headings
    return [...lines.map((text) => ({ text, tone })), ...notes.map(plain)];
  });
}
