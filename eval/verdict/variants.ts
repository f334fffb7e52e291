/**
 * What was tried before the run-level rule was settled: a copy of its arithmetic with its choices
 * as parameters, on simulated and on real runs. `copyError` holds the copy to the original.
 */
import { summarise } from '../../src/compare/summary.ts';
import { tUpper, tUpperQuantile } from '../../src/stats/student.ts';
import { median, sorted } from '../../src/stats/summary.ts';
import { config, screen } from './ours.ts';
import { type PullRequest, sameCpu } from './pullrequest.ts';
import { percent, table } from './table.ts';
import { upperBound } from './trial.ts';

export interface Variant {
  readonly name: string;
  /** The tail of t that p is taken from has at most so many degrees of freedom. */
  readonly tailDf: number;
  readonly prior: {
    readonly sd: number;
    readonly df: number;
    /** With fewer runs it is blended in, whichever way that moves the variance. */
    readonly blendedBelow: number;
    /** With more it may still raise the variance. */
    readonly raises: boolean;
  };
  /** Runs differ by at least this (log scale). */
  readonly floor: number;
  /** Each baseline run's own suite shift is taken out, as the head's is. */
  readonly ownShifts?: boolean;
  /** A head whose whole suite is unusually far from the baseline gets larger standard errors. */
  readonly badRun?: boolean;
  /** Fails from this delta on at the least. */
  readonly least?: number;
  /** Beyond this delta the tails are not capped. */
  readonly far?: number;
}

const always = Number.POSITIVE_INFINITY;
const first: Variant = {
  name: 'tails not capped; prior 4 %, 3 df, below 5 runs',
  tailDf: always,
  prior: { sd: 0.04, df: 3, blendedBelow: 5, raises: false },
  floor: 0.003,
};
const capped: Variant = { ...first, tailDf: 3 };
const extras = { ownShifts: true, badRun: true };
const raising = { blendedBelow: 5, raises: true };
export const shipped: Variant = {
  ...capped,
  name: 'shipped: tail 3, prior 3 %, 6 df, may raise, far 200 %',
  prior: { sd: 0.03, df: 6, ...raising },
  far: 2,
};

export const variants: readonly Variant[] = [
  first,
  { ...first, name: '  and at least +50 %', least: 0.5 },
  { ...first, name: 'tail 5', tailDf: 5 },
  { ...first, name: 'tail 4', tailDf: 4 },
  { ...capped, name: 'tail 3' },
  { ...capped, name: 'tail 3, own shifts', ownShifts: true },
  { ...capped, name: 'tail 3, bad run', badRun: true },
  { ...capped, name: 'tail 3, own shifts, bad run', ...extras },
  { ...capped, name: 'tail 4, own shifts, bad run', ...extras, tailDf: 4 },
  {
    ...capped,
    name: 'tail 4, own shifts, bad run, floor 4 %',
    ...extras,
    tailDf: 4,
    floor: 0.04,
  },
  { ...capped, name: 'tail 3, floor 1.5 %', floor: 0.015 },
  { ...capped, name: 'tail 4, floor 4 %', tailDf: 4, floor: 0.04 },
  { ...capped, name: 'tail 5, floor 6 %', tailDf: 5, floor: 0.06 },
  {
    ...capped,
    name: 'tail 3, prior 4 %, 3 df, blended always',
    prior: { ...capped.prior, blendedBelow: always },
  },
  {
    ...capped,
    name: 'tail 3, prior 3 %, 3 df, may raise',
    prior: { sd: 0.03, df: 3, ...raising },
  },
  {
    ...capped,
    name: 'tail 3, prior 4 %, 3 df, may raise',
    prior: { sd: 0.04, df: 3, ...raising },
  },
  {
    ...capped,
    name: 'tail 3, prior 3 %, 6 df, may raise',
    prior: { sd: 0.03, df: 6, ...raising },
  },
  shipped,
  { ...shipped, name: '  far 100 %', far: 1 },
  { ...shipped, name: '  far 300 %', far: 3 },
  { ...shipped, name: '  own shifts, bad run', ...extras },
  { ...shipped, name: '  tail 4', tailDf: 4 },
];

/** What the run-level rule needs of a pull request. */
export interface Summary {
  /** Centres of the baseline runs of each benchmark (log scale). */
  readonly base: readonly (readonly number[])[];
  readonly head: readonly number[];
  /** Mean within-run variance of a run's centre, of each benchmark. */
  readonly within: readonly number[];
  readonly changed: readonly boolean[];
}

/** Null where no stored run is of the head's CPU. */
export function summary(of: PullRequest): Summary | null {
  const jobs = sameCpu(of, config.baselineRuns);
  if (jobs.length === 0) return null;
  const base: number[][] = [];
  const head: number[] = [];
  const within: number[] = [];
  of.head.samples.forEach((samples, b) => {
    const mine = summarise(samples, 'log', false);
    const runs = jobs.map((job) => summarise(job.samples[b] ?? [], 'log', false));
    base.push(runs.map((run) => run.center));
    head.push(mine.center);
    const all = [...runs, mine];
    within.push(all.reduce((sum, run) => sum + run.variance / run.n, 0) / all.length);
  });
  return { base, head, within, changed: of.changed ?? head.map(() => false) };
}

