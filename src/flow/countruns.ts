/**
 * One benchmark counted on both sides of a bench: how often it is run, and what its runs come to. Which
 * benchmarks there are, and what is said of them, is counting.ts.
 */
import { metricsOf } from '../compare/counts/events.ts';
import { type Costs, costsOf, meanCosts, movedFunctions } from '../compare/counts/functions.ts';
import { spreadOf, toleranceOf } from '../compare/counts/tolerance.ts';
import type { Comparison } from '../model/comparison.ts';
import {
  type CountedBenchmark,
  type EventKind,
  type FunctionCost,
  instructionsUnit,
  mostSpread,
} from '../model/counts.ts';
import { InputError } from '../model/error.ts';
import type { Counted, Counter } from '../source/counts/counter.ts';
import type { Bench, SideOutput } from '../source/rounds/bench.ts';
import type { FixedWork } from '../source/rounds/presets/fixed/fixed.ts';
import { word } from '../source/rounds/presets/shell.ts';
import type { SideName } from '../source/rounds/tree.ts';

/** What is counted, and how sure it must be. */
export interface CountPlan {
  readonly counter: Counter;
  readonly work: FixedWork;
  /** How often identical code may be called slower, over all benchmarks together. */
  readonly alpha: number;
  /** The change of a benchmark that matters, as a ratio. */
  readonly threshold: (row: Pick<Comparison, 'package' | 'benchmark' | 'unit'>) => number;
  /** What is told beside instructions; absent for nothing. */
  readonly events?: readonly EventKind[] | undefined;
  readonly log: (line: string) => void;
  readonly signal?: AbortSignal | undefined;
}

export interface Runner {
  readonly bench: Bench;
  readonly plan: CountPlan;
  readonly left: () => number;
}

/** A benchmark to count, on the sides that have it. */
export interface Wanted {
  readonly package: string;
  readonly benchmark: string;
  readonly sides: readonly SideName[];
  /** Null for a command, run whole. */
  readonly iterations: readonly [number, number] | null;
  readonly text: (iterations: number, counter: string, side: SideName) => string;
  /** Throws InputError where the output does not say that this was run. */
  readonly check: (output: SideOutput, iterations: number) => void | Promise<void>;
}

export const both: readonly SideName[] = ['base', 'head'];

/** Runs a side, at least where they differ, and at most. */
const fewest = 3;
/** Enough where the runs of each side are equal to the digit: nothing varies, as every run so far says. */
const fewestEqual = 2;
const most = 9;
/** Added where the spread asks for more. */
const step = 2;

export const how = ({ left }: Pick<Runner, 'left'>, number: number) => ({
  number,
  // The first may take what is left; under a minute nothing would be known of a slow start.
  limitSeconds: Math.max(60, left()),
});

/** Both at once: a count does not mind who else is at work. Waits for both, then throws. */
export async function onSides<T>(
  sides: readonly SideName[],
  work: (side: SideName) => Promise<T>,
): Promise<T[]> {
  const found = await Promise.allSettled(sides.map(work));
  return found.map((result) => {
    if (result.status === 'rejected') throw result.reason;
    return result.value;
  });
}

/** One run of a side: what an operation took, and each function of it. */
interface Operation {
  readonly instructions: number;
  /** What else was asked for, by unit. */
  readonly metrics: ReadonlyMap<string, number>;
  readonly costs: Costs | null;
}

/** A benchmark that was counted, and what its functions took on average over a side's runs. */
export interface CountedOne {
  readonly counted: CountedBenchmark;
  /** Null where the counter tells nothing of functions, or one side does not have it. */
  readonly costs: Readonly<Record<SideName, Costs>> | null;
}

/** Counts until what may be chance is small beside the threshold. Throws InputError. */
export async function countOne(runner: Runner, wanted: Wanted, rate: number): Promise<CountedOne> {
  const runs: Record<SideName, Operation[]> = { base: [], head: [] };
  // Of what one side alone has there is nothing to compare.
  const few = wanted.sides.length === 1 ? 1 : fewestEqual;
  let so: CountedOne;
  do {
    const had = Math.max(runs.base.length, runs.head.length);
    const more = had === 0 ? few : had < fewest ? fewest - had : step;
    await onSides(wanted.sides, async (side) => {
      for (let i = 0; i < more; i++) {
        runs[side].push(await operation(runner, wanted, side, runs[side].length + 1));
      }
    });
    so = soFar(wanted, runs, rate);
  } while (
    isOpen(so.counted, runner.plan) &&
    (so.counted.base.length < fewest || runner.left() > 0)
  );
  return so;
}

