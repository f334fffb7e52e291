/**
 * Who has the action. It is never guessed: whoever owns a name that is written here runs code in the
 * user's workflow. What nobody says stays a text that no account can have.
 */
import { readFile, realpath } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { InputError } from '../../../model/error.ts';
import { gitIn, outsideGit } from '../../../source/rounds/git.ts';

export interface Action {
  /** What `uses:` says. */
  readonly uses: string;
  /** The schema of the configuration file at that place; null where there is none. */
  readonly schema: string | null;
  /** Where it is from, or what is left to do. */
  readonly says: readonly string[];
}

/** `<` is in no name of an account. */
const nobody = '"<owner>/flamegate@<commit>" # fill in who has the action, and a commit of it';

/** `given` is --action; `program` the file that runs. Throws InputError for an action that is not pinned. */
export async function actionOf(given: string | undefined, program: string): Promise<Action> {
  if (given !== undefined) return pinned(given, 'as --action says');
  const home = dirname(dirname(await realpath(program).catch(() => program)));
  const clone = await cloneAt(home);
  if (clone !== null) return clone;
  const named = await packageAt(home);
  if (named !== null) return named;
  return {
    uses: nobody,
    schema: null,
    says: [
      'Left to do: nobody says who has the action (this flamegate is no clone with a remote on github.com, and its package.json names no owner). Fill in `uses:`, or run init again with --action OWNER/flamegate@COMMIT.',
    ],
  };
}

const commit = /^[0-9a-f]{40}$/;

function pinned(text: string, why: string): Action {
  const [, name, at] = /^([A-Za-z0-9][A-Za-z0-9-]*\/[\w.-]+)@(\S+)$/.exec(text) ?? [];
  if (name === undefined || at === undefined || !commit.test(at)) {
    throw new InputError(
      `--action ${JSON.stringify(text)}: give owner/repository@commit, with all 40 digits of the commit (a tag can be moved)`,
    );
  }
  return {
    uses: `${name}@${at}`,
    schema: `https://raw.githubusercontent.com/${name}/${at}/schema/config.schema.json`,
    says: [`The action is ${name} at ${at.slice(0, 12)}, ${why}.`],
  };
}

/** Of `https://github.com/owner/name.git` and `git@github.com:owner/name`; null elsewhere. */
export function repositoryAt(url: string): string | null {
  const [, name] =
    /^(?:git\+)?(?:https:\/\/(?:[^@/]+@)?|ssh:\/\/git@|git@)github\.com[/:]([\w-]+\/[\w.-]+?)(?:\.git)?\/?$/.exec(
      url,
    ) ?? [];
  return name === undefined || name.startsWith('OWNER/') ? null : name;
}

/** The clone that this program is part of, at a commit that its remote has. */
async function cloneAt(home: string): Promise<Action | null> {
  const git = gitIn(home, outsideGit(process.env));
  const isTop = (await git.attempt(['rev-parse', '--show-cdup'])) === '';
  const name = isTop
    ? repositoryAt((await git.attempt(['remote', 'get-url', 'origin'])) ?? '')
    : null;
  if (name === null) return null;
  const head = (await git.attempt(['rev-parse', 'HEAD'])) ?? '';
  const remotes = await git.attempt(['branch', '--remotes', '--contains', head]);
  const at = `${name}@${head}`;
  const action = pinned(at, `the remote of this clone (${home})`);
  if (remotes) return action;
  return {
    ...action,
    says: [...action.says, `Its remote is not known to have that commit: push it there first.`],
  };
}

/** A package that was installed names its repository, and no commit. */
async function packageAt(home: string): Promise<Action | null> {
  const text = await readFile(join(home, 'package.json'), 'utf8').catch(() => '{}');
  const { repository, version } = JSON.parse(text) as {
    repository?: { url?: string };
    version?: string;
  };
  const name = repositoryAt(repository?.url ?? '');
  if (name === null || version === undefined) return null;
  return {
    uses: `${name}@v${version}`,
    schema: `https://raw.githubusercontent.com/${name}/v${version}/schema/config.schema.json`,
    says: [
      `The action is ${name} at v${version}, as its package.json says. Replace the tag by its commit: a tag can be moved.`,
    ],
  };
}
