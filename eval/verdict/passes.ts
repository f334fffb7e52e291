/**
 * Two passes: does it pay to cut the same number of samples into two processes and to count the better
 * one of each benchmark? On recordings of two passes a job; and how many big slow jumps of one pass the
 * other pass of the same job has, too.
 */
import { median } from '../../src/stats/summary.ts';
import { centre } from './centre.ts';
import { type Clean, cleanOf, newest, runsOf, slower } from './clean.ts';
import { all, better, deal, draw, recordings, seed } from './data.ts';
import { judged } from './ours.ts';
import { random } from './random.ts';
import { count, type Rates, share, whole, withBound } from './rates.ts';
import type { Passes } from './recorded.ts';
import { heading, type Section, type Task } from './section.ts';
import { percent, table } from './table.ts';

type Samples = readonly (readonly number[])[];

const half = (pass: Samples): Samples => pass.map((samples) => samples.slice(0, 5));
const joined = (a: Samples, b: Samples): Samples =>
  a.map((samples, i) => [...samples, ...(b[i] ?? [])]);

/** What a job would have measured, by passes. */
const schemes: readonly {
  readonly name: string;
  readonly cut: (first: Samples, second: Samples) => readonly Samples[];
}[] = [
  { name: 'one process of 10', cut: (first) => [first] },
  { name: 'two of 5, all samples', cut: (first, second) => [joined(half(first), half(second))] },
  { name: 'two of 5, the better', cut: (first, second) => [half(first), half(second)] },
  { name: 'two of 10, all samples', cut: (first, second) => [joined(first, second)] },
  { name: 'two of 10, the better', cut: (first, second) => [first, second] },
];

const kinds = ['quiet', 'loaded'] as const;
const sizesOfSuite = [12, all];
const sizes = [0.1, 0.2, 0.3, 0.5, 1] as const;
const runs = 10;

function* cleansOf(kind: Passes['kind'], scheme: (typeof schemes)[number], suite: number) {
  const { jobs, names } = recordings();
  const series = jobs
    .filter((job) => job.kind === kind)
    .map(({ passes: [first = [], second = []] }) => scheme.cut(first, second));
  for (let i = runs; i < series.length; i++) {
    const each = names.map((_, b) => b);
    for (const chosen of deal(each, suite, random(seed, i))) {
      const job = (of: readonly Samples[]) => ({
        cpu: '',
        samples: chosen.map((b) => better(of.map((pass) => pass[b] ?? []))),
      });
      yield cleanOf(
        series
          .slice(i - runs, i)
          .reverse()
          .map(job),
        job(series[i] ?? []),
        i,
      );
    }
  }
}

function run({ quick }: Task): Rates {
  const rates: Rates = new Map();
  for (const kind of kinds) {
    for (const suite of sizesOfSuite) {
      for (const scheme of schemes) {
        let number = 0;
        for (const clean of cleansOf(kind, scheme, suite)) {
          if (quick && number > 10) break;
          operate(rates, `${kind}|${suite}|${scheme.name}`, clean, number++);
        }
      }
    }
    repeats(rates, kind);
  }
  return rates;
}

function operate(rates: Rates, key: string, whole: Clean, number: number): void {
  if (runsOf(whole) < runs) return;
  const clean = newest(whole, runs);
  const { head, group } = clean;
  const seen = judged(clean);
  count(rates, `${key}|red`, seen.gate === 'red', group);
  count(rates, `${key}|amber`, seen.gate === 'amber', group);
  for (const size of sizes) {
    for (const b of draw(head.length, 12, random(seed + 13, group * 31 + number))) {
      const row = judged(clean, slower(head, [b], size)).rows[b];
      count(rates, `${key}|red+${size}`, row === 'red');
      count(rates, `${key}|seen+${size}`, row !== 'green');
    }
  }
}

const jumps = [0.2, 0.1, 0.05] as const;
/** A pass deviates from so many jobs before and after it. */
const near = 5;

/** Of what is slow in one pass, without the shift of the suite: is it slow in the other pass? */
function repeats(rates: Rates, kind: Passes['kind']): void {
  const jobs = recordings().jobs.filter((job) => job.kind === kind);
  const centres = jobs.map(({ passes }) => passes.map((pass) => pass.map(centre)));
  const deviations = centres.map((passes, j) => {
    const around = centres.slice(Math.max(0, j - near), j + near + 1);
    return passes.map((pass) => {
      const moved = pass.map((value, b) => value - median(around.flat().map((of) => of[b] ?? 0)));
      const shift = median(moved);
      return moved.map((value) => value - shift);
    });
  });
  for (const [first = [], second = []] of deviations) {
    for (const [one, other] of [
      [first, second],
      [second, first],
    ] as const) {
      one.forEach((value, b) => {
        for (const jump of jumps) {
          if (value <= Math.log(1 + jump)) continue;
          const too = other[b] ?? 0;
          count(rates, `${kind}|again|${jump}`, too > Math.log(1 + jump));
          count(rates, `${kind}|half|${jump}`, too > Math.log(1 + jump / 2));
        }
      });
    }
  }
}

function schemesTable(rates: Rates): string {
  const rows = kinds.flatMap((kind) =>
    sizesOfSuite.flatMap((suite) =>
      schemes.flatMap(({ name }) => {
        const key = `${kind}|${suite}|${name}`;
        const clean = rates.get(`${key}|red`);
        if (clean === undefined) return [];
        const found = (what: string) =>
          sizes.map((size) => whole(rates, `${key}|${what}+${size}`)).join(' ');
        return [
          [
            kind,
            suite === all ? 'all' : String(suite),
            name,
            `${clean.asked} (${clean.heads.size})`,
            withBound(rates, `${key}|red`),
            withBound(rates, `${key}|amber`),
            found('red'),
            found('seen'),
          ],
        ];
      }),
    ),
  );
  return table(
    [
      'machine',
      'suite',
      'a job measures',
      'clean (heads)',
      'false red (95 %)',
      'false amber (95 %)',
      'red at +10 +20 +30 +50 +100 %',
      'red or amber at the same',
    ],
    rows,
  );
}

function repeatsTable(rates: Rates): string {
  const rows = kinds.flatMap((kind) =>
    jumps.flatMap((jump) => {
      const key = `${kind}|again|${jump}`;
      const asked = rates.get(key)?.asked;
      if (asked === undefined) return [];
      const half = share(rates, `${kind}|half|${jump}`);
      return [[kind, `+${100 * jump} %`, String(asked), percent(share(rates, key)), percent(half)]];
    }),
  );
  return table(
    ['machine', 'slower than', 'in one pass', 'in the other, too', 'by half of it'],
    rows,
  );
}

export const passes: Section = {
  name: 'passes',
  tasks: (quick) => [{ data: 'two passes', suite: 12, part: 0, of: 1, quick }],
  run,
  show: (rates) =>
    [
      heading('Two passes', schemesTable(rates)),
      heading('Slow in one pass of a job', repeatsTable(rates)),
    ].join(''),
};
