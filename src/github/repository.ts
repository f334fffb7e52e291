/** What GitHub knows of the repository and no event says. */
import type { GitHubClient } from './client.ts';
import type { Context } from './context.ts';
import { calling } from './failure.ts';

/** The default branch: from the event, or asked for. Throws InputError when GitHub refuses. */
export async function defaultBranchOf(client: GitHubClient, context: Context): Promise<string> {
  if (context.defaultBranch !== null) return context.defaultBranch;
  const { data } = await calling('describe the repository', 'contents: read', () =>
    client.octokit.rest.repos.get({ owner: client.owner, repo: client.repo }),
  );
  return data.default_branch;
}
