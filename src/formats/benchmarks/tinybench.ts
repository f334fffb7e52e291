/**
 * What tinybench measured, written as JSON by the program that ran it: a list of its tasks with their results,
 * `bench.tasks.map(({ name, result }) => ({ name, ...result }))`, of any version; or its table, which has the means alone.
 */
import type { InputFile } from '../../model/run.ts';
import type { Warning } from '../../model/warning.ts';
import type { BenchmarkRecord, Reading } from './format.ts';
import { isNumber, type Json, jsonOf, listOf, objectOf, textOf } from './json.ts';
import { lose, noLosses } from './lost.ts';
import { secondsOf } from './vitesttimes.ts';

export function readTinybench(input: InputFile): Reading | null {
  const warnings: Warning[] = [];
  const records: BenchmarkRecord[] = [];
  const lost = noLosses();
  let isOurs = false;
  for (const task of listOf(jsonOf(input)).map(objectOf)) {
    const name = textOf(task.name) || textOf(task['Task name']) || textOf(task['Task Name']);
    if (name === '') continue;
    isOurs = true;
    const result = { ...task, ...objectOf(task.result) };
    const error = errorOf(result);
    const samples = samplesOf(result);
    if (error !== null) {
      warnings.push({ kind: 'failed', file: input.file, message: `${name} failed: ${error}` });
    } else if (samples === null) {
      lose(lost, { name, message: `${name} has no times: was it run?` });
    } else records.push({ name, metrics: [{ unit: 'sec/op', samples }] });
  }
  if (!isOurs) return null;
  return { records, results: records.length, environment: new Map(), warnings, lost };
}

function errorOf({ state, error, Error: tabled }: Json): string | null {
  if (textOf(tabled) !== '') return textOf(tabled);
  if (error === undefined && state !== 'errored') return null;
  return textOf(objectOf(error).message) || textOf(error) || 'no reason was given';
}

/** In seconds: since version 3 below `latency`, before beside the name; of a table the mean. */
function samplesOf(record: Json): readonly number[] | null {
  const latency = record.latency === undefined ? record : objectOf(record.latency);
  if (latency.mean !== undefined || listOf(latency.samples).length > 0) return secondsOf(latency);
  const heading = ['Latency avg (ns)', 'Latency average (ns)', 'Average Time (ns)'].find(
    (of_) => record[of_] !== undefined,
  );
  return heading === undefined ? null : [leading(record[heading]) * 1e-9];
}

/** `53080 ± 65.46%` */
const leading = (value: unknown): number =>
  isNumber(value) ? value : Number(/^[\d.]+(?:e[+-]?\d+)?(?=$| )/.exec(textOf(value))?.[0]);
