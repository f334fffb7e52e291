/**
 * The fake's records as GitHub sends them, typed by GitHub's own description of its API: a field
 * that is missing here fails the type check.
 */
import type { components } from '@octokit/openapi-types';
import type { Account, Artifact, Comment, Commit, Pull, Repository, Run, World } from './world.ts';

type Schemas = components['schemas'];

export function userShape({ login, id, type }: Account): Schemas['simple-user'] {
  const url = `https://api.github.com/users/${encodeURIComponent(login)}`;
  return {
    login,
    id,
    node_id: nodeId('User', id),
    avatar_url: `https://avatars.githubusercontent.com/u/${id}?v=4`,
    gravatar_id: '',
    url,
    html_url: `https://github.com/${login}`,
    followers_url: `${url}/followers`,
    following_url: `${url}/following{/other_user}`,
    gists_url: `${url}/gists{/gist_id}`,
    starred_url: `${url}/starred{/owner}{/repo}`,
    subscriptions_url: `${url}/subscriptions`,
    organizations_url: `${url}/orgs`,
    repos_url: `${url}/repos`,
    events_url: `${url}/events{/privacy}`,
    received_events_url: `${url}/received_events`,
    type,
    site_admin: false,
  };
}

/** Links that every representation of a repository has, `<name>_url` -> `<api>/<name>`. */
const repositoryLinks = [
  'archive_url',
  'assignees_url',
  'blobs_url',
  'branches_url',
  'collaborators_url',
  'comments_url',
  'commits_url',
  'compare_url',
  'contents_url',
  'contributors_url',
  'deployments_url',
  'downloads_url',
  'events_url',
  'forks_url',
  'git_commits_url',
  'git_refs_url',
  'git_tags_url',
  'hooks_url',
  'issue_comment_url',
  'issue_events_url',
  'issues_url',
  'keys_url',
  'labels_url',
  'languages_url',
  'merges_url',
  'milestones_url',
  'notifications_url',
  'pulls_url',
  'releases_url',
  'stargazers_url',
  'statuses_url',
  'subscribers_url',
  'subscription_url',
  'tags_url',
  'teams_url',
  'trees_url',
] as const;

export function minimalRepositoryShape(repository: Repository): Schemas['minimal-repository'] {
  const url = apiOf(repository);
  return {
    id: repository.id,
    node_id: nodeId('Repository', repository.id),
    name: repository.name,
    full_name: fullName(repository),
    owner: userShape(repository.owner),
    private: false,
    html_url: `https://github.com/${fullName(repository)}`,
    description: null,
    fork: repository.fork,
    url,
    ...linksBelow(url, repositoryLinks),
  };
}

export function repositoryShape(
  repository: Repository,
  defaultBranch: string,
): Schemas['repository'] & Schemas['full-repository'] {
  const html = `https://github.com/${fullName(repository)}`;
  const { owner, ...minimal } = minimalRepositoryShape(repository);
  return {
    ...minimal,
    owner: userShape(repository.owner),
    permissions: { admin: false, push: false, pull: true },
    license: null,
    custom_properties: {},
    git_url: html.replace('https:', 'git:'),
    ssh_url: `git@github.com:${fullName(repository)}.git`,
    clone_url: `${html}.git`,
    svn_url: html,
    mirror_url: null,
    homepage: null,
    language: 'Go',
    forks_count: 0,
    stargazers_count: 0,
    watchers_count: 0,
    subscribers_count: 0,
    network_count: 0,
    size: 108,
    default_branch: defaultBranch,
    open_issues_count: 0,
    has_issues: true,
    has_projects: false,
    has_wiki: false,
    has_downloads: true,
    has_pages: false,
    has_discussions: false,
    archived: false,
    disabled: false,
    visibility: 'public',
    pushed_at: '2026-11-01T00:00:00Z',
    created_at: '2026-01-01T00:00:00Z',
    updated_at: '2026-11-01T00:00:00Z',
    forks: 0,
    open_issues: 0,
    watchers: 0,
  };
}

/** GitHub sends null for the repository of a deleted fork, against its own description. */
export type RunShape = Omit<Schemas['workflow-run'], 'head_repository'> & {
  head_repository: Schemas['minimal-repository'] | null;
};

