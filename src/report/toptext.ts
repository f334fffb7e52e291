/**
 * Profiles as text: the flat/cum table as `go tool pprof -top` prints it, and the table of two
 * profiles side by side. The numbers come finished; inline marks and the header lines that need
 * the profile file itself (build id, duration) are not printed.
 */
import type { Means, ProfileComparison, ProfileSide } from '../model/functions.ts';
import type { FunctionTable, SampleType } from '../model/run.ts';
import { plural } from '../text/numbers.ts';
import { type BarRoom, bar, coloredBar } from './bars.ts';
import { logLine, logName } from './escape.ts';
import { profilePercent, profileValue } from './profilescale.ts';
import { firstOf, LEAST_FRACTION, type Print, type ProfileView, printer } from './profileview.ts';
import { sourcePlace } from './rows/order.ts';
import { fraction, pCell, pp } from './scale.ts';
import { cell, layOut } from './texttable.ts';

const NAME_WIDTH = 200;

/**
 * The table as `go tool pprof -top` lays it out, ending in a line break. With `means` these are shown; order and
 * choice are by the sums, as in pprof.
 *
 * @throws {InputError} for a unit that its values cannot be in
 */
export function topText(table: FunctionTable, view: ProfileView = {}, means?: Means): string {
  const { rows, value, heading, total } = chosenRows(table, view, means);
  const lines = [...heading, '      flat  flat%   sum%        cum   cum%'];
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

/** What a view chooses of a table. */
interface ChosenRows {
  readonly rows: FunctionTable['functions'];
  readonly value: Print;
  /** The lines above the table. */
  readonly heading: readonly string[];
  readonly total: number;
  /** The flat of all functions, shown or not. */
  readonly flatSum: number;
}

/** @throws as topText */
export function chosenRows(table: FunctionTable, view: ProfileView, means?: Means): ChosenRows {
  const { sampleType } = table;
  const { total } = means ?? table;
  const { nodeFraction = LEAST_FRACTION } = view;
  const flatSum = sumOfFlat(table.functions);
  const least = Math.abs(Math.trunc(flatSum * nodeFraction));
  const kept = inOrder(table.functions, view).filter(({ cum }) => Math.abs(cum) >= least);
  const rows = firstOf(kept, view).map((row) => ({ ...row, ...means?.of.get(row.name) }));
  const value = printer(view, rows, total, sampleType.unit);

  const shown = sumOfFlat(rows);
  const part = profilePercent(shown, total).trim();
  const heading = [
    logLine(`Type: ${means === undefined ? '' : 'mean_'}${sampleType.type}`),
    ...sliceLine(table),
    logLine(`Showing nodes accounting for ${value(shown)}, ${part} of ${value(total)} total`),
  ];
  const dropped = table.functions.length - kept.length;
  if (dropped > 0 && total !== 0) {
    const limit = value(Math.trunc(total * nodeFraction));
    heading.push(logLine(`Dropped ${plural(dropped, 'node')} (cum <= ${limit})`));
  }
  if (rows.length < kept.length && total !== 0) {
    heading.push(`Showing top ${rows.length} nodes out of ${kept.length}`);
  }
  return { rows, value, heading, total, flatSum };
}

const sliceLine = ({ slice }: { readonly slice?: string }): string[] =>
  slice === undefined ? [] : [logLine(`Slice: ${slice}`)];

function sumOfFlat(rows: FunctionTable['functions']): number {
  return rows.reduce((sum, { flat }) => sum + flat, 0);
}

/** Rows come by flat; by cum they are sorted here, those of equal cum by name. */
function inOrder(rows: FunctionTable['functions'], view: ProfileView): FunctionTable['functions'] {
  if (view.cum !== true) return rows;
  return rows.toSorted(
    (a, b) => Math.abs(b.cum) - Math.abs(a.cum) || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0),
  );
}

/**
 * Two profiles side by side, the largest change of the flat (or cum) fraction first, ending in a line
 * break. Fractions are of each side's own total, so that profiles of different length compare. Where the view
 * has a unit, values are in place of fractions, and their difference is that of `pprof -diff_base`. On a
 * terminal (`room`) each function has a bar, and lines are kept to its width.
 *
 * @throws {InputError} for a unit that its values cannot be in
 */
