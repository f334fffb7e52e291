/** A frame of V8's profiles (`callFrame` of the Chrome DevTools protocol), and the depth of its trees. */
import type { FrameInput } from './build.ts';
import { field, lineIn, type Part, textOf } from './jsonfile.ts';

/** V8 takes at most 255 frames of a stack; a tree deeper than this is not V8's. */
export const MAX_DEPTH = 2000;

/** The file of what V8 and its host have in native code: bindings, regular expressions. */
export const NATIVE = 'v8:native';

/**
 * Functions without a name are called by their file, not by their line, which every change above moves.
 * Lines of V8 count from 0; the frame has the line at which the function begins. Native code has no file and
 * line -1 (code from `eval` has no file either, and a line).
 */
export function v8Frame(part: Part): FrameInput {
  const own = textOf(field(part, 'functionName'));
  const file = textOf(field(part, 'url'));
  const line = lineIn(field(part, 'lineNumber')) + 1;
  const base = file.slice(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
  const name = own !== '' ? own : base === '' ? '(anonymous)' : `(anonymous ${base})`;
  if (file === '' && line === 0 && !own.startsWith('(')) return { name, file: NATIVE };
  return { name, file: file.replace(/^file:\/\/(?:\/(?=[A-Za-z]:))?/, ''), line, startLine: line };
}
