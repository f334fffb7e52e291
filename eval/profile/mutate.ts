/**
 * Damaged profiles without end: input number i is made from recorded and built profiles by one to
 * three mutations, the same on every machine. Used by fuzz.ts, and by the tests for a short run.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';

/** A small seeded generator (mulberry32): whole numbers from 0 to below `bound`. */
export type Random = (bound: number) => number;

export function random(seed: number): Random {
  let state = seed | 0;
  return (bound) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4_294_967_296) * bound);
  };
}

export interface Seed {
  readonly name: string;
  readonly raw: Buffer;
  readonly gzip: Buffer;
}

const inputs = join(import.meta.dirname, '../../test/golden/pprof/in');
const producers = join(import.meta.dirname, '../../test/profile/producers');
const callgrind = join(import.meta.dirname, '../../test/formats/profiles/callgrind');

/** What Go recorded, of every kind, a profile with what Go does not write, and other tools' files. */
export function seeds(): Seed[] {
  const recorded = readdirSync(inputs)
    .filter((name) => name.endsWith('.pprof'))
    .sort()
    .map((name) => {
      const gzip = readFileSync(join(inputs, name));
      return { name, raw: gunzipSync(gzip), gzip };
    });
  const others = readdirSync(producers)
    .filter((name) => /\.(?:\w*profile|script|raw|json|collapsed)$/.test(name))
    .sort()
    .map((name) => {
      const raw = readFileSync(join(producers, name));
      return { name, raw, gzip: gzipSync(raw) };
    });
  const counted = ['tiny', 'tiny-instr'].map((name) => {
    const gzip = readFileSync(join(callgrind, `${name}.callgrind.gz`));
    return { name: `${name}.callgrind`, raw: gunzipSync(gzip), gzip };
  });
  const raw = unusual();
  return [...recorded, { name: 'unusual', raw, gzip: gzipSync(raw) }, ...others, ...counted];
}

const varint = (value: bigint): number[] => {
  const bytes: number[] = [];
  let rest = BigInt.asUintN(64, value);
  for (; rest > 127n; rest >>= 7n) bytes.push(Number(rest & 127n) | 128);
  return [...bytes, Number(rest)];
};
const number = (field: number, value: bigint | number): number[] => [
  ...varint(BigInt(field * 8)),
  ...varint(BigInt(value)),
];
const chunk = (field: number, content: readonly number[]): number[] => [
  ...varint(BigInt(field * 8 + 2)),
  ...varint(BigInt(content.length)),
  ...content,
];
const text = (value: string): number[] => chunk(6, [...Buffer.from(value)]);

/** Wide ids, unpacked lists, labels, frames to drop, unknown fields, fixed-width fields. */
function unusual(): Buffer {
  const wide = 0xfedc_ba98_7654_3210n;
  return Buffer.from([
    ...chunk(1, [...number(1, 1), ...number(2, 2)]),
    ...chunk(1, [...number(1, 3), ...number(2, 4)]),
    ...chunk(2, [...number(1, wide), ...number(1, 7), ...number(2, 3), ...number(2, -5n)]),
    ...chunk(2, [
      ...chunk(1, [7, ...varint(wide)]),
      ...chunk(2, [1, 9]),
      ...chunk(3, [...number(1, 5), ...number(2, 6)]),
      ...chunk(3, [...number(1, 5), ...number(3, 2n ** 62n), ...number(4, 2)]),
    ]),
    ...chunk(3, [...number(1, wide), ...number(2, 2n ** 63n), ...number(5, 8), ...number(6, 9)]),
    ...chunk(4, [
      ...number(1, wide),
      ...number(2, wide),
      ...chunk(4, [...number(1, 5), ...number(2, 2n ** 33n)]),
      ...chunk(4, [...number(1, wide), ...number(2, 12)]),
    ]),
    ...chunk(4, [...number(1, 7), ...number(3, 4096)]),
    ...chunk(5, [...number(1, 5), ...number(2, 10), ...number(4, 11), ...number(5, 3)]),
    ...chunk(5, [...number(1, wide), ...number(2, 12), ...number(3, 12)]),
    ...[
      '',
      'samples',
      'count',
      'cpu',
      'nanoseconds',
      'shard',
      'a',
      'main[.].*',
      '/bin/app',
    ].flatMap(text),
    ...['id', 'main.main', 'main.go', 'operator()(int)'].flatMap(text),
    ...number(7, 7),
    ...number(9, 1_700_000_000_000_000_000n),
    ...number(12, 10_000_000),
    ...number(13, 10),
    ...chunk(90, [1, 2, 3]),
    ...[...varint(91n * 8n + 1n), 1, 2, 3, 4, 5, 6, 7, 8],
    ...[...varint(92n * 8n + 5n), 1, 2, 3, 4],
  ]);
}

/** Numbers at which programs break. */
const EXTREMES = [
  ...[0n, 1n, 127n, 128n, 2n ** 31n - 1n, 2n ** 31n, 2n ** 32n, 2n ** 53n, 2n ** 63n - 1n, -1n],
].map(varint);
const OVERLONG = [Array<number>(10).fill(0xff), Array<number>(11).fill(0x80)];

interface Field {
  readonly start: number;
  /** Where its content begins, and where it ends. */
  readonly content: number;
  readonly end: number;
}

