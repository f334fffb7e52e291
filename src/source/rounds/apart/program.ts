/**
 * Whether both sides built the same program though their code differs: a cache or an installed package
 * stands for both then, and whatever is measured is the machine against itself.
 */
import type { Stats } from 'node:fs';
import { open, readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
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
  return ![prose, folders, about, tests].some((pattern) => pattern.test(file));
}

/** Beyond this it is not known whether two directories hold the same. */
const mostFiles = 20_000;
const mostBytes = 2 ** 30;

interface File {
  /** Below the directory that was asked for. */
  readonly name: string;
  readonly path: string;
  readonly info: Stats;
}

/**
 * Whether both sides' $FLAMEGATE_BIN have programs, all of them are the same byte by byte, and it is
 * not plain that each side built its own: with a copy of it in the side's tree, or below one of `own`,
 * a build without a cache between the sides came to the same, as it does where the change is of
 * something else. Data beside programs are not asked.
 */
export async function isOneProgram(
  places: Readonly<Record<'base' | 'head', SidePlace>>,
  own: (place: SidePlace) => readonly string[],
): Promise<boolean> {
  const [ours, theirs] = [await programsIn(places.base.bin), await programsIn(places.head.bin)];
  const sizes = (files: readonly File[]) =>
    files.map(({ name, info }) => `${name}\0${info.size}`).join('\n');
  const bytes = ours.reduce((sum, { info }) => sum + info.size, 0);
  if (bytes === 0 || bytes > mostBytes || sizes(ours) !== sizes(theirs)) return false;
  for (const { name } of ours) {
    const [one, two] = [join(places.base.bin, name), join(places.head.bin, name)];
    if (!(await sameContents(one, two))) return false;
  }
  const built = async (place: SidePlace, programs: readonly File[]) =>
    haveCopies(programs, [place.tree, ...own(place)]);
  return !((await built(places.base, ours)) && (await built(places.head, theirs)));
}

/** By what the system runs, or by what other programs load. */
const loaded = /\.(?:jar|war|wasm|so|dylib|dll|exe|node|[cm]?js)$/;
/** What is installed there is not built from the tree. */
const installed = /(?:^|\/)(?:node_modules|\.?venv|site-packages)\//;
/** cargo marks its target directories: that one of the side's own. */
const cargosMark = 'CACHEDIR.TAG';

async function programsIn(directory: string): Promise<File[]> {
  const files = await filesIn(directory);
  const marked = files
    .filter(({ name }) => basename(name) === cargosMark)
    .map(({ name }) => name.slice(0, -cargosMark.length));
  return files.filter(
    ({ name, info }) =>
      ((info.mode & 0o111) !== 0 || loaded.test(name)) &&
      !installed.test(name) &&
      !marked.some((text) => name.startsWith(text)),
  );
}

async function haveCopies(programs: readonly File[], below: readonly string[]): Promise<boolean> {
  const all = (await Promise.all(below.map(filesIn))).flat();
  for (const { path, info } of programs) {
    const alike = all.filter((file) => file.info.size === info.size);
    const same = await Promise.all(alike.map((file) => sameContents(path, file.path)));
    if (!same.includes(true)) return false;
  }
  return true;
}

/** Sorted; empty where there are too many to look at. */
async function filesIn(directory: string): Promise<File[]> {
  const entries = await readdir(directory, { recursive: true }).catch(() => []);
  if (entries.length > mostFiles) return [];
  const files: File[] = [];
  for (const name of entries.sort()) {
    const path = join(directory, name);
    const info = await stat(path).catch(() => null);
    if (info?.isFile()) files.push({ name: name.replaceAll('\\', '/'), path, info });
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
