/**
 * Units of label values: `bytes:64kB`, a request size from 4 MB. As pprof scales them.
 *
 * Source: internal/measurement (Scale, ScaledLabel) of github.com/google/pprof.
 */

interface Unit {
  readonly name: string;
  readonly factor: number;
}

interface UnitKind {
  readonly units: readonly Unit[];
  readonly aliases: ReadonlyMap<string, Unit>;
  readonly zero: Unit;
}

function kind(zero: string, units: readonly (readonly [string, number, ...string[]])[]): UnitKind {
  const aliases = new Map<string, Unit>();
  const known = units.map(([name, factor, ...others]) => {
    const unit = { name, factor };
    for (const alias of others) aliases.set(alias, unit);
    return unit;
  });
  const fallback = known.find(({ name }) => name === zero) ?? { name: zero, factor: 1 };
  return { units: known, aliases, zero: fallback };
}

const KINDS: readonly UnitKind[] = [
  kind('B', [
    ['B', 1, 'b', 'byte'],
    ['kB', 2 ** 10, 'kb', 'kbyte', 'kilobyte'],
    ['MB', 2 ** 20, 'mb', 'mbyte', 'megabyte'],
    ['GB', 2 ** 30, 'gb', 'gbyte', 'gigabyte'],
    ['TB', 2 ** 40, 'tb', 'tbyte', 'terabyte'],
    ['PB', 2 ** 50, 'pb', 'pbyte', 'petabyte'],
  ]),
  kind('s', [
    ['ns', 1, 'ns', 'nanosecond'],
    ['us', 1e3, 'μs', 'us', 'microsecond'],
    ['ms', 1e6, 'ms', 'millisecond'],
    ['s', 1e9, 's', 'sec', 'second'],
    ['hrs', 3600e9, 'hour', 'hr'],
  ]),
];

function unitIn({ aliases }: UnitKind, name: string): Unit | undefined {
  const lower = name.toLowerCase();
  return aliases.get(lower.length > 2 && lower.endsWith('s') ? lower.slice(0, -1) : lower);
}

export interface Scaled {
  readonly value: number;
  readonly unit: string;
}

/**
 * A value of unit `from` in unit `to`; `auto` is the largest unit that leaves it at least 1. Of units
 * of another kind the result is in the kind's own unit, and of unknown ones the value stays.
 */
export function scale(value: number, from: string, to: string): Scaled {
  if (value < 0) {
    const { value: size, unit } = scale(-value, from, to);
    return { value: -size, unit };
  }
  for (const units of KINDS) {
    const source = unitIn(units, from);
    if (source === undefined) continue;
    const base = value * source.factor;
    const target =
      to === 'auto' ? units.units.findLast(({ factor }) => base / factor >= 1) : unitIn(units, to);
    const { name, factor } = target ?? units.zero;
    return { value: base / factor, unit: name };
  }
  return { value, unit: ['count', 'sample', 'unit', 'minimum', 'auto'].includes(to) ? '' : to };
}

/** The value with the unit that suits it: `64kB`, `1.50s`, `3`. */
export function scaledLabel(value: number, unit: string): string {
  const scaled = scale(value, unit, 'auto');
  const digits = scaled.value.toFixed(2).replace(/\.00$/, '');
  return digits === '0' || digits === '-0' ? '0' : digits + scaled.unit;
}
