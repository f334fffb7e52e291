/**
 * Binomial coefficients.
 */

/**
 * n over k, for whole 0 <= k <= n. Exact below 2^53, because every partial product is a binomial
 * coefficient itself; beyond, to a few units in the last place.
 */
export function choose(n: number, k: number): number {
  let product = 1;
  for (let i = 1; i <= Math.min(k, n - k); i++) product = (product * (n - i + 1)) / i;
  return product;
}
