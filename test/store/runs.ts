/** Small real-shaped runs for the tests of the stores. */
import { type NewRun, packRun, type StoredRun } from '../../src/store/manifest.ts';

export const commitA = 'a'.repeat(40);
export const commitB = 'b'.repeat(40);

export const benchText = Buffer.from('goos: linux\nBenchmarkEncode-8 100 1234 ns/op\n');
export const profileBytes = Buffer.from([0x1f, 0x8b, 8, 0, 0, 1, 2, 3]);

export function newRun(fields: Partial<NewRun> = {}): NewRun {
  return {
    commit: commitA,
    time: '2026-11-15T10:20:30Z',
    environment: { goos: 'linux', cpu: 'AMD EPYC 7763 64-Core Processor' },
    benchmarks: [{ file: 'bench.txt', bytes: benchText }],
    profiles: [{ file: 'out/cpu.pprof', bytes: profileBytes }],
    ...fields,
  };
}

export function storedRun(fields: Partial<NewRun> = {}): StoredRun {
  return packRun(newRun(fields));
}
