/**
 * The JSON of Google Benchmark (`--benchmark_format=json`, `--benchmark_out`): one entry a
 * repetition. Aggregates of repetitions are left to the statistics here; where the tool was told to
 * give nothing else, the median is read as the one sample it is.
 */
import type { Environment, InputFile } from '../../model/run.ts';
import type { Warning } from '../../model/warning.ts';
import { fingerprint } from './fingerprint.ts';
import type { BenchmarkRecord, Metric, Reading, Stated } from './format.ts';
import { type Json, jsonOf, listOf, numberOf, objectOf, textOf, withoutNonFinite } from './json.ts';

const seconds: Readonly<Record<string, number>> = { ns: 1e-9, us: 1e-6, ms: 1e-3, s: 1 };

/** What an entry says about itself. Any other number in it is a counter. */
const described = new Set([
  ...['family_index', 'per_family_instance_index', 'repetitions', 'repetition_index', 'threads'],
  ...['iterations', 'real_time', 'cpu_time', 'total_iterations'],
]);
const renamed: Readonly<Record<string, string>> = {
  bytes_per_second: 'B/s',
  items_per_second: 'items/s',
  allocs_per_iter: 'allocs/op',
  max_bytes_used: 'max-bytes',
};

export function readGoogleBenchmark(input: InputFile): Reading | null {
  // It writes counters that are 0/0 or 1/0 as NaN and Infinity, which are no JSON.
  const whole = objectOf(jsonOf(input, withoutNonFinite));
  if (!Array.isArray(whole.benchmarks)) return null;
  const warnings: Warning[] = [];
  const records: BenchmarkRecord[] = [];
  for (const entry of samplesOf(listOf(whole.benchmarks).map(objectOf))) {
    const name = nameOf(entry);
    const failure = failureOf(entry);
    if (failure !== null) {
      const message = `${name} failed: ${failure}`;
      warnings.push({ kind: 'failed', file: input.file, message });
      continue;
    }
    const metrics = metricsOf(entry).map(([unit, value]) => ({ unit, samples: [value] }));
    records.push({ name, metrics });
  }
  const environment = machineOf(objectOf(whole.context));
  return { records, results: records.length, environment, warnings };
}

/** What the context tells of the machine. The clock is no part of it: on virtual machines it varies. */
function machineOf(context: Json): Reading['environment'] {
  const sizes = listOf(context.caches).map((item) => objectOf(item).size);
  const stated = new Map<keyof Environment, Stated>();
  const machine = fingerprint(context.num_cpus, sizes);
  if (machine !== '') stated.set('machine', { value: machine });
  const build = textOf(context.library_build_type);
  if (build !== '') stated.set('build', { value: build });
  return stated;
}

const nameOf = (entry: Json): string => textOf(entry.run_name) || textOf(entry.name);

/** The metrics of a line of its text: times (`real`, `cpu`) in `unit`, counters as they are. */
export function googleMetrics(
  values: readonly (readonly [string, number])[],
  unit: string,
): Metric[] {
  const factor = seconds[unit] ?? Number.NaN;
  return values.map(([name, value]): Metric => {
    if (name === 'real') return { unit: 'sec/op', samples: [value * factor] };
    if (name === 'cpu') return { unit: 'cpu-sec/op', samples: [value * factor] };
    return { unit: renamed[name] ?? name, samples: [value] };
  });
}

/** Versions before 1.5 do not tell aggregates apart, and then there are none without a suffix. */
function samplesOf(entries: readonly Json[]): Json[] {
  const single = entries.filter(
    (entry) => entry.run_type !== 'aggregate' && entry.skipped !== true,
  );
  const have = new Set(single.map(nameOf));
  const medians = entries.filter(
    (entry) =>
      entry.run_type === 'aggregate' &&
      entry.aggregate_name === 'median' &&
      !have.has(nameOf(entry)),
  );
  return [...single, ...medians];
}

function failureOf(entry: Json): string | null {
  if (entry.error_occurred !== true) return null;
  return textOf(entry.error_message) || 'no reason was given';
}

/** Units and values in the order of the entry, times first; a counter that is `null` was NaN or infinite. */
function metricsOf(entry: Json): (readonly [string, number])[] {
  const factor = seconds[textOf(entry.time_unit)] ?? Number.NaN;
  const counters = Object.entries(entry).flatMap(([key, value]) =>
    (typeof value === 'number' || value === null) && !described.has(key)
      ? [[renamed[key] ?? key, numberOf(value)] as const]
      : [],
  );
  return [
    ['sec/op', numberOf(entry.real_time) * factor],
    ['cpu-sec/op', numberOf(entry.cpu_time) * factor],
    ...counters,
  ];
}
