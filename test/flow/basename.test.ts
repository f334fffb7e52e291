/** The base is called what it is called: nothing that is printed says `main` where it is another branch or a version. */
import { describe, expect, it } from 'vitest';
import { decide } from '../../src/flow/check.ts';
import { gate, type Measurer } from '../../src/flow/gate.ts';
import { noStoredRuns } from '../../src/flow/judgement.ts';
import { type LookAt, roundsVerdict } from '../../src/flow/measure.ts';
import type { Round, Run } from '../../src/model/run.ts';
import type { Verdict } from '../../src/model/verdict.ts';
import { annotations } from '../../src/report/annotations.ts';
import { gateCsv } from '../../src/report/csv.ts';
import { gateJson } from '../../src/report/json.ts';
import { comment, summary } from '../../src/report/markdown/comment.ts';
import { gateText } from '../../src/report/text.ts';
import { type ConfigLayer, resolveConfig } from '../../src/settings/config.ts';
import { looks } from '../../src/stats/spending.ts';
import { packRun } from '../../src/store/manifest.ts';
import type { BaselineStore } from '../../src/store/store.ts';
import { run, series } from '../compare/runs.ts';
import { listed } from '../store/runs.ts';

const quiet = [1000, 1001, 999, 1002, 998, 1000.5, 1001.5, 999.5];

function inputs(encode: number, cpu: string | undefined, others = true) {
  const lines = (name: string, value: number) =>
    [0.99, 1, 1.01].map((noise) => `Benchmark${name} 100 ${value * noise} ns/op`);
  const all = others
    ? ['Decode', 'Sort', 'Parse'].flatMap((name, i) => lines(name, encode === 0 ? 1 : 500 + i))
    : [];
  const text = [...all, ...lines('Encode', encode)].join('\n');
  return {
    benchmarks: [{ file: 'bench.txt', bytes: Buffer.from(`${text}\n`) }],
    profiles: [],
    commit: `c${encode}`,
    time: '2026-11-15T10:20:30Z',
    environment: { goos: 'linux', goarch: 'amd64', ...(cpu === undefined ? {} : { cpu }) },
  };
}

function storeOf(branch: string, centers: readonly number[], cpu: string | undefined) {
  const store: BaselineStore = {
    ...(centers.length === 0 ? { name: branch } : {}),
    async *load() {
      for (const value of centers) {
        yield { kind: 'run', run: listed(packRun({ ...inputs(value, cpu), branch })) } as const;
      }
    },
    keep: () => Promise.reject(new Error('nothing is kept here')),
  };
  return store;
}

/** Six rounds, head slower by `effect`. */
function measurer(effect: number): Measurer {
  const side = (slow: boolean, i: number): Run =>
    run([
      series('Encode', [1000 * (slow ? 1 + effect : 1) * (1 + i / 3000)], 'sec/op', {
        package: '',
      }),
    ]);
  return {
    looks: looks(20),
    measure: async (_: unknown, look: LookAt) => {
      const rounds: Round[] = [];
      for (let i = 0; i < 6; i++) rounds.push({ base: side(false, i), head: side(true, 5 - i) });
      look(rounds);
      return { ...nothing, rounds };
    },
  };
}
const nothing = {
  ...{ rounds: [], repeated: 0, seed: 7, base: 'b'.repeat(40), machine: [], warnings: [] },
  baseIsHead: false,
};

/** Everything that somebody may read of a verdict. */
const printed = (verdict: Verdict): string =>
  [
    gateText(verdict),
    comment(verdict),
    summary(verdict),
    gateCsv(verdict),
    gateJson(verdict),
    JSON.stringify(annotations(verdict, { resolve: () => null })),
  ].join('\n');

const cases: readonly (readonly [
  string,
  number,
  { cpu?: string; centers?: readonly number[]; measured?: Measurer; layer?: ConfigLayer },
])[] = [
  ['nothing is slower', 1000, {}],
  ['something is evidently slower', 2500, {}],
  ['something looks slower', 1140, {}],
  ['something is faster', 500, {}],
  ['rounds confirm it', 1140, { measured: measurer(0.2) }],
  ['rounds refute it', 1140, { measured: measurer(0) }],
  ['there are few runs', 1000, { centers: quiet.slice(0, 2) }],
  ['there is no run', 1000, { centers: [] }],
  ['the base itself changed', 1400, { centers: [1200, 1201, 1199, ...quiet] }],
  ['the machine is one of its own', 1000, { layer: { runner: 'dedicated' } }],
  ['a small change is asked for', 1000, { layer: { see: 0.0001 } }],
];

