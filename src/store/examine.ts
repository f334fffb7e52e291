/**
 * What one trusted workflow run of main uploaded: the run that it measured in each attempt, and the history that it
 * carries. Each artifact is checked before it is downloaded (trust/trust.ts) and verified whole after.
 */
import { InputError, UnreachableError } from '../model/error.ts';
import type { Artifact, WorkflowRun } from '../model/workflow.ts';
import { type ArchiveSource, downloadEntries } from './download.ts';
import { type CarriedRun, type History, historyName, unpackHistory } from './history.ts';
import { type Limits, type StoredRun, unpackRun } from './manifest.ts';
import { damaged, type ListedRun, type Loaded, setAside, withPlace } from './store.ts';
import { digestOf } from './summary.ts';
import { distrustOfArtifact } from './trust/trust.ts';
import { attemptOf } from './upload.ts';

export interface RunSource extends ArchiveSource {
  artifacts(runId: number): Promise<readonly Artifact[]>;
}

/** A stored run, and where it is from. */
export interface FoundRun {
  readonly runId: number;
  readonly attempt: number;
  readonly run: ListedRun;
}

export type Found =
  | ({ readonly kind: 'run' } & FoundRun)
  | { readonly kind: 'said'; readonly item: Loaded };

export interface Examined {
  /** Newest attempt first. */
  readonly found: readonly Found[];
  readonly history: History | null;
  /** The answer is final: what is missing is not there. */
  readonly isWhole: boolean;
}

/** Attempts of one workflow run that are looked at; more are somebody pressing a button. */
const mostAttempts = 5;
/** Bytes of a run that is kept in memory after it was read; a larger one is downloaded again where it is asked for. */
const mostHeld = 8 << 20;

export interface Examining {
  readonly source: RunSource;
  readonly key: string;
  readonly limits: Limits;
  readonly signal: AbortSignal;
}

/** `before`: only attempts before this one. */
export async function examine(
  run: WorkflowRun,
  examining: Examining,
  before = Number.POSITIVE_INFINITY,
): Promise<Examined> {
  const { source, key, limits, signal } = examining;
  const where = `workflow run ${run.id}`;
  let artifacts: readonly Artifact[];
  try {
    artifacts = await source.artifacts(run.id);
  } catch (error) {
    return failed(run, where, error, signal);
  }
  const attempts = attemptsIn(artifacts, key).filter(({ attempt }) => attempt < before);
  if (attempts.length === 0) {
    const item = setAside(dated(run), `${where} has no artifact of flamegate`);
    return { found: [{ kind: 'said', item }], history: null, isWhole: true };
  }
  const found: Found[] = [];
  let history: History | null = null;
  let isWhole = true;
  for (const { attempt, artifact } of attempts.slice(0, mostAttempts)) {
    const carried = history?.runs.find(
      (carriedRun) => carriedRun.runId === run.id && carriedRun.attempt === attempt,
    );
    if (carried !== undefined) {
      found.push({ kind: 'run', ...away(carried, run, examining) });
      continue;
    }
    const one = await examineArtifact(artifact, attempt, run, { source, key, limits, signal });
    found.push(...one.found);
    history ??= one.history;
    isWhole &&= one.isWhole;
  }
  return { found, history, isWhole };
}

async function examineArtifact(
  artifact: Artifact,
  attempt: number,
  run: WorkflowRun,
  { source, limits, signal }: Examining,
): Promise<Examined> {
  const where = `artifact ${artifact.id} of workflow run ${run.id}`;
  const distrust = distrustOfArtifact(artifact, run, limits);
  if (distrust !== undefined) {
    const item = setAside(dated(run), `${where} ${distrust}`);
    return { found: [{ kind: 'said', item }], history: null, isWhole: true };
  }
  try {
    const first = await download(source, artifact, run, limits, signal);
    const { manifest } = first.run;
    const { history, warning } = historyIn(first.history, where, limits);
    const own = history?.runs.find(
      (carriedRun) => carriedRun.runId === run.id && carriedRun.attempt === attempt,
    );
    const summary = own?.summary?.manifest === digestOf(manifest) ? own.summary : null;
    // Downloaded for its numbers, and asked for again by a report that draws its stacks.
    const size = first.run.files.reduce((sum, { bytes }) => sum + bytes.length, 0);
    let held: StoredRun | null = first.run;
    const failing = withPlace(where);
    const open = async () => {
      const stored = held ?? (await download(source, artifact, run, limits).catch(failing)).run;
      if (size > mostHeld) held = null;
      return stored;
    };
    const found: Found[] = warning === null ? [] : [{ kind: 'said', item: warning }];
    found.push({ kind: 'run', runId: run.id, attempt, run: { manifest, summary, open } });
    return { found, history, isWhole: true };
  } catch (error) {
    return failed(run, where, error, signal);
  }
}

