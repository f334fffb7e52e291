/**
 * Holm's step-down adjustment: family-wise error under any dependence between the tests.
 *
 * S. Holm (1979), "A simple sequentially rejective multiple test procedure"; R's
 * `p.adjust(p, 'holm')`.
 */

/**
 * Adjusted p-values in the order given: reject where the adjusted value is at most alpha. Nulls
 * are tests that were not made: they stay null and are not counted. O(n log n).
 */
export function holm(ps: readonly (number | null)[]): (number | null)[] {
  const order: { readonly i: number; readonly p: number }[] = [];
  ps.forEach((p, i) => {
    if (p !== null) order.push({ i, p });
  });
  order.sort((a, b) => a.p - b.p);
  const adjusted: (number | null)[] = ps.map(() => null);
  let highest = 0;
  order.forEach(({ i, p }, rank) => {
    highest = Math.max(highest, Math.min(1, (order.length - rank) * p));
    adjusted[i] = highest;
  });
  return adjusted;
}
