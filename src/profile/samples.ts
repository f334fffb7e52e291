/**
 * Reads the samples of a profile into columns. This is where the time of reading goes: a large
 * profile has millions of location numbers, so the packed lists are decoded by hand here and
 * nothing is allocated for a sample. Locations stay slots (ids.ts); read.ts resolves them.
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
  reserveFloat64,
  reserveInt32,
} from './columns.ts';
import { slotOf, type WideIds } from './ids.ts';
import type { Labels, Samples } from './profile.ts';
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

export interface SampleDraft {
  /** The whole profile. */
  readonly view: DataView;
  readonly locationStart: Int32Column;
  readonly locations: Int32Column;
  readonly wideLocations: WideIds;
  readonly values: Float64Column;
  /** Values in each sample, or -1 before the first sample. */
  valuesEach: number;
  readonly labelStart: Int32Column;
  readonly labelKey: Int32Column;
  readonly labelText: Int32Column;
  readonly labelNumber: Int32Column;
  readonly labelUnit: Int32Column;
}

/** Columns for the samples of `content`, the whole profile; its size says how large they may get. */
export function newSamples(content: Uint8Array): SampleDraft {
  const size = content.length;
  return {
    view: new DataView(content.buffer, content.byteOffset, size),
    locationStart: int32Column(size >> 6),
    // Location numbers take two to three bytes and are most of a large profile.
    locations: int32Column(size >> 2),
    wideLocations: new Map(),
    values: float64Column(size >> 5),
    valuesEach: -1,
    labelStart: int32Column(size >> 6),
    labelKey: int32Column(0),
    labelText: int32Column(0),
    labelNumber: int32Column(0),
    labelUnit: int32Column(0),
  };
}

/** The top bit of each byte of a word, as a signed 32-bit number. */
const TOP_BITS = 0x80808080 | 0;

const LOCATION = 1 * 8;
const VALUE = 2 * 8;
const LABEL = 3 * 8 + LENGTH;

export function readSample(cursor: Cursor, end: number, draft: SampleDraft): void {
  const start = cursor.position;
  const valuesBefore = draft.values.length;
  appendInt32(draft.locationStart, draft.locations.length);
  appendInt32(draft.labelStart, draft.labelKey.length);
  while (cursor.position < end) {
    const fieldTag = tag(cursor, end);
    switch (fieldTag) {
      case LOCATION + LENGTH:
        readLocations(cursor, chunkEnd(cursor, end), draft);
        break;
      case VALUE + LENGTH:
        readValues(cursor, chunkEnd(cursor, end), draft.values);
        break;
      case LABEL:
        readLabel(cursor, chunkEnd(cursor, end), draft);
        break;
      case LOCATION + VARINT:
        varint(cursor, end);
        appendInt32(draft.locations, slotOf(draft.wideLocations, cursor.low, cursor.high));
        break;
      case VALUE + VARINT:
        appendFloat64(draft.values, integer(cursor, end, 'the value'));
        break;
      default:
        skip(cursor, end, fieldTag, 3);
    }
  }
  const values = draft.values.length - valuesBefore;
  if (draft.valuesEach < 0) {
    draft.valuesEach = values;
  } else if (values !== draft.valuesEach) {
    throw malformed(
      cursor,
      start,
      `a sample with ${values} values, where the samples before it have ${draft.valuesEach}; ` +
        'each needs one for every sample type',
    );
  }
}

/**
 * A packed list of location ids.
 *
 * Ids of one to four bytes come at random, and a branch for each byte is guessed wrong most of the
 * time; so four bytes are taken as one word, and its top bits say where the number ends. The slot of
 * such an id is the id less one (ids.ts).
 */
function readLocations(cursor: Cursor, end: number, draft: SampleDraft): void {
  const column = draft.locations;
  reserveInt32(column, end - cursor.position);
  const view = draft.view;
  const values = column.values;
  let length = column.length;
  let position = cursor.position;
  // Where the last word would run over the data, nothing is read here.
  const wordsEnd = end + 3 <= view.byteLength ? end : position;
  while (position < wordsEnd) {
    const word = view.getInt32(position, true);
    // The lowest top bit that is clear ends the number; of a longer one none is.
    const stops = ~word & TOP_BITS;
    if (stops === 0) {
      break;
    }
    const stop = stops & -stops;
    const bits = word & (stop - 1);
    const id =
      (bits & 0x7f) |
      ((bits >>> 1) & 0x3f80) |
      ((bits >>> 2) & 0x1fc000) |
      ((bits >>> 3) & 0xfe00000);
    values[length++] = id - 1;
    position += (39 - Math.clz32(stop)) >> 3;
  }
  cursor.position = position;
  column.length = length;
  if (position < end) {
    readLongLocations(cursor, end, draft);
  } else if (position > end) {
    // The last number was read with bytes of what follows its list.
    throw malformed(cursor, end, 'truncated: a list of locations ends inside a number');
  }
}

/** The rest of a list from its first number of more than four bytes on, or at the end of the data. */
function readLongLocations(cursor: Cursor, end: number, draft: SampleDraft): void {
  while (cursor.position < end) {
    varint(cursor, end);
    appendInt32(draft.locations, slotOf(draft.wideLocations, cursor.low, cursor.high));
  }
}

/** A packed list of values: small counts, and times or bytes of four to six bytes each. */
function readValues(cursor: Cursor, end: number, column: Float64Column): void {
  reserveFloat64(column, end - cursor.position);
  const bytes = cursor.bytes;
  while (cursor.position < end) {
    const byte = bytes[cursor.position] as number;
    if (byte < 0x80) {
      cursor.position++;
      column.values[column.length++] = byte;
    } else {
      column.values[column.length++] = integer(cursor, end, 'the value');
    }
  }
}

function readLabel(cursor: Cursor, end: number, draft: SampleDraft): void {
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
  appendInt32(draft.labelKey, key);
  appendInt32(draft.labelText, text);
  appendInt32(draft.labelNumber, low);
  appendInt32(draft.labelNumber, high);
  appendInt32(draft.labelUnit, unit);
}

/** The finished columns, with locations still slots. */
export function finishSamples(draft: SampleDraft): Samples {
  const count = draft.locationStart.length;
  appendInt32(draft.locationStart, draft.locations.length);
  appendInt32(draft.labelStart, draft.labelKey.length);
  const labels: Labels = {
    start: filled(draft.labelStart),
    key: filled(draft.labelKey),
    text: filled(draft.labelText),
    number: filled(draft.labelNumber),
    unit: filled(draft.labelUnit),
  };
  return {
    count,
    locationStart: filled(draft.locationStart),
    locations: filled(draft.locations),
    values: filledFloat64(draft.values),
    labels,
  };
}
