/**
 * The JSON of `vitest bench --outputJson` (vitest 1 to 4): a benchmark is named by its file, its
 * groups and itself, as vitest prints it. Its value is the mean of an iteration, of which `hz` is the
 * inverse; where the iterations' own times are there, each is a sample.
 */
import { InputError } from '../../model/error.ts';
import type { InputFile } from '../../model/run.ts';
import type { Warning } from '../../model/warning.ts';
import type { BenchmarkRecord, Reading } from './format.ts';
import { isNumber, type Json, jsonObject, listOf, objectOf, textOf } from './jsonobject.ts';

/** Times are in milliseconds. */
const second = 1e-3;

export function readVitest(input: InputFile): Reading | null {
  const whole = jsonObject(input, 'files');
  const groups = listOf(whole?.files).flatMap((file) => listOf(objectOf(file).groups));
  const isOurs = groups.some((of) => Array.isArray(objectOf(of).benchmarks));
  if (whole === null || !isOurs) return null;
  const warnings: Warning[] = [];
  const records: BenchmarkRecord[] = [];
  for (const { fullName, benchmarks } of groups.map(objectOf)) {
    for (const entry of listOf(benchmarks).map(objectOf)) {
      const name = [textOf(fullName), textOf(entry.name)].filter(Boolean).join(' > ');
      if (isBroken(entry)) {
        // Vitest goes on, and ends with exit status 0.
        const message = `${name} failed: it has no times`;
        warnings.push({ kind: 'failed', file: input.file, message });
        continue;
      }
      const samples = secondsOf(entry, name, input.file);
      records.push({ name, metrics: [{ unit: 'sec/op', samples }] });
    }
  }
  return { records, results: records.length, environment: new Map(), warnings };
}

/** A benchmark that threw. */
const isBroken = ({ mean, hz, samples }: Json): boolean =>
  mean === undefined && hz === undefined && listOf(samples).length === 0;

/** The times of iterations where they are kept, else their mean, in seconds. */
export const secondsOf = (of: Json, name: string, file: string): readonly number[] =>
  timesOf(of, name, file).map((value) => value * second);

function timesOf({ mean, hz, samples }: Json, name: string, file: string): readonly number[] {
  const each = listOf(samples);
  if (each.length > 0 && each.every(isNumber)) return each;
  if (each.length === 0 && isNumber(mean)) return [mean];
  if (each.length === 0 && mean === undefined && isNumber(hz) && hz > 0) return [1 / hz / second];
  throw new InputError(`${JSON.stringify(name)} has no times that are numbers`, { file });
}
