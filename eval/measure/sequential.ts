/**
 * How good is looking early? The rule for rounds on one machine, by the functions that ship, on
 * simulated rounds: how often it fails a change of exactly the margin, how often it calls a change
 * of exactly the threshold unchanged, what it finds, and how many rounds it saves.
 *
 *   node eval/measure/sequential.ts            about five minutes; --quick for a smoke run
 *   node eval/measure/sequential.ts --looks    what else was tried: schedules, shapes, exact bounds
 *
 * Prints the Markdown that docs/statistics.md and docs/decisions/looks.md quote.
 */
import { lookAt } from '../../src/flow/measure.ts';
import type { JudgedComparison } from '../../src/model/comparison.ts';
import type { Round, Run } from '../../src/model/run.ts';
import { defaults, resolveConfig } from '../../src/settings/config.ts';
import { looks, type PlannedLook } from '../../src/stats/spending.ts';
import { wilson } from '../../src/stats/wilson.ts';
import { type Random, random } from '../verdict/random.ts';
import { table } from '../verdict/table.ts';
import { tried } from './looks.ts';

const seed = 20261121;
const quick = process.argv.includes('--quick');
const config = resolveConfig();
const most = defaults.maxRounds;

/** The noise of one round's log ratio. */
interface Noise {
  readonly name: string;
  /** Standard deviation (a scale, where there is none) of one benchmark. */
  readonly scale: (r: Random) => number;
  readonly draw: (r: Random) => number;
}

/** As in eval/verdict/simulate.ts: within-run sd lognormal, a quarter of the variance shared. */
const spread = (r: Random): number => 0.012 * Math.exp(0.85 * r.normal()) * Math.sqrt(1.5);

const noises: readonly Noise[] = [
  { name: 'normal, sd 1.5 %', scale: () => 0.015, draw: (r) => r.normal() },
  { name: 'normal, sd as simulated', scale: spread, draw: (r) => r.normal() },
  { name: 't with 3 df, scale 1 %', scale: () => 0.01, draw: (r) => r.t3() },
  { name: 't with 2 df, scale 1 %', scale: () => 0.01, draw: (r) => r.t2() },
  { name: '5 % of rounds 10 times as wide', scale: () => 0.01, draw: contaminated },
];

function contaminated(r: Random): number {
  return r.normal() * (r.uniform() < 0.05 ? 10 : 1);
}

/** What came of one benchmark, and after how many rounds it was settled. */
interface Outcome {
  readonly verdict: JudgedComparison['verdict'];
  /** Its bound is under the threshold. */
  readonly excluded: boolean;
  readonly rounds: number;
}

const empty: Omit<Run, 'series'> = {
  commit: '',
  time: '',
  environment: {},
  tables: [],
  warnings: [],
};

/** The loop of `flamegate measure` on `effects.length` benchmarks; decided ones are left out. */
function measure(
  r: Random,
  noise: Noise,
  effects: readonly number[],
  plan: readonly PlannedLook[],
) {
  const look = lookAt(config, plan);
  const scales = effects.map(() => noise.scale(r));
  const rounds: Round[] = [];
  let open = new Set(effects.map((_, b) => `B${b}`));
  let rows: readonly JudgedComparison[] = [];
  for (const { after } of plan) {
    while (rounds.length < after) rounds.push(round(r, noise, effects, scales, open));
    const looked = look(rounds);
    rows = looked.verdict.comparisons;
    if (looked.done) break;
    open = new Set(looked.open);
  }
  return rows.map(
    (row): Outcome => ({
      verdict: row.verdict,
      excluded: row.verdict !== 'slower' && row.worst !== null && row.worst < row.threshold,
      rounds: row.base?.runs ?? 0,
    }),
  );
}

function round(
  r: Random,
  noise: Noise,
  effects: readonly number[],
  scales: readonly number[],
  open: ReadonlySet<string>,
): Round {
  const base: Run['series'][number][] = [];
  const head: Run['series'][number][] = [];
  effects.forEach((effect, b) => {
    const benchmark = `B${b}`;
    if (!open.has(benchmark)) return;
    const ratio = Math.log(1 + effect) + (scales[b] ?? 0) * noise.draw(r);
    const of = { package: 'p', benchmark, unit: 'sec/op', better: 'lower', exact: false } as const;
    base.push({ ...of, samples: [1e-6] });
    head.push({ ...of, samples: [1e-6 * Math.exp(ratio)] });
  });
  return { base: { ...empty, series: base }, head: { ...empty, series: head } };
}

