/**
 * Runs that were answered wrongly once, each with its right answer: `main1.txt` (the oldest) and on are
 * stored runs, `head.txt` is gated against them. What was wrong is in each README.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { decide } from '../src/flow/check.ts';
import { gate as gateFiles } from '../src/flow/gate.ts';
import type { InputFile, Run } from '../src/model/run.ts';
import type { Verdict } from '../src/model/verdict.ts';
import { type ConfigLayer, resolveConfig } from '../src/settings/config.ts';
import { type RunInputs, readRun } from '../src/source/files/collect.ts';
import { packRun } from '../src/store/manifest.ts';
import type { BaselineStore } from '../src/store/store.ts';
import { listed } from './store/runs.ts';

const folder = (name: string) => join(import.meta.dirname, 'cases', name);

function read(name: string, file: string, edit = (text: string) => text): Promise<Run> {
  const text = edit(readFileSync(join(folder(name), file), 'utf8'));
  const benchmarks = [{ file, bytes: Buffer.from(text) }];
  return readRun({ benchmarks, profiles: [], commit: '', time: '', environment: {} }, {});
}

async function mainOf(name: string): Promise<Run[]> {
  const runs: Run[] = [];
  for (let i = 1; existsSync(join(folder(name), `main${i}.txt`)); i++) {
    runs.unshift(await read(name, `main${i}.txt`));
  }
  return runs;
}

const gate = (head: Run, main: readonly Run[], layer: ConfigLayer = {}): Verdict =>
  decide(head, main, resolveConfig(layer));

const named = (verdict: Verdict, word: string): string[] =>
  verdict.comparisons.filter((row) => row.verdict === word).map((row) => row.benchmark);

describe('half of a suite takes twice as long', () => {
  it('and that half is named, nothing else, and nobody is told that all moved', async () => {
    const [head, main] = [await read('half-doubled', 'head.txt'), await mainOf('half-doubled')];
    const verdict = gate(head, main, { threshold: 0.1 });
    const odd = Array.from({ length: 10 }, (_, i) => `Thing${2 * i + 1}-2`);
    expect(verdict.verdict).toBe('fail');
    expect(named(verdict, 'slower')).toEqual(odd);
    expect(named(verdict, 'ok')).toHaveLength(10);
    expect(verdict.shift).toMatchObject({ group: { benchmarks: 10 } });
    expect(verdict.shift?.delta).toBeCloseTo(0, 2);
    expect(verdict.headline).not.toContain('All');
  });
});

describe('one benchmark is 50 % slower', () => {
  it.each([6, 10, 15, 20])('and fails against the newest %i runs', async (count) => {
    const [head, main] = [await read('more-history', 'head.txt'), await mainOf('more-history')];
    const verdict = gate(head, main.slice(0, count));
    expect(verdict.verdict).toBe('fail');
    expect(named(verdict, 'slower')).toEqual(['Tokenize-4']);
  });
});

describe('one sample in ten is nine times too long', () => {
  it('and moves neither the verdict nor what is seen', async () => {
    const [head, main] = [
      await read('bench-one-outlier', 'head.txt'),
      await mainOf('bench-one-outlier'),
    ];
    const without = await read('bench-one-outlier', 'head.txt', withoutOutlier);
    const rowOf = (verdict: Verdict) => verdict.comparisons.find((of) => isRender(of));
    const [real, calm] = [gate(head, main), gate(without, main)];
    expect([real.verdict, calm.verdict]).toEqual(['pass', 'pass']);
    expect(rowOf(real)?.delta).toBeCloseTo(-0.015, 2);
    for (const limit of ['suspect', 'slower', 'faster'] as const) {
      const [now, then] = [rowOf(real)?.limits?.[limit] ?? 1, rowOf(calm)?.limits?.[limit] ?? 0];
      expect(Math.abs(now - then)).toBeLessThan(0.002);
    }
    expect(rowOf(real)?.limits?.suspect).toBeLessThan(0.1);
    // And as one of main's runs.
    const [, ...older] = main;
    const after = gate(without, [head, ...older]);
    expect(rowOf(after)?.limits?.suspect).toBeLessThan(0.1);
  });
});

const isRender = (of: { readonly benchmark: string; readonly unit: string }): boolean =>
  of.benchmark === 'Render-4' && of.unit === 'sec/op';

/** Without the one line that is far from its neighbours. */
function withoutOutlier(text: string): string {
  const lines = text.split('\n');
  const times = lines.map((line) => Number(/^BenchmarkRender-4\s+\d+\s+(\S+) ns/.exec(line)?.[1]));
  const middle = times.filter((time) => time > 0).toSorted((a, b) => a - b)[4] ?? 0;
  const kept = lines.filter((_, i) => !((times[i] ?? 0) > 3 * middle));
  expect(kept).toHaveLength(lines.length - 1);
  return kept.join('\n');
}

