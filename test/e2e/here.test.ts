/**
 * The action with `run:`, in a real checkout: base and head are measured on the runner, with and
 * without stored runs, and the measured code sees nothing of the action.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { at, type Repository, repository, temporary } from '../measure/repository.ts';
import { runAction } from './github/runner.ts';
import { useGitHub } from './github/server.ts';
import type { Run } from './github/world.ts';

const github = useGitHub();

let checkout: Repository;

/** As actions/checkout leaves it: one commit, the merge of the pull request, nothing else. */
beforeEach(() => {
  const remote = repository();
  remote.commit('value', '100\n');
  remote.git('checkout', '--quiet', '-b', 'feature');
  remote.commit('value', '200\n');
  remote.git('checkout', '--quiet', '--detach', 'main');
  remote.git('merge', '--quiet', '--no-ff', '--message', 'merge', 'feature');
  remote.git('update-ref', 'refs/pull/1/merge', 'HEAD');
  checkout = at(temporary());
  checkout.git('init', '--quiet');
  checkout.git('remote', 'add', 'origin', `file://${remote.folder}`);
  checkout.git(
    'fetch',
    '--quiet',
    '--depth=1',
    'origin',
    '+refs/pull/1/merge:refs/remotes/pull/1/merge',
  );
  checkout.git('checkout', '--quiet', '--detach', 'refs/remotes/pull/1/merge');
});

/** Ten samples around the value; the noise is drawn by the shell, so that sides differ. */
const bench =
  'for i in 1 2 3; do echo "BenchmarkWork 1 $(( $(cat value) * 10000 + RANDOM % 1000 )) ns/op"; done';

const step = (run: Run, inputs: Record<string, string>) =>
  runAction({
    github: github(),
    run,
    workspace: checkout.folder,
    inputs: { threshold: '10%', ...inputs },
    env: { GITHUB_SHA: checkout.git('rev-parse', 'HEAD'), GITHUB_REF: 'refs/pull/1/merge' },
  });

describe('with run: and no files', () => {
  it('a slow pull request fails against the first parent of its merge commit', async () => {
    const pull = github().openPull();
    const got = await step(github().runOf(pull), { run: bench });
    expect(got.stdout).toMatch(/^base [0-9a-f]{12}, head [0-9a-f]{12}; seed \d+$/m);
    expect(got.outputs.verdict, got.stdout).toBe('fail');
    expect(got.exitCode).toBe(1);
    expect(got.summary).toContain('Work');
    expect(github().comments[0]?.body).toContain('in 6 rounds here');
    expect(got.outputs['artifact-url']).toMatch(/artifacts/);
    expect(checkout.git('worktree', 'list', '--porcelain').match(/^worktree /gm)).toHaveLength(1);
  });

  it('a command that fails is shown and is no verdict', async () => {
    const got = await step(github().runOf(github().openPull()), {
      run: 'echo "::set-output name=verdict::pass"; exit 3',
    });
    expect(got.exitCode).toBe(2);
    expect(got.outputs.verdict).toBeUndefined();
    expect(got.annotations).toContainEqual(
      expect.objectContaining({ message: expect.stringMatching(/run failed with exit status 3/) }),
    );
    expect(got.commands.map((of) => of.name)).not.toContain('set-output');
  });

  it('the measured code sees no token, no input and no file that the runner obeys', async () => {
    const file = join(temporary(), 'env');
    await step(github().runOf(github().openPull()), { run: `env >> ${file}; ${bench}` });
    const seen = readFileSync(file, 'utf8');
    expect(seen).toMatch(/^GITHUB_REPOSITORY=/m);
    expect(seen).toMatch(/^FLAMEGATE_SIDE=/m);
    expect(seen).not.toMatch(
      /^(INPUT_|ACTIONS_|STATE_|GITHUB_(OUTPUT|ENV|PATH|STATE|STEP_SUMMARY)=)/m,
    );
  });
});

it.each([
  ['setup', 'make'],
  ['max-rounds', '8'],
  ['max-time', '5m'],
  ['against', 'main'],
  ['pin', 'true'],
])('%s without run is an error', async (name, value) => {
  const got = await step(github().runOf(github().openPull()), { [name]: value });
  expect(got.exitCode).toBe(2);
  expect(got.stdout).toContain(`${name} without run`);
});

it('with files and no stored run, everything is measured here', async () => {
  checkout.write('bench.txt', 'BenchmarkWork 1 2000000 ns/op\n');
  const pull = github().openPull();
  const got = await step(github().runOf(pull), { run: bench, benchmarks: 'bench.txt' });
  expect(got.outputs.verdict, got.stdout).toBe('fail');
  const never = await step(github().pushTo(pull), {
    ...{ run: bench, benchmarks: 'bench.txt', confirm: 'never' },
  });
  expect(never.outputs.verdict).toBe('no-baseline');
});
