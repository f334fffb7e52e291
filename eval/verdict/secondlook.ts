/**
 * A job that is run again is a second, independent look: what was a suspect and is one again, among so
 * many suspects and at half the level, is red.
 */
import { type Clean, newest, runsOf, slower } from './clean.ts';
import { cleans, type DataName, draw, seed, suiteName } from './data.ts';
import { judged } from './ours.ts';
import { random } from './random.ts';
import { count, type Rates, whole, withBound } from './rates.ts';
import { heading, inParts, type Section, type Task } from './section.ts';
import { table } from './table.ts';

const runs = 10;
const sizes = [0.05, 0.1, 0.2, 0.3, 0.5, 1] as const;
const asked: readonly (readonly [DataName, number])[] = [
  ['gofiber', 12],
  ['gofiber', 100],
  ['simulator', 12],
  ['simulator', 100],
];

/** The law's exponents: a limit grows with the number of tests as their quotient says. */
const perTest = 0.87 / 2.4;
const least = Math.log(1.05);

/** Benchmarks that are red after both looks. */
function afterBoth({ base }: Clean, first: readonly number[], second: readonly number[]): number[] {
  const one = judged(base, first);
  const suspects = one.rows.flatMap((row, b) => (row === 'green' ? [] : [b]));
  if (suspects.length === 0) return [];
  const two = judged(base, second, { suspect: 0.05, least: () => 0 }).judgement.rows;
  const narrower = (suspects.length / base.length) ** perTest;
  return suspects.filter((b) => {
    const row = two[b];
    if (one.rows[b] === 'red') return true;
    return row !== undefined && row.deviation > Math.max(least, row.amber * narrower);
  });
}

function run({ data, suite, ...part }: Task): Rates {
  const rates: Rates = new Map();
  let number = 0;
  for (const whole of cleans(data, suite, part)) {
    if (runsOf(whole) < runs || whole.again === undefined) continue;
    const clean = newest(whole, runs);
    const { head, group } = clean;
    const again = whole.again;
    const key = `${data}|${suite}`;
    const first = judged(clean.base, head);
    count(rates, `${key}|first`, first.rows.includes('red'), group);
    count(
      rates,
      `${key}|suspect`,
      first.rows.some((row) => row !== 'green'),
      group,
    );
    count(rates, `${key}|red`, afterBoth(clean, head, again).length > 0, group);
    if (number++ % 2 > 0) continue;
    const chosen = draw(head.length, suite === 12 ? 4 : 3, random(seed + 9, group * 31 + number));
    for (const size of sizes) {
      for (const b of chosen) {
        const found = afterBoth(clean, slower(head, [b], size), slower(again, [b], size));
        count(rates, `${key}|red+${size}`, found.includes(b));
      }
    }
  }
  return rates;
}

function show(rates: Rates): string {
  const rows = asked.flatMap(([data, suite]) => {
    const key = `${data}|${suite}`;
    if (!rates.has(`${key}|red`)) return [];
    return [
      [
        data,
        suiteName(data, suite),
        withBound(rates, `${key}|first`),
        withBound(rates, `${key}|suspect`),
        withBound(rates, `${key}|red`),
        ...sizes.map((size) => whole(rates, `${key}|red+${size}`)),
      ],
    ];
  });
  const titles = sizes.map((size) => `red at +${100 * size} %`);
  return heading(
    'A second look',
    table(
      ['data', 'suite', 'red in look 1', 'suspect in look 1', 'red after both', ...titles],
      rows,
    ),
  );
}

export const secondLook: Section = {
  name: 'second-look',
  tasks: (quick) => asked.flatMap(([data, suite]) => inParts(data, suite, quick ? 1 : 2, quick)),
  run,
  show,
};