/** The fields from `start` to `end`, as far as they can be read. */
function fields(bytes: Uint8Array, start: number, end: number): Field[] {
  const found: Field[] = [];
  let at = start;
  const next = (): number => {
    let value = 0;
    for (let shift = 0; at < end && shift < 35; shift += 7) {
      const byte = bytes[at++] as number;
      value += (byte & 127) * 2 ** shift;
      if (byte < 128) return value;
    }
    return Number.NaN;
  };
  while (at < end) {
    const begin = at;
    const wire = next() % 8;
    let content = at;
    if (wire === 0) {
      while (at < end && (bytes[at] as number) > 127) at++;
      at++;
    } else if (wire === 2) {
      const length = next();
      content = at;
      at += length;
    } else {
      at += wire === 1 ? 8 : 4;
    }
    if (!(at <= end)) return found;
    found.push({ start: begin, content, end: at });
  }
  return found;
}

const put = (
  bytes: Buffer,
  at: number,
  remove: number,
  insert: readonly number[] | Buffer,
): Buffer =>
  Buffer.concat([bytes.subarray(0, at), Buffer.from(insert), bytes.subarray(at + remove)]);

type Mutation = (bytes: Buffer, pick: Random, other: Buffer) => Buffer;

function flips(bytes: Buffer, pick: Random): Buffer {
  const changed = Buffer.from(bytes);
  for (let n = 1 + pick(8); n > 0 && changed.length > 0; n--) {
    const at = pick(changed.length);
    changed[at] = (changed[at] as number) ^ (1 << pick(8));
  }
  return changed;
}

const truncation: Mutation = (bytes, pick) => bytes.subarray(0, pick(bytes.length + 1));

const splice: Mutation = (bytes, pick, other) => {
  const from = pick(other.length + 1);
  const part = other.subarray(from, from + pick(200));
  return put(bytes, pick(bytes.length + 1), pick(2) * pick(200), part);
};

const numbers: Mutation = (bytes, pick) => {
  const all = [...EXTREMES, ...OVERLONG];
  return put(bytes, pick(bytes.length + 1), pick(3), all[pick(all.length)] ?? []);
};

const DECIMALS = ['-1', '0', '1e999', '9007199254740992', '0.5', '99999999999', '""', 'null', '[]'];

/** A number written in digits, of the many that texts have. */
const digits: Mutation = (bytes, pick) => {
  const from = pick(bytes.length + 1);
  const found = /\d+/.exec(bytes.toString('latin1', from, from + 2000));
  if (found === null) return bytes;
  const other = Buffer.from(DECIMALS[pick(DECIMALS.length)] ?? '');
  return put(bytes, from + found.index, found[0].length, other);
};

/** A field of the file, or of a message in it. */
function anyField(bytes: Buffer, pick: Random): Field | undefined {
  const whole = fields(bytes, 0, bytes.length);
  const outer = whole[pick(whole.length)];
  if (outer === undefined || pick(2) === 0) return outer;
  const within = fields(bytes, outer.content, outer.end);
  return within[pick(within.length)] ?? outer;
}

const lengths: Mutation = (bytes, pick) => {
  const field = anyField(bytes, pick);
  if (field === undefined) return bytes;
  const [at, size] = [field.start + 1, Math.max(0, field.content - field.start - 1)];
  const length = field.end - field.content + pick(5) - 2;
  const value = pick(3) === 0 ? (EXTREMES[pick(EXTREMES.length)] ?? []) : varint(BigInt(length));
  return put(bytes, at, size, value);
};

const structure: Mutation = (bytes, pick) => {
  const [one, two] = [anyField(bytes, pick), anyField(bytes, pick)];
  if (one === undefined || two === undefined) return bytes;
  const copy = bytes.subarray(two.start, two.end);
  switch (pick(5)) {
    case 0:
      return put(bytes, one.start, one.end - one.start, []);
    case 1:
      return put(bytes, one.start, 0, copy);
    case 2:
      return put(bytes, one.start, one.end - one.start, copy);
    case 3:
      return put(bytes, one.start, 1, [pick(256)]);
    default:
      return put(bytes, one.content, one.end - one.content, EXTREMES[pick(EXTREMES.length)] ?? []);
  }
};

const MUTATIONS: readonly Mutation[] = [
  ...[flips, truncation, splice, numbers, lengths, structure],
  digits,
];

/** What only a gzip file can suffer; its content is whole, or mutated before. */
function wrapping(bytes: Buffer, gzip: Buffer, pick: Random): Buffer {
  const size = Buffer.alloc(4);
  switch (pick(6)) {
    case 0:
      return Buffer.concat([gzip, gzipSync(bytes)]);
    case 1:
      return Buffer.concat([gzip, bytes.subarray(0, pick(40))]);
    case 2:
      size.writeUInt32LE(pick(2 ** 31));
      return Buffer.concat([gzip.subarray(0, -4), size]);
    case 3:
      return gzipSync(gzip);
    case 4:
      return gzipSync(Buffer.alloc(pick(1 << 12) << 12));
    default:
      return gzipSync(bytes, { level: 1 });
  }
}

/** Input number `i` of a run. One in thirteen is gzip, damaged inside or outside. */
export function mutated(all: readonly Seed[], run: number, i: number): Buffer {
  const pick = random(Math.imul(run, 0x9e37_79b1) ^ Math.imul(i + 1, 0x85eb_ca6b));
  const seed = all[pick(all.length)] as Seed;
  const other = (all[pick(all.length)] as Seed).raw;
  const mutate = (bytes: Buffer): Buffer => {
    let changed = bytes;
    for (let n = 1 + Math.max(0, pick(6) - 3); n > 0; n--) {
      changed = (MUTATIONS[pick(MUTATIONS.length)] as Mutation)(changed, pick, other);
    }
    return changed;
  };
  switch (pick(40)) {
    case 0:
      return mutate(seed.gzip);
    case 1:
      return gzipSync(mutate(seed.raw), { level: 1 });
    case 2:
      return wrapping(seed.raw, seed.gzip, pick);
    default:
      return mutate(seed.raw);
  }
}
