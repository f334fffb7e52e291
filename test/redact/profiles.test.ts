/** What a profile loses before it is stored, and that its tables do not change. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readProfile } from '../../src/formats/profiles/pprof/read.ts';
import { readTable } from '../../src/formats/profiles/readtable.ts';
import { InputError } from '../../src/model/error.ts';
import { text } from '../../src/profile/profile.ts';
import { type ProfileRedaction, redactPprof, redactProfile } from '../../src/redact/profiles.ts';
import * as e from '../profile/encode.ts';
import { anyModel, encode } from '../profile/model.ts';
import { runs } from '../runs.ts';

const home = /\/home\/[^/]+\/(?=[^/])/g;
const paths: ProfileRedaction = {
  path: (path) => path.replace(/^\/home\/[^/]+\/(?=[^/])/, ''),
  binary: (path) => path.replace(/^\/home\/[^/]+\/(?=[^/])|^\/tmp\/.*\//, ''),
  words: (words) => words.replaceAll(home, ''),
  thorough: null,
};
const whole: ProfileRedaction = { ...paths, thorough: { labels: null, otherLabels: 'drop' } };
const only = (
  labels: readonly string[] | null,
  otherLabels: 'drop' | 'hash',
): ProfileRedaction => ({
  ...paths,
  thorough: { labels, otherLabels },
});

/** One function, two samples with labels; string numbers as in `strings`. */
const strings = [
  '',
  'cpu',
  'ns',
  '/home/alice/app/main.go',
  '/home/alice/app/main.go:func',
  '/tmp/go-build7/b001/app.test',
  'deadbeef',
  'run by /home/alice/bin/x',
  'endpoint',
  '/checkout',
  'user',
  'alice@example.com',
  '/home/alice/data',
  'bytes',
  'nobody refers to this',
];
const label = (key: number, value: number) => e.message(3, e.number(1, key), e.number(2, value));
const profile = e.file(
  e.sampleType(1, 2),
  e.message(2, e.packed(1, [1]), e.packed(2, [5]), label(8, 9), label(10, 11)),
  e.sample(
    [1],
    [7],
    label(8, 12),
    e.message(3, e.number(1, 13), e.number(3, 512), e.number(4, 13)),
  ),
  e.message(3, e.number(1, 1), e.number(5, 5), e.number(6, 6)),
  e.location(1, 1, [[1, 12]]),
  e.func(1, 4, 3),
  ...strings.map(e.string),
  e.number(13, 7),
  e.number(15, 14),
);

const stringsOf = (bytes: Uint8Array): string[] => {
  const read = readProfile(bytes, { file: 'p' });
  return Array.from(read.strings.start, (_, at) => text(read.strings, at));
};
const redact = (bytes: Uint8Array, how: ProfileRedaction) => redactPprof({ file: 'p', bytes }, how);
const labelsOf = (bytes: Uint8Array): string[][] => {
  const { samples, strings: table } = readProfile(bytes, { file: 'p' });
  return Array.from({ length: samples.count }, (_, s) => {
    const { start, key, text: value } = samples.labels;
    const found: string[] = [];
    for (let k = start[s] as number; k < (start[s + 1] as number); k++) {
      found.push(`${text(table, key[k] as number)}=${text(table, value[k] as number)}`);
    }
    return found;
  });
};

describe('by default a profile loses', () => {
  const { bytes, removed } = redact(profile, paths);
  it('the directories of files, programs, comments and the values of labels', () => {
    expect(stringsOf(bytes)).toEqual(
      strings.with(3, 'app/main.go').with(5, 'app.test').with(7, 'run by bin/x').with(12, 'data'),
    );
    expect(removed).toEqual({ paths: 3, labels: 0, comments: 1, buildIds: 0, namesKept: 1 });
  });

  it('nothing where there is nothing private: it is the very file given', () => {
    const { bytes: again, removed: none } = redact(bytes, paths);
    expect(again).toBe(bytes);
    expect(none).toEqual({ paths: 0, labels: 0, comments: 0, buildIds: 0, namesKept: 1 });
  });

  it('and stays gzip or raw, as it came', () => {
    const zipped = redact(gzipSync(profile), paths).bytes;
    expect(gunzipSync(zipped)).toEqual(Buffer.from(bytes));
  });
});

describe('redacted wholly, a profile', () => {
  it('has no comments, build ids, labels or texts without use', () => {
    const { bytes, removed } = redact(profile, whole);
    const left = stringsOf(bytes).filter((string) => string !== '');
    expect(left.toSorted()).toEqual(
      [...['cpu', 'ns', 'app/main.go', strings[4] ?? '', 'app.test'], ...strings.slice(8, 14)]
        .map((string) => (string === '/home/alice/data' ? 'data' : string))
        .toSorted(),
    );
    expect(removed).toMatchObject({ comments: 1, buildIds: 1, labels: 0 });
  });

  it('keeps the labels on the list', () => {
    const { bytes, removed } = redact(profile, only(['endpoint'], 'drop'));
    expect(labelsOf(bytes)).toEqual([['endpoint=/checkout'], ['endpoint=data']]);
    expect(removed.labels).toBe(2);
    expect(Buffer.from(bytes).includes('alice@example.com')).toBe(false);
  });

  it('has a hash in place of other texts, the same for the same text, and no numbers', () => {
    const { bytes } = redact(profile, only([], 'hash'));
    const [first = [], second = []] = labelsOf(bytes);
    expect(first.map((one) => one.replace(/[0-9a-f]{16}$/, '#'))).toEqual([
      'endpoint=sha256:#',
      'user=sha256:#',
    ]);
    expect(second).toHaveLength(1);
    expect(labelsOf(redact(profile, only([], 'hash')).bytes)).toEqual([first, second]);
    expect(stringsOf(bytes)).not.toContain('/checkout');
  });
});

