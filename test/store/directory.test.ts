import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { InputError } from '../../src/model/error.ts';
import { directoryStore, writeDirectory } from '../../src/store/directory.ts';
import { defaultLimits, type StoredRun } from '../../src/store/manifest.ts';
import type { ListedRun, Loaded } from '../../src/store/store.ts';
import { commitA, commitB, type Opened, opened, storedRun } from './runs.ts';

let root: string;
let dir: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'flamegate-directory-'));
  dir = join(root, 'baseline');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const first = storedRun({ time: '2026-11-15T10:00:00Z' });
const second = storedRun({ time: '2026-11-16T10:00:00Z', commit: commitB });
const third = storedRun({ time: '2026-11-17T09:00:00+02:00' });

/** Root may read everything: where the tests run as root, as a user who may not. */
async function asNobody<T>(read: () => Promise<T>): Promise<T> {
  if (process.getuid?.() !== 0) return await read();
  chmodSync(root, 0o755);
  process.seteuid?.(65534);
  try {
    return await read();
  } finally {
    process.seteuid?.(0);
  }
}

describe('keeping a run', () => {
  it('makes the directory, and in it one of time and commit with the manifest and the files', async () => {
    const place = await directoryStore(dir).keep(first);
    expect(place).toBe(join(dir, '2026-11-15T10-00-00Z-aaaaaaaaaaaa'));
    expect(readdirSync(dir)).toEqual(['2026-11-15T10-00-00Z-aaaaaaaaaaaa']);
    expect(JSON.parse(readFileSync(join(place, 'manifest.json'), 'utf8'))).toEqual(first.manifest);
    expect(readdirSync(place, { recursive: true }).sort()).toEqual([
      'benchmarks',
      'benchmarks/bench.txt',
      'manifest.json',
      'profiles',
      'profiles/cpu.pprof',
    ]);
  });

  it('keeps a run of no known commit', async () => {
    const place = await directoryStore(dir).keep(
      storedRun({ commit: '', time: '2026-11-15T10:00:00.5Z' }),
    );
    expect(place).toBe(join(dir, '2026-11-15T10-00-00-500Z-unknown'));
  });

  it('refuses the same commit at the same time, and leaves the first as it was', async () => {
    const store = directoryStore(dir);
    const place = await store.keep(first);
    const before = readFileSync(join(place, 'manifest.json'), 'utf8');
    await expect(store.keep(first)).rejects.toThrow(/stored already, and counted twice/);
    expect(readFileSync(join(place, 'manifest.json'), 'utf8')).toBe(before);
    expect(readdirSync(dir)).toHaveLength(1);
  });

  it('leaves nothing when it fails midway', async () => {
    // The second file needs a directory where the first is a file.
    const entries = new Map([
      ['a', Buffer.from('written')],
      ['a/b', Buffer.from('cannot be')],
    ]);
    await expect(writeDirectory(dir, 'run', entries)).rejects.toThrow(/could not be written: E/);
    expect(readdirSync(dir)).toEqual([]);
  });

  it('says when the directory cannot be written', async () => {
    writeFileSync(dir, 'a file');
    await expect(directoryStore(dir).keep(first)).rejects.toThrow(InputError);
  });

  it('lets one of two that store the same run at once win', async () => {
    const store = directoryStore(dir);
    const outcomes = await Promise.allSettled([store.keep(first), store.keep(first)]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await loaded()).toEqual([{ kind: 'run', run: first }]);
  });
});

