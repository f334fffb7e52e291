/** What the configuration accepts: told with its reason and its day, and of no weight; nothing else of the gate changes. */
import { describe, expect, it } from 'vitest';
import { gate } from '../../src/flow/gate.ts';
import { comment } from '../../src/report/markdown/comment.ts';
import { gateText } from '../../src/report/text.ts';
import { type ConfigLayer, resolveConfig } from '../../src/settings/config.ts';
import { parseConfigFile } from '../../src/settings/configfile.ts';
import { packRun } from '../../src/store/manifest.ts';
import type { BaselineStore } from '../../src/store/store.ts';
import { listed } from '../store/runs.ts';

const environment = { goos: 'linux', goarch: 'amd64', cpu: 'Test CPU' };

function inputs(values: Readonly<Record<string, number>>) {
  const lines = Object.entries(values).flatMap(([name, value]) =>
    [0.99, 1, 1.01].map((noise) => `Benchmark${name}-2 100 ${value * noise} ns/op`),
  );
  const bytes = Buffer.from(`pkg: example.com/codec\n${lines.join('\n')}\n`);
  const benchmarks = [{ file: 'bench.txt', bytes }];
  return { benchmarks, profiles: [], commit: 'c', time: '2026-11-15T10:20:30Z', environment };
}

const levels = [1000, 1001, 999, 1002, 998, 1000.5, 1001.5, 999.5];
const main: BaselineStore = {
  name: 'main',
  async *load() {
    for (const v of levels) {
      const values = { 'Encode/big': v, 'Encode/small': v + 200, Decode: v + 500, Parse: v + 700 };
      yield { kind: 'run', run: listed(packRun(inputs(values))) } as const;
    }
  },
  keep: () => Promise.reject(new Error('nothing is kept here')),
};
const usual = { 'Encode/big': 1000, 'Encode/small': 1200, Decode: 1500, Parse: 1700 };

const fileLayer = (text: string): ConfigLayer => parseConfigFile(text, 'flamegate.yml');
const judged = async (head: Readonly<Record<string, number>>, file: string) => {
  const config = resolveConfig(fileLayer(`confirm: never\n${file}`));
  return (await gate(inputs(head), main, config)).verdict;
};
const rowOf = (of: Awaited<ReturnType<typeof judged>>, name: string) => {
  const row = of.comparisons.find(({ benchmark }) => benchmark.startsWith(name));
  if (row === undefined) throw new Error(`there is no ${name}`);
  return row;
};

const waiver = (of: string, more = '') =>
  `waivers:\n  - { benchmark: "${of}", limit: 120%, reason: the new format, until: "2999-12-31"${more} }`;
const slow = { ...usual, 'Encode/big': 2000 };

describe('a waiver', () => {
  it('is needed: without it the gate fails', async () => {
    expect((await judged(slow, '')).verdict).toBe('fail');
  });

  it.each(['Encode/big*', 'example.com/codec.Encode/**'])('%s accepts', async (pattern) => {
    const verdict = await judged(slow, waiver(pattern));
    expect(verdict.verdict).toBe('pass');
    expect(rowOf(verdict, 'Encode/big')).toMatchObject({
      verdict: 'slower',
      gated: false,
      waived: { reason: 'the new format', until: '2999-12-31' },
    });
    expect(verdict.headline).toMatch(
      /^Encode\/big-2 is 2\.0x slower, accepted until 2999-12-31; nothing else slower in 3 benchmarks/,
    );
    expect(verdict.advice).toContain(
      'Encode/big-2: accepted until 2999-12-31, because of: the new format',
    );
    for (const report of [comment(verdict, { runUrl: 'https://example.com' }), gateText(verdict)]) {
      expect(report).toContain('accepted');
      expect(report).toContain('the new format');
    }
  });

  it('accepts nothing else', async () => {
    const verdict = await judged({ ...slow, Decode: 3000 }, waiver('Encode/big*'));
    expect(verdict.verdict).toBe('fail');
    expect(verdict.headline).toMatch(/^Decode-2 is 2\.0x slower/);
    expect(rowOf(verdict, 'Encode/small').waived).toBeUndefined();
  });

  it('has a limit, and beyond it says so', async () => {
    const verdict = await judged({ ...usual, 'Encode/big': 4000 }, waiver('Encode/big*'));
    expect(verdict.verdict).toBe('fail');
    expect(rowOf(verdict, 'Encode/big').reason).toContain(
      'that is more than what is accepted (up to 120 %, the new format)',
    );
  });

  it('ends, and then the row fails with the reason it had', async () => {
    const ended = waiver('Encode/big*').replace('2999-12-31', '2026-10-31');
    const verdict = await judged(slow, ended);
    expect(verdict.verdict).toBe('fail');
    expect(rowOf(verdict, 'Encode/big').reason).toContain(
      'it was accepted until 2026-10-31 (the new format)',
    );
    const today = new Date().toISOString().slice(0, 10);
    const last = waiver('Encode/big*').replace('2999-12-31', today);
    expect((await judged(slow, last)).verdict).toBe('pass');
  });

  it('that matches nothing is a warning', async () => {
    const { warnings } = await judged(slow, waiver('Encod'));
    expect(warnings.map(({ message }) => message)).toContain('the waiver of Encod matches nothing');
  });

  it('of what was removed accepts that it is gone, and only that', async () => {
    const file = 'waivers:\n  - { removed: "Parse*", reason: replaced, until: "2999-12-31" }';
    const { Parse: _, ...left } = usual;
    expect((await judged(left, '')).verdict).toBe('incomplete');
    expect((await judged(left, file)).verdict).toBe('pass');
    expect((await judged({ ...usual, Parse: 3400 }, file)).verdict).toBe('fail');
  });
});