export function functionDiffText(
  profile: ProfileComparison,
  room?: BarRoom,
  view: ProfileView = {},
): string {
  const { sampleType, base, head } = profile;
  const { nodeFraction = LEAST_FRACTION } = view;
  const kept = largeEnough(profile, nodeFraction);
  const shown = shownDifferences(profile, kept, view);
  const rows = firstOf(shown.rows, view);
  const lines = [
    logLine(`Type: ${sampleType.type}`),
    ...sliceLine(profile),
    logLine(`base: ${sideText(base, sampleType)}`),
    logLine(`head: ${sideText(head, sampleType)}`),
  ];
  const dropped = profile.functions.length - kept.length;
  if (dropped > 0) {
    const limit = `${Number((nodeFraction * 100).toPrecision(12))}%`;
    lines.push(`Dropped ${plural(dropped, 'function')} (cum < ${limit} on both sides)`);
  }
  if (rows.length < kept.length) {
    lines.push(`Showing top ${rows.length} functions out of ${kept.length}`);
  }
  lines.push(...differenceLines(rows, shown, room));
  return `${lines.join('\n')}\n`;
}

const largeEnough = ({ functions }: ProfileComparison, nodeFraction: number): Difference[] =>
  functions.filter(
    (row) =>
      Math.max(Math.abs(row.base.cumFraction), Math.abs(row.head.cumFraction)) >= nodeFraction,
  );

/** The functions of a difference that a view chooses, in its order. */
export function shownFunctions(
  profile: ProfileComparison,
  view: ProfileView,
): readonly Difference[] {
  const kept = largeEnough(profile, view.nodeFraction ?? LEAST_FRACTION);
  return firstOf(shownDifferences(profile, kept, view).rows, view);
}

type Difference = ProfileComparison['functions'][number];

/** What a number takes of a line; the rest of it is shared by the bar and the name. */
const NUMBERS_WIDTH = 10;
/** A line of fewer characters has room for the flat numbers only. */
const WIDE = 120;

/** What a difference is shown as: rows in order, the change that a bar draws, and the numbers. */
interface Shown {
  readonly rows: readonly Difference[];
  readonly change: (row: Difference) => number;
  readonly numbers: (row: Difference) => string[];
}

function shownDifferences(
  { sampleType, base, head }: ProfileComparison,
  kept: readonly Difference[],
  view: ProfileView,
): Shown {
  const word = view.cum === true ? 'cum' : 'flat';
  if (view.values !== true) {
    const change =
      word === 'flat'
        ? (row: Difference) => row.flatDelta
        : (row: Difference) => row.head.cumFraction - row.base.cumFraction;
    const numbers = (row: Difference) => [
      fraction(row.base.flatFraction),
      fraction(row.head.flatFraction),
      pp(change(row)),
      fraction(row.base.cumFraction),
      fraction(row.head.cumFraction),
      pCell(row.p),
    ];
    return { rows: word === 'flat' ? kept : byChange(kept, change), change, numbers };
  }
  const sides = kept.flatMap((row) => [row.base, row.head]);
  const value = printer(view, sides, Math.max(base.total, head.total), sampleType.unit);
  const change = (row: Difference) => row.head[word] - row.base[word];
  const numbers = (row: Difference) => [
    value(row.base.flat),
    value(row.head.flat),
    change(row) > 0 ? `+${value(change(row))}` : value(change(row)),
    value(row.base.cum),
    value(row.head.cum),
    pCell(row.p),
  ];
  return { rows: byChange(kept, change), change, numbers };
}

/** Largest first, of either sign, then by name. */
const byChange = (rows: readonly Difference[], change: (row: Difference) => number): Difference[] =>
  rows.toSorted((a, b) => Math.abs(change(b)) - Math.abs(change(a)) || (a.name < b.name ? -1 : 1));

function differenceLines(
  rows: readonly Difference[],
  { change, numbers: numbersOf }: Shown,
  room: BarRoom | undefined,
): string[] {
  const isWide = room === undefined || room.columns >= WIDE;
  const headings = ['base flat', 'head flat', 'delta', 'base cum', 'head cum', 'p'];
  const shown = isWide ? headings : headings.slice(0, 3);
  const left = (room?.columns ?? 0) - NUMBERS_WIDTH * shown.length;
  const half = Math.max(0, Math.min(20, Math.floor(left / 8)));
  const nameWidth = room === undefined ? NAME_WIDTH : Math.max(20, left - 2 * half - 5);
  const most = rows.reduce((size, row) => Math.max(size, Math.abs(change(row))), 0);
  const line = (numbers: readonly string[], middle: string, name: string) => [
    ...numbers.slice(0, shown.length).map(right),
    ...(room === undefined ? [] : [cell(shown.length, middle, { margin: '  ' })]),
    cell(shown.length + (room === undefined ? 0 : 1), name, { margin: '  ' }),
  ];
  const body = rows.map((row) =>
    line(numbersOf(row), bar(change(row), most, half), withPlace(row, nameWidth)),
  );
  const laid = layOut([line(shown, '', 'function'), ...body]);
  return room?.color === true ? laid.map(coloredBar) : laid;
}

const right = (text: string, column: number) =>
  cell(column, text, { align: 'right', margin: column === 0 ? '' : '  ' });

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
