/**
 * Git, called as a program: never through a shell, never asking at a terminal, no hooks run.
 * What is asked of it is in revision.ts and tree.ts.
 */
import { type SpawnOptions, spawn, spawnSync } from 'node:child_process';
import type { Readable } from 'node:stream';
import { InputError } from '../../model/error.ts';
import { forgetGroup, ownGroup, stopGroup, watchGroup } from './group.ts';
import { wantOfObject } from './missing.ts';

type Variables = Readonly<Record<string, string | undefined>>;

export interface Git {
  /** The output without its last line break. Throws InputError with what git said. */
  (args: readonly string[], env?: Readonly<Record<string, string>>): Promise<string>;
  /** The same, or null where git fails. */
  readonly attempt: (args: readonly string[]) => Promise<string | null>;
  /** At once, for a process that ends; whether it worked is not known. */
  readonly now: (args: readonly string[]) => void;
}

/** A fetch that takes longer has lost its connection. */
const limitMilliseconds = 10 * 60 * 1000;
const outputLimit = 64 * 2 ** 20;

/**
 * Git in `directory`, with the variables of `outsideGit`. It stops, with all it started, when the signal
 * says so.
 */
export function gitIn(directory: string, variables: Variables, signal?: AbortSignal): Git {
  // Hooks of the checkout (husky and its like) are made for people who commit.
  const inside = ['-C', directory, '-c', 'core.hooksPath=/dev/null'];
  const env = { ...variables, LC_ALL: 'C', GIT_TERMINAL_PROMPT: '0' };
  const git = async (args: readonly string[], more: Readonly<Record<string, string>> = {}) => {
    const options = { env: { ...env, ...more } };
    const { problem, stdout, stderr } = await finished([...inside, ...args], options, signal);
    if (problem === null) return stdout.replace(/\r?\n$/, '');
    const said = wantOfObject(stderr) ?? endOf(stderr);
    throw new InputError(`git ${args[0]} failed: ${said || problem}`);
  };
  const attempt = (args: readonly string[]) =>
    git(args).catch((error: unknown) => {
      if (error instanceof InputError && !signal?.aborted) return null;
      throw error;
    });
  const now = (args: readonly string[]) => {
    spawnSync('git', [...inside, ...args], { env, stdio: 'ignore' });
  };
  return Object.assign(git, { attempt, now });
}

/**
 * What git tells the hooks and aliases it runs, which would make every git below them work on its
 * repository and on the index of a commit that is being made.
 */
const ofTheCaller =
  /^GIT_(?:DIR|WORK_TREE|INDEX_FILE|PREFIX|COMMON_DIR|OBJECT_DIRECTORY|ALTERNATE_OBJECT_DIRECTORIES|NAMESPACE|IMPLICIT_WORK_TREE|SHALLOW_FILE|GRAFT_FILE)$/;

/** The variables as they would be outside of any git command. */
export const outsideGit = (variables: Variables): Variables =>
  Object.fromEntries(Object.entries(variables).filter(([name]) => !ofTheCaller.test(name)));

/** The last lines, without what git says after every connection that fails. */
function endOf(stderr: string): string {
  const common =
    /^(?:Please make sure you have the correct access rights|and the repository exists\.)$/;
  const lines = stderr.split('\n').map((line) => line.trim());
  return lines
    .filter((line) => line !== '' && !common.test(line))
    .slice(-3)
    .join(' ');
}

interface Finished {
  readonly problem: string | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Throws the signal's reason once nothing of the group is left, and InputError without git. */
async function finished(
  args: readonly string[],
  options: SpawnOptions,
  signal: AbortSignal | undefined,
): Promise<Finished> {
  signal?.throwIfAborted();
  const child = spawn('git', args, { ...options, ...ownGroup, stdio: ['ignore', 'pipe', 'pipe'] });
  const { pid } = child;
  let gone: Promise<void> | null = null;
  const stop = () => {
    if (pid !== undefined) gone ??= stopGroup(pid);
  };
  if (pid !== undefined) watchGroup(pid);
  signal?.addEventListener('abort', stop);
  const limit = setTimeout(stop, limitMilliseconds);
  try {
    const closed = new Promise<string | null>((resolve, reject) => {
      child.once('error', (error) => reject(unstarted(error)));
      child.once('close', (status, by) =>
        resolve(status === 0 ? null : `ended by ${by ?? `exit status ${status}`}`),
      );
    });
    const [stdout, stderr, problem] = await Promise.all([
      textOf(child.stdout, stop),
      textOf(child.stderr, stop),
      closed,
    ]);
    await gone;
    signal?.throwIfAborted();
    return {
      problem: gone === null ? problem : 'it took too long, or printed too much',
      stdout,
      stderr,
    };
  } finally {
    clearTimeout(limit);
    signal?.removeEventListener('abort', stop);
    if (pid !== undefined) forgetGroup(pid);
  }
}

async function textOf(stream: Readable, stop: () => void): Promise<string> {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of stream as AsyncIterable<Buffer>) {
    size += piece.length;
    if (size > outputLimit) stop();
    else pieces.push(piece);
  }
  return Buffer.concat(pieces).toString('utf8');
}

function unstarted(error: NodeJS.ErrnoException): Error {
  return error.code === 'ENOENT'
    ? new InputError('measuring two revisions needs git, and there is none in PATH')
    : new InputError(`git cannot be started: ${error.message}`);
}
