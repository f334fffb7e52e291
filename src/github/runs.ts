/**
 * Workflow runs, as GitHub lists them. Only the fields that flamegate decides by; which runs are
 * trusted is not decided here.
 */
import type { components } from '@octokit/openapi-types';
import type { WorkflowRun } from '../model/workflow.ts';
import type { GitHubClient } from './client.ts';
import { calling, statusOf } from './failure.ts';

const perPage = 50;

/**
 * The runs of one workflow file, newest first, at most the 1000 that GitHub lists; pages are
 * fetched as they are needed. Nothing for a workflow that the default branch does not have yet.
 * The filters are hints to the server: check every run. Throws InputError when GitHub refuses.
 */
export async function* workflowRuns(
  client: GitHubClient,
  filter: { readonly workflowPath: string; readonly branch: string; readonly event: string },
): AsyncGenerator<WorkflowRun> {
  const file = filter.workflowPath.slice(filter.workflowPath.lastIndexOf('/') + 1);
  for (let page = 1; page <= 1000 / perPage; page++) {
    const runs = await calling(`list the runs of ${file}`, 'actions: read', async () => {
      const answer = await client.octokit.rest.actions
        .listWorkflowRuns({
          owner: client.owner,
          repo: client.repo,
          workflow_id: file,
          branch: filter.branch,
          event: filter.event,
          exclude_pull_requests: true,
          per_page: perPage,
          page,
        })
        .catch((error) => {
          if (statusOf(error) === 404 && page === 1) return undefined;
          throw error;
        });
      return answer?.data.workflow_runs ?? [];
    });
    yield* runs.map(narrowed);
    if (runs.length < perPage) return;
  }
}

/** The runs of a commit, newest first, of any workflow and event; at most 1000. */
export async function* runsOfCommit(
  client: GitHubClient,
  sha: string,
): AsyncGenerator<WorkflowRun> {
  for (let page = 1; page <= 1000 / perPage; page++) {
    const { data } = await calling(`list the runs of commit ${sha}`, 'actions: read', () =>
      client.octokit.rest.actions.listWorkflowRunsForRepo({
        owner: client.owner,
        repo: client.repo,
        head_sha: sha,
        exclude_pull_requests: true,
        per_page: perPage,
        page,
      }),
    );
    yield* data.workflow_runs.map(narrowed);
    if (data.workflow_runs.length < perPage) return;
  }
}

/** GitHub's types promise more than it sends: the head repository of a deleted fork is null. */
type AnsweredRun = Omit<components['schemas']['workflow-run'], 'repository' | 'head_repository'> & {
  readonly repository?: { readonly id: number | bigint } | null;
  readonly head_repository?: { readonly id: number | bigint } | null;
};

function narrowed(run: AnsweredRun): WorkflowRun {
  return {
    id: Number(run.id),
    event: run.event,
    headBranch: run.head_branch,
    headSha: run.head_sha,
    repositoryId: run.repository ? Number(run.repository.id) : null,
    headRepositoryId: run.head_repository ? Number(run.head_repository.id) : null,
    path: run.path,
    status: run.status,
    conclusion: run.conclusion,
    createdAt: run.created_at,
  };
}
