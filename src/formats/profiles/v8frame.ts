/** A frame of V8's profiles (`callFrame` of the Chrome DevTools protocol), and the depth of its trees. */
import type { FrameInput } from './build.ts';
import { field, lineIn, type Part, textOf } from './jsonfile.ts';

/** V8 takes at most 255 frames of a stack; a tree deeper than this is not V8's. */
export const MAX_DEPTH = 2000;

/**
 * Functions without a name are called by their file, not by their line, which every change above moves.
 * Lines of V8 count from 0; the frame has the line at which the function begins.
 */
export function v8Frame(part: Part): FrameInput {
  const own = textOf(field(part, 'functionName'));
  const file = textOf(field(part, 'url'));
  const line = lineIn(field(part, 'lineNumber')) + 1;
  const base = file.slice(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
  const name = own !== '' ? own : base === '' ? '(anonymous)' : `(anonymous ${base})`;
  return { name, file: file.replace(/^file:\/\/(?:\/(?=[A-Za-z]:))?/, ''), line, startLine: line };
}
