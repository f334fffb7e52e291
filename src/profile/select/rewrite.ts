/**
 * A profile with fewer lines, or with other stacks. Which ones is for filters and roll-ups to say.
 */
import type { Locations, Samples } from '../profile.ts';

/** The lines of all locations for which `isKept`, in their order. */
export function keepLines(
  { count, lineStart, lineFunction, lineNumber }: Locations,
  isKept: (location: number, line: number) => boolean,
): Pick<Locations, 'lineStart' | 'lineFunction' | 'lineNumber'> {
  const kept = {
    lineStart: new Int32Array(count + 1),
    lineFunction: new Int32Array(lineFunction.length),
    lineNumber: new Float64Array(lineNumber.length),
  };
  let length = 0;
  for (let l = 0; l < count; l++) {
    kept.lineStart[l] = length;
    const end = lineStart[l + 1] as number;
    for (let k = lineStart[l] as number; k < end; k++) {
      if (!isKept(l, k)) continue;
      kept.lineFunction[length] = lineFunction[k] as number;
      kept.lineNumber[length++] = lineNumber[k] as number;
    }
  }
  kept.lineStart[count] = length;
  return {
    lineStart: kept.lineStart,
    lineFunction: kept.lineFunction.subarray(0, length),
    lineNumber: kept.lineNumber.subarray(0, length),
  };
}

/**
 * The samples with other stacks: `rewrite` is given each, leaf first, writes the new one to `out` and
 * returns its length, which may be larger than the old one's by `more`.
 */
export function rewriteStacks(
  samples: Samples,
  rewrite: (stack: Int32Array, out: Int32Array, sample: number) => number,
  more = 0,
): Samples {
  const locationStart = new Int32Array(samples.count + 1);
  const locations = new Int32Array(samples.locations.length + samples.count * more);
  let length = 0;
  for (let s = 0; s < samples.count; s++) {
    locationStart[s] = length;
    const start = samples.locationStart[s] as number;
    const stack = samples.locations.subarray(start, samples.locationStart[s + 1]);
    length += rewrite(stack, locations.subarray(length, length + stack.length + more), s);
  }
  locationStart[samples.count] = length;
  return { ...samples, locationStart, locations: locations.subarray(0, length) };
}
