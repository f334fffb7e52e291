/**
 * The action with `run:`, in a real checkout: base and head are measured on the runner, with and
 * without stored runs, and the measured code sees nothing of the action. Without `run:` what is
 * suspected is measured as its tool is run.
 */
import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { directoryStore } from '../../src/store/directory.ts';
import { packRun } from '../../src/store/manifest.ts';
import { at, type Repository, repository, temporary } from '../source/rounds/repository.ts';
import { runAction, type Step } from './github/runner.ts';
import { useGitHub } from './github/server.ts';
import type { Run } from './github/world.ts';

const github = useGitHub();

let checkout: Repository;

/** As actions/checkout leaves it: one commit, the merge of the pull request, nothing else. */
beforeEach(() => {
  const remote = repository();
  remote.write('go.mod', 'module example.com/demo\n');
  remote.write('work/work.go', 'package work\n');
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

const step = (run: Run, inputs: Record<string, string>, cancel?: Step['cancel']) =>
  runAction({
    ...(cancel && { cancel }),
    github: github(),
    run,
    workspace: checkout.folder,
    inputs: { threshold: '10%', ...inputs },
    env: { GITHUB_SHA: checkout.git('rev-parse', 'HEAD'), GITHUB_REF: 'refs/pull/1/merge' },
  });

describe('with run:, files and a baseline that GitHub does not give', () => {
  const work = 'bench.txt';
  const unread = { method: 'GET', path: /perf\S*\/runs/, status: 401, json: {}, times: 99 };

  it('the pull request is measured here, and the report says why', async () => {
    writeFileSync(join(checkout.folder, work), 'BenchmarkWork 1 2000100 ns/op\n');
    github().fault(unread);
    const inputs = { benchmarks: work, run: bench };
    const got = await step(github().runOf(github().openPull()), inputs);
    expect(got.outputs.verdict, got.stdout + got.stderr).toBe('fail');
    expect(got.exitCode).toBe(1);
    expect(got.summary).toContain('GitHub would not list the runs of perf.yml &#40;401');
    expect(github().comments[0]?.body).toContain('in 6 rounds here');
  });

  it('without run: it ends with 2, and nothing is measured', async () => {
    writeFileSync(join(checkout.folder, work), 'BenchmarkWork 1 2000100 ns/op\n');
    github().fault(unread);
    const got = await step(github().runOf(github().openPull()), { benchmarks: work });
    expect(got.exitCode, got.stdout).toBe(2);
    expect(got.stdout).toContain('the baseline could not be read, so nothing was compared');
    expect(got.stdout).not.toContain('rounds here');
  });
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
    expect(github().comments.map(({ body }) => body)).toEqual([
      expect.stringMatching(/^<!--.*-->\n🚧 <b>flamegate could not finish<\/b>: .*exit status 3/),
    ]);
  });

  it('a job that is cancelled while it measures puts that in the place of the old answer', async () => {
    const pull = github().openPull();
    await step(github().runOf(pull), { run: 'exit 3' });
    const file = join(temporary(), 'started');
    const got = await step(
      github().pushTo(pull),
      { run: `echo >${file}; exec sleep 60` },
      { signal: 'SIGTERM', file },
    );
    expect(got.exitCode, got.stdout).toBe(143);
    const [comment] = github().comments;
    expect(comment?.earlier.at(-1)).toMatch(/^<!--.*-->\n⏳ Measuring /);
    expect(comment?.body).toMatch(/^<!--.*-->\n🚧 .*: the job was cancelled\n/);
    expect(checkout.git('worktree', 'list', '--porcelain').match(/^worktree /gm)).toHaveLength(1);
  });

  it('a command that fails after some rounds: the comment says so above what was measured', async () => {
    const calls = join(temporary(), 'calls');
    const run = `echo x >>${calls}; [ $(wc -l <${calls}) -lt 9 ] || exit 3; ${bench}`;
    const got = await step(github().runOf(github().openPull()), { run });
    expect(got.exitCode, got.stdout).toBe(2);
    const [comment = '', ...others] = github().comments.map(({ body }) => body);
    expect(others).toEqual([]);
    expect(comment).toMatch(
      /^<!--.*-->\n🚧 <b>flamegate could not finish<\/b>: .*exit status 3[\s\S]*\n\nMeasured until then:\n\n---\n\n[^\n]*Work/,
    );
  });

  it('one program for both sides is never a pass, and no failure of the job', async () => {
    const got = await step(github().runOf(github().openPull()), {
      setup: 'install -m 755 "$(command -v sh)" $FLAMEGATE_BIN/work',
      run: 'echo "BenchmarkWork 1 $(( 1000000 + RANDOM )) ns/op"',
    });
    expect(got.outputs.verdict, got.stdout).toBe('incomplete');
    expect(got.summary).toContain('both sides built the same program, although value differs');
    expect(got.exitCode).toBe(0);
  });

  it('results that are not read are no time of the command, but where it is asked for', async () => {
    const pull = github().openPull();
    const run = 'sleep 0.$(cat value); echo "parse: 12 µs"';
    const refused = await step(github().runOf(pull), { run });
    expect(refused.stdout).toContain('`time-command: true`');
    expect([refused.exitCode, refused.outputs.verdict]).toEqual([2, undefined]);
    const asked = { run, 'time-command': 'true' };
    const got = await step(github().pushTo(pull), asked);
    expect(got.outputs.verdict, got.stdout).toBe('fail');
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
  ['time-command', 'true'],
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

describe('with files of a tool that is known, and no run:', () => {
  const print = (time: number) =>
    `goos: linux\ngoarch: amd64\ncpu: Test CPU\npkg: example.com/demo/work\nBenchmarkWork-2 1 ${time} ns/op\nBenchmarkWork-2 1 ${time + 7} ns/op\n`;

  /** A `go` whose test binary says what the file `value` says, and writes down what it sees. */
  function fakeGo(seen: string): string {
    const path = temporary();
    const binary =
      `env >> ${seen}\npwd >> ${seen}\necho "pkg: example.com/demo/work"\n` +
      'echo "BenchmarkWork-2 1 $(( $(cat ../value) * 1000 + $(date +%N | cut -c 6-9 | sed s/^0*// ) % 500 )) ns/op"\n';
    const text = `#!/bin/sh\necho "go $*" >> ${seen}\nprintf '%s' '#!/bin/sh\n${binary}' > "$4"\nchmod +x "$4"\n`;
    writeFileSync(join(path, 'go'), text);
    chmodSync(join(path, 'go'), 0o755);
    return `${path}${delimiter}${process.env.PATH}`;
  }

  const gateSlow = async (
    inputs: Record<string, string> = {},
    env: Record<string, string> = {},
  ) => {
    const baseline = temporary();
    for (let i = 1; i <= 8; i++) {
      const environment = {};
      const benchmarks = [{ file: 'b.txt', bytes: Buffer.from(print(100_000 + i)) }];
      const time = `2026-11-0${i}T10:00:00Z`;
      const run = { benchmarks, profiles: [], commit: String(i).repeat(40), time, environment };
      await directoryStore(baseline).keep(packRun(run));
    }
    checkout.write('bench.txt', print(500_000));
    const seen = join(temporary(), 'seen');
    const got = await runAction({
      github: github(),
      run: github().runOf(github().openPull()),
      workspace: checkout.folder,
      // What is counted first is countfirst.test.ts's.
      inputs: { threshold: '10%', baseline, benchmarks: 'bench.txt', count: 'false', ...inputs },
      env: {
        GITHUB_SHA: checkout.git('rev-parse', 'HEAD'),
        GITHUB_REF: 'refs/pull/1/merge',
        PATH: fakeGo(seen),
        GOPROXY: 'https://proxy.example.com',
        ...env,
      },
    });
    return { got, seen: () => readFileSync(seen, 'utf8') };
  };

  it('the suspects are run by their tool, which installs nothing and sees no token', async () => {
    const { got, seen } = await gateSlow();
    expect(got.stdout).toMatch(
      /^Measuring 1 suspect again, base [0-9a-f]{12} and head [0-9a-f]{12} on this machine, for at most 5m: go test -c \.\/work; /m,
    );
    expect(got.outputs.verdict, got.stdout).toBe('fail');
    expect(got.stdout).toMatch(/Work-2.*measured again: 2\.0x/);
    expect(got.exitCode).toBe(1);
    expect(seen()).toMatch(/^go test -c -o \S+\/bin\/example\.com%demo%work\.test \.\/work$/m);
    expect(seen()).toMatch(/^GOPROXY=off$/m);
    expect(seen()).toMatch(/^\S*\/head\/tree\/work$/m);
    expect(seen()).not.toMatch(
      /^(INPUT_|ACTIONS_|STATE_|GITHUB_(OUTPUT|ENV|PATH|STATE|STEP_SUMMARY)=)/m,
    );
  });

  it('and with `confirm: never` nothing is run', async () => {
    const { got, seen } = await gateSlow({ confirm: 'never' });
    expect(got.exitCode).toBe(1);
    expect(seen).toThrow(/ENOENT/);
  });

  it.each(['workflow_run', 'issue_comment'])(
    'nor on %s, which has more rights than the pull request it may have checked out',
    async (event) => {
      const { got, seen } = await gateSlow({}, { GITHUB_EVENT_NAME: event });
      expect([got.outputs.verdict, got.exitCode], got.stdout).toEqual(['fail', 1]);
      expect(got.stdout).not.toContain('Measuring');
      expect(seen).toThrow(/ENOENT/);
    },
  );
});
