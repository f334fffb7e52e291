/**
 * Profiles for tests as plain objects: what they are, how `pprof-format` encodes them, random ones,
 * and a table computed from them in the plainest way there is.
 */
import fc from 'fast-check';
import { Profile as Encoded, StringTable } from 'pprof-format';

export interface Line {
  /** Index into functions. */
  readonly f: number;
  readonly line: number;
}

export interface Model {
  readonly types: readonly { readonly type: string; readonly unit: string }[];
  readonly functions: readonly {
    readonly id: number | bigint;
    readonly name: string;
    readonly file: string;
    readonly startLine: number;
  }[];
  readonly mappings: readonly { readonly id: number | bigint; readonly file: string }[];
  /** `mapping` is an index or -1; lines innermost first. */
  readonly locations: readonly {
    readonly id: number | bigint;
    readonly mapping: number;
    readonly lines: readonly Line[];
  }[];
  /** `stack`: indices of locations, leaf first. */
  readonly samples: readonly {
    readonly stack: readonly number[];
    readonly values: readonly number[];
    readonly labels: readonly (readonly [string, string | bigint])[];
  }[];
  readonly dropFrames?: string;
  readonly keepFrames?: string;
}

export function encode(model: Model): Uint8Array {
  const strings = new StringTable();
  const string = (text: string) => strings.dedup(text);
  return new Encoded({
    stringTable: strings,
    sampleType: model.types.map(({ type, unit }) => ({ type: string(type), unit: string(unit) })),
    function: model.functions.map(({ id, name, file, startLine }) => ({
      id,
      name: string(name),
      systemName: string(name),
      filename: string(file),
      startLine,
    })),
    mapping: model.mappings.map(({ id, file }) => ({
      id,
      filename: string(file),
      hasFunctions: true,
    })),
    location: model.locations.map(({ id, mapping, lines }) => ({
      id,
      mappingId: model.mappings[mapping]?.id ?? 0,
      line: lines.map(({ f, line }) => ({ functionId: model.functions[f]?.id ?? 0, line })),
    })),
    sample: model.samples.map(({ stack, values, labels }) => ({
      locationId: stack.map((l) => model.locations[l]?.id ?? 0),
      value: [...values],
      label: labels.map(([key, value]) =>
        typeof value === 'string'
          ? { key: string(key), str: string(value) }
          : { key: string(key), num: value },
      ),
    })),
    dropFrames: string(model.dropFrames ?? ''),
    keepFrames: string(model.keepFrames ?? ''),
  }).encode();
}

/** Names that have broken programs, in few enough kinds that functions share them. */
const NAMES = [
  'main.main',
  'main.work',
  '__proto__',
  'constructor',
  'toString',
  'a | b `c` <script>alert(1)</script>',
  '@org/team',
  '::error::stop',
  'two\nlines\r',
  'x'.repeat(10_000),
  'naïve/χ.λ\u{1f525}',
  '\u0000',
  '',
];

const id = fc.oneof(
  fc.integer({ min: 1, max: 40 }),
  fc.integer({ min: 1, max: 2 ** 31 }),
  fc.bigInt({ min: 1n, max: 2n ** 64n - 1n }),
);

const uniqueIds = (count: number) =>
  fc.oneof(
    fc.constant(Array.from({ length: count }, (_, index) => index + 1)),
    fc.uniqueArray(id, { minLength: count, maxLength: count, selector: (value) => BigInt(value) }),
  );

const value = fc.oneof(
  fc.integer({ min: -3, max: 300 }),
  fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }),
  fc.maxSafeInteger().map((most) => Math.trunc(most / 64)),
);

const label = fc.tuple(
  fc.constantFrom('shard', 'bytes', 'pprof::base'),
  fc.oneof(
    fc.constantFrom('true', 'false', 'a'),
    fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
  ),
);

