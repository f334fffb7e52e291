/**
 * A part of the suite slow at once: is it seen, by its rows or by the suite's, and are the slow ones
 * named and no others? And the other side of telling two groups apart: machines that slow a part of the
 * suite, for which runs of another CPU model are taken for main's.
 */
import { newest, runsOf, slower } from './clean.ts';
import { all, cleans, type DataName, draw, otherMachines, seed, suiteName } from './data.ts';
import { isGrouped, type Judged, judged } from './ours.ts';
import { random } from './random.ts';
import { count, type Rates, share, whole } from './rates.ts';
import { heading, inParts, type Section, type Task } from './section.ts';
import { percent, table } from './table.ts';

const runs = 10;
const parts = [0.1, 0.4, 0.5, 0.6] as const;
const sizes = [0.2, 0.5, 1] as const;

const asked: readonly (readonly [DataName, number])[] = [
  ['gofiber', 12],
  ['gofiber', 100],
  ['simulator', 12],
  ['simulator', 100],
  ['quiet', all],
  ['loaded', all],
];

function run({ data, suite, ...part }: Task): Rates {
  const rates: Rates = new Map();
  let number = 0;
  for (const whole of cleans(data, suite, part)) {
    if (runsOf(whole) < runs || number++ % 2 > 0) continue;
    const clean = newest(whole, runs);
    const { head } = clean;
    for (const share of parts) {
      const some = Math.round(share * head.length);
      const chosen = draw(head.length, some, random(seed + 3, clean.group * 31 + number));
      for (const size of sizes) {
        const seen = judged(clean, slower(head, chosen, size));
        tell(rates, `${data}|${suite}|${share}|${size}`, seen, new Set(chosen));
      }
    }
  }
  if (data === 'gofiber') {
    for (const clean of otherMachines(suite, part)) {
      const seen = judged(clean);
      const key = `other|${suite}`;
      count(rates, `${key}|red`, seen.gate === 'red');
      count(rates, `${key}|rows`, seen.rows.includes('red'));
      count(rates, `${key}|amber`, seen.gate === 'amber');
      count(rates, `${key}|suite`, seen.suite !== 'green');
      count(rates, `${key}|grouped`, isGrouped(seen));
    }
  }
  return rates;
}

function tell(rates: Rates, key: string, seen: Judged, slow: ReadonlySet<number>): void {
  const named = seen.rows.map((row) => row !== 'green');
  count(rates, `${key}|red`, seen.gate === 'red');
  count(rates, `${key}|seen`, seen.gate !== 'green');
  count(rates, `${key}|rows`, seen.rows.includes('red'));
  count(rates, `${key}|suite`, seen.suite !== 'green');
  count(
    rates,
    `${key}|still`,
    named.some((name, b) => name && !slow.has(b)),
  );
  count(rates, `${key}|grouped`, isGrouped(seen));
  for (const b of slow) count(rates, `${key}|named`, named[b] === true);
}

function severalTable(rates: Rates): string {
  const rows = asked.flatMap(([data, suite]) =>
    parts.flatMap((part) =>
      sizes.flatMap((size) => {
        const key = `${data}|${suite}|${part}|${size}`;
        if (!rates.has(`${key}|red`)) return [];
        const cell = (what: string) => whole(rates, `${key}|${what}`);
        return [
          [
            data,
            suiteName(data, suite),
            `${100 * part} %`,
            `+${100 * size} %`,
            cell('red'),
            cell('seen'),
            cell('suite'),
            cell('grouped'),
            cell('named'),
            cell('still'),
          ],
        ];
      }),
    ),
  );
  return table(
    [
      'data',
      'suite',
      'slow',
      'by',
      'red',
      'red or amber',
      'suite row',
      'two groups',
      'slow ones named',
      'a still one named',
    ],
    rows,
  );
}

function otherTable(rates: Rates): string {
  const rows = [12, 100, all].flatMap((suite) => {
    const key = `other|${suite}`;
    if (!rates.has(`${key}|red`)) return [];
    const cell = (what: string) => percent(share(rates, `${key}|${what}`));
    const asked = rates.get(`${key}|red`)?.asked ?? 0;
    const cells = ['red', 'rows', 'amber', 'suite', 'grouped'].map(cell);
    return [[suiteName('gofiber', suite), String(asked), ...cells]];
  });
  return table(['suite', 'clean', 'red', 'a row red', 'amber', 'suite row', 'two groups'], rows);
}

export const several: Section = {
  name: 'several',
  tasks: (quick) => [
    ...asked.flatMap(([data, suite]) => inParts(data, suite, quick ? 1 : 2, quick)),
    ...inParts('gofiber', all, 1, quick),
  ],
  run,
  show: (rates) =>
    [
      heading('Several slow at once', severalTable(rates)),
      heading('Runs of another CPU model taken for main', otherTable(rates)),
    ].join(''),
};
