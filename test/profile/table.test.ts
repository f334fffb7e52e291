/** The table: `pprof -top`'s rules one by one, and at random against the plainest computation. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readProfile } from '../../src/formats/profiles/pprof/read.ts';
import { InputError } from '../../src/model/error.ts';
import type { FunctionTable } from '../../src/model/run.ts';
import { type Profile, text } from '../../src/profile/profile.ts';
import {
  chooseSampleType,
  functionTable,
  mergeTables,
  type TableOptions,
} from '../../src/profile/table.ts';
import { runs } from '../runs.ts';
import * as e from './encode.ts';
import { anyModel, encode, type Model, plainTable } from './model.ts';

const read = (bytes: Uint8Array): Profile => readProfile(bytes, { file: 'p.pprof' });

/** A profile of one type whose functions are named by letters: 'a' calls 'b' calls 'c' is 'abc'. */
function stacks(counts: Record<string, number>, change: Partial<Model> = {}): Profile {
  const names = [...new Set(Object.keys(counts).join(''))];
  const samples = Object.entries(counts).map(([stack, count]) => ({
    stack: [...stack].reverse().map((name) => names.indexOf(name)),
    values: [count],
    labels: [],
  }));
  return read(
    encode({
      types: [{ type: 'cpu', unit: 'nanoseconds' }],
      functions: names.map((name, f) => ({ id: f + 1, name, file: `${name}.go`, startLine: 10 })),
      mappings: [{ id: 1, file: '/bin/app' }],
      locations: names.map((_, f) => ({ id: f + 1, mapping: 0, lines: [{ f, line: 11 }] })),
      samples,
      ...change,
    }),
  );
}

const rows = (table: FunctionTable) =>
  table.functions.map(({ name, flat, cum }) => `${name} ${flat} ${cum}`);

describe('flat and cum', () => {
  it('are of the leaf, and of every function in the stack', () => {
    const table = functionTable(stacks({ abc: 5, ab: 2, ad: 1 }));
    expect(rows(table)).toEqual(['c 5 5', 'b 2 7', 'd 1 1', 'a 0 8']);
    expect(table).toMatchObject({ total: 8, source: 'p.pprof' });
    expect(table.sampleType).toEqual({ type: 'cpu', unit: 'nanoseconds' });
  });

  it('count a recursive function once in each sample', () => {
    expect(rows(functionTable(stacks({ aba: 3, aaa: 2 })))).toEqual(['a 5 5', 'b 0 3']);
  });

  it('leave out rows where both are zero', () => {
    expect(rows(functionTable(stacks({ ab: 3, cb: 0 })))).toEqual(['b 3 3', 'a 0 3']);
    expect(rows(functionTable(stacks({ ab: 3, aB: -3 })))).toEqual(['B -3 -3', 'b 3 3']);
  });

  it('are sorted by |flat|, then name', () => {
    expect(rows(functionTable(stacks({ b: 1, a: 1, d: -7, c: 2 })))).toEqual([
      'd -7 -7',
      'c 2 2',
      'a 1 1',
      'b 1 1',
    ]);
  });

  it('merge functions of equal names, whatever their files', () => {
    const functions = ['x.go', 'y.go'].map((file, f) => ({
      id: f + 1,
      name: 'f',
      file,
      startLine: 0,
    }));
    const profile = stacks({ a: 2, b: 5, ba: 1 }, { functions });
    expect(rows(functionTable(profile))).toEqual(['f 8 8']);
    expect(rows(functionTable(profile, { granularity: 'filefunctions' }))).toEqual([
      'f y.go 5 6',
      'f x.go 3 3',
    ]);
  });

  it('count a base of a difference by its label', () => {
    const samples = [
      { stack: [0], values: [10], labels: [] },
      { stack: [0], values: [-4], labels: [['pprof::base', 'true']] as const },
    ];
    const table = functionTable(stacks({ a: 0 }, { samples }));
    expect(table.total).toBe(4);
    expect(rows(table)).toEqual(['a 6 6']);
  });

  it('refuse sums that a double cannot hold', () => {
    const most = Number.MAX_SAFE_INTEGER;
    expect(functionTable(stacks({ a: most })).total).toBe(most);
    expect(() => functionTable(stacks({ a: most, b: -1 }))).toThrow(/p\.pprof: .*2\^53/);
  });
});

