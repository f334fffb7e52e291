/** What tells series, benchmarks and kinds of profiles apart within one run: keys of maps, for nobody to read. */

/** Of one benchmark and unit. */
export const seriesKey = (of: {
  readonly package: string;
  readonly benchmark: string;
  readonly unit: string;
}): string => `${benchmarkKey(of)}\0${of.unit}`;

/** Of one benchmark, whatever its units. */
export const benchmarkKey = (of: {
  readonly package: string;
  readonly benchmark: string;
}): string => `${of.package}\0${of.benchmark}`;

/** Of one kind of profile. */
export const typeKey = (of: { readonly type: string; readonly unit: string }): string =>
  `${of.type}\0${of.unit}`;