describe('loading', () => {
  it('gives the runs newest first by the time in the manifest', async () => {
    await keepAll(second, first, third);
    expect(await loaded()).toEqual([third, second, first].map((run) => ({ kind: 'run', run })));
  });

  it('goes by the manifest, not by the names', async () => {
    await keepAll(first, second);
    const [older = '', newer = ''] = readdirSync(dir).sort();
    renameSync(join(dir, newer), join(dir, '0'));
    renameSync(join(dir, older), join(dir, '1'));
    expect(commits(await loaded())).toEqual([commitB, commitA]);
  });

  it('gives no runs of an empty directory', async () => {
    mkdirSync(dir);
    expect(await loaded()).toEqual([]);
  });

  it('does not see a run that is being written, nor hidden files', async () => {
    await keepAll(first);
    mkdirSync(join(dir, '.unfinished-1'));
    writeFileSync(join(dir, '.unfinished-1', 'manifest.json'), '{');
    writeFileSync(join(dir, '.gitattributes'), '* -text');
    expect(await loaded()).toEqual([{ kind: 'run', run: first }]);
  });

  it('holds no run where it is not there, and says so by name', async () => {
    expect(await loaded()).toEqual([
      {
        kind: 'warning',
        warning: {
          kind: 'baseline',
          message: `the baseline directory ${dir} does not exist yet: this is normal for the first run; later look for a mistake in its name`,
        },
      },
    ]);
  });

  it.each([
    ['is a file', () => writeFileSync(dir, '')],
    ['is a link to nothing', () => symlinkSync(`${dir}-gone`, dir)],
  ])('says what to do when it %s', async (_, prepare) => {
    prepare();
    await expect(loaded()).rejects.toThrow(/not a directory: record a run into it first/);
    await expect(loaded()).rejects.toThrow(InputError);
  });

  it('warns of files that are no stored run, where there is no other', async () => {
    mkdirSync(dir);
    writeFileSync(join(dir, 'bench.txt'), 'BenchmarkX 1 2 ns/op\n');
    const [item, ...more] = await loaded();
    expect(more).toEqual([]);
    expect(item).toMatchObject({
      kind: 'warning',
      warning: { kind: 'baseline', message: expect.stringContaining('holds files ("bench.txt")') },
    });
  });

  describe('sets aside, with its place and a warning, and gives the others:', () => {
    it.each<[string, (run: string) => void, RegExp]>([
      ['no manifest', (run) => rmSync(join(run, 'manifest.json')), /there is no manifest.json/],
      [
        'half a manifest',
        (run) => writeFileSync(join(run, 'manifest.json'), '{"schemaVersion":1,'),
        /is not JSON/,
      ],
      [
        'a manifest of the future',
        (run) => writeFileSync(join(run, 'manifest.json'), '{"schemaVersion":2}'),
        /schemaVersion "2"/,
      ],
      [
        'a manifest that is a directory',
        (run) => {
          rmSync(join(run, 'manifest.json'));
          mkdirSync(join(run, 'manifest.json'));
        },
        /manifest.json is not a regular file/,
      ],
      [
        'a missing file',
        (run) => rmSync(join(run, 'profiles', 'cpu.pprof')),
        /profiles\/cpu.pprof is missing/,
      ],
      [
        'a missing file whose directory is gone',
        (run) => rmSync(join(run, 'profiles'), { recursive: true }),
        /profiles\/cpu.pprof is missing/,
      ],
      [
        'an extra file',
        (run) => writeFileSync(join(run, 'profiles', 'more'), ''),
        /"profiles\/more" is in the run but not in its manifest/,
      ],
      [
        'a changed file',
        (run) => flip(join(run, 'benchmarks', 'bench.txt')),
        /does not have the SHA-256/,
      ],
      [
        'a file that grew',
        (run) => writeFileSync(join(run, 'benchmarks', 'bench.txt'), 'x', { flag: 'a' }),
        /has 46 bytes, the manifest says 45/,
      ],
      [
        'a link out of the directory',
        (run) => {
          const file = join(run, 'profiles', 'cpu.pprof');
          renameSync(file, join(root, 'elsewhere'));
          symlinkSync(join(root, 'elsewhere'), file);
        },
        /"profiles\/cpu.pprof" is not a regular file/,
      ],
      [
        'a linked manifest',
        (run) => {
          const file = join(run, 'manifest.json');
          renameSync(file, join(root, 'elsewhere'));
          symlinkSync(join(root, 'elsewhere'), file);
        },
        /manifest.json is not a regular file/,
      ],
      [
        'a linked run',
        (run) => {
          renameSync(run, join(root, 'elsewhere'));
          symlinkSync(join(root, 'elsewhere'), run);
        },
        /it is a symbolic link/,
      ],
    ])('%s', async (_, damage, reason) => {
      await keepAll(first, third);
      const bad = await directoryStore(dir).keep(second);
      damage(bad);
      const items = await loaded();
      expect(commits(items)).toEqual([commitA, commitA]);
      const aside = items.filter((item) => item.kind === 'set-aside');
      expect(aside).toHaveLength(1);
      expect(aside[0]?.setAside.reason).toMatch(reason);
      expect(aside[0]?.setAside.reason).toContain(bad);
      const warnings = items.filter((item) => item.kind === 'warning');
      expect(warnings.map(({ warning }) => warning.message)).toEqual([
        `stored run set aside: ${aside[0]?.setAside.reason}`,
      ]);
    });

    it('a file that may not be read', async () => {
      const bad = await directoryStore(dir).keep(first);
      chmodSync(join(bad, 'benchmarks', 'bench.txt'), 0);
      expect((await asNobody(loaded)).map(({ kind }) => kind)).toEqual(['set-aside', 'warning']);
    });
  });

  it('names the commit and the time of a damaged run when its manifest can be read', async () => {
    const bad = await directoryStore(dir).keep(second);
    flip(join(bad, 'benchmarks', 'bench.txt'));
    expect((await loaded())[0]).toMatchObject({
      setAside: { commit: commitB, time: '2026-11-16T10:00:00.000Z' },
    });
  });

  it('does not read beyond what a manifest promises', async () => {
    const place = await directoryStore(dir).keep(first);
    const limits = { ...defaultLimits, inflatedBytes: 20 };
    const items: Loaded[] = [];
    for await (const item of directoryStore(dir, limits).load()) items.push(item);
    expect(items[0]).toMatchObject({
      setAside: { reason: `${place}: the files hold 53 bytes, the limit is 20` },
    });
  });

  it('reads a run only when it is asked for', async () => {
    await keepAll(first, second, third);
    const [oldest = ''] = readdirSync(dir).sort();
    const runs: ListedRun[] = [];
    for await (const item of directoryStore(dir).load()) {
      if (item.kind === 'run') runs.push(item.run);
    }
    expect(await runs[0]?.open()).toEqual(third);
    // A run that is read only now shows that it was not read before.
    flip(join(dir, oldest, 'benchmarks', 'bench.txt'));
    expect(await runs[1]?.open()).toEqual(second);
    await expect(runs[2]?.open()).rejects.toThrow(InputError);
  });
});

async function keepAll(...runs: StoredRun[]): Promise<void> {
  for (const run of runs) await directoryStore(dir).keep(run);
}

const loaded = (): Promise<Opened[]> => opened(directoryStore(dir).load());

function commits(items: readonly Opened[]): string[] {
  return items.flatMap((item) => (item.kind === 'run' ? [item.run.manifest.commit] : []));
}

function flip(file: string): void {
  const bytes = readFileSync(file);
  bytes[0] = (bytes[0] ?? 0) ^ 1;
  writeFileSync(file, bytes);
}
