/**
 * Runs that are one measurement: a stored file given as the head, a run recorded twice. Files may
 * be written again and have other bytes; times that were really measured never agree to the last digit.
 */
import type { Run } from '../../model/model.ts';
import { isTime } from '../benchmarks/exact.ts';
import { keyOf } from '../benchmarks/row.ts';

/** Fewer different times may agree by chance, where a clock is coarse. */
const leastTimes = 4;

/** The same for two runs that are copies; null where a run has too few times to tell. */
export function timesOf(run: Run): string | null {
  const times = run.series.filter(({ unit }) => isTime(unit));
  if (new Set(times.flatMap(({ samples }) => [...samples])).size < leastTimes) return null;
  return JSON.stringify(times.map((of) => [keyOf(of), ...of.samples]).sort());
}

/**
 * Whether all rounds have the same times, on both sides: a cache printed them, or a file, or a clock
 * too coarse to see anything.
 */
export function areRepeated(
  rounds: readonly { readonly base: Run; readonly head: Run }[],
): boolean {
  const seen = new Map<string, number>();
  for (const run of rounds.flatMap(({ base, head }) => [base, head])) {
    for (const of of run.series) {
      if (!isTime(of.unit)) continue;
      const key = keyOf(of);
      for (const value of of.samples) {
        if ((seen.get(key) ?? value) !== value) return false;
        seen.set(key, value);
      }
    }
  }
  return seen.size > 0 && rounds.length > 1;
}
