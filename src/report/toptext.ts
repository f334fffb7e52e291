/**
 * Profiles as text: the flat/cum table as `go tool pprof -top` prints it, and the table of two
 * profiles side by side. The numbers come finished; inline marks and the header lines that need
 * the profile file itself (build id, duration) are not printed.
 */
import type { FunctionTable, ProfileComparison, ProfileSide, SampleType } from '../model.ts';
import { logLine, logName } from './escape.ts';
import { sourcePlace } from './matters.ts';
import { commonProfileUnit, profilePercent, profileValue } from './profilescale.ts';
import { fraction, pCell, pp } from './scale.ts';
import { plural } from './sentences.ts';
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
 * break. Fractions are of each side's own total, so that profiles of different length compare.
 */
export function functionDiffText(profile: ProfileComparison): string {
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
  const headings = ['base flat', 'head flat', 'delta', 'base cum', 'head cum', 'p'];
  const right = (text: string, column: number) =>
    cell(column, text, { align: 'right', margin: column === 0 ? '' : '  ' });
  const body = rows.map((row) => [
    ...[
      fraction(row.base.flatFraction),
      fraction(row.head.flatFraction),
      pp(row.flatDelta),
      fraction(row.base.cumFraction),
      fraction(row.head.cumFraction),
      pCell(row.p),
    ].map(right),
    cell(6, withPlace(row), { margin: '  ' }),
  ]);
  lines.push(...layOut([[...headings.map(right), cell(6, 'function', { margin: '  ' })], ...body]));
  return `${lines.join('\n')}\n`;
}

function withPlace(row: { name: string; file: string; line: number }): string {
  const place = sourcePlace(row);
  return logName(row.name, NAME_WIDTH) + (place === '' ? '' : ` (${logName(place, 80)})`);
}

function sideText(side: ProfileSide, sampleType: SampleType): string {
  const files = side.profiles === 1 ? '1 profile' : `${side.profiles} profiles`;
  const total = profileValue(side.total, sampleType.unit);
  return `${total} in ${plural(side.samples, 'sample')}, ${files}`;
}
