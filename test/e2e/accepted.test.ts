/** A label on the pull request accepts what is slower there, told to the real dist/action.js. */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runAction } from './github/runner.ts';
import { type Fault, useGitHub } from './github/server.ts';

const root = resolve(import.meta.dirname, '../..');
const github = useGitHub();

let workspace: string;
beforeEach(() => {
  workspace = mkdtempSync(join(tmpdir(), 'flamegate-workspace-'));
  cpSync(join(root, 'examples/slow/bench.txt'), join(workspace, 'bench.txt'));
});
afterEach(() => rmSync(workspace, { recursive: true, force: true }));

const labels = (wrong: Partial<Fault>): Fault => ({
  ...{ method: 'GET', path: /\/issues\/1\/labels/, status: 200, times: 9 },
  ...wrong,
});
const named = (...names: string[]): Fault => labels({ json: names.map((name) => ({ name })) });

const slowPull = () =>
  runAction({
    github: github(),
    run: github().runOf(github().openPull()),
    workspace,
    inputs: {
      benchmarks: 'bench.txt',
      threshold: '10%',
      baseline: join(root, 'examples/baseline'),
    },
  });

describe('a pull request that is slower', () => {
  it('passes with the label, and its comment says both', async () => {
    github().fault(named('bug', 'perf-accepted'));
    const got = await slowPull();
    expect(got.exitCode, got.stdout + got.stderr).toBe(0);
    expect(got.outputs.verdict).toBe('fail');
    const body = github().comments[0]?.body ?? '';
    expect(body).toMatch(/❌ .* slower/);
    expect(body).toContain('> Accepted with the label `perf-accepted`: the job passes.');
    expect(got.summary).toContain('> Accepted with the label `perf-accepted`');
  });

  it.each([
    ['without it', named('perf-accepted-not', 'Perf-Accepted ')],
    ['where the labels are refused', labels({ status: 403, json: {} })],
    ['where the labels are no labels', labels({ json: [7] })],
  ])('fails %s', async (_, fault) => {
    github().fault(fault);
    const got = await slowPull();
    expect(got.exitCode, got.stdout + got.stderr).toBe(1);
    expect(github().comments[0]?.body).not.toContain('Accepted with');
  });
});
