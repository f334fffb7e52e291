/** What the reader takes, and what it refuses, byte by byte. The numbers are for table.test.ts. */
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readProfile } from '../../../../src/formats/profiles/pprof/read.ts';
import { InputError } from '../../../../src/model/error.ts';
import { type Profile, text, word64 } from '../../../../src/profile/profile.ts';
import { functionTable } from '../../../../src/profile/table.ts';
import * as e from '../../../profile/encode.ts';

const read = (bytes: Uint8Array): Profile => readProfile(bytes, { file: 'p.pprof' });

function refusal(bytes: Uint8Array, maxInflated?: number): InputError {
  try {
    readProfile(bytes, { file: 'p.pprof', ...(maxInflated && { maxInflated }) });
  } catch (error) {
    if (error instanceof InputError) {
      return error;
    }
    throw error;
  }
  throw new Error('the reader took it');
}

const flatTable = (profile: Profile) =>
  functionTable(profile).functions.map(({ name, flat, cum }) => [name, flat, cum]);

const SMALL_TABLE = [
  ['main.inner', 30_000_000, 30_000_000],
  ['main.main', 10_000_000, 40_000_000],
  ['main.outer', 0, 30_000_000],
];

describe('a profile', () => {
  it('is read whole, raw or gzipped', () => {
    for (const bytes of [e.small(), gzipSync(e.small())]) {
      const profile = read(bytes);
      expect(profile.sampleTypes).toEqual([
        { type: 'samples', unit: 'count' },
        { type: 'cpu', unit: 'nanoseconds' },
      ]);
      expect(profile.timeNanos).toBe(1_700_000_000_000_000_000n);
      expect(profile.period).toBe(10_000_000);
      expect([...profile.samples.locations]).toEqual([0, 1, 1]);
      expect([...profile.samples.locationStart]).toEqual([0, 2, 3]);
      expect([...profile.samples.values]).toEqual([3, 30_000_000, 1, 10_000_000]);
      expect([...profile.samples.labels.start]).toEqual([0, 0, 1]);
      expect([...profile.locations.lineStart]).toEqual([0, 2, 3]);
      expect(text(profile.strings, profile.mappings.file[0] ?? 0)).toBe('/bin/app');
      expect(word64(profile.locations.address, 1)).toBe(0x401000n);
      expect(flatTable(profile)).toEqual(SMALL_TABLE);
    }
  });

  it('may have its messages in any order', () => {
    const strings = e.SMALL.strings.map((part) => [...part]);
    const parts = e.smallParts().slice(2, -strings.length).reverse();
    const bytes = e.file(...strings, ...parts, ...e.SMALL.types);
    expect(flatTable(read(bytes))).toEqual(SMALL_TABLE);
  });

  it('may have lists unpacked, or packed in several pieces', () => {
    const unpacked = [
      e.message(2, e.number(1, 1), e.number(2, 3), e.number(1, 2), e.number(2, 30_000_000)),
      e.message(2, e.packed(1, []), e.packed(1, [2]), e.packed(2, [1]), e.packed(2, [10_000_000])),
    ];
    const parts = { ...e.SMALL, samples: unpacked };
    expect(flatTable(read(e.file(...Object.values(parts).flat())))).toEqual(SMALL_TABLE);
  });

  it.each([
    ['a varint', e.number(16, 5)],
    ['64 bits', [...e.varint(99 * 8 + 1), 1, 2, 3, 4, 5, 6, 7, 8]],
    ['a chunk', e.chunk(1_000_000, [0xff, 0xff])],
    ['32 bits', [...e.varint(2 ** 29 * 8 - 3), 1, 2, 3, 4]],
    ['a field number beyond 32 bits', e.number(2 ** 40, 5)],
  ])('may have unknown fields of any number: %s', (_, unknown) => {
    const [samples, locations] = [
      [...e.SMALL.samples, e.message(2, unknown, e.packed(1, [2]), e.packed(2, [0, 0]))],
      [...e.SMALL.locations, e.message(4, e.number(1, 3), unknown)],
    ];
    const bytes = e.file(unknown, ...Object.values({ ...e.SMALL, samples, locations }).flat());
    expect(flatTable(read(bytes))).toEqual(SMALL_TABLE);
  });

  it.each([
    ['1, 2, 3', [1, 2], [1, 2, 3]],
    ['out of order', [2, 1], [3, 1, 2]],
    ['with gaps', [7, 900], [20, 5, 70]],
    ['far apart', [2 ** 30, 1], [2 ** 31 - 1, 1, 2 ** 29]],
    ['of 64 bits', [2n ** 64n - 1n, 2n ** 31n], [2n ** 32n, 2n ** 63n, 2n ** 32n + 1n]],
    ['small and wide', [1, 2n ** 53n + 1n], [2n ** 53n, 2n ** 53n + 1n, 3]],
  ] as const)('may have ids %s', (_, [first, second], [inner, outer, main]) => {
    const bytes = e.file(
      ...e.SMALL.types,
      e.sample([first, second], [3, 30_000_000]),
      e.sample([second], [1, 10_000_000]),
      e.mapping(2n ** 40n, 5),
      e.location(first, 2n ** 40n, [
        [inner, 12],
        [outer, 34],
      ]),
      e.location(second, 0, [[main, 56]]),
      e.func(inner, 6, 10),
      e.func(outer, 7, 10),
      e.func(main, 11, 10),
      ...e.SMALL.strings,
    );
    const profile = read(bytes);
    expect(flatTable(profile)).toEqual(SMALL_TABLE);
    expect([...profile.locations.mapping]).toEqual([0, -1]);
  });

  it('may have negative values and lines, and numbers of any length up to 2^53 - 1', () => {
    const most = Number.MAX_SAFE_INTEGER;
    const values = [
      -1,
      -most,
      most,
      0,
      127,
      128,
      2 ** 28 - 1,
      2 ** 28,
      -(2 ** 31),
      2 ** 35,
      2 ** 49,
    ];
    const bytes = e.file(
      e.sampleType(1, 1),
      ...values.map((value) => e.sample([], [value])),
      e.message(4, e.number(1, 1), e.message(4, e.number(1, 1), e.number(2, -7))),
      e.func(1, 1, 1),
      e.string(''),
      e.string('x'),
    );
    const profile = read(bytes);
    expect([...profile.samples.values]).toEqual(values);
    expect(profile.locations.lineNumber[0]).toBe(-7);
  });

  it('may have numeric labels of 64 bits', () => {
    const label = e.message(3, e.number(1, 1), e.number(3, -(2n ** 63n)), e.number(4, 1));
    const bytes = e.file(
      e.sampleType(1, 1),
      e.sample([], [1], label),
      e.string(''),
      e.string('id'),
    );
    const { labels } = read(bytes).samples;
    expect(word64(labels.number, 0)).toBe(-(2n ** 63n));
  });

  it('may have strings that are not UTF-8', () => {
    const bytes = e.file(e.sampleType(1, 1), e.string(''), e.chunk(6, [0x61, 0xff, 0xc3]));
    expect(read(bytes).sampleTypes[0]?.type).toBe('a\ufffd\ufffd');
  });

  it('may be empty of samples, and may have a sample type twice', () => {
    const bytes = e.file(...e.SMALL.types, ...e.SMALL.types, ...e.SMALL.strings);
    expect(functionTable(read(bytes))).toMatchObject({ total: 0, samples: 0, functions: [] });
  });

  it('may be several gzip members in a row, as gzip and Go read them', () => {
    const bytes = e.small();
    const parts = [bytes.subarray(0, 40), bytes.subarray(40)].map((part) => gzipSync(part));
    expect(flatTable(read(Buffer.concat(parts)))).toEqual(SMALL_TABLE);
  });

  it('is not written to', () => {
    const bytes = e.small();
    const before = [...bytes];
    functionTable(read(bytes));
    expect([...bytes]).toEqual(before);
  });
});

