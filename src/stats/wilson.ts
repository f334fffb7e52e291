/**
 * The interval of a rate from a count: Wilson's score interval, which keeps near its confidence
 * for few trials and for rates near 0, where the textbook's does not.
 *
 * E. B. Wilson (1927), "Probable inference, the law of succession, and statistical inference";
 * recommended for small n by Brown, Cai and DasGupta (2001).
 */
import { normalQuantile } from './normal.ts';

/** `count` of `trials`, 0 <= count <= trials; [0, 1] where there were none. */
export function wilson(count: number, trials: number, confidence = 0.95): [number, number] {
  if (trials === 0) return [0, 1];
  const z = normalQuantile(0.5 + confidence / 2);
  const rate = count / trials;
  const center = rate + (z * z) / (2 * trials);
  const half = z * Math.sqrt((rate * (1 - rate)) / trials + (z / (2 * trials)) ** 2);
  const scale = 1 + (z * z) / trials;
  return [
    count === 0 ? 0 : Math.max(0, (center - half) / scale),
    count === trials ? 1 : Math.min(1, (center + half) / scale),
  ];
}
