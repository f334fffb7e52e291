/** `measure A..B` and `--each`, the bundle in real repositories; times are said by the command. */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { gitEnv, type Repository, repository, temporary } from '../source/rounds/repository.ts';
import { cli } from './program.ts';

const bench = 'echo "BenchmarkWork 1 $(( $(cat took) + RANDOM % 17 )) ns/op"';

let at: Repository;
let temp: string;
let commits: string[];
beforeEach(() => {
  at = repository();
  temp = temporary();
  at.write('bench.sh', bench);
  commits = [1000, 1001, 1500, 1501, 700].map((took) => at.commit('took', `${took}\n`));
  at.git('commit', '--quiet', '--allow-empty', '--message', '::error::[x](y)\u202e');
});

afterEach(() => {
  expect(at.git('worktree', 'list', '--porcelain').match(/^worktree /gm)).toHaveLength(1);
  expect(readdirSync(temp)).toEqual([]);
});

const env = () => ({ ...gitEnv, TMPDIR: temp });
const few = ['--threshold', '20%', '--max-rounds', '6', '--seed', '1'];

function measure(...args: string[]) {
  const all = [...cli, 'measure', ...few, ...args, '--', 'bash', 'bench.sh'];
  return spawnSync(process.execPath, all, { cwd: at.folder, encoding: 'utf8', env: env() });
}

it('measures two revisions as they are committed, whatever is checked out and changed', () => {
  at.write('took', '9000\n');
  const slower = measure(`${commits[1]}..${commits[3]}`);
  expect(slower.stdout, slower.stderr).toMatch(/^fail: Work is (49|50) % slower/);
  expect(slower.stderr).toMatch(
    new RegExp(`^base ${commits[1]?.slice(0, 12)}, head ${commits[3]?.slice(0, 12)}; seed 1$`, 'm'),
  );
  expect(slower.status).toBe(1);
  const same = measure('HEAD~5..HEAD~4');
  expect(same.stdout, same.stderr).toMatch(/^pass/);
  expect(readFileSync(join(at.folder, 'took'), 'utf8')).toBe('9000\n');
});

it('finds the commit that was slower', () => {
  const { status, stdout, stderr } = measure('HEAD~5..HEAD', '--each');
  const lines = stdout.trimEnd().split('\n');
  expect(lines[0]).toBe('5 commits, each measured against its parent:');
  const rows = lines.slice(3).map((line) => line.split(/ {2,}/));
  expect(rows.map(([commit, verdict]) => [commit, verdict])).toEqual([
    [commits[1]?.slice(0, 12), 'pass'],
    [commits[2]?.slice(0, 12), 'fail'],
    [commits[3]?.slice(0, 12), 'pass'],
    [commits[4]?.slice(0, 12), 'pass'],
    [at.git('rev-parse', 'HEAD').slice(0, 12), 'incomplete'],
  ]);
  expect(rows[1]?.[2]).toMatch(/^Work \+(49|50|51) %$/);
  expect(rows[3]?.[2]).toMatch(/^Work (-5\d %|2\.\dx faster)$/);
  expect(stdout).not.toMatch(/\u202e|^::/m);
  expect(stderr).toMatch(/^commit 2 of 5, [0-9a-f]{12}: fail: Work is/m);
  expect(status).toBe(1);
});

it('goes on behind a commit that does not run, and says so in JSON too', () => {
  at.commit('bench.sh', 'exit 3\n');
  at.commit('bench.sh', bench);
  at.commit('took', '705\n');
  const keep = join(temporary(), 'keep');
  const { status, stdout } = measure('HEAD~3..', '--each', '--format', 'json', '--keep', keep);
  const report = JSON.parse(stdout) as {
    planned: number;
    commits: { problem: string | null; report: { verdict: string } | null }[];
  };
  const schema = new URL('../../schema/history.schema.json', import.meta.url);
  const validate = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(
    JSON.parse(readFileSync(schema, 'utf8')),
  );
  expect(validate(report) ? [] : validate.errors).toEqual([]);
  expect(report.planned).toBe(3);
  expect(report.commits.map((of) => of.report?.verdict ?? of.problem)).toEqual([
    expect.stringMatching(/head, round 1: run failed with exit status 3/),
    expect.stringMatching(/base, round 1: run failed with exit status 3/),
    'pass',
  ]);
  expect(readdirSync(join(keep, at.git('rev-parse', 'HEAD').slice(0, 12)))).toContain('head');
  expect(status).toBe(2);
});

it('Ctrl-C ends it with the commits there were', async () => {
  at.commit('bench.sh', `sleep 0.2; ${bench}`);
  const args = ['measure', 'HEAD~6..', '--each', ...few, '--', 'bash', 'bench.sh'];
  const child = spawn(process.execPath, [...cli, ...args], { cwd: at.folder, env: env() });
  let [stdout, stderr] = ['', ''];
  child.stdout.on('data', (of) => {
    stdout += of;
  });
  child.stderr.on('data', (of) => {
    const had = /commit 2 of 6/.test(stderr);
    stderr += of;
    if (!had && /commit 2 of 6/.test(stderr)) child.kill('SIGINT');
  });
  const status = await new Promise((done) => child.on('close', done));
  expect(stdout, stderr).toMatch(/^[23] commits, each measured against its parent:/);
  expect(stdout).toMatch(/^stopped: [34] commits not measured$/m);
  expect(status).toBe(130);
});

it.each<[string[], RegExp]>([
  [['v1..v2'], /git knows no revision "v2"/],
  [['HEAD'], /"HEAD" is not two revisions/],
  [['HEAD...HEAD~1'], /is not two revisions/],
  [['..'], /is not two revisions/],
  [['--all..HEAD'], /unknown option|not a revision/],
  [['HEAD..HEAD~1', '--each'], /there is no commit in HEAD\.\.HEAD~1/],
  [['--each'], /--each needs the commits/],
  [['HEAD~1..HEAD', '--against', 'main'], /leave --against out/],
  [['HEAD~1..HEAD', '--each', '--format', 'csv'], /--each has --format text and json/],
])('%j is exit status 2', (args, message) => {
  const { status, stdout, stderr } = measure(...args);
  expect(stderr).toMatch(message);
  expect([status, stdout]).toEqual([2, '']);
});

it('--submodules checks them out on both sides, as each commit has them', () => {
  const library = repository();
  library.commit('took', '1000\n');
  const add = ['-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add'];
  at.git(...add, library.folder, 'library');
  at.commit('bench.sh', bench.replace('cat took', 'cat library/took'));
  const newer = library.commit('took', '1500\n');
  at.git('-C', 'library', '-c', 'protocol.file.allow=always', 'fetch', '--quiet');
  at.git('-C', 'library', 'checkout', '--quiet', newer);
  at.git('commit', '--quiet', '--all', '--message', 'newer library');
  const run = (...more: string[]) =>
    spawnSync(
      process.execPath,
      [...cli, 'measure', ...few, ...more, 'HEAD~1..', '--', 'bash', 'bench.sh'],
      { cwd: at.folder, encoding: 'utf8', env: { ...env(), GIT_ALLOW_PROTOCOL: 'file' } },
    );
  const { status, stdout, stderr } = run('--submodules');
  expect(stdout, stderr).toMatch(/^fail: Work is (49|50) % slower/);
  expect(status).toBe(1);
  expect(at.git('-C', 'library', 'rev-parse', 'HEAD')).toBe(newer);
  expect(existsSync(join(at.folder, '.git/worktrees'))).toBe(false);
  expect(run().stdout).not.toMatch(/^fail/);
});
