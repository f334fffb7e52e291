/**
 * What else was tried for looking early: other schedules, other shapes of spending, and boundaries
 * from the joint distribution of the looks, found by simulation. On plain arrays of numbers, because
 * a million sequences are needed to find a boundary of 1 in 10,000.
 */
import { looks, spent } from '../../src/stats/spending.ts';
import { tUpperQuantile } from '../../src/stats/student.ts';
import { random } from '../verdict/random.ts';
import { table } from '../verdict/table.ts';

const most = 20;
const margin = Math.log(1.02);
const threshold = Math.log(1.05);
const floor = 0.002;

interface Plan {
  readonly name: string;
  readonly after: readonly number[];
  readonly weights: readonly number[];
}

function plan(name: string, after: readonly number[], shape: (fraction: number) => number): Plan {
  const shares = after.map((n) => shape(n / most));
  return { name, after, weights: shares.map((share, k) => share - (shares[k - 1] ?? 0)) };
}

const shipped = looks(most).map((look) => look.after);
const pocock = (fraction: number): number => Math.log(1 + (Math.E - 1) * fraction);

const plans: readonly Plan[] = [
  plan('shipped', shipped, spent),
  plan('shape for 1 %', shipped, (t) => spent(t, 0.01)),
  plan('shape for 20 %', shipped, (t) => spent(t, 0.2)),
  plan('t² (Kim and DeMets)', shipped, (t) => t ** 2),
  plan('evenly', shipped, (t) => t),
  plan('Pocock-type', shipped, pocock),
  plan('from 4', [4, ...shipped], spent),
  plan('6, 10, 15, 20', [6, 10, 15, 20], spent),
  plan('6, 10, 20', [6, 10, 20], spent),
  plan('10, 20', [10, 20], spent),
  plan('10, 20, half each', [10, 20], (t) => t),
  plan('20', [20], spent),
];

/** Standard normal rounds and each sequence's own scale, shared by all plans. */
interface Draws {
  readonly rounds: Float64Array;
  readonly scales: Float64Array;
}

function draw(count: number, seed: number): Draws {
  const r = random(seed, 1);
  const scales = new Float64Array(count);
  const rounds = new Float64Array(count * most);
  for (let i = 0; i < count; i++) scales[i] = 0.012 * Math.exp(0.85 * r.normal()) * Math.sqrt(1.5);
  for (let i = 0; i < rounds.length; i++) rounds[i] = r.normal();
  return { rounds, scales };
}

/** Mean and standard error of each look of one sequence, without floor. */
function seen(draws: Draws, i: number, after: readonly number[], into: Float64Array): void {
  let [sum, squares, n] = [0, 0, 0];
  after.forEach((count, k) => {
    for (; n < count; n++) {
      const z = draws.rounds[i * most + n] ?? 0;
      sum += z;
      squares += z * z;
    }
    into[2 * k] = sum / n;
    into[2 * k + 1] = Math.sqrt(Math.max(0, (squares - (sum * sum) / n) / (n - 1)) / n);
  });
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
  readonly regressed: number;
  readonly unchanged: number;
  readonly rounds: number;
}

function run(of: Plan, critical: readonly number[], effect: number, draws: Draws): Found {
  const bounds = bonferroni(of, 0.05);
  const count = Math.min(draws.scales.length, 50_000);
  const at = new Float64Array(2 * of.after.length);
  let [regressed, unchanged, rounds] = [0, 0, 0];
  for (let i = 0; i < count; i++) {
    seen(draws, i, of.after, at);
    const scale = draws.scales[i] ?? 0;
    let evident = false;
    let k = 0;
    for (; k < of.after.length; k++) {
      const center = effect + scale * (at[2 * k] ?? 0);
      const se = Math.max(scale * (at[2 * k + 1] ?? 0), floor);
      if (center - margin > (critical[k] ?? 0) * se) evident = true;
      if (center + (bounds[k] ?? 0) * se < threshold) {
        unchanged++;
        break;
      }
      if (evident) {
        regressed++;
        break;
      }
    }
    rounds += of.after[Math.min(k, of.after.length - 1)] ?? 0;
  }
  return { regressed: regressed / count, unchanged: unchanged / count, rounds: rounds / count };
}

/** One table: power and mean rounds of every plan, for one benchmark and for one of a hundred. */
export function tried(sequences: number, seed: number): string {
  const draws = draw(sequences, seed);
  const cell = ({ regressed, rounds }: Found) =>
    `${(100 * regressed).toFixed(1)} % in ${rounds.toFixed(1)}`;
  const row = (of: Plan, name: string, criticals: readonly (readonly number[])[]) => [
    name,
    ...criticals.flatMap((critical) =>
      [0.05, 0.1].map((effect) => cell(run(of, critical, Math.log(1 + effect), draws))),
    ),
    run(of, criticals[0] ?? [], 0, draws).rounds.toFixed(1),
    `${(100 * run(of, criticals[0] ?? [], threshold, draws).unchanged).toFixed(1)} %`,
  ];
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
      'looks and shape',
      '+5 %',
      '+10 %',
      '+5 %, one of 100',
      '+10 %, one of 100',
      'clean: rounds',
      'missed at +5 %',
    ],
    rows,
  );
}
