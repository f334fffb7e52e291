/** Profiles of rounds: what is named where one function got heavier, and what is not where none did. */
import { describe, expect, it } from 'vitest';
import { pooled } from '../../../src/compare/functions/roundprofiles.ts';
import { lookAt, roundsVerdict } from '../../../src/flow/measure.ts';
import type { FunctionTable, Round } from '../../../src/model/run.ts';
import type { Verdict } from '../../../src/model/verdict.ts';
import { resolveConfig } from '../../../src/settings/config.ts';
import { looks } from '../../../src/stats/spending.ts';
import { draws } from '../../stats/random.ts';
import { run, series } from '../runs.ts';
import { type Rows, table } from '../tables.ts';

type Shares = Readonly<Record<string, number>>;

const config = resolveConfig();
const measured = { repeated: 0, seed: 1, base: 'b', machine: [], warnings: [], baseIsHead: false };
const judged = (rounds: readonly Round[]): Verdict =>
  roundsVerdict({ ...measured, rounds }, looks(200), config);

/** `count` samples, each of a function with the chance of its share. */
function sampled(uniform: () => number, shares: Shares, count: number): Rows {
  const names = Object.keys(shares);
  const all = names.reduce((sum, name) => sum + (shares[name] ?? 0), 0);
  const hits = new Map<string, number>();
  for (let i = 0; i < count; i++) {
    let left = uniform() * all;
    const name =
      names.find((of) => {
        left -= shares[of] ?? 0;
        return left < 0;
      }) ?? '';
    hits.set(name, (hits.get(name) ?? 0) + 1);
  }
  return Object.fromEntries(hits);
}

/** Twenty functions of a package, of which `hot` has a share of its own. */
const work = (name: string, hot: number): Shares => ({
  [`${name}.hot`]: hot,
  ...Object.fromEntries(Array.from({ length: 19 }, (_, i) => [`${name}.f${i}`, (1 - hot) / 19])),
});

interface Profiled {
  readonly file: string;
  readonly base: Shares;
  readonly head: Shares;
  readonly samples: number;
}

/** Rounds with these profiles, and benchmarks whose head is slower by its ratio. */
function rounds(
  count: number,
  files: readonly Profiled[],
  slower: Readonly<Record<string, number>>,
  seed = 1,
): Round[] {
  const { uniform, normal } = draws(seed);
  return Array.from({ length: count }, (_, i): Round => {
    const side = (name: 'base' | 'head') =>
      run(
        Object.entries(slower).map(([benchmark, by]) =>
          series(benchmark, [(name === 'head' ? 1 + by : 1) * Math.exp(0.01 * normal())]),
        ),
        {
          commit: name,
          tables: files.map((of) =>
            table(sampled(uniform, of[name], of.samples), {
              source: `${name}/round-${i + 1}/${of.file}`,
            }),
          ),
        },
      );
    return { base: side('base'), head: side('head') };
  });
}

const one = (base: Shares, head: Shares, samples: number): Profiled[] => [
  { file: 'cpu.pprof', base, head, samples },
];

const rowOf = ({ functions }: Verdict, name: string) => functions.find((of) => of.name === name);

