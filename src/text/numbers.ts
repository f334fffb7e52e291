/**
 * Numbers in sentences and tables of the gate, written once so that one report never has the same
 * change in two spellings: two significant digits, a percentage up to a doubling, a factor from there.
 * What benchstat and pprof print in their own way is in report/scale.ts.
 */
import { isTime } from '../model/units.ts';

/** From here on a change for more is a factor: 1.995x is printed as 2.0x. */
const doubling = 0.995;
/** And one for less: half of it, or less. */
const halving = -doubling / (1 + doubling);

/** 3, 'benchmark' -> '3 benchmarks'. */
export const plural = (count: number, noun: string): string =>
  `${count} ${noun}${count === 1 ? '' : 's'}`;

/** A smaller change is none. */
const nothing = 5e-5;

/** 2.04 -> '2.0x', 12.3 -> '12x', 1234 -> 'over 1000x'. */
function times(ratio: number): string {
  if (ratio > 1000) return 'over 1000x';
  return `${ratio.toFixed(ratio < 9.95 ? 1 : 0)}x`;
}

/** 0.0512 -> '5.1 %', -0.18 -> '18 %', 2.1 -> '3.1x'; unsigned, `?` where it is not known. */
export function percent(ratio: number): string {
  if (!Number.isFinite(ratio)) return '?';
  if (ratio >= doubling) return times(1 + ratio);
  const value = Math.abs(ratio) * 100;
  if (value === 0) return '0 %';
  if (value < 0.001) return 'under 0.001 %';
  // A fall by 99.9 % is not one by all of it; of next to nothing one digit is enough.
  return `${Number(value.toPrecision(value >= 99.5 ? 3 : value < 0.1 ? 1 : 2))} %`;
}

/** 0.126 -> '+13 %', -0.02 -> '-2 %', 2.1 -> '3.1x'; `?` where it is not known. */
export function signed(ratio: number | null): string {
  if (ratio === null || !Number.isFinite(ratio)) return '?';
  if (ratio >= doubling) return times(1 + ratio);
  // The sign of next to nothing is chance.
  if (Math.abs(ratio) < nothing) return '0 %';
  return `${ratio < 0 ? '-' : '+'}${percent(ratio)}`;
}

/** '+0.6 % [-1, +2]', '3.1x [2.9x, 3.4x]', or 'from zero'. */
export function change(delta: number | null, ci: readonly [number, number] | null): string {
  if (delta === null) return 'from zero';
  if (ci === null || ci[0] === ci[1] || !ci.every(Number.isFinite)) return signed(delta);
  const [size, ...ends] = [delta, ...ci].map(signed);
  const allPercent = [size, ...ends].every((text) => text?.endsWith(' %'));
  const shown = allPercent ? ends.map((text) => text.slice(0, -2)) : ends;
  return `${size} [${shown.join(', ')}]`;
}

/** 5723.4 -> '5,723', 12.34 -> '12.3', 137657188 -> '137,657,188': a count that is no measurement. */
export function counted(value: number): string {
  if (!Number.isFinite(value)) return '?';
  const digits = Math.abs(value) >= 100 ? 0 : 3;
  if (digits > 0) return String(Number(value.toPrecision(digits)));
  return value.toFixed(0).replace(/\B(?=(?:\d{3})+$)/g, ',');
}

/** The same of a change: '+5,742', '-152', '0'. */
export const countedChange = (value: number): string => `${value > 0 ? '+' : ''}${counted(value)}`;

/** Whether a reader would ask why one change is not the other: by two points, and a fifth of it. */
export const isOther = (one: number, other: number): boolean =>
  Math.abs(one - other) > Math.max(0.02, Math.abs(other) / 5);

/** Both ends, in a column of their own: '+11 % to +14 %'. */
export const interval = (ci: readonly [number, number]): string =>
  `${signed(ci[0])} to ${signed(ci[1])}`;

/** A change in words: '94 % slower', '3.1x more', '2.0x faster', '18 % less'. */
export function changeWords(delta: number, unit: string): string {
  const more = isTime(unit) ? 'slower' : 'more';
  const less = isTime(unit) ? 'faster' : 'less';
  if (delta >= 0) return `${percent(delta)} ${more}`;
  return `${delta <= halving && delta > -1 ? times(1 / (1 + delta)) : percent(delta)} ${less}`;
}

/** The same in a column: the sign says it, and the word only beside a factor. */
export function changeCell(delta: number | null, unit: string): string {
  if (delta === null || !Number.isFinite(delta)) return '?';
  const isFactor = delta >= doubling || (delta <= halving && delta > -1);
  return isFactor ? changeWords(delta, unit) : signed(delta);
}

/** A part of a profile: 0.135 -> '13.5 %', 0.0042 -> '0.42 %'. */
export function share(fraction: number): string {
  const value = fraction * 100;
  if (!Number.isFinite(value)) return '?';
  return value === 0 ? '0 %' : `${value.toFixed(Math.abs(value) < 0.995 ? 2 : 1)} %`;
}

/** 0.054 -> '5.4 pp'; unsigned. */
export const points = (fraction: number): string =>
  `${Number((Math.abs(fraction) * 100).toPrecision(2))} pp`;

/** Under this nobody could check it, nor does the prior behind it promise more. */
const rarest = 1 / 200;

/** 0.033 -> '1 in 30', 0.001 -> 'fewer than 1 in 200'. */
export function oneIn(p: number): string {
  if (p < rarest) return 'fewer than 1 in 200';
  return `1 in ${Math.max(1, Math.round(Number((1 / p).toPrecision(2))))}`;
}

/** `45s`, `9m05s`. */
export function duration(time: number): string {
  const whole = Math.max(0, Math.round(time));
  const minutes = Math.floor(whole / 60);
  return minutes === 0 ? `${whole}s` : `${minutes}m${String(whole % 60).padStart(2, '0')}s`;
}
