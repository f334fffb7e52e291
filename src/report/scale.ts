/**
 * Numbers as a diff prints them, as benchstat does: scaled values, percentages, p-values; and
 * percentage points. The gate's are in text/numbers.ts. Profile values, which pprof scales by other
 * rules, are in profilescale.ts. Nothing here prints NaN or Infinity: what is not known is `?`.
 */
import { fixed, type Scale } from '../text/quantity.ts';

/** `value` in `scale`, for example `1.234µ`; `?` where it is not finite. */
export function scaled(value: number, scale: Scale): string {
  return Number.isFinite(value) ? fixed(value / scale.factor, scale.digits) + scale.prefix : '?';
}

function signed(value: number, digits: number): string {
  const text = fixed(value, digits);
  return text.startsWith('-') ? text : `+${text}`;
}

/** A relative change (0.2195 as `+21.95%`); `?` where it is not known. */
export function percent(ratio: number | null, digits = 2): string {
  return ratio === null || !Number.isFinite(ratio) ? '?' : `${signed(ratio * 100, digits)}%`;
}

/** A two-sided interval of a relative change: `+18.1% to +25.2%`; `?` where it is not known. */
export function percentInterval(ci: readonly [number, number] | null): string {
  return ci === null ? '?' : `${percent(ci[0], 1)} to ${percent(ci[1], 1)}`;
}

/** One decimal, and two where the first would show too little. */
function pointDigits(points: number): number {
  return Math.abs(points) < 0.995 ? 2 : 1;
}

/** A fraction of a profile (0.135 as `13.5%`); `?` where it is not known. */
export function fraction(value: number | null): string {
  if (value === null || !Number.isFinite(value)) return '?';
  return value === 0 ? '0%' : `${fixed(value * 100, pointDigits(value * 100))}%`;
}

/** A change of a fraction, in percentage points (0.054 as `+5.4 pp`); `?` where not known. */
export function pp(delta: number | null): string {
  if (delta === null || !Number.isFinite(delta)) return '?';
  return `${signed(delta * 100, pointDigits(delta * 100))} pp`;
}

/** A two-sided interval of a change of a fraction: `+3.2 to +7.6 pp`; `?` where not known. */
export function ppInterval(ci: readonly [number, number] | null): string {
  return ci === null ? '?' : `${pp(ci[0]).replace(/ pp$/, '')} to ${pp(ci[1])}`;
}

/** A p-value as benchstat prints it: `p=0.008`; `p=?` where there is none. */
export function pValue(p: number | null): string {
  return `p=${p === null || !Number.isFinite(p) ? '?' : fixed(p, 3)}`;
}

/** A p-value in a column of its own: `0.008`, `<0.001`; `-` where nothing was tested. */
export function pCell(p: number | null): string {
  if (p === null || !Number.isFinite(p)) return '-';
  return p < 0.0005 ? '<0.001' : fixed(p, 3);
}
