/**
 * Two benchmark files side by side, laid out as benchstat lays them out: a table for each package
 * and unit, `1.234µ ± 2%`, `~` where nothing was found, the geometric mean, numbered footnotes.
 * With the values of a Mann-Whitney comparison the text is benchstat's own, byte for byte. How the
 * centres, intervals and p-values came about is the caller's business.
 */
import type { Comparison, Side, Spread } from '../model/comparison.ts';
import type { Environment } from '../model/run.ts';
import type { Warning } from '../model/warning.ts';
import { commonScale, fixed } from '../text/quantity.ts';
import { logLine, logName } from './escape.ts';
import { warningLines } from './rows/sentences.ts';
import { percent, pValue, scaled } from './scale.ts';
import { type Cell, cell, layOut } from './texttable.ts';

export interface DiffInput {
  /** Headings of the two sides, usually the file names as given. */
  readonly base: string;
  readonly head: string;
  readonly environment: Environment;
  /** In the order of the files: tables, units and rows keep the order of first appearance. */
  readonly rows: readonly Spread[];
  /** A delta is shown where p <= alpha; benchstat's own is 0.05. */
  readonly alpha: number;
  readonly warnings: readonly Warning[];
}

const NAME_WIDTH = 200;

// Where the cells of a table are: the name, then for each side centre, ± and footnotes, then for
// the head delta, (p n) and footnotes, then the edge.
const NAME = 0;
const FIRST = 1;
const SECOND = 4;
const DELTA = 7;
const EDGE_OF_ONE = 10;
const EDGE_OF_TWO = 16;

/** The whole text, ending in a line break; warnings follow the tables. */
export function diffText(input: DiffInput): string {
  const blocks: string[] = [];
  let previous: string | undefined;
  for (const { packageName, rows } of tablesOf(input.rows)) {
    const lines = header(input, packageName, previous);
    previous = packageName;
    blocks.push([...lines, ...table(input, rows)].join('\n'));
  }
  if (input.warnings.length > 0) {
    blocks.push(
      warningLines(input.warnings)
        .map((line) => logLine(line))
        .join('\n'),
    );
  }
  return `${blocks.join('\n\n')}\n`;
}

interface Group {
  readonly packageName: string;
  readonly rows: readonly Spread[];
}

/** By package, then unit, each in the order of its first appearance in all rows. */
function tablesOf(rows: readonly Spread[]): Group[] {
  const packages = new Map<string, Map<string, Spread[]>>();
  const units = new Set<string>();
  for (const row of rows) {
    const { package: name, unit } = row.comparison;
    units.add(unit);
    const byUnit = packages.get(name) ?? new Map<string, Spread[]>();
    packages.set(name, byUnit);
    const group = byUnit.get(unit);
    if (group === undefined) byUnit.set(unit, [row]);
    else group.push(row);
  }
  return [...packages].flatMap(([packageName, byUnit]) =>
    [...units].flatMap((unit) => {
      const group = byUnit.get(unit);
      return group === undefined ? [] : [{ packageName, rows: group }];
    }),
  );
}

/** Configuration lines that differ from those of the table before. */
function header(input: DiffInput, name: string, previous: string | undefined): string[] {
  const { goos, goarch, cpu } = input.environment;
  const first = previous === undefined;
  const named = input.rows.some((row) => row.comparison.package !== '');
  const lines = first ? [line('goos', goos), line('goarch', goarch)] : [];
  if (named && name !== previous) lines.push(line('pkg', name));
  if (first) lines.push(line('cpu', cpu));
  return lines.filter((text) => text !== undefined);
}

