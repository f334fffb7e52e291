/**
 * The stored-run rule: held to the reference implementation it was ported from (golden/suite.py makes
 * the cases from the real script), and to what must be true of any data.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  judgeSuite,
  type SuiteOptions,
  type SuiteRow,
} from '../../../src/compare/benchmarks/suite.ts';

const options: SuiteOptions = {
  alpha: 0.01,
  suspect: 0.1,
  least: () => Math.log(1.05),
  host: 'shared',
  machineKnown: true,
};

interface Case {
  readonly base: readonly (readonly number[])[];
  readonly head: readonly number[];
  readonly level: readonly number[];
  readonly expected: {
    readonly p: number;
    readonly shift: number;
    readonly d: readonly number[];
    readonly red: readonly number[];
    readonly amber: readonly number[];
    readonly state: readonly string[];
  };
}

const golden: readonly Case[] = JSON.parse(
  readFileSync(join(import.meta.dirname, '../golden/suite.json'), 'utf8'),
);

const rowsOf = ({ base, head, level }: Pick<Case, 'base' | 'head' | 'level'>): SuiteRow[] =>
  base.map((runs, b) => ({
    base: runs,
    level: level[b] ?? runs.length,
    head: head[b] ?? Number.NaN,
    isTime: true,
  }));

const stateOf = (of: { deviation: number; amber: number; red: number }): string =>
  of.deviation > of.red ? 'red' : of.deviation > of.amber ? 'amber' : 'green';

describe('the reference', () => {
  it.each(
    golden.map((of) => [`${of.base.length} benchmarks, ${of.base[0]?.length} runs`, of] as const),
  )('%s', (_, of) => {
    const seen = judgeSuite(rowsOf(of), options);
    expect(seen.shift?.group ?? null).toBeNull();
    expect(seen.shift?.delta ?? 0).toBeCloseTo(of.expected.shift, 9);
    expect(seen.p).toBeCloseTo(of.expected.p, 9);
    seen.rows.forEach((row, b) => {
      expect(row.deviation).toBeCloseTo(of.expected.d[b] ?? Number.NaN, 9);
      expect(row.red).toBeCloseTo(of.expected.red[b] ?? Number.NaN, 9);
      expect(row.amber).toBeCloseTo(of.expected.amber[b] ?? Number.NaN, 9);
    });
    expect(seen.rows.map(stateOf)).toEqual(of.expected.state);
  });

  it('has cases of every colour', () => {
    const states = new Set(golden.flatMap((of) => of.expected.state));
    expect([...states].sort()).toEqual(['amber', 'green', 'red']);
  });
});

/** Suites of noise: a heavy tail now and then, a hole here and there. */
const suites = fc
  .record({
    rows: fc.integer({ min: 1, max: 14 }),
    runs: fc.integer({ min: 1, max: 8 }),
    seed: fc.integer(),
    holes: fc.boolean(),
  })
  .map(({ rows, runs, seed, holes }) => {
    const next = uniform(seed);
    const noise = () => 0.02 * (next() - 0.5) * (next() < 0.05 ? 20 : 1);
    return Array.from({ length: rows }, (): SuiteRow => {
      const centre = 10 * (next() - 0.5);
      // The newest run has every benchmark: one that it lacks is no row.
      const base = Array.from({ length: runs }, (_, run) =>
        holes && run > 0 && next() < 0.1 ? Number.NaN : centre + noise(),
      );
      const level = base.filter((value) => !Number.isNaN(value)).length;
      return { base, level, head: centre + noise(), isTime: true };
    });
  });

