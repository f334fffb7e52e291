/**
 * Time was over after 6, 8 or 10 rounds, and a benchmark is undecided: should it be a suspect because its
 * estimate is beyond the threshold? How often a suite is amber (or red) by the rule that ships, by
 * that one, and by those which ask for some evidence too, where nothing changed and where one is slower. And how often the
 * gate does not pass because of benchmarks for which not even twice the time would have been detected.
 *
 *     node eval/measure/openrows.ts [RUNS]        a minute with 2000 (the default)
 *
 * Prints the tables that docs/decisions/open-rows.md quotes.
 */
import { lookAt } from '../../src/flow/measure.ts';
import type { JudgedComparison } from '../../src/model/comparison.ts';
import type { Round, Run } from '../../src/model/run.ts';
import { defaults, resolveConfig } from '../../src/settings/config.ts';
import { looks } from '../../src/stats/spending.ts';
import { tUpper } from '../../src/stats/student.ts';
import { mean, varianceAbout } from '../../src/stats/summary.ts';
import { type Random, random } from '../verdict/random.ts';
import { table } from '../verdict/table.ts';

const runs = Number(process.argv[2] ?? 2000);
const config = resolveConfig();
const plan = looks(defaults.maxRounds);
const empty = { commit: '', time: '', environment: {}, tables: [], warnings: [] };

/** The standard deviation of each benchmark's log ratio. */
type Noise = number | readonly number[];

function round(r: Random, noise: Noise, names: readonly string[], slower: number): Round {
  const side = (samples: (i: number) => number): Run => ({
    ...empty,
    series: names.map((benchmark, i) => {
      const of = {
        package: 'p',
        benchmark,
        unit: 'sec/op',
        better: 'lower',
        exact: false,
      } as const;
      return { ...of, samples: [samples(i)] };
    }),
  });
  const sd = (i: number) => (typeof noise === 'number' ? noise : (noise[i] ?? 0));
  const ratio = (i: number) => (i === 0 ? 1 + slower : 1) * Math.exp(sd(i) * r.normal());
  return { base: side(() => 1e-6), head: side((i) => 1e-6 * ratio(i)) };
}

/** One-sided t of all rounds against no change, as if this were the only look. */
function plainP(row: JudgedComparison, rounds: readonly Round[]): number {
  const logs = rounds.map(({ head }) =>
    Math.log((head.series.find((of) => of.benchmark === row.benchmark)?.samples[0] ?? 0) / 1e-6),
  );
  const center = mean(logs);
  const error = Math.sqrt(varianceAbout(center, logs) / logs.length);
  return tUpper(center / error, logs.length - 1);
}

type Rule = (row: JudgedComparison, p: number) => boolean;
const isOpen = (row: JudgedComparison) =>
  (row.worst ?? 0) >= row.threshold && (row.delta ?? 0) >= row.threshold;
/** Without the rule for what is undecided: evidence of all looks. */
const before: Rule = (row) =>
  row.verdict === 'slower' ||
  ((row.worst ?? 0) >= row.threshold &&
    (row.delta ?? 0) > 0 &&
    (row.pAdjusted ?? 1) < config.suspect);
const rules: Readonly<Record<string, Rule>> = {
  'all looks': before,
  ships: ({ verdict }) => verdict === 'slower' || verdict === 'suspect',
  'interval above 0': (row, p) => before(row, p) || (isOpen(row) && (row.ci?.[0] ?? 0) > 0),
  'p < .2': (row, p) => before(row, p) || (isOpen(row) && p < 0.2),
  'estimate alone': (row, p) => before(row, p) || isOpen(row),
};

/** Of each rule how many of the runs it did not pass. */
function seen(noise: number, after: number, benchmarks: number, slower: number): number[] {
  const names = Array.from({ length: benchmarks }, (_, i) => `B${i}`);
  const counts = Object.keys(rules).map(() => 0);
  const look = lookAt(config, plan);
  for (let i = 0; i < runs; i++) {
    const r = random(20261128 + after * 100 + benchmarks, i);
    const rounds = Array.from({ length: after }, () => round(r, noise, names, slower));
    const rows = look(rounds).verdict.comparisons;
    const ps = rows.map((row) => plainP(row, rounds));
    Object.values(rules).forEach((rule, k) => {
      if (rows.some((row, j) => rule(row, ps[j] ?? 1))) counts[k] = (counts[k] ?? 0) + 1;
    });
  }
  return counts;
}

const percent = (count: number) => `${((100 * count) / runs).toFixed(1)} %`;
const lines: string[][] = [];
for (const benchmarks of [1, 10])
  for (const noise of [0.01, 0.05, 0.2, 0.6])
    for (const after of [6, 8, 10]) {
      const clean = seen(noise, after, benchmarks, 0);
      const [ten, thirty] = [0.1, 0.3].map((slower) => seen(noise, after, benchmarks, slower));
      const cells = clean.map((n, k) =>
        [n, ten?.[k] ?? 0, thirty?.[k] ?? 0].map(percent).join(', '),
      );
      lines.push([String(benchmarks), `${noise * 100} %`, String(after), ...cells]);
    }
console.log(table(['benchmarks', 'noise', 'rounds', ...Object.keys(rules)], lines));

/** As in sequential.ts: of one benchmark 1.5 %, of another 10 %. */
const simulated = (r: Random): number => 0.012 * Math.exp(0.85 * r.normal()) * Math.sqrt(1.5);

/** How often the gate did not pass, of fewer suites the larger they are: without the rule for twice the time, by each benchmark, by nine of ten. */
function notPassed(noise: number | null, after: number, benchmarks: number, slower: number) {
  const names = Array.from({ length: benchmarks }, (_, i) => `B${i}`);
  const counts = [0, 0, 0];
  const look = lookAt(config, plan);
  const times = Math.ceil(runs / 4 / Math.sqrt(benchmarks));
  for (let i = 0; i < times; i++) {
    const r = random(20261129 + after * 100 + benchmarks, i);
    const sds = names.map(() => noise ?? simulated(r));
    const rounds = Array.from({ length: after }, () => round(r, sds, names, slower));
    const { comparisons, sight } = look(rounds).verdict;
    const isFound = comparisons.some(
      ({ verdict }) => verdict === 'slower' || verdict === 'suspect',
    );
    const answers = [
      isFound,
      isFound || comparisons.some(({ blind }) => blind),
      isFound || (sight?.most ?? 0) > 1,
    ];
    answers.forEach((yes, k) => {
      if (yes) counts[k] = (counts[k] ?? 0) + 1;
    });
  }
  return counts.map((count) => `${((100 * count) / times).toFixed(1)} %`);
}

const double: string[][] = [];
for (const benchmarks of [1, 10, 100])
  for (const noise of [null, 0.2, 0.6])
    for (const after of [6, 10, 20]) {
      const effects = [0, 0.3, 1].map((slower) => notPassed(noise, after, benchmarks, slower));
      const cells = [0, 1, 2].map((k) => effects.map((of) => of[k] ?? '').join(', '));
      const sd = noise === null ? 'as simulated' : `${noise * 100} %`;
      double.push([String(benchmarks), sd, String(after), ...cells]);
    }
console.log(table(['benchmarks', 'noise', 'rounds', 'found', 'ships', 'nine of ten'], double));
