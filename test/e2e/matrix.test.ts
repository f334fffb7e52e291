/**
 * A gate of several shards, told to the real dist/action.js: each leg of a matrix collects what it measured, and one
 * job judges all of them. Two groups: linux in two shards, each with one package, and windows in one.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { record } from '../../src/flow/record.ts';
import { readGateReport } from '../../src/report/readgate.ts';
import { defaultLimits, entriesOf, sha256 } from '../../src/store/manifest.ts';
import { groupOf } from '../../src/store/shards.ts';
import type { BaselineStore } from '../../src/store/store.ts';
import { unzip } from '../../src/store/unzip.ts';
import { zipOf } from '../store/zip.ts';
import { runAction, type StepResult } from './github/runner.ts';
import { useGitHub } from './github/server.ts';
import type { Artifact, Run } from './github/world.ts';

const root = resolve(import.meta.dirname, '../..');
const github = useGitHub();

let workspace: string;
beforeEach(() => {
  workspace = mkdtempSync(join(tmpdir(), 'flamegate-workspace-'));
});
afterEach(() => rmSync(workspace, { recursive: true, force: true }));

/** What `go test` printed, the part of one leg. */
function measuredBy(leg: string, from: string): string {
  const whole = readFileSync(join(root, 'examples', from), 'utf8');
  if (leg === 'windows') return whole.replaceAll('goos: linux', 'goos: windows');
  const [head = '', ...packages] = whole.split(/^(?=pkg: )/m);
  return head + (packages[leg === 'linux/1' ? 0 : 1] ?? '').replaceAll(/^(?:PASS|ok ).*\n/gm, '');
}

const legs = ['linux/1', 'linux/2', 'windows'] as const;
type Leg = (typeof legs)[number];

function collect(run: Run, leg: string, from: string, more: Record<string, string> = {}) {
  writeFileSync(join(workspace, 'bench.txt'), measuredBy(more.as ?? leg, from));
  const { as: _, token, ...rest } = more;
  const inputs = { mode: 'collect', name: leg, benchmarks: 'bench.txt', ...rest };
  return runAction({ github: github(), run, workspace, inputs, ...(token && { token }) });
}

/** `comment: never` where a test judges one attempt several times, as no workflow may. */
const judge = (run: Run, inputs: Record<string, string> = {}) =>
  runAction({
    ...{ github: github(), run, workspace },
    inputs: { expect: legs.join('\n'), threshold: '10%', ...inputs },
    // So that the report is there after the step.
    env: { RUNNER_TEMP: workspace },
  });

const baselines = readdirSync(join(root, 'examples/baseline'))
  .filter((name) => !name.startsWith('.'))
  .map((name) => `baseline/${name}/benchmarks/bench.txt`);

/** Runs of main: as its jobs store them, which the first test sees to. */
async function main(runs = 3): Promise<void> {
  for (const file of baselines.slice(0, runs)) {
    const push = github().push();
    for (const group of ['linux', 'windows']) await stored(push, group, file);
    github().finish(push);
  }
}

async function stored(push: Run, group: string, from: string): Promise<void> {
  const benchmarks = legs
    .filter((leg) => groupOf(leg) === group)
    .map((leg) => ({ file: `${leg}/bench.txt`, bytes: Buffer.from(measuredBy(leg, from)) }));
  const about = { commit: push.sha, time: push.createdAt, environment: {}, runId: push.id };
  const store: BaselineStore = {
    async *load() {},
    async keep(run) {
      const zip = zipOf([...entriesOf(run)].map(([name, data]) => ({ name, data })));
      return github().addArtifact(push, `flamegate-default+${group}-a1`, zip).name;
    },
  };
  await record({ ...about, benchmarks, profiles: [] }, store, {});
}

/** The same by its jobs. */
async function mainByItsJobs(file: string): Promise<void> {
  const push = github().push();
  for (const leg of legs) await collect(push, leg, file);
  const got = await judge(push);
  expect(got.exitCode, got.stdout + got.stderr).toBe(0);
  github().finish(push);
}

