import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  instructionsUnit
} from "./chunk-chunk-5C7A5JIF.js";
import {
  benchmarkNames
} from "./chunk-chunk-2TVETMFS.js";
import {
  inOrder
} from "./chunk-chunk-75G2PV3O.js";
import {
  counted,
  countedChange
} from "./chunk-chunk-LOTYZAY7.js";
import {
  init_define_FLAMEGATE_PAGE
} from "./chunk-chunk-LVQEZM7Y.js";

// src/report/counted.ts
init_define_FLAMEGATE_PAGE();
var mostBenchmarks = 3;
var mostFunctions = 5;
function countedChanges(verdict) {
  const { counts, comparisons } = verdict;
  if (counts === void 0) return [];
  const name = benchmarkNames(comparisons);
  const rows = inOrder(comparisons).filter(
    ({ verdict: of, test, unit }) => test === "counted" && unit === instructionsUnit && (of === "slower" || of === "faster")
  );
  return rows.slice(0, mostBenchmarks).flatMap((row) => {
    const found = counts.benchmarks.find((of) => isOf(of, row));
    const change = (row.head?.center ?? 0) - (row.base?.center ?? 0);
    const isWorse = row.gated && row.verdict === "slower";
    return found === void 0 ? [] : changeOf(found, name(row), change, isWorse);
  });
}
var isOf = (of, row) => of.package === row.package && of.benchmark === row.benchmark;
function changeOf(of, name, change, isWorse) {
  const { functions, iterations } = of;
  if (functions === null || functions.moved.length === 0) return [];
  const rows = functions.moved.slice(0, mostFunctions);
  const next = functions.moved[rows.length];
  const left = functions.all - rows.length;
  const size = next === void 0 ? functions.rest : Math.abs(next.head - next.base);
  const each = iterations === null ? "a run" : "an operation";
  return [
    {
      title: `${name}: ${countedChange(change)} instructions ${each}`,
      rows,
      isWorse,
      rest: left <= 0 ? "" : `no other of ${counted(functions.all)} functions moved by more than ${counted(Math.ceil(size))}`
    }
  ];
}
var countedCells = ({ base, head }) => [
  counted(base),
  counted(head),
  countedChange(head - base)
];

export {
  countedChanges,
  countedCells
};