export const anyModel: fc.Arbitrary<Model> = fc
  .record({
    types: fc.integer({ min: 1, max: 3 }),
    functions: fc.integer({ min: 1, max: 8 }),
    mappings: fc.integer({ min: 0, max: 3 }),
    locations: fc.integer({ min: 1, max: 10 }),
  })
  .chain((count) =>
    fc.record({
      types: fc.uniqueArray(
        fc.record({
          type: fc.constantFrom('samples', 'cpu', 'alloc_space', 'delay', '__proto__', 'odd'),
          unit: fc.constantFrom('count', 'nanoseconds'),
        }),
        { minLength: count.types, maxLength: count.types, selector: ({ type }) => type },
      ),
      functions: uniqueIds(count.functions).chain((ids) =>
        fc.tuple(
          ...ids.map((own) =>
            fc.record({
              id: fc.constant(own),
              name: fc.constantFrom(...NAMES),
              file: fc.constantFrom('', 'a.go', './b//c.go', '/proc/self/cwd/d.go'),
              startLine: fc.constantFrom(0, 3, 70),
            }),
          ),
        ),
      ),
      mappings: uniqueIds(count.mappings).chain((ids) =>
        fc.tuple(
          ...ids.map((own) =>
            fc.record({
              id: fc.constant(own),
              file: fc.constantFrom('', '/bin/app', '/lib/libc.so.6', '[vdso]'),
            }),
          ),
        ),
      ),
      locations: uniqueIds(count.locations).chain((ids) =>
        fc.tuple(
          ...ids.map((own) =>
            fc.record({
              id: fc.constant(own),
              mapping: fc.integer({ min: -1, max: count.mappings - 1 }),
              lines: fc.array(
                fc.record({
                  f: fc.integer({ min: 0, max: count.functions - 1 }),
                  line: fc.constantFrom(0, 1, 7, 2 ** 33),
                }),
                { maxLength: 4 },
              ),
            }),
          ),
        ),
      ),
      samples: fc.array(
        fc.record({
          stack: fc.array(fc.integer({ min: 0, max: count.locations - 1 }), { maxLength: 8 }),
          values: fc.array(value, { minLength: count.types, maxLength: count.types }),
          labels: fc.array(label, { maxLength: 2 }),
        }),
        { maxLength: 12 },
      ),
    }),
  );

export interface PlainTable {
  readonly total: number;
  /** By name: flat, cum. */
  readonly rows: ReadonlyMap<string, readonly [number, number]>;
}

/** The table of one sample type, by the definition: sets and maps, nothing clever. */
export function plainTable(
  model: Model,
  type: number,
  inlines: boolean,
  granularity: 'functions' | 'filefunctions' | 'lines',
): PlainTable {
  const flat = new Map<string, number>();
  const cum = new Map<string, number>();
  let total = 0;
  let baseTotal = 0;
  for (const sample of model.samples) {
    const amount = sample.values[type] ?? 0;
    total += Math.abs(amount);
    if (sample.labels.some(([key, text]) => key === 'pprof::base' && text === 'true')) {
      baseTotal += Math.abs(amount);
    }
    const frames = sample.stack.flatMap((l) => frameNames(model, l, inlines, granularity));
    const [leaf] = frames;
    if (leaf !== undefined) {
      flat.set(leaf, (flat.get(leaf) ?? 0) + amount);
    }
    for (const frame of new Set(frames)) {
      cum.set(frame, (cum.get(frame) ?? 0) + amount);
    }
  }
  const rows = new Map<string, readonly [number, number]>();
  for (const [name, sum] of cum) {
    if (sum !== 0 || (flat.get(name) ?? 0) !== 0) {
      rows.set(name, [flat.get(name) ?? 0, sum]);
    }
  }
  return { total: baseTotal > 0 ? baseTotal : total, rows };
}

function frameNames(
  model: Model,
  l: number,
  inlines: boolean,
  granularity: 'functions' | 'filefunctions' | 'lines',
): string[] {
  const location = model.locations[l];
  const binary = model.mappings[location?.mapping ?? -1]?.file ?? '';
  const nowhere = binary === '' ? '<unknown>' : `[${binary.split('/').at(-1)}]`;
  const lines = location?.lines ?? [];
  if (lines.length === 0) {
    return [nowhere];
  }
  return (inlines ? lines : lines.slice(-1)).map(({ f, line }) => {
    const { name = '', file = '' } = model.functions[f] ?? {};
    const clean = { './b//c.go': 'b/c.go', '/proc/self/cwd/d.go': 'd.go' }[file] ?? file;
    const place = granularity === 'lines' && line !== 0 ? `${clean}:${line}` : clean;
    const parts = granularity === 'functions' ? [name] : [name, place];
    if (name === '' && (granularity === 'functions' || file === '')) {
      return nowhere;
    }
    return parts.filter((part) => part !== '').join(' ');
  });
}
