/**
 * Work that is never finished, told to the real dist/: an answer of GitHub that breaks off in its
 * middle, one that never comes, code that cannot be loaded, a promise that nobody settles. None of
 * it ends with status 0, and none of it hides a verdict that was reached before.
 */
import { spawnSync } from 'node:child_process';
import { appendFileSync, cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runAction, type Step, type StepResult } from './github/runner.ts';
import { type Fault, useGitHub } from './github/server.ts';
import type { Pull, Run } from './github/world.ts';

const root = resolve(import.meta.dirname, '../..');
const github = useGitHub();

let workspace: string;
beforeEach(() => {
  workspace = mkdtempSync(join(tmpdir(), 'flamegate-workspace-'));
  cpSync(join(root, 'examples/slow'), workspace, { recursive: true });
});
afterEach(() => rmSync(workspace, { recursive: true, force: true }));

const service = '/twirp/github.actions.results.api.v1.ArtifactService/';

/** What is wrong with the artifact service's answer to `method`. */
const answerOf = (method: string, wrong: Partial<Fault>): Fault => ({
  method: 'POST',
  path: new RegExp(`${service}${method}$`),
  status: 200,
  ...wrong,
});

const inputs = {
  benchmarks: 'bench.txt',
  profiles: '*.pprof',
  threshold: '10%',
  'profile-threshold': '3pp',
};

const step = (run: Run, more: Partial<Step> = {}): Promise<StepResult> =>
  runAction({ github: github(), run, workspace, inputs, ...more });

/** A pull request that is slower than the stored runs, which are in a directory. */
const slowPull = (pull: Pull, more: Partial<Step> = {}): Promise<StepResult> =>
  step(github().runOf(pull), {
    inputs: { ...inputs, baseline: join(root, 'examples/baseline') },
    ...more,
  });

/** For the process of the step: a function of a module of Node whose promise never settles. */
const neverSettles = (module: string, name: string): string => {
  const program = `import it from '${module}'; import { syncBuiltinESMExports as sync } from 'node:module';
    it.${name} = () => new Promise(() => {}); sync();`;
  return `--import=data:text/javascript,${encodeURIComponent(program)}`;
};

const errorsOf = ({ annotations }: StepResult): string[] =>
  annotations.filter(({ level }) => level === 'error').map(({ message }) => message);

const withoutAnswer: [string, Fault, string][] = [
  ['CreateArtifact, cut in its middle', answerOf('CreateArtifact', { cut: true }), 'broke off'],
  ['FinalizeArtifact, cut in its middle', answerOf('FinalizeArtifact', { cut: true }), 'broke off'],
  ['CreateArtifact, that never comes', answerOf('CreateArtifact', { stall: true }), 'within 2 s'],
  [
    'FinalizeArtifact, that never comes',
    answerOf('FinalizeArtifact', { stall: true }),
    'within 2 s',
  ],
];

it('an answer of the artifact service that is other JSON costs the link, and not the comment', async () => {
  const wrong = { json: { ok: true }, times: 9 };
  github().fault(answerOf('CreateArtifact', wrong));
  const got = await slowPull(github().openPull());
  expect(got.exitCode, got.stdout + got.stderr).toBe(1);
  expect(github().comments).toHaveLength(1);
});

it('an answer to FinalizeArtifact that is other JSON stores nothing, and main says so', async () => {
  github().fault(answerOf('FinalizeArtifact', { json: { ok: true }, times: 9 }));
  const got = await step(github().push());
  expect(got.exitCode, got.stdout + got.stderr).toBe(2);
  expect(errorsOf(got).join()).toContain('did not say which one it is');
});

/** Of the artifact client; it is also how long a whole upload may take. */
const soon = { ACTIONS_ARTIFACT_UPLOAD_TIMEOUT_MS: '2000' };

