/**
 * `flamegate init` on small repositories: the commands of the workflow that it writes are run as GitHub runs them. Nothing
 * changed is green, a benchmark made several times slower is red, and files that are there stay.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { trees } from '../recipe/trees.ts';
import { gitEnv, repository, temporary } from '../source/rounds/repository.ts';
import { knownCpu } from './knowncpu.ts';
import { cli } from './program.ts';

const commit = '0123456789abcdef0123456789abcdef01234567';
const action = ['--action', `someone/flamegate@${commit}`];

/** Tools of Python ask for it in each start. */
const cpu = knownCpu();

type Repository = ReturnType<typeof repository>;

function repositoryOf(name: string): Repository {
  const at = repository();
  for (const [file, text] of Object.entries(trees[name] ?? {})) {
    if (file.startsWith('vendor/')) continue;
    mkdirSync(dirname(join(at.folder, file)), { recursive: true });
    writeFileSync(join(at.folder, file), text);
  }
  at.git('add', '--all');
  at.git('commit', '--quiet', '--message', name);
  return at;
}

const run = (at: Repository, program: string, args: readonly string[], env = {}) =>
  spawnSync(program, args, {
    ...{ cwd: at.folder, encoding: 'utf8' },
    env: { ...gitEnv, PYTHONPATH: cpu, ...env },
  });

const flamegate = (at: Repository, ...args: string[]) =>
  run(at, process.execPath, [...cli, ...args]);

interface Step {
  readonly run?: string;
  readonly uses?: string;
  readonly with?: Readonly<Record<string, string>>;
}

/** The benchmark step, and the inputs of the gate. */
function workflowIn(at: Repository) {
  const text = readFileSync(join(at.folder, '.github/workflows/perf.yml'), 'utf8');
  const { jobs } = parse(text) as { jobs: Record<string, { steps: Step[] }> };
  const steps = Object.values(jobs)[0]?.steps ?? [];
  const script = steps.find((of) => of.run?.includes('for pass'))?.run ?? '';
  return { script, inputs: steps.at(-1)?.with ?? {} };
}

const succeeds = (command: string, ...args: string[]) => spawnSync(command, args).status === 0;

/** `quick` makes the step short: which files there are and what is slower is asked, not how exactly. */
const tools = [
  {
    name: 'go',
    there: () => succeeds('go', 'version'),
    quick: (script: string) => script.replace('-benchtime=500ms', '-benchtime=5ms'),
    slow: ['sum/sum.go', 'range n {', 'range 4 * n {'],
    names: /^fail: .*Sum.* slower/,
  },
  {
    name: 'python',
    there: () => succeeds('python3', '-c', 'import pytest_benchmark'),
    quick: (script: string) =>
      script.replace('--benchmark-max-time=0.5', '--benchmark-max-time=0.05'),
    slow: ['sums.py', 'range(n)', 'range(4 * n)'],
    names: /^fail: .*test_total.* slower/,
  },
  {
    name: 'cpp',
    there: () =>
      succeeds('cmake', '--version') &&
      spawnSync('g++', ['-x', 'c++', '-fsyntax-only', '-'], {
        input: '#include <benchmark/benchmark.h>',
      }).status === 0,
    quick: (script: string) =>
      script.replace('--benchmark_min_time=0.5', '--benchmark_min_time=0.02'),
    slow: ['sums.cc', 'i < 2000', 'i < 8000'],
    names: /^fail: .*BM_Sum.* slower/,
  },
] as const;

