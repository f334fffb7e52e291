/** Tools that write JSON: the file is read whole or not at all, and its values are taken as they are meant. */
import { InputError } from '../../model/error.ts';
import type { InputFile } from '../../model/run.ts';

/**
 * The JSON of a file. Throws InputError where it is none: then it is cut off. `repair` is asked what else the tool
 * may have meant.
 */
export function jsonOf(
  { file, bytes }: InputFile,
  repair: (text: string) => string = (text) => text,
): unknown {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8');
  try {
    return parsed(text) ?? JSON.parse(repair(text));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new InputError(`is not whole JSON, was it cut off? ${reason}`, { file });
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * The values of a file that has one on each line, with the line each is on; what is no JSON is handed to `broken`.
 * Empty lines are passed over.
 */
export function* jsonLinesOf(
  { bytes }: InputFile,
  broken: (line: number, text: string) => void,
): Generator<{ readonly line: number; readonly value: unknown }> {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  for (let start = 0, line = 1; start < whole.length; line++) {
    const newline = whole.indexOf(0x0a, start);
    const end = newline < 0 ? whole.length : newline;
    const text = whole.toString('utf8', start, end);
    start = end + 1;
    if (text.trim() === '') continue;
    const value = parsed(text);
    if (value === undefined) broken(line, text);
    else yield { line, value };
  }
}

/** Numbers that JSON has no word for, as `null`. What stands in strings stays. */
export const withoutNonFinite = (text: string): string =>
  text.replace(/"[^"\\]*(?:\\[\s\S][^"\\]*)*(?:"|\\?$)|-?\b(?:NaN|Infinity)\b/g, (found) =>
    found.startsWith('"') ? found : 'null',
  );

export type Json = Readonly<Record<string, unknown>>;

/** An object, or an empty one where the value is none. */
export const objectOf = (value: unknown): Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {};

export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

export const isNumber = (value: unknown): value is number =>
  typeof value === 'number' && Number.isFinite(value);

/** NaN where the value is no number: whoever gets it leaves the metric out and says so (sound.ts). */
export const numberOf = (value: unknown): number =>
  typeof value === 'number' ? value : Number.NaN;
