/**
 * Names of files in the JSON of vitest 5 and later are absolute, and no other machine and no worktree has
 * the same: here they become names in the repository, before anything is read or stored.
 */
import type { InputFile } from '../../model/run.ts';

/**
 * The output with its files as they are seen from `top`, a directory that ends without a slash: one
 * that is elsewhere stays absolute. The very input where nothing is to be done.
 */
export function seenFrom(input: InputFile, top: string): InputFile {
  const bytes = Buffer.from(input.bytes.buffer, input.bytes.byteOffset, input.bytes.length);
  const begin = bytes.toString('latin1', 0, 1024);
  if (!/^(?:\xEF\xBB\xBF)?\s*\{\s*"numTotalTestSuites"/.test(begin)) return input;
  const text = bytes.toString('utf8');
  const start = JSON.stringify(`${top.replaceAll('\\', '/')}/`).slice(0, -1);
  const seen = text.replaceAll(`"name":${start}`, '"name":"');
  return seen === text ? input : { ...input, bytes: Buffer.from(seen) };
}
