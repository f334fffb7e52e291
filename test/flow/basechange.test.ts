/** What was merged into main is no longer held against a pull request, and is told all the same. */
import { describe, expect, it } from 'vitest';
import { gate } from '../../src/flow/gate.ts';
import { gateJson } from '../../src/report/json.ts';
import { comment } from '../../src/report/markdown/comment.ts';
import { gateText } from '../../src/report/text.ts';
import { resolveConfig } from '../../src/settings/config.ts';
import { packRun } from '../../src/store/manifest.ts';
import type { BaselineStore } from '../../src/store/store.ts';
import { listed } from '../store/runs.ts';

const environment = { goos: 'linux', goarch: 'amd64', cpu: 'Test CPU' };
const commitOf = (i: number) => `${i}`.padStart(2, '0').repeat(20);

/** ns/op of Encode, 2 allocs/op more from the change on, Decode as it was. */
function inputs(encode: number, decode: number, allocs: number, commit: string) {
  const lines = [0.99, 1, 1.01].flatMap((noise) => [
    `BenchmarkEncode-2 100 ${encode * noise} ns/op ${allocs} allocs/op`,
    `BenchmarkDecode-2 100 ${decode * noise} ns/op 3 allocs/op`,
  ]);
  const bytes = Buffer.from(`${lines.join('\n')}\n`);
  const benchmarks = [{ file: 'bench.txt', bytes }];
  return { benchmarks, profiles: [], commit, time: '2026-11-15T10:20:30Z', environment };
}

/** Newest first; the runs 0 to `since - 1` are slower by the factor. */
const main = (since: number, factor: number): BaselineStore => ({
  name: 'main',
  async *load() {
    for (let i = 0; i < 14; i++) {
      const noise = 1 + ((i * 7) % 5) / 1000 + i / 1e6;
      const isNew = i < since;
      const encode = 1000 * noise * (isNew ? factor : 1);
      const run = packRun(inputs(encode, 500 * noise, isNew ? 7 : 5, commitOf(i)));
      yield { kind: 'run', run: listed(run) } as const;
    }
  },
  keep: () => Promise.reject(new Error('nothing is kept here')),
});

const config = resolveConfig({ confirm: 'never' });
const judged = async (store: BaselineStore, encode: number, allocs: number) =>
  (await gate(inputs(encode, 501, allocs, 'c'), store, config)).verdict;

describe('a change that was merged nine runs ago', () => {
  it('fails nothing, and is named with its commit in every report', async () => {
    const verdict = await judged(main(9, 1.3), 1302, 7);
    expect(verdict.verdict).toBe('pass');
    const sentence = 'main itself: Encode-2 is 30 % slower since 0808080808, 9 runs ago (+1 more).';
    expect(gateText(verdict)).toContain(sentence);
    expect(comment(verdict)).toContain('main itself: Encode-2 is 30 % slower since');
    const { comparisons } = JSON.parse(gateJson(verdict));
    const change = (unit: string) =>
      comparisons.find((row: { unit: string; benchmark: string }) => row.unit === unit);
    expect(change('sec/op').changedInBase).toMatchObject({ runs: 9, commit: commitOf(8) });
    expect(change('sec/op').changedInBase.delta).toBeCloseTo(0.3, 2);
    expect(change('allocs/op').changedInBase).toEqual({ delta: 0.4, runs: 9, commit: commitOf(8) });
    expect(change('Decode')).toBeUndefined();
  });

  it('that made it faster is called that', async () => {
    const verdict = await judged(main(9, 0.5), 501, 7);
    expect(gateText(verdict)).toContain('main itself: Encode-2 is 2.0x faster since 0808080808');
    expect(gateText(verdict)).toContain('main itself: Encode-2 has 40 % more allocs/op');
  });

  it('is not told where main never changed', async () => {
    const verdict = await judged(main(0, 1), 1001, 5);
    expect(gateText(verdict)).not.toContain('main itself');
    expect(gateJson(verdict)).not.toContain('changedInBase');
  });
});
