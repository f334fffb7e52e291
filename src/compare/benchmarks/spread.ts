/**
 * How sure each side's centre is, for tables that show both sides: benchstat's `± N%` and the
 * footnotes it prints when samples are too few or too alike. Two runs of the same benchmarks only.
 */
import type { Comparison, Spread } from '../../model/comparison.ts';
import { seriesKey } from '../../model/keys.ts';
import type { Run, Series } from '../../model/run.ts';
import { medianInterval, relativeReach } from '../../stats/medianci.ts';
import { tQuantile } from '../../stats/student.ts';
import { mean, variance } from '../../stats/summary.ts';
import { goNumber } from '../../text/gonumber.ts';

/** One Spread for each comparison, in its order. */
export function spreads(
  comparisons: readonly Comparison[],
  base: Run,
  head: Run,
  options: { readonly test: 'welch' | 'mann-whitney'; readonly alpha: number },
): Spread[] {
  const bases = new Map(base.series.map((series) => [seriesKey(series), series]));
  const heads = new Map(head.series.map((series) => [seriesKey(series), series]));
  return comparisons.map((comparison) => {
    const [before, after] = [bases.get(seriesKey(comparison)), heads.get(seriesKey(comparison))];
    const exact = comparison.test === 'exact';
    return {
      comparison,
      basePlusMinus: plusMinus(before, options.test, exact),
      headPlusMinus: plusMinus(after, options.test, exact),
      footnotes: {
        base: aboutSide(before, options.test, exact),
        head: aboutSide(after, options.test, exact),
        comparison: exact ? [] : aboutTest(comparison, before, after, options),
      },
    };
  });
}

/** The 95 % interval of the centre, as a ratio of it; null where a ratio says nothing. */
export function plusMinus(
  side: Series | undefined,
  test: 'welch' | 'mann-whitney',
  exact: boolean,
): number | null {
  if (side === undefined) return null;
  const { samples } = side;
  if (exact) {
    const [low, high] = [Math.min(...samples), Math.max(...samples)];
    return relativeReach({ median: samples[0] ?? 0, low, high, confidence: 1 });
  }
  if (test === 'mann-whitney') return relativeReach(medianInterval(samples));
  if (samples.length < 2) return Number.POSITIVE_INFINITY;
  const positive = samples.every((value) => value > 0);
  const values = positive ? samples.map(Math.log) : samples;
  const half = tQuantile(0.975, samples.length - 1) * Math.sqrt(variance(values) / samples.length);
  if (positive) return Math.exp(half) - 1;
  const center = mean(samples);
  return relativeReach({
    median: center,
    low: center - half,
    high: center + half,
    confidence: 0.95,
  });
}

/** The fewest samples whose median has a 95 % interval. */
const samplesForMedian = 6;

/** What is to be known of one side. */
export function aboutSide(
  side: Series | undefined,
  test: 'welch' | 'mann-whitney',
  exact: boolean,
): string[] {
  if (side === undefined) return [];
  const { samples } = side;
  if (exact) {
    const [low, high] = [Math.min(...samples), Math.max(...samples)];
    return low === high
      ? []
      : [
          `exact distribution expected, but values range from ${goNumber(low)} to ${goNumber(high)}`,
        ];
  }
  const needed = test === 'mann-whitney' ? samplesForMedian : 2;
  return samples.length < needed
    ? [`need >= ${needed} samples for confidence interval at level 0.95`]
    : [];
}

/** benchstat's table ends before: so many or more. */
const mostNeeded = 10;

/** How many samples a side the U test needs for so small a p, if not more than the table has. */
function fewestForTest(alpha: number): number {
  // 2 / C(2n, n): all of one side below all of the other.
  let [n, p] = [1, 1];
  while (p > alpha && n < mostNeeded) {
    n++;
    p *= n / (2 * (2 * n - 1));
  }
  return n;
}

/** What is to be known of a test. */
export function aboutTest(
  comparison: Pick<Comparison, 'p'>,
  base: Series | undefined,
  head: Series | undefined,
  { test, alpha }: { readonly test: 'welch' | 'mann-whitney'; readonly alpha: number },
): string[] {
  if (base === undefined || head === undefined) return [];
  if (test === 'welch') {
    return comparison.p === null ? ['need >= 2 samples to detect a difference'] : [];
  }
  const first = base.samples[0];
  if ([...base.samples, ...head.samples].every((value) => value === first)) {
    return ['all samples are equal'];
  }
  const needed = fewestForTest(alpha);
  const few = base.samples.length < needed && head.samples.length < needed;
  return few && (comparison.p ?? 1) > alpha
    ? [
        `need ${needed < mostNeeded ? '>=' : '>'} ${needed} samples to detect a difference at alpha level ${goNumber(alpha)}`,
      ]
    : [];
}
