/**
 * Where a result belongs: projections take some of its keys as a tuple, and put such tuples in order. The rules are those
 * of golang.org/x/perf/benchproc: projections of one set share the keys, and what one of them names is no part of
 * another's `.config` (all `key: value` lines) or `.fullname`.
 */
import type { BenchmarkResult } from '../../model/result.ts';
import { baseOf, nameWithout, partOf } from './name.ts';
import { alpha, namedOrders, type Order } from './order.ts';
import { type KeySpec, parseProjection } from './projectionsyntax.ts';
import { scanner } from './syntax.ts';

/** A result, and the input it is of, which is its `.file`. */
export interface Labelled {
  readonly file: string;
  readonly result: BenchmarkResult;
}

/** What a projection takes of a result. The same values are the same object. */
export interface Key {
  /** By the index of a field; absent at the end where they are ''. */
  readonly values: readonly string[];
}

export interface Field {
  readonly name: string;
  readonly index: number;
  readonly order: Order;
}

export interface Projection {
  readonly keyOf: (labelled: Labelled, unit?: string) => Key;
  /** In the order in which keys are compared. `.config` is a field for each line that was seen so far. */
  readonly fields: () => readonly Field[];
  readonly compare: (a: Key, b: Key) => number;
}

/** The value of a field; '' where the result had none. */
export const valueIn = (key: Key, { index }: Field): string => key.values[index] ?? '';

/** All values that are not empty, as the name of a row. */
export const textOfKey = (key: Key, { fields }: Projection): string =>
  fields()
    .map((field) => valueIn(key, field))
    .filter((value) => value !== '')
    .join(' ');

export interface Asked {
  readonly table: string;
  readonly row: string;
  readonly col: string;
  readonly ignore: string;
}

export interface Projections {
  /** Its last field is `.unit`. */
  readonly table: Projection;
  readonly row: Projection;
  readonly col: Projection;
  /** What none of the others has: results of one cell should not differ in it. */
  readonly rest: Projection;
  /** False for results that a fixed order does not list. */
  readonly isListed: (labelled: Labelled) => boolean;
}

/** What all projections of a set name. */
interface Claimed {
  readonly settings: Set<string>;
  readonly name: Set<string>;
  hasConfig: boolean;
  hasFullname: boolean;
  readonly listed: ((labelled: Labelled) => boolean)[];
}

/** Throws InputError for what is no projection. */
export function projections(asked: Asked): Projections {
  const claimed: Claimed = {
    settings: new Set(),
    name: new Set(),
    hasConfig: false,
    hasFullname: false,
    listed: [],
  };
  const make = (flag: string, text: string, hasUnit = false): Projection =>
    projection(claimed, flag, text, parseProjection(flag, text), hasUnit);
  const table = make('--table', asked.table, true);
  const row = make('--row', asked.row);
  const col = make('--col', asked.col);
  make('--ignore', asked.ignore);
  const others = [
    ...(claimed.hasConfig ? [] : ['.config']),
    ...(claimed.hasFullname ? [] : ['.fullname']),
  ].join(' ');
  const rest = make('the rest', others);
  return {
    table,
    row,
    col,
    rest,
    isListed: (labelled) => claimed.listed.every((is) => is(labelled)),
  };
}

/** What stands for a key in a result. */
export function extractor(key: string): (labelled: Labelled) => string {
  if (key === '.name') return ({ result }) => baseOf(result.name);
  if (key === '.fullname') return ({ result }) => result.name;
  if (key === '.file') return ({ file }) => file;
  if (key.startsWith('/')) return ({ result }) => partOf(result.name, key);
  return ({ result }) => result.settings.get(key) ?? '';
}

/** A key of a projection as it grows. */
interface Part {
  readonly fields: Field[];
  readonly fill: (labelled: Labelled, row: string[]) => void;
  /** The values that were seen, in order; null where the order is another. */
  readonly seen: Map<string, number> | null;
}

