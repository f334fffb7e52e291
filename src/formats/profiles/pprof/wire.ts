/**
 * The protobuf wire format: tags, varints, lengths, and skipping what nobody asked for. It knows
 * no message of profile.proto.
 *
 * Source: protobuf.dev/programming-guides/encoding. As strict as Go's profile package, and in one
 * point stricter: field number 0, which protobuf forbids, is refused, so that padding and binary
 * rubbish are found where they begin.
 */
import { InputError } from '../../../model/error.ts';

/** A place in the bytes, and the 64-bit number read last, as two words. */
export interface Cursor {
  readonly bytes: Uint8Array;
  readonly file: string;
  position: number;
  low: number;
  high: number;
}

export const VARINT = 0;
export const FIXED64 = 1;
export const LENGTH = 2;
export const FIXED32 = 5;

export function malformed(cursor: Cursor, byte: number, message: string): InputError {
  return new InputError(message, { file: cursor.file, byte });
}

/**
 * Reads a varint that must end before `end`. Returns it when it fits 53 bits unsigned, else a
 * rounded number; `low` and `high` hold all 64 bits.
 *
 * Nearly all numbers of a profile have one to four bytes; the rest are left to `longVarint`, so that
 * this stays small enough to be inlined.
 */
export function varint(cursor: Cursor, end: number): number {
  const bytes = cursor.bytes;
  let position = cursor.position;
  let value = 0;
  for (let shift = 0; shift < 28 && position < end; shift += 7) {
    // In bounds: position < end <= bytes.length.
    const byte = bytes[position++] as number;
    value |= (byte & 0x7f) << shift;
    if (byte < 0x80) {
      cursor.position = position;
      cursor.low = value;
      cursor.high = 0;
      return value;
    }
  }
  return longVarint(cursor, end);
}

/** Reads a varint of any length, from its first byte. */
function longVarint(cursor: Cursor, end: number): number {
  const start = cursor.position;
  let low = 0;
  let high = 0;
  for (let shift = 0; ; shift += 7) {
    if (cursor.position >= end) {
      throw malformed(cursor, start, 'truncated: the data end inside a number');
    }
    if (shift === 70) {
      throw malformed(cursor, start, 'bad varint: longer than 10 bytes');
    }
    const byte = cursor.bytes[cursor.position++] as number;
    const bits = byte & 0x7f;
    if (shift <= 28) {
      low |= bits << shift;
    }
    if (shift >= 28) {
      high |= shift === 28 ? bits >>> 4 : bits << (shift - 32);
    }
    if (byte < 0x80) {
      break;
    }
  }
  cursor.low = low;
  cursor.high = high;
  return (high >>> 0) * 4_294_967_296 + (low >>> 0);
}

/** Reads a tag: field number * 8 + wire type. One byte, for all fields of profile.proto. */
export function tag(cursor: Cursor, end: number): number {
  const start = cursor.position;
  const value = varint(cursor, end);
  if (value < 8) {
    throw malformed(cursor, start, 'not protobuf: field number 0');
  }
  return value;
}

/** Reads the length of a chunk and returns where the chunk ends. */
export function chunkEnd(cursor: Cursor, end: number): number {
  const start = cursor.position;
  const length = varint(cursor, end);
  if (length > end - cursor.position) {
    throw malformed(
      cursor,
      start,
      `truncated: a field of ${length} bytes where ${end - cursor.position} are left`,
    );
  }
  return cursor.position + length;
}

/**
 * Skips the value of a field this reader does not use. `known` is the highest field number the
 * message defines: one of those arriving here has the wrong wire type.
 */
export function skip(cursor: Cursor, end: number, fieldTag: number, known: number): void {
  const start = cursor.position;
  const wire = fieldTag % 8;
  const field = Math.floor(fieldTag / 8);
  if (wire !== VARINT && wire !== FIXED64 && wire !== LENGTH && wire !== FIXED32) {
    throw malformed(cursor, start, `not protobuf as pprof writes it: wire type ${wire}`);
  }
  if (field <= known) {
    throw malformed(cursor, start, `field ${field} has wire type ${wire}, which it cannot have`);
  }
  if (wire === VARINT) {
    varint(cursor, end);
  } else if (wire === LENGTH) {
    cursor.position = chunkEnd(cursor, end);
  } else {
    const size = wire === FIXED64 ? 8 : 4;
    if (size > end - cursor.position) {
      throw malformed(cursor, start, `truncated: the data end inside a field of ${size} bytes`);
    }
    cursor.position += size;
  }
}

/**
 * Reads an int64 that must be exact as a double.
 *
 * @throws {InputError} beyond 2^53 - 1, where sums would no longer be exact
 */
export function integer(cursor: Cursor, end: number, what: string): number {
  const start = cursor.position;
  const short = varint(cursor, end);
  if (cursor.high === 0) {
    return short;
  }
  const value = cursor.high * 4_294_967_296 + (cursor.low >>> 0);
  if (!Number.isSafeInteger(value)) {
    const exact = (BigInt(cursor.high) << 32n) | BigInt(cursor.low >>> 0);
    throw malformed(
      cursor,
      start,
      `${what} ${exact} is beyond 2^53 - 1, where flamegate can no longer count exactly`,
    );
  }
  return value;
}

/** Reads an index into a table; one that no table can have becomes -1, for the table's check. */
export function index(cursor: Cursor, end: number): number {
  varint(cursor, end);
  return cursor.high === 0 && cursor.low >= 0 ? cursor.low : -1;
}
