/** Numbers of profiles as the page prints them; those of benchmarks come printed (report/page/). */
import { counted, share } from '../text/numbers.ts';
import { commonScale, fixed } from '../text/quantity.ts';

const times: Readonly<Record<string, number>> = {
  nanoseconds: 1e-9,
  ns: 1e-9,
  microseconds: 1e-6,
  us: 1e-6,
  milliseconds: 1e-3,
  ms: 1e-3,
  seconds: 1,
  s: 1,
};

/** `1.30 s`, `12.3 MiB`, `5,723`: three digits. */
export function amount(value: number, unit: string): string {
  const seconds = times[unit];
  if (seconds !== undefined) return scaled(value * seconds, 'sec', 's');
  if (unit === 'bytes' || unit === 'B') return scaled(value, 'B', 'B');
  return unit === 'count' || unit === '' ? counted(value) : `${counted(value)} ${unit}`;
}

function scaled(value: number, unit: string, shown: string): string {
  if (value === 0) return `0 ${shown}`;
  const { factor, prefix, digits } = commonScale([value], unit);
  return `${fixed(value / factor, Math.max(0, digits - 1))} ${prefix}${shown}`;
}

/** `+2.4 pp`, `-0.31 pp`, `0 pp`: a change of a share. */
export function pointsChange(change: number): string {
  const value = change * 100;
  const text = Math.abs(value) < 0.995 ? value.toFixed(2) : value.toFixed(1);
  if (Number(text) === 0) return '0 pp';
  return `${value > 0 ? '+' : ''}${text} pp`;
}

export { share };

/** A part of the total, as a ratio; 0 of nothing. */
export const part = (value: number, total: number): number => (total > 0 ? value / total : 0);
