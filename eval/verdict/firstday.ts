/**
 * The first day on a loaded machine: one stored run, and a head of identical code minutes or an hour
 * later. What is red then is wrong.
 */
import { cleanOf, slower } from './clean.ts';
import { all, deal, draw, recordings, seed } from './data.ts';
import { former } from './former.ts';
import { judged } from './ours.ts';
import { random } from './random.ts';
import { count, type Rates, whole, withBound } from './rates.ts';
import { heading, type Section, type Task } from './section.ts';
import { table } from './table.ts';

const kinds = ['quiet', 'loaded'] as const;
const sizesOfSuite = [5, 12, all] as const;
/** Passes between the two. */
const apart = [1, 2, 5, 10, 20] as const;
const sizes = [0.5, 1, 2, 4] as const;

function run({ quick }: Task): Rates {
  const rates: Rates = new Map();
  for (const kind of kinds) {
    const { jobs, names } = recordings();
    const each = names.map((_, b) => b);
    const runs = jobs.filter((job) => job.kind === kind).flatMap((job) => job.passes);
    for (const distance of apart) {
      for (let i = distance; i < runs.length; i += quick ? 10 : 1) {
        for (const suite of sizesOfSuite) {
          for (const chosen of deal(each, suite, random(seed, i))) {
            const job = (run = runs[0]) => ({
              cpu: '',
              samples: chosen.map((b) => run?.[b] ?? []),
            });
            const clean = cleanOf([job(runs[i - distance])], job(runs[i]), i);
            const key = `${kind}|${suite}`;
            const { base, head } = clean;
            const seen = judged(clean);
            count(rates, `${key}|red`, seen.gate === 'red', i);
            count(rates, `${key}|amber`, seen.gate === 'amber', i);
            count(rates, `${key}|former`, former(base).red(head).includes(true), i);
            const [b = 0] = draw(head.length, 1, random(seed + 17, i * 31 + distance));
            for (const size of sizes) {
              const row = judged(clean, slower(head, [b], size)).rows[b];
              count(rates, `${key}|red+${size}`, row === 'red');
              count(rates, `${key}|seen+${size}`, row !== 'green');
            }
          }
        }
      }
    }
  }
  return rates;
}

function show(rates: Rates): string {
  const rows = kinds.flatMap((kind) =>
    sizesOfSuite.flatMap((suite) => {
      const key = `${kind}|${suite}`;
      const clean = rates.get(`${key}|red`);
      if (clean === undefined) return [];
      const found = (what: string) =>
        sizes.map((size) => whole(rates, `${key}|${what}+${size}`)).join(' ');
      return [
        [
          kind,
          suite === all ? 'all' : String(suite),
          `${clean.asked} (${clean.heads.size})`,
          withBound(rates, `${key}|former`),
          withBound(rates, `${key}|red`),
          withBound(rates, `${key}|amber`),
          found('red'),
          found('seen'),
        ],
      ];
    }),
  );
  return heading(
    'The first day',
    table(
      [
        'machine',
        'suite',
        'pairs (heads)',
        'former rule red (95 %)',
        'false red (95 %)',
        'false amber (95 %)',
        'red at +50 +100 +200 +400 %',
        'red or amber at the same',
      ],
      rows,
    ),
  );
}

export const firstDay: Section = {
  name: 'first-day',
  tasks: (quick) => [{ data: 'loaded', suite: 12, part: 0, of: 1, quick }],
  run,
  show,
};
