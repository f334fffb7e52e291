/** JSON of other tools, parsed and asked for its parts; what is missing is named with its place. */
import { InputError } from '../../model/error.ts';
import { quote } from '../../text/quote.ts';
import { jsonDefect } from './jsondefect.ts';

/** A part of a JSON document that knows where it is. */
export interface Part {
  readonly value: unknown;
  readonly file: string;
  /** Like `nodes[3].callFrame`. */
  readonly path: string;
}

/** @throws {InputError} on anything but one whole JSON document */
export function parseJson(content: Buffer, file: string): Part {
  const text = content.toString('utf8').replace(/^\ufeff/, '');
  try {
    return { value: JSON.parse(text), file, path: '' };
  } catch {
    const { at, expected } = jsonDefect(text);
    const found = at === text.length ? 'the end' : quote(text.slice(at, at + 20));
    throw new InputError(
      `not whole JSON: expected ${expected}, found ${found}; was the profiler stopped before it was done?`,
      { file, byte: Buffer.byteLength(text.slice(0, at)) },
    );
  }
}

export function field(part: Part, name: string): Part {
  const { value, file, path } = part;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw expected(part, 'an object');
  }
  const found = Object.hasOwn(value, name) ? (value as Record<string, unknown>)[name] : undefined;
  return { value: found, file, path: path === '' ? name : `${path}.${name}` };
}

export function listOf(part: Part): readonly unknown[] {
  if (!Array.isArray(part.value)) throw expected(part, 'a list');
  return part.value;
}

export function items(part: Part): Part[] {
  return listOf(part).map((value, i) => ({ value, file: part.file, path: `${part.path}[${i}]` }));
}

/** The list as numbers; each is checked, and only one that is none becomes a Part, for its message. */
export function numbersIn(part: Part, check: (part: Part) => number): Float64Array {
  return Float64Array.from(listOf(part), (value, i) =>
    typeof value === 'number' && Number.isSafeInteger(value) && value >= 0
      ? value
      : check({ value, file: part.file, path: `${part.path}[${i}]` }),
  );
}

export function textOf(part: Part): string {
  if (typeof part.value !== 'string') throw expected(part, 'a text');
  return part.value;
}

/** A finite number. */
export function numberIn(part: Part): number {
  if (typeof part.value !== 'number' || !Number.isFinite(part.value)) {
    throw expected(part, 'a number');
  }
  return part.value;
}

/** A finite number of at least 0. */
export function sizeIn(part: Part): number {
  if (numberIn(part) < 0) throw expected(part, 'a number, at least 0');
  return part.value as number;
}

/** A whole number of at least 0 and at most 2^53 - 1. */
export function countIn(part: Part): number {
  const { value } = part;
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0) {
    throw expected(part, 'a whole number, at least 0');
  }
  return value;
}

/** The number of a line; tools write -1 or 0 where there is none. */
export function lineIn(part: Part): number {
  const { value } = part;
  if (typeof value !== 'number' || !Number.isInteger(value) || value < -1 || value >= 2 ** 31) {
    throw expected(part, 'the number of a line');
  }
  return value;
}

export function expected({ value, file, path }: Part, what: string): InputError {
  const found = value === undefined ? 'nothing' : (JSON.stringify(value) ?? '').slice(0, 40);
  return new InputError(`expected ${what} at ${path || 'the top'}, found ${found}`, { file });
}
