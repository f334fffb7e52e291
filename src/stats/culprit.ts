/**
 * Which of many parts grew, where the whole is known to have grown: the part that gained has more of the new
 * whole, and all others have less of it by one factor.
 *
 * Each part's hits on two sides are Poisson counts of its share. "It gained w": its new share is b (1 - w) + w,
 * where b is its old one, and that of each other part is b (1 - w). "None did": every share is as it was. The
 * old share is integrated out, with Jeffreys' prior. Overdispersed counts are divided by their dispersion
 * (quasi-likelihood, Wedderburn 1974). All parts are equally likely before the data are seen.
 */

export interface Part {
  /** Hits on either side: of `base` and `head` in all. */
  readonly base: number;
  readonly head: number;
  /** Variance of a count over a Poisson count's, at least 1. */
  readonly dispersion: number;
}

/** Of the integral over the old share, across all of it that matters. */
const steps = 120;
/** Where the logarithm is this much under its highest, nothing is left to add up. */
const negligible = 40;
/** Fewer hits than this part of what a gain alone would bring are no gain, where that is many. */
const hopeless = 0.1;
const many = 20;

/**
 * The probability of each part to be the one that gained, in the order given, and that of none. `base` and `head` are
 * all hits of a side; `gained` is how much of the head's whole was gained, one or several values that are equally
 * likely (0 to 1, exclusive); `none` how likely it is that no part grew alone, before the data are seen (0 to 1).
 */
export function culpritOdds(
  parts: readonly Part[],
  {
    base,
    head,
    gained,
    none: priorOfNone,
  }: {
    readonly base: number;
    readonly head: number;
    readonly gained: readonly number[];
    readonly none: number;
  },
): { readonly parts: readonly number[]; readonly none: number } {
  if (parts.length === 0 || gained.length === 0) return { parts: parts.map(() => 0), none: 1 };
  const prior = Math.log((1 - priorOfNone) / parts.length / gained.length);
  // Relative to "it did not change": of each part that it was diluted, and that it gained.
  const each = gained.map((by) => {
    const diluted = parts.map((part) => dilutedOdds(part, base, head, by));
    const all = diluted.reduce((sum, odds) => sum + odds, 0);
    return parts.map(
      (part, i) => prior + all - (diluted[i] as number) + gainedOdds(part, base, head, by),
    );
  });
  const logs = parts.map((_, i) => logOfSum(each.map((values) => values[i] as number)));
  const none = Math.log(priorOfNone);
  const most = Math.max(none, largest(logs));
  const weights = logs.map((log) => Math.exp(log - most));
  const sum = weights.reduce((total, weight) => total + weight, Math.exp(none - most));
  return { parts: weights.map((weight) => weight / sum), none: Math.exp(none - most) / sum };
}

/** Not by spreading: a profile may have more functions than a call has arguments. */
const largest = (values: readonly number[]): number =>
  values.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY);

function logOfSum(logs: readonly number[]): number {
  const most = largest(logs);
  if (most === Number.NEGATIVE_INFINITY) return most;
  return most + Math.log(logs.reduce((sum, log) => sum + Math.exp(log - most), 0));
}

/** log of P(hits | its share fell by the factor 1 - w) over P(hits | it did not change), b integrated out. */
function dilutedOdds(part: Part, base: number, head: number, gained: number): number {
  const [x, y, n, m] = scaled(part, base, head);
  return y * Math.log(1 - gained) - (x + y + 0.5) * Math.log((n + m * (1 - gained)) / (n + m));
}

/**
 * log of P(hits | its share is b (1 - w) + w) over P(hits | it did not change). Integrated over u = sqrt(b), in which
 * Jeffreys' prior is flat: one hill, of which the part that is not negligible is divided into equal steps.
 */
function gainedOdds(part: Part, base: number, head: number, gained: number): number {
  const [x, y, n, m] = scaled(part, base, head);
  if (m * gained > many && y < hopeless * m * gained) return Number.NEGATIVE_INFINITY;
  const log = (u: number): number => {
    const grown = u * u * (1 - gained) + gained;
    return (x === 0 ? 0 : 2 * x * Math.log(u)) - n * u * u + y * Math.log(grown) - m * grown;
  };
  const top = hilltop(log);
  const highest = log(top);
  const isOver = (u: number) => log(u) > highest - negligible;
  const from = edge(0, top, (u) => !isOver(u));
  const to = edge(top, 1, isOver);
  const width = (to - from) / steps;
  let area = 0;
  for (let i = 0; i < steps; i++) area += Math.exp(log(from + width * (i + 0.5)) - highest);
  const shape = x + y + 0.5;
  // db / sqrt(b) is 2 du.
  return highest + Math.log(2 * area * width) - (logGamma(shape) - shape * Math.log(n + m));
}

/** Halvings: narrower than the hill of a million million hits. */
const halvings = 50;

/** Where one hill between 0 and 1 is highest. */
function hilltop(log: (u: number) => number): number {
  let [low, high] = [0, 1];
  for (let i = 0; i < 2 * halvings; i++) {
    const [left, right] = [low + (high - low) / 3, high - (high - low) / 3];
    if (log(left) < log(right)) low = left;
    else high = right;
  }
  return (low + high) / 2;
}

/** Between two places the last one, from the low end, of which `isLow` is true; the low end where none is. */
function edge(from: number, to: number, isLow: (u: number) => boolean): number {
  let [low, high] = [from, to];
  for (let i = 0; i < halvings; i++) {
    const middle = (low + high) / 2;
    if (isLow(middle)) low = middle;
    else high = middle;
  }
  return low;
}

const scaled = (
  { base: x, head: y, dispersion }: Part,
  base: number,
  head: number,
): readonly [number, number, number, number] => [
  x / dispersion,
  y / dispersion,
  base / dispersion,
  head / dispersion,
];

/** Stirling's series, shifted to where it is exact to ten digits. */
function logGamma(value: number): number {
  let shift = 0;
  let at = value;
  for (; at < 8; at++) shift -= Math.log(at);
  const inverse = 1 / (at * at);
  const series = (1 / 12 - inverse * (1 / 360 - inverse * (1 / 1260 - inverse / 1680))) / at;
  return shift + (at - 0.5) * Math.log(at) - at + 0.5 * Math.log(2 * Math.PI) + series;
}