describe('inlined frames', () => {
  const lines = [0, 1, 2].map((f) => ({ f, line: 20 + f }));
  const profile = stacks(
    { a: 1, b: 1, c: 1 },
    {
      locations: [
        { id: 1, mapping: 0, lines },
        { id: 2, mapping: 0, lines: lines.slice(0, 2) },
        { id: 3, mapping: 0, lines: lines.slice(2) },
      ],
      samples: [
        { stack: [0, 2], values: [8], labels: [] },
        { stack: [1, 0], values: [1], labels: [] },
      ],
    },
  );

  it('are frames: the first line is the leaf', () => {
    expect(rows(functionTable(profile))).toEqual(['a 9 9', 'b 0 9', 'c 0 9']);
  });

  it('are not with inlines: false: only the last line is', () => {
    expect(rows(functionTable(profile, { inlines: false }))).toEqual(['c 8 9', 'b 1 1']);
  });
});

describe('code without symbols', () => {
  it('is one function of its mapping, or of none', () => {
    const profile = stacks(
      { a: 0, b: 0, c: 0, d: 0, e: 0 },
      {
        mappings: [
          { id: 1, file: '/usr/lib/libc.so.6' },
          { id: 2, file: '' },
        ],
        locations: [0, 0, 1, -1, 0].map((mapping, l) => ({
          id: l + 1,
          mapping,
          lines: l === 4 ? [{ f: 0, line: 1 }] : [],
        })),
        functions: [{ id: 1, name: '', file: 'x.go', startLine: 0 }],
        samples: [0, 1, 2, 3, 4].map((l) => ({ stack: [l], values: [10 ** l], labels: [] })),
      },
    );
    expect(rows(functionTable(profile))).toEqual([
      '[libc.so.6] 10011 10011',
      '<unknown> 1100 1100',
    ]);
    expect(rows(functionTable(profile, { granularity: 'lines' }))[0]).toBe('x.go:1 10000 10000');
  });
});

describe('names', () => {
  it.each(['__proto__', 'constructor', 'hasOwnProperty', 'a\nb', '\u2028', 'x'.repeat(10_000)])(
    'are only data: %j',
    (name) => {
      const functions = [{ id: 1, name, file: name, startLine: 1 }];
      const profile = stacks({ a: 3 }, { functions });
      const [row] = functionTable(profile).functions;
      expect(row).toEqual({ name, file: name, line: 11, flat: 3, cum: 3 });
      const table = functionTable(profile);
      expect(mergeTables([table, table]).functions).toEqual([{ ...row, flat: 6, cum: 6 }]);
    },
  );

  it.each([
    ['functions', ['f']],
    ['filefunctions', ['f src/f.go']],
    ['lines', ['f src/f.go:11', 'f src/f.go']],
  ] as const)('of rows by %s', (granularity, names) => {
    const profile = stacks(
      { a: 2, b: 1 },
      {
        functions: [{ id: 1, name: 'f', file: '/proc/self/cwd/src/./x/../f.go/', startLine: 1 }],
        locations: [11, 0].map((line, l) => ({ id: l + 1, mapping: 0, lines: [{ f: 0, line }] })),
      },
    );
    expect(functionTable(profile, { granularity }).functions.map((row) => row.name)).toEqual(names);
  });
});

describe('the line of a row', () => {
  const at = (lineFlats: readonly (readonly [number, number])[], startLine: number) =>
    functionTable(
      stacks(
        { z: 1 },
        {
          functions: ['a', 'leaf'].map((name, f) => ({ id: f + 1, name, file: 'f.go', startLine })),
          locations: [
            ...lineFlats.map(([line], l) => ({ id: l + 1, mapping: 0, lines: [{ f: 0, line }] })),
            { id: 99, mapping: 0, lines: [{ f: 1, line: 5 }] },
          ],
          // Without flat: the leaf above them has it all.
          samples: lineFlats.map(([, flat], l) => ({
            stack: flat === 0 ? [lineFlats.length, l] : [l],
            values: [flat === 0 ? 1 : flat],
            labels: [],
          })),
        },
      ),
    ).functions.find((row) => row.name === 'a')?.line;

  it('is the one with the most flat, all addresses of it together', () => {
    expect(
      at(
        [
          [20, 5],
          [21, 3],
          [21, 3],
        ],
        7,
      ),
    ).toBe(21);
  });
  it('is the first line of a function without flat', () => {
    expect(
      at(
        [
          [20, 0],
          [21, 0],
        ],
        7,
      ),
    ).toBe(7);
  });
  it('is the first line seen where the profile does not say where functions start', () => {
    expect(
      at(
        [
          [20, 0],
          [21, 0],
        ],
        0,
      ),
    ).toBe(20);
  });
});

