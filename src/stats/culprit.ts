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

const steps = 120;

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
  const logs = parts.map((_, i) => logOfSum(each.map((of) => of[i] as number)));
  const none = Math.log(priorOfNone);
  const most = Math.max(none, ...logs);
  const weights = logs.map((log) => Math.exp(log - most));
  const sum = weights.reduce((total, weight) => total + weight, Math.exp(none - most));
  return { parts: weights.map((weight) => weight / sum), none: Math.exp(none - most) / sum };
}

function logOfSum(logs: readonly number[]): number {
  const most = Math.max(...logs);
  return most + Math.log(logs.reduce((sum, log) => sum + Math.exp(log - most), 0));
}

/** log of P(hits | its share fell by the factor 1 - w) over P(hits | it did not change), b integrated out. */
function dilutedOdds(part: Part, base: number, head: number, gained: number): number {
  const [x, y, n, m] = scaled(part, base, head);
  return y * Math.log(1 - gained) - (x + y + 0.5) * Math.log((n + m * (1 - gained)) / (n + m));
}

/** log of P(hits | its share is b (1 - w) + w) over P(hits | it did not change). */
function gainedOdds(part: Part, base: number, head: number, gained: number): number {
  const [x, y, n, m] = scaled(part, base, head);
  // Over b: the base's posterior reaches that far, and the head's without the gain.
  const most = Math.min(
    1,
    Math.max(x, y) / Math.min(n, m) + (12 * Math.sqrt(Math.max(x, y, 1))) / Math.min(n, m),
  );
  const logs: number[] = [];
  for (let i = 0; i < steps; i++) {
    const b = (most * (i + 0.5)) / steps;
    const grown = b * (1 - gained) + gained;
    logs.push((x - 0.5) * Math.log(b) - n * b + y * Math.log(grown) - m * grown);
  }
  const largest = Math.max(...logs);
  const area = logs.reduce((sum, log) => sum + Math.exp(log - largest), 0) * (most / steps);
  const shape = x + y + 0.5;
  return largest + Math.log(area) - (logGamma(shape) - shape * Math.log(n + m));
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
