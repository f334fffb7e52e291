/**
 * Where main is now. A slowdown or a speed-up that was merged is accepted: the runs before it tell
 * how much runs differ, but no longer what main measures. This finds the newest such change in the
 * stored runs of one benchmark; what is made of it is suite.ts and exact.ts.
 *
 * One change point by least squares (binary segmentation, Scott and Knott 1974, on the newest part
 * until nothing more is found), believed only when it is far beyond what the runs differ by on
 * either side, by medians, so that a bad run or two are no new level.
 */
import { median } from '../../stats/summary.ts';

/** As many runs make a level: three bad ones in a row would have to agree to be taken for one. */
const runsOfLevel = 5;
/** Fewer runs before the change do not tell that there was another level. */
const runsBefore = 3;
/** Medians this many robust standard deviations apart are two levels. */
const apart = 6;

/**
 * How many of the newest runs are at the present level; all of them where it never changed.
 *
 * @param centers one a run, newest first, on the scale of the comparison
 * @param least   a smaller change is no change of level (on the scale)
 */
export function presentLevel(centers: readonly number[], least: number): number {
  let size = centers.length;
  for (;;) {
    const split = bestSplit(centers, size);
    if (split === null || !isChange(centers, split, size, least)) return size;
    size = split;
  }
}

/** The split of the newest `size` runs with the least squares about the two means. */
function bestSplit(centers: readonly number[], size: number): number | null {
  if (size < runsOfLevel + runsBefore) return null;
  const origin = centers[0] ?? 0;
  const total = centers.slice(0, size).reduce((sum, value) => sum + (value - origin), 0);
  let newer = 0;
  let best: number | null = null;
  let most = Number.NEGATIVE_INFINITY;
  for (let split = 1; split <= size - runsBefore; split++) {
    newer += (centers[split - 1] ?? 0) - origin;
    if (split < runsOfLevel) continue;
    // What the two means explain: the larger, the less is left about them.
    const explained = newer ** 2 / split + (total - newer) ** 2 / (size - split);
    if (explained > most) [most, best] = [explained, split];
  }
  return best;
}

function isChange(centers: readonly number[], split: number, size: number, least: number): boolean {
  const now = median(centers.slice(0, split));
  const before = median(centers.slice(split, size));
  const gap = Math.abs(now - before);
  if (!(gap > least) || gap <= apart * spreadOf(centers)) return false;
  // A younger change is no level yet, and no older run is taken in to make up the number.
  const oldest = centers[split - 1] ?? now;
  return Math.abs(oldest - now) < Math.abs(oldest - before);
}

/** Robust sd from differences of neighbours, which a change of level hardly touches (Rice 1984). */
const spreadOf = (centers: readonly number[]): number =>
  (1.4826 / Math.SQRT2) *
  median(centers.slice(1).map((value, i) => Math.abs(value - (centers[i] ?? 0))));
