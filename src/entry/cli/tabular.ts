/** Which diffs are tables of benchmarks. Nothing is loaded for those that are not. */
import type { RunInputs } from '../../source/files/collect.ts';
import type { Flags } from './flags.ts';

/** One side as it was given. */
export interface Side {
  readonly label: string;
  readonly files: Pick<RunInputs, 'benchmarks' | 'profiles'>;
}

/** Flags that ask for tables whatever the sides are. */
const choosing = ['table', 'row', 'col', 'filter'] as const;

/**
 * Whether a diff of these sides is tables, and not the comparison of two. `--ignore` is of the configuration of
 * benchmarks in tables, and of the stacks of profiles in a comparison that has any.
 */
export function isTabular(sides: readonly Side[], flags: Flags): boolean {
  const hasProfiles = sides.some(({ files }) => files.profiles.length > 0);
  return (
    sides.length !== 2 ||
    choosing.some((flag) => flags[flag] !== undefined) ||
    (flags.ignore !== undefined && !hasProfiles)
  );
}
