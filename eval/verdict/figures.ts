/**
 * Does the simulation look like what was measured? Its figures beside the figures it is fitted to
 * (data sets A and B and gofiber, as docs/statistics.md quotes them).
 */
import { holm } from '../../src/stats/holm.ts';
import { mannWhitney } from '../../src/stats/mannwhitney.ts';
import { mad, mean, median, variance } from '../../src/stats/summary.ts';
import { welch } from '../../src/stats/welch.ts';
import { pooled } from './pooled.ts';
import { type Job, type PullRequest, sameCpu } from './pullrequest.ts';

export interface Figure {
  readonly name: string;
  readonly target: string;
  readonly found: string;
}

const percent = (ratio: number, digits = 1): string => `${(100 * ratio).toFixed(digits)} %`;
const span = (values: readonly number[]): string => {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (q: number) => sorted[Math.floor(q * (sorted.length - 1))] ?? Number.NaN;
  return `${percent(at(0.25))} to ${percent(at(0.75))}, median ${percent(at(0.5))}`;
};
const sd = (values: readonly number[]): number => Math.sqrt(variance(values));
const log = (values: readonly number[]): number[] => values.map((value) => Math.log(value));
const centre = (job: Job, b: number): number => mean(log(job.samples[b] ?? []));

/** Spreads of runs, from clean pull requests. */
export function spreads(of: readonly PullRequest[]): Figure[] {
  const within: number[] = [];
  const robust: number[] = [];
  const same: number[] = [];
  const all: number[] = [];
  const share: number[] = [];
  const shifts: number[] = [];
  for (const pr of of) {
    const jobs = [pr.head, ...pr.history];
    const alike = jobs.filter((job) => job.cpu === 'A');
    for (let b = 0; b < pr.head.samples.length; b++) {
      within.push(sd(log(pr.head.samples[b] ?? [])));
      const mine = alike.map((job) => centre(job, b));
      robust.push(1.4826 * mad(mine));
      same.push(sd(mine));
      const every = jobs.map((job) => centre(job, b));
      all.push(sd(every));
      share.push(explained(jobs, every));
    }
    const base = sameCpu(pr, 20);
    if (base.length < 5) continue;
    shifts.push(
      median(
        pr.head.samples.map((_, b) => centre(pr.head, b) - median(base.map((j) => centre(j, b)))),
      ),
    );
  }
  const far = shifts.filter((shift) => Math.abs(shift) > 0.03).length / shifts.length;
  return [
    { name: 'within-run sd', target: '0.7 to 1.8 %', found: span(within) },
    { name: 'between runs of one CPU, robust sd', target: '1.5 to 2 %', found: span(robust) },
    { name: 'between runs of one CPU, sd', target: '3.1 to 5 %', found: span(same) },
    {
      name: '  the same, root mean square',
      target: '',
      found: percent(Math.hypot(...same) / Math.sqrt(same.length)),
    },
    { name: 'between all runs, sd', target: '10.8 %', found: span(all) },
    { name: 'variance the CPU explains', target: '74 to 97 %', found: span(share) },
    { name: 'suite shift beyond 3 %', target: '5 to 23 %', found: percent(far) },
  ];
}

/** The part of the variance between runs that lies between CPU models. */
function explained(jobs: readonly Job[], values: readonly number[]): number {
  const middle = mean(values);
  let between = 0;
  for (const cpu of new Set(jobs.map((job) => job.cpu))) {
    const mine = values.filter((_, i) => jobs[i]?.cpu === cpu);
    between += mine.length * (mean(mine) - middle) ** 2;
  }
  return between / values.reduce((sum, value) => sum + (value - middle) ** 2, 0);
}

