/**
 * What is claimed of benchmark runs on shared runners, computed from the real ones: how far runs
 * of unchanged code lie apart, how much of it the CPU model explains, how heavy the tails are.
 */
import { tQuantile } from '../../src/stats/student.ts';
import { mad, mean, median, quantile, variance } from '../../src/stats/summary.ts';
import type { Figure } from './figures.ts';
import type { History, StoredRun } from './gofiber.ts';

const percent = (ratio: number, digits = 1): string => `${(100 * ratio).toFixed(digits)} %`;
const span = (values: readonly number[], show: (value: number) => string = percent): string =>
  `${show(quantile(values, 0.25))} to ${show(quantile(values, 0.75))}, median ${show(median(values))}`;
const sd = (values: readonly number[]): number => Math.sqrt(variance(values));

/** Runs of one CPU with fewer than these say nothing of their spread. */
const enough = 20;
/** A run's deviation is from the median of so many neighbours on each side: code drifts. */
const neighbours = 4;

/** Deviations of every benchmark in every run of one CPU from its neighbours, log scale. */
function deviations(runs: readonly StoredRun[]): number[][] {
  return runs.map((run, i) => {
    const near = runs.filter((_, j) => j !== i && Math.abs(j - i) <= neighbours);
    return run.values.map(
      (value, b) =>
        Math.log(value) - median(near.map((other) => Math.log(other.values[b] ?? Number.NaN))),
    );
  });
}

const column = (rows: readonly (readonly number[])[], b: number): number[] =>
  rows.map((row) => row[b] ?? Number.NaN);

export function claims({ runs, names }: History): Figure[] {
  const ubuntu = runs.filter((run) => run.runner === 'ubuntu-latest');
  const byCpu = new Map<string, StoredRun[]>();
  for (const run of runs) byCpu.set(run.cpu, [...(byCpu.get(run.cpu) ?? []), run]);
  const large = [...byCpu.values()].filter((of) => of.length >= enough);
  const apart = large.map(deviations);
  const each = names.map((_, b) => b);
  const robust = apart.flatMap((rows) => each.map((b) => 1.4826 * mad(column(rows, b))));
  const plain = apart.flatMap((rows) => each.map((b) => sd(column(rows, b))));
  // The first 120 runs, before the code had drifted far.
  const early = ubuntu.slice(0, 120);
  const logs = early.map((run) => run.values.map(Math.log));
  return [
    {
      name: 'runs of each CPU found',
      target: '',
      found: `${large.map((of) => of.length).join(', ')}; ${runs.length - large.flat().length} in smaller groups`,
    },
    { name: 'between runs of one CPU, robust sd', target: '1.5 to 2 %', found: span(robust) },
    { name: 'between runs of one CPU, sd', target: '3.1 to 5 %', found: span(plain) },
    {
      name: 'between all ubuntu-latest runs, sd',
      target: '10.8 %',
      found: span(each.map((b) => sd(column(logs, b)))),
    },
    {
      name: 'variance the CPU explains',
      target: '74 to 97 %',
      found: span(each.map((b) => explained(early, column(logs, b)))),
    },
    {
      name: 'own effect of a CPU on a benchmark, robust sd',
      target: 'not 0',
      found: cpuEffects(large),
    },
    {
      name: 'degrees of freedom of t with these tails (99 : 75 %)',
      target: '1 to 2',
      found: tails(apart),
    },
    { name: 'spread of a run, worst : typical', target: 'over 1', found: badRuns(apart) },
  ];
}

function explained(runs: readonly StoredRun[], values: readonly number[]): number {
  const middle = mean(values);
  let between = 0;
  for (const cpu of new Set(runs.map((run) => run.cpu))) {
    const mine = values.filter((_, i) => runs[i]?.cpu === cpu);
    between += mine.length * (mean(mine) - middle) ** 2;
  }
  return between / values.reduce((sum, value) => sum + (value - middle) ** 2, 0);
}

/** Two CPUs' medians of each benchmark: how far their log ratios lie from the suite's. */
function cpuEffects(groups: readonly (readonly StoredRun[])[]): string {
  const sizes: string[] = [];
  groups.forEach((a, i) => {
    for (const b of groups.slice(i + 1)) {
      if (a[0]?.runner !== b[0]?.runner) continue;
      const middle = (of: readonly StoredRun[], k: number) =>
        median(of.map((run) => Math.log(run.values[k] ?? Number.NaN)));
      const ratios = (a[0]?.values ?? []).map((_, k) => middle(a, k) - middle(b, k));
      sizes.push(percent(1.4826 * mad(ratios)));
    }
  });
  return sizes.join(', ');
}

/** Each benchmark's deviations over their median size, pooled, matched to a t by two quantiles. */
function tails(apart: readonly (readonly (readonly number[])[])[]): string {
  return apart
    .map((rows) => {
      const sizes = (rows[0] ?? []).flatMap((_, b) => {
        const mine = column(rows, b).map(Math.abs);
        const typical = median(mine);
        return typical > 0 ? mine.map((value) => value / typical) : [];
      });
      const ratio = quantile(sizes, 0.99) / quantile(sizes, 0.75);
      let [low, high] = [0.3, 100];
      for (let i = 0; i < 60; i++) {
        const df = Math.sqrt(low * high);
        if (tQuantile(0.995, df) / tQuantile(0.875, df) > ratio) low = df;
        else high = df;
      }
      return low.toFixed(1);
    })
    .join(', ');
}

/** How wide one run's whole suite lies, each benchmark by its own typical size. */
function badRuns(apart: readonly (readonly (readonly number[])[])[]): string {
  return apart
    .map((rows) => {
      const typical = (rows[0] ?? []).map((_, b) => median(column(rows, b).map(Math.abs)));
      const widths = rows.map((row) =>
        median(row.map((value, b) => Math.abs(value) / (typical[b] || 1))),
      );
      return (Math.max(...widths) / median(widths)).toFixed(1);
    })
    .join(', ');
}
