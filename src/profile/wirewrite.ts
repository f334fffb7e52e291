/** Writes the protobuf wire format; wire.ts reads it. */

/** A field that is a message or a text: its tag, its length, its parts in turn. */
export function messageOf(fieldTag: number, parts: readonly Uint8Array[]): Uint8Array[] {
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  return [varints(fieldTag, length), ...parts];
}

/** Numbers from 0 to 2^53 - 1, one after the other. */
export function varints(...values: readonly number[]): Uint8Array {
  const bytes: number[] = [];
  for (const value of values) {
    let rest = value;
    while (rest > 127) {
      bytes.push((rest % 128) | 128);
      rest = Math.floor(rest / 128);
    }
    bytes.push(rest);
  }
  return Uint8Array.from(bytes);
}
