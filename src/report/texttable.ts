/**
 * Layout of a table in a fixed-width font: cells that may span columns, a left margin for each
 * cell, no trailing spaces. Column widths count code points. What is in the cells, escaped, is the
 * caller's business. The rules are those of benchstat's tables, so that ours are byte for byte its.
 */

export type Align = 'left' | 'center' | 'right';

export interface Cell {
  readonly column: number;
  /** Columns it covers, at least 1. */
  readonly span: number;
  readonly text: string;
  readonly align: Align;
  /** Printed before the text. A column's margin is as wide as the widest of its cells'. */
  readonly margin: string;
}

/** A cell of one column or more; the margin is one space except in the first column. */
export function cell(
  column: number,
  text: string,
  options: { span?: number; align?: Align; margin?: string } = {},
): Cell {
  const margin = options.margin ?? (column === 0 || text === '' ? '' : ' ');
  return { column, span: options.span ?? 1, text, align: options.align ?? 'left', margin };
}

const width = (text: string): number => {
  let points = 0;
  for (const _ of text) points++;
  return points;
};

/**
 * The lines of a table, one for each row. Cells of a row are in the order of their columns. Where
 * a spanning cell needs more room than its columns have, those of them grow that are not in
 * `fixedColumns`, to the same width if they can.
 */
export function layOut(
  rows: readonly (readonly Cell[])[],
  fixedColumns: ReadonlySet<number> = new Set(),
): string[] {
  const columns = rows.flat().reduce((most, c) => Math.max(most, c.column + c.span), 0);
  const margins = new Array<number>(columns).fill(0);
  for (const c of rows.flat()) {
    margins[c.column] = Math.max(margins[c.column] ?? 0, width(c.margin));
  }
  const starts = columnStarts(rows, margins, fixedColumns);
  return rows.map((row) => layOutRow(row, margins, starts));
}

/** Where each column's margin begins; one more entry for the end of the table. */
function columnStarts(
  rows: readonly (readonly Cell[])[],
  margins: readonly number[],
  fixedColumns: ReadonlySet<number>,
): number[] {
  const widths = new Array<number>(margins.length).fill(0);
  const narrowFirst = rows.flat().sort((a, b) => a.span - b.span);
  for (const c of narrowFirst) {
    const needed = width(c.text) + (margins[c.column] ?? 0);
    const covered = Array.from({ length: c.span }, (_, i) => c.column + i);
    if (needed <= covered.reduce((sum, value) => sum + (widths[value] ?? 0), 0)) continue;
    if (c.span === 1) widths[c.column] = needed;
    else widen(covered, needed, widths, fixedColumns);
  }
  const starts = [0];
  for (const w of widths) starts.push((starts.at(-1) ?? 0) + w);
  return starts;
}

/** Columns that are wide already count for what they have; the others share the rest. */
function widen(
  columns: readonly number[],
  needed: number,
  widths: number[],
  fixedColumns: ReadonlySet<number>,
): void {
  const widthOf = (column: number): number => widths[column] ?? 0;
  const growing = columns.filter((value) => !fixedColumns.has(value));
  let left = columns
    .filter((value) => fixedColumns.has(value))
    .reduce((room, value) => room - widthOf(value), needed);
  growing.sort((a, b) => widthOf(b) - widthOf(a));
  for (const [i, column] of growing.entries()) {
    const share = Math.ceil(left / (growing.length - i));
    widths[column] = Math.max(widthOf(column), share);
    left -= widthOf(column);
  }
}

function layOutRow(
  row: readonly Cell[],
  margins: readonly number[],
  starts: readonly number[],
): string {
  let line = '';
  let at = 0;
  for (const c of row) {
    if (c.text.trim() === '' && c.margin.trim() === '') continue;
    const start = starts[c.column] ?? 0;
    const margin = margins[c.column] ?? 0;
    // A text that overflowed its columns pushes what follows to the right.
    const gap = Math.abs(start - at);
    const room = (starts[c.column + c.span] ?? start) - start - margin;
    const text = aligned(c.text, room, c.align);
    line += ' '.repeat(gap) + c.margin.padStart(margin) + text;
    at += start - at + margin + width(text);
  }
  return line;
}

function aligned(text: string, room: number, align: Align): string {
  const free = Math.max(0, room - width(text));
  if (align === 'right') return ' '.repeat(free) + text;
  return align === 'center' ? ' '.repeat(Math.floor(free / 2)) + text : text;
}
