import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  unfold
} from "./chunk-chunk-42ANZ7KQ.js";
import {
  callgrindOf
} from "./chunk-chunk-US4ZJAWX.js";
import "./chunk-chunk-JF755UJZ.js";
import "./chunk-chunk-ZB6SCLKP.js";
import {
  addStack,
  built,
  locationOf,
  newBuild
} from "./chunk-chunk-MCPEDWP6.js";
import "./chunk-chunk-6BBP5BRQ.js";
import "./chunk-chunk-MQ2NSUXY.js";
import "./chunk-chunk-6IUKT67Q.js";
import {
  init_define_FLAMEGATE_PAGE
} from "./chunk-chunk-OMS2RVR2.js";

// src/formats/profiles/callgrind/stacks.ts
init_define_FLAMEGATE_PAGE();
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
  const paths = unfold(
    {
      self: functions.map(({ self }) => self[main]),
      calls: callgrind.calls.map(({ caller, callee, inclusive }) => ({
        ...{ caller, callee, cost: inclusive[main] }
      }))
    },
    (f) => functions[f]?.self.some((cost) => cost > 0) ?? false
  );
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
function shared(functions, paths) {
  const values = paths.parent.map(() => []);
  const at = functions.map(() => []);
  for (const [path, f] of paths.function.entries()) at[f]?.push(path);
  for (const [f, { self }] of functions.entries()) {
    const own = at[f];
    const share = (path) => paths.share[path];
    const largest = own.reduce(
      (best, path) => share(path) > share(best) ? path : best,
      own[0] ?? -1
    );
    const rest = [...self];
    for (const path of own) {
      if (path === largest) continue;
      values[path] = self.map((cost, i) => {
        const part = Math.floor(cost * share(path));
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