describe('the sample type', () => {
  const profileOf = (types: readonly string[], defaultType = '') => {
    const strings = ['', 'unit', ...types, defaultType];
    return read(
      e.file(
        ...types.map((_, index) => e.sampleType(index + 2, 1)),
        e.number(14, strings.length - 1),
        ...strings.map(e.string),
      ),
    );
  };
  const chosen = (profile: Profile, name?: string) =>
    profile.sampleTypes[chooseSampleType(profile, name)]?.type;

  it.each([
    ['Go cpu', ['samples', 'cpu'], '', 'cpu'],
    ['cpu first', ['cpu', 'wall'], 'wall', 'cpu'],
    ['samples only', ['samples', 'other'], '', 'samples'],
    [
      'Go heap',
      ['alloc_objects', 'alloc_space', 'inuse_objects', 'inuse_space'],
      'inuse_space',
      'alloc_space',
    ],
    ['Go mutex, block', ['contentions', 'delay'], '', 'delay'],
    ['Go goroutine', ['goroutine'], '', 'goroutine'],
    ['its default', ['objects', 'space', 'age'], 'space', 'space'],
    ['the last', ['objects', 'space'], 'gone', 'space'],
  ])('is chosen by meaning: %s', (_, types, defaultType, expected) => {
    expect(chosen(profileOf(types, defaultType))).toBe(expected);
  });

  it('is the one named, with or without inuse_', () => {
    const profile = profileOf(['alloc_space', 'space', 'inuse_objects']);
    expect(chosen(profile, 'space')).toBe('space');
    expect(chosen(profile, 'inuse_space')).toBe('space');
    expect(chosen(profile, 'inuse_objects')).toBe('inuse_objects');
  });

  it('that does not exist is refused, the nearest named first', () => {
    const profile = profileOf(['alloc_objects', 'alloc_space', 'x'.repeat(5000)]);
    expect(() => functionTable(profile, { sampleType: 'aloc_space' })).toThrow(
      /^p\.pprof: no sample type "aloc_space"; the profile has "alloc_space", "alloc_objects", "x{80}\.\.\."$/,
    );
    expect(() => functionTable(profile, { sampleType: 'objects' })).toThrow(InputError);
    expect(() => functionTable(profile, { sampleType: '' })).toThrow(InputError);
  });
});

describe('the number of stacks', () => {
  const profileOf = (types: readonly [string, string][], period: readonly e.Bytes[]) => {
    const strings = ['', ...types.flat(), 'space', 'bytes', 'goroutine', 'count'];
    const at = (text: string) => strings.indexOf(text);
    return read(
      e.file(
        ...types.map(([type, unit]) => e.sampleType(at(type), at(unit))),
        e.sample(
          [],
          types.map((_, index) => (index + 1) * 100),
        ),
        e.sample(
          [],
          types.map((_, index) => (index + 1) * 200),
        ),
        ...period,
        ...strings.map(e.string),
      ),
    );
  };

  it('is what a samples type counts', () => {
    const profile = profileOf(
      [
        ['samples', 'count'],
        ['cpu', 'nanoseconds'],
      ],
      [],
    );
    expect(functionTable(profile).samples).toBe(300);
    expect(functionTable(profile, { sampleType: 'cpu' }).samples).toBe(300);
  });

  it('is the total in periods where the type is the one sampled', () => {
    const period = [e.message(11, e.number(1, 5), e.number(2, 2)), e.number(12, 3)];
    const profile = profileOf(
      [['goroutine', 'count']],
      [e.message(11, e.number(1, 1), e.number(2, 2)), e.number(12, 3)],
    );
    expect(functionTable(profile).samples).toBe(100);
    expect(functionTable(profileOf([['alloc_space', 'bytes']], period)).samples).toBe(2);
  });

  it('is unknown where the period is made up: none at all, or more than a stack has', () => {
    const profile = (period: number) =>
      profileOf(
        [['cpu', 'nanoseconds']],
        [e.message(11, e.number(1, 1), e.number(2, 2)), e.number(12, period)],
      );
    expect(functionTable(profile(0)).samples).toBeNull();
    expect(functionTable(profile(300)).samples).toBeNull();
    expect(functionTable(profile(100)).samples).toBe(3);
    const [known, unknown] = [functionTable(profile(100)), functionTable(profile(0))];
    expect(mergeTables([known, known]).samples).toBe(6);
    expect(mergeTables([known, unknown, known]).samples).toBeNull();
  });

  it('is of a period of one goroutine what they are, and of one nanosecond the records', () => {
    const period = [e.message(11, e.number(1, 1), e.number(2, 2)), e.number(12, 1)];
    expect(functionTable(profileOf([['goroutine', 'count']], period)).samples).toBe(300);
    // Some profilers write a period of 1 for want of one: each sample would be millions.
    expect(functionTable(profileOf([['cpu', 'nanoseconds']], period)).samples).toBe(2);
  });

  it('is what the count of the same name says, as in Datadog’s profiles of Python', () => {
    const profile = profileOf(
      [
        ['wall-samples', 'count'],
        ['cpu-time', 'nanoseconds'],
        ['cpu-samples', 'count'],
      ],
      [],
    );
    expect(functionTable(profile, { sampleType: 'cpu-time' }).samples).toBe(900);
  });
});