describe('renamed', () => {
  const { Parse, ...left } = usual;
  const head = { ...left, ParseAll: Parse };

  it.each(['Parse-2: ParseAll-2', 'example.com/codec.Parse-2: ParseAll-2'])('%s', async (names) => {
    expect((await judged(head, '')).verdict).toBe('incomplete');
    const file = `renamed:\n  ${names}`;
    expect((await judged(head, file)).verdict).toBe('pass');
    const slower = await judged({ ...left, ParseAll: 2 * Parse }, file);
    expect(slower.headline).toMatch(/^ParseAll-2 is 2\.0x slower/);
  });

  it('does not take the name of a benchmark that main has', async () => {
    const verdict = await judged(usual, 'renamed:\n  Parse-2: Decode-2');
    expect(verdict.verdict).toBe('pass');
    for (const name of ['Decode', 'Parse']) expect(rowOf(verdict, name).base).not.toBeNull();
  });
});

describe('in the file', () => {
  const error = (text: string): string => {
    try {
      fileLayer(`waivers:\n  - ${text}`);
    } catch (thrown) {
      return (thrown as Error).message;
    }
    throw new Error('it was taken');
  };
  const rest = 'reason: r, until: "2026-12-31"';

  it.each([
    [`{ ${rest} }`, 'needs one of benchmark, function, removed, and has none'],
    [`{ benchmark: A, function: b, limit: 5%, ${rest} }`, 'has benchmark and function'],
    [`{ benchmark: A, ${rest} }`, 'needs a limit: how much worse is accepted, like 20%'],
    [`{ benchmark: A, limit: 5, ${rest} }`, 'expected a text'],
    [`{ benchmark: A, limit: "5", ${rest} }`, 'write 5% for 5 percent'],
    [`{ function: a, limit: 5%, ${rest} }`, 'pp'],
    [`{ removed: A, limit: 5%, ${rest} }`, 'what is removed has no limit'],
    ['{ removed: A, reason: r, until: "2026-13-01" }', 'is no day of the calendar'],
    ['{ removed: A, reason: r, until: tomorrow }', 'expected a day, like 2026-12-31'],
    ['{ removed: A, until: "2026-12-31" }', 'reason'],
    [`{ benchmarks: A, limit: 5%, ${rest} }`, 'did you mean "benchmark"?'],
  ])('%s is refused', (text, message) => {
    expect(error(text)).toContain(message);
    expect(error(text)).toMatch(/^flamegate\.yml:2: /);
  });

  it('a function has its limit in percentage points', () => {
    const text = `waivers:\n  - { function: "codec.*", limit: 3pp, ${rest} }`;
    expect(fileLayer(text).waivers).toEqual([
      { function: 'codec.*', limit: 0.03, reason: 'r', until: '2026-12-31' },
    ]);
  });
});
