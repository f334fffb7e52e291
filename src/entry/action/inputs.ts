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
import { isShardName } from '../../store/shards.ts';

/** What has to be known to tell anything on the pull request: read first, so that a mistake in the rest can be told. */
export interface Telling {
  readonly name: string;
  /** `mode: collect`: the name is a shard's, and nothing is told on the pull request. */
  readonly isShard: boolean;
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

/** Shards that the gate waits for: so many, or these. */
export type Expected =
  | { readonly kind: 'count'; readonly count: number }
  | { readonly kind: 'names'; readonly names: readonly string[] };

export type Mode =
  /** `shards`: what is judged is what other jobs of this run collected; null where this job measured it. */
  | { readonly kind: 'gate'; readonly shards: Expected | null }
  | { readonly kind: 'collect' }
  /** `workflow`: the one whose runs of forks are commented. */
  | { readonly kind: 'comment'; readonly workflow: string };

/** What this job does. Throws InputError that names the input. */
export function readMode(): Mode {
  const mode = parseWord(getInput('mode') || 'gate', ['gate', 'collect', 'comment'], 'mode');
  const [workflow, expect] = [getInput('workflow'), getInput('expect')];
  if (workflow !== '' && mode !== 'comment') {
    throw new InputError('workflow is for mode: comment, and names the workflow that measures');
  }
  if (expect !== '' && mode !== 'gate') {
    throw new InputError('expect is for mode: gate, in the job that judges the shards of others');
  }
  switch (mode) {
    case 'gate':
      if (expect === '') return { kind: mode, shards: null };
      refuseMeasuring(
        measuringInputs,
        'expect: such a job measures nothing, and judges what the shards of this run collected',
      );
      return { kind: mode, shards: expectedOf(expect) };
    case 'collect':
      refuseMeasuring(
        ['run', 'setup', 'count'],
        'mode: collect: a shard gives files, measured by a step before, and base and head are not compared here',
      );
      return { kind: mode };
    case 'comment':
      refuseMeasuring(measuringInputs, 'mode: comment: such a job may write, and measures nothing');
      return { kind: mode, workflow: workflowOf(workflow) };
  }
}

function refuseMeasuring(names: readonly string[], why: string): void {
  const idle = names.find((name) => getInput(name) !== '');
  if (idle !== undefined) throw new InputError(`${idle} with ${why}; leave it out`);
}

function workflowOf(workflow: string): string {
  if (/^\.github\/workflows\/[^/]+\.ya?ml$/.test(workflow)) return workflow;
  throw new InputError(
    `mode: comment needs \`workflow\`, the file of the workflow that measures, like .github/workflows/performance.yml; it is ${JSON.stringify(workflow)}`,
  );
}

/** GitHub lists no more artifacts of a run. */
const mostShards = 1000;

/** `12`, or names with blanks, commas or line breaks between them, or a JSON array of names as a job's output has it. */
function expectedOf(text: string): Expected {
  const trimmed = text.trim();
  if (/^\d+$/.test(trimmed)) {
    const count = Number(trimmed);
    if (count >= 1 && count <= mostShards) return { kind: 'count', count };
    throw new InputError(`expect ${count} must be 1 to ${mostShards} shards`);
  }
  const names = trimmed.startsWith('[') ? listOf(trimmed) : trimmed.split(/[\s,]+/).filter(Boolean);
  const odd = names.find((name) => !isShardName(name));
  if (odd !== undefined || names.length === 0) {
    throw new InputError(
      `expect must be how many shards there are, or their names, like linux/1 linux/2 windows; ${JSON.stringify(odd ?? trimmed)} is neither`,
    );
  }
  const twice = names.find((name, i) => names.indexOf(name) !== i);
  if (twice !== undefined) {
    throw new InputError(
      `expect names ${twice} twice: give each leg its own \`name\`, so that none takes the place of another`,
    );
  }
  return { kind: 'names', names };
}

function listOf(text: string): string[] {
  try {
    const json: unknown = JSON.parse(text);
    if (Array.isArray(json)) return json.map(String);
  } catch {
    // said below
  }
  throw new InputError(`expect ${JSON.stringify(text.slice(0, 100))} is no JSON array of names`);
}

type Variables = Readonly<Record<string, string | undefined>>;

/** Throws InputError that names the input and the mend. */
export function readTelling(): Telling {
  const token = getInput('token');
  if (token !== '') setSecret(token);
  const isShard = getInput('mode') === 'collect';
  return {
    token,
    isShard,
    name: isShard ? shardName(getInput('name')) : plainName(getInput('name') || 'default'),
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

function refuseUncountable(item: {
  readonly run: string;
  readonly hasFiles: boolean;
  readonly timeCommand: boolean;
}): void {
  if (item.run === '') throw new InputError('count without run: say in run what is counted');
  if (item.hasFiles) {
    throw new InputError(
      'count compares base and head here and no stored runs: leave benchmarks and profiles out',
    );
  }
  if (item.timeCommand)
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

function shardName(name: string): string {
  if (isShardName(name)) return name;
  throw new InputError(
    `name ${JSON.stringify(name)} of a shard must be its group, like windows, or its group and its own, like linux/3; each of 1 to 50 letters, digits, dots, dashes or underscores`,
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
