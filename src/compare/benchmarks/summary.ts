/**
 * One number for what a run measured of one metric, on the scale the comparison works on.
 *
 * Positive metrics are compared as logarithms, so that effects are ratios; a metric with a zero
 * or negative value is compared as it is, and its differences are taken relative to the base.
 * Samples of different runs are never pooled: the run is the replicate.
 */
import type { Series } from '../../model/run.ts';
import { mean, median, quantileSorted, sorted } from '../../stats/summary.ts';

export type Scale = 'log' | 'linear';

export interface RunSummary {
  /** On the scale; see `summarise`. */
  readonly center: number;
  /** How far its samples lie apart: a standard deviation by their quartiles; NaN for fewer than four. */
  readonly within: number;
  readonly n: number;
}

export const toScale = (value: number, scale: Scale): number =>
  scale === 'log' ? Math.log(value) : value;

export const fromScale = (value: number, scale: Scale): number =>
  scale === 'log' ? Math.exp(value) : value;

export interface SummaryOptions {
  readonly scale: Scale;
  /** Medians throughout, as benchstat (`--test mann-whitney`). */
  readonly medians: boolean;
  /** More is better: then the better of two passes is the larger. */
  readonly moreIsBetter: boolean;
}

/**
 * The centre of a run: the interquartile mean of a pass, which one wild sample in four does not move,
 * and of several passes the better one. A process that was slow throughout says little of the code:
 * large slowdowns of a pass are hardly ever in the other pass of the same job (docs/statistics.md). Of
 * more than two passes it is the middle one (the better of the two in the middle).
 */
export function summarise(
  { samples, passes }: Pick<Series, 'samples' | 'passes'>,
  options: SummaryOptions,
): RunSummary {
  const n = samples.length;
  if (passes === undefined || passes.length < 2) return { ...centreOf(samples, options), n };
  let from = 0;
  const enough = Math.max(...passes) / 2;
  const each = passes.flatMap((size) => {
    from += size;
    // A line or two printed again are no pass over the suite.
    return size < enough ? [] : [centreOf(samples.slice(from - size, from), options)];
  });
  const order = each.toSorted((a, b) => a.center - b.center);
  const middle = options.moreIsBetter
    ? Math.floor(order.length / 2)
    : Math.floor((order.length - 1) / 2);
  return { ...(order[middle] as Omit<RunSummary, 'n'>), n };
}

function centreOf(
  samples: readonly number[],
  { scale, medians }: SummaryOptions,
): Omit<RunSummary, 'n'> {
  const order = sorted(samples).map((value) => toScale(value, scale));
  const within =
    order.length < 4
      ? Number.NaN
      : (quantileSorted(order, 0.75) - quantileSorted(order, 0.25)) / quartiles;
  // The median of the values themselves: benchstat's centre, not the exponential of a log.
  if (medians) return { center: toScale(median(samples), scale), within };
  const cut = order.length < 3 ? 0 : Math.max(1, Math.floor(order.length / 4));
  return { center: mean(order.slice(cut, order.length - cut)), within };
}

/** A normal distribution's quartiles are so many standard deviations apart. */
const quartiles = 1.349;

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
export function worseUp(item: {
  readonly scale: Scale;
  readonly size: number;
  readonly lowerIsBetter: boolean;
  readonly margin: number;
}): WorseUp {
  const { scale, size, margin } = item;
  const sign = item.lowerIsBetter ? 1 : -1;
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
