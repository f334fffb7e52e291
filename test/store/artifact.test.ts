/**
 * The artifact store against the fake GitHub: real REST client, real artifact client, one test
 * for each way in which somebody could try to pass a measurement off as main's.
 */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createClient } from '../../src/github/client.ts';
import { githubSource } from '../../src/github/source.ts';
import { InputError } from '../../src/model/error.ts';
import { artifactStore } from '../../src/store/artifact.ts';
import { defaultLimits, entriesOf, type Limits, packRun } from '../../src/store/manifest.ts';
import type { BaselineStore } from '../../src/store/store.ts';
import type { TrustRule } from '../../src/store/trust/trust.ts';
import { artifactName, isArtifactOf } from '../../src/store/upload.ts';
import { type FakeGitHub, useGitHub } from '../e2e/github/server.ts';
import { fullName } from '../e2e/github/shapes.ts';
import type { Artifact, Run } from '../e2e/github/world.ts';
import { newRun, type Opened, opened } from './runs.ts';
import { zipOf } from './zip.ts';

const github = useGitHub();
const page = Buffer.from('<html><body>Unicorn</body></html>');
/** Never that the token lacks a right. */
const limit = /^(?!.*permissions).*the rate limit is reached, run the job again later$/;
let temp: string;
beforeEach(() => {
  // The artifact client tells the runner what it does.
  vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  temp = mkdtempSync(join(tmpdir(), 'flamegate-artifact-'));
});
afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  rmSync(temp, { recursive: true, force: true });
});

describe('what a push to main uploads', () => {
  it('is what the next run loads', async () => {
    const push = github().push();
    const url = await (await store(push)).keep(runOf(push));
    github().finish(push);

    const [artifact] = github().artifacts;
    expect(artifact?.name).toBe('flamegate-bench-a1');
    expect(url).toBe(
      `https://github.com/octo-org/widgets/actions/runs/${push.id}/artifacts/${artifact?.id}`,
    );
    expect(readdirSync(temp), 'files on their way are removed').toEqual([]);
    expect(await loaded(github().push())).toEqual([{ kind: 'run', run: runOf(push) }]);
  });

  it('comes newest first, many at once, in order', async () => {
    const pushes = Array.from({ length: 12 }, () => baselineRun());
    const items = await loaded(github().push());
    expect(shasOf(items)).toEqual(pushes.reverse().map(({ headSha }) => headSha));
  });

  it('is loaded no further than the caller reads', async () => {
    for (let n = 0; n < 12; n++) baselineRun();
    const reader = await store(github().push());
    for await (const item of reader.load()) {
      expect(item.kind).toBe('run');
      break;
    }
    const downloads = github().requests.filter((request) => request.includes('/zip'));
    expect(downloads.length).toBeLessThanOrEqual(4);
  });

  it('is downloaded once, however often it is opened, and each time where it is large', async () => {
    const downloads = async (bytes: number) => {
      const push = github().push();
      const file = { file: 'cpu.pprof', bytes: randomBytes(bytes) };
      await (await store(push)).keep(runOf(push, { profiles: [file] }));
      github().finish(push);
      const before = github().requests.length;
      for await (const item of (await store(github().push())).load()) {
        if (item.kind !== 'run') continue;
        const runs = [await item.run.open(), await item.run.open(), await item.run.open()];
        for (const { files } of runs) {
          const kept = files.find(({ kind }) => kind === 'profile')?.bytes;
          expect(kept !== undefined && file.bytes.equals(kept)).toBe(true);
        }
        break;
      }
      const asked = github().requests.slice(before);
      return asked.filter((request) => request.includes('/zip')).length;
    };
    expect(await downloads(1000)).toBe(1);
    // The first opening has what was downloaded for its numbers.
    expect(await downloads(9 << 20)).toBeGreaterThan(2);
  });

  it('is of each attempt of a run, the newest first', async () => {
    const push = baselineRun();
    github().rerun(push);
    await (await store(push)).keep(runOf(push, { time: '2026-11-20T00:00:00Z' }));
    github().finish(push);
    expect(github().artifacts.map(({ name }) => name)).toEqual([
      'flamegate-bench-a1',
      'flamegate-bench-a2',
    ]);
    const items = await loaded(github().push());
    expect(items).toHaveLength(2);
    expect(items[0]).toMatchObject({ run: { manifest: { time: '2026-11-20T00:00:00.000Z' } } });
    expect(shasOf(items)).toEqual([push.headSha, push.headSha]);
  });

  it('is told apart by the key', async () => {
    const push = github().push();
    addArtifact(push, { name: artifactName('linux', 1) });
    github().finish(push);
    expect(asideOf(await loaded(github().push()), push.headSha)).toEqual([
      `workflow run ${push.id} has no artifact of flamegate`,
    ]);
  });

  it('takes more pages than one', async () => {
    const push = baselineRun();
    for (let n = 0; n < 130; n++) github().finish(github().push(), 'failure');
    const items = await loaded(github().push());
    expect(shasOf(items)).toEqual([push.headSha]);
    expect(items.filter(({ kind }) => kind === 'set-aside')).toHaveLength(130);
  });

  it('is searched for in at most 100 runs, and that is said', async () => {
    baselineRun();
    for (let n = 0; n < 100; n++) github().finish(github().push());
    const items = await loaded(github().push());
    expect(shasOf(items)).toEqual([]);
    expect(items.at(-1)).toMatchObject({
      kind: 'warning',
      warning: { message: expect.stringContaining('only the newest workflow runs') },
    });
  });
});

