/**
 * A quiet host of its own: what the rule finds there when it is told so, when it has learned it from
 * main's own runs, and when it takes the host for a shared one.
 */
import { newest, runsOf, slower } from './clean.ts';
import { cleans, type DataName, draw, seed, suiteName } from './data.ts';
import { judged } from './ours.ts';
import { random } from './random.ts';
import { count, type Rates, share, whole, withBound } from './rates.ts';
import { heading, inParts, type Section, type Task } from './section.ts';
import { percent, table } from './table.ts';

const runCounts = [3, 5, 10, 15, 20] as const;
const hosts = ['dedicated', 'learned', 'shared'] as const;
const sizes = [0.02, 0.05, 0.1, 0.2, 0.5] as const;
const asked: readonly (readonly [DataName, number])[] = [
  ['quiet host', 5],
  ['quiet host', 12],
  ['quiet host', 100],
];

function run({ data, suite, ...part }: Task): Rates {
  const rates: Rates = new Map();
  let number = 0;
  for (const all of cleans(data, suite, part)) {
    number++;
    for (const runs of runCounts) {
      if (runsOf(all) < runs) continue;
      const clean = newest(all, runs);
      const chosen = draw(clean.head.length, 1, random(seed + 19, number));
      for (const host of hosts) {
        const key = `${data}|${suite}|${runs}|${host}`;
        const seen = judged(clean, clean.head, { host });
        count(rates, `${key}|red`, seen.gate === 'red', all.group);
        count(rates, `${key}|amber`, seen.gate === 'amber', all.group);
        count(rates, `${key}|taken`, seen.judgement.host === 'dedicated', all.group);
        for (const size of sizes) {
          for (const b of chosen) {
            const row = judged(clean, slower(clean.head, [b], size), { host }).rows[b];
            count(rates, `${key}|red+${size}`, row === 'red');
            count(rates, `${key}|seen+${size}`, row !== 'green');
          }
        }
      }
    }
  }
  return rates;
}

function show(rates: Rates): string {
  const rows = asked.flatMap(([data, suite]) =>
    runCounts.flatMap((runs) =>
      hosts.flatMap((host) => {
        const key = `${data}|${suite}|${runs}|${host}`;
        if (!rates.has(`${key}|red`)) return [];
        const found = (what: string) =>
          sizes.map((size) => whole(rates, `${key}|${what}+${size}`)).join(' ');
        return [
          [
            suiteName(data, suite),
            String(runs),
            host,
            percent(share(rates, `${key}|taken`)),
            withBound(rates, `${key}|red`),
            withBound(rates, `${key}|amber`),
            found('red'),
            found('seen'),
          ],
        ];
      }),
    ),
  );
  return heading(
    'A dedicated host',
    table(
      [
        'suite',
        'runs',
        'runner',
        'taken for dedicated',
        'false red (95 %)',
        'false amber (95 %)',
        'red at +2 +5 +10 +20 +50 %',
        'red or amber at the same',
      ],
      rows,
    ),
  );
}

export const dedicated: Section = {
  name: 'dedicated',
  tasks: (quick) => asked.flatMap(([data, suite]) => inParts(data, suite, quick ? 1 : 2, quick)),
  run,
  show,
};
