/**
 * Runs as every earlier release stored them are read for ever: the first manifest, byte for byte, and each field that came
 * later. A change that would not read one of them is a change of the schema.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { directoryStore } from '../../src/store/directory.ts';
import { unpackRun } from '../../src/store/manifest.ts';
import { benchText, opened } from './runs.ts';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'flamegate-migration-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

/** As it was written, with its line breaks; nothing of it comes from what writes manifests today. */
const manifest = (fields: string, environment: string): string => `{
  "schemaVersion": 1,
  "commit": "6ab0c4f25a3606eb77eabdebf411ef4fcd17508e",
${fields}  "time": "2026-11-21T04:32:22.000Z",
  "environment": {
${environment}    "goos": "linux",
    "cpu": "Intel(R) Xeon(R) Processor @ 2.50GHz"
  },
  "files": [
    {
      "path": "benchmarks/bench.txt",
      "kind": "benchmarks",
      "sha256": "f73ae77df9e159681011f1ee24b28bea64c2668546e45508b0dee0df4d4f008b",
      "bytes": 45
    }
  ]
}
`;

const redaction = `  "redaction": {
    "paths": 3,
    "labels": 0,
    "comments": 1,
    "buildIds": 0,
    "namesKept": 0
  },
`;

const shapes: readonly [string, string, string][] = [
  ['the first', '', ''],
  ['with its workflow', '  "workflow": ".github/workflows/perf.yml",\n  "runId": 7,\n', ''],
  ['with what was removed', redaction, ''],
  ['with machine and build', '', '    "machine": "4 CPUs",\n    "build": "release",\n'],
  ['with its branch', '  "branch": "main",\n', ''],
  ['with a field of a later release of this schema', '  "shards": 12,\n', '    "gpu": "none",\n'],
];

describe('a stored run of an earlier release', () => {
  it.each(shapes)('%s', async (_, fields, environment) => {
    const place = join(dir, '2026-11-21T04-32-22Z-6ab0c4f25a36');
    const files = {
      'manifest.json': manifest(fields, environment),
      'benchmarks/bench.txt': benchText,
    };
    for (const [path, bytes] of Object.entries(files)) {
      mkdirSync(dirname(join(place, path)), { recursive: true });
      writeFileSync(join(place, path), bytes);
    }
    const [item, ...more] = await opened(directoryStore(dir).load());
    expect(more).toEqual([]);
    expect(item).toMatchObject({
      kind: 'run',
      run: {
        manifest: {
          commit: '6ab0c4f25a3606eb77eabdebf411ef4fcd17508e',
          environment: { goos: 'linux', cpu: 'Intel(R) Xeon(R) Processor @ 2.50GHz' },
        },
        files: [{ file: 'benchmarks/bench.txt', kind: 'benchmarks', bytes: benchText }],
      },
    });
  });

  it('those of the first commit of this repository, whole', async () => {
    const items = await opened(
      directoryStore(resolve(import.meta.dirname, '../../examples/baseline')).load(),
    );
    expect(items.map(({ kind }) => kind)).toEqual(['run', 'run', 'run', 'run', 'run']);
  });

  it('of a later schema is refused with what to do, and not guessed at', () => {
    const later = manifest('', '').replace('"schemaVersion": 1', '"schemaVersion": 2');
    const entries = new Map([
      ['manifest.json', Buffer.from(later)],
      ['benchmarks/bench.txt', benchText],
    ]);
    expect(() => unpackRun(entries)).toThrow(
      /schemaVersion "2", this flamegate reads 1: use the release that wrote it, or a newer one/,
    );
  });
});
