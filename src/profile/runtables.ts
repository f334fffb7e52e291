/**
 * The tables of all profiles of a run: the same slices in each, and options that had no use.
 */
import type { FunctionTable, Warning } from '../model.ts';
import { filterNames } from './filternames.ts';
import { quote } from './quote.ts';
import type { Idle, ProfileTables, ReadOptions } from './readtable.ts';

/**
 * All tables. A slice that one profile has and another of its kind has not gets an empty table there:
 * nothing was seen of it, and the profile was looked at all the same.
 */
export function fillSlices(profiles: readonly ProfileTables[]): FunctionTable[] {
  const names = new Map<string, Set<string>>();
  for (const { sampleType, slice } of profiles.flatMap(({ tables }) => tables)) {
    const key = typeKey(sampleType);
    if (slice !== undefined) names.set(key, (names.get(key) ?? new Set()).add(slice));
  }
  return profiles.flatMap(({ tables }) => {
    const [first] = tables;
    if (first?.slice === undefined) return tables;
    const own = new Set(tables.map(({ slice }) => slice));
    const absent = [...(names.get(typeKey(first.sampleType)) ?? [])].filter(
      (name) => !own.has(name),
    );
    const empty = { ...first, total: 0, samples: 0, functions: [] };
    return [...tables, ...absent.map((slice) => ({ ...empty, slice }))];
  });
}

const typeKey = ({ type, unit }: FunctionTable['sampleType']): string => `${type}\0${unit}`;

/** Without effect these leave everything as it was; without effect the others leave nothing. */
const HARMLESS: ReadonlySet<Idle> = new Set(['ignore', 'hide', 'tagignore']);

/** A warning for each option that matched nothing in any profile: most often it is misspelt. */
export function idleOptions(
  profiles: readonly ProfileTables[],
  { filters = {}, groupBy }: ReadOptions,
): Warning[] {
  const [first, ...others] = profiles;
  const idle = (first?.idle ?? []).filter((name) =>
    others.every((profile) => profile.idle.includes(name)),
  );
  return idle.map((name) => {
    const [option, value] =
      name === 'groupBy' ? ['group-by', groupBy] : [filterNames[name], filters[name]];
    return {
      kind: HARMLESS.has(name) ? 'policy' : 'profile',
      message: `${option} ${quote(value ?? '')} matches nothing in the profiles of this run`,
    };
  });
}
