/**
 * The JSON of pyperf (`-o FILE`): a sample is a value, which is the time of one loop.
 * Runs that only calibrate have no values and are passed over; what warms up is no sample. A suite's metadata is of all.
 */
import type { Environment, InputFile } from '../../model/run.ts';
import type { BenchmarkRecord, Reading, Stated } from './format.ts';
import { type Json, jsonOf, listOf, numberOf, objectOf, textOf } from './json.ts';
import { lose, noLosses } from './lost.ts';

const units: Readonly<Record<string, string>> = {
  second: 'sec/op',
  byte: 'B/op',
  integer: 'count',
};

export function readPyperf(input: InputFile): Reading | null {
  const whole = objectOf(jsonOf(input));
  if (!Array.isArray(whole.benchmarks)) return null;
  const common = objectOf(whole.metadata);
  const records: BenchmarkRecord[] = [];
  const lost = noLosses();
  let environment: Reading['environment'] = machineOf(common);
  for (const benchmark of whole.benchmarks.map(objectOf)) {
    const runs = listOf(benchmark.runs).map(objectOf);
    // What all runs of a benchmark share stands in the benchmark, what all benchmarks share in the suite.
    const metadata = { ...common, ...objectOf(runs[0]?.metadata), ...objectOf(benchmark.metadata) };
    const name = textOf(metadata.name) || 'benchmark';
    const measured = runs.filter(({ values }) => values !== undefined);
    const samples = measured.flatMap(({ values }) => listOf(values).map(numberOf));
    if (environment.size === 0) environment = machineOf(metadata);
    if (samples.length === 0 || measured.some(({ values }) => listOf(values).length === 0)) {
      lose(lost, { name, message: `${name} has a run without values` });
      if (samples.length === 0) continue;
    }
    const unit = units[textOf(metadata.unit) || 'second'] ?? textOf(metadata.unit);
    records.push({ name, metrics: [{ unit, samples }] });
  }
  return { records, results: records.length, environment, warnings: [], lost };
}

function machineOf(record: Json): Reading['environment'] {
  const stated = new Map<keyof Environment, Stated>();
  const python = `${textOf(record.python_implementation)} ${textOf(record.python_version).split(' ', 1)[0]}`;
  if (textOf(record.cpu_model_name) !== '')
    stated.set('cpu', { value: textOf(record.cpu_model_name) });
  if (python.trim() !== '') stated.set('toolchain', { value: python.trim() });
  return stated;
}
