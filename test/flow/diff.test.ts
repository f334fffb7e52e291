import { describe, expect, it } from 'vitest';
import { diff } from '../../src/flow/diff.ts';
import type { Run } from '../../src/model/run.ts';
import { defaults } from '../../src/settings/config.ts';
import { readBenchmarks } from '../formats/benchmarks/read.ts';

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
  const bytes = Buffer.from(JSON.stringify({ context, benchmarks }));
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

  it('of which one names no machine are compared', () => {
    expect(verdicts(google(100, {}), google(601, large))).toContain('sec/op slower');
  });

  it.each([
    [{}, {}, 'neither side names its CPU'],
    [{}, large, 'the old side does not name its CPU'],
    [large, {}, 'the new side does not name its CPU'],
  ])('of unknown machines say so (%#)', (before, after, who) => {
    const { warnings } = diff(google(100, before), google(601, after), defaults, 'old.json');
    expect(warnings).toEqual([
      {
        kind: 'policy',
        message: `machine unknown: ${who}, so a difference may come from the machine`,
      },
    ]);
  });
});
