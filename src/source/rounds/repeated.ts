/** Rounds that measured nothing. */
import { seriesKey } from '../../model/keys.ts';
import type { Run } from '../../model/run.ts';
import { isTimed } from '../../model/units.ts';

/**
 * Whether all rounds have the same times, on both sides: a cache printed them, or a file, or a clock
 * too coarse to see anything.
 */
export function areRepeated(
  rounds: readonly { readonly base: Run; readonly head: Run }[],
): boolean {
  const seen = new Map<string, number>();
  for (const run of rounds.flatMap(({ base, head }) => [base, head])) {
    for (const series of run.series) {
      if (!isTimed(series.unit)) continue;
      const key = seriesKey(series);
      for (const value of series.samples) {
        if ((seen.get(key) ?? value) !== value) return false;
        seen.set(key, value);
      }
    }
  }
  return seen.size > 0 && rounds.length > 1;
}
