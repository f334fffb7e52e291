/** The evidence beside a verdict: the same profiles and samples that it was made of, read when they are asked for. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { diffFiles } from '../../src/flow/diff.ts';
import { gate, type Measurer } from '../../src/flow/gate.ts';
import {
  type LookAt,
  type Measured,
  roundsEvidence,
  roundsVerdict,
} from '../../src/flow/measure.ts';
import { InputError } from '../../src/model/error.ts';
import type { Evidence, Stacks } from '../../src/model/evidence.ts';
import type { InputFile, Round } from '../../src/model/run.ts';
import type { Verdict } from '../../src/model/verdict.ts';
import { type Config, readOptions, resolveConfig } from '../../src/settings/config.ts';
import { readRun } from '../../src/source/files/collect.ts';
import { directoryStore } from '../../src/store/directory.ts';
import { packRun } from '../../src/store/manifest.ts';
import type { BaselineStore } from '../../src/store/store.ts';

const golden = join(import.meta.dirname, '../golden/pprof/in');
const environment = { goos: 'linux', goarch: 'amd64', cpu: 'Test CPU' };
const profile = (name: string): InputFile => ({
  file: name,
  bytes: readFileSync(join(golden, name)),
});

/** What a job measured: Encode takes `nanoseconds`. */
function inputs(nanoseconds: number, profiles: readonly InputFile[], minute = 0) {
  const lines = [0.99, 1, 1.01].map(
    (noise) => `BenchmarkEncode-2 9 ${nanoseconds * noise} ns/op\n`,
  );
  const time = `2026-11-15T10:${String(minute).padStart(2, '0')}:00Z`;
  const benchmarks = [{ file: 'bench.txt', bytes: Buffer.from(lines.join('')) }];
  return { benchmarks, profiles, commit: `c${minute}`, time, environment };
}

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'flamegate-evidence-'));
});
afterEach(() => rmSync(dir, { recursive: true }));

/** A directory of stored runs, and which of them are opened. */
async function stored(...runs: readonly ReturnType<typeof inputs>[]) {
  const store = directoryStore(dir);
  const opened: string[] = [];
  for (const run of runs) await store.keep(packRun(run));
  const watched: BaselineStore = {
    ...store,
    async *load() {
      for await (const item of store.load()) {
        if (item.kind !== 'run') yield item;
        else {
          const open = () => {
            opened.push(item.run.manifest.commit);
            return item.run.open();
          };
          yield { ...item, run: { ...item.run, open } };
        }
      }
    },
  };
  return { store: watched, opened };
}

const mains = (file: string) =>
  [1000, 1001, 999, 1002, 998].map((value, i) => inputs(value, [profile(file)], 10 + i));

/** A function's flat in a tree of calls. */
function flatOf(stacks: Stacks | null, name: string): number {
  const number = stacks?.functions.findIndex((of) => of.name === name);
  return (stacks?.self ?? new Float64Array()).reduce(
    (sum, value, n) => sum + (stacks?.call[n] === number ? value : 0),
    0,
  );
}

/** Every function has the share that the verdict says. */
function expectSameShares(
  { functions }: Verdict,
  base: Stacks | null | undefined,
  now: Stacks | null | undefined,
) {
  expect(functions.length).toBeGreaterThan(5);
  for (const { name, background, base: before, head: after } of functions) {
    const share = (of: Stacks | null | undefined) => {
      const total = (of?.total ?? 0) - (background ? 0 : (of?.background ?? 0));
      return flatOf(of ?? null, name) / total;
    };
    expect(share(now), name).toBeCloseTo(after.flatFraction, 12);
    expect(share(base), name).toBeCloseTo(before.flatFraction, 12);
  }
}

const row = { package: '', benchmark: 'Encode-2', unit: 'sec/op' };
const nothing: Measured = {
  ...{ rounds: [], repeated: 1, seed: 7, base: 'b'.repeat(40), machine: ['quiet'], warnings: [] },
  baseIsHead: false,
};

