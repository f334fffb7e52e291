/**
 * Two benchmark files side by side, laid out as benchstat lays them out: a table for each package
 * and unit, `1.234µ ± 2%`, `~` where nothing was found, the geometric mean, numbered footnotes.
 * With the values of a Mann-Whitney comparison the text is benchstat's own, byte for byte. How the
 * centres, intervals and p-values came about is the caller's business.
 */
import type { BenchmarkTable, TableCell } from '../model/benchtable.ts';
import type { Spread } from '../model/comparison.ts';
import type { Environment } from '../model/run.ts';
import type { Warning } from '../model/warning.ts';
import { tableLines } from './benchtable.ts';
import { logLine } from './escape.ts';
import { warningLines } from './rows/sentences.ts';

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

/** The whole text, ending in a line break; warnings follow the tables. */
export function diffText(input: DiffInput): string {
  const blocks: string[] = [];
  let previous: string | undefined;
  for (const { packageName, rows } of tablesOf(input.rows)) {
    const lines = header(input, packageName, previous);
    previous = packageName;
    blocks.push([...lines, ...tableLines(tableOf(input, rows), input.alpha)].join('\n'));
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

/** The rows of one package and unit as a table: a column for each side that any of them has. */
function tableOf(input: DiffInput, rows: readonly Spread[]): BenchmarkTable {
  const sides = [
    ...(rows.some((row) => row.comparison.base !== null) ? (['base'] as const) : []),
    ...(rows.some((row) => row.comparison.head !== null) ? (['head'] as const) : []),
  ];
  return {
    settings: [],
    unit: rows[0]?.comparison.unit ?? '',
    columns: sides.map((side) => [input[side]]),
    rows: rows.map((row) => ({
      name: row.comparison.benchmark,
      cells: sides.map((side) => cellOf(row, side)),
    })),
  };
}

function cellOf(row: Spread, side: 'base' | 'head'): TableCell | null {
  const { comparison, footnotes } = row;
  const { test, p, base } = comparison;
  const item = comparison[side];
  if (item === null) return null;
  return {
    center: item.center,
    n: item.n,
    plusMinus: side === 'base' ? row.basePlusMinus : row.headPlusMinus,
    notes: footnotes[side],
    versus:
      side === 'base' || base === null
        ? null
        : { test, p, center: base.center, n: base.n, notes: footnotes.comparison },
  };
}
