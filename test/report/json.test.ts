import { readFileSync } from 'node:fs';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FunctionTable } from '../../src/model/run.ts';
import type { Verdict } from '../../src/model/verdict.ts';
import { diffJson, gateJson, topJson } from '../../src/report/json.ts';
import {
  commandsIn,
  comparison,
  confirmed,
  HOSTILE,
  judged,
  judgedFunction,
  profile,
  rounds,
  shift,
  UNSEEN,
  verdict,
  verdictOf,
} from './values.ts';

type Schema = { readonly $id: string; readonly $defs: Record<string, unknown> };
const schema = (name: string): Schema =>
  JSON.parse(readFileSync(new URL(`../../schema/${name}.schema.json`, import.meta.url), 'utf8'));

// Strict: a misspelled keyword in a schema is an error too.
const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, allErrors: true });
const validators = new Map<string, ValidateFunction>(
  ['gate', 'diff', 'top'].map((name) => [name, ajv.compile(schema(name))]),
);
function problems(name: string, json: string): unknown {
  const validate = validators.get(name);
  return validate?.(JSON.parse(json)) ? [] : (validate?.errors ?? 'no schema');
}

const table = (text: string): FunctionTable => ({
  source: text,
  sampleType: { type: text, unit: text },
  total: 200,
  samples: 20,
  functions: [{ name: text, file: text, line: 7, flat: 50, cum: 100 }],
});
const about = { environment: verdict().environment, warnings: verdict().warnings };
const profileDiff = { profile: profile(), functions: [judgedFunction()] };

describe('the contract', () => {
  it('rounds, and what they confirmed', () => {
    const report = JSON.parse(gateJson(verdict({ comparisons: [confirmed()], rounds: rounds() })));
    expect(report.rounds).toEqual({
      ...{ rounds: 10, repeated: 1, seed: 42, base: '0123456789abcdef0123456789abcdef01234567' },
      machine: ['load average 0.8 to 1.3'],
    });
    expect(report.comparisons[0]).toMatchObject({
      test: 'paired',
      screened: { delta: 0.14, runs: 8, verdict: 'suspect' },
      limits: null,
    });
  });

  it('gate', () => {
    const report = JSON.parse(gateJson(verdict()));
    expect(Object.keys(report)).toEqual([
      ...['schema', 'verdict', 'headline', 'p', 'sight', 'comparisons', 'functions', 'profiles'],
      ...['shift', 'dedicated', 'baseline', 'rounds', 'environment', 'advice', 'warnings'],
    ]);
    expect(report).toMatchObject({
      ...{ schema: 2, p: 0.002, sight: { half: 0.08, most: 0.12 }, dedicated: false },
    });
    expect(report.comparisons[0]).toEqual({
      ...{ package: 'example.com/kit/codec', benchmark: 'Encode/size=4k-2', unit: 'sec/op' },
      ...{ better: 'lower', base: { center: 1.23e-6, n: 50, runs: 5 } },
      ...{ head: { center: 1.5e-6, n: 10, runs: 1 }, delta: 1.5e-6 / 1.23e-6 - 1 },
      own: 1.5e-6 / 1.23e-6 - 1,
      ...{ ci: [0.181, 0.252], worst: 0.248, p: 0.00002, pAdjusted: 0.00012, df: 5.2 },
      ...{ test: 'run-level', limits: { suspect: 0.08, slower: 0.19, faster: 0.1 } },
      ...{ detectable: 0.08, follows: null, notes: [], threshold: 0.05, gated: true },
      ...{ verdict: 'slower', blind: false },
      reason: 'beyond +19 %, which clean runs do not reach',
      screened: null,
    });
    expect(report.functions[0]).toMatchObject({
      sampleType: { type: 'cpu', unit: 'nanoseconds' },
      name: 'codec.(*Encoder).Escape[go.shape.int]',
      base: { flat: 810e6, cum: 900e6, flatFraction: 0.081, cumFraction: 0.09 },
      ...{ flatDelta: 0.054, p: 0.0001, pAdjusted: 0.002, verdict: 'slower' },
    });
    expect(report.shift).toEqual({
      ...{ delta: 0.012, verdict: 'ok', benchmarks: 14, group: null },
      ...{ limits: { suspect: 0.05, slower: 0.5 }, history: [-0.02, 0.031] },
    });
    expect(report.baseline.setAside[1]).toEqual({
      commit: 'bb',
      time: '',
      reason: 'a corrupt file',
    });
    expect(report.warnings[1]).toEqual({
      kind: 'baseline',
      message: 'one stored run was unreadable',
    });
  });

  it('a diff of benchmarks', () => {
    const report = JSON.parse(diffJson({ comparisons: [judged()], ...about }));
    expect(Object.keys(report)).toEqual(['schema', 'comparisons', 'environment', 'warnings']);
    expect(report.comparisons[0]).toMatchObject({ benchmark: 'Encode/size=4k-2' });
  });

  it('a diff of two profiles', () => {
    const report = JSON.parse(diffJson({ profiles: [profileDiff], ...about }));
    expect([Object.keys(report)[0], report.schema]).toEqual(['schema', 2]);
    expect(report.sampleType).toEqual({ type: 'cpu', unit: 'nanoseconds' });
    expect(report.base).toEqual({ total: 10e9, samples: 1000, profiles: 5, runs: 5, seconds: 50 });
    expect(report.functions[0].name).toBe('codec.(*Encoder).Escape[go.shape.int]');
  });

  it('a diff of two directories', () => {
    const report = diffJson({ comparisons: [judged()], profiles: [profileDiff], ...about });
    expect(JSON.parse(report).profiles[0].functions).toHaveLength(1);
  });

  it('top', () => {
    expect(JSON.parse(topJson([table('f')]))).toEqual({
      ...{ source: 'f', sampleType: { type: 'f', unit: 'f' }, total: 200, samples: 20 },
      functions: [
        {
          ...{ name: 'f', file: 'f', line: 7, flat: 50, cum: 100 },
          ...{ flatFraction: 0.25, cumFraction: 0.5 },
        },
      ],
      warnings: [],
    });
  });
});