/** Rounds here, each with one profile a side. */
async function rounds(config: Config, count: number, ratio: number): Promise<Measured> {
  const files = { base: { profiles: [] as InputFile[] }, head: { profiles: [] as InputFile[] } };
  const list: Round[] = [];
  const side = async (name: 'base' | 'head', i: number, value: number) => {
    const file = `${name}/round-${i}/cpu.pprof`;
    const kept = { ...profile(`cpu.${name}.pprof`), file };
    files[name].profiles.push(kept);
    return readRun(inputs(value, [kept]), readOptions(config));
  };
  for (let i = 1; i <= count; i++) {
    list.push({
      base: await side('base', i, 1000 + i),
      head: await side('head', i, ratio * (1000 + i) + (i % 3)),
    });
  }
  return { ...nothing, rounds: list, files };
}

describe('of a gate', () => {
  const config = resolveConfig({});

  it('is what the verdict says of functions, with its options', async () => {
    for (const layer of [
      {},
      { attribute: 'raw' },
      { profileFilters: { ignore: 'runtime' } },
    ] as const) {
      const own = resolveConfig(layer);
      const { store } = await stored(...mains('cpu.base.pprof'));
      const head = inputs(1000, [profile('cpu.head.pprof')], 30);
      const { verdict, evidence } = await gate(head, store, own);
      expect(evidence.profiles.map(({ sampleType }) => sampleType)).toEqual(
        verdict.profiles.map(({ sampleType }) => sampleType),
      );
      const [kind] = evidence.profiles;
      const [base, now] = [await kind?.base(), await kind?.head()];
      expectSameShares(verdict, base, now);
      for (const { name, head: after } of verdict.functions) {
        expect([name, flatOf(now ?? null, name)]).toEqual([name, after.flat]);
      }
      expect([base?.profiles, now?.profiles]).toEqual([5, 1]);
      rmSync(dir, { recursive: true });
    }
    dir = mkdtempSync(join(tmpdir(), 'flamegate-evidence-'));
  });

  it('weighs runs and programs as the verdict does, however long their profiles are', async () => {
    const own = resolveConfig({});
    const both = (file: string, minute: number) =>
      inputs(1000, [profile(file), profile('shop.requests.pprof')], minute);
    const { store } = await stored(
      ...[both('cpu.base.pprof', 10), both('cpu.head.pprof', 11), both('cpu.base.pprof', 12)],
    );
    const names = ['cpu.head.pprof', 'cpu.base.pprof', 'shop.requests.pprof'];
    const head = inputs(1000, names.map(profile), 30);
    const { verdict, evidence } = await gate(head, store, own);
    const [kind] = evidence.profiles;
    const [base, now] = [await kind?.base(), await kind?.head()];
    expect([base?.profiles, now?.profiles]).toEqual([6, 3]);
    expectSameShares(verdict, base, now);
    // Merely added up, the second look at one program makes the other smaller.
    const row = verdict.functions.find(({ name }) => name.endsWith('codec.appendEscaped'));
    const { tables } = await readRun({ ...head, purpose: 'gate' }, readOptions(config));
    const total = tables.reduce((sum, of) => sum + of.total - (of.background ?? 0), 0);
    const { flat = 0, flatFraction = 0 } = row?.head ?? {};
    expect(flat / total - flatFraction).toBeGreaterThan(0.02);
  });

  it('leaves out what was not compared: a program that main does not have', async () => {
    const { store } = await stored(...mains('cpu.base.pprof'));
    const head = inputs(1000, [profile('cpu.head.pprof'), profile('shop.requests.pprof')], 30);
    const { verdict, evidence } = await gate(head, store, config);
    const [kind] = evidence.profiles;
    const [base, now] = [await kind?.base(), await kind?.head()];
    expect(now?.profiles).toBe(1);
    expectSameShares(verdict, base, now);
  });

  it('reads nothing before it is asked, and each run once', async () => {
    const { store, opened } = await stored(...mains('cpu.base.pprof'));
    const { evidence } = await gate(inputs(1000, [profile('cpu.head.pprof')]), store, config);
    opened.length = 0; // for the comparison itself
    expect(evidence.samples(row).base).toHaveLength(5);
    await evidence.profiles[0]?.head();
    expect(opened).toEqual([]);
    const [one, again] = [evidence.profiles[0]?.base(), evidence.profiles[0]?.base()];
    expect(await again).toBe(await one);
    // The newest is held since the comparison.
    expect(opened).toEqual(['c13', 'c12', 'c11', 'c10']);
  });

  it('says that a run is damaged since', async () => {
    const { store } = await stored(...mains('cpu.base.pprof'));
    const { evidence } = await gate(inputs(1000, [profile('cpu.head.pprof')]), store, config);
    writeFileSync(join(dir, '2026-11-15T10-12-00Z-c12', 'profiles', 'cpu.base.pprof'), 'x');
    await expect(evidence.profiles[0]?.base()).rejects.toThrow(InputError);
    expect((await evidence.profiles[0]?.head())?.profiles).toBe(1);
  });

  it('has every sample of each run and attempt, and nothing of what was not measured', async () => {
    const { store } = await stored(...mains('cpu.base.pprof'));
    const head = { ...inputs(1100, [], 30), others: [inputs(1200, [], 31)] };
    const { base, head: now } = (await gate(head, store, config)).evidence.samples(row);
    const rounded = base.map(({ commit, samples: [, of = 0] }) => [commit, Math.round(of * 1e9)]);
    expect(rounded).toEqual([
      ['c14', 998],
      ['c13', 1002],
      ['c12', 999],
      ['c11', 1001],
      ['c10', 1000],
    ]);
    expect(now.map(({ commit, samples, round }) => [commit, samples.length, round])).toEqual([
      ['c30', 3, null],
      ['c31', 3, null],
    ]);
    expect(base[0]).toMatchObject({ time: '2026-11-15T10:14:00.000Z', environment, round: null });
    const { evidence } = await gate(head, store, config);
    expect(evidence.samples({ ...row, unit: 'B/op' })).toEqual({ base: [], head: [] });
  });

  const measurerOf = (ratio: number): Measurer => ({
    looks: [{ after: 6, weight: 1 }] as unknown as Measurer['looks'],
    measure: async (_: readonly string[] | null, look: LookAt) => {
      const measured = await rounds(config, 6, ratio);
      look(measured.rounds);
      return measured;
    },
  });

  it('has the rounds behind the runs', async () => {
    const { store, opened } = await stored(...mains('cpu.base.pprof'));
    const slow = inputs(1500, [profile('cpu.base.pprof')], 30);
    const { evidence } = await gate(slow, store, config, undefined, measurerOf(1.5));
    opened.length = 0;
    const { base, head } = evidence.samples(row);
    expect(base.map(({ round }) => round)).toEqual([...Array(5).fill(null), 1, 2, 3, 4, 5, 6]);
    expect(head.map(({ round }) => round)).toEqual([null, 1, 2, 3, 4, 5, 6]);
    // Of a few benchmarks alone: the stored profiles are compared.
    expect((await evidence.profiles[0]?.head())?.profiles).toBe(1);
    expect((await evidence.profiles[0]?.base())?.profiles).toBe(5);
    expect(opened).toHaveLength(4);
  });

  it('has the profiles of rounds that measured everything in place of the stored ones', async () => {
    const { store } = await stored();
    const { verdict, evidence } = await gate(
      inputs(1500, [profile('cpu.head.pprof'), profile('heap.head.pprof')], 30),
      store,
      config,
      undefined,
      measurerOf(1.5),
    );
    const of = (type: string) =>
      evidence.profiles.find(({ sampleType }) => sampleType.type === type);
    expect(verdict.profiles.map(({ sampleType }) => sampleType.type)).toEqual(['cpu']);
    expect((await of('cpu')?.head())?.profiles).toBe(6);
    expect((await of('cpu')?.base())?.profiles).toBe(6);
    expect((await of('alloc_space')?.head())?.profiles).toBe(1);
    expect(await of('alloc_space')?.base()).toBeNull();
  });
});

