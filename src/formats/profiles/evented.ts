/**
 * The evented profiles of speedscope's file format, which tell when a frame is opened and closed:
 * what `dotnet-trace convert --format Speedscope` and pyinstrument write. The time between two events
 * belongs to the frame that was opened last.
 *
 * How many samples were taken is not in such a file. Each stretch between events was at least one,
 * so that is what is counted: fewer than there were, never more, and evidence is not overstated.
 *
 * Source: speedscope.app/file-format-schema.json.
 */
import { InputError } from '../../model/error.ts';
import { addStack, type Build } from './build.ts';
import { countIn, expected, field, items, numberIn, type Part, textOf } from './jsonfile.ts';
import { MAX_DEPTH } from './v8frame.ts';

/** What dotnet-trace (its own reports fold it away) and pyinstrument put below the frame that was running. */
const synthetic = new Set(['CPU_TIME', 'UNMANAGED_CODE_TIME', '[self]']);

/** A node of the tree of calls. */
interface Node {
  readonly parent: number;
  readonly frame: number;
  stretches: number;
  time: number;
}

/**
 * Adds the stacks of one evented profile. `frames` are names, `locations` those of the frames in
 * the build; times are multiplied by `scale`.
 *
 * @throws {InputError} for events that go back in time, close what is not open, or leave frames open
 */
export function addEvents(
  build: Build,
  profile: Part,
  names: readonly string[],
  locations: readonly number[],
  scale: number,
): void {
  const nodes = timed(profile, names);
  for (const { parent, frame, stretches, time } of nodes) {
    if (stretches === 0) continue;
    const stack: number[] = [];
    if (frame >= 0) stack.push(locations[frame] as number);
    for (let n = parent; n > 0; n = (nodes[n] as Node).parent) {
      stack.push(locations[(nodes[n] as Node).frame] as number);
    }
    addStack(
      build,
      stack,
      [stretches, Math.round(time * scale)].slice(0, build.sampleTypes.length),
    );
  }
}

/** The tree of calls, the root (no call) first. */
function timed(profile: Part, names: readonly string[]): Node[] {
  const nodes: Node[] = [{ parent: -1, frame: -1, stretches: 0, time: 0 }];
  const children = new Map<string, number>();
  const open: { readonly frame: number; readonly node: number }[] = [];
  let last = Number.NEGATIVE_INFINITY;
  for (const event of items(field(profile, 'events'))) {
    const at = numberIn(field(event, 'at'));
    if (at < last) throw expected(field(event, 'at'), `a time that is not before ${last}`);
    const top = open.at(-1);
    if (top !== undefined && at > last) {
      const node = nodes[top.node] as Node;
      node.stretches++;
      node.time += at - last;
    }
    last = at;
    const frame = frameIn(event, names);
    switch (textOf(field(event, 'type'))) {
      case 'O':
        if (open.length === MAX_DEPTH) throw tooDeep(event);
        open.push({ frame, node: called(nodes, children, top?.node ?? 0, frame, names) });
        break;
      case 'C':
        if (top?.frame !== frame) {
          throw expected(field(event, 'frame'), `${top?.frame ?? 'none'}, the frame opened last`);
        }
        open.pop();
        break;
      default:
        throw expected(field(event, 'type'), '"O" (open) or "C" (close)');
    }
  }
  if (open.length === 0) return nodes;
  throw new InputError(
    `${field(profile, 'events').path} ends with ${open.length} frames open: was the profiler stopped before it was done?`,
    { file: profile.file },
  );
}

/** The node of a call, made where it is the first. A synthetic frame is its caller. */
function called(
  nodes: Node[],
  children: Map<string, number>,
  parent: number,
  frame: number,
  names: readonly string[],
): number {
  if (synthetic.has(names[frame] as string)) return parent;
  const key = `${parent} ${frame}`;
  let node = children.get(key);
  if (node === undefined) {
    node = nodes.length;
    children.set(key, node);
    nodes.push({ parent, frame, stretches: 0, time: 0 });
  }
  return node;
}

function frameIn(event: Part, names: readonly string[]): number {
  const part = field(event, 'frame');
  const frame = countIn(part);
  if (frame < names.length) return frame;
  throw expected(part, `the number of one of ${names.length} frames`);
}

const tooDeep = ({ path, file }: Part): InputError =>
  new InputError(`${path} is more than ${MAX_DEPTH} calls deep`, { file });
