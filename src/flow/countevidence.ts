/**
 * The evidence beside a verdict on counts: the runs of each benchmark, and its calls unfolded into stacks, whose costs are
 * instructions an operation. A graph is unfolded when a report asks for it, and once.
 */
import type { Costs, OwnCost } from '../compare/counts/functions.ts';
import { centre } from '../compare/counts/tolerance.ts';
import { type CountedBenchmark, instructionsUnit } from '../model/counts.ts';
import type { Evidence, MeasuredIn, ProfileEvidence, Stacks } from '../model/evidence.ts';
import { benchmarkKey } from '../model/keys.ts';
import { type UnfoldedPaths, unfold } from '../profile/unfold.ts';
import { benchmarkNames } from '../text/names.ts';
import type { CountedBenchmarks } from './counting.ts';
import type { CountedOne } from './countruns.ts';

const sampleType = { type: instructionsUnit, unit: 'count' };

/** Graphs that a page can hold; each has a tab. */
const mostGraphs = 20;

/** Of the benchmarks that changed most there are stacks, the largest change first. */
export function countsEvidence({
  base,
  benchmarks,
  costs,
}: Pick<CountedBenchmarks, 'base' | 'benchmarks' | 'costs'>): Evidence {
  const found = new Map(benchmarks.map((benchmark) => [benchmarkKey(benchmark), benchmark]));
  const name = benchmarkNames(benchmarks);
  const profiles = benchmarks
    .flatMap((benchmark, i) => graphOf(benchmark, name(benchmark), costs[i] ?? null))
    .sort((a, b) => b.change - a.change)
    .slice(0, mostGraphs);
  return {
    samples: (row) => {
      const benchmark = found.get(benchmarkKey(row));
      const runs =
        row.unit === instructionsUnit
          ? benchmark
          : benchmark?.metrics?.find(({ unit }) => unit === row.unit);
      return { base: measured(base, runs?.base ?? []), head: measured('', runs?.head ?? []) };
    },
    profiles: profiles.map(({ evidence }) => evidence),
  };
}

const measured = (commit: string, samples: readonly number[]): MeasuredIn[] =>
  samples.length === 0 ? [] : [{ commit, time: '', environment: {}, round: null, samples }];

interface Graph {
  /** Of the benchmark, as a ratio without its sign. */
  readonly change: number;
  readonly evidence: ProfileEvidence;
}

function graphOf(benchmark: CountedBenchmark, slice: string, costs: CountedOne['costs']): Graph[] {
  if (costs === null) return [];
  const side = (name: 'base' | 'head') => {
    let stacks: Stacks | null = null;
    return async () => {
      stacks ??= { ...stacksOfCosts(costs[name], benchmark[name].length), slice };
      return stacks;
    };
  };
  const evidence = { sampleType, slice, base: side('base'), head: side('head') };
  return [{ change: Math.abs(centre(benchmark.head) / centre(benchmark.base) - 1), evidence }];
}

/**
 * Calls that are rarer than this an operation are no part of it: the start, the tool's own loop. And where a program
 * has stacks of its own (goroutines), callgrind takes what runs next for called by what ran before, with all that follows.
 */
const leastTimes = 0.01;

/**
 * The calls of `runs` runs, on average, as a tree. What the longer of two numbers of iterations took less of
 * than the shorter (a start that varies) is nothing here; all else adds up to what the functions took themselves.
 */
export function stacksOfCosts(costs: Costs, runs: number): Stacks {
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
    ...treeOf(paths, all, self),
  };
}

function callsOf({ calls }: OwnCost, caller: number, number: ReadonlyMap<string, number>) {
  return [...calls].flatMap(([name, { times, instructions: cost }]) => {
    const callee = number.get(name);
    return callee === undefined || cost <= 0 ? [] : [{ caller, callee, times, cost }];
  });
}

/** Only functions that have nodes are named. */
function treeOf(
  paths: UnfoldedPaths,
  all: readonly OwnCost[],
  self: readonly number[],
): Pick<Stacks, 'functions' | 'parent' | 'call' | 'self'> {
  const used = [...new Set(paths.function)];
  const number = new Map(used.map((f, i) => [f, i]));
  return {
    functions: used.map((f) => {
      const { name = '', file = '', lines } = all[f] ?? {};
      return { name, file, line: heaviestLine(lines) };
    }),
    parent: Int32Array.from(paths.parent),
    call: Int32Array.from(paths.function, (f) => number.get(f) ?? 0),
    self: Float64Array.from(paths.function, (f, path) => (self[f] ?? 0) * (paths.share[path] ?? 0)),
  };
}

/** The line with the most instructions, as of FunctionRow. */
function heaviestLine(lines: ReadonlyMap<number, number> = new Map()): number {
  let [best, most] = [0, 0];
  for (const [line, count] of lines) if (line > 0 && count > most) [best, most] = [line, count];
  return best;
}
