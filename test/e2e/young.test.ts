/**
 * Runs of the default branch that were started by a schedule or by hand, told to the real dist/action.js: they are
 * stored where the checkout proves what was measured. And what a pull request costs, whatever is stored.
 */
import { cpSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { type Repository, repository } from '../source/rounds/repository.ts';
import { runAction, type StepResult } from './github/runner.ts';
import { useGitHub } from './github/server.ts';
import type { Run } from './github/world.ts';

const root = resolve(import.meta.dirname, '../..');
const github = useGitHub();
const inputs = { benchmarks: 'bench.txt', threshold: '10%' };
let workspace: Repository;
beforeEach(() => {
  workspace = repository();
});

function step(run: Run, example = 'clean'): Promise<StepResult> {
  const to = join(workspace.folder, 'bench.txt');
  cpSync(join(root, 'examples', example, 'bench.txt'), to);
  return runAction({ github: github(), run, workspace: workspace.folder, inputs });
}

/** A run of main's tip, which is what is checked out. */
function runOfTip(event: string, fields: Partial<Run> = {}): Run {
  const sha = workspace.commit('code.go', `package a // ${github().runs.length}\n`);
  const push = github().push();
  const old = github().commits.get(push.sha);
  github().runs.shift();
  if (old === undefined) throw new Error('no commit');
  github().commits.set(sha, { ...old, sha });
  github().branches.set('main', sha);
  return github().addRun({ event, headSha: sha, sha, ...fields });
}

const storedNames = () => github().artifacts.map(({ name }) => name);

describe.each(['schedule', 'workflow_dispatch'])('a run by %s', (event) => {
  it('is stored, and compared with by a pull request', async () => {
    const run = runOfTip(event);
    const result = await step(run);
    expect(result.exitCode, result.stdout + result.stderr).toBe(0);
    expect(storedNames()).toEqual(['flamegate-default-a1']);
    github().finish(run);
    const slow = await step(github().runOf(github().openPull()), 'slow');
    expect(slow.outputs.verdict, slow.stdout).not.toBe('no-baseline');
  });

  it.each<[string, () => void, string]>([
    [
      "a pull request's commit",
      () => workspace.commit('code.go', 'package b\n'),
      'the checkout is at',
    ],
    [
      "a pull request's files",
      () => workspace.write('code.go', 'package c\n'),
      '"code.go" was changed since the commit',
    ],
  ])('of %s is not', async (_, change, reason) => {
    const run = runOfTip(event);
    change();
    const result = await step(run);
    expect(result.stdout).toContain(`this run is not stored as baseline: ${reason}`);
    expect(storedNames()).not.toContain('flamegate-default-a1');
  });

  it('of a tag called main is not', async () => {
    const result = await step(runOfTip(event, { ref: 'refs/tags/main' }));
    expect(result.stdout).toContain('this run is not stored as baseline: it is of refs/tags/main');
    expect(storedNames()).not.toContain('flamegate-default-a1');
  });
});

it('asks at most 8 requests of a pull request, whatever is stored', async () => {
  const runs = readdirSync(join(root, 'examples/baseline')).filter((name) => !name.startsWith('.'));
  for (const name of runs.slice(0, 3)) {
    const push = github().push();
    expect((await step(push, `baseline/${name}/benchmarks`)).exitCode).toBe(0);
    github().finish(push);
  }
  const pull = github().openPull();
  await step(github().runOf(pull));
  const from = github().requests.length;
  // The second of a pull request finds its comment, and writes it twice.
  await step(github().pushTo(pull));
  const asked = github().requests.slice(from);
  expect(asked.filter((request) => / \/(repos|graphql)\b/.test(request)).length).toBeLessThan(9);
});
