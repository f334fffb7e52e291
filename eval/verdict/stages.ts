/** What else the rounds that confirm might be: how many, when they look, and what must not fail. */
import { looks } from '../../src/stats/spending.ts';
import { newest, runsOf, slower } from './clean.ts';
import type { ConfirmRule } from './confirm.ts';
import { ends, shippedRule, slowRounds } from './confirmation.ts';
import { cleans, draw, seed } from './data.ts';
import { random } from './random.ts';
import { count, type Rates, share, whole, withBound } from './rates.ts';
import { heading, inParts, type Section, type Task } from './section.ts';
import { table } from './table.ts';

const runs = 10;
const sizes = [0.02, 0.05, 0.1, 0.2] as const;
const rules: readonly (readonly [string, Partial<ConfirmRule>])[] = [
  ['at most 20 rounds (as above)', {}],
  ['at most 10', { looks: looks(10) }],
  ['at most 40', { looks: looks(40) }],
  ['at most 200 (ships, where time is enough)', { looks: looks(200) }],
  ['20, one look', { looks: [{ after: 20, weight: 1 }] }],
  ['margin 3 %', { margin: 0.03 }],
  ['margin 5 %', { margin: 0.05 }],
];

function run({ data, suite, ...part }: Task): Rates {
  const rates: Rates = new Map();
  let number = 0;
  for (const all of cleans(data, suite, part)) {
    if (runsOf(all) < runs || all.rounds === undefined || number++ % 8 > 0) continue;
    const clean = newest(all, runs);
    const [b = 0] = draw(clean.head.length, 1, random(seed + 31, number));
    for (const [name, change] of rules) {
      const rule = { ...shippedRule, ...change };
      const still = ends(clean, clean.head, all.rounds, rule);
      count(rates, `${name}|red`, still.red.length > 0, clean.group);
      count(rates, `${name}|samples`, still.samples);
      for (const size of sizes) {
        const slow = slower(clean.head, [b], size);
        const { red } = ends(clean, slow, slowRounds(all.rounds, b, size), rule);
        count(rates, `${name}|red+${size}`, red.includes(b));
      }
    }
  }
  return rates;
}

const show = (rates: Rates): string =>
  heading(
    'What was tried for the second stage',
    table(
      ['rounds', 'false red (95 %)', ...sizes.map((size) => `red at +${100 * size} %`), 'samples'],
      rules.map(([name]) => [
        name,
        withBound(rates, `${name}|red`),
        ...sizes.map((size) => whole(rates, `${name}|red+${size}`)),
        Math.round(share(rates, `${name}|samples`)).toString(),
      ]),
    ),
  );

/** On simulated suites of a hundred. */
export const stages: Section = {
  name: 'stages',
  tasks: (quick) => inParts('simulator', 100, quick ? 1 : 4, quick),
  run,
  show,
};
