/**
 * Rules against pull requests: how often each is wrong about code that did not change, and how
 * often it finds a slowdown that was put in.
 */
import { wilson } from '../../src/stats/wilson.ts';
import { type PullRequest, type Rule, slowed } from './pullrequest.ts';
import { type Random, random } from './random.ts';

/** The slowdowns put in, as ratios, into one benchmark or into five. */
export const sizes = [0.02, 0.05, 0.1, 0.2] as const;
export const counts = [1, 5] as const;

export interface Power {
  readonly size: number;
  readonly count: number;
  /** Slowed benchmarks that were called slower. */
  found: number;
  slowed: number;
  /** Slowed benchmarks that were called unchanged. */
  missed: number;
  /** Pull requests that failed, of those with a slowdown. */
  failed: number;
  asked: number;
}

export interface Tally {
  readonly rule: Rule;
  comparisons: number;
  /** Of benchmarks that did not change. */
  flagged: number;
  /** Of benchmarks that really changed (real data). */
  real: number;
  asked: number;
  /** Pull requests with at least one of those. */
  failed: number;
  /** Sums over clean pull requests. */
  undecided: number;
  samples: number;
  readonly power: Power[];
}

export interface Trial {
  /** The clean pull request of that number, or null where there is none. */
  readonly make: (index: number) => PullRequest | null;
  readonly clean: number;
  /** Of those so many are slowed besides: in one benchmark, in five. */
  readonly slow: readonly [number, number];
  readonly seed: number;
}

/** Runs all rules over one trial. `tick` is told how many pull requests are done. */
export function run(
  trial: Trial,
  rules: readonly Rule[],
  tick: (done: number) => void = () => {},
): Tally[] {
  const tallies = rules.map(newTally);
  for (let i = 0; i < trial.clean; i++) {
    const clean = trial.make(i);
    tick(i);
    if (clean === null) continue;
    for (const tally of tallies) addClean(tally, clean);
    counts.forEach((count, c) => {
      if (i >= (trial.slow[c] ?? 0)) return;
      for (const size of sizes) {
        const chosen = choose(random(trial.seed, i * 31 + c), count, clean);
        const slow = slowed(clean, chosen, size);
        for (const tally of tallies) addSlow(tally, slow, chosen, size);
      }
    });
  }
  return tallies;
}

function newTally(rule: Rule): Tally {
  const power = counts.flatMap((count) =>
    sizes.map((size) => ({ size, count, found: 0, slowed: 0, missed: 0, failed: 0, asked: 0 })),
  );
  return {
    rule,
    comparisons: 0,
    flagged: 0,
    real: 0,
    asked: 0,
    failed: 0,
    undecided: 0,
    samples: 0,
    power,
  };
}

function addClean(tally: Tally, of: PullRequest): void {
  const decision = tally.rule.decide(of);
  tally.asked++;
  tally.comparisons += decision.flagged.length;
  const wrong = decision.flagged.filter((flag, b) => flag && !of.changed?.[b]).length;
  tally.flagged += wrong;
  tally.real += decision.flagged.filter((flag, b) => flag && of.changed?.[b]).length;
  if (wrong > 0) tally.failed++;
  tally.undecided += decision.undecided;
  tally.samples += decision.samples;
}

function addSlow(tally: Tally, of: PullRequest, chosen: readonly number[], size: number): void {
  const decision = tally.rule.decide(of);
  const cell = tally.power.find((power) => power.size === size && power.count === chosen.length);
  if (cell === undefined) return;
  const found = chosen.filter((b) => decision.flagged[b] === true).length;
  cell.found += found;
  cell.slowed += chosen.length;
  cell.missed += chosen.filter((b) => decision.unchanged?.[b] === true).length;
  if (found > 0) cell.failed++;
  cell.asked++;
}

/** `count` different benchmarks, none of which changed by itself. */
function choose(r: Random, count: number, of: PullRequest): number[] {
  const free = of.head.samples.map((_, b) => b).filter((b) => !of.changed?.[b]);
  const chosen = new Set<number>();
  while (chosen.size < Math.min(count, free.length)) chosen.add(free[r.index(free.length)] ?? 0);
  return [...chosen];
}

/** The upper end of the 95 % interval of a rate. */
export const upperBound = (hits: number, tried: number): number => wilson(hits, tried)[1];
