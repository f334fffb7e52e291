/** What is carried comes back as it was, stays small, and nothing else is taken for a history. */
import { describe, expect, it } from 'vitest';
import type { Run } from '../../src/model/run.ts';
import {
  type CarriedRun,
  type History,
  packHistory,
  unpackHistory,
} from '../../src/store/history.ts';
import { packRun } from '../../src/store/manifest.ts';
import { digestOf } from '../../src/store/summary.ts';
import { newRun } from './runs.ts';

/** Pseudo-random, the same each time. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const names = Array.from({ length: 700 }, (_, i) => {
  const at = random(i);
  const part = () => Math.floor(at() * 36 ** 5).toString(36);
  return { name: `example.com/${part()}/${part()}.(*${part()}).${part()}`, file: `${part()}.go` };
});

/** As a project of this size has them: times of seven digits, profiles of samples each 10 ms. */
function measured(seed: number, benchmarks: number, functions: number): CarriedRun {
  const next = random(seed + 1);
  const commit = seed.toString(16).padStart(40, '0');
  const { manifest } = packRun(newRun({ commit, runId: 1000 + seed }));
  const series: Run['series'] = Array.from({ length: benchmarks }, (_, b) => ({
    ...{ package: 'example.com/codec', benchmark: `Encode/size=${b}-8`, unit: 'sec/op' },
    ...{ better: 'lower', exact: false },
    samples: Array.from({ length: 10 }, () => Math.round(1e6 * (b + next())) / 1e10),
  }));
  const tables: Run['tables'] = ['a', 'b', 'c'].map((source) => ({
    ...{ source: `profiles/${source}.pprof`, sampleType: { type: 'cpu', unit: 'nanoseconds' } },
    ...{ total: 6e10, samples: 6000, seconds: 60 },
    functions: names
      .map((of, line) => ({ of, line, weight: next() }))
      .sort((x, y) => y.weight / (y.line + 9) - x.weight / (x.line + 9))
      .slice(0, functions)
      .map(({ of, line }, place) => {
        const flat = Math.floor((next() * 6000) / (place + 1)) * 1e7;
        return { ...of, line, flat, cum: flat + Math.floor((next() * 20_000) / (place + 1)) * 1e7 };
      }),
  }));
  const run = { environment: manifest.environment, series, tables, warnings: [] };
  return {
    ...{ runId: 1000 + seed, attempt: 1, manifest },
    summary: { key: '["1.0.0"]', manifest: digestOf(manifest), run },
  };
}

const historyOf = (runs: readonly CarriedRun[]): History => ({
  runs,
  looked: new Map(runs.map(({ runId }) => [runId, 1])),
  since: 0,
});
const bytesOf = (history: History): Uint8Array => {
  const bytes = packHistory(history);
  if (bytes === null) throw new TypeError('too large');
  return bytes;
};
const newestFirst = (count: number, benchmarks: number, functions: number): CarriedRun[] =>
  Array.from({ length: count }, (_, i) => measured(count - i, benchmarks, functions));

it('comes back to the digit', () => {
  const history = historyOf([
    ...newestFirst(3, 2, 20),
    { ...measured(0, 1, 1), summary: null, attempt: 2 },
  ]);
  expect(unpackHistory(bytesOf(history))).toEqual(history);
});

it('of 30 runs with 100 benchmarks of 10 samples and 3 profiles of 500 functions is under 1 MB', () => {
  const bytes = bytesOf(historyOf(newestFirst(30, 100, 500)));
  expect(bytes.length).toBeLessThan(1_000_000);
  expect(unpackHistory(bytes).runs).toHaveLength(30);
});

describe('what does not fit', () => {
  it('is left from the oldest on, and never looked at again', () => {
    const runs = newestFirst(90, 100, 500);
    const { runs: kept, since, looked } = unpackHistory(bytesOf(historyOf(runs)));
    expect(kept.length).toBeGreaterThanOrEqual(30);
    expect(kept.length).toBeLessThan(90);
    expect(kept).toEqual(runs.slice(0, kept.length));
    expect(since).toBe(kept.at(-1)?.runId);
    expect(looked.size).toBe(kept.length);
  });

  it('is carried all the same where it is among the newest 30', () => {
    expect(unpackHistory(bytesOf(historyOf(newestFirst(31, 700, 500)))).runs).toHaveLength(30);
  });

  it('is what is beyond 100 runs, however small', () => {
    expect(unpackHistory(bytesOf(historyOf(newestFirst(120, 1, 1)))).runs).toHaveLength(100);
  });
});
