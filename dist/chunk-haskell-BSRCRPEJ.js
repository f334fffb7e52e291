import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  numberIn,
  tableOf
} from "./chunk-chunk-NM7W6OUI.js";
import {
  lose,
  noLosses
} from "./chunk-chunk-V6FUWQX3.js";
import {
  init_define_FLAMEGATE_PAGE
} from "./chunk-chunk-OMS2RVR2.js";

// src/formats/benchmarks/haskell.ts
init_define_FLAMEGATE_PAGE();
var columns = [
  ["Mean", "sec/op", 1],
  ["Mean (ps)", "sec/op", 1e-12],
  ["Allocated", "B/op", 1],
  ["Copied", "copied-B/op", 1],
  ["Peak Memory", "peak-B", 1]
];
function readHaskell(input) {
  const table = tableOf(input);
  const known = columns.filter(([column]) => table.columns.includes(column));
  const lost = noLosses();
  const records = table.rows.flatMap(({ of: map, line, broken }) => {
    const name = map.get("Name") ?? "";
    if (name === "Name") return [];
    if (broken !== null || name === "") {
      const message = `${name || "a result"}: this row ${broken ?? "has no name"}`;
      lose(lost, { name, line, message });
      return [];
    }
    const metrics = known.map(([column, unit, factor]) => ({
      unit,
      samples: [numberIn(map.get(column) ?? "") * factor]
    }));
    return [{ name, metrics }];
  });
  return { records, results: records.length, environment: /* @__PURE__ */ new Map(), warnings: [], lost };
}
export {
  readHaskell
};
