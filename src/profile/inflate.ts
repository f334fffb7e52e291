/**
 * The bytes of a profile file without their gzip wrapping, in one allocation and never more of them
 * than allowed. What is inside is for read.ts.
 */
import { gunzipSync } from 'node:zlib';
import { InputError } from '../model.ts';

/** Deflate cannot shrink further: 258 bytes from two bits, less the block's own header. */
const MAX_DEFLATE_RATIO = 1032;

/** Offsets are kept in 32 bits. */
const MAX_BYTES = 2 ** 31 - 1;

/**
 * Inflates a gzip file, and hands back anything else as it is. Several gzip members in a row are
 * one content, as for gzip(1) and Go; anything else after the last member is refused, as Go does.
 *
 * @throws {InputError} on damaged or truncated gzip data, and on more than `limit` bytes of content
 */
export function inflate(bytes: Uint8Array, limit: number, file: string): Buffer {
  const most = Math.min(limit, MAX_BYTES);
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) {
    if (bytes.length > most) {
      throw new InputError(
        `the profile has ${bytes.length} bytes, more than the limit of ${most}`,
        { file },
      );
    }
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  }
  let content: Inflated;
  try {
    content = gunzip(bytes, most);
  } catch (error) {
    throw new InputError(explain(error, bytes.length, most), { file });
  }
  if (content.consumed !== bytes.length) {
    throw new InputError(
      `${bytes.length - content.consumed} bytes of other data follow the gzip data; the file was ` +
        'joined or written over and cannot be trusted',
      { file, byte: content.consumed },
    );
  }
  return content.bytes;
}

interface Inflated {
  readonly bytes: Buffer;
  readonly consumed: number;
}

function gunzip(bytes: Uint8Array, limit: number): Inflated {
  // The last four bytes are the content's length modulo 2^32. They only size the first buffer:
  // a lie costs speed, bounded below by the file's own length and above by what deflate can do.
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const trailer = bytes.length < 4 ? 0 : view.getUint32(bytes.length - 4, true);
  const claimed = Math.min(trailer, limit, bytes.length * MAX_DEFLATE_RATIO);
  // One byte more than the content, or zlib takes the full buffer for a reason to open a second.
  const chunkSize = Math.max(claimed, bytes.length, 1024) + 1;
  // `info` makes node hand back the stream too, which knows how much input it used. It is
  // documented for the synchronous functions, and missing from their types.
  const options = { chunkSize, maxOutputLength: limit, info: true };
  const result = gunzipSync(bytes, options) as unknown as {
    buffer: Buffer;
    engine: { bytesWritten: number };
  };
  return { bytes: result.buffer, consumed: result.engine.bytesWritten };
}

function explain(error: unknown, length: number, limit: number): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  const reason = error instanceof Error ? error.message : String(error);
  switch (code) {
    case 'ERR_BUFFER_TOO_LARGE':
      return (
        `the gzip data of ${length} bytes inflates to more than the limit of ${limit} bytes; ` +
        'a gzip bomb, or a profile to collect for a shorter time'
      );
    case 'Z_BUF_ERROR':
      return `truncated gzip data: the file ends early after ${length} bytes; write it again`;
    default:
      return `damaged gzip data (${reason}); write the profile again`;
  }
}
