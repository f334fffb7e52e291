/**
 * Each run of main carries those before it: against the fake GitHub, with the real clients. One download is enough,
 * nothing is lost, and nobody gets in by being carried.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createClient } from '../../src/github/client.ts';
import { githubSource } from '../../src/github/source.ts';
import { artifactStore } from '../../src/store/artifact.ts';
import { type CarriedRun, historyName, packHistory } from '../../src/store/history.ts';
import { entriesOf, packRun, type StoredRun } from '../../src/store/manifest.ts';
import type { BaselineStore, Loaded, Summaries } from '../../src/store/store.ts';
import { digestOf, type Summary } from '../../src/store/summary.ts';
import { artifactName } from '../../src/store/upload.ts';
import { useGitHub } from '../e2e/github/server.ts';
import { fullName } from '../e2e/github/shapes.ts';
import type { Run } from '../e2e/github/world.ts';
import { newRun } from './runs.ts';
import { zipOf } from './zip.ts';

const github = useGitHub();
let temp: string;
beforeEach(() => {
  vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  temp = mkdtempSync(join(tmpdir(), 'flamegate-chain-'));
});
afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  rmSync(temp, { recursive: true, force: true });
});

describe('what a run of main carries', () => {
  it('makes one list and one download enough, however many runs there are', async () => {
    const shas = await history(12);
    const { items, requests } = await reading();
    expect(shasOf(items)).toEqual(shas.reverse());
    expect(items.every((item) => item.kind === 'run' && item.run.summary !== null)).toBe(true);
    expect(requests).toEqual([
      expect.stringContaining('GET /repos/octo-org/widgets/actions/workflows/perf.yml/runs'),
      expect.stringMatching(/^GET \S*\/artifacts\?/),
      expect.stringMatching(/^GET \S*\/zip$/),
      expect.stringMatching(/^GET \/blob/),
    ]);
  });

  it('is asked of GitHub once by main, too, which reads it to judge and to carry it on', async () => {
    await history(5);
    const push = github().push();
    const keeper = await store(push);
    const before = github().requests.length;
    for await (const item of keeper.load()) expect(item.kind).toBe('run');
    await keeper.keep(runOf(push), summaries());
    const asked = github().requests.slice(before);
    expect(asked.filter((request) => request.endsWith('/zip'))).toHaveLength(1);
  });

  it('loses nothing when two end at once, and the next merges both', async () => {
    const [first] = await history(1);
    const [a, b] = [github().push(), github().push()];
    const [forA, forB] = [await store(a), await store(b)];
    await stored(a, forA);
    await stored(b, forB);
    for (const run of [a, b]) github().finish(run);
    const both = [b.headSha, a.headSha, first];
    const { items, requests } = await reading();
    expect(shasOf(items)).toEqual(both);
    expect(downloadsIn(requests)).toBe(2);
    const [next] = await history(1);
    const merged = await reading();
    expect(shasOf(merged.items)).toEqual([next, ...both]);
    expect(downloadsIn(merged.requests)).toBe(1);
  });

  it('counts a job of main that is run again as a further run of its commit', async () => {
    const push = github().push();
    await stored(push);
    github().finish(push);
    await history(2);
    github().rerun(push);
    await stored(push, undefined, { time: '2026-11-20T00:00:00Z' });
    github().finish(push);
    const { items } = await reading();
    expect(shasOf(items).filter((sha) => sha === push.headSha)).toHaveLength(2);
    await history(1);
    const next = await reading();
    expect(shasOf(next.items).filter((sha) => sha === push.headSha)).toHaveLength(2);
    expect(downloadsIn(next.requests)).toBe(1);
  });

  it('does not compare a job that is run again with its first attempt, and carries it on', async () => {
    await history(1);
    const push = github().push();
    await stored(push);
    github().rerun(push);
    const keeper = await store(push);
    const items: Loaded[] = [];
    for await (const item of keeper.load()) items.push(item);
    expect(shasOf(items)).not.toContain(push.headSha);
    await keeper.keep(runOf(push, { time: '2026-11-20T00:00:00Z' }), summaries());
    github().finish(push);
    const { items: after, requests } = await reading();
    expect(shasOf(after).filter((sha) => sha === push.headSha)).toHaveLength(2);
    expect(downloadsIn(requests)).toBe(1);
  });

  it('does not ask again for runs that had nothing to give', async () => {
    const [old] = await history(1);
    for (let n = 0; n < 5; n++) github().finish(github().push());
    const [newest] = await history(1);
    const { items, requests } = await reading();
    expect(shasOf(items)).toEqual([newest, old]);
    expect(downloadsIn(requests)).toBe(1);
    expect(requests.filter((request) => request.includes('/artifacts?'))).toHaveLength(1);
  });

  it('is summed up anew where it was by another release, and kept where its files are gone', async () => {
    await history(2, summaries('old'));
    github().artifacts.shift();
    const [newest] = await history(1, summaries('new'));
    const { items } = await reading();
    const keys = items.map((item) => item.kind === 'run' && [item.run.summary?.key]);
    expect(shasOf(items)[0]).toBe(newest);
    expect(keys).toEqual([['new'], ['new'], ['old']]);
  });
});

describe('where the newest cannot be used, those before it are:', () => {
  it.each<[string, (bytes: Uint8Array) => void, string[]]>([
    ['expired', () => Object.assign(last(), { expired: true }), ['has expired']],
    ['deleted', () => github().artifacts.pop(), ['has no artifact of flamegate']],
    ['corrupt', () => Object.assign(last(), { bytes: Buffer.from('x') }), ['has the digest']],
    ['of a fork', () => Object.assign(lastRun(), { headRepository: fork() }), ['of a fork']],
    [
      'of a pull request from a branch called main',
      () => Object.assign(lastRun(), { event: 'pull_request' }),
      ['started by "pull_request"'],
    ],
    [
      'of a fork, in the record of its artifact',
      () => Object.assign(last(), { run: { ...last().run, headRepositoryId: 9 } }),
      ['from another repository'],
    ],
  ])('%s', async (_, spoil, reasons) => {
    const shas = await history(6);
    spoil(last().bytes);
    const { items } = await reading();
    expect(shasOf(items)).toEqual(shas.slice(0, 5).reverse());
    expect(asideOf(items)).toEqual(reasons.map((reason) => expect.stringContaining(reason)));
  });

  it.each<[string, Uint8Array, RegExp]>([
    ['no archive', Buffer.from('x'), /not JSON, packed by brotli/],
    ['of a later release', packedJson({ schemaVersion: 2 }), /not of a schema that is known/],
    ['of other columns', packedJson({ ...empty(), heads: 3 }), /not of a schema that is known/],
  ])('its history %s; the run itself counts', async (_, bytes, reason) => {
    const shas = await history(3);
    const push = github().push();
    upload(push, runOf(push), bytes);
    const { items } = await reading();
    expect(shasOf(items)).toEqual([...shas, push.headSha].reverse());
    expect(warningsOf(items)).toEqual([expect.stringMatching(reason)]);
  });

  it('of an earlier release, which carried nothing; the next run carries them all', async () => {
    const olds = Array.from({ length: 9 }, () => github().push());
    for (const push of olds) upload(push, runOf(push), null);
    const shas = olds.map(({ headSha }) => headSha).reverse();
    const before = await reading();
    expect(shasOf(before.items)).toEqual(shas);
    expect(downloadsIn(before.requests)).toBe(9);
    const [newest] = await history(1);
    const after = await reading();
    expect(shasOf(after.items)).toEqual([newest, ...shas]);
    expect(downloadsIn(after.requests)).toBe(1);
  });

  it('stored in a bad hour, when nothing could be read; the next run heals it', async () => {
    const shas = await history(4);
    const push = github().push();
    const keeper = await store(push);
    github().fault({ method: 'GET', path: /perf.yml\/runs/, status: 401, json: {} });
    await stored(push, keeper);
    github().finish(push);
    const all = [...shas, push.headSha].reverse();
    expect(shasOf((await reading()).items)).toEqual(all);
    const [newest] = await history(1);
    const { items, requests } = await reading();
    expect(shasOf(items)).toEqual([newest, ...all]);
    expect(downloadsIn(requests)).toBe(1);
  });

  it('behind a list that strangers filled', async () => {
    const shas = await history(2);
    const pull = github().openPull({ fork: true, branch: 'main' });
    for (let n = 0; n < 120; n++) github().finish(github().runOf(pull));
    const { items, requests } = await reading();
    expect(shasOf(items)).toEqual(shas.reverse());
    expect(downloadsIn(requests)).toBe(1);
  });
});

describe('nobody gets in by being carried:', () => {
  it.each<[string, (victim: Run) => Partial<CarriedRun>, RegExp]>([
    [
      'a commit that the workflow run is not of',
      (run) => carried(run, { commit: 'd'.repeat(40) }),
      /carried as of the commit dddd/,
    ],
    ['a run of a pull request', () => carried(pullRun()), /measured the code of a fork/],
    [
      'a run of another workflow file',
      (run) => carried(run, { workflow: '.github/workflows/other.yml' }),
      /of the workflow ".github\/workflows\/other.yml"/,
    ],
    ['a run without a commit', (run) => carried(run, { commit: 'HEAD' }), /has no commit/],
  ])('%s', async (_, forge, reason) => {
    const victim = github().push();
    upload(victim, runOf(victim), null);
    const forged = forge(victim) as CarriedRun;
    const push = github().push();
    const own = carried(push);
    upload(push, runOf(push), packed([own, forged]));
    const { items } = await reading();
    expect(asideOf(items)).toContainEqual(expect.stringMatching(reason));
    expect(shasOf(items)).not.toContain(forged.manifest.commit);
  });

  it.each<[string, (one: Record<string, unknown>) => object, RegExp]>([
    ['another digest', () => ({ digest: 'e'.repeat(64) }), /manifest that its digest is of/],
    ['another workflow run', () => ({ run: 5 }), /has a manifest of the workflow run/],
    ['a manifest of the future', () => ({ manifest: { schemaVersion: 2 } }), /schemaVersion "2"/],
  ])('%s: the whole history is left', async (_, change, reason) => {
    const [old] = await history(1);
    const push = github().push();
    const { manifest } = runOf(push);
    const one = { run: push.id, attempt: 1, digest: digestOf(manifest), manifest, summary: null };
    const bytes = packedJson({ ...empty(), runs: [{ ...one, ...change(one) }] });
    upload(push, runOf(push), bytes);
    const { items } = await reading();
    expect(warningsOf(items)).toEqual([expect.stringMatching(reason)]);
    expect(shasOf(items)).toEqual([push.headSha, old]);
  });
});

describe('the files of a carried run', () => {
  const oldest = async (): Promise<() => Promise<StoredRun>> => {
    const { items } = await reading();
    const item = items.at(-1);
    if (item?.kind !== 'run') throw new Error('there is no run');
    expect(item.run.isAway).toBe(true);
    return item.run.open;
  };

  it('are fetched when they are asked for', async () => {
    await history(3);
    const first = github().runs.find(({ id }) => id === github().artifacts[0]?.listedBy);
    if (first === undefined) throw new Error('no run');
    expect(await (await oldest())()).toEqual(runOf(first));
  });

  it.each<[string, () => void, RegExp]>([
    [
      'gone',
      () => github().artifacts.shift(),
      /files are not there any more: the artifact is gone/,
    ],
    [
      'expired',
      () => Object.assign(github().artifacts[0] ?? {}, { expired: true }),
      /files are not there any more: the artifact has expired/,
    ],
  ])('%s: that is said', async (_, spoil, reason) => {
    await history(3);
    const open = await oldest();
    spoil();
    await expect(open()).rejects.toThrow(reason);
  });

  it('are not taken for others', async () => {
    await history(3);
    const open = await oldest();
    const lost = github().artifacts.shift();
    const run = github().runs.find(({ id }) => id === lost?.listedBy);
    if (run === undefined) throw new Error('no run');
    const other = runOf(run, { time: '2026-11-29T00:00:00Z' });
    github().addArtifact(run, artifactName('bench', 1), archiveOf(other, null));
    await expect(open()).rejects.toThrow(/not those that its summary was made of/);
  });
});

/** `count` runs of main, one after the other; their commits, oldest first. */
async function history(count: number, by: Summaries = summaries()): Promise<string[]> {
  const shas: string[] = [];
  for (let n = 0; n < count; n++) {
    const push = github().push();
    await (await store(push)).keep(runOf(push), by);
    github().finish(push);
    shas.push(push.headSha);
  }
  return shas;
}

