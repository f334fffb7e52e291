/**
 * Instructions as the first look at suspects of stored runs: what ends red and what stays a suspect with and without
 * it, where no rounds can be run and where they can. Of unchanged code, and where one benchmark takes longer: by more
 * instructions, or by as many (memory, locks). Stored runs and rounds are the data's; counts are drawn.
 */
import { marginOfThreshold } from '../../src/compare/benchmarks/rounds.ts';
import { centre, toleranceOf } from '../../src/compare/counts/tolerance.ts';
import { mostCleared } from '../../src/judge/instructions.ts';
import { median } from '../../src/stats/summary.ts';
import { type Clean, newest, runsOf, slower } from './clean.ts';
import { confirm, type RoundsOf } from './confirm.ts';
import { screen, shippedRule, slowRounds } from './confirmation.ts';
import { cleans, type DataName, draw, seed, suiteName } from './data.ts';
import { type Judged, judged } from './ours.ts';
import { type Random, random } from './random.ts';
import { count, type Rates, share, whole, withBound } from './rates.ts';
import { heading, inParts, type Section, type Task } from './section.ts';
import { table } from './table.ts';

const runs = 10;
const sizes = [0.05, 0.1, 0.15, 0.2, 0.3, 0.5] as const;
const asked: readonly (readonly [DataName, number])[] = [
  ['gofiber', 12],
  ['gofiber', 100],
  ['simulator', 12],
  ['simulator', 100],
  ['quiet', 12],
  ['loaded', 12],
];
/** How far runs of one side are apart, as a standard deviation: what Go's benchmarks that allocate show. */
const spread = 0.003;
const countThreshold = 0.01;
/** What a rise must exceed to be red. */
const least = Math.max(countThreshold, marginOfThreshold * shippedRule.threshold);

type Change = 'more' | 'same' | 'unknown';

/** Three runs a side, two more while the tolerance is large beside the threshold, nine at most. */
function counted(ratio: number, rate: number, r: Random): Change {
  const sides: [number[], number[]] = [[], []];
  const tolerance = () => toleranceOf(...sides, rate) ?? 1;
  do {
    for (let more = sides[0].length === 0 ? 3 : 2; more > 0; more--) {
      sides[0].push(1 + spread * r.normal());
      sides[1].push(ratio * (1 + spread * r.normal()));
    }
  } while (tolerance() > least / 2 && sides[0].length < 9);
  const delta = centre(sides[1]) / centre(sides[0]) - 1;
  if (delta > Math.max(tolerance(), least)) return 'more';
  return Math.abs(delta) <= tolerance() && tolerance() <= least ? 'same' : 'unknown';
}

interface Head {
  readonly clean: Clean;
  readonly head: readonly number[];
  readonly rounds: RoundsOf | undefined;
  /** Head's instructions over base's. */
  readonly work: (benchmark: number) => number;
}

interface Ended {
  readonly red: ReadonlySet<number>;
  readonly amber: ReadonlySet<number>;
}

interface Ends {
  readonly stored: Ended;
  readonly counted: Ended;
  /** Null where the data have no rounds. */
  readonly rounds: (Ended & { readonly samples: number }) | null;
  readonly both: (Ended & { readonly samples: number }) | null;
}

/** All four ways of one head. The suite's row is left out: it is for the rounds in each of them. */
function endsOf({ clean, head, rounds, work }: Head, r: Random): Ends {
  const seen = judged(clean, head);
  const rows = (colour: string) =>
    new Set(seen.rows.flatMap((of, b) => (of === colour ? [b] : [])));
  const stored: Ended = { red: rows('red'), amber: rows('amber') };
  const isCounted = seen.suite === 'green';
  const suspects = isCounted ? [...stored.red, ...stored.amber] : [];
  const rate = 0.01 / Math.max(1, suspects.length);
  const counts = new Map(suspects.map((b) => [b, counted(work(b), rate, r)]));
  const risen = suspects.filter((b) => counts.get(b) === 'more');
  const isCleared = (b: number): boolean =>
    counts.get(b) === 'same' &&
    Math.max(seen.judgement.rows[b]?.deviation ?? 0, looked(clean, head, b)) <=
      Math.log(1 + mostCleared);
  const left = [...stored.amber].filter((b) => !risen.includes(b) && !isCleared(b));
  const first: Ended = { red: new Set([...stored.red, ...risen]), amber: new Set(left) };
  if (rounds === undefined) return { stored, counted: first, rounds: null, both: null };
  const alone = measuredAgain(seen, rounds, []);
  const open = suspects.length === 0 || suspects.some((b) => !risen.includes(b));
  const after = open
    ? measuredAgain(seen, rounds, risen)
    : { red: new Set<number>(), amber: new Set<number>(), samples: 0 };
  return {
    stored,
    counted: first,
    rounds: alone,
    both: { ...after, red: new Set([...risen, ...after.red]) },
  };
}

