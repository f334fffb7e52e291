/**
 * `tagfocus` and `tagignore`: which samples match by their labels.
 *
 * `[key=]range` compares numbers (`32kb`, `:64kb`, `4mb:`, `12kb:64mb`); anything else is a list of
 * expressions with commas between them. Without a key each must match some `key:value`; with one,
 * any that matches a value of that key is enough.
 *
 * Source: internal/driver/driver_focus.go (compileTagFilter, parseTagFilterRange) of
 * github.com/google/pprof.
 */
import { InputError } from '../../model/error.ts';
import { quote } from '../../text/quote.ts';
import { indicesOf, isNumber, isText, labelUnits, numberOf } from '../labels.ts';
import { type Profile, text } from '../profile.ts';
import { compileExpression, remember, type TextTest } from './expression.ts';
import { scale } from './units.ts';

/** Tells of a sample, by its index, whether it matches. */
export type SampleTest = (sample: number) => boolean;

/** @throws {InputError} on an expression that is not valid RE2, or a number that cannot be read */
export async function tagFilter(
  profile: Profile,
  filter: string,
  option: string,
): Promise<SampleTest> {
  const equals = filter.indexOf('=');
  const key = filter.slice(0, Math.max(0, equals));
  const value = filter.slice(equals + 1);
  const keys = key === '' ? null : indicesOf(profile, key);
  const range = parseRange(value, option);
  if (range !== null) return rangeTest(profile, keys, range);
  const tests: TextTest[] = [];
  for (const expression of value.split(',')) {
    tests.push(await compileExpression(expression, option));
  }
  return keys === null ? pairTest(profile, tests) : valueTest(profile, keys, tests);
}

/** Whether a number of a unit is inside. */
type Range = (value: number, unit: string) => boolean;

function parseRange(filter: string, option: string): Range | null {
  const bounds = [...filter.matchAll(/([+-]?[0-9]+)([A-Za-z]+)?/g)].slice(0, 2);
  const [first, second] = bounds;
  if (first === undefined) return null;
  const low = bound(first[1] ?? '', option);
  const { value: least, unit } = scale(low, first[2] ?? '', first[2] ?? '');
  const within =
    (test: (value: number) => boolean): Range =>
    (value, from) => {
      const scaled = scale(value, from, unit);
      return scaled.unit === unit && test(scaled.value);
    };
  if (second === undefined) {
    if (filter === first[0]) return within((value) => value === least);
    if (filter === `${first[0]}:`) return within((value) => value >= least);
    if (filter === `:${first[0]}`) return within((value) => value <= least);
    return null;
  }
  if (filter !== `${first[0]}:${second[0]}`) return null;
  const high = scale(bound(second[1] ?? '', option), second[2] ?? '', unit);
  if (high.unit !== unit) return null;
  return within((value) => value >= least && value <= high.value);
}

function bound(digits: string, option: string): number {
  const value = Number(digits);
  if (Number.isSafeInteger(value)) return value;
  throw new InputError(`${option}: ${quote(digits)} is beyond 2^53 - 1`);
}

function rangeTest(profile: Profile, keys: ReadonlySet<number> | null, range: Range): SampleTest {
  const units = labelUnits(profile);
  return anyLabel(profile, (k, key) => {
    if (!isNumber(profile, k) || (keys !== null && !keys.has(key))) return false;
    return range(numberOf(profile, k), units.get(text(profile.strings, key)) ?? '');
  });
}

/** Every expression matches a `key:value`, not all of them the same one. */
function pairTest(profile: Profile, tests: readonly TextTest[]): SampleTest {
  const { labels } = profile.samples;
  const each = tests.map((test) => {
    const ofKey = new Map<number, (value: number) => boolean>();
    return anyLabel(profile, (k, key) => {
      if (!isText(profile, k)) return false;
      let isMatch = ofKey.get(key);
      if (isMatch === undefined) {
        const name = text(profile.strings, key);
        isMatch = remember(profile.strings, (value) => test(`${name}:${value}`));
        ofKey.set(key, isMatch);
      }
      return isMatch(labels.text[k] as number);
    });
  });
  return (s) => each.every((isMatch) => isMatch(s));
}

function valueTest(
  profile: Profile,
  keys: ReadonlySet<number>,
  tests: readonly TextTest[],
): SampleTest {
  const { labels } = profile.samples;
  const isMatch = remember(profile.strings, (value) => tests.some((test) => test(value)));
  return anyLabel(
    profile,
    (k, key) => isText(profile, k) && keys.has(key) && isMatch(labels.text[k] as number),
  );
}

/** Whether any label of the sample passes. */
function anyLabel(
  { samples: { labels } }: Profile,
  test: (label: number, key: number) => boolean,
): SampleTest {
  return (s) => {
    const end = labels.start[s + 1] as number;
    for (let k = labels.start[s] as number; k < end; k++) {
      if (test(k, labels.key[k] as number)) return true;
    }
    return false;
  };
}
