/**
 * One table of benchmarks as benchstat lays it out: `1.234µ ± 2%` in each column, what it is against the first one
 * (`~` where nothing was found), the geometric mean, numbered footnotes. Byte for byte benchstat's where the values
 * are of a Mann-Whitney comparison.
 */
import type { BenchmarkTable, TableCell, TableRow, Versus } from '../model/benchtable.ts';
import { commonScale, fixed } from '../text/quantity.ts';
import { logLine, logName } from './escape.ts';
import { percent, pValue, scaled } from './scale.ts';
import { type Cell, cell, layOut } from './texttable.ts';

const NAME_WIDTH = 200;

/** Cells of a column: centre, ± and footnotes; but for the first one also delta, (p n) and footnotes. */
const CENTER_CELLS = 3;
const DELTA_CELLS = 3;
const startOf = (column: number): number =>
  column === 0 ? 1 : 1 + CENTER_CELLS + (column - 1) * (CENTER_CELLS + DELTA_CELLS);

/** The lines of a table, and of its footnotes. A delta is shown where p <= alpha. */
export function tableLines(table: BenchmarkTable, alpha: number): string[] {
  const notes = footnotes();
  const { columns, rows } = table;
  const lines = layOut(
    [
      ...headings(columns),
      units(table),
      ...rows.map((row) => rowCells(row, table.unit, alpha, notes)),
      ...(rows.length > 1 ? [summaryCells(table, notes)] : []),
    ],
    innerCells(columns.length),
  );
  return [...lines, ...notes.lines()];
}

/** Only the first cell of a column grows when a heading is wider than the numbers under it. */
function innerCells(columns: number): ReadonlySet<number> {
  const inner = new Set<number>();
  for (let column = 0; column < columns; column++) {
    for (let at = startOf(column) + 1; at < startOf(column + 1); at++) inner.add(at);
  }
  return inner;
}

/** Numbers the footnotes of one table; equal texts share a number. */
interface Footnotes {
  readonly marks: (notes: readonly string[]) => string;
  readonly lines: () => string[];
}

function footnotes(): Footnotes {
  const numbers = new Map<string, number>();
  return {
    marks: (notes) =>
      notes
        .map((note) => {
          const number = numbers.get(note) ?? numbers.size + 1;
          numbers.set(note, number);
          return superscript(number);
        })
        .join(' '),
    lines: () => [...numbers].map(([note, number]) => logLine(`${superscript(number)} ${note}`)),
  };
}

