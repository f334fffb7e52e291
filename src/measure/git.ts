/**
 * Git, called as a program: never through a shell, never asking at a terminal, no hooks run.
 * What is asked of it is in revision.ts and tree.ts.
 */
import { execFile } from 'node:child_process';
import { InputError } from '../model.ts';

export interface Git {
  /** The output without its last line break. Throws InputError with what git said. */
  (args: readonly string[], env?: Readonly<Record<string, string>>): Promise<string>;
  /** The same, or null where git fails. */
  readonly attempt: (args: readonly string[]) => Promise<string | null>;
}

/** A fetch that takes longer has lost its connection. */
const limitMilliseconds = 10 * 60 * 1000;

/** Git in `directory`. It stops when the signal says so. */
export function gitIn(
  directory: string,
  variables: Readonly<Record<string, string | undefined>>,
  signal?: AbortSignal,
): Git {
  const git = (args: readonly string[], more: Readonly<Record<string, string>> = {}) =>
    new Promise<string>((resolve, reject) => {
      // Hooks of the checkout (husky and its like) are made for people who commit.
      const all = ['-C', directory, '-c', 'core.hooksPath=/dev/null', ...args];
      const env = { ...variables, LC_ALL: 'C', GIT_TERMINAL_PROMPT: '0', ...more };
      const options = { env, maxBuffer: 64 * 2 ** 20, timeout: limitMilliseconds };
      const child = signal === undefined ? options : { ...options, signal };
      execFile('git', all, child, (error, stdout, stderr) => {
        if (error === null) resolve(stdout.replace(/\r?\n$/, ''));
        else reject(failure(error, args, stderr, signal));
      });
    });
  const attempt = (args: readonly string[]) =>
    git(args).catch((error: unknown) => {
      if (error instanceof InputError) return null;
      throw error;
    });
  return Object.assign(git, { attempt });
}

function failure(
  error: Error & { code?: unknown },
  args: readonly string[],
  stderr: string,
  signal: AbortSignal | undefined,
): Error {
  if (signal?.aborted) return signal.reason as Error;
  if (error.code === 'ENOENT') {
    return new InputError('measuring two revisions needs git, and there is none in PATH');
  }
  const said = stderr.trim().split('\n').slice(-3).join(' ');
  return new InputError(`git ${args[0]} failed: ${said || error.message}`);
}
