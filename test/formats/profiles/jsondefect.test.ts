/** The place at which text stops being JSON, held against JSON.parse itself. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonDefect } from '../../../src/formats/profiles/jsondefect.ts';

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

describe('the defect of', () => {
  it.each<[string, number, string]>([
    ['', 0, 'a value'],
    ['{"a": 1', 7, 'a comma or the end'],
    ['{"a" 1}', 5, ':'],
    ['{a: 1}', 1, 'a key or }'],
    ['[1, ]', 4, 'a value'],
    ['{"a": 1, }', 9, 'a key'],
    ['[1 2]', 3, 'a comma or the end'],
    ['[1}', 2, 'a comma or the end'],
    ['[01]', 1, 'a value or ]'],
    ['[-]', 1, 'a value or ]'],
    ['["a\nb"]', 1, 'a value or ]'],
    ['{"a": tru', 6, 'a value'],
    ['{"a": "unterminated', 6, 'a value'],
    ['[]]', 2, 'nothing more'],
    ['{} x', 3, 'nothing more'],
    ['["\u007f\u2028\\u00e9\ud800", x]', 14, 'a value'],
  ])('%j', (text, at, expected) => {
    expect(isJson(text)).toBe(false);
    expect(jsonDefect(text)).toEqual({ at, expected });
  });
});

it('is behind the end of what is JSON, and of a text that was cut', () => {
  fc.assert(
    fc.property(fc.json(), fc.nat(), (text, cut) => {
      expect(jsonDefect(text)).toEqual({ at: text.length, expected: 'nothing more' });
      const part = text.slice(0, cut % text.length);
      if (isJson(part)) return;
      // What is before the defect can go on to be JSON, as the whole shows.
      expect(text.startsWith(part.slice(0, jsonDefect(part).at))).toBe(true);
      expect(jsonDefect(part).expected).not.toBe('nothing more');
    }),
    { numRuns: 500 },
  );
});

it('is no later than where the engine says, where it does', () => {
  fc.assert(
    fc.property(
      fc.json(),
      fc.nat(),
      fc.constantFrom('x', ',', '}', ']', '"', '\0', '1', ' '),
      (text, at, other) => {
        const damaged =
          text.slice(0, at % text.length) + other + text.slice((at % text.length) + 1);
        try {
          JSON.parse(damaged);
        } catch (error) {
          const said = / at position (\d+)/.exec(String(error))?.[1];
          const { at: found } = jsonDefect(damaged);
          expect(found).toBeLessThanOrEqual(said === undefined ? damaged.length : Number(said));
        }
      },
    ),
    { numRuns: 1000 },
  );
});

it('is found in long text in one pass', () => {
  const text = `[${'"abc\\n",'.repeat(200_000)}`;
  expect(jsonDefect(text).at).toBe(text.length);
  const long = `["${'x'.repeat(5_000_000)}`;
  expect(jsonDefect(long)).toEqual({ at: 1, expected: 'a value or ]' });
});
