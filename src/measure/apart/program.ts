/**
 * Whether both sides built the same program though their code differs: a cache or an installed package
 * stands for both then, and whatever is measured is the machine against itself.
 */
import type { Stats } from 'node:fs';
import { open, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Git } from '../git.ts';
import type { SidePlace } from '../tree.ts';

/** Of what changed, whether any may be in a program: see `isProgramText`. */
export async function codeDiffers(git: Git, base: string, head: string): Promise<string | null> {
  const listed = await git(['diff', '--name-only', '--no-renames', '-z', base, head]);
  return listed.split('\0').filter(Boolean).find(isProgramText) ?? null;
}

/** These are text for people, but for two that build tools read. */
const prose = /\.(?:md|markdown|mdx|txt|rst|adoc|asciidoc)$/i;
const read = /(?:^|\/)(?:CMakeLists\.txt|[^/]*requirements[^/]*\.txt|constraints\.txt)$/;
const folders = /^(?:docs?|\.github|\.gitlab|\.circleci|\.vscode|\.idea)\//;
const about =
  /(?:^|\/)(?:LICEN[CS]E|COPYING|NOTICE|README|CHANGELOG|AUTHORS|CODEOWNERS|\.gitignore|\.gitattributes|\.mailmap|\.editorconfig)[^/]*$/;
const tests =
  /(?:^|\/)(?:tests?|__tests__|specs?|testdata)\/|(?:_test|_spec|\.test|\.spec)\.\w+$|(?:^|\/)(?:test_[^/]*|conftest)\.py$/;

/** Whether a file may be part of the program that is measured: no text for people, and no test. */
export function isProgramText(file: string): boolean {
  if (read.test(file)) return true;
  return ![prose, folders, about, tests].some((of) => of.test(file));
}

/** Beyond this it is not known whether two directories are the same. */
const mostFiles = 2000;
const mostBytes = 2 ** 30;

/** Whether there is something in both sides' $FLAMEGATE_BIN, and it is the same, byte by byte. */
export async function sameProgram(base: SidePlace, head: SidePlace): Promise<boolean> {
  const [ours, theirs] = await Promise.all([filesIn(base.bin), filesIn(head.bin)]);
  if (ours === null || theirs === null) return false;
  const sizes = (of: typeof ours) => of.map(({ name, info }) => `${name}\0${info.size}`).join('\n');
  const bytes = ours.reduce((sum, { info }) => sum + info.size, 0);
  if (bytes === 0 || bytes > mostBytes || sizes(ours) !== sizes(theirs)) return false;
  for (const { name } of ours) {
    if (!(await sameContents(join(base.bin, name), join(head.bin, name)))) return false;
  }
  return true;
}

/** Sorted; null where there are too many. */
async function filesIn(directory: string): Promise<{ name: string; info: Stats }[] | null> {
  const entries = await readdir(directory, { recursive: true }).catch(() => []);
  if (entries.length > mostFiles) return null;
  const files: { name: string; info: Stats }[] = [];
  for (const name of entries.sort()) {
    const info = await stat(join(directory, name)).catch(() => null);
    if (info?.isFile()) files.push({ name, info });
  }
  return files;
}

async function sameContents(one: string, two: string): Promise<boolean> {
  const [a, b] = [await open(one).catch(() => null), await open(two).catch(() => null)];
  try {
    if (a === null || b === null) return false;
    const [left, right] = [Buffer.alloc(1 << 18), Buffer.alloc(1 << 18)];
    for (;;) {
      const { bytesRead } = await a.read(left, 0, left.length, null);
      const read = await b.read(right, 0, right.length, null);
      if (bytesRead !== read.bytesRead) return false;
      if (bytesRead === 0) return true;
      if (left.compare(right, 0, bytesRead, 0, bytesRead) !== 0) return false;
    }
  } finally {
    await a?.close();
    await b?.close();
  }
}
