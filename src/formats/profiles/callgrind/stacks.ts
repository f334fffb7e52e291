/**
 * Stacks for a file of callgrind, which has calls and no stacks: how often A called B and at what cost, but
 * not who had called A. The calls are unfolded from the functions that nothing calls, and the cost of a
 * function is shared out over its callers as their calls of it cost. What a function costs itself is exact; what it
 * costs with all it calls is as good as that assumption, and equal where a function costs each caller alike.
 */
import type { Profile } from '../../../profile/profile.ts';
import { addStack, built, locationOf, newBuild } from '../build.ts';
import type { CallgrindFunction, CallgrindProfile } from './profile.ts';
import { callgrindOf } from './read.ts';

/** Below this part of the total a path of calls is not followed; its costs go to the paths that are. */
const LEAST = 1e-4;
/** Paths that are followed; the shallow ones come first. */
const MAX_PATHS = 2 ** 16;
const MAX_DEPTH = 512;

/** @throws {InputError} as readCallgrind */
export function readCallgrindStacks(content: Buffer, file: string): Profile {
  const callgrind = callgrindOf(content, file);
  const { events, totals, functions } = callgrind;
  const instructions = events.findIndex(({ name }) => name === 'Ir');
  // What is most likely time, where instructions were not counted, comes first.
  const main =
    instructions >= 0
      ? instructions
      : Math.max(
          0,
          totals.findIndex((total) => total > 0),
        );
  const types = events.map(({ name }) => ({ type: name, unit: 'count' }));
  const build = newBuild(file, types);
  const locations = functions.map((f) => locationOf(build, frameOf(f)));
  const paths = unfold(callgrind, main);
  const values = shared(functions, paths);
  for (let path = 0; path < paths.function.length; path++) {
    const own = values[path] as number[];
    if (own.every((value) => value === 0)) continue;
    const stack: number[] = [];
    for (let p = path; p >= 0; p = paths.parent[p] as number) {
      stack.push(locations[paths.function[p] as number] as number);
    }
    addStack(build, stack, own);
  }
  // Nothing was sampled: each event was counted.
  const type = types[main] ?? { type: '', unit: '' };
  return { ...built(build), defaultSampleType: type.type, periodType: type, period: 1 };
}

/** Each level of recursion has a name of its own, `fib'2`; all are one function. */
const level = /'\d{1,9}$/;

function frameOf({ name, file, object, line }: CallgrindFunction) {
  const mapping = known(object);
  const whole = name.replace(level, '');
  // An address is no name: it is another one in the next build.
  if (/^0x[\da-f]+$/.test(whole) && mapping !== '') return { name: '', mapping };
  return { name: whole, file: known(file), line, startLine: line, mapping };
}

const known = (path: string): string => (path === '???' ? '' : path);

/** Paths of calls, each after the path that it lengthens. */
interface Paths {
  /** -1: the path begins here. */
  readonly parent: number[];
  readonly function: number[];
  /** What is spent on the path and below it. */
  readonly flow: number[];
  /** What of it the last function spends itself. */
  readonly own: number[];
  readonly depth: number[];
  /** The paths that end at each function. */
  readonly at: readonly number[][];
}

interface Edge {
  readonly to: number;
  readonly cost: number;
}

interface Graph {
  /** Calls by function, the dearest first; calls of a function to itself are none. */
  readonly calls: readonly (readonly Edge[])[];
  /** The same: cost by function called. */
  readonly costs: readonly ReadonlyMap<number, number>[];
  /** What a function costs with all it calls. */
  readonly whole: readonly number[];
  /** What its callers say that it costs. */
  readonly asked: readonly number[];
  /** Its dearest caller, or -1. */
  readonly caller: readonly number[];
}

