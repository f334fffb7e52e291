/**
 * Whether what lies in the workspace is the commit that the workflow run is of, and nothing else. A job that was
 * started by hand may have checked out a pull request: what it measured must not be stored as main's.
 */
import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { InputError } from '../../model/error.ts';
import { gitIn, outsideGit } from './git.ts';
import { headCommit } from './revision.ts';

/**
 * Why it is not proven that `files` were measured at `commit`, or null where it is: HEAD is that commit, no tracked
 * file was changed, and there is no other checkout in the workspace that could have been measured.
 */
export async function doubtOfCheckout(
  workspace: string,
  commit: string,
  files: readonly string[],
  variables: Readonly<Record<string, string | undefined>>,
): Promise<string | null> {
  const git = gitIn(workspace, outsideGit(variables));
  try {
    const head = await headCommit(git);
    if (head !== commit) return `the checkout is at ${head}, the workflow run is of ${commit}`;
    const top = await git(['rev-parse', '--show-cdup']);
    if (top !== '') return 'the workspace is not the top of its repository';
    const status = ['status', '--porcelain=v1', '-z', '--untracked-files=all'];
    const entries = (
      await git(['-c', 'core.fsmonitor=false', ...status, '--ignore-submodules=none'])
    )
      .split('\0')
      .filter((entry) => entry !== '');
    const changed = entries.find((entry) => !entry.startsWith('?? '));
    if (changed !== undefined)
      return `${JSON.stringify(changed.slice(3))} was changed since the commit`;
    // Git names a directory of its own only where it is another repository.
    const other =
      entries.find((entry) => entry.endsWith('/'))?.slice(3) ??
      files.map((file) => otherAbove(workspace, file)).find((text) => text !== null);
    return other === undefined || other === null
      ? null
      : `${JSON.stringify(other)} is another checkout, which may have been measured`;
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return `the checkout cannot be looked at: ${error.message}`;
  }
}

/** The repository below the workspace that holds the file, if there is one. */
function otherAbove(workspace: string, file: string): string | null {
  const top = resolve(workspace);
  for (let at = dirname(resolve(top, file)); at.startsWith(`${top}/`); at = dirname(at)) {
    if (existsSync(join(at, '.git'))) return at.slice(top.length + 1);
  }
  return null;
}
