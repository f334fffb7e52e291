/**
 * Workflow runs, as GitHub lists them. Only the fields that flamegate decides by; which runs are
 * trusted is not decided here.
 */
import type { components } from '@octokit/openapi-types';
import { UnreachableError } from '../model/error.ts';
import type { WorkflowRun } from '../model/workflow.ts';
import type { GitHubClient } from './client.ts';
import { calling, misshapen, statusOf } from './failure.ts';

const perPage = 50;

/** Without an event the runs of any. */
export interface RunFilter {
  readonly workflowPath: string;
  readonly branch: string;
  readonly event?: string;
}

/**
 * The runs of one workflow file, newest first, at most the 1000 that GitHub lists; pages are
 * fetched as they are needed. Nothing for a workflow that the default branch does not have yet.
 * The filters are hints to the server: check every run. Throws InputError when GitHub refuses.
 */
export async function* workflowRuns(
  client: GitHubClient,
  filter: RunFilter,
): AsyncGenerator<WorkflowRun> {
  const file = filter.workflowPath.slice(filter.workflowPath.lastIndexOf('/') + 1);
  for (let page = 1; page <= 1000 / perPage; page++) {
    const doing = `list the runs of ${file}`;
    const answered = await calling(doing, 'actions: read', async () => {
      const answer = await client.octokit.rest.actions
        .listWorkflowRuns({
          owner: client.owner,
          repo: client.repo,
          workflow_id: file,
          branch: filter.branch,
          ...(filter.event === undefined ? {} : { event: filter.event }),
          exclude_pull_requests: true,
          per_page: perPage,
          page,
        })
        .catch((error) => {
          if (statusOf(error) === 404 && page === 1) return undefined;
          throw error;
        });
      // A workflow that never ran is not found, and neither is one that may not be seen.
      if (answer === undefined && (await hasRun(client, filter))) {
        throw new UnreachableError(
          `GitHub would not ${doing} (404), although it has runs: the token needs \`permissions: actions: read\`, or GitHub failed; run the job again`,
        );
      }
      return answer === undefined ? { workflow_runs: [] } : answer.data;
    });
    const runs = runsIn(answered, doing);
    yield* runs.map(narrowed);
    if (runs.length < perPage) return;
  }
}

/** Whether the repository's newest runs are of this workflow, asked another way. */
async function hasRun(
  { octokit, owner, repo }: GitHubClient,
  { workflowPath, branch, event }: RunFilter,
): Promise<boolean> {
  const { data } = await octokit.rest.actions.listWorkflowRunsForRepo({
    ...{ owner, repo, branch, ...(event === undefined ? {} : { event }) },
    exclude_pull_requests: true,
    per_page: 100,
  });
  return runsIn(data, 'list the runs of the repository').some(({ path }) => path === workflowPath);
}

/** The runs in an answer. Throws InputError where it is of another shape: an empty list is no such answer. */
function runsIn(data: unknown, doing: string): AnsweredRun[] {
  const list = (data as { readonly workflow_runs?: unknown } | null)?.workflow_runs;
  if (!Array.isArray(list) || !list.every(isRun)) throw misshapen(doing);
  return list;
}

const isRun = (value: unknown): boolean => {
  const { id, path, head_sha: sha, created_at: at } = (value ?? {}) as Record<string, unknown>;
  const isId = typeof id === 'number' || typeof id === 'bigint';
  return isId && [path, sha, at].every((text) => typeof text === 'string');
};

/** The runs of a commit, newest first, of any workflow and event; at most 1000. */
export async function* runsOfCommit(
  client: GitHubClient,
  sha: string,
): AsyncGenerator<WorkflowRun> {
  for (let page = 1; page <= 1000 / perPage; page++) {
    const doing = `list the runs of commit ${sha}`;
    const { data } = await calling(doing, 'actions: read', () =>
      client.octokit.rest.actions.listWorkflowRunsForRepo({
        owner: client.owner,
        repo: client.repo,
        head_sha: sha,
        exclude_pull_requests: true,
        per_page: perPage,
        page,
      }),
    );
    const runs = runsIn(data, doing);
    yield* runs.map(narrowed);
    if (runs.length < perPage) return;
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
    attempt: run.run_attempt ?? 1,
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
