/**
 * A straight line through values taken at equal steps: ordinary least squares.
 *
 * Source: any textbook of regression, for example Draper and Smith, Applied Regression Analysis,
 * chapter 1. The standard error takes the residuals for independent.
 */

export interface Slope {
  /** Change a step. */
  readonly slope: number;
  readonly se: number;
  /** Values less two. */
  readonly df: number;
}

/** The slope of at least 3 finite values. */
export function slopeOf(values: readonly number[]): Slope {
  const n = values.length;
  const middle = (n - 1) / 2;
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  let [sxx, sxy] = [0, 0];
  for (const [i, value] of values.entries()) {
    sxx += (i - middle) ** 2;
    sxy += (i - middle) * (value - mean);
  }
  const slope = sxy / sxx;
  const rss = values.reduce((sum, value, i) => sum + (value - mean - slope * (i - middle)) ** 2, 0);
  return { slope, se: Math.sqrt(rss / (n - 2) / sxx), df: n - 2 };
}
