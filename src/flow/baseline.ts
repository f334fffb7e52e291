/** What can be done with the stored runs themselves: list them, check every byte, copy them to another store. */
import { InputError } from '../model/error.ts';
import type { SetAside } from '../model/verdict.ts';
import type { Warning } from '../model/warning.ts';
import type { RunOptions } from '../source/files/collect.ts';
import type { Manifest } from '../store/manifest.ts';
import type { BaselineStore, ListedRun } from '../store/store.ts';
import { digestOf } from '../store/summary.ts';
import { summariesFor } from './record.ts';

type Readable = Pick<BaselineStore, 'load'>;

export interface Listing {
  /** Newest first. */
  readonly runs: readonly ListedRun[];
  readonly setAside: readonly SetAside[];
  readonly warnings: readonly Warning[];
}

/** Every run of a store. Throws InputError where the store cannot be read. */
export async function listing(store: Readable): Promise<Listing> {
  const runs: ListedRun[] = [];
  const setAside: SetAside[] = [];
  const warnings: Warning[] = [];
  for await (const item of store.load()) {
    if (item.kind === 'run') runs.push(item.run);
    else if (item.kind === 'set-aside') setAside.push(item.setAside);
    else warnings.push(item.warning);
  }
  return { runs, setAside, warnings };
}

export interface Verified {
  /** The runs of which every byte is as the manifest says, newest first. */
  readonly whole: readonly Manifest[];
  readonly setAside: readonly SetAside[];
}

/** Opens every run, so that each file is held against its size and SHA-256. */
export async function verified(store: Readable): Promise<Verified> {
  const { runs, setAside } = await listing(store);
  const whole: Manifest[] = [];
  const damaged: SetAside[] = [...setAside];
  for (const { manifest, open } of runs) {
    try {
      await open();
      whole.push(manifest);
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      damaged.push({ commit: manifest.commit, time: manifest.time, reason: error.message });
    }
  }
  return { whole, setAside: damaged };
}

export interface Copied {
  /** Oldest first. */
  readonly copied: readonly Manifest[];
  /** Runs that the other store had already. */
  readonly present: number;
  readonly setAside: readonly SetAside[];
}

/**
 * Copies every run that `to` does not have, each verified whole; one that is damaged is set aside. Running it again
 * copies the rest.
 */
export async function copyRuns(
  from: Readable,
  to: BaselineStore,
  tables: RunOptions,
): Promise<Copied> {
  const there = new Set((await listing(to)).runs.map(({ manifest }) => digestOf(manifest)));
  const { runs, setAside } = await listing(from);
  const copied: Manifest[] = [];
  const damaged: SetAside[] = [...setAside];
  const missing = runs.filter(({ manifest }) => !there.has(digestOf(manifest)));
  for (const { manifest, open } of missing.toReversed()) {
    const run = await open().catch((error: unknown) => {
      if (!(error instanceof InputError)) throw error;
      damaged.push({ commit: manifest.commit, time: manifest.time, reason: error.message });
      return null;
    });
    if (run === null) continue;
    await to.keep(run, summariesFor(tables));
    copied.push(manifest);
  }
  return { copied, present: runs.length - missing.length, setAside: damaged };
}
