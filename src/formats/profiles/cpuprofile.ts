/**
 * V8's CPU profile: `node --cpu-prof`, Chrome's `.cpuprofile`. A tree of call frames, a list of the
 * nodes that were running, and the time between them.
 *
 * Each sample lasts until the next. `(idle)` is left out: the thread was waiting. Deltas below zero, which
 * V8 writes when samples arrive out of order, count as zero.
 *
 * Not all of the list are samples of the clock: V8 adds one at each deoptimization, which may be one a call (1,200
 * in a second that the clock saw 800 times, and a function of 2 % has 40). `hitCount` counts the clock's alone.
 *
 * Source: Profile and ProfileNode of chromedevtools.github.io/devtools-protocol (Profiler); `update_stats` in V8's
 * src/profiler (cpu-profiler.cc, profile-generator.cc).
 */
import { InputError } from '../../model/error.ts';
import type { Profile } from '../../profile/profile.ts';
import { addStack, built, type FrameInput, locationOf, newBuild } from './build.ts';
import {
  countIn,
  expected,
  field,
  items,
  numberIn,
  numbersIn,
  type Part,
  parseJson,
} from './jsonfile.ts';
import { MAX_DEPTH, v8Frame } from './v8frame.ts';

interface Node {
  readonly frame: FrameInput;
  readonly part: Part;
  /** Samples of the clock that V8 says it has; null where it does not. */
  readonly hits: number | null;
  parent: number;
  samples: number;
  micros: number;
}

/** @throws {InputError} that names the part which is not as V8 writes it */
export function readCpuProfile(content: Buffer, file: string): Profile {
  const whole = parseJson(content, file);
  const { nodes, byId } = readNodes(whole);
  countSamples(whole, nodes, byId);
  leaveOutAdded(nodes);
  const build = newBuild(file, [
    { type: 'samples', unit: 'count' },
    { type: 'cpu', unit: 'nanoseconds' },
  ]);
  const locations = nodes.map(({ frame }) => locationOf(build, frame));
  for (const [at, node] of nodes.entries()) {
    if (node.samples === 0 || node.frame.name === '(idle)') continue;
    const stack: number[] = [];
    for (let n = at; n >= 0; n = nodes[n]?.parent ?? -1) {
      // The root is of the tree, not of the program.
      if (nodes[n]?.frame.name !== '(root)') stack.push(locations[n] as number);
      if (stack.length > MAX_DEPTH) {
        throw new InputError(
          `${node.part.path} is more than ${MAX_DEPTH} calls deep, or its own caller`,
          {
            file,
          },
        );
      }
    }
    addStack(build, stack, [node.samples, Math.round(node.micros * 1000)]);
  }
  return built(build);
}

function readNodes(whole: Part) {
  const parts = items(field(whole, 'nodes'));
  const byId = new Map<number, number>();
  const nodes = parts.map((part, at): Node => {
    const id = field(part, 'id');
    if (byId.has(countIn(id))) throw expected(id, 'an id that no other node has');
    byId.set(countIn(id), at);
    const frame = v8Frame(field(part, 'callFrame'));
    const count = field(part, 'hitCount');
    const hits = count.value === undefined ? null : countIn(count);
    return { frame, part, hits, parent: -1, samples: 0, micros: 0 };
  });
  for (const [at, part] of parts.entries()) {
    const children = field(part, 'children');
    if (children.value === undefined) continue;
    for (const child of items(children)) {
      const node = nodes[byId.get(countIn(child)) ?? -1];
      if (node === undefined || node.parent >= 0) {
        throw expected(child, 'the id of a node that has no other caller');
      }
      node.parent = at;
    }
  }
  return { nodes, byId };
}

function countSamples(
  whole: Part,
  nodes: readonly Node[],
  byId: ReadonlyMap<number, number>,
): void {
  const [sampleList, deltaList] = [field(whole, 'samples'), field(whole, 'timeDeltas')];
  const samples = numbersIn(sampleList, countIn);
  const deltas = numbersIn(deltaList, numberIn);
  if (samples.length !== deltas.length) {
    throw expected(deltaList, `${samples.length} entries, as in ${sampleList.path}`);
  }
  const startTime = numberIn(field(whole, 'startTime'));
  const endTime = numberIn(field(whole, 'endTime'));
  const times = new Float64Array(deltas.length + 1);
  let time = startTime;
  for (const [i, delta] of deltas.entries()) {
    time += delta;
    times[i] = Math.max(time, i === 0 ? time : (times[i - 1] as number));
  }
  times[times.length - 1] = Math.max(endTime, times[times.length - 2] ?? endTime);
  for (const [i, sample] of samples.entries()) {
    const node = nodes[byId.get(sample) ?? -1];
    if (node === undefined) {
      throw expected({ ...sampleList, value: sample }, 'ids of nodes');
    }
    node.samples++;
    node.micros += (times[i + 1] as number) - (times[i] as number);
  }
}

/**
 * Which of a node's samples were added is not said, nor is their time its own: all of the time is shared out by the
 * clock's samples.
 */
function leaveOutAdded(nodes: readonly Node[]): void {
  // Some tools write zeros.
  if (!nodes.some(({ hits }) => hits !== null && hits > 0)) return;
  const ofClock = ({ samples, hits }: Node) => Math.min(samples, hits ?? samples);
  const sum = (item: (node: Node) => number) =>
    nodes.reduce((total, node) => total + item(node), 0);
  const clock = sum(ofClock);
  if (clock === 0 || clock === sum(({ samples }) => samples)) return;
  const time = sum(({ micros }) => micros);
  let [seen, shared] = [0, 0];
  for (const node of nodes) {
    node.samples = ofClock(node);
    seen += node.samples;
    // Rounded so that all of them are the whole.
    node.micros = Math.round((time * seen) / clock) - shared;
    shared += node.micros;
  }
}
