/** `--list FUNCTION`: the source of functions with what each line costs, of one side or of two. */
import { asSeen, type ReadOptions } from '../../formats/profiles/readtable.ts';
import { InputError } from '../../model/error.ts';
import type { InputFile } from '../../model/run.ts';
import { type ListedFunction, type Listing, listingOf } from '../../profile/listing.ts';
import { compileExpression } from '../../profile/select/expression.ts';
import { listText, type Routine } from '../../report/listtext.ts';
import type { ProfileView } from '../../report/profileview.ts';
import { readMergedProfile } from '../../source/files/collect.ts';
import { type SourcePlaces, sourceLines, trimmedPath } from '../../source/files/sourcetext.ts';
import { type Flags, flagName } from './flags.ts';

/** The report; base first where there are two sides. Throws InputError. */
export async function listReport(
  flags: Flags,
  sides: readonly (readonly InputFile[])[],
  options: ReadOptions,
  view: ProfileView,
): Promise<string> {
  const { list: expression = '' } = flags;
  refuseIdle(flags, options);
  const matches = await compileExpression(expression, '--list');
  const { sourcePath, trimPath } = flags;
  const places: SourcePlaces = {
    ...(sourcePath === undefined ? {} : { sourcePath }),
    ...(trimPath === undefined ? {} : { trimPath }),
  };
  const listings: Listing[] = [];
  for (const files of sides) {
    const { profile } = await asSeen(await readMergedProfile(files), options);
    listings.push(listingOf(profile, options, matches, (file) => trimmedPath(file, places)));
  }
  const [first, ...others] = listings;
  if (first === undefined || listings.every(({ functions }) => functions.length === 0)) {
    throw new InputError(
      `--list ${JSON.stringify(expression)} matches no function of these profiles`,
    );
  }
  const unlike = others.find(({ unit }) => unit !== first.unit);
  if (unlike !== undefined) {
    throw new InputError(
      `--list needs one kind of profile on both sides, not ${first.unit} and ${unlike.unit}: choose with --sample-type`,
    );
  }
  const routines: Routine[] = [];
  for (const { name, file, sides: both } of paired(listings)) {
    const source = file === '' ? null : await sourceLines(file, places);
    routines.push({ name, file, sides: both, source });
  }
  return listText(
    routines,
    listings.map(({ total }) => total),
    first.unit,
    view,
  );
}

/** Functions by name and file; one that each side has in one file, of whatever path, is one. */
function paired(listings: readonly Listing[]): Omit<Routine, 'source'>[] {
  const last = listings.at(-1)?.functions ?? [];
  const filesOf = (functions: readonly ListedFunction[], name: string) =>
    functions.filter((listedFunction) => listedFunction.name === name);
  const found = new Map<string, { name: string; file: string; sides: Routine['sides'] }>();
  for (const [at, { functions }] of listings.entries()) {
    for (const one of functions) {
      const [there, ...more] = filesOf(last, one.name);
      const isAlone = filesOf(functions, one.name).length === 1 && more.length === 0;
      const file = isAlone && there !== undefined ? there.file : one.file;
      const key = JSON.stringify([one.name, file]);
      const known = found.get(key)?.sides ?? listings.map(() => null);
      found.set(key, { name: one.name, file, sides: known.with(at, one) });
    }
  }
  return [...found.values()].toSorted((a, b) =>
    a.name === b.name ? (a.file < b.file ? -1 : 1) : a.name < b.name ? -1 : 1,
  );
}

function refuseIdle(flags: Flags, { groupBy }: ReadOptions): void {
  const idle = (
    [
      'peek',
      'tree',
      'cum',
      'nodecount',
      'nodefraction',
      'mean',
      'normalize',
      'granularity',
    ] as const
  ).find((flag) => flags[flag] !== undefined);
  if (idle !== undefined) {
    throw new InputError(`--list shows the lines of a function: leave out ${flagName(idle)}`);
  }
  if (groupBy !== undefined) {
    throw new InputError('--list is of whole profiles: leave out the slices (--group-by)');
  }
}
