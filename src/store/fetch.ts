/**
 * Brings the bundles that a pull request's runs uploaded to this machine, for local diffing.
 *
 * What a pull request uploads is data from a stranger: it is verified like a baseline (digest,
 * limits, plain paths, manifests) and written as plain files in new directories, but its origin
 * is not trusted.
 */
import { join } from 'node:path';
import { InputError } from '../model/error.ts';
import type { SetAside } from '../model/verdict.ts';
import type { Artifact, WorkflowRun } from '../model/workflow.ts';
import { type Bundle, bundleEntries, bundleKey, unpackBundle } from './bundle.ts';
import { refuseExisting, writeDirectory } from './directory.ts';
import { type ArchiveSource, downloadEntries } from './download.ts';
import { defaultLimits, type Limits } from './manifest.ts';
import { distrustOfArtifact } from './trust/trust.ts';
import { isArtifactOf } from './upload.ts';

/** What fetching asks of GitHub. Each call throws InputError when GitHub refuses. */
export interface PullSource extends ArchiveSource {
  pullRequest(number: number): Promise<{ readonly headSha: string }>;
  /** The workflow runs of a commit, newest first. */
  runsOfCommit(sha: string): AsyncIterable<WorkflowRun>;
  artifacts(runId: number): Promise<readonly Artifact[]>;
}

export interface Fetched {
  /** The newest commit of the pull request. */
  readonly headSha: string;
  readonly written: readonly FetchedBundle[];
  readonly setAside: readonly SetAside[];
}

export interface FetchedBundle {
  /** Holds report.json and the sides, each laid out as a stored run. */
  readonly directory: string;
  readonly head: string;
  /** Null when the gate had no baseline. */
  readonly base: string | null;
  readonly artifact: string;
  readonly runId: number;
}

/** Artifacts of one commit; more is not a matrix but a flood. */
const mostArtifacts = 100;

/**
 * Writes each of flamegate's bundles of the newest commit of pull request `number` to a new
 * directory in `out`; of several attempts the newest. A damaged artifact is set aside. Throws
 * InputError before anything is written when a directory exists already, and when there is no
 * usable artifact.
 */
export async function fetchPull(
  source: PullSource,
  number: number,
  out: string,
  limits: Limits = defaultLimits,
): Promise<Fetched> {
  const { headSha } = await source.pullRequest(number);
  const found = named(await newestArtifacts(source, headSha));
  for (const { name } of found) await refuseExisting(join(out, name));
  const written: FetchedBundle[] = [];
  const setAside: SetAside[] = [];
  for (const { artifact, run, name } of found) {
    try {
      written.push(await fetchOne(source, { artifact, run }, out, name, limits));
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      const reason = `artifact ${artifact.name} of workflow run ${run.id}: ${error.message}`;
      setAside.push({ commit: headSha, time: run.createdAt, reason });
    }
  }
  if (written.length === 0) throw nothingUsable(number, headSha, setAside);
  return { headSha, written, setAside };
}

interface Found {
  readonly artifact: Artifact;
  readonly run: WorkflowRun;
}

async function fetchOne(
  source: PullSource,
  { artifact, run }: Found,
  out: string,
  name: string,
  limits: Limits,
): Promise<FetchedBundle> {
  const bundle = await downloadBundle(source, { artifact, run }, limits);
  const directory = await writeDirectory(out, name, bundleEntries(bundle));
  return {
    directory,
    head: join(directory, 'head'),
    base: bundle.base === null ? null : join(directory, 'base'),
    artifact: artifact.name,
    runId: run.id,
  };
}

/** What a run of a pull request uploaded, verified but not trusted. Throws InputError with the first defect. */
export async function downloadBundle(
  source: ArchiveSource,
  { artifact, run }: Found,
  limits: Limits,
): Promise<Bundle> {
  // Two runs and a report are in it.
  const room = {
    ...limits,
    entries: 2 * limits.entries + 1,
    inflatedBytes: 2 * limits.inflatedBytes,
  };
  const defect = distrustOfArtifact(artifact, run, limits);
  if (defect !== undefined) throw new InputError(`it ${defect}`);
  return unpackBundle(await downloadEntries(source, artifact, room), limits);
}

/** One artifact for each workflow and key: of the newest run, of its newest attempt. */
async function newestArtifacts(source: PullSource, headSha: string): Promise<Found[]> {
  const newest = new Map<string, Found>();
  for await (const run of source.runsOfCommit(headSha)) {
    if (run.headSha !== headSha) continue;
    for (const artifact of await source.artifacts(run.id)) {
      if (!isBundle(artifact.name)) continue;
      const stem = `${run.path}\n${artifact.name.replace(/-a\d+$/, '')}`;
      const known = newest.get(stem);
      if (known === undefined || artifact.id > known.artifact.id) {
        newest.set(stem, { artifact, run });
      }
    }
  }
  return [...newest.values()].slice(0, mostArtifacts);
}

/** A directory name for each: the artifact's own, with the run where two workflows share it. */
function named(found: readonly Found[]): (Found & { name: string })[] {
  const taken = new Set<string>();
  return found.map(({ artifact, run }) => {
    const key = artifact.name.toLowerCase();
    const name = taken.has(key) ? `${artifact.name}-run${run.id}` : artifact.name;
    taken.add(key);
    return { artifact, run, name };
  });
}

function isBundle(name: string): boolean {
  return isArtifactOf(name) && name.startsWith(`flamegate-${bundleKey('')}`);
}

function nothingUsable(number: number, headSha: string, setAside: readonly SetAside[]): InputError {
  const why =
    setAside.length === 0
      ? 'no workflow run of it has uploaded one; has the job finished?'
      : setAside.map(({ reason }) => reason).join('; ');
  return new InputError(
    `pull request ${number} has no usable artifact of flamegate at its newest commit ${headSha}: ${why}`,
  );
}
