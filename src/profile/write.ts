/**
 * Writes profiles: one as it is, and the difference of two as one profile, for `go tool pprof -http` and every other
 * viewer of pprof files: the head's samples as they are, the base's negated and labelled, as
 * `pprof -diff_base=BASE -proto HEAD` has them.
 *
 * Source: fetchProfiles in internal/driver/fetch.go, and profile/merge.go, of github.com/google/pprof.
 */
import { gzipSync } from 'node:zlib';
import type {
  FunctionInput,
  LabelInput,
  LocationInput,
  MappingInput,
  SampleInput,
  StringTable,
} from 'pprof-format';
import { InputError, type SampleType } from '../model.ts';
import { type Profile, text, word64 } from './profile.ts';
import { quote, quoteAll } from './quote.ts';

const BASE_LABEL = 'pprof::base';

/**
 * The difference as a gzipped pprof file. It has the sample types that both profiles have by name,
 * in the head's order; labels are kept, and stacks that differ in nothing are not netted, so that
 * pprof shows percentages of the base.
 *
 * @throws {InputError} when no sample type is in both profiles, or one has another unit in each
 */
export async function writeDiff(base: Profile, head: Profile): Promise<Uint8Array> {
  const { Profile: File, StringTable } = await import('pprof-format');
  const strings = new StringTable();
  const types = commonTypes(base, head);
  // Samples without a value other than zero are left out, as pprof does when it merges.
  const headPart = encode(head, valuesOf(head, 1, types), strings, emptyPart());
  const both = encode(base, valuesOf(base, -1, types), strings, headPart);
  const valueType = ({ type, unit }: SampleType) => ({
    type: strings.dedup(type),
    unit: strings.dedup(unit),
  });
  const comments = new Set(
    [head, base].flatMap((profile) =>
      Array.from(profile.comments, (index) => text(profile.strings, index)),
    ),
  );
  const isCommon = (name: string) => types.some(({ type }) => type === name);
  const file = new File({
    ...both,
    sampleType: types.map(valueType),
    stringTable: strings,
    // pprof applies the first profile's to both.
    dropFrames: strings.dedup(head.dropFrames),
    keepFrames: strings.dedup(head.keepFrames),
    timeNanos: earliest(head.timeNanos, base.timeNanos),
    durationNanos: head.durationNanos + base.durationNanos,
    periodType: valueType(head.periodType),
    period: Math.max(head.period, base.period),
    comment: Array.from(comments, (comment) => strings.dedup(comment)),
    defaultSampleType: strings.dedup(
      [head.defaultSampleType, base.defaultSampleType].find(isCommon) ?? '',
    ),
  });
  return gzipSync(file.encode());
}

/**
 * A profile as a gzipped pprof file. Reading it gives the same tables.
 */
export async function writeProfile(profile: Profile): Promise<Uint8Array> {
  const { Profile: File, StringTable } = await import('pprof-format');
  const strings = new StringTable();
  const string = stringMover(profile, strings);
  const types = profile.sampleTypes;
  const columns = types.map((_, at) => at);
  const valueType = ({ type, unit }: SampleType) => ({
    type: strings.dedup(type),
    unit: strings.dedup(unit),
  });
  const file = new File({
    ...encode(profile, { sign: 1, columns, keepZero: true }, strings, emptyPart()),
    sampleType: types.map(valueType),
    stringTable: strings,
    dropFrames: strings.dedup(profile.dropFrames),
    keepFrames: strings.dedup(profile.keepFrames),
    timeNanos: profile.timeNanos,
    durationNanos: profile.durationNanos,
    periodType: valueType(profile.periodType),
    period: profile.period,
    comment: Array.from(profile.comments, string),
    defaultSampleType: strings.dedup(profile.defaultSampleType),
  });
  return gzipSync(file.encode());
}

/** The messages of the profiles so far; the next one's ids continue where these end. */
interface Part {
  readonly sample: SampleInput[];
  readonly mapping: MappingInput[];
  readonly location: LocationInput[];
  readonly function: FunctionInput[];
}

const emptyPart = (): Part => ({ sample: [], mapping: [], location: [], function: [] });

/** Which values of the samples are written. */
interface Values {
  /** What they are multiplied by; the negative ones are the base of a difference. */
  readonly sign: 1 | -1;
  readonly columns: readonly number[];
  /** Whether samples are written in which all of them are zero. */
  readonly keepZero: boolean;
}

const valuesOf = (profile: Profile, sign: 1 | -1, types: readonly SampleType[]): Values => ({
  sign,
  columns: types.map(({ type }) => profile.sampleTypes.findIndex((own) => own.type === type)),
  keepZero: false,
});

/** Appends a profile to the part given, and returns the part. */
function encode(profile: Profile, values: Values, strings: StringTable, part: Part): Part {
  const string = stringMover(profile, strings);
  const first = {
    mapping: part.mapping.length + 1,
    location: part.location.length + 1,
    function: part.function.length + 1,
  };
  addMappings(profile, first.mapping, string, part);
  addFunctions(profile, first.function, string, part);
  addLocations(profile, first, part);
  addSamples(profile, values, first.location, { string, strings }, part);
  return part;
}

