/**
 * How good is the verdict? Every rule on simulated and on real runs, in one table each.
 *
 *   node eval/verdict/main.ts              the whole of it, some minutes
 *   node eval/verdict/main.ts --quick      a smoke run: the same, with few pull requests
 *   node eval/verdict/main.ts --variants   what else was tried for the run-level rule
 *
 * Prints the Markdown that docs/statistics.md quotes. The real runs are read from
 * FLAMEGATE_GOFIBER, or ../shared/data beside the repository, and left out where there are none.
 */
import { looks } from '../../src/stats/spending.ts';
import { claims, plainRunLevel } from './claims.ts';
import type { ConfirmRule } from './confirm.ts';
import { type Figure, published, spreads } from './figures.ts';
import { failsFrom, firstDays, realFirstDays } from './firstday.ts';
import { gofiberFile, readGofiber, replay } from './gofiber.ts';
import { confirmed, sameRunner, storedOnly, suspects, suspectsBy } from './ours.ts';
import { type PullRequest, type Rule, slowed } from './pullrequest.ts';
import { rivals } from './rivals.ts';
import { simulate } from './simulate.ts';
import { misses, results, table } from './table.ts';
import { run, type Tally } from './trial.ts';
import { copyError, type Summary, summary, tried } from './variants.ts';

const seed = 20261121;
const quick = process.argv.includes('--quick');
const clean = quick ? 40 : 1500;
const slow: readonly [number, number] = quick ? [20, 10] : [500, 200];

/** What ships: at most 20 rounds, and looks between. */
const confirmation: ConfirmRule = {
  looks: looks(20),
  margin: 0.02,
  threshold: 0.05,
  reaches: 'bound',
  alpha: 0.01,
};

const ours: readonly Rule[] = [
  storedOnly,
  confirmed('flamegate, confirmed, at most 10 rounds', suspects, {
    ...confirmation,
    looks: looks(10),
  }),
  confirmed('flamegate, confirmed, at most 20 rounds', suspects, confirmation),
  confirmed('  the estimate must reach 5 %', suspects, { ...confirmation, reaches: 'estimate' }),
  confirmed('  the margin is 5 %', suspects, { ...confirmation, margin: 0.05 }),
  sameRunner('flamegate, one runner, at most 20 rounds', confirmation),
];

const started = performance.now();

function section(title: string, body: string): void {
  console.log(`\n### ${title}\n\n${body}`);
}

const figures = (of: readonly Figure[]): string =>
  table(
    ['figure', 'published', 'here'],
    of.map(({ name, target, found }) => [name, target, found]),
  );

function progress(done: number): void {
  if (done % 50 === 0 && process.stderr.isTTY) process.stderr.write(`\r${done} pull requests `);
}

function simulated(): void {
  const some = Array.from({ length: quick ? 20 : 300 }, (_, i) => simulate(seed, i));
  section('Does the simulation fit', figures([...spreads(some.slice(0, 100)), ...published(some)]));
  const trial = { make: (i: number) => simulate(seed, i), clean, slow, seed };
  const tallies = run(trial, [...rivals, ...ours], progress);
  section(`Simulated: ${clean} clean pull requests of 100 benchmarks`, results(tallies));
  section('Simulated: slowdowns called unchanged', misses(tallies.slice(rivals.length)));
  section('Simulated: other sizes of suite', results(smallSuites()));
  section('The first days: 300 comparisons', firstDays(quick ? 5 : 60, seed));
  section('Fails by stored runs alone from (runs with an sd of 1 %)', failsFrom());
}

const onSuitesOf = (size: number): Rule => ({
  ...storedOnly,
  name: `suites of ${size}, stored runs only`,
});

function smallSuites(): Tally[] {
  return [1, 5, 25].flatMap((size) =>
    run(
      {
        make: (i) => simulate(seed + 2, i, size),
        clean: quick ? 40 : 4000,
        slow: [0, 0],
        seed,
      },
      [onSuitesOf(size)],
    ),
  );
}