function projection(
  claimed: Claimed,
  flag: string,
  text: string,
  specs: readonly KeySpec[],
  hasUnit: boolean,
): Projection {
  let size = 0;
  const newField = (name: string, order: Order): Field => ({ name, index: size++, order });
  const parts = specs.map((spec) => partFor(spec, claimed, newField, scanner(flag, text).error));
  const units = new Map<string, number>();
  const unit = hasUnit ? newField('.unit', firstSeen(units)) : null;
  if (unit !== null) parts.push({ fields: [unit], fill: () => {}, seen: units });
  const known = new Map<string, Key>();
  const fields = () => parts.flatMap((part) => part.fields);
  return {
    fields,
    keyOf: (labelled, unitName = '') => {
      const row: string[] = [];
      for (const { fill } of parts) fill(labelled, row);
      if (unit !== null) row[unit.index] = unitName;
      const values = Array.from(row, (value) => value ?? '');
      while (values.at(-1) === '') values.pop();
      const identity = JSON.stringify(values);
      const found = known.get(identity);
      if (found !== undefined) return found;
      for (const {
        seen,
        fields: [field],
      } of parts) {
        const value = field === undefined ? '' : (values[field.index] ?? '');
        if (seen !== null && !seen.has(value)) seen.set(value, seen.size);
      }
      const key = { values };
      known.set(identity, key);
      return key;
    },
    compare: (a, b) => {
      for (const field of fields()) {
        const [x, y] = [valueIn(a, field), valueIn(b, field)];
        if (x !== y) return field.order(x, y) || alpha(x, y);
      }
      return 0;
    },
  };
}

const firstSeen =
  (seen: ReadonlyMap<string, number>): Order =>
  (a, b) =>
    (seen.get(a) ?? 0) - (seen.get(b) ?? 0);

function partFor(
  { key, order, fixed, at, orderAt }: KeySpec,
  claimed: Claimed,
  newField: (name: string, order: Order) => Field,
  error: (message: string, at: number) => Error,
): Part {
  const isFixed = order === 'fixed';
  const seen = order === 'first' ? new Map<string, number>() : null;
  const by = isFixed
    ? firstSeen(new Map(fixed.map((value, i) => [value, i])))
    : seen !== null
      ? firstSeen(seen)
      : namedOrders.get(order);
  if (by === undefined) throw error('an order is alpha, num or a list of values', orderAt);
  if (key === '.unit') throw error('.unit is only for --filter', at);
  if (key === '') throw error('a key is not empty', at);
  if (key === '.config') {
    if (isFixed) throw error('.config is several keys and has no list of values', orderAt);
    return config(claimed, newField, by);
  }
  const extract = extractor(key);
  if (isFixed) claimed.listed.push((labelled) => fixed.includes(extract(labelled)));
  const field = newField(key, by);
  if (key === '.fullname') {
    claimed.hasFullname = true;
    const fill = ({ result }: Labelled, row: string[]) => {
      row[field.index] = nameWithout(result.name, claimed.name);
    };
    return { fields: [field], fill, seen };
  }
  const isOfName = key === '.name' || key.startsWith('/');
  (isOfName ? claimed.name : claimed.settings).add(key);
  const fill = (labelled: Labelled, row: string[]) => {
    row[field.index] = extract(labelled);
  };
  return { fields: [field], fill, seen };
}

/** All lines of the configuration that no projection names. Not in the order of appearance, as in benchproc. */
function config(
  claimed: Claimed,
  newField: (name: string, order: Order) => Field,
  order: Order,
): Part {
  claimed.hasConfig = true;
  const fields: Field[] = [];
  const byName = new Map<string, Field>();
  const fill = ({ result }: Labelled, row: string[]) => {
    for (const [name, value] of result.settings) {
      if (claimed.settings.has(name)) continue;
      let field = byName.get(name);
      if (field === undefined) {
        field = newField(name, order);
        byName.set(name, field);
        fields.push(field);
      }
      row[field.index] = value;
    }
  };
  return { fields, fill, seen: null };
}