type StringMover = (index: number) => number;

/** From string indices of the profile to those of the file being written. */
function stringMover({ strings: from }: Profile, to: StringTable): StringMover {
  const moved = new Int32Array(from.start.length).fill(-1);
  return (index) => {
    if (moved[index] === -1) {
      moved[index] = to.dedup(text(from, index));
    }
    return moved[index] as number;
  };
}

function addMappings({ mappings }: Profile, firstId: number, string: StringMover, to: Part): void {
  for (let m = 0; m < mappings.count; m++) {
    const flags = mappings.flags[m] as number;
    to.mapping.push({
      id: firstId + m,
      memoryStart: unsigned(mappings.range, 3 * m),
      memoryLimit: unsigned(mappings.range, 3 * m + 1),
      fileOffset: unsigned(mappings.range, 3 * m + 2),
      filename: string(mappings.file[m] as number),
      buildId: string(mappings.buildId[m] as number),
      hasFunctions: (flags & 1) !== 0,
      hasFilenames: (flags & 2) !== 0,
      hasLineNumbers: (flags & 4) !== 0,
      hasInlineFrames: (flags & 8) !== 0,
    });
  }
}

function addFunctions(
  { functions }: Profile,
  firstId: number,
  string: StringMover,
  to: Part,
): void {
  for (let f = 0; f < functions.count; f++) {
    to.function.push({
      id: firstId + f,
      name: string(functions.name[f] as number),
      systemName: string(functions.systemName[f] as number),
      filename: string(functions.file[f] as number),
      startLine: functions.startLine[f] as number,
    });
  }
}

function addLocations(
  { locations }: Profile,
  first: { readonly mapping: number; readonly location: number; readonly function: number },
  to: Part,
): void {
  for (let l = 0; l < locations.count; l++) {
    const mapping = locations.mapping[l] as number;
    const line = [];
    const end = locations.lineStart[l + 1] as number;
    for (let k = locations.lineStart[l] as number; k < end; k++) {
      line.push({
        functionId: first.function + (locations.lineFunction[k] as number),
        line: locations.lineNumber[k] as number,
      });
    }
    to.location.push({
      id: first.location + l,
      mappingId: mapping < 0 ? 0 : first.mapping + mapping,
      address: unsigned(locations.address, l),
      line,
    });
  }
}

function addSamples(
  profile: Profile,
  { sign, columns, keepZero }: Values,
  firstLocation: number,
  { string, strings }: { readonly string: StringMover; readonly strings: StringTable },
  to: Part,
): void {
  const { samples, sampleTypes } = profile;
  const baseKey = strings.dedup(BASE_LABEL);
  const baseLabel = { key: baseKey, str: strings.dedup('true') };
  for (let s = 0; s < samples.count; s++) {
    const value = columns.map(
      (column) => sign * (samples.values[s * sampleTypes.length + column] as number),
    );
    if (!keepZero && value.every((one) => one === 0)) {
      continue;
    }
    const stack = samples.locations.subarray(
      samples.locationStart[s],
      samples.locationStart[s + 1],
    );
    const label = labelsOf(profile, s, string);
    to.sample.push({
      locationId: Array.from(stack, (location) => firstLocation + location),
      value,
      label: sign === 1 ? label : [...label.filter(({ key }) => key !== baseKey), baseLabel],
    });
  }
}

function labelsOf({ samples: { labels } }: Profile, s: number, string: StringMover): LabelInput[] {
  const found: LabelInput[] = [];
  for (let k = labels.start[s] as number; k < (labels.start[s + 1] as number); k++) {
    found.push({
      key: string(labels.key[k] as number),
      str: string(labels.text[k] as number),
      num: word64(labels.number, k),
      numUnit: string(labels.unit[k] as number),
    });
  }
  return found;
}

function unsigned(words: Int32Array, index: number): bigint {
  return BigInt.asUintN(64, word64(words, index));
}

/** 0 means that nobody said. */
function earliest(a: bigint, b: bigint): bigint {
  return a === 0n || (b !== 0n && b < a) ? b : a;
}

function commonTypes(base: Profile, head: Profile): SampleType[] {
  const names = (profile: Profile) => quoteAll(profile.sampleTypes.map(({ type }) => type));
  const common = head.sampleTypes.filter(({ type }) =>
    base.sampleTypes.some((other) => other.type === type),
  );
  if (common.length === 0) {
    throw new InputError(
      `has no sample type in common with ${base.file}: ${names(head)} here, ${names(base)} there`,
      { file: head.file },
    );
  }
  for (const { type, unit } of common) {
    const other = base.sampleTypes.find((candidate) => candidate.type === type);
    if (other !== undefined && other.unit !== unit) {
      throw new InputError(
        `counts ${quote(type)} in ${quote(unit)}, ${base.file} in ${quote(other.unit)}`,
        {
          file: head.file,
        },
      );
    }
  }
  return common;
}
