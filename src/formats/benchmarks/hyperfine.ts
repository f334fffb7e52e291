/**
 * What hyperfine exports: as JSON (`--export-json`) the time of each run of a command, as CSV (`--export-csv`) the median.
 * The times that its processes took of the CPU are means.
 *
 * A command that ended with an exit code other than 0 each time (`--ignore-failure`) has it in its name: one that begins to
 * fail is another benchmark, and the one before is missing. Where only some of its runs failed, it failed.
 */
import type { InputFile } from '../../model/run.ts';
import type { Warning } from '../../model/warning.ts';
import { numberIn, tableOf } from './csv.ts';
import type { BenchmarkRecord, Metric, Reading } from './format.ts';
import { type Json, jsonOf, listOf, numberOf, objectOf, textOf } from './json.ts';
import { lose, noLosses } from './lost.ts';
import { toldApart } from './toldapart.ts';

export function readHyperfine(input: InputFile): Reading | null {
  const { results } = objectOf(jsonOf(input));
  if (!Array.isArray(results)) return null;
  const lost = noLosses();
  const warnings: Warning[] = [];
  const records = results.map(objectOf).flatMap((result, i): BenchmarkRecord[] => {
    const command = textOf(result.command);
    if (command === '') {
      lose(lost, { name: '', message: `the result ${i + 1} has no command` });
      return [];
    }
    const failure = failureOf(listOf(result.exit_codes));
    if (failure.message !== null) {
      const message = `${command} failed: ${failure.message}`;
      warnings.push({ kind: 'failed', file: input.file, message });
    }
    const given = Object.entries(objectOf(result.parameters));
    const settings = new Map(given.map(([name, value]) => [name, String(value)]));
    return [{ name: command + failure.suffix, settings, metrics: metricsOf(result) }];
  });
  return {
    records: toldApart(records),
    results: records.length,
    environment: new Map(),
    warnings,
    lost,
  };
}

/** What the exit codes of all runs say; null is one that a signal ended. */
function failureOf(codes: readonly unknown[]): {
  readonly message: string | null;
  readonly suffix: string;
} {
  const [first = 0, ...others] = new Set(codes);
  if (others.length === 0 && first !== null) {
    return { message: null, suffix: first === 0 ? '' : ` /exit=${String(first)}` };
  }
  const failed = codes.filter((code) => code !== 0);
  const with_ = [...new Set(failed)].map((code) => (code === null ? 'a signal' : String(code)));
  const message = `${failed.length} of ${codes.length} runs ended with ${with_.join(', ')}`;
  return { message, suffix: '' };
}

function metricsOf(result: Json): Metric[] {
  const { times, median, mean, user, system, memory_usage_byte: memory } = result;
  const samples = Array.isArray(times) && times.length > 0 ? times : [median ?? mean];
  const metrics: Metric[] = [{ unit: 'sec/op', samples: samples.map(numberOf) }];
  for (const [unit, value] of [
    ['user-sec/op', user],
    ['sys-sec/op', system],
  ] as const) {
    if (value !== undefined) metrics.push({ unit, samples: [numberOf(value)] });
  }
  if (Array.isArray(memory) && memory.length > 0) {
    metrics.push({ unit: 'peak-RSS-bytes', samples: memory.map(numberOf) });
  }
  return metrics;
}

const columnUnits = [
  ['median', 'sec/op'],
  ['user', 'user-sec/op'],
  ['system', 'sys-sec/op'],
] as const;

export function readHyperfineCsv(input: InputFile): Reading | null {
  const { columns, rows } = tableOf(input);
  const parameters = columns.filter((name) => name.startsWith('parameter_'));
  const lost = noLosses();
  const records = rows.flatMap(({ of: map, line, broken }): BenchmarkRecord[] => {
    const name = map.get('command') ?? '';
    if (broken !== null) {
      lose(lost, { name, line, message: `${name || 'a result'}: this row ${broken}` });
      return [];
    }
    const settings = new Map(
      parameters.map((key) => [key.slice('parameter_'.length), map.get(key) ?? '']),
    );
    const metrics = columnUnits.map(([column, unit]) => ({
      unit,
      samples: [numberIn(map.get(column) ?? '')],
    }));
    return [{ name, settings, metrics }];
  });
  return {
    records: toldApart(records),
    results: records.length,
    environment: new Map(),
    warnings: [],
    lost,
  };
}
