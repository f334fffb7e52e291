/**
 * The JSON of pytest-benchmark (`--benchmark-json`): every round of a test is a sample, in seconds
 * for one call. Without the rounds (`--benchmark-save` alone leaves them out) it is the median.
 */
import type { Environment, InputFile } from '../../model/run.ts';
import { fingerprint } from './fingerprint.ts';
import type { Reading, Stated } from './format.ts';
import { type Json, jsonOf, listOf, numberOf, objectOf, textOf } from './json.ts';

export function readPytestBenchmark(input: InputFile): Reading | null {
  const whole = objectOf(jsonOf(input));
  if (!Array.isArray(whole.benchmarks)) return null;
  const records = whole.benchmarks.map(objectOf).map((entry) => {
    const name = textOf(entry.fullname) || textOf(entry.name);
    const samples = samplesOf(objectOf(entry.stats));
    return { name, metrics: [{ unit: 'sec/op', samples }] };
  });
  const environment = machineOf(objectOf(whole.machine_info));
  return { records, results: records.length, environment, warnings: [] };
}

function machineOf(machine: Json): Reading['environment'] {
  const cpu = textOf(objectOf(machine.cpu).brand_raw);
  const python =
    `${textOf(machine.python_implementation)} ${textOf(machine.python_version)}`.trim();
  const settings = new Map<keyof Environment, Stated>();
  if (cpu !== '') settings.set('cpu', { value: cpu });
  const { count, l2_cache_size: l2, l3_cache_size: l3 } = objectOf(machine.cpu);
  const print = fingerprint(count, [l2, l3]);
  if (print !== '') settings.set('machine', { value: print });
  if (python !== '') settings.set('toolchain', { value: python });
  return settings;
}

function samplesOf(stats: Json): readonly number[] {
  const data = listOf(stats.data);
  return (data.length > 0 ? data : [stats.median]).map(numberOf);
}
