import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { InputError } from '../../src/model/error.ts';
import {
  defaultLimits,
  entriesOf,
  packRun,
  type StoredRun,
  sha256,
  unpackRun,
} from '../../src/store/manifest.ts';
import { benchText, commitA, newRun, profileBytes, storedRun } from './runs.ts';

describe('packing a run', () => {
  it('names what, where and how it was measured, and every file with its hash', () => {
    const { manifest } = packRun(
      newRun({
        workflow: '.github/workflows/perf.yml',
        runId: 42,
        time: '2026-11-15T12:20:30+02:00',
      }),
    );
    expect(manifest).toEqual({
      schemaVersion: 1,
      commit: commitA,
      time: '2026-11-15T10:20:30.000Z',
      workflow: '.github/workflows/perf.yml',
      runId: 42,
      environment: { goos: 'linux', cpu: 'AMD EPYC 7763 64-Core Processor' },
      files: [
        {
          path: 'benchmarks/bench.txt',
          kind: 'benchmarks',
          sha256: sha256(benchText),
          bytes: benchText.length,
        },
        {
          path: 'profiles/cpu.pprof',
          kind: 'profile',
          sha256: sha256(profileBytes),
          bytes: profileBytes.length,
        },
      ],
    });
  });

  it('counts what was removed, where something may be', () => {
    const redaction = { paths: 3, labels: 0, comments: 1, buildIds: 0, namesKept: 2 };
    const run = packRun(newRun({ redaction }));
    expect(run.manifest.redaction).toEqual(redaction);
    expect(unpackRun(entriesOf(run)).manifest.redaction).toEqual(redaction);
    const broken = { ...redaction, paths: -1 };
    expect(() => packRun(newRun({ redaction: broken }))).toThrow(/redaction.paths/);
  });

  it('hashes with SHA-256', () => {
    // FIPS 180-2, appendix B.1
    expect(sha256(Buffer.from('abc'))).toBe(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    );
  });

  it('takes a date alone as midnight UTC', () => {
    expect(packRun(newRun({ time: '2026-11-15' })).manifest.time).toBe('2026-11-15T00:00:00.000Z');
  });

  it.each<[string, Parameters<typeof newRun>[0], RegExp]>([
    ['no files', { benchmarks: [], profiles: [] }, /names no file/],
    [
      'a time without a zone',
      { time: '2026-11-15T10:20:30' },
      /is not a time: give ISO 8601 with a zone/,
    ],
    ['a time that is none', { time: '2026-13-45T10:20:30Z' }, /is not a time/],
    ['a commit that is a command', { commit: '$(x)' }, /commit: is not the name of a commit/],
    ['an endless CPU', { environment: { cpu: 'x'.repeat(1001) } }, /environment\.cpu/],
  ])('refuses %s', (_, fields, message) => {
    expect(() => packRun(newRun(fields))).toThrow(message);
    expect(() => packRun(newRun(fields))).toThrow(InputError);
  });

  it('refuses more files, and more bytes, than the limits', () => {
    expect(() => packRun(newRun(), { ...defaultLimits, entries: 2 })).toThrow(
      'the run has 2 files, at most 1 fit',
    );
    expect(() => packRun(newRun(), { ...defaultLimits, inflatedBytes: 10 })).toThrow(
      /the files hold \d+ bytes, the limit is 10/,
    );
  });
});

