/**
 * V8's sampled heap profile: `node --heap-prof`, Chrome's `.heapprofile`. A tree of call frames, each
 * with the bytes it allocated that were still live at the end.
 *
 * Source: SamplingHeapProfile of chromedevtools.github.io/devtools-protocol (HeapProfiler).
 */
import { InputError } from '../../model/error.ts';
import type { Profile } from '../../profile/profile.ts';
import { addStack, type Build, built, locationOf, newBuild } from './build.ts';
import { countIn, field, items, type Part, parseJson } from './jsonfile.ts';
import { MAX_DEPTH, v8Frame } from './v8frame.ts';

/** @throws {InputError} that names the part which is not as V8 writes it */
export function readHeapProfile(content: Buffer, file: string): Profile {
  const build = newBuild(file, [{ type: 'inuse_space', unit: 'bytes' }]);
  // Own stack of work: the depth of the tree is the file's to choose.
  const waiting: { readonly part: Part; readonly callers: readonly number[] }[] = [
    { part: field(parseJson(content, file), 'head'), callers: [] },
  ];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { part, callers } = next;
    const stack = addNode(build, part, callers);
    for (const child of items(field(part, 'children')))
      waiting.push({ part: child, callers: stack });
  }
  return built(build);
}

/** Adds what a node allocated itself, and returns its stack, leaf first. */
function addNode(build: Build, part: Part, callers: readonly number[]): readonly number[] {
  const frame = v8Frame(field(part, 'callFrame'));
  const bytes = countIn(field(part, 'selfSize'));
  if (callers.length >= MAX_DEPTH) {
    throw new InputError(`the tree is more than ${MAX_DEPTH} calls deep`, { file: build.file });
  }
  // The root is of the tree, not of the program.
  const stack = frame.name === '(root)' ? callers : [locationOf(build, frame), ...callers];
  if (bytes > 0) addStack(build, stack, [bytes]);
  return stack;
}