describe('any profile', () => {
  const granularities = ['functions', 'filefunctions', 'lines'] as const;

  it('gives what the plainest computation gives', () => {
    fc.assert(
      fc.property(
        anyModel,
        fc.boolean(),
        fc.constantFrom(...granularities),
        fc.nat(),
        (model, inlines, granularity, pick) => {
          const type = pick % model.types.length;
          const sampleType = model.types[type]?.type ?? '';
          const options: TableOptions = { sampleType, inlines, granularity };
          const table = functionTable(read(encode(model)), options);
          const expected = plainTable(model, type, inlines, granularity);
          expect(table.total).toBe(expected.total);
          const found = new Map(
            table.functions.map(({ name, flat, cum }) => [name, [flat, cum]] as const),
          );
          expect(found).toEqual(expected.rows);
          expect(found.size).toBe(table.functions.length);
        },
      ),
      { numRuns: runs(300, 1000) },
    );
  });

  it('has its rows sorted, and their file and line from the profile', () => {
    fc.assert(
      fc.property(anyModel, (model) => {
        const { functions } = functionTable(read(encode(model)));
        for (const [index, row] of functions.entries()) {
          const next = functions[index + 1];
          if (next !== undefined) {
            const [larger, smaller] = [Math.abs(row.flat), Math.abs(next.flat)];
            expect(larger > smaller || (larger === smaller && row.name < next.name)).toBe(true);
          }
          const own = model.functions.filter(({ name }) => name === row.name);
          const isFrame = own.some(({ file }) => file === row.file);
          expect(isFrame || (row.file === '' && row.line === 0)).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('merged with itself has everything twice', () => {
    fc.assert(
      fc.property(anyModel, (model) => {
        const table = functionTable(read(encode(model)));
        const twice = mergeTables([table, table]);
        expect(twice.total).toBe(2 * table.total);
        expect(twice.samples).toBe(2 * (table.samples ?? Number.NaN));
        expect(rows(twice)).toEqual(
          table.functions.map(({ name, flat, cum }) => `${name} ${2 * flat} ${2 * cum}`),
        );
      }),
    );
  });
});

describe('tables merged', () => {
  it('have the union of functions, at the place where each is heaviest', () => {
    const functions = (line: number) => [{ id: 1, name: 'f', file: `${line}.go`, startLine: line }];
    const light = functionTable(stacks({ f: 2 }, { functions: functions(1) }));
    const heavy = functionTable(stacks({ f: 5, g: 1 }));
    expect(mergeTables([light, heavy])).toMatchObject({
      source: 'p.pprof, p.pprof',
      total: 8,
      functions: [
        { name: 'f', flat: 7, file: 'f.go' },
        { name: 'g', flat: 1 },
      ],
    });
    expect(mergeTables([heavy, light]).functions[0]?.file).toBe('f.go');
  });

  it('drop rows that cancel out', () => {
    const tables = [functionTable(stacks({ f: 2, g: 1 })), functionTable(stacks({ f: -2 }))];
    expect(rows(mergeTables(tables))).toEqual(['g 1 1']);
  });

  it.each([
    ['type', { type: 'wall', unit: 'nanoseconds' }],
    ['unit', { type: 'cpu', unit: 'milliseconds' }],
  ])('must count the same %s', (_, sampleType) => {
    const table = functionTable(stacks({ f: 2 }));
    expect(() => mergeTables([table, { ...table, source: 'q.pprof', sampleType }])).toThrow(
      /^q\.pprof: cannot be put together with p\.pprof: it counts ".*"cpu" in "nanoseconds"/,
    );
  });

  it('must be at least one; one is itself', () => {
    expect(() => mergeTables([])).toThrow(InputError);
    const table = functionTable(stacks({ f: 2 }));
    expect(mergeTables([table])).toBe(table);
  });
});

describe('strings', () => {
  it('are decoded when asked for', () => {
    const { strings, functions } = stacks({ a: 1 });
    expect(text(strings, functions.name[0] ?? -1)).toBe('a');
  });
});
