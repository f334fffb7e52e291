/**
 * The user's stories, told to the real dist/action.js against a GitHub on loopback: the real
 * artifact client uploads, the real measurements of examples/ are compared.
 */
import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readProfile } from '../../src/formats/profiles/pprof/read.ts';
import { writeProfile } from '../../src/profile/write/write.ts';
import { runAction, type StepResult } from './github/runner.ts';
import { type FakeGitHub, useGitHub } from './github/server.ts';
import type { Artifact, Pull, Run } from './github/world.ts';

const root = resolve(import.meta.dirname, '../..');
const github = useGitHub();

let workspace: string;
beforeEach(async () => {
  workspace = await mkdtemp(join(tmpdir(), 'flamegate-workspace-'));
  // The function's file, as a checkout of the module has it.
  await cp(join(root, 'examples/module/codec'), join(workspace, 'codec'), { recursive: true });
});
afterEach(() => rm(workspace, { recursive: true, force: true }));

const inputs = {
  benchmarks: 'bench.txt',
  profiles: '*.pprof',
  threshold: '10%',
  'profile-threshold': '3pp',
};

/** Puts what a job measured into the workspace, and runs the step. */
async function measure(
  run: Run,
  recording: string,
  more: Partial<Parameters<typeof runAction>[0]> = {},
): Promise<StepResult> {
  for (const name of await readdir(recording)) {
    if (name !== 'manifest.json') await cp(join(recording, name), join(workspace, name));
  }
  return runAction({ github: github(), run, workspace, inputs, ...more });
}

/** What the five runs of main left, kept for the tests after the first. */
let history: readonly Artifact[] = [];

/** The five recorded runs of main, as five pushes: the action stores them once, and they are the same then. */
async function mainWithHistory(): Promise<void> {
  for (const { name, bytes, run: of } of history) {
    const run = github().push();
    // Each job has a token, and the numbers of all that follows are as they were.
    github().token();
    expect(run.headSha).toBe(of?.headSha);
    github().addArtifact(run, name, bytes);
    github().finish(run);
  }
  if (history.length > 0) return;
  const stored = join(root, 'examples/baseline');
  for (const name of (await readdir(stored)).sort()) {
    const files = await mkdtemp(join(tmpdir(), 'flamegate-recording-'));
    await cp(join(stored, name, 'benchmarks'), files, { recursive: true });
    await cp(join(stored, name, 'profiles'), files, { recursive: true });
    const run = github().push();
    const step = await measure(run, files);
    expect(step.exitCode, step.stdout + step.stderr).toBe(0);
    github().finish(run);
    await rm(files, { recursive: true });
  }
  history = [...github().artifacts];
}

const commentsOf = (pull: Pull) =>
  github().comments.filter((comment) => comment.pull === pull.number);