describe('of rounds', () => {
  it('weighs them as the verdict does, which adds up some and takes the mean', async () => {
    const config = resolveConfig({});
    const measured = await rounds(config, 7, 1);
    const look = measured.rounds[2] as Round;
    // One round's base has a profile that shows other shares, and more of them.
    const other = { ...profile('cpu.head.pprof'), file: 'base/round-3/cpu.pprof' };
    const base = await readRun(inputs(1003, [other]), readOptions(config));
    const files = measured.files as NonNullable<Measured['files']>;
    const some: Measured = {
      ...measured,
      rounds: measured.rounds.with(2, { ...look, base }),
      files: { ...files, base: { profiles: files.base.profiles.with(2, other) } },
    };
    const [kind] = roundsEvidence(some, readOptions(config)).profiles;
    expectSameShares(
      roundsVerdict(some, [{ after: 6, weight: 1 }], config),
      await kind?.base(),
      await kind?.head(),
    );
  });

  it('leaves out profiles of rounds that a filter made smaller', async () => {
    const config = resolveConfig({});
    const measured = await rounds(config, 3, 1);
    const [first, second, third] = measured.rounds;
    if (first === undefined || second === undefined || third === undefined) throw new TypeError();
    const other = {
      ...first.head.series[0],
      benchmark: 'Decode-2',
    } as (typeof first.head.series)[0];
    const whole = ({ base, head }: Round): Round => ({
      base: { ...base, series: [...base.series, other] },
      head: { ...head, series: [...head.series, other] },
    });
    const some = { ...measured, rounds: [whole(first), second, whole(third)] };
    const evidence = roundsEvidence(some, readOptions(config));
    expect((await evidence.profiles[0]?.base())?.profiles).toBe(2);
    expect(evidence.samples(row).base).toHaveLength(3);
    const none = roundsEvidence({ ...nothing, rounds: measured.rounds }, {});
    expect(none.profiles).toEqual([]);
  });
});

