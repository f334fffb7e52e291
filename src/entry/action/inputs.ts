/** The action's inputs, checked: what to read, how to judge, where to keep and to tell. */
import { cpus } from 'node:os';
import { getInput, getMultilineInput, setSecret } from '@actions/core';
import type { Context } from '../../github/context.ts';
import { type Patience, patience } from '../../github/patience.ts';
import { InputError } from '../../model/error.ts';
import type { Environment } from '../../model/run.ts';
import { type Config, parseDuration, parseWord, resolveConfig } from '../../settings/config.ts';
import { readConfigFile } from '../../settings/findconfig.ts';
import { layerOf } from '../../settings/table.ts';
import { type RunInputs, readFiles, redactFiles } from '../../source/files/collect.ts';

/** What has to be known to tell anything on the pull request: read first, so that a mistake in the rest can be told. */
export interface Telling {
  readonly name: string;
  readonly comment: CommentChoice;
  readonly token: string;
  readonly times: GitHubTimes;
}

/** Milliseconds of the job that GitHub may take, together `github-time`. */
export interface GitHubTimes {
  /** For the stored runs. */
  readonly reading: number;
  /** For what a pull request uploads: both sides and the report. */
  readonly uploads: number;
  /** For the comment. */
  readonly comment: number;
  /** For a run of main to be stored; it has no comment and no report. */
  readonly storing: number;
}

const gitHubTimes = (seconds: number): GitHubTimes => {
  const twelfth = (seconds * 1000) / 12;
  return { reading: 5 * twelfth, uploads: 4 * twelfth, comment: 3 * twelfth, storing: 7 * twelfth };
};

export const commentChoices = ['always', 'changes', 'failures', 'never'] as const;
/** Which results create a comment; one that exists is kept up to date by all but `never`. */
export type CommentChoice = (typeof commentChoices)[number];

export interface Settings extends Telling {
  readonly config: Config;
  /** The measured files, read before anything is written or asked of GitHub. */
  readonly run: (context: Context) => RunInputs;
  /** How base and head are measured on this runner; null where that is not wanted. */
  readonly measuring: Measuring | null;
  /** `artifact`, or the path of a directory. */
  readonly baseline: string;
  /** On main the CPU profiles are merged for `go build -pgo` and uploaded. */
  readonly pgo: boolean;
  readonly retentionDays: number;
  /** Of all that is read from GitHub. */
  readonly patience: Patience;
  readonly workspace: string;
  readonly temp: string;
}

export interface Measuring {
  /** Shell commands; null where the tool of the benchmark output is run as a preset has it. */
  readonly commands: { readonly setup: string | null; readonly run: string } | null;
  readonly pin: boolean;
  /** The time of `run` is compared, whatever it prints. */
  readonly timeCommand: boolean;
}

/** Inputs that measure or give what was measured: nothing of it belongs into a job that may write. */
const measuringInputs = ['benchmarks', 'profiles', 'run', 'setup', 'count'] as const;

/**
 * The workflow whose runs of forks are commented, for `mode: comment`; null where this job judges what it measured. Throws
 * InputError that names the input.
 */
export function readForkWorkflow(): string | null {
  const mode = parseWord(getInput('mode') || 'gate', ['gate', 'comment'], 'mode');
  const workflow = getInput('workflow');
  if (mode === 'gate') {
    if (workflow === '') return null;
    throw new InputError('workflow is for mode: comment, and names the workflow that measures');
  }
  const idle = measuringInputs.find((name) => getInput(name) !== '');
  if (idle !== undefined) {
    throw new InputError(
      `${idle} with mode: comment: such a job may write, and measures nothing; leave it out`,
    );
  }
  if (/^\.github\/workflows\/[^/]+\.ya?ml$/.test(workflow)) return workflow;
  throw new InputError(
    `mode: comment needs \`workflow\`, the file of the workflow that measures, like .github/workflows/performance.yml; it is ${JSON.stringify(workflow)}`,
  );
}

type Variables = Readonly<Record<string, string | undefined>>;

/** Throws InputError that names the input and the mend. */
export function readTelling(): Telling {
  const token = getInput('token');
  if (token !== '') setSecret(token);
  return {
    token,
    name: plainName(getInput('name') || 'default'),
    comment: commentChoice(getInput('comment').toLowerCase()),
    times: gitHubTimes(parseDuration(getInput('github-time') || '3m', 'github-time')),
  };
}

