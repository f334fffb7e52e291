/**
 * Benchmark values with their unit, scaled as benchstat does and with no more digits than are needed to
 * tell the values of a row apart.
 */

/** How the numbers of one row are printed: `value / factor` with `digits` decimals, then prefix. */
export interface Scale {
  readonly digits: number;
  readonly factor: number;
  readonly prefix: string;
}

interface Step {
  readonly factor: number;
  readonly prefix: string;
  /** From here on: one, two, three decimals. Just under 100, 10 and 1, as rounding goes up. */
  readonly at: readonly [hundred: number, ten: number, one: number];
}

// Parsed from decimal text so that each limit is the double nearest to what printing rounds at.
const SI: readonly Step[] = ['T', 'G', 'M', 'k', '', 'm', 'µ', 'n'].map((prefix, i) => {
  const exponent = 12 - 3 * i;
  return {
    factor: Number(`1e${exponent}`),
    prefix,
    at: [
      Number(`99.995e${exponent}`),
      Number(`9.9995e${exponent}`),
      Number(`.99995e${exponent}`),
    ] as const,
  };
});

// No prefix under one byte: there is no such thing as a milli-binary prefix.
const IEC: readonly Step[] = ['Ti', 'Gi', 'Mi', 'Ki', ''].map((prefix, i) => {
  const factor = 2 ** (40 - 10 * i);
  return { factor, prefix, at: [99.995 * factor, 9.9995 * factor, 0.99995 * factor] as const };
});

/** At most this many decimals for values under the smallest prefix. */
const MOST_DIGITS = 10;

/**
 * Whether `unit` counts bytes, and so takes Ki, Mi, Gi: a part `B`, `MB` or `bytes` in the
 * numerator. Parts are separated by `*`, `/`, `-` and white space; `/` starts the denominator and
 * `*` ends it. Source: ClassOf of golang.org/x/perf/benchunit.
 */
export function countsBytes(unit: string): boolean {
  let denominator = false;
  for (const [, separator, part] of unit.matchAll(/([*/\-\s]+)|([^*/\-\s]+)/gu)) {
    if (separator !== undefined) {
      for (const char of separator) {
        if (char === '/') denominator = true;
        else if (char === '*') denominator = false;
      }
    } else if (!denominator && (part === 'B' || part === 'MB' || part === 'bytes')) {
      return true;
    }
  }
  return false;
}

/**
 * The scale that shows at least three significant digits of every value: chosen by the non-zero
 * value closest to zero. Source: CommonScale of golang.org/x/perf/benchunit.
 */
export function commonScale(values: readonly number[], unit: string): Scale {
  let least = 0;
  for (const value of values) {
    const size = Math.abs(value);
    if (Number.isFinite(size) && size !== 0 && (least === 0 || size < least)) least = size;
  }
  if (least === 0) return { digits: 3, factor: 1, prefix: '' };
  const steps = countsBytes(unit) ? IEC : SI;
  for (const { factor, prefix, at } of steps) {
    const digits = at.findIndex((limit) => least >= limit);
    if (digits >= 0) return { digits: digits + 1, factor, prefix };
  }
  const { factor, prefix } = steps[steps.length - 1] ?? { factor: 1, prefix: '' };
  const small = least / factor;
  let digits = 3;
  while (digits < MOST_DIGITS && small < Number(`9.9995e${2 - digits}`)) digits++;
  return { digits, factor, prefix };
}

/**
 * `value` with `digits` decimals (0 to 20), a tie going to the even digit as C and Go round, where
 * `toFixed` rounds it up: 1088 bytes are 1.062Ki, not 1.063Ki.
 */
export function fixed(value: number, digits: number): string {
  const text = value.toFixed(digits);
  if (!Number.isFinite(value) || Math.abs(value) >= 1e21) return text;
  // A tie is exact in binary: its decimals are a 5 and then only zeros.
  if (!value.toFixed(digits + 1).endsWith('5')) return text;
  const exact = value.toFixed(100);
  const rest = exact.slice(exact.indexOf('.') + 1 + digits);
  if (!/^50*$/.test(rest)) return text;
  const down = exact.slice(0, exact.length - rest.length).replace(/\.$/, '');
  return /[02468]$/.test(down) ? down : text;
}

/** What stands behind a number: ` µs/op`, ` KiB/op`, `k lines/op`: the prefix where people write it. */
function suffix(unit: string, prefix: string): string {
  if (/^sec(?![^*/\-\s])/u.test(unit)) return ` ${prefix}s${unit.slice(3)}`;
  if (/^B(?![^*/\-\s])/u.test(unit)) return ` ${prefix}${unit}`;
  return `${prefix} ${unit}`;
}

/** What the numbers of a scale are in: `µs/op`, `KiB/op`. */
export const unitIn = (unit: string, { prefix }: Scale): string => suffix(unit, prefix).trim();

/** `value` in `scale` with its unit: `1.234 µs/op`, `1.000 KiB/op`, `12.30 MiB/s`, `3.400k lines/op`. */
export function quantity(value: number, unit: string, scale: Scale): string {
  if (!Number.isFinite(value)) return '?';
  return fixed(value / scale.factor, scale.digits) + suffix(unit, scale.prefix);
}

/**
 * The scale of a row of the gate: three digits of the least value, no decimals where all are whole;
 * of values that never vary (`exact`) more where two would look the same.
 */
export function rowScale(values: readonly number[], unit: string, exact: boolean): Scale {
  const scale = commonScale(values, unit);
  const scaled = values.filter(Number.isFinite).map((value) => value / scale.factor);
  if (scaled.every((value) => Number.isInteger(value) && Math.abs(value) < 1000)) {
    return { ...scale, digits: 0 };
  }
  const wanted = exact ? new Set(scaled).size : 0;
  const apart = (digits: number) => new Set(scaled.map((value) => fixed(value, digits))).size;
  let digits = Math.max(0, scale.digits - 1);
  while (digits < MOST_DIGITS && apart(digits) < wanted) digits++;
  return { ...scale, digits };
}

/** `3 -> 9 allocs/op`, `1.21 -> 1.50 KiB/op`, `1.23k -> 1.24k rows`. */
export function fromTo(base: number, head: number, unit: string): string {
  if (!Number.isFinite(base) || !Number.isFinite(head)) return `? ${unit}`;
  const scale = rowScale([base, head], unit, true);
  const [from, to] = [base, head].map((value) => fixed(value / scale.factor, scale.digits));
  const end = suffix(unit, scale.prefix);
  // A prefix that stands at the number belongs to both.
  return `${from}${end.startsWith(' ') ? '' : scale.prefix} -> ${to}${end}`;
}