describe('a directory inside a text', () => {
  const texts = ['see /home/uma/file and /home/vic/x', 'url=/home/wes/a?b', 'GET /checkout'];
  const labelled = e.file(
    e.sampleType(1, 2),
    ...texts.map((_, i) => e.message(2, e.packed(1, [1]), e.packed(2, [5]), label(3, 4 + i))),
    e.location(1, 0, [[1, 12]]),
    e.func(1, 1, 0),
    ...['', 'cpu', 'ns', 'note', ...texts].map(e.string),
  );

  it.each([
    ['by default', paths],
    ['where the label is kept', only(['note'], 'drop')],
    ['where all are', whole],
  ])('is cut in the value of a label, %s', (_, how) => {
    expect(labelsOf(redact(labelled, how).bytes)).toEqual([
      ['note=see file and x'],
      ['note=url=a?b'],
      ['note=GET /checkout'],
    ]);
  });
});

describe('a field that profile.proto does not define', () => {
  const secret = e.chunk(200, [...Buffer.from('SECRET')]);
  const id = e.number(1, 1);
  const parts = {
    'a sample type': e.message(1, e.number(1, 1), e.number(2, 2), secret),
    'a sample': e.message(2, e.packed(1, [1]), e.packed(2, [5]), label(3, 4), secret),
    'a label': e.message(
      ...([2, e.packed(1, [1]), e.packed(2, [5])] as const),
      e.message(3, e.number(1, 3), e.number(2, 4), secret),
    ),
    'a mapping': e.message(3, id, e.number(5, 5), secret),
    'a location': e.message(4, id, secret, e.number(2, 1), e.message(4, id, e.number(2, 12))),
    'a line': e.message(4, id, e.number(2, 1), e.message(4, secret, id, e.number(2, 12))),
    'a function': e.message(5, id, e.number(2, 1), secret),
    'the period type': e.message(11, e.number(1, 1), e.number(2, 2), secret),
    'the profile': secret,
  };
  type Place = keyof typeof parts;
  /** Nothing else of it is to be redacted. */
  const plain = (...places: readonly Place[]) => {
    const has = (...names: readonly Place[]) => names.some((name) => places.includes(name));
    return e.file(
      ...places.map((place) => parts[place]),
      ...(has('a sample type') ? [] : [e.sampleType(1, 2)]),
      e.message(2, e.packed(1, [1]), e.packed(2, [7]), label(3, 4)),
      ...(has('a mapping') ? [] : [e.mapping(1, 5)]),
      ...(has('a location', 'a line') ? [] : [e.location(1, 1, [[1, 12]])]),
      ...(has('a function') ? [] : [e.message(5, id, e.number(2, 1))]),
      ...['', 'cpu', 'ns', 'endpoint', '/checkout', '/bin/app'].map(e.string),
    );
  };

  it.each(Object.keys(parts) as Place[])('is dropped with `redact: true`: of %s', async (place) => {
    const bytes = plain(place);
    expect(Buffer.from(bytes).includes('SECRET')).toBe(true);
    for (const how of [whole, only(['endpoint'], 'drop'), only([], 'drop'), only([], 'hash')]) {
      const after = redact(bytes, how).bytes;
      expect(Buffer.from(after).includes('SECRET')).toBe(false);
      const [before, table] = [bytes, after].map((of) => readTable({ file: 'p', bytes: of }));
      expect(await table).toEqual(await before);
    }
    expect(labelsOf(redact(bytes, whole).bytes)).toEqual(labelsOf(bytes));
    expect(redact(bytes, paths).bytes).toBe(bytes);
  });

  it('is dropped from messages of any length', () => {
    const count = 200_000;
    const many = (field: e.Bytes) => Array.from({ length: count }, () => field).flat();
    const bytes = e.file(
      [...plain('a location')],
      e.chunk(2, [...e.packed(2, [7]), ...secret, ...many(label(3, 4))]),
      e.chunk(4, [...e.number(1, 2), ...secret, ...many(e.message(4, id))]),
      e.chunk(4, [...e.number(1, 3), ...e.chunk(4, [...secret, ...many(id)])]),
    );
    for (const how of [whole, only([], 'hash')]) {
      expect(Buffer.from(redact(bytes, how).bytes).includes('SECRET')).toBe(false);
    }
  });

  it('is all that is dropped: without one, it is the very file given', () => {
    const bytes = plain();
    expect(redact(bytes, whole).bytes).toBe(bytes);
  });

  it('and the address of the documentation are dropped, even where nothing else is', () => {
    const bytes = e.file([...plain()], e.string('https://SECRET'), e.number(15, 6));
    expect(Buffer.from(redact(bytes, whole).bytes).includes('SECRET')).toBe(false);
  });
});

