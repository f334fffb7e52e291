/** What was measured is provably the commit of the workflow run, or it is said why not. */
import { beforeEach, expect, it } from 'vitest';
import { doubtOfCheckout } from '../../../src/source/rounds/own.ts';
import { at, gitEnv, type Repository, repository, temporary } from './repository.ts';

let own: Repository;
let commit: string;
beforeEach(() => {
  own = repository();
  own.write('.gitignore', 'cache/\n');
  commit = own.commit('code.go', 'package a\n');
  own.write('bench.txt', 'BenchmarkA 1 1 ns/op\n');
});

const doubt = (workspace = own.folder, files = ['bench.txt']) =>
  doubtOfCheckout(workspace, commit, files, gitEnv);

/** Another repository at a path of the workspace, as a second actions/checkout makes it. */
function checkout(path: string): void {
  own.write(`${path}/x`, '');
  const other = at(`${own.folder}/${path}`);
  other.git('init', '--quiet');
  other.commit('x', 'x');
}

it('is proven by a clean checkout of it, whatever files the job has written', async () => {
  expect(await doubt()).toBeNull();
});

it.each<[string, () => void, RegExp]>([
  ['another commit', () => own.commit('code.go', 'package b\n'), /checkout is at [0-9a-f]{40}/],
  ['a change', () => own.write('code.go', 'package c\n'), /"code.go" was changed since/],
  [
    "a change that is staged, as after taking another commit's files",
    () => {
      own.write('code.go', 'package c\n');
      own.git('add', 'code.go');
    },
    /"code.go" was changed since/,
  ],
  ['a file that is new in the index', () => own.git('add', 'bench.txt'), /"bench.txt" was changed/],
  ['a file that is gone', () => own.git('rm', '--quiet', 'code.go'), /"code.go" was changed since/],
  ['another checkout below', () => checkout('work/pr'), /"work\/pr\/" is another checkout/],
])('is not proven with %s', async (_, change, reason) => {
  change();
  expect(await doubt()).toMatch(reason);
});

it('is not proven by files of another checkout that git ignores', async () => {
  checkout('cache/pr');
  expect(await doubt(own.folder, ['cache/pr/bench.txt'])).toMatch(
    /"cache\/pr" is another checkout/,
  );
});

it('is not proven below the top, nor without a repository', async () => {
  own.write('sub/x', '');
  expect(await doubt(`${own.folder}/sub`)).toMatch(/not the top of its repository/);
  expect(await doubt(temporary())).toMatch(/cannot be looked at: git rev-parse failed/);
});