const time = '2026-11-15T10:20:30Z';

/** One file of a case, as a job hands it in. */
function inputsOf(name: string, file: string, edit = (text: string) => text): RunInputs {
  const bytes = Buffer.from(edit(readFileSync(join(folder(name), file), 'utf8')));
  return { benchmarks: [{ file, bytes }], profiles: [], commit: file, time, environment: {} };
}

/** The head against ten stored runs, of which the store says nothing but what is in them. */
async function gateStored(
  name: string,
  file: string,
  edit?: (text: string) => string,
): Promise<Verdict> {
  const store: BaselineStore = {
    async *load() {
      for (let i = 10; i > 0; i--) {
        const run = listed(packRun(inputsOf(name, `main${i}.txt`)));
        yield { kind: 'run', run } as const;
      }
    },
    keep: () => Promise.reject(new Error('nothing is kept here')),
  };
  const { verdict } = await gateFiles(inputsOf(name, file, edit), store, resolveConfig({}));
  return verdict;
}

describe('main ran with 4 processors, then with 8', () => {
  it.each([
    ['head-4cores.txt', 8, 2, 'other GOMAXPROCS: -8 (here -4)'],
    ['head-8cores.txt', 2, 8, 'other GOMAXPROCS: -4 (here -8)'],
  ])('and %s is compared with the %i runs that had as many', async (file, runs, aside, reason) => {
    const { verdict, baseline, comparisons } = await gateStored('bench-procs-differ', file);
    expect(verdict).toBe('pass');
    expect(baseline.runs).toBe(runs);
    expect(baseline.setAside.map((of) => of.reason)).toEqual(Array(aside).fill(reason));
    expect(new Set(comparisons.map((row) => row.verdict))).toEqual(new Set(['ok']));
  });

  it('and what is slower with 4 is found', async () => {
    const slow = (text: string) =>
      text.replace(/^(BenchmarkRender-4\t\d+\t)(\S+)/gm, (_, start, time) => start + 2 * time);
    const verdict = await gateStored('bench-procs-differ', 'head-4cores.txt', slow);
    expect(verdict.verdict).toBe('fail');
    expect(named(verdict, 'slower')).toEqual(['Render-4']);
  });

  it('and with neither nothing is compared, and no benchmark is missing', async () => {
    const more = (text: string) => text.replace(/^(Benchmark\S+)-4/gm, '$1-16');
    const verdict = await gateStored('bench-procs-differ', 'head-4cores.txt', more);
    expect(verdict.verdict).toBe('no-baseline');
    expect(verdict.baseline.setAside).toHaveLength(10);
    expect(named(verdict, 'missing')).toEqual([]);
    expect(verdict.headline).toContain('GOMAXPROCS');
  });
});

