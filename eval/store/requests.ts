/**
 * What a pull request costs of GitHub's part, with K runs of main behind it: the real action against the GitHub on
 * loopback, where each answer takes 100 ms. The runs are the example's, each with times of its own.
 *
 *   [RUNS=1,5] node eval/store/requests.ts [folder with an action.yml and its dist/ ...]
 *
 * `--plain` before a folder: its main carries nothing, as releases before did.
 */
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { record } from '../../src/flow/record.ts';
import { createClient } from '../../src/github/client.ts';
import { githubSource } from '../../src/github/source.ts';
import { readOptions, resolveConfig } from '../../src/settings/config.ts';
import { artifactStore } from '../../src/store/artifact.ts';
import { historyName } from '../../src/store/history.ts';
import { defaultLimits } from '../../src/store/manifest.ts';
import { unzip } from '../../src/store/unzip.ts';
import { artifactName } from '../../src/store/upload.ts';
import { runAction } from '../../test/e2e/github/runner.ts';
import { type FakeGitHub, startGitHub } from '../../test/e2e/github/server.ts';
import type { Run } from '../../test/e2e/github/world.ts';
import { zipOf } from '../../test/store/zip.ts';

const root = resolve(import.meta.dirname, '../..');
const counts = (process.env.RUNS ?? '1,5,20,30,60').split(',').map(Number);
const milliseconds = 100;
const example = join(root, 'examples/baseline');
const sources = readdirSync(example).filter((name) => !name.startsWith('.'));
const clean = join(root, 'examples/clean');
const profiles = readdirSync(clean).filter((name) => name.endsWith('.pprof'));
const inputs = { benchmarks: 'bench.txt', profiles: '*.pprof' };
const temp = mkdtempSync(join(tmpdir(), 'flamegate-requests-'));
/** As the bundle would have it, whose summaries are keyed by its release. */
Object.assign(globalThis, {
  FLAMEGATE_VERSION: JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version,
});

const fileOf = (file: string, path: string) => ({ file, bytes: readFileSync(path) });

/** The k-th run of main: the times of one of the example's, a little off. */
function inputsOf(k: number, run: Run) {
  const from = join(example, sources[k % sources.length] ?? '');
  const text = readFileSync(join(from, 'benchmarks/bench.txt'), 'utf8').replace(
    /([\d.]+) ns\/op/g,
    (_, ns) => `${(Number(ns) * (1 + k / 1e4)).toFixed(3)} ns/op`,
  );
  return {
    benchmarks: [{ file: 'bench.txt', bytes: Buffer.from(text) }],
    profiles: profiles.map((name) => fileOf(name, join(from, 'profiles', name))),
    ...{ commit: run.headSha, time: run.createdAt, environment: {}, branch: 'main' },
    ...{ purpose: 'store' as const, workflow: run.path, runId: run.id },
  };
}

async function pushMain(github: FakeGitHub, k: number, isPlain: boolean): Promise<void> {
  const run = github.push();
  process.env.ACTIONS_RESULTS_URL = `${github.url}/`;
  process.env.ACTIONS_RUNTIME_TOKEN = github.runtimeToken(run);
  const { owner, name: repo, id: repositoryId } = github.repository;
  const client = await createClient({
    ...{ token: github.token(), owner: owner.login, repo, apiUrl: github.url },
  });
  const store = artifactStore({
    source: githubSource(client),
    trust: { repositoryId, defaultBranch: 'main', workflowPath: github.workflowPath },
    key: 'default',
    upload: {
      ...{ name: artifactName('default', 1), serverUrl: 'https://github.com', temp },
      ...{ repository: `${owner.login}/${repo}`, runId: run.id, attempt: 1 },
    },
  });
  await record(inputsOf(k, run), store, readOptions(resolveConfig({})));
  github.finish(run);
  const artifact = github.artifacts.at(-1);
  if (!isPlain || artifact === undefined) return;
  const entries = await unzip(artifact.bytes, defaultLimits);
  entries.delete(historyName);
  const bytes = zipOf([...entries].map(([name, data]) => ({ name, data })));
  github.artifacts.pop();
  github.addArtifact(run, artifact.name, bytes);
}

async function pull(github: FakeGitHub, action: string) {
  const workspace = mkdtempSync(join(temp, 'workspace-'));
  copyFileSync(join(clean, 'bench.txt'), join(workspace, 'bench.txt'));
  for (const name of profiles) copyFileSync(join(clean, name), join(workspace, name));
  const opened = github.openPull();
  // The second run of a pull request, whose comment is there already, costs the most.
  const first = { github, run: github.runOf(opened), workspace, inputs, action };
  await runAction(first);
  const from = github.requests.length;
  github.latency = milliseconds;
  github.waited = 0;
  const step = await runAction({ ...first, run: github.pushTo(opened) });
  github.latency = 0;
  const asked = github.requests.slice(from);
  const downloads = asked.filter((request) => request.startsWith('GET /blob/artifact/'));
  const bytes = downloads.reduce((sum, request) => {
    const [, id] = /artifact\/(\d+)/.exec(request) ?? [];
    return sum + (github.artifacts.find((of) => String(of.id) === id)?.bytes.length ?? 0);
  }, 0);
  const toApi = asked.filter((request) => / \/(repos|graphql)\b/.test(request));
  return { step, toApi: toApi.length, all: asked.length, bytes, waited: github.waited / 1000 };
}

try {
  console.log(
    '| action | runs of main | compared | requests of the token | in all | downloaded, KB | waited, s |',
  );
  console.log('|---|---|---|---|---|---|---|');
  let isPlain = false;
  for (const argument of process.argv.length > 2 ? process.argv.slice(2) : [root]) {
    if (argument === '--plain') isPlain = true;
    else {
      const github = await startGitHub();
      let k = 0;
      for (const count of counts) {
        while (k < count) await pushMain(github, k++, isPlain);
        const { step, toApi, all, bytes, waited } = await pull(github, resolve(argument));
        const [, runs = '?'] = /(\d+) (?:stored )?runs?\b/.exec(step.stdout) ?? [];
        console.log(
          `| ${isPlain ? 'before' : 'after'} | ${count} | ${runs} (${step.outputs.verdict}) | ${toApi} | ${all} | ${(bytes / 1000).toFixed(0)} | ${waited.toFixed(1)} |`,
        );
      }
      await github.close();
      isPlain = false;
    }
  }
} finally {
  rmSync(temp, { recursive: true });
}
