import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  init_define_FLAMEGATE_PAGE
} from "./chunk-chunk-OMS2RVR2.js";

// src/profile/unfold.ts
init_define_FLAMEGATE_PAGE();
var LEAST = 1e-4;
var MAX_PATHS = 2 ** 16;
var MAX_DEPTH = 512;
function unfold(between, isKept = (f) => between.self[f] > 0) {
  const graph = graphOf(between);
  const paths = {
    ...{ parent: [], function: [], flow: [], own: [], depth: [] },
    ...{ at: graph.self.map(() => []), circles: graph.circles, small: 0 }
  };
  grow(paths, graph, graph.total * LEAST);
  const main = graph.self.map((_, f) => widest(paths, f));
  for (let f = 0; f < main.length; f++) if (isKept(f)) reach(paths, graph, main, f);
  const { parent, function: ends, circles, small } = paths;
  return { parent, function: ends, share: sharesOf(paths), circles, small };
}
function grow(paths, graph, least) {
  for (let f = 0; f < graph.self.length && paths.parent.length < MAX_PATHS; f++) {
    const flow = graph.whole[f] - graph.asked[f];
    if (flow > 0 && flow >= least) addPath(paths, -1, f, flow);
  }
  for (let path = 0; path < paths.parent.length; path++) {
    const f = paths.function[path];
    const costs = graph.costs[f];
    const above = /* @__PURE__ */ new Set();
    let whole = graph.whole[f];
    for (let p = path; p >= 0; p = paths.parent[p]) {
      const caller = paths.function[p];
      above.add(caller);
      whole -= costs.get(caller) ?? 0;
    }
    const perCost = whole > 0 ? paths.flow[path] / whole : 0;
    paths.own[path] = perCost * graph.self[f];
    follow(paths, path, { edges: graph.calls[f], above, perCost, least });
  }
}
function follow(paths, path, calls) {
  const { edges, above, perCost, least } = calls;
  const isDeep = paths.depth[path] === MAX_DEPTH;
  for (const { to, cost } of edges) {
    if (cost * perCost < least || isDeep || paths.parent.length >= MAX_PATHS) paths.small++;
    else if (above.has(to)) paths.circles++;
    else addPath(paths, path, to, cost * perCost);
  }
}
function graphOf({ self, calls }) {
  const sums = self.map(() => /* @__PURE__ */ new Map());
  const total = self.reduce((sum, value) => sum + value, 0);
  const turning = /* @__PURE__ */ new Set();
  for (const { caller: caller2, callee, cost } of calls) {
    const map = sums[caller2];
    if (caller2 !== callee) map.set(callee, (map.get(callee) ?? 0) + cost);
    else if (cost >= total * LEAST) turning.add(caller2);
  }
  const whole = [...self];
  const asked = self.map(() => 0);
  const caller = self.map(() => -1);
  const dearest = self.map(() => -1);
  const edges = sums.map((map, from) => {
    for (const [to, cost] of map) {
      whole[from] = whole[from] + cost;
      asked[to] = asked[to] + cost;
      if (cost > dearest[to]) {
        dearest[to] = cost;
        caller[to] = from;
      }
    }
    return Array.from(map, ([to, cost]) => ({ to, cost })).sort((a, b) => b.cost - a.cost);
  });
  return {
    ...{ self, total, calls: edges, costs: sums, whole, asked, caller },
    circles: turning.size
  };
}
function addPath(paths, parent, f, flow) {
  const path = paths.parent.length;
  paths.parent.push(parent);
  paths.function.push(f);
  paths.flow.push(flow);
  paths.own.push(0);
  paths.depth.push(parent < 0 ? 1 : paths.depth[parent] + 1);
  paths.at[f].push(path);
  return path;
}
function reach(paths, { caller }, main, f) {
  const way = [];
  const seen = /* @__PURE__ */ new Set();
  let from = f;
  while (from >= 0 && !seen.has(from) && main[from] < 0 && way.length < MAX_DEPTH) {
    way.push(from);
    seen.add(from);
    from = caller[from];
  }
  let path = from < 0 ? -1 : main[from];
  if (path >= 0 && paths.depth[path] + way.length > MAX_DEPTH) path = -1;
  for (const next of way.reverse()) {
    path = addPath(paths, path, next, 0);
    main[next] = path;
  }
}
function widest({ at, own, flow }, f) {
  let best = -1;
  for (const path of at[f]) {
    const more = best < 0 ? 1 : own[path] - own[best];
    if (more > 0 || more === 0 && flow[path] > flow[best]) best = path;
  }
  return best;
}
function sharesOf(paths) {
  const shares = paths.parent.map(() => 0);
  for (const [f, at] of paths.at.entries()) {
    const sum = at.reduce((total, path) => total + paths.own[path], 0);
    const largest = widest(paths, f);
    for (const path of at) {
      shares[path] = sum === 0 ? Number(path === largest) : paths.own[path] / sum;
    }
  }
  return shares;
}

export {
  unfold
};
