/**
 * Where the action runs: the runner's variables and the event's payload as one checked value.
 *
 * Everything the payload says about a pull request was chosen by its author, titles and branch
 * names above all; only numbers, hashes and ids are taken from it, and they are checked.
 */
import { readFile } from 'node:fs/promises';
import * as v from 'valibot';
import { InputError } from '../model/error.ts';

export interface PullRequest {
  readonly number: number;
  readonly headSha: string;
  /** The tip of the base branch when the event happened; main may have moved since. */
  readonly baseSha: string;
  readonly baseRef: string;
  /** From another repository: the token can only read, whatever the workflow grants. */
  readonly fork: boolean;
}

export interface Context {
  readonly eventName: string;
  readonly repository: { readonly owner: string; readonly name: string; readonly id: number };
  /** Null where the event does not say (`schedule`); `defaultBranchOf` asks GitHub then. */
  readonly defaultBranch: string | null;
  /** The commit that was checked out by default; for a pull request a merge commit. */
  readonly sha: string;
  readonly ref: string;
  readonly runId: number;
  readonly runAttempt: number;
  /** `.github/workflows/perf.yml`; null where the workflow lives in another repository. */
  readonly workflowPath: string | null;
  readonly job: string;
  readonly actor: string;
  readonly serverUrl: string;
  readonly apiUrl: string;
  readonly pullRequest: PullRequest | null;
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads the context from the runner's variables and the payload file that they name. Throws
 * InputError that names the variable or field which is missing or malformed, and when the event
 * is `pull_request_target`.
 */
export async function readContext(env: Environment): Promise<Context> {
  const path = required(env, 'GITHUB_EVENT_PATH');
  let payload: unknown;
  try {
    payload = JSON.parse(await readFile(path, 'utf8'));
  } catch {
    throw new InputError(
      "the event's payload cannot be read as JSON: GITHUB_EVENT_PATH must name the file that the runner wrote",
      { file: path },
    );
  }
  return contextOf(env, payload);
}

/** The same from a payload that was read already. */
export function contextOf(env: Environment, payload: unknown): Context {
  const eventName = required(env, 'GITHUB_EVENT_NAME');
  if (eventName === 'pull_request_target') throw pullRequestTarget();
  const fullName = required(env, 'GITHUB_REPOSITORY');
  const [owner = '', name = ''] = fullName.split('/');
  if (!/^[^/]+\/[^/]+$/.test(fullName)) {
    throw new InputError(`GITHUB_REPOSITORY must be owner/name, it is ${JSON.stringify(fullName)}`);
  }
  const id = whole(env, 'GITHUB_REPOSITORY_ID');
  const event = v.safeParse(payloadSchema, payload);
  if (!event.success) {
    const [issue] = event.issues;
    throw new InputError(
      `the event's payload is not GitHub's: ${v.getDotPath(issue) ?? 'payload'} is missing or malformed`,
    );
  }
  const pull = event.output.pull_request ?? null;
  return {
    eventName,
    repository: { owner, name, id },
    defaultBranch: event.output.repository?.default_branch ?? null,
    sha: checked(env, 'GITHUB_SHA', sha, 'a commit'),
    ref: required(env, 'GITHUB_REF'),
    runId: whole(env, 'GITHUB_RUN_ID'),
    runAttempt: whole(env, 'GITHUB_RUN_ATTEMPT'),
    workflowPath: workflowPathOf(required(env, 'GITHUB_WORKFLOW_REF'), fullName),
    job: required(env, 'GITHUB_JOB'),
    actor: env.GITHUB_ACTOR ?? '',
    serverUrl: env.GITHUB_SERVER_URL || 'https://github.com',
    apiUrl: env.GITHUB_API_URL || 'https://api.github.com',
    pullRequest: pull === null ? null : pullRequestOf(pull, id),
  };
}

/** Whether the run is of the branch, and not of a tag that is called like it. */
export const isOfBranch = ({ ref }: Context, branch: string | null): boolean =>
  branch !== null && ref === `refs/heads/${branch}`;

const sha = /^[0-9a-f]{40}([0-9a-f]{24})?$/;
const shaSchema = v.pipe(v.string(), v.regex(sha));
const idSchema = v.pipe(v.number(), v.safeInteger(), v.minValue(1));
const refSchema = v.pipe(v.string(), v.minLength(1), v.maxLength(1000));

const pullSchema = v.object({
  number: idSchema,
  head: v.object({ sha: shaSchema, repo: v.nullable(v.object({ id: idSchema })) }),
  base: v.object({ sha: shaSchema, ref: refSchema }),
});

const payloadSchema = v.object({
  repository: v.optional(v.object({ default_branch: v.optional(refSchema) })),
  pull_request: v.optional(pullSchema),
});

function pullRequestOf(pull: v.InferOutput<typeof pullSchema>, repositoryId: number): PullRequest {
  return {
    number: pull.number,
    headSha: pull.head.sha,
    baseSha: pull.base.sha,
    baseRef: pull.base.ref,
    // A deleted fork is null here, and still a fork.
    fork: pull.head.repo?.id !== repositoryId,
  };
}

/** `o/r/.github/workflows/perf.yml@refs/heads/main` -> `.github/workflows/perf.yml`. */
function workflowPathOf(workflowRef: string, fullName: string): string | null {
  const path = workflowRef.replace(/@.*$/s, '');
  const prefix = `${fullName}/`;
  return path.toLowerCase().startsWith(prefix.toLowerCase()) ? path.slice(prefix.length) : null;
}

function pullRequestTarget(): InputError {
  return new InputError(
    'flamegate does not run on pull_request_target: such a run holds a token that can write and the secrets of the repository, and measuring a pull request runs its code. Use `on: pull_request`; from a fork the gate then works without the comment',
  );
}

function required(env: Environment, name: string): string {
  const value = env[name];
  if (value) return value;
  throw new InputError(
    `${name} is not set: the runner of GitHub Actions sets it; outside of Actions use \`flamegate gate\``,
  );
}

function checked(env: Environment, name: string, pattern: RegExp, what: string): string {
  const value = required(env, name);
  if (pattern.test(value)) return value;
  throw new InputError(`${name} must be ${what}, it is ${JSON.stringify(value)}`);
}

function whole(env: Environment, name: string): number {
  const value = Number(checked(env, name, /^[1-9][0-9]{0,15}$/, 'a positive whole number'));
  if (Number.isSafeInteger(value)) return value;
  throw new InputError(`${name} is beyond ${Number.MAX_SAFE_INTEGER}`);
}
