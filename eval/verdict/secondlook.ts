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

/** Benchmarks that are red after both looks, the second by another job. */
function afterBoth(clean: Clean, again: NonNullable<Clean['again']>, slow?: Slow): number[] {
  const head = (of: readonly number[]) => (slow === undefined ? of : slower(of, [slow.b], slow.by));
  const one = judged(clean, head(clean.head));
  const suspects = one.rows.flatMap((row, b) => (row === 'green' ? [] : [b]));
  if (suspects.length === 0) return [];
  const second = { ...clean, within: { ...clean.within, head: again.within } };
  const { rows, limit } = judged(second, head(again.head)).judgement;
  return suspects.filter(
    (b) => one.rows[b] === 'red' || (rows[b]?.deviation ?? 0) > limit(b, 0.05, suspects.length),
  );
}

interface Slow {
  readonly b: number;
  readonly by: number;
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
    const first = judged(clean);
    count(rates, `${key}|first`, first.rows.includes('red'), group);
    count(
      rates,
      `${key}|suspect`,
      first.rows.some((row) => row !== 'green'),
      group,
    );
    count(rates, `${key}|red`, afterBoth(clean, again).length > 0, group);
    if (number++ % 2 > 0) continue;
    const chosen = draw(head.length, suite === 12 ? 4 : 3, random(seed + 9, group * 31 + number));
    for (const size of sizes) {
      for (const b of chosen) {
        const found = afterBoth(clean, again, { b, by: size });
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