const bare: Verdict = {
  ...verdict(),
  ...{ verdict: 'no-baseline', comparisons: [], functions: [], profiles: [], shift: null },
  ...{ environment: {}, advice: [], warnings: [] },
  baseline: { runs: 0, commits: [], setAside: [], name: 'main' },
};
const nothing = { ci: null, worst: null, p: null, pAdjusted: null, df: null, detectable: null };
const sparse = verdict({
  comparisons: [
    judged({ ...nothing, base: null, delta: null, limits: null, test: 'none', verdict: 'new' }),
    judged({ ...nothing, head: null, delta: null, limits: null, verdict: 'missing' }),
  ],
  functions: [judgedFunction(nothing)],
  shift: shift({ delta: 0, benchmarks: 1, history: null }),
  ...{ p: null, sight: null },
});

describe('what was counted', () => {
  const counts = {
    ...{ counter: 'valgrind-3.19.0 (callgrind)', base: '' },
    benchmarks: [
      {
        ...{
          package: 'p',
          benchmark: HOSTILE.command ?? '::x::',
          iterations: [100, 1000] as const,
        },
        ...{ base: [5, 5], head: [9, 9], spread: 0, tolerance: 0.001 },
        metrics: [
          { unit: 'branches/op', base: [1, 1], head: [2, 2], spread: 0, tolerance: 0.001 },
          { unit: 'est-cycles/op', base: [], head: [8], spread: null, tolerance: null },
        ],
        functions: {
          ...{ all: 7, rest: 0.5 },
          moved: [{ name: '::add-mask::x', file: 'a.go', line: 3, base: 1, head: 5 }],
        },
      },
      {
        ...{ package: '', benchmark: 'Command/x', iterations: null, base: [], head: [4] },
        ...{ spread: null, tolerance: null, functions: null },
      },
    ],
  };

  it('is in the report, as the schema has it, and absent without', () => {
    const row = comparison({ test: 'counted' });
    const report = gateJson(verdict({ counts, comparisons: [judged(row)] }));
    expect(problems('gate', report)).toEqual([]);
    expect(JSON.parse(report)).toMatchObject({ counts: JSON.parse(JSON.stringify(counts)) });
    expect(gateJson(verdict())).not.toContain('"counts"');
    expect(commandsIn(report)).toEqual([]);
  });
});

