/**
 * The operating tables: how often a clean pull request is red or amber, and how often one slow
 * benchmark is. The former rule and the rules of other tools on the same pull requests, and how honest
 * p of the pull request is.
 */
import { type Clean, newest, runsOf, slower } from './clean.ts';
import { cleans, type DataName, dataNames, draw, seed, suiteName, suites } from './data.ts';
import { former } from './former.ts';
import { isGrouped, judged } from './ours.ts';
import { random } from './random.ts';
import { count, type Rates, share, whole, withBound } from './rates.ts';
import { type Rival, rivals } from './rivals.ts';
import { heading, inParts, type Section, type Task } from './section.ts';
import { percent, table } from './table.ts';

export const runCounts = [1, 2, 3, 5, 10, 20, 30] as const;
export const sizes = [0.05, 0.1, 0.2, 0.3, 0.5, 1, 4] as const;
const levels = [0.005, 0.01, 0.02, 0.05, 0.08, 0.1, 0.2] as const;

/** Slow benchmarks a pull request: each in turn in small suites. */
const slowOnes = (suite: number): number =>
  suite <= 12 ? Math.min(suite, 6) : suite <= 100 ? 4 : 2;
/** Every so manyth pull request is slowed, too. */
const slowedEvery = (data: DataName, suite: number): number =>
  data === 'gofiber' ? (suite <= 12 ? 4 : 1) : data === 'simulator' ? (suite <= 12 ? 3 : 6) : 1;

/** The rules beside ours are asked with so many. */
const rivalRuns = new Set<number>([10]);
/** p is shown with these. */
const calibrationRuns = [1, 3, 10, 30] as const;

function run({ data, suite, ...part }: Task): Rates {
  const rates: Rates = new Map();
  let number = 0;
  for (const whole of cleans(data, suite, part)) {
    const slowed = number++ % slowedEvery(data, suite) === 0;
    for (const runs of runCounts) {
      if (runsOf(whole) < runs) continue;
      const key = `${data}|${suite}|${runs}`;
      const clean = newest(whole, runs);
      const chosen = slowed
        ? draw(clean.head.length, slowOnes(suite), random(seed + 7, whole.group * 31 + number))
        : [];
      ours(rates, key, clean, chosen);
      if (!rivalRuns.has(runs)) continue;
      formerly(rates, `${key}|former`, clean, chosen);
      for (const rival of rivals) {
        const enough = !rival.needsSamples || (clean.samples.head[0]?.length ?? 0) > 1;
        if (enough) others(rates, `${key}|${rival.name}`, rival, clean, chosen);
      }
    }
  }
  return rates;
}

function ours(rates: Rates, key: string, clean: Clean, slow: readonly number[]) {
  const { head, group } = clean;
  const seen = judged(clean);
  count(rates, `${key}|red`, seen.gate === 'red', group);
  count(rates, `${key}|amber`, seen.gate === 'amber', group);
  count(rates, `${key}|dedicated`, seen.judgement.host === 'dedicated', group);
  count(rates, `${key}|grouped`, isGrouped(seen), group);
  count(rates, `${key}|suite`, seen.suite !== 'green', group);
  for (const level of levels) count(rates, `${key}|p${level}`, seen.p < level, group);
  for (const size of sizes) {
    for (const b of slow) {
      const row = judged(clean, slower(head, [b], size)).rows[b];
      count(rates, `${key}|red+${size}`, row === 'red');
      count(rates, `${key}|seen+${size}`, row !== 'green');
    }
  }
}

function formerly(rates: Rates, key: string, clean: Clean, slow: readonly number[]) {
  const rule = former(clean.base);
  count(rates, `${key}|red`, rule.red(clean.head).includes(true), clean.group);
  for (const size of sizes) {
    for (const b of slow) {
      const [red = false] = rule.red(slower(clean.head, [b], size), [b]);
      count(rates, `${key}|red+${size}`, red);
    }
  }
}

function others(rates: Rates, key: string, rival: Rival, clean: Clean, slow: readonly number[]) {
  const { base, head } = clean.samples;
  const wrong = head.some((samples, b) => rival.slower(samples, base[b] ?? []));
  count(rates, `${key}|red`, wrong, clean.group);
  for (const size of sizes) {
    for (const b of slow) {
      const samples = (head[b] ?? []).map((value) => value * (1 + size));
      count(rates, `${key}|red+${size}`, rival.slower(samples, base[b] ?? []));
    }
  }
}

const titles = sizes.map((size) => `+${Math.round(100 * size)}`).join(' ');
const found = (rates: Rates, key: string, what: string): string =>
  sizes.map((size) => whole(rates, `${key}|${what}+${size}`)).join(' ');

/** Every data set, suite and number of runs that was asked. */
function* cells(rates: Rates, runs: readonly number[] = runCounts) {
  for (const data of dataNames) {
    for (const suite of suites(data)) {
      for (const of of runs) {
        const key = `${data}|${suite}|${of}`;
        const clean = rates.get(`${key}|red`);
        if (clean === undefined) continue;
        yield { key, name: [data, suiteName(data, suite), String(of)], clean };
      }
    }
  }
}

function operatingTable(rates: Rates): string {
  const rows = [...cells(rates)].map(({ key, name, clean }) => [
    ...name,
    `${clean.asked} (${clean.heads.size})`,
    withBound(rates, `${key}|red`),
    withBound(rates, `${key}|amber`),
    found(rates, key, 'red'),
    found(rates, key, 'seen'),
  ]);
  return table(
    [
      'data',
      'suite',
      'runs',
      'clean (heads)',
      'false red (95 %)',
      'false amber (95 %)',
      `red at ${titles} %`,
      'red or amber at the same',
    ],
    rows,
  );
}

function othersTable(rates: Rates): string {
  const rows = [...cells(rates, [...rivalRuns])].flatMap(({ key, name }) => {
    const line = (rule: string, of: string) =>
      rates.has(`${of}|red`)
        ? [[...name, rule, withBound(rates, `${of}|red`), found(rates, of, 'red')]]
        : [];
    return [
      ...line('flamegate: red', key),
      ...line('former flamegate', `${key}|former`),
      ...rivals.flatMap((rival) => line(rival.name, `${key}|${rival.name}`)),
    ];
  });
  return table(['data', 'suite', 'runs', 'rule', 'false (95 %)', `found at ${titles} %`], rows);
}

function calibrationTable(rates: Rates): string {
  const rows = [...cells(rates, calibrationRuns)].map(({ key, name }) => [
    ...name,
    ...levels.map((level) => percent(share(rates, `${key}|p${level}`))),
    percent(share(rates, `${key}|suite`)),
    percent(share(rates, `${key}|grouped`)),
    percent(share(rates, `${key}|dedicated`)),
  ]);
  return table(
    [
      'data',
      'suite',
      'runs',
      ...levels.map((level) => `p < ${level}`),
      'suite row',
      'two groups',
      'taken for dedicated',
    ],
    rows,
  );
}

export const operating: Section = {
  name: 'operating',
  tasks: (quick) =>
    dataNames.flatMap((data) =>
      suites(data).flatMap((suite) => inParts(data, suite, quick ? 1 : 6, quick)),
    ),
  run,
  show: (rates) =>
    [
      heading('Operating table', operatingTable(rates)),
      heading('Beside it: the former rule and other tools', othersTable(rates)),
      heading('Clean pull requests with p under', calibrationTable(rates)),
    ].join(''),
};