async function stored(
  push: Run,
  keeper?: BaselineStore,
  fields: Parameters<typeof newRun>[0] = {},
): Promise<void> {
  vi.stubEnv('ACTIONS_RUNTIME_TOKEN', github().runtimeToken(push));
  await (keeper ?? (await store(push))).keep(runOf(push, fields), summaries());
}

/** What a pull request reads, and what it asks. */
async function reading(): Promise<{ items: Loaded[]; requests: string[] }> {
  const reader = await store(github().runOf(github().openPull()));
  const before = github().requests.length;
  const items: Loaded[] = [];
  for await (const item of reader.load()) items.push(item);
  return { items, requests: github().requests.slice(before) };
}

function summaries(key = 'k'): Summaries {
  return {
    of: async (run) => summaryOf(run, key),
    isUsable: (_, summary) => summary.key === key,
  };
}

const summaryOf = ({ manifest }: StoredRun, key = 'k'): Summary => ({
  key,
  manifest: digestOf(manifest),
  run: {
    environment: manifest.environment,
    series: [
      {
        ...{ package: '', benchmark: 'Encode', unit: 'sec/op', better: 'lower', exact: false },
        samples: [manifest.runId ?? 0],
      },
    ],
    tables: [],
    warnings: [],
  },
});

async function store(job: Run): Promise<BaselineStore> {
  const fake = github();
  vi.stubEnv('ACTIONS_RESULTS_URL', `${fake.url}/`);
  vi.stubEnv('ACTIONS_RUNTIME_TOKEN', fake.runtimeToken(job));
  const { owner, name: repo } = fake.repository;
  const client = await createClient({
    ...{ token: fake.token(), owner: owner.login, repo, apiUrl: fake.url, retryMilliseconds: 1 },
  });
  return artifactStore({
    source: githubSource(client),
    trust: {
      repositoryId: fake.repository.id,
      defaultBranch: 'main',
      workflowPath: fake.workflowPath,
    },
    key: 'bench',
    upload: {
      name: artifactName('bench', job.attempt),
      serverUrl: 'https://github.com',
      repository: fullName(fake.repository),
      ...{ runId: job.id, attempt: job.attempt, temp },
    },
  });
}

