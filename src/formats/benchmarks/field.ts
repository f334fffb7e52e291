/**
 * Fields of a line, in bytes: runs of anything but Unicode white space, as Go's reader splits them.
 *
 * Positions run from `at` to `end`, the line's end, exclusive.
 */

/** Where the field that begins at `at` ends: at white space or at the line's end. */
export function fieldEnd(bytes: Uint8Array, at: number, end: number): number {
  for (; at < end; at++) {
    const byte = bytes[at] as number;
    if (byte <= 0x20 ? isAsciiSpace(byte) : byte >= 0x80 && wideSpace(bytes, at, end) > 0) break;
  }
  return at;
}

/** Where the next field begins, or the line's end. */
export function skipSpace(bytes: Uint8Array, at: number, end: number): number {
  while (at < end) {
    const byte = bytes[at] as number;
    if (isAsciiSpace(byte)) at++;
    else if (byte < 0x80) break;
    else {
      const wide = wideSpace(bytes, at, end);
      if (wide === 0) break;
      at += wide;
    }
  }
  return at;
}

/** Whether `length` bytes from `aStart` and from `bStart` are the same. */
export function sameBytes(
  a: Uint8Array,
  aStart: number,
  b: Uint8Array,
  bStart: number,
  length: number,
): boolean {
  for (let i = 0; i < length; i++) if (a[aStart + i] !== b[bStart + i]) return false;
  return true;
}

/** Tab to carriage return, and the space. */
export function isAsciiSpace(byte: number): boolean {
  return byte === 0x20 || (byte >= 0x09 && byte <= 0x0d);
}

/**
 * How many bytes the Unicode space at `at` takes in UTF-8, 0 where there is none: U+0085, U+00A0,
 * U+1680, U+2000 to U+200A, U+2028, U+2029, U+202F, U+205F, U+3000.
 */
function wideSpace(bytes: Uint8Array, at: number, end: number): number {
  const first = bytes[at];
  const second = bytes[at + 1];
  if (first === 0xc2) return at + 1 < end && (second === 0x85 || second === 0xa0) ? 2 : 0;
  if (at + 2 >= end) return 0;
  const third = bytes[at + 2] as number;
  const space =
    (first === 0xe1 && second === 0x9a && third === 0x80) ||
    (first === 0xe2 &&
      second === 0x80 &&
      ((third >= 0x80 && third <= 0x8a) || third === 0xa8 || third === 0xa9 || third === 0xaf)) ||
    (first === 0xe2 && second === 0x81 && third === 0x9f) ||
    (first === 0xe3 && second === 0x80 && third === 0x80);
  return space ? 3 : 0;
}
