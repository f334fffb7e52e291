/** The client and the plain calls, against the fake GitHub. */
import { beforeEach, describe, expect, it } from 'vitest';
import { ancestors, ancestry } from '../../src/github/ancestors.ts';
import { artifacts, downloadArtifact } from '../../src/github/artifacts.ts';
import { createClient, type GitHubClient } from '../../src/github/client.ts';
import { type Context, contextOf } from '../../src/github/context.ts';
import { defaultBranchOf } from '../../src/github/repository.ts';
import { runsOfCommit, workflowRuns } from '../../src/github/runs.ts';
import { InputError } from '../../src/model/error.ts';
import { payloadOf } from '../e2e/github/events.ts';
import { useGitHub } from '../e2e/github/server.ts';
import type { Run } from '../e2e/github/world.ts';

const github = useGitHub();
let client: GitHubClient;
beforeEach(async () => {
  client = await connect();
});

describe('a client', () => {
  it('needs a token', async () => {
    const options = { token: '', owner: 'o', repo: 'r' };
    await expect(createClient(options)).rejects.toThrow(/no token for GitHub's API/);
    await expect(createClient(options)).rejects.toThrow(InputError);
  });

  it.each([429, 500, 502, 503])('tries again after a %d', async (status) => {
    github().fault({ method: 'GET', path: /widgets$/, status, times: 3 });
    expect(await defaultBranchOf(client, context({ defaultBranch: null }))).toBe('main');
    expect(github().requests).toHaveLength(4);
  });

  it('gives up after the fourth try, and says so', async () => {
    github().fault({ method: 'GET', path: /widgets$/, status: 503, times: 9 });
    await expect(defaultBranchOf(client, context({ defaultBranch: null }))).rejects.toThrow(
      /GitHub would not describe the repository \(503: .*run the job again/,
    );
    expect(github().requests).toHaveLength(4);
  });

  it.each([400, 401, 404, 410, 422])('takes a %d for an answer', async (status) => {
    github().fault({ method: 'GET', path: /widgets$/, status, json: { message: 'No' }, times: 9 });
    await expect(defaultBranchOf(client, context({ defaultBranch: null }))).rejects.toThrow(
      `(${status}: No)`,
    );
    expect(github().requests).toHaveLength(1);
  });

  it('waits as a secondary rate limit asks, which comes as 403', async () => {
    const headers = { 'retry-after': '0' };
    github().fault({ method: 'GET', path: /widgets$/, status: 403, headers });
    expect(await defaultBranchOf(client, context({ defaultBranch: null }))).toBe('main');
  });

  it('does not wait for an hour', async () => {
    const headers = { 'retry-after': '3600' };
    github().fault({ method: 'GET', path: /widgets$/, status: 403, headers, times: 9 });
    await expect(defaultBranchOf(client, context({ defaultBranch: null }))).rejects.toThrow(/403/);
    expect(github().requests).toHaveLength(1);
  });

  it('says what right is missing', async () => {
    client = await connect({ contents: 'none' });
    await expect(ancestors(client, github().push().sha)).rejects.toThrow(
      /would not list the commits before \w+ \(403: Resource not accessible.*: the token needs `permissions: contents: read`/,
    );
  });
});

it('does not ask for a default branch that the event gave', async () => {
  expect(await defaultBranchOf(client, context({ defaultBranch: 'trunk' }))).toBe('trunk');
  expect(github().requests).toEqual([]);
});

describe('workflow runs', () => {
  it('are those of the workflow, branch and event, newest first', async () => {
    const wanted = [github().push(), github().push()].reverse();
    github().addRun({ event: 'schedule' });
    github().addRun({ headBranch: 'topic' });
    github().addRun({ path: '.github/workflows/other.yml' });
    const listed = await all(workflowRuns(client, filter()));
    expect(listed.map(({ id }) => id)).toEqual(wanted.map(({ id }) => id));
    expect(listed[0]).toEqual({
      id: wanted[0]?.id,
      attempt: 1,
      event: 'push',
      headBranch: 'main',
      headSha: wanted[0]?.headSha,
      repositoryId: 1296269,
      headRepositoryId: 1296269,
      path: '.github/workflows/perf.yml',
      status: 'in_progress',
      conclusion: null,
      createdAt: wanted[0]?.createdAt,
    });
  });

  it('come in pages, as they are needed', async () => {
    for (let n = 0; n < 120; n++) github().push();
    const runs = workflowRuns(client, filter());
    await runs.next();
    expect(github().requests).toHaveLength(1);
    expect(1 + (await all(runs)).length).toBe(120);
    expect(github().requests).toHaveLength(3);
  });

  it('of a deleted fork have no head repository', async () => {
    github().addRun({ headRepository: null });
    expect((await all(workflowRuns(client, filter())))[0]?.headRepositoryId).toBeNull();
  });

  it('of a commit are of any workflow and event', async () => {
    const pull = github().openPull();
    const ids = [github().runOf(pull).id, github().addRun({ headSha: pull.headSha }).id].reverse();
    github().push();
    expect((await all(runsOfCommit(client, pull.headSha))).map(({ id }) => id)).toEqual(ids);
  });
});

describe('artifacts', () => {
  it('are listed on all pages', async () => {
    const run = github().push();
    for (let n = 0; n < 230; n++) github().addArtifact(run, `a${n}`, Buffer.from('x'));
    const listed = await artifacts(client, run.id);
    expect(listed).toHaveLength(230);
    expect(listed[0]).toEqual({
      id: github().artifacts[0]?.id,
      name: 'a0',
      expired: false,
      digest: 'sha256:2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881',
      sizeInBytes: 1,
      run: {
        id: run.id,
        repositoryId: 1296269,
        headRepositoryId: 1296269,
        headSha: run.headSha,
      },
    });
  });

  it('are downloaded byte for byte, without the token', async () => {
    const bytes = Buffer.from([0, 255, 10, 13, 10, 128]);
    const { id } = github().addArtifact(github().push(), 'a', bytes);
    expect(Buffer.from(await downloadArtifact(client, id, 6))).toEqual(bytes);
  });

  it('come through the client’s own fetch, which knows the proxy', async () => {
    const { id } = github().addArtifact(github().push(), 'a', Buffer.from('there'));
    const proxy: typeof fetch = async () => new Response('by proxy');
    const bytes = await downloadArtifact({ ...client, fetch: proxy }, id, 99);
    expect(Buffer.from(bytes).toString()).toBe('by proxy');
  });

  it('are read no further than the limit', async () => {
    const { id } = github().addArtifact(github().push(), 'a', Buffer.alloc(7));
    await expect(downloadArtifact(client, id, 6)).rejects.toThrow(
      /longer than the limit of 6 bytes/,
    );
  });

  it('that are not where GitHub says', async () => {
    const { id } = github().addArtifact(github().push(), 'a', Buffer.alloc(7));
    github().fault({ method: 'GET', path: /\/zip/, status: 200, json: {} });
    await expect(downloadArtifact(client, id, 9)).rejects.toThrow(/did not say where artifact/);
    github().fault({ method: 'GET', path: /\/blob/, status: 404 });
    await expect(downloadArtifact(client, id, 9)).rejects.toThrow(/the store answered 404/);
    expect(github().requests.filter((request) => request.includes('/blob'))).toHaveLength(1);
  });

  it('are let go when nobody waits any more', async () => {
    const { id } = github().addArtifact(github().push(), 'a', Buffer.alloc(7));
    await expect(downloadArtifact(client, id, 9, AbortSignal.abort())).rejects.toThrow();
    expect(github().requests).toEqual([]);
  });
});

describe('what a run is compared with', () => {
  it('is the first parent of the merge that a pull request checks out', async () => {
    const pull = github().openPull();
    const eventBase = pull.baseSha;
    github().push();
    const run = github().pushTo(pull);
    const payload = payloadOf(github(), run);
    const merged = contextOf(variables(run), payload);
    expect((await ancestry(client, merged)).base).toBe(pull.baseSha);
    expect(pull.baseSha).not.toBe(eventBase);
  });

  it('is the base of the event when the commit is no merge of this head', async () => {
    const pull = github().openPull();
    const run = github().runOf(pull);
    const other = github().commit([github().push().sha, 'f'.repeat(40)]);
    const of = contextOf({ ...variables(run), GITHUB_SHA: other.sha }, payloadOf(github(), run));
    expect((await ancestry(client, of)).base).toBe(pull.baseSha);
    const headItself = contextOf(
      { ...variables(run), GITHUB_SHA: pull.headSha },
      payloadOf(github(), run),
    );
    expect((await ancestry(client, headItself)).base).toBe(pull.baseSha);
  });

  it('is the base of the event when the merge is gone', async () => {
    const pull = github().openPull();
    const run = github().runOf(pull);
    github().commits.delete(run.sha);
    const of = contextOf(variables(run), payloadOf(github(), run));
    expect((await ancestry(client, of)).base).toBe(pull.baseSha);
  });

  it('is the commit itself on a push', async () => {
    const push = github().push();
    const of = contextOf(variables(push), payloadOf(github(), push));
    expect((await ancestry(client, of)).base).toBe(push.sha);
  });

  it('knows the commits before it, and not the ones after', async () => {
    const before = Array.from({ length: 130 }, () => github().push().sha);
    const base = before.at(-1) ?? '';
    const after = github().push().sha;
    const found = await ancestors(client, base);
    expect([...before].every((sha) => found.has(sha))).toBe(true);
    expect(found.has(after)).toBe(false);
    expect((await ancestors(client, base, 100)).size).toBe(100);
  });

  it('knows those of a pull request by one request, and not its own', async () => {
    const before = Array.from({ length: 130 }, () => github().push());
    const pull = github().openPull();
    const run = github().runOf(pull);
    const after = github().push();
    const of = contextOf(variables(run), payloadOf(github(), run));
    const { base, has, behind } = await ancestry(client, of);
    expect(base).toBe(pull.baseSha);
    expect(behind(base)).toBe(0);
    expect(behind(before.at(-3)?.sha ?? '')).toBe(2);
    expect(behind(pull.headSha)).toBeNull();
    expect(behind(after.sha)).toBeNull();
    for (const { sha, createdAt } of before.slice(-50))
      expect(await has(sha, createdAt)).toBe(true);
    expect(await has(after.sha, after.createdAt)).toBe(false);
    expect(await has(pull.headSha, run.createdAt)).toBe(false);
    expect(github().requests).toHaveLength(1);
    // Older ones are listed when they are asked for.
    const [first] = before;
    expect(await has(first?.sha ?? '', first?.createdAt ?? '')).toBe(true);
    expect(github().requests).toHaveLength(2);
  });
});

function filter() {
  return { workflowPath: '.github/workflows/perf.yml', branch: 'main', event: 'push' };
}

async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const item of items) found.push(item);
  return found;
}

function connect(rights: Parameters<ReturnType<typeof github>['token']>[0] = {}) {
  const { repository, url } = github();
  return createClient({
    token: github().token(rights),
    owner: repository.owner.login,
    repo: repository.name,
    apiUrl: url,
    retryMilliseconds: 1,
  });
}

function context(fields: Partial<Context>): Context {
  const push = github().push();
  return { ...contextOf(variables(push), payloadOf(github(), push)), ...fields };
}

function variables(run: Run): Record<string, string> {
  return {
    GITHUB_EVENT_NAME: run.event,
    GITHUB_REPOSITORY: 'octo-org/widgets',
    GITHUB_REPOSITORY_ID: '1296269',
    GITHUB_SHA: run.sha,
    GITHUB_REF: run.ref,
    GITHUB_RUN_ID: String(run.id),
    GITHUB_RUN_ATTEMPT: String(run.attempt),
    GITHUB_WORKFLOW_REF: `octo-org/widgets/${run.path}@${run.ref}`,
    GITHUB_JOB: run.job,
  };
}
