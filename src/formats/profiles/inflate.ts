/**
 * The bytes of a profile file without their gzip wrapping, in one allocation and never more of them
 * than allowed. What is inside is for pprof/read.ts.
 */
import * as zlib from 'node:zlib';
import { constants, gunzipSync, type ZlibOptions } from 'node:zlib';
import { InputError } from '../../model/error.ts';

export interface InflateOptions {
  /** What messages call the file. */
  readonly file: string;
  /** The most bytes a profile may have, inflated; 1 GiB unless said. */
  readonly maxInflated?: number;
}

/**
 * Inflates a gzip or zstd file, and hands back anything else as it is. Several gzip members in a row are
 * one content, as for gzip(1) and Go; anything else after the last member is refused, as Go does.
 *
 * @throws {InputError} on an empty file, on damaged or truncated gzip data, and on more content than
 *   allowed
 */
export function inflate(bytes: Uint8Array, options: InflateOptions): Buffer {
  if (isZstd(bytes) && typeof zlib.zstdDecompressSync === 'function') {
    return unpackZstd(bytes, options);
  }
  if (!isGzip(bytes)) {
    return notCompressed(bytes, options);
  }
  let result: unknown;
  try {
    result = gunzipSync(bytes, zlibOptions(bytes, options));
  } catch (error) {
    throw explain(error, bytes, options);
  }
  const { buffer, engine } = result as Inflated;
  const used = engine.bytesWritten;
  if (used !== bytes.length) {
    throw new InputError(
      `${bytes.length - used} bytes of other data follow the gzip data; the file was joined or ` +
        'written over and cannot be trusted',
      { file: options.file, byte: used },
    );
  }
  if (buffer.length === 0) {
    throw new InputError('the gzip data hold nothing, not a pprof profile', {
      file: options.file,
      byte: 0,
    });
  }
  return buffer;
}

/** The first bytes of the content, without inflating all of it; of a file that was inflated once. */
export const beginningOf = (bytes: Uint8Array): Uint8Array =>
  isGzip(bytes)
    ? gunzipSync(bytes.subarray(0, 16 * 1024), { finishFlush: constants.Z_SYNC_FLUSH })
    : bytes;

export function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

/** Datadog's profiler for Python writes pprof so. Node 20 cannot unpack it: then the reader says what it is. */
function isZstd(bytes: Uint8Array): boolean {
  return bytes[0] === 0x28 && bytes[1] === 0xb5 && bytes[2] === 0x2f && bytes[3] === 0xfd;
}

function unpackZstd(bytes: Uint8Array, options: InflateOptions): Buffer {
  const { file } = options;
  let content: Buffer;
  try {
    content = zlib.zstdDecompressSync(bytes, { maxOutputLength: limitOf(options) });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    throw new InputError(
      code === 'ERR_BUFFER_TOO_LARGE'
        ? `the zstd data of ${bytes.length} bytes inflate to more than the limit of ${limitOf(options)} bytes`
        : `damaged or truncated zstd data (${error instanceof Error ? error.message : error}); write the profile again`,
      { file },
    );
  }
  if (content.length === 0) throw new InputError('the zstd data hold nothing', { file });
  return content;
}

/** Offsets are kept in 32 bits. */
const MAX_BYTES = 2 ** 31 - 1;

function limitOf({ maxInflated = 2 ** 30 }: InflateOptions): number {
  return Math.min(maxInflated, MAX_BYTES);
}

function notCompressed(bytes: Uint8Array, options: InflateOptions): Buffer {
  const { file } = options;
  if (bytes.length === 0) {
    throw new InputError('the file is empty, not a pprof profile; was the profiler stopped?', {
      file,
      byte: 0,
    });
  }
  const limit = limitOf(options);
  if (bytes.length > limit) {
    throw new InputError(`the profile has ${bytes.length} bytes, more than the limit of ${limit}`, {
      file,
      byte: limit,
    });
  }
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
}

/** Deflate cannot shrink further: 258 bytes from two bits, less the block's own header. */
const MAX_DEFLATE_RATIO = 1032;

function zlibOptions(bytes: Uint8Array, options: InflateOptions): ZlibOptions {
  const limit = limitOf(options);
  // The last four bytes are the content's length modulo 2^32. They only size the first buffer:
  // a lie costs speed, bounded below by the file's own length and above by what deflate can do.
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const trailer = bytes.length < 4 ? 0 : view.getUint32(bytes.length - 4, true);
  const claimed = Math.min(trailer, limit, bytes.length * MAX_DEFLATE_RATIO);
  // One byte more than the content, or zlib takes the full buffer for a reason to open a second.
  const chunkSize = Math.max(claimed, bytes.length, 1024) + 1;
  // `info` makes zlib hand back its stream too, which knows how much of the input it used.
  return { chunkSize, maxOutputLength: limit, info: true };
}

/** What zlib returns with `info: true`; its type declarations leave it out. */
interface Inflated {
  readonly buffer: Buffer;
  readonly engine: { readonly bytesWritten: number };
}

function explain(error: unknown, bytes: Uint8Array, options: InflateOptions): InputError {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  const reason = error instanceof Error ? error.message : String(error);
  const { file } = options;
  if (code === 'Z_BUF_ERROR') {
    return new InputError(
      `truncated gzip data: the file ends early after ${bytes.length} bytes; write it again`,
      { file, byte: bytes.length },
    );
  }
  if (code === 'ERR_BUFFER_TOO_LARGE') {
    const limit = limitOf(options);
    return new InputError(
      `the gzip data of ${bytes.length} bytes inflate to more than the limit of ` +
        `${limit} bytes; a gzip bomb, or a profile to collect for a shorter time`,
      { file, byte: limit },
    );
  }
  return new InputError(`damaged gzip data (${reason}); write the profile again`, {
    file,
    byte: damagedAt(bytes, options),
  });
}

/**
 * The first byte at which zlib gives up, which it does not say: found by inflating beginnings of the
 * file, because a beginning is refused exactly when the damage is in it.
 */
function damagedAt(bytes: Uint8Array, options: InflateOptions): number {
  let whole = 0;
  let damaged = bytes.length;
  while (damaged - whole > 1) {
    const middle = (whole + damaged) >> 1;
    try {
      // Without a flush at the end that asks for the end of the data.
      gunzipSync(bytes.subarray(0, middle), {
        maxOutputLength: limitOf(options),
        finishFlush: constants.Z_SYNC_FLUSH,
      });
      whole = middle;
    } catch {
      damaged = middle;
    }
  }
  return whole;
}
