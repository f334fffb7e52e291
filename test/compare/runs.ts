/** Hand-made runs for the tests of compare/ and judge/. */
import type { Run, Series } from '../../src/model/run.ts';

export const environment = { goos: 'linux', goarch: 'amd64', cpu: 'Test CPU @ 3.00GHz' };

export function series(
  benchmark: string,
  samples: readonly number[],
  unit = 'sec/op',
  more: Partial<Series> = {},
): Series {
  const better = unit === 'B/s' ? 'higher' : 'lower';
  return { package: 'p', benchmark, unit, better, exact: false, samples, ...more };
}

export function run(list: readonly Series[], more: Partial<Run> = {}): Run {
  return { commit: 'c', time: '', environment, series: list, tables: [], warnings: [], ...more };
}

/** Ten samples around `center` that spread by about one percent, the same for each call. */
export const around = (center: number): number[] =>
  [-1.2, 0.8, 0.1, -0.4, 1.5, -0.9, 0.3, -0.2, 0.6, -0.6].map((p) => center * (1 + p / 100));
