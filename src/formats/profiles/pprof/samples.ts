/**
 * Reads the samples of a profile, one after the other, once everything they refer to is known. This
 * is where the time of reading goes: a large profile has millions of location numbers, so the packed
 * lists are decoded by hand here and nothing is allocated for a sample.
 */
import {
  appendFloat64,
  appendInt32,
  type Float64Column,
  filled,
  filledFloat64,
  float64Column,
  type Int32Column,
  int32Column,
  reserveInt32,
} from '../../../profile/columns.ts';
import type { Samples } from '../../../profile/profile.ts';
import { type IdIndex, idOf, resolve, slotOf, type WideIds } from './ids.ts';
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

/** Where the samples are, and what is known of what they refer to. */
export interface SampleSource {
  readonly content: Uint8Array;
  readonly file: string;
  /** All samples lie from `start` to before `end`, perhaps with other messages between them. */
  readonly start: number;
  readonly end: number;
  readonly types: number;
  readonly strings: number;
  readonly locationIds: IdIndex;
  readonly wideLocations: WideIds;
}

/** Samples read so far: each appends its locations (indices, leaf first), values and labels. */
export interface SampleDraft {
  readonly source: SampleSource;
  readonly cursor: Cursor;
  readonly view: DataView;
  /** Slots below this are indices already: how many locations there are, or 0 to look up each. */
  readonly sequence: number;
  /** Whether the locations of the sample being read are indices, not slots. */
  isResolved: boolean;
  readonly locations: Int32Column;
  readonly values: Float64Column;
  readonly labelKey: Int32Column;
  readonly labelText: Int32Column;
  readonly labelNumber: Int32Column;
  readonly labelUnit: Int32Column;
}

/** The field of Profile that holds a sample. */
export const SAMPLE = 2 * 8 + LENGTH;

const LOCATION = 1 * 8;
const VALUE = 2 * 8;
const LABEL = 3 * 8 + LENGTH;

/**
 * Reads all samples and calls `onSample` after each. The draft is the caller's: to look at one sample
 * at a time it sets the columns' lengths back to 0, to keep all it notes where each ends.
 *
 * @throws {InputError} at the first sample that is not well formed, or refers to what is not there
 */
export function readSamples(draft: SampleDraft, onSample: () => void): void {
  const { cursor, source } = draft;
  const { content, end } = source;
  let position = source.start;
  while (position < end) {
    // Nearly always a sample of fewer than 128 bytes; that it ends before `end` was seen in read.ts.
    const length = content[position + 1] as number;
    if (content[position] === SAMPLE && length < 0x80) {
      readSample(draft, position, position + 2, position + 2 + length);
      position += 2 + length;
      onSample();
      continue;
    }
    cursor.position = position;
    const fieldTag = tag(cursor, end);
    if (fieldTag === SAMPLE) {
      const sampleEnd = chunkEnd(cursor, end);
      readSample(draft, position, cursor.position, sampleEnd);
      position = sampleEnd;
      onSample();
    } else {
      skip(cursor, end, fieldTag, 0);
      position = cursor.position;
    }
  }
}

/** An empty draft. `capacity`: about how many locations it will hold. */
export function newSamples(source: SampleSource, capacity: number): SampleDraft {
  const { content, file, locationIds } = source;
  return {
    source,
    cursor: { bytes: content, file, position: 0, low: 0, high: 0 },
    view: new DataView(content.buffer, content.byteOffset, content.length),
    sequence: locationIds.kind === 'sequence' ? locationIds.count : 0,
    isResolved: false,
    locations: int32Column(capacity),
    values: float64Column(capacity >> 4),
    labelKey: int32Column(0),
    labelText: int32Column(0),
    labelNumber: int32Column(0),
    labelUnit: int32Column(0),
  };
}

