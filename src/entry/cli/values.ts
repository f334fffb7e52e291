/** Values that tables show in place of those that were counted: means (--mean), and a head on the base's scale (--normalize). */
import { asSeen, type ReadOptions } from '../../formats/profiles/readtable.ts';
import { InputError } from '../../model/error.ts';
import type { Means, ProfileComparison } from '../../model/functions.ts';
import type { InputFile } from '../../model/run.ts';
import { meansOf } from '../../profile/mean.ts';
import { normalized } from '../../profile/normalize.ts';
import type { Profile } from '../../profile/profile.ts';
import { functionTable } from '../../profile/table.ts';
import { readMergedProfile } from '../../source/files/collect.ts';

export interface Asked {
  readonly mean?: boolean;
  readonly normalize?: boolean;
}

/** The means of all the files' functions. Throws InputError for slices. */
export async function fileMeans(files: readonly InputFile[], options: ReadOptions): Promise<Means> {
  refuseSlices(options, '--mean');
  const { profile } = await asSeen(await readMergedProfile(files), options);
  return meansOf(profile, options);
}

/** The head's profiles as one on the base's scale, as the options show it. Throws InputError for slices. */
export async function normalizedHead(
  base: readonly InputFile[],
  head: readonly InputFile[],
  options: ReadOptions,
): Promise<Profile> {
  refuseSlices(options, '--normalize');
  const scaled = normalized(await readMergedProfile(head), await readMergedProfile(base));
  return (await asSeen(scaled, options)).profile;
}

/** The comparison with the values asked for; shares are those that were measured. Throws InputError. */
export async function withValues(
  profiles: readonly ProfileComparison[],
  { base, head }: { readonly base: readonly InputFile[]; readonly head: readonly InputFile[] },
  options: ReadOptions,
  { mean = false, normalize = false }: Asked,
): Promise<readonly ProfileComparison[]> {
  if (!mean && !normalize) return profiles;
  refuseSlices(options, mean ? '--mean' : '--normalize');
  const [only] = profiles;
  if (only === undefined || profiles.length > 1) {
    throw new InputError(
      `${mean ? '--mean' : '--normalize'} is for one kind of profile at a time: name the files of one kind on both sides`,
    );
  }
  const valuesOf = (profile: Profile) =>
    mean
      ? meansOf(profile, options).of
      : new Map(functionTable(profile, options).functions.map((row) => [row.name, row]));
  const before = mean ? (await fileMeans(base, options)).of : null;
  const now = normalize
    ? valuesOf(await normalizedHead(base, head, options))
    : (await fileMeans(head, options)).of;
  const functions = only.functions.map((row) => ({
    ...row,
    ...(before === null
      ? {}
      : { base: { ...row.base, ...at(before, row.formerName ?? row.name) } }),
    head: { ...row.head, ...at(now, row.name) },
    // A mean was not tested.
    ...(mean ? { p: null } : {}),
  }));
  return [{ ...only, functions }];
}

function at(values: Means['of'], name: string): { readonly flat: number; readonly cum: number } {
  const { flat = 0, cum = 0 } = values.get(name) ?? {};
  return { flat, cum };
}

function refuseSlices({ groupBy }: ReadOptions, flag: string): void {
  if (groupBy === undefined) return;
  throw new InputError(`${flag} is of whole profiles: leave out the slices (--group-by)`);
}
