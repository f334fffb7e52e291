/**
 * What `vitest bench --reporter=json` writes from vitest 5 on: the JSON of its tests, where each test
 * has the benchmarks that it ran. A benchmark is named by its file, its groups, its test and itself, as
 * vitest prints it. Files are absolute there: seenfrom.ts makes them those of the repository.
 */
import type { InputFile } from '../../model/run.ts';
import type { Warning } from '../../model/warning.ts';
import type { BenchmarkRecord, Reading } from './format.ts';
import { type Json, listOf, objectOf, textOf } from './json.ts';
import { secondsOf } from './vitesttimes.ts';

/** Jest's JSON begins with another key, but is of the same shape: what has no benchmarks is not read. */
export function readVitest5(input: InputFile, whole: Json): Reading | null {
  const warnings: Warning[] = [];
  const failed = (name: string, message: string) => {
    const [why = ''] = message.split('\n');
    warnings.push({ kind: 'failed', file: input.file, message: `${name} failed: ${why}` });
  };
  const records: BenchmarkRecord[] = [];
  for (const file of listOf(whole.testResults).map(objectOf)) {
    const text = textOf(file.name);
    if (textOf(file.message) !== '') failed(text, textOf(file.message));
    for (const test of listOf(file.assertionResults).map(objectOf)) {
      const names = [...listOf(test.ancestorTitles), test.title].map(textOf).filter(Boolean);
      if (test.status === 'failed') {
        failed([text, ...names].join(' > '), textOf(listOf(test.failureMessages)[0]));
      }
      records.push(...recordsOf(test, text, names));
    }
  }
  if (records.length === 0 && warnings.length === 0) return null;
  return { records, results: records.length, environment: new Map(), warnings };
}

function recordsOf(test: Json, file: string, names: readonly string[]): BenchmarkRecord[] {
  const own = names.join(' > ');
  return listOf(test.benchmarks)
    .map(objectOf)
    .flatMap(({ name: group, tasks }) =>
      listOf(tasks)
        .map(objectOf)
        // `bench.from` tells what another run measured.
        .filter((task) => task.fromStore !== true)
        .map((task) => {
          // A group is the test, unless it was given a name.
          const more = textOf(group) === own ? '' : textOf(group);
          const name = [file, own, more, textOf(task.name)].filter(Boolean).join(' > ');
          const samples = secondsOf(objectOf(task.latency));
          return { name, metrics: [{ unit: 'sec/op', samples }] };
        }),
    );
}
