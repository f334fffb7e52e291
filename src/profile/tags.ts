/** The labels of a profile's samples with what was spent under each value: the numbers of `pprof -tags`. */
import { labelKeys, labelValue } from './labels.ts';
import { type Profile, text } from './profile.ts';
import { chooseSampleType } from './sampletype.ts';

/** By key, then by value. */
export type TagTotals = ReadonlyMap<string, ReadonlyMap<string, number>>;

/** More values of a label than this are no table: a request id has one for each request. */
const MOST_VALUES = 20_000;

/** @throws {InputError} when the profile has no sample type as asked for */
export function tagTotals(profile: Profile, sampleType?: string): TagTotals {
  const { samples, sampleTypes, strings } = profile;
  const tags = new Map<string, Map<string, number>>();
  if (samples.labels.key.length === 0) return tags;
  const type = chooseSampleType(profile, sampleType);
  const indices = new Map<string, Set<number>>(labelKeys(profile).map((key) => [key, new Set()]));
  for (const key of new Set(samples.labels.key)) indices.get(text(strings, key))?.add(key);
  for (const [key, keys] of indices) {
    const values = new Map<string, number>();
    for (let s = 0; s < samples.count; s++) {
      const value = samples.values[s * sampleTypes.length + type] as number;
      const label = value === 0 ? '' : labelValue(profile, s, keys);
      if (label === '' || (values.size >= MOST_VALUES && !values.has(label))) continue;
      values.set(label, (values.get(label) ?? 0) + value);
    }
    if (values.size > 0) tags.set(key, values);
  }
  return tags;
}
