/**
 * Units as tools print them (`ms/op`, `ops/us`, `KiB`), brought to those whose direction is known: seconds and bytes above
 * the line, seconds below it. What is no time and no size stays as it is.
 */
import type { TidyUnit } from './unit.ts';

const seconds: Readonly<Record<string, number>> = {
  ps: 1e-12,
  ns: 1e-9,
  nanoseconds: 1e-9,
  us: 1e-6,
  µs: 1e-6,
  μs: 1e-6,
  microseconds: 1e-6,
  ms: 1e-3,
  milliseconds: 1e-3,
  second: 1,
  s: 1,
  sec: 1,
  seconds: 1,
  min: 60,
  minutes: 60,
  hr: 3600,
  day: 86_400,
};
const bytes: Readonly<Record<string, number>> = {
  B: 1,
  bytes: 1,
  kB: 1e3,
  KB: 1e3,
  MB: 1e6,
  GB: 1e9,
  KiB: 2 ** 10,
  MiB: 2 ** 20,
  GiB: 2 ** 30,
  byte: 1,
  kilobytes: 1e3,
  megabytes: 1e6,
  gigabytes: 1e9,
};

const own = (record: Readonly<Record<string, number>>, key: string): number | undefined =>
  Object.hasOwn(record, key) ? record[key] : undefined;

/** `us/op` is `sec/op` times 1e-6, `ops/us` is `ops/s` times 1e6. */
export function inBase(unit: string): TidyUnit {
  const [above = '', below, ...more] = unit.split('/');
  if (more.length > 0) return { unit, factor: 1 };
  const word = above.length > 3 ? above.toLowerCase() : above;
  const time = own(seconds, word);
  const size = own(bytes, word);
  const top =
    time !== undefined
      ? { unit: 'sec', factor: time }
      : size !== undefined
        ? { unit: 'B', factor: size }
        : { unit: above, factor: 1 };
  if (below === undefined) return top;
  const per = own(seconds, below);
  return per === undefined
    ? { unit: `${top.unit}/${below}`, factor: top.factor }
    : { unit: `${top.unit}/s`, factor: top.factor / per };
}

/** Seconds of a unit of time; NaN where it is none. */
export const secondsIn = (unit: string): number => own(seconds, unit) ?? Number.NaN;

/** Bytes of a unit of size; NaN where it is none. */
export const bytesIn = (unit: string): number => own(bytes, unit) ?? Number.NaN;
