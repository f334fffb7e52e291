/**
 * Which workflow runs, and which of their artifacts, may become a baseline.
 *
 * Forks share the repository's artifact namespace, can create a branch called main and name an
 * artifact anything; a filter of the list call matches names only. So every field is checked here
 * on the API's answer, and whatever is absent counts against the run (GHSA-5xr6-xhww-33m4 is the
 * class of attack). The content is checked by manifest.ts.
 */
import type { Artifact, WorkflowRun } from '../../model/workflow.ts';
import type { CarriedRun } from '../history.ts';
import type { Limits } from '../manifest.ts';
import { printable, quoted } from '../path.ts';

/** What a trusted run must be. */
export interface TrustRule {
  readonly repositoryId: number;
  readonly defaultBranch: string;
  /** This workflow's file, for example `.github/workflows/perf.yml`. */
  readonly workflowPath: string;
  /**
   * Whether a commit is an ancestor of the one compared with. Without it a run of a *tag* that is
   * called like the default branch cannot be told from one of the branch. `at`: when the run was created.
   */
  readonly isAncestor?: ((sha: string, at: string) => boolean | Promise<boolean>) | undefined;
}

/**
 * What a run of the default branch is started by. Others run on it too (`workflow_run`, `issue_comment`) and handle
 * what strangers sent. That a manual or a scheduled run measured the default branch is seen to where it is recorded.
 */
export const recordingEvents = ['push', 'schedule', 'workflow_dispatch'] as const;

/**
 * Why a run may not be a baseline, or undefined when it may. Only a run that finished with
 * `success` is taken: the gate does not fail on main unless it is told to, so another conclusion
 * means that something in the job broke, and a broken job's measurement is not evidence.
 */
export async function distrustOfRun(
  run: WorkflowRun,
  rule: TrustRule,
): Promise<string | undefined> {
  const origin = distrustOfOrigin(run, rule);
  if (origin !== undefined) return origin;
  if (run.status !== 'completed') return 'has not finished';
  if (run.conclusion !== 'success') {
    return `ended with ${quoted(run.conclusion ?? 'no conclusion')}, not success`;
  }
  if ((await rule.isAncestor?.(run.headSha, run.createdAt)) === false) {
    return 'is not among the recent ancestors of the commit compared with';
  }
  return undefined;
}

/** The same as far as it never changes: what the run is of. A later attempt may be in progress, or have failed. */
export function distrustOfOrigin(run: WorkflowRun, rule: TrustRule): string | undefined {
  if (run.repositoryId !== rule.repositoryId) return 'belongs to another repository';
  if (run.headRepositoryId === null) return 'its head repository is gone, as with a deleted fork';
  if (run.headRepositoryId !== rule.repositoryId) return 'measured the code of a fork';
  if (!recordingEvents.some((event) => event === run.event)) {
    return `was started by ${quoted(run.event)}, not by ${recordingEvents.join(', ')}`;
  }
  if (run.headBranch !== rule.defaultBranch) {
    return `is of the branch ${quoted(run.headBranch ?? '')}, not ${quoted(rule.defaultBranch)}`;
  }
  const path = run.path.replace(/@.*$/s, '');
  if (path !== rule.workflowPath) {
    return `is of the workflow ${quoted(path)}, not ${quoted(rule.workflowPath)}`;
  }
  if (!isCommit(run.headSha)) return 'has no commit';
  return undefined;
}

const isCommit = (sha: string): boolean => /^[0-9a-f]{40}([0-9a-f]{24})?$/.test(sha);

/**
 * Why a run that a trusted one carries may not be a baseline, or undefined when it may. `listed` is GitHub's own
 * record of it, where that was seen; whoever carried it has seen it.
 */
export function distrustOfCarried(
  { runId, manifest }: CarriedRun,
  listed: WorkflowRun | undefined,
  rule: TrustRule,
): string | undefined {
  if (!isCommit(manifest.commit)) return 'has no commit';
  if (manifest.workflow !== undefined && manifest.workflow !== rule.workflowPath) {
    return `is of the workflow ${quoted(manifest.workflow)}, not ${quoted(rule.workflowPath)}`;
  }
  if (listed === undefined) return undefined;
  if (listed.headSha !== manifest.commit) {
    return `is carried as of the commit ${manifest.commit}, and workflow run ${runId} is of ${listed.headSha}`;
  }
  return distrustOfOrigin(listed, rule);
}

/** Why an artifact may not be downloaded as what `run` measured, or undefined when it may. */
export function distrustOfArtifact(
  artifact: Artifact,
  run: Pick<WorkflowRun, 'id' | 'headSha' | 'repositoryId' | 'headRepositoryId'>,
  limits: Limits,
): string | undefined {
  const { id, repositoryId, headRepositoryId, headSha } = artifact.run ?? {};
  if (id !== run.id || headSha !== run.headSha) return 'was uploaded by another run';
  if (repositoryId !== run.repositoryId || headRepositoryId !== run.headRepositoryId) {
    return 'was uploaded from another repository';
  }
  if (artifact.expired) return 'has expired';
  if (artifact.digest === null) return 'has no digest to check it by';
  if (!/^sha256:[0-9a-f]{64}$/.test(artifact.digest)) {
    return `has a digest of an unknown kind, ${printable(artifact.digest)}`;
  }
  if (!Number.isSafeInteger(artifact.sizeInBytes)) return 'has no size';
  if (artifact.sizeInBytes > limits.archiveBytes) {
    return `has ${artifact.sizeInBytes} bytes, the limit is ${limits.archiveBytes}`;
  }
  return undefined;
}
