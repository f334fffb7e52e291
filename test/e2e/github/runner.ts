/**
 * Runs the bundled action as the runner of GitHub Actions does: a process of its own with a clean
 * environment, inputs with the defaults of action.yml, the event's payload in a file, and files
 * for what the step has to say. (The behaviour is that of actions/runner, NodeScriptActionHandler.)
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';
import { alone } from '../program.ts';
import {
  type Annotation,
  annotationsOf,
  type Command,
  commandsOf,
  fileCommandsOf,
} from './commands.ts';
import { payloadOf } from './events.ts';
import type { FakeGitHub } from './server.ts';
import { fullName } from './shapes.ts';
import type { Run } from './world.ts';

export interface Step {
  readonly github: FakeGitHub;
  /** The workflow run that the step is part of; it gives the event and its payload. */
  readonly run: Run;
  /** GITHUB_WORKSPACE and the working directory. */
  readonly workspace: string;
  /** The step's `with:`. An input that action.yml does not have is an error. */
  readonly inputs?: Readonly<Record<string, string>>;
  /** `github.token`; made with all rights when absent. */
  readonly token?: string;
  /** In place of the payload of the run's event. */
  readonly payload?: unknown;
  /** The step's `env:`, and variables of the runner to change; undefined removes one. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** The job is cancelled: this signal, once this file is there. */
  readonly cancel?: { readonly signal: NodeJS.Signals; readonly file: string };
  /** Milliseconds after which the step is killed; a minute unless set. */
  readonly longest?: number;
  /** Where action.yml is; the repository's root unless a test brings its own. */
  readonly action?: string;
}

export interface StepResult {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly outputs: Readonly<Record<string, string>>;
  readonly state: Readonly<Record<string, string>>;
  /** The job summary, in Markdown. */
  readonly summary: string;
  /** Every workflow command in either stream. */
  readonly commands: readonly Command[];
  readonly annotations: readonly Annotation[];
}

interface ActionDefinition {
  readonly inputs?: Readonly<Record<string, { readonly default?: unknown } | null>>;
  readonly runs: { readonly main: string };
}

const repositoryRoot = resolve(import.meta.dirname, '../../..');
const usualLongest = 60_000;

/** Runs one step and returns what the runner would have seen. */
export async function runAction(step: Step): Promise<StepResult> {
  const action = step.action ?? repositoryRoot;
  const { inputs = {}, runs }: ActionDefinition = parse(
    await readFile(join(action, 'action.yml'), 'utf8'),
  );
  const temp = await mkdtemp(join(tmpdir(), 'flamegate-step-'));
  try {
    const files = await commandFiles(temp);
    const event = join(temp, 'event.json');
    await writeFile(event, JSON.stringify(step.payload ?? payloadOf(step.github, step.run)));
    const token = step.token ?? step.github.token();
    const env = {
      ...runnerEnvironment(step, temp, event, files),
      ...inputEnvironment(inputs, step, token),
      ...step.env,
    };
    const exit = await start(join(action, runs.main), env, step);
    const commands = commandsOf(`${exit.stdout}\n${exit.stderr}`);
    return {
      ...exit,
      outputs: fileCommandsOf(await readFile(files.GITHUB_OUTPUT, 'utf8')),
      state: fileCommandsOf(await readFile(files.GITHUB_STATE, 'utf8')),
      summary: await readFile(files.GITHUB_STEP_SUMMARY, 'utf8'),
      commands,
      annotations: annotationsOf(commands),
    };
  } finally {
    await rm(temp, { recursive: true, force: true });
  }
}

/** The runner makes them before the step; the toolkit refuses to write where none is. */
async function commandFiles(temp: string) {
  const files = {
    GITHUB_OUTPUT: join(temp, 'output'),
    GITHUB_STATE: join(temp, 'state'),
    GITHUB_ENV: join(temp, 'env'),
    GITHUB_PATH: join(temp, 'path'),
    GITHUB_STEP_SUMMARY: join(temp, 'summary'),
  };
  for (const file of Object.values(files)) await writeFile(file, '');
  await mkdir(join(temp, 'temp'));
  return files;
}