/** Rules whose error rates were published with the figures: flagged comparisons. */
const checks: readonly {
  readonly name: string;
  readonly target: string;
  /** Null where the rule has too few runs. */
  readonly flags: (of: PullRequest) => boolean[] | null;
}[] = [
  { name: 'ratio > 110 %', target: '17.3 %, 83 %', flags: (of) => ratio(of, 1.1) },
  { name: 'ratio > 200 %', target: '0.03 %, 3.0 %', flags: (of) => ratio(of, 2) },
  {
    name: 'Welch p < .05 and +5 %',
    target: '26.5 %, 93 %',
    flags: (of) =>
      of.head.samples.map((head, b) => {
        const test = welch(log(head), log(of.history[0]?.samples[b] ?? []));
        return test !== null && test.p < 0.05 && test.difference > Math.log(1.05);
      }),
  },
  {
    name: 'benchstat, last run of the same CPU',
    target: '34 %, 99 %',
    flags: (of) => {
      const base = sameCpu(of, 1)[0];
      return of.head.samples.map((head, b) => {
        const last = base?.samples[b] ?? [];
        return (
          base !== undefined && median(head) > median(last) && mannWhitney(last, head).p < 0.05
        );
      });
    },
  },
  ...[3, 5, 10, 20].map((runs, i) => ({
    name: `run-level t, same CPU, ${runs} runs, Holm .05 and +5 %`,
    target: ['0.11 %, 7 %', '0.75 %, 34 %', '1.35 %, 45 %', '1.29 %, 44 %'][i] ?? '',
    flags: (of: PullRequest) => runLevelT(of, runs),
  })),
  {
    name: 'one runner, 10 rounds, benchstat any delta',
    target: '1.2 %, 69 %',
    flags: (of) =>
      of.head.samples.map((_, b) => {
        const { base, head } = of.rounds(b, 10);
        return median(head) > median(base) && mannWhitney(base, head).p < 0.05;
      }),
  },
];

function ratio(of: PullRequest, limit: number): boolean[] {
  return of.head.samples.map(
    (head, b) => mean(head) > limit * mean(of.history[0]?.samples[b] ?? []),
  );
}

function runLevelT(of: PullRequest, runs: number): boolean[] | null {
  const base = sameCpu(of, runs);
  if (base.length < runs) return null;
  const tests = of.head.samples.map((_, b) =>
    pooled(
      [centre(of.head, b)],
      base.map((job) => centre(job, b)),
      {
        alternative: 'greater',
        varianceFloor: 0.003 ** 2,
      },
    ),
  );
  const adjusted = holm(tests.map((test) => test?.p ?? 1));
  return tests.map(
    (test, b) => (adjusted[b] ?? 1) < 0.05 && (test?.difference ?? 0) > Math.log(1.05),
  );
}

/** Each published rule: flagged comparisons and pull requests, its target beside. */
export function published(of: readonly PullRequest[]): Figure[] {
  const figures = checks.map(({ name, target, flags }) => {
    let [asked, comparisons, flagged, failed] = [0, 0, 0, 0];
    for (const pr of of) {
      const found = flags(pr);
      if (found === null) continue;
      asked++;
      comparisons += found.length;
      const count = found.filter(Boolean).length;
      flagged += count;
      if (count > 0) failed++;
    }
    return {
      name,
      target,
      found: `${percent(flagged / comparisons, 2)}, ${percent(failed / asked, 0)}`,
    };
  });
  return [...figures, ...onOneRunner(of)];
}

/** Power of Welch with Holm at .05 and a margin of 2 %, on one runner: fitted to the within-run sd. */
function onOneRunner(of: readonly PullRequest[]): Figure[] {
  const found = (effect: number): number => {
    let [hits, tried] = [0, 0];
    for (const pr of of) {
      for (let b = 0; b < pr.head.samples.length; b += 10) {
        const { base, head } = pr.rounds(b, 10);
        const test = welch(
          head.map((value) => value + Math.log(1 + effect)),
          base,
          { margin: Math.log(1.02), alternative: 'greater' },
        );
        tried++;
        if (test !== null && test.p < 0.05 / pr.head.samples.length) hits++;
      }
    }
    return hits / tried;
  };
  return [
    {
      name: 'one runner, 10 rounds, Welch Holm margin 2 %: power at +5 %',
      target: '64 %',
      found: percent(found(0.05), 0),
    },
    { name: '  power at +10 %', target: '94 %', found: percent(found(0.1), 0) },
  ];
}
