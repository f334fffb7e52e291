/**
 * Series that shaped nothing: any project's history as github-action-benchmark publishes it (`data.js`),
 * from the directory that FLAMEGATE_HELDBACK names. Left out where there is none.
 *
 * Nobody recorded the CPU model and the code did change: CPUs are inferred, and benchmarks that stayed
 * where the head put them left out, as of gofiber's runs.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Clean, newest, runsOf, slower } from './clean.ts';
import { deal, draw, fromReplay, type Part, seed } from './data.ts';
import { replays, type StoredRun } from './gofiber.ts';
import { judged } from './ours.ts';
import { random } from './random.ts';
import { count, type Rates, whole, withBound } from './rates.ts';
import { heading, type Section, type Task } from './section.ts';
import { table } from './table.ts';

const directory = process.env.FLAMEGATE_HELDBACK ?? '';
const runCounts = [1, 2, 3, 5, 10, 20] as const;
const sizes = [0.05, 0.1, 0.2, 0.3, 0.5, 1] as const;
const sizeOfSuite = 12;

interface Series {
  readonly name: string;
  readonly runs: readonly StoredRun[];
  readonly names: readonly string[];
}

interface Entry {
  readonly benches: readonly {
    readonly name: string;
    readonly value: number;
    readonly unit: string;
  }[];
}

/** All series of all files: the runs, and the benchmarks that all of the newest half have. */
function readAll(): Series[] {
  if (directory === '' || !existsSync(directory)) return [];
  return readdirSync(directory)
    .filter((name) => name.endsWith('.js'))
    .flatMap((file) => {
      const text = readFileSync(join(directory, file), 'utf8');
      const { entries } = JSON.parse(text.slice(text.indexOf('{'))) as {
        entries: Record<string, Entry[]>;
      };
      return Object.entries(entries).flatMap(([title, all]) =>
        asSeries(`${file.replace(/\.js$/, '')} ${title}`, all),
      );
    });
}

function asSeries(name: string, all: readonly Entry[]): Series[] {
  const recent = all.slice(Math.floor(all.length / 2));
  const times = recent.map(
    ({ benches }) =>
      new Map(
        benches
          .filter((of) => /^(ns|us|ms|s|ops)\b/.test(of.unit) && !/ - [^ ]+\/op$/.test(of.name))
          .map((of) => [of.name, of.unit.startsWith('ops') ? 1 / of.value : of.value]),
      ),
  );
  const names = [...(times.at(-1)?.keys() ?? [])].filter((benchmark) =>
    times.every((run) => (run.get(benchmark) ?? 0) > 0),
  );
  if (names.length < 5 || times.length < 30) return [];
  const runs = times.map((run): StoredRun => {
    return {
      cpu: '',
      runner: 'other',
      values: names.map((benchmark) => run.get(benchmark) ?? Number.NaN),
    };
  });
  return [{ name, names, runs }];
}

function* cleansOf(series: Series, { quick }: Part): Generator<Clean> {
  for (const [i, replay] of replays(series).entries()) {
    if (quick && i % 8 > 0) continue;
    const size = Math.min(sizeOfSuite, replay.unchanged.length);
    if (size < 3) continue;
    for (const [s, chosen] of deal(replay.unchanged, size, random(seed, i)).entries()) {
      yield fromReplay(replay, chosen, s);
    }
  }
}

const hosts = ['learned', 'dedicated'] as const;

function run(task: Task): Rates {
  const rates: Rates = new Map();
  for (const series of readAll()) {
    let number = 0;
    for (const all of cleansOf(series, task)) {
      number++;
      for (const runs of runCounts) {
        if (runsOf(all) < runs) continue;
        const clean = newest(all, runs);
        for (const host of hosts) {
          if (host === 'dedicated' && runs < 3) continue;
          const key = `${series.name}|${runs}|${host}`;
          const seen = judged(clean, clean.head, { host });
          count(rates, `${key}|red`, seen.gate === 'red', all.group);
          count(rates, `${key}|amber`, seen.gate === 'amber', all.group);
          count(rates, `${key}|taken`, seen.judgement.host === 'dedicated');
          for (const b of draw(clean.head.length, 4, random(seed + 23, number))) {
            for (const size of sizes) {
              const row = judged(clean, slower(clean.head, [b], size), { host }).rows[b];
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
  const names = new Set([...rates.keys()].map((key) => key.split('|')[0] ?? ''));
  if (names.size === 0) return '\nNo held-back series here: set FLAMEGATE_HELDBACK.\n';
  const rows = [...names].flatMap((name) =>
    hosts.flatMap((host) =>
      runCounts.flatMap((runs) => {
        const key = `${name}|${runs}|${host}`;
        const clean = rates.get(`${key}|red`);
        if (clean === undefined) return [];
        const found = (what: string) =>
          sizes.map((size) => whole(rates, `${key}|${what}+${size}`)).join(' ');
        return [
          [
            name,
            host,
            String(runs),
            `${clean.asked} (${clean.heads.size})`,
            whole(rates, `${key}|taken`),
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
    'Held-back series',
    table(
      [
        'series, suites of 12',
        'runner',
        'runs',
        'clean (heads)',
        'taken for dedicated',
        'false red (95 %)',
        'false amber (95 %)',
        'red at +5 +10 +20 +30 +50 +100 %',
        'red or amber at the same',
      ],
      rows,
    ),
  );
}

export const heldBack: Section = {
  name: 'held-back',
  tasks: (quick) => [{ data: 'gofiber', suite: sizeOfSuite, part: 0, of: 1, quick }],
  run,
  show,
};
