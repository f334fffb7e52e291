/**
 * The tables of all profiles of a run: the same slices in each, options that had no use, and whether
 * anything was measured.
 */
import { InputError } from '../../model/error.ts';
import { typeKey } from '../../model/keys.ts';
import type { FunctionTable } from '../../model/run.ts';
import type { Warning } from '../../model/warning.ts';
import { cpuTypes } from '../../profile/sampletype.ts';
import { filterNames } from '../../profile/select/filternames.ts';
import { quote } from '../../text/quote.ts';
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

/** @throws {InputError} for a difference, which would be judged as if it had been measured */
export function refuseDifferences(tables: readonly FunctionTable[]): void {
  const difference = tables.find(({ isDifference }) => isDifference);
  if (difference === undefined) return;
  throw new InputError(
    'has values below 0: it is a difference of two profiles (pprof -diff_base, flamegate diff --pprof), not a measurement. Give the profile as it was measured; `flamegate top` and `diff` show this one',
    { file: difference.source },
  );
}

/** A sentence for each profile whose number of samples is not known: its functions cannot be tested. */
export function uncounted(tables: readonly FunctionTable[]): Warning[] {
  const files = new Set(
    tables.filter(({ samples }) => samples === null).map(({ source }) => source),
  );
  return [...files].map((file) => ({
    kind: 'profile',
    file,
    message:
      'does not say how many samples it has (a server merged it and made its period up): its functions are shown, but not tested',
  }));
}

/** CPU profiles in which nothing is counted. Other kinds may honestly be empty: no lock was waited for. */
export interface Unmeasured {
  /** All CPU profiles of the run are so. */
  readonly isAll: boolean;
  /** A sentence without its full stop. */
  readonly message: string;
}

/** Null where every CPU profile has counted something, or there is none. */
export function unmeasured(tables: readonly FunctionTable[]): Unmeasured | null {
  const totals = new Map<string, number>();
  for (const { source, sampleType, total } of tables) {
    // A file without any sample type holds nothing either.
    if (['', ...cpuTypes].includes(sampleType.type))
      totals.set(source, (totals.get(source) ?? 0) + total);
  }
  const files = [...totals].filter(([, total]) => total === 0).map(([source]) => source);
  if (files.length === 0) return null;
  const named = `${files.slice(0, 3).join(', ')}${files.length > 3 ? ', ...' : ''}`;
  const isAll = files.length === totals.size;
  const which = isAll
    ? 'no CPU profile of this run has'
    : `of ${totals.size} CPU profiles ${files.length} have not`;
  const message = `${which} a single sample (${named}): did the program run long enough? A second of CPU time is about 100 samples`;
  return { isAll, message };
}
