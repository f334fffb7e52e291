/**
 * Profile values as `go tool pprof` prints them: one unit for a whole table, two decimals,
 * percentages of at least two digits. Source: internal/measurement and internal/report of
 * github.com/google/pprof. Which rows a table shows is toptext.ts's business.
 */
import { fixed } from '../text/quantity.ts';

interface Unit {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly factor: number;
}

/** Units of one kind, rising, and the one that a zero is printed in. */
interface UnitKind {
  readonly zero: { readonly name: string; readonly factor: number };
  readonly units: readonly Unit[];
}

const bytes = ['B', 'kB', 'MB', 'GB', 'TB', 'PB'].map((name, i): Unit => {
  const long = ['', 'kilo', 'mega', 'giga', 'tera', 'peta'][i];
  const short = name.toLowerCase();
  const aliases = i === 0 ? ['b', 'byte'] : [short, `${short}yte`, `${long}byte`];
  return { name, aliases, factor: 1024 ** i };
});

const times: readonly Unit[] = [
  { name: 'ns', aliases: ['ns', 'nanosecond'], factor: 1 },
  { name: 'us', aliases: ['us', 'μs', 'microsecond'], factor: 1e3 },
  { name: 'ms', aliases: ['ms', 'millisecond'], factor: 1e6 },
  { name: 's', aliases: ['s', 'sec', 'second'], factor: 1e9 },
  { name: 'hrs', aliases: ['hour', 'hr'], factor: 3600e9 },
];

const KINDS: readonly UnitKind[] = [
  { zero: { name: 'B', factor: 1 }, units: bytes },
  { zero: { name: 's', factor: 1e9 }, units: times },
];

/** Units that say nothing beside a number. */
const SILENT = new Set(['count', 'sample', 'unit', 'minimum', 'auto']);

/** The unit that `name` means (`nanoseconds`, `kB`, ...), or undefined. */
function unitOf(kind: UnitKind, name: string): Unit | undefined {
  const lower = name.toLowerCase();
  const alias = lower.length > 2 ? lower.replace(/s$/, '') : lower;
  return kind.units.find((unit) => unit.aliases.includes(alias));
}

/** Whether values of unit `from` can be printed in `unit`. */
export function isUnitFor(unit: string, from: string): boolean {
  const kind = KINDS.find((one) => unitOf(one, from) !== undefined);
  return kind === undefined ? unit === from : unitOf(kind, unit) !== undefined;
}

/** `value` of unit `from` in unit `to`, where `auto` is the largest unit that leaves it >= 1. */
function convert(value: number, from: string, to: string): { value: number; unit: string } {
  for (const kind of KINDS) {
    const source = unitOf(kind, from);
    if (source === undefined) continue;
    const base = value * source.factor;
    const target =
      to === 'auto'
        ? kind.units.findLast((unit) => Math.abs(base) >= unit.factor)
        : unitOf(kind, to);
    const { name, factor } = target ?? kind.zero;
    return { value: base / factor, unit: name };
  }
  return { value, unit: SILENT.has(to) ? '' : to };
}

/** `value` of unit `from` printed in unit `to` (or `auto`), for example `1.24s`, `512kB`, `0`. */
export function profileValue(value: number, from: string, to = 'auto'): string {
  const converted = convert(value, from, to);
  if (!Number.isFinite(converted.value)) return '?';
  const text = fixed(converted.value, 2).replace(/\.00$/, '');
  return text === '0' || text === '-0' ? '0' : text + converted.unit;
}

/**
 * The one unit for all values of a table: that of the smallest row, or, where the total has a
 * larger unit and is over 100 times as large, the unit that prints the smallest row as 0.01.
 * `part` is what is printed of an amount.
 */
export function commonProfileUnit(
  rows: readonly { readonly flat: number; readonly cum: number }[],
  total: number,
  unit: string,
  part: (amount: number) => number = (amount) => amount,
): string {
  if (rows.length === 0) return 'auto';
  let least = 0;
  for (const { flat, cum } of rows) {
    const size = Math.abs(flat) || Math.abs(cum);
    if (size > 0 && (least === 0 || size < least)) least = size;
  }
  if (least === 0) least = total;
  [least, total] = [part(least), part(total)];
  const small = convert(least, unit, 'auto').unit;
  const large = convert(total, unit, 'auto').unit;
  const chosen =
    small !== large && least * 100 < total ? convert(100 * least, unit, 'auto').unit : small;
  return chosen === '' ? unit : chosen;
}

/** |value| of |total| in six columns: ` 5.25%`, `  100%`, ` 0.05%`. A total of 0 gives `    0%`. */
export function profilePercent(value: number, total: number): string {
  const ratio = total === 0 ? 0 : Math.abs(value / total) * 100;
  if (!Number.isFinite(ratio)) return '     ?';
  if (ratio >= 99.95 && ratio <= 100.05) return '  100%';
  return `${(ratio >= 1 ? fixed(ratio, 2) : twoDigits(ratio)).padStart(5)}%`;
}

/** Two significant digits of a value under 1, without trailing zeros, as `%.2g` prints it. */
function twoDigits(value: number): string {
  if (value === 0) return '0';
  const exponent = Number(value.toExponential().split('e')[1]);
  if (exponent < -4) {
    const [mantissa = '', power = ''] = value.toExponential(1).split('e-');
    return `${mantissa.replace(/\.0$/, '')}e-${power.padStart(2, '0')}`;
  }
  return fixed(value, 1 - exponent).replace(/\.?0+$/, '');
}