describe('what is named', () => {
  it.each([
    ['one benchmark', { A: 19 }],
    ['three that got slower by as much as they call it', { A: 4, B: 20, C: 50 }],
    ['one of two', { A: 19, B: 0 }],
  ])('one new function that is nearly the whole profile: %s', (_, slower) => {
    const head = { ...work('p', 0.05), 'p.squash': 19 };
    const verdict = judged(rounds(8, one(work('p', 0.05), head, 100), slower));
    expect(rowOf(verdict, 'p.squash')?.head.flatFraction).toBeGreaterThan(0.9);
    expect(verdict.headline).toMatch(/^\w is \d+x slower .*because of p\.squash \(p\.squash\.go/);
    expect(verdict.warnings).toEqual([]);
  });

  it('a large function that is all of the rise, whose share hardly moved', () => {
    const verdict = judged(rounds(20, one(work('p', 0.6), work('p', 0.65), 22), { A: 0.143 }));
    // 1.143 x 65 % - 60 % is what the benchmark got slower by.
    expect(verdict.headline).toMatch(/because of p\.hot/);
  });

  it('a function of thin profiles: 20 rounds of 22 samples, from 20 to 35 %', () => {
    // By chance alone nine of ten such differences are seen at the 5 % level.
    const named = Array.from({ length: 20 }, (_, i) => {
      const of = one(work('p', 0.2), work('p', 0.35), 22);
      return judged(rounds(20, of, { A: 0.2 }, i)).headline;
    }).filter((line) => line.includes('because of p.hot'));
    expect(named.length).toBeGreaterThanOrEqual(16);
  });

  it('of two packages that of the slower one, by the files of their profiles', () => {
    const files = (samples: number): Profiled[] => [
      { file: 'profiles/codec.pprof', base: work('c', 0.1), head: work('c', 0.1), samples },
      {
        ...{ file: 'profiles/index.pprof', samples },
        ...{ base: work('i', 0.1), head: { ...work('i', 0.1), 'i.grow': 9 } },
      },
    ];
    for (const samples of [22, 200]) {
      const verdict = judged(rounds(20, files(samples), { Encode: 0, Search: 9 }));
      expect(verdict.headline).toMatch(/^Search is \S+ slower because of i\.grow/);
      expect(verdict.warnings).toEqual([]);
    }
  });
});

describe('how long a name is looked for', () => {
  const plan = looks(200);
  const looked = (all: readonly Round[]) => lookAt(config, plan)(all);

  it('until there is one, though the benchmark was decided long before', () => {
    const all = rounds(61, one(work('p', 0.2), work('p', 0.28), 20), { A: 0.1 });
    const found = plan
      .filter(({ after }) => after <= 61)
      .map(({ after }) => looked(all.slice(0, after)));
    expect(found.map(({ open }) => open.length)).toEqual(found.map(() => 0));
    expect(found[0]?.done).toBe(false);
    for (const { done, verdict } of found) {
      expect(done).toBe(/(?<!perhaps )because of/.test(verdict.headline));
    }
    expect(found.at(-1)?.verdict.headline).toMatch(/because of p\.hot/);
  });

  it('until profiles of 20 s name none', () => {
    const none = work('p', 0.05);
    const all = rounds(20, one(none, none, 110), { A: 0.2 });
    expect(looked(all.slice(0, 16))).toMatchObject({ open: [], done: false });
    expect(looked(all)).toMatchObject({ open: [], done: true });
  });

  it('not where nothing is slower, or there is no profile', () => {
    const clean = rounds(20, one(work('p', 0.2), work('p', 0.2), 20), { A: 0 });
    expect(looked(clean)).toMatchObject({ open: [], done: true });
    expect(looked(rounds(8, [], { A: 0.2 }))).toMatchObject({ open: [], done: true });
  });
});

describe('what is not', () => {
  it('a function where everything got slower alike, or waits for what no profile sees', () => {
    const named = Array.from({ length: 60 }, (_, i) => {
      const of = one(work('p', 0.2), work('p', 0.2), i % 2 === 0 ? 22 : 100);
      return judged(rounds(20, of, { A: 0.2 }, i)).headline;
    }).filter((line) => /(?<!perhaps )because of/.test(line));
    // One in ten may be.
    expect(named.length).toBeLessThanOrEqual(10);
  });

  it('more often than that where shares vary by half from profile to profile', () => {
    const named = Array.from({ length: 60 }, (_, i) => {
      const { normal } = draws(1000 + i);
      const restless = (): Shares =>
        Object.fromEntries(
          Object.entries(work('p', 0.2)).map(([name, of]) => [name, of * Math.exp(0.5 * normal())]),
        );
      const all = Array.from({ length: 8 }, (_, k) =>
        rounds(1, one(restless(), restless(), 100), { A: 0.2 }, 8 * i + k),
      );
      return judged(all.flat()).headline;
    }).filter((line) => /(?<!perhaps )because of/.test(line));
    expect(named.length).toBeLessThanOrEqual(6);
  });

  it('anything of identical code', () => {
    const slower = Array.from({ length: 200 }, (_, i) =>
      judged(rounds(20, one(work('p', 0.2), work('p', 0.2), 22), {}, i)).functions.filter(
        ({ verdict }) => verdict === 'slower',
      ),
    ).filter((of) => of.length > 0);
    // One in a hundred may be.
    expect(slower.length).toBeLessThanOrEqual(4);
  });
});

describe('groups of rounds', () => {
  const groups = (count: number, samples: number) =>
    pooled(rounds(count, one(work('p', 0.2), work('p', 0.2), samples), { A: 0 }));
  it.each([
    ['every round alone where it has enough samples', 8, 100, 8],
    ['so many that each has a hundred', 20, 22, 4],
    ['three at least, so that they can be compared', 6, 10, 3],
    ['no more than there are rounds', 2, 10, 2],
  ])('%s', (_, count, samples, expected) => {
    const found = groups(count, samples);
    expect(found).toHaveLength(expected);
    const total = (of: (table: FunctionTable) => number) =>
      found.flatMap(({ head }) => head.tables).reduce((sum, table) => sum + of(table), 0);
    expect(total((of) => of.samples ?? Number.NaN)).toBe(count * samples);
    expect(total((of) => of.profiles ?? 1)).toBe(count);
    expect(total((of) => of.functions.reduce((sum, { flat }) => sum + flat, 0))).toBe(
      total((of) => of.total),
    );
    expect(found.flatMap(({ base }) => base.series[0]?.samples ?? [])).toHaveLength(count);
  });

  it('each kind of profile by what it has', () => {
    const all = rounds(6, one(work('p', 0.2), work('p', 0.2), 100), {});
    const heap = table({ 'p.hot': 5 }, { sampleType: { type: 'alloc_space', unit: 'bytes' } });
    const with2 = all.map(({ base, head }) => ({
      base: { ...base, tables: [...base.tables, heap] },
      head: { ...head, tables: [...head.tables, heap] },
    }));
    const kinds = pooled(with2).map(({ base }) => base.tables.map((of) => of.sampleType.type));
    expect(kinds.filter((of) => of.includes('cpu'))).toHaveLength(6);
    expect(kinds.filter((of) => of.includes('alloc_space'))).toHaveLength(3);
  });

  it('leave rounds without profiles as they are', () => {
    const all = rounds(7, [], { A: 0 });
    expect(pooled(all)).toBe(all);
  });
});

describe('which profiles show the same', () => {
  const programs = (names: (round: number) => readonly string[]) =>
    pooled(
      Array.from({ length: 6 }, (_, i) => {
        const side = (name: string) =>
          run([], {
            tables: names(i + 1).map((file) =>
              table({ [`f${file}`]: 100 }, { source: `${name}/round-${i + 1}/${file}` }),
            ),
          });
        return { base: side('base'), head: side('head') };
      }),
    )[0]?.head.tables.map((of) => of.program);
  it.each([
    ['one a round, whatever it is called', (i: number) => [`cpu-${i}.pprof`], ['']],
    ['files of one name', () => ['a.pprof', 'b.pprof'], ['a.pprof', 'b.pprof']],
    ['names with numbers of their own', () => ['a1.pprof', 'a2.pprof'], ['a1.pprof', 'a2.pprof']],
    [
      'names with the number of a process',
      (i: number) => [`a.${i * 7}.pprof`, `b.${i * 7 + 1}.pprof`],
      ['a.#.pprof', 'b.#.pprof'],
    ],
    [
      'names that tell nothing: nobody knows',
      (i: number) => [`${i * 7}.pprof`, `${i * 7 + 1}.pprof`],
      [undefined, undefined],
    ],
  ])('%s', (_, names, expected) => {
    expect(programs(names)).toEqual(expected);
  });
});