function superscript(number: number): string {
  return String(number).replace(/\d/g, (digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'.charAt(Number(digit)));
}

const bar = ' │ ';
const edge = (columns: number): Cell => cell(startOf(columns + 1), '', { margin: ' │' });

/** A line for each level of the columns; neighbours of one value share a heading, within that of the level above. */
function headings(columns: BenchmarkTable['columns']): Cell[][] {
  const levels = columns[0]?.length ?? 0;
  return Array.from({ length: levels }, (_, level) => {
    const line: Cell[] = [];
    for (let from = 0; from < columns.length; ) {
      const isSame = (to: number): boolean =>
        columns[to]?.slice(0, level + 1).every((value, i) => value === columns[from]?.[i]) === true;
      let to = from + 1;
      while (to < columns.length && isSame(to)) to++;
      const span = startOf(to) - startOf(from);
      const label = logName(columns[from]?.[level] ?? '', NAME_WIDTH);
      line.push(cell(startOf(from), label, { span, align: 'center', margin: bar }));
      from = to;
    }
    return [...line, edge(columns.length)];
  });
}

function units({ columns, unit }: BenchmarkTable): Cell[] {
  const name = logName(unit, NAME_WIDTH);
  const line = columns.flatMap((_, i) => [
    cell(startOf(i), name, { span: CENTER_CELLS, align: 'center', margin: bar }),
    ...(i === 0
      ? []
      : [cell(startOf(i) + CENTER_CELLS, 'vs base', { span: DELTA_CELLS, margin: '  ' })]),
  ]);
  return [...line, edge(columns.length)];
}

function rowCells({ name, cells }: TableRow, unit: string, alpha: number, notes: Footnotes) {
  const centers = cells.flatMap((tableCell) => (tableCell === null ? [] : [tableCell.center]));
  const scale = commonScale(centers, unit);
  return [
    cell(0, logName(name, NAME_WIDTH)),
    ...cells.flatMap((tableCell, i) => {
      if (tableCell === null) return [];
      const at = startOf(i);
      const own = [
        cell(at, scaled(tableCell.center, scale), { align: 'right' }),
        cell(at + 1, plusMinusText(tableCell.plusMinus), { align: 'right', margin: ' ± ' }),
        cell(at + 2, notes.marks(tableCell.notes)),
      ];
      const { versus } = tableCell;
      if (versus === null) return own;
      return [
        ...own,
        cell(at + CENTER_CELLS, deltaText(tableCell, versus, alpha), { align: 'right' }),
        cell(at + CENTER_CELLS + 1, `(${testText(tableCell, versus)})`),
        cell(at + CENTER_CELLS + 2, notes.marks(versus.notes)),
      ];
    }),
  ];
}

export function plusMinusText(ratio: number | null): string {
  if (ratio === null || Number.isNaN(ratio)) return '?';
  return Number.isFinite(ratio) ? `${fixed(ratio * 100, 0)}%` : '∞';
}

/** `~` where no difference was found, or none could be tested. */
export function deltaText({ center }: TableCell, versus: Versus, alpha: number): string {
  const { test, p } = versus;
  if (test !== 'exact' && (p === null || p > alpha)) return '~';
  if (versus.center === center) return '0.00%';
  return versus.center === 0 ? '?' : percent(center / versus.center - 1);
}

/** `p=0.008 n=10`, or `n=10+9` of unequal sizes. */
export function testText({ n }: TableCell, { test, p, n: before }: Versus): string {
  const sizes = before === n ? `n=${n}` : `n=${before}+${n}`;
  // An exact difference has no p; nor has benchstat one to print where its p underflows to 0.
  const exact = test === 'exact' || p === null || (test === 'mann-whitney' && p === 0);
  return exact ? sizes : `${pValue(p)} ${sizes}`;
}

/** The last row: geometric means of the centres, and of the ratios where both columns have a cell. */
function summaryCells(table: BenchmarkTable, notes: Footnotes): Cell[] {
  const cells = [cell(0, 'geomean')];
  for (const [i, { center, ratio, notes: said }] of summaryOf(table).entries()) {
    const at = startOf(i);
    if (center !== null) {
      cells.push(cell(at, scaled(center, commonScale([center], table.unit)), { align: 'right' }));
    }
    if (i > 0) cells.push(ratioCell(at + CENTER_CELLS, ratio));
    cells.push(cell(startOf(i + 1) - 1, notes.marks(said)));
  }
  return cells;
}

const ratioCell = (at: number, ratio: number | null): Cell =>
  ratio === null ? cell(at, '?') : cell(at, percent(ratio - 1), { align: 'right' });

/** What a column is as a whole; null where there is no such mean. */
export interface ColumnSummary {
  readonly center: number | null;
  /** Of the ratios to the first column. */
  readonly ratio: number | null;
  readonly notes: readonly string[];
}

/** One for each column. */
export function summaryOf({ columns, rows }: BenchmarkTable): ColumnSummary[] {
  const inFirst = rows.filter(({ cells }) => cells[0] !== null).length;
  return columns.map((_, i) => {
    const cells = rows.flatMap((row) => row.cells[i] ?? []);
    const ratios = cells.flatMap((tableCell) =>
      tableCell.versus === null ? [] : [ratioOf(tableCell, tableCell.versus)],
    );
    const center = geometricMean(cells.map((tableCell) => tableCell.center));
    const known = ratios.filter((ratio) => ratio !== null);
    const ratio = known.length < ratios.length ? null : geometricMean(known);
    const notes = [
      ...(i > 0 && ratios.length !== inFirst
        ? ['benchmark set differs from baseline; geomeans may not be comparable']
        : []),
      ...(center === null ? ['summaries must be >0 to compute geomean'] : []),
      ...(i > 0 && ratio === null && known.length === ratios.length
        ? ['ratios must be >0 to compute geomean']
        : []),
    ];
    return { center, ratio, notes };
  });
}

/** Null where it cannot be formed. */
function ratioOf({ center }: TableCell, versus: Versus): number | null {
  if (versus.center === center) return 1;
  return versus.center === 0 ? null : center / versus.center;
}

/** Null where there is no value, or one that is not positive. */
function geometricMean(values: readonly number[]): number | null {
  if (values.length === 0 || values.some((value) => !(value > 0))) return null;
  let mean = 0;
  values.forEach((value, i) => {
    mean += (Math.log(value) - mean) / (i + 1);
  });
  return Math.exp(mean);
}