export function runShape(world: World, run: Run): RunShape {
  const url = `${apiOf(world.repository)}/actions/runs/${run.id}`;
  const commit = world.commits.get(run.headSha);
  const person = { name: 'The Octocat', email: 'octocat@github.com' };
  return {
    id: run.id,
    name: 'perf',
    node_id: nodeId('WorkflowRun', run.id),
    head_branch: run.headBranch,
    head_sha: run.headSha,
    path: run.path,
    display_title: commit?.message ?? '',
    run_number: run.id - 1000,
    run_attempt: run.attempt,
    event: run.event,
    status: run.status,
    conclusion: run.conclusion,
    workflow_id: 159038,
    check_suite_id: run.id + 1,
    check_suite_node_id: nodeId('CheckSuite', run.id + 1),
    url,
    html_url: `https://github.com/${fullName(world.repository)}/actions/runs/${run.id}`,
    pull_requests: [],
    created_at: run.createdAt,
    updated_at: run.createdAt,
    run_started_at: run.createdAt,
    actor: userShape(run.pull?.author ?? world.repository.owner),
    triggering_actor: userShape(run.pull?.author ?? world.repository.owner),
    jobs_url: `${url}/jobs`,
    logs_url: `${url}/logs`,
    check_suite_url: `${apiOf(world.repository)}/check-suites/${run.id + 1}`,
    artifacts_url: `${url}/artifacts`,
    cancel_url: `${url}/cancel`,
    rerun_url: `${url}/rerun`,
    previous_attempt_url: run.attempt > 1 ? `${url}/attempts/${run.attempt - 1}` : null,
    workflow_url: `${apiOf(world.repository)}/actions/workflows/159038`,
    head_commit: {
      id: run.headSha,
      tree_id: run.headSha,
      message: commit?.message ?? '',
      timestamp: run.createdAt,
      author: person,
      committer: person,
    },
    repository: minimalRepositoryShape(run.repository),
    head_repository:
      run.headRepository === null ? null : minimalRepositoryShape(run.headRepository),
  };
}

export function artifactShape(world: World, artifact: Artifact): Schemas['artifact'] {
  const url = `${apiOf(world.repository)}/actions/artifacts/${artifact.id}`;
  const { run } = artifact;
  return {
    id: artifact.id,
    node_id: nodeId('Artifact', artifact.id),
    name: artifact.name,
    size_in_bytes: artifact.size,
    url,
    archive_download_url: `${url}/zip`,
    expired: artifact.expired,
    created_at: artifact.createdAt,
    updated_at: artifact.createdAt,
    expires_at: artifact.expiresAt,
    ...(artifact.digest === null ? {} : { digest: artifact.digest }),
    workflow_run:
      run === null
        ? null
        : {
            id: run.id,
            repository_id: run.repositoryId,
            head_repository_id: run.headRepositoryId,
            ...(run.headBranch === null ? {} : { head_branch: run.headBranch }),
            head_sha: run.headSha,
          },
  };
}

export function gitCommitShape(world: World, commit: Commit): Schemas['git-commit'] {
  const url = `${apiOf(world.repository)}/git/commits/${commit.sha}`;
  const person = { date: commit.date, name: 'The Octocat', email: 'octocat@github.com' };
  return {
    sha: commit.sha,
    node_id: nodeId('Commit', 1),
    url,
    html_url: htmlOf(world, commit),
    author: person,
    committer: person,
    message: commit.message,
    tree: { sha: commit.sha, url },
    parents: parentsOf(world, commit),
    verification: unverified,
  };
}

export function commitShape(world: World, commit: Commit): Schemas['commit'] {
  const url = `${apiOf(world.repository)}/commits/${commit.sha}`;
  const person = { date: commit.date, name: 'The Octocat', email: 'octocat@github.com' };
  return {
    sha: commit.sha,
    node_id: nodeId('Commit', 1),
    url,
    html_url: htmlOf(world, commit),
    comments_url: `${url}/comments`,
    commit: {
      url,
      author: person,
      committer: person,
      message: commit.message,
      comment_count: 0,
      tree: { sha: commit.sha, url },
      verification: unverified,
    },
    author: userShape(world.repository.owner),
    committer: userShape(world.repository.owner),
    parents: parentsOf(world, commit),
  };
}

