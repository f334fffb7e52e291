/**
 * What else was tried for looking early and going on: other schedules, other ways to spend, and boundaries
 * from the joint distribution of the looks, found by simulation. On plain arrays of numbers, because
 * many sequences are needed to find a boundary of 1 in 10,000.
 */
import { normalQuantile, normalUpper } from '../../src/stats/normal.ts';
import { looks } from '../../src/stats/spending.ts';
import { tUpperQuantile } from '../../src/stats/student.ts';
import { random } from '../verdict/random.ts';
import { table } from '../verdict/table.ts';

const most = 200;
const margin = Math.log(1.02);
const threshold = Math.log(1.05);
const floor = 0.002;

interface Plan {
  readonly name: string;
  readonly after: readonly number[];
  readonly weights: readonly number[];
}

/** `share` of the look k, from 0; the last look has what is left. */
function plan(name: string, after: readonly number[], share: (k: number) => number): Plan {
  const weights = after.slice(0, -1).map((_, k) => share(k));
  return { name, after, weights: [...weights, 1 - weights.reduce((sum, of) => sum + of, 0)] };
}

/** What may be spent by a fraction of all rounds: the looks' shares are its steps. */
const spending = (name: string, after: readonly number[], upTo: (fraction: number) => number) =>
  plan(
    name,
    after,
    (k) => upTo((after[k] ?? 0) / last(after)) - upTo((after[k - 1] ?? 0) / last(after)),
  );

const last = (after: readonly number[]): number => after.at(-1) ?? 0;

/** O'Brien and Fleming's type (Lan and DeMets 1983), of alpha .05. */
const obrien = (fraction: number): number =>
  fraction <= 0 ? 0 : (2 * normalUpper(-normalQuantile(0.025) / Math.sqrt(fraction))) / 0.05;

const shipped = looks(most);
const all = shipped.map((look) => look.after);
const to20 = all.filter((n) => n <= 20);
/** Half of everything by 20 rounds in O'Brien and Fleming's shape, then a quarter of the rest each. */
const half = (k: number): number =>
  k < to20.length
    ? (obrien((all[k] ?? 0) / 20) - obrien((all[k - 1] ?? 0) / 20)) / 2
    : 0.5 * 0.25 * 0.75 ** (k - to20.length);

const plans: readonly Plan[] = [
  {
    name: 'ships: falling, 1/8 of the rest',
    after: all,
    weights: shipped.map((look) => look.weight),
  },
  spending("up to 20 only, O'Brien-Fleming (before)", to20, obrien),
  spending("O'Brien-Fleming over 200", all, obrien),
  plan("O'Brien-Fleming to 20, half; then falling", all, half),
  plan('evenly, 1/16 each', all, () => 1 / 16),
  plan('falling, 1/5 of the rest', all, (k) => 0.2 * 0.8 ** k),
  plan('falling, 1/3 of the rest', all, (k) => (1 / 3) * (2 / 3) ** k),
  plan('rising and falling, k .8^(k-1) / 25', all, (k) => (k + 1) * 0.8 ** k * 0.04),
  plan('rising and falling, k .7^(k-1) .09', all, (k) => (k + 1) * 0.7 ** k * 0.09),
  plan('1/(k(k+1))', all, (k) => 1 / ((k + 1) * (k + 2))),
];

/** Sums and sums of squares of standard normal rounds at each look, and each sequence's own scale. */
interface Draws {
  /** By sequence and look, two numbers each. */
  readonly sums: Float64Array;
  readonly scales: Float64Array;
}

function draw(count: number, seed: number): Draws {
  const r = random(seed, 1);
  const scales = new Float64Array(count);
  const sums = new Float64Array(count * all.length * 2);
  for (let i = 0; i < count; i++) {
    scales[i] = 0.012 * Math.exp(0.85 * r.normal()) * Math.sqrt(1.5);
    let [sum, squares, n] = [0, 0, 0];
    all.forEach((after, k) => {
      for (; n < after; n++) {
        const z = r.normal();
        sum += z;
        squares += z * z;
      }
      sums[2 * (i * all.length + k)] = sum;
      sums[2 * (i * all.length + k) + 1] = squares;
    });
  }
  return { sums, scales };
}

/** Mean and standard error of each look of one sequence, without floor. The looks are a beginning of all. */
function seen(draws: Draws, i: number, after: readonly number[], into: Float64Array): void {
  for (let k = 0; k < after.length; k++) {
    const n = after[k] ?? 0;
    const sum = draws.sums[2 * (i * all.length + k)] ?? 0;
    const squares = draws.sums[2 * (i * all.length + k) + 1] ?? 0;
    into[2 * k] = sum / n;
    into[2 * k + 1] = Math.sqrt(Math.max(0, (squares - (sum * sum) / n) / (n - 1)) / n);
  }
}

