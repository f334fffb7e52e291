/** `flamegate fetch` against the fake GitHub: what a pull request uploaded, brought here. */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createClient } from '../../src/github/client.ts';
import { githubSource } from '../../src/github/source.ts';
import { InputError } from '../../src/model/error.ts';
import { bundleEntries, bundleKey, unpackBundle } from '../../src/store/bundle.ts';
import { type Fetched, fetchPull } from '../../src/store/fetch.ts';
import { defaultLimits } from '../../src/store/manifest.ts';
import { artifactName, uploadEntries } from '../../src/store/upload.ts';
import { useGitHub } from '../e2e/github/server.ts';
import type { Pull, Run } from '../e2e/github/world.ts';
import { benchText, commitB, storedRun } from './runs.ts';
import { zipOf } from './zip.ts';

const github = useGitHub();
let out: string;
beforeEach(() => {
  vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  out = join(mkdtempSync(join(tmpdir(), 'flamegate-fetch-')), 'artifacts');
});
afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  rmSync(join(out, '..'), { recursive: true, force: true });
});

const report = Buffer.from('{"verdict":"fail"}');
const both = { report, head: storedRun(), base: storedRun({ commit: commitB }) };

describe('a bundle', () => {
  it('is the report and each side as a stored run', () => {
    expect([...bundleEntries(both).keys()]).toEqual([
      'report.json',
      'head/manifest.json',
      'head/benchmarks/bench.txt',
      'head/profiles/cpu.pprof',
      'base/manifest.json',
      'base/benchmarks/bench.txt',
      'base/profiles/cpu.pprof',
    ]);
  });

  it.each([[both], [{ ...both, base: null }]])('is read back whole', (bundle) => {
    expect(unpackBundle(bundleEntries(bundle), defaultLimits)).toEqual(bundle);
  });

  it.each<[string, (entries: Map<string, Uint8Array>) => void, string]>([
    ['without a report', (e) => e.delete('report.json'), 'there is no report.json'],
    ['without a head', (e) => drop(e, 'head/'), 'in head/: there is no manifest.json'],
    [
      'with half a base',
      (e) => e.delete('base/manifest.json'),
      'in base/: there is no manifest.json',
    ],
    ['with a stranger', (e) => e.set('heads/x', report), '"heads/x" does not belong there'],
    [
      'with a changed file',
      (e) => e.set('head/benchmarks/bench.txt', Buffer.alloc(benchText.length)),
      'in head/: benchmarks/bench.txt does not have the SHA-256',
    ],
  ])('%s is refused', (_, damage, message) => {
    const entries = bundleEntries(both);
    damage(entries);
    expect(() => unpackBundle(entries, defaultLimits)).toThrow(message);
    expect(() => unpackBundle(entries, defaultLimits)).toThrow(InputError);
  });
});

