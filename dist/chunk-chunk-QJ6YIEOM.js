import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  centre
} from "./chunk-chunk-CLAFKVEC.js";
import {
  instructionsUnit
} from "./chunk-chunk-UIZSM77V.js";
import {
  benchmarkNames
} from "./chunk-chunk-XDSCW632.js";
import {
  unfold
} from "./chunk-chunk-42ANZ7KQ.js";
import {
  benchmarkKey
} from "./chunk-chunk-ETXR6ESQ.js";
import {
  init_define_FLAMEGATE_PAGE
} from "./chunk-chunk-OMS2RVR2.js";

// src/flow/countevidence.ts
init_define_FLAMEGATE_PAGE();
var sampleType = { type: instructionsUnit, unit: "count" };
var mostGraphs = 20;
function countsEvidence({
  base,
  benchmarks,
  costs
}) {
  const found = new Map(benchmarks.map((benchmark) => [benchmarkKey(benchmark), benchmark]));
  const name = benchmarkNames(benchmarks);
  const profiles = benchmarks.flatMap((benchmark, i) => graphOf(benchmark, name(benchmark), costs[i] ?? null)).sort((a, b) => b.change - a.change).slice(0, mostGraphs);
  return {
    samples: (row) => {
      const benchmark = found.get(benchmarkKey(row));
      const runs = row.unit === instructionsUnit ? benchmark : benchmark?.metrics?.find(({ unit }) => unit === row.unit);
      return { base: measured(base, runs?.base ?? []), head: measured("", runs?.head ?? []) };
    },
    profiles: profiles.map(({ evidence }) => evidence)
  };
}
var measured = (commit, samples) => samples.length === 0 ? [] : [{ commit, time: "", environment: {}, round: null, samples }];
function graphOf(benchmark, slice, costs) {
  if (costs === null) return [];
  const side = (name) => {
    let stacks = null;
    return async () => {
      stacks ??= { ...stacksOfCosts(costs[name], benchmark[name].length), slice };
      return stacks;
    };
  };
  const evidence = { sampleType, slice, base: side("base"), head: side("head") };
  return [{ change: Math.abs(centre(benchmark.head) / centre(benchmark.base) - 1), evidence }];
}
var leastTimes = 0.01;
function stacksOfCosts(costs, runs) {
  const all = [...costs.values()];
  const number = new Map(all.map(({ name }, f) => [name, f]));
  const self = all.map(({ own }) => Math.max(0, own));
  const pairs = all.flatMap((cost, caller) => callsOf(cost, caller, number));
  const calls = pairs.filter(({ times }) => times >= leastTimes);
  const paths = unfold({ self, calls });
  const { circles, small } = paths;
  return {
    sampleType,
    total: self.reduce((sum, value) => sum + value, 0),
    samples: null,
    profiles: runs,
    unfolded: { circles, rare: pairs.length - calls.length, small },
    ...treeOf(paths, all, self)
  };
}
function callsOf({ calls }, caller, number) {
  return [...calls].flatMap(([name, { times, instructions: cost }]) => {
    const callee = number.get(name);
    return callee === void 0 || cost <= 0 ? [] : [{ caller, callee, times, cost }];
  });
}
function treeOf(paths, all, self) {
  const used = [...new Set(paths.function)];
  const number = new Map(used.map((f, i) => [f, i]));
  return {
    functions: used.map((f) => {
      const { name = "", file = "", lines } = all[f] ?? {};
      return { name, file, line: heaviestLine(lines) };
    }),
    parent: Int32Array.from(paths.parent),
    call: Int32Array.from(paths.function, (f) => number.get(f) ?? 0),
    self: Float64Array.from(paths.function, (f, path) => (self[f] ?? 0) * (paths.share[path] ?? 0))
  };
}
function heaviestLine(lines = /* @__PURE__ */ new Map()) {
  let [best, most] = [0, 0];
  for (const [line, count] of lines) if (line > 0 && count > most) [best, most] = [line, count];
  return best;
}

export {
  countsEvidence
};
