/**
 * One result line of the Go benchmark format: `BenchmarkName 100 1234 ns/op 56 B/op`, a name,
 * iterations, and pairs of value and unit. Bytes in, positions and numbers out; what a line that
 * is no result means is the caller's business.
 */
import { quote } from '../../text/quote.ts';
import { fieldEnd, isAsciiSpace, sameBytes, skipSpace } from './field.ts';
import { parseFloat64, parseInteger, plainDecimal, plainInteger, type Scan } from './number.ts';
import type { TidyUnit } from './unit.ts';

/** The last result that was read, into which the next one is read. */
export interface ResultLine {
  /** The name after the word Benchmark, as positions. */
  nameStart: number;
  nameEnd: number;
  /** It is the name of the result before. */
  sameName: boolean;
  iterations: number;
  /** How many values and units of the arrays below belong to this result. */
  pairs: number;
  /** How many of them are NaN or infinite. */
  notFinite: number;
  /** In tidied units. */
  readonly values: number[];
  /** The units that stood in these places last, this result's first. */
  readonly units: KnownUnit[];
  readonly unitOf: (name: string) => TidyUnit;
}

interface KnownUnit {
  readonly tidied: TidyUnit;
  readonly name: Buffer;
}

/** Why a line that begins with Benchmark is no result. `at` is where the trouble begins. */
export interface NoResult {
  readonly kind: 'name-only' | 'iterations' | 'measurement';
  readonly at: number;
  readonly message: string;
}

export function emptyResult(unitOf: (name: string) => TidyUnit): ResultLine {
  return {
    nameStart: 0,
    nameEnd: 0,
    sameName: false,
    iterations: 0,
    pairs: 0,
    notFinite: 0,
    values: [],
    units: [],
    unitOf,
  };
}

const scan: Scan = { end: 0 };

/**
 * Reads bytes[start..end), a line that begins with Benchmark, into `into`; null if it is a result.
 * All results that go into one ResultLine come from the same bytes.
 */
export function readResult(
  bytes: Buffer,
  start: number,
  end: number,
  into: ResultLine,
): NoResult | null {
  const name = start + 'Benchmark'.length;
  const length = into.nameEnd - into.nameStart;
  const sameName = isField(bytes, name, end, bytes, into.nameStart, length);
  const nameEnd = sameName ? name + length : fieldEnd(bytes, name, end);
  if (nameEnd === end) return { kind: 'name-only', at: end, message: '' };

  const count = skipSpace(bytes, nameEnd, end);
  into.iterations = plainInteger(bytes, count, end, scan);
  if (into.iterations < 0) {
    const problem = readIterations(bytes, count, end, into);
    if (problem !== null) return problem;
  }
  const problem = readPairs(bytes, skipSpace(bytes, scan.end, end), end, into);
  if (problem !== null) return problem;
  into.nameStart = name;
  into.nameEnd = nameEnd;
  into.sameName = sameName;
  return null;
}

/** Whether the field at `at` is these bytes; no answer (false) where another than ASCII space follows. */
function isField(
  bytes: Uint8Array,
  at: number,
  end: number,
  field: Uint8Array,
  fieldStart: number,
  length: number,
): boolean {
  const after = at + length;
  return (
    (after === end || (after < end && isAsciiSpace(bytes[after] as number))) &&
    sameBytes(bytes, at, field, fieldStart, length)
  );
}

/** Iterations that are not plain digits: a sign, more than 15 digits, or no number at all. */
function readIterations(bytes: Buffer, at: number, end: number, into: ResultLine): NoResult | null {
  scan.end = fieldEnd(bytes, at, end);
  if (scan.end === at) return { kind: 'iterations', at, message: 'missing iteration count' };
  const text = bytes.toString('utf8', at, scan.end);
  const parsed = parseInteger(text);
  if (typeof parsed === 'string') {
    const message = `parsing iteration count: ${parsed}: found ${quote(text)}`;
    return { kind: 'iterations', at, message };
  }
  into.iterations = Number(parsed);
  return null;
}

function readPairs(bytes: Buffer, at: number, end: number, into: ResultLine): NoResult | null {
  into.pairs = 0;
  into.notFinite = 0;
  while (at < end) {
    let value = plainDecimal(bytes, at, end, scan);
    if (value < 0) {
      scan.end = fieldEnd(bytes, at, end);
      const text = bytes.toString('utf8', at, scan.end);
      const parsed = parseFloat64(text);
      if (typeof parsed === 'string') {
        const message = `parsing measurement: ${parsed}: found ${quote(text)}`;
        return { kind: 'measurement', at, message };
      }
      value = parsed;
    }
    const unit = skipSpace(bytes, scan.end, end);
    if (unit === end) return { kind: 'measurement', at: end, message: 'missing units' };
    const known = knownUnit(bytes, unit, end, into);
    value *= known.tidied.factor;
    if (!Number.isFinite(value)) into.notFinite++;
    into.values[into.pairs++] = value;
    at = skipSpace(bytes, unit + known.name.length, end);
  }
  if (into.pairs > 0) return null;
  return { kind: 'measurement', at: end, message: 'missing measurements' };
}

/** The unit that begins at `at`; most often the one that stood in this place in the last result. */
function knownUnit(bytes: Buffer, at: number, end: number, into: ResultLine): KnownUnit {
  const last = into.units[into.pairs];
  if (last !== undefined && isField(bytes, at, end, last.name, 0, last.name.length)) return last;
  const name = bytes.subarray(at, fieldEnd(bytes, at, end));
  if (last?.name.equals(name)) return last;
  const unit = { tidied: into.unitOf(name.toString()), name };
  into.units[into.pairs] = unit;
  return unit;
}
