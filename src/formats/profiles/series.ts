/**
 * A series of profiles of one process, for growth: one table each, in the order of time. Of heaps it
 * counts what is live, of goroutines how many there are by the function they began in.
 */
import { InputError } from '../../model/error.ts';
import type { FunctionTable, InputFile } from '../../model/run.ts';
import { attributeToUser, rootUser } from '../../profile/select/attribute.ts';
import { functionTable } from '../../profile/table.ts';
import { quoteAll } from '../../text/quote.ts';
import { type ReadOptions, readAnyProfile } from './readtable.ts';
import { refuseDifferences } from './runtables.ts';

/** A line through fewer points shows nothing. */
export const leastProfiles = 5;

/** What can leak, by what a profile counts. */
const LIVE = ['inuse_space', 'goroutine', 'heap-space', 'heap_live_size'];

/**
 * The tables, oldest first: by the time in the profiles where all have one, else in the order given.
 *
 * @throws {InputError} on fewer than 5 profiles, on profiles of different kinds, differences or
 *   profiles that count nothing that is kept, where all are empty, and as readAnyProfile
 */
export async function readSeries(
  inputs: readonly InputFile[],
  options: Omit<ReadOptions, 'groupBy' | 'filters'> = {},
): Promise<FunctionTable[]> {
  if (inputs.length < leastProfiles) {
    throw new InputError(
      `growth takes at least ${leastProfiles} profiles of one process, here are ${inputs.length}; eight show more`,
    );
  }
  const read: { readonly time: bigint; readonly table: FunctionTable }[] = [];
  for (const input of inputs) {
    const whole = await readAnyProfile(input);
    const types = whole.sampleTypes.map(({ type }) => type);
    const sampleType = options.sampleType ?? LIVE.find((type) => types.includes(type));
    if (sampleType === undefined) {
      throw new InputError(
        `counts ${quoteAll(types)}, and nothing that is kept: growth is of heap (inuse_space) and goroutine profiles; --sample-type names another`,
        { file: input.file },
      );
    }
    let profile = whole;
    if (sampleType === 'goroutine') profile = rootUser(whole);
    else if (options.attribute === 'user') profile = attributeToUser(whole);
    read.push({ time: whole.timeNanos, table: functionTable(profile, { ...options, sampleType }) });
  }
  if (read.every(({ time }) => time > 0n)) {
    read.sort((a, b) => (a.time < b.time ? -1 : a.time > b.time ? 1 : 0));
  }
  const tables = read.map(({ table }) => table);
  requireAlike(tables);
  refuseDifferences(tables);
  requireSamples(tables);
  return tables;
}

/** A single profile may be empty, as before the first request; where all are, nothing was measured. */
function requireSamples(tables: readonly FunctionTable[]): void {
  const [first] = tables;
  if (first === undefined || tables.some(({ total }) => total > 0)) return;
  throw new InputError(
    `counts no ${first.sampleType.type}, and none of the ${tables.length} profiles does: nothing was measured. Is it the process that does the work, and is its profiler on (in Go, runtime.MemProfileRate)?`,
    { file: first.source },
  );
}

function requireAlike(tables: readonly FunctionTable[]): void {
  const [first] = tables;
  for (const { sampleType, source } of tables) {
    if (sampleType.type === first?.sampleType.type && sampleType.unit === first.sampleType.unit)
      continue;
    throw new InputError(
      `counts ${sampleType.type} in ${sampleType.unit}, ${first?.source} ${first?.sampleType.type} in ${first?.sampleType.unit}: a series is of one kind`,
      { file: source },
    );
  }
}