/** All samples as columns. */
export function sampleColumns(source: SampleSource): Samples {
  // Location numbers take two to three bytes and are most of a large profile.
  const draft = newSamples(source, (source.end - source.start) >> 2);
  const locationStart = int32Column(draft.values.values.length >> 1);
  const labelStart = int32Column(draft.values.values.length >> 1);
  appendInt32(locationStart, 0);
  appendInt32(labelStart, 0);
  readSamples(draft, () => {
    appendInt32(locationStart, draft.locations.length);
    appendInt32(labelStart, draft.labelKey.length);
  });
  return {
    count: locationStart.length - 1,
    locationStart: filled(locationStart),
    locations: filled(draft.locations),
    values: filledFloat64(draft.values),
    labels: {
      start: filled(labelStart),
      key: filled(draft.labelKey),
      text: filled(draft.labelText),
      number: filled(draft.labelNumber),
      unit: filled(draft.labelUnit),
    },
  };
}

/** Reads the sample that begins at `start` and has its fields in `position .. end`. */
function readSample(draft: SampleDraft, start: number, position: number, end: number): void {
  const { cursor, locations, values, source } = draft;
  const locationsBefore = locations.length;
  const valuesBefore = values.length;
  draft.isResolved = true;
  while (position < end) {
    const next = readUsual(draft, position, end);
    if (next >= 0) {
      position = next;
    } else {
      cursor.position = position;
      readField(draft, start, end);
      position = cursor.position;
    }
  }
  if (values.length - valuesBefore !== source.types) {
    throw malformed(
      cursor,
      start,
      `a sample with ${values.length - valuesBefore} values, and ${source.types} sample types`,
    );
  }
  if (!draft.isResolved) {
    resolveStack(draft, start, locationsBefore);
  }
}

/**
 * Reads a field as nearly all are: a list of locations in fewer than 128 bytes, or a value or a list
 * of them, of numbers up to four bytes, at least three bytes before the end of the data. Returns the
 * position behind it, or -1, with nothing read, where the field is not so, whatever the reason.
 */
function readUsual(draft: SampleDraft, position: number, end: number): number {
  const { source, view } = draft;
  const fieldTag = source.content[position] as number;
  if (end + 3 > view.byteLength) {
    return -1;
  }
  if (fieldTag === VALUE + VARINT) {
    return readValue(draft, position + 1, end);
  }
  const length = source.content[position + 1] as number;
  const listEnd = position + 2 + length;
  if (length > 0x7f || listEnd > end) {
    return -1;
  }
  if (fieldTag === LOCATION + LENGTH) {
    return readSlots(draft, position + 2, listEnd);
  }
  return fieldTag === VALUE + LENGTH ? readValues(draft, position + 2, listEnd) : -1;
}

/** Reads any field of a sample, of the sample that begins at `start`. */
function readField(draft: SampleDraft, start: number, end: number): void {
  const { cursor } = draft;
  draft.isResolved = false;
  const fieldTag = tag(cursor, end);
  switch (fieldTag) {
    case LOCATION + LENGTH: {
      const listEnd = chunkEnd(cursor, end);
      while (cursor.position < listEnd) {
        readLocation(draft, listEnd);
      }
      break;
    }
    case VALUE + LENGTH: {
      const listEnd = chunkEnd(cursor, end);
      while (cursor.position < listEnd) {
        appendFloat64(draft.values, integer(cursor, listEnd, 'the value'));
      }
      break;
    }
    case LABEL:
      readLabel(draft, start, chunkEnd(cursor, end));
      break;
    case LOCATION + VARINT:
      readLocation(draft, end);
      break;
    case VALUE + VARINT:
      appendFloat64(draft.values, integer(cursor, end, 'the value'));
      break;
    default:
      skip(cursor, end, fieldTag, 3);
  }
}

function readLocation({ cursor, locations, source }: SampleDraft, end: number): void {
  varint(cursor, end);
  appendInt32(locations, slotOf(source.wideLocations, cursor.low, cursor.high));
}

