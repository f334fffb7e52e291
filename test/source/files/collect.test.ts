/** What counts as a measurement: a profile of something, as it was measured, and each once. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { diffCommand } from '../../../src/entry/cli/diff.ts';
import { recordCommand } from '../../../src/entry/cli/record.ts';
import { topCommand } from '../../../src/entry/cli/top.ts';
import { readProfile } from '../../../src/formats/profiles/pprof/read.ts';
import { InputError } from '../../../src/model/error.ts';
import type { InputFile } from '../../../src/model/run.ts';
import { writeDiff } from '../../../src/profile/write/write.ts';
import { type RunInputs, readRun } from '../../../src/source/files/collect.ts';
import { refuseTwins } from '../../../src/source/files/samefiles.ts';
import * as e from '../../profile/encode.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'flamegate-collect-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Samples of main with these values, of one type. */
const profile = (type: string, ...values: number[]): Uint8Array =>
  e.file(
    e.sampleType(1, 2),
    ...values.map((value) => e.sample([1], [value])),
    e.location(1, 0, [[1, 12]]),
    e.func(1, 3, 4),
    ...['', type, 'count', 'main.main', 'main.go'].map(e.string),
  );
const named = (name: string, bytes: Uint8Array): InputFile => ({ file: name, bytes });
const run = (profiles: readonly InputFile[], purpose?: RunInputs['purpose']) =>
  readRun(
    {
      ...{ benchmarks: [], profiles, commit: '', time: '', environment: {} },
      ...(purpose === undefined ? {} : { purpose }),
    },
    {},
  );
function put(name: string, bytes: Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
}

describe('a difference of two profiles', () => {
  const negative = named('d.pprof', profile('cpu', 9, -4));
  const golden = join(import.meta.dirname, '../../golden/pprof/in');
  const side = (name: string) => readProfile(readFileSync(join(golden, name)), { file: name });
  const difference = writeDiff(side('cpu.base.pprof'), side('cpu.head.pprof'));

  it.each([
    ['with values of both signs', negative],
    ['with all values below 0', named('d.pprof', profile('cpu', -4))],
    ['of a kind that is not judged', named('d.pprof', profile('inuse_space', -4, 9))],
    ['as `diff --pprof` writes it', named('d.pprof', difference)],
  ])('%s is no measurement', async (_, input) => {
    for (const purpose of [undefined, 'store'] as const) {
      await expect(run([input], purpose)).rejects.toThrow(InputError);
      await expect(run([input], purpose)).rejects.toThrow('d.pprof: has values below 0');
    }
  });

  it('is none with filters and slices, either', async () => {
    const inputs = { benchmarks: [], profiles: [negative], commit: '', time: '', environment: {} };
    for (const options of [{ filters: { focus: 'nobody' } }, { groupBy: 'endpoint' }]) {
      await expect(readRun(inputs, options)).rejects.toThrow('d.pprof: has values below 0');
    }
  });

  it('can be looked at', async () => {
    const path = put('difference.pb.gz', difference);
    const output = join(folder, 'report.txt');
    expect(await topCommand({ output, format: 'json' }, [path])).toBe(0);
    const { functions } = JSON.parse(readFileSync(output, 'utf8'));
    expect(functions.some(({ flat }: { flat: number }) => flat < 0)).toBe(true);
    const base = join(golden, 'cpu.base.pprof');
    expect(await diffCommand({ output }, [base, path])).toBe(0);
    expect(await diffCommand({ output, peek: '.' }, [base, path])).toBe(0);
    expect(readFileSync(output, 'utf8')).toContain('callers, the function, callees');
  });
});

describe('a run without a sample of CPU time', () => {
  const empty = named('cpu-1.pprof', profile('cpu'));

  it('says so, and is not stored', async () => {
    const { warnings } = await run([empty]);
    expect(warnings.map(({ message }) => message)).toEqual([
      expect.stringContaining('no CPU profile of this run has a single sample (cpu-1.pprof)'),
    ]);
    await expect(run([empty], 'store')).rejects.toThrow(InputError);
    const baseline = join(folder, 'baseline');
    const recorded = recordCommand({ baseline, profiles: [put('e.pprof', empty.bytes)] });
    await expect(recorded).rejects.toThrow('e.pprof');
    await expect(recorded).rejects.toThrow('Nothing is stored');
  });

  it('is refused where it is gated, by diff on either side and by top', async () => {
    await expect(run([empty], 'gate')).rejects.toThrow('has a single sample (cpu-1.pprof)');
    const files = [empty, named('cpu-2.pprof', profile('cpu', 5))];
    const [none = '', some = ''] = files.map(({ file, bytes }) => put(file, bytes));
    await expect(diffCommand({}, [none, some])).rejects.toThrow(/single sample \(.*cpu-1.pprof/);
    await expect(diffCommand({}, [some, none])).rejects.toThrow(/single sample \(.*cpu-1.pprof/);
    await expect(topCommand({}, [none])).rejects.toThrow(/single sample \(.*cpu-1.pprof/);
  });

  it('is one whose samples count nothing, too', async () => {
    await expect(run([named('z', profile('cpu', 0, 0))], 'store')).rejects.toThrow(InputError);
  });

  it('is stored where another profile of it has some, and says which has none', async () => {
    const { warnings } = await run([empty, named('cpu-2.pprof', profile('cpu', 5))], 'store');
    expect(warnings.map(({ message }) => message)).toEqual([
      expect.stringContaining('of 2 CPU profiles 1 have not a single sample (cpu-1.pprof)'),
    ]);
  });

  it.each(['delay', 'alloc_space', 'inuse_space'])('may be honest: %s', async (type) => {
    const { warnings, tables } = await run([named('p', profile(type))], 'store');
    expect([warnings, tables.length]).toEqual([[], 1]);
  });
});

describe('one measurement given twice', () => {
  // Long enough to be packed differently by level.
  const content = profile('cpu', ...Array.from({ length: 500 }, (_, i) => (i * i) % 97));
  const fast = gzipSync(content, { level: 1 });
  const small = gzipSync(content, { level: 9 });

  it.each([
    ['packed at another level', fast, small],
    ['packed at another time', fast, Buffer.from(fast).fill(7, 4, 8)],
    ['packed and raw', content, small],
  ])('is refused, %s', (_, first, second) => {
    expect(Buffer.compare(first, second)).not.toBe(0);
    const inputs = [named('a', first), named('b', profile('cpu', 1)), named('c', second)];
    expect(() => refuseTwins(inputs)).toThrow(InputError);
    expect(() => refuseTwins(inputs)).toThrow(
      'c: is a byte for byte once inflated: name each measurement once',
    );
  });

  it('byte for byte is refused, packed or not', () => {
    for (const bytes of [content, fast, Buffer.from('Benchmark 1 1 ns/op\n')]) {
      expect(() => refuseTwins([named('a', bytes), named('b', Uint8Array.from(bytes))])).toThrow(
        'b: is a byte for byte: name',
      );
    }
  });

  it('is not told from the checksum alone', () => {
    const forged = Buffer.from(gzipSync(profile('cpu', 1)));
    small.copy(forged, forged.length - 8, small.length - 8);
    // Damaged, which its reader would say, too.
    expect(() => refuseTwins([named('a', small), named('b', forged)])).toThrow('b: byte');
    // Two texts with one CRC-32 (found by trying) and one length.
    const [one, other] = ['plumless', 'buckeroo'].map((text) => Buffer.from(text));
    expect(() => refuseTwins([named('a', one ?? fast), named('b', other ?? fast)])).not.toThrow();
  });
});
