/**
 * Growth over a series of profiles of one process: which functions hold more and more. Statistics
 * only.
 *
 * Each function's values get a straight line; the test is one-sided, its slope against 0, with Holm over
 * the functions tested. Values of one process hang together, so a line can look steeper than it is:
 * what grew and then stood still (a cache that filled) shows as a second half that is flatter than the
 * whole, which is reported beside the test.
 */
import type { Growth, SeriesGrowth } from '../../model/growth.ts';
import type { FunctionTable } from '../../model/run.ts';
import { holm } from '../../stats/holm.ts';
import { type Slope, slopeOf } from '../../stats/slope.ts';
import { tQuantile, tUpper } from '../../stats/student.ts';

/** Smaller functions are not tested. */
const leastShare = 0.01;

/** The level at which the second half must rise on its own. */
const stillRising = 0.02;

/** The one-sided p of a slope. */
const risingChance = ({ slope, se, df }: Slope): number =>
  se === 0 ? (slope > 0 ? 0 : 1) : tUpper(slope / se, df);

/** The growth of at least 5 tables of one sample type, in the order of time. */
export function seriesGrowth(tables: readonly FunctionTable[]): SeriesGrowth {
  const [first] = tables;
  if (first === undefined || tables.length < 5) throw new Error('a series has 5 profiles or more');
  const totals = tables.map((table) => table.total);
  const mean = totals.reduce((sum, total) => sum + total, 0) / totals.length;
  const grown = [...flats(tables)]
    .filter(([, { values }]) => values.some((value, i) => value >= leastShare * (totals[i] ?? 0)))
    .map(([name, { file, line, values }]) => ({ name, file, line, ...growthOf(values, mean) }));
  const adjusted = holm(grown.map(({ p }) => p));
  const functions = grown
    .map((row, i) => ({ ...row, pAdjusted: adjusted[i] ?? 1 }))
    .toSorted((a, b) => b.slope - a.slope || (a.name < b.name ? -1 : 1));
  const whole = growthOf(totals, mean);
  return {
    sampleType: first.sampleType,
    profiles: tables.length,
    total: { name: '(total)', file: '', line: 0, ...whole, pAdjusted: whole.p },
    functions,
  };
}

/** Each function's flat in every profile, 0 where it does not occur, and its newest place. */
function flats(tables: readonly FunctionTable[]) {
  const rows = new Map<string, { file: string; line: number; values: number[] }>();
  for (const [i, table] of tables.entries()) {
    for (const { name, file, line, flat } of table.functions) {
      if (flat === 0) continue;
      const values = rows.get(name)?.values ?? new Array<number>(tables.length).fill(0);
      values[i] = flat;
      rows.set(name, { file, line, values });
    }
  }
  return rows;
}

function growthOf(
  values: readonly number[],
  mean: number,
): Omit<Growth, 'name' | 'file' | 'line' | 'pAdjusted'> {
  const line = slopeOf(values);
  const { slope, se, df } = line;
  const half = tQuantile(0.975, df) * se;
  const steps = values.length - 1;
  const part = (change: number): number => (mean === 0 ? 0 : (change * steps) / mean);
  const later = slopeOf(values.slice(-Math.max(3, Math.ceil(values.length / 2))));
  return {
    first: values[0] ?? 0,
    last: values.at(-1) ?? 0,
    slope,
    ci: [slope - half, slope + half],
    p: risingChance(line),
    growth: part(slope),
    worst: part(slope + half),
    settled: slope > 0 && later.slope < slope / 2,
    lasts: later.slope >= slope / 2 && risingChance(later) < stillRising,
  };
}
