/** The labels of a pull request, as they are now: an event has those of when it happened. */
import type { GitHubClient } from './client.ts';
import { calling, misshapen } from './failure.ts';

/** The first 100. Throws InputError when GitHub refuses. */
export async function labelsOf(client: GitHubClient, pullRequest: number): Promise<string[]> {
  const doing = `list the labels of pull request ${pullRequest}`;
  const { data } = await calling(doing, 'pull-requests: read', () =>
    client.octokit.rest.issues.listLabelsOnIssue({
      owner: client.owner,
      repo: client.repo,
      issue_number: pullRequest,
      per_page: 100,
    }),
  );
  const names: unknown = Array.isArray(data) ? data.map((item) => item?.name) : null;
  if (!Array.isArray(names) || !names.every((name) => typeof name === 'string')) {
    throw misshapen(doing);
  }
  return names;
}
