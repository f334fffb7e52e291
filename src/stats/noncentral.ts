/**
 * Power of the one-sided t test, and the smallest effect it finds: the noncentral t distribution.
 *
 * No maintained package offers it, so it is integrated over library functions. With Z normal and
 * S = sqrt(chi^2 / df), T = (Z + d) / S exceeds c exactly where Z > c S - d, so
 *
 *     power = E[ Phi(d - c S) ]
 *
 * over the density of U = log S, which is exp(df (u - exp(2 u) / 2)) up to a factor that the same
 * sum gives. Gauss-Legendre on panels no wider than the density or the step of Phi asks for.
 * Agrees with scipy's nct and with 30-digit integration to 1e-9 (test/stats/golden).
 */
import { normalCdf, normalQuantile } from './normal.ts';
import { tUpperQuantile } from './student.ts';

/**
 * The probability that a one-sided t test of size `alpha` rejects when the true effect is
 * `effect` standard errors beyond the margin. df > 0, or Infinity.
 */
export function tPower(effect: number, df: number, alpha: number): number {
  const critical = tUpperQuantile(alpha, df);
  if (df === Number.POSITIVE_INFINITY) return normalCdf(effect - critical);
  return beyond(critical, effect, df).power;
}

const found = new Map<string, number>();
/** A gate asks for a handful of (df, alpha, power); Welch's fractional df may ask for thousands. */
const foundKept = 10_000;

/**
 * How many standard errors a true effect must lie beyond the margin to be found with probability
 * `power` by a one-sided t test of size `alpha` (0 < alpha < power < 1). Remembered: about 50
 * microseconds when new.
 */
export function noncentrality(df: number, alpha: number, power = 0.8): number {
  const key = `${df} ${alpha} ${power}`;
  let effect = found.get(key);
  if (effect === undefined) {
    effect = solve(df, alpha, power);
    if (found.size >= foundKept) found.clear();
    found.set(key, effect);
  }
  return effect;
}

/** The smallest difference that the test finds: margin + noncentrality * se, in se's unit. */
export function smallestDetectable(
  se: number,
  df: number,
  alpha: number,
  power = 0.8,
  margin = 0,
): number {
  return se === 0 ? margin : margin + noncentrality(df, alpha, power) * se;
}

/** Newton's method in probits, where power is nearly a straight line, kept within a bracket. */
function solve(df: number, alpha: number, power: number): number {
  const critical = tUpperQuantile(alpha, df);
  const wanted = normalQuantile(power);
  let effect = critical + wanted;
  if (df === Number.POSITIVE_INFINITY) return effect;
  let low = 0;
  let high = Number.POSITIVE_INFINITY;
  for (let i = 0; i < 100; i++) {
    const at = beyond(critical, effect, df);
    const miss = normalQuantile(at.power) - wanted;
    if (miss < 0) low = effect;
    else high = effect;
    const step = (miss * Math.exp(-0.5 * (miss + wanted) ** 2) * inverseRoot2Pi) / at.slope;
    let next = effect - step;
    if (!(next > low && next < high)) {
      next = high === Number.POSITIVE_INFINITY ? 2 * effect : (low + high) / 2;
    }
    // The error of the next step is the square of this one's.
    if (Math.abs(next - effect) <= 1e-7 * effect) return next;
    effect = next;
  }
  return effect;
}

const inverseRoot2Pi = 1 / Math.sqrt(2 * Math.PI);
/** Logarithm of what the density may fall to before it is left out: 1e-13 of its top. */
const negligible = -30;
/** Phi is 0 or 1 to the last bit so many standard deviations from its middle. */
const reach = 8.5;

/** P(T > critical) for T with `effect` as its noncentrality, and its derivative by the effect. */
function beyond(critical: number, effect: number, df: number): { power: number; slope: number } {
  let all = 0;
  let over = 0;
  let slope = 0;
  const edges = panels(critical, effect, df);
  for (let i = 1; i < edges.length; i++) {
    const from = edges[i - 1] as number;
    const half = ((edges[i] as number) - from) / 2;
    for (let k = 0; k < gaussNodes.length; k++) {
      const u = from + half * (1 + (gaussNodes[k] as number));
      const s = Math.exp(u);
      const mass = half * (gaussWeights[k] as number) * Math.exp(df * (u - (s * s - 1) / 2));
      const z = effect - critical * s;
      all += mass;
      if (z > reach) over += mass;
      else if (z > -reach) {
        over += mass * normalCdf(z);
        slope += mass * Math.exp(-0.5 * z * z) * inverseRoot2Pi;
      }
    }
  }
  return { power: over / all, slope: slope / all };
}

/** Where u = log S has its mass, cut so that a panel holds no more than the nodes can follow. */
function panels(critical: number, effect: number, df: number): number[] {
  const low = bound(df, -1);
  const high = bound(df, 1);
  const edges = [low];
  const density = 3 / Math.sqrt(2 * df);
  // Phi(effect - critical s) is half way at s = effect / critical and steep there.
  const step = effect > 0 && critical > 0 ? Math.log(effect / critical) : Number.NaN;
  const from = step + Math.log(Math.max(1 - reach / effect, 1e-300));
  const to = step + Math.log(1 + reach / effect);
  // Never so narrow that u + steep is u: a step within 1e-12 is a jump.
  const steep = Math.max(3.5 / effect, 1e-12);
  let u = low;
  while (u < high) {
    let next = u + density;
    if (u < from && next > from) next = from;
    else if (u >= from && u < to) next = Math.min(next, u + steep);
    u = Math.min(next, high);
    edges.push(u);
  }
  return edges;
}

/** Where log density, df (u - (exp(2u) - 1) / 2), falls to `negligible` on the given side. */
function bound(df: number, side: -1 | 1): number {
  let u = side * Math.sqrt(-negligible / df);
  for (let i = 0; i < 50; i++) {
    const e = Math.exp(2 * u);
    const step = (df * (u - (e - 1) / 2) - negligible) / (df * (1 - e));
    u -= step;
    if (Math.abs(step) < 1e-3 * Math.abs(u)) break;
  }
  return u;
}

/** 16-point Gauss-Legendre nodes and weights (Abramowitz and Stegun, table 25.4). */
const [gaussNodes, gaussWeights] = mirrored([
  [0.09501250983763744, 0.1894506104550685],
  [0.2816035507792589, 0.18260341504492358],
  [0.45801677765722737, 0.16915651939500254],
  [0.6178762444026438, 0.14959598881657674],
  [0.755404408355003, 0.12462897125553388],
  [0.8656312023878318, 0.09515851168249279],
  [0.9445750230732326, 0.062253523938647894],
  [0.9894009349916499, 0.027152459411754096],
]);

function mirrored(half: readonly (readonly [number, number])[]): [Float64Array, Float64Array] {
  const all = half.flatMap(([node, weight]) => [[-node, weight] as const, [node, weight] as const]);
  return [Float64Array.from(all, ([node]) => node), Float64Array.from(all, ([, weight]) => weight)];
}
