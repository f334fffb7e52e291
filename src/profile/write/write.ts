/**
 * Writes profiles: one as it is, and the difference of two as one profile, for `go tool pprof -http` and
 * every other viewer of pprof files: the head's samples as they are, the base's negated and labelled,
 * as `pprof -diff_base=BASE -proto HEAD` has them.
 *
 * Source: fetchProfiles in internal/driver/fetch.go, and profile/merge.go, of github.com/google/pprof.
 */
import { gzipSync } from 'node:zlib';
import { InputError } from '../../model/error.ts';
import type { SampleType } from '../../model/run.ts';
import { quote, quoteAll } from '../../text/quote.ts';
import { type Profile, text, word64 } from '../profile.ts';
import {
  newWriter,
  type Writer,
  writeChunk,
  writeInteger,
  writeNumber,
  writeVarint,
  written,
} from './wirewrite.ts';

const BASE_LABEL = 'pprof::base';

/** The profile as a gzipped pprof file. Reading it gives the same tables. */
export function writeProfile(profile: Profile): Uint8Array {
  const draft = newDraft();
  const columns = profile.sampleTypes.map((_, at) => at);
  add(draft, profile, { sign: 1, columns, keepZero: true });
  return finish(draft, { ...profile, comments: commentsOf(profile) });
}

/**
 * The difference as a gzipped pprof file. It has the sample types that both profiles have by name,
 * in the head's order; labels are kept, and stacks that differ in nothing are not netted, so that
 * pprof shows percentages of the base.
 *
 * @throws {InputError} when no sample type is in both profiles, or one has another unit in each
 */
export function writeDiff(base: Profile, head: Profile): Uint8Array {
  const draft = newDraft();
  const sampleTypes = commonTypes(base, head);
  const isCommon = (name: string) => sampleTypes.some(({ type }) => type === name);
  // Samples without a value other than zero are left out, as pprof does when it merges.
  for (const [profile, sign] of [
    [head, 1],
    [base, -1],
  ] as const) {
    const columns = sampleTypes.map(({ type }) =>
      profile.sampleTypes.findIndex((own) => own.type === type),
    );
    add(draft, profile, { sign, columns, keepZero: false });
  }
  return finish(draft, {
    sampleTypes,
    // pprof applies the first profile's to both.
    dropFrames: head.dropFrames,
    keepFrames: head.keepFrames,
    timeNanos: earliest(head.timeNanos, base.timeNanos),
    durationNanos: head.durationNanos + base.durationNanos,
    periodType: head.periodType,
    period: Math.max(head.period, base.period),
    comments: [...commentsOf(head), ...commentsOf(base)],
    defaultSampleType: [head.defaultSampleType, base.defaultSampleType].find(isCommon) ?? '',
  });
}

const commentsOf = ({ comments, strings }: Profile): string[] =>
  Array.from(comments, (index) => text(strings, index));

/** A file while it is written; the ids of the next profile continue where these end. */
interface Draft {
  readonly out: Writer;
  /** For the message being written, and for a list or message within it. */
  readonly message: Writer;
  readonly inner: Writer;
  readonly strings: Map<string, number>;
  mappings: number;
  functions: number;
  locations: number;
}

function newDraft(): Draft {
  return {
    out: newWriter(1 << 16),
    message: newWriter(),
    inner: newWriter(),
    strings: new Map([['', 0]]),
    mappings: 0,
    functions: 0,
    locations: 0,
  };
}

function stringIn({ strings }: Draft, string: string): number {
  const known = strings.get(string) ?? strings.size;
  strings.set(string, known);
  return known;
}

/** A message in a field of the file. */
function put({ out, message }: Draft, field: number, write: (to: Writer) => void): void {
  message.length = 0;
  write(message);
  writeChunk(out, field, written(message));
}

type Header = Pick<
  Profile,
  | 'sampleTypes'
  | 'defaultSampleType'
  | 'periodType'
  | 'period'
  | 'timeNanos'
  | 'durationNanos'
  | 'dropFrames'
  | 'keepFrames'
> & { readonly comments: readonly string[] };

function finish(draft: Draft, header: Header): Uint8Array {
  const { out, strings } = draft;
  const valueType = (field: number, { type, unit }: SampleType) =>
    put(draft, field, (to) => {
      writeNumber(to, 1, stringIn(draft, type));
      writeNumber(to, 2, stringIn(draft, unit));
    });
  for (const type of header.sampleTypes) valueType(1, type);
  writeNumber(out, 7, stringIn(draft, header.dropFrames));
  writeNumber(out, 8, stringIn(draft, header.keepFrames));
  writeNumber(out, 9, header.timeNanos);
  writeNumber(out, 10, header.durationNanos);
  valueType(11, header.periodType);
  writeNumber(out, 12, header.period);
  for (const comment of new Set(header.comments)) {
    // Not writeNumber: a comment may be empty.
    writeVarint(out, 13 * 8);
    writeVarint(out, stringIn(draft, comment));
  }
  writeNumber(out, 14, stringIn(draft, header.defaultSampleType));
  for (const string of strings.keys()) writeChunk(out, 6, Buffer.from(string));
  return gzipSync(written(out));
}