describe('a text with two uses', () => {
  it('is cut where it is a file and stays where it is a name', () => {
    const shared = e.file(
      e.sampleType(1, 2),
      e.sample([1], [5]),
      e.mapping(1, 3),
      e.location(1, 1, [[1, 2]]),
      e.func(1, 3, 3),
      ...['', 'cpu', 'ns', '/home/alice/x'].map(e.string),
    );
    const read = readProfile(redact(shared, paths).bytes, { file: 'p' });
    const [name, file, binary] = [read.functions.name, read.functions.file, read.mappings.file].map(
      (column) => text(read.strings, column[0] ?? -1),
    );
    expect([name, file, binary]).toEqual(['/home/alice/x', 'x', 'x']);
  });
});

describe('the table of a redacted profile', () => {
  const inputs = join(import.meta.dirname, '../golden/pprof/in');
  it.each(['cpu', 'heap', 'mutex', 'block', 'goroutine'])('of %s is the same', async (kind) => {
    const bytes = readFileSync(join(inputs, `${kind}.base.pprof`));
    const before = await readTable({ file: 'p', bytes });
    const redacted = redact(bytes, only([], 'hash'));
    expect(redacted.removed.paths + redacted.removed.buildIds).toBeGreaterThan(0);
    const after = await readTable({ file: 'p', bytes: redacted.bytes });
    const plain = before.functions.map((row) => ({ ...row, file: paths.path(row.file) }));
    expect(after).toEqual({ ...before, functions: plain });
  });

  it('is the same for any profile, and files lose only their prefix', async () => {
    const files = ['', '/home/alice/a.go', 'main.main', '/home/bob/', '/bin/x'];
    const binaries = ['', '/home/alice/app', '/tmp/x/app', '/tmp/x/', '/home/a//', '/bin/app'];
    const models = fc
      .tuple(anyModel, fc.array(fc.nat(), { minLength: 20, maxLength: 20 }))
      .map(([model, pick]) => ({
        ...model,
        functions: model.functions.map((f, i) => ({
          ...f,
          file: files[(pick[i] ?? 0) % files.length] ?? '',
        })),
        mappings: model.mappings.map((m, i) => ({
          ...m,
          file: binaries[(pick[i + 9] ?? 0) % binaries.length] ?? '',
        })),
      }));
    const how = fc.constantFrom(paths, whole, only([], 'drop'), only(['shard'], 'hash'));
    await fc.assert(
      fc.asyncProperty(models, how, async (model, redaction) => {
        const bytes = encode(model);
        const before = await readTable({ file: 'p', bytes });
        const after = await readTable({ file: 'p', bytes: redact(bytes, redaction).bytes });
        const plain = before.functions.map((row) => ({ ...row, file: redaction.path(row.file) }));
        expect(after).toEqual({ ...before, functions: plain });
      }),
      { numRuns: runs(200, 500) },
    );
  });
});

it('a profile that cannot be read whole is refused at its own byte', () => {
  const cut = e.file(...e.smallParts().slice(0, -1), [0x12, 0x7f]);
  expect(() => redact(cut, whole)).toThrow(InputError);
  const parts = [e.SMALL.types, [e.sample([9], [1, 1])], e.SMALL.functions, e.SMALL.strings];
  const dangling = e.file(...parts.flat());
  expect(() => redact(dangling, paths)).toThrow(/p: byte \d+: .*/);
});

const producers = join(import.meta.dirname, '../profile/producers');

describe.each([
  'node.cpuprofile',
  'node.heapprofile',
  'perf.script',
  'dotnet.perf.script',
  'py-spy.raw',
  'py-spy.speedscope.json',
  'pyinstrument.speedscope.json',
  'async-profiler.collapsed',
])('%s', (name) => {
  const bytes = readFileSync(join(producers, name));

  it('becomes pprof with the same table', async () => {
    const file = `/home/alice/${name}`;
    const keep = (same: string) => same;
    const none = { path: keep, binary: keep, words: keep, thorough: null };
    const converted = await redactProfile({ file, bytes }, none);
    expect(converted.file).toBe(`${file}.pb.gz`);
    const before = await readTable({ file, bytes });
    expect(await readTable(converted)).toEqual({ ...before, source: converted.file });
  });

  it('loses what is private in it', async () => {
    const text = bytes.toString().replaceAll(/\/tmp\/[^"\s;():]*\/(?=work)/g, '/home/alice/');
    const home = Buffer.from(text);
    const redacted = await redactProfile({ file: name, bytes: home }, paths);
    expect(redacted.removed.paths > 0).toBe(text.includes('/home/alice'));
    expect(stringsOf(redacted.bytes).join('\n')).not.toContain('alice');
  });
});