function resolveStack({ cursor, locations, source }: SampleDraft, start: number, from: number) {
  const at = resolve(source.locationIds, locations.values, false, from, locations.length);
  if (at >= 0) {
    const id = idOf(source.wideLocations, locations.values[at] as number);
    const message = `a sample names location ${id}, which the profile does not define`;
    throw malformed(cursor, start, `${message}; it may have been cut short`);
  }
}

// Numbers of one to four bytes come at random, and a branch for each byte is guessed wrong most of
// the time. So four bytes are taken as one word, whose top bits say where the number ends.

/** The top bit of each byte of a word, as a signed 32-bit number. */
const TOP_BITS = 0x80808080 | 0;

/** The top bit of the byte that ends the number beginning a word; 0 if it is longer than the word. */
function stopIn(word: number): number {
  const clear = ~word & TOP_BITS;
  return clear & -clear;
}

function numberUpTo(stop: number, word: number): number {
  const bits = word & (stop - 1);
  return (
    (bits & 0x7f) | ((bits >>> 1) & 0x3f80) | ((bits >>> 2) & 0x1fc000) | ((bits >>> 3) & 0xfe00000)
  );
}

function bytesUpTo(stop: number): number {
  return (39 - Math.clz32(stop)) >> 3;
}

/** A list of location ids, as slots (ids.ts): of a small id the id less one. As readUsual. */
function readSlots(
  { locations, sequence, view }: SampleDraft,
  position: number,
  end: number,
): number {
  reserveInt32(locations, end - position);
  const values = locations.values;
  let length = locations.length;
  while (position < end) {
    const word = view.getInt32(position, true);
    const stop = stopIn(word);
    const slot = numberUpTo(stop, word) - 1;
    if (stop === 0 || slot >>> 0 >= sequence) {
      return -1;
    }
    values[length++] = slot;
    position += bytesUpTo(stop);
  }
  if (position !== end) {
    return -1;
  }
  locations.length = length;
  return position;
}

/** A list of values: small counts, and times or bytes of up to four bytes. As readUsual. */
function readValues(draft: SampleDraft, position: number, end: number): number {
  const before = draft.values.length;
  while (position >= 0 && position < end) {
    position = readValue(draft, position, end);
  }
  if (position < 0) {
    draft.values.length = before;
  }
  return position;
}

function readValue({ values, view }: SampleDraft, position: number, end: number): number {
  const word = view.getInt32(position, true);
  const stop = stopIn(word);
  const next = position + bytesUpTo(stop);
  if (stop === 0 || next > end) {
    return -1;
  }
  appendFloat64(values, numberUpTo(stop, word));
  return next;
}

function readLabel(draft: SampleDraft, start: number, end: number): void {
  const { cursor, source } = draft;
  let key = 0;
  let text = 0;
  let low = 0;
  let high = 0;
  let unit = 0;
  while (cursor.position < end) {
    const fieldTag = tag(cursor, end);
    switch (fieldTag) {
      case 1 * 8 + VARINT:
        key = index(cursor, end);
        break;
      case 2 * 8 + VARINT:
        text = index(cursor, end);
        break;
      case 3 * 8 + VARINT:
        varint(cursor, end);
        low = cursor.low;
        high = cursor.high;
        break;
      case 4 * 8 + VARINT:
        unit = index(cursor, end);
        break;
      default:
        skip(cursor, end, fieldTag, 4);
    }
  }
  for (const string of [key, text, unit]) {
    if (string < 0 || string >= source.strings) {
      throw malformed(cursor, start, noString('a label', string, source.strings));
    }
  }
  appendInt32(draft.labelKey, key);
  appendInt32(draft.labelText, text);
  appendInt32(draft.labelNumber, low);
  appendInt32(draft.labelNumber, high);
  appendInt32(draft.labelUnit, unit);
}

/** The message for a string index that the string table of `count` strings does not have. */
export function noString(what: string, at: number, count: number): string {
  const which = at < 0 ? 'outside any string table' : `${at}`;
  return (
    `${what} is string ${which}, and the string table has ${count}; ` +
    'the file may have been cut short'
  );
}
