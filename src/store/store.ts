/**
 * What every baseline store does: give the runs of the base newest first, and keep one more.
 *
 * directory.ts and artifact.ts implement it. Which runs are comparable (the environment, how
 * many) is the caller's choice: it stops reading when it has enough.
 */
import type { SetAside } from '../model/verdict.ts';
import type { Warning } from '../model/warning.ts';
import type { StoredRun } from './manifest.ts';

/**
 * One thing a store has to say. A run that was damaged gives both a `set-aside` and a `warning`;
 * one that is merely not eligible (another event, unfinished, expired) a `set-aside` only.
 */
export type Loaded =
  | {
      readonly kind: 'run';
      readonly run: StoredRun;
      /**
       * The same run again, verified anew, so that nobody has to hold its files; absent where the store holds
       * them itself. Throws InputError where it is not there any more.
       */
      readonly reopen?: () => Promise<StoredRun>;
    }
  | { readonly kind: 'set-aside'; readonly setAside: SetAside }
  | { readonly kind: 'warning'; readonly warning: Warning };

export interface BaselineStore {
  /** The branch that all runs are of, where the store knows it. */
  readonly name?: string;
  /**
   * The stored runs, newest first, each verified whole; one at a time, so that only the runs in
   * use are in memory. Stopping early is cheap. Throws InputError when the store itself cannot be
   * read; a single bad run is set aside and the others are still given.
   */
  load(): AsyncIterable<Loaded>;
  /** Stores the run whole or not at all, and returns where it is: a path or a URL. */
  keep(run: StoredRun): Promise<string>;
}

/** A run that could not be read: set aside, and a warning, with the place and the defect. */
export function damaged(run: Dated, where: string, defect: string): Loaded[] {
  const reason = `${where}: ${defect}`;
  return [
    setAside(run, reason),
    { kind: 'warning', warning: { kind: 'baseline', message: `stored run set aside: ${reason}` } },
  ];
}

export function setAside(run: Dated, reason: string): Loaded {
  return { kind: 'set-aside', setAside: { commit: run.commit, time: run.time, reason } };
}

interface Dated {
  readonly commit: string;
  readonly time: string;
}
