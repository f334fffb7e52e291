/**
 * The stored runs that the head may be compared with: loaded newest first from wherever they are kept,
 * read as the head is read, and those of another environment set aside.
 */

import { withPresentNames } from '../compare/benchmarks/renamed.ts';
import { timesOf } from '../compare/gate/copies.ts';
import { isOtherHardware, unlike } from '../compare/gate/environment.ts';
import { InputError, UnreachableError } from '../model/error.ts';
import type { Run } from '../model/run.ts';
import type { SetAside } from '../model/verdict.ts';
import type { Warning } from '../model/warning.ts';
import type { Config } from '../settings/config.ts';
import { type RunInputs, type RunOptions, readRun } from '../source/files/collect.ts';
import type { StoredRun } from '../store/manifest.ts';
import type { BaselineStore, ListedRun, Loaded } from '../store/store.ts';
import type { RunFiles } from './evidence.ts';
import { summarised } from './summary.ts';

/** Stored runs of the head's environment, newest first, and what was set aside. */
export interface Baseline {
  /** What the base is called: as the store knows it, else as its newest run was recorded. */
  readonly name: string;
  readonly runs: readonly Run[];
  /** Of those set aside, the newest that other hardware measured: some metrics do not depend on it. */
  readonly elsewhere?: readonly Run[];
  readonly newest: ListedRun | null;
  readonly setAside: readonly SetAside[];
  readonly warnings: readonly Warning[];
  /** Why the store could not be read to its end; its runs are those read before. */
  readonly unread?: string | null;
}

/** A baseline whose runs' files can be had again. */
export interface StoredBaseline extends Baseline {
  readonly filesOf: ReadonlyMap<Run, Pick<ListedRun, 'open' | 'isAway'>>;
}

/** Of stored runs that do not say which branch they are of. */
const usualName = 'main';

/** As many as are compared with, of the head's environment (the newest run's without a head). */
export async function load(
  store: Pick<BaselineStore, 'load' | 'name'>,
  head: Run | null,
  config: Config,
  tables: RunOptions,
): Promise<StoredBaseline> {
  let model = head;
  const runs: Run[] = [];
  const filesOf = new Map<Run, Pick<ListedRun, 'open' | 'isAway'>>();
  let newest: ListedRun | null = null;
  let { name } = store;
  const elsewhere: Run[] = [];
  const setAside: SetAside[] = [];
  const warnings: Warning[] = [];
  const seen = new Set<string>();
  let unread: string | null = null;
  for await (const item of readable(store, (why) => {
    unread = why;
  })) {
    if (item.kind === 'set-aside') setAside.push(item.setAside);
    if (item.kind === 'warning') warnings.push(item.warning);
    if (item.kind !== 'run') continue;
    const listed = item.run;
    const { commit, time, branch } = listed.manifest;
    name ??= branch;
    try {
      const { run: read, held } = await readListed(listed, tables);
      const run = withPresentNames(read, config.renamed);
      model ??= run;
      const match = known(model, config);
      const reason = unlike(model, run, match);
      if (reason !== null) {
        if (isOtherHardware(model, run, match) && elsewhere.length < config.baselineRuns) {
          elsewhere.push(run);
        }
        setAside.push({ commit, time, reason });
        continue;
      }
      const times = timesOf(run);
      if (times !== null && seen.has(times)) {
        const twice = 'its times are those of another stored run, to the last digit';
        setAside.push({ commit, time, reason: twice });
        continue;
      }
      if (times !== null) seen.add(times);
      // The newest is most often asked for, and opening it again may be a download.
      const files: ListedRun =
        newest === null ? { ...listed, open: heldOnce(listed, held) } : listed;
      newest ??= files;
      runs.push(run);
      filesOf.set(run, files);
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      setAside.push({ commit, time, reason: error.message });
      warnings.push({ kind: 'baseline', message: `stored run set aside: ${error.message}` });
    }
    if (runs.length === config.baselineRuns) break;
  }
  if (unread !== null) warnings.push({ kind: 'baseline', message: unread });
  return { name: name ?? usualName, runs, elsewhere, newest, setAside, warnings, filesOf, unread };
}

/** The stored runs as far as they can be had. */
async function* readable(
  store: Pick<BaselineStore, 'load'>,
  ends: (why: string) => void,
): AsyncGenerator<Loaded> {
  try {
    yield* store.load();
  } catch (error) {
    if (!(error instanceof UnreachableError)) throw error;
    ends(error.message);
  }
}

/**
 * Without the stored run that is the head itself, recorded before it was judged. Throws InputError where
 * the head has the times of another commit's run: then it was not measured.
 */
export function withoutItself<B extends Baseline>(baseline: B, head: Run): B {
  const times = timesOf(head);
  const copy = times === null ? undefined : baseline.runs.find((run) => timesOf(run) === times);
  if (copy === undefined) return baseline;
  const { commit, time } = copy;
  if (commit !== head.commit) {
    throw new InputError(
      `all times of this run are those of the stored run of ${commit || 'an unnamed commit'} (${time}), to the last digit: it was not measured anew. Is its benchmark output an old file?`,
    );
  }
  const itself = { commit, time, reason: 'it is this run itself' };
  return {
    ...baseline,
    runs: baseline.runs.filter((run) => run !== copy),
    setAside: [...baseline.setAside, itself],
  };
}

/** Profiles do not name their machine: alone they are held to what is known of it. */
export const known = (head: Run, config: Config): Config['match'] =>
  head.series.length > 0
    ? config.match
    : config.match.filter((field) => head.environment[field] !== undefined);

/** By its summary, or by its files, which are then in memory. */
async function readListed(
  listed: ListedRun,
  tables: RunOptions,
): Promise<{ readonly run: Run; readonly held: StoredRun | null }> {
  const run = summarised(listed, tables);
  if (run !== null) return { run, held: null };
  const held = await listed.open();
  return { run: await readRun(inputsOf(held), tables), held };
}

function heldOnce(listed: ListedRun, held: StoredRun | null): () => Promise<StoredRun> {
  let opened = held === null ? null : Promise.resolve(held);
  return () => {
    opened ??= listed.open();
    return opened;
  };
}

/**
 * The runs that were compared, for the evidence. Each whose files are at hand gives its profiles; where none has
 * them at hand, the newest is fetched.
 */
export function runFilesOf({ runs, filesOf }: StoredBaseline): RunFiles[] {
  const isNear = (run: Run) => filesOf.get(run)?.isAway !== true;
  const opened = runs.some(isNear) ? runs.filter(isNear) : runs.slice(0, 1);
  const profilesOf = (run: Run) => async () => {
    const stored = await filesOf.get(run)?.open();
    return stored === undefined ? [] : inputsOf(stored).profiles;
  };
  return runs.map((run) => ({ run, profiles: opened.includes(run) ? profilesOf(run) : null }));
}

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
