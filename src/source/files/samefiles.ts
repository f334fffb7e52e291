/**
 * The same file given twice, under two names or compressed in two ways. Runs that are stored twice are
 * stored.ts's.
 */
import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { inflate, isGzip } from '../../formats/profiles/inflate.ts';
import { InputError } from '../../model/error.ts';
import type { InputFile } from '../../model/run.ts';

/**
 * One measurement given twice would pass for two, however it is compressed. Only files whose checksum
 * and length of the content are the same are looked at closer. Throws InputError.
 */
export function refuseTwins(inputs: readonly InputFile[]): void {
  const alike = new Map<string, InputFile[]>();
  for (const input of inputs) {
    const key = contentKey(input.bytes);
    const others = alike.get(key);
    if (others === undefined) alike.set(key, [input]);
    else others.push(input);
  }
  for (const group of alike.values()) if (group.length > 1) refuseSame(group);
}

/** CRC-32 and length as gzip writes them behind the data; so a file has the same key packed and raw. */
function contentKey(bytes: Uint8Array): string {
  if (isGzip(bytes)) return Buffer.from(bytes.subarray(-8)).toString('hex');
  const trailer = Buffer.alloc(8);
  trailer.writeUInt32LE(crc32(bytes));
  trailer.writeUInt32LE(bytes.length % 2 ** 32, 4);
  return trailer.toString('hex');
}

function refuseSame(inputs: readonly InputFile[]): void {
  const seen = new Map<string, InputFile>();
  for (const input of inputs) {
    const content = isGzip(input.bytes) ? inflate(input.bytes, input) : input.bytes;
    const key = createHash('sha256').update(content).digest('hex');
    const twin = seen.get(key);
    if (twin !== undefined) {
      const packed = Buffer.compare(twin.bytes, input.bytes) === 0 ? '' : ' once inflated';
      throw new InputError(`is ${twin.file} byte for byte${packed}: name each measurement once`, {
        file: input.file,
      });
    }
    seen.set(key, input);
  }
}
