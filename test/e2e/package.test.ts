/** What would be published: packed, installed into an empty directory, and run there. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../..');

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'flamegate-package-'));
  const packed = run(root, 'npm', 'pack', '--silent', '--pack-destination', folder);
  expect(packed.status, packed.stderr).toBe(0);
  const quiet = ['--offline', '--no-audit', '--no-fund', '--no-save'];
  const installed = run(folder, 'npm', 'install', ...quiet, join(folder, packed.stdout.trim()));
  expect(installed.status, installed.stderr).toBe(0);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = (cwd: string, command: string, ...args: string[]) =>
  spawnSync(command, args, { cwd, encoding: 'utf8' });

const flamegate = (...args: string[]) =>
  run(folder, process.execPath, join(folder, 'node_modules/.bin/flamegate'), ...args);

it('is one package and under 8 MB', () => {
  const packages = readdirSync(join(folder, 'node_modules')).filter((name) => name[0] !== '.');
  expect(packages).toEqual(['flamegate']);
  const at = join(folder, 'node_modules/flamegate');
  // Offline an optional one would be left out without a word.
  const manifest = JSON.parse(readFileSync(join(at, 'package.json'), 'utf8'));
  expect([manifest.dependencies, manifest.optionalDependencies]).toEqual([undefined, undefined]);
  const files = readdirSync(at, { recursive: true, encoding: 'utf8' });
  const bytes = files.map((file) => statSync(join(at, file)).size).reduce((a, b) => a + b, 0);
  expect(bytes).toBeLessThan(8e6);
});

it('says its version, gates and compares', () => {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  expect(flamegate('--version').stdout.trim()).toBe(version);
  const example = (name: string) => join(root, 'examples', name);
  const diff = ['clean', 'slow'].map((name) => example(`${name}/codec.cpu.pprof`));
  expect(flamegate('diff', ...diff).stdout).toContain('codec.appendEscaped');
  const slow = ['--benchmarks', example('slow/bench.txt')];
  const gate = flamegate('gate', '--baseline', example('baseline'), '--threshold', '10%', ...slow);
  expect([gate.status, gate.stdout]).toEqual([1, expect.stringMatching(/^fail: /)]);
});
