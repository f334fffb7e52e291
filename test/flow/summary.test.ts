/** A run that is recorded with its summary is compared without its files, to the same verdict; else it is opened. */
import {
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { gate } from '../../src/flow/gate.ts';
import { record } from '../../src/flow/record.ts';
import { summaryKey } from '../../src/flow/summary.ts';
import type { ReadOptions } from '../../src/formats/profiles/readtable.ts';
import type { InputFile } from '../../src/model/run.ts';
import { type ConfigLayer, readOptions, resolveConfig } from '../../src/settings/config.ts';
import { readPath } from '../../src/source/files/collect.ts';
import { directoryStore } from '../../src/store/directory.ts';
import type { BaselineStore } from '../../src/store/store.ts';
import { storedRun } from '../store/runs.ts';

const golden = join(import.meta.dirname, '../golden/pprof/in');
const environment = { goos: 'linux', cpu: 'Test CPU' };
const profiles = (...names: string[]): InputFile[] =>
  names.map((file) => ({ file, bytes: readFileSync(join(golden, file)) }));

function inputs(nanoseconds: number, hour: number, files: readonly InputFile[]) {
  const lines = ['cpu: Test CPU', 'pkg: a', 'Unit B/s better=higher', 'BenchmarkBroken 1'].concat(
    [0.99, 1, 1.01].map((noise) => `BenchmarkX-2 9 ${nanoseconds * noise} ns/op 5 allocs/op`),
  );
  const benchmarks = [{ file: 'out/bench.txt', bytes: Buffer.from(`${lines.join('\n')}\n`) }];
  const time = `2026-11-15T${hour}:00:00Z`;
  return { benchmarks, profiles: files, commit: `c${hour}`, time, environment };
}

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'flamegate-summary-'));
});
afterEach(() => rmSync(dir, { recursive: true }));

const base = profiles('cpu.base.pprof', 'heap.base.pprof');
const head = inputs(1500, 23, profiles('cpu.head.pprof', 'heap.head.pprof'));

async function recordAll(options: ReadOptions): Promise<void> {
  for (const [i, value] of [1000, 1001, 999, 1002].entries()) {
    await record(
      { ...inputs(value, 10 + i, base), purpose: 'store' },
      directoryStore(dir),
      options,
    );
  }
}

/** The verdict, and the commits of the runs that were opened for it. */
async function decide(layer: ConfigLayer = {}) {
  const opened: string[] = [];
  const store = directoryStore(dir);
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
  const { verdict, evidence, base: newest } = await gate(head, watched, resolveConfig(layer));
  return { verdict, opened, evidence, newest };
}

const withoutSummaries = () => rmSync(join(dir, '.summaries'), { recursive: true });
const defaults = readOptions(resolveConfig({}));

describe('a baseline with summaries', () => {
  it('gives the verdict of the files, and opens none', async () => {
    await recordAll(defaults);
    const fast = await decide();
    expect(fast.opened).toEqual([]);
    withoutSummaries();
    const slow = await decide();
    expect(slow.opened).toEqual(['c13', 'c12', 'c11', 'c10']);
    expect(fast.verdict).toEqual(slow.verdict);
    expect(fast.verdict.functions.length).toBeGreaterThan(10);
    expect(fast.verdict.baseline.runs).toBe(4);
  });

  it('gives the files to who asks: the artifact, and stacks', async () => {
    await recordAll(defaults);
    const { newest, evidence, opened } = await decide();
    expect((await newest?.open())?.files.map(({ file }) => file)).toEqual([
      'benchmarks/bench.txt',
      'profiles/cpu.base.pprof',
      'profiles/heap.base.pprof',
    ]);
    // The newest is held for both.
    expect((await evidence.profiles[0]?.base())?.profiles).toBe(4);
    expect(opened).toHaveLength(4);
  });

  it.each<[string, ConfigLayer]>([
    ['another attribution', { attribute: 'raw' }],
    ['filters', { profileFilters: { ignore: 'runtime' } }],
    ['slices', { profileGroupBy: 'endpoint' }],
  ])('is opened for %s', async (_, layer) => {
    await recordAll(defaults);
    expect((await decide(layer)).opened).toHaveLength(4);
  });

  it('goes with its run', async () => {
    await recordAll(defaults);
    const [run = ''] = readdirSync(dir).filter((name) => name.includes('c11'));
    rmSync(join(dir, run), { recursive: true });
    await record({ ...inputs(1003, 14, base), purpose: 'store' }, directoryStore(dir), defaults);
    const runs = readdirSync(dir).filter((name) => !name.startsWith('.'));
    expect(readdirSync(join(dir, '.summaries')).sort()).toEqual(
      runs.map((name) => `${name}.json.gz`).sort(),
    );
    expect((await decide()).opened).toEqual([]);
  });

  it('is never taken for a run, or a profile', async () => {
    await recordAll(defaults);
    const runs = readdirSync(dir).filter((name) => !name.startsWith('.'));
    expect(readdirSync(dir)).toEqual(['.summaries', ...runs]);
    expect(runs).toHaveLength(4);
    // What a release without summaries checks: these files and no others.
    expect(readdirSync(join(dir, runs[0] ?? '')).sort()).toEqual([
      'benchmarks',
      'manifest.json',
      'profiles',
    ]);
    expect((await readPath(dir)).profiles).toHaveLength(8);
  });
});

describe('a summary is not used', () => {
  const names = () => readdirSync(join(dir, '.summaries')).sort();
  const path = (i: number) => join(dir, '.summaries', names()[i] ?? '');

  it.each<[string, () => void]>([
    ['cut short', () => writeFileSync(path(3), readFileSync(path(3)).subarray(0, 500))],
    ['of another run', () => cpSync(path(0), path(3))],
    ['no file', () => renameSync(path(3), join(dir, 'elsewhere'))],
    ['no gzip', () => writeFileSync(path(3), 'x')],
  ])('that is %s: its run is opened', async (_, damage) => {
    await recordAll(defaults);
    const { verdict } = await decide();
    damage();
    const { opened, verdict: after } = await decide();
    expect(opened).toEqual(['c13']);
    expect(after).toEqual(verdict);
  });

  it('of a run that changed its files', async () => {
    await recordAll(defaults);
    const [run = ''] = readdirSync(dir).filter((name) => name.includes('c13'));
    writeFileSync(join(dir, run, 'profiles/cpu.base.pprof'), 'x');
    const { verdict, opened } = await decide();
    expect(opened).toEqual([]);
    expect(verdict.baseline.runs).toBe(3);
    expect(verdict.baseline.setAside[0]?.reason).toContain('has 1 bytes, the manifest says');
  });
});

describe('how files are read', () => {
  const { manifest } = storedRun();
  const key = (options: ReadOptions) => summaryKey(manifest, options);

  it('is told apart by every option that changes a table', () => {
    const all: ReadOptions[] = [
      {},
      { filters: { focus: 'a' } },
      { filters: { ignore: 'a' } },
      { attribute: 'user' },
      { groupBy: 'a' },
      { sampleType: 'a' },
      { inlines: false },
      { granularity: 'lines' },
    ];
    expect(new Set(all.map(key)).size).toBe(all.length);
    expect(key({ filters: { focus: '' } })).toBe(key({}));
  });

  it('is one for a run without profiles', () => {
    const { manifest: plain } = storedRun({ profiles: [] });
    expect(summaryKey(plain, { groupBy: 'a' })).toBe(summaryKey(plain, {}));
  });
});