/** Another run would narrow what may be chance, and that is worth it. */
function isOpen(so: CountedBenchmark, { threshold }: CountPlan): boolean {
  const { tolerance, spread, base } = so;
  if (tolerance === null || spread === null || base.length >= most) return false;
  if (base.length < fewest) return spread > 0;
  // What does other work in every run stays so; of three runs one may be odd.
  if (base.length > fewest && spread > 5 * mostSpread) return false;
  return tolerance > threshold({ ...so, unit: instructionsUnit }) / 2;
}

function soFar(
  { package: path, benchmark, iterations }: Wanted,
  runs: Record<SideName, readonly Operation[]>,
  rate: number,
): CountedOne {
  const [base, head] = both.map((side) => runs[side].map((run) => run.instructions));
  const sides = { base: base ?? [], head: head ?? [] };
  const costs = meansOf(runs);
  const counted = {
    package: path,
    benchmark,
    iterations,
    ...sides,
    spread: spreadOf(sides.base, sides.head),
    tolerance: toleranceOf(sides.base, sides.head, rate),
    ...metricsIn(runs, rate),
    functions: costs && movedFunctions(costs.base, costs.head),
  };
  return { counted, costs };
}

function metricsIn(runs: Record<SideName, readonly Operation[]>, rate: number) {
  const units = [
    ...new Set(both.flatMap((side) => runs[side].flatMap((item) => [...item.metrics.keys()]))),
  ];
  if (units.length === 0) return {};
  const metrics = units.map((unit) => {
    const side = (name: SideName) => runs[name].map((item) => item.metrics.get(unit) ?? 0);
    const [base, head] = [side('base'), side('head')];
    const [spread, tolerance] = [spreadOf(base, head), toleranceOf(base, head, rate)];
    return { unit, base, head, spread, tolerance };
  });
  return { metrics };
}

function meansOf(runs: Record<SideName, readonly Operation[]>): CountedOne['costs'] {
  const [base, head] = both.map((side) => runs[side].flatMap(({ costs }) => costs ?? []));
  if (base === undefined || head === undefined) return null;
  return base.length === 0 || head.length === 0
    ? null
    : { base: meanCosts(base), head: meanCosts(head) };
}

async function operation(
  runner: Runner,
  wanted: Wanted,
  side: SideName,
  number: number,
): Promise<Operation> {
  const tree = runner.bench.trees[side];
  const { events = [] } = runner.plan;
  const costs = ({ profile }: Counted, start: readonly FunctionCost[], n: number) =>
    profile && costsOf(profile, start, n, tree);
  if (wanted.iterations === null) {
    const all = await counted(runner, wanted, side, number, 1);
    const metrics = metricsOf(events, all.events);
    return { instructions: all.instructions, metrics, costs: costs(all, [], 1) };
  }
  const [less, more] = wanted.iterations;
  const shorter = await counted(runner, wanted, side, number, less);
  const longer = await counted(runner, wanted, side, number, more);
  const operations = more - less;
  const instructions = (longer.instructions - shorter.instructions) / operations;
  if (!(instructions > 0)) {
    throw new InputError(
      `${more} iterations took no more instructions than ${less}: it does not do its work in each iteration`,
    );
  }
  const start = metricsOf(events, shorter.events);
  const metrics = new Map(
    [...metricsOf(events, longer.events)].map(([unit, count]) => [
      unit,
      (count - (start.get(unit) ?? 0)) / operations,
    ]),
  );
  return { instructions, metrics, costs: costs(longer, shorter.profile ?? [], operations) };
}

/** Of the counter, not of the code: valgrind may end a program that runs without it. */
const tries = 2;

async function counted(
  runner: Runner,
  wanted: Wanted,
  side: SideName,
  number: number,
  iterations: number,
): Promise<Counted> {
  const { bench, plan } = runner;
  const counter = plan.counter.wrap(bench.left[side]).map(word).join(' ');
  for (let left = wanted.iterations === null ? 1 : tries; ; left--) {
    try {
      const text = wanted.text(iterations, counter, side);
      const output = await bench.runOn(side, text, how(runner, number));
      await wanted.check(output, iterations);
      return plan.counter.read(output.profiles);
    } catch (error) {
      if (left <= 1 || plan.signal?.aborted || !(error instanceof InputError)) throw error;
      plan.log(`${wanted.benchmark}: ${error.message}; once more`);
    }
  }
}
