/**
 * One alpha for the whole gate: every test of every gated benchmark, metric and function belongs to
 * one Holm family. A test is charged on the side its estimate points to: what got better is adjusted
 * among the improvements and does not spend the regressions' alpha, but it counts in the size of
 * the family, because before the data were seen it could have gone either way.
 */
import type { Comparison, FunctionComparison, ProfileComparison } from '../model.ts';
import { holm } from '../stats/holm.ts';

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
  const [family, shown] = [new Map<Row, Test>(), new Map<Row, Test>()];
  for (const of of comparisons) {
    if (of.p === null || of.test === 'exact') continue;
    (gated.comparison(of) ? family : shown).set(of, { worse: isWorse(of), p: of.p });
  }
  for (const of of profiles.flatMap((profile) => profile.functions)) {
    if (of.p === null) continue;
    (gated.function(of) ? family : shown).set(of, { worse: of.adjustedDelta > 0, p: of.p });
  }
  const adjusted = new Map([...byHolm(family), ...byHolm(shown)]);
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
