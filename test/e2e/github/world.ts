/**
 * What the fake GitHub knows: one repository with its commits, workflow runs, artifacts, pull
 * requests and comments, and the events that tests tell stories with.
 *
 * Plain mutable data: a test that needs a poisoned run or a corrupt archive edits the record.
 * How it looks over the wire is in shapes.ts, the routes are in rest.ts and artifacts.ts.
 */
import { createHash } from 'node:crypto';

export interface Account {
  readonly login: string;
  readonly id: number;
  readonly type: 'User' | 'Bot' | 'Organization';
}

export interface Repository {
  readonly id: number;
  readonly owner: Account;
  readonly name: string;
  readonly fork: boolean;
}

export interface Commit {
  readonly sha: string;
  readonly parents: readonly string[];
  readonly message: string;
  readonly date: string;
}

export interface Run {
  readonly id: number;
  attempt: number;
  event: string;
  path: string;
  headBranch: string | null;
  headSha: string;
  /** Null when the fork was deleted since. */
  headRepository: Repository | null;
  repository: Repository;
  status: 'in_progress' | 'completed';
  conclusion: 'success' | 'failure' | 'cancelled' | null;
  createdAt: string;
  job: string;
  /** GITHUB_SHA and GITHUB_REF of the job. */
  sha: string;
  ref: string;
  /** The pull request whose event started it. */
  pull: Pull | null;
  /** The commit before, for a push. */
  before: string;
}

export interface Artifact {
  readonly id: number;
  name: string;
  bytes: Uint8Array;
  /** Null: an artifact of before GitHub computed digests. */
  digest: string | null;
  size: number;
  expired: boolean;
  createdAt: string;
  expiresAt: string;
  /** What the artifact's record says of its origin. */
  run: {
    id: number;
    repositoryId: number;
    headRepositoryId: number;
    headBranch: string | null;
    headSha: string;
  } | null;
  /** The run that lists it. */
  readonly listedBy: number;
}

export interface Pull {
  readonly number: number;
  readonly headRepository: Repository;
  readonly headBranch: string;
  headSha: string;
  readonly baseBranch: string;
  baseSha: string;
  mergeSha: string;
  readonly author: Account;
}

export interface Comment {
  readonly id: number;
  readonly pull: number;
  author: Account;
  body: string;
  /** What it said before each edit. */
  readonly earlier: string[];
  createdAt: string;
  updatedAt: string;
}

/** What a token may do. */
export interface Rights {
  readonly contents: 'read' | 'none';
  readonly actions: 'read' | 'none';
  readonly pullRequests: 'write' | 'read' | 'none';
  /** Who its comments are by. */
  readonly account: Account;
}

export const octocat: Account = { login: 'octocat', id: 583231, type: 'User' };
export const actionsBot: Account = { login: 'github-actions[bot]', id: 41898282, type: 'Bot' };

const defaultRights: Rights = {
  contents: 'read',
  actions: 'read',
  pullRequests: 'write',
  account: actionsBot,
};

export interface World {
  readonly repository: Repository;
  readonly defaultBranch: string;
  readonly workflowPath: string;
  readonly commits: Map<string, Commit>;
  readonly branches: Map<string, string>;
  readonly runs: Run[];
  readonly artifacts: Artifact[];
  readonly pulls: Pull[];
  readonly comments: Comment[];
  readonly tokens: Map<string, Rights>;

  /** Registers a token. A fork's token is `{ pullRequests: 'read' }`. */
  token(rights?: Partial<Rights>): string;
  /** A commit on top of `parents`. */
  commit(parents: readonly string[], message?: string): Commit;
  /** A commit on a branch of the repository (by default the default one), and the run it starts. */
  push(branch?: string): Run;
  /** A pull request from a branch, or from somebody's fork, with one commit. No run yet. */
  openPull(options?: { fork?: boolean; branch?: string }): Pull;
  /** The run of the pull request's newest commit. */
  runOf(pull: Pull): Run;
  /** A new commit on the pull request, merged into the newest base, and its run. */
  pushTo(pull: Pull): Run;
  /** Any run: a push to main unless `fields` says otherwise. */
  addRun(fields?: Partial<Omit<Run, 'id'>>): Run;
  /** The job starts again: the next attempt of the same run. */
  rerun(run: Run): Run;
  finish(run: Run, conclusion?: NonNullable<Run['conclusion']>): void;
  /** An artifact that is as it should be, unless `fields` says otherwise. */
  addArtifact(run: Run, name: string, bytes: Uint8Array, fields?: Partial<Artifact>): Artifact;
  addComment(pull: Pull, author: Account, body: string): Comment;
  /** A time later than the last one, ISO 8601. */
  now(): string;
}

