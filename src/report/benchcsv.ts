/**
 * Tables of benchmarks in benchstat's CSV layout, byte for byte: tables one below the other as in its text, numbers
 * unscaled, its warnings apart with the cell that they are of. The CSV of a verdict is in csv.ts.
 */
import type { BenchmarkTable } from '../model/benchtable.ts';
import { goNumber } from '../text/gonumber.ts';
import { deltaText, plusMinusText, summaryOf, testText } from './benchtable.ts';
import { changedSettings } from './benchtables.ts';
import { logLine } from './escape.ts';
import { percent } from './scale.ts';

export interface TablesCsv {
  readonly csv: string;
  /** `B6: benchmarks vary in .fullname`, a line each, as a spreadsheet names cells. */
  readonly notes: readonly string[];
}

export function tablesCsv(tables: readonly BenchmarkTable[], alpha: number): TablesCsv {
  const lines: string[][] = [];
  const notes: string[] = [];
  for (const [i, table] of tables.entries()) {
    if (i > 0) lines.push(['']);
    for (const setting of changedSettings(table, tables[i - 1])) lines.push([text(setting)]);
    addTable(table, alpha, lines, notes);
  }
  return { csv: lines.map((line) => `${line.map(quoted).join(',')}\n`).join(''), notes };
}

/** Of a column its centre and interval; but for the first one also delta and (p n). */
const startOf = (column: number): number => (column === 0 ? 1 : 3 + (column - 1) * 4);

function addTable(table: BenchmarkTable, alpha: number, lines: string[][], notes: string[]): void {
  const { columns, rows, unit } = table;
  const end = startOf(columns.length);
  const note = (at: number, said: readonly string[]) => {
    for (const item of said) notes.push(logLine(`${cellName(at)}${lines.length + 1}: ${item}`));
  };
  for (const [level] of (columns[0] ?? []).entries()) {
    lines.push(
      padded(
        columns.flatMap((column, i) => [
          text(column[level] ?? ''),
          ...Array<string>(startOf(i + 1) - startOf(i) - 1).fill(''),
        ]),
        end,
      ),
    );
  }
  const heading = columns.flatMap((_, i) => [
    text(unit),
    'CI',
    ...(i === 0 ? [] : ['vs base', 'P']),
  ]);
  lines.push(['', ...heading]);
  for (const { name, cells } of rows) {
    const line = [text(name)];
    for (const [i, cell] of cells.entries()) {
      if (cell === null) continue;
      fill(line, startOf(i));
      note(line.length, cell.notes);
      line.push(goNumber(cell.center), plusMinusText(cell.plusMinus));
      const { versus } = cell;
      if (versus === null) continue;
      note(line.length, versus.notes);
      line.push(deltaText(cell, versus, alpha), testText(cell, versus));
    }
    lines.push(line);
  }
  const last = ['geomean'];
  for (const [i, { center, ratio, notes: said }] of summaryOf(table).entries()) {
    fill(last, startOf(i));
    note(last.length, said);
    if (center !== null) last.push(goNumber(center));
    if (i === 0) continue;
    fill(last, startOf(i) + 2);
    last.push(ratio === null ? '?' : percent(ratio - 1));
  }
  fill(last, end);
  lines.push(last);
}

function fill(line: string[], to: number): void {
  while (line.length < to) line.push('');
}

/** A line of headings after the empty field over the names. */
function padded(headings: readonly string[], end: number): string[] {
  const line = ['', ...headings];
  fill(line, end);
  return line.slice(0, end);
}

/** As benchstat counts: right up to Z, and after it `BA`. */
function cellName(at: number): string {
  let name = '';
  for (let left = at; left > 0; left = Math.floor(left / 26)) {
    name = String.fromCharCode(0x41 + (left % 26)) + name;
  }
  return name === '' ? 'A' : name;
}

/** What a file says: on one line, and no formula for a spreadsheet. */
function text(said: string): string {
  const line = logLine(said, Number.POSITIVE_INFINITY);
  return /^\s*(?:[=@]|[+-](?!\d+$).)/.test(line) ? `'${line}` : line;
}

/** Quotes where encoding/csv of Go has them. */
const quoted = (field: string): string =>
  /[",\r\n]|^\s|^\\\.$/u.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
