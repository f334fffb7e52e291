/**
 * Results in a grid: projections say to which table, row and column each belongs; a cell has the centre of its samples
 * and is compared with the first column of its row. What is printed of it is the reports' business.
 */
import type { BenchmarkTable, TableCell, TableRow, Versus } from '../../model/benchtable.ts';
import type { Series } from '../../model/run.ts';
import { geometricMean, mean, median } from '../../stats/summary.ts';
import { exactly } from '../benchmarks/exact.ts';
import { commonest, scaleOf } from '../benchmarks/row.ts';
import { sampleLevel } from '../benchmarks/samples.ts';
import { aboutSide, aboutTest, plusMinus } from '../benchmarks/spread.ts';
import { type Key, type Labelled, type Projections, textOfKey, valueIn } from './project.ts';

export interface TableOptions {
  readonly test: 'welch' | 'mann-whitney';
  readonly alpha: number;
  /** Units that do not vary, as the benchmarks say. */
  readonly exact: ReadonlySet<string>;
}

interface GrowingCell {
  readonly samples: number[];
  /** What results had that no projection names. */
  readonly rest: Set<Key>;
}

type GrowingTable = Map<Key, Map<Key, GrowingCell>>;

/** Every table that has a result, in order. */
export function buildTables(
  results: readonly Labelled[],
  by: Projections,
  options: TableOptions,
): BenchmarkTable[] {
  const tables = new Map<Key, GrowingTable>();
  let last: { readonly of: Labelled; readonly place: Place } | null = null;
  for (const labelled of results) {
    // Results of one benchmark follow each other, most often.
    const place: Place =
      last !== null && isAlike(labelled, last.of) ? last.place : placeOf(labelled, by);
    last = { of: labelled, place };
    for (const { unit, value } of labelled.result.values) {
      const tableKey = entry(place.tables, unit, () => by.table.keyOf(labelled, unit));
      const table = entry(tables, tableKey, (): GrowingTable => new Map());
      const cells = entry(table, place.row, () => new Map<Key, GrowingCell>());
      const cell = entry(cells, place.col, () => ({ samples: [], rest: new Set<Key>() }));
      cell.samples.push(value);
      cell.rest.add(place.rest);
    }
  }
  return [...tables.keys()]
    .sort(by.table.compare)
    .map((key) => finish(key, tables.get(key) ?? new Map(), by, options));
}

/** Where a result belongs; its tables by unit. */
interface Place {
  readonly row: Key;
  readonly col: Key;
  readonly rest: Key;
  readonly tables: Map<string, Key>;
}

const placeOf = (labelled: Labelled, by: Projections): Place => ({
  row: by.row.keyOf(labelled),
  col: by.col.keyOf(labelled),
  rest: by.rest.keyOf(labelled),
  tables: new Map(),
});

const isAlike = (a: Labelled, b: Labelled): boolean =>
  a.file === b.file && a.result.name === b.result.name && a.result.settings === b.result.settings;

function entry<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  let value = map.get(key);
  if (value === undefined) {
    value = make();
    map.set(key, value);
  }
  return value;
}

function finish(
  key: Key,
  table: GrowingTable,
  by: Projections,
  options: TableOptions,
): BenchmarkTable {
  const fields = by.table.fields();
  const unit = fields.at(-1);
  const columns = [...new Set([...table.values()].flatMap((row) => [...row.keys()]))];
  columns.sort(by.col.compare);
  const unitName = unit === undefined ? '' : valueIn(key, unit);
  return {
    settings: fields
      .slice(0, -1)
      .map((field) => ({ name: field.name, value: valueIn(key, field) })),
    unit: unitName,
    columns: columns.map((item) => by.col.fields().map((field) => valueIn(item, field))),
    rows: [...table.keys()].sort(by.row.compare).map((row): TableRow => {
      const cells = columns.map((col) => table.get(row)?.get(col) ?? null);
      return { name: textOfKey(row, by.row), cells: rowCells(cells, unitName, by, options) };
    }),
  };
}

type Cells = readonly (GrowingCell | null)[];

function rowCells(
  cells: Cells,
  unit: string,
  by: Projections,
  options: TableOptions,
): (TableCell | null)[] {
  const declared = options.exact.has(unit);
  const series = cells.map((cell) => (cell === null ? null : seriesOf(cell, unit, declared)));
  const there = series.filter((item) => item !== null);
  const [first] = series;
  const scale = scaleOf(there);
  const isExact = (item: Series): boolean =>
    declared ||
    (first !== null &&
      first !== undefined &&
      exactly([first], [item], options.test === 'mann-whitney') !== null);
  const centre = (item: Series): number => {
    if (isExact(item)) return commonest([item]);
    if (options.test === 'mann-whitney') return median(item.samples);
    return scale === 'log' ? geometricMean(item.samples) : mean(item.samples);
  };
  return cells.map((cell, i) => {
    const item = series[i];
    if (cell === null || item === null || item === undefined) return null;
    const exact = isExact(item);
    return {
      center: centre(item),
      n: item.samples.length,
      plusMinus: plusMinus(item, options.test, exact),
      notes: [...varying(cell, by), ...aboutSide(item, options.test, exact)],
      versus:
        i === 0 || first === null || first === undefined
          ? null
          : against(first, item, centre(first), exact, options),
    };
  });
}

/** Samples in rising order, as benchstat has them: the first and last are the extremes. */
function seriesOf({ samples }: GrowingCell, unit: string, exact: boolean): Series {
  const sorted = samples.toSorted((a, b) => a - b);
  return { package: '', benchmark: '', unit, better: 'unknown', exact, samples: sorted };
}

function against(
  base: Series,
  head: Series,
  center: number,
  exact: boolean,
  options: TableOptions,
): Versus {
  const n = base.samples.length;
  if (exact) return { test: 'exact', p: null, center, n, notes: [] };
  const { test, alpha } = options;
  const { p } = sampleLevel(base.samples, head.samples, {
    scale: scaleOf([base, head]),
    ...{ test, alpha, lowerIsBetter: true },
  });
  return { test, p, center, n, notes: aboutTest({ p }, base, head, options) };
}

/** That results which differ elsewhere were taken for samples of one. */
function varying({ rest }: GrowingCell, by: Projections): string[] {
  const [first, ...others] = rest;
  if (first === undefined || others.length === 0) return [];
  const names = by.rest
    .fields()
    .filter((field) => others.some((key) => valueIn(key, field) !== valueIn(first, field)))
    .map(({ name }) => name);
  return names.length === 0 ? [] : [`benchmarks vary in ${names.join(', ')}`];
}
