/** What every store that is written to by its own name does alike: a directory, and a branch of a real git remote. */
import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { branchStore } from '../../src/store/branch.ts';
import { directoryStore } from '../../src/store/directory.ts';
import type { BaselineStore, Summaries } from '../../src/store/store.ts';
import { digestOf } from '../../src/store/summary.ts';
import { at, gitEnv, temporary } from '../source/rounds/repository.ts';
import { commitA, commitB, opened, storedRun } from './runs.ts';

interface Place {
  /** A store that knows nothing of an earlier one. */
  readonly store: () => BaselineStore;
  /** Changes the files of the store as somebody would who damages them. */
  readonly change: (damage: (folder: string) => void) => void;
}

const places: Readonly<Record<string, () => Place>> = {
  directory: () => {
    const dir = join(temporary(), 'runs');
    return { store: () => directoryStore(dir), change: (damage) => damage(dir) };
  },
  branch: () => {
    const remote = at(temporary());
    remote.git('init', '--quiet', '--bare');
    const url = `file://${remote.folder}`;
    return {
      store: () =>
        branchStore({
          ...{ directory: null, url, branch: 'runs', variables: gitEnv, temp: temporary() },
        }),
      change: (damage) => {
        const clone = at(join(temporary(), 'clone'));
        remote.git('clone', '--quiet', '--branch', 'runs', url, clone.folder);
        damage(clone.folder);
        clone.git('add', '--all');
        clone.git('commit', '--quiet', '--message', 'damage');
        clone.git('push', '--quiet', 'origin', 'runs');
      },
    };
  },
};

const first = storedRun({ time: '2026-11-15T10:00:00Z' });
const second = storedRun({ time: '2026-11-16T10:00:00Z', commit: commitB });
const third = storedRun({ time: '2026-11-17T10:00:00Z' });

const summaries: Summaries = {
  of: async ({ manifest }) => ({
    ...{ key: 'k', manifest: digestOf(manifest) },
    run: { environment: { goos: 'linux' }, series: [], tables: [], warnings: [] },
  }),
  isUsable: () => true,
};

describe.each(Object.keys(places))('the store in a %s', (kind) => {
  let place: Place;
  beforeEach(() => {
    const make = places[kind];
    if (make === undefined) throw new Error(kind);
    place = make();
  });

  const keepAll = async (by?: Summaries) => {
    const store = place.store();
    for (const run of [second, third, first]) await store.keep(run, by);
  };
  const all = () => opened(place.store().load());
  const summariesOf = async () => {
    const found: (string | null)[] = [];
    for await (const item of place.store().load()) {
      if (item.kind === 'run') found.push(item.run.summary?.manifest ?? null);
    }
    return found;
  };

  it('that does not exist yet has no run, and says so', async () => {
    expect(await all()).toMatchObject([
      { kind: 'warning', warning: { message: expect.stringContaining('does not exist yet') } },
    ]);
  });

  it('gives what was kept, newest first, byte for byte', async () => {
    await keepAll();
    expect(await all()).toEqual([third, second, first].map((run) => ({ kind: 'run', run })));
  });

  it('refuses the same run twice, and keeps the first', async () => {
    await place.store().keep(first);
    await expect(place.store().keep(first)).rejects.toThrow(/stored already, and counted twice/);
    expect(await all()).toEqual([{ kind: 'run', run: first }]);
  });

  it('gives summaries with their runs, and opens without them', async () => {
    await keepAll(summaries);
    const digests = [third, second, first].map(({ manifest }) => digestOf(manifest));
    expect(await summariesOf()).toEqual(digests);
    place.change((folder) => rmSync(join(folder, '.summaries'), { recursive: true }));
    expect(await summariesOf()).toEqual([null, null, null]);
    expect(await all()).toHaveLength(3);
  });

  it.each<[string, (run: string) => void, RegExp]>([
    [
      'a file of another content',
      (run) => {
        const file = join(run, 'benchmarks/bench.txt');
        writeFileSync(file, 'x'.repeat(second.files[0]?.bytes.length ?? 0));
      },
      /bench\.txt does not have the SHA-256/,
    ],
    [
      'a file that is cut',
      (run) => writeFileSync(join(run, 'profiles/cpu.pprof'), 'x'),
      /cpu\.pprof has 1 bytes/,
    ],
    ['a file that is missing', (run) => rmSync(join(run, 'profiles/cpu.pprof')), /is missing/],
    ['a file too many', (run) => writeFileSync(join(run, 'more'), 'x'), /is in the run but not in/],
    [
      'no JSON',
      (run) => writeFileSync(join(run, 'manifest.json'), '{'),
      /manifest\.json is not JSON/,
    ],
    [
      'a later schema',
      (run) => writeFileSync(join(run, 'manifest.json'), '{"schemaVersion":2}'),
      /schemaVersion "2", this flamegate reads 1/,
    ],
  ])(
    'sets a run aside that has %s, with the reason, and gives the others',
    async (_, damage, reason) => {
      await keepAll();
      place.change((folder) => {
        const name = readdirSync(folder).find((of) => of.startsWith('2026-11-16')) ?? '';
        damage(join(folder, name));
      });
      const items = await all();
      const runs = items.flatMap((of) => (of.kind === 'run' ? [of.run] : []));
      expect(runs).toEqual([third, first]);
      const reasons = items.flatMap((of) => (of.kind === 'set-aside' ? [of.setAside.reason] : []));
      expect(reasons).toEqual([expect.stringMatching(reason)]);
      const warnings = items.flatMap((of) => (of.kind === 'warning' ? [of.warning.message] : []));
      expect(warnings).toEqual([`stored run set aside: ${reasons[0]}`]);
    },
  );

  it('loses none of two that keep at once', async () => {
    await Promise.all([place.store().keep(first), place.store().keep(second)]);
    expect(await all()).toEqual([second, first].map((run) => ({ kind: 'run', run })));
  });

  it('prunes to the newest, and leaves one that is damaged', async () => {
    await keepAll(summaries);
    place.change((folder) => {
      const name = readdirSync(folder).find((of) => of.startsWith('2026-11-16')) ?? '';
      writeFileSync(join(folder, name, 'manifest.json'), '{');
    });
    const removed = await place.store().prune?.(1);
    expect(removed).toEqual([first.manifest]);
    expect((await all()).map(({ kind: of }) => of).sort()).toEqual(['run', 'set-aside', 'warning']);
    expect(await summariesOf()).toEqual([digestOf(third.manifest)]);
    expect(third.manifest.commit).toBe(commitA);
  });
});
