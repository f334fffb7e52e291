/**
 * Writes zip archives by hand, sound or hostile: every field that an archive can lie about can be
 * set apart from the truth. (APPNOTE.TXT 6.3.10, sections 4.3.7, 4.3.12 and 4.3.16.)
 */
import { crc32, deflateRawSync } from 'node:zlib';

export interface ZipEntry {
  readonly name: string;
  readonly data: Uint8Array | string;
  /** 0 stored, 8 deflated (the default). */
  readonly method?: number;
  /** What the headers claim, where it is not the truth. */
  readonly claims?: { readonly crc?: number; readonly size?: number };
  /** Unix mode with the file type; 0o100644 unless said otherwise. */
  readonly mode?: number;
  /** General purpose bits; 1 is "encrypted". */
  readonly flags?: number;
}

export function zipOf(entries: readonly ZipEntry[]): Buffer {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const local = localFile(entry);
    files.push(local);
    directory.push(centralHeader(entry, offset));
    offset += local.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...files, central, end]);
}

function localFile(entry: ZipEntry): Buffer {
  const name = Buffer.from(entry.name);
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(20, 4);
  writeShared(header, 6, entry, name);
  return Buffer.concat([header, name, compressed(entry)]);
}

function centralHeader(entry: ZipEntry, offset: number): Buffer {
  const name = Buffer.from(entry.name);
  const header = Buffer.alloc(46);
  header.writeUInt32LE(0x02014b50, 0);
  header.writeUInt16LE((3 << 8) | 20, 4); // made on Unix
  header.writeUInt16LE(20, 6);
  writeShared(header, 8, entry, name);
  header.writeUInt32LE(((entry.mode ?? 0o100644) << 16) >>> 0, 38);
  header.writeUInt32LE(offset, 42);
  return Buffer.concat([header, name]);
}

/** Flags to name length: the fields that both headers have in the same order. */
function writeShared(header: Buffer, at: number, entry: ZipEntry, name: Buffer): void {
  const data = Buffer.from(entry.data);
  header.writeUInt16LE(entry.flags ?? 0, at);
  header.writeUInt16LE(entry.method ?? 8, at + 2);
  header.writeUInt32LE(entry.claims?.crc ?? crc32(data), at + 8);
  header.writeUInt32LE(compressed(entry).length, at + 12);
  header.writeUInt32LE(entry.claims?.size ?? data.length, at + 16);
  header.writeUInt16LE(name.length, at + 20);
}

function compressed({ data, method = 8 }: ZipEntry): Buffer {
  return method === 8 ? deflateRawSync(Buffer.from(data)) : Buffer.from(data);
}