/** How much slower each benchmark looks, and the standard error that this is held against. */
interface Distance {
  readonly worse: readonly number[];
  readonly se: readonly number[];
  /** Degrees of freedom of p up to `far`, and beyond. */
  readonly df: readonly [number, number];
}

function distances({ base, head, within }: Summary, rule: Variant): Distance {
  const middles = base.map((runs) => median(runs));
  const shift = median(head.map((value, b) => value - (middles[b] ?? 0)));
  const count = base[0]?.length ?? 0;
  const own = Array.from({ length: count }, (_, k) =>
    rule.ownShifts ? median(base.map((runs, b) => (runs[k] ?? 0) - (middles[b] ?? 0))) : 0,
  );
  const { sd, df, blendedBelow, raises } = rule.prior;
  const worse: number[] = [];
  const se: number[] = [];
  base.forEach((runs, b) => {
    const values = runs.map((value, k) => value - (own[k] ?? 0));
    const center = values.reduce((sum, value) => sum + value, 0) / count;
    const squares = values.reduce((sum, value) => sum + (value - center) ** 2, 0);
    const seen = count > 1 ? squares / (count - 1) : 0;
    const blend = (squares + df * sd * sd) / (count - 1 + df);
    const variance = count < blendedBelow ? blend : raises ? Math.max(seen, blend) : seen;
    const floored = Math.max(variance, within[b] ?? 0, rule.floor ** 2);
    worse.push((head[b] ?? 0) - shift - center);
    se.push(Math.sqrt(floored * (1 + 1 / count)));
  });
  const factor = rule.badRun ? badness(worse, se) : 1;
  const borrows = count < blendedBelow || raises;
  const whole = count - 1 + (borrows ? df : 0);
  const tails = [Math.min(whole, rule.tailDf), whole] as const;
  return { worse, se: se.map((value) => value * factor), df: tails };
}

/** How many times too wide the suite lies about its baseline: the 90 % point of |t|, normal 1. */
function badness(worse: readonly number[], se: readonly number[]): number {
  if (worse.length < 20) return 1;
  const sizes = sorted(worse.map((value, b) => Math.abs(value / (se[b] ?? 1))));
  return Math.max(1, (sizes[Math.floor(0.9 * sizes.length)] ?? 0) / 1.645);
}

const margin = Math.log(1 + config.threshold);
const slowdowns = [0.2, 0.5, 1, 4] as const;

interface Score {
  failed: number;
  asked: number;
  readonly found: number[];
  tried: number;
}

/**
 * Pull requests that fail for a benchmark that did not change, and slowdowns found when each
 * benchmark in turn is the only one that is slower (then Holm asks of it what Bonferroni does).
 */
function score(of: readonly Summary[], rule: Variant): Score {
  const total: Score = { failed: 0, asked: 0, found: slowdowns.map(() => 0), tried: 0 };
  for (const pr of of) {
    const { worse, se, df } = distances(pr, rule);
    const [near, far] = df.map((of) => tUpperQuantile(config.alpha / worse.length, of));
    // What the estimate must exceed, of each benchmark.
    const limits = se.map((value) =>
      Math.min(
        Math.max(margin + (near ?? 0) * value, Math.log(1 + (rule.least ?? 0))),
        Math.max(margin + (far ?? 0) * value, Math.log(1 + (rule.far ?? always))),
      ),
    );
    const wrong = worse.some((value, b) => value > (limits[b] ?? 0) && !pr.changed[b]);
    total.asked++;
    if (wrong) total.failed++;
    slowdowns.forEach((size, i) => {
      const found = worse.filter((value, b) => value + Math.log(1 + size) > (limits[b] ?? 0));
      total.found[i] = (total.found[i] ?? 0) + found.length;
    });
    total.tried += worse.length;
  }
  return total;
}

/** The table of what was tried. */
export function tried(simulated: readonly Summary[], real: readonly Summary[]): string {
  const titles = (of: string) => [
    `${of}: false/PR (95 % bound)`,
    ...slowdowns.map((size) => `+${size * 100} %`),
  ];
  const cells = (of: readonly Summary[], rule: Variant) => {
    const { failed, asked, found, tried } = score(of, rule);
    if (asked === 0) return ['-', ...slowdowns.map(() => '-')];
    return [
      `${percent(failed / asked)} (${percent(upperBound(failed, asked))})`,
      ...found.map((count) => String(Math.round((100 * count) / tried))),
    ];
  };
  return table(
    ['stored runs only', ...titles('simulated'), ...titles('gofiber')],
    variants.map((rule) => [rule.name, ...cells(simulated, rule), ...cells(real, rule)]),
  );
}

/** The largest relative difference between the copy's p-values and the shipped ones. */
export function copyError(of: readonly PullRequest[]): number {
  let largest = 0;
  for (const pr of of) {
    const known = summary(pr);
    if (known === null) continue;
    const { worse, se, df } = distances(known, shipped);
    screen(pr).comparisons.forEach((row, b) => {
      const value = worse[b] ?? 0;
      if (row.p === null || value <= 0) return;
      const tails = value > Math.log(1 + (shipped.far ?? always)) ? df[1] : df[0];
      const p = tUpper((value - margin) / (se[b] ?? 1), tails);
      largest = Math.max(largest, Math.abs(p / row.p - 1));
    });
  }
  return largest;
}
