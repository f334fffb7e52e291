/**
 * The results of asv of one commit (`.asv/results/MACHINE/COMMIT-ENV.json`): each combination of parameters is a benchmark, with
 * its samples where they were recorded (`--record-samples`), else its result. What a benchmark counts says its name, as
 * asv has it: `time_` seconds, `mem_` and `peakmem_` bytes, `track_` anything. What failed has no result.
 */
import type { Environment, InputFile } from '../../model/run.ts';
import type { Warning } from '../../model/warning.ts';
import type { BenchmarkRecord, Reading, Stated } from './format.ts';
import { type Json, jsonOf, listOf, numberOf, objectOf, textOf } from './json.ts';

const kinds = [
  [/^time/i, 'sec/op'],
  [/^(?:peakmem|mem)/i, 'B'],
  [/^timeraw/i, 'sec/op'],
] as const;

export function readAsv(input: InputFile): Reading | null {
  const whole = objectOf(jsonOf(input));
  const columns = listOf(whole.result_columns).map(textOf);
  const results = Object.entries(objectOf(whole.results));
  const records: BenchmarkRecord[] = [];
  const warnings: Warning[] = [];
  for (const [benchmark, row] of results) {
    const item = Object.fromEntries(columns.map((name, i) => [name, listOf(row)[i]]));
    const unit = unitOf(benchmark);
    const values = listOf(item.result);
    const names = combinations(listOf(item.params).map(listOf));
    for (const [i, arguments_] of names.entries()) {
      const name = arguments_ === '' ? benchmark : `${benchmark}(${arguments_})`;
      const samples = listOf(listOf(item.samples)[i]);
      const value = values[i];
      if (value === null || value === undefined) {
        warnings.push({
          kind: 'failed',
          file: input.file,
          message: `${name} failed: asv has no result of it`,
        });
        continue;
      }
      const all = samples.length > 0 ? samples : [value];
      records.push({ name, metrics: [{ unit, samples: all.map(numberOf) }] });
    }
  }
  return { records, results: records.length, environment: machineOf(whole), warnings };
}

function unitOf(benchmark: string): string {
  const own = benchmark.slice(benchmark.lastIndexOf('.') + 1);
  return kinds.find(([is]) => is.test(own))?.[1] ?? 'value';
}

/** Most combinations of a suite; a hostile file may ask for any number. */
const most = 100_000;

/** The arguments of each call, the last parameter changing first. */
function combinations(params: readonly (readonly unknown[])[]): string[] {
  let all = [''];
  for (const values of params) {
    if (all.length * values.length > most) return [];
    all = all.flatMap((before) =>
      values.map((item) => (before === '' ? String(item) : `${before}, ${String(item)}`)),
    );
  }
  return all;
}

function machineOf({ params }: Json): Reading['environment'] {
  const { cpu, python } = objectOf(params);
  const stated = new Map<keyof Environment, Stated>();
  if (textOf(cpu) !== '') stated.set('cpu', { value: textOf(cpu) });
  if (/^\d/.test(textOf(python))) stated.set('toolchain', { value: `Python ${textOf(python)}` });
  return stated;
}