/** A pull request's run, of which these legs are slow and these do not come. */
async function pulled({ slow = [] as Leg[], without = [] as Leg[] } = {}): Promise<Run> {
  const run = github().runOf(github().openPull());
  for (const leg of legs.filter((of) => !without.includes(of))) {
    const got = await collect(run, leg, slow.includes(leg) ? 'slow/bench.txt' : 'clean/bench.txt');
    expect(got.exitCode, got.stdout + got.stderr).toBe(0);
    expect(got.outputs.verdict).toBeUndefined();
  }
  return run;
}

const errorsOf = ({ annotations }: StepResult): string =>
  annotations.flatMap(({ level, message }) => (level === 'error' ? [message] : [])).join('\n');

const bodies = () => github().comments.map(({ body }) => body);
const shardOf = (run: Run, leg: Leg): Artifact => {
  const name = `flamegate-shard+${leg.replace('/', '+')}+`;
  const found = github().artifacts.find((of) => of.listedBy === run.id && of.name.startsWith(name));
  if (found === undefined) throw new Error(`${leg} collected nothing`);
  return found;
};

describe('three legs and two groups', () => {
  it('have one baseline artifact a group, one verdict and one comment with a section each', async () => {
    await main(2);
    await mainByItsJobs(baselines[2] ?? '');
    const [push] = github().runs;
    const own = github().artifacts.filter(
      ({ listedBy, name }) => listedBy === push?.id && !name.includes('shard'),
    );
    expect(own.map(({ name }) => name)).toEqual([
      'flamegate-default+linux-a1',
      'flamegate-default+windows-a1',
    ]);
    const run = await pulled({ slow: ['linux/1'] });
    expect(bodies()).toEqual([]);
    const got = await judge(run);
    expect(got.exitCode, got.stdout + got.stderr).toBe(1);
    expect(got.outputs.verdict).toBe('fail');
    expect(bodies()).toHaveLength(1);
    const [body = ''] = bodies();
    expect(body).toMatch(/^<!--.*-->\n❌ <b>linux: .*slower/);
    expect(body.match(/^### .*$/gm)).toEqual(['### ❌ linux', '### ✅ windows']);
    expect(body).toContain('against 3 runs of');
    // What came of both shards of linux is one suite.
    expect(body).not.toMatch(/missing|no stored run/);
    expect(JSON.parse(got.outputs.regressions ?? '')).toEqual(
      expect.arrayContaining([expect.objectContaining({ group: 'linux', unit: 'sec/op' })]),
    );
    expect(got.outputs.regressions).not.toContain('"windows"');
    expect(got.summary.match(/^### .*$/gm)).toEqual(['### ❌ linux', '### ✅ windows']);
    const report = JSON.parse(readFileSync(got.outputs.report ?? '', 'utf8'));
    expect(report).toMatchObject({ verdict: 'fail', headline: expect.stringMatching(/^linux: /) });
    expect(readGateReport(Buffer.from(JSON.stringify(report.groups.linux))).verdict).toBe('fail');
    expect(report.groups.windows.verdict).toBe('pass');
    // The next run edits it.
    const clean = github().pushTo(github().pulls[0] ?? never());
    for (const leg of legs) await collect(clean, leg, 'clean/bench.txt');
    const next = await judge(clean);
    expect(next.exitCode, next.stdout).toBe(0);
    expect(bodies()).toEqual([
      expect.stringMatching(/\n✅ <b>Nothing slower in 2 groups: linux, windows/),
    ]);
  }, 120_000);

  it('are tested as one family: a group gives an answer once in the rate of the whole gate', async () => {
    await main();
    const run = await pulled({ slow: ['windows'] });
    await judge(run);
    const alone = github().runOf(github().openPull());
    await collect(alone, 'windows', 'slow/bench.txt');
    await judge(alone, { expect: 'windows' });
    const oneIn = (body = '') => Number(/1 in (\d+) runs without a change/.exec(body)?.[1]);
    const [both, single] = bodies().map(oneIn);
    expect(single).toBeGreaterThan(0);
    expect(both).toBeLessThan(single ?? 0);
  }, 120_000);

  it('of which one did not come fail closed: it is named, nothing is stored, and the others are shown', async () => {
    await main(1);
    const run = await pulled({ without: ['windows'] });
    const got = await judge(run);
    expect(got.exitCode).toBe(2);
    expect(got.outputs.verdict).toBe('incomplete');
    expect(errorsOf(got)).toMatch(
      /the shard windows is missing: did its job fail before collecting\?/,
    );
    expect(bodies()).toEqual([expect.stringMatching(/\n🚧 .*the shard windows is missing/)]);
    expect(bodies()[0]).toContain('### ');
    const push = github().push();
    await collect(push, 'linux/1', 'clean/bench.txt');
    const before = github().artifacts.length;
    expect((await judge(push)).exitCode).toBe(2);
    expect(github().artifacts).toHaveLength(before);
  }, 60_000);

  it('are counted where a number is expected, and one that nobody expects is told', async () => {
    const run = await pulled({ without: ['linux/2'] });
    expect((await judge(run, { expect: '2', comment: 'never' })).exitCode).toBe(0);
    const three = await judge(run, { expect: '3', comment: 'never' });
    expect(three.exitCode).toBe(2);
    expect(errorsOf(three)).toMatch(/3 shards were expected, and 2 came: linux\/1, windows/);
    const other = await judge(run, { expect: '["windows"]', comment: 'never' });
    expect(other.exitCode).toBe(2);
    expect(errorsOf(other)).toMatch(/linux\/1 collected, and `expect` does not name it/);
    const none = await judge(github().runOf(github().openPull()), { expect: '12' });
    expect(none.exitCode).toBe(2);
    expect(errorsOf(none)).toMatch(/12 shards were expected, and none came/);
  }, 60_000);

  it('of which two have one name are refused: none takes the place of the other', async () => {
    await main(1);
    const run = await pulled({ slow: ['windows'] });
    expect((await collect(run, 'windows', 'clean/bench.txt')).exitCode).toBe(0);
    const got = await judge(run);
    expect(got.exitCode).toBe(2);
    expect(errorsOf(got)).toMatch(
      /two jobs of this run collect as windows: give each leg its own `name`/,
    );
    expect(bodies()).toEqual([expect.stringContaining('two jobs of this run collect as windows')]);
  }, 60_000);

  it('that were run again count with their newest attempt, and the earlier one beside it', async () => {
    await main();
    const run = await pulled({ slow: ['linux/1'], without: ['windows'] });
    expect((await judge(run)).exitCode).toBe(2);
    github().rerun(run);
    await collect(run, 'windows', 'clean/bench.txt');
    const got = await judge(run);
    // The legs that were not run again are of the first attempt.
    expect(got.exitCode, got.stdout).toBe(1);
    expect(bodies()).toEqual([expect.stringMatching(/\n❌ <b>linux: /)]);
    github().rerun(run);
    await collect(run, 'linux/1', 'clean/bench.txt');
    const again = await judge(run);
    expect(again.exitCode, again.stdout).not.toBe(2);
    expect(JSON.parse(again.outputs.regressions ?? '')).not.toEqual(
      JSON.parse(got.outputs.regressions ?? ''),
    );
  }, 120_000);

  it('of unlike machines are not mixed: the odd one is named, and the gate is incomplete', async () => {
    await main(1);
    const run = await pulled({ without: ['linux/2'] });
    await collect(run, 'linux/3', 'clean/bench.txt', { as: 'windows' });
    const got = await judge(run, { expect: 'linux/1 linux/3 windows' });
    expect(got.exitCode, got.stdout).toBe(0);
    expect(got.outputs.verdict).toBe('incomplete');
    expect(bodies()[0]).toMatch(
      /shard linux\/3 is not compared, it was measured on another kind of machine/,
    );
    expect(
      (await judge(run, { expect: '3', 'fail-on': 'incomplete', comment: 'never' })).exitCode,
    ).toBe(3);
  }, 60_000);
});

describe('what is no shard of this run is not read', () => {
  it('as that of a fork’s run, with the very name', async () => {
    await main(1);
    const fork = github().runOf(github().openPull({ fork: true, branch: 'main' }));
    const token = github().token({ pullRequests: 'read' });
    await collect(fork, 'windows', 'clean/bench.txt', { token });
    const run = await pulled({ without: ['windows'] });
    const theirs = shardOf(fork, 'windows');
    const before = github().requests.length;
    expect((await judge(run)).exitCode).toBe(2);
    expect(github().requests.slice(before).join('\n')).not.toContain(`artifacts/${theirs.id}/zip`);
  }, 60_000);

  it('as one whose record or manifest tells another story, or whose bytes are others', async () => {
    const run = await pulled();
    const shard = shardOf(run, 'windows');
    const original = { ...shard, run: { ...shard.run } };
    const entries = await unzip(shard.bytes, defaultLimits);
    const manifest = JSON.parse(Buffer.from(entries.get('manifest.json') ?? '').toString());
    const withManifest = (more: object) => {
      const changed = new Map<string, Uint8Array | string>(entries);
      changed.set('manifest.json', JSON.stringify({ ...manifest, ...more }));
      shard.bytes = zipOf([...changed].map(([name, data]) => ({ name, data })));
      shard.digest = `sha256:${sha256(shard.bytes)}`;
    };
    const stories: [() => void, RegExp, 'read' | 'not read'][] = [
      [() => Object.assign(shard.run ?? {}, { id: 1 }), /was uploaded by another run/, 'not read'],
      [() => Object.assign(shard.run ?? {}, { repositoryId: 7 }), /another repository/, 'not read'],
      [
        () => Object.assign(shard.run ?? {}, { headRepositoryId: 7 }),
        /another repository/,
        'not read',
      ],
      [
        () => Object.assign(shard.run ?? {}, { headSha: '0'.repeat(40) }),
        /another run/,
        'not read',
      ],
      [() => Object.assign(shard, { digest: null }), /has no digest/, 'not read'],
      [() => withManifest({ commit: '0'.repeat(40) }), /it measured the commit 0{40}/, 'read'],
      [() => withManifest({ runId: 7 }), /it is of the workflow run 7/, 'read'],
      [() => withManifest({ files: [] }), /manifest.json cannot be used/, 'read'],
      [() => Object.assign(shard, { bytes: zipOf([]) }), /the download has the digest/, 'read'],
    ];
    for (const [tell, reason, isRead] of stories) {
      Object.assign(shard, original, { run: { ...original.run } });
      tell();
      const before = github().requests.length;
      const got = await judge(run, { comment: 'never' });
      expect(got.exitCode, got.stdout).toBe(2);
      expect(got.outputs.verdict).not.toBe('pass');
      expect(errorsOf(got)).toMatch(/the shard windows cannot be used: /);
      expect(errorsOf(got)).toMatch(reason);
      const asked = github()
        .requests.slice(before)
        .some((of) => of.includes(`/${shard.id}/zip`));
      expect(asked ? 'read' : 'not read', String(reason)).toBe(isRead);
    }
  }, 60_000);
});

describe('bad input', () => {
  it.each<[Record<string, string>, RegExp]>([
    [{ expect: 'linux/1/2' }, /expect must be how many shards there are, or their names/],
    [{ expect: 'linux linux' }, /expect names linux twice/],
    [{ expect: '[1' }, /is no JSON array of names/],
    [{ expect: '0' }, /must be 1 to 1000 shards/],
    [
      { expect: '3', benchmarks: 'bench.txt' },
      /benchmarks with expect: such a job measures nothing/,
    ],
    [{ expect: '3', mode: 'collect', name: 'a' }, /expect is for mode: gate/],
    [{ expect: '', mode: 'collect', name: 'a/b/c' }, /name "a\/b\/c" of a shard must be its group/],
    [{ expect: '', mode: 'collect', run: 'make bench' }, /run with mode: collect/],
    [{ expect: '', mode: 'collect', pgo: 'true' }, /pgo with mode: collect/],
    [{ pgo: 'true' }, /pgo with expect/],
  ])('%j', async (inputs, reason) => {
    const got = await judge(github().runOf(github().openPull()), inputs);
    expect(got.exitCode).toBe(2);
    expect(errorsOf(got)).toMatch(reason);
  });
});

function never(): never {
  throw new Error('there is one');
}
