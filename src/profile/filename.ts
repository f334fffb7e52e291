/**
 * What `pprof -top` prints for source files, and for code without symbols by the file it was in.
 */
import { posix } from 'node:path';

/** A source file as in a row's name: Bazel's working directory cut off, then Go's filepath.Clean. */
export function cleanFile(file: string): string {
  const cut = file.replace(/^\/proc\/self\/cwd\/(?:\.\/)?/, '');
  if (cut === '') {
    return '';
  }
  const clean = posix.normalize(cut);
  return clean.length > 1 && clean.endsWith('/') ? clean.slice(0, -1) : clean;
}

/** The one row that all code without symbols of a mapping shares. */
export function unsymbolized(mappingFile: string): string {
  if (mappingFile === '') {
    return '<unknown>';
  }
  // Go's filepath.Base of '/' is '/', where node's is ''.
  return `[${posix.basename(mappingFile) || '/'}]`;
}