function upload(push: Run, run: StoredRun, history: Uint8Array | null): void {
  github().addArtifact(push, artifactName('bench', push.attempt), archiveOf(run, history));
  github().finish(push);
}

function archiveOf(run: StoredRun, history: Uint8Array | null): Buffer {
  const entries = entriesOf(run);
  if (history !== null) entries.set(historyName, history);
  return zipOf([...entries].map(([name, data]) => ({ name, data })));
}

function runOf(push: Run, fields: Parameters<typeof newRun>[0] = {}): StoredRun {
  return packRun(newRun({ commit: push.headSha, runId: push.id, workflow: push.path, ...fields }));
}

function carried(push: Run, fields: Parameters<typeof newRun>[0] = {}): CarriedRun {
  const run = runOf(push, fields);
  return { runId: push.id, attempt: 1, manifest: run.manifest, summary: summaryOf(run) };
}

function packed(runs: readonly CarriedRun[]): Uint8Array | null {
  return packHistory({ runs, looked: new Map(), since: 0 });
}

const empty = () => ({
  schemaVersion: 1,
  since: 0,
  looked: [],
  runs: [],
  heads: [],
  functions: [],
});

function packedJson(content: object): Uint8Array {
  return brotliCompressSync(JSON.stringify(content));
}

function pullRun(): Run {
  const run = github().runOf(github().openPull({ fork: true, branch: 'main' }));
  Object.assign(run, { path: github().workflowPath });
  github().finish(run);
  return run;
}

function fork() {
  return github().openPull({ fork: true }).headRepository;
}

function last() {
  const artifact = github().artifacts.at(-1);
  if (artifact === undefined) throw new Error('there is no artifact yet');
  return artifact;
}

function lastRun(): Run {
  // Newest first.
  const [run] = github().runs;
  if (run === undefined) throw new Error('there is no run yet');
  return run;
}

const downloadsIn = (requests: readonly string[]): number =>
  requests.filter((request) => request.endsWith('/zip')).length;

function shasOf(items: readonly Loaded[]): string[] {
  return items.flatMap((item) => (item.kind === 'run' ? [item.run.manifest.commit] : []));
}

const asideOf = (items: readonly Loaded[]): string[] =>
  items.flatMap((item) => (item.kind === 'set-aside' ? [item.setAside.reason] : []));

const warningsOf = (items: readonly Loaded[]): string[] =>
  items.flatMap((item) => (item.kind === 'warning' ? [item.warning.message] : []));
