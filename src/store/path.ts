/**
 * The paths of files inside a stored run: which are safe to read and write, and how the paths a
 * user gave become such paths.
 *
 * One allow-list serves the directory store, the artifact archive and `flamegate fetch`, so that
 * a name that passes here is plain on every file system (and to the artifact service, which
 * refuses `" : < > | * ?`). Whether the files belong to the run is manifest.ts's business.
 */
import { posix } from 'node:path';

const segment = /^[A-Za-z0-9_][A-Za-z0-9_.+=@,-]{0,99}$/;
/** Windows opens a device for these names, whatever the extension. */
const device = /^(con|prn|aux|nul|com[0-9]|lpt[0-9])(\.|$)/i;
const longestPath = 512;

/**
 * Why `path` may not name a file of a stored run, or undefined when it may: relative, `/` between
 * segments of letters, digits and `_.+=@,-`, no segment that starts or ends with a dot.
 */
export function pathDefect(path: string): string | undefined {
  if (path.length > longestPath)
    return `the path ${quoted(path)} is over ${longestPath} characters`;
  for (const name of path.split('/')) {
    if (!segment.test(name) || name.endsWith('.') || device.test(name)) {
      return `the path ${quoted(path)} is not a plain relative path`;
    }
  }
  return undefined;
}

/**
 * Why these paths cannot stand in one directory together, or undefined: two that differ in case
 * only, or one that is another's directory. Each must already pass `pathDefect`.
 */
export function clashOf(paths: readonly string[]): string | undefined {
  const claim = namesOfOneDirectory();
  for (const path of paths) {
    if (!claim(path)) return `the path ${quoted(path)} clashes with another file's`;
  }
  return undefined;
}

/**
 * Where to keep the files a user named, in their order: `folder/` and the path below the
 * directory they share (`out/a/cpu.pprof`, `out/b/cpu.pprof` -> `profiles/a/cpu.pprof`, ...).
 * Characters outside the allow-list become `_`; a path already taken is flattened and numbered.
 */
export function storedPaths(folder: string, files: readonly string[]): string[] {
  const split = files.map(segmentsOf);
  const shared = sharedDepth(split);
  const claim = namesOfOneDirectory();
  return split.map((segments) => {
    const below = segments.slice(Math.max(shared, segments.length - 4));
    const path = [folder, ...below].join('/');
    if (claim(path)) return path;
    for (let n = 2; ; n++) {
      const numbered = `${folder}/${withNumber(below.join('-').slice(-90), n)}`;
      if (claim(numbered)) return numbered;
    }
  });
}

/** A hostile text made fit for a message: printable ASCII, at most 200 characters. */
export function printable(text: string): string {
  const short = text.length > 200 ? `${text.slice(0, 197)}...` : text;
  return short.replace(
    /[^\x20-\x7e]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** The same between quotation marks, for names. */
export function quoted(text: string): string {
  return `"${printable(text)}"`;
}

/** Letters, digits and `_.+=@,-` only, and never empty: one segment of a safe path. */
export function plainName(text: string): string {
  let name = text.replace(/[^A-Za-z0-9_.+=@,-]/g, '_').slice(-99);
  name = name.replace(/\.$/, '_');
  return segment.test(name) && !device.test(name) ? name : `_${name}`;
}

/** Nobody needs to know who measured. */
const home = /^(?:\/home\/[^/]+|\/Users\/[^/]+|\/root|[A-Za-z]:\/Users\/[^/]+)\/(?=[^/])/;

function segmentsOf(file: string): string[] {
  const path = posix.normalize(file.replaceAll('\\', '/')).replace(home, '');
  const segments = path.split('/');
  const named = segments.filter((name) => name !== '' && name !== '.' && name !== '..');
  return named.length === 0 ? ['file'] : named.map(plainName);
}

/** How many leading directories all paths share. */
function sharedDepth(paths: readonly (readonly string[])[]): number {
  const first = paths[0] ?? [];
  let depth = 0;
  while (
    depth < first.length - 1 &&
    paths.every((path) => depth < path.length - 1 && path[depth] === first[depth])
  ) {
    depth++;
  }
  return depth;
}

/** `cpu.pprof`, 2 -> `cpu-2.pprof`. */
function withNumber(name: string, n: number): string {
  const dot = name.indexOf('.', 1);
  return plainName(dot < 0 ? `${name}-${n}` : `${name.slice(0, dot)}-${n}${name.slice(dot)}`);
}

/**
 * Takes one path after another, on a file system that ignores case. False when the path is taken:
 * it is a file or a directory already, or needs a directory that is a file.
 */
function namesOfOneDirectory(): (path: string) => boolean {
  const files = new Set<string>();
  const directories = new Set<string>();
  return (path) => {
    const key = path.toLowerCase();
    const parents: string[] = [];
    for (let at = key.indexOf('/'); at >= 0; at = key.indexOf('/', at + 1)) {
      parents.push(key.slice(0, at));
    }
    if (files.has(key) || directories.has(key)) return false;
    if (parents.some((parent) => files.has(parent))) return false;
    files.add(key);
    for (const parent of parents) directories.add(parent);
    return true;
  };
}