describe('a damaged profile is refused:', () => {
  const whole = (change: Partial<typeof e.SMALL>) =>
    e.file(...Object.values({ ...e.SMALL, ...change }).flat());
  const sampleWith = (...fields: e.Bytes[]) => whole({ samples: [e.message(2, ...fields)] });

  it.each<[string, Uint8Array, RegExp]>([
    ['empty', Uint8Array.of(), /^p\.pprof: byte 0: the file is empty/],
    ['a varint of 11 bytes', sampleWith([0x08, ...Array(10).fill(0x80), 1]), /bad varint/],
    ['group start', sampleWith([0x0b]), /wire type 3/],
    ['group end', sampleWith([0x0c]), /wire type 4/],
    ['wire type 6', sampleWith([0x0e]), /wire type 6/],
    ['wire type 7', e.file(...e.SMALL.types, [0x0f]), /wire type 7/],
    [
      'field number 0',
      e.file(e.small().length > 0 ? [...e.small()] : [], [0, 0]),
      /field number 0/,
    ],
    ['values as 64 bits', sampleWith([0x11, 0, 0, 0, 0, 0, 0, 0, 0]), /field 2 has wire type 1/],
    [
      'a sample that is a number',
      e.file(...e.SMALL.types, e.number(2, 1)),
      /field 2 has wire type 0/,
    ],
    ['a string that is a number', e.file(e.number(6, 1)), /field 6 has wire type 0/],
    [
      'a mapping flag that is a chunk',
      whole({ mappings: [e.message(3, e.chunk(7, []))] }),
      /field 7/,
    ],
    [
      'a chunk past its message',
      sampleWith(e.packed(1, [1, 2]).slice(0, -1)),
      /a field of 2 bytes where 1/,
    ],
    [
      'a number past its list',
      sampleWith(e.chunk(1, [0x81]), e.packed(2, [1, 1])),
      /inside a number/,
    ],
    ['a value past its list', sampleWith(e.chunk(2, [0x81]), e.packed(1, [1])), /inside a number/],
    ['32 bits cut', e.file(...e.SMALL.types, [0x85, 1, 1, 2, 3]), /inside a field of 4 bytes/],
    ['no sample types', whole({ types: [] }), /no sample types/],
    ['nothing but strings', e.file(e.string('')), /no sample types/],
    [
      'one value for two types',
      whole({ samples: [e.sample([1], [5])] }),
      /a sample with 1 values, and 2 sample types/,
    ],
    [
      'unequal values',
      whole({ samples: [e.sample([1], [5, 5]), e.sample([1], [5])] }),
      /a sample with 1 values/,
    ],
    [
      'a value beyond 2^53',
      whole({ samples: [e.sample([1], [1, 2n ** 53n])] }),
      /9007199254740992 .*exactly/,
    ],
    [
      'a value of -2^63',
      whole({ samples: [e.sample([1], [1, -(2n ** 63n)])] }),
      /-9223372036854775808/,
    ],
    [
      'a dangling location',
      whole({ samples: [e.sample([9], [1, 1])] }),
      /a sample names location 9,/,
    ],
    ['location 0', whole({ samples: [e.sample([0], [1, 1])] }), /a sample names location 0,/],
    [
      'a dangling wide location',
      whole({ samples: [e.sample([2n ** 40n], [1, 1])] }),
      /location 1099511627776,/,
    ],
    ['a dangling function', whole({ functions: [] }), /a location names function 1,/],
    [
      'a line without function',
      whole({ locations: [e.message(4, e.number(1, 1), e.message(4, e.number(2, 5)))] }),
      /function 0,|location 2/,
    ],
    ['a dangling mapping', whole({ mappings: [] }), /a location names mapping 1,/],
    [
      'two locations of one id',
      whole({ locations: [...e.SMALL.locations, e.location(2, 1, [])] }),
      /two locations with the id 2/,
    ],
    [
      'two functions of one id',
      whole({ functions: [...e.SMALL.functions, e.func(3, 1, 1)] }),
      /two functions with the id 3/,
    ],
    [
      'two mappings of one wide id',
      whole({ mappings: [e.mapping(1, 1), e.mapping(2n ** 63n, 1), e.mapping(2n ** 63n, 1)] }),
      /two mappings with the id 9223372036854775808/,
    ],
    [
      'a location without id',
      whole({ locations: [...e.SMALL.locations, e.location(0, 1, [])] }),
      /a location without an id/,
    ],
    [
      'a function without id',
      whole({ functions: [...e.SMALL.functions, e.message(5, e.number(2, 1))] }),
      /a function without an id/,
    ],
    [
      'a mapping without id',
      whole({ mappings: [...e.SMALL.mappings, e.message(3)] }),
      /a mapping without an id/,
    ],
    [
      'a name out of range',
      whole({ functions: [e.func(1, 6, 1), e.func(2, 99, 1), e.func(3, 1, 1)] }),
      /name of a function is string 99, and the string table has 12/,
    ],
    [
      'a negative string',
      whole({ functions: [e.func(1, -1, 1), e.func(2, 1, 1), e.func(3, 1, 1)] }),
      /outside any string table/,
    ],
    [
      'a file out of range',
      whole({ functions: [e.func(1, 6, 12), e.func(2, 1, 1), e.func(3, 1, 1)] }),
      /file of a function is string 12/,
    ],
    ['a mapping file out of range', whole({ mappings: [e.mapping(1, 40)] }), /file of a mapping/],
    [
      'a label out of range',
      whole({ samples: [e.sample([1], [1, 1], e.message(3, e.number(1, 77)))] }),
      /a label is string 77/,
    ],
    [
      'a type out of range',
      whole({ types: [e.sampleType(1, 2), e.sampleType(50, 4)] }),
      /a sample type is string 50/,
    ],
    [
      'a comment out of range',
      whole({ header: [e.packed(13, [0, 44])] }),
      /a comment is string 44/,
    ],
    ['drop_frames out of range', whole({ header: [e.number(7, 44)] }), /drop_frames is string 44/],
    ['no string table', whole({ strings: [] }), /the string table has 0/],
    [
      'a first string that is not empty',
      whole({ strings: e.SMALL.strings.slice(1) }),
      /first string .* is not empty/,
    ],
    ['two profiles in one file', e.file([...e.small()], [...e.small()]), /concatenated profiles/],
    [
      'two profiles without a time',
      e.file(...Array(2).fill(Object.values({ ...e.SMALL, header: [] }).flat(2))),
      /two mappings with the id 1/,
    ],
    [
      'too many sample types',
      whole({ types: Array(1001).fill(e.sampleType(1, 1)) }),
      /more than 1000 sample types/,
    ],
  ])('%s', (_, bytes, message) => {
    expect(refusal(bytes).message).toMatch(message);
    expect(refusal(bytes).file).toBe('p.pprof');
    // The same inside gzip, except that nothing compressed is still something.
    if (bytes.length > 0) {
      expect(refusal(gzipSync(bytes)).message).toMatch(message);
    }
  });

  it('a number past its list, even where it would be the id of a location', () => {
    const locations = Array.from({ length: 3000 }, (_, index) => e.location(index + 1, 1, []));
    // 0x81 and the next field's tag, 0x12, make 2305.
    const samples = [e.message(2, e.chunk(1, [0x81]), e.packed(2, [1, 1]))];
    expect(refusal(whole({ locations, samples })).message).toMatch(/inside a number/);
  });

  it('and the byte named is where the message at fault begins', () => {
    const parts = [...e.SMALL.types, ...e.SMALL.samples, e.sample([9], [1, 1])];
    const { mappings, locations, functions, strings } = e.SMALL;
    const bytes = e.file(...parts, ...mappings, ...locations, ...functions, ...strings);
    const start = parts.slice(0, -1).flat().length;
    expect(refusal(bytes).byte).toBe(start);
    expect(refusal(bytes).message).toContain(`p.pprof: byte ${start}: `);
  });
});

