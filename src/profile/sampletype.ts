/**
 * Which of a profile's sample types a table counts. Reading and counting are for others.
 */
import { distance } from 'fastest-levenshtein';
import { InputError } from '../model/error.ts';
import { quote, quoteAll } from '../text/quote.ts';
import type { ProfileFrame } from './profile.ts';

/** What profiles of CPU time count. */
export const cpuTypes: readonly string[] = ['cpu', 'cpu-time', 'cpu_time', 'samples'];

/**
 * The types a gate is about, the first that exists: time spent, or how often it was seen; what was
 * allocated (not what happened to be live at the end); time waited for locks. pprof itself takes
 * the profile's default, else the last type, which for a heap profile of Go is what is in use and
 * for profiles with several kinds is whatever comes last.
 */
const BY_MEANING = [...cpuTypes, 'alloc_space', 'delay'];

/**
 * The index of the sample type to count.
 *
 * Given a name, that type; `inuse_x` also finds `x`, as in pprof. Without one: by meaning, else the
 * profile's own default, else its last type.
 *
 * @throws {InputError} when the profile has no type of the name given
 */
export function chooseSampleType(profile: ProfileFrame, name?: string): number {
  const types = profile.sampleTypes.map((sampleType) => sampleType.type);
  if (name !== undefined) {
    const short = name.startsWith('inuse_') ? name.slice('inuse_'.length) : name;
    const found = types.findIndex((type) => type === name || type === short);
    if (found < 0) {
      throw new InputError(
        `no sample type ${quote(name)}; the profile has ${quoteAll(nearestFirst(types, name))}`,
        { file: profile.file },
      );
    }
    return found;
  }
  for (const type of [...BY_MEANING, profile.defaultSampleType]) {
    const found = types.indexOf(type);
    if (found >= 0) {
      return found;
    }
  }
  return types.length - 1;
}

/** The names come from the file: only their beginnings are compared. */
function nearestFirst(types: readonly string[], name: string): string[] {
  const near = (type: string) => distance(type.slice(0, 100), name.slice(0, 100));
  return types.toSorted((a, b) => near(a) - near(b));
}
