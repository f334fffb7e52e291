/**
 * The full JSON of BenchmarkDotNet (`--exporters fullJson`): an iteration is a sample and a launch is a pass, as it took them,
 * with outliers; where the measurements are left out, the values its statistics are of. What a diagnoser measured says
 * itself which way it improves.
 */
import type { Environment, InputFile } from '../../model/run.ts';
import type { Warning } from '../../model/warning.ts';
import { fingerprint } from './fingerprint.ts';
import type { BenchmarkRecord, Metric, Reading, Stated } from './format.ts';
import { inBase } from './inbase.ts';
import { type Json, jsonOf, listOf, numberOf, objectOf, textOf } from './json.ts';
import { lose, noLosses } from './lost.ts';
import { toldApart } from './toldapart.ts';

export function readBenchmarkDotNet(input: InputFile): Reading | null {
  const whole = objectOf(jsonOf(input));
  if (!Array.isArray(whole.Benchmarks)) return null;
  const lost = noLosses();
  const warnings: Warning[] = [];
  const records = whole.Benchmarks.map(objectOf).flatMap((entry, i): BenchmarkRecord[] => {
    const name = nameOf(entry);
    if (name === '') {
      lose(lost, { name, message: `the benchmark ${i + 1} has no name` });
      return [];
    }
    if (entry.Statistics === null) {
      const message = `${name} failed: it has no statistics`;
      warnings.push({ kind: 'failed', file: input.file, message });
      return [];
    }
    const settings = new Map([['job', jobOf(textOf(entry.DisplayInfo))]]);
    return [{ name, settings, metrics: metricsOf(entry) }];
  });
  const environment = machineOf(objectOf(whole.HostEnvironmentInfo));
  return { records: toldApart(records), results: records.length, environment, warnings, lost };
}

/** Versions before 0.10 have its parts alone. */
function nameOf({ FullName, Namespace, Type, Method, Parameters }: Json): string {
  if (textOf(FullName) !== '') return textOf(FullName);
  const parts = [Namespace, Type, Method].map(textOf).filter(Boolean);
  const parameters = textOf(Parameters) === '' ? '' : `(${textOf(Parameters)})`;
  return parts.length === 0 ? '' : parts.join('.') + parameters;
}

/** What a job was told, without the id that is drawn for it and the parameters behind it. */
function jobOf(display: string): string {
  const begin = display.indexOf(': ');
  if (begin < 0) return '';
  const parameters = display.endsWith(']') ? display.lastIndexOf(' [') : -1;
  const job = parameters < begin ? display.slice(begin + 2) : display.slice(begin + 2, parameters);
  return job.replace(/^Job-\w+/, 'Job');
}

function machineOf(host: Json): Reading['environment'] {
  const stated = new Map<keyof Environment, Stated>();
  const values = {
    cpu: textOf(host.ProcessorName) || textOf(objectOf(host.ProcessorName).Value),
    machine: fingerprint(host.LogicalCoreCount ?? host.ProcessorCount, []),
    toolchain: textOf(host.RuntimeVersion),
    build: textOf(host.Configuration).toLowerCase(),
  } as const;
  for (const key of ['cpu', 'machine', 'toolchain', 'build'] as const) {
    if (values[key] !== '') stated.set(key, { value: values[key] });
  }
  return stated;
}

function metricsOf({ Measurements, Statistics, Memory, Metrics }: Json): Metric[] {
  const metrics: Metric[] = [{ unit: 'ns/op', ...timesOf(listOf(Measurements), Statistics) }];
  const { BytesAllocatedPerOperation: bytes } = objectOf(Memory);
  if (bytes !== undefined && bytes !== null) {
    metrics.push({ unit: 'B/op', samples: [numberOf(bytes)] });
  }
  for (const { Value, Descriptor } of listOf(Metrics).map(objectOf)) {
    const { Id, Unit, TheGreaterIsBetter: greater } = objectOf(Descriptor);
    const name = textOf(Id);
    // What the memory diagnoser counts has been read.
    if (name === '' || /^(?:Allocated Memory|Gen\dCollects)$/.test(name)) continue;
    const { unit, factor } = inBase(textOf(Unit));
    const better = greater === true ? 'higher' : greater === false ? 'lower' : 'unknown';
    const samples = [numberOf(Value) * factor];
    metrics.push({
      unit: unit === '' || unit === 'Count' ? name : `${name}-${unit}`,
      samples,
      better,
    });
  }
  return metrics;
}

function timesOf(
  measurements: readonly unknown[],
  statistics: unknown,
): Pick<Metric, 'samples' | 'passes'> {
  const launches = new Map<unknown, number[]>();
  for (const record of measurements.map(objectOf)) {
    if (!isResult(record)) continue;
    const samples = launches.get(record.LaunchIndex) ?? [];
    launches.set(record.LaunchIndex, samples);
    samples.push(numberOf(record.Nanoseconds) / numberOf(record.Operations));
  }
  const passes = [...launches.values()].map((list) => list.length);
  const samples = [...launches.values()].flat();
  if (samples.length > 0) return passes.length > 1 ? { samples, passes } : { samples };
  const { OriginalValues: values, Mean: mean } = objectOf(statistics);
  const told = listOf(values).map(numberOf);
  return { samples: told.length > 0 ? told : [numberOf(mean)] };
}

/** Without warm-up, overhead and search for the number of operations; versions before 0.11.4 have one word for it. */
const isResult = ({ IterationMode: mode, IterationStage: stage }: Json): boolean =>
  stage === undefined ? mode === 'Result' : mode === 'Workload' && stage === 'Result';