/**
 * Each of these looks like a baseline in every other respect: without its one check it would be
 * used. `run` changes the workflow run, `artifact` the artifact's record, `zip` its content.
 */
describe('never used as baseline, with the reason said:', () => {
  it.each<[string, Partial<Run> | ((run: Run) => Partial<Run>), RegExp]>([
    [
      "a pull request from a fork's branch called main",
      () => ({ event: 'pull_request', headRepository: fork() }),
      /measured the code of a fork/,
    ],
    ['a push within a fork', () => ({ headRepository: fork() }), /measured the code of a fork/],
    ['a fork that was deleted', { headRepository: null }, /head repository is gone/],
    [
      'a run of another repository',
      () => ({ repository: fork() }),
      /belongs to another repository/,
    ],
    [
      'a pull request from a branch of ours called main',
      { event: 'pull_request' },
      /started by "pull_request"/,
    ],
    [
      'a workflow_run, which handles what forks made',
      { event: 'workflow_run' },
      /started by "workflow_run"/,
    ],
    ['a pull_request_target', { event: 'pull_request_target' }, /started by "pull_request_target"/],
    [
      'a workflow_dispatch of another branch',
      { event: 'workflow_dispatch', headBranch: 'topic' },
      /of the branch "topic", not "main"/,
    ],
    [
      'a schedule in a fork',
      () => ({ event: 'schedule', headRepository: fork() }),
      /measured the code of a fork/,
    ],
    ['an issue comment', { event: 'issue_comment' }, /started by "issue_comment"/],
    ['a push to another branch', { headBranch: 'release' }, /of the branch "release", not "main"/],
    ['a branch whose name begins alike', { headBranch: 'main-2' }, /of the branch "main-2"/],
    ['no branch', { headBranch: null }, /of the branch ""/],
    [
      'another workflow',
      { path: '.github/workflows/other.yml' },
      /of the workflow ".github\/workflows\/other.yml"/,
    ],
    [
      'a workflow file of the same name elsewhere',
      { path: 'dynamic/perf.yml' },
      /of the workflow "dynamic\/perf.yml"/,
    ],
    ['a run in progress', { status: 'in_progress', conclusion: null }, /has not finished/],
    ['a run that failed', { conclusion: 'failure' }, /ended with "failure"/],
    ['a run that was cancelled', { conclusion: 'cancelled' }, /ended with "cancelled"/],
    ['a run without a conclusion', { conclusion: null }, /ended with "no conclusion"/],
  ])('%s', async (_, change, reason) => {
    const push = baselineRun();
    Object.assign(push, typeof change === 'function' ? change(push) : change);
    // Against a server whose filters do not filter.
    const items = await loaded(github().push(), { filters: false });
    expect(asideOf(items, push.headSha)).toEqual([expect.stringMatching(reason)]);
    expect(shasOf(items)).toEqual([]);
    expect(github().requests.some((request) => request.includes('/zip'))).toBe(false);
  });

  it('a tag called main, of a commit that is not on main', async () => {
    const known = new Set(github().commits.keys());
    const strange = github().commit([], 'Never reviewed');
    const push = github().addRun({ headSha: strange.sha, ref: 'refs/tags/main' });
    addArtifact(push);
    github().finish(push);
    const rule = { isAncestor: (sha: string) => known.has(sha) };
    const items = await loaded(github().push(), { rule });
    expect(asideOf(items, strange.sha)).toEqual([
      expect.stringContaining('is not among the recent ancestors'),
    ]);
    expect(shasOf(items)).toEqual([]);
  });

  it.each<[string, Partial<Artifact> | ((of: Artifact) => Partial<Artifact>), RegExp]>([
    [
      'an artifact of another run',
      (of) => ({ run: of.run && { ...of.run, id: 1 } }),
      /uploaded by another run/,
    ],
    [
      'an artifact of another commit',
      (of) => ({ run: of.run && { ...of.run, headSha: 'c'.repeat(40) } }),
      /uploaded by another run/,
    ],
    [
      'an artifact of another repository',
      (of) => ({ run: of.run && { ...of.run, repositoryId: 9 } }),
      /from another repository/,
    ],
    [
      'an artifact of a fork',
      (of) => ({ run: of.run && { ...of.run, headRepositoryId: 9 } }),
      /from another repository/,
    ],
    ['an artifact of no run', { run: null }, /uploaded by another run/],
    ['an expired artifact', { expired: true }, /has expired/],
    ['an artifact without a digest', { digest: null }, /has no digest/],
    [
      'a digest of another kind',
      { digest: 'md5:d41d8cd98f00b204e9800998ecf8427e' },
      /digest of an unknown kind, md5/,
    ],
    [
      'an artifact beyond the limit',
      { size: 2 ** 28 + 1 },
      /has 268435457 bytes, the limit is 268435456/,
    ],
    ['an artifact without a size', { size: Number.NaN }, /has no size/],
  ])('%s', async (_, change, reason) => {
    const push = baselineRun();
    const artifact = newest();
    Object.assign(artifact, typeof change === 'function' ? change(artifact) : change);
    const items = await loaded(github().push());
    expect(asideOf(items, push.headSha)).toEqual([expect.stringMatching(reason)]);
    expect(shasOf(items)).toEqual([]);
    expect(github().requests.some((request) => request.includes('/zip'))).toBe(false);
  });

  it.each<[string, (push: Run) => Uint8Array, RegExp]>([
    ['an archive that is cut', (push) => archiveOf(push).subarray(0, 300), /not a sound zip/],
    ['an archive that is a web page', () => Buffer.from('<html>'), /not a sound zip/],
    [
      'an archive that climbs out',
      (push) => archiveOf(push, { '../../.bashrc': 'evil' }),
      /relative path/,
    ],
    [
      'an archive with an extra file',
      (push) => archiveOf(push, { 'more.txt': 'x' }),
      /"more.txt" is in the run but not in its manifest/,
    ],
    [
      'an archive without a manifest',
      () => zipOf([{ name: 'bench.txt', data: 'x' }]),
      /no manifest.json/,
    ],
    ['an empty archive', () => zipOf([]), /no manifest.json/],
    [
      'an archive with a changed file',
      (push) => archiveOf(push, { 'benchmarks/bench.txt': 'x'.repeat(45) }),
      /SHA-256/,
    ],
    [
      'a manifest of another commit',
      (push) => archiveOf(push, {}, { commit: 'd'.repeat(40) }),
      /manifest is of the commit dddd/,
    ],
    [
      'a manifest of another run',
      (push) => archiveOf(push, {}, { runId: 7 }),
      /manifest is of the workflow run 7/,
    ],
    [
      'a manifest of no run',
      (push) => archiveOf(push, {}, { runId: undefined }),
      /manifest is of the workflow run undefined/,
    ],
  ])('%s', async (_, zip, reason) => {
    const push = github().push();
    addArtifact(push, { bytes: zip(push) });
    github().finish(push);
    const items = await loaded(github().push());
    expect(asideOf(items, push.headSha)).toEqual([expect.stringMatching(reason)]);
    expect(shasOf(items)).toEqual([]);
    expect(items).toContainEqual({
      kind: 'warning',
      warning: { kind: 'baseline', message: expect.stringMatching(reason) },
    });
  });

  it('an archive that is not the one with the digest', async () => {
    const push = baselineRun();
    newest().bytes = archiveOf(push, {}, { time: '2026-11-30T00:00:00Z' });
    const items = await loaded(github().push());
    expect(asideOf(items, push.headSha)).toEqual([
      expect.stringMatching(/download has the digest sha256:\w+, GitHub promised sha256:/),
    ]);
    expect(shasOf(items)).toEqual([]);
  });

  it('an archive that is longer than its record says', async () => {
    baselineRun();
    newest().size = 100;
    newest().bytes = Buffer.alloc(5000);
    const items = await loaded(github().push(), {
      limits: { ...defaultLimits, archiveBytes: 1000 },
    });
    expect(items[0]).toMatchObject({
      setAside: { reason: expect.stringContaining('longer than the limit of 1000 bytes') },
    });
  });

  it('and the sound runs around it are', async () => {
    const before = baselineRun();
    const bad = baselineRun();
    newest().bytes = Buffer.from('bad');
    const after = baselineRun();
    const items = await loaded(github().push());
    expect(shasOf(items)).toEqual([after.headSha, before.headSha]);
    expect(asideOf(items, bad.headSha)).toHaveLength(1);
    expect(items.map(({ kind }) => kind)).toEqual(['run', 'set-aside', 'warning', 'run']);
  });
});

