/**
 * Numbers as the reader sees them: benchmark values scaled as benchstat does, percentages,
 * percentage points, p-values. Profile values, which pprof scales by other rules, are in
 * profilescale.ts. Nothing here prints NaN or Infinity: what is not known is `?`.
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

/** `value` in `scale`, for example `1.234µ`; `?` where it is not finite. */
export function scaled(value: number, scale: Scale): string {
  return Number.isFinite(value) ? fixed(value / scale.factor, scale.digits) + scale.prefix : '?';
}

/**
 * `value` in `scale` with its unit, the prefix where people write it: `1.234 µs/op`,
 * `1.000 KiB/op`, `12.30 MiB/s`, `3.400k lines/op`.
 */
export function quantity(value: number, unit: string, scale: Scale): string {
  if (!Number.isFinite(value)) return '?';
  const number = fixed(value / scale.factor, scale.digits);
  if (/^sec(?![^*/\-\s])/u.test(unit)) return `${number} ${scale.prefix}s${unit.slice(3)}`;
  if (/^B(?![^*/\-\s])/u.test(unit)) return `${number} ${scale.prefix}${unit}`;
  return `${number}${scale.prefix} ${unit}`;
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
