/** Functions over a series of profiles of one process. */
import type { SampleType } from './run.ts';

/** One function over a series of profiles of one process; values in the profile's unit. */
export interface Growth {
  readonly name: string;
  readonly file: string;
  readonly line: number;
  readonly first: number;
  readonly last: number;
  /** Change from one profile to the next. */
  readonly slope: number;
  /** Two-sided 95 % confidence interval of the slope. */
  readonly ci: readonly [number, number];
  /** One-sided: that it grows. */
  readonly p: number;
  readonly pAdjusted: number;
  /** The line's rise over the whole series, as part of the mean total. */
  readonly growth: number;
  /** The end of the 95 % interval of that. */
  readonly worst: number;
  /** The slope of the second half is less than half of the whole's. */
  readonly settled: boolean;
  /** The second half rises on its own, at the 2 % level. */
  readonly lasts: boolean;
}

export type GrowthVerdict = 'growing' | 'settled' | 'steady' | 'inconclusive';

export interface JudgedGrowth extends Growth {
  readonly verdict: GrowthVerdict;
}

/** A series of profiles; the functions by slope falling, then name. */
export interface SeriesGrowth<Row = Growth> {
  readonly sampleType: SampleType;
  readonly profiles: number;
  /** The whole profile; not part of the family of tests. */
  readonly total: Row;
  /** The functions of 1 % or more in any profile. */
  readonly functions: readonly Row[];
}