export function commentShape(world: World, comment: Comment): Schemas['issue-comment'] {
  const { id, pull } = comment;
  return {
    id,
    node_id: nodeId('IssueComment', id),
    url: `${apiOf(world.repository)}/issues/comments/${id}`,
    html_url: `https://github.com/${fullName(world.repository)}/pull/${pull}#issuecomment-${id}`,
    issue_url: `${apiOf(world.repository)}/issues/${pull}`,
    body: comment.body,
    user: userShape(comment.author),
    created_at: comment.createdAt,
    updated_at: comment.updatedAt,
    author_association: 'NONE',
  };
}

export function pullShape(world: World, pull: Pull): Schemas['pull-request'] {
  const api = `${apiOf(world.repository)}/pulls/${pull.number}`;
  const issue = `${apiOf(world.repository)}/issues/${pull.number}`;
  const html = `https://github.com/${fullName(world.repository)}/pull/${pull.number}`;
  const statuses = `${apiOf(world.repository)}/statuses/${pull.headSha}`;
  return {
    id: 100_000 + pull.number,
    node_id: nodeId('PullRequest', pull.number),
    number: pull.number,
    url: api,
    html_url: html,
    diff_url: `${html}.diff`,
    patch_url: `${html}.patch`,
    issue_url: issue,
    commits_url: `${api}/commits`,
    review_comments_url: `${api}/comments`,
    review_comment_url: `${apiOf(world.repository)}/pulls/comments{/number}`,
    comments_url: `${issue}/comments`,
    statuses_url: statuses,
    state: 'open',
    locked: false,
    title: 'Propose something',
    user: userShape(pull.author),
    body: null,
    labels: [],
    milestone: null,
    created_at: '2026-11-01T00:00:00Z',
    updated_at: '2026-11-01T00:00:00Z',
    closed_at: null,
    merged_at: null,
    merge_commit_sha: pull.mergeSha,
    assignee: null,
    head: {
      label: `${pull.headRepository.owner.login}:${pull.headBranch}`,
      ref: pull.headBranch,
      sha: pull.headSha,
      user: userShape(pull.headRepository.owner),
      repo: repositoryShape(pull.headRepository, world.defaultBranch),
    },
    base: {
      label: `${world.repository.owner.login}:${pull.baseBranch}`,
      ref: pull.baseBranch,
      sha: pull.baseSha,
      user: userShape(world.repository.owner),
      repo: repositoryShape(world.repository, world.defaultBranch),
    },
    _links: {
      self: { href: api },
      html: { href: html },
      issue: { href: issue },
      comments: { href: `${issue}/comments` },
      review_comments: { href: `${api}/comments` },
      review_comment: { href: `${api}/comments{/number}` },
      commits: { href: `${api}/commits` },
      statuses: { href: statuses },
    },
    author_association: 'NONE',
    auto_merge: null,
    merged: false,
    mergeable: true,
    mergeable_state: 'clean',
    merged_by: null,
    comments: 0,
    review_comments: 0,
    maintainer_can_modify: false,
    commits: 1,
    additions: 1,
    deletions: 1,
    changed_files: 1,
  };
}

export function fullName({ owner, name }: Repository): string {
  return `${owner.login}/${name}`;
}

const unverified = {
  verified: false,
  reason: 'unsigned',
  signature: null,
  payload: null,
  verified_at: null,
} as const;

function apiOf(repository: Repository): string {
  return `https://api.github.com/repos/${fullName(repository)}`;
}

function htmlOf(world: World, { sha }: { readonly sha: string }): string {
  return `https://github.com/${fullName(world.repository)}/commit/${sha}`;
}

function parentsOf(world: World, commit: Commit) {
  return commit.parents.map((sha) => ({
    sha,
    url: `${apiOf(world.repository)}/commits/${sha}`,
    html_url: htmlOf(world, { sha }),
  }));
}

function linksBelow<Name extends string>(
  url: string,
  names: readonly Name[],
): Record<Name, string> {
  const links = names.map((name) => [name, `${url}/${name.replace('_url', '')}`]);
  return Object.fromEntries(links) as Record<Name, string>; // one entry for each name
}

function nodeId(type: string, id: number): string {
  return Buffer.from(`${type}${id}`).toString('base64url');
}
