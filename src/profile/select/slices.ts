/**
 * A profile's samples told apart by the value of a label: `endpoint=/checkout`, `endpoint=/cart`. Each
 * slice becomes a table with its own total. Labels that name single requests are refused: no two
 * profiles have a slice in common then, and nothing could be compared.
 */
import { InputError } from '../../model/error.ts';
import { quote, quoteAll } from '../../text/quote.ts';
import { hasLabel, indicesOf, labelKeys, labelValue } from '../labels.ts';
import type { Profile } from '../profile.ts';

export interface Slices {
  /** What each slice is called: `key=value`, or `no key` for the samples without the label. */
  readonly names: readonly string[];
  /** The slice of each sample. */
  readonly ofSample: Int32Array;
}

/** A label with more values in one profile is no kind of work but single pieces of it. */
const MAX_SLICES = 50;

/**
 * Which slice each sample is in; null where no sample has the label, as in Go's heap profiles.
 *
 * @throws {InputError} where the label has more than 50 values
 */
export function slicesOf(profile: Profile, key: string): Slices | null {
  const keys = indicesOf(profile, key);
  if (!hasLabel(profile, keys)) return null;
  const ofValue = new Map<string, number>();
  const ofSample = new Int32Array(profile.samples.count);
  for (let s = 0; s < ofSample.length; s++) {
    const value = labelValue(profile, s, keys);
    let slice = ofValue.get(value);
    if (slice === undefined) {
      slice = ofValue.size;
      ofValue.set(value, slice);
      const values = ofValue.size - (ofValue.has('') ? 1 : 0);
      if (values > MAX_SLICES) throw unbounded(profile, key, [...ofValue.keys()]);
    }
    ofSample[s] = slice;
  }
  return { names: [...ofValue.keys()].map((value) => sliceName(key, value)), ofSample };
}

export const sliceName = (key: string, value: string): string =>
  value === '' ? `no ${key}` : `${key}=${value}`;

function unbounded({ file }: Profile, key: string, values: readonly string[]): InputError {
  return new InputError(
    `the label ${quote(key)} has more than ${MAX_SLICES} values (${quoteAll(values.filter((value) => value !== '').slice(0, 3))}, ...): ` +
      'it names single requests, not kinds of work, and no two profiles could be compared by it; ' +
      'group by a label with a fixed set of values',
    { file },
  );
}

/** Which labels there are, for the message that one is not. */
export function labelHint(profile: Profile): string {
  const keys = labelKeys(profile);
  return keys.length === 0 ? 'its samples have no labels' : `its labels are ${quoteAll(keys)}`;
}