describe('when GitHub fails', () => {
  it('the redirect of a download is asked for again', async () => {
    const push = baselineRun();
    github().fault({ method: 'GET', path: /\/zip/, status: 502 });
    github().fault({ method: 'GET', path: /\/zip/, status: 429, headers: { 'retry-after': '0' } });
    expect(shasOf(await loaded(github().push()))).toEqual([push.headSha]);
  });

  it('a broken download is tried again', async () => {
    const push = baselineRun();
    github().fault({ method: 'GET', path: /\/blob/, status: 200, hangUp: true });
    github().fault({ method: 'GET', path: /\/blob/, status: 503 });
    expect(shasOf(await loaded(github().push()))).toEqual([push.headSha]);
  });

  it('a run that cannot be had is set aside, and the next is used', async () => {
    const old = baselineRun();
    const lost = baselineRun();
    github().fault({
      method: 'GET',
      path: new RegExp(`/artifacts/${newest().id}/zip`),
      status: 410,
    });
    const items = await loaded(github().push());
    expect(shasOf(items)).toEqual([old.headSha]);
    expect(asideOf(items, lost.headSha)).toEqual([
      expect.stringContaining('(410: ): it has expired'),
    ]);
  });

  it('a download that keeps failing ends', async () => {
    const push = baselineRun();
    github().fault({ method: 'GET', path: /\/blob/, status: 503, times: 100 });
    expect(asideOf(await loaded(github().push()), push.headSha)).toEqual([
      expect.stringContaining('could not be downloaded: the store answered 503'),
    ]);
  });

  it('a list that cannot be had is an error with what to do', async () => {
    baselineRun();
    const token = github().token({ actions: 'none' });
    const reading = loaded(github().push(), { token });
    await expect(reading).rejects.toThrow(
      /GitHub would not list the runs of perf.yml \(403.*`permissions: actions: read`/,
    );
    await expect(reading).rejects.toThrow(InputError);
  });

  it.each([
    [{ status: 401, json: { message: 'Bad credentials' } }, /401.*the token is not valid/],
    [{ status: 403, json: { message: 'Not accessible' } }, /403.*`permissions: actions: read`/],
    [{ status: 404, json: { message: 'Not Found' } }, /404\), although it has runs/],
    [{ status: 403, json: { message: 'No' }, headers: { 'x-ratelimit-remaining': '0' } }, limit],
    [{ status: 403, json: { message: 'You have exceeded a secondary rate limit' } }, limit],
    [{ status: 429, json: { message: 'Too many' } }, limit],
    [{ status: 500, json: { message: 'Oops' } }, /500.*GitHub or the network failed/],
    [{ status: 503 }, /503.*GitHub or the network failed/],
    [{ status: 200, bytes: page, headers: { 'content-type': 'text/html' } }, /not what its API/],
    [{ status: 200, json: { message: 'hello' } }, /not what its API/],
    [{ status: 200, json: { workflow_runs: [null] } }, /not what its API/],
    [{ status: 200, json: { workflow_runs: [{ id: 1 }] } }, /not what its API/],
    [{ status: 200, json: null }, /not what its API/],
  ])('a list that is answered by %j is an error, and no empty list', async (answer, problem) => {
    baselineRun();
    github().fault({ method: 'GET', path: /perf.yml\/runs/, times: 9, ...answer });
    const reading = loaded(github().push());
    await expect(reading).rejects.toThrow(problem);
    await expect(reading).rejects.toThrow(InputError);
  });

  it('artifacts that are answered by a page are not taken for none', async () => {
    const push = baselineRun();
    const headers = { 'content-type': 'text/html' };
    const path = /runs\/\d+\/artifacts/;
    github().fault({ method: 'GET', path, times: 9, status: 200, bytes: page, headers });
    expect(asideOf(await loaded(github().push()), push.headSha)).toEqual([
      expect.stringContaining('not what its API promises'),
    ]);
  });

  it('a workflow that main does not have yet has no baseline', async () => {
    const push = github().push();
    github().runs.length = 0;
    expect(await loaded(push)).toEqual([]);
  });
});

