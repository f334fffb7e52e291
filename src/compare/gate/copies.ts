/**
 * Runs that are one measurement: a stored file given as the head, a run recorded twice. Files may
 * be written again and have other bytes; times that were really measured never agree to the last digit.
 */
import { seriesKey } from '../../model/keys.ts';
import type { Run } from '../../model/run.ts';
import { isTimed } from '../../model/units.ts';

/** Fewer different times may agree by chance, where a clock is coarse. */
const leastTimes = 4;

/** The same for two runs that are copies; null where a run has too few times to tell. */
export function timesOf(run: Run): string | null {
  const times = run.series.filter(({ unit }) => isTimed(unit));
  if (new Set(times.flatMap(({ samples }) => [...samples])).size < leastTimes) return null;
  return JSON.stringify(times.map((series) => [seriesKey(series), ...series.samples]).sort());
}
