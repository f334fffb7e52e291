/** Tools that write one JSON object: it is told by its first key's name, and read whole or not at all. */
import { InputError } from '../../model/error.ts';
import type { InputFile } from '../../model/run.ts';

/**
 * The object in a file that begins with the key `first`; null for anything else. Throws InputError
 * where it begins so and is no JSON: then it is cut off.
 */
export function jsonObject({ file, bytes }: InputFile, first: string): Json | null {
  const begin = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 1024));
  const key = /^\uFEFF?\s*\{\s*"([^"]*)"/.exec(begin.toString('utf8'))?.[1];
  if (key !== first) return null;
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8');
  try {
    return objectOf(parsed(text.replace(/^\uFEFF/, '')));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new InputError(`is not whole JSON, was it cut off? ${reason}`, { file });
  }
}

/** A string, which may hold any word, or a number that JSON has no way to write. */
const stringOrNotFinite = /"(?:[^"\\]|\\.)*"|-?\b(?:NaN|Infinity)\b/g;

/**
 * JSON whose numbers may be the bare words `NaN` and `Infinity`, as printers of C++ and Python write
 * them; they are read as a number that is not finite.
 */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const mended = text.replace(stringOrNotFinite, (word) =>
      word.startsWith('"') ? word : '1e999',
    );
    if (mended === text) throw error;
    return JSON.parse(mended);
  }
}

export type Json = Readonly<Record<string, unknown>>;

/** An object, or an empty one where the value is none. */
export const objectOf = (value: unknown): Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {};

export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

export const isNumber = (value: unknown): value is number =>
  typeof value === 'number' && Number.isFinite(value);
