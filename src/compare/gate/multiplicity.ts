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
    readonly comparison: (row: Comparison) => boolean;
    readonly function: (row: FunctionComparison) => boolean;
  },
): { readonly comparisons: Comparison[]; readonly profiles: ProfileComparison[] } {
  const benchmarks = families<Comparison>(gated.comparison, isWorse);
  for (const row of comparisons) {
    if (row.p !== null && row.test !== 'exact' && row.test !== 'run-level')
      benchmarks.add(row, row.p);
  }
  const functions = families<FunctionComparison>(gated.function, (row) => row.adjustedDelta > 0);
  for (const row of profiles.flatMap((profile) => profile.functions)) {
    if (row.p !== null) functions.add(row, row.p);
  }
  const [byBenchmark, byFunction] = [benchmarks.adjusted(), functions.adjusted()];
  return {
    comparisons: comparisons.map((row) => ({
      ...row,
      pAdjusted:
        row.test === 'exact'
          ? row.p
          : row.test === 'run-level'
            ? row.pAdjusted
            : (byBenchmark.get(row) ?? null),
    })),
    profiles: profiles.map((profile) => ({
      ...profile,
      functions: profile.functions.map((row) => ({
        ...row,
        pAdjusted: byFunction.get(row) ?? null,
      })),
    })),
  };
}

/** What is gated, and what is only shown, apart. */
function families<T extends Row>(isGated: (t: T) => boolean, isWorse: (t: T) => boolean) {
  const [family, shown] = [new Map<Row, Test>(), new Map<Row, Test>()];
  return {
    add: (t: T, p: number) => (isGated(t) ? family : shown).set(t, { worse: isWorse(t), p }),
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
export function isWorse(row: Comparison): boolean {
  if (row.base === null || row.head === null) return false;
  return row.better === 'higher'
    ? row.head.center < row.base.center
    : row.head.center > row.base.center;
}
