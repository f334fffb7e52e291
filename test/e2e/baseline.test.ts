/** `flamegate baseline list|show|prune|verify|export|import` over a directory of stored runs. */
import { spawnSync } from 'node:child_process';
import { cpSync, readdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { beforeEach, expect, it } from 'vitest';
import { temporary } from '../source/rounds/repository.ts';
import { cli } from './program.ts';

const examples = resolve(import.meta.dirname, '../../examples/baseline');
let folder: string;
beforeEach(() => {
  folder = temporary();
  cpSync(examples, join(folder, 'runs'), { recursive: true });
});

function baseline(...args: string[]) {
  return spawnSync(process.execPath, [...cli, 'baseline', ...args], {
    cwd: folder,
    encoding: 'utf8',
  });
}

/** Hidden names are no runs. */
const runsIn = (name: string): string[] =>
  readdirSync(join(folder, name))
    .filter((of) => !of.startsWith('.'))
    .sort();

const damage = (run: string): void => {
  // Of the same size, so that only the digest tells.
  const file = join(folder, 'runs', run, 'benchmarks/bench.txt');
  const { size } = { size: spawnSync('wc', ['-c', file], { encoding: 'utf8' }).stdout };
  writeFileSync(file, 'x'.repeat(Number.parseInt(size, 10)));
};

it('lists the runs newest first, and as JSON with the fields of their manifests', () => {
  const { status, stdout } = baseline('list', '--baseline', 'runs');
  expect(status).toBe(0);
  const lines = stdout.trimEnd().split('\n');
  expect(lines[0]).toBe('5 stored runs');
  expect(lines[1]).toMatch(/^time +commit +files +bytes +branch +machine$/);
  const times = lines.slice(2).map((line) => line.split(' ')[0]);
  expect(times).toHaveLength(5);
  expect(times).toEqual(times.toSorted().toReversed());
  const json = JSON.parse(baseline('list', '--baseline', 'runs', '--format', 'json').stdout);
  expect(json).toMatchObject({ schema: 1, setAside: [] });
  expect(json.runs.map(({ time }: { time: string }) => time)).toEqual(times);
});

it('lists what was set aside with its reason, and a directory that is not there by name', () => {
  const [oldest = ''] = runsIn('runs');
  writeFileSync(join(folder, 'runs', oldest, 'manifest.json'), '{"schemaVersion":7}');
  const { status, stdout } = baseline('list', '--baseline', 'runs');
  expect(status).toBe(0);
  expect(stdout).toMatch(/^4 stored runs, 1 set aside$/m);
  expect(stdout).toMatch(/^set aside: .*schemaVersion "7", this flamegate reads 1/m);
  const none = baseline('list', '--baseline', 'nowhere');
  expect([none.stdout, none.stderr]).toEqual([
    '0 stored runs\n',
    expect.stringContaining('the baseline directory nowhere does not exist yet'),
  ]);
});

it('shows a run by the beginning of its commit, the newest without', () => {
  const { runs } = JSON.parse(baseline('list', '--baseline', 'runs', '--format', 'json').stdout);
  const { commit, time, files } = runs[2];
  const { status, stdout } = baseline('show', commit.slice(0, 10), '--baseline', 'runs');
  expect(status).toBe(0);
  expect(stdout).toContain(`commit       ${commit}`);
  for (const { path, sha256 } of files) expect(stdout).toMatch(new RegExp(`${sha256} +${path}`));
  expect(stdout).toContain(time);
  expect(baseline('show', '--baseline', 'runs').stdout).toContain(runs[0].time);
  expect(baseline('show', 'f00', '--baseline', 'runs')).toMatchObject({
    status: 2,
    stderr: expect.stringContaining('no stored run is of the commit "f00"'),
  });
});

it('prune leaves the newest, and says what it removed', () => {
  const before = runsIn('runs');
  const { status, stdout } = baseline('prune', '--baseline', 'runs', '--keep', '2');
  expect([status, stdout.split('\n')[0]]).toEqual([0, 'removed: 3 stored runs']);
  expect(runsIn('runs')).toEqual(before.slice(-2));
  expect(readdirSync(join(folder, 'runs')).filter((of) => of.startsWith('.removed'))).toEqual([]);
  expect(baseline('prune', '--baseline', 'runs', '--keep', 'all').status).toBe(2);
  expect(runsIn('runs')).toHaveLength(2);
});

it('verify opens every file: one that was changed is exit status 2', () => {
  expect(baseline('verify', '--baseline', 'runs')).toMatchObject({ status: 0 });
  const [, second = ''] = runsIn('runs');
  damage(second);
  const { status, stdout } = baseline('verify', '--baseline', 'runs');
  expect(status).toBe(2);
  expect(stdout).toMatch(/^verified: 4 stored runs, 1 set aside$/m);
  expect(stdout).toMatch(/^set aside: .*bench\.txt does not have the SHA-256/m);
  expect(baseline('verify', '--baseline', 'nowhere').status).toBe(2);
});

it('export and import copy what is missing, leave what is there, and tell what is damaged', () => {
  const out = baseline('export', 'copy', '--baseline', 'runs');
  expect([out.status, out.stdout.split('\n')[0]]).toEqual([
    0,
    'exported: 5 stored runs, 0 there already',
  ]);
  expect(runsIn('copy')).toEqual(runsIn('runs'));
  expect(baseline('verify', '--baseline', 'copy').status).toBe(0);
  baseline('prune', '--baseline', 'runs', '--keep', '3');
  const back = baseline('import', 'copy', '--baseline', 'runs');
  expect([back.status, back.stdout.split('\n')[0]]).toEqual([
    0,
    'imported: 2 stored runs, 3 there already',
  ]);
  expect(runsIn('runs')).toEqual(runsIn('copy'));
  const [first = ''] = runsIn('runs');
  damage(first);
  const broken = baseline('export', 'other', '--baseline', 'runs');
  expect([broken.status, broken.stdout.split('\n')[0]]).toEqual([
    2,
    'exported: 4 stored runs, 0 there already, 1 set aside',
  ]);
  expect(baseline('import', 'nowhere', '--baseline', 'runs').status).toBe(2);
});
