/**
 * Reads a pprof file (profile.proto, gzip or raw) and refuses whatever is not whole and consistent:
 * nothing half-read is returned. What the samples add up to is for table.ts.
 *
 * In two steps, because samples come before what they refer to: first everything but the samples,
 * which are stepped over; then the samples (samples.ts), each checked as it is read, into columns
 * here, or straight into a table in readtable.ts.
 *
 * Follows `ParseData` and `CheckValid` of Go's profile package (github.com/google/pprof/profile),
 * with the differences that docs/profiles.md lists.
 */
import { InputError } from '../../../model/error.ts';
import type { SampleType } from '../../../model/run.ts';
import {
  appendInt32,
  filled,
  filledFloat64,
  type Int32Column,
  int32Column,
} from '../../../profile/columns.ts';
import { type Profile, type ProfileFrame, type Strings, text } from '../../../profile/profile.ts';
import { type InflateOptions, inflate } from '../inflate.ts';
import { recognise } from '../recognise.ts';
import { type IdIndex, idOf, indexSlots, resolve, type WideIds } from './ids.ts';
import { noString, SAMPLE, type SampleSource, sampleColumns } from './samples.ts';
import {
  type FunctionDraft,
  type LocationDraft,
  type MappingDraft,
  newFunctions,
  newLocations,
  newMappings,
  readFunction,
  readLocation,
  readMapping,
  type SymbolIds,
} from './symbols.ts';
import {
  type Cursor,
  chunkEnd,
  index,
  integer,
  LENGTH,
  malformed,
  skip,
  tag,
  VARINT,
  varint,
} from './wire.ts';

/** Real profiles have one to a dozen; the tables have a column for each. */
const MAX_SAMPLE_TYPES = 1000;

/**
 * Reads a profile.
 *
 * @throws {InputError} with the file, and the byte of the inflated content where one is to blame,
 *   on anything but one whole and valid profile
 */
export function readProfile(bytes: Uint8Array, options: InflateOptions): Profile {
  return profileOf(inflate(bytes, options), options.file);
}

/** readProfile of what is inflated already. */
export function profileOf(content: Buffer, file: string): Profile {
  return readContent(content, file, (frame, samples) => ({
    ...frame,
    samples: sampleColumns(samples),
  }));
}

/**
 * Reads everything of an inflated profile but its samples, and hands it to `use` together with where
 * the samples are. What `use` throws for bad samples is explained like what is thrown here.
 *
 * @throws {InputError} as readProfile
 */
export function readContent<T>(
  content: Buffer,
  file: string,
  use: (frame: ProfileFrame, samples: SampleSource) => T,
): T {
  const draft = newDraft(content, file);
  try {
    readMessages(draft);
    return finish(draft, use);
  } catch (error) {
    if (error instanceof RangeError) {
      // The columns or id tables asked for more memory than there is.
      const byte = draft.cursor.position;
      throw new InputError(`too large to read here: ${error.message}`, { file, byte });
    }
    const means = error instanceof InputError ? recognise(content) : null;
    if (means !== null) {
      throw new InputError(`not a pprof profile: this is ${means}`, { file, byte: 0 });
    }
    throw error;
  }
}

/** String indices of a ValueType. */
interface TypeDraft {
  readonly type: number;
  readonly unit: number;
}

/** The profile while it is read: ids are slots, strings are indices not yet checked. */
interface Draft {
  readonly cursor: Cursor;
  readonly content: Buffer;
  readonly sampleTypes: TypeDraft[];
  /** Where the first sample begins and the last one ends. */
  samplesStart: number;
  samplesEnd: number;
  readonly locations: LocationDraft;
  readonly functions: FunctionDraft;
  readonly mappings: MappingDraft;
  readonly ids: SymbolIds;
  readonly stringStart: Int32Column;
  readonly stringEnd: Int32Column;
  readonly comments: Int32Column;
  periodType: TypeDraft;
  period: number;
  timeNanos: bigint;
  durationNanos: bigint;
  dropFrames: number;
  keepFrames: number;
  defaultSampleType: number;
}

