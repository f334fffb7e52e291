/** Standard input as a file: `-` where one file is meant. It can be read once. */
import { InputError } from '../../model/error.ts';
import type { InputFile } from '../../model/run.ts';

/** What a user writes for it; a file of that name is `./-`. */
export const STANDARD_INPUT = '-';

type Bytes = AsyncIterable<Uint8Array>;

/** What was read from; a process has one, tests have theirs. */
const taken = new WeakSet<Bytes>();

/** All of it. Throws InputError where it was read before, is empty, or is longer than `limit` bytes. */
export async function readStandardInput(
  limit: number,
  from: Bytes = process.stdin,
): Promise<InputFile> {
  const file = 'standard input';
  if (taken.has(from)) {
    throw new InputError('can be read once: give `-` for one file only', { file });
  }
  taken.add(from);
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of from) {
    length += chunk.length;
    if (length > limit) throw new InputError(`is longer than the limit, ${limit} bytes`, { file });
    chunks.push(chunk);
  }
  if (length === 0) {
    throw new InputError('is empty: did the command before the pipe fail?', { file });
  }
  return { file: 'stdin', bytes: Buffer.concat(chunks) };
}
