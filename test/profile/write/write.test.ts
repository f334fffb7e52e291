/** The difference as a pprof file: read back here, and shown by the real tool where Go is. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readProfile } from '../../../src/formats/profiles/pprof/read.ts';
import { InputError } from '../../../src/model/error.ts';
import { diffTables } from '../../../src/profile/diff.ts';
import { type Profile, text, word64 } from '../../../src/profile/profile.ts';
import { functionTable } from '../../../src/profile/table.ts';
import { writeDiff } from '../../../src/profile/write/write.ts';
import * as e from '../encode.ts';
import { anyModel, encode, type Model } from '../model.ts';
import { asLines, EXACT, hasGo, parseTop, runPprof } from '../pprof.ts';

const inputs = join(import.meta.dirname, '../../golden/pprof/in');

const read = (bytes: Uint8Array, file = 'p.pprof'): Profile => readProfile(bytes, { file });

const PAIRS: readonly (readonly [string, string])[] = [
  ['cpu', 'cpu'],
  ['heap', 'alloc_space'],
  ['heap', 'inuse_objects'],
  ['mutex', 'delay'],
  ['block', 'contentions'],
  ['goroutine', 'goroutine'],
];

const pair = (kind: string) =>
  ['base', 'head'].map((side) =>
    read(readFileSync(join(inputs, `${kind}.${side}.pprof`)), side),
  ) as [Profile, Profile];

/** flat and cum of every function, and the total. */
const rowsOf = (profile: Profile, sampleType: string) => {
  const table = functionTable(profile, { sampleType });
  return asLines({ total: table.total, rows: table.functions });
};

const difference = (base: Profile, head: Profile, sampleType: string) => {
  const before = functionTable(base, { sampleType });
  const rows = diffTables(before, functionTable(head, { sampleType }))
    .map((row) => ({
      name: row.name,
      flat: row.head.flat - row.base.flat,
      cum: row.head.cum - row.base.cum,
    }))
    .filter(({ flat, cum }) => flat !== 0 || cum !== 0);
  return asLines({ total: before.total, rows });
};

