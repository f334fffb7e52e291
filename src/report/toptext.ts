/**
 * Profiles as text: the flat/cum table as `go tool pprof -top` prints it, and the table of two
 * profiles side by side. The numbers come finished; inline marks and the header lines that need
 * the profile file itself (build id, duration) are not printed.
 */
import type { ProfileComparison, ProfileSide } from '../model/functions.ts';
import type { FunctionTable, SampleType } from '../model/run.ts';
import { plural } from '../text/numbers.ts';
import { type BarRoom, bar, coloredBar } from './bars.ts';
import { logLine, logName } from './escape.ts';
import { commonProfileUnit, profilePercent, profileValue } from './profilescale.ts';
import { sourcePlace } from './rows/order.ts';
import { fraction, pCell, pp } from './scale.ts';
import { cell, layOut } from './texttable.ts';

/** Functions under this part of the total (by cum) are counted and not listed, as pprof does. */
const LEAST_FRACTION = 0.005;

const NAME_WIDTH = 200;

/** The table as `go tool pprof -top` lays it out, ending in a line break. */
export function topText(table: FunctionTable): string {
  const { sampleType, total } = table;
  const least = Math.abs(Math.trunc(sumOfFlat(table.functions) * LEAST_FRACTION));
  const rows = table.functions.filter(({ cum }) => Math.abs(cum) >= least);
  const unit = commonProfileUnit(rows, total, sampleType.unit);
  const value = (amount: number): string => profileValue(amount, sampleType.unit, unit);

  const shown = sumOfFlat(rows);
  const part = profilePercent(shown, total).trim();
  const lines = [
    logLine(`Type: ${sampleType.type}`),
    ...sliceLine(table),
    logLine(`Showing nodes accounting for ${value(shown)}, ${part} of ${value(total)} total`),
  ];
  const dropped = table.functions.length - rows.length;
  if (dropped > 0 && total !== 0) {
    const limit = value(Math.trunc(total * LEAST_FRACTION));
    lines.push(logLine(`Dropped ${plural(dropped, 'node')} (cum <= ${limit})`));
  }
  lines.push('      flat  flat%   sum%        cum   cum%');
  let sum = 0;
  for (const { name, flat, cum } of rows) {
    sum += flat;
    const columns = [
      value(flat).padStart(10),
      profilePercent(flat, total),
      profilePercent(sum, total),
      value(cum).padStart(10),
      profilePercent(cum, total),
    ];
    lines.push(logLine(`${columns.join(' ')}  ${logName(name, NAME_WIDTH)}`));
  }
  return `${lines.join('\n')}\n`;
}

const sliceLine = ({ slice }: { readonly slice?: string }): string[] =>
  slice === undefined ? [] : [logLine(`Slice: ${slice}`)];

function sumOfFlat(rows: FunctionTable['functions']): number {
  return rows.reduce((sum, { flat }) => sum + flat, 0);
}

/**
 * Two profiles side by side, the largest change of the flat fraction first, ending in a line
 * break. Fractions are of each side's own total, so that profiles of different length compare. On a
 * terminal (`room`) each function has a bar, and lines are kept to its width.
 */
export function functionDiffText(profile: ProfileComparison, room?: BarRoom): string {
  const { sampleType, base, head } = profile;
  const rows = profile.functions.filter(
    (row) =>
      Math.max(Math.abs(row.base.cumFraction), Math.abs(row.head.cumFraction)) >= LEAST_FRACTION,
  );
  const lines = [
    logLine(`Type: ${sampleType.type}`),
    ...sliceLine(profile),
    logLine(`base: ${sideText(base, sampleType)}`),
    logLine(`head: ${sideText(head, sampleType)}`),
  ];
  const dropped = profile.functions.length - rows.length;
  if (dropped > 0) {
    lines.push(`Dropped ${plural(dropped, 'function')} (cum < 0.5% on both sides)`);
  }
  lines.push(...differenceLines(rows, room));
  return `${lines.join('\n')}\n`;
}

type Difference = ProfileComparison['functions'][number];

/** What a number takes of a line; the rest of it is shared by the bar and the name. */
const NUMBERS_WIDTH = 10;
/** A line of fewer characters has room for the flat numbers only. */
const WIDE = 120;

function differenceLines(rows: readonly Difference[], room: BarRoom | undefined): string[] {
  const isWide = room === undefined || room.columns >= WIDE;
  const headings = ['base flat', 'head flat', 'delta', 'base cum', 'head cum', 'p'];
  const shown = isWide ? headings : headings.slice(0, 3);
  const left = (room?.columns ?? 0) - NUMBERS_WIDTH * shown.length;
  const half = Math.max(0, Math.min(20, Math.floor(left / 8)));
  const nameWidth = room === undefined ? NAME_WIDTH : Math.max(20, left - 2 * half - 5);
  const most = Math.max(0, ...rows.map((row) => Math.abs(row.flatDelta)));
  const line = (numbers: readonly string[], middle: string, name: string) => [
    ...numbers.slice(0, shown.length).map(right),
    ...(room === undefined ? [] : [cell(shown.length, middle, { margin: '  ' })]),
    cell(shown.length + (room === undefined ? 0 : 1), name, { margin: '  ' }),
  ];
  const body = rows.map((row) =>
    line(differenceNumbers(row), bar(row.flatDelta, most, half), withPlace(row, nameWidth)),
  );
  const laid = layOut([line(shown, '', 'function'), ...body]);
  return room?.color === true ? laid.map(coloredBar) : laid;
}

const right = (text: string, column: number) =>
  cell(column, text, { align: 'right', margin: column === 0 ? '' : '  ' });

const differenceNumbers = (row: Difference): string[] => [
  fraction(row.base.flatFraction),
  fraction(row.head.flatFraction),
  pp(row.flatDelta),
  fraction(row.base.cumFraction),
  fraction(row.head.cumFraction),
  pCell(row.p),
];

/** The place is left out where both do not fit. */
function withPlace(row: { name: string; file: string; line: number }, width: number): string {
  const place = sourcePlace(row);
  const name = logName(row.name, width);
  const both = name + (place === '' ? '' : ` (${logName(place, 80)})`);
  return width < NAME_WIDTH && [...both].length > width ? name : both;
}

function sideText(side: ProfileSide, sampleType: SampleType): string {
  const files = side.profiles === 1 ? '1 profile' : `${side.profiles} profiles`;
  const total = profileValue(side.total, sampleType.unit);
  const samples =
    side.samples === null ? 'an unknown number of samples' : plural(side.samples, 'sample');
  return `${total} in ${samples}, ${files}`;
}
