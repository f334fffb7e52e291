/**
 * Results of no tool in particular, as any program can write them: JSON (an array, or an object with `benchmarks`), the same
 * objects one a line, or a table with a sample a row. schema/benchmarks.schema.json and docs/formats.md have what each
 * field means.
 */
import type { Better, Environment, InputFile } from '../../model/run.ts';
import type { Warning } from '../../model/warning.ts';
import { numberIn, tableOf } from './csv.ts';
import type { BenchmarkRecord, Metric, Reading, Stated } from './format.ts';
import { inBase } from './inbase.ts';
import { type Json, jsonLinesOf, jsonOf, listOf, numberOf, objectOf, textOf } from './json.ts';
import { type Losses, lose, noLosses } from './lost.ts';
import { toldApart } from './toldapart.ts';
import { undirected } from './undirected.ts';

export function readGenericJson(input: InputFile): Reading | null {
  const whole = jsonOf(input);
  const entries = Array.isArray(whole) ? whole : listOf(objectOf(whole).benchmarks);
  const lost = noLosses();
  const records = entries.flatMap((entry, i) =>
    recordOf(objectOf(entry), lost, { place: `the benchmark ${i + 1}` }),
  );
  return readingOf(input, records, lost, objectOf(objectOf(whole).environment));
}

export function readGenericLines(input: InputFile): Reading | null {
  const lost = noLosses();
  const records: BenchmarkRecord[] = [];
  const broken = (line: number) => {
    lose(lost, { name: '', line, message: 'this line is no JSON: was the file cut off?' });
  };
  for (const { line, value } of jsonLinesOf(input, broken)) {
    records.push(...recordOf(objectOf(value), lost, { place: 'this line', line }));
  }
  return readingOf(input, records, lost, {});
}

interface Place {
  readonly place: string;
  readonly line?: number;
}

function recordOf(entry: Json, lost: Losses, { place, ...at }: Place): BenchmarkRecord[] {
  const { name, unit, values, better, exact, labels } = entry;
  const missing = [
    ...(textOf(name) === '' ? ['"name", a text'] : []),
    ...(textOf(unit) === '' ? ['"unit", a text'] : []),
    ...(Array.isArray(values) && values.length > 0 ? [] : ['"values", a list of numbers']),
    ...(better === undefined || isBetter(better) ? [] : ['"better", either lower or higher']),
  ];
  if (missing.length > 0) {
    const message = `${textOf(name) || place} has no ${missing.join(' and no ')}`;
    lose(lost, { name: textOf(name), ...at, message });
    return [];
  }
  const settings = new Map(
    Object.entries(objectOf(labels)).map(([key, value]) => [key, String(value)]),
  );
  const metric = metricOf(textOf(unit), listOf(values).map(numberOf), better, exact === true);
  return [{ name: textOf(name), settings, metrics: [metric] }];
}

const isBetter = (value: unknown): value is Better => value === 'lower' || value === 'higher';

function metricOf(
  told: string,
  values: readonly number[],
  better: unknown,
  isExact: boolean,
): Metric {
  const { unit, factor } = inBase(told);
  return {
    unit,
    samples: values.map((value) => value * factor),
    ...(isBetter(better) ? { better } : {}),
    ...(isExact ? { exact: true } : {}),
  };
}

const environmentKeys = ['goos', 'goarch', 'cpu', 'machine', 'build', 'toolchain'] as const;

function readingOf(
  { file }: InputFile,
  records: readonly BenchmarkRecord[],
  lost: Losses,
  stated: Json,
  more: readonly Warning[] = [],
): Reading {
  const environment = new Map<keyof Environment, Stated>();
  for (const key of environmentKeys) {
    const value = textOf(stated[key]);
    if (value !== '') environment.set(key, { value });
  }
  const warnings = [...more, ...undirected(file, records)];
  return { records: toldApart(records), results: records.length, environment, warnings, lost };
}

const known = new Set(['name', 'unit', 'value', 'better']);

/** Of the table each other column is a label. */
export function readGenericCsv(input: InputFile): Reading | null {
  const { columns, rows } = tableOf(input);
  const labels = columns.filter((name) => name !== '' && !known.has(name));
  const lost = noLosses();
  const warnings: Warning[] = [];
  const records = rows.flatMap(({ of: map, line, broken, isOpen }): BenchmarkRecord[] => {
    const name = map.get('name') ?? '';
    const unit = map.get('unit') ?? '';
    const value = map.get('value') ?? '';
    const better = map.get('better') || undefined;
    const problem = problemOf(isOpen ? null : broken, { name, unit, value, better });
    if (problem !== null) {
      lose(lost, { name, line, message: `${name || 'a result'}: this row ${problem}` });
      return [];
    }
    if (isOpen) {
      const message = `${name}: the last row has no line end: was the file cut off?`;
      warnings.push({ kind: 'syntax', file: input.file, line, message });
    }
    const settings = new Map(
      labels.flatMap((key): [string, string][] => {
        const label = map.get(key) ?? '';
        return label === '' ? [] : [[key, label]];
      }),
    );
    return [{ name, settings, metrics: [metricOf(unit, [numberIn(value)], better, false)] }];
  });
  return readingOf(input, records, lost, {}, warnings);
}

function problemOf(
  broken: string | null,
  {
    name,
    unit,
    value,
    better,
  }: {
    readonly name: string;
    readonly unit: string;
    readonly value: string;
    readonly better: string | undefined;
  },
): string | null {
  if (broken !== null) return broken;
  if (name === '' || unit === '') return `has no ${name === '' ? 'name' : 'unit'}`;
  if (Number.isNaN(numberIn(value))) return `has ${JSON.stringify(value)} for a value, no number`;
  if (better === undefined || isBetter(better)) return null;
  return `has ${JSON.stringify(better)} for better, which is lower or higher`;
}
