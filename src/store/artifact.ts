/**
 * The artifact store: the runs of main are the artifacts that this workflow's pushes uploaded.
 *
 * It lists workflow runs, applies the trust rule to each (trust/trust.ts), downloads and verifies
 * (download.ts), and gives the runs in the order GitHub has them, newest first. It knows GitHub
 * only by the interface below; src/github/ implements it.
 */
import { InputError, UnreachableError } from '../model/error.ts';
import type { Artifact, WorkflowRun } from '../model/workflow.ts';
import { type ArchiveSource, downloadEntries } from './download.ts';
import { defaultLimits, type Limits, type StoredRun, unpackRun } from './manifest.ts';
import { type BaselineStore, damaged, type Loaded, setAside, withPlace } from './store.ts';
import { distrustOfArtifact, distrustOfRun, type TrustRule } from './trust/trust.ts';
import { isArtifactOf, type UploadPlace, uploadRun } from './upload.ts';

/** What the store asks of GitHub. Each call throws InputError when GitHub refuses. */
export interface ArtifactSource extends ArchiveSource {
  /** The runs of one workflow, newest first, as many as GitHub lists (1000). */
  workflowRuns(filter: {
    readonly workflowPath: string;
    readonly branch: string;
    readonly event: string;
  }): AsyncIterable<WorkflowRun>;
  artifacts(runId: number): Promise<readonly Artifact[]>;
}

export interface ArtifactOptions {
  readonly source: ArtifactSource;
  readonly trust: TrustRule;
  /** Tells the baselines of several jobs of one workflow apart; see `artifactName`. */
  readonly key: string;
  readonly limits?: Limits | undefined;
}

export interface ArtifactStoreOptions extends ArtifactOptions {
  readonly upload: UploadPlace;
}

/** Workflow runs looked at, trusted or not: what GitHub lists. */
const mostListed = 1000;
/** Trusted runs whose artifacts are looked for; each costs a request of the token's 1000 an hour. */
const mostExamined = 100;
/** Runs in flight at once: the wait is the network's, the memory is ours. */
const window = 4;

/**
 * Runs in GitHub's artifacts. `keep` uploads to the workflow run in progress: it becomes baseline
 * when that run is a finished push to the default branch, and only then; on a pull request the
 * same artifact is for local diffing (`flamegate fetch`).
 */
export function artifactStore(options: ArtifactStoreOptions): BaselineStore {
  return {
    name: options.trust.defaultBranch,
    load: () => storedArtifacts(options, options.upload.runId),
    keep: (run) => uploadRun(run, options.upload),
  };
}

/** What the store loads, for who only reads; the run in progress is not looked at. */
export async function* storedArtifacts(
  options: ArtifactOptions,
  inProgress?: number,
): AsyncGenerator<Loaded> {
  const stop = new AbortController();
  const ahead: Promise<Loaded[]>[] = [];
  try {
    for await (const examination of examinations(options, inProgress, stop.signal)) {
      const started = examination();
      started.catch(() => {}); // awaited below, but perhaps only after it has failed
      ahead.push(started);
      if (ahead.length >= window) yield* (await ahead.shift()) ?? [];
    }
    for (const started of ahead) yield* await started;
  } finally {
    stop.abort();
    await Promise.allSettled(ahead);
  }
}

/** For each workflow run, how to find out what there is to say about it. */
async function* examinations(
  { source, trust, key, limits = defaultLimits }: ArtifactOptions,
  inProgress: number | undefined,
  signal: AbortSignal,
): AsyncGenerator<() => Promise<Loaded[]>> {
  let listed = 0;
  let examined = 0;
  const filter = {
    workflowPath: trust.workflowPath,
    branch: trust.defaultBranch,
    event: 'push',
  };
  for await (const run of source.workflowRuns(filter)) {
    if (listed++ === mostListed || examined === mostExamined) {
      yield async () => [onlySome(trust.defaultBranch)];
      return;
    }
    if (run.id === inProgress) continue;
    const distrust = distrustOfRun(run, trust);
    if (distrust === undefined) {
      examined++;
      yield () => examine(source, run, key, limits, signal);
    } else {
      yield async () => [setAside(dated(run), `workflow run ${run.id} ${distrust}`)];
    }
  }
}

const onlySome = (branch: string): Loaded => ({
  kind: 'warning',
  warning: {
    kind: 'baseline',
    message: `only the newest workflow runs of ${branch} were searched for a baseline (${mostExamined} finished ones, ${mostListed} in all)`,
  },
});

/** Bytes of a run that is kept in memory after it was read; a larger one is downloaded again where it is asked for. */
const mostHeld = 8 << 20;

async function examine(
  source: ArtifactSource,
  run: WorkflowRun,
  key: string,
  limits: Limits,
  signal: AbortSignal,
): Promise<Loaded[]> {
  let where = `workflow run ${run.id}`;
  try {
    const artifacts = await source.artifacts(run.id);
    const newest = artifacts
      .filter(({ name }) => isArtifactOf(name, key))
      .reduce<Artifact | undefined>((a, b) => (a !== undefined && a.id > b.id ? a : b), undefined);
    if (newest === undefined)
      return [setAside(dated(run), `${where} has no artifact of flamegate`)];
    where = `artifact ${newest.id} of workflow run ${run.id}`;
    const distrust = distrustOfArtifact(newest, run, limits);
    if (distrust !== undefined) return [setAside(dated(run), `${where} ${distrust}`)];
    const open = async (until?: AbortSignal) => {
      const stored = unpackRun(await downloadEntries(source, newest, limits, until), limits);
      checkOrigin(stored, run);
      return stored;
    };
    const first = await open(signal);
    const { manifest } = first;
    // Downloaded ahead for its numbers, and asked for again by a report that draws its stacks.
    const size = first.files.reduce((sum, { bytes }) => sum + bytes.length, 0);
    let held: StoredRun | null = first;
    const once = async () => {
      const run = held ?? (await open().catch(withPlace(where)));
      if (size > mostHeld) held = null;
      return run;
    };
    return [{ kind: 'run', run: { manifest, summary: null, open: once } }];
  } catch (error) {
    if (error instanceof InputError || signal.aborted) {
      const said = damaged(dated(run), where, error instanceof Error ? error.message : '');
      return error instanceof UnreachableError ? said.map(unreachable) : said;
    }
    throw error;
  }
}

const unreachable = (item: Loaded): Loaded =>
  item.kind === 'set-aside' ? { ...item, setAside: { ...item.setAside, unreachable: true } } : item;

/** The manifest must tell the same story as GitHub. */
function checkOrigin({ manifest }: StoredRun, run: WorkflowRun): void {
  if (manifest.commit !== run.headSha) {
    throw new InputError(`its manifest is of the commit ${manifest.commit}, not ${run.headSha}`);
  }
  if (manifest.runId !== run.id) {
    throw new InputError(`its manifest is of the workflow run ${manifest.runId}`);
  }
}

function dated(run: WorkflowRun): { commit: string; time: string } {
  return { commit: run.headSha, time: run.createdAt };
}
