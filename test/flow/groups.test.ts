/** Groups of shards as suites, and all of them as one family. */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { gateGroups, groupsOf } from '../../src/flow/groups.ts';
import { inputsOf } from '../../src/flow/stored.ts';
import { overGroups } from '../../src/judge/groups.ts';
import type { Environment } from '../../src/model/run.ts';
import type { Verdict } from '../../src/model/verdict.ts';
import { resolveConfig } from '../../src/settings/config.ts';
import { packRun, type StoredRun } from '../../src/store/manifest.ts';
import type { Shard } from '../../src/store/shards.ts';
import type { BaselineStore } from '../../src/store/store.ts';

const examples = resolve(import.meta.dirname, '../../examples');
const config = resolveConfig();

function runOf(text: string, more: Partial<Parameters<typeof packRun>[0]> = {}): StoredRun {
  return packRun({
    ...{ commit: 'c0ffee', time: '2026-11-01T00:00:00Z', environment: {}, profiles: [] },
    benchmarks: [{ file: 'bench.txt', bytes: Buffer.from(text) }],
    ...more,
  });
}

const shard = (name: string, text: string, environment: Environment = {}): Shard => ({
  ...{ name, earlier: [] },
  run: runOf(text, { environment }),
});

const bench = (name: string) => `pkg: p\nBenchmark${name} 1 100 ns/op\n`;
const textOf = (bytes: Uint8Array | undefined) => Buffer.from(bytes ?? '').toString();

describe('a group', () => {
  it('has the files of its shards, each under its own name, in whatever order they came', () => {
    const all = [shard('b/2', bench('Y')), shard('a', bench('Z')), shard('b/1', bench('X'))];
    const byName = all.toSorted((x, y) => (x.name < y.name ? -1 : 1));
    const groups = groupsOf(byName, config);
    expect(groups.map(({ name }) => name)).toEqual(['a', 'b']);
    expect(groups[1]?.head.benchmarks.map(({ file, bytes }) => [file, textOf(bytes)])).toEqual([
      ['benchmarks/1/bench.txt', bench('X')],
      ['benchmarks/2/bench.txt', bench('Y')],
    ]);
  });

  it('leaves out what another kind of machine measured, and says so', () => {
    const [amd, intel] = [{ cpu: 'EPYC 7763' }, { cpu: 'Xeon 8370C' }];
    const [group] = groupsOf(
      [
        shard('a/1', bench('X'), { ...amd, runner: 'image 1' }),
        shard('a/2', bench('Y'), intel),
        shard('a/3', bench('Z'), { ...amd, runner: 'image 2' }),
      ],
      config,
    );
    expect(group?.head.benchmarks).toHaveLength(2);
    expect(group?.warnings).toEqual([
      {
        kind: 'unmeasured',
        message: expect.stringMatching(/^the shard a\/2 .*\(Xeon 8370C\) than .* a \(EPYC 7763\)/),
      },
    ]);
  });

  it('has what earlier attempts of its shards measured beside the newest', () => {
    const again = { ...shard('a/1', bench('X')), earlier: [runOf(bench('Old'))] };
    const [group] = groupsOf([again, shard('a/2', bench('Y'))], config);
    expect(group?.others.map(({ benchmarks: [one] }) => textOf(one?.bytes))).toEqual([
      bench('Old'),
    ]);
  });
});

describe('several groups', () => {
  const stored = [1, 2, 3, 4, 5].map((n) => {
    const text = readFileSync(join(examples, 'clean/bench.txt'), 'utf8');
    // Main's runs, each a little faster or slower than the others.
    return text.replaceAll(
      /([\d.]+) ns\/op/g,
      (_, ns) => `${Number(ns) * (1 + 0.01 * ((n * 7) % 5))} ns/op`,
    );
  });
  const slow = readFileSync(join(examples, 'slow/bench.txt'), 'utf8');
  const storeOf = (): BaselineStore => ({
    async *load() {
      for (const [i, text] of stored.entries()) {
        const run = runOf(text, { commit: `ba5e${i}`, time: `2026-10-0${9 - i}T00:00:00Z` });
        yield {
          kind: 'run',
          run: { manifest: run.manifest, summary: null, open: async () => run },
        };
      }
    },
    keep: async () => '',
  });
  const judged = async (names: readonly string[]) => {
    const groups = groupsOf(
      names.map((name) => shard(name, slow)),
      config,
    );
    return (await gateGroups(groups, storeOf, config)).map(({ verdict }) => verdict);
  };
  const encode = ({ comparisons }: Verdict) =>
    comparisons.find(
      ({ benchmark, unit }) => benchmark === 'Encode/size=4k-2' && unit === 'sec/op',
    );

  it('share the rates of the whole gate: limits are wider, and each is as rare as it is among all', async () => {
    const [alone] = await judged(['a']);
    const [first, second] = await judged(['a', 'b']);
    if (alone === undefined || first === undefined) throw new Error('two gates');
    const [one, two] = [encode(alone), encode(first)];
    expect(one?.verdict).toBe('slower');
    expect(two?.limits?.suspect).toBeGreaterThan(one?.limits?.suspect ?? Infinity);
    expect(two?.limits?.slower).toBeGreaterThan(one?.limits?.slower ?? Infinity);
    // A suite that is not beyond alpha/2 alone is not beyond alpha in the family.
    const usual = (of: Verdict) =>
      of.comparisons.filter(
        ({ test, pAdjusted }) => test === 'run-level' && (pAdjusted ?? 0) > 0.2,
      );
    expect(usual(first).length).toBeGreaterThan(0);
    for (const row of usual(first)) {
      const same = alone.comparisons.find(
        (of) => of.benchmark === row.benchmark && of.unit === row.unit,
      );
      expect(row.pAdjusted).toBeCloseTo(Math.min(1, 2 * (same?.pAdjusted ?? 0)), 9);
    }
    expect(second?.verdict).toBe(first.verdict);
    // What was given is not changed by it.
    expect(inputsOf(runOf(slow)).benchmarks).toHaveLength(1);
  });
});

describe('the answer of all groups', () => {
  const of = (name: string, verdict: string) => ({
    name,
    verdict: { verdict, headline: `${verdict} here.` } as Verdict,
  });
  it.each([
    [['pass', 'pass'], false, 'pass', 'Nothing slower in 2 groups: g0, g1.'],
    [['pass', 'fail'], false, 'fail', 'g1: fail here.'],
    [['fail', 'fail', 'pass'], true, 'fail', 'g0: fail here. (+1 more group with fail)'],
    [['incomplete', 'suspect'], false, 'suspect', 'g1: suspect here.'],
    [['no-baseline', 'pass'], false, 'no-baseline', 'g0: no-baseline here.'],
    [
      ['pass', 'pass'],
      true,
      'incomplete',
      'Shards are missing. Nothing slower in 2 groups: g0, g1.',
    ],
    [['no-baseline'], true, 'incomplete', 'g0: no-baseline here.'],
    [[], true, 'incomplete', 'No shard was compared.'],
  ])('of %j, shards missing: %j', (verdicts, missing, verdict, headline) => {
    const groups = verdicts.map((one, i) => of(`g${i}`, one));
    expect(overGroups(groups, missing)).toEqual({ verdict, headline });
  });
});
