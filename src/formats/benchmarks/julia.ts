/**
 * What `BenchmarkTools.save` writes of Julia's benchmarks: groups in groups, of trials (a sample each time) or of estimates
 * of them. A benchmark is named by its groups, `codec/encode/4096`. Its memory and allocations are the least of all samples.
 */
import type { Environment, InputFile } from '../../model/run.ts';
import type { BenchmarkRecord, Metric, Reading, Stated } from './format.ts';
import { type Json, jsonOf, listOf, numberOf, objectOf, textOf } from './json.ts';
import { type Losses, lose, noLosses } from './lost.ts';

/** Groups are not nested deeper than anybody would write them. */
const deepest = 50;

export function readJulia(input: InputFile): Reading | null {
  const [about, values] = listOf(jsonOf(input));
  if (objectOf(about).BenchmarkTools === undefined) return null;
  const lost = noLosses();
  const roots = listOf(values);
  const records = roots.flatMap((value, i) =>
    recordsOf(value, roots.length > 1 ? [String(i + 1)] : [], lost),
  );
  const environment = new Map<keyof Environment, Stated>();
  const version = textOf(objectOf(about).Julia);
  if (version !== '') environment.set('toolchain', { value: `Julia ${version}` });
  return { records, results: records.length, environment, warnings: [], lost };
}

/** A value is a pair of its type's name and its fields. */
function recordsOf(value: unknown, path: readonly string[], lost: Losses): BenchmarkRecord[] {
  const [type, fields] = listOf(value);
  const record = objectOf(fields);
  const name = path.join('/') || 'benchmark';
  if (type === 'BenchmarkGroup' && path.length < deepest) {
    return Object.entries(objectOf(record.data)).flatMap(([key, inner]) =>
      recordsOf(inner, [...path, key.replace(/^"(.*)"$/, '$1')], lost),
    );
  }
  if (type === 'Trial' || type === 'TrialEstimate') return [{ name, metrics: metricsOf(record) }];
  lose(lost, { name, message: `${name} is neither a group nor a trial nor an estimate` });
  return [];
}

function metricsOf({ times, time, gctimes, gctime, memory, allocs }: Json): Metric[] {
  const all = (many: unknown, one: unknown) => (Array.isArray(many) ? many : [one]).map(numberOf);
  return [
    { unit: 'ns/op', samples: all(times, time) },
    { unit: 'gc-ns/op', samples: all(gctimes, gctime) },
    { unit: 'B/op', samples: [numberOf(memory)] },
    { unit: 'allocs/op', samples: [numberOf(allocs)] },
  ];
}
