/**
 * One alpha for the whole gate: every test of every benchmark, metric and function belongs to one
 * Holm family. A test is charged on the side its estimate points to: what got better is adjusted
 * among the improvements and does not spend the regressions' alpha, but it counts in the size of
 * the family, because before the data were seen it could have gone either way.
 */
import type { Comparison, FunctionComparison, ProfileComparison } from '../model.ts';
import { holm } from '../stats/holm.ts';

interface Test {
  readonly worse: boolean;
  readonly p: number;
}

/** Fills pAdjusted of all that carries a p-value and is tested. Exact comparisons carry no risk. */
export function adjust(
  comparisons: readonly Comparison[],
  profiles: readonly ProfileComparison[],
  tested: {
    readonly comparison: (of: Comparison) => boolean;
    readonly function: (of: FunctionComparison) => boolean;
  },
): { readonly comparisons: Comparison[]; readonly profiles: ProfileComparison[] } {
  const tests = new Map<Comparison | FunctionComparison, Test>();
  for (const of of comparisons) {
    if (of.p === null || of.test === 'exact' || !tested.comparison(of)) continue;
    tests.set(of, { worse: isWorse(of), p: of.p });
  }
  for (const of of profiles.flatMap((profile) => profile.functions)) {
    if (of.p === null || !tested.function(of)) continue;
    tests.set(of, { worse: of.adjustedDelta > 0, p: of.p });
  }
  const family = [...tests];
  const side = (worse: boolean) =>
    holm(family.map(([, test]) => (test.worse === worse ? test.p : 1)));
  const [worse, better] = [side(true), side(false)];
  const adjusted = new Map(
    family.map(([of, test], i) => [of, (test.worse ? worse[i] : better[i]) ?? null]),
  );
  return {
    comparisons: comparisons.map((of) => ({
      ...of,
      pAdjusted: of.test === 'exact' ? of.p : (adjusted.get(of) ?? null),
    })),
    profiles: profiles.map((profile) => ({
      ...profile,
      functions: profile.functions.map((of) => ({ ...of, pAdjusted: adjusted.get(of) ?? null })),
    })),
  };
}

/** Whether the head's centre is on the bad side of the base's. */
export function isWorse(of: Comparison): boolean {
  if (of.base === null || of.head === null) return false;
  return of.better === 'higher' ? of.head.center < of.base.center : of.head.center > of.base.center;
}
