import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { InputError } from '../../src/model/error.ts';
import { defaultLimits } from '../../src/store/manifest.ts';
import { unzip } from '../../src/store/unzip.ts';
import { type ZipEntry, zipOf } from './zip.ts';

const hello: ZipEntry = { name: 'a/hello.txt', data: 'hello, hello, hello, hello' };

describe('a sound archive', () => {
  it('gives its files, deflated, stored and empty', async () => {
    const zip = zipOf([
      hello,
      { name: 'b.bin', data: 'raw', method: 0 },
      { name: 'empty', data: '' },
    ]);
    const files = await unzip(zip, defaultLimits);
    expect([...files].map(([name, bytes]) => [name, Buffer.from(bytes).toString()])).toEqual([
      ['a/hello.txt', 'hello, hello, hello, hello'],
      ['b.bin', 'raw'],
      ['empty', ''],
    ]);
  });

  it('may lie anywhere in a larger buffer', async () => {
    const zip = zipOf([hello]);
    const padded = new Uint8Array(zip.length + 7);
    padded.set(zip, 5);
    const files = await unzip(padded.subarray(5, 5 + zip.length), defaultLimits);
    expect([...files.keys()]).toEqual(['a/hello.txt']);
  });

  it('is what Info-ZIP writes too', async (context) => {
    const dir = mkdtempSync(join(tmpdir(), 'flamegate-zip-'));
    try {
      writeFileSync(join(dir, 'bench.txt'), 'BenchmarkX 1 2 ns/op\n'.repeat(50));
      execFileSync('zip', ['-q', '-X', 'made.zip', 'bench.txt'], { cwd: dir });
      const files = await unzip(readFileSync(join(dir, 'made.zip')), defaultLimits);
      expect(Buffer.from(files.get('bench.txt') ?? '')).toEqual(
        readFileSync(join(dir, 'bench.txt')),
      );
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
      context.skip('there is no `zip` on this machine');
    } finally {
      rmSync(dir, { recursive: true, force: true });
    }
  });
});

describe('a hostile archive', () => {
  it.each<[string, ZipEntry[], RegExp]>([
    ['that climbs out', [{ ...hello, name: '../evil' }], /relative path|plain relative path/],
    ['that climbs out in the middle', [{ ...hello, name: 'a/../../evil' }], /relative path/],
    [
      'with an absolute path',
      [{ ...hello, name: '/etc/passwd' }],
      /absolute path|plain relative path/,
    ],
    ['with a drive', [{ ...hello, name: 'C:/evil' }], /absolute path|plain relative path/],
    ['with a backslash', [{ ...hello, name: 'a\\evil' }], /invalid characters|plain relative path/],
    ['with a control character', [{ ...hello, name: 'a\nb' }], /plain relative path/],
    ['with a hidden file', [{ ...hello, name: '.git/hooks/pre-commit' }], /plain relative path/],
    [
      'with a directory',
      [{ name: 'a/', data: '', mode: 0o040755 }],
      /special file|plain relative path/,
    ],
    ['with one name twice', [hello, hello], /clashes/],
    ['with names that differ in case only', [hello, { ...hello, name: 'A/HELLO.TXT' }], /clashes/],
    ['with a file that is a directory too', [hello, { ...hello, name: 'a' }], /clashes/],
    [
      'with a symbolic link',
      [{ name: 'link', data: '/etc/passwd', mode: 0o120777 }],
      /"link" is a link or another special file/,
    ],
    ['with a device', [{ name: 'null', data: '', mode: 0o020666 }], /special file/],
    ['that is encrypted', [{ ...hello, flags: 1 }], /is encrypted/],
    ['compressed by bzip2', [{ ...hello, method: 12 }], /unknown method 12/],
    ['with a wrong CRC', [{ ...hello, claims: { crc: 1 } }], /"a\/hello.txt" has a wrong CRC-32/],
    [
      'that claims too little',
      [{ ...hello, claims: { size: 5 } }],
      /inflates to more than the 5 bytes/,
    ],
    ['that claims nothing', [{ ...hello, claims: { size: 0 } }], /more than the 0 bytes/],
    [
      'that claims too much',
      [{ ...hello, claims: { size: 500 } }],
      /has 26 bytes, the archive says 500/,
    ],
    [
      'that claims too much when stored',
      [{ ...hello, method: 0, claims: { size: 27 } }],
      /size mismatch/,
    ],
  ])('%s is refused', async (_, entries, message) => {
    await expect(unzip(zipOf(entries), defaultLimits)).rejects.toThrow(message);
    await expect(unzip(zipOf(entries), defaultLimits)).rejects.toThrow(InputError);
  });

  it('that is a bomb is refused before it is inflated', async () => {
    const bomb = zipOf([{ name: 'zeros', data: Buffer.alloc(8 << 20) }]);
    const limits = { ...defaultLimits, inflatedBytes: 1 << 20 };
    expect(bomb.length).toBeLessThan(10_000);
    await expect(unzip(bomb, limits)).rejects.toThrow(/inflates beyond the limit of 1048576 bytes/);
  });

  it('that is a bomb of many parts is refused', async () => {
    const part = (n: number) => ({ name: `part${n}`, data: Buffer.alloc(1 << 19) });
    const limits = { ...defaultLimits, inflatedBytes: 1 << 20 };
    await expect(unzip(zipOf([part(1), part(2), part(3)]), limits)).rejects.toThrow(
      /beyond the limit/,
    );
  });

  it('that hides a bomb behind a small size is refused', async () => {
    const bomb = zipOf([{ name: 'zeros', data: Buffer.alloc(8 << 20), claims: { size: 10 } }]);
    await expect(unzip(bomb, defaultLimits)).rejects.toThrow(/more than the 10 bytes/);
  });

  it('with more entries than the limit is refused', async () => {
    const entries = Array.from({ length: 4 }, (_, n) => ({ ...hello, name: `f${n}` }));
    const limits = { ...defaultLimits, entries: 3 };
    await expect(unzip(zipOf(entries), limits)).rejects.toThrow(
      'the archive has 4 entries, over 3',
    );
  });

  it('that is no zip is refused', async () => {
    for (const bytes of [
      Buffer.alloc(0),
      Buffer.from('<html>502 Bad Gateway</html>'),
      Buffer.alloc(5000, 0x50),
    ]) {
      await expect(unzip(bytes, defaultLimits)).rejects.toThrow(/not a sound zip/);
    }
  });

  it('cut anywhere is refused', async () => {
    const zip = zipOf([hello, { name: 'b', data: 'more' }]);
    for (let length = 0; length < zip.length; length++) {
      await expect(unzip(zip.subarray(0, length), defaultLimits), `${length}`).rejects.toThrow(
        InputError,
      );
    }
  });

  it('with any one bit wrong never gives other content', async () => {
    const zip = zipOf([hello]);
    const sound = Buffer.from('hello, hello, hello, hello');
    for (let bit = 0; bit < zip.length * 8; bit++) {
      const flipped = Buffer.from(zip);
      flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      const files = await unzip(flipped, defaultLimits).catch((error) => error);
      if (files instanceof Error) expect(files).toBeInstanceOf(InputError);
      else for (const bytes of files.values()) expect(Buffer.from(bytes)).toEqual(sound);
    }
  });
});
