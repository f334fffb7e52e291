import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  framesOf,
  functionTable,
  requireSameType,
  sliceTables
} from "./chunk-chunk-5F4DIWO5.js";
import {
  chooseSampleType
} from "./chunk-chunk-RL7XGZTW.js";
import {
  appendFloat64,
  appendInt32,
  filled,
  filledFloat64,
  float64Column,
  int32Column
} from "./chunk-chunk-6BBP5BRQ.js";
import {
  init_define_FLAMEGATE_PAGE
} from "./chunk-chunk-OMS2RVR2.js";

// src/profile/stacks.ts
init_define_FLAMEGATE_PAGE();
import { randomInt } from "node:crypto";
function stacksOf(profile, options = {}, slices = null) {
  const tables = slices === null ? [functionTable(profile, options)] : sliceTables(profile, slices, options);
  const frames = framesOf(profile, options.inlines ?? true, options.granularity ?? "functions");
  const { start, site, siteRow, rowNames } = frames;
  const type = chooseSampleType(profile, options.sampleType);
  const types = profile.sampleTypes.length;
  const { count, locationStart, locations, values } = profile.samples;
  const trees = tables.map(newTree);
  for (let s = 0; s < count; s++) {
    const value = values[s * types + type];
    const tree = trees[slices === null ? 0 : slices.ofSample[s]];
    if (value === 0) continue;
    let node = -1;
    for (let i = locationStart[s + 1] - 1; i >= locationStart[s]; i--) {
      const location = locations[i];
      for (let k = start[location + 1] - 1; k >= start[location]; k--) {
        node = callee(tree, node, siteRow[site[k]]);
      }
    }
    if (node >= 0) tree.self.values[node] = tree.self.values[node] + value;
  }
  return trees.map((tree, i) => finished(tree, tables[i], rowNames));
}
function mergeStacks(all) {
  const [first, ...others] = all;
  if (others.length === 0) return first;
  const tree = newTree();
  const functions = [];
  const byName = /* @__PURE__ */ new Map();
  for (const stacks of all) {
    requireSameType(sourceOf(first), sourceOf(stacks));
    const rows = stacks.functions.map((row) => {
      const known = byName.get(row.name) ?? functions.push(row) - 1;
      byName.set(row.name, known);
      return known;
    });
    const nodes = new Int32Array(stacks.parent.length);
    for (let n = 0; n < nodes.length; n++) {
      const parent = stacks.parent[n];
      const above = parent < 0 ? -1 : nodes[parent];
      const node = callee(tree, above, rows[stacks.call[n]]);
      nodes[n] = node;
      tree.self.values[node] = tree.self.values[node] + stacks.self[n];
    }
  }
  const sum = (item) => all.reduce((total, one) => total + item(one), 0);
  return {
    ...first,
    total: sum(({ total }) => total),
    ...first.background === void 0 ? {} : { background: sum((one) => one.background ?? 0) },
    samples: all.some(({ samples }) => samples === null) ? null : sum((one) => one.samples ?? 0),
    profiles: sum(({ profiles }) => profiles),
    functions,
    ...columnsOf(tree)
  };
}
var sourceOf = ({ sampleType, total, samples }) => ({
  ...{ source: "a profile", sampleType, total, samples, functions: [] }
});
function weighted(stacks, factors) {
  if (factors.user === 1 && factors.background === 1) return stacks;
  const self = stacks.self.map((value, n) => {
    const row = stacks.functions[stacks.call[n]];
    return value * (row?.background ? factors.background : factors.user);
  });
  return { ...stacks, self };
}
var smallest = 1024;
var newTree = () => ({
  parent: int32Column(smallest),
  call: int32Column(smallest),
  self: float64Column(smallest),
  table: new Int32Array(2 * smallest)
});
var [PARENT, ROW] = [0, 0].map(() => 2 * randomInt(2 ** 30) + 1);
function callee(tree, parent, row) {
  const mask = tree.table.length - 1;
  let at = placeOf(tree.table, parent, row);
  for (; ; ) {
    const found = tree.table[at] - 1;
    if (found < 0) break;
    if (tree.parent.values[found] === parent && tree.call.values[found] === row) return found;
    at = at + 1 & mask;
  }
  const node = tree.parent.length;
  tree.table[at] = node + 1;
  appendInt32(tree.parent, parent);
  appendInt32(tree.call, row);
  appendFloat64(tree.self, 0);
  if (2 * tree.parent.length > tree.table.length) grow(tree);
  return node;
}
function placeOf(table, parent, row) {
  const mixed = Math.imul(parent, PARENT) + Math.imul(row, ROW);
  return (mixed | 0) >>> Math.clz32(table.length) + 1;
}
function grow(tree) {
  const table = new Int32Array(2 * tree.table.length);
  const mask = table.length - 1;
  for (let node = 0; node < tree.parent.length; node++) {
    let at = placeOf(table, tree.parent.values[node], tree.call.values[node]);
    while (table[at] !== 0) at = at + 1 & mask;
    table[at] = node + 1;
  }
  tree.table = table;
}
var columnsOf = ({ parent, call, self }) => ({
  parent: filled(parent),
  call: filled(call),
  self: filledFloat64(self)
});
function finished(tree, table, rowNames) {
  const places = new Map(table.functions.map((row) => [row.name, row]));
  const functions = [];
  const numbers = new Int32Array(rowNames.length).fill(-1);
  const columns = columnsOf(tree);
  for (let n = 0; n < columns.call.length; n++) {
    const row = columns.call[n];
    if (numbers[row] === -1) {
      const name = rowNames[row];
      const { file = "", line = 0, background } = places.get(name) ?? {};
      numbers[row] = functions.push({ name, file, line, ...background && { background } }) - 1;
    }
    columns.call[n] = numbers[row];
  }
  return {
    sampleType: table.sampleType,
    ...table.slice === void 0 ? {} : { slice: table.slice },
    total: table.total,
    ...table.background === void 0 ? {} : { background: table.background },
    samples: table.samples,
    profiles: 1,
    functions,
    ...columns
  };
}

export {
  stacksOf,
  mergeStacks,
  weighted
};
