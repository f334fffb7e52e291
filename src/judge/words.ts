/** Numbers as the judge's sentences write them. */

/** 0.0512 -> '5.1 %', 2.3 -> '230 %', 123 -> 'over 1000 %'; unsigned. */
export function percent(ratio: number): string {
  const value = Math.abs(ratio) * 100;
  if (value > 1000) return 'over 1000 %';
  return `${value >= 99.95 ? value.toFixed(0) : value >= 9.995 ? value.toFixed(1) : trimmed(value)} %`;
}

/** 0.126 -> '+12.6 %', -0.02 -> '-2 %', 23 -> 'over +1000 %'. */
export const signed = (ratio: number): string =>
  percent(ratio).replace(/(?=\d)/, ratio < 0 ? '-' : '+');

/** '+12.6 % [+11.1 %, +14.0 %]', or 'from zero'. */
export function change(delta: number | null, ci: readonly [number, number] | null): string {
  if (delta === null) return 'from zero';
  return ci === null || ci[0] === ci[1]
    ? signed(delta)
    : `${signed(delta)} [${signed(ci[0])}, ${signed(ci[1])}]`;
}

/** 0.054 -> '5.4 pp'; unsigned. */
export const points = (fraction: number): string => `${trimmed(Math.abs(fraction) * 100)} pp`;

/** 3, 'benchmark' -> '3 benchmarks'. */
export const plural = (count: number, noun: string): string =>
  `${count} ${noun}${count === 1 ? '' : 's'}`;

const trimmed = (value: number): string => String(Number(value.toPrecision(2)));