function unfold({ functions, calls, totals }: CallgrindProfile, event: number): Paths {
  const graph = graphOf(functions, calls, event);
  const paths: Paths = {
    ...{ parent: [], function: [], flow: [], own: [], depth: [] },
    at: functions.map(() => []),
  };
  const least = Math.max(1, (totals[event] as number) * LEAST);
  for (let f = 0; f < functions.length && paths.parent.length < MAX_PATHS; f++) {
    const flow = (graph.whole[f] as number) - (graph.asked[f] as number);
    if (flow >= least) addPath(paths, -1, f, flow);
  }
  // Grows while it is walked: what is nearer to the beginning comes first.
  for (let path = 0; path < paths.parent.length; path++) {
    const f = paths.function[path] as number;
    const costs = graph.costs[f] as ReadonlyMap<number, number>;
    // A function that is on its way already is in a circle, which is cut: the cost stays below.
    const above = new Set<number>();
    let whole = graph.whole[f] as number;
    for (let p = path; p >= 0; p = paths.parent[p] as number) {
      const caller = paths.function[p] as number;
      above.add(caller);
      whole -= costs.get(caller) ?? 0;
    }
    const perCost = whole > 0 ? (paths.flow[path] as number) / whole : 0;
    paths.own[path] = perCost * ((functions[f] as CallgrindFunction).self[event] as number);
    if (paths.depth[path] === MAX_DEPTH) continue;
    for (const { to, cost } of graph.calls[f] as readonly Edge[]) {
      if (cost * perCost < least || paths.parent.length >= MAX_PATHS) break;
      if (!above.has(to)) addPath(paths, path, to, cost * perCost);
    }
  }
  const main = functions.map((_, f) => widest(paths, f));
  for (const [f, { self }] of functions.entries()) {
    if (self.some((cost) => cost > 0)) reach(paths, graph, main, f);
  }
  return paths;
}

function graphOf(
  functions: CallgrindProfile['functions'],
  calls: CallgrindProfile['calls'],
  event: number,
): Graph {
  const sums = functions.map(() => new Map<number, number>());
  for (const { caller, callee, inclusive } of calls) {
    const of = sums[caller] as Map<number, number>;
    if (caller !== callee) of.set(callee, (of.get(callee) ?? 0) + (inclusive[event] as number));
  }
  const whole = functions.map(({ self }) => self[event] as number);
  const asked = functions.map(() => 0);
  const caller = functions.map(() => -1);
  const dearest = functions.map(() => -1);
  const edges = sums.map((of, from) => {
    for (const [to, cost] of of) {
      whole[from] = (whole[from] as number) + cost;
      asked[to] = (asked[to] as number) + cost;
      if (cost > (dearest[to] as number)) {
        dearest[to] = cost;
        caller[to] = from;
      }
    }
    return Array.from(of, ([to, cost]) => ({ to, cost })).sort((a, b) => b.cost - a.cost);
  });
  return { calls: edges, costs: sums, whole, asked, caller };
}

function addPath(paths: Paths, parent: number, f: number, flow: number): number {
  const path = paths.parent.length;
  paths.parent.push(parent);
  paths.function.push(f);
  paths.flow.push(flow);
  paths.own.push(0);
  paths.depth.push(parent < 0 ? 1 : (paths.depth[parent] as number) + 1);
  (paths.at[f] as number[]).push(path);
  return path;
}

/** Gives a function that no path reached one along its dearest callers; `main` is each function's path. */
function reach(paths: Paths, { caller }: Graph, main: number[], f: number): void {
  const way: number[] = [];
  const seen = new Set<number>();
  let from = f;
  while (from >= 0 && !seen.has(from) && (main[from] as number) < 0 && way.length < MAX_DEPTH) {
    way.push(from);
    seen.add(from);
    from = caller[from] as number;
  }
  let path = from < 0 ? -1 : (main[from] as number);
  if (path >= 0 && (paths.depth[path] as number) + way.length > MAX_DEPTH) path = -1;
  for (const next of way.reverse()) {
    path = addPath(paths, path, next, 0);
    main[next] = path;
  }
}

/** The path that spends the most of those that end at a function, or -1. */
function widest({ at, own, flow }: Paths, f: number): number {
  let best = -1;
  for (const path of at[f] as readonly number[]) {
    const more = best < 0 ? 1 : (own[path] as number) - (own[best] as number);
    if (more > 0 || (more === 0 && (flow[path] as number) > (flow[best] as number))) best = path;
  }
  return best;
}

/** What each path costs itself: every function's own costs, whole numbers that add up to them. */
function shared(functions: CallgrindProfile['functions'], paths: Paths): number[][] {
  const values: number[][] = paths.parent.map(() => []);
  for (const [f, { self }] of functions.entries()) {
    const own = paths.at[f] as readonly number[];
    const sum = own.reduce((total, path) => total + (paths.own[path] as number), 0);
    const rest = [...self];
    const largest = widest(paths, f);
    for (const path of own) {
      if (path === largest) continue;
      const share = sum === 0 ? 0 : (paths.own[path] as number) / sum;
      values[path] = self.map((cost, i) => {
        const part = Math.floor(cost * share);
        rest[i] = (rest[i] as number) - part;
        return part;
      });
    }
    if (largest >= 0) values[largest] = rest;
  }
  return values;
}
