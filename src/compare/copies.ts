/**
 * Runs that are one measurement: a stored file given as the head, a run recorded twice. Files may
 * be written again and have other bytes; times that were really measured never agree to the last digit.
 */
import type { Run } from '../model.ts';
import { isTime } from './exact.ts';

/** Fewer different times may agree by chance, where a clock is coarse. */
const leastTimes = 4;

/** The same for two runs that are copies; null where a run has too few times to tell. */
export function timesOf(run: Run): string | null {
  const times = run.series.filter(({ unit }) => isTime(unit));
  if (new Set(times.flatMap(({ samples }) => [...samples])).size < leastTimes) return null;
  const rows = times.map((of) =>
    JSON.stringify([of.package, of.benchmark, of.unit, ...of.samples]),
  );
  return rows.sort().join('\n');
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
    for (const { package: of, benchmark, unit, samples } of run.series) {
      if (!isTime(unit)) continue;
      for (const value of samples) {
        const key = JSON.stringify([of, benchmark, unit]);
        if ((seen.get(key) ?? value) !== value) return false;
        seen.set(key, value);
      }
    }
  }
  return seen.size > 0 && rounds.length > 1;
}
