/**
 * What profile.proto defines of each message, for leaving out what it does not: a field of somebody's
 * own may hold anything. The readers skip such fields; only a profile that is redacted loses them.
 */
import { messageOf } from '../../../profile/write/wirewrite.ts';
import { type Cursor, chunkEnd, skip, tag } from './wire.ts';

/** A message: its fields are 1 to `last`, and some of them are messages. */
export interface Shape {
  readonly last: number;
  readonly messages: Readonly<Record<number, Shape>>;
}

const VALUE_TYPE: Shape = { last: 2, messages: {} };
const LINE: Shape = { last: 3, messages: {} };
export const LABEL_SHAPE: Shape = { last: 4, messages: {} };

/** The messages in a profile, by its field; not the samples, which redact/labels.ts takes apart. */
export const SHAPES: Readonly<Record<number, Shape>> = {
  1: VALUE_TYPE,
  3: { last: 10, messages: {} },
  4: { last: 5, messages: { 4: LINE } },
  5: { last: 5, messages: {} },
  11: VALUE_TYPE,
};

/**
 * The fields from the cursor to `end` that the shape defines; null where all are, which is nearly
 * always. The cursor stays where it is.
 */
export function definedFields(cursor: Cursor, end: number, shape: Shape): Uint8Array[] | null {
  const start = cursor.position;
  const isWhole = isDefined(cursor, end, shape);
  cursor.position = start;
  if (isWhole) return null;
  const fields: Uint8Array[] = [];
  while (cursor.position < end) {
    const from = cursor.position;
    const fieldTag = tag(cursor, end);
    const field = Math.floor(fieldTag / 8);
    const inner = shape.messages[field];
    if (inner === undefined) {
      skip(cursor, end, fieldTag, 0);
      if (field <= shape.last) fields.push(cursor.bytes.subarray(from, cursor.position));
      continue;
    }
    const innerEnd = chunkEnd(cursor, end);
    const known = definedFields(cursor, innerEnd, inner);
    const kept =
      known === null ? [cursor.bytes.subarray(from, innerEnd)] : messageOf(fieldTag, known);
    for (const part of kept) fields.push(part);
    cursor.position = innerEnd;
  }
  cursor.position = start;
  return fields;
}

function isDefined(cursor: Cursor, end: number, shape: Shape): boolean {
  while (cursor.position < end) {
    const fieldTag = tag(cursor, end);
    const field = Math.floor(fieldTag / 8);
    if (field > shape.last) return false;
    const inner = shape.messages[field];
    if (inner === undefined) skip(cursor, end, fieldTag, 0);
    else if (!isDefined(cursor, chunkEnd(cursor, end), inner)) return false;
  }
  return true;
}
