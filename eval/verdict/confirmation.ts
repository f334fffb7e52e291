/**
 * What stored runs suspect is measured again, base and head in turn on one runner: what ends red then,
 * of clean code and of slow, and what it costs. The rounds have the last word in both directions.
 */
import { marginOfThreshold } from '../../src/compare/benchmarks/rounds.ts';
import { looks } from '../../src/stats/spending.ts';
import { type Clean, newest, runsOf, slower } from './clean.ts';
import { type ConfirmRule, confirm, type RoundsOf } from './confirm.ts';
import { cleans, type DataName, draw, seed, suiteName } from './data.ts';
import { judged } from './ours.ts';
import { random } from './random.ts';
import { count, type Rates, share, whole, withBound } from './rates.ts';
import { heading, inParts, type Section, type Task } from './section.ts';
import { table } from './table.ts';

const runs = 10;
const sizes = [0.02, 0.05, 0.1, 0.2, 0.5] as const;
const asked: readonly (readonly [DataName, number])[] = [
  ['gofiber', 12],
  ['gofiber', 100],
  ['simulator', 12],
  ['simulator', 100],
];
const threshold = 0.05;
/** What ships. */
export const shippedRule: ConfirmRule = {
  looks: looks(20),
  margin: marginOfThreshold * threshold,
  threshold,
  alpha: 0.01,
};
/** Looks worse by this, apart from the suite's shift: then it is measured again, too. */
export const screen = Math.log(1.01);

interface Ended {
  readonly red: readonly number[];
  readonly suspects: number;
  readonly samples: number;
}

/** What ends red when suspects are measured again. */
export function ends(
  clean: Clean,
  head: readonly number[],
  rounds: RoundsOf,
  rule: ConfirmRule = shippedRule,
): Ended {
  const seen = judged(clean, head);
  const everything = seen.suite !== 'green';
  const suspects = seen.judgement.rows.flatMap((row, b) =>
    everything || seen.rows[b] !== 'green' || row.deviation >= screen ? [b] : [],
  );
  const { outcomes, samples } = confirm(rounds, suspects, rule);
  return {
    red: suspects.filter((b) => outcomes.get(b) === 'regressed'),
    suspects: suspects.length,
    samples,
  };
}

/** The rounds where one benchmark of the head is slower. */
export const slowRounds =
  (rounds: RoundsOf, slow: number, by: number): RoundsOf =>
  (benchmark, count) => {
    const of = rounds(benchmark, count);
    if (benchmark !== slow) return of;
    return { base: of.base, head: of.head.map((value) => value + Math.log(1 + by)) };
  };

function run({ data, suite, ...part }: Task): Rates {
  const rates: Rates = new Map();
  let number = 0;
  for (const whole of cleans(data, suite, part)) {
    number++;
    if (runsOf(whole) < runs || whole.rounds === undefined) continue;
    if (number % (suite === 12 ? 2 : 3) > 0) continue;
    const clean = newest(whole, runs);
    const { head, group } = clean;
    const rounds = whole.rounds;
    const key = `${data}|${suite}`;
    const still = ends(clean, head, rounds);
    count(rates, `${key}|red`, still.red.length > 0, group);
    count(rates, `${key}|suspects`, still.suspects);
    count(rates, `${key}|samples`, still.samples);
    const [b = 0] = draw(head.length, 1, random(seed + 11, group * 31 + number));
    for (const size of sizes) {
      const { red } = ends(clean, slower(head, [b], size), slowRounds(rounds, b, size));
      count(rates, `${key}|red+${size}`, red.includes(b));
    }
  }
  return rates;
}

function show(rates: Rates): string {
  const rows = asked.flatMap(([data, suite]) => {
    const key = `${data}|${suite}`;
    const clean = rates.get(`${key}|red`);
    if (clean === undefined) return [];
    return [
      [
        data,
        suiteName(data, suite),
        String(clean.asked),
        withBound(rates, `${key}|red`),
        ...sizes.map((size) => whole(rates, `${key}|red+${size}`)),
        share(rates, `${key}|suspects`).toFixed(1),
        Math.round(share(rates, `${key}|samples`)).toString(),
      ],
    ];
  });
  return heading(
    'Measured again',
    table(
      [
        'data',
        'suite',
        'clean',
        'false red (95 %)',
        ...sizes.map((size) => `red at +${100 * size} %`),
        'measured again of a clean one',
        'samples for it',
      ],
      rows,
    ),
  );
}

export const confirmation: Section = {
  name: 'confirmation',
  tasks: (quick) => asked.flatMap(([data, suite]) => inParts(data, suite, quick ? 1 : 3, quick)),
  run,
  show,
};
