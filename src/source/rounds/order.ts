/** Which side of a round goes first: random, balanced, and the same again for the same seed. */
import { createHash } from 'node:crypto';

export type Order = 'base-first' | 'head-first';

/**
 * Permuted blocks of two rounds: each pair of rounds holds both orders once, which of them comes
 * first is drawn (Zelen, "The randomization and stratification of patients to clinical trials",
 * 1974). A cost of going second (a warmer CPU, a fuller cache) then cancels at every look after an
 * even number of rounds, and no rhythm of the machine can lock in with ours.
 */
export function orderOf(seed: number, round: number): Order {
  const block = Math.floor((round - 1) / 2);
  const drawn = (createHash('sha256').update(`${seed}/${block}`).digest()[0] ?? 0) & 1;
  return (drawn ^ (round - 1 - 2 * block)) === 0 ? 'base-first' : 'head-first';
}
