/**
 * Bencher Metric Format: `{ "name": { "latency": { "value": 88.0, "lower_value": 87.4, "upper_value": 88.6 } } }`. A value is
 * one sample; its bounds are none. Units are those of the measures that Bencher knows by name; others have no
 * direction but by `units:` of the configuration.
 */
import type { InputFile } from '../../model/run.ts';
import type { Beginning } from './beginning.ts';
import type { Detect } from './detect.ts';
import type { BenchmarkRecord, Metric, Reading } from './format.ts';
import { type Json, jsonOf, numberOf, objectOf } from './json.ts';
import { lose, noLosses } from './lost.ts';
import { undirected } from './undirected.ts';

const measures: Readonly<Record<string, Pick<Metric, 'unit' | 'better'>>> = {
  latency: { unit: 'ns/op' },
  throughput: { unit: 'ops/s' },
  'build-time': { unit: 'sec' },
  'file-size': { unit: 'B' },
  instructions: { unit: 'instructions', better: 'lower' },
  'estimated-cycles': { unit: 'estimated-cycles', better: 'lower' },
  'total-accesses': { unit: 'total-accesses', better: 'lower' },
  'l2-accesses': { unit: 'l2-accesses', better: 'lower' },
  'ram-accesses': { unit: 'ram-accesses', better: 'lower' },
};

const isValue = (path: string): boolean => /\.(?:lower_value|upper_value|value)$/.test(path);

/** Names and measures may be any text: what tells the format is that all ends in values. */
export const isBmf: Detect = {
  is: ({ json }) =>
    json !== null && json.shape === 'object' && endsInValues(json.paths) ? 'yes' : 'no',
  lacks: ({ json }) =>
    json === null
      ? { near: 0, what: 'it is no JSON' }
      : { near: 0.1, what: 'it has no {"name": {"measure": {"value": 1}}}' },
};

/** The beginning may be cut behind a key. */
function endsInValues(paths: NonNullable<Beginning['json']>['paths']): boolean {
  const all = [...paths];
  if (!all.some((path) => path.endsWith('.value') && path.split('.').length > 2)) return false;
  const others = all.filter((path) => !isValue(path));
  // Sorted, what stands below a path follows it.
  const sorted = [...all].sort();
  const ends = others.filter((path) => {
    const next = firstAfter(sorted, `${path}.`);
    return next === undefined || !next.startsWith(`${path}.`);
  });
  return ends.length < 2 && !all.some((path) => path.includes('[]'));
}

/** The first that is not before `text`. */
function firstAfter(sorted: readonly string[], text: string): string | undefined {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? '') < text) low = middle + 1;
    else high = middle;
  }
  return sorted[low];
}

export function readBmf(input: InputFile): Reading | null {
  const lost = noLosses();
  const records = Object.entries(objectOf(jsonOf(input))).flatMap(
    ([name, item]): BenchmarkRecord[] => {
      const metrics = metricsOf(objectOf(item));
      if (metrics.length > 0) return [{ name, metrics }];
      lose(lost, { name, message: `${name} has no measure` });
      return [];
    },
  );
  const warnings = undirected(input.file, records);
  return { records, results: records.length, environment: new Map(), warnings, lost };
}

/** The unit of a measure, by its name or its slug. */
export function measureOf(name: string): Pick<Metric, 'unit' | 'better'> {
  const slug = name.toLowerCase().replaceAll(/[ _]/g, '-');
  return (Object.hasOwn(measures, slug) ? measures[slug] : undefined) ?? { unit: name };
}

const metricsOf = (record: Json): Metric[] =>
  Object.entries(record).map(([measure, told]) => ({
    ...measureOf(measure),
    samples: [numberOf(objectOf(told).value)],
  }));
