/**
 * Numbers as Go's strconv reads them, from bytes.
 *
 * Plain decimals of up to 15 digits, nearly all there are, become doubles without a string in
 * between; the rest goes through Go's syntax (underscores, hexadecimal, `inf`, `nan`), which is
 * not JavaScript's.
 */
import { isAsciiSpace } from './field.ts';

/** Why text is not a number, in Go's words. */
export type NumberError = 'invalid syntax' | 'value out of range';

const zero = 48;
const point = 46;

/** Powers of ten that a double holds exactly. */
const powersOfTen = Float64Array.from({ length: 23 }, (_, i) => Number(`1e${i}`));

/** Where a number that was read ends. */
export interface Scan {
  end: number;
}

/**
 * The value of the field at `start` where it is digits with at most one point, and its end in
 * `scan`; -1 where it takes more than that to read it. Exact: both the digits (below 10^15) and
 * the power of ten are, and one division rounds once.
 */
export function plainDecimal(bytes: Uint8Array, start: number, end: number, scan: Scan): number {
  let value = 0;
  let fraction = -1;
  let i = start;
  for (; i < end; i++) {
    const byte = bytes[i] as number;
    const digit = byte - zero;
    if (digit >= 0 && digit <= 9) value = value * 10 + digit;
    else if (byte === point && fraction < 0) fraction = i + 1;
    else if (isAsciiSpace(byte)) break;
    else return -1;
  }
  const digits = i - start - (fraction < 0 ? 0 : 1);
  if (digits === 0 || digits > 15) return -1;
  scan.end = i;
  return fraction < 0 || fraction === i ? value : value / (powersOfTen[i - fraction] as number);
}

/** {@link plainDecimal} without a point. */
export function plainInteger(bytes: Uint8Array, start: number, end: number, scan: Scan): number {
  let value = 0;
  let i = start;
  for (; i < end; i++) {
    const byte = bytes[i] as number;
    const digit = byte - zero;
    if (digit >= 0 && digit <= 9) value = value * 10 + digit;
    else if (isAsciiSpace(byte)) break;
    else return -1;
  }
  if (i === start || i - start > 15) return -1;
  scan.end = i;
  return value;
}

/** strconv.ParseFloat(text, 64). NaN and infinities only where they are spelt out. */
export function parseFloat64(text: string): number | NumberError {
  if (/^nan$/i.test(text)) return Number.NaN;
  const infinite = /^([+-]?)inf(?:inity)?$/i.exec(text);
  if (infinite !== null) {
    return infinite[1] === '-' ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  }
  if (!underscoresSeparateDigits(text)) return 'invalid syntax';
  const digits = text.replaceAll('_', '');
  const value = /^[+-]?0x/i.test(digits) ? hexadecimal(digits) : decimal(digits);
  return typeof value === 'number' && !Number.isFinite(value) ? 'value out of range' : value;
}

function decimal(digits: string): number | NumberError {
  return /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/i.test(digits)
    ? Number(digits)
    : 'invalid syntax';
}

/** `0x1.8p-3`: the exponent, of two, is required. */
function hexadecimal(digits: string): number | NumberError {
  const parts = /^([+-]?)0x([\da-f]*)(?:\.([\da-f]*))?p([+-]?\d+)$/i.exec(digits);
  if (parts === null) return 'invalid syntax';
  const [, sign, whole = '', fraction = '', exponent = ''] = parts;
  if (whole === '' && fraction === '') return 'invalid syntax';
  const mantissa = Number(BigInt(`0x${whole}${fraction}`));
  const value = scale(mantissa, Number(exponent) - 4 * fraction.length);
  return sign === '-' ? -value : value;
}

/** x * 2^exponent, in steps whose powers of two are doubles themselves. */
function scale(x: number, exponent: number): number {
  let left = Math.max(-5000, Math.min(5000, exponent));
  while (left !== 0) {
    const step = Math.max(-1000, Math.min(1000, left));
    x *= 2 ** step;
    left -= step;
  }
  return x;
}

/** An underscore stands between digits, or between a base prefix and a digit. */
function underscoresSeparateDigits(text: string): boolean {
  if (!text.includes('_')) return true;
  const [, prefix = '', rest = ''] = /^[+-]?(0[box])?(.*)$/is.exec(text) ?? [];
  const digit = /^0x$/i.test(prefix) ? '[0-9a-fA-F]' : '[0-9]';
  const before = prefix === '' ? `(?<=${digit})` : `(?<=${digit}|^)`;
  return !rest.replaceAll(new RegExp(`${before}_(?=${digit})`, 'g'), '').includes('_');
}

/** strconv.Atoi on a 64-bit machine: a sign, digits, nothing else. */
export function parseInteger(text: string): bigint | NumberError {
  if (!/^[+-]?\d+$/.test(text)) return 'invalid syntax';
  if (text.length > 400) return 'value out of range';
  const value = BigInt(text.replace(/^\+/, ''));
  return BigInt.asIntN(64, value) === value ? value : 'value out of range';
}
