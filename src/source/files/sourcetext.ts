/**
 * The source text of files that a profile names, from the checkout. Paths are cut and looked for as
 * `go tool pprof` does with -source_path and -trim_path (trimPath and openSourceFile in internal/report); but only files in
 * the checkout, or in a directory of the source path, are read: what a profile calls its source may be any path.
 */
import { readFile, realpath, stat } from 'node:fs/promises';
import { basename, delimiter, dirname, isAbsolute, join, resolve, sep } from 'node:path';

export interface SourcePlaces {
  /** Directories, separated as in PATH; the present one unless said. */
  readonly sourcePath?: string;
  /** What is cut off the front of paths, separated alike. */
  readonly trimPath?: string;
}

/** Larger files are no source that anybody reads. */
const SOURCE_LIMIT = 16 * 1024 * 1024;

const split = (list: string): string[] => (list === '' ? [] : list.split(delimiter));

/**
 * The path without what `trimPath` says; else without everything up to the name of a directory of `sourcePath` in it, so that
 * `/build/kit/codec/escape.go` is found in any directory `kit`.
 */
export function trimmedPath(
  path: string,
  { sourcePath = '', trimPath = '' }: SourcePlaces,
): string {
  if (trimPath === '') {
    for (const directory of split(sourcePath)) {
      const wanted = `/${basename(directory)}/`;
      const found = path.indexOf(wanted);
      if (found >= 0) return path.slice(found + wanted.length);
    }
  }
  for (const trim of [...split(trimPath), '/proc/self/cwd/./', '/proc/self/cwd/']) {
    const front = trim.endsWith('/') ? trim : `${trim}/`;
    if (path.startsWith(front)) return path.slice(front.length);
  }
  return path;
}

/** The lines of a file that a profile names, without their ends; null where it is not there. */
export async function sourceLines(
  file: string,
  places: SourcePlaces,
  cwd = process.cwd(),
): Promise<readonly string[] | null> {
  const { sourcePath = cwd, trimPath } = places;
  const path = trimmedPath(file, { sourcePath, ...(trimPath === undefined ? {} : { trimPath }) });
  const top = await checkoutOf(cwd);
  const given = split(sourcePath).map((directory) => resolve(cwd, directory));
  const roots = await Promise.all([top, ...given].map((root) => realpath(root).catch(() => root)));
  for (const candidate of isAbsolute(path) ? [path] : candidates(path, given)) {
    const real = await realpath(candidate).catch(() => null);
    if (real === null || !roots.some((root) => isWithin(real, root))) continue;
    const info = await stat(real).catch(() => null);
    if (info?.isFile() !== true || info.size > SOURCE_LIMIT) continue;
    const lines = (await readFile(real, 'utf8')).split('\n').map((line) => line.replace(/\r$/, ''));
    return lines.at(-1) === '' ? lines.slice(0, -1) : lines;
  }
  return null;
}

const isWithin = (path: string, root: string): boolean =>
  path.startsWith(root.endsWith(sep) ? root : `${root}${sep}`);

/** In each directory and in all above it: a path may begin with the name of the checkout. */
function candidates(path: string, directories: readonly string[]): string[] {
  return directories.flatMap((directory) => {
    const found: string[] = [];
    for (let up = directory; ; up = dirname(up)) {
      found.push(join(up, path));
      if (dirname(up) === up) return found;
    }
  });
}

/** The top of the repository that `cwd` is in, else `cwd` itself. */
async function checkoutOf(cwd: string): Promise<string> {
  for (let at = resolve(cwd); ; at = dirname(at)) {
    if ((await stat(join(at, '.git')).catch(() => null)) !== null) return at;
    if (dirname(at) === at) return resolve(cwd);
  }
}
