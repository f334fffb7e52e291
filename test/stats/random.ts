/**
 * Seeded draws for calibration tests, and Kolmogorov-Smirnov's distance from the uniform.
 */

export interface Draws {
  /** In (0, 1). */
  readonly uniform: () => number;
  readonly normal: () => number;
  readonly sample: (n: number, mean?: number, sd?: number) => number[];
}

/** sfc32, seeded: good enough for 10,000 draws and the same on every machine. */
export function draws(seed: number): Draws {
  let a = seed | 0;
  let b = 0x9e3779b9 | 0;
  let c = 0x243f6a88 | 0;
  let counter = 1;
  const next = () => {
    const t = (a + b + counter++) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + t;
    return t >>> 0;
  };
  for (let i = 0; i < 20; i++) next();
  const uniform = () => (next() + 0.5) / 2 ** 32;
  const normal = () => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform());
  const sample = (n: number, mean = 0, sd = 1) =>
    Array.from({ length: n }, () => mean + sd * normal());
  return { uniform, normal, sample };
}

/** Largest distance between the empirical distribution of `ps` and the uniform on 0..1. */
export function distanceFromUniform(ps: readonly number[]): number {
  const sorted = [...ps].sort((a, b) => a - b);
  return sorted.reduce(
    (worst, p, i) =>
      Math.max(worst, Math.abs((i + 1) / sorted.length - p), Math.abs(i / sorted.length - p)),
    0,
  );
}

/** Critical distance at the 0.1 % level for n draws (Kolmogorov's asymptotic 1.95 / sqrt n). */
export const criticalDistance = (n: number): number => 1.95 / Math.sqrt(n);