describe('unpacking a run', () => {
  it('gives back exactly what was packed', () => {
    const file = fc.record({
      file: fc.string({ unit: 'binary', maxLength: 40 }),
      bytes: fc.uint8Array({ maxLength: 64 }),
    });
    fc.assert(
      fc.property(
        fc.array(file, { minLength: 1, maxLength: 8 }),
        fc.array(file, { maxLength: 8 }),
        (benchmarks, profiles) => {
          const run = packRun(newRun({ benchmarks, profiles }));
          const back = unpackRun(entriesOf(run));
          expect(back.manifest).toEqual(run.manifest);
          expect(back.files.map(({ bytes }) => Buffer.from(bytes))).toEqual(
            [...benchmarks, ...profiles].map(({ bytes }) => Buffer.from(bytes)),
          );
        },
      ),
    );
  });

  it('forgives what a later release adds to a manifest of this version', () => {
    const run = storedRun();
    const entries = edited(run, (manifest) => {
      manifest.toolkit = { added: 'in 1.7' };
    });
    expect(unpackRun(entries)).toEqual(run);
  });

  it.each<[string, (entries: Map<string, Uint8Array>) => void, string | RegExp]>([
    ['no manifest', (e) => e.delete('manifest.json'), 'there is no manifest.json'],
    ['a manifest that is no JSON', (e) => e.set('manifest.json', Buffer.from('{')), /is not JSON/],
    [
      'a manifest that is no UTF-8',
      (e) => e.set('manifest.json', Buffer.from('{"a":"\xff"}', 'latin1')),
      /is not JSON in UTF-8/,
    ],
    [
      'a manifest that is no object',
      (e) => e.set('manifest.json', Buffer.from('[1]')),
      /cannot be used/,
    ],
    [
      'an endless manifest',
      (e) => e.set('manifest.json', Buffer.alloc(2 ** 20 + 1, ' ')),
      /over 1048576 bytes/,
    ],
    [
      'a missing file',
      (e) => e.delete('profiles/cpu.pprof'),
      'profiles/cpu.pprof is missing, though the manifest.json names it',
    ],
    [
      'an extra file',
      (e) => e.set('extra.txt', Buffer.from('x')),
      '"extra.txt" is in the run but not in its manifest.json',
    ],
    [
      'a changed file',
      (e) => e.set('benchmarks/bench.txt', Buffer.alloc(benchText.length)),
      'benchmarks/bench.txt does not have the SHA-256 that the manifest gives',
    ],
    [
      'a shortened file',
      (e) => e.set('benchmarks/bench.txt', benchText.subarray(1)),
      /bench.txt has 44 bytes, the manifest says 45/,
    ],
  ])('refuses %s', (_, damage, message) => {
    const entries = entriesOf(storedRun());
    damage(entries);
    expect(() => unpackRun(entries)).toThrow(message);
    expect(() => unpackRun(entries)).toThrow(InputError);
  });

  it.each<
    [string, (manifest: Record<string, unknown>, file: Record<string, unknown>) => void, RegExp]
  >([
    [
      'of another schema',
      (m) => {
        m.schemaVersion = 2;
      },
      /has schemaVersion "2", this flamegate reads 1/,
    ],
    [
      'without a schema',
      (m) => {
        delete m.schemaVersion;
      },
      /schemaVersion/,
    ],
    [
      'without an environment',
      (m) => {
        delete m.environment;
      },
      /environment/,
    ],
    [
      'with an endless CPU',
      (m) => {
        m.environment = { cpu: 'x'.repeat(1001) };
      },
      /environment\.cpu/,
    ],
    [
      'with a commit of markup',
      (m) => {
        m.commit = '<script>';
      },
      /commit: is not the name of a commit/,
    ],
    [
      'with no time',
      (m) => {
        m.time = 'yesterday';
      },
      /time: is not an ISO 8601 time/,
    ],
    [
      'with a run id that is no number',
      (m) => {
        m.runId = '7';
      },
      /runId/,
    ],
    [
      'with no files',
      (m) => {
        m.files = [];
      },
      /names no file/,
    ],
    [
      'that climbs out',
      (_, f) => {
        f.path = '../../etc/passwd';
      },
      /files\.0\.path: the path .* is not a plain relative path/,
    ],
    [
      'that names itself',
      (_, f) => {
        f.path = 'MANIFEST.json';
      },
      /clashes/,
    ],
    [
      'with an unknown kind',
      (_, f) => {
        f.kind = 'script';
      },
      /files\.0\.kind/,
    ],
    [
      'with a half hash',
      (_, f) => {
        f.sha256 = 'abc';
      },
      /files\.0\.sha256: is not a SHA-256/,
    ],
    [
      'with a negative size',
      (_, f) => {
        f.bytes = -1;
      },
      /files\.0\.bytes/,
    ],
    [
      'with a size beyond numbers',
      (_, f) => {
        f.bytes = 1e300;
      },
      /files\.0\.bytes/,
    ],
    [
      'with a size beyond the limit',
      (_, f) => {
        f.bytes = 2 ** 31;
      },
      /the limit is 1073741824/,
    ],
  ])('refuses a manifest %s', (_, damage, message) => {
    const entries = edited(storedRun(), (manifest) => damage(manifest, manifest.files[0] ?? {}));
    expect(() => unpackRun(entries)).toThrow(message);
    expect(() => unpackRun(entries)).toThrow(InputError);
  });

  it('refuses two files whose names differ in case only', () => {
    const entries = edited(storedRun(), ({ files }) => {
      files.push({ ...files[0], path: 'Benchmarks/BENCH.txt' });
    });
    expect(() => unpackRun(entries)).toThrow(/clashes with another/);
  });

  it('keeps hostile text out of its messages', () => {
    const entries = entriesOf(storedRun());
    entries.set('x\n::error::\u202e', Buffer.from(''));
    expect(() => unpackRun(entries)).toThrow(/^"x\\u000a::error::\\u202e" is in the run/);
  });
});

type Json = Record<string, unknown> & { files: Record<string, unknown>[] };

/** The run with its manifest changed after it was written. */
function edited(run: StoredRun, edit: (manifest: Json) => void): Map<string, Uint8Array> {
  const entries = entriesOf(run);
  const manifest: Json = JSON.parse(Buffer.from(entries.get('manifest.json') ?? '').toString());
  edit(manifest);
  return entries.set('manifest.json', Buffer.from(JSON.stringify(manifest)));
}
