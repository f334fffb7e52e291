/**
 * The functions behind a counted change, as rows for text and Markdown: own instructions an operation,
 * and the part of the benchmark's change. Which benchmarks: those that changed for sure.
 */
import type { JudgedComparison } from '../model/comparison.ts';
import { type CountedBenchmark, type CountedFunction, instructionsUnit } from '../model/counts.ts';
import type { Verdict } from '../model/verdict.ts';
import { benchmarkNames } from '../text/names.ts';
import { counted, countedChange } from '../text/numbers.ts';
import { inOrder } from './rows/order.ts';

/** A benchmark that changed, and the functions that moved. */
export interface CountedChange {
  /** `Encode/small: +5,563 instructions an operation` */
  readonly title: string;
  readonly rows: readonly CountedFunction[];
  /** It counts, and takes more. */
  readonly isWorse: boolean;
  /** 'no other of 1,083 functions moved by more than 3', or '' where there is no other. */
  readonly rest: string;
}

/** Benchmarks with a table of their own; the JSON report has all. */
const mostBenchmarks = 3;
const mostFunctions = 5;

/** What changed most, as in the table of benchmarks. */
export function countedChanges(verdict: Verdict): CountedChange[] {
  const { counts, comparisons } = verdict;
  if (counts === undefined) return [];
  const name = benchmarkNames(comparisons);
  const rows = inOrder(comparisons).filter(
    ({ verdict: word, test, unit }) =>
      test === 'counted' && unit === instructionsUnit && (word === 'slower' || word === 'faster'),
  );
  return rows.slice(0, mostBenchmarks).flatMap((row) => {
    const found = counts.benchmarks.find((benchmark) => isOf(benchmark, row));
    const change = (row.head?.center ?? 0) - (row.base?.center ?? 0);
    const isWorse = row.gated && row.verdict === 'slower';
    return found === undefined ? [] : changeOf(found, name(row), change, isWorse);
  });
}

const isOf = (benchmark: CountedBenchmark, row: JudgedComparison): boolean =>
  benchmark.package === row.package && benchmark.benchmark === row.benchmark;

function changeOf(
  benchmark: CountedBenchmark,
  name: string,
  change: number,
  isWorse: boolean,
): CountedChange[] {
  const { functions, iterations } = benchmark;
  if (functions === null || functions.moved.length === 0) return [];
  const rows = functions.moved.slice(0, mostFunctions);
  const next = functions.moved[rows.length];
  const left = functions.all - rows.length;
  const size = next === undefined ? functions.rest : Math.abs(next.head - next.base);
  const each = iterations === null ? 'a run' : 'an operation';
  return [
    {
      title: `${name}: ${countedChange(change)} instructions ${each}`,
      rows,
      isWorse,
      rest:
        left <= 0
          ? ''
          : `no other of ${counted(functions.all)} functions moved by more than ${counted(Math.ceil(size))}`,
    },
  ];
}

/** Base, head and change of a function, for three columns. */
export const countedCells = ({ base, head }: CountedFunction): [string, string, string] => [
  counted(base),
  counted(head),
  countedChange(head - base),
];
