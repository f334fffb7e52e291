/**
 * A process that records and prunes is killed at a hundred random moments: what was stored before is whole each time, and
 * so is every run of which it said that it was stored.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { directoryStore } from '../../src/store/directory.ts';
import { commitB, opened, storedRun } from './runs.ts';

let root: string;
beforeAll(async () => {
  // In memory where there is such a place: SIGKILL loses no page, and a disk's fsync takes most of the time.
  const place = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();
  root = mkdtempSync(join(place, 'flamegate-killed-'));
  await build({
    stdin: { contents: writer, resolveDir: resolve(import.meta.dirname, '../..'), loader: 'ts' },
    ...{ bundle: true, platform: 'node', format: 'esm', outfile: join(root, 'writer.mjs') },
  });
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** Records one run after another, says the commit of each that is stored, and prunes now and then. */
const writer = `
import { writeSync } from 'node:fs';
import { directoryStore } from './src/store/directory.ts';
import { packRun } from './src/store/manifest.ts';
const store = directoryStore(process.argv[2]);
const file = (i) => ({ file: 'p' + i + '.pprof', bytes: Buffer.alloc(20_000, i) });
writeSync(1, 'begins\\n');
for (let n = 1; n < 1000; n++) {
  const commit = n.toString(16).padStart(40, '0');
  await store.keep(packRun({
    commit, time: new Date(Date.UTC(2026, 0, 1) + n * 1000).toISOString(), environment: {},
    benchmarks: [{ file: 'bench.txt', bytes: Buffer.from('BenchmarkX 1 ' + n + ' ns/op\\n') }],
    profiles: Array.from({ length: 8 }, (_, i) => file(i)),
  }));
  writeSync(1, commit + '\\n');
  if (n % 4 === 0) await store.prune(3);
}
`;

const previous = storedRun({ commit: commitB, time: '2026-11-15T10:00:00Z' });

/** Kills the writer some milliseconds after it began; the commits that it said. */
function killedAfter(milliseconds: number, dir: string): Promise<string[]> {
  return new Promise((done, failed) => {
    const child = spawn(process.execPath, [join(root, 'writer.mjs'), dir], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let said = '';
    child.stdout.on('data', (piece) => {
      if (said === '') setTimeout(() => child.kill('SIGKILL'), milliseconds);
      said += piece;
    });
    child.on('error', failed);
    child.on('close', (status, signal) => {
      if (signal === 'SIGKILL') done(said.split('\n').slice(1, -1));
      else failed(new Error(`the writer ended with ${status}`));
    });
  });
}

async function kill(n: number): Promise<{ cut: boolean }> {
  const dir = join(root, `runs-${n}`);
  const store = directoryStore(dir);
  await store.keep(previous);
  const said = await killedAfter(Math.random() * 30, dir);
  const items = await opened(store.load());
  // Nothing is set aside, and nothing is warned of.
  expect(items.map(({ kind }) => kind)).toEqual(items.map(() => 'run'));
  const runs = items.flatMap((item) => (item.kind === 'run' ? [item.run] : []));
  expect(runs[0]).toEqual(previous);
  // Pruned to three after every fourth: the newest of them are there, and at most one that was not said yet.
  const last = said.at(-1);
  if (last !== undefined) {
    const commits = runs.map(({ manifest }) => manifest.commit);
    expect(commits.slice(0, 3)).toContain(last);
  }
  const cut = readdirSync(dir).some((name) => name.startsWith('.unfinished'));
  rmSync(dir, { recursive: true });
  return { cut };
}

it('killed at a hundred random moments, the baseline is whole', { timeout: 120_000 }, async () => {
  let cut = 0;
  for (let n = 0; n < 100; n += 10) {
    const some = Array.from({ length: 10 }, (_, i) => kill(n + i));
    for (const of of await Promise.all(some)) cut += Number(of.cut);
  }
  // Else none of them was killed while it wrote, and nothing was tested.
  expect(cut).toBeGreaterThan(10);
});

it('what a killed process left is removed when it is a day old', async () => {
  const dir = join(root, 'left');
  const store = directoryStore(dir);
  await store.keep(previous);
  const names = ['.unfinished', '.removed'].map(
    (of) => `${of}-12345678-1234-4234-8234-123456789abc`,
  );
  const fresh = '.unfinished-12345678-1234-4234-8234-123456789abd';
  for (const name of [...names, fresh]) writeFileSync(join(dir, name), '');
  const before = (Date.now() - 25 * 60 * 60 * 1000) / 1000;
  for (const name of names) utimesSync(join(dir, name), before, before);
  await store.keep(storedRun({ time: '2026-11-16T10:00:00Z' }));
  expect(readdirSync(dir).filter((name) => name.startsWith('.'))).toEqual([fresh]);
});
