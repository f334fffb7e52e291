/** One number for what a run measured, on the log scale, and how far its samples lie apart. */
import { mean, median, quantile, sorted } from '../../src/stats/summary.ts';

const logs = (samples: readonly number[]): number[] => samples.map((value) => Math.log(value));

/** The mean of order statistics: of the middle ones but for `cut` of n at either side. */
function middle(samples: readonly number[], cut: (n: number) => number): number {
  const order = sorted(samples);
  const off = cut(order.length);
  return mean(logs(order.slice(off, order.length - off)));
}

/** What a run's centre might be; the first is what ships (compare/benchmarks/summary.ts). */
export const centres = {
  'interquartile mean': (samples: readonly number[]) =>
    middle(samples, (n) => (n < 3 ? 0 : Math.max(1, Math.floor(n / 4)))),
  mean: (samples: readonly number[]) => mean(logs(samples)),
  median: (samples: readonly number[]) => Math.log(median(samples)),
  'lower quartile': (samples: readonly number[]) => Math.log(quantile(samples, 0.25)),
  'mean of the lower half but the lowest': (samples: readonly number[]) => {
    const order = sorted(samples);
    return mean(logs(order.slice(order.length > 3 ? 1 : 0, Math.ceil(order.length / 2))));
  },
  least: (samples: readonly number[]) => Math.log(Math.min(...samples)),
} as const satisfies Record<string, (samples: readonly number[]) => number>;

export const centre = centres['interquartile mean'];

/** A normal distribution's quartiles are so many standard deviations apart. */
const quartiles = 1.349;

/** The standard deviation by the quartiles: one wild sample in ten hardly moves it. NaN for too few. */
export function within(samples: readonly number[]): number {
  if (samples.length < 4) return Number.NaN;
  const values = logs(samples);
  return (quantile(values, 0.75) - quantile(values, 0.25)) / quartiles;
}
