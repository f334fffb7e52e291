/**
 * Collapsed stacks, one a line: `outermost;...;innermost count`. Written by py-spy (`-f raw`),
 * async-profiler (`collapsed`), bpftrace and the scripts around perf. Names stay as the tool gives
 * them, but for py-spy's `name (file:line)`: there the line is not part of the name.
 *
 * The count is a number of samples; some tools write bytes or nanoseconds there, which the file does
 * not say. Some tools join the lines and end the last with nothing: it is read, and openEnd says so.
 */
import { InputError } from '../../model/error.ts';
import type { Profile } from '../../profile/profile.ts';
import { quote } from '../../text/quote.ts';
import { addStack, type Build, built, type FrameInput, locationOf, newBuild } from './build.ts';

/**
 * A sentence without its full stop where the last line of such a file has no end; null where it has one.
 */
export const openEnd = (content: Buffer): string | null =>
  content[content.length - 1] === 0x0a
    ? null
    : 'the last line has no end, so that stacks may be missing: where the file is whole, end it with a newline (`echo >> FILE`)';

/** @throws {InputError} with the line that is not a stack and a count */
export function readCollapsed(content: Buffer, file: string): Profile {
  const build = newBuild(file, [{ type: 'samples', unit: 'count' }]);
  const known = new Map<string, number>();
  let line = 0;
  for (let start = 0; start < content.length; ) {
    const newline = content.indexOf(0x0a, start);
    const end = newline < 0 ? content.length : newline;
    const text = content.toString('utf8', start, end).replace(/\r$/, '');
    line++;
    if (text.trim() !== '') addLine(build, text, line, known);
    start = end + 1;
  }
  return built(build);
}

function addLine(build: Build, text: string, line: number, known: Map<string, number>): void {
  // A stack may be empty: py-spy writes so what it could not unwind.
  const space = text.trimEnd().lastIndexOf(' ');
  const digits = text.slice(space + 1).trim();
  const count = Number(digits);
  if (!/^\d+$/.test(digits) || !Number.isSafeInteger(count)) {
    throw new InputError(
      `expected a stack and a whole number, like main;work;leaf 12, found ${quote(text)}`,
      { file: build.file, line },
    );
  }
  const stack = text.slice(0, Math.max(0, space));
  const locations =
    stack.trim() === '' ? [] : stack.split(';').map((frame) => place(build, frame, known));
  addStack(build, locations.reverse(), [count]);
}

function place(build: Build, frame: string, known: Map<string, number>): number {
  let location = known.get(frame);
  if (location === undefined) {
    location = locationOf(build, frameOf(frame));
    known.set(frame, location);
  }
  return location;
}

/** `heavy (work.py:7)`: the function `heavy (work.py)` at line 7. */
function frameOf(text: string): FrameInput {
  const open = text.lastIndexOf(' (');
  const colon = text.lastIndexOf(':');
  const line = text.slice(colon + 1, -1);
  if (open <= 0 || colon <= open + 2 || !text.endsWith(')') || !/^\d{1,9}$/.test(line)) {
    return { name: text.trim() || '(empty)' };
  }
  const file = text.slice(open + 2, colon);
  return { name: `${text.slice(0, open)} (${file})`, file, line: Number(line) };
}
