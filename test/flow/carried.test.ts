/** The verdict of what is carried is that of the files: the example's runs of main, in artifacts of both kinds. */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { gate } from '../../src/flow/gate.ts';
import { record } from '../../src/flow/record.ts';
import { createClient } from '../../src/github/client.ts';
import { githubSource } from '../../src/github/source.ts';
import { gateJson } from '../../src/report/json.ts';
import { readOptions, resolveConfig } from '../../src/settings/config.ts';
import { artifactStore } from '../../src/store/artifact.ts';
import { historyName } from '../../src/store/history.ts';
import { defaultLimits } from '../../src/store/manifest.ts';
import { unzip } from '../../src/store/unzip.ts';
import { artifactName } from '../../src/store/upload.ts';
import { useGitHub } from '../e2e/github/server.ts';
import type { Run } from '../e2e/github/world.ts';
import { zipOf } from '../store/zip.ts';

const root = resolve(import.meta.dirname, '../..');
const github = useGitHub();
const config = resolveConfig({});
const tables = readOptions(config);
let temp: string;
beforeEach(() => {
  vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  temp = mkdtempSync(join(tmpdir(), 'flamegate-carried-'));
  cpSync(join(root, 'examples/baseline'), join(temp, 'baseline'), { recursive: true });
});
afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  rmSync(temp, { recursive: true, force: true });
});

const filesIn = (folder: string, pattern: RegExp) =>
  readdirSync(folder)
    .filter((name) => pattern.test(name))
    .map((file) => ({ file, bytes: readFileSync(join(folder, file)) }));

async function store(run: Run) {
  const fake = github();
  vi.stubEnv('ACTIONS_RESULTS_URL', `${fake.url}/`);
  vi.stubEnv('ACTIONS_RUNTIME_TOKEN', fake.runtimeToken(run));
  const { owner, name: repo, id: repositoryId } = fake.repository;
  const client = await createClient({
    ...{ token: fake.token(), owner: owner.login, repo, apiUrl: fake.url },
  });
  return artifactStore({
    source: githubSource(client),
    trust: { repositoryId, defaultBranch: 'main', workflowPath: fake.workflowPath },
    key: 'default',
    upload: {
      ...{ name: artifactName('default', 1), serverUrl: 'https://github.com', temp },
      ...{ repository: `${owner.login}/${repo}`, runId: run.id, attempt: 1 },
    },
  });
}

async function main(): Promise<void> {
  const stored = join(temp, 'baseline');
  for (const name of readdirSync(stored)
    .filter((of) => !of.startsWith('.'))
    .sort()) {
    const run = github().push();
    const folder = join(stored, name);
    const inputs = {
      benchmarks: filesIn(join(folder, 'benchmarks'), /./),
      profiles: filesIn(join(folder, 'profiles'), /./),
      ...{ commit: run.headSha, time: run.createdAt, environment: {}, branch: 'main' },
      ...{ purpose: 'store' as const, workflow: run.path, runId: run.id },
    };
    await record(inputs, await store(run), tables);
    github().finish(run);
  }
}

/** As an earlier release uploaded them. */
async function withoutHistory(): Promise<void> {
  for (const artifact of github().artifacts.splice(0)) {
    const entries = await unzip(artifact.bytes, defaultLimits);
    expect(entries.delete(historyName)).toBe(true);
    const bytes = zipOf([...entries].map(([name, data]) => ({ name, data })));
    const run = github().runs.find(({ id }) => id === artifact.listedBy);
    if (run !== undefined) github().addArtifact(run, artifact.name, bytes);
  }
}

async function verdict(example: string) {
  const folder = join(root, 'examples', example);
  const run = github().runOf(github().openPull());
  const inputs = {
    benchmarks: filesIn(folder, /bench\.txt$/),
    profiles: filesIn(folder, /\.pprof$/),
    ...{ commit: 'f'.repeat(40), time: '2026-11-20T00:00:00Z', environment: {} },
  };
  const from = github().requests.length;
  const gated = await gate(inputs, await store(run), config);
  const downloads = () =>
    github()
      .requests.slice(from)
      .filter((request) => request.endsWith('/zip')).length;
  return { gated, json: JSON.parse(gateJson(gated.verdict)), downloads };
}

it.each(['slow', 'clean'])('of the example %s', async (example) => {
  await main();
  const carried = await verdict(example);
  expect(carried.downloads()).toBe(1);
  await withoutHistory();
  const downloaded = await verdict(example);
  expect(downloaded.downloads()).toBe(5);
  expect(carried.json.functions.length).toBeGreaterThan(0);
  expect(carried.json).toEqual(downloaded.json);
});

it('is drawn with the files that are at hand', async () => {
  await main();
  const { gated, downloads } = await verdict('slow');
  const [profile] = gated.evidence.profiles;
  expect((await profile?.base())?.profiles).toBeGreaterThan(0);
  await gated.base?.open();
  expect(downloads()).toBe(1);
});