function newDraft(content: Buffer, file: string): Draft {
  return {
    cursor: { bytes: content, file, position: 0, low: 0, high: 0 },
    content,
    sampleTypes: [],
    samplesStart: content.length,
    samplesEnd: content.length,
    locations: newLocations(),
    functions: newFunctions(),
    mappings: newMappings(),
    ids: { locations: new Map(), functions: new Map(), mappings: new Map() },
    stringStart: int32Column(1024),
    stringEnd: int32Column(1024),
    comments: int32Column(0),
    periodType: { type: 0, unit: 0 },
    period: 0,
    timeNanos: 0n,
    durationNanos: 0n,
    dropFrames: 0,
    keepFrames: 0,
    defaultSampleType: 0,
  };
}

// Field numbers of the message Profile; that of a sample is in samples.ts.
const SAMPLE_TYPE = 1;
const MAPPING = 3;
const LOCATION = 4;
const FUNCTION = 5;
const STRING = 6;
const TIME = 9;
const COMMENT = 13;
const LAST_FIELD = 15;

function readMessages(draft: Draft): void {
  const { cursor, locations, functions, mappings, ids } = draft;
  const end = draft.content.length;
  while (cursor.position < end) {
    const start = cursor.position;
    const fieldTag = tag(cursor, end);
    switch (fieldTag) {
      case SAMPLE:
        cursor.position = chunkEnd(cursor, end);
        draft.samplesStart = Math.min(draft.samplesStart, start);
        draft.samplesEnd = cursor.position;
        break;
      case LOCATION * 8 + LENGTH:
        readLocation(cursor, chunkEnd(cursor, end), locations, ids);
        break;
      case FUNCTION * 8 + LENGTH:
        readFunction(cursor, chunkEnd(cursor, end), functions, ids);
        break;
      case MAPPING * 8 + LENGTH:
        readMapping(cursor, chunkEnd(cursor, end), mappings, ids);
        break;
      case STRING * 8 + LENGTH:
        readString(draft, chunkEnd(cursor, end));
        break;
      case SAMPLE_TYPE * 8 + LENGTH:
        readSampleType(draft, chunkEnd(cursor, end));
        break;
      default:
        readHeader(draft, fieldTag, end);
    }
  }
}

/** The fields that occur once. A repetition overrides, as protobuf says; except the time. */
function readHeader(draft: Draft, fieldTag: number, end: number): void {
  const cursor = draft.cursor;
  switch (fieldTag) {
    case 7 * 8 + VARINT:
      draft.dropFrames = index(cursor, end);
      break;
    case 8 * 8 + VARINT:
      draft.keepFrames = index(cursor, end);
      break;
    case TIME * 8 + VARINT:
      readTime(draft, end);
      break;
    case 10 * 8 + VARINT:
      draft.durationNanos = int64(cursor, end);
      break;
    case 11 * 8 + LENGTH:
      draft.periodType = readValueType(cursor, chunkEnd(cursor, end));
      break;
    case 12 * 8 + VARINT:
      draft.period = integer(cursor, end, 'the period');
      break;
    case COMMENT * 8 + VARINT:
      appendInt32(draft.comments, index(cursor, end));
      break;
    case COMMENT * 8 + LENGTH: {
      const listEnd = chunkEnd(cursor, end);
      while (cursor.position < listEnd) {
        appendInt32(draft.comments, index(cursor, listEnd));
      }
      break;
    }
    case 14 * 8 + VARINT:
      draft.defaultSampleType = index(cursor, end);
      break;
    case LAST_FIELD * 8 + VARINT:
      varint(cursor, end);
      break;
    default:
      skip(cursor, end, fieldTag, LAST_FIELD);
  }
}

