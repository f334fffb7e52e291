/**
 * Values for each event counted: `pprof -mean`, which divides by what the profile's first sample type counts, as the
 * delay by the contentions.
 *
 * Source of the rules: FlatValue and CumValue in internal/graph, computeTotal in internal/report of
 * github.com/google/pprof.
 */
import type { Means } from '../model/functions.ts';
import type { Profile } from './profile.ts';
import { functionTable, type TableOptions } from './table.ts';

/**
 * The means of all functions and of the whole, cut to whole units; what was never counted has its plain value.
 *
 * @throws as functionTable
 */
export function meansOf(profile: Profile, options: TableOptions): Means {
  const values = functionTable(profile, options);
  const [counted] = profile.sampleTypes;
  const counts = functionTable(profile, { ...options, sampleType: counted?.type ?? '' });
  const countOf = new Map(counts.functions.map((row) => [row.name, row]));
  return {
    total: mean(values.total, counts.total),
    of: new Map(
      values.functions.map(({ name, flat, cum }) => {
        const count = countOf.get(name);
        return [name, { flat: mean(flat, count?.flat ?? 0), cum: mean(cum, count?.cum ?? 0) }];
      }),
    ),
  };
}

const mean = (value: number, count: number): number =>
  count === 0 ? value : Math.trunc(value / count);
