/** Tools that write one JSON object: it is told by its first key's name, and read whole or not at all. */
import { InputError } from '../../model/error.ts';
import type { InputFile } from '../../model/run.ts';

/**
 * The object in a file that begins with the key `first`; null for anything else. Throws InputError
 * where it begins so and is no JSON: then it is cut off. `repair` is asked what else the tool may
 * have meant.
 */
export function jsonObject(
  { file, bytes }: InputFile,
  first: string,
  repair: (text: string) => string = (text) => text,
): Json | null {
  const begin = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 1024));
  const key = /^\uFEFF?\s*\{\s*"([^"]*)"/.exec(begin.toString('utf8'))?.[1];
  if (key !== first) return null;
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
    .toString('utf8')
    .replace(/^\uFEFF/, '');
  try {
    return objectOf(parsed(text) ?? JSON.parse(repair(text)));
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