describe('a difference written', () => {
  it.each(PAIRS)('%s %s is the difference of the tables when read', async (kind, sampleType) => {
    const [base, head] = pair(kind);
    const written = read(writeDiff(base, head));
    expect(rowsOf(written, sampleType)).toEqual(difference(base, head, sampleType));
  });

  it.skipIf(!hasGo).each(PAIRS)(
    '%s %s is to pprof what -diff_base is',
    async (kind, sampleType) => {
      const folder = mkdtempSync(join(tmpdir(), 'flamegate-write-'));
      try {
        const [base, head] = pair(kind);
        writeFileSync(join(folder, 'diff.pb.gz'), writeDiff(base, head));
        const flags = [...EXACT, `-sample_index=${sampleType}`, '-unit=auto'];
        const files = [`-diff_base=${kind}.base.pprof`, `${kind}.head.pprof`];
        for (const how of ['-functions', '-lines', '-addresses']) {
          const written = parseTop(runPprof([...flags, how, 'diff.pb.gz'], folder));
          const direct = parseTop(runPprof([...flags, how, ...files], inputs));
          expect(direct.rows.length).toBeGreaterThan(0);
          expect(asLines(written), how).toEqual(asLines(direct));
        }
      } finally {
        rmSync(folder, { recursive: true });
      }
    },
  );

  it('is so for any two profiles', async () => {
    const sampleTypes: Model['types'] = [
      { type: 'cpu', unit: 'nanoseconds' },
      { type: 'samples', unit: 'count' },
    ];
    const twoTypes = anyModel.map(
      (model): Model => ({
        ...model,
        types: sampleTypes,
        samples: model.samples.map((sample) => ({
          ...sample,
          values: [sample.values[0] ?? 0, 1],
          // A base inside a base: writing makes one of the two.
          labels: sample.labels.filter(([key]) => key !== 'pprof::base'),
        })),
      }),
    );
    await fc.assert(
      fc.asyncProperty(twoTypes, twoTypes, async (before, after) => {
        const [base, head] = [read(encode(before)), read(encode(after))];
        const written = read(writeDiff(base, head));
        const expected = difference(base, head, 'cpu');
        const found = rowsOf(written, 'cpu');
        expect(found.slice(1)).toEqual(expected.slice(1));
        // Without a base pprof takes the head's total.
        if (expected[0] !== 'total 0') {
          expect(found[0]).toBe(expected[0]);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('keeps labels, addresses, mappings and the rest of the header', async () => {
    const extra = [e.number(7, 1), e.number(8, 3), e.packed(13, [1, 3]), e.number(14, 3)];
    const label = e.message(3, e.number(1, 8), e.number(3, -(2n ** 63n)), e.number(4, 2));
    const change = {
      header: [...e.SMALL.header, e.message(11, e.number(1, 3), e.number(2, 4)), ...extra],
      samples: [e.sample([1, 2], [3, 30], label), e.sample([2], [0, 0])],
      mappings: [
        e.message(
          3,
          e.number(1, 1),
          e.number(2, 2n ** 64n - 4096n),
          e.number(5, 5),
          e.number(8, 1),
        ),
      ],
    };
    const bytes = e.file(...Object.values({ ...e.SMALL, ...change }).flat());
    const written = read(writeDiff(read(bytes), read(bytes)));
    expect(written.samples.count).toBe(2);
    expect([...written.samples.values]).toEqual([3, 30, -3, -30]);
    const string = (index: number | undefined) => text(written.strings, index ?? -1);
    const { labels } = written.samples;
    expect([...labels.start]).toEqual([0, 1, 3]);
    expect([...labels.key].map(string)).toEqual(['shard', 'shard', 'pprof::base']);
    expect([...labels.text].map(string)).toEqual(['', '', 'true']);
    expect([0, 1].map((k) => word64(labels.number, k))).toEqual(Array(2).fill(-(2n ** 63n)));
    expect([...labels.unit].map(string)).toEqual(['count', 'count', '']);
    expect(word64(written.mappings.range, 0)).toBe(-4096n);
    expect([...written.mappings.flags]).toEqual([2, 2]);
    expect(word64(written.locations.address, 3)).toBe(0x401000n);
    expect(written).toMatchObject({
      sampleTypes: [
        { type: 'samples', unit: 'count' },
        { type: 'cpu', unit: 'nanoseconds' },
      ],
      periodType: { type: 'cpu', unit: 'nanoseconds' },
      period: 10_000_000,
      timeNanos: 1_700_000_000_000_000_000n,
      durationNanos: 10_000_000_000n,
      defaultSampleType: 'cpu',
      dropFrames: 'samples',
      keepFrames: 'cpu',
    });
    expect([...written.comments].map(string)).toEqual(['samples', 'cpu']);
  });

  it('of a base that is a difference itself has the base label once', async () => {
    const marked = encode({
      types: [{ type: 'cpu', unit: 'ns' }],
      functions: [],
      mappings: [],
      locations: [],
      samples: [
        { stack: [], values: [5], labels: [['pprof::base', 'false']] },
        { stack: [], values: [7], labels: [['pprof::base', 'true']] },
      ],
    });
    const { samples, strings } = read(writeDiff(read(marked), read(marked)));
    const values = [...samples.labels.text].map((index) => text(strings, index));
    expect([...samples.labels.start]).toEqual([0, 1, 2, 3, 4]);
    expect(values).toEqual(['false', 'true', 'true', 'true']);
    expect([...samples.values]).toEqual([5, 7, -5, -7]);
  });

  it.each([
    [5n, 9n, 5n],
    [9n, 5n, 5n],
    [0n, 9n, 9n],
    [9n, 0n, 9n],
  ])('of times %i and %i has the earlier one that is known', async (base, head, expected) => {
    const at = (time: bigint) =>
      read(e.file(e.sampleType(1, 1), e.number(9, time), e.string(''), e.string('x')));
    expect(read(writeDiff(at(base), at(head))).timeNanos).toBe(expected);
  });

  it('has the sample types of both, in the order of the head', async () => {
    const profile = (types: readonly string[], values: readonly number[]) =>
      read(
        e.file(
          ...types.map((_, index) => e.sampleType(index + 1, 0)),
          e.sample([], values),
          ...['', ...types].map(e.string),
        ),
      );
    const base = profile(['a', 'b', 'c'], [1, 2, 3]);
    const head = profile(['c', 'x', 'a'], [30, 50, 10]);
    const written = read(writeDiff(base, head));
    expect(written.sampleTypes.map(({ type }) => type)).toEqual(['c', 'a']);
    expect([...written.samples.values]).toEqual([30, 10, -3, -1]);
    expect(() => writeDiff(profile(['a'], [1]), profile(['b'], [1]))).toThrow(
      /no sample type in common.*"b" here, "a" there/,
    );
  });

  it('is refused where a type has another unit on each side', async () => {
    const profile = (unit: string) =>
      read(e.file(e.sampleType(1, 2), e.string(''), e.string('cpu'), e.string(unit)), unit);
    const refused = () => writeDiff(profile('seconds'), profile('ns'));
    expect(refused).toThrow(InputError);
    expect(refused).toThrow('ns: counts "cpu" in "ns", seconds in "seconds"');
  });
});