describe('of a diff', () => {
  const files = (...profiles: string[]) => ({ benchmarks: [], profiles: profiles.map(profile) });
  const of = async (before: string[], after: string[]) =>
    (await diffFiles(files(...before), files(...after), resolveConfig({}), {}, 'old')).evidence;
  const totals = (evidence: Evidence) =>
    Promise.all(
      evidence.profiles.map(async ({ base, head }) => [
        (await base())?.total,
        (await head())?.total,
      ]),
    );

  it('holds one profile a side whole, and reads it once', async () => {
    const evidence = await of(['cpu.base.pprof'], ['cpu.head.pprof']);
    const [whole, again] = [await evidence.whole?.(), await evidence.whole?.()];
    expect(whole?.base.file).toBe('cpu.base.pprof');
    expect(again?.base).toBe(whole?.base);
    expect(await totals(evidence)).toHaveLength(1);
  });

  it('of several profiles has their trees, those of one kind added up', async () => {
    const evidence = await of(
      ['cpu.base.pprof', 'heap.base.pprof'],
      ['cpu.head.pprof', 'cpu.base.pprof'],
    );
    expect(evidence.whole).toBeNull();
    const [cpu, heap] = evidence.profiles;
    expect((await cpu?.head())?.profiles).toBe(2);
    expect((await cpu?.base())?.profiles).toBe(1);
    expect(await heap?.head()).toBeNull();
    expect((await heap?.base())?.sampleType.type).toBe('alloc_space');
  });

  it('has the slices that the verdict has', async () => {
    const shop = { ...files('shop.requests.pprof') };
    const { evidence, verdict } = await diffFiles(
      shop,
      shop,
      resolveConfig({ profileGroupBy: 'endpoint' }),
      { groupBy: 'endpoint' },
      'old',
    );
    expect(evidence.profiles.map(({ slice }) => slice)).toEqual(
      verdict.profiles.map(({ slice }) => slice),
    );
    for (const [i, kind] of evidence.profiles.entries()) {
      expect((await kind.head())?.total).toBe(verdict.profiles[i]?.head.total);
    }
  });
});