describe('fetching a pull request', () => {
  it('writes what its newest run uploaded, ready for flamegate diff', async () => {
    const pull = github().openPull({ fork: true });
    const run = github().runOf(pull);
    await upload(run);
    const fetched = await fetch(pull);
    const directory = join(out, 'flamegate-diff-bench-a1');
    expect(fetched).toEqual({
      headSha: pull.headSha,
      written: [
        {
          directory,
          head: join(directory, 'head'),
          base: join(directory, 'base'),
          artifact: 'flamegate-diff-bench-a1',
          runId: run.id,
        },
      ],
      setAside: [],
    });
    expect(readFileSync(join(directory, 'head', 'benchmarks', 'bench.txt'))).toEqual(benchText);
    expect(readFileSync(join(directory, 'report.json'))).toEqual(report);
    expect(readdirSync(out)).toEqual(['flamegate-diff-bench-a1']);
  });

  it('says that there was no baseline', async () => {
    const pull = github().openPull();
    add(github().runOf(pull), { ...both, base: null });
    expect((await fetch(pull)).written).toMatchObject([{ base: null }]);
  });

  it('takes the newest attempt of each job of each workflow, of the newest commit only', async () => {
    const pull = github().openPull();
    add(github().runOf(pull), both);
    const run = github().pushTo(pull);
    add(run, both);
    add(run, both, 'linux');
    github().rerun(run);
    add(run, both);
    const other = github().runOf(pull);
    other.path = '.github/workflows/other.yml';
    add(other, both, 'linux');
    const { written } = await fetch(pull);
    expect(written.map(({ directory, runId }) => [directory.slice(out.length + 1), runId])).toEqual(
      [
        ['flamegate-diff-linux-a1', other.id],
        ['flamegate-diff-bench-a2', run.id],
        [`flamegate-diff-linux-a1-run${run.id}`, run.id],
      ],
    );
  });

  it('leaves out what is damaged, and says so', async () => {
    const pull = github().openPull();
    const run = github().runOf(pull);
    add(run, both);
    const bad = add(run, both, 'bad');
    bad.bytes = zipOf([{ name: '../../evil', data: 'x' }]);
    const expired = add(run, both, 'old');
    expired.expired = true;
    const foreign = add(run, both, 'foreign');
    if (foreign.run) foreign.run.id = 1;
    const { written, setAside } = await fetch(pull);
    expect(written.map(({ artifact }) => artifact)).toEqual(['flamegate-diff-bench-a1']);
    expect(setAside.map(({ reason }) => reason)).toEqual([
      expect.stringMatching(/flamegate-diff-bad-a1 .*download has the digest/),
      expect.stringMatching(/flamegate-diff-old-a1 .*it has expired/),
      expect.stringMatching(/flamegate-diff-foreign-a1 .*it was uploaded by another run/),
    ]);
    expect(readdirSync(join(out, '..'))).toEqual(['artifacts']);
  });

  it('writes nothing outside of its directory, whatever the archive says', async () => {
    const pull = github().openPull({ fork: true });
    const run = github().runOf(pull);
    for (const [n, name] of ['../../evil', '/tmp/evil', 'head/../../evil', '.bashrc'].entries()) {
      github().addArtifact(run, `flamegate-diff-${n}-a1`, zipOf([{ name, data: 'x' }]));
    }
    await expect(fetch(pull)).rejects.toThrow(/no usable artifact of flamegate at its newest/);
    expect(existsSync(out)).toBe(false);
    expect(readdirSync(join(out, '..'))).toEqual([]);
  });

  it('overwrites nothing', async () => {
    const pull = github().openPull();
    add(github().runOf(pull), both);
    const place = join(out, 'flamegate-diff-bench-a1');
    mkdirSync(place, { recursive: true });
    await expect(fetch(pull)).rejects.toThrow(
      `${place}: it exists already, and is not overwritten`,
    );
    await expect(fetch(pull)).rejects.toThrow(InputError);
    expect(readdirSync(place)).toEqual([]);
  });

  it('writes none of several when one is in the way', async () => {
    const pull = github().openPull();
    const run = github().runOf(pull);
    add(run, both, 'a');
    add(run, both, 'b');
    mkdirSync(join(out, 'flamegate-diff-b-a1'), { recursive: true });
    await expect(fetch(pull)).rejects.toThrow(/exists already/);
    expect(readdirSync(out)).toEqual(['flamegate-diff-b-a1']);
  });

  it('says that nothing is there', async () => {
    const pull = github().openPull();
    github().addArtifact(github().runOf(pull), 'coverage', Buffer.from('x'));
    await expect(fetch(pull)).rejects.toThrow(/no workflow run of it has uploaded one/);
    await expect(fetch({ ...pull, number: 99 })).rejects.toThrow(
      /would not give pull request 99 \(404/,
    );
  });
});

async function fetch(pull: Pull): Promise<Fetched> {
  const fake = github();
  const client = await createClient({
    token: fake.token(),
    owner: fake.repository.owner.login,
    repo: fake.repository.name,
    apiUrl: fake.url,
    retryMilliseconds: 1,
  });
  return fetchPull(githubSource(client), pull.number, out);
}

/** Through the real client, as the action does. */
async function upload(run: Run): Promise<void> {
  vi.stubEnv('ACTIONS_RESULTS_URL', `${github().url}/`);
  vi.stubEnv('ACTIONS_RUNTIME_TOKEN', github().runtimeToken(run));
  await uploadEntries(bundleEntries(both), {
    name: artifactName(bundleKey('bench'), 1),
    serverUrl: 'https://github.com',
    repository: 'octo-org/widgets',
    runId: run.id,
    attempt: 1,
  });
}

function add(run: Run, bundle: Parameters<typeof bundleEntries>[0], key = 'bench') {
  const zip = zipOf([...bundleEntries(bundle)].map(([name, data]) => ({ name, data })));
  return github().addArtifact(run, artifactName(bundleKey(key), run.attempt), zip);
}

function drop(entries: Map<string, Uint8Array>, prefix: string): void {
  for (const name of entries.keys()) if (name.startsWith(prefix)) entries.delete(name);
}