describe.each(['master', 'v2.4.0'])('a base that is called %s', (name) => {
  it.each(cases)('is called so where %s', async (_, encode, of) => {
    const { cpu = 'Test CPU', centers = quiet, measured = null, layer = {} } = of;
    const config = resolveConfig(layer);
    const head = inputs(encode, cpu);
    const { verdict } = await gate(head, storeOf(name, centers, cpu), config, {}, measured);
    expect(verdict.baseline.name).toBe(name);
    expect(printed(verdict)).not.toMatch(/\bmain\b/);
    expect(gateText(verdict)).toContain(name);
  });

  it('is called so where a benchmark is missing', async () => {
    const head = { ...inputs(1000, 'Test CPU', false) };
    const { verdict } = await gate(head, storeOf(name, quiet, 'Test CPU'), resolveConfig({}), {});
    expect(verdict.headline).toContain(`${name} has it`);
    expect(printed(verdict)).not.toMatch(/\bmain\b/);
  });

  it('is called so where nobody knows the CPU', async () => {
    const head = inputs(2500, undefined);
    const { verdict } = await gate(head, storeOf(name, quiet, undefined), resolveConfig({}), {});
    expect(printed(verdict)).toContain(`it is not known whether ${name} ran on this machine`);
    expect(printed(verdict)).not.toMatch(/\bmain\b/);
  });

  it('is called so where base and head were measured here alone', async () => {
    const look = () => ({}) as never;
    const measured = await measurer(0.2).measure(null, look, { suspects: [], all: [] });
    const rounds = { ...nothing, ...measured, name };
    const verdict = roundsVerdict(rounds, looks(20), resolveConfig({}));
    expect(gateText(verdict)).toContain(`Measured base ${name} (bbbbbbbbbb) and head in turn`);
    expect(verdict.baseline.name).toBe(name);
    expect(printed(verdict)).not.toMatch(/\bmain\b/);
  });
});

it.each([
  ['0123456789abcdef0123456789abcdef01234567', '0123456789'],
  ['0123456789abcdef0123456789abcdef01234567^', '0123456789^'],
  ['0123456789ab~2', '0123456789~2'],
  ['0123456789abcdef-fix', '0123456789abcdef-fix'],
  ['', 'the base'],
])('of a commit the first digits are enough: %j', (name, shown) => {
  expect(noStoredRuns(name).name).toBe(shown);
});

it('is main where the stored runs do not say', async () => {
  const store: BaselineStore = {
    async *load() {
      yield { kind: 'run', run: listed(packRun(inputs(1000, 'Test CPU'))) } as const;
    },
    keep: () => Promise.reject(new Error('nothing is kept here')),
  };
  const { verdict } = await gate(inputs(1001, 'Test CPU'), store, resolveConfig({}), {});
  expect(gateText(verdict)).toContain('Compared with 1 run of main');
});

it('knows the branch from the store before its runs', async () => {
  const store = { ...storeOf('other', quiet, 'Test CPU'), name: 'trunk' };
  const { verdict } = await gate(inputs(1005, 'Test CPU'), store, resolveConfig({}), {});
  expect(verdict.headline).toContain('8 runs of trunk');
});

it('is escaped, whatever a branch is called', () => {
  const branch = 'a|`<img/src=x>`[x](javascript:1)@team';
  const verdict = decide(run([]), [run([]), run([])], resolveConfig({}), branch);
  const markdown = comment(verdict);
  expect(markdown).not.toMatch(/<img|\]\(javascript|(?<!\\)`<|@team/);
});

it.each(['a\u001b[31mb', 'a\nb', 'a b', 'a\u202eb', '', 'x'.repeat(201)])(
  'is not stored as %j',
  (branch) => {
    expect(() => packRun({ ...inputs(1, 'c'), branch })).toThrow(/branch/);
  },
);
