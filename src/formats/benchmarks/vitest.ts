/**
 * The JSON of `vitest bench --outputJson` (vitest 1 to 4): a benchmark is named by its file, its
 * groups and itself, as vitest prints it. Its value is the mean of an iteration, of which `hz` is the
 * inverse; where the iterations' own times are there, each is a sample.
 */
import type { InputFile } from '../../model/run.ts';
import type { Warning } from '../../model/warning.ts';
import type { BenchmarkRecord, Reading } from './format.ts';
import { type Json, jsonOf, listOf, objectOf, textOf } from './json.ts';
import { readVitest5 } from './vitest5.ts';
import { secondsOf } from './vitesttimes.ts';

/** Of any version. */
export function readVitestBench(input: InputFile): Reading | null {
  const whole = objectOf(jsonOf(input));
  return readVitest(input, whole) ?? readVitest5(input, whole);
}

function readVitest(input: InputFile, whole: Json): Reading | null {
  const groups = listOf(whole.files).flatMap((file) => listOf(objectOf(file).groups));
  if (!groups.some((item) => Array.isArray(objectOf(item).benchmarks))) return null;
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
      records.push({ name, metrics: [{ unit: 'sec/op', samples: secondsOf(entry) }] });
    }
  }
  return { records, results: records.length, environment: new Map(), warnings };
}

/** A benchmark that threw. */
const isBroken = ({ mean, hz, samples }: Json): boolean =>
  mean === undefined && hz === undefined && listOf(samples).length === 0;
