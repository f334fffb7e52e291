/**
 * Base and head compared by the instructions they take, on one page: a bench is opened, each benchmark
 * is run a fixed number of times under a counter, and the two sides become rows. How a tool's work is
 * fixed is source/rounds/presets/fixed/, what counts is source/counts/, what it means is judgement.ts.
 */
import { countedRow, metricRow } from '../compare/counts/compare.ts';
import { centre } from '../compare/counts/tolerance.ts';
import { formatOf } from '../formats/benchmarks/read.ts';
import { unreadTool } from '../formats/benchmarks/unread.ts';
import { callgrindSelf } from '../formats/profiles/callgrind/self.ts';
import type { Comparison } from '../model/comparison.ts';
import {
  type CountedBenchmark,
  type CountsUse,
  type EventKind,
  instructionsUnit,
  mostSpread,
} from '../model/counts.ts';
import { InputError } from '../model/error.ts';
import type { InputFile } from '../model/run.ts';
import type { Warning } from '../model/warning.ts';
import { chooseCounter } from '../source/counts/counter.ts';
import { perfHere } from '../source/counts/perf.ts';
import { callgrindHere } from '../source/counts/valgrind.ts';
import {
  type Bench,
  type MeasureOptions,
  openBench,
  type SideOutput,
} from '../source/rounds/bench.ts';
import { outsideGit } from '../source/rounds/git.ts';
import { openInPlace } from '../source/rounds/inplace.ts';
import type { Each, FixedWork, Listed, Whole } from '../source/rounds/presets/fixed/fixed.ts';
import { answer } from '../source/rounds/presets/place.ts';
import type { SideName } from '../source/rounds/tree.ts';
import { counted as inWords, percent, plural, signed } from '../text/numbers.ts';
import {
  both,
  type CountedOne,
  type CountPlan,
  countOne,
  how,
  onSides,
  type Runner,
  type Wanted,
} from './countruns.ts';

export type { CountPlan } from './countruns.ts';

export interface CountedBenchmarks extends CountsUse {
  readonly rows: readonly Comparison[];
  /** What could not be counted, and why the sides may not be two. */
  readonly warnings: readonly Warning[];
  /** What the functions of each benchmark took, in the order of `benchmarks` (countevidence.ts). */
  readonly costs: readonly CountedOne['costs'][];
}

/** What counts on this machine, and `events` with it. Throws InputError that says how to get it. */
export const counterHere = (
  options: Pick<MeasureOptions, 'directory' | 'env' | 'signal'>,
  events: readonly EventKind[] = [],
) =>
  chooseCounter([perfHere(events), callgrindHere(callgrindSelf, events)], (program, args) =>
    answer(program, args, {
      cwd: options.directory,
      env: outsideGit(options.env),
      signal: options.signal,
    }),
  );

/**
 * Opens the bench of base and head, counts, and takes it away again. Throws InputError where nothing
 * can be counted, or a side cannot be checked out, built or run.
 */
export async function countHere(
  options: MeasureOptions & { readonly inPlace?: boolean | undefined },
  plan: CountPlan,
): Promise<CountedBenchmarks> {
  refuse(plan.work);
  const bench = await (options.inPlace === true ? openInPlace(options) : openBench(options));
  try {
    const base = bench.baseCommit === '' ? '' : `base ${bench.baseCommit.slice(0, 12)}, `;
    const head = bench.headCommit === '' ? '' : `head ${bench.headCommit.slice(0, 12)}, `;
    plan.log(`${base}${head}counted with ${plan.counter.name}`);
    const found = await countSides(bench, plan);
    const doubts = bench.identical ? [withItself] : await bench.doubts();
    return { ...found, warnings: [...found.warnings, ...doubts] };
  } finally {
    await bench.close();
  }
}

/** A trial of the counter; never a pass. */
const withItself: Warning = {
  kind: 'unmeasured',
  message: 'base and head are the same code: this compares the counter with itself',
};

