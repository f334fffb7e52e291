/**
 * The earlier attempts of the workflow run in progress. "Re-run failed jobs" measures the same
 * commit again, mostly on another machine: a second look, which counts beside the first instead of
 * replacing it (re-running until it is green would be no test). Each attempt of a pull request's
 * job uploaded what it measured (bundle.ts); it is data of the pull request, like the files of the
 * attempt in progress, and checked as such.
 */
import { InputError } from '../model/error.ts';
import type { Warning } from '../model/warning.ts';
import type { Artifact } from '../model/workflow.ts';
import { bundleKey, unpackBundle } from './bundle.ts';
import { type ArchiveSource, downloadEntries } from './download.ts';
import { defaultLimits, type Limits, type StoredRun } from './manifest.ts';
import { artifactName } from './upload.ts';

/** What is asked of GitHub. Each call throws InputError when GitHub refuses. */
export interface AttemptSource extends ArchiveSource {
  artifacts(runId: number): Promise<readonly Artifact[]>;
}

export interface Attempts {
  /** Newest first. */
  readonly runs: readonly StoredRun[];
  readonly warnings: readonly Warning[];
}

/** More are somebody pressing a button, and each costs a download. */
const mostAttempts = 5;

/**
 * What earlier attempts of this job measured: of the same workflow run, gate and commit. One that
 * cannot be had, or is damaged, is left out with a warning: the present attempt decides alone.
 */
export async function earlierAttempts(
  source: AttemptSource,
  job: {
    readonly runId: number;
    readonly attempt: number;
    readonly name: string;
    readonly commit: string;
  },
  limits: Limits = defaultLimits,
): Promise<Attempts> {
  if (job.attempt < 2) return { runs: [], warnings: [] };
  const runs: StoredRun[] = [];
  const warnings: Warning[] = [];
  const artifacts = await source.artifacts(job.runId);
  for (let n = job.attempt - 1; n >= Math.max(1, job.attempt - mostAttempts); n--) {
    const name = artifactName(bundleKey(job.name), n);
    const artifact = artifacts.find((item) => item.name === name && !item.expired);
    if (artifact === undefined) continue; // it ended before it had measured
    try {
      runs.push(await headOf(source, artifact, job, limits));
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      const message = `attempt ${n} of this job is left out: ${error.message}`;
      warnings.push({ kind: 'github', message });
    }
  }
  return { runs, warnings };
}

async function headOf(
  source: AttemptSource,
  artifact: Artifact,
  job: { readonly runId: number; readonly commit: string },
  limits: Limits,
): Promise<StoredRun> {
  if (artifact.run?.id !== job.runId) throw new InputError('its artifact is of another run');
  if (!(artifact.sizeInBytes <= limits.archiveBytes)) {
    throw new InputError(
      `its artifact has ${artifact.sizeInBytes} bytes, the limit is ${limits.archiveBytes}`,
    );
  }
  // Two runs and a report are in it.
  const room = {
    ...limits,
    entries: 2 * limits.entries + 1,
    inflatedBytes: 2 * limits.inflatedBytes,
  };
  const { head } = unpackBundle(await downloadEntries(source, artifact, room), limits);
  if (head.manifest.commit !== job.commit) {
    throw new InputError(`it measured the commit ${head.manifest.commit}, not ${job.commit}`);
  }
  return head;
}
