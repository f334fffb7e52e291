import { Readable } from 'node:stream';
import { expect, it } from 'vitest';
import { readStandardInput } from '../../../src/source/files/stdin.ts';

const stream = (...chunks: string[]) => Readable.from(chunks.map((text) => Buffer.from(text)));

it('is read whole', async () => {
  const { file, bytes } = await readStandardInput(7, stream('abc', 'defg'));
  expect([file, Buffer.from(bytes).toString()]).toEqual(['stdin', 'abcdefg']);
});

it('is read once, has an end, and holds something', async () => {
  const once = stream('abc');
  await readStandardInput(9, once);
  await expect(readStandardInput(9, once)).rejects.toThrow(/once: give `-` for one file only/);
  await expect(readStandardInput(6, stream('abc', 'defg'))).rejects.toThrow(/limit, 6 bytes/);
  await expect(readStandardInput(6, stream())).rejects.toThrow(/is empty/);
});
