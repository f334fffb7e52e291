/** Small real-shaped runs for the tests of the stores. */
import { InputError } from '../../src/model/error.ts';
import { type NewRun, packRun, type StoredRun } from '../../src/store/manifest.ts';
import type { ListedRun, Loaded } from '../../src/store/store.ts';

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

/** As a store lists it that keeps no summaries. */
export const listed = (run: StoredRun): ListedRun => ({
  manifest: run.manifest,
  summary: null,
  open: async () => run,
});

/** Everything a store has to say, each run opened: one that is damaged is set aside, as the gate does. */
export async function opened(items: AsyncIterable<Loaded>): Promise<Opened[]> {
  const all: Opened[] = [];
  for await (const item of items) {
    if (item.kind !== 'run') all.push(item);
    else {
      try {
        all.push({ kind: 'run', run: await item.run.open() });
      } catch (error) {
        if (!(error instanceof InputError)) throw error;
        const { commit, time } = item.run.manifest;
        const reason = error.message;
        all.push({ kind: 'set-aside', setAside: { commit, time, reason } });
        const message = `stored run set aside: ${reason}`;
        all.push({ kind: 'warning', warning: { kind: 'baseline', message } });
      }
    }
  }
  return all;
}

export type Opened =
  | Exclude<Loaded, { readonly kind: 'run' }>
  | { readonly kind: 'run'; readonly run: StoredRun };