/** Which values of the samples are written. */
interface Values {
  /** What they are multiplied by; the negative ones are the base of a difference. */
  readonly sign: 1 | -1;
  readonly columns: readonly number[];
  /** Whether samples are written in which all of them are zero. */
  readonly keepZero: boolean;
}

/** Appends everything of a profile but its header. */
function add(draft: Draft, profile: Profile, values: Values): void {
  const string = stringMover(draft, profile);
  addMappings(draft, profile, string);
  addFunctions(draft, profile, string);
  addLocations(draft, profile);
  addSamples(draft, profile, values, string);
  draft.mappings += profile.mappings.count;
  draft.functions += profile.functions.count;
  draft.locations += profile.locations.count;
}

type StringMover = (index: number) => number;

/** From string indices of the profile to those of the file being written. */
function stringMover(draft: Draft, { strings }: Profile): StringMover {
  const moved = new Int32Array(strings.start.length).fill(-1);
  return (index) => {
    if (moved[index] === -1) moved[index] = stringIn(draft, text(strings, index));
    return moved[index] as number;
  };
}

function addMappings(draft: Draft, { mappings }: Profile, string: StringMover): void {
  for (let m = 0; m < mappings.count; m++) {
    put(draft, 3, (to) => {
      writeNumber(to, 1, draft.mappings + 1 + m);
      for (const at of [0, 1, 2]) writeNumber(to, 2 + at, word64(mappings.range, 3 * m + at));
      writeNumber(to, 5, string(mappings.file[m] as number));
      writeNumber(to, 6, string(mappings.buildId[m] as number));
      for (const bit of [0, 1, 2, 3]) {
        writeNumber(to, 7 + bit, ((mappings.flags[m] as number) >> bit) & 1);
      }
    });
  }
}

function addFunctions(draft: Draft, { functions }: Profile, string: StringMover): void {
  for (let f = 0; f < functions.count; f++) {
    put(draft, 5, (to) => {
      writeNumber(to, 1, draft.functions + 1 + f);
      writeNumber(to, 2, string(functions.name[f] as number));
      writeNumber(to, 3, string(functions.systemName[f] as number));
      writeNumber(to, 4, string(functions.file[f] as number));
      writeNumber(to, 5, functions.startLine[f] as number);
    });
  }
}

function addLocations(draft: Draft, { locations }: Profile): void {
  const { inner } = draft;
  for (let l = 0; l < locations.count; l++) {
    put(draft, 4, (to) => {
      const mapping = locations.mapping[l] as number;
      writeNumber(to, 1, draft.locations + 1 + l);
      writeNumber(to, 2, mapping < 0 ? 0 : draft.mappings + 1 + mapping);
      writeNumber(to, 3, word64(locations.address, l));
      const end = locations.lineStart[l + 1] as number;
      for (let k = locations.lineStart[l] as number; k < end; k++) {
        inner.length = 0;
        writeNumber(inner, 1, draft.functions + 1 + (locations.lineFunction[k] as number));
        writeNumber(inner, 2, locations.lineNumber[k] as number);
        writeChunk(to, 4, written(inner));
      }
    });
  }
}

function addSamples(draft: Draft, profile: Profile, values: Values, string: StringMover): void {
  const { samples, sampleTypes } = profile;
  const { sign, columns, keepZero } = values;
  const { inner } = draft;
  for (let s = 0; s < samples.count; s++) {
    const value = (column: number) => samples.values[s * sampleTypes.length + column] as number;
    if (!keepZero && columns.every((column) => value(column) === 0)) continue;
    put(draft, 2, (to) => {
      inner.length = 0;
      const end = samples.locationStart[s + 1] as number;
      for (let i = samples.locationStart[s] as number; i < end; i++) {
        writeVarint(inner, draft.locations + 1 + (samples.locations[i] as number));
      }
      writeChunk(to, 1, written(inner));
      inner.length = 0;
      // 0 and not -0, which is no integer of protobuf.
      for (const column of columns) writeInteger(inner, sign * value(column) || 0);
      writeChunk(to, 2, written(inner));
      addLabels(draft, profile, s, string, sign);
    });
  }
}

/** The labels of sample s, to the message being written; of a base the one that says so. */
function addLabels(
  draft: Draft,
  { samples: { labels } }: Profile,
  s: number,
  string: StringMover,
  sign: 1 | -1,
): void {
  const { message, inner } = draft;
  const baseKey = stringIn(draft, BASE_LABEL);
  for (let k = labels.start[s] as number; k < (labels.start[s + 1] as number); k++) {
    const key = string(labels.key[k] as number);
    if (sign === -1 && key === baseKey) continue;
    inner.length = 0;
    writeNumber(inner, 1, key);
    writeNumber(inner, 2, string(labels.text[k] as number));
    writeNumber(inner, 3, word64(labels.number, k));
    writeNumber(inner, 4, string(labels.unit[k] as number));
    writeChunk(message, 3, written(inner));
  }
  if (sign === 1) return;
  inner.length = 0;
  writeNumber(inner, 1, baseKey);
  writeNumber(inner, 2, stringIn(draft, 'true'));
  writeChunk(message, 3, written(inner));
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
        { file: head.file },
      );
    }
  }
  return common;
}
