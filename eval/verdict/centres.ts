/**
 * Which number stands for a run: how far apart runs of unchanged code lie by each, what the rule finds
 * and fails with it, and what one wild sample does to it. On the recordings, which have ten samples.
 */
import { mean, median } from '../../src/stats/summary.ts';
import { centres, centre as shipped, within } from './centre.ts';
import { type Clean, cleanOf, slower } from './clean.ts';
import { deal, draw, recordings, seed } from './data.ts';
import { judged } from './ours.ts';
import { random } from './random.ts';
import { count, type Rates, share, whole, withBound } from './rates.ts';
import { heading, type Section, type Task } from './section.ts';
import { table } from './table.ts';

const kinds = ['quiet', 'loaded'] as const;
const runs = 10;
const suite = 12;
const sizes = [0.1, 0.2, 0.3, 0.5, 1] as const;
const near = 5;
const names = Object.keys(centres) as (keyof typeof centres)[];
/** With the shipped centre: what the rule does without knowing how far samples lie apart. */
const without = 'without what samples lie apart by';

function run({ quick }: Task): Rates {
  const rates: Rates = new Map();
  for (const kind of kinds) {
    const all = recordings()
      .jobs.filter((job) => job.kind === kind)
      .flatMap((job) => job.passes);
    const series = quick ? all.slice(0, 30) : all;
    for (const name of names) {
      spread(
        rates,
        `${kind}|${name}`,
        series.map((pass) => pass.map(centres[name])),
      );
      wild(rates, `${kind}|${name}`, series, centres[name]);
    }
    for (const name of [...names, without] as const) operate(rates, kind, name, series);
  }
  return rates;
}

/** Deviations from the passes just before and after, without the pass's shift. */
function spread(rates: Rates, key: string, passes: readonly (readonly number[])[]): void {
  passes.forEach((pass, i) => {
    const around = passes.slice(Math.max(0, i - near), i + near + 1);
    const moved = pass.map((value, b) => value - median(around.map((of) => of[b] ?? 0)));
    const shift = median(moved);
    for (const value of moved) {
      count(rates, `${key}|variance`, (value - shift) ** 2);
      count(rates, `${key}|fifth`, value - shift > Math.log(1.2));
    }
  });
}

function wild(
  rates: Rates,
  key: string,
  passes: readonly (readonly (readonly number[])[])[],
  of: (samples: readonly number[]) => number,
): void {
  for (const samples of passes.flat()) {
    const nine = samples.map((value, i) => (i === 4 ? 9 * value : value));
    count(rates, `${key}|nine`, Math.abs(of(nine) - of(samples)));
    count(rates, `${key}|within`, within(nine) - within(samples));
  }
}

function operate(
  rates: Rates,
  kind: string,
  name: keyof typeof centres | typeof without,
  passes: readonly (readonly (readonly number[])[])[],
): void {
  const of = name === without ? shipped : centres[name];
  const each = recordings().names.map((_, b) => b);
  for (let i = runs; i < passes.length; i++) {
    for (const chosen of deal(each, suite, random(seed, i))) {
      const job = (pass = passes[0]) => ({ cpu: '', samples: chosen.map((b) => pass?.[b] ?? []) });
      const made = cleanOf(
        passes
          .slice(i - runs, i)
          .reverse()
          .map(job),
        job(passes[i]),
        i,
      );
      const clean: Clean = {
        ...made,
        base: made.samples.base.map((row) => row.map(of)),
        head: made.samples.head.map(of),
        within: name === without ? { base: [], head: [] } : made.within,
      };
      const key = `${kind}|${name}`;
      const seen = judged(clean);
      count(rates, `${key}|red`, seen.gate === 'red', i);
      count(rates, `${key}|amber`, seen.gate === 'amber', i);
      for (const b of draw(suite, 2, random(seed + 29, i))) {
        for (const size of sizes) {
          const row = judged(clean, slower(clean.head, [b], size)).rows[b];
          count(rates, `${key}|red+${size}`, row === 'red');
          count(rates, `${key}|seen+${size}`, row !== 'green');
        }
      }
    }
  }
}

function show(rates: Rates): string {
  const percents = (value: number) => (Number.isNaN(value) ? '-' : `${(100 * value).toFixed(1)} %`);
  const rows = kinds.flatMap((kind) =>
    [...names, without].flatMap((name) => {
      const key = `${kind}|${name}`;
      if (!rates.has(`${key}|red`)) return [];
      const found = (what: string) =>
        sizes.map((size) => whole(rates, `${key}|${what}+${size}`)).join(' ');
      return [
        [
          kind,
          name,
          percents(Math.sqrt(share(rates, `${key}|variance`))),
          percents(share(rates, `${key}|fifth`)),
          percents(share(rates, `${key}|nine`)),
          withBound(rates, `${key}|red`),
          withBound(rates, `${key}|amber`),
          found('red'),
          found('seen'),
        ],
      ];
    }),
  );
  const apart = mean(kinds.map((kind) => share(rates, `${kind}|${names[0]}|within`)));
  return `${heading(
    'One number for a run',
    table(
      [
        'machine',
        'centre',
        'between runs, sd',
        'slow by a fifth',
        'a 9x sample in ten moves it by',
        'false red (95 %)',
        'false amber (95 %)',
        'red at +10 +20 +30 +50 +100 %',
        'red or amber at the same',
      ],
      rows,
    ),
  )}\nA 9x sample in ten moves the spread within a run by ${percents(apart)} points.\n`;
}

export const centreSection: Section = {
  name: 'centres',
  tasks: (quick) => [{ data: 'loaded', suite, part: 0, of: 1, quick }],
  run,
  show,
};
