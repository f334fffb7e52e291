/**
 * What each value of each label of a profile costs: the numbers of `pprof -tags`.
 *
 * Source of the rules: printTags in internal/report of github.com/google/pprof.
 */
import { isNumber, isText, labelUnits, numberOf } from './labels.ts';
import { type Profile, text } from './profile.ts';
import { chooseSampleType } from './sampletype.ts';
import { scaledLabel } from './select/units.ts';

/** The values of one label. */
export interface Tag {
  readonly key: string;
  /** The unit of its numbers. */
  readonly unit: string;
  /** What the samples cost that have this text, and this number. */
  readonly texts: ReadonlyMap<string, number>;
  readonly numbers: ReadonlyMap<number, number>;
}

/**
 * The labels by key. A sample with two values of a label counts for both, as in pprof. `isFiltered`: stacks
 * without frames are those that a filter dropped.
 *
 * @throws {InputError} when the sample type asked for does not exist
 */
export function tagsOf(
  profile: Profile,
  { sampleType, isFiltered }: { readonly sampleType?: string; readonly isFiltered: boolean },
): Tag[] {
  const type = chooseSampleType(profile, sampleType);
  const types = profile.sampleTypes.length;
  const { count, locationStart, values, labels } = profile.samples;
  const units = labelUnits(profile);
  const tags = new Map<string, { texts: Map<string, number>; numbers: Map<number, number> }>();
  const strings = new Map<number, string>();
  const textAt = (index: number): string => {
    const known = strings.get(index) ?? text(profile.strings, index);
    strings.set(index, known);
    return known;
  };
  for (let s = 0; s < count; s++) {
    if (isFiltered && locationStart[s] === locationStart[s + 1]) continue;
    const cost = values[s * types + type] as number;
    for (let k = labels.start[s] as number; k < (labels.start[s + 1] as number); k++) {
      if (!isText(profile, k) && !isNumber(profile, k)) continue;
      const key = textAt(labels.key[k] as number);
      const tag = tags.get(key) ?? { texts: new Map(), numbers: new Map() };
      tags.set(key, tag);
      if (isText(profile, k)) addTo(tag.texts, textAt(labels.text[k] as number), cost);
      else addTo(tag.numbers, numberOf(profile, k), cost);
    }
  }
  return [...tags]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, tag]) => ({ key, unit: units.get(key) ?? key, ...tag }));
}

/** By key, then by value as text; numbers in their unit. For a page: of each label 20,000 values at most. */
export type TagTotals = ReadonlyMap<string, ReadonlyMap<string, number>>;

/** More values of a label than this are no table: a request id has one for each request. */
const mostValues = 20_000;

/** @throws {InputError} when the sample type asked for does not exist */
export function tagTotals(profile: Profile, sampleType?: string): TagTotals {
  const item = { ...(sampleType === undefined ? {} : { sampleType }), isFiltered: false };
  return new Map(
    tagsOf(profile, item).flatMap(({ key, unit, texts, numbers }) => {
      const values = [
        ...texts,
        ...[...numbers].map(([value, cost]) => [scaledLabel(value, unit), cost] as const),
      ].filter(([, cost]) => cost !== 0);
      return values.length === 0 ? [] : [[key, new Map(values.slice(0, mostValues))] as const];
    }),
  );
}

function addTo<K>(sums: Map<K, number>, key: K, cost: number): void {
  sums.set(key, (sums.get(key) ?? 0) + cost);
}
