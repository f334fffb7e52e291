/** What GitHub knows of the repository and no event says. */
import type { GitHubClient } from './client.ts';
import type { Context } from './context.ts';
import { calling, misshapen } from './failure.ts';

/** What the trust rule asks of a repository. Throws InputError when GitHub refuses. */
export async function repositoryOf(
  client: GitHubClient,
): Promise<{ readonly id: number; readonly defaultBranch: string }> {
  const doing = 'describe the repository';
  const { data } = await calling(doing, 'contents: read', () =>
    client.octokit.rest.repos.get({ owner: client.owner, repo: client.repo }),
  );
  if (typeof data?.id !== 'number' || typeof data.default_branch !== 'string')
    throw misshapen(doing);
  return { id: data.id, defaultBranch: data.default_branch };
}

/** The default branch: from the event, or asked for. Throws InputError when GitHub refuses. */
export async function defaultBranchOf(client: GitHubClient, context: Context): Promise<string> {
  if (context.defaultBranch !== null) return context.defaultBranch;
  return (await repositoryOf(client)).defaultBranch;
}
