/**
 * From a profile file to its table, the short way: the samples are counted as they are read and
 * never kept, which saves a third of the memory.
 */
import { type FunctionTable, InputError, type InputFile } from '../model.ts';
import { type InflateOptions, inflate } from './inflate.ts';
import type { Profile, ProfileFrame } from './profile.ts';
import { pruneFrames } from './prune.ts';
import { readContent } from './read.ts';
import { newSamples, readSamples, type SampleSource, sampleColumns } from './samples.ts';
import { addSample, finishTable, functionTable, startTable, type TableOptions } from './table.ts';

/**
 * The table of a profile file: what functionTable gives after readProfile and pruneFrames.
 *
 * @throws {InputError} as readProfile and functionTable
 */
export async function readTable(
  input: InputFile & InflateOptions,
  options: TableOptions = {},
): Promise<FunctionTable> {
  const read = readContent(
    inflate(input.bytes, input),
    input.file,
    (frame, samples): FunctionTable | Unpruned =>
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