describe('every stored run is of another CPU', () => {
  it('and three times the allocations fail all the same, and no time does', async () => {
    const slow = (text: string) =>
      text.replace(/^(BenchmarkShip-4\t\d+\t)(\S+)/gm, (_, start, time) => start + 9 * time);
    const verdict = await gateStored('alloc-other-cpu', 'head.txt', slow);
    expect(verdict.verdict).toBe('fail');
    expect(verdict.baseline).toMatchObject({ runs: 0, elsewhere: 10 });
    const slower = verdict.comparisons.filter((row) => row.verdict === 'slower');
    expect(slower.map((row) => [row.benchmark, row.unit, row.delta])).toEqual([
      ['Render-4', 'B/op', 2],
      ['Render-4', 'allocs/op', 2],
    ]);
    const times = verdict.comparisons.filter((row) => row.unit === 'sec/op');
    expect(new Set(times.map((row) => row.verdict))).toEqual(new Set(['new']));
  });

  it('and equal allocations are no pass, but what was compared is said', async () => {
    const equal = (text: string) =>
      text.replaceAll('\t9 allocs/op', '\t3 allocs/op').replaceAll('\t432 B/op', '\t144 B/op');
    const verdict = await gateStored('alloc-other-cpu', 'head.txt', equal);
    expect(verdict.verdict).toBe('no-baseline');
    expect(verdict.headline).toContain(
      'Nothing is worse in B/op and allocs/op, which no machine changes; times were not compared.',
    );
  });

  it('and of another architecture nothing is compared', async () => {
    const other = (text: string) => text.replace('goarch: amd64', 'goarch: 386');
    const verdict = await gateStored('alloc-other-cpu', 'head.txt', other);
    expect(verdict.verdict).toBe('no-baseline');
    expect(verdict.baseline.elsewhere).toBeUndefined();
    expect(named(verdict, 'ok')).toEqual([]);
  });
});

/** `profiles.txt` holds all files one after the other, each below a line with its name. */
function profilesIn(name: string): Map<string, InputFile[]> {
  const runs = new Map<string, InputFile[]>();
  const parts = readFileSync(join(folder(name), 'profiles.txt'), 'utf8')
    .split(/^## /m)
    .slice(1);
  for (const part of parts) {
    const file = part.slice(0, part.indexOf('\n'));
    const run = file.slice(0, file.lastIndexOf('-'));
    const bytes = Buffer.from(part.slice(part.indexOf('\n') + 1));
    runs.set(run, [...(runs.get(run) ?? []), { file, bytes }]);
  }
  return runs;
}

async function profiled(name: string): Promise<{ head: Run; main: Run[] }> {
  const runs: [string, Run][] = [];
  for (const [key, profiles] of profilesIn(name)) {
    const inputs = { benchmarks: [], profiles, commit: key, time: '', environment: {} };
    runs.push([key, await readRun(inputs, { attribute: 'user' })]);
  }
  const head = runs.find(([key]) => key === 'head')?.[1] as Run;
  const main = runs.filter(([key]) => key !== 'head').map(([, run]) => run);
  return { head, main: main.reverse() };
}

describe('nothing changed but names', () => {
  it.each([
    ['profile-java-lambda-ids', /Lambda/],
    ['profile-renamed-on-main', /parseLine/],
    ['profile-rust-hash-third-build', /parse/],
  ])('%s passes, and the base has the function', async (name, pattern) => {
    const { head, main } = await profiled(name);
    expect(main).toHaveLength(10);
    const verdict = gate(head, main, { profileThreshold: 0.03 });
    expect(verdict.verdict).toBe('pass');
    const rows = verdict.functions.filter((of) => pattern.test(of.name) && of.head.flat > 0);
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) {
      expect(row.p).not.toBeNull();
      expect(Math.abs(row.adjustedDelta)).toBeLessThan(0.02);
    }
  });

  it('and a function that doubled is still found under its new name', async () => {
    const { head, main } = await profiled('profile-renamed-on-main');
    const doubled = head.tables.map((table) => {
      const functions = table.functions.map((row) =>
        row.name === 'shop.parseLine' ? { ...row, flat: 2 * row.flat, cum: 2 * row.cum } : row,
      );
      const total = functions.reduce((sum, { flat }) => sum + flat, 0);
      return { ...table, functions, total, samples: total };
    });
    const verdict = gate({ ...head, tables: doubled }, main, { profileThreshold: 0.03 });
    expect(verdict.verdict).toBe('fail');
    expect(verdict.headline).toContain('shop.parseLine');
  });
});