describe('uploading', () => {
  it('twice under one name says what to change', async () => {
    const push = github().push();
    const keeper = await store(push);
    await keeper.keep(runOf(push));
    // A refused one leaves its files to the client, which may still read them.
    expect(readdirSync(temp)).toEqual([]);
    await expect(keeper.keep(runOf(push))).rejects.toThrow(
      /already has an artifact flamegate-bench-a1: give each job/,
    );
  });

  it('asks for the retention that was set', async () => {
    const push = github().push();
    await (await store(push)).keep(runOf(push));
    const days = (Date.parse(newest().expiresAt) - Date.now()) / 86_400_000;
    expect(Math.round(days)).toBe(30);
  });

  it.each([
    [
      'on GitHub Enterprise Server',
      { GITHUB_SERVER_URL: 'https://github.acme.example' },
      /GitHub Enterprise Server, which the artifact service/,
    ],
    ['outside of an action', { ACTIONS_RUNTIME_TOKEN: '' }, /ACTIONS_RUNTIME_TOKEN is not set/],
  ])('%s is refused before anything is sent', async (_, env, message) => {
    const push = github().push();
    const keeper = await store(push, { env });
    await expect(keeper.keep(runOf(push))).rejects.toThrow(message);
    await expect(keeper.keep(runOf(push))).rejects.toThrow(InputError);
    expect(github().requests).toEqual([]);
  });

  it('that GitHub refuses is an error in its words', async () => {
    const push = github().push();
    github().fault({
      method: 'POST',
      path: /CreateArtifact/,
      status: 403,
      json: { code: 'x', msg: 'Artifact storage quota has been hit' },
    });
    await expect((await store(push)).keep(runOf(push))).rejects.toThrow(
      /storage for artifacts is used up/,
    );
    github().fault({
      method: 'POST',
      path: /CreateArtifact/,
      status: 400,
      json: { code: 'x', msg: 'no\n::error::' },
    });
    await expect((await store(push)).keep(runOf(push))).rejects.toThrow(
      /could not be uploaded: .*no\\u000a::error::/,
    );
  });
});

