/**
 * The JSON of nanobench (`ankerl::nanobench::templates::json()`): a sample is an epoch's time of one iteration, in seconds, with what
 * was counted beside it. Named by its title and itself.
 */
import type { InputFile } from '../../model/run.ts';
import type { Metric, Reading } from './format.ts';
import { jsonOf, listOf, numberOf, objectOf, textOf } from './json.ts';

/** Its hardware counters are of the same iterations; counts of whole runs are not exact. */
const counters = [
  ['instructions', 'instructions/op'],
  ['cpucycles', 'cycles/op'],
  ['branchmisses', 'branch-misses/op'],
  ['pagefaults', 'page-faults/op'],
  ['contextswitches', 'context-switches/op'],
] as const;

export function readNanobench(input: InputFile): Reading | null {
  const whole = objectOf(jsonOf(input));
  if (!Array.isArray(whole.results)) return null;
  const records = whole.results.map(objectOf).map((result) => {
    const epochs = listOf(result.measurements).map(objectOf);
    const time: Metric = {
      unit: 'sec/op',
      samples:
        epochs.length > 0
          ? epochs.map((record) => numberOf(record.elapsed))
          : [numberOf(result['median(elapsed)'])],
    };
    const counted = counters.flatMap(([key, unit]): Metric[] => {
      const samples = epochs
        .filter((record) => record[key] !== undefined)
        .map((record) => numberOf(record[key]));
      // Without rights to count they are all 0.
      const isCounted = samples.some((value) => value !== 0);
      return isCounted ? [{ unit, samples, better: 'lower' }] : [];
    });
    const name = [textOf(result.title), textOf(result.name)].filter(Boolean).join(' > ');
    return { name, metrics: [time, ...counted] };
  });
  return { records, results: records.length, environment: new Map(), warnings: [] };
}