/** mulberry32. */
function uniform(seed: number): () => number {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const check = (property: fc.IPropertyWithHooks<[readonly SuiteRow[]]>) =>
  fc.assert(property, { seed: 20261128, numRuns: 100 });

/** The same but for rounding. */
function expectAlike(a: ReturnType<typeof judgeSuite>, b: ReturnType<typeof judgeSuite>): void {
  expect(a.p).toBeCloseTo(b.p, 9);
  a.rows.forEach((row, i) => {
    const other = b.rows[i];
    expect(row.deviation).toBeCloseTo(other?.deviation ?? Number.NaN, 9);
    expect(row.spread).toBeCloseTo(other?.spread ?? Number.NaN, 9);
    expect(row.p).toBeCloseTo(other?.p ?? Number.NaN, 9);
    expect(row.amber).toBeCloseTo(other?.amber ?? Number.NaN, 9);
    expect(row.red).toBeCloseTo(other?.red ?? Number.NaN, 9);
  });
}

describe('of any suite', () => {
  it('every number is one, and red is no nearer than amber', () => {
    check(
      fc.property(suites, (rows) => {
        const seen = judgeSuite(rows, options);
        expect(seen.p).toBeGreaterThan(0);
        expect(seen.p).toBeLessThanOrEqual(1);
        for (const { deviation, spread, amber, red } of seen.rows) {
          expect([deviation, spread, amber, red].every(Number.isFinite)).toBe(true);
          expect(amber).toBeGreaterThanOrEqual(Math.log(1.05));
          expect(red).toBeGreaterThanOrEqual(amber);
        }
      }),
    );
  });

  it('the order of the benchmarks does not matter', () => {
    check(
      fc.property(suites, (rows) => {
        const turned = judgeSuite(rows.toReversed(), options);
        const seen = judgeSuite(rows, options);
        expectAlike({ ...turned, rows: turned.rows.toReversed() }, seen);
      }),
    );
  });

  it('the unit of a benchmark does not matter', () => {
    const scaled = (of: SuiteRow, by: number): SuiteRow => ({
      ...of,
      base: of.base.map((value) => value + by),
      head: of.head + by,
    });
    check(
      fc.property(suites, (rows) => {
        const other = rows.map((row, i) => scaled(row, i - 3));
        expectAlike(judgeSuite(other, options), judgeSuite(rows, options));
      }),
    );
  });

  it('a machine that slows everything changes the shift and nothing else', () => {
    check(
      fc.property(suites, (rows) => {
        fc.pre(rows.length >= 8);
        const seen = judgeSuite(rows, options);
        const slow = judgeSuite(
          rows.map((row) => ({ ...row, head: row.head + 0.2 })),
          options,
        );
        fc.pre(seen.shift?.group === null && slow.shift?.group === null);
        expectAlike(slow, seen);
        expect((slow.shift?.delta ?? 0) - (seen.shift?.delta ?? 0)).toBeCloseTo(0.2, 9);
      }),
    );
  });

  it('a stored run that no benchmark has is no stored run', () => {
    check(
      fc.property(suites, (rows) => {
        const gaps = rows.map((row) => ({ ...row, base: [...row.base, Number.NaN, Number.NaN] }));
        const [seen, other] = [judgeSuite(rows, options), judgeSuite(gaps, options)];
        expectAlike(other, seen);
        expect(other.shift?.amber ?? 0).toBeCloseTo(seen.shift?.amber ?? 0, 9);
        expect(other.shift?.red ?? 0).toBeCloseTo(seen.shift?.red ?? 0, 9);
      }),
    );
  });
});

describe('more history', () => {
  it.each([8, 12, 24])('of %i benchmarks never makes the verdict weaker', (benchmarks) => {
    const most = 16;
    const limits = Array.from({ length: most + 1 }, () => ({ amber: 0, red: 0 }));
    for (let seed = 0; seed < 80; seed++) {
      const next = uniform(seed * 7919 + benchmarks);
      const noise = () => 0.02 * (next() + next() + next() - 1.5);
      const rows = Array.from({ length: benchmarks }, () => ({
        base: Array.from({ length: most }, noise),
        head: noise(),
        isTime: true,
      }));
      for (let runs = 1; runs <= most; runs++) {
        const seen = judgeSuite(
          rows.map((row) => ({ ...row, base: row.base.slice(0, runs), level: runs })),
          options,
        );
        const sum = limits[runs];
        if (sum === undefined) continue;
        sum.amber += seen.rows[0]?.amber ?? 0;
        sum.red += seen.rows[0]?.red ?? 0;
      }
    }
    for (let runs = 1; runs < most; runs++) {
      const [now, then] = [limits[runs], limits[runs + 1]];
      expect(then?.amber).toBeLessThan(1.01 * (now?.amber ?? 0));
      expect(then?.red).toBeLessThan(1.01 * (now?.red ?? 0));
    }
  });
});
