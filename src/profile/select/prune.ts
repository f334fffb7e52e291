/**
 * Drops the frames that a profile itself declares uninteresting: allocators, profiler hooks. pprof
 * does this to every profile it loads. The regular expressions are RE2's, come from the file, and
 * are run by an RE2 engine, which takes linear time; it is loaded only for profiles that have them.
 *
 * Source: profile/prune.go of github.com/google/pprof (RemoveUninteresting, Prune, simplifyFunc).
 */
import { InputError } from '../../model/error.ts';
import { type Profile, text } from '../profile.ts';

/** Generated lists of allocator functions have about 1,500 characters. */
const MAX_EXPRESSION = 20_000;

/**
 * The profile without the frames that match `dropFrames` and not `keepFrames`, nor the frames they
 * called. A stack keeps everything up to its first frame that does not match, seen from the root,
 * so none becomes empty. The expressions must match the whole name without its arguments. As in
 * pprof, an expression that is not valid RE2 drops nothing.
 *
 * The result has empty `dropFrames` and `keepFrames`.
 *
 * @throws {InputError} on an expression of more than 20,000 characters
 */
export async function pruneFrames(profile: Profile): Promise<Profile> {
  if (profile.dropFrames === '') {
    return profile.keepFrames === '' ? profile : { ...profile, keepFrames: '' };
  }
  const isDropped = await frameFilter(profile);
  const pruned = isDropped === null ? profile : pruneStacks(profile, isDropped);
  return { ...pruned, dropFrames: '', keepFrames: '' };
}

type NameTest = (name: string) => boolean;

async function frameFilter({
  dropFrames,
  keepFrames,
  file,
  strings,
}: Profile): Promise<NameTest | null> {
  const longest = dropFrames.length > keepFrames.length ? dropFrames : keepFrames;
  if (longest.length > MAX_EXPRESSION) {
    throw new InputError(
      `drop_frames or keep_frames has more than ${MAX_EXPRESSION} characters; write the profile without them`,
      { file, byte: Math.max(0, strings.bytes.indexOf(longest)) },
    );
  }
  const { RE2JS, RE2JSException } = await import('re2js');
  try {
    const drop = RE2JS.compile(`^(${dropFrames})$`);
    const keep = keepFrames === '' ? null : RE2JS.compile(`^(${keepFrames})$`);
    return (name) => {
      const simple = withoutArguments(name);
      return drop.test(simple) && !keep?.test(simple);
    };
  } catch (error) {
    if (error instanceof RE2JSException) {
      return null;
    }
    throw error;
  }
}

/** Cuts the name at its first parenthesis that does not belong to one of C++'s own names. */
function withoutArguments(name: string): string {
  const simple = name.startsWith('.') ? name.slice(1) : name;
  for (const match of simple.matchAll(/\(anonymous namespace\)|operator\(\)|\(/g)) {
    if (match[0] === '(') {
      return simple.slice(0, match.index);
    }
  }
  return simple;
}

/** What a location loses: nothing, the frames inlined below the dropped one, or everything. */
const KEPT = 0;
const SHORTENED = 1;
const DROPPED = 2;

function pruneStacks(profile: Profile, isDropped: NameTest): Profile {
  const { fates, lineStart, lineFunction, lineNumber } = pruneLines(profile, isDropped);
  const { samples } = profile;
  const locationStart = new Int32Array(samples.count + 1);
  const locations = new Int32Array(samples.locations.length);
  let length = 0;
  for (let s = 0; s < samples.count; s++) {
    locationStart[s] = length;
    const end = samples.locationStart[s + 1] as number;
    const first = cutOf(samples.locations, samples.locationStart[s] as number, end, fates);
    locations.set(samples.locations.subarray(first, end), length);
    length += end - first;
  }
  locationStart[samples.count] = length;
  return {
    ...profile,
    samples: { ...samples, locationStart, locations: locations.subarray(0, length) },
    locations: { ...profile.locations, lineStart, lineFunction, lineNumber },
  };
}

/** Where a stack now begins: its first dropped location, seen from the root, after a kept one. */
function cutOf(locations: Int32Array, start: number, end: number, fates: Uint8Array): number {
  let isUserSeen = false;
  for (let i = end - 1; i >= start; i--) {
    const fate = fates[locations[i] as number];
    if (fate === KEPT) {
      isUserSeen = true;
    } else if (isUserSeen) {
      return fate === DROPPED ? i + 1 : i;
    }
  }
  return start;
}

/** Judges each location by its outermost dropped frame; shortens the lines of those cut inside. */
function pruneLines({ locations, functions, strings }: Profile, isDropped: NameTest) {
  const verdicts = new Int8Array(functions.count).fill(-1);
  const isFunctionDropped = (f: number): boolean => {
    if (verdicts[f] === -1) {
      const name = text(strings, functions.name[f] as number);
      verdicts[f] = name !== '' && isDropped(name) ? 1 : 0;
    }
    return verdicts[f] === 1;
  };
  const fates = new Uint8Array(locations.count);
  const lineStart = new Int32Array(locations.count + 1);
  const lineFunction = new Int32Array(locations.lineFunction.length);
  const lineNumber = new Float64Array(locations.lineNumber.length);
  let length = 0;
  for (let l = 0; l < locations.count; l++) {
    lineStart[l] = length;
    const start = locations.lineStart[l] as number;
    const end = locations.lineStart[l + 1] as number;
    let k = end - 1;
    while (k >= start && !isFunctionDropped(locations.lineFunction[k] as number)) {
      k--;
    }
    fates[l] = k < start ? KEPT : k === end - 1 ? DROPPED : SHORTENED;
    for (let kept = fates[l] === SHORTENED ? k + 1 : start; kept < end; kept++) {
      lineFunction[length] = locations.lineFunction[kept] as number;
      lineNumber[length++] = locations.lineNumber[kept] as number;
    }
  }
  lineStart[locations.count] = length;
  return {
    fates,
    lineStart,
    lineFunction: lineFunction.subarray(0, length),
    lineNumber: lineNumber.subarray(0, length),
  };
}
