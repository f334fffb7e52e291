/** What tells series, benchmarks and kinds of profiles apart within one run: keys of maps, for nobody to read. */

/** Of one benchmark and unit. */
export const seriesKey = (item: {
  readonly package: string;
  readonly benchmark: string;
  readonly unit: string;
}): string => `${benchmarkKey(item)}\0${item.unit}`;

/** Of one benchmark, whatever its units. */
export const benchmarkKey = (item: {
  readonly package: string;
  readonly benchmark: string;
}): string => `${item.package}\0${item.benchmark}`;

/** Of one kind of profile. */
export const typeKey = (item: { readonly type: string; readonly unit: string }): string =>
  `${item.type}\0${item.unit}`;