describe('the name of an artifact', () => {
  it.each([
    ['bench', 'flamegate-bench-a2'],
    ['bench (linux, 1.26)', 'flamegate-bench__linux,_1.26_-f0d09a28-a2'],
    ['a/b', 'flamegate-a_b-c14cddc0-a2'],
    ['', 'flamegate-_-e3b0c442-a2'],
  ])('of key %j is %s', (key, name) => {
    expect(artifactName(key, 2)).toBe(name);
    expect(isArtifactOf(name, key)).toBe(true);
    expect(isArtifactOf(name)).toBe(true);
  });

  it('is of one key only', () => {
    const keys = ['a b', 'a_b', 'a', 'a-a1', 'A', 'x'.repeat(300), 'x'.repeat(301)];
    for (const key of keys) {
      const name = artifactName(key, 1);
      expect(keys.filter((other) => isArtifactOf(name, other))).toEqual([key]);
      expect(name).toMatch(/^[\w.+=@,-]{1,90}$/);
    }
  });
});

interface Options {
  readonly rule?: Partial<TrustRule>;
  readonly limits?: Limits;
  readonly token?: string;
  readonly env?: Record<string, string>;
  /** False: the server answers with every run, whatever was asked for. */
  readonly filters?: boolean;
}

/** The store as the action makes it in `job`. */
async function store(job: Run, options: Options = {}): Promise<BaselineStore> {
  const fake = github();
  const env = {
    GITHUB_SERVER_URL: 'https://github.com',
    ACTIONS_RESULTS_URL: `${fake.url}/`,
    ACTIONS_RUNTIME_TOKEN: fake.runtimeToken(job),
    ...options.env,
  };
  for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
  const source = githubSource(
    await createClient({
      token: options.token ?? fake.token(),
      owner: fake.repository.owner.login,
      repo: fake.repository.name,
      apiUrl: fake.url,
      retryMilliseconds: 1,
    }),
  );
  return artifactStore({
    source: options.filters === false ? { ...source, workflowRuns: unfiltered(fake) } : source,
    trust: {
      repositoryId: fake.repository.id,
      defaultBranch: 'main',
      workflowPath: fake.workflowPath,
      ...options.rule,
    },
    key: 'bench',
    upload: {
      name: artifactName('bench', job.attempt),
      serverUrl: env.GITHUB_SERVER_URL,
      repository: fullName(fake.repository),
      runId: job.id,
      attempt: job.attempt,
      temp,
      retentionDays: 30,
    },
    limits: options.limits,
  });
}