/** One that cannot be used costs downloads of the runs before, and no run. */
function historyIn(
  bytes: Uint8Array | undefined,
  where: string,
  limits: Limits,
): { readonly history: History | null; readonly warning: Loaded | null } {
  if (bytes === undefined) return { history: null, warning: null };
  try {
    return { history: unpackHistory(bytes, limits), warning: null };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const message = `what ${where} carries of earlier runs is not used, they are downloaded: ${error.message}`;
    return { history: null, warning: { kind: 'warning', warning: { kind: 'baseline', message } } };
  }
}

/** A run by its summary; its files are looked for when somebody asks for them. */
export function away(
  { runId, attempt, manifest, summary }: CarriedRun,
  run: Pick<WorkflowRun, 'id' | 'headSha' | 'repositoryId' | 'headRepositoryId'>,
  { source, key, limits }: Pick<Examining, 'source' | 'key' | 'limits'>,
): FoundRun {
  const open = async (): Promise<StoredRun> => {
    const where = `workflow run ${runId}`;
    const artifact = attemptsIn(await source.artifacts(runId), key).find(
      (item) => item.attempt === attempt,
    )?.artifact;
    if (artifact === undefined) {
      throw new InputError(`${where}: its files are not there any more: the artifact is gone`);
    }
    const distrust = distrustOfArtifact(artifact, run, limits);
    if (distrust !== undefined) {
      throw new InputError(`${where}: its files are not there any more: the artifact ${distrust}`);
    }
    const failing = withPlace(where);
    const stored = await download(source, artifact, run, limits).catch(failing);
    if (digestOf(stored.run.manifest) !== digestOf(manifest)) {
      throw new InputError(`${where}: its files are not those that its summary was made of`);
    }
    return stored.run;
  };
  return { runId, attempt, run: { manifest, summary, open, isAway: true } };
}

async function download(
  source: ArchiveSource,
  artifact: Artifact,
  run: Pick<WorkflowRun, 'id' | 'headSha'>,
  limits: Limits,
  signal?: AbortSignal,
): Promise<{ readonly run: StoredRun; readonly history: Uint8Array | undefined }> {
  const room = { ...limits, entries: limits.entries + 1 };
  const entries = await downloadEntries(source, artifact, room, signal);
  const history = entries.get(historyName);
  entries.delete(historyName);
  const stored = unpackRun(entries, limits);
  checkOrigin(stored, run);
  return { run: stored, history };
}

/** The manifest must tell the same story as GitHub. */
function checkOrigin({ manifest }: StoredRun, run: Pick<WorkflowRun, 'id' | 'headSha'>): void {
  if (manifest.commit !== run.headSha) {
    throw new InputError(`its manifest is of the commit ${manifest.commit}, not ${run.headSha}`);
  }
  if (manifest.runId !== run.id) {
    throw new InputError(`its manifest is of the workflow run ${manifest.runId}`);
  }
}

/** The artifacts of a gate, newest attempt first; of one attempt the newest. */
function attemptsIn(artifacts: readonly Artifact[], key: string) {
  const newest = new Map<number, Artifact>();
  for (const artifact of artifacts) {
    const attempt = attemptOf(artifact.name, key);
    if (attempt === null) continue;
    const known = newest.get(attempt);
    if (known === undefined || artifact.id > known.id) newest.set(attempt, artifact);
  }
  return [...newest]
    .map(([attempt, artifact]) => ({ attempt, artifact }))
    .sort((a, b) => b.attempt - a.attempt);
}

function failed(run: WorkflowRun, where: string, error: unknown, signal: AbortSignal): Examined {
  if (!(error instanceof InputError) && !signal.aborted) throw error;
  const said = damaged(dated(run), where, error instanceof Error ? error.message : '');
  const isUnreachable = error instanceof UnreachableError;
  const found = said.map(
    (item): Found => ({ kind: 'said', item: isUnreachable ? unreachable(item) : item }),
  );
  return { found, history: null, isWhole: !isUnreachable && !signal.aborted };
}

const unreachable = (item: Loaded): Loaded =>
  item.kind === 'set-aside' ? { ...item, setAside: { ...item.setAside, unreachable: true } } : item;

export function dated(run: WorkflowRun): { commit: string; time: string } {
  return { commit: run.headSha, time: run.createdAt };
}
