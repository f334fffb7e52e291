/**
 * Which commit a run is compared with, and which commits came before it.
 *
 * A baseline newer than the base would blame a pull request for what main did in the meantime.
 */
import type { GitHubClient } from './client.ts';
import type { Context } from './context.ts';
import { calling, misshapen, statusOf } from './failure.ts';

/**
 * The commit that the measured code is built on. `pull_request` runs check out a merge of head
 * into base: its first parent is the base that was measured, while the event's own base may be
 * older. Without such a merge the event's base; without a pull request the commit itself.
 */
export async function baseCommit(client: GitHubClient, context: Context): Promise<string> {
  const pull = context.pullRequest;
  if (pull === null) return context.sha;
  const doing = `give commit ${context.sha}`;
  const parents: unknown = await calling(doing, 'contents: read', async () => {
    const answer = await client.octokit.rest.git
      .getCommit({ owner: client.owner, repo: client.repo, commit_sha: context.sha })
      .catch((error) => {
        // GitHub drops the merge of an older head when a newer one is pushed.
        if (statusOf(error) === 404) return undefined;
        throw error;
      });
    return answer === undefined ? [] : (answer.data as { parents?: unknown } | null)?.parents;
  });
  if (!areCommits(parents)) throw misshapen(doing);
  const [base, head] = parents;
  return base !== undefined && head?.sha === pull.headSha ? base.sha : pull.baseSha;
}

/**
 * The commit and up to `most` of its newest ancestors, by hash. Throws InputError when GitHub
 * refuses.
 */
export async function ancestors(
  client: GitHubClient,
  sha: string,
  most = 500,
): Promise<ReadonlySet<string>> {
  const found = new Set<string>([sha]);
  for (let page = 1; page <= Math.ceil(most / 100); page++) {
    const doing = `list the commits before ${sha}`;
    const { data } = await calling(doing, 'contents: read', () =>
      client.octokit.rest.repos.listCommits({
        owner: client.owner,
        repo: client.repo,
        sha,
        per_page: 100,
        page,
      }),
    );
    // The commit itself is the first of them: an empty list is no answer.
    if (!areCommits(data) || (page === 1 && data.length === 0)) throw misshapen(doing);
    for (const commit of data) found.add(commit.sha);
    if (data.length < 100) break;
  }
  return found;
}

const areCommits = (list: unknown): list is { readonly sha: string }[] =>
  Array.isArray(list) && list.every((of) => typeof of?.sha === 'string');
