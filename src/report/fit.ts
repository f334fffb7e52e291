/**
 * Tables and sentences in as many characters as a terminal has. A table that is too wide loses first its last
 * column to lines below the rows, then the columns that can be spared; a name that is still too long has a line
 * of its own. What is in the cells, escaped, is the caller's business.
 */
import { type Align, cell, layOut } from './texttable.ts';

export interface Column {
  readonly heading: string;
  readonly align: Align;
  /** Left out where the table is too wide, the highest number first; absent for one that stays. */
  readonly spare?: number;
}

export interface Row {
  /** As many as there are columns; the first is its name. */
  readonly cells: readonly string[];
  /** A sentence about the row: behind it where there is room, else below it; '' for none. */
  readonly note: string;
  /** False where the note is worth no line of its own. */
  readonly isNoted: boolean;
}

/** A name beside its numbers has at least this much room, else a line of its own. */
const NAME_ROOM = 20;
const MARGIN = 2;
const INDENT = '    ';

const length = (text: string): number => [...text].length;

/** The lines of a row, and below it those of its note. */
export interface Fitted {
  readonly lines: readonly string[];
  readonly notes: readonly string[];
}

/** The headings, then each row; `note` is the heading of the notes. */
export function fitted(
  columns: readonly Column[],
  note: string,
  rows: readonly Row[],
  width: number,
): readonly Fitted[] {
  const all = columns.map((_, i) => i);
  const heads = { cells: columns.map(({ heading }) => heading), note, isNoted: false };
  const table = [heads, ...rows];
  const wide = grid(columns, table, all, true);
  if (widest(wide) <= width) return wide.map((line) => ({ lines: [line], notes: [] }));
  const sets = fewerAndFewer(columns);
  const fits = sets.find((kept) => widest(grid(columns, table, kept, false)) <= width);
  const shown =
    fits === undefined
      ? namesApart(columns, table, sets, width)
      : grid(columns, table, fits, false).map((line) => [line]);
  return shown.map((lines, i) => {
    const row = table[i];
    const isBare = row === undefined || !row.isNoted || row.note === '';
    return { lines, notes: isBare ? [] : wrapped(row.note, width, INDENT, INDENT) };
  });
}

const widest = (lines: readonly string[]): number => Math.max(0, ...lines.map(length));

/** All columns, then without those that can be spared, one after the other. */
function fewerAndFewer(columns: readonly Column[]): number[][] {
  const spare = columns.flatMap(({ spare: rank }, i) => (rank === undefined ? [] : [{ rank, i }]));
  const order = spare.toSorted((a, b) => b.rank - a.rank).map(({ i }) => i);
  return [[], ...order.map((_, i) => order.slice(0, i + 1))].map((gone) =>
    columns.map((_, i) => i).filter((i) => !gone.includes(i)),
  );
}

/** One line for each row, of these columns; two spaces between them. */
function grid(
  columns: readonly Column[],
  rows: readonly Row[],
  kept: readonly number[],
  withNotes: boolean,
): string[] {
  return layOut(
    rows.map(({ cells, note }) => [
      ...kept.map((i, at) =>
        cell(at, cells[i] ?? '', {
          align: columns[i]?.align ?? 'left',
          margin: ' '.repeat(at === 0 ? 0 : MARGIN),
        }),
      ),
      ...(withNotes ? [cell(kept.length, note, { margin: ' '.repeat(MARGIN) })] : []),
    ]),
  );
}

/** As many columns as leave room for names of a usual length; longer ones stand above their numbers. */
function namesApart(
  columns: readonly Column[],
  rows: readonly Row[],
  sets: readonly (readonly number[])[],
  width: number,
): string[][] {
  const nameless = rows.map((row) => ({ ...row, cells: ['', ...row.cells.slice(1)] }));
  const taken = (kept: readonly number[]) => widest(grid(columns, nameless, kept, false));
  const kept = sets.find((values) => taken(values) + NAME_ROOM <= width) ?? sets.at(-1) ?? [];
  const room = Math.max(0, width - taken(kept));
  const beside = rows.map((row) => {
    const [name = '', ...others] = row.cells;
    return { ...row, cells: [length(name) <= room ? name : '', ...others] };
  });
  return grid(columns, beside, kept, false).map((line, i) => {
    const name = rows[i]?.cells[0] ?? '';
    return length(name) <= room ? [line] : [...pieces(name, width), line];
  });
}

/** `text` in lines of at most `width` characters, broken between words where that is possible. */
export function wrapped(text: string, width: number, first = '', next = '  '): string[] {
  if (length(first) + length(text) <= width) return [`${first}${text}`];
  const lines: string[] = [];
  let line = first;
  let isEmpty = true;
  for (const word of text.split(' ')) {
    const gap = isEmpty ? '' : ' ';
    if (length(line) + gap.length + length(word) <= width) {
      line += gap + word;
      isEmpty = false;
      continue;
    }
    if (!isEmpty) lines.push(line);
    const parts = pieces(word, Math.max(1, width - length(next)));
    const last = parts.pop() ?? '';
    lines.push(...parts.map((part) => next + part));
    line = next + last;
    isEmpty = false;
  }
  return [...lines, line];
}

function pieces(text: string, width: number): string[] {
  const characters = [...text];
  const parts: string[] = [];
  for (let at = 0; at < characters.length; at += width) {
    parts.push(characters.slice(at, at + width).join(''));
  }
  return parts;
}
