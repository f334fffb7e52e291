/**
 * The JSON of pytest-benchmark (`--benchmark-json`): every round of a test is a sample, in seconds
 * for one call. Without the rounds (`--benchmark-save` alone leaves them out) it is the median.
 */
import { InputError } from '../../model/error.ts';
import type { InputFile } from '../../model/run.ts';
import type { Warning } from '../../model/warning.ts';
import {
  addSample,
  beginResult,
  benchmarkOf,
  type Collection,
  groupOf,
  type Setting,
} from './collection.ts';
import { isNumber, type Json, jsonObject, listOf, objectOf, textOf } from './jsonobject.ts';

export function readPytestBenchmark(
  input: InputFile,
  into: Collection,
): { readonly results: number; readonly warnings: readonly Warning[] } | null {
  const whole = jsonObject(input, 'machine_info');
  if (whole === null || !Array.isArray(whole.benchmarks)) return null;
  const group = groupOf(into, input.file, machineOf(objectOf(whole.machine_info)));
  let results = 0;
  for (const entry of listOf(whole.benchmarks).map(objectOf)) {
    const name = textOf(entry.fullname) || textOf(entry.name);
    const benchmark = benchmarkOf(group, name);
    beginResult(into, benchmark);
    for (const value of samplesOf(objectOf(entry.stats), name, input.file)) {
      addSample(benchmark, 0, 'sec/op', value);
    }
    results++;
  }
  return { results, warnings: [] };
}

function machineOf(machine: Json): Map<string, Setting> {
  const cpu = textOf(objectOf(machine.cpu).brand_raw);
  const python =
    `${textOf(machine.python_implementation)} ${textOf(machine.python_version)}`.trim();
  const settings = new Map<string, Setting>();
  if (cpu !== '') settings.set('cpu', { value: cpu, line: 1 });
  if (python !== '') settings.set('toolchain', { value: python, line: 1 });
  return settings;
}

function samplesOf(stats: Json, name: string, file: string): readonly number[] {
  const data = listOf(stats.data);
  const values = data.length > 0 ? data : [stats.median];
  if (values.every(isNumber)) return values;
  throw new InputError(`${JSON.stringify(name)} has no times that are numbers`, { file });
}
