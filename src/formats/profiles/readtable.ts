/**
 * From a profile file to its tables. The short way, where nothing changes the stacks: the samples are
 * counted as they are read and never kept, which saves a third of the memory. Filters, slices and
 * roll-ups take the long way, over the whole profile.
 */
import { InputError } from '../../model/error.ts';
import type { Filters } from '../../model/filters.ts';
import type { FunctionTable, InputFile } from '../../model/run.ts';
import type { Warning } from '../../model/warning.ts';
import type { Profile, ProfileFrame } from '../../profile/profile.ts';
import { pruneFrames } from '../../profile/select/prune.ts';
import type { Slices } from '../../profile/select/slices.ts';
import {
  addSample,
  finishTable,
  functionTable,
  sliceTables,
  startTable,
  type TableOptions,
} from '../../profile/table.ts';
import { foreignName, foreignReader } from './foreign.ts';
import { beginningOf, type InflateOptions, inflate } from './inflate.ts';
import { profileOf, readContent } from './pprof/read.ts';
import { newSamples, readSamples, type SampleSource, sampleColumns } from './pprof/samples.ts';

/** How a file becomes tables: what counts, who is charged, what is told apart. */
export interface ReadOptions extends TableOptions {
  readonly filters?: Filters;
  /** `user`: the runtime's and libraries' frames are charged to the user code that called them. */
  readonly attribute?: 'user';
  /** The key of a label: one table for each of its values. */
  readonly groupBy?: string;
}

/** The tables of one file: one, or one for each slice. */
export interface ProfileTables {
  readonly tables: readonly FunctionTable[];
  /** What was asked for and is not in this profile. */
  readonly idle: readonly Idle[];
}

export type Idle = keyof Filters | 'groupBy';

/**
 * The tables of a profile file, as `go tool pprof` has them with the same filters. Fractions are of
 * the samples of the profile, or of the slice, before any filter.
 *
 * @throws {InputError} as readProfile, functionTable, filterProfile and slicesOf
 */
export async function readTables(
  input: InputFile,
  options: ReadOptions = {},
): Promise<ProfileTables> {
  const { filters = {}, attribute, groupBy } = options;
  const isFiltered = Object.values(filters).some((filter) => filter !== '');
  if (!isFiltered && attribute === undefined && groupBy === undefined) {
    return { tables: [await readTable(input, options)], idle: [] };
  }
  const { profile, slices, idle } = await readSeen(input, options);
  const tables =
    slices === null ? [functionTable(profile, options)] : sliceTables(profile, slices, options);
  return { tables, idle };
}

/** A profile as the options show it, whole. */
export interface Seen {
  readonly profile: Profile;
  /** Null where nothing is told apart, or no sample has the label. */
  readonly slices: Slices | null;
  readonly idle: readonly Idle[];
}

/**
 * What the tables are made of where the options change the stacks; and what else wants the stacks has them here.
 *
 * @throws {InputError} as readProfile, filterProfile and slicesOf
 */
export async function readSeen(input: InputFile, options: ReadOptions): Promise<Seen> {
  const { groupBy } = options;
  const whole = await readAnyProfile(input);
  // Before the filters, which leave the samples and their order as they are.
  const slices = groupBy === undefined ? null : await slicesIn(whole, groupBy);
  const idle: Idle[] = groupBy !== undefined && slices === null ? ['groupBy'] : [];
  const seen = await asSeen(whole, options);
  return { profile: seen.profile, slices, idle: [...idle, ...seen.idle] };
}

/**
 * The profile with its stacks as the options show them: filtered, and runtime frames charged to
 * user code.
 *
 * @throws {InputError} as filterProfile
 */
export async function asSeen(
  profile: Profile,
  { filters = {}, attribute }: Pick<ReadOptions, 'filters' | 'attribute'>,
): Promise<{ readonly profile: Profile; readonly idle: readonly (keyof Filters)[] }> {
  const { filterProfile } = await import('../../profile/select/filter.ts');
  const filtered = await filterProfile(profile, filters);
  if (attribute === undefined) return filtered;
  const { attributeToUser } = await import('../../profile/select/attribute.ts');
  return { ...filtered, profile: attributeToUser(filtered.profile) };
}

/**
 * A profile of any format, whole, without the frames that it wants dropped itself.
 *
 * @throws {InputError} as readProfile, and the readers of other formats
 */
export async function readAnyProfile(input: InputFile): Promise<Profile> {
  const content = inflate(input.bytes, input);
  const foreign = foreignReader(content);
  return foreign === null
    ? pruneFrames(profileOf(content, input.file))
    : (await foreign())(content, input.file);
}

/** What is odd about a profile that is read all the same; most often nothing. */
export async function oddities(input: InputFile): Promise<Warning[]> {
  if (foreignName(beginningOf(input.bytes)) !== 'collapsed') return [];
  const { openEnd } = await import('./collapsed.ts');
  const message = openEnd(inflate(input.bytes, input));
  return message === null ? [] : [{ kind: 'profile', file: input.file, message }];
}

async function slicesIn(profile: Profile, key: string) {
  return (await import('../../profile/select/slices.ts')).slicesOf(profile, key);
}

/**
 * The table of a profile file without filters: what functionTable gives after readProfile and
 * pruneFrames.
 *
 * @throws {InputError} as readProfile and functionTable
 */
export async function readTable(
  input: InputFile & InflateOptions,
  options: TableOptions = {},
): Promise<FunctionTable> {
  const content = inflate(input.bytes, input);
  const foreign = foreignReader(content);
  if (foreign !== null) return functionTable((await foreign())(content, input.file), options);
  const read = readContent(content, input.file, (frame, samples): FunctionTable | Unpruned =>
    frame.dropFrames === ''
      ? countedTable(frame, samples, options)
      : { profile: { ...frame, samples: sampleColumns(samples) } },
  );
  return 'profile' in read ? functionTable(await pruneFrames(read.profile), options) : read;
}

/** A profile whose stacks change before they can be counted. */
interface Unpruned {
  readonly profile: Profile;
}

function countedTable(
  frame: ProfileFrame,
  source: SampleSource,
  options: TableOptions,
): FunctionTable {
  const draft = startTable(frame, options);
  const one = newSamples(source, 1024);
  const { locations, values, labelKey, labelText, labelNumber, labelUnit } = one;
  readSamples(one, () => {
    const isBase =
      labelKey.length > 0 && draft.isBase(labelKey.values, labelText.values, 0, labelKey.length);
    addSample(draft, locations.values, 0, locations.length, values.values, 0, isBase);
    for (const column of [locations, values, labelKey, labelText, labelNumber, labelUnit]) {
      column.length = 0;
    }
  });
  if (!Number.isSafeInteger(draft.sums[draft.typeIndex])) throw sumTooLarge(source);
  return finishTable(draft);
}

/** As finishTable says it, with the place: where the samples begin, because all have a part in it. */
function sumTooLarge({ file, start }: SampleSource): InputError {
  return new InputError('the values add up to more than 2^53 - 1 and cannot be counted exactly', {
    file,
    byte: start,
  });
}
