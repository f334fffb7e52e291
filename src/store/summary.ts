/**
 * What a stored run measured, without its files: the series and the tables of functions, as the reader of the
 * files gave them. A gate that finds one need not open the run.
 *
 * It is bound to its run by the manifest's digest, and to how it was read by a key: whoever would read the
 * files otherwise (other filters, another version of the readers) does not use it. A run without one, or with
 * one that is damaged, is opened as ever.
 */
import { gunzipSync, gzipSync } from 'node:zlib';
import * as v from 'valibot';
import { InputError } from '../model/error.ts';
import type { FunctionTable, Run } from '../model/run.ts';
import { warningKinds } from '../model/warning.ts';
import { type Manifest, sha256 } from './manifest.ts';

export interface Summary {
  /** How the files were read; compared as it is. */
  readonly key: string;
  /** Of the manifest, as `digestOf` gives it. */
  readonly manifest: string;
  readonly run: Pick<Run, 'environment' | 'series' | 'tables' | 'warnings'>;
}

/** Larger ones are not written: to open the run is as fast. */
const longestInflated = 64 << 20;

/** What a summary is bound to. */
export const digestOf = (manifest: Manifest): string =>
  sha256(Buffer.from(JSON.stringify(manifest)));

/** The bytes of a summary; null for one that is too large. */
export function packSummary({ key, manifest, run }: Summary): Uint8Array | null {
  const strings = new Map<string, number>();
  const number = (text: string): number => {
    const known = strings.get(text) ?? strings.size;
    strings.set(text, known);
    return known;
  };
  const tables = run.tables.map(({ functions, ...table }) => ({
    table,
    name: functions.map(({ name }) => number(name)),
    file: functions.map(({ file }) => number(file)),
    line: functions.map(({ line }) => line),
    flat: functions.map(({ flat }) => flat),
    cum: functions.map(({ cum }) => cum),
    background: functions.flatMap((row, i) => (row.background === true ? [i] : [])),
  }));
  const content = { schemaVersion: 1, key, manifest, ...run, tables, strings: [...strings.keys()] };
  const bytes = Buffer.from(JSON.stringify(content));
  return bytes.length > longestInflated ? null : gzipSync(bytes);
}

export const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
export const text = v.string();
const texts = v.object({ type: text, unit: text });

/** Columns are long, and a schema for each number is slow. */
export const numbers = v.custom<number[]>(
  (value) => Array.isArray(value) && value.every((one) => Number.isFinite(one)),
  'is not a list of numbers',
);

const optional = v.exactOptional(text);

export const environment = v.object({
  goos: optional,
  goarch: optional,
  cpu: optional,
  machine: optional,
  build: optional,
  runner: optional,
  toolchain: optional,
});

/** Of a series all but its numbers. */
export const seriesHead = v.object({
  package: text,
  benchmark: text,
  unit: text,
  better: v.picklist(['lower', 'higher', 'unknown']),
  exact: v.boolean(),
});

const series = v.object({
  ...seriesHead.entries,
  samples: v.pipe(numbers, v.minLength(1)),
  passes: v.exactOptional(numbers),
});

export const table = v.object({
  source: text,
  program: optional,
  profiles: v.exactOptional(count),
  slice: optional,
  sampleType: texts,
  total: v.number(),
  background: v.exactOptional(v.number()),
  samples: v.nullable(v.number()),
  isDifference: v.exactOptional(v.literal(true)),
  seconds: v.exactOptional(v.number()),
});

const columns = v.object({
  ...{ table, name: numbers, file: numbers, line: numbers, flat: numbers, cum: numbers },
  background: numbers,
});

export const warning = v.object({
  kind: v.picklist(warningKinds),
  file: optional,
  line: v.exactOptional(v.number()),
  message: text,
});

const schema = v.object({
  schemaVersion: v.literal(1),
  key: text,
  manifest: text,
  environment,
  series: v.array(series),
  tables: v.array(columns),
  warnings: v.array(warning),
  strings: v.array(text),
});

/** Reads a summary back. Throws InputError for what is none: damaged, too large, of another schema. */
export function unpackSummary(bytes: Uint8Array): Summary {
  let json: unknown;
  try {
    json = JSON.parse(gunzipSync(bytes, { maxOutputLength: longestInflated }).toString());
  } catch {
    throw new InputError('the summary is not JSON in gzip');
  }
  const checked = v.safeParse(schema, json);
  if (!checked.success) throw new InputError('the summary is not of a schema that is known here');
  const { key, manifest, strings, ...run } = checked.output;
  const tables = run.tables.map((one) => tableOf(one, strings));
  const { environment: item, series: measured, warnings } = run;
  return { key, manifest, run: { environment: item, series: measured, tables, warnings } };
}

function tableOf(
  { table: about, name, file, line, flat, cum, background }: v.InferOutput<typeof columns>,
  strings: readonly string[],
): FunctionTable {
  if ([file, line, flat, cum].some(({ length }) => length !== name.length)) {
    throw new InputError('the columns of a table in the summary are not of one length');
  }
  const string = (index: number | undefined): string => {
    const found = strings[index ?? -1];
    if (found === undefined) throw new InputError('a name in the summary is missing');
    return found;
  };
  const isBackground = new Set(background);
  return {
    ...about,
    functions: name.map((value, i) => ({
      name: string(value),
      file: string(file[i]),
      line: line[i] ?? 0,
      flat: flat[i] ?? 0,
      cum: cum[i] ?? 0,
      ...(isBackground.has(i) ? { background: true as const } : {}),
    })),
  };
}