function real(file: string): void {
  const history = readGofiber(file);
  const requests = replay(history, seed);
  section('What the gofiber runs say', figures([...claims(history), plainRunLevel(requests)]));
  // Every fourth is slowed: the four suites of a run are no independent trials anyway.
  const order = requests.toSorted((a, b) => rank(requests, a) - rank(requests, b));
  const trial = {
    make: (i: number) => order[i] ?? null,
    clean: quick ? 40 : order.length,
    slow: [slow[0] / 2, slow[1] / 2] as const,
    seed,
  };
  const able = [...rivals, ...ours].filter((rule) => !rule.needsSamples);
  section(
    `gofiber: ${trial.clean} replays of 100 benchmarks, one value a run`,
    results(run(trial, able, progress)),
  );
  const suites = [5, 25, 400].flatMap((size) => {
    const all = replay(history, seed, size).filter((_, i) => !quick || i < 40);
    const make = (i: number) => all[i] ?? null;
    return run({ make, clean: all.length, slow: [0, 0], seed }, [onSuitesOf(size)]);
  });
  const few = realFirstDays(quick ? requests.slice(0, 40) : requests);
  section('gofiber: other suites, fewer runs', results([...suites, ...few]));
}

/** Deals the replays out evenly over time, whatever few of them are taken. */
const rank = (all: readonly PullRequest[], of: PullRequest): number =>
  (all.indexOf(of) * 263) % all.length;

/** Other screens, margins and rounds, on simulated pull requests. */
function secondStages(): Tally[] {
  const stage = (name: string, rule: Partial<ConfirmRule>, screenBy = suspects) =>
    confirmed(name, screenBy, { ...confirmation, ...rule });
  const once = (after: number) => [{ after, weight: 1 }];
  const half = [
    { after: 10, weight: 0.5 },
    { after: 20, weight: 0.5 },
  ];
  const rules = [
    stage('at most 20 rounds', {}),
    stage('at most 10', { looks: looks(10) }),
    stage('at most 40', { looks: looks(40) }),
    stage('10 + 10, half of alpha each', { looks: half }),
    stage('20, one look', { looks: once(20) }),
    stage('screen at +1 %', {}, suspectsBy({ p: 0.2, delta: 0.01 })),
    stage('screen at 0', {}, suspectsBy({ p: 0.2, delta: 0 })),
    stage('margin 3 %', { margin: 0.03 }),
    stage('margin 5 %', { margin: 0.05 }),
    stage('the estimate must reach 5 %', { reaches: 'estimate' }),
  ];
  const count = quick ? 20 : 500;
  const make = (i: number) => simulate(seed, i);
  return run({ make, clean: count, slow: [count, 0], seed }, rules, progress);
}

function variantsTable(file: string | null): void {
  const known = (of: PullRequest[]): Summary[] => of.map(summary).filter((one) => one !== null);
  const count = quick ? 60 : 1500;
  const made: Summary[] = [];
  for (let i = 0; i < count; i++) made.push(...known([simulate(seed, i)]));
  const replays = file === null ? [] : known(replay(readGofiber(file), seed));
  section('What was tried for stored runs alone', tried(made, replays));
  section('What was tried for the second stage', results(secondStages()));
  const some = [0, 1, 2, 3].map((i) => simulate(seed, i));
  const error = copyError([...some, ...some.map((of) => slowed(of, [0, 1, 2, 3, 4], 4))]);
  console.log(
    `\nThe copy's p-values differ from the shipped ones by ${error.toExponential(1)} at most.`,
  );
}

const file = gofiberFile();
if (process.argv.includes('--variants')) variantsTable(file);
else {
  simulated();
  if (file === null) console.log('\nNo gofiber data here: set FLAMEGATE_GOFIBER to read it.');
  else real(file);
}
console.log(`\n${Math.round((performance.now() - started) / 1000)} s`);