/** Head against main's middle run, with what the suite has in common. */
const looked = ({ base }: Clean, head: readonly number[], b: number): number =>
  (head[b] ?? 0) - median(base[b] ?? []);

function measuredAgain(seen: Judged, rounds: RoundsOf, known: readonly number[]) {
  const again = seen.judgement.rows.flatMap((row, b) =>
    (seen.suite !== 'green' || seen.rows[b] !== 'green' || row.deviation >= screen) &&
    !known.includes(b)
      ? [b]
      : [],
  );
  const { outcomes, samples } = confirm(rounds, again, shippedRule);
  const ended = (outcome: string, of = again) =>
    new Set(of.filter((b) => outcomes.get(b) === outcome));
  // What did not look worse is no suspect because so few rounds cannot tell.
  const looked = again.filter((b) => seen.rows[b] !== 'green');
  return { red: ended('regressed'), amber: ended('undecided', looked), samples };
}

const ways = ['stored', 'counted', 'rounds', 'both'] as const;

function run({ data, suite, ...part }: Task): Rates {
  const rates: Rates = new Map();
  let number = 0;
  for (const all of cleans(data, suite, part)) {
    number++;
    if (runsOf(all) < runs || number % (suite === 12 ? 2 : 3) > 0) continue;
    const clean = newest(all, runs);
    const { head, group } = clean;
    const r = random(seed + 13, group * 31 + number);
    const rounds = all.rounds;
    const still = endsOf({ clean, head, rounds, work: () => 1 }, r);
    for (const way of ways) {
      const ended = still[way];
      if (ended === null) continue;
      const key = `${data}|${suite}|${way}`;
      count(rates, `${key}|red`, ended.red.size > 0, group);
      count(rates, `${key}|amber`, ended.red.size === 0 && ended.amber.size > 0, group);
      if ('samples' in ended) count(rates, `${key}|samples`, ended.samples);
    }
    const [b = 0] = draw(head.length, 1, r);
    for (const size of sizes) {
      for (const kind of ['work', 'wait'] as const) {
        const ends = endsOf(
          {
            clean,
            head: slower(head, [b], size),
            rounds: rounds && slowRounds(rounds, b, size),
            work: (of) => (of === b && kind === 'work' ? 1 + size : 1),
          },
          r,
        );
        for (const way of ways) {
          const ended = ends[way];
          if (ended === null) continue;
          const key = `${data}|${suite}|${way}|${kind}`;
          count(rates, `${key}|red+${size}`, ended.red.has(b));
          count(rates, `${key}|seen+${size}`, ended.red.has(b) || ended.amber.has(b));
          if ('samples' in ended) count(rates, `${key}|samples`, ended.samples);
        }
      }
    }
  }
  return rates;
}

const names = {
  stored: 'stored runs alone',
  counted: 'and instructions',
  rounds: 'and rounds',
  both: 'and instructions, then rounds',
};

function show(rates: Rates): string {
  const rows = asked.flatMap(([data, suite]) =>
    ways.flatMap((way) => {
      const key = `${data}|${suite}|${way}`;
      if (!rates.has(`${key}|red`)) return [];
      const found = (kind: string, what: string) =>
        sizes.map((size) => whole(rates, `${key}|${kind}|${what}+${size}`)).join(' ');
      const samples = (of: string) =>
        rates.has(of) ? Math.round(share(rates, of)).toString() : '';
      return [
        [
          data,
          suiteName(data, suite),
          names[way],
          withBound(rates, `${key}|red`),
          withBound(rates, `${key}|amber`),
          found('work', 'red'),
          found('work', 'seen'),
          found('wait', 'red'),
          found('wait', 'seen'),
          samples(`${key}|samples`),
          samples(`${key}|work|samples`),
        ],
      ];
    }),
  );
  const at = sizes.map((size) => `+${100 * size}`).join(' ');
  return heading(
    'Counted first',
    table(
      [
        'data',
        'suite',
        'judged by',
        'false red (95 %)',
        'false suspect (95 %)',
        `more instructions: red at ${at} %`,
        'red or suspect',
        'as many instructions: red at the same',
        'red or suspect',
        'samples, unchanged',
        'samples, more',
      ],
      rows,
    ),
  );
}

export const firstLook: Section = {
  name: 'first-look',
  tasks: (quick) => asked.flatMap(([data, suite]) => inParts(data, suite, quick ? 1 : 2, quick)),
  run,
  show,
};