describe.each(tools)('the workflow for $name', ({ name, there, quick, slow, names }) => {
  const isThere = there() && process.platform !== 'win32';
  if (!isThere) console.log(`skipped: the tools of ${name} are not installed`);

  it.skipIf(!isThere)('is green for nothing and red for a slowdown', { timeout: 300_000 }, () => {
    const at = repositoryOf(name);
    const written = flamegate(at, 'init', '--no-measure', ...action);
    expect([written.status, written.stdout], written.stderr).toEqual([
      0,
      'wrote .github/workflows/perf.yml\nwrote .github/flamegate.yml\n',
    ]);
    at.git('add', '--all');
    at.git('commit', '--quiet', '--message', 'flamegate');
    const { script, inputs } = workflowIn(at);
    const { benchmarks = '', profiles, setup, run: again = '' } = inputs;
    const step = () => {
      const shell = ['--noprofile', '--norc', '-eo', 'pipefail', '-c', quick(script)];
      const { status, stderr } = run(at, 'bash', shell, { RUNNER_TEMP: temporary() });
      expect(status, stderr).toBe(0);
    };
    step();
    const files = ['--benchmarks', benchmarks, ...(profiles ? ['--profiles', profiles] : [])];
    expect(flamegate(at, 'record', '--baseline', '../runs', ...files).status).toBe(0);
    const gate = (...more: string[]) =>
      flamegate(at, 'gate', '--baseline', '../runs', ...files, ...more);
    step();
    const clean = gate('--confirm', 'never');
    expect(clean.status, clean.stdout + clean.stderr).toBe(0);
    const [file, before, after] = slow;
    const text = readFileSync(join(at.folder, file), 'utf8');
    expect(text).toContain(before);
    writeFileSync(join(at.folder, file), text.replace(before, after));
    at.git('commit', '--quiet', '--all', '--message', 'slower');
    step();
    const { status, stdout, stderr } = gate(
      ...['--against', 'HEAD~1', '--max-rounds', '6', '--run', again],
      ...(setup ? ['--setup', setup] : []),
    );
    expect([status, stdout.split('\n')[0]], stderr).toEqual([1, expect.stringMatching(names)]);
    expect(stderr).toContain('in 6 rounds');
  });
});

describe('init', () => {
  it('never writes over a file, unless told to', () => {
    const at = repositoryOf('make');
    mkdirSync(join(at.folder, '.github'));
    writeFileSync(join(at.folder, '.github/flamegate.yml'), 'threshold: 7%\n');
    const first = flamegate(at, 'init', '--no-measure', ...action);
    expect(first.status).toBe(2);
    expect(first.stderr).toContain('.github/flamegate.yml: is there already');
    expect(existsSync(join(at.folder, '.github/workflows'))).toBe(false);
    expect(flamegate(at, 'init', '--no-measure', '--force', ...action).status).toBe(0);
    expect(readFileSync(join(at.folder, '.github/flamegate.yml'), 'utf8')).toContain('5%');
  });

  it('measures how long the benchmarks take, or says why not', () => {
    const at = repositoryOf('make');
    const failed = flamegate(at, 'init', '--dry-run', ...action);
    expect(failed.stderr).toMatch(/Not measured: `make --silent bench` ended with status 2/);
    writeFileSync(join(at.folder, 'bench'), '#!/bin/sh\necho "BenchmarkX 10 5 ns/op"\n', {
      mode: 0o755,
    });
    const { status, stdout, stderr } = flamegate(at, 'init', '--dry-run', ...action);
    expect(status).toBe(0);
    expect(stderr).toMatch(
      /1 benchmark in \d+\.\d s, so: 3 processes of the whole suite; max-time 5m/,
    );
    expect(stdout).toContain('          run: make --silent bench\n          max-time: 5m\n');
    expect(at.git('status', '--porcelain')).toBe('?? bench');
  });

  it('a public-looking repository gets the workflow that comments for forks', () => {
    const at = repositoryOf('make');
    writeFileSync(join(at.folder, 'LICENSE'), 'MIT\n');
    at.git('remote', 'add', 'origin', 'git@github.com:someone/thing.git');
    const { stdout, stderr } = flamegate(at, 'init', '--no-measure', ...action);
    expect(stderr).toContain('origin is someone/thing on github.com, and there is a LICENSE');
    expect(stdout).toContain('wrote .github/workflows/perf-comment.yml');
    const without = flamegate(at, 'init', '--no-measure', '--dry-run', '--no-forks', ...action);
    expect(without.stdout).not.toContain('perf-comment.yml');
  });

  it('never invents who has the action', () => {
    const at = repositoryOf('make');
    const { status, stdout, stderr } = flamegate(at, 'init', '--no-measure', '--dry-run');
    expect(status).toBe(0);
    // The clone that runs this test may have a remote on github.com.
    if (!stderr.includes('the remote of this clone')) {
      expect(stdout).toContain('uses: "<owner>/flamegate@<commit>"');
      expect(stderr).toContain('Left to do: nobody says who has the action');
    }
    expect(stdout).not.toContain('OWNER/');
    const tag = flamegate(at, 'init', '--no-measure', '--action', 'someone/flamegate@v1');
    expect([tag.status, tag.stderr]).toEqual([2, expect.stringContaining('all 40 digits')]);
  });

  it('without benchmarks says what it looks for', () => {
    const at = repository();
    const { status, stderr } = flamegate(at, 'init', ...action);
    expect([status, stderr]).toEqual([2, expect.stringContaining('no benchmarks were found here')]);
  });
});
