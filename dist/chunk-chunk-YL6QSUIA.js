import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);
import {
  instructionsUnit
} from "./chunk-chunk-UIZSM77V.js";
import {
  benchmarkNames
} from "./chunk-chunk-XDSCW632.js";
import {
  inOrder
} from "./chunk-chunk-NTMR7OSE.js";
import {
  counted,
  countedChange
} from "./chunk-chunk-4ESYGOAJ.js";
import {
  init_define_FLAMEGATE_PAGE
} from "./chunk-chunk-OMS2RVR2.js";

// src/report/counted.ts
init_define_FLAMEGATE_PAGE();
var mostBenchmarks = 3;
var mostFunctions = 5;
function countedChanges(verdict) {
  const { counts, comparisons } = verdict;
  if (counts === void 0) return [];
  const name = benchmarkNames(comparisons);
  const rows = inOrder(comparisons).filter(
    ({ verdict: word, test, unit }) => test === "counted" && unit === instructionsUnit && (word === "slower" || word === "faster")
  );
  return rows.slice(0, mostBenchmarks).flatMap((row) => {
    const found = counts.benchmarks.find((benchmark) => isOf(benchmark, row));
    const change = (row.head?.center ?? 0) - (row.base?.center ?? 0);
    const isWorse = row.gated && row.verdict === "slower";
    return found === void 0 ? [] : changeOf(found, name(row), change, isWorse);
  });
}
var isOf = (benchmark, row) => benchmark.package === row.package && benchmark.benchmark === row.benchmark;
function changeOf(benchmark, name, change, isWorse) {
  const { functions, iterations } = benchmark;
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
