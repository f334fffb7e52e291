/** More history must never make the verdict weaker: the same pull requests with 1 to 30 stored runs. */
import { newest, runsOf, slower } from './clean.ts';
import { all, cleans, type DataName, draw, seed, suiteName } from './data.ts';
import { judged } from './ours.ts';
import { random } from './random.ts';
import { count, type Rates, share } from './rates.ts';
import { heading, inParts, type Section, type Task } from './section.ts';
import { table } from './table.ts';

const most = 30;
const sizes = [0.1, 0.2, 0.3, 0.5, 1] as const;
const shown = [1, 2, 3, 4, 5, 7, 10, 15, 20, 25, 30] as const;
const asked: readonly (readonly [DataName, number])[] = [
  ['gofiber', 12],
  ['gofiber', 100],
  ['simulator', 12],
  ['simulator', 100],
  ['loaded', all],
];

/** Every so manyth pull request: a suite of a hundred takes its time. */
const every = (data: DataName, suite: number): number =>
  suite === 12 ? 3 : data === 'simulator' ? 6 : 2;

function run({ data, suite, ...part }: Task): Rates {
  const rates: Rates = new Map();
  let number = 0;
  for (const whole of cleans(data, suite, part)) {
    if (runsOf(whole) < most) continue;
    if (number++ % every(data, suite) > 0) continue;
    const chosen = draw(whole.head.length, 3, random(seed + 5, whole.group * 31 + number));
    for (let runs = 1; runs <= most; runs++) {
      const clean = newest(whole, runs);
      for (const size of sizes) {
        for (const b of chosen) {
          const row = judged(clean, slower(clean.head, [b], size)).rows[b];
          count(rates, `${data}|${suite}|red|${size}|${runs}`, row === 'red');
          count(rates, `${data}|${suite}|seen|${size}|${runs}`, row !== 'green');
        }
      }
    }
  }
  return rates;
}

function show(rates: Rates): string {
  const rows = asked.flatMap(([data, suite]) =>
    (['seen', 'red'] as const).flatMap((what) =>
      sizes.flatMap((size) => {
        const at = (runs: number) => share(rates, `${data}|${suite}|${what}|${size}|${runs}`);
        if (Number.isNaN(at(1))) return [];
        let [fall, where, best, lowest] = [0, 0, 0, 0];
        for (let runs = 1; runs <= most; runs++) {
          if (runs > 1 && at(runs - 1) - at(runs) > fall) {
            fall = at(runs - 1) - at(runs);
            where = runs;
          }
          best = Math.max(best, at(runs));
          lowest = Math.max(lowest, best - at(runs));
        }
        const points = (value: number) => (100 * value).toFixed(1);
        return [
          [
            data,
            suiteName(data, suite),
            what === 'red' ? 'red' : 'red or amber',
            `+${100 * size} %`,
            ...shown.map((runs) => String(Math.round(100 * at(runs)))),
            fall === 0 ? '0' : `${points(fall)} at ${where}`,
            points(lowest),
          ],
        ];
      }),
    ),
  );
  return heading(
    'More history',
    table(
      [
        'data',
        'suite',
        'found',
        'slow by',
        ...shown.map(String),
        'largest step down',
        'furthest under its best',
      ],
      rows,
    ),
  );
}

export const history: Section = {
  name: 'history',
  tasks: (quick) => asked.flatMap(([data, suite]) => inParts(data, suite, quick ? 1 : 4, quick)),
  run,
  show,
};
