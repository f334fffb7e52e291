/**
 * Which commit a run is compared with, and which commits came before it.
 *
 * A baseline newer than the base would blame a pull request for what main did in the meantime.
 */
import type { GitHubClient } from './client.ts';
import type { Context } from './context.ts';
import { calling, misshapen, statusOf } from './failure.ts';

/** The commit compared with, and those before it as far as they are asked for. */
export interface Ancestry {
  /** The commit that the measured code is built on. */
  readonly base: string;
  /**
   * Whether a commit is the base or came before it. Older commits are listed, up to 500 in all, while `at`, when
   * something was run of it, is before all that are known. Throws InputError when GitHub refuses.
   */
  readonly has: (sha: string, at: string) => Promise<boolean>;
  /** How many commits of the base's own line came after this one; null where that is not known. */
  readonly behind: (sha: string) => number | null;
}

/**
 * `pull_request` runs check out a merge of head into base: its first parent is the base that was
 * measured, while the event's own base may be older. Without such a merge the event's base; without a
 * pull request the commit itself. One request tells the base and the newest commits before it.
 */
export async function ancestry(client: GitHubClient, context: Context): Promise<Ancestry> {
  const { pullRequest: pull, sha } = context;
  if (pull === null) return ancestryOf(client, sha, sha, await listed(client, sha, 1));
  // GitHub drops the merge of an older head when a newer one is pushed.
  const merged = await listed(client, sha, 1, true);
  const [base, head] = merged[0]?.sha === sha ? merged[0].parents : [];
  return base !== undefined && head?.sha === pull.headSha
    ? ancestryOf(client, base.sha, sha, merged)
    : ancestryOf(client, pull.baseSha, pull.baseSha, await listed(client, pull.baseSha, 1));
}

const mostListed = 500;
const perPage = 100;

/** `from` is the commit whose history is listed. */
function ancestryOf(
  client: GitHubClient,
  base: string,
  from: string,
  first: readonly Listed[],
): Ancestry {
  const parents = new Map<string, readonly string[]>();
  let oldest = Number.POSITIVE_INFINITY;
  let isEnd = false;
  let pages = 0;
  let known = new Set<string>();
  const take = (page: readonly Listed[]): void => {
    pages++;
    isEnd = page.length < perPage || pages * perPage >= mostListed;
    for (const item of page) {
      parents.set(
        item.sha,
        item.parents.map(({ sha }) => sha),
      );
      oldest = Math.min(oldest, Date.parse(item.commit?.committer?.date ?? '') || oldest);
    }
    known = reached(base, parents);
  };
  take(first);
  return {
    base,
    async has(sha, at) {
      while (!known.has(sha) && !isEnd && Date.parse(at) < oldest) {
        take(await listed(client, from, pages + 1));
      }
      return known.has(sha);
    },
    behind(sha) {
      let behind = 0;
      for (let at: string | undefined = base; at !== undefined; at = parents.get(at)?.[0]) {
        if (at === sha) return behind;
        behind++;
      }
      return null;
    },
  };
}

/** The head's own commits are listed among those of the base. */
function reached(base: string, parents: ReadonlyMap<string, readonly string[]>): Set<string> {
  const found = new Set<string>();
  const open = [base];
  for (let sha = open.pop(); sha !== undefined; sha = open.pop()) {
    if (found.has(sha)) continue;
    found.add(sha);
    open.push(...(parents.get(sha) ?? []));
  }
  return found;
}

interface Listed {
  readonly sha: string;
  readonly parents: readonly { readonly sha: string }[];
  readonly commit?: { readonly committer?: { readonly date?: string } | null } | null;
}

/** A page of the commit's history, itself the first. `mayMiss`: nothing where GitHub does not have the commit. */
async function listed(
  client: GitHubClient,
  sha: string,
  page: number,
  mayMiss = false,
): Promise<readonly Listed[]> {
  const doing = `list the commits before ${sha}`;
  const data: unknown = await calling(doing, 'contents: read', async () => {
    const { owner, repo, octokit } = client;
    const answer = await octokit.rest.repos
      .listCommits({ owner, repo, sha, per_page: perPage, page })
      .catch((error) => {
        if (mayMiss && [404, 422].includes(statusOf(error) ?? 0)) return undefined;
        throw error;
      });
    return answer === undefined ? undefined : answer.data;
  });
  if (data === undefined) return [];
  // The commit itself is the first of them: an empty list is no answer.
  if (!areCommits(data) || (page === 1 && data.length === 0)) throw misshapen(doing);
  if (!data.every(hasParents)) throw misshapen(doing);
  return data;
}

const hasParents = (item: unknown): item is Listed => {
  const { parents } = item as { readonly parents?: unknown };
  return areCommits(parents);
};

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
  Array.isArray(list) && list.every((item) => typeof item?.sha === 'string');
