/**
 * One number for what a run measured of one metric, on the scale the comparison works on.
 *
 * Positive metrics are compared as logarithms, so that effects are ratios; a metric with a zero
 * or negative value is compared as it is, and its differences are taken relative to the base.
 * Samples of different runs are never pooled: the run is the replicate.
 */
import { mad, mean, median, variance } from '../stats/summary.ts';

export type Scale = 'log' | 'linear';

export interface RunSummary {
  /** Mean on the scale; the median where one sample is wild, or where medians were asked for. */
  readonly center: number;
  /** Variance within the run, on the scale; 0 for one sample. */
  readonly variance: number;
  readonly n: number;
  /** A sample lay so far out that the median stands in for the mean. */
  readonly wild: boolean;
}

export const toScale = (value: number, scale: Scale): number =>
  scale === 'log' ? Math.log(value) : value;

export const fromScale = (value: number, scale: Scale): number =>
  scale === 'log' ? Math.exp(value) : value;

/** A sample further than this many median absolute deviations (times 1.4826) is wild. */
const wildDistance = 5;
/** Under so many samples a median is a worse summary than a mean with an outlier. */
const wildSamples = 7;

/** Summarises the samples of one run. `medians` asks for medians throughout (Mann-Whitney). */
export function summarise(samples: readonly number[], scale: Scale, medians: boolean): RunSummary {
  const values = samples.map((value) => toScale(value, scale));
  const n = values.length;
  const spread = n > 1 ? variance(values) : 0;
  const middle = median(values);
  const distance = n >= wildSamples ? 1.4826 * mad(values) : 0;
  const wild =
    distance > 0 && values.some((value) => Math.abs(value - middle) > wildDistance * distance);
  if (medians) {
    // The median of the values themselves: benchstat's centre, not the exponential of a log.
    return { center: toScale(median(samples), scale), variance: spread, n, wild: false };
  }
  return { center: wild ? middle : mean(values), variance: spread, n, wild };
}

/** Differences on a scale, turned so that worse is up, and back into ratios. */
export interface WorseUp {
  /** 1 where more is worse, -1 where less is. */
  readonly sign: 1 | -1;
  /** The margin for the worse on the scale, and for the better; both are at least 0. */
  readonly step: number;
  readonly back: number;
  /** A difference head - base as a relative change. */
  readonly ratio: (difference: number) => number;
  /** A difference with worse up as a relative change for the worse; null against a base of 0. */
  readonly asWorse: (worse: number) => number | null;
}

/** `size` is what linear differences are relative to, 1 on the log scale; `margin` a ratio. */
export function worseUp(of: {
  readonly scale: Scale;
  readonly size: number;
  readonly lowerIsBetter: boolean;
  readonly margin: number;
}): WorseUp {
  const { scale, size, margin } = of;
  const sign = of.lowerIsBetter ? 1 : -1;
  // The margin on the scale: away from the base when worse, towards the other side when better.
  const onScale = (ratio: number) =>
    scale === 'log' ? Math.log(1 + Math.max(ratio, -0.99)) : ratio * size;
  const ratio = (change: number) => (scale === 'log' ? Math.exp(change) - 1 : change / size);
  return {
    sign,
    step: sign * onScale(sign * margin),
    back: -sign * onScale(-sign * margin),
    ratio,
    asWorse: (change) => (size === 0 ? null : sign * ratio(sign * change)),
  };
}
