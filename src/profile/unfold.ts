/**
 * Stacks out of calls between pairs of functions, for who counts those and no stacks (callgrind): how often A called B and
 * at what cost is known, but not who had called A. The calls are unfolded from the functions that nothing calls, and the
 * cost of a function is shared out over its callers as their calls of it cost. What a function costs itself is exact; what it
 * costs with all it calls is as good as that assumption, and equal where a function costs each caller alike.
 */

/** Below this part of the total a path of calls is not followed; its costs go to the paths that are. */
const LEAST = 1e-4;
/** Paths that are followed; the shallow ones come first. */
const MAX_PATHS = 2 ** 16;
const MAX_DEPTH = 512;

export interface CallsBetween {
  /** What each function costs itself; none is below zero. */
  readonly self: readonly number[];
  /** What the calls cost with all that is called there; several of one pair are added up. */
  readonly calls: readonly PairOfFunctions[];
}

export interface PairOfFunctions {
  /** Indices in `self`. */
  readonly caller: number;
  readonly callee: number;
  readonly cost: number;
}

/** Paths of calls, each after the path that it lengthens. */
export interface UnfoldedPaths {
  /** -1: the path begins here. */
  readonly parent: readonly number[];
  readonly function: readonly number[];
  /** The part of its last function's own costs that is spent on the path: over all paths of a function 1. */
  readonly share: readonly number[];
  /** Calls that led back into a path and were cut there: their cost stays on it. */
  readonly circles: number;
  /** Other calls that were not followed because they cost too little, or were too deep. */
  readonly small: number;
}

interface Paths {
  readonly parent: number[];
  readonly function: number[];
  /** What is spent on the path and below it. */
  readonly flow: number[];
  /** What of it the last function spends itself. */
  readonly own: number[];
  readonly depth: number[];
  /** The paths that end at each function. */
  readonly at: readonly number[][];
  circles: number;
  small: number;
}

interface Edge {
  readonly to: number;
  readonly cost: number;
}

interface Graph {
  readonly self: readonly number[];
  readonly total: number;
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
  /** Functions that call themselves. */
  readonly circles: number;
}

/**
 * Every function of which `isKept` is true has a path: where none is dear enough, the one along its dearest callers.
 * By default those that cost something themselves.
 */
export function unfold(
  between: CallsBetween,
  isKept: (f: number) => boolean = (f) => (between.self[f] as number) > 0,
): UnfoldedPaths {
  const graph = graphOf(between);
  const paths: Paths = {
    ...{ parent: [], function: [], flow: [], own: [], depth: [] },
    ...{ at: graph.self.map(() => []), circles: graph.circles, small: 0 },
  };
  grow(paths, graph, graph.total * LEAST);
  const main = graph.self.map((_, f) => widest(paths, f));
  for (let f = 0; f < main.length; f++) if (isKept(f)) reach(paths, graph, main, f);
  const { parent, function: ends, circles, small } = paths;
  return { parent, function: ends, share: sharesOf(paths), circles, small };
}

function grow(paths: Paths, graph: Graph, least: number): void {
  for (let f = 0; f < graph.self.length && paths.parent.length < MAX_PATHS; f++) {
    const flow = (graph.whole[f] as number) - (graph.asked[f] as number);
    if (flow > 0 && flow >= least) addPath(paths, -1, f, flow);
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
    paths.own[path] = perCost * (graph.self[f] as number);
    follow(paths, path, { edges: graph.calls[f] as readonly Edge[], above, perCost, least });
  }
}

function follow(
  paths: Paths,
  path: number,
  calls: {
    readonly edges: readonly Edge[];
    readonly above: ReadonlySet<number>;
    readonly perCost: number;
    readonly least: number;
  },
): void {
  const { edges, above, perCost, least } = calls;
  const isDeep = paths.depth[path] === MAX_DEPTH;
  for (const { to, cost } of edges) {
    if (cost * perCost < least || isDeep || paths.parent.length >= MAX_PATHS) paths.small++;
    else if (above.has(to)) paths.circles++;
    else addPath(paths, path, to, cost * perCost);
  }
}

function graphOf({ self, calls }: CallsBetween): Graph {
  const sums = self.map(() => new Map<number, number>());
  const total = self.reduce((sum, value) => sum + value, 0);
  const turning = new Set<number>();
  for (const { caller, callee, cost } of calls) {
    const map = sums[caller] as Map<number, number>;
    if (caller !== callee) map.set(callee, (map.get(callee) ?? 0) + cost);
    else if (cost >= total * LEAST) turning.add(caller);
  }
  const whole = [...self];
  const asked = self.map(() => 0);
  const caller = self.map(() => -1);
  const dearest = self.map(() => -1);
  const edges = sums.map((map, from) => {
    for (const [to, cost] of map) {
      whole[from] = (whole[from] as number) + cost;
      asked[to] = (asked[to] as number) + cost;
      if (cost > (dearest[to] as number)) {
        dearest[to] = cost;
        caller[to] = from;
      }
    }
    return Array.from(map, ([to, cost]) => ({ to, cost })).sort((a, b) => b.cost - a.cost);
  });
  return {
    ...{ self, total, calls: edges, costs: sums, whole, asked, caller },
    circles: turning.size,
  };
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

/** Where nothing was shared out, the widest path has all. */
function sharesOf(paths: Paths): number[] {
  const shares = paths.parent.map(() => 0);
  for (const [f, at] of paths.at.entries()) {
    const sum = at.reduce((total, path) => total + (paths.own[path] as number), 0);
    const largest = widest(paths, f);
    for (const path of at) {
      shares[path] = sum === 0 ? Number(path === largest) : (paths.own[path] as number) / sum;
    }
  }
  return shares;
}
