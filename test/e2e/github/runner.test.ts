/** The harness itself: it must treat a step as the runner does, or the stories prove nothing. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { annotationsOf, commandsOf, fileCommandsOf } from './commands.ts';
import { runAction, type Step } from './runner.ts';
import { useGitHub } from './server.ts';

const github = useGitHub();
let action: string;
let workspace: string;
beforeEach(() => {
  action = mkdtempSync(join(tmpdir(), 'flamegate-action-'));
  workspace = mkdtempSync(join(tmpdir(), 'flamegate-workspace-'));
});
afterEach(() => {
  rmSync(action, { recursive: true, force: true });
  rmSync(workspace, { recursive: true, force: true });
});

describe('a step', () => {
  it('gets its inputs, with the defaults of action.yml', async () => {
    const { inputs, token } = await seen({ inputs: { threshold: '5%' } });
    expect(inputs).toEqual({
      INPUT_THRESHOLD: '5%',
      INPUT_TOKEN: token,
      'INPUT_PROFILE-THRESHOLD': '2pp',
      INPUT_TWO_WORDS: '',
    });
  });

  it('may not have an input that action.yml does not know', async () => {
    await expect(seen({ inputs: { treshold: '5%' } })).rejects.toThrow('no input treshold');
  });

  it('sees the runner’s variables and none of ours', async () => {
    process.env.FLAMEGATE_LEAK = 'leaked';
    const { env } = await seen({ env: { EXTRA: 'given', GITHUB_ACTOR: undefined } });
    delete process.env.FLAMEGATE_LEAK;
    expect(env).toMatchObject({
      EXTRA: 'given',
      GITHUB_API_URL: github().url,
      GITHUB_EVENT_NAME: 'push',
      GITHUB_REPOSITORY: 'octo-org/widgets',
      GITHUB_SERVER_URL: 'https://github.com',
    });
    expect(Object.keys(env)).not.toContain('FLAMEGATE_LEAK');
    expect(Object.keys(env)).not.toContain('GITHUB_ACTOR');
    expect(Object.keys(env)).not.toContain('VITEST');
  });

  it('runs in the workspace, on the event of its run', async () => {
    const { cwd, payload } = await seen({});
    expect(cwd).toBe(workspace);
    expect(payload).toMatchObject({ ref: 'refs/heads/main', repository: { id: 1296269 } });
  });

  it('is read as the runner reads it', async () => {
    const core = new URL('../../../node_modules/@actions/core/lib/core.js', import.meta.url).href;
    const result = await run(`
      import * as core from ${JSON.stringify(core)};
      core.setOutput('verdict', 'two\\nlines');
      core.setOutput('count', 3);
      core.error('bad, 100%:\\nnext', { title: 'a,b:c', file: 'x/y.go', startLine: 7 });
      core.warning('careful');
      core.info('harmless :: text');
      await core.summary.addRaw('# Report').write();
      console.error('to stderr');
      process.exit(3);
    `);
    expect(result).toMatchObject({
      exitCode: 3,
      outputs: { verdict: 'two\nlines', count: '3' },
      summary: '# Report',
      stderr: 'to stderr\n',
    });
    expect(result.annotations).toEqual([
      { level: 'error', message: 'bad, 100%:\nnext', title: 'a,b:c', file: 'x/y.go', line: 7 },
      { level: 'warning', message: 'careful', title: undefined, file: undefined, line: undefined },
    ]);
    expect(result.commands.map(({ name }) => name)).toEqual(['error', 'warning']);
  });
});

describe('a workflow command', () => {
  it.each([
    ['  ::error::indented', ['error']],
    ['::Warning file=a,line=1::x', ['warning']],
    ['text ##[error]anywhere', ['error']],
    ['##[add-mask]x', ['add-mask']],
    ['::set-output name=a::b', ['set-output']],
    ['a\r::error::after a carriage return', ['error']],
    ['text ::error::not at the start', []],
    [':: error::blank', []],
    ['::error', []],
  ])('%j is %j', (text, names) => {
    expect(commandsOf(text).map(({ name }) => name)).toEqual(names);
  });

  it('is not forged by an escaped message', () => {
    const commands = commandsOf('::error::a%0A::error::b');
    expect(annotationsOf(commands).map(({ message }) => message)).toEqual(['a\n::error::b']);
  });
});

describe('an output file', () => {
  it.each([
    ['a=b=c\n', { a: 'b=c' }],
    ['a<<X\nb\n\nc\nX\nd=e\n', { a: 'b\n\nc', d: 'e' }],
    ['a=<<b\n', { a: '<<b' }],
    ['', {}],
  ])('%j is %j', (text, values) => {
    expect(fileCommandsOf(text)).toEqual(values);
  });

  it.each(['no value\n', 'a<<X\nnever closed\n'])('%j breaks the step', (text) => {
    expect(() => fileCommandsOf(text)).toThrow();
  });
});

it('an unknown route is noticed', async () => {
  const { url, unexpected } = github();
  const headers = {
    authorization: `token ${github().token()}`,
    'x-github-api-version': '2022-11-28',
  };
  await fetch(`${url}/repos/octo-org/widgets/labels`, { headers });
  await fetch(`${url}/repos/octo-org/widgets`, {
    headers: { authorization: headers.authorization },
  });
  await fetch(`${url}/blob/artifact/1`, { headers });
  expect(unexpected.splice(0)).toEqual([
    'GET /repos/octo-org/widgets/labels: GitHub has no such route',
    'GET /repos/octo-org/widgets: no API version',
    'GET /blob/artifact/1: the blob store knows no such request, or was sent a token',
  ]);
});

async function seen(step: Partial<Step>) {
  const token = github().token();
  const { stdout, stderr } = await run(
    `import { readFileSync } from 'node:fs';
    const payload = JSON.parse(readFileSync(process.env.GITHUB_EVENT_PATH, 'utf8'));
    console.log(JSON.stringify({ env: process.env, cwd: process.cwd(), payload }));`,
    { token, ...step },
  );
  expect(stderr).toBe('');
  const { env, ...rest }: { env: Record<string, string>; cwd: string; payload: unknown } =
    JSON.parse(stdout);
  const inputs = Object.fromEntries(
    Object.entries(env).filter(([name]) => name.startsWith('INPUT_')),
  );
  return { env, inputs, token, ...rest };
}

/** Runs an action that consists of this program. */
function run(program: string, step: Partial<Step> = {}) {
  writeFileSync(join(action, 'main.mjs'), program);
  writeFileSync(
    join(action, 'action.yml'),
    [
      'inputs:',
      '  threshold: { default: 3% }',
      '  profile-threshold: { default: 2pp }',
      '  two words:',
      // biome-ignore lint/suspicious/noTemplateCurlyInString: an expression of GitHub Actions
      "  token: { default: '${{ github.token }}' }",
      'runs: { using: node24, main: main.mjs }',
    ].join('\n'),
  );
  return runAction({ github: github(), run: github().push(), workspace, action, ...step });
}
