/**
 * Comparisons slice by slice: `endpoint=/checkout` of the head with `endpoint=/checkout` of main, each
 * share of its own slice's total. What is compared, and how, is compare.ts.
 */
import { InputError } from '../../model/error.ts';
import type { ProfileComparison } from '../../model/functions.ts';
import { typeKey } from '../../model/keys.ts';
import type { FunctionTable, Run } from '../../model/run.ts';
import { compareFunctions, type FunctionOptions } from './compare.ts';
import { type Gaps, profileGaps } from './gaps.ts';
import { type Factors, factorsOf } from './shares.ts';

/** The comparisons of every slice, in the head's order; of profiles without slices as they are. */
export function compareSlices(
  head: readonly Run[],
  baseline: readonly Run[],
  options: FunctionOptions,
): readonly ProfileComparison[] {
  return slicesOf(head).flatMap((slice) =>
    compareFunctions(only(head, slice), only(baseline, slice), options).map((profile) =>
      slice === undefined
        ? profile
        : {
            ...profile,
            slice,
            functions: profile.functions.map((row) => ({ ...row, slice })),
          },
    ),
  );
}

/** factorsOf of each kind of profile and slice that both sides have, by the tables of the profiles that were compared. */
export function sliceFactors(
  head: readonly Run[],
  baseline: readonly Run[],
): ReadonlyMap<FunctionTable, Factors> {
  const factors = new Map<FunctionTable, Factors>();
  for (const slice of slicesOf(head)) {
    const [base, now] = [only(baseline, slice), only(head, slice)];
    const keys = new Set(
      now.flatMap(({ tables }) => tables.map((functionTable) => typeKey(functionTable.sampleType))),
    );
    for (const key of keys) {
      for (const [table, factor] of factorsOf(base, now, key) ?? []) {
        for (const part of table.parts ?? [table]) factors.set(part, factor);
      }
    }
  }
  return factors;
}

/** A slice that was less of main's newest profile may be absent by chance. */
const leastShare = 0.01;

/** profileGaps of every slice that is not too small to be missed. */
export function sliceGaps(head: readonly Run[], baseline: readonly Run[]): Gaps {
  const [open, told]: [string[], string[]] = [[], []];
  const newest = baseline.slice(0, 1);
  for (const slice of slicesOf([...baseline, ...head])) {
    if (slice !== undefined && shareOf(newest, slice) < leastShare) {
      const share = shareOf(head, slice);
      if (baseline.length === 0 || share < leastShare || shareOf(baseline, slice) > 0) continue;
      told.push(
        `${slice} is new, ${(100 * share).toFixed(0)} % of this run's profile: its functions were not compared`,
      );
      continue;
    }
    const gaps = profileGaps(only(head, slice), only(baseline, slice));
    const named = (gap: string) => (slice === undefined ? gap : `${slice}: ${gap}`);
    open.push(...gaps.open.map(named));
    told.push(...gaps.told.map(named));
  }
  return { open, told };
}

function slicesOf(runs: readonly Run[]): (string | undefined)[] {
  return [...new Set(runs.flatMap((run) => run.tables.map((table) => table.slice)))];
}

const only = (runs: readonly Run[], slice: string | undefined): Run[] =>
  runs.map((run) => ({ ...run, tables: run.tables.filter((table) => table.slice === slice) }));

/** The largest share of any kind of profile that the slice has in a run. */
function shareOf(runs: readonly Run[], slice: string): number {
  const sliced = runs.flatMap((run) => run.tables).filter((table) => table.slice !== undefined);
  const totals = new Map<string, { all: number; own: number }>();
  for (const table of sliced) {
    const { type } = table.sampleType;
    const sum = totals.get(type) ?? { all: 0, own: 0 };
    totals.set(type, {
      all: sum.all + table.total,
      own: sum.own + (table.slice === slice ? table.total : 0),
    });
  }
  return Math.max(0, ...[...totals.values()].map(({ all, own }) => (all === 0 ? 0 : own / all)));
}

/** From so many values on, two runs that share few of them show what the label is. */
const few = 5;

/**
 * Refuses a label whose values two runs do not share, like request ids: values that only one run has
 * are no regression and no improvement, and comparing the rest would pass for having looked.
 *
 * @throws {InputError} when each run has 5 values or more and fewer than half of either's are shared
 */
export function refuseUnshared(key: string, head: readonly Run[], baseline: readonly Run[]): void {
  const values = (runs: readonly Run[]) =>
    new Set(slicesOf(runs).filter((slice) => slice?.startsWith(`${key}=`)));
  const [now, before] = [values(head), values(baseline.slice(0, 1))];
  const shared = [...now].filter((slice) => before.has(slice)).length;
  const fewest = Math.min(now.size, before.size);
  if (fewest < few || 2 * shared >= fewest) return;
  throw new InputError(
    `the label ${JSON.stringify(key)} has ${now.size} values in this run and ${before.size} in the base's newest, ` +
      `and only ${shared} in both: it names single requests, not kinds of work; group by a label with a ` +
      'fixed set of values',
  );
}
