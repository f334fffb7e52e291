/**
 * Many tests, one error rate: Holm's adjustment over the benchmarks that are tested one by one (rounds, or
 * two files side by side), and over the functions. Benchmarks against stored runs are judged as a suite
 * (benchmarks/suite.ts) and come adjusted. A test is charged on the side its estimate points to: what got better is
 * adjusted among the improvements and does not spend the alpha of what got worse, but it counts in the size
 * of the family, because before the data were seen it could have gone either way.
 */
import type { Comparison } from '../../model/comparison.ts';
import type { FunctionComparison, ProfileComparison } from '../../model/functions.ts';
import { holm } from '../../stats/holm.ts';

type Row = Comparison | FunctionComparison;

interface Test {
  readonly worse: boolean;
  readonly p: number;
}

/**
 * Fills pAdjusted of all that carries a p-value. What is only shown is a family of its own: it
 * spends none of the gate's alpha, and looks no more evident than it is. Exact comparisons carry no
 * risk.
 */
export function adjust(
  comparisons: readonly Comparison[],
  profiles: readonly ProfileComparison[],
  gated: {
    readonly comparison: (of: Comparison) => boolean;
    readonly function: (of: FunctionComparison) => boolean;
  },
): { readonly comparisons: Comparison[]; readonly profiles: ProfileComparison[] } {
  const benchmarks = families<Comparison>(gated.comparison, isWorse);
  for (const of of comparisons) {
    if (of.p !== null && of.test !== 'exact' && of.test !== 'run-level') benchmarks.add(of, of.p);
  }
  const functions = families<FunctionComparison>(gated.function, (of) => of.adjustedDelta > 0);
  for (const of of profiles.flatMap((profile) => profile.functions)) {
    if (of.p !== null) functions.add(of, of.p);
  }
  const [byBenchmark, byFunction] = [benchmarks.adjusted(), functions.adjusted()];
  return {
    comparisons: comparisons.map((of) => ({
      ...of,
      pAdjusted:
        of.test === 'exact'
          ? of.p
          : of.test === 'run-level'
            ? of.pAdjusted
            : (byBenchmark.get(of) ?? null),
    })),
    profiles: profiles.map((profile) => ({
      ...profile,
      functions: profile.functions.map((of) => ({ ...of, pAdjusted: byFunction.get(of) ?? null })),
    })),
  };
}

/** What is gated, and what is only shown, apart. */
function families<T extends Row>(isGated: (of: T) => boolean, isWorse: (of: T) => boolean) {
  const [family, shown] = [new Map<Row, Test>(), new Map<Row, Test>()];
  return {
    add: (of: T, p: number) => (isGated(of) ? family : shown).set(of, { worse: isWorse(of), p }),
    adjusted: (): ReadonlyMap<Row, number> => new Map([...byHolm(family), ...byHolm(shown)]),
  };
}

/** The adjusted p of each, among those on its side. */
function byHolm(tests: ReadonlyMap<Row, Test>): [Row, number][] {
  const rows = [...tests];
  const side = (worse: boolean) =>
    holm(rows.map(([, test]) => (test.worse === worse ? test.p : 1)));
  const [worse, better] = [side(true), side(false)];
  return rows.map(([row, test], i) => [row, (test.worse ? worse[i] : better[i]) as number]);
}

/** Whether the head's centre is on the bad side of the base's. */
export function isWorse(of: Comparison): boolean {
  if (of.base === null || of.head === null) return false;
  return of.better === 'higher' ? of.head.center < of.base.center : of.head.center > of.base.center;
}
