/**
 * Counts flat and cum over the samples: the loop that the time of a table goes into, and so written
 * for the processor. Measured on 400,000 stacks of 24 locations (eval/profile), what it does against
 * the plain loop over frames, in a third of the time:
 *
 * - a location's first two rows lie side by side, one cache line to wait for, not three;
 * - to a row seen before in the stack 0 is added, not nothing: no branch to guess wrong;
 * - the few locations of more than two frames are noted and seen to after the stack.
 */
import type { Frames } from './frames.ts';
import type { Samples } from './profile.ts';

export interface Counts {
  /** Flat by site, because the line with the most of it is wanted; a row's flat is their sum. */
  readonly siteFlat: Float64Array;
  readonly rowCum: Float64Array;
}

/** In place of a second row, both negative: MORE has bit 0 set, which survives an `or` of many. */
const NO_SECOND = -4;
const MORE = -3;

/**
 * Adds up value `typeIndex` of each sample's `types` values: to the flat of its leaf frame, and to
 * the cum of every row in its stack, once however often the row occurs there.
 */
export function countSamples(
  samples: Samples,
  frames: Frames,
  typeIndex: number,
  types: number,
): Counts {
  const { count, locationStart, locations, values } = samples;
  const frameRow = rowOfFrames(frames);
  const firstTwo = firstTwoRows(frames, frameRow);
  const leafFlat = new Float64Array(frames.start.length - 1);
  const cum = new Float64Array(frames.rowNames.length);
  // The last sample that counted for a row. Samples are numbered from 1 here.
  const last = new Int32Array(frames.rowNames.length);
  for (let s = 0; s < count; s++) {
    const value = values[s * types + typeIndex] as number;
    const first = locationStart[s] as number;
    const end = locationStart[s + 1] as number;
    if (value === 0 || first === end) {
      continue;
    }
    const leaf = locations[first] as number;
    leafFlat[leaf] = (leafFlat[leaf] as number) + value;
    const sample = s + 1;
    let marks = 0;
    for (let i = first; i < end; i++) {
      const pair = 2 * (locations[i] as number);
      const row = firstTwo[pair] as number;
      cum[row] = (cum[row] as number) + (last[row] === sample ? 0 : value);
      last[row] = sample;
      const second = firstTwo[pair + 1] as number;
      if (second >= 0) {
        cum[second] = (cum[second] as number) + (last[second] === sample ? 0 : value);
        last[second] = sample;
      } else {
        marks |= second;
      }
    }
    if ((marks & 1) !== 0) {
      countRest(frames, frameRow, locations.subarray(first, end), { cum, last, sample, value });
    }
  }
  return { siteFlat: flatOfSites(frames, leafFlat), rowCum: cum };
}

interface Progress {
  readonly cum: Float64Array;
  readonly last: Int32Array;
  readonly sample: number;
  readonly value: number;
}

/** The frames after the first of every location in a stack; some were counted, which is no matter. */
function countRest(
  { start }: Frames,
  frameRow: Int32Array,
  stack: Int32Array,
  { cum, last, sample, value }: Progress,
): void {
  for (const location of stack) {
    const end = start[location + 1] as number;
    for (let k = (start[location] as number) + 1; k < end; k++) {
      const row = frameRow[k] as number;
      cum[row] = (cum[row] as number) + (last[row] === sample ? 0 : value);
      last[row] = sample;
    }
  }
}

function rowOfFrames({ site, siteRow }: Frames): Int32Array {
  const rows = new Int32Array(site.length);
  for (let k = 0; k < site.length; k++) {
    rows[k] = siteRow[site[k] as number] as number;
  }
  return rows;
}

/** For each location the rows of its innermost two frames: nearly all have no more. */
function firstTwoRows({ start }: Frames, frameRow: Int32Array): Int32Array {
  const locations = start.length - 1;
  const pairs = new Int32Array(2 * locations);
  for (let l = 0; l < locations; l++) {
    const first = start[l] as number;
    const frames = (start[l + 1] as number) - first;
    pairs[2 * l] = frameRow[first] as number;
    pairs[2 * l + 1] =
      frames === 1 ? NO_SECOND : frames === 2 ? (frameRow[first + 1] as number) : MORE;
  }
  return pairs;
}

/** A leaf's innermost frame is the one that was running. */
function flatOfSites({ start, site, siteRow }: Frames, leafFlat: Float64Array): Float64Array {
  const siteFlat = new Float64Array(siteRow.length);
  for (let l = 0; l < leafFlat.length; l++) {
    const running = site[start[l] as number] as number;
    siteFlat[running] = (siteFlat[running] as number) + (leafFlat[l] as number);
  }
  return siteFlat;
}
