/** A pull request as the API gives it: where its head is. */
import type { GitHubClient } from './client.ts';
import { calling } from './failure.ts';

/** Throws InputError when there is no such pull request or the token may not read it. */
export async function pullRequest(
  client: GitHubClient,
  number: number,
): Promise<{ headSha: string; baseSha: string }> {
  const { data } = await calling(`give pull request ${number}`, 'pull-requests: read', () =>
    client.octokit.rest.pulls.get({
      owner: client.owner,
      repo: client.repo,
      pull_number: number,
    }),
  );
  return { headSha: data.head.sha, baseSha: data.base.sha };
}