function int64(cursor: Cursor, end: number): bigint {
  varint(cursor, end);
  return (BigInt(cursor.high) << 32n) | BigInt(cursor.low >>> 0);
}

/** Two profiles written one after the other parse as one; a second time gives them away. */
function readTime(draft: Draft, end: number): void {
  const start = draft.cursor.position;
  if (draft.timeNanos !== 0n) {
    throw malformed(
      draft.cursor,
      start,
      'concatenated profiles: a second time_nanos; give each profile its own file',
    );
  }
  draft.timeNanos = int64(draft.cursor, end);
}

function readString(draft: Draft, end: number): void {
  const start = draft.cursor.position;
  if (draft.stringStart.length === 0 && start !== end) {
    throw malformed(draft.cursor, start, 'the first string of the string table is not empty');
  }
  appendInt32(draft.stringStart, start);
  appendInt32(draft.stringEnd, end);
  draft.cursor.position = end;
}

function readSampleType(draft: Draft, end: number): void {
  const start = draft.cursor.position;
  draft.sampleTypes.push(readValueType(draft.cursor, end));
  if (draft.sampleTypes.length > MAX_SAMPLE_TYPES) {
    throw malformed(draft.cursor, start, `more than ${MAX_SAMPLE_TYPES} sample types`);
  }
}

function readValueType(cursor: Cursor, end: number): TypeDraft {
  let type = 0;
  let unit = 0;
  while (cursor.position < end) {
    const fieldTag = tag(cursor, end);
    switch (fieldTag) {
      case 1 * 8 + VARINT:
        type = index(cursor, end);
        break;
      case 2 * 8 + VARINT:
        unit = index(cursor, end);
        break;
      default:
        skip(cursor, end, fieldTag, 2);
    }
  }
  return { type, unit };
}

/** Checks what only the whole file can tell, and turns ids and strings into what they stand for. */
function finish<T>(draft: Draft, use: (frame: ProfileFrame, samples: SampleSource) => T): T {
  const { content, cursor, ids } = draft;
  const frame = frameOf(draft);
  checkStrings(draft, frame);
  const locationIds = resolveIds(draft, frame);
  return use(frame, {
    content,
    file: cursor.file,
    start: draft.samplesStart,
    end: draft.samplesEnd,
    types: frame.sampleTypes.length,
    strings: frame.strings.start.length,
    locationIds,
    wideLocations: ids.locations,
  });
}

function frameOf(draft: Draft): ProfileFrame {
  const { cursor, content, locations, functions, mappings } = draft;
  const strings: Strings = {
    bytes: content,
    start: filled(draft.stringStart),
    end: filled(draft.stringEnd),
  };
  const string = (at: number, what: string): string => {
    if (at < 0 || at >= strings.start.length) {
      throw malformed(cursor, content.length, noString(what, at, strings.start.length));
    }
    return text(strings, at);
  };
  const valueType = ({ type, unit }: TypeDraft, what: string): SampleType => ({
    type: string(type, what),
    unit: string(unit, what),
  });
  if (draft.sampleTypes.length === 0) {
    throw malformed(cursor, content.length, 'the profile has no sample types');
  }
  appendInt32(locations.lineStart, locations.lineFunction.length);
  return {
    file: cursor.file,
    sampleTypes: draft.sampleTypes.map((type) => valueType(type, 'a sample type')),
    defaultSampleType: string(draft.defaultSampleType, 'default_sample_type'),
    periodType: valueType(draft.periodType, 'period_type'),
    period: draft.period,
    timeNanos: draft.timeNanos,
    durationNanos: draft.durationNanos,
    dropFrames: string(draft.dropFrames, 'drop_frames'),
    keepFrames: string(draft.keepFrames, 'keep_frames'),
    comments: filled(draft.comments),
    locations: {
      count: locations.id.length,
      mapping: filled(locations.mapping),
      address: filled(locations.address),
      lineStart: filled(locations.lineStart),
      lineFunction: filled(locations.lineFunction),
      lineNumber: filledFloat64(locations.lineNumber),
    },
    functions: {
      count: functions.id.length,
      name: filled(functions.name),
      systemName: filled(functions.systemName),
      file: filled(functions.file),
      startLine: filledFloat64(functions.startLine),
    },
    mappings: {
      count: mappings.id.length,
      range: filled(mappings.range),
      file: filled(mappings.file),
      buildId: filled(mappings.buildId),
      flags: Uint8Array.from(filled(mappings.flags)),
    },
    strings,
  };
}

