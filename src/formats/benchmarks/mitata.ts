/**
 * The JSON of mitata (`run({ format: 'json' })`, on Node, Bun or Deno): each sample of a benchmark is the time of one
 * iteration in a batch, in ns; mitata sorts them and drops the extremes. Its heap is the bytes of an iteration.
 */
import type { Environment, InputFile } from '../../model/run.ts';
import type { Warning } from '../../model/warning.ts';
import type { BenchmarkRecord, Metric, Reading, Stated } from './format.ts';
import { type Json, jsonOf, listOf, numberOf, objectOf, textOf } from './json.ts';
import { lose, noLosses } from './lost.ts';

export function readMitata(input: InputFile): Reading | null {
  const whole = objectOf(jsonOf(input));
  if (!Array.isArray(whole.benchmarks)) return null;
  const groups = listOf(whole.layout).map((item) => textOf(objectOf(item).name));
  const warnings: Warning[] = [];
  const records: BenchmarkRecord[] = [];
  const lost = noLosses();
  for (const { alias, group, runs } of whole.benchmarks.map(objectOf)) {
    for (const { name: own, stats, error } of listOf(runs).map(objectOf)) {
      const names = [groups[Number(group)] ?? '', textOf(own) || textOf(alias)];
      const name = names.filter(Boolean).join(' > ');
      if (stats !== undefined) records.push({ name, metrics: metricsOf(objectOf(stats)) });
      else if (error !== undefined) {
        const why = textOf(objectOf(error).message) || textOf(error) || 'it has no times';
        warnings.push({ kind: 'failed', file: input.file, message: `${name} failed: ${why}` });
      } else lose(lost, { name, message: `${name} has no times` });
    }
  }
  const environment = machineOf(objectOf(whole.context));
  return { records, results: records.length, environment, warnings, lost };
}

function machineOf(context: Json): Reading['environment'] {
  const stated = new Map<keyof Environment, Stated>();
  const cpu = textOf(objectOf(context.cpu).name).trim();
  if (cpu !== '') stated.set('cpu', { value: cpu });
  const toolchain = `${textOf(context.runtime)} ${textOf(context.version)}`.trim();
  if (toolchain !== '') stated.set('toolchain', { value: toolchain });
  return stated;
}

function metricsOf({ samples, avg, heap, gc, counters }: Json): Metric[] {
  const each = listOf(samples).map(numberOf);
  const metrics: Metric[] = [{ unit: 'ns/op', samples: each.length > 0 ? each : [numberOf(avg)] }];
  const add = (unit: string, item: unknown) => {
    const { avg: mean } = objectOf(item);
    if (mean !== undefined) metrics.push({ unit, samples: [numberOf(mean)] });
  };
  add('heap-B/op', heap);
  add('gc-ns', gc);
  for (const [name, item] of Object.entries(objectOf(counters))) add(`${name}/op`, item);
  return metrics;
}
