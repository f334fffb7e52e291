/** What a unit measures, by its words. */

/** Whether a unit is a time, so that more of it is slower: sec/op, user-sec/op, p99-sec. */
export const isTime = (unit: string): boolean =>
  /(?:^|[-_])(?:sec|ns|us|µs|ms)(?:$|[/-])/.test(unit);

/** Whether a unit is a time or a rate over time, which no two measurements share: equal readings mean a coarse clock. */
export const isTimed = (unit: string): boolean =>
  /(^|[^a-z])sec/.test(unit) || /\/s(ec)?$/.test(unit);
