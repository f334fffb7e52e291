/** Two commands without git, and a list of values: `measure --base-cmd --head-cmd`, `--vary`. */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, it } from 'vitest';
import { gitEnv, repository, temporary } from '../source/rounds/repository.ts';
import { cli } from './program.ts';

let folder: string;
let temp: string;
beforeEach(() => {
  folder = temporary();
  temp = temporary();
});

function measure(...args: string[]) {
  const all = [...cli, 'measure', '--threshold', '20%', '--max-rounds', '6', ...args];
  const env = { ...gitEnv, GIT_CEILING_DIRECTORIES: '/', TMPDIR: temp };
  const of = spawnSync(process.execPath, all, { cwd: folder, encoding: 'utf8', env });
  expect(readdirSync(temp)).toEqual([]);
  return of;
}

const bench = (took: number) => `echo "BenchmarkWork 1 $(( ${took} + RANDOM % 17 )) ns/op"`;

it('two commands are compared where the user stands', () => {
  writeFileSync(join(folder, 'input'), 'x\n');
  const { status, stdout, stderr } = measure(
    ...['--base-cmd', `cat input && ${bench(1000)}`],
    ...['--head-cmd', `cat input && ${bench(1500)}; echo "$FLAMEGATE_SIDE" >>told`],
  );
  expect(stderr).toMatch(/^two commands in turn, in this directory; seed \d+$/m);
  expect(stdout, stderr).toMatch(/^fail: Work is (49|50) % slower/);
  // Six decide it; a disturbed one is run again.
  expect(readFileSync(join(folder, 'told'), 'utf8')).toMatch(/^(?:head\n){6,12}$/);
  expect(readdirSync(folder).sort()).toEqual(['input', 'told']);
  expect(status).toBe(1);
});

it('two commands that print nothing are timed, each value of a list on its own', () => {
  const keep = join(temporary(), 'keep');
  const { status, stdout } = measure(
    ...['--base-cmd', 'sleep 0.01', '--head-cmd', 'sleep 0.{n}1', '--vary', 'n=0,2'],
    ...['--keep', keep],
  );
  expect(stdout).toMatch(/^fail: .*n=2 is \d+(\.\d)?x slower/);
  expect(stdout).toMatch(/^Command\/sleep_0.01_->_sleep_0.\{n\}1\/n=2 +sec\/op .* slower/m);
  expect(stdout).not.toMatch(/n=0 .* slower/);
  const times = readFileSync(join(keep, 'head/round-3/times.txt'), 'utf8');
  expect(times).toMatch(/n=0 1 .*\n.*n=2 1 /);
  expect(status).toBe(1);
});

it('of two revisions each value is a benchmark, and reaches the program as one word', () => {
  const at = repository();
  folder = at.folder;
  const slow = (value: string) =>
    `#!/bin/sh\nprintf '%s|' "$@" >>"$TOLD"\n[ "$2" = '${value}' ] && sleep 0.2 || sleep 0.01\n`;
  at.write('tool', slow('nothing'));
  at.git('add', '--chmod=+x', 'tool');
  at.git('commit', '--quiet', '--message', 'tool');
  at.git('checkout', '--quiet', '-b', 'feature');
  at.commit('tool', slow('$(id) b'));
  const told = join(temporary(), 'told');
  const args = ['--setup', 'chmod +x tool', '--vary', 'v=one,$(id) b', '--', './tool', '-v', '{v}'];
  const of = spawnSync(
    process.execPath,
    [...cli, 'measure', '--threshold', '20%', '--max-rounds', '6', ...args],
    { cwd: folder, encoding: 'utf8', env: { ...gitEnv, TMPDIR: temp, TOLD: told } },
  );
  expect(of.stdout, of.stderr).toMatch(/^fail: Command\/tool_-v_\{v\}\/v=\$\(id\)_b is .*slower/);
  expect(of.stdout).not.toMatch(/v=one .* slower/);
  expect(readFileSync(told, 'utf8')).toMatch(/^(-v\|one\||-v\|\$\(id\) b\|){24,}$/);
  expect(of.status).toBe(1);
});

it('--setup runs once, and what it built is there for both', () => {
  const { status, stdout, stderr } = measure(
    ...['--setup', `echo built >>built; echo '${bench(1000)}' >$FLAMEGATE_BIN/bench`],
    ...['--base-cmd', 'bash $FLAMEGATE_BIN/bench', '--head-cmd', 'bash  $FLAMEGATE_BIN/bench'],
  );
  expect(stdout, stderr).toMatch(/^pass/);
  expect(readFileSync(join(folder, 'built'), 'utf8')).toBe('built\n');
  expect(status).toBe(0);
});

it('the same command twice says that it compares the machine with itself', () => {
  const { stdout } = measure('--base-cmd', bench(1000), '--head-cmd', bench(1000));
  expect(stdout).toMatch(/^incomplete: .*same code/);
});

it.each<[string[], RegExp]>([
  [['--base-cmd', 'true'], /go together/],
  [['--base-cmd', 'true', '--head-cmd', ' '], /go together/],
  [['--base-cmd', 'true', '--head-cmd', 'exit 3'], /head, round 1: run failed with exit status 3/],
  [['--base-cmd', 'true', '--head-cmd', 'true', '--', 'true'], /both say what to measure/],
  [['--base-cmd', 'true', '--head-cmd', 'true', '--against', 'x'], /leave --against out/],
  [['--base-cmd', 'true', '--head-cmd', 'true', '--submodules'], /is for commits/],
  [['A..B', '--base-cmd', 'true', '--head-cmd', 'true'], /give one of them/],
  [['--base-cmd', 'true', '--head-cmd', 'false', '--vary', 'n=1'], /\{n\} is not in the command/],
  [
    ['--base-cmd', `${bench(1000)} {n}`, '--head-cmd', bench(1001), '--vary', 'n=1,2'],
    /--vary is for commands whose time is measured/,
  ],
  [['--', 'true'], /not a git repository.*--base-cmd/],
])('%j is exit status 2', (args, message) => {
  const { status, stdout, stderr } = measure(...args);
  expect(stderr).toMatch(message);
  expect([status, stdout]).toEqual([2, '']);
});
