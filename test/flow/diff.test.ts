import { describe, expect, it } from 'vitest';
import { diff } from '../../src/flow/diff.ts';
import type { Run } from '../../src/model/run.ts';
import { environmentSentence } from '../../src/report/rows/sentences.ts';
import { defaults } from '../../src/settings/config.ts';
import { readBenchmarks } from '../formats/benchmarks/read.ts';

const date = '2026-11-20T10:00:00+00:00';

/** What Google Benchmark writes, ten times a benchmark. */
function google(time: number, context: object): Run {
  const benchmarks = Array.from({ length: 10 }, (_, i) => ({
    name: 'BM_Sort',
    run_type: 'iteration',
    real_time: time + i / 10,
    cpu_time: time + i / 10,
    time_unit: 'ns',
    allocs_per_iter: time,
  }));
  const bytes = Buffer.from(JSON.stringify({ context: { date, ...context }, benchmarks }));
  return { commit: '', time: '', tables: [], ...readBenchmarks([{ file: 'f', bytes }]) };
}

const verdicts = (base: Run, head: Run) =>
  diff(base, head, defaults, 'old.json').comparisons.map(
    ({ unit, verdict }) => `${unit} ${verdict}`,
  );

describe('two files', () => {
  const small = { num_cpus: 2, mhz_per_cpu: 1800, caches: [{ size: 32768 }, { size: 1048576 }] };
  const large = { num_cpus: 64, mhz_per_cpu: 3500, caches: [{ size: 32768 }, { size: 33554432 }] };

  it('of one machine show what got slower, though its clock varies', () => {
    const again = { ...large, mhz_per_cpu: 3412 };
    expect(verdicts(google(100, large), google(601, again))).toContain('sec/op slower');
    expect(diff(google(100, large), google(601, again), defaults, 'old.json').warnings).toEqual([]);
  });

  it('of unlike machines do not: what is slower may be the machine', () => {
    const unlike = verdicts(google(100, large), google(601, small));
    expect(unlike).toContain('sec/op suspect');
    expect(unlike).toContain('allocs/op slower');
    expect(diff(google(100, large), google(601, small), defaults, 'old.json').warnings).toEqual([
      {
        kind: 'policy',
        message:
          'the two sides were measured on different machines (other machine: 64 CPUs, caches 32 KiB, 32 MiB (here 2 CPUs, caches 32 KiB, 1 MiB)): a difference may come from the machine',
      },
    ]);
  });

  it('of a debug and a release build are not alike', () => {
    const debug = { ...large, library_build_type: 'debug' };
    const release = { ...large, library_build_type: 'release' };
    expect(verdicts(google(100, release), google(601, debug))).toContain('sec/op suspect');
  });

  it.each([
    ['neither side names', {}, {}],
    ['the old side does not name', {}, large],
    ['the new side does not name', large, {}],
  ])('of which %s the machine show no slower time, and say so', (sides, before, after) => {
    const [base, head] = [google(100, before), google(601, after)];
    expect(verdicts(base, head)).toEqual([
      'sec/op suspect',
      'cpu-sec/op suspect',
      'allocs/op slower',
    ]);
    const { warnings, comparisons } = diff(base, head, defaults, 'old.json');
    expect(comparisons[0]?.reason).toMatch(/; the machine is unknown$/);
    expect(warnings).toEqual([
      {
        kind: 'machine',
        message: `${sides} the machine that measured it (one machine? --runner dedicated says so): a difference may come from the machine`,
      },
    ]);
  });

  it('of a dedicated runner, or where the CPU is not to match, need not name it', () => {
    const [base, head] = [google(100, {}), google(601, {})];
    for (const config of [
      { ...defaults, runner: 'dedicated' as const },
      { ...defaults, match: [] },
    ]) {
      const { warnings, comparisons } = diff(base, head, config, 'old.json');
      expect(comparisons.map((row) => row.verdict)).toContain('slower');
      expect(warnings).toEqual([]);
    }
  });

  it('without a cpu line, of go test: the report says that the machine is unknown', () => {
    const go = (time: number): Run => {
      const lines = Array.from({ length: 10 }, (_, i) => `BenchmarkA 1 ${time + i} ns/op\n`);
      const bytes = Buffer.from(lines.join(''));
      return { commit: '', time: '', tables: [], ...readBenchmarks([{ file: 'f', bytes }]) };
    };
    const verdict = diff(go(100), go(601), defaults, 'old.txt');
    expect(verdict.comparisons.map((row) => row.verdict)).toEqual(['suspect']);
    expect(environmentSentence(verdict)).toBe('machine unknown');
    expect(diff(go(100), go(100), defaults, 'old.txt').comparisons[0]?.verdict).toBe('ok');
  });
});
