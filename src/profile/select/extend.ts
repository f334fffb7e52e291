/**
 * A profile with frames that no program had: label values as frames, roll-ups by kind. New strings,
 * functions and locations are appended; what is there keeps its index.
 */
import type { Profile, Samples } from '../profile.ts';

export interface Extension {
  readonly profile: Profile;
  readonly strings: Map<string, number>;
  readonly functions: { readonly name: number; readonly file: number; readonly line: number }[];
  /** Each with its mapping and its lines: function and line number, innermost first. */
  readonly locations: { readonly mapping: number; readonly lines: (readonly [number, number])[] }[];
}

export function extend(profile: Profile): Extension {
  return { profile, strings: new Map(), functions: [], locations: [] };
}

/** The index of a text, appended on first use. */
export function addString({ profile, strings }: Extension, value: string): number {
  if (value === '') return 0;
  let index = strings.get(value);
  if (index === undefined) {
    index = profile.strings.start.length + strings.size;
    strings.set(value, index);
  }
  return index;
}

/** Appends a function. `file` is a string index. */
export function addFunction(to: Extension, name: string, file: number, line: number): number {
  to.functions.push({ name: addString(to, name), file, line });
  return to.profile.functions.count + to.functions.length - 1;
}

/** Appends a location. `mapping` is an index, or -1. */
export function addLocation(
  to: Extension,
  mapping: number,
  lines: (readonly [number, number])[],
): number {
  to.locations.push({ mapping, lines });
  return to.profile.locations.count + to.locations.length - 1;
}

/** The profile with what was appended, and the samples that refer to it. */
export function extended(from: Extension, samples: Samples): Profile {
  const { profile, functions: added } = from;
  const { functions } = profile;
  const names = Int32Array.from(added, ({ name }) => name);
  return {
    ...profile,
    samples,
    strings: extendedStrings(from),
    functions: {
      count: functions.count + added.length,
      name: joined(functions.name, names),
      systemName: joined(functions.systemName, names),
      file: joined(
        functions.file,
        added.map(({ file }) => file),
      ),
      startLine: joinedFloat64(
        functions.startLine,
        added.map(({ line }) => line),
      ),
    },
    locations: extendedLocations(from),
  };
}

function extendedStrings({ profile: { strings }, strings: added }: Extension) {
  const texts = [...added.keys()].map((value) => Buffer.from(value));
  const starts: number[] = [];
  const ends: number[] = [];
  let position = strings.bytes.length;
  for (const bytes of texts) {
    starts.push(position);
    position += bytes.length;
    ends.push(position);
  }
  return {
    bytes: Buffer.concat([strings.bytes, ...texts]),
    start: joined(strings.start, starts),
    end: joined(strings.end, ends),
  };
}

function extendedLocations({ profile: { locations }, locations: added }: Extension) {
  const lines = added.flatMap((location) => location.lines);
  let end = locations.lineFunction.length;
  const ends = added.map((location) => {
    end += location.lines.length;
    return end;
  });
  return {
    count: locations.count + added.length,
    mapping: joined(
      locations.mapping,
      added.map(({ mapping }) => mapping),
    ),
    address: joined(locations.address, new Int32Array(2 * added.length)),
    lineStart: joined(locations.lineStart, ends),
    lineFunction: joined(
      locations.lineFunction,
      lines.map(([f]) => f),
    ),
    lineNumber: joinedFloat64(
      locations.lineNumber,
      lines.map(([, line]) => line),
    ),
  };
}

function joined(column: Int32Array, added: ArrayLike<number>): Int32Array {
  const all = new Int32Array(column.length + added.length);
  all.set(column);
  all.set(added, column.length);
  return all;
}

function joinedFloat64(column: Float64Array, added: ArrayLike<number>): Float64Array {
  const all = new Float64Array(column.length + added.length);
  all.set(column);
  all.set(added, column.length);
  return all;
}
