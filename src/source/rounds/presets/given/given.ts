/**
 * A command that somebody gave as words, as plain data: what is built once a side, what is run in
 * each round. One file a tool; index.ts knows which. Here the user asked, so what cannot be done is
 * an InputError, and tools may download what they always do.
 */
import type { FixedWork } from '../fixed/fixed.ts';
import type { Preset } from '../preset.ts';

export interface Given extends Preset {
  /** $FLAMEGATE_FILTER until something is decided; null for everything. */
  readonly filter: string | null;
  /** The tool prints benchmarks: its own time is never what is measured. */
  readonly isRead: boolean;
  /** The same work a fixed number of times, for who counts it. */
  readonly fixed: FixedWork;
}

/** What most commands need none of. */
export const nothingMore: Pick<
  Given,
  'env' | 'directories' | 'links' | 'probe' | 'filter' | 'isRead'
> = {
  env: {},
  directories: [],
  links: [],
  probe: null,
  filter: null,
  isRead: true,
};