describe('something else is refused by name:', () => {
  const words = (size: 4 | 8, little: boolean): Uint8Array => {
    const view = new DataView(new ArrayBuffer(10 * size));
    for (const [index, word] of [0, 3, 0, 10_000, 0, 1, 1, 0x401000, 0, 1].entries()) {
      if (size === 4) {
        view.setUint32(index * 4, word, little);
      } else {
        view.setBigUint64(index * 8, BigInt(word), little);
      }
    }
    return new Uint8Array(view.buffer);
  };
  it.each<[string, string | Uint8Array, RegExp]>([
    ['JSON', '{"error": "not found"}', /JSON/],
    ['JSON after a newline', '\n[1, 2]', /JSON/],
    ['HTML', '<!DOCTYPE html><html>', /HTML/],
    ['XML', '<?xml version="1.0"?>', /XML/],
    ['text', 'BenchmarkEncode-8 1000 123 ns/op\n', /text that begins "BenchmarkEncode-8 1000/],
    ['white space', '\n\n', /white space only/],
    [
      'a heap profile in text',
      'heap profile: 1: 2 [3: 4] @ heap/1048576\n',
      /old text format.*pprof -proto/,
    ],
    ['a contention profile in text', '--- contention:\ncycles/second=1\n', /contention.*debug=1/],
    ['a mutex profile in text', '--- mutex:\ncycles/second=1\n', /contention.*debug=1/],
    ['a goroutine profile in text', 'goroutine profile: total 7\n1 @ 0x1\n', /goroutine.*debug=1/],
    ['a dump of goroutines', 'goroutine 1 [running]:\nmain.main()\n', /debug=2/],
    ['a thread dump', '--- threadz 1 ---\n', /legacy text profile/],
    ['gperftools, 64 bits', words(8, true), /gperftools.*pprof -proto/],
    ['gperftools, 32 bits', words(4, true), /gperftools/],
    ['gperftools, big endian', words(8, false), /gperftools/],
    ['perf.data', 'PERFILE2\x68\0\0\0', /perf_to_profile/],
    ['a zip', 'PK\x03\x04\x14\0\0\0', /zip archive/],
    ['zstd', Uint8Array.of(0x28, 0xb5, 0x2f, 0xfd, 1, 2), /zstd/],
    ['gzip in gzip', gzipSync(gzipSync(e.small())), /gzip inside gzip/],
    ['a program', '\x7fELF\x02\x01\x01', /program/],
    ['a Git LFS pointer', 'version https://git-lfs.github.com/spec/v1\n', /git lfs pull/],
    ['nothing in gzip', gzipSync(Buffer.alloc(0)), /gzip data hold nothing/],
  ])('%s', (_, content, message) => {
    const bytes = typeof content === 'string' ? Buffer.from(content, 'latin1') : content;
    expect(refusal(bytes).message).toMatch(message);
  });
});

describe('a profile cut anywhere', () => {
  it('is refused at each byte where the strings come last, as Go writes them', () => {
    const bytes = e.small();
    for (let length = 0; length < bytes.length; length++) {
      expect(() => read(bytes.subarray(0, length)), `cut at ${length}`).toThrow(InputError);
    }
  });

  it('is refused at each byte, but for whole optional fields after the last string used', () => {
    // As pprof writes: after the strings come time, duration and period. No reader can know that
    // they were there; what they say is lost, and no table needs it but for counting stacks.
    const body = e.file(...Object.values({ ...e.SMALL, header: [] }).flat());
    const bytes = e.file([...body], ...e.SMALL.header);
    const ends = e.SMALL.header.map(
      (_, index) => body.length + e.SMALL.header.slice(0, index).flat().length,
    );
    const taken: number[] = [];
    for (let length = 0; length < bytes.length; length++) {
      try {
        expect(flatTable(read(bytes.subarray(0, length)))).toEqual(SMALL_TABLE);
        taken.push(length);
      } catch (error) {
        expect(error, `cut at ${length}`).toBeInstanceOf(InputError);
      }
    }
    expect(taken).toEqual(ends);
  });

  it('is refused at each byte of its gzip form', () => {
    const bytes = gzipSync(e.small());
    for (let length = 0; length < bytes.length; length++) {
      expect(() => read(bytes.subarray(0, length)), `cut at ${length}`).toThrow(InputError);
    }
    expect(refusal(bytes.subarray(0, -1)).message).toMatch(/truncated gzip data/);
    expect(refusal(bytes.subarray(0, 3)).message).toMatch(/truncated gzip data/);
  });
});

describe('gzip', () => {
  it('that inflates beyond the limit is refused, without inflating it all', () => {
    const bomb = gzipSync(Buffer.alloc(20_000_000));
    expect(bomb.length).toBeLessThan(30_000);
    expect(refusal(bomb, 1_000_000).message).toMatch(
      /more than the limit of 1000000 bytes; a gzip bomb/,
    );
  });

  it('at the limit is read, one byte above is not', () => {
    const bytes = e.small();
    expect(readProfile(gzipSync(bytes), { file: 'p', maxInflated: bytes.length }).file).toBe('p');
    expect(refusal(gzipSync(bytes), bytes.length - 1).message).toMatch(/limit of/);
    expect(refusal(bytes, bytes.length - 1).message).toMatch(/limit of/);
  });

  it.each([0, 1, 0xffffffff])(
    'whose trailer claims %i bytes is refused, not believed',
    (claimed) => {
      const bytes = gzipSync(e.small());
      bytes.writeUInt32LE(claimed, bytes.length - 4);
      expect(refusal(bytes).message).toMatch(/damaged gzip data \(incorrect length check\)/);
    },
  );

  it('with a flipped bit is refused', () => {
    const bytes = gzipSync(e.small());
    for (let at = 10; at < bytes.length; at++) {
      const flipped = Uint8Array.from(bytes);
      flipped[at] = (flipped[at] ?? 0) ^ 4;
      expect(() => read(flipped), `bit of byte ${at}`).toThrow(InputError);
    }
  });

  it.each([
    ['zeros', Buffer.alloc(5)],
    ['one byte', Buffer.from('x')],
    ['text', Buffer.from('and some more text after it')],
    ['a second member cut', gzipSync('more').subarray(0, 12)],
  ])('followed by %s is refused, as Go does', (_, tail) => {
    expect(() => read(Buffer.concat([gzipSync(e.small()), tail]))).toThrow(InputError);
  });
});
