/**
 * Units: brought to base units as benchstat does, and which way each one improves.
 */
import type { Better } from '../../model/run.ts';

export interface TidyUnit {
  readonly unit: string;
  /** A value in the original unit times this is a value in `unit`. */
  readonly factor: number;
}

/** A word of a unit, and whether it stands below the line. */
interface Word {
  readonly text: string;
  readonly at: number;
  readonly divides: boolean;
}

/**
 * `*` multiplies and `/` divides, up to the next one; `-` and white space only separate words
 * (golang/perf, benchunit).
 */
function words(unit: string): Word[] {
  const found: Word[] = [];
  let divides = false;
  for (const match of unit.matchAll(/[*/]|[^*/\-\p{White_Space}]+/gu)) {
    const text = match[0];
    if (text === '*') divides = false;
    else if (text === '/') divides = true;
    else found.push({ text, at: match.index, divides });
  }
  return found;
}

/** Nanoseconds become seconds and megabytes (10^6) bytes, above the line only: `ns/op`, `MB/s`. */
export function tidy(unit: string): TidyUnit {
  if (!unit.includes('ns') && !unit.includes('MB')) return { unit, factor: 1 };
  let factor = 1;
  let tidied = '';
  let copied = 0;
  for (const { text, at, divides } of words(unit)) {
    if (divides || (text !== 'ns' && text !== 'MB')) continue;
    factor = text === 'ns' ? factor / 1e9 : factor * 1e6;
    tidied += unit.slice(copied, at) + (text === 'ns' ? 'sec' : 'B');
    copied = at + text.length;
  }
  return { unit: tidied + unit.slice(copied), factor };
}

const times = new Set(['sec', 's', 'ms', 'us', 'µs', 'μs']);
const perSecond = new Set(['s', 'sec']);
const sizes = new Set(['B', 'bytes', 'KB', 'kB', 'KiB', 'MiB', 'GB', 'GiB']);

/**
 * Which way a tidied unit improves when no `Unit ... better=` says so. Go's own units first; then
 * by shape: so much per second is a rate and better higher, a time or a size better lower.
 * Anything else is unknown, and so is a time per second, which may be a load or a yield.
 */
export function betterOf(unit: string): Better {
  if (unit === 'allocs/op') return 'lower';
  const parts = words(unit);
  const above = parts.filter((word) => !word.divides).map((word) => word.text);
  const rate = parts.some((word) => word.divides && perSecond.has(word.text));
  const time = above.some((word) => times.has(word));
  if (rate) return time ? 'unknown' : 'higher';
  return time || above.some((word) => sizes.has(word)) ? 'lower' : 'unknown';
}
