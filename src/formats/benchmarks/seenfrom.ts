/**
 * Names of files in the JSON of vitest 5 and later and of deno bench are absolute, and no other machine and no worktree
 * has the same: here they become names in the repository, before anything is read or stored.
 */
import { pathToFileURL } from 'node:url';
import type { InputFile } from '../../model/run.ts';

/**
 * The output with its files as they are seen from `top`, a directory that ends without a slash: one
 * that is elsewhere stays absolute. The very input where nothing is to be done.
 */
export function seenFrom(input: InputFile, top: string): InputFile {
  const bytes = Buffer.from(input.bytes.buffer, input.bytes.byteOffset, input.bytes.length);
  const begin = bytes.toString('latin1', 0, 1024);
  const form = forms.find(({ begins }) => begins.test(begin));
  if (form === undefined) return input;
  const text = bytes.toString('utf8');
  const seen = form.cut(text, `${top.replaceAll('\\', '/')}/`);
  return seen === text ? input : { ...input, bytes: Buffer.from(seen) };
}

/** How each tool's output begins, and its names without the directory that they begin with. */
const forms: readonly {
  readonly begins: RegExp;
  readonly cut: (text: string, top: string) => string;
}[] = [
  {
    begins: /^(?:\xEF\xBB\xBF)?\s*\{\s*"numTotalTestSuites"/,
    cut: (text, top) => text.replaceAll(`"name":${JSON.stringify(top).slice(0, -1)}`, '"name":"'),
  },
  {
    begins: /^(?:\xEF\xBB\xBF)?\s*\{\s*"version":\s*\d+,\s*"runtime":\s*"Deno/,
    cut: (text, top) =>
      text.replaceAll(
        `"origin": ${JSON.stringify(pathToFileURL(top).href).slice(0, -1)}`,
        '"origin": "',
      ),
  },
];
