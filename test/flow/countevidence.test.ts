/** What a report on counts can draw: the runs, and stacks that add up to the table of functions. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { type Costs, costsOf } from '../../src/compare/counts/functions.ts';
import { countsEvidence, stacksOfCosts } from '../../src/flow/countevidence.ts';
import { callgrindSelf } from '../../src/formats/profiles/callgrind/self.ts';
import type { CountedBenchmark, FunctionCost } from '../../src/model/counts.ts';
import type { Stacks } from '../../src/model/evidence.ts';

const recordings = join(import.meta.dirname, '../formats/profiles/callgrind');

function recorded(name: string): Costs {
  const file = `${name}.callgrind.gz`;
  const bytes = gunzipSync(readFileSync(join(recordings, file)));
  return costsOf(callgrindSelf({ file, bytes }).functions, [], 1);
}

/** Own costs by name, added up over the tree. */
function ownOf({ functions, call, self }: Stacks): Map<string, number> {
  const own = new Map<string, number>();
  for (const [node, f] of call.entries()) {
    const name = functions[f]?.name ?? '';
    own.set(name, (own.get(name) ?? 0) + (self[node] ?? 0));
  }
  return own;
}

const cost = (
  name: string,
  own: number,
  calls: readonly (readonly [string, number])[] = [],
): FunctionCost => ({
  ...{
    name,
    file: `${name}.c`,
    lines: new Map([[3, own]]),
    calls: new Map(calls.map(([of, instructions]) => [of, { times: 1, instructions }])),
  },
});

const counted = (benchmark: string, head: number): CountedBenchmark => ({
  ...{ package: 'p', benchmark, iterations: [10, 100], base: [100, 101], head: [head, head] },
  ...{ spread: 0.01, tolerance: 0.01, functions: null },
  metrics: [{ unit: 'branches/op', base: [5, 5], head: [6, 6], spread: 0, tolerance: 0 }],
});

describe('stacks of counts', () => {
  it.each(['cpp', 'cpp-plain', 'rust', 'go', 'python', 'node', 'tiny', 'threads', 'parts'])(
    'of %s add up to what every function takes itself, recursive ones too',
    (name) => {
      const costs = recorded(name);
      const stacks = stacksOfCosts(costs, 1);
      const own = ownOf(stacks);
      let total = 0;
      for (const { name: of, own: wanted } of costs.values()) {
        total += wanted;
        const found = own.get(of) ?? 0;
        if (Math.abs(found - wanted) > 1e-6 * wanted) expect({ of, found }).toEqual({ of, wanted });
      }
      expect(stacks.total).toBe(total);
      expect(total).toBeGreaterThan(100);
    },
  );

  it('begin where the program does, and hold each caller before what it calls', () => {
    const { functions, parent, call, unfolded } = stacksOfCosts(recorded('tiny'), 1);
    const stack = (node: number): string => {
      const above = parent[node] as number;
      const name = functions[call[node] as number]?.name ?? '';
      expect(above).toBeLessThan(node);
      return above < 0 ? name : `${stack(above)};${name}`;
    };
    const all = [...call.keys()].map(stack);
    expect(all).toContain('(below main);left;leaf');
    expect(all).toContain('(below main);right;leaf');
    expect(all).toContain('(below main);even;odd');
    expect(new Set(all).size).toBe(all.length);
    // fib of itself, and even and odd of each other.
    expect(unfolded?.circles).toBe(2);
  });

  it('take any text for a name', () => {
    const names = ['__proto__', 'constructor', '</script><b>', 'a\u202eb\n;c', ''];
    const costs = costsOf(
      names.map((name, i) => cost(name, 10 + i, i === 0 ? [[names[1] ?? '', 11]] : [])),
      [],
      1,
    );
    const stacks = stacksOfCosts(costs, 1);
    expect(ownOf(stacks)).toEqual(new Map(names.map((name, i) => [name, 10 + i])));
    expect(stacks.functions.map(({ line }) => line)).toEqual(names.map(() => 3));
  });

  it('leave out what the longer run took less of', () => {
    const start = (own: number) => cost('start', own);
    const costs = costsOf([start(900), cost('work', 1000)], [start(1000), cost('work', 100)], 90);
    const stacks = stacksOfCosts(costs, 3);
    expect(ownOf(stacks)).toEqual(new Map([['work', 10]]));
    expect(stacks).toMatchObject({
      total: 10,
      profiles: 3,
      unfolded: { circles: 0, rare: 0, small: 0 },
    });
  });

  it('begin below what hardly any operation calls: another goroutine seems called by the one before', () => {
    const run = (n: number) => [
      cost('main', 0, [['loop', 1000 * n]]),
      cost('loop', 10 * n, [['work', 990 * n]]),
      cost('work', 990 * n),
    ];
    const times = (of: FunctionCost, n: number): FunctionCost => ({
      ...of,
      calls: new Map([...of.calls].map(([name, call]) => [name, { ...call, times: n }])),
    });
    const [once, often] = [run(10), run(1000)].map(([main, loop, work], i) =>
      [main && times(main, 1), loop && times(loop, [10, 1000][i] ?? 0), work].flatMap(
        (of) => of ?? [],
      ),
    );
    const { functions, parent, call, unfolded } = stacksOfCosts(
      costsOf(often ?? [], once ?? [], 990),
      1,
    );
    expect([...call].map((f) => functions[f]?.name)).toEqual(['loop', 'work']);
    expect([...parent]).toEqual([-1, 0]);
    expect(unfolded).toEqual({ circles: 0, rare: 1, small: 0 });
  });
});

describe('the evidence', () => {
  const side = (own: number) =>
    costsOf([cost('main', 1, [['work', own]]), cost('work', own)], [], 1);
  const both = { base: side(99), head: side(149) };
  const evidence = countsEvidence({
    base: 'b'.repeat(40),
    benchmarks: [counted('Same', 100), counted('Slower', 150), counted('New', 7)],
    costs: [both, both, null],
  });

  it('has the runs of each side by unit', () => {
    const row = { package: 'p', benchmark: 'Slower', unit: 'instructions/op' };
    const { base, head } = evidence.samples(row);
    expect([base, head].map((of) => of.map(({ samples }) => samples))).toEqual([
      [[100, 101]],
      [[150, 150]],
    ]);
    expect(evidence.samples({ ...row, unit: 'branches/op' }).head[0]?.samples).toEqual([6, 6]);
    expect(evidence.samples({ ...row, benchmark: 'Other' })).toEqual({ base: [], head: [] });
  });

  it('has stacks of each benchmark whose functions were counted, the largest change first', async () => {
    expect(evidence.profiles.map(({ slice }) => slice)).toEqual(['Slower', 'Same']);
    const [first] = evidence.profiles;
    const head = await first?.head();
    expect(head && ownOf(head)).toEqual(
      new Map([
        ['main', 1],
        ['work', 149],
      ]),
    );
    expect(head?.slice).toBe('Slower');
    expect(await first?.head()).toBe(head);
  });
});