describe('a repository from its first day', () => {
  it('records main, fails the slow pull request by name, and keeps one comment', async () => {
    await mainWithHistory();
    expect(github().artifacts.map(({ name }) => name)).toEqual(
      Array(5).fill('flamegate-default-a1'),
    );

    const pull = github().openPull();
    const slow = await measure(github().runOf(pull), join(root, 'examples/slow'));
    expect(slow.exitCode).toBe(1);
    expect(slow.stdout).toContain('Removed before storing: directories of 3 file names.');
    expect(slow.outputs.verdict).toBe('fail');
    const regressions = JSON.parse(slow.outputs.regressions ?? '');
    expect(regressions.map((of: { name: string }) => of.name)).toEqual(
      expect.arrayContaining([expect.stringMatching(/^Encode\//)]),
    );
    expect(slow.stdout).toContain('codec.appendEscaped');

    const [comment, ...others] = commentsOf(pull);
    expect(others).toEqual([]);
    expect(slow.outputs['comment-url']).toContain(`#issuecomment-${comment?.id}`);
    expect(comment?.body).toMatch(/^<!-- flamegate:v1:/);
    expect(comment?.body).toContain('codec.appendEscaped');
    expect(comment?.body).toContain(slow.outputs['artifact-url']);
    expect(slow.summary).toContain('codec.appendEscaped');
    expect(slow.annotations).toContainEqual(
      expect.objectContaining({ level: 'warning', file: 'codec/escape.go', line: 24 }),
    );

    // The report is one page, no archive, and the comment leads to it.
    const page = github().artifacts.find(({ name }) => name.endsWith('.html'));
    expect(page?.name).toBe('flamegate-report-default-a1.html');
    expect(slow.outputs['report-url']).toMatch(new RegExp(`/artifacts/${page?.id}$`));
    expect(comment?.body).toContain(`[report with flame graph](<${slow.outputs['report-url']}>)`);
    const html = Buffer.from(page?.bytes ?? []).toString();
    expect(html).toMatch(/^<!doctype html>/);
    expect(html).toContain("default-src 'none'");

    // A second push makes it good again: the same comment says so.
    const before = comment?.body;
    const better = await measure(github().pushTo(pull), join(root, 'examples/clean'));
    expect(better.exitCode).toBe(0);
    expect(better.outputs.verdict).toBe('pass');
    expect(commentsOf(pull).map(({ id }) => id)).toEqual([comment?.id]);
    expect(commentsOf(pull)[0]?.body).not.toBe(before);
    expect(commentsOf(pull)[0]?.body).toContain('<b>Nothing slower</b> in 12 benchmarks');
    expect(better.annotations.filter(({ level }) => level === 'error')).toEqual([]);
  }, 120_000);

  it('a re-run job counts beside its first attempt', async () => {
    await mainWithHistory();
    const pull = github().openPull();
    const run = github().runOf(pull);
    const slow = await measure(run, join(root, 'examples/slow'));
    expect(slow.exitCode).toBe(1);
    // The second attempt comes out clean: by itself it would pass.
    const temp = await mkdtemp(join(tmpdir(), 'flamegate-report-'));
    const again = await measure(github().rerun(run), join(root, 'examples/clean'), {
      env: { RUNNER_TEMP: temp },
    });
    const report = JSON.parse(await readFile(again.outputs.report ?? '', 'utf8'));
    const [row] = report.comparisons.filter((of: { head: unknown }) => of.head !== null);
    await rm(temp, { recursive: true });
    expect(row.head.runs).toBe(2);
    expect(again.outputs.verdict).not.toBe('pass');
    expect(github().artifacts.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['flamegate-diff-default-a1', 'flamegate-diff-default-a2']),
    );
  }, 120_000);

  it('replays the gate over the artifacts of main, from the command line', async () => {
    await mainWithHistory();
    const cli = [join(root, 'dist/cli.js'), 'baseline', 'check', '--repo', 'octo-org/widgets'];
    const workflow = ['--workflow', github().workflowPath];
    const env = {
      PATH: process.env.PATH,
      GITHUB_TOKEN: github().token(),
      GITHUB_API_URL: github().url,
    };
    const { stdout } = await promisify(execFile)(process.execPath, [...cli, ...workflow], { env });
    expect(stdout).toMatch(/^5 stored runs of one environment, each gated against the others:/);
  }, 120_000);

  it('without a baseline says so, passes, and blocks where the policy says', async () => {
    const pull = github().openPull();
    const first = await measure(github().runOf(pull), join(root, 'examples/clean'));
    expect(first.exitCode).toBe(0);
    expect(first.outputs.verdict).toBe('no-baseline');
    expect(first.summary).toContain('No baseline yet');
    const strict = await measure(github().pushTo(pull), join(root, 'examples/clean'), {
      inputs: { ...inputs, 'fail-on': 'incomplete' },
    });
    expect(strict.exitCode).toBe(3);
  });

  it('writes a report that keeps its schema', async () => {
    const temp = await mkdtemp(join(tmpdir(), 'flamegate-report-'));
    const step = await measure(github().push(), join(root, 'examples/clean'), {
      env: { RUNNER_TEMP: temp },
    });
    const report = JSON.parse(await readFile(step.outputs.report ?? '', 'utf8'));
    const schema = JSON.parse(await readFile(join(root, 'schema/gate.schema.json'), 'utf8'));
    const validate = new Ajv2020({ strict: false }).compile(schema);
    expect(validate(report), JSON.stringify(validate.errors)).toBe(true);
    await rm(temp, { recursive: true });
  });
});

describe('the comment over the pushes of a pull request', () => {
  const bodies = (pull: Pull) => commentsOf(pull).map(({ body }) => body.replace(/^.*\n/, ''));
  const quiet = (comment: string) => ({ inputs: { ...inputs, comment } });

  it('changes: none for a clean one; slower, then measured anew, then clean, then an error', async () => {
    await mainWithHistory();
    const pull = github().openPull();
    const clean = await measure(
      github().runOf(pull),
      join(root, 'examples/clean'),
      quiet('changes'),
    );
    expect([clean.exitCode, bodies(pull)]).toEqual([0, []]);
    expect(clean.outputs['comment-url']).toBe('');

    const slow = await measure(
      github().pushTo(pull),
      join(root, 'examples/slow'),
      quiet('changes'),
    );
    const [red = '', ...others] = bodies(pull);
    expect([slow.exitCode, others]).toEqual([1, []]);
    expect(red).toMatch(/^❌/);

    const again = await measure(
      github().pushTo(pull),
      join(root, 'examples/clean'),
      quiet('failures'),
    );
    expect(again.exitCode).toBe(0);
    const [green = ''] = bodies(pull);
    expect(green).toMatch(/^✅ <b>Nothing slower/);
    expect(green).toContain(pull.headSha);
    const [comment] = commentsOf(pull);
    const [, note = ''] = comment?.earlier ?? [];
    expect(note).toMatch(/^<!-- [^\n]* -->\n⏳ Measuring /);
    expect(note).toContain(pull.headSha);
    expect(note).toContain(`\n\n---\n\n${red}`);

    const wrong = await measure(github().pushTo(pull), join(root, 'examples/clean'), {
      inputs: { ...inputs, comment: 'failures', benchmarks: 'nowhere.txt' },
    });
    expect(wrong.exitCode).toBe(2);
    expect(bodies(pull)).toEqual([
      expect.stringMatching(/^🚧 <b>flamegate could not finish<\/b>: /),
    ]);
    expect(bodies(pull)[0]).toContain(pull.headSha);

    // A run of before that ends late says nothing any more.
    const late = { ...(github().runs.at(-1) as Run), pull, event: 'pull_request' };
    const old = await measure({ ...late, sha: pull.mergeSha }, join(root, 'examples/slow'));
    expect(old.stdout).toContain('comment newer: ');
    expect(bodies(pull)[0]).toMatch(/^🚧/);
  }, 120_000);

  it('a job that is cancelled while it waits for GitHub says so, where there is a comment', async () => {
    const pull = github().openPull();
    const cancelled = async () => {
      github().fault({ method: 'GET', path: /workflows/, status: 200, stall: true });
      const file = join(workspace, `cancel-${github().requests.length}`);
      const asked = () => github().requests.filter((of) => of.includes('/workflows/')).length;
      const before = asked();
      const step = measure(github().pushTo(pull), join(root, 'examples/clean'), {
        cancel: { signal: 'SIGINT', file },
      });
      await expect.poll(asked, { timeout: 30_000 }).toBeGreaterThan(before);
      await writeFile(file, '');
      return step;
    };
    const first = await cancelled();
    expect([first.exitCode, bodies(pull)], first.stdout).toEqual([130, []]);
    expect(first.annotations).toContainEqual(
      expect.objectContaining({ level: 'error', message: 'stopped by SIGINT' }),
    );
    await measure(github().pushTo(pull), join(root, 'examples/clean'));
    const second = await cancelled();
    expect(second.exitCode, second.stdout).toBe(130);
    expect(bodies(pull)).toEqual([
      expect.stringMatching(/^🚧 <b>flamegate could not finish<\/b>: the job was cancelled\n/),
    ]);
    expect(bodies(pull)[0]).toContain(pull.headSha);
  }, 120_000);

  it('never: neither made nor touched; true and false are understood', async () => {
    const pull = github().openPull();
    const step = (comment: string) =>
      measure(github().pushTo(pull), join(root, 'examples/clean'), quiet(comment));
    await step('False');
    expect(bodies(pull)).toEqual([]);
    await step('true');
    const before = bodies(pull);
    expect(before).toHaveLength(1);
    await step('never');
    expect(bodies(pull)).toEqual(before);
  }, 120_000);
});

describe('pgo: true', () => {
  /** The recorded profile as if it had been recorded `days` ago. */
  const cpu = async (days: number) => {
    const file = join(root, 'examples/clean/codec.cpu.pprof');
    const profile = readProfile(await readFile(file), { file });
    const timeNanos = BigInt(Date.now() - days * 86_400_000) * 1_000_000n;
    return writeProfile({ ...profile, timeNanos });
  };
  const step = async (run: Run, days: number, more: Record<string, string> = {}) => {
    await cp(join(root, 'examples/clean/bench.txt'), join(workspace, 'bench.txt'));
    await writeFile(join(workspace, 'cpu.pprof'), await cpu(days));
    const heap = join(root, 'test/golden/pprof/in/heap.base.pprof');
    await cp(heap, join(workspace, 'heap.pprof'));
    return runAction({
      github: github(),
      run,
      workspace,
      inputs: { ...inputs, pgo: 'true', ...more },
    });
  };
  const names = () => github().artifacts.map(({ name }) => name);

  it('on main uploads the CPU profiles for builds, beside the baseline', async () => {
    const { exitCode, stdout } = await step(github().push(), 1);
    expect(exitCode, stdout).toBe(0);
    expect(stdout).toContain('uploaded for go build -pgo: ');
    expect(names()).toEqual(['flamegate-default-a1', 'flamegate-pgo-default-a1']);
  });

  it('refuses a profile that is older than 30 days, after the run was recorded', async () => {
    const { exitCode, stdout } = await step(github().push(), 31);
    expect(exitCode).toBe(2);
    expect(stdout).toMatch(/cpu.pprof: was recorded on .*code has changed since/);
    expect(names()).toEqual(['flamegate-default-a1']);
  });

  it('does nothing on a pull request, and names cannot be mixed up', async () => {
    const pull = await step(github().runOf(github().openPull()), 1);
    expect(pull.exitCode, pull.stdout).toBe(0);
    expect(names().filter((name) => name.includes('pgo'))).toEqual([]);
    const named = await step(github().push(), 1, { name: 'pgo-default' });
    expect([named.exitCode, named.stdout]).toEqual([2, expect.stringContaining('not begin with')]);
  });
});

describe('a fork', () => {
  const forkToken = (world: FakeGitHub) => world.token({ pullRequests: 'read' });

  it('is gated without the right to comment', async () => {
    await mainWithHistory();
    github().push();
    const pull = github().openPull({ fork: true });
    const slow = await measure(github().runOf(pull), join(root, 'examples/slow'), {
      token: forkToken(github()),
    });
    expect(slow.summary).toContain('(1 commit behind)');
    expect(slow.outputs.verdict).toBe('fail');
    expect(slow.exitCode).toBe(1);
    expect(commentsOf(pull)).toEqual([]);
    expect(slow.summary).toContain('codec.appendEscaped');
    expect(slow.annotations.map(({ level }) => level)).toContain('notice');

    const clean = await measure(github().pushTo(pull), join(root, 'examples/clean'), {
      token: forkToken(github()),
    });
    expect(clean.exitCode).toBe(0);
  }, 120_000);

  it('cannot plant a baseline, whatever its branch and artifact are called', async () => {
    const pull = github().openPull({ fork: true, branch: 'main' });
    const planted = github().runOf(pull);
    await measure(planted, join(root, 'examples/slow'), { token: forkToken(github()) });
    github().finish(planted);
    for (const artifact of github().artifacts) artifact.name = 'flamegate-default-a1';

    const victim = github().openPull();
    const step = await measure(github().runOf(victim), join(root, 'examples/slow'));
    expect(step.outputs.verdict).toBe('no-baseline');
  });
});

describe('bad input', () => {
  const run = () => github().runOf(github().openPull());

  it.each<[string, Record<string, string>, string]>([
    ['a glob that matches nothing', { benchmarks: 'nowhere/*.txt' }, 'nothing matches'],
    ['an empty file', { benchmarks: 'empty.txt', profiles: '' }, 'empty.txt'],
    ['no input at all', { benchmarks: '', profiles: '' }, 'no benchmarks and no profiles'],
    ['a threshold without a unit', { threshold: '5' }, 'write 5% for 5 percent'],
    ['a named configuration that is absent', { config: 'other.yml' }, 'there is no such file'],
    ['a word nobody knows', { 'fail-on': 'regresion' }, 'nearest: regression'],
  ])('%s fails the job, says why, and judges nothing', async (_, wrong, message) => {
    await writeFile(join(workspace, 'empty.txt'), '');
    const step = await measure(run(), join(root, 'examples/clean'), {
      inputs: { ...inputs, ...wrong },
    });
    expect(step.exitCode).toBe(2);
    expect(step.annotations).toContainEqual(
      expect.objectContaining({ level: 'error', message: expect.stringContaining(message) }),
    );
    expect(github().artifacts).toEqual([]);
    const [comment, ...others] = github().comments;
    expect(comment?.body).toMatch(/^<!--.*-->\n🚧 <b>flamegate could not finish<\/b>: ./);
    expect(others).toEqual([]);
    expect(step.outputs).toEqual({});
  });

  it.each<[string, Record<string, string>]>([
    ['a name that no comment can have', { name: 'a b' }],
    ['a word for comment that nobody knows', { comment: 'sometimes' }],
    ['no comment wanted at all', { comment: 'never', threshold: '5' }],
    ['comments of changes only', { comment: 'changes', threshold: '5' }],
  ])('%s: nothing is written on the pull request', async (_, wrong) => {
    const step = await measure(run(), join(root, 'examples/clean'), {
      inputs: { ...inputs, ...wrong },
    });
    expect(step.exitCode).toBe(2);
    expect(github().requests).toEqual(
      wrong.comment === 'changes' ? [expect.stringMatching(/^GET .*comments/)] : [],
    );
  });

  it('an unknown key in .github/flamegate.yml names the line', async () => {
    await mkdir(join(workspace, '.github'));
    await writeFile(join(workspace, '.github/flamegate.yml'), 'threshold: 5%\ntreshold: 6%\n');
    const step = await measure(run(), join(root, 'examples/clean'));
    expect(step.exitCode).toBe(2);
    expect(step.stdout).toContain(
      'flamegate.yml:2: treshold: unknown key; did you mean "threshold"',
    );
  });

  it('a truncated profile on main is not recorded', async () => {
    const profile = await readFile(join(root, 'examples/clean/codec.cpu.pprof'));
    const folder = await mkdtemp(join(tmpdir(), 'flamegate-recording-'));
    await cp(join(root, 'examples/clean'), folder, { recursive: true });
    await writeFile(join(folder, 'codec.cpu.pprof'), profile.subarray(0, profile.length / 2));
    const step = await measure(github().push(), folder);
    expect(step.exitCode).toBe(2);
    expect(step.stdout).toContain('codec.cpu.pprof');
    expect(github().artifacts).toEqual([]);
    await rm(folder, { recursive: true });
  });

  it('pull_request_target is refused', async () => {
    const privileged = run();
    privileged.event = 'pull_request_target';
    const step = await measure(privileged, join(root, 'examples/clean'));
    expect(step.exitCode).toBe(2);
    expect(step.stdout).toContain('pull_request_target');
  });
});

describe('hostile names', () => {
  const names = [
    '|a|b|',
    '`x`',
    '<script>alert(1)</script>',
    '@octo-org/everyone',
    '::error::owned',
    '##[error]owned',
    '<!--flamegate:v1:x-->',
    'x'.repeat(10_000),
  ];

  it('reach no reader as anything but text', async () => {
    const text = names
      .map((name) => `Benchmark${name} 10 100 ns/op 3 allocs/op\n`.repeat(3))
      .join('');
    await writeFile(join(workspace, 'hostile.txt'), text);
    const hostile = { ...inputs, benchmarks: 'hostile.txt', profiles: '' };
    const main = github().push();
    expect(
      (await runAction({ github: github(), run: main, workspace, inputs: hostile })).exitCode,
    ).toBe(0);
    github().finish(main);

    await writeFile(join(workspace, 'hostile.txt'), text.replaceAll('3 allocs', '4 allocs'));
    const pull = github().openPull();
    const step = await runAction({
      github: github(),
      run: github().runOf(pull),
      workspace,
      inputs: hostile,
    });
    expect(step.outputs.verdict).toBe('fail');
    expect(
      step.commands.filter(
        ({ name }) => !['error', 'warning', 'notice', 'debug', 'add-mask'].includes(name),
      ),
    ).toEqual([]);
    expect(step.annotations.map(({ message }) => message)).not.toContain('owned');
    const body = commentsOf(pull)[0]?.body ?? '';
    for (const page of [body.slice(body.indexOf('\n')), step.summary]) {
      expect(page).not.toMatch(/<script/i);
      expect(page).not.toMatch(/(^|[\s(>])@octo-org/m);
      expect(page).not.toContain('<!--');
      expect(page.length).toBeLessThan(65_536);
    }
  });
});
