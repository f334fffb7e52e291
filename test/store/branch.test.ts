/** The branch store against a real git remote: what it pushes, what it leaves alone, and who wins. */
import { readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { UnreachableError } from '../../src/model/error.ts';
import { branchStore } from '../../src/store/branch.ts';
import { runName } from '../../src/store/directory.ts';
import { entriesOf } from '../../src/store/manifest.ts';
import { at, gitEnv, type Repository, repository, temporary } from '../source/rounds/repository.ts';
import { commitB, opened, storedRun } from './runs.ts';

let remote: Repository;
let checkout: Repository;
let url: string;
beforeEach(() => {
  remote = at(temporary());
  remote.git('init', '--quiet', '--bare', '--initial-branch=main');
  checkout = repository();
  checkout.commit('main.go', 'package main');
  url = `file://${remote.folder}`;
  checkout.git('remote', 'add', 'origin', url);
  checkout.git('push', '--quiet', '--set-upstream', 'origin', 'main');
});

const store = (branch = 'perf/runs', directory: string | null = checkout.folder) =>
  branchStore({ directory, url, branch, variables: gitEnv, temp: temporary() });

const nth = (n: number) =>
  storedRun({
    profiles: [],
    commit: n.toString(16).padStart(40, '0'),
    time: new Date(Date.UTC(2026, 0, 1) + n * 60_000).toISOString(),
  });

const commitsOf = async (of = store()) =>
  (await opened(of.load())).map((item) =>
    item.kind === 'run' ? Number.parseInt(item.run.manifest.commit, 16) : item.kind,
  );

/** Every file of the checkout and of its .git, with size and time of change. */
const stateOf = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => {
      const { size, mtimeMs } = statSync(join(folder, name));
      return `${name} ${size} ${mtimeMs}`;
    })
    .sort();

describe('keeping a run', () => {
  it('is one commit on the branch, and touches nothing else: no file, ref, object or setting here', async () => {
    const before = stateOf(checkout.folder);
    const main = remote.git('rev-parse', 'main');
    await store().keep(nth(1));
    await store().keep(nth(2));
    expect(stateOf(checkout.folder)).toEqual(before);
    expect(remote.git('rev-parse', 'main')).toBe(main);
    expect(remote.git('for-each-ref', '--format=%(refname)')).toBe(
      'refs/heads/main\nrefs/heads/perf/runs',
    );
    expect(remote.git('log', '--format=%an %s', 'perf/runs')).toBe(
      `flamegate run of ${'0'.repeat(12)}\nflamegate run of ${'0'.repeat(12)}`,
    );
    // What a checkout of the branch has is a directory of stored runs.
    expect(remote.git('ls-tree', '-r', '--name-only', 'perf/runs').split('\n')).toEqual(
      ['01', '02'].flatMap((minute) =>
        ['benchmarks/bench.txt', 'manifest.json'].map(
          (path) => `2026-01-01T00-${minute}-00Z-000000000000/${path}`,
        ),
      ),
    );
  });

  it('runs no hook, and needs no checkout', async () => {
    writeFileSync(join(checkout.folder, '.git/hooks/pre-push'), '#!/bin/sh\nexit 1\n', {
      mode: 0o755,
    });
    await store().keep(nth(1));
    await store('perf/runs', null).keep(nth(2));
    expect(await commitsOf(store('perf/runs', null))).toEqual([2, 1]);
  });

  it('from a shallow clone', async () => {
    const shallow = at(join(temporary(), 'clone'));
    checkout.git('clone', '--quiet', '--depth=1', url, shallow.folder);
    const before = stateOf(shallow.folder);
    await store('perf/runs', shallow.folder).keep(nth(1));
    expect(await commitsOf(store('perf/runs', shallow.folder))).toEqual([1]);
    expect(stateOf(shallow.folder)).toEqual(before);
  });

  it('of four at once loses none', async () => {
    const runs = [1, 2, 3, 4];
    await Promise.all(runs.map((n) => store().keep(nth(n))));
    expect(await commitsOf()).toEqual(runs.toReversed());
    expect(remote.git('rev-list', '--count', 'perf/runs')).toBe('4');
  });

  it('of the same run twice is refused', async () => {
    await store().keep(nth(1));
    await expect(store().keep(nth(1))).rejects.toThrow(/stored already, and counted twice/);
    expect(remote.git('rev-list', '--count', 'perf/runs')).toBe('1');
  });

  it.each(['main', 'HEAD:x', '-f', 'a..b', ''])('refuses the branch %j', async (name) => {
    const main = remote.git('rev-parse', 'main');
    await expect((async () => store(name).keep(nth(1)))()).rejects.toThrow(
      /holds "main.go", which is no stored run|is not the name of a branch/,
    );
    expect(remote.git('rev-parse', 'main')).toBe(main);
  });

  it('says what is missing where the remote refuses, after which nothing was changed', async () => {
    await store().keep(nth(1));
    writeFileSync(join(remote.folder, 'hooks/pre-receive'), '#!/bin/sh\necho no right\nexit 1\n', {
      mode: 0o755,
    });
    await expect(store().keep(nth(2))).rejects.toThrow(/could not be pushed: .*contents: write/s);
    expect(await commitsOf()).toEqual([1]);
  });
});

