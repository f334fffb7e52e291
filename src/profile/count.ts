/**
 * Counts flat and cum, stack by stack: the loop that the time of a table goes into, and so written
 * for the processor. Measured on 400,000 stacks of 24 locations (eval/profile), it takes half the
 * time of the plain loop over frames, because
 *
 * - a location's first two rows lie side by side, one cache line to wait for, not three;
 * - to a row seen before in the stack 0 is added, not nothing: no branch to guess wrong;
 * - the few locations of more than two frames are noted, and seen to after the stack.
 */
import type { Frames } from './frames.ts';

export interface Counter {
  readonly frames: Frames;
  /** The row of each frame. */
  readonly frameRow: Int32Array;
  /** For each location the rows of its innermost two frames. */
  readonly firstTwo: Int32Array;
  /** Flat by the location that was the leaf. */
  readonly leafFlat: Float64Array;
  readonly cum: Float64Array;
  /** The last stack that counted for a row, numbered from 1. */
  readonly last: Int32Array;
  stacks: number;
}

export interface Counts {
  /** Flat by site, because the line with the most of it is wanted; a row's flat is their sum. */
  readonly siteFlat: Float64Array;
  readonly rowCum: Float64Array;
}

/** In place of a second row, both negative: MORE has bit 0 set, which survives an `or` of many. */
const NO_SECOND = -4;
const MORE = -3;

export function newCounter(frames: Frames): Counter {
  const { start, site, siteRow, rowNames } = frames;
  const frameRow = new Int32Array(site.length);
  for (let k = 0; k < site.length; k++) {
    frameRow[k] = siteRow[site[k] as number] as number;
  }
  const locations = start.length - 1;
  const firstTwo = new Int32Array(2 * locations);
  for (let l = 0; l < locations; l++) {
    const first = start[l] as number;
    const count = (start[l + 1] as number) - first;
    firstTwo[2 * l] = frameRow[first] as number;
    firstTwo[2 * l + 1] =
      count === 1 ? NO_SECOND : count === 2 ? (frameRow[first + 1] as number) : MORE;
  }
  return {
    frames,
    frameRow,
    firstTwo,
    leafFlat: new Float64Array(locations),
    cum: new Float64Array(rowNames.length),
    last: new Int32Array(rowNames.length),
    stacks: 0,
  };
}

/**
 * Counts the stack `locations[first .. end]`, leaf first: its value to the flat of the leaf frame,
 * and to the cum of every row in it, once however often the row occurs.
 */
export function countStack(
  counter: Counter,
  locations: Int32Array,
  first: number,
  end: number,
  value: number,
): void {
  if (value === 0 || first === end) {
    return;
  }
  const { firstTwo, leafFlat, cum, last } = counter;
  const leaf = locations[first] as number;
  leafFlat[leaf] = (leafFlat[leaf] as number) + value;
  const stack = ++counter.stacks;
  let marks = 0;
  for (let i = first; i < end; i++) {
    const pair = 2 * (locations[i] as number);
    const row = firstTwo[pair] as number;
    cum[row] = (cum[row] as number) + (last[row] === stack ? 0 : value);
    last[row] = stack;
    const second = firstTwo[pair + 1] as number;
    if (second >= 0) {
      cum[second] = (cum[second] as number) + (last[second] === stack ? 0 : value);
      last[second] = stack;
    } else {
      marks |= second;
    }
  }
  if ((marks & 1) !== 0) {
    countRest(counter, locations, first, end, value);
  }
}

/** The frames after the first of every location in a stack; some were counted, which is no matter. */
function countRest(
  { frames: { start }, frameRow, cum, last, stacks }: Counter,
  locations: Int32Array,
  first: number,
  end: number,
  value: number,
): void {
  for (let i = first; i < end; i++) {
    const location = locations[i] as number;
    const lastFrame = start[location + 1] as number;
    for (let k = (start[location] as number) + 1; k < lastFrame; k++) {
      const row = frameRow[k] as number;
      cum[row] = (cum[row] as number) + (last[row] === stacks ? 0 : value);
      last[row] = stacks;
    }
  }
}

/** What was counted. A leaf's innermost frame is the one that was running. */
export function countsOf({ frames, leafFlat, cum }: Counter): Counts {
  const { start, site, siteRow } = frames;
  const siteFlat = new Float64Array(siteRow.length);
  for (let l = 0; l < leafFlat.length; l++) {
    const running = site[start[l] as number] as number;
    siteFlat[running] = (siteFlat[running] as number) + (leafFlat[l] as number);
  }
  return { siteFlat, rowCum: cum };
}