/** Throws InputError for a tool that only runs for a time. */
export function refuse(work: FixedWork): asserts work is Each | Whole {
  if (work.kind === 'refused') throw cannotCount(work.why);
}

const cannotCount = (why: string): InputError =>
  new InputError(`instructions cannot be counted: ${why}`);

/**
 * Counts every benchmark on both sides of an open bench. One that the counter fails on is a warning and
 * no row; a side that fails without it is an InputError. Stopped by `signal` or `maxSeconds` it gives
 * what there is.
 */
export async function countSides(bench: Bench, plan: CountPlan): Promise<CountedBenchmarks> {
  refuse(plan.work);
  const start = performance.now();
  const left = () => bench.maxSeconds - (performance.now() - start) / 1000;
  const runner: Runner = { bench, plan, left };
  const wanted =
    plan.work.kind === 'whole' ? [whole(plan.work)] : await listedOn(runner, plan.work);
  const benchmarks: CountedBenchmark[] = [];
  const costs: CountedOne['costs'][] = [];
  const warnings: Warning[] = [];
  const rate = plan.alpha / wanted.length;
  let longest = 0;
  for (const [i, one] of wanted.entries()) {
    if (left() < longest || plan.signal?.aborted) {
      warnings.push(notReached(wanted.length - i, plan.signal));
      break;
    }
    const began = performance.now();
    const found = await countOne(runner, one, rate).catch(problemOf(one, plan));
    longest = Math.max(longest, (performance.now() - began) / 1000);
    if ('problem' in found) warnings.push({ kind: 'unmeasured', message: found.problem });
    else {
      benchmarks.push(found.counted);
      costs.push(found.costs);
      const seconds = ((performance.now() - began) / 1000).toFixed(1);
      plan.log(`${i + 1} of ${wanted.length}: ${progress(found.counted)}, ${seconds} s`);
    }
  }
  return {
    counter: plan.counter.name,
    base: bench.baseCommit,
    name: bench.baseName,
    benchmarks,
    rows: rowsOf(benchmarks, plan.threshold),
    warnings,
    costs,
  };
}

/** What was counted as rows of comparisons. */
export const rowsOf = (
  benchmarks: readonly CountedBenchmark[],
  threshold: CountPlan['threshold'],
): Comparison[] =>
  benchmarks.flatMap(({ metrics = [], ...item }) => [
    countedRow(item, threshold({ ...item, unit: instructionsUnit })),
    ...metrics.map((metric) => metricRow(item, metric, threshold({ ...item, unit: metric.unit }))),
  ]);

/** What a side's runs took, in Go's format, for who keeps it or compares it again. */
export function countFile(side: SideName, benchmarks: readonly CountedBenchmark[]): InputFile {
  const lines = benchmarks.flatMap((benchmark) => [
    `pkg: ${benchmark.package}`,
    ...benchmark[side].map(
      (count) => `Benchmark${goName(benchmark.benchmark)} 1 ${count} ${instructionsUnit}`,
    ),
  ]);
  const text = [`Unit ${instructionsUnit} better=lower`, ...lines, ''].join('\n');
  return { file: `${side}/counts.txt`, bytes: Buffer.from(text) };
}

/** White space would be the end of the name. */
const goName = (name: string): string => name.replaceAll(/\s+/g, '_');

function whole({ benchmark, run }: Whole): Wanted {
  return {
    package: '',
    benchmark,
    sides: both,
    iterations: null,
    text: (_, counter, side) => run(counter, side),
    check: refuseTimed,
  };
}

/** A tool that prints results runs each benchmark as often as time allows: its work is not fixed. */
async function refuseTimed({ benchmarks, errors }: SideOutput): Promise<void> {
  const said = { file: 'stderr', bytes: Buffer.from(errors.join('\n')) };
  for (const input of [...benchmarks, said]) {
    const format = await formatOf(input);
    const tool = format ?? unreadTool(input);
    if (tool === null) continue;
    const who = format === null ? tool : `this is output of ${format}`;
    throw new InputError(
      `instructions of the whole command cannot be compared (${who}): such a tool repeats fast code more often; count a program that does the same work every time`,
    );
  }
}

