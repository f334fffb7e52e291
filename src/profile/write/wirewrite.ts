/** Writes the protobuf wire format; wire.ts reads it. Knows no message of profile.proto. */

/** Bytes written so far: the first `length` of `bytes`. */
export interface Writer {
  bytes: Buffer;
  length: number;
}

export function newWriter(capacity = 1024): Writer {
  return { bytes: Buffer.allocUnsafe(capacity), length: 0 };
}

export const written = ({ bytes, length }: Writer): Buffer => bytes.subarray(0, length);

function reserve(writer: Writer, count: number): void {
  const needed = writer.length + count;
  if (needed <= writer.bytes.length) return;
  const grown = Buffer.allocUnsafe(Math.max(needed, 2 * writer.bytes.length));
  writer.bytes.copy(grown, 0, 0, writer.length);
  writer.bytes = grown;
}

/** A whole number from 0 to 2^53 - 1. */
export function writeVarint(writer: Writer, value: number): void {
  reserve(writer, 10);
  let rest = value;
  // Bits fit 32-bit arithmetic only below 2^31.
  while (rest >= 2 ** 31) {
    writer.bytes[writer.length++] = (rest % 128) | 128;
    rest = Math.floor(rest / 128);
  }
  while (rest > 127) {
    writer.bytes[writer.length++] = (rest & 127) | 128;
    rest >>>= 7;
  }
  writer.bytes[writer.length++] = rest;
}

/** An int64 or uint64. */
export function writeVarint64(writer: Writer, value: bigint): void {
  if (value >= 0n && value <= Number.MAX_SAFE_INTEGER) {
    writeVarint(writer, Number(value));
    return;
  }
  reserve(writer, 10);
  let rest = BigInt.asUintN(64, value);
  for (; rest > 127n; rest >>= 7n) writer.bytes[writer.length++] = Number(rest & 127n) | 128;
  writer.bytes[writer.length++] = Number(rest);
}

/** An int64 that a double holds exactly, of either sign. */
export function writeInteger(writer: Writer, value: number): void {
  if (value >= 0) writeVarint(writer, value);
  else writeVarint64(writer, BigInt(value));
}

/** A number in a field; 0 is what a field that is absent says, and left out. */
export function writeNumber(writer: Writer, field: number, value: number | bigint): void {
  if (value === 0 || value === 0n) return;
  writeVarint(writer, field * 8);
  if (typeof value === 'bigint') writeVarint64(writer, value);
  else writeInteger(writer, value);
}

/** A message, a text or a packed list in a field. */
export function writeChunk(writer: Writer, field: number, content: Uint8Array): void {
  writeVarint(writer, field * 8 + 2);
  writeVarint(writer, content.length);
  reserve(writer, content.length);
  writer.bytes.set(content, writer.length);
  writer.length += content.length;
}

/** A field that is a message or a text: its tag, its length, its parts in turn. */
export function messageOf(fieldTag: number, parts: readonly Uint8Array[]): Uint8Array[] {
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  return [varints(fieldTag, length), ...parts];
}

/** Numbers from 0 to 2^53 - 1, one after the other. */
export function varints(...values: readonly number[]): Uint8Array {
  const writer = newWriter(10 * values.length);
  for (const value of values) writeVarint(writer, value);
  return written(writer);
}
