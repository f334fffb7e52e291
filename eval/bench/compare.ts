/**
 * What benchstat does with two files, and Welch's test besides: reads both and computes for every
 * benchmark and unit both medians with their intervals, the Mann-Whitney p and Welch's t of the
 * logarithms. Prints counts; speed.ts measures it as a process.
 *
 *     node eval/bench/compare.ts OLD NEW
 */
import { readFileSync } from 'node:fs';
import { readBenchmarks } from '../../src/formats/benchmarks/read.ts';
import type { Series } from '../../src/model/run.ts';
import { mannWhitney } from '../../src/stats/mannwhitney.ts';
import { medianInterval } from '../../src/stats/medianci.ts';
import { sorted } from '../../src/stats/summary.ts';
import { welch } from '../../src/stats/welch.ts';

/** By package and benchmark: its units are few. */
function index(series: readonly Series[]): Map<string, Map<string, Series[]>> {
  const packages = new Map<string, Map<string, Series[]>>();
  for (const of of series) {
    let benchmarks = packages.get(of.package);
    if (benchmarks === undefined) {
      benchmarks = new Map();
      packages.set(of.package, benchmarks);
    }
    const units = benchmarks.get(of.benchmark);
    if (units === undefined) benchmarks.set(of.benchmark, [of]);
    else units.push(of);
  }
  return packages;
}

function logarithms(samples: readonly number[]): number[] | null {
  const logs: number[] = [];
  for (const x of samples) {
    if (!(x > 0)) return null;
    logs.push(Math.log(x));
  }
  return logs;
}

function compare(base: readonly Series[], head: readonly Series[]) {
  const heads = index(head);
  const counts = { compared: 0, different: 0, slower: 0, welchDifferent: 0 };
  for (const from of base) {
    const to = heads
      .get(from.package)
      ?.get(from.benchmark)
      ?.find((of) => of.unit === from.unit);
    if (to === undefined) continue;
    counts.compared++;
    const [x, y] = [sorted(from.samples), sorted(to.samples)];
    const [before, after] = [medianInterval(x), medianInterval(y)];
    if (mannWhitney(x, y).p <= 0.05) {
      counts.different++;
      if (after.median > before.median) counts.slower++;
    }
    const [logX, logY] = [logarithms(from.samples), logarithms(to.samples)];
    const t = logX !== null && logY !== null ? welch(logY, logX) : null;
    if (t !== null && t.p <= 0.05) counts.welchDifferent++;
  }
  return counts;
}

const [old = '', now = ''] = process.argv.slice(2);
const started = performance.now();
const read = async (file: string) =>
  (await readBenchmarks([{ file, bytes: readFileSync(file) }])).series;
const base = await read(old);
const head = await read(now);
const between = performance.now();
const counts = compare(base, head);
console.log(
  JSON.stringify({
    ...counts,
    readMilliseconds: Math.round(between - started),
    compareMilliseconds: Math.round(performance.now() - between),
  }),
);