function runnerEnvironment(
  { github, run, workspace }: Step,
  temp: string,
  event: string,
  files: Readonly<Record<string, string>>,
): Record<string, string> {
  const pull = run.pull;
  return {
    PATH: process.env.PATH ?? '',
    HOME: temp,
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    GITHUB_ACTION: '__self',
    GITHUB_ACTOR: pull?.author.login ?? 'octocat',
    GITHUB_API_URL: github.url,
    GITHUB_BASE_REF: pull?.baseBranch ?? '',
    GITHUB_EVENT_NAME: run.event,
    GITHUB_EVENT_PATH: event,
    GITHUB_GRAPHQL_URL: `${github.url}/graphql`,
    GITHUB_HEAD_REF: pull?.headBranch ?? '',
    GITHUB_JOB: run.job,
    GITHUB_REF: run.ref,
    GITHUB_REF_NAME: run.ref.replace(/^refs\/(heads|pull|tags)\//, ''),
    GITHUB_REPOSITORY: fullName(github.repository),
    GITHUB_REPOSITORY_ID: String(github.repository.id),
    GITHUB_REPOSITORY_OWNER: github.repository.owner.login,
    GITHUB_RETENTION_DAYS: '90',
    GITHUB_RUN_ATTEMPT: String(run.attempt),
    GITHUB_RUN_ID: String(run.id),
    GITHUB_RUN_NUMBER: String(run.id - 1000),
    // The artifact client refuses a loopback host here; it never calls it.
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_SHA: run.sha,
    GITHUB_WORKFLOW: 'perf',
    GITHUB_WORKFLOW_REF: `${fullName(github.repository)}/${run.path}@${run.ref}`,
    GITHUB_WORKSPACE: workspace,
    ...files,
    RUNNER_ARCH: 'X64',
    RUNNER_ENVIRONMENT: 'github-hosted',
    RUNNER_NAME: 'GitHub Actions 1',
    RUNNER_OS: 'Linux',
    RUNNER_TEMP: join(temp, 'temp'),
    RUNNER_TOOL_CACHE: join(temp, 'tools'),
    ImageOS: 'ubuntu24',
    ImageVersion: '20261101.1.0',
    ACTIONS_RESULTS_URL: `${github.url}/`,
    ACTIONS_RUNTIME_TOKEN: github.runtimeToken(run),
    ACTIONS_RUNTIME_URL: `${github.url}/`,
  };
}

/** INPUT_<NAME>: upper case, blanks become `_`, dashes stay. */
function inputEnvironment(
  declared: NonNullable<ActionDefinition['inputs']>,
  step: Step,
  token: string,
): Record<string, string> {
  const given = new Map(Object.entries(step.inputs ?? {}));
  const env: Record<string, string> = {};
  for (const [name, input] of Object.entries(declared)) {
    const value = given.get(name) ?? String(input?.default ?? '');
    given.delete(name);
    env[`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`] = evaluated(value, step, token);
  }
  const [unknown] = given.keys();
  if (unknown !== undefined) throw new Error(`action.yml has no input ${unknown}`);
  return env;
}

/** The expressions that a default may hold. */
function evaluated(value: string, { run, workspace }: Step, token: string): string {
  const known: Record<string, string> = {
    'github.token': token,
    'github.job': run.job,
    'github.workspace': workspace,
  };
  return value.replace(/\$\{\{\s*(.*?)\s*\}\}/g, (_, expression: string) => {
    const found = known[expression];
    if (found === undefined) throw new Error(`the harness cannot evaluate ${expression}`);
    return found;
  });
}

function start(
  main: string,
  env: Readonly<Record<string, string | undefined>>,
  { workspace, cancel, longest = usualLongest }: Step,
): Promise<{ exitCode: number | null; stdout: string; stderr: string }> {
  return new Promise((resolve, reject) => {
    const args = [...alone, main];
    const child = spawn(process.execPath, args, { cwd: workspace, env, timeout: longest });
    const stdout: Buffer[] = [];
    const stderr: Buffer[] = [];
    child.stdout.on('data', (chunk) => stdout.push(chunk));
    child.stderr.on('data', (chunk) => stderr.push(chunk));
    const watch = setInterval(() => {
      if (cancel === undefined || !existsSync(cancel.file)) return;
      clearInterval(watch);
      child.kill(cancel.signal);
    }, 20);
    child.on('error', reject);
    child.on('close', (exitCode) => {
      clearInterval(watch);
      resolve({
        exitCode,
        stdout: Buffer.concat(stdout).toString(),
        stderr: Buffer.concat(stderr).toString(),
      });
    });
  });
}
