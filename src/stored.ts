/**
 * The stored runs that the head may be compared with: loaded newest first from wherever they are kept,
 * read as the head is read, and those of another environment set aside.
 */
import type { StoredRun } from './baseline/manifest.ts';
import type { BaselineStore } from './baseline/store.ts';
import { type RunInputs, readRun } from './collect.ts';
import { difference } from './compare/environment.ts';
import type { Config } from './config.ts';
import { InputError, type Run, type SetAside, type Warning } from './model.ts';
import type { ReadOptions } from './profile/readtable.ts';

/** Stored runs of the head's environment, newest first, and what was set aside. */
export interface Baseline {
  readonly runs: readonly Run[];
  readonly newest: StoredRun | null;
  readonly setAside: readonly SetAside[];
  readonly warnings: readonly Warning[];
}

/** As many as are compared with, of the head's environment (the newest run's without a head). */
export async function load(
  store: Pick<BaselineStore, 'load'>,
  head: Run | null,
  config: Config,
  tables: ReadOptions,
): Promise<Baseline> {
  let model = head;
  const runs: Run[] = [];
  let newest: StoredRun | null = null;
  const setAside: SetAside[] = [];
  const warnings: Warning[] = [];
  for await (const item of store.load()) {
    if (item.kind === 'set-aside') setAside.push(item.setAside);
    if (item.kind === 'warning') warnings.push(item.warning);
    if (item.kind !== 'run') continue;
    const { commit, time } = item.run.manifest;
    try {
      const run = await readStored(item.run, tables);
      model ??= run;
      const reason = difference(model.environment, run.environment, known(model, config));
      if (reason !== null) {
        setAside.push({ commit, time, reason });
        continue;
      }
      newest ??= item.run;
      runs.push(run);
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      setAside.push({ commit, time, reason: error.message });
      warnings.push({ kind: 'baseline', message: `stored run set aside: ${error.message}` });
    }
    if (runs.length === config.baselineRuns) break;
  }
  return { runs, newest, setAside, warnings };
}

/** Profiles do not name their machine: alone they are held to what is known of it. */
export const known = (head: Run, config: Config): Config['match'] =>
  head.series.length > 0
    ? config.match
    : config.match.filter((field) => head.environment[field] !== undefined);

const readStored = (run: StoredRun, tables: ReadOptions): Promise<Run> =>
  readRun(inputsOf(run), tables);

/** A stored run as the files it was made of. */
export function inputsOf({ manifest, files }: StoredRun): RunInputs {
  return {
    benchmarks: files.filter((file) => file.kind === 'benchmarks'),
    profiles: files.filter((file) => file.kind === 'profile'),
    commit: manifest.commit,
    time: manifest.time,
    environment: manifest.environment,
  };
}