export function createWorld(): World {
  const owner: Account = { login: 'octo-org', id: 6811672, type: 'Organization' };
  const repository: Repository = { id: 1296269, owner, name: 'widgets', fork: false };
  const defaultBranch = 'main';
  const workflowPath = '.github/workflows/perf.yml';
  let lastId = 1000;
  let minutes = 0;
  const nextId = () => ++lastId;
  const now = () =>
    new Date(Date.UTC(2026, 10, 1) + ++minutes * 60_000).toISOString().replace('.000', '');

  const world: World = {
    repository,
    defaultBranch,
    workflowPath,
    commits: new Map(),
    branches: new Map(),
    runs: [],
    artifacts: [],
    pulls: [],
    comments: [],
    tokens: new Map(),
    now,

    token(rights = {}) {
      const token = `ghs_fake${nextId()}`;
      world.tokens.set(token, { ...defaultRights, ...rights });
      return token;
    },

    commit(parents, message = 'Change something') {
      const sha = createHash('sha1').update(`commit ${nextId()}`).digest('hex');
      const commit = { sha, parents, message, date: now() };
      world.commits.set(sha, commit);
      return commit;
    },

    push(branch = defaultBranch) {
      const before = tip(world, branch);
      const { sha } = world.commit([before]);
      world.branches.set(branch, sha);
      return world.addRun({
        headBranch: branch,
        headSha: sha,
        sha,
        before,
        ref: `refs/heads/${branch}`,
      });
    },

    openPull({ fork = false, branch = 'topic' } = {}) {
      const baseSha = tip(world, defaultBranch);
      const head = world.commit([baseSha], 'Propose something');
      const stranger: Account = { login: 'stranger', id: 7777, type: 'User' };
      const pull: Pull = {
        number: 1 + world.pulls.length,
        headRepository: fork
          ? { id: nextId(), owner: stranger, name: 'widgets', fork: true }
          : repository,
        headBranch: branch,
        headSha: head.sha,
        baseBranch: defaultBranch,
        baseSha,
        mergeSha: world.commit([baseSha, head.sha], 'Merge').sha,
        author: fork ? stranger : octocat,
      };
      world.pulls.push(pull);
      return pull;
    },

    runOf(pull) {
      return world.addRun({
        event: 'pull_request',
        headBranch: pull.headBranch,
        headSha: pull.headSha,
        headRepository: pull.headRepository,
        sha: pull.mergeSha,
        ref: `refs/pull/${pull.number}/merge`,
        pull,
      });
    },

    pushTo(pull) {
      pull.headSha = world.commit([pull.headSha], 'Try again').sha;
      pull.baseSha = tip(world, pull.baseBranch);
      pull.mergeSha = world.commit([pull.baseSha, pull.headSha], 'Merge').sha;
      return world.runOf(pull);
    },

    addRun(fields = {}) {
      const sha = fields.headSha ?? tip(world, defaultBranch);
      const run: Run = {
        id: nextId(),
        attempt: 1,
        event: 'push',
        path: workflowPath,
        headBranch: defaultBranch,
        headSha: sha,
        headRepository: repository,
        repository,
        status: 'in_progress',
        conclusion: null,
        createdAt: now(),
        job: 'bench',
        sha,
        ref: `refs/heads/${defaultBranch}`,
        pull: null,
        before: '0'.repeat(40),
        ...fields,
      };
      world.runs.unshift(run);
      return run;
    },

    rerun(run) {
      run.attempt++;
      run.status = 'in_progress';
      run.conclusion = null;
      return run;
    },

    finish(run, conclusion = 'success') {
      run.status = 'completed';
      run.conclusion = conclusion;
    },

    addArtifact(run, name, bytes, fields = {}) {
      const artifact: Artifact = {
        id: nextId(),
        name,
        bytes,
        digest: `sha256:${createHash('sha256').update(bytes).digest('hex')}`,
        size: bytes.length,
        expired: false,
        createdAt: now(),
        expiresAt: '2027-02-01T00:00:00Z',
        listedBy: run.id,
        run: {
          id: run.id,
          repositoryId: run.repository.id,
          headRepositoryId: run.headRepository?.id ?? 0,
          headBranch: run.headBranch,
          headSha: run.headSha,
        },
        ...fields,
      };
      world.artifacts.push(artifact);
      return artifact;
    },

    addComment(pull, author, body) {
      const at = now();
      const comment = {
        id: nextId(),
        pull: pull.number,
        author,
        body,
        earlier: [],
        createdAt: at,
        updatedAt: at,
      };
      world.comments.push(comment);
      return comment;
    },
  };
  world.branches.set(defaultBranch, world.commit([], 'Begin').sha);
  return world;
}

/** The newest commit of a branch; a branch that is new starts at the default one. */
function tip(world: World, branch: string): string {
  const sha = world.branches.get(branch) ?? world.branches.get(world.defaultBranch);
  if (sha === undefined) throw new Error(`the fake GitHub has no branch ${branch}`);
  return sha;
}
