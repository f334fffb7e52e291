/**
 * Unzips an archive that somebody else made, in memory and within limits.
 *
 * yauzl reads the central directory; everything an archive can lie about is checked here: names,
 * sizes, links, encryption, checksums. Nothing touches the file system. (The artifact client's
 * own extractor checks no CRC, knows no limit and hangs on a cut archive.)
 */
import { promisify } from 'node:util';
import { crc32, inflateRaw } from 'node:zlib';
import yauzl, { type Entry } from 'yauzl';
import { InputError } from '../model/error.ts';
import type { Limits } from './manifest.ts';
import { clashOf, pathDefect, printable, quoted } from './path.ts';

const inflate = promisify(inflateRaw);
const stored = 0;
const deflated = 8;

/**
 * The files of a zip archive by path. Throws InputError that names the defect: not a zip, cut
 * short, more entries or bytes than the limits, a path outside the rule of path.ts, a directory,
 * link or encrypted entry, a wrong size or CRC. Inflates at most `limits.inflatedBytes`.
 */
export async function unzip(zip: Uint8Array, limits: Limits): Promise<Map<string, Uint8Array>> {
  const buffer = Buffer.from(zip.buffer, zip.byteOffset, zip.byteLength);
  try {
    return await readEntries(buffer, limits);
  } catch (error) {
    if (error instanceof InputError) throw error;
    const why = error instanceof Error ? error.message : String(error);
    throw new InputError(`the archive is not a sound zip: ${printable(why)}`);
  }
}

async function readEntries(zip: Buffer, limits: Limits): Promise<Map<string, Uint8Array>> {
  const archive = await yauzl.fromBufferPromise(zip, { strictFileNames: true });
  if (archive.entryCount > limits.entries) {
    throw new InputError(`the archive has ${archive.entryCount} entries, over ${limits.entries}`);
  }
  const entries: Entry[] = [];
  let total = 0;
  for await (const entry of archive.eachEntry()) {
    const defect = defectOf(entry);
    if (defect !== undefined) throw new InputError(defect);
    total += entry.uncompressedSize;
    if (total > limits.inflatedBytes) {
      throw new InputError(
        `the archive inflates beyond the limit of ${limits.inflatedBytes} bytes`,
      );
    }
    entries.push(entry);
  }
  const clash = clashOf(entries.map(({ fileName }) => fileName));
  if (clash !== undefined) throw new InputError(clash);

  const files = new Map<string, Uint8Array>();
  for (const entry of entries) {
    const { fileDataStart } = await archive.readLocalFileHeaderPromise(entry, { minimal: true });
    const data = zip.subarray(fileDataStart, fileDataStart + entry.compressedSize);
    files.set(entry.fileName, await contentOf(entry, data));
  }
  return files;
}

/** Why an entry is not taken, from its metadata alone. */
function defectOf(entry: Entry): string | undefined {
  const name = quoted(entry.fileName);
  const unixMode = entry.externalFileAttributes >>> 16;
  const fileType = unixMode & 0o170000;
  if (fileType !== 0 && fileType !== 0o100000) return `${name} is a link or another special file`;
  if (entry.isEncrypted()) return `${name} is encrypted`;
  if (entry.compressionMethod !== stored && entry.compressionMethod !== deflated) {
    return `${name} is compressed by the unknown method ${entry.compressionMethod}`;
  }
  return pathDefect(entry.fileName);
}

/** Inflates and checks one entry; never allocates more than the size it claims. */
async function contentOf(entry: Entry, data: Buffer): Promise<Uint8Array> {
  const name = quoted(entry.fileName);
  const size = entry.uncompressedSize;
  const content = entry.compressionMethod === stored ? data : await inflateAtMost(data, size, name);
  if (content.length !== size) {
    throw new InputError(`${name} has ${content.length} bytes, the archive says ${size}`);
  }
  if (crc32(content) !== entry.crc32) throw new InputError(`${name} has a wrong CRC-32`);
  return content;
}

async function inflateAtMost(data: Buffer, size: number, name: string): Promise<Uint8Array> {
  try {
    return await inflate(data, { maxOutputLength: Math.max(size, 1) });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE') {
      throw new InputError(`${name} inflates to more than the ${size} bytes the archive says`);
    }
    throw error;
  }
}