/** `runs` measurements; benchmarks after the first `slow` did not change. */
function outcomes(
  of: { readonly noise: Noise; readonly benchmarks: number; readonly slow: number },
  effect: number,
  runs: number,
  plan: readonly PlannedLook[],
): Outcome[][] {
  const effects = Array.from({ length: of.benchmarks }, (_, b) => (b < of.slow ? effect : 0));
  const stream = Math.round(effect * 1000) * 7919 + of.benchmarks;
  return Array.from({ length: runs }, (_, i) =>
    measure(random(seed + stream, i), of.noise, effects, plan),
  );
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
const percent = (rate: number, digits = 2): string => `${(100 * rate).toFixed(digits)} %`;
const withInterval = (count: number, of: number): string =>
  `${percent(count / of)} [${wilson(count, of)
    .map((rate) => (100 * rate).toFixed(2))
    .join(', ')}]`;
const isSlower = (of: Outcome | undefined): boolean => of?.verdict === 'slower';
const isExcluded = (of: Outcome | undefined): boolean => of?.excluded === true;

/** Error at the two boundaries: every benchmark slower by the margin, or by the threshold. */
function errors(
  noise: Noise,
  benchmarks: number,
  runs: number,
  plan: readonly PlannedLook[],
): string[] {
  const all = { noise, benchmarks, slow: benchmarks };
  const atMargin = outcomes(all, 0.02, runs, plan);
  const failed = atMargin.filter((rows) => rows.some(isSlower)).length;
  const missRuns = Math.max(1, Math.round(runs / benchmarks));
  const atThreshold = outcomes(all, 0.05, missRuns, plan).flat();
  return [
    noise.name,
    String(benchmarks),
    withInterval(failed, runs),
    benchmarks === 1 ? withInterval(evident(noise, runs, plan), runs) : '–',
    withInterval(atThreshold.filter(isExcluded).length, atThreshold.length),
  ];
}

/** Of benchmarks slower by the margin, those whose p is under alpha when nothing is stopped before the end. */
function evident(noise: Noise, runs: number, plan: readonly PlannedLook[]): number {
  let count = 0;
  for (let i = 0; i < runs; i++) {
    const r = random(seed + 104_729, i);
    const scales = [noise.scale(r)];
    const rounds = Array.from({ length: plan.at(-1)?.after ?? 0 }, () =>
      round(r, noise, [0.02], scales, new Set(['B0'])),
    );
    const [row] = lookAt(config, plan)(rounds).verdict.comparisons;
    if ((row?.delta ?? 0) > 0.02 && (row?.p ?? 1) < config.alpha) count++;
  }
  return count;
}

/** One benchmark of the suite is slower: found, and after how many rounds. */
function power(
  name: string,
  noise: Noise,
  benchmarks: number,
  runs: number,
  plan: readonly PlannedLook[],
) {
  const cells = [0.05, 0.1].flatMap((effect) => {
    const rows = outcomes({ noise, benchmarks, slow: 1 }, effect, runs, plan).map(([of]) => of);
    const found = rows.filter(isSlower).length;
    return [percent(found / runs, 1), mean(rows.map((of) => of?.rounds ?? 0)).toFixed(1)];
  });
  const clean = outcomes({ noise, benchmarks, slow: 0 }, 0, runs, plan);
  return [
    name,
    String(benchmarks),
    ...cells,
    percent(mean(clean.flat().map((of) => Number(isExcluded(of)))), 1),
    mean(clean.flat().map((of) => of.rounds)).toFixed(1),
    mean(clean.map((rows) => Math.max(...rows.map((of) => of.rounds)))).toFixed(1),
    withInterval(clean.filter((rows) => rows.some(isSlower)).length, runs),
  ];
}

function report(): void {
  const plan = looks(most);
  const fixed: PlannedLook[] = [{ after: 20, weight: 1 }];
  const former = looks(20);
  const [, simulated, heavy] = noises;
  if (simulated === undefined || heavy === undefined) return;
  const [many, some, few] = quick ? [200, 40, 20] : [5000, 1000, 200];
  console.log('\n### Error rates at the boundaries\n');
  console.log(
    table(
      [
        'noise of a round',
        'benchmarks',
        'fails at +2 % (margin)',
        'p < .01 if none stops',
        'excluded at +5 % (threshold)',
      ],
      [
        ...noises.map((noise) => errors(noise, 1, many, plan)),
        errors(simulated, 100, some, plan),
        errors(heavy, 100, some, plan),
      ],
    ),
  );
  console.log('\n### What is found, and when\n');
  console.log(
    table(
      [
        'rule',
        'benchmarks',
        'finds +5 %',
        'rounds',
        'finds +10 %',
        'rounds',
        'clean: +5 % excluded',
        'rounds',
        'last of the suite',
        'clean runs failed',
      ],
      [
        ...[1, 100].flatMap((benchmarks) => {
          const runs = benchmarks === 1 ? many : few;
          return [
            power(`looks, at most ${most}`, simulated, benchmarks, runs, plan),
            power('looks, at most 20', simulated, benchmarks, runs, former),
            power('20 rounds, one look', simulated, benchmarks, runs, fixed),
          ];
        }),
      ],
    ),
  );
}

const started = performance.now();
if (process.argv.includes('--looks')) console.log(tried(quick ? 20_000 : 1_000_000, seed));
else report();
console.log(`\n${Math.round((performance.now() - started) / 1000)} s`);
