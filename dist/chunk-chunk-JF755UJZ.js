import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  InputError
} from "./chunk-chunk-6IUKT67Q.js";
import {
  init_define_FLAMEGATE_PAGE
} from "./chunk-chunk-OMS2RVR2.js";

// src/formats/profiles/inflate.ts
init_define_FLAMEGATE_PAGE();
import * as zlib from "node:zlib";
import { constants, gunzipSync } from "node:zlib";
function inflate(bytes, options) {
  if (isZstd(bytes) && typeof zlib.zstdDecompressSync === "function") {
    return unpackZstd(bytes, options);
  }
  if (!isGzip(bytes)) {
    return notCompressed(bytes, options);
  }
  let result;
  try {
    result = gunzipSync(bytes, zlibOptions(bytes, options));
  } catch (error) {
    throw explain(error, bytes, options);
  }
  const { buffer, engine } = result;
  const used = engine.bytesWritten;
  if (used !== bytes.length) {
    throw new InputError(
      `${bytes.length - used} bytes of other data follow the gzip data; the file was joined or written over and cannot be trusted`,
      { file: options.file, byte: used }
    );
  }
  if (buffer.length === 0) {
    throw new InputError("the gzip data hold nothing, not a pprof profile", {
      file: options.file,
      byte: 0
    });
  }
  return buffer;
}
var beginningOf = (bytes) => isGzip(bytes) ? gunzipSync(bytes.subarray(0, 16 * 1024), { finishFlush: constants.Z_SYNC_FLUSH }) : bytes;
function isGzip(bytes) {
  return bytes[0] === 31 && bytes[1] === 139;
}
function isZstd(bytes) {
  return bytes[0] === 40 && bytes[1] === 181 && bytes[2] === 47 && bytes[3] === 253;
}
function unpackZstd(bytes, options) {
  const { file } = options;
  let content;
  try {
    content = zlib.zstdDecompressSync(bytes, { maxOutputLength: limitOf(options) });
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : void 0;
    throw new InputError(
      code === "ERR_BUFFER_TOO_LARGE" ? `the zstd data of ${bytes.length} bytes inflate to more than the limit of ${limitOf(options)} bytes` : `damaged or truncated zstd data (${error instanceof Error ? error.message : error}); write the profile again`,
      { file }
    );
  }
  if (content.length === 0) throw new InputError("the zstd data hold nothing", { file });
  return content;
}
var MAX_BYTES = 2 ** 31 - 1;
function limitOf({ maxInflated = 2 ** 30 }) {
  return Math.min(maxInflated, MAX_BYTES);
}
function notCompressed(bytes, options) {
  const { file } = options;
  if (bytes.length === 0) {
    throw new InputError("the file is empty, not a pprof profile; was the profiler stopped?", {
      file,
      byte: 0
    });
  }
  const limit = limitOf(options);
  if (bytes.length > limit) {
    throw new InputError(`the profile has ${bytes.length} bytes, more than the limit of ${limit}`, {
      file,
      byte: limit
    });
  }
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
}
var MAX_DEFLATE_RATIO = 1032;
function zlibOptions(bytes, options) {
  const limit = limitOf(options);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const trailer = bytes.length < 4 ? 0 : view.getUint32(bytes.length - 4, true);
  const claimed = Math.min(trailer, limit, bytes.length * MAX_DEFLATE_RATIO);
  const chunkSize = Math.max(claimed, bytes.length, 1024) + 1;
  return { chunkSize, maxOutputLength: limit, info: true };
}
function explain(error, bytes, options) {
  const code = error instanceof Error && "code" in error ? error.code : void 0;
  const reason = error instanceof Error ? error.message : String(error);
  const { file } = options;
  if (code === "Z_BUF_ERROR") {
    return new InputError(
      `truncated gzip data: the file ends early after ${bytes.length} bytes; write it again`,
      { file, byte: bytes.length }
    );
  }
  if (code === "ERR_BUFFER_TOO_LARGE") {
    const limit = limitOf(options);
    return new InputError(
      `the gzip data of ${bytes.length} bytes inflate to more than the limit of ${limit} bytes; a gzip bomb, or a profile to collect for a shorter time`,
      { file, byte: limit }
    );
  }
  return new InputError(`damaged gzip data (${reason}); write the profile again`, {
    file,
    byte: damagedAt(bytes, options)
  });
}
function damagedAt(bytes, options) {
  let whole = 0;
  let damaged = bytes.length;
  while (damaged - whole > 1) {
    const middle = whole + damaged >> 1;
    try {
      gunzipSync(bytes.subarray(0, middle), {
        maxOutputLength: limitOf(options),
        finishFlush: constants.Z_SYNC_FLUSH
      });
      whole = middle;
    } catch {
      damaged = middle;
    }
  }
  return whole;
}

export {
  inflate,
  beginningOf,
  isGzip
};
