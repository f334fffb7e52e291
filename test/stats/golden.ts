/**
 * Reads the tables of golden/ and compares numbers by relative error.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';

export function golden<Row>(name: string): Row[] {
  return JSON.parse(readFileSync(join(import.meta.dirname, 'golden', name), 'utf8')) as Row[];
}

/** Fails unless |got - want| <= relative * |want| + absolute; `of` names the row. */
export function expectClose(
  got: number,
  want: number,
  relative: number,
  of: unknown = '',
  absolute = 0,
): void {
  const allowed = relative * Math.abs(want) + absolute;
  if (got === want || Math.abs(got - want) <= allowed) return;
  expect.fail(`${got} is not ${want} to ${relative} relative (${JSON.stringify(of)})`);
}
