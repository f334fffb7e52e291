/** What two formats read of one file. */
import type { Reading } from './format.ts';
import { lose, noLosses } from './lost.ts';

export function both(one: Reading, other: Reading): Reading {
  const lost = noLosses();
  for (const losses of [one.lost, other.lost]) {
    for (const { first, count } of losses?.listed.values() ?? []) lose(lost, first, count);
    lost.unlisted += losses?.unlisted ?? 0;
  }
  return {
    records: [...one.records, ...other.records],
    results: one.results + other.results,
    environment: new Map([...other.environment, ...one.environment]),
    warnings: [...one.warnings, ...other.warnings],
    units: [...(one.units ?? []), ...(other.units ?? [])],
    lost,
  };
}
