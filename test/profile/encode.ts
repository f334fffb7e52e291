/**
 * Writes profile.proto by hand, for files that no encoder would write: wrong wire types, missing
 * parts, unpacked lists. Each function gives the bytes of what it is named after.
 */

export type Bytes = readonly number[];

export function varint(value: number | bigint): Bytes {
  let rest = BigInt.asUintN(64, BigInt(value));
  const bytes: number[] = [];
  while (rest > 127n) {
    bytes.push(Number(rest & 127n) | 128);
    rest >>= 7n;
  }
  return [...bytes, Number(rest)];
}

export const number = (field: number, value: number | bigint): Bytes => [
  ...varint(field * 8),
  ...varint(value),
];

export const chunk = (field: number, content: Bytes): Bytes => [
  ...varint(field * 8 + 2),
  ...varint(content.length),
  ...content,
];

export const message = (field: number, ...fields: readonly Bytes[]): Bytes =>
  chunk(field, fields.flat());

export const packed = (field: number, values: readonly (number | bigint)[]): Bytes =>
  chunk(field, values.flatMap(varint));

export const string = (text: string): Bytes => chunk(6, [...Buffer.from(text)]);

export const sampleType = (type: number, unit: number): Bytes =>
  message(1, number(1, type), number(2, unit));

export const sample = (
  locations: readonly (number | bigint)[],
  values: readonly (number | bigint)[],
  ...labels: readonly Bytes[]
): Bytes => message(2, packed(1, locations), packed(2, values), ...labels);

export const mapping = (id: number | bigint, file: number): Bytes =>
  message(3, number(1, id), number(5, file));

/** Lines are pairs of function id and line number, innermost first. */
export const location = (
  id: number | bigint,
  mappingId: number | bigint,
  lines: readonly (readonly [number | bigint, number])[],
): Bytes =>
  message(
    4,
    number(1, id),
    number(2, mappingId),
    number(3, 0x401000),
    ...lines.map(([functionId, line]) => message(4, number(1, functionId), number(2, line))),
  );

export const func = (id: number | bigint, name: number, file: number): Bytes =>
  message(5, number(1, id), number(2, name), number(3, name), number(4, file), number(5, 10));

export const file = (...parts: readonly Bytes[]): Uint8Array => Uint8Array.from(parts.flat());

/** The parts of a small profile that is whole: three functions, two samples, one inlined call. */
export const SMALL = {
  types: [sampleType(1, 2), sampleType(3, 4)],
  samples: [
    sample([1, 2], [3, 30_000_000]),
    sample([2], [1, 10_000_000], message(3, number(1, 8), number(2, 9))),
  ],
  mappings: [mapping(1, 5)],
  locations: [
    location(1, 1, [
      [1, 12],
      [2, 34],
    ]),
    location(2, 1, [[3, 56]]),
  ],
  functions: [func(1, 6, 10), func(2, 7, 10), func(3, 11, 10)],
  strings: [
    '',
    'samples',
    'count',
    'cpu',
    'nanoseconds',
    '/bin/app',
    'main.inner',
    'main.outer',
    'shard',
    'a',
    'main.go',
    'main.main',
  ].map(string),
  header: [
    number(9, 1_700_000_000_000_000_000n),
    number(10, 5_000_000_000),
    number(12, 10_000_000),
  ],
};

/** Its messages in the order of Go's runtime, which writes the strings last. */
export const smallParts = (): Bytes[] => [
  ...SMALL.types,
  ...SMALL.header,
  ...SMALL.samples,
  ...SMALL.mappings,
  ...SMALL.locations,
  ...SMALL.functions,
  ...SMALL.strings,
];

export const small = (): Uint8Array => file(...smallParts());
