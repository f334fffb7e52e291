/** A baseline that is there and could not be had, told to the real dist/action.js: never a green pull request. */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runAction, type StepResult } from './github/runner.ts';
import { type Fault, useGitHub } from './github/server.ts';
import type { Run } from './github/world.ts';

const root = resolve(import.meta.dirname, '../..');
const github = useGitHub();

let workspace: string;
beforeEach(() => {
  workspace = mkdtempSync(join(tmpdir(), 'flamegate-workspace-'));
});
afterEach(() => rmSync(workspace, { recursive: true, force: true }));

const inputs = { benchmarks: 'bench.txt', threshold: '10%', comment: 'false' };

function step(run: Run, example: 'clean' | 'slow'): Promise<StepResult> {
  cpSync(join(root, 'examples', example, 'bench.txt'), join(workspace, 'bench.txt'));
  return runAction({ github: github(), run, workspace, inputs });
}

/** One stored run of main. */
async function main(): Promise<void> {
  const push = github().push();
  expect((await step(push, 'clean')).exitCode).toBe(0);
  github().finish(push);
}

const errorsOf = ({ annotations }: StepResult): string =>
  annotations.flatMap(({ level, message }) => (level === 'error' ? [message] : [])).join();

const always = { method: 'GET', status: 200, times: 99 };
const faults: [string, Fault, string][] = [
  [
    'the list of runs is a page',
    { ...always, path: /perf\S*\/runs/, json: 'x' },
    'not what its API',
  ],
  ['the artifacts are refused', { ...always, path: /\d\/artifacts/, status: 403, json: {} }, '403'],
  ['the artifacts are other JSON', { ...always, path: /\d\/artifacts/, json: {} }, 'not what its'],
  ['the download is refused', { ...always, path: /\/zip/, status: 404, json: {} }, '404'],
  ['the store says 410', { ...always, path: /\/blob/, status: 410 }, 'the store answered 410'],
  ['the store gives a page', { ...always, path: /\/blob/, json: 'x' }, 'GitHub promised sha256'],
  ['the archive is gone', { ...always, path: /\/zip/, status: 410, json: {} }, '410'],
  ['the store hangs up', { ...always, path: /\/blob/, hangUp: true }, 'the connection was lost'],
];

describe.each(faults)('%s', (_, fault, reason) => {
  it('and the pull request ends with 2 and the reason', async () => {
    await main();
    github().fault(fault);
    const result = await step(github().runOf(github().openPull()), 'slow');
    expect(result.exitCode, result.stdout + result.stderr).toBe(2);
    expect(errorsOf(result)).toContain(reason);
  });
});

const listFaults: [string, Fault][] = [
  ['the list of runs is refused', { ...always, path: /perf\S*\/runs/, status: 401, json: {} }],
  ['the commits are a page', { ...always, path: /\/commits/, json: 'x' }],
];

describe.each(listFaults)('%s', (_, fault) => {
  it('and a run of main is stored', async () => {
    await main();
    github().fault(fault);
    const result = await step(github().push(), 'clean');
    expect(result.exitCode, result.stdout + result.stderr).toBe(0);
    expect(result.annotations).toContainEqual(expect.objectContaining({ level: 'warning' }));
    expect(github().artifacts).toHaveLength(2);
  });
});

describe('a push to main whose baseline could not be had', () => {
  it('is green and stored', async () => {
    await main();
    github().fault({ ...always, path: /\/blob/, status: 410 });
    const result = await step(github().push(), 'clean');
    expect(result.exitCode, result.stdout + result.stderr).toBe(0);
    expect(github().artifacts).toHaveLength(2);
  });
});