function line(key: string, value: string | undefined): string | undefined {
  return value === undefined ? undefined : logLine(`${key}: ${value}`);
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

function table(input: DiffInput, rows: readonly Spread[]): string[] {
  const notes = footnotes();
  const labels = [
    ...(rows.some((row) => row.comparison.base !== null) ? [input.base] : []),
    ...(rows.some((row) => row.comparison.head !== null) ? [input.head] : []),
  ];
  const both = labels.length === 2;
  const unit = logName(rows[0]?.comparison.unit ?? '', NAME_WIDTH);
  const lines = layOut(
    [
      ...headings(labels, unit),
      ...rows.map((row) => rowCells(row, input.alpha, both, notes)),
      ...(rows.length > 1 ? [summaryCells(rows, both, notes)] : []),
    ],
    // Only the first column of a side grows when a heading is wider than the numbers under it.
    new Set([2, 3, 5, 6, 7, 8, 9]),
  );
  return [...lines, ...notes.lines()];
}

function headings(labels: readonly string[], unit: string): Cell[][] {
  const bar = ' │ ';
  const edge = cell(labels.length === 2 ? EDGE_OF_TWO : EDGE_OF_ONE, '', { margin: ' │' });
  const top = labels.map((label, i) =>
    cell(i === 0 ? FIRST : SECOND, logName(label, NAME_WIDTH), {
      span: i === 0 ? 3 : 6,
      align: 'center',
      margin: bar,
    }),
  );
  const units = labels.flatMap((_, i) => [
    cell(i === 0 ? FIRST : SECOND, unit, { span: 3, align: 'center', margin: bar }),
    ...(i === 0 ? [] : [cell(DELTA, 'vs base', { span: 3, margin: '  ' })]),
  ]);
  return [
    [...top, edge],
    [...units, edge],
  ];
}

function rowCells(row: Spread, alpha: number, both: boolean, notes: Footnotes): Cell[] {
  const { comparison } = row;
  const { base, head } = comparison;
  const centers = [base, head].flatMap((side) => (side === null ? [] : [side.center]));
  const scale = commonScale(centers, comparison.unit);
  const side = (value: Side, at: number, plusMinus: number | null, said: readonly string[]) => [
    cell(at, scaled(value.center, scale), { align: 'right' }),
    cell(at + 1, plusMinusText(plusMinus), { align: 'right', margin: ' ± ' }),
    cell(at + 2, notes.marks(said)),
  ];
  const cells = [cell(NAME, logName(comparison.benchmark, NAME_WIDTH))];
  if (base !== null) cells.push(...side(base, FIRST, row.basePlusMinus, row.footnotes.base));
  if (head !== null) {
    const at = both ? SECOND : FIRST;
    cells.push(...side(head, at, row.headPlusMinus, row.footnotes.head));
  }
  if (base !== null && head !== null) {
    cells.push(
      cell(DELTA, deltaText(comparison, base, head, alpha), { align: 'right' }),
      cell(DELTA + 1, `(${testText(comparison, base, head)})`),
      cell(DELTA + 2, notes.marks(row.footnotes.comparison)),
    );
  }
  return cells;
}

function plusMinusText(ratio: number | null): string {
  if (ratio === null || Number.isNaN(ratio)) return '?';
  return Number.isFinite(ratio) ? `${fixed(ratio * 100, 0)}%` : '∞';
}

/** `~` where no difference was found, or none could be tested. */
function deltaText(comparison: Comparison, base: Side, head: Side, alpha: number): string {
  const { test, p } = comparison;
  if (test !== 'exact' && (p === null || p > alpha)) return '~';
  if (base.center === head.center) return '0.00%';
  return base.center === 0 ? '?' : percent(head.center / base.center - 1);
}

function testText({ test, p }: Comparison, base: Side, head: Side): string {
  const n = base.n === head.n ? `n=${base.n}` : `n=${base.n}+${head.n}`;
  // An exact difference has no p; nor has benchstat one to print where its p underflows to 0.
  const exact = test === 'exact' || p === null || (test === 'mann-whitney' && p === 0);
  return exact ? n : `${pValue(p)} ${n}`;
}

/** The last row: geometric means of the centres, and of the ratios where both sides are. */
function summaryCells(rows: readonly Spread[], both: boolean, notes: Footnotes): Cell[] {
  const bases = rows.flatMap(({ comparison: { base } }) => (base === null ? [] : [base.center]));
  const heads = rows.flatMap(({ comparison: { head } }) => (head === null ? [] : [head.center]));
  const unit = rows[0]?.comparison.unit ?? '';
  const cells = [cell(NAME, 'geomean')];
  const center = (values: readonly number[], at: number, said: string[]): void => {
    const mean = geometricMean(values);
    if (mean === null) said.push('summaries must be >0 to compute geomean');
    else cells.push(cell(at, scaled(mean, commonScale([mean], unit)), { align: 'right' }));
  };
  const firstNotes: string[] = [];
  center(bases.length > 0 ? bases : heads, FIRST, firstNotes);
  cells.push(cell(FIRST + 2, notes.marks(firstNotes)));
  if (!both) return cells;

  const secondNotes: string[] = [];
  const ratios = ratiosOf(rows);
  if (ratios.length !== bases.length) {
    secondNotes.push('benchmark set differs from baseline; geomeans may not be comparable');
  }
  center(heads, SECOND, secondNotes);
  if (ratios.includes(null)) {
    cells.push(cell(DELTA, '?'));
  } else {
    const mean = geometricMean(ratios.filter((ratio) => ratio !== null));
    if (mean === null) secondNotes.push('ratios must be >0 to compute geomean');
    cells.push(
      mean === null ? cell(DELTA, '?') : cell(DELTA, percent(mean - 1), { align: 'right' }),
    );
  }
  cells.push(cell(DELTA + 2, notes.marks(secondNotes)));
  return cells;
}

/** head / base of each row that has both; null where it cannot be formed. */
function ratiosOf(rows: readonly Spread[]): (number | null)[] {
  return rows.flatMap(({ comparison: { base, head } }) => {
    if (base === null || head === null) return [];
    if (base.center === head.center) return [1];
    return [base.center === 0 ? null : head.center / base.center];
  });
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
