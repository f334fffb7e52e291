/** `flamegate doctor` as somebody calls it: on the example of this repository, and without stored runs. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { temporary } from '../source/rounds/repository.ts';
import { cli } from './program.ts';

const root = resolve(import.meta.dirname, '../..');
const doctor = (cwd: string, ...args: string[]) =>
  spawnSync(process.execPath, [...cli, 'doctor', ...args], { cwd, encoding: 'utf8' });

it('prints what docs/baselines.md shows', () => {
  const place = temporary();
  const { status, stdout, stderr } = doctor(place, '--baseline', join(root, 'examples/baseline'));
  expect([status, stderr]).toEqual([0, '']);
  const [, shown = ''] =
    /Of the example in this repository:\n\n((?: {4}.*\n|\n)+)/.exec(
      readFileSync(join(root, 'docs/baselines.md'), 'utf8'),
    ) ?? [];
  const lines = shown.split('\n').map((line) => line.trim().replace(/ ?\.\.\.$/, ''));
  expect(lines.length).toBeGreaterThan(10);
  for (const line of lines) expect(stdout).toContain(line);
});

it('bad input is exit status 2', () => {
  const { status, stderr } = doctor(root, '--baseline', 'package.json');
  expect([status, stderr]).toEqual([2, expect.stringContaining('package.json')]);
});