function checkStrings(draft: Draft, { functions, mappings, comments, strings }: ProfileFrame) {
  const count = strings.start.length;
  const check = (column: Int32Array, field: number, what: string): void => {
    for (let at = 0; at < column.length; at++) {
      const string = column[at] as number;
      if (string < 0 || string >= count) {
        const byte = messageStart(draft, field, field === COMMENT ? 0 : at);
        throw malformed(draft.cursor, byte, noString(what, string, count));
      }
    }
  };
  check(functions.name, FUNCTION, 'the name of a function');
  check(functions.systemName, FUNCTION, 'the system name of a function');
  check(functions.file, FUNCTION, 'the file of a function');
  check(mappings.file, MAPPING, 'the file of a mapping');
  check(mappings.buildId, MAPPING, 'the build id of a mapping');
  check(comments, COMMENT, 'a comment');
}

/** Returns how to find locations, which only the samples name. */
function resolveIds(draft: Draft, { locations }: ProfileFrame): IdIndex {
  const { ids } = draft;
  const mappings = indexIds(draft, MAPPING, 'mapping', draft.mappings.id, ids.mappings);
  const functions = indexIds(draft, FUNCTION, 'function', draft.functions.id, ids.functions);
  const found = indexIds(draft, LOCATION, 'location', draft.locations.id, ids.locations);
  const line = resolve(functions, locations.lineFunction, false);
  if (line >= 0) {
    const id = idOf(ids.functions, locations.lineFunction[line] as number);
    throw dangling(draft, ownerOf(locations.lineStart, line), `function ${id}`);
  }
  const location = resolve(mappings, locations.mapping, true);
  if (location >= 0) {
    const id = idOf(ids.mappings, locations.mapping[location] as number);
    throw dangling(draft, location, `mapping ${id}`);
  }
  return found;
}

function dangling(draft: Draft, location: number, what: string): InputError {
  return malformed(
    draft.cursor,
    messageStart(draft, LOCATION, location),
    `a location names ${what}, which the profile does not define; it may have been cut short`,
  );
}

function indexIds(
  draft: Draft,
  field: number,
  kind: string,
  column: Int32Column,
  wide: WideIds,
): IdIndex {
  const slots = filled(column);
  const found = indexSlots(slots);
  if (found.kind === 'bad') {
    const id = idOf(wide, slots[found.at] as number);
    throw malformed(
      draft.cursor,
      messageStart(draft, field, found.at),
      id === 0n ? `a ${kind} without an id` : `two ${kind}s with the id ${id}`,
    );
  }
  return found;
}

/** The record whose part of a column, given by the starts, holds position `at`. */
function ownerOf(starts: Int32Array, at: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] as number) <= at) {
      low = middle;
    } else {
      high = middle - 1;
    }
  }
  return low;
}

/** The byte where the nth message in a field begins: walked again, as only errors ask for it. */
function messageStart(draft: Draft, field: number, nth: number): number {
  const end = draft.content.length;
  const cursor: Cursor = { ...draft.cursor, position: 0 };
  let seen = 0;
  while (cursor.position < end) {
    const start = cursor.position;
    const fieldTag = tag(cursor, end);
    if (Math.floor(fieldTag / 8) === field && seen++ === nth) {
      return start;
    }
    skip(cursor, end, fieldTag, 0);
  }
  return end;
}