/** The rest. Throws InputError that names the input and the mend. */
export async function readSettings(env: Variables, telling: Telling): Promise<Settings> {
  const workspace = env.GITHUB_WORKSPACE || process.cwd();
  const config = await readConfig(workspace);
  const baseline = getInput('baseline') || 'artifact';
  const settings = {
    ...telling,
    config,
    measuring: measuring(config),
    baseline,
    pgo: yesOrNo('pgo', false),
    retentionDays: days(getInput('retention-days') || '30'),
    patience: patience(telling.times.reading, 'give the stored runs'),
    workspace,
    temp: env.RUNNER_TEMP || workspace,
  };
  const files = await redactFiles(
    {
      benchmarks: await readFiles(getMultilineInput('benchmarks'), 'benchmarks', workspace),
      profiles: await readFiles(getMultilineInput('profiles'), 'profiles', workspace),
    },
    config.redact,
    workspace,
  );
  const time = new Date().toISOString();
  const environment = machine(env);
  const run = (context: Context) => ({
    ...files,
    commit: context.sha,
    time,
    environment,
  });
  return { ...settings, run };
}

async function readConfig(workspace: string): Promise<Config> {
  return resolveConfig(
    layerOf(({ name }) => getInput(name) || undefined),
    await readConfigFile(getInput('config') || undefined, workspace),
  );
}

function measuring({ confirm }: Config): Measuring | null {
  const hasFiles = ['benchmarks', 'profiles'].some((name) => getMultilineInput(name).length > 0);
  const [run, setup] = [getInput('run'), getInput('setup')];
  const pin = yesOrNo('pin', false);
  const timeCommand = yesOrNo('time-command', false);
  const how = { pin, timeCommand };
  if (getInput('count') === 'true') refuseUncountable({ run, hasFiles, timeCommand });
  if (run !== '') return { commands: { run, setup: setup === '' ? null : setup }, ...how };
  // Without files there are no suspects.
  const isAuto = confirm === 'auto' && hasFiles;
  const names = isAuto ? ['setup'] : ['setup', 'against', 'max-time', 'max-rounds'];
  const idle = timeCommand ? 'time-command' : names.find((name) => getInput(name) !== '');
  if (idle === undefined && (isAuto || !pin)) return isAuto ? { commands: null, ...how } : null;
  throw new InputError(`${idle ?? 'pin'} without run: say in run what is measured`);
}

function refuseUncountable(of: {
  readonly run: string;
  readonly hasFiles: boolean;
  readonly timeCommand: boolean;
}): void {
  if (of.run === '') throw new InputError('count without run: say in run what is counted');
  if (of.hasFiles) {
    throw new InputError(
      'count compares base and head here and no stored runs: leave benchmarks and profiles out',
    );
  }
  if (of.timeCommand)
    throw new InputError('count compares instructions and time-command compares time: choose one');
}

/** What the machine is, for files that do not say: the job that measured is this one. */
function machine(env: Variables): Environment {
  const cpu = cpus()[0]?.model;
  const image = [env.ImageOS, env.ImageVersion].filter(Boolean).join(' ');
  return {
    ...(cpu === undefined ? {} : { cpu }),
    ...(image === '' ? {} : { runner: image }),
  };
}

function plainName(name: string): string {
  // `diff-` and `report-` begin the names of what pull requests upload, `pgo-` those of profiles for builds.
  if (/^(?!diff-|pgo-|report-)[A-Za-z0-9][A-Za-z0-9._-]{0,49}$/.test(name)) return name;
  throw new InputError(
    `name ${JSON.stringify(name)} must be 1 to 50 letters, digits, dots, dashes or underscores, and not begin with diff- or pgo-`,
  );
}

/** `true` and `false` were the only words once. */
function commentChoice(text: string): CommentChoice {
  if (text === '' || text === 'true') return 'always';
  return text === 'false' ? 'never' : parseWord(text, commentChoices, 'comment');
}

function yesOrNo(name: string, otherwise: boolean): boolean {
  const text = getInput(name);
  if (text === '') return otherwise;
  return parseWord(text.toLowerCase(), ['true', 'false'], name) === 'true';
}

function days(text: string): number {
  const count = Number(text);
  if (Number.isInteger(count) && count >= 1 && count <= 90) return count;
  throw new InputError(
    `retention-days ${JSON.stringify(text)} must be a whole number from 1 to 90`,
  );
}