describe.each(withoutAnswer)('an answer to %s,', (_, fault, problem) => {
  it('costs a pull request the link, and not its verdict', async () => {
    github().fault(fault);
    const pull = github().openPull();
    const got = await slowPull(pull, { env: soon });
    expect(got.exitCode, got.stdout + got.stderr).toBe(1);
    expect(got.stdout).toContain('codec.appendEscaped');
    expect(got.summary).toContain('codec.appendEscaped');
    expect(got.outputs).toMatchObject({ verdict: 'fail', 'artifact-url': '' });
    expect(JSON.parse(got.outputs.regressions ?? '').length).toBeGreaterThan(0);
    expect(got.outputs.report).toMatch(/report[.]json$/);
    expect(github().comments.map(({ pull: of }) => of)).toEqual([pull.number]);
    expect(got.annotations).toContainEqual(
      expect.objectContaining({ level: 'warning', message: expect.stringContaining(problem) }),
    );
  });

  it('fails main, where nothing was stored, and says so', async () => {
    github().fault(fault);
    const got = await step(github().push(), { env: soon });
    expect(got.exitCode, got.stdout + got.stderr).toBe(2);
    expect(errorsOf(got)).toEqual([
      expect.stringMatching(
        `^not stored as baseline: the artifact flamegate-default-a1 .*${problem}`,
      ),
    ]);
    expect(got.outputs.verdict).toBe('no-baseline');
  });
});

describe('the verdict', () => {
  it('is shown before anything is uploaded, and the link is added afterwards', async () => {
    const got = await slowPull(github().openPull());
    expect(got.exitCode).toBe(1);
    const [before = '', ...uploads] = got.stdout.split('Uploading artifact: ');
    expect(before).toContain('codec.appendEscaped');
    expect(before).toContain('::warning');
    expect(uploads).toHaveLength(2);
    expect(uploads.at(-1)).toContain('comment created: ');
    expect(got.summary).toContain('unpack the artifact of the run');
    expect(got.summary.trimEnd().split('\n').at(-1)).toContain(
      `](<${got.outputs['artifact-url']}>) has the files of both sides`,
    );
    expect(Object.keys(got.outputs)).toEqual([
      'verdict',
      'regressions',
      'report',
      'artifact-url',
      'report-url',
      'comment-url',
    ]);
  });

  it('stands when the comment cannot be written, whatever the reason', async () => {
    const pull = github().openPull();
    const got = await slowPull(pull, {
      inputs: { ...inputs, baseline: join(root, 'examples/baseline'), token: ' ' },
    });
    expect(got.exitCode, got.stdout).toBe(1);
    expect(got.outputs).toMatchObject({ verdict: 'fail', 'comment-url': '' });
    expect(got.annotations).toContainEqual(
      expect.objectContaining({ level: 'warning', message: expect.stringMatching(/^no comment/) }),
    );
  });
});

describe('the action', () => {
  it('that waits for nothing that could still come ends with 2, and names the step', async () => {
    const got = await slowPull(github().openPull(), {
      env: { NODE_OPTIONS: neverSettles('node:fs/promises', 'appendFile') },
    });
    expect(got.exitCode, got.stdout + got.stderr).toBe(2);
    expect(errorsOf(got)).toContainEqual(
      expect.stringContaining('stopped before its work was done, while showing the verdict'),
    );
  });

  it('that cannot be loaded ends with 2, and says so', async () => {
    const action = mkdtempSync(join(tmpdir(), 'flamegate-action-'));
    cpSync(join(root, 'action.yml'), join(action, 'action.yml'));
    cpSync(join(root, 'dist'), join(action, 'dist'), { recursive: true });
    for (const name of readdirSync(join(action, 'dist'))) {
      const file = join(action, 'dist', name);
      const damaged = readFileSync(file, 'utf8').includes(
        '// node_modules/@actions/core/lib/core.js',
      );
      if (damaged) appendFileSync(file, 'throw new Error("damaged");');
    }
    const got = await step(github().push(), { action });
    rmSync(action, { recursive: true });
    expect(got.stderr).toContain('Error: damaged');
    expect(got.exitCode, got.stdout + got.stderr).toBe(2);
    expect(errorsOf(got)).toEqual([expect.stringContaining('while loading its own code')]);
  });
});

describe('a command', () => {
  const flamegate = (args: string[], options = '') =>
    spawnSync(process.execPath, [join(root, 'dist/cli.js'), ...args], {
      cwd: workspace,
      encoding: 'utf8',
      env: { PATH: process.env.PATH, NODE_OPTIONS: options },
    });

  it('that waits for nothing that could still come ends with 2, and is named', () => {
    const hanging = neverSettles('node:fs/promises', 'readFile');
    const { status, stdout, stderr } = flamegate(['top', 'codec.cpu.pprof'], hanging);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(
      /^flamegate: stopped before its work was done, while running `top`: [^\n]*\n$/,
    );
  });

  it.each(['--help', '--version', 'top --help'])('%s is done', (line) => {
    const { status, stderr } = flamegate(line.split(' '));
    expect([status, stderr]).toEqual([0, '']);
  });
});
