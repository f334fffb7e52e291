/**
 * The run of a fork's pull request, told by a `workflow_run` event to a workflow that may write: which pull request it was
 * for, by GitHub's own answers. Nothing that the run uploaded has a say in that.
 */
import { readFile } from 'node:fs/promises';
import * as v from 'valibot';
import { InputError } from '../model/error.ts';
import type { WorkflowRun } from '../model/workflow.ts';
import type { GitHubClient } from './client.ts';
import type { Context, PullRequest } from './context.ts';
import { calling, misshapen } from './failure.ts';

export interface ForkRun extends WorkflowRun {
  readonly attempt: number;
  readonly headRepository: number;
  readonly headOwner: string;
  readonly branch: string;
}

const id = v.pipe(v.number(), v.safeInteger(), v.minValue(1));
const name = v.pipe(v.string(), v.minLength(1), v.maxLength(1000));
const sha = v.pipe(v.string(), v.regex(/^[0-9a-f]{40}([0-9a-f]{24})?$/));

const eventSchema = v.object({
  action: v.string(),
  workflow_run: v.object({
    id,
    run_attempt: id,
    event: name,
    path: name,
    status: v.nullable(name),
    conclusion: v.nullable(name),
    created_at: name,
    head_sha: sha,
    head_branch: v.nullable(name),
    repository: v.object({ id }),
    head_repository: v.nullable(v.object({ id, owner: v.object({ login: name }) })),
  }),
});

/**
 * The run that the event tells of. Throws InputError where it is no finished run of `workflowPath` for a pull request of a
 * fork: with the reason.
 */
export async function readForkRun(
  env: Readonly<Record<string, string | undefined>>,
  { eventName, repository }: Pick<Context, 'eventName' | 'repository'>,
  workflowPath: string,
): Promise<ForkRun> {
  if (eventName !== 'workflow_run') {
    throw new InputError(
      `mode: comment is for \`on: workflow_run\`, and this is ${JSON.stringify(eventName)}: docs/baselines.md has both workflows`,
    );
  }
  const payload: unknown = JSON.parse(await readFile(env.GITHUB_EVENT_PATH ?? '', 'utf8'));
  const event = v.safeParse(eventSchema, payload);
  if (!event.success) {
    const where = v.getDotPath(event.issues[0]) ?? 'payload';
    throw new InputError(`the event's payload is not GitHub's: ${where} is missing or malformed`);
  }
  const { action, workflow_run: run } = event.output;
  const refuse = (why: string): never => {
    throw new InputError(`the workflow run ${run.id} ${why}: no comment is written`);
  };
  const path = run.path.replace(/@.*$/s, '');
  if (action !== 'completed' || run.status !== 'completed') return refuse('has not finished');
  if (run.repository.id !== repository.id) return refuse('belongs to another repository');
  if (run.event !== 'pull_request') {
    return refuse(`was started by ${JSON.stringify(run.event)}, not by a pull request`);
  }
  if (path !== workflowPath) {
    return refuse(
      `is of the workflow ${JSON.stringify(path)}, and \`workflow\` names ${workflowPath}`,
    );
  }
  if (run.head_repository === null || run.head_branch === null) {
    return refuse('is of a fork or a branch that is gone');
  }
  if (run.head_repository.id === repository.id) {
    return refuse('is of this repository, not of a fork: it has commented itself');
  }
  return {
    id: run.id,
    attempt: run.run_attempt,
    event: run.event,
    headBranch: run.head_branch,
    headSha: run.head_sha,
    repositoryId: run.repository.id,
    headRepositoryId: run.head_repository.id,
    path,
    status: run.status,
    conclusion: run.conclusion,
    createdAt: run.created_at,
    headRepository: run.head_repository.id,
    headOwner: run.head_repository.owner.login,
    branch: run.head_branch,
  };
}

const pullSchema = v.object({
  number: id,
  head: v.object({ sha, ref: name, repo: v.nullable(v.object({ id })) }),
  base: v.object({ sha, ref: name, repo: v.object({ id }) }),
});

/**
 * The open pull request whose head the run measured. Throws InputError where there is none, more than one, or where a newer
 * commit was pushed since: its own run will tell.
 */
export async function pullOfForkRun(client: GitHubClient, run: ForkRun): Promise<PullRequest> {
  const { owner, repo } = client;
  const doing = 'list the pull requests of a branch';
  const { data } = await calling(doing, 'pull-requests: read', () =>
    client.octokit.rest.pulls.list({
      ...{ owner, repo, state: 'open' as const, per_page: 100 },
      head: `${run.headOwner}:${run.branch}`,
    }),
  );
  const list = v.safeParse(v.array(pullSchema), data);
  if (!list.success) throw misshapen(doing);
  const found = list.output.filter(
    ({ head, base }) =>
      head.repo?.id === run.headRepository &&
      head.ref === run.branch &&
      base.repo.id === run.repositoryId,
  );
  const [pull, ...others] = found;
  const what = `the workflow run ${run.id} of ${run.headSha.slice(0, 10)}`;
  if (pull === undefined) {
    throw new InputError(`${what} has no open pull request: no comment is written`);
  }
  if (others.length > 0) {
    const numbers = found.map(({ number }) => `#${number}`).join(', ');
    throw new InputError(
      `${what} belongs to ${found.length} pull requests (${numbers}): no comment is written`,
    );
  }
  if (pull.head.sha !== run.headSha) {
    throw new InputError(
      `${what} is not of the newest commit of #${pull.number}: no comment is written, the run of that commit has its own`,
    );
  }
  return {
    number: pull.number,
    headSha: pull.head.sha,
    baseSha: pull.base.sha,
    baseRef: pull.base.ref,
    // It is; but this token can write.
    fork: false,
  };
}
