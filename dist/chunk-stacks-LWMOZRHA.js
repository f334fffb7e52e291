import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  callgrindOf
} from "./chunk-chunk-WI6EPKL5.js";
import "./chunk-chunk-7AJGRJQQ.js";
import "./chunk-chunk-DG7HNR5X.js";
import {
  addStack,
  built,
  locationOf,
  newBuild
} from "./chunk-chunk-GOR6HMTH.js";
import "./chunk-chunk-Z7ZNAURW.js";
import "./chunk-chunk-TDBKQMBW.js";
import "./chunk-chunk-PZOHENPX.js";
import {
  init_define_FLAMEGATE_PAGE
} from "./chunk-chunk-O53ZM6UU.js";

// src/formats/profiles/callgrind/stacks.ts
init_define_FLAMEGATE_PAGE();
var LEAST = 1e-4;
var MAX_PATHS = 2 ** 16;
var MAX_DEPTH = 512;
function readCallgrindStacks(content, file) {
  const callgrind = callgrindOf(content, file);
  const { events, totals, functions } = callgrind;
  const instructions = events.findIndex(({ name }) => name === "Ir");
  const main = instructions >= 0 ? instructions : Math.max(
    0,
    totals.findIndex((total) => total > 0)
  );
  const types = events.map(({ name }) => ({ type: name, unit: "count" }));
  const build = newBuild(file, types);
  const locations = functions.map((f) => locationOf(build, frameOf(f)));
  const paths = unfold(callgrind, main);
  const values = shared(functions, paths);
  for (let path = 0; path < paths.function.length; path++) {
    const own = values[path];
    if (own.every((value) => value === 0)) continue;
    const stack = [];
    for (let p = path; p >= 0; p = paths.parent[p]) {
      stack.push(locations[paths.function[p]]);
    }
    addStack(build, stack, own);
  }
  const type = types[main] ?? { type: "", unit: "" };
  return { ...built(build), defaultSampleType: type.type, periodType: type, period: 1 };
}
var level = /'\d{1,9}$/;
function frameOf({ name, file, object, line }) {
  const mapping = known(object);
  const whole = name.replace(level, "");
  if (/^0x[\da-f]+$/.test(whole) && mapping !== "") return { name: "", mapping };
  return { name: whole, file: known(file), line, startLine: line, mapping };
}
var known = (path) => path === "???" ? "" : path;
function unfold({ functions, calls, totals }, event) {
  const graph = graphOf(functions, calls, event);
  const paths = {
    ...{ parent: [], function: [], flow: [], own: [], depth: [] },
    at: functions.map(() => [])
  };
  const least = Math.max(1, totals[event] * LEAST);
  for (let f = 0; f < functions.length && paths.parent.length < MAX_PATHS; f++) {
    const flow = graph.whole[f] - graph.asked[f];
    if (flow >= least) addPath(paths, -1, f, flow);
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
    paths.own[path] = perCost * functions[f].self[event];
    if (paths.depth[path] === MAX_DEPTH) continue;
    for (const { to, cost } of graph.calls[f]) {
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
function graphOf(functions, calls, event) {
  const sums = functions.map(() => /* @__PURE__ */ new Map());
  for (const { caller: caller2, callee, inclusive } of calls) {
    const of = sums[caller2];
    if (caller2 !== callee) of.set(callee, (of.get(callee) ?? 0) + inclusive[event]);
  }
  const whole = functions.map(({ self }) => self[event]);
  const asked = functions.map(() => 0);
  const caller = functions.map(() => -1);
  const dearest = functions.map(() => -1);
  const edges = sums.map((of, from) => {
    for (const [to, cost] of of) {
      whole[from] = whole[from] + cost;
      asked[to] = asked[to] + cost;
      if (cost > dearest[to]) {
        dearest[to] = cost;
        caller[to] = from;
      }
    }
    return Array.from(of, ([to, cost]) => ({ to, cost })).sort((a, b) => b.cost - a.cost);
  });
  return { calls: edges, costs: sums, whole, asked, caller };
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
function shared(functions, paths) {
  const values = paths.parent.map(() => []);
  for (const [f, { self }] of functions.entries()) {
    const own = paths.at[f];
    const sum = own.reduce((total, path) => total + paths.own[path], 0);
    const rest = [...self];
    const largest = widest(paths, f);
    for (const path of own) {
      if (path === largest) continue;
      const share = sum === 0 ? 0 : paths.own[path] / sum;
      values[path] = self.map((cost, i) => {
        const part = Math.floor(cost * share);
        rest[i] = rest[i] - part;
        return part;
      });
    }
    if (largest >= 0) values[largest] = rest;
  }
  return values;
}
export {
  readCallgrindStacks
};