describe('the schemas hold for', () => {
  it.each<[string, string, string]>([
    ['gate', 'a usual verdict', gateJson(verdict())],
    ['gate', 'an empty one', gateJson(bare)],
    ['gate', 'one that knows little', gateJson(sparse)],
    ['diff', 'benchmarks', diffJson({ comparisons: [judged()], ...about })],
    ['diff', 'no benchmark in common', diffJson({ comparisons: sparse.comparisons, ...about })],
    ['diff', 'profiles', diffJson({ profiles: [profileDiff], ...about })],
    ['diff', 'kinds', diffJson({ profiles: [profileDiff, profileDiff], ...about })],
    ['diff', 'both', diffJson({ comparisons: [], profiles: [profileDiff], ...about })],
    ['top', 'a table', topJson([table('f')], verdict().warnings)],
    [
      'top',
      'slices',
      topJson([
        { ...table('f'), slice: 'a=b' },
        { ...table('f'), slice: 'no a' },
      ]),
    ],
    ['top', 'an empty one', topJson([{ ...table('f'), total: 0, functions: [] }])],
  ])('%s: %s', (name, _, json) => {
    expect(problems(name, json)).toEqual([]);
  });

  it('nothing else: a field without a schema, a missing one, another word', () => {
    const report = JSON.parse(gateJson(verdict()));
    const [row] = report.comparisons;
    const { reason: _, ...short } = row;
    const bad = (changed: object): unknown => problems('gate', JSON.stringify(changed));
    expect(bad({ ...report, schema: 1 })).not.toEqual([]);
    expect(bad({ ...report, verdict: 'inconclusive' })).not.toEqual([]);
    expect(bad({ ...report, extra: 1 })).not.toEqual([]);
    expect(bad({ ...report, comparisons: [{ ...row, extra: 1 }] })).not.toEqual([]);
    expect(bad({ ...report, comparisons: [short] })).not.toEqual([]);
    expect(bad({ ...report, comparisons: [{ ...row, verdict: 'regressed' }] })).not.toEqual([]);
    expect(bad({ ...report, comparisons: [{ ...row, p: 1.5 }] })).not.toEqual([]);
    expect(bad({ ...report, warnings: [{ kind: 'syntax', message: 'm', at: 1 }] })).not.toEqual([]);
  });
});

it('every field of every schema has a description, and shared definitions are the same', () => {
  const gate = schema('gate');
  const described = (value: unknown, path: string): string[] => {
    if (typeof value !== 'object' || value === null) return [];
    const { properties = {} } = value as { properties?: Record<string, { description?: string }> };
    return [
      ...Object.entries(properties).flatMap(([name, field]) =>
        field.description ? [] : [`${path}.${name}`],
      ),
      ...Object.entries(value).flatMap(([key, inner]) => described(inner, `${path}.${key}`)),
    ];
  };
  for (const name of ['gate', 'diff', 'top']) {
    expect(described(schema(name), name)).toEqual([]);
    const version = name === 'top' ? 'v1' : 'v2';
    expect(schema(name).$id).toBe(`urn:flamegate:schema:${version}:${name}`);
    for (const [key, definition] of Object.entries(schema(name).$defs)) {
      // The gate has functions of several kinds of profile, so its rows say which.
      if (key in gate.$defs && key !== 'function') expect(definition).toEqual(gate.$defs[key]);
    }
  }
});

it('what is not a number is null', () => {
  const odd = fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY);
  fc.assert(
    fc.property(odd, (x) => {
      const row = judged({
        ...{ base: { center: x, n: 1, runs: 1 }, delta: x, ci: [0, x], worst: x, p: x },
        ...{ own: x, pAdjusted: x, df: x, detectable: x },
        limits: { suspect: x, slower: x, faster: x },
      });
      const blamed = judgedFunction({ flatDelta: x, ci: [x, x], p: x });
      const json = gateJson(
        verdict({
          ...{ comparisons: [row], functions: [blamed], p: x, sight: { half: x, most: x } },
          shift: shift({ delta: x, limits: { suspect: x, slower: x }, history: [x, 0] }),
        }),
      );
      expect(problems('gate', json)).toEqual([]);
      expect(JSON.parse(json).comparisons[0]).toMatchObject({ delta: null, ci: null, p: null });
    }),
  );
});

describe('hostile names', () => {
  it.each(Object.entries(HOSTILE))('%s: the data is whole, the bytes are harmless', (_, text) => {
    const gate = gateJson(verdictOf(text));
    const top = topJson([table(text)]);
    const diff = diffJson({ comparisons: [judged({ benchmark: text })], ...about });
    expect(commandsIn(gate + top + diff)).toEqual([]);
    expect(gate + top + diff).not.toMatch(UNSEEN);
    expect(problems('gate', gate)).toEqual([]);
    expect(JSON.parse(gate).comparisons[0].benchmark).toBe(text);
    expect(JSON.parse(gate).warnings[0].message).toBe(text);
    expect(JSON.parse(top).functions[0].name).toBe(text);
    expect(JSON.parse(diff).comparisons[0].benchmark).toBe(text);
  });

  it('any text survives', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const json = gateJson(verdict({ headline: text, advice: [text] }));
        expect(json).not.toMatch(UNSEEN);
        expect(JSON.parse(json)).toMatchObject({ headline: text, advice: [text] });
      }),
    );
  });
});

it('is one row a line', () => {
  const rows = [judged(), judged({ ...comparison({ benchmark: 'B' }) })];
  const lines = gateJson(verdict({ comparisons: rows })).split('\n');
  expect(lines.filter((line) => line.startsWith('    {"package":'))).toHaveLength(2);
});
