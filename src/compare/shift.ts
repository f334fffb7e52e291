/**
 * The change most benchmarks of a run share: a slower machine, a new compiler, or everything at
 * once. It is the median log ratio over the suite, judged against how far main's own runs shifted
 * from each other; a suite of fewer than 20 benchmarks has none to speak of.
 */
import type { Shift } from '../model.ts';
import { mad, median } from '../stats/summary.ts';

/** Fewer shared benchmarks do not tell a shift from a handful of real changes. */
export const suiteSize = 20;
/** Shifts under this, or under three of main's own MADs, are the machine's everyday business. */
const everyday = 0.03;

/**
 * `suite` holds one row a benchmark: the log of each baseline run's centre (NaN where the run
 * lacks it) and the log of the head's, worse upwards.
 */
export function suiteShift(
  suite: readonly { readonly base: readonly number[]; readonly head: number }[],
): Shift | null {
  if (suite.length < suiteSize) return null;
  const delta = median(suite.map((row) => row.head - median(row.base.filter(Number.isFinite))));
  const past = pastShifts(suite.map((row) => row.base));
  const history =
    past.length < 3
      ? null
      : { mad: mad(past), range: [Math.min(...past), Math.max(...past)] as const };
  const within = Math.abs(delta) <= Math.max(everyday, 3 * (history?.mad ?? 0));
  return {
    delta: Math.exp(delta) - 1,
    verdict: !within ? 'beyond-history' : history === null ? 'unknown' : 'within-history',
    benchmarks: suite.length,
    history: history && {
      mad: history.mad,
      range: [Math.exp(history.range[0]) - 1, Math.exp(history.range[1]) - 1],
    },
  };
}

/** Each baseline run's own shift against the other runs. */
function pastShifts(suite: readonly (readonly number[])[]): number[] {
  const runs = suite.reduce((most, row) => Math.max(most, row.length), 0);
  const shifts: number[] = [];
  if (runs < 2) return shifts;
  for (let run = 0; run < runs; run++) {
    const moved: number[] = [];
    for (const row of suite) {
      const own = row[run] ?? Number.NaN;
      const others = row.filter((value, i) => i !== run && Number.isFinite(value));
      if (Number.isFinite(own) && others.length > 0) moved.push(own - median(others));
    }
    if (moved.length > 0) shifts.push(median(moved));
  }
  return shifts;
}
