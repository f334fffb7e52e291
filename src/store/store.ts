/**
 * What every baseline store does: give the runs of the base newest first, and keep one more.
 *
 * directory.ts and artifact.ts implement it. Which runs are comparable (the environment, how
 * many) is the caller's choice: it stops reading when it has enough.
 */
import { InputError } from '../model/error.ts';
import type { SetAside } from '../model/verdict.ts';
import type { Warning } from '../model/warning.ts';
import type { Manifest, StoredRun } from './manifest.ts';
import type { Summary } from './summary.ts';

/**
 * One thing a store has to say. A run that was damaged gives both a `set-aside` and a `warning`;
 * one that is merely not eligible (another event, unfinished, expired) a `set-aside` only.
 */
export type Loaded =
  | { readonly kind: 'run'; readonly run: ListedRun }
  | { readonly kind: 'set-aside'; readonly setAside: SetAside }
  | { readonly kind: 'warning'; readonly warning: Warning };

/** A run as its store lists it: what it says of itself, and its files for who asks for them. */
export interface ListedRun {
  readonly manifest: Manifest;
  /** What was measured, where the store has it without the files. */
  readonly summary: Summary | null;
  /**
   * The run with its files, verified whole; read again each time, so that nobody has to hold them. Throws
   * InputError with the place and the defect where it is damaged, or not there any more.
   */
  readonly open: () => Promise<StoredRun>;
  /** Its files are not at hand: to open it takes requests. */
  readonly isAway?: true;
}

/** How what a run measured is summed up, as a gate of this release with these settings reads it. */
export interface Summaries {
  /** Null where the files cannot be read so. */
  readonly of: (run: StoredRun) => Promise<Summary | null>;
  /** Whether a gate would take this one in place of the files. */
  readonly isUsable: (manifest: Manifest, summary: Summary) => boolean;
}

export interface BaselineStore {
  /** The branch that all runs are of, where the store knows it. */
  readonly name?: string;
  /**
   * The stored runs, newest first, one at a time, so that only the runs in use are in memory.
   * Stopping early is cheap. Throws InputError when the store itself cannot be read; a single bad run
   * is set aside and the others are still given.
   */
  load(): AsyncIterable<Loaded>;
  /**
   * Stores the run whole or not at all, and returns where it is: a path or a URL. Without `summaries` every
   * gate opens the run.
   */
  keep(run: StoredRun, summaries?: Summaries): Promise<string>;
  /**
   * Removes all readable runs but the newest `longest`, and returns what was removed, newest first. A run that is
   * damaged is not counted and stays. Absent where runs cannot be removed.
   */
  prune?(longest: number): Promise<readonly Manifest[]>;
}

/** A run that could not be read: set aside, and a warning, with the place and the defect. */
export function damaged(run: Dated, where: string, defect: string): Loaded[] {
  const reason = `${where}: ${defect}`;
  return [
    setAside(run, reason),
    { kind: 'warning', warning: { kind: 'baseline', message: `stored run set aside: ${reason}` } },
  ];
}

/** For `catch`: the same defect of the run at this place. */
export const withPlace =
  (where: string) =>
  (error: unknown): never => {
    if (!(error instanceof InputError)) throw error;
    throw new InputError(`${where}: ${error.message}`);
  };

export function setAside(run: Dated, reason: string): Loaded {
  return { kind: 'set-aside', setAside: { commit: run.commit, time: run.time, reason } };
}

interface Dated {
  readonly commit: string;
  readonly time: string;
}