/** Critical t of each look by Bonferroni: what ships. */
const bonferroni = ({ after, weights }: Plan, alpha: number): number[] =>
  after.map((n, k) => tUpperQuantile(alpha * (weights[k] ?? 0), n - 1));

/**
 * Critical t of each look such that alpha's increments are spent exactly by sequences that were
 * not stopped before (Lan and DeMets), from as many sequences without an effect.
 */
function exactly({ after, weights }: Plan, alpha: number, draws: Draws): number[] {
  const count = draws.scales.length;
  const ts = after.map(() => new Float64Array(count));
  const at = new Float64Array(2 * after.length);
  for (let i = 0; i < count; i++) {
    seen(draws, i, after, at);
    ts.forEach((of, k) => {
      of[i] = (at[2 * k] ?? 0) / (at[2 * k + 1] ?? 1);
    });
  }
  const stopped = new Uint8Array(count);
  return ts.map((of, k) => {
    const going = Float64Array.from(of.filter((_, i) => stopped[i] === 0)).sort();
    const share = Math.max(1, Math.round(alpha * (weights[k] ?? 0) * count));
    const critical = going[going.length - share] ?? Number.POSITIVE_INFINITY;
    for (let i = 0; i < count; i++) if ((of[i] ?? 0) >= critical) stopped[i] = 1;
    return critical;
  });
}

interface Found {
  /** Slower by 20 rounds, and in the end. */
  readonly early: number;
  readonly slower: number;
  readonly unchanged: number;
  /** Decided either way by 20 rounds. */
  readonly settled: number;
  /** Means, of at most 20 and of all. */
  readonly short: number;
  readonly rounds: number;
}

function run(of: Plan, critical: readonly number[], effect: number, draws: Draws): Found {
  const bounds = bonferroni(of, 0.05);
  const count = Math.min(draws.scales.length, 50_000);
  const at = new Float64Array(2 * of.after.length);
  let [early, slower, unchanged, settled, short, rounds] = [0, 0, 0, 0, 0, 0];
  for (let i = 0; i < count; i++) {
    seen(draws, i, of.after, at);
    const scale = draws.scales[i] ?? 0;
    let [evident, excluded] = [false, false];
    let k = 0;
    for (; k < of.after.length; k++) {
      const center = effect + scale * (at[2 * k] ?? 0);
      const se = Math.max(scale * (at[2 * k + 1] ?? 0), floor);
      if (center - margin > (critical[k] ?? 0) * se) evident = true;
      excluded = center + (bounds[k] ?? 0) * se < threshold;
      if (evident || excluded) break;
    }
    const after = of.after[Math.min(k, of.after.length - 1)] ?? 0;
    const bySlower = evident && !excluded;
    if (after <= 20 && (evident || excluded)) settled++;
    if (bySlower) slower++;
    if (bySlower && after <= 20) early++;
    if (excluded) unchanged++;
    rounds += after;
    short += Math.min(after, 20);
  }
  const [each, ...rest] = [early, slower, unchanged, settled, short, rounds].map(
    (of) => of / count,
  );
  const [a = 0, b = 0, c = 0, d = 0, e = 0] = rest;
  return { early: each ?? 0, slower: a, unchanged: b, settled: c, short: d, rounds: e };
}

/** One table: power and mean rounds of every plan, for one benchmark and for one of a hundred. */
export function tried(sequences: number, seed: number): string {
  const draws = draw(sequences, seed);
  const cell = ({ early, slower, short, rounds }: Found) =>
    `${percent(early)} in ${short.toFixed(1)}; ${percent(slower)} in ${rounds.toFixed(1)}`;
  const row = (of: Plan, name: string, criticals: readonly (readonly number[])[]) => {
    const clean = run(of, criticals[0] ?? [], 0, draws);
    return [
      name,
      ...criticals.flatMap((critical) =>
        [0.05, 0.1].map((effect) => cell(run(of, critical, Math.log(1 + effect), draws))),
      ),
      `${percent(clean.settled)} in ${clean.short.toFixed(1)}; ${percent(clean.unchanged)} in ${clean.rounds.toFixed(1)}`,
      percent(run(of, criticals[0] ?? [], threshold, draws).unchanged),
    ];
  };
  const alphas = [0.01, 0.0001];
  const rows = plans.map((of) =>
    row(
      of,
      of.name,
      alphas.map((alpha) => bonferroni(of, alpha)),
    ),
  );
  const first = plans[0];
  if (first !== undefined) {
    const exact = alphas.map((alpha) => exactly(first, alpha, draws));
    rows.splice(1, 0, row(first, 'the same, exact boundaries', exact));
  }
  return table(
    [
      'spending',
      '+5 %',
      '+10 %',
      '+5 %, one of 100',
      '+10 %, one of 100',
      'clean',
      'missed at +5 %',
    ],
    rows,
  );
}

const percent = (rate: number): string => `${(100 * rate).toFixed(1)} %`;