describe('a branch that is full', () => {
  const fill = () => {
    // In one commit: a hundred pushes take their time.
    const made = at(temporary());
    for (let n = 1; n <= 100; n++) {
      const run = nth(n);
      for (const [path, bytes] of entriesOf(run)) {
        made.write(`${runName(run.manifest)}/${path}`, Buffer.from(bytes).toString('latin1'));
      }
    }
    made.git('init', '--quiet', '--initial-branch=runs');
    made.git('add', '--all');
    made.git('commit', '--quiet', '--message', 'all');
    made.git('push', '--quiet', url, 'runs:refs/heads/perf/runs');
  };
  const newest = Array.from({ length: 50 }, (_, i) => 101 - i);

  it('begins anew with its newest half', async () => {
    fill();
    const old = remote.git('rev-parse', 'perf/runs');
    await store().keep(nth(101));
    expect(await commitsOf()).toEqual(newest);
    expect(remote.git('rev-list', 'perf/runs').split('\n')).toHaveLength(1);
    expect(remote.git('rev-list', 'perf/runs')).not.toContain(old);
  });

  it('goes on with its history where a rule forbids to begin anew', async () => {
    fill();
    remote.git('config', 'receive.denyNonFastForwards', 'true');
    await store().keep(nth(101));
    expect(await commitsOf()).toEqual(newest);
    expect(remote.git('rev-list', '--count', 'perf/runs')).toBe('2');
  });
});

it('prune leaves the newest, without their history', async () => {
  for (const n of [1, 2, 3]) await store().keep(nth(n));
  const removed = await store().prune?.(1);
  expect(removed?.map(({ commit }) => Number.parseInt(commit, 16))).toEqual([2, 1]);
  expect(await commitsOf()).toEqual([3]);
  expect(remote.git('rev-list', '--count', 'perf/runs')).toBe('1');
});

describe('loading', () => {
  it('a branch that is not there is a first run; a remote that is not there cannot be read', async () => {
    expect(await opened(store().load())).toMatchObject([
      { kind: 'warning', warning: { message: expect.stringContaining('does not exist yet') } },
    ]);
    url = 'file:///nowhere/at-all';
    await expect(opened(store().load())).rejects.toThrow(UnreachableError);
  });

  it('sets a link aside, and one that says it is of a later schema', async () => {
    await store().keep(storedRun({ time: '2026-01-01T00:01:00Z' }));
    const other = at(join(temporary(), 'clone'));
    checkout.git('clone', '--quiet', '--branch', 'perf/runs', url, other.folder);
    other.write('2026-01-02T00-00-00Z-linked/manifest.json', '{"schemaVersion":2}');
    other.commit('2026-01-03T00-00-00Z-none/benchmarks/bench.txt', 'x');
    const [name = ''] = readdirSync(other.folder).filter((of) => of.endsWith('aaaaaaaaaaaa'));
    other.git('rm', '--quiet', `${name}/profiles/cpu.pprof`);
    other.git(
      'update-index',
      '--add',
      '--cacheinfo',
      `120000,${other.git('hash-object', '-w', `${name}/benchmarks/bench.txt`)},${name}/profiles/cpu.pprof`,
    );
    other.git('commit', '--quiet', '--message', 'link');
    other.git('push', '--quiet', 'origin', 'HEAD');
    await store().keep(storedRun({ commit: commitB }));
    const items = await opened(store().load());
    expect(items.flatMap((of) => (of.kind === 'set-aside' ? [of.setAside.reason] : []))).toEqual([
      expect.stringContaining('schemaVersion "2"'),
      expect.stringContaining('there is no manifest.json'),
      expect.stringContaining('"profiles/cpu.pprof" is not a regular file'),
    ]);
    expect(items.filter(({ kind }) => kind === 'run')).toHaveLength(1);
  });
});