const loaded = async (job: Run, options: Options = {}): Promise<Opened[]> =>
  opened((await store(job, options)).load());

/** The list as a server would give it that ignores branch, event and workflow. */
function unfiltered(fake: FakeGitHub) {
  return async function* () {
    for (const run of fake.runs) {
      yield {
        id: run.id,
        attempt: run.attempt,
        event: run.event,
        headBranch: run.headBranch,
        headSha: run.headSha,
        repositoryId: run.repository.id,
        headRepositoryId: run.headRepository?.id ?? null,
        path: run.path,
        status: run.status,
        conclusion: run.conclusion,
        createdAt: run.createdAt,
      };
    }
  };
}

/** A finished push to main with everything a baseline needs. */
function baselineRun(): Run {
  const push = github().push();
  addArtifact(push);
  github().finish(push);
  return push;
}

function addArtifact(push: Run, fields: { name?: string; bytes?: Uint8Array } = {}): Artifact {
  const { name = artifactName('bench', push.attempt), bytes = archiveOf(push) } = fields;
  return github().addArtifact(push, name, bytes);
}

function newest(): Artifact {
  const artifact = github().artifacts.at(-1);
  if (artifact === undefined) throw new Error('there is no artifact yet');
  return artifact;
}

function runOf(push: Run, fields: Parameters<typeof newRun>[0] = {}) {
  return packRun(newRun({ commit: push.headSha, runId: push.id, workflow: push.path, ...fields }));
}

/** The archive of a run; `files` are added to it or put in the place of its own. */
function archiveOf(
  push: Run,
  files: Record<string, string> = {},
  fields: Parameters<typeof newRun>[0] = {},
): Buffer {
  const entries = entriesOf(runOf(push, fields));
  for (const [name, data] of Object.entries(files)) entries.set(name, Buffer.from(data));
  return zipOf([...entries].map(([name, data]) => ({ name, data })));
}

function fork() {
  return github().openPull({ fork: true }).headRepository;
}

function shasOf(items: readonly Opened[]): string[] {
  return items.flatMap((item) => (item.kind === 'run' ? [item.run.manifest.commit] : []));
}

/** Why the runs of a commit were set aside. */
function asideOf(items: readonly Opened[], sha: string): string[] {
  return items.flatMap((item) =>
    item.kind === 'set-aside' && item.setAside.commit === sha ? [item.setAside.reason] : [],
  );
}
