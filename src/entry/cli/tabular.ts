/** Which diffs are tables of benchmarks. Nothing is loaded for those that are not. */
import type { RunInputs } from '../../source/files/collect.ts';
import type { Flags } from './flags.ts';

/** One side as it was given. */
export interface Side {
  readonly label: string;
  readonly files: Pick<RunInputs, 'benchmarks' | 'profiles'>;
}

/** Whether a diff of these sides is tables, and not the comparison of two. */
export const isTabular = (sides: readonly Side[], _flags: Flags): boolean => sides.length !== 2;
