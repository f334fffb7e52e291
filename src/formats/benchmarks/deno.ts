/**
 * The JSON of `deno bench --json`: the mean of a benchmark's iterations. It is named by its file, its group and itself.
 * Files are absolute there: seenfrom.ts makes them those of the repository.
 */
import type { Environment, InputFile } from '../../model/run.ts';
import type { Warning } from '../../model/warning.ts';
import type { BenchmarkRecord, Reading, Stated } from './format.ts';
import { type Json, jsonOf, listOf, numberOf, objectOf, textOf } from './json.ts';
import { lose, noLosses } from './lost.ts';

export function readDeno(input: InputFile): Reading | null {
  const whole = objectOf(jsonOf(input));
  if (!Array.isArray(whole.benches)) return null;
  const warnings: Warning[] = [];
  const records: BenchmarkRecord[] = [];
  const lost = noLosses();
  for (const bench of whole.benches.map(objectOf)) {
    const file = textOf(bench.origin).replace(/^file:\/\//, '');
    const name = [file, textOf(bench.group), textOf(bench.name)].filter(Boolean).join(' > ');
    const results = listOf(bench.results).map(objectOf);
    if (results.length === 0) lose(lost, { name, message: `${name} has no result` });
    for (const { ok, failed } of results) {
      if (failed !== undefined) {
        const why = textOf(objectOf(failed).message) || 'no reason was given';
        warnings.push({ kind: 'failed', file: input.file, message: `${name} failed: ${why}` });
        continue;
      }
      records.push({ name, metrics: [{ unit: 'ns/op', samples: [numberOf(objectOf(ok).avg)] }] });
    }
  }
  return { records, results: records.length, environment: machineOf(whole), warnings, lost };
}

function machineOf({ cpu, runtime }: Json): Reading['environment'] {
  const stated = new Map<keyof Environment, Stated>();
  if (textOf(cpu) !== '') stated.set('cpu', { value: textOf(cpu) });
  if (textOf(runtime) !== '') stated.set('toolchain', { value: textOf(runtime) });
  return stated;
}