/** What both sides say they have, the base's order first. */
async function listedOn(runner: Runner, work: Each): Promise<Wanted[]> {
  const [base, head] = await onSides(both, async (side) => {
    const output = await runner.bench.runOn(side, work.list, how(runner, 1));
    const printed = textOf(output);
    const why = work.refuses?.(printed) ?? null;
    if (why !== null) throw cannotCount(why);
    return work.listed(printed);
  });
  const key = (listed: Listed) => JSON.stringify([listed.package, listed.benchmark]);
  const sides = {
    base: new Map(base?.map((listed) => [key(listed), listed])),
    head: new Map(head?.map((listed) => [key(listed), listed])),
  };
  const all = new Map([...sides.head, ...sides.base]);
  const keys = new Set([...sides.base.keys(), ...sides.head.keys()]);
  if (keys.size === 0) throw new InputError('no benchmark was run: nothing to count');
  return [...keys].flatMap((name) => {
    const listed = all.get(name);
    return listed === undefined
      ? []
      : [
          wantedOf(
            work,
            listed,
            both.filter((side) => sides[side].has(name)),
          ),
        ];
  });
}

function wantedOf(work: Each, listed: Listed, sides: readonly SideName[]): Wanted {
  return {
    package: listed.package,
    benchmark: listed.benchmark,
    sides,
    iterations: pairOf(listed.iterations),
    text: (iterations, counter) => work.run(listed, iterations, counter),
    check: (output, iterations) => {
      const ran = work.ran(textOf(output), listed, iterations);
      if (ran === iterations) return;
      throw new InputError(
        `asked for ${plural(iterations, 'iteration')} of it alone, it printed ${ran === null ? 'no such result' : ran}`,
      );
    },
  };
}

/** Round numbers, so that the next measurement most likely has the same; nine tenths are counted. */
export function pairOf(iterations: number): readonly [number, number] {
  const decade = 10 ** Math.floor(Math.log10(Math.max(1, iterations)));
  const digit = iterations / decade;
  const more = Math.max(2, decade * (digit >= 5 ? 5 : digit >= 2 ? 2 : 1));
  return [Math.max(1, Math.floor(more / 10)), more];
}

const textOf = ({ benchmarks }: SideOutput): string =>
  benchmarks.map(({ bytes }) => Buffer.from(bytes).toString('utf8')).join('\n');

/** What was run without the counter before fails by it; a whole command was not. */
const problemOf =
  (wanted: Wanted, { signal }: CountPlan) =>
  (error: unknown) => {
    const isOurs = signal?.aborted || (error instanceof InputError && wanted.iterations !== null);
    if (!isOurs) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    return { problem: `${wanted.benchmark} could not be counted: ${reason}` };
  };

function notReached(count: number, signal: AbortSignal | undefined): Warning {
  const why = signal?.aborted ? (signal.reason as Error).message : '`max-time` is over';
  return { kind: 'unmeasured', message: `${plural(count, 'benchmark')} not counted: ${why}` };
}

function progress({ benchmark, base, head, spread }: CountedBenchmark): string {
  const [from, to] = [base, head].map((runs) => (runs.length === 0 ? null : centre(runs)));
  const values = [from, to].map((value) => (value == null ? '-' : inWords(value))).join(' -> ');
  const change = from == null || to == null ? '' : ` (${signed(to / from - 1)})`;
  const count = Math.max(base.length, head.length);
  const apart = spread !== null && spread > mostSpread;
  const unsuited = apart ? `, ${percent(spread)} apart: counting does not suit it` : '';
  return `${benchmark} ${values} instructions/op${change}, ${plural(count, 'run')} a side${unsuited}`;
}
